//! One side of a comparing, out of what a document says on a day.

use super::{Article, Part};
use crate::policy::wording::Wording;

/// Articles with their parts, then annexes; what is repealed is not there. Chapters, bases and signatures are not compared.
#[must_use]
pub fn side(wordings: &[Wording]) -> Vec<Article> {
    let mut out: Vec<Article> = Vec::new();
    // Points of a clause that is gone went with it.
    let said = wordings.iter().filter(|it| !it.is_repealed());
    for it in said {
        match it.level.as_str() {
            "article" | "annex" | "form" => {
                let label = it.label.trim().trim_end_matches(['.', ':']).to_owned();
                out.push(Article { number: it.article.clone(), label, title: it.title.clone(), parts: paragraphs(it) });
            }
            "clause" | "point" => {
                if let Some(article) = out.iter_mut().rev().find(|known| known.number == it.article) {
                    article.parts.push(Part {
                        clause: it.clause.clone(),
                        point: it.point.clone(),
                        label: it.label.clone(),
                        text: it.text(),
                    });
                }
            }
            _ => {}
        }
    }
    out
}

/// What stands in an article before its first clause, and in an annex: each paragraph is a part.
fn paragraphs(it: &Wording) -> Vec<Part> {
    let lines = it.body.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Part { text: line.to_owned(), ..Part::default() }).collect()
}
