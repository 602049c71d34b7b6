//! A step (việc) of a plan: a result that can be measured, from when until when, who answers for it, what it takes. Pure.

use super::plan::Horizon;
use crate::ground::dates::Date;
use crate::ground::numbers::{self, NumberError};
use crate::ground::{Invalid, Word};
use serde::{Deserialize, Serialize};

/// What was last said of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StepState {
    Planned,
    UnderWay,
    Done,
    Dropped,
}

/// How a step stands on a day, for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stand {
    Done,
    UnderWay,
    Planned,
    /// Its day has passed, and it is neither done nor dropped.
    Late,
    Dropped,
}

crate::names! { StepState {
    Planned = "planned", "step-planned";
    UnderWay = "under_way", "step-under-way";
    Done = "done", "step-done";
    Dropped = "dropped", "step-dropped";
} }
crate::names! { Stand {
    Done = "done", "step-done";
    UnderWay = "under_way", "step-under-way";
    Planned = "planned", "step-planned";
    Late = "late", "step-late";
    Dropped = "dropped", "step-dropped";
} }

impl StepState {
    /// Neither done nor dropped.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::UnderWay)
    }

    /// Whether words must go with it: why it was given up.
    #[must_use]
    pub fn needs_words(self) -> bool {
        self == Self::Dropped
    }

    /// How it stands on a day: late from the day after the due day.
    #[must_use]
    pub fn stand(self, due: Date, day: Date) -> Stand {
        match self {
            Self::Done => Stand::Done,
            Self::Dropped => Stand::Dropped,
            _ if due < day => Stand::Late,
            Self::UnderWay => Stand::UnderWay,
            Self::Planned => Stand::Planned,
        }
    }
}

impl Stand {
    /// The class of the look.
    #[must_use]
    pub fn look(self) -> &'static str {
        match self {
            Self::Done => "good",
            Self::UnderWay => "part",
            Self::Planned => "wait",
            Self::Late => "now",
            Self::Dropped => "off",
        }
    }
}

/// What a step is linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    Difficulty(String),
    Practice(String),
}

impl Link {
    /// As a form's value.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Difficulty(id) => format!("d/{id}"),
            Self::Practice(id) => format!("p/{id}"),
        }
    }

    /// As a form brought it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        match kind {
            "d" => Some(Self::Difficulty(id.to_owned())),
            "p" => Some(Self::Practice(id.to_owned())),
            _ => None,
        }
    }
}

/// What it takes, from one source. Money in đồng; nothing where it takes no money (days of work, land).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    pub source: String,
    pub amount: Option<i64>,
    #[serde(default)]
    pub note: String,
}

/// A line of resources as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedResource {
    pub source: String,
    pub amount: String,
    pub note: String,
}

/// A step as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub text: String,
    pub result: String,
    pub starts_on: String,
    pub due_on: String,
    /// In words, where it is no trainee of the place.
    pub owner: String,
    pub owner_id: Option<String>,
    pub partners: String,
    pub link: String,
    pub resources: Vec<TypedResource>,
}

/// A step that keeps the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    pub result: String,
    pub starts_on: Date,
    pub due_on: Date,
    pub owner: String,
    pub owner_id: Option<String>,
    pub partners: String,
    pub link: Option<Link>,
    pub resources: Vec<Resource>,
}

/// The days between which a step of a plan lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    pub horizon: Horizon,
    pub class_starts: Date,
    pub class_ends: Date,
}

/// So many lines of resources a form has.
pub const MOST_RESOURCES: usize = 4;

/// What is wrong with the days, if something is: each with its field.
#[must_use]
pub fn wrong_days(starts: Date, due: Date, within: Within) -> Vec<(&'static str, Word)> {
    let mut wrong = Vec::new();
    if due < starts {
        wrong.push(("due_on", Word::new("step-wrong-order")));
    } else if due < within.class_starts {
        wrong.push(("due_on", Word::new("step-wrong-past")));
    }
    let last = within.horizon.last_day(within.class_ends);
    if due > last {
        let key = match within.horizon {
            Horizon::Short => "step-wrong-short",
            Horizon::Medium => "step-wrong-medium",
        };
        wrong.push(("due_on", Word::new(key).with("x", last.to_string())));
    }
    wrong
}

