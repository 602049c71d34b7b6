//! A document (văn bản) and how it stands at a date. Pure.
//!
//! The standing is computed from dates and relations only, and for a date that is given: a document of 2016 was in force in a class of
//! 2018. A document is said to be in force only when its dates were checked; a relation that rests on memory alone changes no standing
//! and is shown beside it as unchecked.

use super::relation::{Effect, Touch};
use crate::ground::dates::Date;
use crate::ground::text::{clean, clean_lines};
use crate::ground::{Invalid, Word};
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// What sort of document, in the order of their rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Law,
    Ordinance,
    Resolution,
    Decree,
    Decision,
    Directive,
    JointCircular,
    Circular,
    Letter,
    Other,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::Law,
        Self::Ordinance,
        Self::Resolution,
        Self::Decree,
        Self::Decision,
        Self::Directive,
        Self::JointCircular,
        Self::Circular,
        Self::Letter,
        Self::Other,
    ];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Ordinance => "ordinance",
            Self::Resolution => "resolution",
            Self::Decree => "decree",
            Self::Decision => "decision",
            Self::Directive => "directive",
            Self::JointCircular => "joint_circular",
            Self::Circular => "circular",
            Self::Letter => "letter",
            Self::Other => "other",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// As a citation says it: in Vietnamese in every language, for it is part of the document's name.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Law => "Luật",
            Self::Ordinance => "Pháp lệnh",
            Self::Resolution => "Nghị quyết",
            Self::Decree => "Nghị định",
            Self::Decision => "Quyết định",
            Self::Directive => "Chỉ thị",
            Self::JointCircular => "Thông tư liên tịch",
            Self::Circular => "Thông tư",
            Self::Letter => "Công văn",
            Self::Other => "Văn bản",
        }
    }

    /// The key of its word: `document-kind-joint-circular`.
    #[must_use]
    pub fn word(self) -> String {
        format!("document-kind-{}", self.name().replace('_', "-"))
    }
}

/// How far a text was held against its source. It is always shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Đã đọc trong nguồn.
    Checked,
    /// Đọc một phần.
    Partly,
    /// Chưa đối chiếu văn bản gốc.
    #[default]
    Memory,
}

impl Mark {
    pub const ALL: [Self; 3] = [Self::Checked, Self::Partly, Self::Memory];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Partly => "partly",
            Self::Memory => "memory",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.name() == name)
    }

    /// The key of its word: `policy-mark-checked`.
    #[must_use]
    pub fn word(self) -> String {
        format!("policy-mark-{}", self.name())
    }

    /// The look's class for it.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Checked => "good",
            Self::Partly => "part",
            Self::Memory => "wait",
        }
    }
}

/// A document. Days are ISO text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: String,
    /// `27/2022/NĐ-CP`, without the kind.
    pub number: String,
    pub kind: Kind,
    pub issuer: String,
    /// Without number; empty when nobody has written it down.
    pub title: String,
    pub issued_on: Option<String>,
    pub effective_on: Option<String>,
    /// The first day on which it no longer applies.
    pub expires_on: Option<String>,
    pub mark: Mark,
    /// The mark of the three days.
    pub dates_mark: Mark,
    pub source: String,
    pub checked_on: Option<String>,
    pub note: String,
}

impl Document {
    /// "Nghị định 27/2022/NĐ-CP"
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.kind.title(), self.number)
    }

    /// The year of its number, or of its issue.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        let in_number = self.number.split(['/', '-']).filter(|part| part.len() == 4).find_map(|part| part.parse().ok());
        in_number.or_else(|| day(self.issued_on.as_deref()).map(Date::year))
    }

    /// How it stands, with what changed it.
    #[must_use]
    pub fn standing(&self, touches: Vec<Touch>) -> Standing {
        let (effective_on, expires_on) = (self.effective_on.clone(), self.expires_on.clone());
        Standing { effective_on, expires_on, dates_mark: self.dates_mark, touches }
    }
}

/// A document as a person or a file brings it: texts as typed, days in any form that is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewDocument {
    /// The one to correct, or the id that a file's key gives.
    pub id: Option<String>,
    pub number: String,
    /// `decree`
    pub kind: String,
    pub issuer: String,
    pub title: String,
    pub issued_on: String,
    pub effective_on: String,
    pub expires_on: String,
    /// `checked`, `partly`; anything else is from memory.
    pub mark: String,
    pub dates_mark: String,
    pub source: String,
    pub checked_on: String,
    pub note: String,
}

