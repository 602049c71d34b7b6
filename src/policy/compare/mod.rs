//! What is new: two documents, or one on two days, side by side. Pure: articles in, rows out; no SQL, no pages, no clock.
//!
//! Articles find each other by what they say ([`likeness`]), not by their number alone: one that stands elsewhere has *moved*, one that
//! only counts otherwise is *renumbered*, one that became several is *split*. Inside a pair, clauses and points are put side by side
//! ([`lines`]) and the words that came and went are marked ([`words`]). Nothing is said about what a change means.

mod likeness;
mod lines;
mod pairing;
mod shown;
mod side;
#[cfg(test)]
mod tests;
mod words;

pub use shown::{Pair, Stretch, pair, stretches};
pub use side::side;
pub use words::{Run, mark};

use likeness::Profiles;
use pairing::{Pairing, find_pairs};

/// A clause, a point, or a paragraph: what stands under one label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub clause: String,
    pub point: String,
    /// "2.", "đ)"; empty for what stands before the first clause.
    pub label: String,
    pub text: String,
}

/// An article with its parts in order; or an annex, which has no number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// `7a`
    pub number: String,
    /// "Điều 7a"
    pub label: String,
    pub title: String,
    pub parts: Vec<Part>,
}

impl Article {
    /// Its parts, a line each.
    fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// What the two sides are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Article 7 of a day is article 7 of another, whatever it says.
    OneDocument,
    /// A number says little.
    TwoDocuments,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

/// What became of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// Where it was; its words may have changed.
    Kept,
    /// Another number, in the same order.
    Renumbered,
    /// Another place among its neighbours.
    Moved,
    /// Made out of a part of an article that also lives on elsewhere.
    SplitOff,
    /// Taken into an article that has another as its origin.
    Merged,
    Added,
    Removed,
}

/// An article before and after, and what is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    pub fate: Fate,
    /// Do any words differ? Always so for what was added or removed.
    pub changed: bool,
    pub old: Option<&'a Article>,
    pub new: Option<&'a Article>,
    pub title: Vec<Run<'a>>,
    pub lines: Vec<Line<'a>>,
}

impl Row<'_> {
    /// Nothing to read: the same words under the same number.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.fate == Fate::Kept && !self.changed
    }
}

/// A part before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    pub old: Option<&'a Part>,
    pub new: Option<&'a Part>,
    pub runs: Vec<Run<'a>>,
}

impl Line<'_> {
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.runs.iter().any(|run| !run.is_same())
    }
}

/// How many of each. An article that was moved, renumbered or split counts as *changed* too when its words differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
    pub moved: usize,
    pub renumbered: usize,
    pub split: usize,
    pub merged: usize,
    pub same: usize,
}

/// Counts what happened.
#[must_use]
pub fn tally(rows: &[Row<'_>]) -> Tally {
    let mut tally = Tally::default();
    for row in rows {
        match row.fate {
            Fate::Added => tally.added += 1,
            Fate::Removed => tally.removed += 1,
            Fate::Moved => tally.moved += 1,
            Fate::Renumbered => tally.renumbered += 1,
            Fate::SplitOff => tally.split += 1,
            Fate::Merged => tally.merged += 1,
            Fate::Kept if row.changed => {}
            Fate::Kept => tally.same += 1,
        }
        tally.changed += usize::from(row.changed && matches!(row.fate, Fate::Kept | Fate::Moved | Fate::Renumbered));
    }
    tally
}

/// Both sides, row by row, in the order of the new one; what was removed stands where it stood.
#[must_use]
pub fn compare<'a>(old: &'a [Article], new: &'a [Article], sides: Sides) -> Vec<Row<'a>> {
    let profiles = Profiles::of(old, new);
    let pairing = find_pairs(old, new, &profiles, sides);
    let mut rows = Vec::with_capacity(new.len());
    let mut gone = 0;
    for (at, article) in new.iter().enumerate() {
        // Before a new article stands what was removed before its origin.
        if let Some(until) = pairing.origin(at) {
            rows.extend((gone..until).filter_map(|from| removed(old, new, &pairing, from)));
            gone = gone.max(until);
        }
        rows.push(arrived(old, article, &pairing, at));
    }
    rows.extend((gone..old.len()).filter_map(|from| removed(old, new, &pairing, from)));
    rows
}

/// The row of an article of the new side.
fn arrived<'a>(old: &'a [Article], new: &'a Article, pairing: &Pairing, at: usize) -> Row<'a> {
    let Some((from, fate, before)) = pairing.from(at).and_then(|(from, fate)| old.get(from).map(|it| (from, fate, it))) else {
        let lines = lines::one_sided(&new.parts, Side::New);
        return Row { fate: Fate::Added, changed: true, old: None, new: Some(new), title: whole(&new.title, Run::Come), lines };
    };
    let olds = before.parts.iter().enumerate().filter(|(part, _)| pairing.goes_to(from, *part, at));
    let news = new.parts.iter().enumerate().filter(|(part, _)| pairing.comes_from(at, *part, from));
    let lines = lines::align(&olds.map(|it| it.1).collect::<Vec<_>>(), &news.map(|it| it.1).collect::<Vec<_>>());
    let title = if fate == Fate::SplitOff { same(&new.title) } else { mark(&before.title, &new.title) };
    let changed = title.iter().any(|run| !run.is_same()) || lines.iter().any(Line::is_changed);
    Row { fate, changed, old: Some(before), new: Some(new), title, lines }
}

/// The row of an article that the new side has not; `None` when it has.
fn removed<'a>(old: &'a [Article], new: &'a [Article], pairing: &Pairing, at: usize) -> Option<Row<'a>> {
    let gone = old.get(at)?;
    if pairing.is_paired(at) {
        return None;
    }
    let Some((into, after)) = pairing.into(at).and_then(|into| new.get(into).map(|it| (into, it))) else {
        let lines = lines::one_sided(&gone.parts, Side::Old);
        return Some(Row { fate: Fate::Removed, changed: true, old: Some(gone), new: None, title: whole(&gone.title, Run::Gone), lines });
    };
    let news = after.parts.iter().enumerate().filter(|(part, _)| pairing.comes_from(into, *part, at));
    let lines = lines::align(&gone.parts.iter().collect::<Vec<_>>(), &news.map(|it| it.1).collect::<Vec<_>>());
    let changed = lines.iter().any(Line::is_changed);
    Some(Row { fate: Fate::Merged, changed, old: Some(gone), new: Some(after), title: same(&gone.title), lines })
}

fn whole<'a>(text: &'a str, run: fn(&'a str) -> Run<'a>) -> Vec<Run<'a>> {
    if text.is_empty() { Vec::new() } else { vec![run(text)] }
}

fn same(text: &str) -> Vec<Run<'_>> {
    if text.is_empty() { Vec::new() } else { vec![Run::Same(text, text)] }
}
