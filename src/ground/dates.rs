//! Days and moments as Vietnamese papers write them. The clock is elsewhere; here is only what a day is called.
//!
//! A day is ISO text on disk (`2018-10-16`) and `16/10/2018` for the eye; weeks start on Monday. A moment is
//! milliseconds since 1970 in UTC, shown in the time of Việt Nam.

use std::fmt;

use jiff::civil;
use jiff::{SignedDuration, ToSpan};
use serde::{Deserialize, Serialize};

use super::text::fold;

pub use moments::{Instant, TimeError, TimeOfDay};

mod moments;
#[cfg(test)]
mod tests;

/// A day of the calendar, of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(civil::Date);

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateError {
    /// Nothing there.
    Empty,
    /// In none of the forms that are read.
    Unreadable,
    /// A day and a month without a year.
    NoYear,
    /// A year of two digits: which century is not for us to guess.
    ShortYear,
    /// Well written, but the calendar has no such day: 31/02/2026.
    NoSuchDay,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// A day from its parts, or `None` if there is no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if year < 1 {
            return None;
        }
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads ISO text, as on disk: `2018-10-16` and nothing else.
    ///
    /// # Errors
    /// [`DateError`] if it is anything else.
    pub fn from_iso(text: &str) -> Result<Self, DateError> {
        match text.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if (year.len(), month.len(), day.len()) == (4, 2, 2) => from_digits(year, month, day),
            _ => Err(DateError::Unreadable),
        }
    }

    /// Reads what a person typed or a spreadsheet wrote: `16/10/2018`, `16-10-2018`, `16.10.2018`, `2018-10-16`
    /// (with a midnight after it), `ngày 16 tháng 10 năm 2018`. The day stands before the month.
    ///
    /// # Errors
    /// [`DateError`] says what is wrong with the text.
    pub fn read(text: &str) -> Result<Self, DateError> {
        let text = fold(text);
        let text = text.strip_prefix("ngay ").unwrap_or(&text);
        let text = text.replace("thang", "/").replace("nam", "/");
        let midnight = |text: &str| !text.is_empty() && text.chars().all(|c| matches!(c, '0' | ':' | '.' | 'z'));
        let day = match text.split_once(['t', ' ']) {
            Some((day, time)) if time.contains(':') && midnight(time) => day.to_owned(),
            _ => text.replace(' ', ""),
        };
        match day.split(['/', '-', '.', '–']).collect::<Vec<_>>().as_slice() {
            [""] => Err(DateError::Empty),
            [day, month] if is_short(day) && is_short(month) => Err(DateError::NoYear),
            [year, month, day] | [day, month, year] if year.len() == 4 && is_short(month) && is_short(day) => from_digits(year, month, day),
            [day, month, year] if is_short(day) && is_short(month) && is_short(year) => Err(DateError::ShortYear),
            _ => Err(DateError::Unreadable),
        }
    }

    /// ISO text for the disk: `2018-10-16`. Its order as text is the order of the days.
    #[must_use]
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// As papers are dated: `ngày 05 tháng 02 năm 2026`. Days below ten and months 1 and 2 get a zero, so that nobody
    /// can write a digit before them; months 3 to 9 do not.
    #[must_use]
    pub fn formal(self) -> String {
        let month = match self.month() {
            month @ (1 | 2) => format!("0{month}"),
            month => month.to_string(),
        };
        format!("ngày {:02} tháng {month} năm {}", self.day(), self.year())
    }

    /// The line of place and day at the head of a paper: `Phú Thọ, ngày 05 tháng 02 năm 2026`.
    #[must_use]
    pub fn formal_at(self, place: &str) -> String {
        format!("{place}, {}", self.formal())
    }

    /// 1 on Monday to 7 on Sunday.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The name of the weekday: `Thứ Hai` … `Chủ Nhật`.
    #[must_use]
    pub fn weekday_name(self) -> &'static str {
        match self.0.weekday() {
            civil::Weekday::Monday => "Thứ Hai",
            civil::Weekday::Tuesday => "Thứ Ba",
            civil::Weekday::Wednesday => "Thứ Tư",
            civil::Weekday::Thursday => "Thứ Năm",
            civil::Weekday::Friday => "Thứ Sáu",
            civil::Weekday::Saturday => "Thứ Bảy",
            civil::Weekday::Sunday => "Chủ Nhật",
        }
    }

    /// The Monday of this week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus_days(i32::from(1 - self.weekday()))
    }

    /// So many days later (earlier, if below zero); stops at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        self.kept(self.0.saturating_add(SignedDuration::from_hours(24 * i64::from(days))))
    }

    /// The same day so many months later (earlier, if below zero), or the last day of a shorter month; stops at the
    /// ends of the calendar.
    #[must_use]
    pub fn plus_months(self, months: i16) -> Self {
        self.kept(self.0.saturating_add(i64::from(months).months()))
    }

    /// The count of days from this day to another; below zero if that one is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    fn kept(self, moved: civil::Date) -> Self {
        Self::new(moved.year(), moved.month(), moved.day()).unwrap_or(self)
    }
}

/// For the eye: `16/10/2018`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}/{:04}", self.day(), self.month(), self.year())
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.iso()
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(iso: String) -> Result<Self, DateError> {
        Self::from_iso(&iso)
    }
}

/// Days from the first to the last, without saying anything twice: `16/10/2018`, `16–17/10/2018`, `30/10–02/11/2018`,
/// `30/12/2018–02/01/2019`.
#[must_use]
pub fn range(first: Date, last: Date) -> String {
    if first == last {
        first.to_string()
    } else if first.year() != last.year() {
        format!("{first}–{last}")
    } else if first.month() == last.month() {
        format!("{:02}–{last}", first.day())
    } else {
        format!("{:02}/{:02}–{last}", first.day(), first.month())
    }
}

/// One or two digits.
fn is_short(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.chars().all(|c| c.is_ascii_digit())
}

fn from_digits(year: &str, month: &str, day: &str) -> Result<Date, DateError> {
    // `parse` would take a sign.
    if ![year, month, day].iter().all(|part| part.chars().all(|c| c.is_ascii_digit())) {
        return Err(DateError::Unreadable);
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(DateError::Unreadable);
    };
    Date::new(year, month, day).ok_or(DateError::NoSuchDay)
}
