//! Carries out an amendment on a text, where it can be read mechanically; where not, says why.

use super::Span;
use super::amendment::{Amendment, Deed};
use super::citation::{Named, same_number};
use super::label::{POINTS, is_letter, label};
use super::tree::{Document, Level, Node, find, parse};

/// A text with one amendment carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// All of it.
    pub text: String,
    /// The provision as it reads now, in `text`.
    pub provision: Span,
}

/// Why an amendment could not be carried out: a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unapplied {
    /// It is for another document.
    OtherDocument,
    /// The provision is not in the text.
    NotFound,
    /// To be put in, but already there.
    AlreadyThere,
    /// The phrase is not in the provision.
    PhraseNotFound,
    /// The phrase is there more than once, and one is meant.
    PhraseTwice,
    /// No new text was read, or it stands for several provisions.
    NoNewText,
    /// The new text is numbered otherwise than the provision.
    OtherNumber,
    /// The new text leaves out what it does not change ("…").
    LeavesOut,
    /// A whole document, a chapter, an annex, a paragraph: not read mechanically.
    ByHand,
}

/// The text after the amendment. `amending` is the text that the amendment was read in.
pub fn apply(text: &str, amendment: &Amendment, amending: &str) -> Result<Applied, Unapplied> {
    let document = parse(text);
    if let (Named::Number { number, .. }, Some(own)) = (&amendment.target.document, &document.front.number)
        && !same_number(number, own)
    {
        return Err(Unapplied::OtherDocument);
    }
    if amendment.deed == Deed::Inserts {
        return insert(text, &document, amendment, amending);
    }
    let target = &amendment.target;
    let phrased = amendment.old_phrase.is_some();
    let whole = target.article.is_none();
    if target.annex.is_some() || (whole && !phrased) {
        return Err(Unapplied::ByHand);
    }
    let node = find(&document, target).ok_or(Unapplied::NotFound)?;
    match amendment.deed {
        Deed::Amends => {
            let new = new_text(text, node, amendment, amending)?;
            Ok(put(text, kept(text, node), &new))
        }
        Deed::Repeals => {
            let label = node.label.of(text);
            Ok(put(text, kept(text, node), &format!("{label} (được bãi bỏ)")))
        }
        Deed::Renames => {
            let title = node.title.ok_or(Unapplied::ByHand)?;
            let new = amendment.new_text.ok_or(Unapplied::NoNewText)?.of(amending);
            let new = label(new).map_or(new, |it| new.get(it.end..).unwrap_or_default().trim());
            let done = put(text, title, new);
            let end = node.span.end + done.text.len() - text.len();
            Ok(Applied { provision: Span::new(node.span.start, end).trimmed(&done.text), text: done.text })
        }
        Deed::ReplacesWords | Deed::AddsWordsAfter | Deed::AddsWordsBefore | Deed::DropsWords => words(text, node, amendment, amending),
        Deed::AmendsPart | Deed::Inserts => Err(Unapplied::ByHand),
    }
}

/// All that can be carried out, one after the other; the rest by its place in the list, with why.
#[must_use]
pub fn apply_all(text: &str, amendments: &[Amendment], amending: &str) -> (String, Vec<(usize, Unapplied)>) {
    let mut text = text.to_owned();
    let mut rest = Vec::new();
    for (at, amendment) in amendments.iter().enumerate() {
        match apply(&text, amendment, amending) {
            Ok(done) => text = done.text,
            Err(why) => rest.push((at, why)),
        }
    }
    (text, rest)
}

/// A provision without the blank lines after it.
fn kept(text: &str, node: &Node) -> Span {
    node.span.trimmed(text)
}

fn put(text: &str, at: Span, new: &str) -> Applied {
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let provision = Span::new(at.start, at.start + new.len());
    Applied { text: format!("{before}{new}{after}"), provision }
}

/// The new text under the provision's own label.
fn new_text(text: &str, node: &Node, amendment: &Amendment, amending: &str) -> Result<String, Unapplied> {
    let new = amendment.new_text.ok_or(Unapplied::NoNewText)?.of(amending);
    if new.lines().any(|line| matches!(line.trim().trim_matches(['“', '”', '"']), "…" | "..." | "….")) {
        return Err(Unapplied::LeavesOut);
    }
    match label(new) {
        Some(it) if it.level == node.level && it.number.eq_ignore_ascii_case(&node.number) => Ok(new.to_owned()),
        Some(it) if it.level <= node.level => Err(Unapplied::OtherNumber),
        _ => {
            // "khoản 2 như sau: “Hộ nghèo là …”": the number goes without saying.
            let label = node.label.of(text);
            Ok(format!("{label} {new}"))
        }
    }
}

