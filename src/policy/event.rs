//! What happens in the library of documents, and what it does to the tables. Of two corrections of one thing the later one counts, by
//! logical time; a relation is only ever added.

mod rereadings;
mod wordings;

pub(super) use rereadings::{ALL as REREADINGS, REREAD, ReadAgain};
pub use rereadings::{close_rereading, open_rereading};
pub(super) use wordings::{ALL as WORDINGS, LEFT, Left, LeftOver, SETTLED, Settled, TextKept};
pub use wordings::{REWORDED, Reworded, TEXT_KEPT};

use super::citing::fold_number;
use super::document::{Kind, Mark};
use super::provision::sort_key;
use super::relation::Effect;
use crate::db::{Applying, Event, Tx, args};
use crate::ground::text::syllables;
use serde::{Deserialize, Serialize};

pub(super) const DOCUMENT_KEPT: &str = "document.kept";
pub(super) const PROVISION_KEPT: &str = "document.provision_kept";
/// A relation was recorded, about the document that it touches. Rooms below listen to it.
pub const DOCUMENT_RELATED: &str = "document.related";
pub(super) const KINDS: &[&str] = &[DOCUMENT_KEPT, PROVISION_KEPT, DOCUMENT_RELATED, TEXT_KEPT, REWORDED, LEFT, SETTLED, REREAD];

/// A document was added or corrected.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DocumentKept {
    pub(super) number: String,
    pub(super) kind: Kind,
    pub(super) issuer: String,
    pub(super) title: String,
    pub(super) issued_on: Option<String>,
    pub(super) effective_on: Option<String>,
    pub(super) expires_on: Option<String>,
    pub(super) mark: Mark,
    pub(super) dates_mark: Mark,
    pub(super) source: String,
    pub(super) checked_on: Option<String>,
    #[serde(default)]
    pub(super) note: String,
}

/// A provision's summary was added or corrected.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ProvisionKept {
    pub(super) provision_id: String,
    pub(super) article: String,
    pub(super) clause: String,
    pub(super) point: String,
    pub(super) heading: String,
    pub(super) summary: String,
    pub(super) mark: Mark,
    #[serde(default)]
    pub(super) source: String,
    #[serde(default)]
    pub(super) checked_on: Option<String>,
}

/// The body of `document.related`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    pub relation_id: String,
    pub from_id: String,
    /// `replaces`, `amends`, `repeals`, `guides`
    pub kind: String,
    /// Also what the event is about.
    pub to_id: String,
    /// What it touches of `to`; empty for all of it, or for a part that nobody has named yet.
    pub article: String,
    pub clause: String,
    pub point: String,
    /// Only a part of `to` is replaced or repealed.
    #[serde(default)]
    pub partial: bool,
    /// The clause of `from` that says so: "Điều 1 khoản 6".
    #[serde(default)]
    pub basis: String,
    pub on_date: Option<String>,
    pub note: String,
    /// `checked`, `partly`, `memory`
    pub mark: String,
}

impl Related {
    /// What it does.
    #[must_use]
    pub fn effect(&self) -> Option<Effect> {
        Effect::from_name(&self.kind)
    }
}

crate::statements! {
    KEEP_DOCUMENT = "insert into documents (id, number, number_fold, kind, issuer, title, title_fold, issued_on, effective_on, expires_on,
            mark, dates_mark, source, checked_on, note, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        on conflict (id) do update set number = excluded.number, number_fold = excluded.number_fold, kind = excluded.kind,
            issuer = excluded.issuer, title = excluded.title, title_fold = excluded.title_fold, issued_on = excluded.issued_on,
            effective_on = excluded.effective_on, expires_on = excluded.expires_on, mark = excluded.mark,
            dates_mark = excluded.dates_mark, source = excluded.source, checked_on = excluded.checked_on, note = excluded.note,
            changed_hlc = excluded.changed_hlc
        where documents.changed_hlc <= excluded.changed_hlc";
    KEEP_PROVISION = "insert into provisions (id, document_id, article, clause, point, heading, summary, summary_fold, mark, source,
            checked_on, sort, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (id) do update set heading = excluded.heading, summary = excluded.summary, summary_fold = excluded.summary_fold,
            mark = excluded.mark, source = excluded.source, checked_on = excluded.checked_on, changed_hlc = excluded.changed_hlc
        where provisions.changed_hlc <= excluded.changed_hlc";
    RELATE = "insert into relations (id, from_id, kind, to_id, article, clause, point, partial, basis, on_date, note, mark)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing";
}

/// A text as whole words are looked for in it: folded syllables with a blank before and after each.
fn found_by(text: &str) -> String {
    format!(" {} ", syllables(text).join(" "))
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            DOCUMENT_KEPT => {
                let it: DocumentKept = event.body()?;
                let found_by = found_by(&format!("{} {} {} {}", it.kind.title(), it.number, it.title, it.issuer));
                let values = args![
                    &event.about,
                    &it.number,
                    fold_number(&it.number),
                    it.kind.name(),
                    it.issuer,
                    it.title,
                    found_by,
                    it.issued_on,
                    it.effective_on,
                    it.expires_on,
                    it.mark.name(),
                    it.dates_mark.name(),
                    it.source,
                    it.checked_on,
                    it.note,
                    event.hlc
                ];
                tx.run(&KEEP_DOCUMENT, values).await?;
                wordings::document_kept(tx, &event.about, &fold_number(&it.number)).await
            }
            PROVISION_KEPT => {
                let it: ProvisionKept = event.body()?;
                let found_by = found_by(&format!("{} {}", it.heading, it.summary));
                let sort = sort_key(&it.article, &it.clause, &it.point);
                let values = args![
                    it.provision_id,
                    &event.about,
                    it.article,
                    it.clause,
                    it.point,
                    it.heading,
                    it.summary,
                    found_by,
                    it.mark.name(),
                    it.source,
                    it.checked_on,
                    sort,
                    event.hlc
                ];
                tx.run(&KEEP_PROVISION, values).await
            }
            DOCUMENT_RELATED => {
                let it: Related = event.body()?;
                let values = args![
                    it.relation_id,
                    it.from_id,
                    it.kind,
                    it.to_id,
                    it.article,
                    it.clause,
                    it.point,
                    it.partial,
                    it.basis,
                    it.on_date,
                    it.note,
                    it.mark
                ];
                tx.run(&RELATE, values).await
            }
            TEXT_KEPT => wordings::text_kept(tx, event).await,
            REWORDED => wordings::reworded(tx, event).await,
            LEFT => wordings::left_over(tx, event).await,
            SETTLED => wordings::settled(tx, event).await,
            REREAD => rereadings::reread(tx, event).await,
            _ => Ok(()),
        }
    })
}
