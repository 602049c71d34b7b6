//! The session (buổi): one meeting of a class, any number of them a day, with its speakers and material.

use super::class::{Class, some_line};
use crate::ground::dates::{Date, Instant, TimeOfDay};
use crate::ground::{Invalid, Word, text};
use serde::{Deserialize, Serialize};

/// A session. The ordinal follows the time: buổi 1 is the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: String,
    pub class_id: String,
    pub ordinal: i64,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub topic: String,
    pub hall: String,
    pub changed_hlc: i64,
}
crate::row!(Session { id, class_id, ordinal, starts_at, ends_at, topic, hall, changed_hlc });

impl Session {
    /// `07:30–11:30`
    #[must_use]
    pub fn times(&self) -> String {
        format!("{}–{}", self.starts_at.time(), self.ends_at.time())
    }

    /// `Thứ Ba, 16/10/2018`
    #[must_use]
    pub fn day(&self) -> String {
        let date = self.starts_at.date();
        format!("{}, {date}", date.weekday_name())
    }

    /// The key of its part of the day: sáng, chiều, tối.
    #[must_use]
    pub fn part(&self) -> &'static str {
        part_of_day(self.starts_at)
    }
}

/// The key of the part of the day in which a moment lies.
#[must_use]
pub fn part_of_day(at: Instant) -> &'static str {
    match at.time().hour() {
        0..=11 => "session-morning",
        12..=17 => "session-afternoon",
        _ => "session-evening",
    }
}

/// Who speaks in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    pub session_id: String,
    pub person_id: String,
    pub name: String,
    pub position: String,
    pub unit: String,
    pub part: String,
}
crate::row!(Speaker { session_id, person_id, name, position, unit, part });

/// What a session gives out: a title with a link, or a document of the policy room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    pub id: String,
    pub session_id: String,
    pub title: String,
    pub link: String,
    pub document_id: Option<String>,
}
crate::row!(Material { id, session_id, title, link, document_id });

impl Material {
    /// Is it the page of what is new in a document?
    #[must_use]
    pub fn is_news(&self) -> bool {
        is_page_of_changes(&self.link)
    }

    /// Where it opens; nothing where it has only a title.
    #[must_use]
    pub fn opens(&self) -> Option<String> {
        match &self.document_id {
            Some(_) if self.is_news() => Some(self.link.clone()),
            Some(document) => Some(format!("/documents/{document}")),
            None => Some(self.link.clone()).filter(|it| !it.is_empty()),
        }
    }
}

/// The address of a page of this library that shows what changed: of two documents, or of one on two days.
fn is_page_of_changes(link: &str) -> bool {
    let own = link.strip_prefix("/documents/").is_some_and(|it| it.contains("/compare/") || it.contains("/changes"));
    own && !link.contains("//") && link.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '?' | '=' | '&'))
}

/// A session to plan, or what a session is to become. Also the body of `session.planned` and `session.changed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub topic: String,
    #[serde(default)]
    pub hall: String,
}

/// A session as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanForm {
    pub day: String,
    pub from: String,
    pub to: String,
    pub topic: String,
    pub hall: String,
}

impl PlanForm {
    /// The plan that was typed, or what is wrong with it.
    pub fn read(&self) -> Result<Plan, Invalid> {
        let mut invalid = Invalid::default();
        let day = super::class::day(&mut invalid, "day", &self.day);
        let from = time(&mut invalid, "from", &self.from);
        let to = time(&mut invalid, "to", &self.to);
        let topic = some_line(&mut invalid, "topic", &self.topic, 500);
        invalid.verdict()?;
        match (day, from, to) {
            (Some(day), Some(from), Some(to)) => Ok(Plan {
                starts_at: Instant::from_local(day, from),
                ends_at: Instant::from_local(day, to),
                topic,
                hall: text::clean(&self.hall),
            }),
            _ => Err(Invalid::field("day", "class-day-form")),
        }
    }
}

impl Plan {
    /// The plan as it may stand in this class beside its other sessions, or what is wrong with it.
    pub fn checked(self, class: &Class, others: &[Session]) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let it = Self { topic: some_line(&mut invalid, "topic", &self.topic, 500), hall: text::clean(&self.hall), ..self };
        if it.hall.chars().count() > 200 {
            invalid.add("hall", Word::new("class-line-long").with("x", "200"));
        }
        if it.ends_at <= it.starts_at {
            invalid.add("to", Word::new("session-ends-before"));
        }
        let within = |at: Instant| {
            let day = at.date().iso();
            class.starts_on <= day && day <= class.ends_on
        };
        if !within(it.starts_at) || !within(it.ends_at) {
            invalid.add("day", Word::new("session-outside").with("x", class.dates()));
        }
        let at_once = others.iter().find(|other| other.hall == it.hall && other.starts_at < it.ends_at && it.starts_at < other.ends_at);
        if let Some(other) = at_once {
            invalid.add("from", Word::new("session-clash").with("x", other.ordinal.to_string()).with("y", other.times()));
        }
        invalid.verdict().map(|()| it)
    }
}

fn time(invalid: &mut Invalid, field: &str, raw: &str) -> Option<TimeOfDay> {
    let read = TimeOfDay::read(raw).ok();
    if read.is_none() {
        invalid.add(field, Word::new("session-time-form"));
    }
    read
}

/// Material to add. Also the body of `class.material_added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMaterial {
    pub title: String,
    #[serde(default)]
    pub link: String,
    #[serde(default)]
    pub document_id: Option<String>,
}

impl NewMaterial {
    /// The material with its lines cleaned, or what is wrong with it. A link leads to the web and nowhere else.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let link = text::clean(&self.link);
        let web = link.starts_with("https://") || link.starts_with("http://");
        let news = self.document_id.is_some() && is_page_of_changes(&link);
        if !link.is_empty() && !news && (!web || link.contains(' ') || link.chars().count() > 1000) {
            invalid.add("link", Word::new("session-link-form"));
        }
        let title = some_line(&mut invalid, "title", &self.title, 300);
        invalid.verdict().map(|()| Self { title, link, document_id: self.document_id.filter(|it| !it.is_empty()) })
    }
}

/// The first days of a class, for a form that offers them.
#[must_use]
pub fn days_of(class: &Class) -> Vec<Date> {
    let (Ok(first), Ok(last)) = (Date::from_iso(&class.starts_on), Date::from_iso(&class.ends_on)) else { return Vec::new() };
    let count = first.days_until(last).clamp(0, 60);
    (0..=count).filter_map(|n| i32::try_from(n).ok()).map(|n| first.plus_days(n)).collect()
}
