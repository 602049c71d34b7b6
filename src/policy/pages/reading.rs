//! The text of a law on a page: lines and tables, with what it cites as links.

use crate::ground::Problem;
use crate::policy::citing::fold_number;
use crate::policy::document::Document;
use crate::policy::law::{Context, Named, Span, Target, citations};
use crate::policy::mention::{Mention, named};
use crate::policy::provision::Cite;
use crate::policy::store;
use crate::policy::wording::{Wording, join_article, split_article};
use crate::web::Ask;
use std::collections::HashSet;

/// A stretch of a line, and where it leads.
pub(in crate::policy::pages) struct Piece {
    pub text: String,
    pub href: Option<String>,
}

/// A line, or a table with its cells.
pub(in crate::policy::pages) enum Block {
    Line(Vec<Piece>),
    Table(Vec<Vec<String>>),
}

impl Block {
    /// How long it is.
    pub(in crate::policy::pages) fn letters(&self) -> usize {
        match self {
            Self::Line(pieces) => pieces.iter().map(|it| it.text.chars().count()).sum(),
            Self::Table(rows) => rows.iter().flatten().map(|it| it.chars().count()).sum(),
        }
    }
}

/// What the texts of a page cite, found in the library.
#[derive(Default)]
pub(in crate::policy::pages) struct Cited {
    documents: Vec<Document>,
    with_text: HashSet<String>,
    mentions: Vec<Mention>,
}

impl Cited {
    /// Two queries, or three where a law is cited by its name.
    pub(in crate::policy::pages) async fn of(ask: &Ask, document: &str, rows: &[Wording]) -> Result<Self, Problem> {
        let mut numbers: Vec<String> = Vec::new();
        for it in rows {
            for citation in citations(&it.body, &context(it)) {
                numbers.extend(citation.targets.iter().filter_map(|it| match &it.document {
                    Named::Number { number, .. } => Some(fold_number(number)),
                    _ => None,
                }));
            }
        }
        let mentions = store::mentions(ask.db(), document).await?;
        numbers.extend(mentions.iter().filter(|it| it.to_id.is_some()).map(|it| it.to_number.clone()));
        numbers.sort();
        numbers.dedup();
        let documents = store::by_numbers(ask.db(), &format!(",{},", numbers.join(","))).await?;
        let ids = format!(",{},", documents.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(","));
        let with_text = store::with_text(ask.db(), &ids).await?.into_iter().collect();
        Ok(Self { documents, with_text, mentions })
    }

    /// Where a citation in a wording leads: to its own document as it is read now, to another as it stood when the wording began.
    fn href(&self, this: &Document, row: &Wording, target: &Target, on: &str) -> Option<String> {
        let part = |it: &Option<String>| it.as_deref().unwrap_or_default().to_lowercase();
        let cite = |document_id: &str| Cite {
            document_id: document_id.to_owned(),
            article: part(&target.article),
            clause: part(&target.clause),
            point: part(&target.point),
        };
        if target.document == Named::This {
            // What stands in a text issued with the document speaks of that text.
            let own = cite(&this.id);
            let cite = Cite { article: join_article(split_article(&row.article).0, &own.article), ..own };
            return (!cite.article.is_empty()).then(|| {
                if cite.article == row.article {
                    format!("#{}", crate::policy::wording::anchor(&cite.clause, &cite.point))
                } else {
                    cite.path_on(on)
                }
            });
        }
        let by_name = || {
            let same =
                |it: &&Mention| it.article == row.article && it.to_article == part(&target.article) && it.to_clause == part(&target.clause);
            let id = self.mentions.iter().filter(same).find_map(|it| it.to_id.clone().filter(|id| *id != this.id))?;
            self.documents.iter().find(|it| it.id == id)
        };
        let found = named(&target.document, this, &self.documents);
        let found = if matches!(target.document, Named::Number { .. }) { found } else { found.or_else(by_name) }?;
        if !self.with_text.contains(&found.id) {
            return Some(cite(&found.id).path());
        }
        // Of a document whose days nobody knows no day can be asked.
        let day = Some(row.from_on.as_str()).filter(|it| !it.starts_with("0001")).unwrap_or_default();
        Some(cite(&found.id).path_on(day))
    }

    /// The text of a row as blocks; `on` is the day asked for, empty for today.
    pub(in crate::policy::pages) fn blocks(&self, this: &Document, row: &Wording, on: &str) -> Vec<Block> {
        let mut links = Vec::new();
        for citation in citations(&row.body, &context(row)) {
            // One citation of several provisions leads to the first of them.
            let href = citation.targets.iter().find_map(|target| self.href(this, row, target, on)).filter(|it| it != "#");
            links.extend(href.map(|href| (citation.span, href)));
        }
        blocks(&row.body, &links)
    }
}

fn context(it: &Wording) -> Context {
    let some = |it: &String| Some(it.clone()).filter(|it| !it.is_empty());
    let article = split_article(&it.article).1.to_owned();
    Context { article: some(&article), clause: some(&it.clause), point: some(&it.point), ..Context::this() }
}

/// Lines, and rows of cells as tables.
fn blocks(text: &str, links: &[(Span, String)]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len());
        at += line.len() + 1;
        if line.trim().is_empty() {
            continue;
        }
        if line.contains('\t') {
            let cells: Vec<String> = line.split('\t').map(|it| it.trim().to_owned()).collect();
            match out.last_mut() {
                Some(Block::Table(rows)) => rows.push(cells),
                _ => out.push(Block::Table(vec![cells])),
            }
            continue;
        }
        out.push(Block::Line(pieces(text, span, links)));
    }
    out
}

fn pieces(text: &str, line: Span, links: &[(Span, String)]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = line.start;
    for (span, href) in links.iter().filter(|(span, _)| line.holds(*span)) {
        if span.start < at {
            continue;
        }
        out.push(Piece { text: Span::new(at, span.start).of(text).to_owned(), href: None });
        out.push(Piece { text: span.of(text).to_owned(), href: Some(href.clone()) });
        at = span.end;
    }
    out.push(Piece { text: Span::new(at, line.end).of(text).to_owned(), href: None });
    out.retain(|it| !it.text.is_empty());
    out
}

/// For samples: a line with a link, and a table.
pub(in crate::policy::pages) fn sample_blocks() -> Vec<Block> {
    blocks("Theo Điều 3\nMột\tHai", &[(Span::new(5, 14), "/documents".to_owned())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_tables_are_told_apart_and_links_stand_where_they_are_cited() {
        let text = "Theo khoản 2 Điều 3.\n\nMột\tHai\nBa\tBốn\nHết.";
        let span = citations(text, &Context::this()).remove(0).span;
        let all = blocks(text, &[(span, "/x".into())]);
        let [Block::Line(first), Block::Table(rows), Block::Line(_)] = all.as_slice() else { panic!("{}", all.len()) };
        assert_eq!(
            first.iter().map(|it| (it.text.as_str(), it.href.is_some())).collect::<Vec<_>>(),
            [("Theo ", false), ("khoản 2 Điều 3", true), (".", false)]
        );
        assert_eq!(rows.len(), 2);
    }
}
