//! The class (lớp tập huấn): its dates, its place, its states.

use crate::ground::dates::{Date, range};
use crate::ground::{Invalid, Word, text};
use crate::places::{FIRST_NEW, within_sentence};
use crate::web::ClassRef;
use serde::{Deserialize, Serialize};

/// Where a class stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Đang chuẩn bị: programme, call-up, nominations.
    Preparing,
    /// Đang diễn ra.
    Running,
    /// Đã kết thúc.
    Done,
    /// Đã hủy.
    Cancelled,
}

crate::names! { State {
    Preparing = "preparing", "class-state-preparing";
    Running = "running", "class-state-running";
    Done = "done", "class-state-done";
    Cancelled = "cancelled", "class-state-cancelled";
} }

impl State {
    /// The states that may follow. Each step can be taken back, for people press the wrong button.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Preparing => &[Self::Running, Self::Cancelled],
            Self::Running => &[Self::Done, Self::Preparing],
            Self::Done => &[Self::Running],
            Self::Cancelled => &[Self::Preparing],
        }
    }
}

/// A class, with what its project and province are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    pub id: String,
    pub project_id: String,
    /// Short and public: `/c/{code}`, on badges, before a difficulty's number. Given at the opening and never changed.
    pub code: String,
    pub name: String,
    pub province_id: String,
    pub venue: String,
    pub host: String,
    pub starts_on: String,
    pub ends_on: String,
    pub nominate_by: Option<String>,
    /// Chế độ: who bears meals, lodging and travel. Stands in the summons.
    pub allowance: String,
    pub state: String,
    /// Minutes after the start of a session from which a trainee counts as late.
    pub late_after: i64,
    pub changed_hlc: i64,
    pub project_name: String,
    pub sponsor: String,
    pub provider: String,
    pub province_name: String,
    pub period_id: Option<String>,
}
crate::row!(Class {
    id,
    project_id,
    code,
    name,
    province_id,
    venue,
    host,
    starts_on,
    ends_on,
    nominate_by,
    allowance,
    state,
    late_after,
    changed_hlc,
    project_name,
    sponsor,
    provider,
    province_name,
    period_id
});

/// Days after the last day for nominations on which a place may still name its people: lists are late everywhere.
const GRACE: i32 = 3;

impl Class {
    /// As access sees it.
    #[must_use]
    pub fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.id, project: &self.project_id }
    }

    #[must_use]
    pub fn state(&self) -> State {
        State::from_name(&self.state).unwrap_or(State::Preparing)
    }

    /// The key of its state's word.
    #[must_use]
    pub fn state_word(&self) -> &'static str {
        self.state().word()
    }

    /// `16–17/10/2018`
    #[must_use]
    pub fn dates(&self) -> String {
        match (Date::from_iso(&self.starts_on), Date::from_iso(&self.ends_on)) {
            (Ok(first), Ok(last)) => range(first, last),
            _ => self.starts_on.clone(),
        }
    }

    /// The first day, `02/12/2026`.
    #[must_use]
    pub fn starts_shown(&self) -> String {
        Date::from_iso(&self.starts_on).map_or_else(|_| self.starts_on.clone(), |it| it.to_string())
    }

    /// The last day.
    #[must_use]
    pub fn ends_shown(&self) -> String {
        Date::from_iso(&self.ends_on).map_or_else(|_| self.ends_on.clone(), |it| it.to_string())
    }

    /// Held since there are no districts?
    #[must_use]
    pub fn is_of_new_map(&self) -> bool {
        self.starts_on.as_str() >= FIRST_NEW
    }

    /// `tỉnh Phú Thọ`, as within a sentence.
    #[must_use]
    pub fn province(&self) -> String {
        within_sentence(&self.province_name)
    }

    /// The venue with its province, unless it says so itself.
    #[must_use]
    pub fn whereabouts(&self) -> String {
        let province = self.province();
        if self.venue.to_lowercase().contains(&province.to_lowercase()) {
            self.venue.clone()
        } else {
            format!("{}, {province}", self.venue)
        }
    }

    /// The last day on which a place is asked to name its people, for the eye.
    #[must_use]
    pub fn nominate_by_shown(&self) -> Option<String> {
        Some(Date::from_iso(self.nominate_by.as_deref()?).ok()?.to_string())
    }

    /// The last day on which a place's own page takes names: some days of grace, never beyond the first day of the class.
    #[must_use]
    pub fn takes_names_until(&self) -> Option<Date> {
        let first = Date::from_iso(&self.starts_on).ok()?;
        let asked = self.nominate_by.as_deref().and_then(|it| Date::from_iso(it).ok());
        Some(asked.map_or(first, |it| it.plus_days(GRACE).min(first)))
    }

    /// Does a place's own page still take names on this day?
    #[must_use]
    pub fn takes_names(&self, today: Date) -> bool {
        self.state() == State::Preparing && self.takes_names_until().is_some_and(|last| today <= last)
    }
}

