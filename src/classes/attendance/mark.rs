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

crate::names! { State {
    Present = "present", "attendance-present";
    Late = "late", "attendance-late";
    LeftEarly = "left_early", "attendance-left-early";
    Excused = "excused", "attendance-excused";
    Absent = "absent", "attendance-absent";
    Substituted = "substituted", "attendance-substituted";
} }

impl State {
    /// What the secretary chooses from; *substituted* comes by naming the substitute.
    pub const CHOICES: [Self; 5] = [Self::Present, Self::Late, Self::LeftEarly, Self::Excused, Self::Absent];

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

crate::names! { How {
    Door = "door", "attendance-by-door";
    Secretary = "secretary", "attendance-by-secretary";
    Paper = "paper", "attendance-by-paper";
} }

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
