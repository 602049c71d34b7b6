//! A programme, its periods and the tree of components under each. Pure.

use crate::ground::dates::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How far a statement was checked against a source. What was not read is never shown as law without saying so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Checked,
    Partly,
    Memory,
}

impl Mark {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Partly => "partly",
            Self::Memory => "memory",
        }
    }
}

/// Chương trình. The chain goes by `sort`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// `135`
    pub id: String,
    /// In full, as a decision names it.
    pub name: String,
    /// `Chương trình 135`
    pub short_name: String,
    pub sort: i64,
}

/// Giai đoạn, as it is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPeriod {
    /// `135-2016-2020`: also its address.
    pub id: String,
    pub programme_id: String,
    pub name: String,
    pub starts_on: String,
    pub ends_on: String,
    pub agency: String,
    /// One document a line.
    pub legal_basis: String,
    pub mark: Mark,
    pub note: String,
}

/// Giai đoạn of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    pub id: String,
    pub programme_id: String,
    /// The short name: `Chương trình 135`.
    pub programme_name: String,
    pub programme_full_name: String,
    pub name: String,
    pub starts_on: String,
    pub ends_on: String,
    pub agency: String,
    pub legal_basis: String,
    pub mark: String,
    pub note: String,
    pub components: i64,
    /// Places listed.
    pub places: i64,
}

crate::row!(Period {
    id,
    programme_id,
    programme_name,
    programme_full_name,
    name,
    starts_on,
    ends_on,
    agency,
    legal_basis,
    mark,
    note,
    components,
    places
});

/// Where a day stands towards a period or a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Over,
    Now,
    Ahead,
}

/// Where `today` (ISO) stands towards the days from `from` to `to`.
#[must_use]
pub fn standing(from: &str, to: Option<&str>, today: &str) -> Standing {
    if today < from {
        Standing::Ahead
    } else if to.is_some_and(|to| today > to) {
        Standing::Over
    } else {
        Standing::Now
    }
}

/// A day on disk for the eye.
#[must_use]
pub fn day(iso: &str) -> String {
    Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |date| date.to_string())
}

impl Period {
    #[must_use]
    pub fn standing(&self, today: &str) -> Standing {
        standing(&self.starts_on, Some(&self.ends_on), today)
    }

    /// The documents it rests on.
    #[must_use]
    pub fn basis(&self) -> Vec<&str> {
        self.legal_basis.lines().filter(|it| !it.is_empty()).collect()
    }

    /// `Chương trình 135, 2016–2020`: how a list names it.
    #[must_use]
    pub fn short_name(&self) -> String {
        let (first, last) = self.years();
        format!("{}, {first}–{last}", self.programme_name)
    }

    /// First and last year.
    #[must_use]
    pub fn years(&self) -> (i64, i64) {
        (year(&self.starts_on), year(&self.ends_on))
    }
}

pub(super) fn year(iso: &str) -> i64 {
    iso.split('-').next().and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// Hợp phần, dự án, tiểu dự án, hạng mục, as it is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewComponent {
    pub period_id: String,
    /// The code of the component above it.
    pub parent: Option<String>,
    /// `TDA1`: unique in its period.
    pub code: String,
    pub name: String,
    pub sort: i64,
    pub mark: Mark,
    pub note: String,
}

/// The id of a component: `135-2016-2020.TDA1`.
#[must_use]
pub fn component_id(period: &str, code: &str) -> String {
    format!("{period}.{code}")
}

/// Hợp phần, dự án, tiểu dự án, hạng mục in its tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    pub id: String,
    pub period_id: String,
    pub parent_id: Option<String>,
    pub code: String,
    pub name: String,
    /// 0 at the top.
    pub depth: i64,
    pub mark: String,
    pub note: String,
}

crate::row!(Component { id, period_id, parent_id, code, name, depth, mark, note });

/// Brings siblings that come in their order into the order of the tree, and says how deep each stands. A component whose parent is not
/// there stands at the top.
#[must_use]
pub(super) fn in_tree_order(siblings: Vec<Component>) -> Vec<Component> {
    let here: std::collections::HashSet<String> = siblings.iter().map(|it| it.id.clone()).collect();
    let mut below: HashMap<Option<String>, Vec<Component>> = HashMap::new();
    for component in siblings {
        let parent = component.parent_id.clone().filter(|it| here.contains(it) && *it != component.id);
        below.entry(parent).or_default().push(component);
    }
    let mut waiting: Vec<Component> = below.remove(&None).unwrap_or_default();
    waiting.reverse();
    let mut ordered = Vec::with_capacity(here.len());
    while let Some(component) = waiting.pop() {
        for mut child in below.remove(&Some(component.id.clone())).unwrap_or_default().into_iter().rev() {
            child.depth = component.depth + 1;
            waiting.push(child);
        }
        ordered.push(component);
    }
    ordered
}

/// A place's standing in a period, as it is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewListing {
    pub period_id: String,
    pub place_id: String,
    /// In words: "Xã thuộc diện đầu tư của Chương trình 135 năm 2016".
    pub standing: String,
    pub valid_from: String,
    pub valid_to: Option<String>,
    /// The document that says so.
    pub basis: String,
    pub mark: Mark,
    /// Where it was read.
    pub source: String,
}

/// A place's standing in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub period_id: String,
    /// `Chương trình 135, 2016–2020`
    pub period: String,
    pub place_id: String,
    pub place_name: String,
    /// `huyện Cẩm Khê, tỉnh Phú Thọ`
    pub lies: String,
    pub standing: String,
    pub valid_from: String,
    pub valid_to: Option<String>,
    pub basis: String,
    pub mark: String,
    pub source: String,
}

impl Listing {
    #[must_use]
    pub fn is_now(&self, today: &str) -> bool {
        standing(&self.valid_from, self.valid_to.as_deref(), today) == Standing::Now
    }

    #[must_use]
    pub fn from(&self) -> String {
        day(&self.valid_from)
    }

    #[must_use]
    pub fn to(&self) -> Option<String> {
        self.valid_to.as_deref().map(day)
    }
}
