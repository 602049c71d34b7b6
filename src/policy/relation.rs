//! A relation between two documents: the one does something to the other, or to a provision of it. Pure.

use super::document::{Mark, day, read_day, too_long};
use super::event::Related;
use super::provision::{Cite, tidy};
use crate::ground::dates::Date;
use crate::ground::text::{clean, clean_lines};
use crate::ground::{Invalid, Word};
use serde::{Deserialize, Serialize};

/// What a document does to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Thay thế.
    Replaces,
    /// Sửa đổi, bổ sung.
    #[default]
    Amends,
    /// Bãi bỏ.
    Repeals,
    /// Hướng dẫn, quy định chi tiết: changes nothing in it.
    Guides,
}

impl Effect {
    pub const ALL: [Self; 4] = [Self::Amends, Self::Replaces, Self::Repeals, Self::Guides];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Replaces => "replaces",
            Self::Amends => "amends",
            Self::Repeals => "repeals",
            Self::Guides => "guides",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effect| effect.name() == name)
    }
}

/// What is done, and by which of two documents: how a person says it who stands on one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Way {
    pub effect: Effect,
    /// The other document does it to this one.
    pub by_other: bool,
}

impl Way {
    /// As a form writes it: `amends`, `by-amends`.
    #[must_use]
    pub fn name(self) -> String {
        if self.by_other { format!("by-{}", self.effect.name()) } else { self.effect.name().to_owned() }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let bare = name.strip_prefix("by-");
        Effect::from_name(bare.unwrap_or(name)).map(|effect| Self { effect, by_other: bare.is_some() })
    }

    /// The key of its words: `relation-way-by-amends`.
    #[must_use]
    pub fn word(self) -> String {
        format!("relation-way-{}", self.name())
    }
}

/// A relation as a person or a file brings it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRelation {
    pub from_id: String,
    pub effect: Effect,
    pub to_id: String,
    /// What it touches of `to`; empty for all, or for a part that nobody has named yet.
    pub article: String,
    pub clause: String,
    pub point: String,
    /// Only a part is replaced or repealed.
    pub partial: bool,
    /// "Điều 1 khoản 6"
    pub basis: String,
    pub on_date: String,
    pub note: String,
    /// `checked`, `partly`; anything else is from memory.
    pub mark: String,
}

/// The relation that was meant, or what is wrong with it.
pub fn draft_relation(new: NewRelation, relation_id: String) -> Result<Related, Invalid> {
    let mut wrong = Invalid::default();
    if new.from_id == new.to_id {
        wrong.add("other", Word::new("relation-to-itself"));
    }
    let place = if new.article.is_empty() { Ok(Default::default()) } else { tidy(&new.article, &new.clause, &new.point) };
    if place.is_err() {
        wrong.add("place", Word::new("relation-place-unreadable"));
    }
    let (basis, note) = (clean(&new.basis), clean_lines(&new.note));
    too_long(&mut wrong, "basis", &basis, 200);
    too_long(&mut wrong, "note", &note, 1000);
    let on_date = read_day(&mut wrong, "on_date", &new.on_date).map(Date::iso);
    wrong.verdict()?;
    let [article, clause, point] = place.unwrap_or_default();
    let mark = Mark::from_name(&new.mark).unwrap_or_default().name().to_owned();
    let kind = new.effect.name().to_owned();
    Ok(Related {
        relation_id,
        from_id: new.from_id,
        kind,
        to_id: new.to_id,
        article,
        clause,
        point,
        partial: new.partial,
        basis,
        on_date,
        note,
        mark,
    })
}

/// One end of a relation, as the touched document sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touch {
    pub effect: Effect,
    /// The document that does it, by name.
    pub by: String,
    pub by_id: String,
    /// Is anything of that document's text in the library?
    pub by_kept: bool,
    /// What it touches; empty for all, or (with `partial`) for a part that nobody has named yet.
    pub article: String,
    pub clause: String,
    pub point: String,
    pub partial: bool,
    /// The clause that says so.
    pub basis: String,
    pub on_date: Option<String>,
    /// From when the other document applies, where the relation has no day of its own.
    pub by_since: Option<String>,
    pub note: String,
    pub mark: Mark,
}

impl Touch {
    /// From when.
    #[must_use]
    pub fn since(&self) -> Option<Date> {
        day(self.on_date.as_deref()).or_else(|| day(self.by_since.as_deref()))
    }

    /// Is nothing left of the document after it?
    #[must_use]
    pub fn ends_all(&self) -> bool {
        matches!(self.effect, Effect::Replaces | Effect::Repeals) && self.article.is_empty() && !self.partial
    }

    /// Does it change the provision that is cited, by name, on this day?
    #[must_use]
    pub fn changes(&self, cite: &Cite, on: Date) -> bool {
        self.effect != Effect::Guides
            && !self.article.is_empty()
            && self.since().is_none_or(|since| since <= on)
            && touches(&self.article, &self.clause, &self.point, cite)
    }
}

/// Does a change of (article, clause, point) touch a citation? It does when one contains the other; an empty article is the whole
/// document.
#[must_use]
pub fn touches(article: &str, clause: &str, point: &str, cite: &Cite) -> bool {
    let levels = [(article, cite.article.as_str()), (clause, cite.clause.as_str()), (point, cite.point.as_str())];
    for (changed, cited) in levels {
        if changed.is_empty() || cited.is_empty() {
            return true;
        }
        if !same(changed, cited) {
            return false;
        }
    }
    true
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_touches_what_contains_it_and_what_it_contains() {
        let cite = |article: &str, clause: &str, point: &str| Cite {
            document_id: "d".into(),
            article: article.into(),
            clause: clause.into(),
            point: point.into(),
        };
        for (change, cited, expected) in [
            (("10", "", ""), ("10", "1", "đ"), true),
            (("10", "1", "đ"), ("10", "", ""), true),
            (("10", "1", "đ"), ("10", "1", "d"), false),
            (("10", "1", ""), ("10", "2", ""), false),
            (("1", "", ""), ("10", "", ""), false),
            (("", "", ""), ("10", "1", ""), true),
            (("10", "", ""), ("", "", ""), true),
            (("10", "2", "a"), ("10", "2", "a"), true),
        ] {
            assert_eq!(touches(change.0, change.1, change.2, &cite(cited.0, cited.1, cited.2)), expected, "{change:?} {cited:?}");
        }
    }
}
