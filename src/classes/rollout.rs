//! The roll-out (lộ trình) of a training project: in which province it means to hold how many classes, in which month.

use crate::ground::dates::Date;
use crate::ground::{Invalid, Word, text};
use serde::{Deserialize, Serialize};

/// So many classes of one project in one province at most.
const MOST: i64 = 200;

/// A line of the roll-out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollout {
    pub province_id: String,
    pub province_name: String,
    /// The first day of the month.
    pub planned_on: String,
    pub classes: i64,
    /// The provider says they were held; there is no other proof of it here.
    pub reported: bool,
    pub note: String,
}
crate::row!(Rollout { province_id, province_name, planned_on, classes, reported, note });

impl Rollout {
    /// `10/2018`
    #[must_use]
    pub fn month(&self) -> String {
        month_shown(&self.planned_on)
    }
}

/// `2018-10-01` as `10/2018`.
#[must_use]
pub fn month_shown(iso: &str) -> String {
    Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |it| format!("{:02}/{}", it.month(), it.year()))
}

/// A line to plan, or to plan anew; no classes takes it back. Also the body of `project.rollout_planned`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRollout {
    pub province_id: String,
    pub planned_on: String,
    pub classes: i64,
    #[serde(default)]
    pub reported: bool,
    #[serde(default)]
    pub note: String,
}

impl NewRollout {
    /// The line cleaned, or what is wrong with it. The month may come as `10/2018`, `2018-10` or a whole day.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        if self.province_id.is_empty() {
            invalid.add("province_id", Word::new("class-province-missing"));
        }
        let month = read_month(&self.planned_on);
        if month.is_none() {
            invalid.add("month", Word::new("rollout-month-wrong"));
        }
        if !(0..=MOST).contains(&self.classes) {
            invalid.add("classes", Word::new("rollout-classes-wrong"));
        }
        let note = text::clean(&self.note);
        if note.chars().count() > 300 {
            invalid.add("note", Word::new("class-line-long").with("x", "300"));
        }
        let it = Self { planned_on: month.map(Date::iso).unwrap_or_default(), note, ..self };
        invalid.verdict().map(|()| it)
    }
}

/// The first day of the month that is meant.
fn read_month(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = Date::from_iso(text).or_else(|_| Date::from_iso(&format!("{text}-01"))).or_else(|_| Date::read(text));
    let day = day.or_else(|_| Date::read(&format!("01/{text}"))).ok()?;
    Date::new(day.year(), day.month(), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(month: &str, classes: i64) -> NewRollout {
        NewRollout { province_id: "o25".into(), planned_on: month.into(), classes, ..NewRollout::default() }
    }

    #[test]
    fn a_month_is_its_first_day() {
        let of = |text: &str| line(text, 1).checked().map(|it| it.planned_on);
        for text in ["10/2018", "2018-10", "2018-10-16", "16/10/2018"] {
            assert_eq!(of(text).as_deref(), Ok("2018-10-01"), "{text}");
        }
        assert!(of("").is_err() && of("13/2018").is_err() && of("sang năm").is_err());
        assert_eq!(month_shown("2018-10-01"), "10/2018");
        assert!(line("10/2018", 201).checked().is_err() && line("10/2018", 0).checked().is_ok());
        assert!(NewRollout { province_id: String::new(), ..line("10/2018", 1) }.checked().is_err());
    }
}
