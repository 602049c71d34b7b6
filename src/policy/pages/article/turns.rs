//! The history of an article: each day on which something changed, by what, and what it said before.

use super::super::{capital, eye};
use crate::ground::Refused;
use crate::ground::dates::Date;
use crate::policy::citing::Wanted;
use crate::policy::provision::{Cite, place_label};
use crate::policy::store;
use crate::policy::wording::Wording;
use crate::web::{Ask, W};

/// A day on which something changed.
pub(super) struct Turn {
    pub(super) day: String,
    pub(super) by: String,
    pub(super) by_path: String,
    pub(super) basis: String,
    /// What changed: the place, how, and what it said before.
    pub(super) changes: Vec<(String, String, String)>,
    pub(super) before: String,
}

/// The documents that worded something here, by id.
pub(super) async fn makers(ask: &Ask, all: &[Wording]) -> Result<Vec<(String, String)>, Refused> {
    let mut ids: Vec<&str> = all.iter().filter_map(|it| it.by_id.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    let documents = store::by_ids(ask.db(), &format!(",{},", ids.join(","))).await?;
    Ok(documents.into_iter().map(|it| (it.id.clone(), it.name())).collect())
}

/// Where the amending document says so: its article and clause.
pub(super) fn basis_path(by: &str, basis: &str) -> String {
    let at = Wanted::read(basis);
    Cite { document_id: by.to_owned(), article: at.article, clause: at.clause, point: at.point }.path()
}

/// What happened to the article, the latest first.
pub(super) fn turns(w: &W, document: &str, article: &str, all: &[Wording], makers: &[(String, String)]) -> Vec<Turn> {
    let mut out: Vec<(String, Turn)> = Vec::new();
    for it in all.iter().filter(|it| it.by_id.is_some()) {
        let by = it.by_id.clone().unwrap_or_default();
        let key = format!("{}/{by}/{}", it.from_on, it.basis);
        if out.iter().all(|known| known.0 != key) {
            let before = Date::from_iso(&it.from_on).map(|day| day.plus_days(-1).iso()).unwrap_or_default();
            let name = makers.iter().find(|known| known.0 == by).map(|it| it.1.clone()).unwrap_or_default();
            let turn = Turn {
                day: eye(Some(&it.from_on)).unwrap_or_default(),
                by: name,
                by_path: basis_path(&by, &it.basis),
                basis: it.basis.clone(),
                changes: Vec::new(),
                before: format!("/documents/{document}/articles/{article}?on={before}"),
            };
            out.push((key.clone(), turn));
        }
        let was = all.iter().rev().find(|old| {
            (old.clause.as_str(), old.point.as_str()) == (it.clause.as_str(), it.point.as_str())
                && old.until_on.as_ref() == Some(&it.from_on)
                && old.id != it.id
        });
        let place = capital(&place_label(&it.article, &it.clause, &it.point));
        let how = w.t(&format!("wording-{}", it.change));
        let with_parent = it.is_repealed()
            && it.label.is_empty()
            && all.iter().any(|other| {
                let above = other.clause.is_empty() || (other.clause == it.clause && other.point.is_empty());
                above && other.is_repealed() && !other.label.is_empty() && other.from_on == it.from_on && other.by_id == it.by_id
            });
        if with_parent {
            continue;
        }
        if let Some((_, turn)) = out.iter_mut().find(|known| known.0 == key) {
            turn.changes.push((place, how, was.map(Wording::text).unwrap_or_default()));
        }
    }
    out.sort_by(|a, b| b.0.cmp(&a.0));
    out.into_iter().map(|it| it.1).collect()
}
