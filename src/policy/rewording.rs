//! A provision before and after one document changed it: what somebody who stands on it has to read again. Pure.

use super::compare::{Line, Pair, Part, mark, pair};
use super::provision::{Cite, place_label};
use super::relation::touches;

/// One change of one provision's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewording {
    /// The relation that tells of it.
    pub relation_id: String,
    pub document_id: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    pub old_label: String,
    pub old_title: String,
    pub old_body: String,
    pub label: String,
    pub title: String,
    pub body: String,
}
crate::row!(Rewording { relation_id, document_id, article, clause, point, old_label, old_title, old_body, label, title, body });

/// A provision with its words before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reread {
    /// "điểm a khoản 2 Điều 14"
    pub label: String,
    pub pair: Pair,
}

impl Reread {
    /// As a table of one line.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        std::slice::from_ref(&self.pair)
    }
}

impl Rewording {
    /// Does it touch what stands on one of these?
    #[must_use]
    pub fn is_under(&self, cites: &[Cite]) -> bool {
        cites.iter().any(|cite| cite.document_id == self.document_id && touches(&self.article, &self.clause, &self.point, cite))
    }

    /// Its words side by side.
    #[must_use]
    pub fn reread(&self) -> Reread {
        let part = |label: &str, title: &str, body: &str| {
            let text = [title, body].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n");
            (!text.is_empty()).then(|| Part { clause: self.clause.clone(), point: self.point.clone(), label: label.to_owned(), text })
        };
        let old = part(&self.old_label, &self.old_title, &self.old_body);
        let new = part(&self.label, &self.title, &self.body);
        let text = |it: &Option<Part>| it.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        let (before, after) = (text(&old), text(&new));
        let line = Line { old: old.as_ref(), new: new.as_ref(), runs: mark(&before, &after) };
        Reread { label: place_label(&self.article, &self.clause, &self.point), pair: pair(&line) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_to_who_stands_on_it() {
        let cite = |article: &str, clause: &str| Cite {
            document_id: "d".into(),
            article: article.into(),
            clause: clause.into(),
            point: String::new(),
        };
        let it = Rewording {
            document_id: "d".into(),
            article: "14".into(),
            clause: "2".into(),
            old_label: "2.".into(),
            old_body: "Không quá 05 tỷ đồng.".into(),
            label: "2.".into(),
            body: "Không quá 10 tỷ đồng.".into(),
            ..Rewording::default()
        };
        assert!(it.is_under(&[cite("14", "")]) && it.is_under(&[cite("3", ""), cite("14", "2")]));
        assert!(!it.is_under(&[cite("14", "1")]) && !it.is_under(&[Cite { document_id: "e".into(), ..cite("14", "2") }]));
        let Reread { label, pair } = it.reread();
        let said = |side: &[super::super::compare::Stretch]| -> String {
            side.iter().map(|it| if it.mark.is_empty() { it.text.clone() } else { format!("<{} {}>", it.mark, it.text) }).collect()
        };
        assert_eq!(label, "khoản 2 Điều 14");
        assert_eq!(
            (said(&pair.before), said(&pair.after)),
            ("2. Không quá <del 05> tỷ đồng.".into(), "2. Không quá <ins 10> tỷ đồng.".into())
        );
        // Put in, or repealed: one side only.
        let gone = Rewording { body: String::new(), ..it.clone() }.reread().pair;
        assert!(gone.after.is_empty() && said(&gone.before) == "2. <del Không quá 05 tỷ đồng.>");
    }
}
