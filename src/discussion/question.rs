//! What is put to the hall: an open question, or a quick poll of two to six choices; and what a poll found. Pure.

use crate::ground::text::{clean, clean_lines};
use crate::ground::{Instant, Invalid, Word};

/// The longest texts, in characters.
pub const LONGEST_QUESTION: usize = 1000;
pub const LONGEST_CHOICE: usize = 200;
pub const MOST_CHOICES: usize = 6;

/// A question with its choices and what came to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub class_id: String,
    pub session_id: String,
    /// The number of its session.
    pub ordinal: i64,
    pub text: String,
    pub poll: bool,
    /// Who asked, by name.
    pub by: String,
    pub asked_at: Instant,
    pub closed_at: Option<Instant>,
    /// Opinions said to it.
    pub opinions: i64,
    /// Of a poll; empty for an open question.
    pub choices: Vec<Choice>,
}

/// A choice of a poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub ordinal: i64,
    pub text: String,
    pub votes: i64,
    /// The asker's own.
    pub mine: bool,
}

impl Question {
    /// How many have voted.
    #[must_use]
    pub fn votes(&self) -> i64 {
        self.choices.iter().map(|it| it.votes).sum()
    }

    /// Has the asker voted?
    #[must_use]
    pub fn voted(&self) -> bool {
        self.choices.iter().any(|it| it.mine)
    }

    /// The choices with the most votes; none while nobody has voted.
    #[must_use]
    pub fn ahead(&self) -> Vec<&Choice> {
        let most = self.choices.iter().map(|it| it.votes).max().unwrap_or_default();
        self.choices.iter().filter(|it| most > 0 && it.votes == most).collect()
    }

    /// What the poll found, as one sentence.
    #[must_use]
    pub fn finding(&self) -> Word {
        let ahead = self.ahead();
        let Some(first) = ahead.first() else { return Word::new("poll-no-votes") };
        let votes = first.votes.to_string();
        let word = match ahead.as_slice() {
            [one] => Word::new("poll-one-ahead").with("x", one.text.clone()),
            several => Word::new("poll-level").with("x", several.iter().map(|it| format!("“{}”", it.text)).collect::<Vec<_>>().join(", ")),
        };
        word.with("y", votes).with("z", self.votes().to_string())
    }
}

/// A question as a person puts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewQuestion {
    pub text: String,
    /// One a line; none for an open question.
    pub choices: Vec<String>,
}

impl NewQuestion {
    /// From a form: the choices stand one a line.
    #[must_use]
    pub fn read(text: &str, choices: &str) -> Self {
        Self {
            text: clean_lines(text),
            choices: choices.lines().map(|it| clean(it.trim_start().trim_start_matches(['-', '•']))).filter(|it| !it.is_empty()).collect(),
        }
    }

    /// The question that was meant, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let length = self.text.chars().count();
        if length == 0 {
            invalid.add("text", Word::new("question-missing"));
        } else if length > LONGEST_QUESTION {
            invalid.add("text", Word::new("question-long").with("x", LONGEST_QUESTION.to_string()));
        }
        let mut seen = Vec::new();
        let twice = self.choices.iter().any(|it| {
            let folded = it.to_lowercase();
            let known = seen.contains(&folded);
            seen.push(folded);
            known
        });
        if self.choices.len() == 1 || self.choices.len() > MOST_CHOICES {
            invalid.add("choices", Word::new("poll-choices-number"));
        } else if twice {
            invalid.add("choices", Word::new("poll-choices-twice"));
        } else if self.choices.iter().any(|it| it.chars().count() > LONGEST_CHOICE) {
            invalid.add("choices", Word::new("poll-choice-long").with("x", LONGEST_CHOICE.to_string()));
        }
        invalid.verdict().map(|()| self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(votes: &[i64]) -> Question {
        let choice = |(n, votes): (usize, &i64)| Choice {
            ordinal: i64::try_from(n).unwrap() + 1,
            text: format!("c{n}"),
            votes: *votes,
            mine: n == 1,
        };
        Question {
            id: "q".into(),
            class_id: "c".into(),
            session_id: "s".into(),
            ordinal: 3,
            text: "?".into(),
            poll: true,
            by: String::new(),
            asked_at: Instant(0),
            closed_at: None,
            opinions: 0,
            choices: votes.iter().enumerate().map(choice).collect(),
        }
    }

    #[test]
    fn a_poll_says_what_it_found() {
        let finding = |votes: &[i64]| {
            let word = poll(votes).finding();
            (word.key, word.args.iter().map(|it| it.1.clone()).collect::<Vec<_>>())
        };
        assert_eq!(finding(&[0, 0]), ("poll-no-votes", vec![]));
        assert_eq!(finding(&[2, 9, 3]), ("poll-one-ahead", vec!["c1".into(), "9".into(), "14".into()]));
        assert_eq!(finding(&[4, 1, 4]), ("poll-level", vec!["“c0”, “c2”".into(), "4".into(), "9".into()]));
        assert!(poll(&[0, 1]).voted());
    }

    #[test]
    fn two_to_six_choices_each_once() {
        let read = |choices: &str| NewQuestion::read(" Khó nhất \n là gì? ", choices).checked();
        assert_eq!(read("").unwrap(), NewQuestion { text: "Khó nhất\nlà gì?".into(), choices: vec![] });
        assert_eq!(read("- Vốn về muộn\n\n • Thiếu cán bộ ").unwrap().choices, ["Vốn về muộn", "Thiếu cán bộ"]);
        for bad in ["một", "a\nA", "1\n2\n3\n4\n5\n6\n7", &format!("a\n{}", "b".repeat(201))] {
            assert!(read(bad).unwrap_err().at("choices").is_some(), "{bad}");
        }
        assert!(NewQuestion::read("  ", "a\nb").checked().unwrap_err().at("text").is_some());
        assert!(NewQuestion::read(&"a".repeat(1001), "").checked().unwrap_err().at("text").is_some());
    }
}
