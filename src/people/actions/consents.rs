//! Consent: given for a class, to a wording of which the version is kept; and withdrawn.

use super::super::event::{ConsentWithdrawn, Consented};
use super::super::store::{self, CONSENTED};
use crate::args;
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::{Problem, Refused};
use crate::web::Actor;

/// The version of the words that people agree to now. Other words are another version, under a key of their own.
pub const CONSENT_WORDING: &str = "2026-11";

/// The key of the words of a version.
#[must_use]
pub fn consent_word(version: &str) -> String {
    format!("consent-wording-{version}")
}

/// A person agrees to the use of their data for this class, in the present wording. Done once, however often it is said.
pub async fn consent(tx: &mut Tx, deed: &Deed, person: &str, class: Option<&str>) -> Result<(), Problem> {
    if tx.one::<String>(&CONSENTED, args![person, class, CONSENT_WORDING]).await?.is_some() {
        return Ok(());
    }
    let part = format!("consent/{person}/{}", class.unwrap_or_default());
    let body = Consented { purpose: "class".to_owned(), wording: CONSENT_WORDING.to_owned() };
    tx.record(&deed.part(&part), "person.consented", person, class, &body).await?;
    Ok(())
}

/// A person takes their own consent back. What was done while it held stays done.
pub(in super::super) async fn withdraw_consent(db: &Db, actor: &Actor, deed: Deed, consent: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let given = store::consents(&tx, actor.id()).await?.into_iter().find(|it| it.id == consent).ok_or(Refused::Absent)?;
    if given.withdrawn_at.is_none() {
        let body = ConsentWithdrawn { consent: given.id };
        tx.record(&deed, "person.consent_withdrawn", actor.id(), given.class_id.as_deref(), &body).await?;
    }
    Ok(tx.commit().await?)
}
