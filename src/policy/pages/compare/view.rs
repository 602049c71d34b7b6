//! Rows of a comparing as a page shows them: what changed in words, what stayed named in one line, cut into pages.

use super::super::Sign;
use crate::policy::compare::{Article, Fate, Line, Pair, Row, Run, Sides, Stretch, Tally, pair, stretches, tally};
use crate::policy::provision::place_label;
use crate::web::W;
use std::collections::HashMap;

/// By article of the new side: the documents that changed it, each with its clauses.
pub(super) type Notes = HashMap<String, Vec<(String, Vec<String>)>>;

/// An article that has changed.
#[derive(Clone)]
pub(super) struct Block {
    pub(super) anchor: String,
    /// "Điều 14 → Điều 15"
    pub(super) label: String,
    pub(super) title: Vec<Stretch>,
    pub(super) signs: Vec<Sign>,
    /// "theo khoản 6 Điều 1 Nghị định 38/2023/NĐ-CP"
    pub(super) notes: Vec<String>,
    /// Side by side; for what is new or gone as a whole there is one side.
    pub(super) pairs: Vec<Pair>,
    pub(super) whole: bool,
    pub(super) kept: String,
    /// Goes on from the page before.
    pub(super) goes_on: bool,
    old_number: String,
    new_number: String,
}

/// A line of the list of contents.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) title: String,
    pub(super) sign: Sign,
}

/// All that is to be said.
pub(super) struct Shown {
    pub(super) counts: Vec<String>,
    pub(super) same: String,
    pub(super) blocks: Vec<Block>,
}

/// So many letters on a page, which then weighs less than 12 kB; the list of contents takes its part of the first one.
const LETTERS: usize = 13_000;
const OF_ENTRY: usize = 110;
const MOST_ENTRIES: usize = 60;

pub(super) fn shown(w: &W, rows: &[Row<'_>], notes: &Notes, sides: Sides) -> Shown {
    let counts = tally(rows);
    Shown {
        counts: said(w, counts, sides),
        same: if counts.same > 0 { w.n("compare-same", counts.same) } else { String::new() },
        blocks: rows.iter().enumerate().filter(|(_, row)| !row.is_same()).map(|(at, row)| block(w, at, row, notes, sides)).collect(),
    }
}

/// "12 điều mới", "3 điều sửa" …
fn said(w: &W, it: Tally, sides: Sides) -> Vec<String> {
    let gone = if sides == Sides::OneDocument { "compare-repealed" } else { "compare-removed" };
    let all = [
        ("compare-added", it.added),
        ("compare-changed", it.changed),
        (gone, it.removed),
        ("compare-moved", it.moved),
        ("compare-renumbered", it.renumbered),
        ("compare-split", it.split),
        ("compare-merged", it.merged),
    ];
    all.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| w.n(key, n)).collect()
}

fn block(w: &W, at: usize, row: &Row<'_>, notes: &Notes, sides: Sides) -> Block {
    let name = |it: Option<&Article>| it.map(|it| it.label.clone()).unwrap_or_default();
    let (old, new) = (name(row.old), name(row.new));
    let number = |it: Option<&Article>| it.map(|it| it.number.clone()).unwrap_or_default();
    let label = match (row.old, row.new) {
        (Some(_), Some(_)) if old == new => new.clone(),
        (Some(_), Some(_)) => format!("{old} → {new}"),
        (Some(_), None) => old.clone(),
        _ => new.clone(),
    };
    let whole = matches!(row.fate, Fate::Added | Fate::Removed);
    let changed: Vec<&Line<'_>> = row.lines.iter().filter(|line| line.is_changed()).collect();
    Block {
        anchor: format!("n{at}"),
        label,
        title: if whole { plain(&row.title) } else { row.title.iter().flat_map(stretches).collect() },
        signs: signs(w, row, sides, &old, &new),
        notes: notes.get(&number(row.new.or(row.old))).map(|it| it.iter().map(|it| by(w, it)).collect()).unwrap_or_default(),
        pairs: if whole { row.lines.iter().map(one_side).collect() } else { pairs(row, &changed) },
        whole,
        kept: if whole { String::new() } else { kept(w, &row.lines) },
        goes_on: false,
        old_number: number(row.old),
        new_number: number(row.new),
    }
}

/// "theo khoản 1 Điều 1, khoản 3 Điều 1 Nghị định 38/2023/NĐ-CP"
fn by(w: &W, (name, bases): &(String, Vec<String>)) -> String {
    let bases: Vec<&str> = bases.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    w.x("compare-by", format!("{} {name}", bases.join(", ")).trim())
}

