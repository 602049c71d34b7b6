//! What a document does to others and others to it, for its page.

use super::super::{Sign, eye};
use super::marked;
use crate::policy::document::{Document, Mark};
use crate::policy::provision::{Cite, place_label, sort_key};
use crate::policy::relation::{Effect, Touch};
use crate::web::W;

/// One provision that a relation touches.
pub(in crate::policy::pages) struct Part {
    pub(in crate::policy::pages) sort: String,
    pub(in crate::policy::pages) label: String,
    pub(in crate::policy::pages) path: String,
    pub(in crate::policy::pages) basis: String,
}

/// Another document in a relation of one kind, with all the provisions that it is about.
pub(in crate::policy::pages) struct Relative {
    pub(in crate::policy::pages) id: String,
    pub(in crate::policy::pages) name: String,
    pub(in crate::policy::pages) since: Option<String>,
    pub(in crate::policy::pages) parts: Vec<Part>,
    pub(in crate::policy::pages) notes: Vec<String>,
    pub(in crate::policy::pages) mark: Option<Sign>,
}

pub(in crate::policy::pages) struct Relatives {
    pub(in crate::policy::pages) heading: String,
    pub(in crate::policy::pages) list: Vec<Relative>,
}

/// Both directions, each effect with its documents; the relations of one document are one entry.
pub(super) fn relatives(w: &W, document: &Document, touched: &[Touch], does: &[Touch]) -> Vec<Relatives> {
    let order = [Effect::Replaces, Effect::Repeals, Effect::Amends, Effect::Guides];
    let by = order.map(|effect| (effect, touched, format!("document-by-{}", effect.name()), Some(document.id.as_str())));
    let to = order.map(|effect| (effect, does, format!("document-does-{}", effect.name()), None));
    let mut out = Vec::new();
    for (effect, ends, key, this) in by.into_iter().chain(to) {
        let mut list: Vec<Relative> = Vec::new();
        for touch in ends.iter().filter(|it| it.effect == effect) {
            let at = list.iter().position(|it| it.id == touch.by_id).unwrap_or_else(|| {
                list.push(relative(w, touch));
                list.len() - 1
            });
            let Some(known) = list.get_mut(at) else { continue };
            if touch.article.is_empty() {
                known.notes.extend(touch.partial.then(|| w.t("relation-partial")));
                known.notes.extend(Some(&touch.basis).filter(|it| !it.is_empty()).map(|it| w.x("relation-basis-short", it)));
            } else {
                known.parts.push(part(w, touch, this.unwrap_or(&touch.by_id)));
            }
            known.notes.extend(Some(&touch.note).filter(|it| !it.is_empty() && !known.notes.contains(it)).cloned());
        }
        for it in &mut list {
            it.parts.sort_by(|a, b| a.sort.cmp(&b.sort));
        }
        if !list.is_empty() {
            out.push(Relatives { heading: w.t(&key), list });
        }
    }
    out
}

/// Heading, and the documents: for the top of the page. What ends only a part is told apart from what ends all.
pub(super) fn touched(w: &W, ends: &[Touch]) -> Vec<(String, Vec<(String, String)>)> {
    let ended = |it: &&Touch, effect| it.effect == effect && it.ends_all();
    let sorts: [(&str, Vec<&Touch>); 4] = [
        ("document-by-replaces", ends.iter().filter(|it| ended(it, Effect::Replaces)).collect()),
        ("document-by-repeals", ends.iter().filter(|it| ended(it, Effect::Repeals)).collect()),
        ("document-by-amends", ends.iter().filter(|it| it.effect == Effect::Amends).collect()),
        ("document-by-part", ends.iter().filter(|it| matches!(it.effect, Effect::Replaces | Effect::Repeals) && !it.ends_all()).collect()),
    ];
    let mut out = Vec::new();
    for (key, found) in sorts {
        let mut list: Vec<(String, String)> = Vec::new();
        for it in found {
            let one = (format!("/documents/{}", it.by_id), it.by.clone());
            if !list.contains(&one) {
                list.push(one);
            }
        }
        if !list.is_empty() {
            out.push((w.t(key), list));
        }
    }
    out
}

fn relative(w: &W, touch: &Touch) -> Relative {
    Relative {
        id: touch.by_id.clone(),
        name: touch.by.clone(),
        since: eye(touch.on_date.as_deref()),
        parts: Vec::new(),
        notes: Vec::new(),
        mark: (touch.mark != Mark::Checked).then(|| marked(w, touch.mark)),
    }
}

fn part(w: &W, touch: &Touch, document: &str) -> Part {
    let Touch { article, clause, point, .. } = touch;
    let cite = Cite { document_id: document.to_owned(), article: article.clone(), clause: clause.clone(), point: point.clone() };
    let mut basis = Vec::new();
    if !touch.basis.is_empty() {
        basis.push(w.x("relation-basis-short", &touch.basis));
    }
    if touch.mark != Mark::Checked {
        basis.push(w.t(&touch.mark.word()));
    }
    Part { sort: sort_key(article, clause, point), label: place_label(article, clause, point), path: cite.path(), basis: basis.join(", ") }
}
