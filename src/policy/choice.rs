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
    /// The title of the article, where the library has its text.
    pub heading: String,
    /// In our own words; the first words of the text where nobody has written any; or empty.
    pub summary: String,
    /// No longer in force by itself, whatever its document.
    pub repealed: bool,
    /// Of the summary, or of the document.
    pub mark: Mark,
    /// Is the clause itself in the library? One that is not can be cited all the same.
    pub kept: bool,
    pub document_title: String,
    /// How the document stands: `state.at(day)`.
    pub state: Standing,
}

/// A provision as the full text of a document has it on the day asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub document_id: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    pub title: String,
    pub body: String,
    pub repealed: bool,
}
crate::row!(Said { document_id, article, clause, point, title, body, repealed });

/// So many letters of a text are enough to know it by.
const FIRST_WORDS: usize = 150;

impl Choice {
    /// What changed this very clause by a day.
    pub fn changed_by(&self, on: Date) -> impl Iterator<Item = &Touch> {
        self.state.touches.iter().filter(move |it| it.changes(&self.cite, on))
    }
}

/// What is offered, best first: of documents in their order, the clause that was meant, what it lies in, what lies in it.
#[must_use]
pub fn offer(wanted: &Wanted, documents: &[Document], provisions: &[Provision], said: &[Said], limit: usize) -> Vec<Choice> {
    let mut offered: Vec<(u8, Choice)> = Vec::new();
    for document in documents.iter().filter(|it| wanted.fits(it)) {
        let of_it: Vec<&Provision> = provisions.iter().filter(|it| it.document_id == document.id).collect();
        let read: Vec<&Said> = said.iter().filter(|it| it.document_id == document.id).collect();
        let choice = |cite: Cite| choice(document, cite, &of_it, &read);
        if wanted.article.is_empty() {
            let whole = Cite { document_id: document.id.clone(), ..Cite::default() };
            if let Some(rank) = wanted.rank(document) {
                offered.push((rank, choice(whole)));
            }
            offered.extend(of_it.iter().map(|it| (wanted.rank_words(&it.summary), choice(it.cite()))));
            continue;
        }
        let at = |point: &str| Cite {
            document_id: document.id.clone(),
            article: wanted.article.clone(),
            clause: wanted.clause.clone(),
            point: point.to_owned(),
        };
        let is_there = |cite: &Cite| of_it.iter().any(|it| it.cite() == *cite) || read.iter().any(|it| it.cite() == *cite);
        let exact: Vec<Cite> = wanted.points().into_iter().map(at).filter(is_there).collect();
        if exact.is_empty() && !wanted.number.is_empty() {
            offered.push((1, choice(at(&wanted.point))));
        }
        offered.extend(exact.into_iter().map(|it| (0, choice(it))));
        let near = |cite: &Cite| cite.article == wanted.article && super::touches(&wanted.article, &wanted.clause, &wanted.point, cite);
        // Our own summaries before what only the text has: somebody chose these.
        offered.extend(of_it.iter().map(|it| it.cite()).filter(near).map(|it| (2, choice(it))));
        offered.extend(read.iter().map(|it| it.cite()).filter(near).map(|it| (3, choice(it))));
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

impl Said {
    fn cite(&self) -> Cite {
        Cite {
            document_id: self.document_id.clone(),
            article: self.article.clone(),
            clause: self.clause.clone(),
            point: self.point.clone(),
        }
    }
}

fn choice(document: &Document, cite: Cite, provisions: &[&Provision], read: &[&Said]) -> Choice {
    let place = place_label(&cite.article, &cite.clause, &cite.point);
    let provision = provisions.iter().find(|it| it.cite() == cite);
    let text = read.iter().find(|it| it.cite() == cite);
    let title = read.iter().find(|it| it.article == cite.article && it.clause.is_empty() && it.point.is_empty()).map(|it| it.title.clone());
    Choice {
        label: if place.is_empty() { document.name() } else { format!("{place} {}", document.name()) },
        heading: title.or_else(|| provision.map(|it| it.heading.clone())).unwrap_or_default(),
        summary: provision.map(|it| it.summary.clone()).or_else(|| text.map(|it| first_words(it, read))).unwrap_or_default(),
        repealed: text.is_some_and(|it| it.repealed),
        mark: provision.map_or(document.mark, |it| it.mark),
        kept: provision.is_some() || text.is_some() || cite.article.is_empty(),
        document_title: document.title.clone(),
        state: document.standing(Vec::new()),
        cite,
    }
}

/// What it begins with; an article that has only clauses begins with its first one.
fn first_words(it: &Said, read: &[&Said]) -> String {
    let own = it.body.lines().next().unwrap_or_default().trim();
    let below = || read.iter().find(|other| other.article == it.article && it.clause.is_empty() && !other.body.is_empty());
    let text = if own.is_empty() { below().map_or("", |it| it.body.as_str()) } else { own };
    if text.chars().count() <= FIRST_WORDS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(FIRST_WORDS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |it| it.0);
    format!("{whole}…")
}
