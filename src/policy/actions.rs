//! The verbs: keeping documents and provisions, relating documents.
//!
//! `keep_document`, `keep_provision` and `relate` work inside a transaction of whoever calls; the others are for a person and a page.

mod reread;
mod texts;

pub use reread::reread;
pub(super) use texts::{Brought, bring, carry_out_now, settle_now};
pub use texts::{CarriedOut, NewText, Settling, carry_out, keep_text, settle};

use super::citing::{Wanted, fold_number};
use super::document::{Document, draft};
use super::event::{DOCUMENT_KEPT, DOCUMENT_RELATED, DocumentKept, PROVISION_KEPT, ProvisionKept, Related};
use super::provision::{NewProvision, draft_provision};
use super::relation::{NewRelation, Way, draft_relation};
use super::{NewDocument, store};
use crate::db::{Db, Deed, Tx};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::web::{Actor, Role};

/// May keep documents, provisions and relations: administrators and experts.
#[must_use]
pub fn may_keep(actor: &Actor) -> bool {
    actor.has(Role::Administrator) || actor.has(Role::Expert)
}

/// Adds a document, or corrects the one that `new.id` names. Returns its id.
pub async fn keep_document(tx: &mut Tx, deed: &Deed, new: NewDocument) -> Result<String, Refused> {
    let id = new.id.clone().unwrap_or_else(|| child_id(&deed.id, "document"));
    let it: Document = draft(&new, id.clone())?;
    let issued_on = it.issued_on.clone().unwrap_or_default();
    if store::same_number(tx, &fold_number(&it.number), &issued_on, &id).await?.is_some() {
        return Err(Invalid::field("number", "document-number-known").into());
    }
    let body = DocumentKept {
        number: it.number,
        kind: it.kind,
        issuer: it.issuer,
        title: it.title,
        issued_on: it.issued_on,
        effective_on: it.effective_on,
        expires_on: it.expires_on,
        mark: it.mark,
        dates_mark: it.dates_mark,
        source: it.source,
        checked_on: it.checked_on,
        note: it.note,
    };
    tx.record(deed, DOCUMENT_KEPT, &id, None, &body).await?;
    Ok(id)
}

/// Adds or corrects the summary of a provision. The same provision of a document always has the same id, which is returned.
pub async fn keep_provision(tx: &mut Tx, deed: &Deed, document: &str, new: NewProvision) -> Result<String, Refused> {
    if store::document(tx, document).await?.is_none() {
        return Err(Refused::Absent);
    }
    let it = draft_provision(&new, document)?;
    let body = ProvisionKept {
        provision_id: it.id.clone(),
        article: it.article,
        clause: it.clause,
        point: it.point,
        heading: it.heading,
        summary: it.summary,
        mark: it.mark,
        source: it.source,
        checked_on: it.checked_on,
    };
    tx.record(deed, PROVISION_KEPT, document, None, &body).await?;
    Ok(it.id)
}

/// Records what `new.from_id` does to `new.to_id`. Returns the id of the relation.
pub async fn relate(tx: &mut Tx, deed: &Deed, new: NewRelation) -> Result<String, Refused> {
    for end in [&new.from_id, &new.to_id] {
        if store::document(tx, end).await?.is_none() {
            return Err(Refused::Absent);
        }
    }
    let body: Related = draft_relation(new, child_id(&deed.id, "relation"))?;
    if store::same_relation(tx, &body).await? {
        return Err(Invalid::field("other", "relation-known").into());
    }
    tx.record(deed, DOCUMENT_RELATED, &body.to_id, None, &body).await?;
    Ok(body.relation_id)
}

/// A person adds a document, or corrects the one that is named.
pub async fn add_document(db: &Db, actor: &Actor, deed: &Deed, new: NewDocument) -> Result<String, Refused> {
    allowed(actor)?;
    let mut tx = db.begin().await?;
    if let Some(id) = &new.id
        && store::document(&tx, id).await?.is_none()
    {
        return Err(Refused::Absent);
    }
    let id = keep_document(&mut tx, deed, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// A person adds or corrects a provision.
pub async fn add_provision(db: &Db, actor: &Actor, deed: &Deed, document: &str, new: NewProvision) -> Result<String, Refused> {
    allowed(actor)?;
    let mut tx = db.begin().await?;
    let id = keep_provision(&mut tx, deed, document, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// What a person says of two documents: this one, and the other by its typed number.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    pub way: Option<Way>,
    pub other: String,
    /// The provision touched, as typed: "khoản 2 điều 10".
    pub place: String,
    pub partial: bool,
    pub basis: String,
    pub on_date: String,
    pub note: String,
    pub mark: String,
}

/// A person records a relation between this document and another.
pub async fn add_relation(db: &Db, actor: &Actor, deed: &Deed, this: &str, told: Telling) -> Result<String, Refused> {
    allowed(actor)?;
    let mut tx = db.begin().await?;
    if store::document(&tx, this).await?.is_none() {
        return Err(Refused::Absent);
    }
    let mut wrong = Invalid::default();
    if told.way.is_none() {
        wrong.add("way", Word::new("relation-way-missing"));
    }
    let other = match the_other(&tx, &told.other).await? {
        Ok(document) => document.id,
        Err(word) => {
            wrong.add("other", word);
            String::new()
        }
    };
    let place = Wanted::read(&told.place);
    if !told.place.is_empty() && place.article.is_empty() {
        wrong.add("place", Word::new("relation-place-unreadable"));
    }
    let way = told.way.unwrap_or_default();
    let (from_id, to_id) = if way.by_other { (other, this.to_owned()) } else { (this.to_owned(), other) };
    let new = NewRelation {
        from_id,
        to_id,
        effect: way.effect,
        article: place.article,
        clause: place.clause,
        point: place.point,
        partial: told.partial,
        basis: told.basis,
        on_date: told.on_date,
        note: told.note,
        mark: told.mark,
    };
    if let Err(more) = draft_relation(new.clone(), String::new()) {
        let fresh = more.fields.into_iter().filter(|(field, _)| wrong.at(field).is_none()).collect::<Vec<_>>();
        wrong.fields.extend(fresh);
    }
    wrong.verdict()?;
    let id = relate(&mut tx, deed, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// The one document that a typed number names, or what is wrong with it.
async fn the_other(tx: &Tx, typed: &str) -> Result<Result<Document, Word>, Refused> {
    let wanted = Wanted::read(typed);
    if wanted.number.is_empty() {
        return Ok(Err(Word::new("relation-other-missing")));
    }
    let mut found = store::found(tx, &Wanted { loose: false, words: Vec::new(), ..wanted }, "", "", 200).await?;
    Ok(match (found.pop(), found.is_empty()) {
        (Some(document), true) => Ok(document),
        (None, _) => Err(Word::new("relation-other-unknown")),
        (Some(last), false) => {
            let names: Vec<String> = found.iter().chain(std::iter::once(&last)).map(Document::name).collect();
            Err(Word::new("relation-other-several").with("x", names.join("; ")))
        }
    })
}

fn allowed(actor: &Actor) -> Result<(), Refused> {
    if may_keep(actor) { Ok(()) } else { Err(Refused::Denied) }
}