/// The document that was meant, or what is wrong with it.
pub fn draft(new: &NewDocument, id: String) -> Result<Document, Invalid> {
    let mut wrong = Invalid::default();
    let number = clean(&new.number);
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        wrong.add("number", Word::new("document-number-missing"));
    }
    let kind = Kind::from_name(&new.kind);
    if kind.is_none() {
        wrong.add("kind", Word::new("document-kind-missing"));
    }
    let issuer = clean(&new.issuer);
    if issuer.is_empty() {
        wrong.add("issuer", Word::new("document-issuer-missing"));
    }
    let title = clean(&new.title);
    let source = clean(&new.source);
    let mark = Mark::from_name(&new.mark).unwrap_or_default();
    if mark != Mark::Memory && source.is_empty() {
        wrong.add("source", Word::new("policy-source-missing"));
    }
    let note = clean_lines(&new.note);
    let lengths =
        [("number", &number, 100), ("issuer", &issuer, 300), ("title", &title, 600), ("source", &source, 500), ("note", &note, 2000)];
    for (field, text, most) in lengths {
        too_long(&mut wrong, field, text, most);
    }
    let issued_on = read_day(&mut wrong, "issued_on", &new.issued_on);
    let effective_on = read_day(&mut wrong, "effective_on", &new.effective_on);
    let expires_on = read_day(&mut wrong, "expires_on", &new.expires_on);
    let checked_on = read_day(&mut wrong, "checked_on", &new.checked_on);
    if effective_on.is_some() && effective_on < issued_on {
        wrong.add("effective_on", Word::new("document-effective-before-issue"));
    }
    if expires_on.is_some() && expires_on < effective_on.or(issued_on) {
        wrong.add("expires_on", Word::new("document-expires-before-effect"));
    }
    wrong.verdict()?;
    let dates_mark = Mark::from_name(&new.dates_mark).unwrap_or(mark);
    let iso = |day: Option<Date>| day.map(Date::iso);
    let kind = kind.unwrap_or(Kind::Other);
    let (issued_on, effective_on, expires_on, checked_on) = (iso(issued_on), iso(effective_on), iso(expires_on), iso(checked_on));
    Ok(Document { id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note })
}

/// A day that may be left out.
pub(super) fn read_day(wrong: &mut Invalid, field: &str, typed: &str) -> Option<Date> {
    if clean(typed).is_empty() {
        return None;
    }
    Date::read(typed).inspect_err(|_| wrong.add(field, Word::new("policy-day-unreadable"))).ok()
}

pub(super) fn too_long(wrong: &mut Invalid, field: &str, text: &str, most: usize) {
    if text.chars().count() > most {
        wrong.add(field, Word::new("policy-too-long").with("x", most.to_string()));
    }
}

/// A day from the disk.
pub(super) fn day(iso: Option<&str>) -> Option<Date> {
    iso.and_then(|iso| Date::from_iso(iso).ok())
}

/// What the state at a date is computed from: a document's days and what touches it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub effective_on: Option<String>,
    pub expires_on: Option<String>,
    pub dates_mark: Mark,
    pub touches: Vec<Touch>,
}

/// How a document stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    InForce,
    /// A part of it was amended, replaced or repealed.
    Amended,
    NotYet,
    /// Nobody has written down from when it applies, or nothing says that it ended and its days were not fully checked: then it may
    /// not be called current.
    Unknown,
    /// Replaced or repealed by another document.
    Replaced,
    /// Its own time is over.
    Expired,
}

impl State {
    pub const ALL: [Self; 6] = [Self::InForce, Self::Amended, Self::NotYet, Self::Unknown, Self::Replaced, Self::Expired];

    fn name(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Amended => "amended",
            Self::NotYet => "not-yet",
            Self::Unknown => "unknown",
            Self::Replaced => "replaced",
            Self::Expired => "expired",
        }
    }

    /// The key of its word: `document-state-in-force`.
    #[must_use]
    pub fn word(self) -> String {
        format!("document-state-{}", self.name())
    }

    /// The look's class for it: never the only sign, the word stands beside it.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::InForce => "good",
            Self::Amended => "part",
            Self::NotYet | Self::Unknown => "wait",
            Self::Replaced | Self::Expired => "off",
        }
    }

    /// Does it apply, at least in part?
    #[must_use]
    pub fn applies(self) -> bool {
        matches!(self, Self::InForce | Self::Amended)
    }
}

impl Standing {
    /// The state on a day.
    #[must_use]
    pub fn at(&self, on: Date) -> State {
        let known = || self.touches.iter().filter(|it| it.mark != Mark::Memory && it.since().is_none_or(|since| since <= on));
        if known().any(Touch::ends_all) {
            return State::Replaced;
        }
        if day(self.expires_on.as_deref()).is_some_and(|it| it <= on) {
            return State::Expired;
        }
        match day(self.effective_on.as_deref()) {
            Some(from) if on < from => State::NotYet,
            Some(_) if known().any(|it| it.effect != Effect::Guides) => State::Amended,
            Some(_) if self.dates_mark == Mark::Checked => State::InForce,
            None | Some(_) => State::Unknown,
        }
    }
}
