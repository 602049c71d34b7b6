//! Consent: given for a class, to a wording of which the version is kept; and withdrawn.

use super::super::consent::{CONSENT_WORDING, Purpose};
use super::super::event::{ConsentWithdrawn, Consented};
use super::super::store::{self, CONSENTED};
use crate::args;
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::{Problem, Refused};
use crate::web::{Actor, Role};

/// A person agrees to the use of their data for this class, in the present wording. Done once, however often it is said.
pub async fn consent(tx: &mut Tx, deed: &Deed, person: &str, class: Option<&str>) -> Result<(), Problem> {
    consent_to(tx, deed, person, class, Purpose::Class).await
}

/// A person agrees to be named on the public page of this class; whoever runs it may record their signed paper (`deed.on_behalf`).
pub async fn consent_to_publication(tx: &mut Tx, deed: &Deed, person: &str, class: &str) -> Result<(), Problem> {
    consent_to(tx, deed, person, Some(class), Purpose::Publication).await
}

async fn consent_to(tx: &mut Tx, deed: &Deed, person: &str, class: Option<&str>, purpose: Purpose) -> Result<(), Problem> {
    if tx.one::<String>(&CONSENTED, args![person, class, CONSENT_WORDING, purpose.name()]).await?.is_some() {
        return Ok(());
    }
    let what = if purpose == Purpose::Class { "consent" } else { purpose.name() };
    let part = format!("{what}/{person}/{}", class.unwrap_or_default());
    let body = Consented { purpose: purpose.name().to_owned(), wording: CONSENT_WORDING.to_owned() };
    tx.record(&deed.part(&part), "person.consented", person, class, &body).await?;
    Ok(())
}

/// A trainee agrees, on their own page, to be named on the public page of their class.
pub(in super::super) async fn agree_to_publication(db: &Db, actor: &Actor, deed: Deed, class: &str) -> Result<(), Refused> {
    if !may_publish(actor).any(|it| it == class) {
        return Err(Refused::Absent);
    }
    let mut tx = db.begin().await?;
    consent_to_publication(&mut tx, &deed, actor.id(), class).await?;
    Ok(tx.commit().await?)
}

/// The classes on whose public page the actor may let themselves be named: those they were called up to.
pub(in super::super) fn may_publish(actor: &Actor) -> impl Iterator<Item = &str> {
    actor.grants.iter().filter(|it| it.role == Role::Trainee).filter_map(|it| it.class.as_deref())
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
