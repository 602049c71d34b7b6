//! The sheets of the chain, each drawn from what was found, in the asker's words and by the map that is asked for.

mod classes;
mod coverage;
mod difficulties;
mod people;
mod planning;
mod plans;
mod practices;

pub(in super::super) use classes::CLASSES;
pub(in super::super) use coverage::{CAME_TO, LISTED, LISTED_REACHED, REACHED, UNITS};
pub(in super::super) use difficulties::{DAYS, TEXT, TIMES, WITH};
pub(in super::super) use people::{CAME, NAMED, TOLD};
pub(in super::super) use practices::TAKEN_UP;

use super::atlas::{Atlas, Era, Mark, Spot};
use super::found::{Class, Found};
use super::kind::Kind;
use super::sheet::{Cell, Choice, Column, Set, Sheet, Show, Tag, tag};
use crate::ground::dates::Date;
use crate::web::W;
use std::collections::HashMap;

/// What every sheet is drawn with.
pub(in super::super) struct View {
    pub(in super::super) w: W,
    pub(in super::super) found: Found,
    pub(in super::super) atlas: Atlas,
    /// The address of the chain: `/overview`, `/projects/{project}/overview`.
    pub(in super::super) base: String,
    /// The map, where it is not the one of this day: it stays in every link.
    pub(in super::super) map: Option<&'static str>,
    pub(in super::super) today: Date,
    /// Where each class stands in what was found.
    classes: HashMap<String, usize>,
}

impl View {
    pub(in super::super) fn new(w: W, found: Found, era: Era, base: String, map: Option<&'static str>, today: Date) -> Self {
        let classes = found.classes.iter().enumerate().map(|(i, it)| (it.id.clone(), i)).collect();
        Self { w, atlas: found.atlas(era), found, base, map, today, classes }
    }

    fn class(&self, id: &str) -> Option<&Class> {
        self.classes.get(id).and_then(|i| self.found.classes.get(*i))
    }

    /// The sheet with all its lines.
    pub(in super::super) fn sheet(&self, kind: Kind) -> Sheet {
        match kind {
            Kind::Classes => classes::sheet(self),
            Kind::Coverage => coverage::sheet(self),
            Kind::Sexes => people::sexes(self),
            Kind::Positions => people::positions(self),
            Kind::Peoples => people::peoples(self),
            Kind::Difficulties => difficulties::sheet(self),
            Kind::Clauses => difficulties::clauses(self),
            Kind::Practices => practices::sheet(self),
            Kind::Adoptions => practices::adoptions(self),
            Kind::Plans => plans::sheet(self),
            Kind::Steps => plans::steps(self),
            Kind::Overlaps => planning::overlaps(self),
            Kind::Doubles => planning::doubles(self),
        }
    }

    /// The address of a sheet with a choice of its lines; `ending` is nothing, `.csv` or `.xlsx`.
    pub(in super::super) fn file(&self, kind: Kind, ending: &str, choice: Choice<'_>) -> String {
        let pairs = self.map.into_iter().map(|it| ("map", it)).chain(choice.iter().copied());
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}/{}{ending}{mark}{query}", self.base, kind.name())
    }

    pub(in super::super) fn link(&self, kind: Kind, choice: Choice<'_>) -> String {
        self.file(kind, "", choice)
    }

    fn columns(&self, heads: &[(&str, Set, Show)]) -> Vec<Column> {
        heads.iter().map(|(key, set, show)| Column { head: self.w.t(key), set: *set, show: *show }).collect()
    }

    fn empty_sheet(&self, title: &str, empty: &str, columns: Vec<Column>) -> Sheet {
        Sheet { title: self.w.t(title), empty: self.w.t(empty), columns, ..Sheet::default() }
    }

    /// A place's name, with what the map says of it.
    fn name_of(&self, spot: &Spot) -> String {
        match spot.mark {
            Mark::None => spot.name.clone(),
            Mark::Split => format!("{} ({})", spot.name, self.w.t("chain-mark-split")),
            Mark::Joined => format!("{} ({})", spot.name, self.w.t("chain-mark-joined")),
            Mark::Ended => format!("{} ({})", spot.name, self.w.t("chain-mark-ended")),
        }
    }
}

/// The class and the project that a line belongs to.
fn tags_of(class: &Class) -> Vec<Tag> {
    vec![tag("class", &class.id, &class.code), tag("project", &class.project_id, &class.project_code)]
}

fn province_of(spot: &Spot) -> (Cell, Tag) {
    (Cell::text(&spot.province), tag("province", &spot.province_id, &spot.province))
}

/// A count of things.
fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