fn words(text: &str, node: &Node, amendment: &Amendment, amending: &str) -> Result<Applied, Unapplied> {
    let old = amendment.old_phrase.ok_or(Unapplied::PhraseNotFound)?.of(amending);
    let new = amendment.new_phrase.map_or("", |it| it.of(amending));
    let place = kept(text, node);
    let before = place.of(text);
    let found = places(before, old);
    let blank = if new.starts_with([',', ';', '.']) { "" } else { " " };
    let instead = match amendment.deed {
        _ if found.is_empty() => return Err(Unapplied::PhraseNotFound),
        Deed::AddsWordsAfter | Deed::AddsWordsBefore if found.len() > 1 => return Err(Unapplied::PhraseTwice),
        Deed::AddsWordsAfter => format!("{old}{blank}{new}"),
        Deed::AddsWordsBefore => format!("{new} {old}"),
        Deed::DropsWords => String::new(),
        _ => new.to_owned(),
    };
    let mut after = String::with_capacity(before.len());
    let mut at = 0;
    for start in found {
        let kept = before.get(at..start).unwrap_or_default();
        // The blank before a phrase that is dropped goes with it.
        after.push_str(if instead.is_empty() { kept.strip_suffix(' ').unwrap_or(kept) } else { kept });
        after.push_str(&instead);
        at = start + old.len();
    }
    after.push_str(before.get(at..).unwrap_or_default());
    Ok(put(text, place, &after))
}

/// Where a phrase stands as words of their own: "xã" is not in "xãy".
fn places(text: &str, phrase: &str) -> Vec<usize> {
    let joins = |c: Option<char>| c.is_some_and(|c| is_letter(c) || c.is_ascii_digit());
    let outer = (phrase.chars().next(), phrase.chars().next_back());
    let found = text.match_indices(phrase).map(|(at, _)| at).filter(|&at| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|it| it.chars().next());
        let inside = (joins(outer.0) && joins(before)) || (joins(outer.1) && joins(after));
        !inside
    });
    if phrase.is_empty() { Vec::new() } else { found.collect() }
}

/// Puts a new provision in after the one named, or by its number.
fn insert(text: &str, document: &Document, amendment: &Amendment, amending: &str) -> Result<Applied, Unapplied> {
    let target = &amendment.target;
    let new = amendment.new_text.ok_or(Unapplied::NoNewText)?.of(amending);
    let (level, number) = match (&target.article, &target.clause, &target.point) {
        (Some(_), _, Some(point)) => (Level::Point, point),
        (Some(_), Some(clause), None) => (Level::Clause, clause),
        (Some(article), None, None) => (Level::Article, article),
        _ => return Err(Unapplied::ByHand),
    };
    if find(document, target).is_some_and(|it| it.level == level) {
        return Err(Unapplied::AlreadyThere);
    }
    let labelled = match label(new) {
        Some(it) if it.level == level && it.number.eq_ignore_ascii_case(number) => new.to_owned(),
        Some(it) if it.level == level => return Err(Unapplied::OtherNumber),
        _ => match level {
            Level::Article => return Err(Unapplied::OtherNumber),
            Level::Clause => format!("{number}. {new}"),
            _ => format!("{number}) {new}"),
        },
    };
    let named = amendment.after.as_ref().and_then(|after| find(document, after)).filter(|it| it.level == level);
    let anchor = match named {
        Some(node) => node,
        None => before_number(document, amendment, level, number)?,
    };
    let place = kept(text, anchor);
    let done = put(text, Span::new(place.end, place.end), &format!("\n{labelled}"));
    Ok(Applied { provision: Span::new(done.provision.start + 1, done.provision.end), text: done.text })
}

/// The last provision of a smaller number; the one it belongs to if there is none.
fn before_number<'a>(document: &'a Document, amendment: &Amendment, level: Level, number: &str) -> Result<&'a Node, Unapplied> {
    let mut parent = amendment.target.clone();
    match level {
        Level::Point => parent.point = None,
        Level::Clause => parent.clause = None,
        _ => parent.article = None,
    }
    let parent = find(document, &parent).ok_or(Unapplied::NotFound)?;
    let siblings = parent.walk().into_iter().filter(|it| it.level == level && order(&it.number) < order(number));
    let last = siblings.max_by_key(|it| (order(&it.number), it.span.start));
    match last {
        Some(last) => Ok(last),
        // Its first clause, after a text that has none: where it would go is for a person.
        None if parent.children.is_empty() && level != Level::Article => Err(Unapplied::ByHand),
        None => Err(Unapplied::NotFound),
    }
}

/// `7a` after 7 and before 8; `đ` after d.
fn order(number: &str) -> (u32, usize, u32) {
    let digits = number.trim_end_matches(char::is_alphabetic);
    let letter = number.chars().find(|c| c.is_alphabetic());
    let place = letter.and_then(|c| POINTS.chars().position(|it| it == c)).map_or(0, |at| at + 1);
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        return (digits.parse().unwrap_or(0), place, 0);
    }
    let after: String = number.chars().skip(1).collect();
    (0, place, after.parse().unwrap_or(0))
}
