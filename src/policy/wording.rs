//! What a part of a document says, and from when until when. Pure.
//!
//! A text is kept in its parts, one a row ([`parts`]); of the parts in force on a day the text of that day is made again ([`text_of`]).

use super::law::{Document, Level, Node, Span};
use super::provision::sort_key;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Set before the number of an article of what a document issues with itself: of the first, the second … such part.
const ATTACHED: [&str; 5] = ["", "kt", "ku", "kv", "kx"];

/// A part of a document with what it says in a span of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    pub id: String,
    pub document_id: String,
    /// `article`, `clause`, `point`; `chapter`, `annex`, `heading` …
    pub level: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    /// `Điều 7a.`, as written.
    pub label: String,
    pub title: String,
    /// What stands under the label and the title, without what is below it.
    pub body: String,
    pub sort: String,
    pub from_on: String,
    /// The first day on which it no longer reads so.
    pub until_on: Option<String>,
    /// The document that worded it so; none as issued.
    pub by_id: Option<String>,
    /// The clause of that document.
    pub basis: String,
    /// `issued`, `amended`, `added`, `repealed`, `phrase`
    pub change: String,
}

impl Wording {
    /// Is it of an article?
    #[must_use]
    pub fn is_provision(&self) -> bool {
        !self.article.is_empty()
    }

    #[must_use]
    pub fn is_repealed(&self) -> bool {
        self.change == "repealed"
    }

    /// Title and body.
    #[must_use]
    pub fn text(&self) -> String {
        said(&self.title, &self.body)
    }

    /// Where it stands on the page of its article: `k2`, `k2-a`; empty for the article.
    #[must_use]
    pub fn anchor(&self) -> String {
        anchor(&self.clause, &self.point)
    }
}

/// `k2`, `k2-a`, `a` where an article has points without clauses.
#[must_use]
pub fn anchor(clause: &str, point: &str) -> String {
    let clause = if clause.is_empty() { String::new() } else { format!("k{clause}") };
    match (clause.is_empty(), point.is_empty()) {
        (_, true) => clause,
        (true, false) => point.to_owned(),
        (false, false) => format!("{clause}-{point}"),
    }
}

/// A part as the reading of a text made it out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub level: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub point: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    pub sort: String,
}

impl Part {
    /// Title and body.
    #[must_use]
    pub fn text(&self) -> String {
        said(&self.title, &self.body)
    }
}

fn said(title: &str, body: &str) -> String {
    match (title.is_empty(), body.is_empty()) {
        (true, _) => body.to_owned(),
        (false, true) => title.to_owned(),
        (false, false) => format!("{title}\n{body}"),
    }
}

/// The place of a provision in the order of its document.
#[must_use]
pub fn place_sort(article: &str, clause: &str, point: &str) -> String {
    let (attached, number) = split_article(article);
    format!("{attached:02}b{}", sort_key(number, clause, point))
}

/// `kt5`: the first attached text, article 5.
#[must_use]
pub fn split_article(article: &str) -> (usize, &str) {
    let found = ATTACHED.iter().enumerate().skip(1).find_map(|(at, sign)| Some((at, article.strip_prefix(sign)?)));
    found.unwrap_or((0, article))
}

/// The number of an article as it is kept: of the document itself, or of the nth text that it issues with itself.
#[must_use]
pub fn join_article(attached: usize, number: &str) -> String {
    let sign = ATTACHED.get(attached).or(ATTACHED.last()).copied().unwrap_or_default();
    if number.is_empty() { String::new() } else { format!("{sign}{number}") }
}

/// The parts of a text, in its order, all that have any text of their own.
#[must_use]
pub fn parts(text: &str, document: &Document) -> Vec<Part> {
    let mut out = Vec::new();
    let mut attached = 0;
    for child in &document.root.children {
        // What is issued with a document has its own articles; what comes after it belongs to the document again, and follows it.
        let of = if child.level == Level::Attached {
            attached += 1;
            attached
        } else {
            0
        };
        below(text, child, of, &Place::default(), &mut out);
    }
    if !document.root.own.trimmed(text).is_empty() {
        out.insert(0, made(text, &document.root, 0, &Place::default()));
    }
    order(&mut out);
    out.into_iter().map(|it| it.part).collect()
}

