//! What an expert may choose for what they typed: which clauses of which documents, in which order. Pure.

use super::citing::Wanted;
use super::document::{Document, Mark, Standing};
use super::provision::{Cite, Provision, place_label};
use super::relation::Touch;
use crate::ground::dates::Date;

/// One thing to cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub cite: Cite,
    /// "điểm a khoản 2 Điều 7 Nghị định 27/2022/NĐ-CP"
    pub label: String,
    /// In our own words; empty where nobody has written it.
    pub summary: String,
    /// Of the summary, or of the document.
    pub mark: Mark,
    /// Is the clause itself in the library? One that is not can be cited all the same.
    pub kept: bool,
    pub document_title: String,
    /// How the document stands: `state.at(day)`.
    pub state: Standing,
}

impl Choice {
    /// What changed this very clause by a day.
    pub fn changed_by(&self, on: Date) -> impl Iterator<Item = &Touch> {
        self.state.touches.iter().filter(move |it| it.changes(&self.cite, on))
    }
}

/// What is offered, best first: of documents in their order, the clause that was meant, what it lies in, what lies in it.
#[must_use]
pub fn offer(wanted: &Wanted, documents: &[Document], provisions: &[Provision], limit: usize) -> Vec<Choice> {
    let mut offered: Vec<(u8, Choice)> = Vec::new();
    for document in documents.iter().filter(|it| wanted.fits(it)) {
        let of_it: Vec<&Provision> = provisions.iter().filter(|it| it.document_id == document.id).collect();
        if wanted.article.is_empty() {
            let whole = Cite { document_id: document.id.clone(), ..Cite::default() };
            if let Some(rank) = wanted.rank(document) {
                offered.push((rank, choice(document, whole, None)));
            }
            offered.extend(of_it.into_iter().map(|it| (wanted.rank_words(&it.summary), choice(document, it.cite(), Some(it)))));
            continue;
        }
        let mut exact = false;
        for point in wanted.points() {
            let meant = |it: &&&Provision| it.article == wanted.article && it.clause == wanted.clause && it.point == point;
            if let Some(found) = of_it.iter().find(meant) {
                exact = true;
                offered.push((0, choice(document, found.cite(), Some(found))));
            }
        }
        if !exact && !wanted.number.is_empty() {
            let cite = Cite {
                document_id: document.id.clone(),
                article: wanted.article.clone(),
                clause: wanted.clause.clone(),
                point: wanted.point.clone(),
            };
            offered.push((1, choice(document, cite, None)));
        }
        let near =
            |it: &&Provision| it.article == wanted.article && super::touches(&wanted.article, &wanted.clause, &wanted.point, &it.cite());
        offered.extend(of_it.into_iter().filter(near).map(|it| (2, choice(document, it.cite(), Some(it)))));
    }
    // The sort keeps the order of documents and, inside them, of provisions.
    offered.sort_by_key(|(rank, _)| *rank);
    let mut out: Vec<Choice> = Vec::new();
    for (_, one) in offered {
        if out.len() < limit && out.iter().all(|it| it.cite != one.cite) {
            out.push(one);
        }
    }
    out
}

fn choice(document: &Document, cite: Cite, provision: Option<&Provision>) -> Choice {
    let place = place_label(&cite.article, &cite.clause, &cite.point);
    Choice {
        label: if place.is_empty() { document.name() } else { format!("{place} {}", document.name()) },
        summary: provision.map(|it| it.summary.clone()).unwrap_or_default(),
        mark: provision.map_or(document.mark, |it| it.mark),
        kept: provision.is_some() || cite.article.is_empty(),
        document_title: document.title.clone(),
        state: document.standing(Vec::new()),
        cite,
    }
}
