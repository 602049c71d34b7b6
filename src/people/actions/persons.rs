//! Entering a person, or finding them again; correcting what is known of them; erasing it.

use super::super::event::Erased;
use super::super::person::{Facts, NewPerson, Whole};
use super::super::power::{may_correct, may_erase};
use super::super::scope::Scope;
use super::super::store::{self, EMAIL_TAKEN, PLACE_IS};
use crate::args;
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::text::fold;
use crate::ground::{Invalid, Problem, Refused, child_id};
use crate::web::{Actor, Grant};

/// Enters a person, or finds the same one again (the same folded name with the same number or address) and fills what was unknown of
/// them. A deed that enters several persons gives each a part of itself.
pub async fn enter(tx: &mut Tx, deed: &Deed, new: NewPerson) -> Result<String, Refused> {
    Ok(enter_or_find(tx, deed, new).await?.0)
}

/// As [`enter`]; also says whether the person was known before.
pub(in super::super) async fn enter_or_find(tx: &mut Tx, deed: &Deed, new: NewPerson) -> Result<(String, bool), Refused> {
    let facts = new.checked(deed.at.date().year().into())?;
    place_is_known(tx, &facts).await?;
    let deed = deed.part(&format!("person/{}/{}", fold(&facts.name), facts.phone.as_deref().unwrap_or_default()));
    let id = child_id(&deed.id, "person");
    if store::person(tx, &id).await?.is_some() {
        return Ok((id, false)); // this very deed was done before
    }
    if let Some(known) = store::same_person(tx, &facts.name, facts.phone.as_deref(), facts.email.as_deref()).await? {
        fill(tx, &deed, &known, facts).await?;
        return Ok((known, true));
    }
    email_is_free(tx, &facts, &id).await?;
    tx.record(&deed, "person.entered", &id, None, &facts).await?;
    Ok((id, false))
}

async fn fill(tx: &mut Tx, deed: &Deed, person: &str, new: Facts) -> Result<(), Refused> {
    let Some(known) = known_facts(tx, person).await? else { return Ok(()) };
    if let Some(filled) = new.fill(known) {
        email_is_free(tx, &filled, person).await?;
        tx.record(deed, "person.corrected", person, None, &filled).await?;
    }
    Ok(())
}

/// What stands of a person now, as facts.
pub(in super::super) async fn known_facts(run: &impl Run, id: &str) -> Result<Option<Facts>, Problem> {
    let Some(it) = store::person(run, id).await? else { return Ok(None) };
    Ok(Some(Facts {
        name: it.name,
        family: it.family,
        given: it.given,
        phone: it.phone,
        email: it.email,
        sex: it.sex,
        birth_year: it.birth_year,
        position: it.position,
        unit: it.unit,
        place_id: it.place_id,
        ethnicity: store::ethnicity(run, id).await?,
        illustration: it.illustration,
    }))
}

async fn place_is_known(tx: &Tx, facts: &Facts) -> Result<(), Refused> {
    let Some(place) = &facts.place_id else { return Ok(()) };
    match tx.one::<String>(&PLACE_IS, args![place]).await? {
        Some(_) => Ok(()),
        None => Err(Invalid::field("place_id", "person-place-unknown").into()),
    }
}

async fn email_is_free(tx: &Tx, facts: &Facts, person: &str) -> Result<(), Refused> {
    let Some(email) = &facts.email else { return Ok(()) };
    match tx.one::<String>(&EMAIL_TAKEN, args![email, person]).await? {
        None => Ok(()),
        Some(_) => Err(Invalid::field("email", "person-email-taken").into()),
    }
}

/// Enters a person from the page for it; says whether they were known before.
pub(in super::super) async fn add(db: &Db, deed: &Deed, new: NewPerson) -> Result<(String, bool), Refused> {
    let mut tx = db.begin().await?;
    let entered = enter_or_find(&mut tx, deed, new).await?;
    tx.commit().await?;
    Ok(entered)
}

/// Corrects what is known of a person.
pub(in super::super) async fn correct(db: &Db, actor: &Actor, deed: &Deed, person: &str, new: NewPerson) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (_, held) = kept_by(&tx, actor, person).await?;
    if !may_correct(actor, &held) {
        return Err(Refused::Denied);
    }
    let known = known_facts(&tx, person).await?.ok_or(Refused::Absent)?;
    let mut facts = new.checked(deed.at.date().year().into())?;
    facts.illustration = known.illustration;
    if known.ethnicity.is_none() {
        facts.ethnicity = facts.ethnicity.filter(|it| !it.is_empty());
    }
    place_is_known(&tx, &facts).await?;
    email_is_free(&tx, &facts, person).await?;
    if facts != known {
        tx.record(deed, "person.corrected", person, None, &facts).await?;
    }
    Ok(tx.commit().await?)
}

/// Erases a person: a right of theirs by law. Cannot be undone.
pub(in super::super) async fn erase(db: &Db, actor: &Actor, deed: &Deed, person: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (_, held) = kept_by(&tx, actor, person).await?;
    if !may_erase(actor, &held) {
        return Err(Refused::Denied);
    }
    tx.record(deed, "person.erased", person, None, &Erased {}).await?;
    Ok(tx.commit().await?)
}

/// The person and the grants they hold, if whoever asks keeps the lists that they are in.
pub(in super::super) async fn kept_by(run: &impl Run, actor: &Actor, person: &str) -> Result<(Whole, Vec<Grant>), Refused> {
    let whole = store::whole(run, &Scope::run_by(actor), person).await?.ok_or(Refused::Absent)?;
    let held = store::grants_of(run, person).await?.into_iter().filter(|it| it.ended_at.is_none());
    Ok((whole, held.map(|it| it.grant).collect()))
}
