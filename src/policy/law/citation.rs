//! What a text cites. "điểm a khoản 2 Điều 7 Nghị định số 27/2022/NĐ-CP", "khoản 3 Điều này", "Điều 14 đến Điều 18".
//!
//! A citation is read where it stands ([`Context`]): "Điều này" is the article it stands in, a bare "Điều 7" is of the same document.
//! Whether the provision exists is asked of the document: [`super::find`].

mod chain;
mod item;
mod naming;
mod number;
mod token;

pub(super) use number::number_at;
pub use number::{canonical_number, same_number};

use super::Span;
use super::amendment::{Amendment, amendments};
use super::label::lower;
use super::tree::{Document, Level, Node, parse};
use crate::policy::document::Kind;
use serde::Serialize;

/// The document that a citation names, as far as it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    /// The one it stands in: "Nghị định này", or none named.
    This,
    /// `27/2022/NĐ-CP`
    Number { kind: Option<Kind>, number: String },
    /// "NĐ 27", "Thông tư 02/2022": a kind and the first digits.
    Short { kind: Kind, number: String, year: Option<u16> },
    /// "Luật Đất đai", "Luật Đất đai năm 2013".
    Title { kind: Kind, name: String, year: Option<u16> },
    /// None was named, and the text stands in no document.
    #[default]
    Unknown,
}

/// One provision, or a whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Target {
    pub document: Named,
    /// `I`; empty for "Phụ lục" without a number.
    pub annex: Option<String>,
    pub chapter: Option<String>,
    /// Mục, of a chapter or of a programme without articles.
    pub section: Option<String>,
    pub article: Option<String>,
    pub clause: Option<String>,
    pub point: Option<String>,
}

/// A place in a text, and what it cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    pub span: Span,
    pub targets: Vec<Target>,
}

/// Where the text stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// [`Named::This`], or the document's number; [`Named::Unknown`] for a text that is in no document.
    pub document: Named,
    pub chapter: Option<String>,
    pub article: Option<String>,
    pub clause: Option<String>,
    pub point: Option<String>,
}

impl Context {
    /// In a document that names itself only "này".
    #[must_use]
    pub fn this() -> Self {
        Self { document: Named::This, ..Self::default() }
    }
}

/// The citations in a text, in order.
#[must_use]
pub fn citations(text: &str, context: &Context) -> Vec<Citation> {
    let tokens = token::tokens(text);
    let mut memory = naming::Memory::default();
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match item::reference(text, &tokens, at, &mut memory) {
            Some((items, next)) => {
                out.extend(chain::resolve(&items, context));
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    out
}

impl Document {
    /// All its citations, each read where it stands: an order to amend, and the new text it quotes, are of the document amended.
    #[must_use]
    pub fn citations(&self, text: &str) -> Vec<Citation> {
        let amendments = amendments(text, self);
        let mut out = Vec::new();
        below(&self.root, text, &Context::this(), &mut out);
        // The document's own number is its name, not a citation.
        out.retain(|it| self.front.number_at.is_none_or(|own| !own.holds(it.span)));
        out.retain(|it| !amendments.iter().any(|amendment| amendment.new_text.is_some_and(|quoted| quoted.holds(it.span))));
        let articles: Vec<&Node> = self.root.walk().into_iter().filter(|it| it.level == Level::Article && !amendments.is_empty()).collect();
        for citation in &mut out {
            let quoted = self.quotes.iter().any(|quote| quote.holds(citation.span));
            let said = lower(citation.span.of(text));
            let ordered = amendments.iter().find(|it| it.instruction.holds(citation.span)).or_else(|| {
                let article = articles.iter().find(|it| it.span.holds(citation.span));
                amendments.iter().find(|it| article.is_some_and(|article| it.by.article.as_ref() == Some(&article.number)))
            });
            for target in citation.targets.iter_mut().filter(|it| it.document == Named::This && !said.ends_with("này")) {
                match ordered {
                    Some(amendment) if !quoted => amended(target, amendment, &said),
                    _ if quoted => target.document = Named::Unknown,
                    _ => {}
                }
            }
        }
        let mut seen: Vec<Span> = Vec::new();
        for amendment in &amendments {
            let Some(quoted) = amendment.new_text.filter(|it| !seen.contains(it)) else { continue };
            seen.push(quoted);
            out.extend(in_new_text(text, quoted, &amendment.target));
        }
        out.sort_by_key(|it| it.span.start);
        out
    }
}

/// What an order means by "khoản 1" when the provision around it has said of which article.
fn amended(target: &mut Target, amendment: &Amendment, said: &str) {
    let of = &amendment.target;
    target.document.clone_from(&of.document);
    if !said.contains("điều") {
        target.article.clone_from(&of.article);
        if target.point.is_some() && !said.contains("khoản") {
            target.clause.clone_from(&of.clause);
        }
    }
}

/// New text is read as standing where it will stand.
fn in_new_text(text: &str, quoted: Span, target: &Target) -> Vec<Citation> {
    let article = target.article.as_deref().unwrap_or("1");
    let lead = match (&target.clause, &target.point) {
        (Some(clause), Some(_)) => format!("Điều {article}.\n{clause}.\n"),
        (Some(_), None) | (None, Some(_)) => format!("Điều {article}.\n"),
        (None, None) => String::new(),
    };
    let part = format!("{lead}{}", quoted.of(text));
    let context = Context { document: target.document.clone(), article: target.article.clone(), ..Context::default() };
    let mut found = Vec::new();
    below(&parse(&part).root, &part, &context, &mut found);
    let inside = found.into_iter().filter(|it| it.span.start >= lead.len());
    inside
        .map(|it| Citation { span: Span::new(it.span.start - lead.len() + quoted.start, it.span.end - lead.len() + quoted.start), ..it })
        .collect()
}

fn below(node: &Node, text: &str, context: &Context, out: &mut Vec<Citation>) {
    let mut context = context.clone();
    let number = Some(node.number.clone());
    match node.level {
        Level::Chapter => context.chapter = number,
        Level::Article => context = Context { article: number, clause: None, point: None, ..context },
        Level::Clause => context = Context { clause: number, point: None, ..context },
        Level::Point => context.point = number,
        // A form has articles of its own.
        Level::Annex | Level::Form => context = Context::default(),
        _ => {}
    }
    // The label itself cites nothing.
    let said = Span::new(node.label.end.max(node.own.start), node.own.end);
    out.extend(citations(said.of(text), &context).into_iter().map(|it| Citation { span: it.span.moved(said.start), ..it }));
    for child in &node.children {
        below(child, text, &context, out);
    }
}
