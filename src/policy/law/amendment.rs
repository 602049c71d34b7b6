//! What a document changes in others: "Sửa đổi, bổ sung khoản 2 Điều 7 như sau: “…”", "Thay thế cụm từ", "Bãi bỏ".
//!
//! One amendment for each provision touched. Only what was read is said; whether it can be carried out is for [`super::apply()`].

mod reading;

use super::Span;
use super::citation::{Named, Target};
use super::label::lower;
use super::quotes::phrases;
use super::tree::{Document, Level, Node};
use reading::{Heard, Order, hear};
use serde::Serialize;

/// What is done to a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Sửa đổi, bổ sung: the whole provision reads anew.
    Amends,
    /// Bổ sung: a provision that was not there.
    Inserts,
    /// Bãi bỏ.
    Repeals,
    /// Thay thế cụm từ.
    ReplacesWords,
    /// Bổ sung cụm từ after another: `old_phrase` is the one it goes behind.
    AddsWordsAfter,
    /// The same, before it.
    AddsWordsBefore,
    /// Bỏ cụm từ.
    DropsWords,
    /// Sửa đổi tên.
    Renames,
    /// A paragraph or sentence of a provision: for a person.
    AmendsPart,
}

/// One change to one provision. Spans are of the amending text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amendment {
    pub deed: Deed,
    pub target: Target,
    /// "vào sau Điều 7"
    pub after: Option<Target>,
    /// Without its quotation signs, and only what is for this target.
    pub new_text: Option<Span>,
    pub old_phrase: Option<Span>,
    pub new_phrase: Option<Span>,
    /// The words that order it.
    pub instruction: Span,
    /// Where in the amending document.
    pub by: Target,
}

/// What a document changes, in its order. Empty for one that amends nothing.
#[must_use]
pub fn amendments(text: &str, document: &Document) -> Vec<Amendment> {
    let title = document.front.title.map(|it| it.of(text)).filter(|it| lower(it).contains("sửa đổi")).unwrap_or_default();
    let named = reading::document_named(title).unwrap_or_default();
    let given = Given { document: named, ..Given::default() };
    let mut out = Vec::new();
    let by = Target { document: Named::This, ..Target::default() };
    below(text, document, &document.root, &given, &by, &mut out);
    out
}

/// What the provisions around have already said.
#[derive(Clone, Debug, Default)]
struct Given {
    document: Named,
    article: Option<String>,
    clause: Option<String>,
    order: Option<Order>,
}

fn below(text: &str, document: &Document, node: &Node, given: &Given, by: &Target, out: &mut Vec<Amendment>) {
    let mut by = by.clone();
    match node.level {
        Level::Article => by = Target { document: Named::This, article: Some(node.number.clone()), ..Target::default() },
        Level::Clause => (by.clause, by.point) = (Some(node.number.clone()), None),
        Level::Point => by.point = Some(node.number.clone()),
        Level::Heading | Level::Basis | Level::Enactment | Level::Annex | Level::Form | Level::Signature | Level::Recipients => return,
        _ => {}
    }
    let mut given = given.clone();
    if node.level >= Level::Article && (given.order.is_some() || reading::speaks(node.own.of(text))) {
        for piece in pieces(text, document, node) {
            let heard = hear(text, piece.order, given.order.as_ref(), piece.quote.is_some());
            let Some(heard) = heard else { continue };
            if node.children.is_empty() || piece.quote.is_some() || heard.is_whole() {
                out.extend(each(text, &heard, &piece, &given, &by));
            }
            if !node.children.is_empty() {
                learn(&mut given, &heard);
            }
        }
    }
    for child in &node.children {
        below(text, document, child, &given, &by, out);
    }
}

/// What an order says for the provisions below it.
fn learn(given: &mut Given, heard: &Heard) {
    let first = heard.targets.iter().chain(&heard.into).find(|it| it.article.is_some() || it.clause.is_some());
    if let Some(document) = heard.document() {
        given.document = document;
        (given.article, given.clause) = (None, None);
    }
    if let Some(first) = first {
        given.article = first.article.clone().or_else(|| given.article.clone());
        given.clause.clone_from(&first.clause);
    }
    given.order = Some(heard.order.clone());
}

