//! A line of a board, and what becomes of it when several people change it at once. Pure.

use crate::ground::{Instant, Invalid, Word, text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A part of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    Story,
    Difficulty,
    Try,
}

impl Section {
    pub const ALL: [Self; 3] = [Self::Story, Self::Difficulty, Self::Try];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Difficulty => "difficulty",
            Self::Try => "try",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The key of its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Story => "board-story",
            Self::Difficulty => "board-difficulty",
            Self::Try => "board-try",
        }
    }
}

/// A line as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: String,
    pub section: Section,
    pub text: String,
    pub weight: i64,
    /// The difficulty that was raised out of it.
    pub difficulty_id: Option<String>,
    pub written_by: String,
    pub changed_by: String,
    pub written_at: Instant,
    pub removed: bool,
    /// The asker presses on it.
    pub mine: bool,
}

impl Line {
    /// What a change of it starts from.
    #[must_use]
    pub fn mark(&self) -> String {
        mark(&self.text)
    }

    /// Changed by somebody who did not write it.
    #[must_use]
    pub fn by_another(&self) -> bool {
        !self.changed_by.is_empty() && self.changed_by != self.written_by
    }
}

/// A later text that did not take the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub id: String,
    pub line_id: String,
    pub text: String,
    pub by: String,
}

/// The mark of a text: sixteen hexadecimal digits.
#[must_use]
pub fn mark(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(String::new(), |all, byte| all + &format!("{byte:02x}"))
}

/// The longest line, in characters.
pub const LONGEST: usize = 600;
/// The longest result.
pub const LONGEST_SUMMARY: usize = 1500;

/// A line's text as it is kept, or what is wrong with it.
pub fn checked(raw: &str) -> Result<String, Invalid> {
    let text = text::clean(raw);
    let length = text.chars().count();
    if length == 0 {
        return Err(Invalid::field("text", "board-line-missing"));
    }
    if length > LONGEST {
        let mut invalid = Invalid::default();
        invalid.add("text", Word::new("board-line-long").with("x", length.to_string()).with("y", LONGEST.to_string()));
        return Err(invalid);
    }
    Ok(text)
}

/// What somebody does to a line; `from` is the mark of the words they saw.
#[derive(Clone, Copy, Debug)]
pub enum Hand<'a> {
    Change { text: &'a str, from: &'a str },
    Remove { from: &'a str },
    BringBack,
}

/// What becomes of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stands as it did.
    Stands,
    /// The new text takes the place of the words it started from; a line that was removed is there again.
    Takes,
    /// Those words are no longer there: the line stays (or is there again), the new text is kept beside it.
    Conflicts,
    Goes,
    Returns,
}

/// The rule: no text is lost but by somebody who saw it. The same text twice is one. A change is more than a removal.
#[must_use]
pub fn merge(standing: &str, removed: bool, hand: Hand<'_>) -> Outcome {
    match hand {
        Hand::Change { text, .. } if text == standing => {
            if removed {
                Outcome::Returns
            } else {
                Outcome::Stands
            }
        }
        Hand::Change { from, .. } if from == mark(standing) => Outcome::Takes,
        Hand::Change { .. } => Outcome::Conflicts,
        // Somebody has written on: what they wrote was not meant to go.
        Hand::Remove { from } if !removed && from == mark(standing) => Outcome::Goes,
        Hand::BringBack if removed => Outcome::Returns,
        Hand::Remove { .. } | Hand::BringBack => Outcome::Stands,
    }
}