/// Reads what was typed; what is wrong is said field by field.
pub fn read(typed: &Typed, within: Within) -> Result<Draft, Invalid> {
    let mut invalid = Invalid::default();
    if typed.text.is_empty() {
        invalid.add("text", Word::new("step-wrong-text"));
    }
    if typed.result.is_empty() {
        invalid.add("result", Word::new("step-wrong-result"));
    }
    at_most(&mut invalid, "text", &typed.text, 500);
    at_most(&mut invalid, "result", &typed.result, 1000);
    at_most(&mut invalid, "partners", &typed.partners, 500);
    at_most(&mut invalid, "owner", &typed.owner, 200);
    if typed.owner.is_empty() && typed.owner_id.is_none() {
        invalid.add("owner", Word::new("step-wrong-owner"));
    }
    let starts = day(&mut invalid, "starts_on", &typed.starts_on);
    let due = day(&mut invalid, "due_on", &typed.due_on);
    if let (Some(starts), Some(due)) = (starts, due) {
        for (field, word) in wrong_days(starts, due, within) {
            invalid.add(field, word);
        }
    }
    let link = Link::read(&typed.link);
    if link.is_none() && !typed.link.is_empty() {
        invalid.add("link", Word::new("step-wrong-link"));
    }
    let resources = resources(&mut invalid, &typed.resources);
    let (Some(starts_on), Some(due_on), true) = (starts, due, invalid.is_empty()) else { return Err(invalid) };
    Ok(Draft {
        text: typed.text.clone(),
        result: typed.result.clone(),
        starts_on,
        due_on,
        // A trainee is named by who they are, so that the name is kept in one place.
        owner: if typed.owner_id.is_some() { String::new() } else { typed.owner.clone() },
        owner_id: typed.owner_id.clone(),
        partners: typed.partners.clone(),
        link,
        resources,
    })
}

fn day(invalid: &mut Invalid, field: &str, text: &str) -> Option<Date> {
    let read = Date::read(text).ok();
    if read.is_none() {
        invalid.add(field, Word::new(if field == "starts_on" { "step-wrong-start" } else { "step-wrong-due" }));
    }
    read
}

fn resources(invalid: &mut Invalid, typed: &[TypedResource]) -> Vec<Resource> {
    let mut read = Vec::new();
    for (n, it) in typed.iter().enumerate().filter(|(_, it)| !(it.source.is_empty() && it.amount.is_empty() && it.note.is_empty())) {
        if it.source.is_empty() {
            invalid.add(&format!("source{n}"), Word::new("step-wrong-source"));
        }
        at_most(invalid, &format!("source{n}"), &it.source, 200);
        at_most(invalid, &format!("note{n}"), &it.note, 300);
        match amount(&it.amount) {
            Ok(amount) => read.push(Resource { source: it.source.clone(), amount, note: it.note.clone() }),
            Err(_) => invalid.add(&format!("amount{n}"), Word::new("step-wrong-amount")),
        }
    }
    read
}

/// An amount in đồng as Vietnamese write it: `120 triệu`, `1,5 tỷ`, `45.000.000`; empty: it takes no money.
pub fn amount(text: &str) -> Result<Option<i64>, NumberError> {
    if text.is_empty() {
        return Ok(None);
    }
    match numbers::read_money(text)?.value {
        value if value < 0 => Err(NumberError::NotANumber),
        value => Ok(Some(value)),
    }
}

/// The sums by source, in the order in which the sources first come.
#[must_use]
pub fn by_source<'a>(resources: impl IntoIterator<Item = &'a Resource>) -> Vec<(String, i64)> {
    let mut sums: Vec<(String, i64)> = Vec::new();
    for it in resources {
        let Some(amount) = it.amount else { continue };
        match sums.iter_mut().find(|(source, _)| *source == it.source) {
            Some((_, sum)) => *sum = sum.saturating_add(amount),
            None => sums.push((it.source.clone(), amount)),
        }
    }
    sums
}

/// Adds that a text is too long, if it is.
pub fn at_most(invalid: &mut Invalid, field: &str, text: &str, most: usize) {
    let length = text.chars().count();
    if length > most {
        invalid.add(field, Word::new("plan-too-long").with("x", length.to_string()).with("y", most.to_string()));
    }
}

#[cfg(test)]
mod tests;
