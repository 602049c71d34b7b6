//! The time of day and the moment, in the time of Việt Nam.

use std::fmt;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use super::Date;
use crate::ground::text::fold;

/// `Asia/Ho_Chi_Minh`: seven hours before UTC in every season since 1975, so no table of time zones is needed.
const VIET_NAM: Offset = Offset::constant(7);

/// A time of day, to the minute. As text `08:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    hour: i8,
    minute: i8,
}

/// Why a text is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeError {
    /// Nothing there.
    Empty,
    /// In none of the forms that are read.
    Unreadable,
    /// Well written, but no clock shows it: 24:00, 8:75.
    NoSuchTime,
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for TimeError {}

impl TimeOfDay {
    /// A time from 00:00 to 23:59, or `None`.
    #[must_use]
    pub fn new(hour: i8, minute: i8) -> Option<Self> {
        ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(Self { hour, minute })
    }

    /// Reads what a person typed: `08:30`, `8h`, `8h30`, `8g30`, `8 giờ 30`, `8 giờ rưỡi`, `2 giờ chiều`, `08:30:00`.
    ///
    /// # Errors
    /// [`TimeError`] says what is wrong with the text.
    pub fn read(text: &str) -> Result<Self, TimeError> {
        let text = fold(text);
        let (text, part) = ["sang", "trua", "chieu", "toi"]
            .iter()
            .find_map(|part| text.strip_suffix(part).map(|rest| (rest.trim_end(), *part)))
            .unwrap_or((&text, ""));
        let text = text.trim_end_matches(['\'', 'p']).trim_end_matches("phut").replace("ruoi", "30");
        let text = text.replace("gio", ":").replace(['h', 'g', '.'], ":").replace(' ', "");
        let (hour, minute) = match text.split(':').collect::<Vec<_>>().as_slice() {
            [""] => return Err(if part.is_empty() { TimeError::Empty } else { TimeError::Unreadable }),
            [hour, ""] => (digits(hour)?, 0),
            // Seconds are what a spreadsheet adds.
            [hour, minute] | [hour, minute, "00"] => (digits(hour)?, digits(minute)?),
            _ => return Err(TimeError::Unreadable),
        };
        let afternoon = match part {
            "trua" => hour < 3,
            "chieu" | "toi" => hour < 12,
            _ => false,
        };
        Self::new(if afternoon { hour + 12 } else { hour }, minute).ok_or(TimeError::NoSuchTime)
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> i8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> i8 {
        self.minute
    }
}

/// `08:00`; its order as text is the order of the day.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        Self::read(&text)
    }
}

/// A moment: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The moment at which a clock in Việt Nam shows this day and time.
    #[must_use]
    pub fn from_local(date: Date, time: TimeOfDay) -> Self {
        let local = date.0.at(time.hour, time.minute, 0, 0);
        // Only the last hours of the year 9999 are out of reach.
        Self(VIET_NAM.to_timestamp(local).unwrap_or(Timestamp::MAX).as_millisecond())
    }

    /// The day in Việt Nam.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.local().date())
    }

    /// The time of day in Việt Nam, seconds dropped.
    #[must_use]
    pub fn time(self) -> TimeOfDay {
        let local = self.local();
        TimeOfDay { hour: local.hour(), minute: local.minute() }
    }

    /// What a clock in Việt Nam shows; a moment beyond the calendar is taken for its first or last.
    fn local(self) -> civil::DateTime {
        // Above the first moment only the end of the calendar can be passed.
        VIET_NAM.to_datetime(Timestamp::from_millisecond(self.0.max(FIRST)).unwrap_or(Timestamp::MAX))
    }
}

/// The first moment of the year 1 in Việt Nam: a [`Date`] has no year before it.
const FIRST: i64 = -62_135_622_000_000;

/// `08:00 ngày 16/10/2018`, in the time of Việt Nam. The time alone is [`Instant::time`].
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ngày {}", self.time(), self.date())
    }
}

fn digits(text: &str) -> Result<i8, TimeError> {
    if matches!(text.len(), 1 | 2) && text.chars().all(|c| c.is_ascii_digit()) {
        text.parse().map_err(|_| TimeError::Unreadable)
    } else {
        Err(TimeError::Unreadable)
    }
}
