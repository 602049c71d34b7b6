//! The tree of a document. Lossless: the own texts of its nodes, in order, are the text.

mod build;
mod front;

pub use front::{Front, Signer};

use super::Span;
use super::citation::{Named, Target};
use super::label::value;
use serde::Serialize;

/// What a node is, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Document,
    /// What a decision issues with itself: Quy chế, Quy định. Has articles of its own.
    Attached,
    /// Issuer, number, place and date, kind, title.
    Heading,
    /// One line of Căn cứ.
    Basis,
    /// "Chính phủ ban hành Nghị định …"
    Enactment,
    Signature,
    Recipients,
    /// Phụ lục: kept whole, with its tables.
    Annex,
    /// Mẫu số: the same.
    Form,
    Part,
    Chapter,
    Section,
    Subsection,
    Article,
    Clause,
    Point,
}

impl Level {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Attached => "attached",
            Self::Heading => "heading",
            Self::Basis => "basis",
            Self::Enactment => "enactment",
            Self::Signature => "signature",
            Self::Recipients => "recipients",
            Self::Annex => "annex",
            Self::Form => "form",
            Self::Part => "part",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Subsection => "subsection",
            Self::Article => "article",
            Self::Clause => "clause",
            Self::Point => "point",
        }
    }

    /// How deep it stands. Siblings have the same depth.
    fn depth(self) -> u8 {
        match self {
            Self::Document => 0,
            Self::Attached => 1,
            Self::Heading | Self::Basis | Self::Enactment | Self::Signature | Self::Recipients | Self::Annex => 2,
            Self::Form | Self::Part => 3,
            Self::Chapter => 4,
            Self::Section => 5,
            Self::Subsection => 6,
            Self::Article => 7,
            Self::Clause => 8,
            Self::Point => 9,
        }
    }

    /// Holds nothing but its own lines.
    fn is_flat(self) -> bool {
        matches!(self, Self::Heading | Self::Basis | Self::Enactment | Self::Signature | Self::Recipients)
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    pub level: Level,
    /// `7a`, `2`, `đ`, `II`; empty where nothing is numbered.
    pub number: String,
    /// `Điều 7a.` as written.
    pub label: Span,
    pub title: Option<Span>,
    /// Its own text: label, title and what comes before its first child.
    pub own: Span,
    /// With everything below it.
    pub span: Span,
    pub children: Vec<Self>,
}

impl Node {
    /// Itself and all below, in the order of the text.
    #[must_use]
    pub fn walk(&self) -> Vec<&Self> {
        let mut out = Vec::new();
        let mut waiting = vec![self];
        while let Some(node) = waiting.pop() {
            out.push(node);
            waiting.extend(node.children.iter().rev());
        }
        out
    }

    /// Its own text without the label.
    #[must_use]
    pub fn said(&self, text: &str) -> Span {
        Span::new(self.label.end.max(self.own.start), self.own.end).trimmed(text)
    }

    /// The first of this number at this level, not looking into annexes.
    fn seek(&self, level: Level, number: &str) -> Option<&Self> {
        self.children.iter().find_map(|child| {
            if child.level == level {
                return same(&child.number, number).then_some(child);
            }
            // An article without clauses has its points itself; nothing else is looked for below an article.
            let below = child.level < Level::Article && !matches!(child.level, Level::Annex | Level::Form);
            below.then(|| child.seek(level, number)).flatten()
        })
    }
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || (value(one).is_some() && value(one) == value(other))
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// From 1.
    pub line: usize,
    pub at: Span,
    pub what: Wonder,
}

/// Why it is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wonder {
    /// Read as an article, clause or point, but not the next in order.
    OutOfOrder,
    /// Numbered as a clause, but the numbers begin again: left as text.
    Restarts,
    /// A second `d)`: read as `đ)`.
    SecondD,
    /// A quotation that is never closed.
    OpenQuote,
}

/// A document as it was read. Its spans are for the text that was given, and no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    pub front: Front,
    pub root: Node,
    pub signer: Option<Signer>,
    /// The lines of Nơi nhận.
    pub recipients: Vec<Span>,
    /// Quotations over several lines, with their signs.
    pub quotes: Vec<Span>,
    pub doubts: Vec<Doubt>,
}

impl Document {
    /// The lines of Căn cứ.
    #[must_use]
    pub fn bases(&self) -> Vec<Span> {
        self.root.children.iter().filter(|it| it.level == Level::Basis).map(|it| it.span).collect()
    }

    /// Its articles, clauses and points with their addresses, in order: what a library keeps. [`find`] finds each by its address, but
    /// for numbers that stand twice.
    #[must_use]
    pub fn provisions(&self) -> Vec<(Target, &Node)> {
        let mut out = Vec::new();
        let mut here = Target { document: Named::This, ..Target::default() };
        for node in self.root.walk() {
            let number = Some(node.number.clone());
            match node.level {
                Level::Chapter => here = Target { document: Named::This, chapter: number, ..Target::default() },
                Level::Section => here = Target { section: number, article: None, clause: None, point: None, ..here },
                Level::Article => here = Target { article: number, clause: None, point: None, ..here },
                Level::Clause => here = Target { clause: number, point: None, ..here },
                Level::Point => here = Target { point: number, ..here },
                _ => {}
            }
            if node.level >= Level::Article {
                out.push((here.clone(), node));
            }
        }
        out
    }

    /// All nodes in the order of the text.
    #[must_use]
    pub fn nodes(&self) -> Vec<&Node> {
        self.root.walk()
    }

    /// The text in pieces, one a node that has any. Put together, it is the text.
    #[must_use]
    pub fn leaves(&self) -> Vec<Span> {
        self.nodes().into_iter().map(|it| it.own).filter(|it| !it.is_empty()).collect()
    }
}

/// Reads a document. Never fails: a text without any structure is one node.
#[must_use]
pub fn parse(text: &str) -> Document {
    build::build(text)
}

/// The node that a target names in this document: `khoản 5b` is also sought as point b of clause 5.
#[must_use]
pub fn find<'a>(document: &'a Document, target: &Target) -> Option<&'a Node> {
    let root = &document.root;
    if let Some(annex) = &target.annex {
        return document.root.walk().into_iter().find(|it| it.level == Level::Annex && (annex.is_empty() || same(&it.number, annex)));
    }
    let mut place = root;
    if target.article.is_none() {
        for (level, number) in [(Level::Chapter, &target.chapter), (Level::Section, &target.section)] {
            place = number.as_deref().map_or(Some(place), |number| place.seek(level, number))?;
        }
    }
    let article = target.article.as_deref().map_or(Some(place), |number| root.seek(Level::Article, number))?;
    let clause = match &target.clause {
        None => article,
        Some(number) => {
            if let Some(clause) = article.seek(Level::Clause, number) {
                clause
            } else {
                let digits = number.trim_end_matches(char::is_alphabetic);
                let letter = number.get(digits.len()..).filter(|it| !it.is_empty() && target.point.is_none())?;
                return article.seek(Level::Clause, digits)?.seek(Level::Point, letter);
            }
        }
    };
    target.point.as_deref().map_or(Some(clause), |point| clause.seek(Level::Point, point))
}