fn signs(w: &W, row: &Row<'_>, sides: Sides, old: &str, new: &str) -> Vec<Sign> {
    let sign = |class, word: String| Sign { class, word };
    let mut out = Vec::new();
    match row.fate {
        Fate::Added => out.push(sign("good", w.t("compare-sign-added"))),
        Fate::Removed if sides == Sides::OneDocument => out.push(sign("off", w.t("compare-sign-repealed"))),
        Fate::Removed => out.push(sign("off", w.t("compare-sign-removed"))),
        Fate::Moved => out.push(sign("moved", w.t("compare-sign-moved"))),
        Fate::Renumbered => out.push(sign("moved", w.t("compare-sign-renumbered"))),
        Fate::SplitOff => out.push(sign("moved", w.x("compare-sign-split", old))),
        Fate::Merged => out.push(sign("moved", w.x("compare-sign-merged", new))),
        Fate::Kept => {}
    }
    if row.changed && !matches!(row.fate, Fate::Added | Fate::Removed) {
        out.push(sign("part", w.t("compare-sign-changed")));
    }
    out
}

fn plain(runs: &[Run<'_>]) -> Vec<Stretch> {
    let text = |(Run::Same(_, text) | Run::Gone(text) | Run::Come(text)): &Run<'_>| Stretch { mark: "", text: (*text).to_owned() };
    runs.iter().map(text).collect()
}

fn one_side(line: &Line<'_>) -> Pair {
    let text = line.old.or(line.new).map(|part| labelled(&part.label, &part.text)).unwrap_or_default();
    Pair { before: Vec::new(), after: vec![Stretch { mark: "", text }] }
}

fn labelled(label: &str, text: &str) -> String {
    let label = label.trim();
    if label.is_empty() || text.starts_with(label) { text.to_owned() } else { format!("{label} {text}") }
}

/// The parts that changed; before a point, what its clause says first, if that is short.
fn pairs(row: &Row<'_>, changed: &[&Line<'_>]) -> Vec<Pair> {
    let mut out = Vec::new();
    let mut clause = String::new();
    for line in changed {
        let part = line.new.or(line.old);
        let of = part.filter(|it| !it.point.is_empty()).map(|it| it.clause.clone()).unwrap_or_default();
        if !of.is_empty() && of != clause {
            let lead = row.lines.iter().find(|it| {
                let part = it.new.or(it.old);
                !it.is_changed() && part.is_some_and(|it| it.clause == of && it.point.is_empty() && it.text.chars().count() <= 240)
            });
            out.extend(lead.map(pair));
            clause = of;
        }
        out.push(pair(line));
    }
    out
}

