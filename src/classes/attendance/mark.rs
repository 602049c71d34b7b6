//! A mark (điểm danh): what is known of one trainee at one session. Pure.

use crate::ground::Instant;
use serde::{Deserialize, Serialize};

/// The six states of the attendance list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Có mặt
    Present,
    /// Đi muộn
    Late,
    /// Về sớm
    LeftEarly,
    /// Vắng có lý do
    Excused,
    /// Vắng không lý do
    Absent,
    /// Có người dự thay: both names stay on the list.
    Substituted,
}

impl State {
    pub const ALL: [Self; 6] = [Self::Present, Self::Late, Self::LeftEarly, Self::Excused, Self::Absent, Self::Substituted];
    /// What the secretary chooses from; *substituted* comes by naming the substitute.
    pub const CHOICES: [Self; 5] = [Self::Present, Self::Late, Self::LeftEarly, Self::Excused, Self::Absent];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Late => "late",
            Self::LeftEarly => "left_early",
            Self::Excused => "excused",
            Self::Absent => "absent",
            Self::Substituted => "substituted",
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
            Self::Present => "attendance-present",
            Self::Late => "attendance-late",
            Self::LeftEarly => "attendance-left-early",
            Self::Excused => "attendance-excused",
            Self::Absent => "attendance-absent",
            Self::Substituted => "attendance-substituted",
        }
    }

    /// The class under which its word is drawn, with a sign beside it.
    #[must_use]
    pub fn look(self) -> &'static str {
        match self {
            Self::Present => "good",
            Self::Late | Self::LeftEarly => "part",
            Self::Excused => "off",
            Self::Absent => "now",
            Self::Substituted => "moved",
        }
    }

    /// Was in the hall?
    #[must_use]
    pub fn came(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly)
    }

    /// What the door says of somebody who comes now.
    #[must_use]
    pub fn at_the_door(now: Instant, starts_at: Instant, late_after: i64) -> Self {
        if now.0 > starts_at.0 + late_after * 60_000 { Self::Late } else { Self::Present }
    }
}

/// By whom a mark was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// By themselves, with the code on the wall.
    Door,
    Secretary,
    /// Typed in from the signed sheet.
    Paper,
}

impl How {
    pub const ALL: [Self; 3] = [Self::Door, Self::Secretary, Self::Paper];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Secretary => "secretary",
            Self::Paper => "paper",
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
            Self::Door => "attendance-by-door",
            Self::Secretary => "attendance-by-secretary",
            Self::Paper => "attendance-by-paper",
        }
    }
}

/// The longest note on a mark, in characters.
pub const LONGEST_NOTE: usize = 300;

/// What stands of one trainee at one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub session_id: String,
    pub trainee_id: String,
    pub state: State,
    pub at: Instant,
    pub how: How,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_words_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::from_name(state.name()), Some(state));
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{}\"", state.name()));
        }
        for how in How::ALL {
            assert_eq!(How::from_name(how.name()), Some(how));
        }
        assert_eq!(State::from_name("here"), None);
    }

    #[test]
    fn a_quarter_of_an_hour_is_forgiven() {
        let starts = Instant(1_539_651_600_000);
        assert_eq!(State::at_the_door(Instant(starts.0 - 3_600_000), starts, 15), State::Present);
        assert_eq!(State::at_the_door(Instant(starts.0 + 15 * 60_000), starts, 15), State::Present);
        assert_eq!(State::at_the_door(Instant(starts.0 + 15 * 60_000 + 1), starts, 15), State::Late);
    }
}
