//! A local item: what one place did, is doing or plans under a component. Pure.

use super::programme::{Component, Period, year};
use crate::ground::numbers::{self, NumberError};
use crate::ground::{Instant, Invalid, Word};
use crate::web::{Actor, Role};
use serde::{Deserialize, Serialize};

/// How far a local item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    Done,
    UnderWay,
    Planned,
}

// In the order of the pages.
crate::names! { ItemState {
    Done = "done", "item-state-done";
    UnderWay = "under_way", "item-state-under-way";
    Planned = "planned", "item-state-planned";
} }

/// Hạng mục tại địa phương. Money in đồng.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalItem {
    pub id: String,
    pub place_id: String,
    pub component_id: String,
    pub component_name: String,
    /// `Chương trình 135, 2016–2020`
    pub period: String,
    pub name: String,
    pub year: i64,
    pub planned: i64,
    pub spent: i64,
    pub state: String,
    pub note: String,
    pub illustration: bool,
    pub changed_at: Instant,
    /// The name of who changed it last.
    pub changed_by: Option<String>,
    pub changed_hlc: i64,
}

crate::row!(LocalItem {
    id,
    place_id,
    component_id,
    component_name,
    period,
    name,
    year,
    planned,
    spent,
    state,
    note,
    illustration,
    changed_at,
    changed_by,
    changed_hlc
});

impl LocalItem {
    #[must_use]
    pub fn state(&self) -> ItemState {
        ItemState::from_name(&self.state).unwrap_or(ItemState::Planned)
    }
}

/// A local item as it is kept: the whole of it each time. Without an id, a new one of this deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLocalItem {
    pub id: Option<String>,
    pub place_id: String,
    pub component_id: String,
    pub name: String,
    pub year: i64,
    pub planned: i64,
    pub spent: i64,
    pub state: ItemState,
    pub note: String,
    pub illustration: bool,
}

/// May this actor keep items of this place? Those who run classes may anywhere; a trainee at the place they come from.
#[must_use]
pub fn may_keep(actor: &Actor, own_place: Option<&str>, place: &str) -> bool {
    runs(actor) || (actor.has(Role::Trainee) && own_place == Some(place))
}

pub(super) fn runs(actor: &Actor) -> bool {
    actor.has(Role::Administrator) || actor.has(Role::Organiser)
}

/// What a person wrote into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub component: String,
    pub year: String,
    pub planned: String,
    pub spent: String,
    pub state: String,
    pub note: String,
}

/// What it says, once it says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub component_id: String,
    pub name: String,
    pub year: i64,
    pub planned: i64,
    pub spent: i64,
    pub state: ItemState,
    pub note: String,
}

/// More than a province gets in a year is a slip of the hand.
const MOST_MONEY: i64 = 100_000_000_000_000;

impl Draft {
    /// Reads the form against the component it names and that component's period, if there are such.
    pub fn read(&self, under: Option<(&Component, &Period)>) -> Result<Said, Invalid> {
        let mut invalid = Invalid::default();
        match self.name.chars().count() {
            0 => invalid.add("name", Word::new("item-name-missing")),
            1..=300 => {}
            _ => invalid.add("name", Word::new("item-name-long")),
        }
        if self.note.chars().count() > 2000 {
            invalid.add("note", Word::new("item-note-long"));
        }
        if under.is_none() {
            invalid.add("component", Word::new("item-component-missing"));
        }
        let year = self.year(under.map(|(_, period)| period), &mut invalid);
        let planned = money(&self.planned, "planned", &mut invalid);
        let spent = money(&self.spent, "spent", &mut invalid);
        let state = ItemState::from_name(&self.state);
        if state.is_none() {
            invalid.add("state", Word::new("item-state-missing"));
        }
        let component = under.map(|(component, _)| component.id.clone());
        match (component, year, planned, spent, state) {
            (Some(component_id), Some(year), Some(planned), Some(spent), Some(state)) if invalid.is_empty() => {
                Ok(Said { component_id, name: self.name.clone(), year, planned, spent, state, note: self.note.clone() })
            }
            _ => Err(invalid),
        }
    }

    fn year(&self, period: Option<&Period>, invalid: &mut Invalid) -> Option<i64> {
        let read = self.year.parse::<i64>().ok().filter(|it| (1990..=2100).contains(it));
        let Some(read) = read else {
            invalid.add("year", Word::new("item-year-unreadable"));
            return None;
        };
        if let Some(period) = period {
            let (first, last) = (year(&period.starts_on), year(&period.ends_on));
            if !(first..=last).contains(&read) {
                invalid.add("year", Word::new("item-year-outside").with("x", first.to_string()).with("y", last.to_string()));
            }
        }
        Some(read)
    }
}

/// An amount; nothing written is nothing spent. Where dot and comma leave a doubt, the person is asked, not guessed for.
fn money(typed: &str, field: &str, invalid: &mut Invalid) -> Option<i64> {
    let mut wrong = |word: Word| {
        invalid.add(field, word);
        None
    };
    match numbers::read_money(typed) {
        Err(NumberError::Empty) => Some(0),
        Err(_) => wrong(Word::new("item-money-unreadable")),
        Ok(reading) if reading.value < 0 => wrong(Word::new("item-money-below-zero")),
        Ok(reading) if reading.value > MOST_MONEY => wrong(Word::new("item-money-large")),
        Ok(reading) => match reading.doubt {
            Some(other) => {
                wrong(Word::new("item-money-doubtful").with("x", numbers::money(reading.value)).with("y", numbers::money(other)))
            }
            None => Some(reading.value),
        },
    }
}