/// "Giữ nguyên: khoản 1, khoản 3"
fn kept(w: &W, lines: &[Line<'_>]) -> String {
    let same: Vec<&Line<'_>> = lines.iter().filter(|it| !it.is_changed()).collect();
    if same.is_empty() || same.len() == lines.len() {
        return if same.is_empty() { String::new() } else { w.t("compare-kept-all") };
    }
    // A clause is not called unchanged when one of its points is not.
    let touched = |clause: &str| {
        !clause.is_empty() && lines.iter().any(|it| it.is_changed() && it.new.or(it.old).is_some_and(|it| it.clause == clause))
    };
    let names: Vec<String> = same
        .iter()
        .filter_map(|it| it.new)
        .filter(|it| !it.point.is_empty() || !touched(&it.clause))
        .map(|it| place_label("", &it.clause, &it.point))
        .filter(|it| !it.is_empty())
        .collect();
    if names.len() > 8 {
        w.n("compare-kept-many", same.len())
    } else if names.is_empty() {
        String::new()
    } else {
        w.x("compare-kept", names.join(", "))
    }
}

impl Block {
    fn letters(&self) -> usize {
        120 + self.pairs.iter().map(letters).sum::<usize>()
    }

    /// Its first words as one line, without marks.
    fn title_line(&self) -> String {
        self.title.iter().filter(|it| it.mark != "del").map(|it| it.text.as_str()).collect::<String>().trim().to_owned()
    }
}

/// What stands on both sides hardly weighs twice.
fn letters(pair: &Pair) -> usize {
    let of = |side: &[Stretch], marked: bool| -> usize {
        side.iter().filter(|it| marked || !it.mark.is_empty()).map(|it| it.text.chars().count()).sum::<usize>() + side.len() * 8
    };
    if pair.before.is_empty() || pair.after.is_empty() {
        of(&pair.before, true) + of(&pair.after, true)
    } else {
        of(&pair.after, true) + of(&pair.before, false)
    }
}

impl Shown {
    /// The blocks page by page; a long one goes on.
    pub(super) fn pages(&self) -> Vec<Vec<Block>> {
        let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
        let mut left = LETTERS.saturating_sub(self.blocks.len().min(MOST_ENTRIES) * OF_ENTRY).max(LETTERS / 4);
        for block in &self.blocks {
            if block.letters() > left && pages.last().is_some_and(|it| !it.is_empty()) {
                pages.push(Vec::new());
                left = LETTERS;
            }
            if block.letters() <= left {
                left -= block.letters();
                if let Some(page) = pages.last_mut() {
                    page.push(block.clone());
                }
                continue;
            }
            let mut piece = Block { pairs: Vec::new(), ..block.clone() };
            for pair in &block.pairs {
                if letters(pair) > left && !piece.pairs.is_empty() {
                    let full = std::mem::replace(&mut piece, Block { pairs: Vec::new(), goes_on: true, ..block.clone() });
                    if let Some(page) = pages.last_mut() {
                        page.push(full);
                    }
                    pages.push(Vec::new());
                    left = LETTERS;
                }
                left = left.saturating_sub(letters(pair));
                piece.pairs.push(pair.clone());
            }
            if let Some(page) = pages.last_mut() {
                page.push(piece);
            }
        }
        pages
    }

    /// The list of contents; of a long one its first part.
    pub(super) fn contents(&self, pages: &[Vec<Block>], address: &impl Fn(usize) -> String) -> Vec<Entry> {
        if self.blocks.len() < 4 {
            return Vec::new();
        }
        let page = |anchor: &str| pages.iter().position(|page| page.iter().any(|it| it.anchor == anchor)).unwrap_or_default();
        let path = |it: &Block| match page(&it.anchor) {
            0 => format!("#{}", it.anchor),
            n => format!("{}#{}", address(n), it.anchor),
        };
        let entry = |it: &Block| {
            let sign = it.signs.first().cloned()?;
            Some(Entry { path: path(it), label: it.label.clone(), title: it.title_line(), sign })
        };
        self.blocks.iter().take(MOST_ENTRIES).filter_map(entry).collect()
    }
}

/// The page with an article of the old side, or else of the new one.
pub(super) fn page_of(pages: &[Vec<Block>], article: &str) -> Option<usize> {
    if article.is_empty() {
        return None;
    }
    let holds = |page: &[Block], of: fn(&Block) -> &String| page.iter().any(|it| of(it) == article);
    let with = |of: fn(&Block) -> &String| pages.iter().position(|page| holds(page, of));
    with(|it| &it.old_number).or_else(|| with(|it| &it.new_number))
}

/// A block with everything it can have, and one that is new.
pub(super) fn sample(w: &W) -> Vec<Block> {
    let stretch = |mark, text: &str| Stretch { mark, text: text.to_owned() };
    let pairs = vec![
        Pair { before: vec![stretch("", "1. … "), stretch("del", "…")], after: vec![stretch("", "1. … "), stretch("ins", "…")] },
        Pair { before: Vec::new(), after: vec![stretch("ins", "2. …")] },
        Pair { before: vec![stretch("del", "3. …")], after: Vec::new() },
    ];
    let changed = Block {
        anchor: "n1".into(),
        label: "Điều 14 → Điều 15".into(),
        title: vec![stretch("", "…")],
        signs: vec![Sign { class: "part", word: w.t("compare-sign-changed") }],
        notes: vec![w.x("compare-by", "…")],
        pairs: pairs.clone(),
        whole: false,
        kept: w.x("compare-kept", "khoản 4"),
        goes_on: true,
        old_number: "14".into(),
        new_number: "15".into(),
    };
    let added =
        Block { whole: true, anchor: "n2".into(), goes_on: false, pairs, notes: Vec::new(), kept: String::new(), ..changed.clone() };
    vec![changed, added]
}

pub(super) fn sample_entry(w: &W) -> Entry {
    Entry {
        path: "#n1".into(),
        label: "Điều 14".into(),
        title: "…".into(),
        sign: Sign { class: "part", word: w.t("compare-sign-changed") },
    }
}