/// An order with the new text quoted after it.
struct Piece {
    order: Span,
    /// With its signs.
    quote: Option<Span>,
}

/// A provision's own text as orders and quotations.
fn pieces(text: &str, document: &Document, node: &Node) -> Vec<Piece> {
    let said = node.said(text);
    let blocks: Vec<Span> = document.quotes.iter().copied().filter(|it| said.holds(*it)).collect();
    let lone = phrases(text, said).into_iter().map(|it| {
        let before = text.get(..it.start).and_then(|before| before.chars().next_back()).map_or(0, char::len_utf8);
        let after = text.get(it.end..).and_then(|after| after.chars().next()).map_or(0, char::len_utf8);
        Span::new(it.start - before, it.end + after)
    });
    let mut quotes = blocks.clone();
    quotes.extend(lone.filter(|it| !blocks.iter().any(|block| block.start < it.end && it.start < block.end)));
    quotes.sort_by_key(|it| it.start);
    let mut out = Vec::new();
    let mut start = said.start;
    for quote in quotes {
        let before = Span::new(start, quote.start).trimmed(text);
        let new_text = before.of(text).ends_with(':') || lower(before.of(text)).ends_with("như sau");
        if new_text {
            out.push(Piece { order: before, quote: Some(quote) });
            start = quote.end;
        }
    }
    // What is left orders something without quoting a text, often several things.
    let rest = Span::new(start, said.end);
    out.extend(reading::sentences(text, rest).into_iter().map(|order| Piece { order, quote: None }));
    out
}

/// The amendments of one order.
fn each(text: &str, heard: &Heard, piece: &Piece, given: &Given, by: &Target) -> Vec<Amendment> {
    let inner = piece.quote.map(|quote| inside(text, quote));
    let mut targets: Vec<(Target, Option<Target>)> = Vec::new();
    for target in &heard.targets {
        let after = heard.after.first().map(|after| filled(after.clone(), heard, given));
        let container = heard.into.first().or(heard.after.first());
        let mut target = target.clone();
        if let Some(container) = container {
            if target.point.is_some() && target.clause.is_none() {
                target.clause.clone_from(&container.clause);
            }
            if target.article.is_none() && (target.clause.is_some() || target.point.is_some()) {
                target.article.clone_from(&container.article);
            }
            if target.document == Named::Unknown {
                target.document.clone_from(&container.document);
            }
        }
        targets.push((filled(target, heard, given), after));
    }
    let words = !heard.order.words.is_empty();
    if targets.is_empty() && words {
        targets.push((Target { document: heard.document().unwrap_or_else(|| given.document.clone()), ..Target::default() }, None));
    }
    let several = targets.len() > 1;
    let mut out = Vec::new();
    for (target, after) in targets {
        let new_text = inner.and_then(|inner| reading::part(text, inner, &target, several));
        let make = |deed, old_phrase, new_phrase| Amendment {
            deed,
            target: target.clone(),
            after: after.clone(),
            new_text,
            old_phrase,
            new_phrase,
            instruction: piece.order,
            by: by.clone(),
        };
        if words {
            out.extend(heard.order.words.iter().map(|it| make(heard.order.deed, it.old, it.new)));
        } else if !matches!(heard.order.deed, Deed::ReplacesWords | Deed::DropsWords) {
            out.push(make(heard.order.deed, None, None));
        }
    }
    out
}

fn filled(mut target: Target, heard: &Heard, given: &Given) -> Target {
    let bare = target.document == Named::Unknown;
    if bare && target.annex.is_none() {
        if target.point.is_some() && target.clause.is_none() && (target.article.is_none() || target.article == given.article) {
            target.clause.clone_from(&given.clause);
        }
        if target.article.is_none() && (target.clause.is_some() || target.point.is_some()) {
            target.article.clone_from(&given.article);
        }
    }
    if bare {
        target.document = heard.document().unwrap_or_else(|| given.document.clone());
    }
    target
}

/// A quotation without its signs.
fn inside(text: &str, quote: Span) -> Span {
    let said = quote.of(text);
    let first = said.chars().next().map_or(0, char::len_utf8);
    let last = said.chars().next_back().map_or(0, char::len_utf8);
    Span::new(quote.start + first, (quote.end - last).max(quote.start + first)).trimmed(text)
}