/// A class to open, or what a class is to become. Also the body of `class.opened` and `class.changed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewClass {
    pub project_id: String,
    pub code: String,
    pub name: String,
    pub province_id: String,
    pub venue: String,
    #[serde(default)]
    pub host: String,
    pub starts_on: String,
    pub ends_on: String,
    #[serde(default)]
    pub nominate_by: Option<String>,
    #[serde(default)]
    pub allowance: String,
    #[serde(default = "quarter")]
    pub late_after: i64,
}

fn quarter() -> i64 {
    15
}

/// The longest class that makes sense here: a study visit has ten days, a mistyped year has hundreds.
const MOST_DAYS: i64 = 60;

impl NewClass {
    /// The class with its lines cleaned and its days as ISO text, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        // `db 27` is meant as DB27.
        let code = text::clean(&self.code).to_uppercase().replace([' ', '-', '.'], "");
        if !short(&code) {
            invalid.add("code", Word::new("class-code-form"));
        }
        let first = day(&mut invalid, "starts_on", &self.starts_on);
        let last = day(&mut invalid, "ends_on", &self.ends_on);
        let by = self.nominate_by.filter(|it| !it.trim().is_empty()).and_then(|it| day(&mut invalid, "nominate_by", &it));
        if let (Some(first), Some(last)) = (first, last) {
            if last < first {
                invalid.add("ends_on", Word::new("class-ends-before"));
            } else if first.days_until(last) >= MOST_DAYS {
                invalid.add("ends_on", Word::new("class-too-long"));
            }
        }
        if let (Some(first), Some(by)) = (first, by)
            && by > first
        {
            invalid.add("nominate_by", Word::new("class-nominate-late"));
        }
        if !(0..=240).contains(&self.late_after) {
            invalid.add("late_after", Word::new("class-late-form"));
        }
        if self.province_id.is_empty() {
            invalid.add("province_id", Word::new("class-province-missing"));
        }
        let allowance = text::clean_lines(&self.allowance);
        if allowance.chars().count() > 2000 {
            invalid.add("allowance", Word::new("class-line-long").with("x", "2000"));
        }
        let host = text::clean(&self.host);
        if host.chars().count() > 300 {
            invalid.add("host", Word::new("class-line-long").with("x", "300"));
        }
        let it = Self {
            project_id: self.project_id,
            code,
            name: some_line(&mut invalid, "name", &self.name, 300),
            province_id: self.province_id,
            venue: some_line(&mut invalid, "venue", &self.venue, 300),
            host,
            starts_on: first.map(Date::iso).unwrap_or_default(),
            ends_on: last.map(Date::iso).unwrap_or_default(),
            nominate_by: by.map(Date::iso),
            allowance,
            late_after: self.late_after,
        };
        invalid.verdict().map(|()| it)
    }
}

/// Two to twelve capital letters and digits: what people type after `/c/`.
pub(super) fn short(code: &str) -> bool {
    (2..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// A line that must be there and be no longer than `most` characters.
pub(super) fn some_line(invalid: &mut Invalid, field: &str, raw: &str, most: usize) -> String {
    let line = text::clean(raw);
    if line.is_empty() {
        invalid.add(field, Word::new(missing(field)));
    } else if line.chars().count() > most {
        invalid.add(field, Word::new("class-line-long").with("x", most.to_string()));
    }
    line
}

/// What to write where nothing was written.
fn missing(field: &str) -> &'static str {
    match field {
        "name" => "class-missing-name",
        "venue" => "class-missing-venue",
        "sponsor" => "class-missing-sponsor",
        "provider" => "class-missing-provider",
        "topic" => "class-missing-topic",
        "title" => "class-missing-title",
        _ => "class-line-missing",
    }
}

/// How to write a day that could not be read.
fn day_form(field: &str) -> &'static str {
    match field {
        "starts_on" => "class-day-starts",
        "ends_on" => "class-day-ends",
        "nominate_by" => "class-day-nominate",
        _ => "class-day-form",
    }
}

/// A day as typed or as ISO text.
pub(super) fn day(invalid: &mut Invalid, field: &str, raw: &str) -> Option<Date> {
    let read = Date::from_iso(raw.trim()).or_else(|_| Date::read(raw));
    if read.is_err() {
        invalid.add(field, Word::new(day_form(field)));
    }
    // A class of the year 218 is a slip of the keyboard.
    match read {
        Ok(it) if (2000..=2100).contains(&it.year()) => Some(it),
        Ok(_) => {
            invalid.add(field, Word::new(day_form(field)));
            None
        }
        Err(_) => None,
    }
}