#[derive(Clone, Default)]
struct Place {
    article: String,
    clause: String,
    point: String,
}

struct Found {
    part: Part,
    attached: usize,
    container: bool,
}

fn below(text: &str, node: &Node, attached: usize, place: &Place, out: &mut Vec<Found>) {
    let number = node.number.to_lowercase();
    let place = match node.level {
        Level::Article => Place { article: join_article(attached, &number), ..Place::default() },
        Level::Clause => Place { clause: number, point: String::new(), ..place.clone() },
        Level::Point => Place { point: number, ..place.clone() },
        _ => Place::default(),
    };
    if !node.own.trimmed(text).is_empty() {
        out.push(made(text, node, attached, &place));
    }
    for child in &node.children {
        below(text, child, attached, &place, out);
    }
}

fn made(text: &str, node: &Node, attached: usize, place: &Place) -> Found {
    let from = node.label.end.max(node.own.start);
    // A title that does not stand right behind its label (as in a heading block) is left where it is.
    let title = node
        .title
        .map(|it| it.trimmed(text))
        .filter(|it| it.start >= from && it.end <= node.own.end && Span::new(from, it.start).trimmed(text).is_empty());
    let body = Span::new(title.map_or(from, |it| it.end), node.own.end).trimmed(text);
    let part = Part {
        level: node.level.name().to_owned(),
        article: place.article.clone(),
        clause: place.clause.clone(),
        point: place.point.clone(),
        label: node.label.trimmed(text).of(text).to_owned(),
        title: title.map(|it| it.of(text).to_owned()).unwrap_or_default(),
        body: body.of(text).replace("\r\n", "\n"),
        sort: String::new(),
    };
    Found { part, attached, container: matches!(node.level, Level::Part | Level::Chapter | Level::Section | Level::Subsection) }
}

/// Gives each its place in the order: provisions by their address, so that one put in later finds its place; what stands before an
/// article goes with it.
fn order(all: &mut [Found]) {
    let mut next: Vec<Option<String>> = vec![None; all.len()];
    let mut coming: Option<(usize, String)> = None;
    for (at, it) in all.iter().enumerate().rev() {
        if it.part.article.is_empty() {
            let here = coming.as_ref().filter(|(attached, _)| *attached == it.attached);
            if let Some(slot) = next.get_mut(at) {
                *slot = here.map(|it| it.1.clone());
            }
        } else {
            coming = Some((it.attached, place_sort(&it.part.article, "", "")));
        }
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let (mut group, mut begun, mut last, mut at) = (0, false, 0, 0);
    for (it, next) in all.iter_mut().zip(next) {
        if it.attached != last {
            begun = false;
            last = it.attached;
        }
        group = group.max(it.attached);
        it.part.sort = if it.part.article.is_empty() {
            at += 1;
            match next {
                Some(next) if begun || it.container => format!("{}!{at:05}", next.split('-').next().unwrap_or_default()),
                Some(_) => format!("{:02}a{at:05}", it.attached),
                None if begun || group > 0 => format!("{group:02}c{at:05}"),
                None => format!("{group:02}a{at:05}"),
            }
        } else {
            begun = true;
            let key = place_sort(&it.part.article, &it.part.clause, &it.part.point);
            let before = seen.entry(key.clone()).or_default();
            *before += 1;
            if *before == 1 { key } else { format!("{key}~{:03}", *before) }
        };
    }
}

/// What a repealed provision says in a text.
pub(super) const REPEALED: &str = "(được bãi bỏ)";

/// The text of parts that are in force together, in their order.
#[must_use]
pub fn text_of(wordings: &[Wording]) -> String {
    let mut out = String::new();
    for it in wordings.iter().filter(|it| !(it.is_repealed() && it.label.is_empty())) {
        let body = if it.is_repealed() { REPEALED } else { &it.body };
        let apart = matches!(it.level.as_str(), "part" | "chapter" | "section" | "subsection" | "annex" | "form" | "attached");
        let between = if apart && !it.label.is_empty() { "\n" } else { " " };
        let head = [it.label.as_str(), it.title.as_str()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between);
        let between = if it.title.is_empty() && !apart { " " } else { "\n" };
        let all = [head.as_str(), body].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between);
        out.push_str(&all);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests;
