//! Entering a person, or finding them again; correcting what is known of them.

use super::super::person::{Facts, NewPerson};
use super::super::store::{self, EMAIL_TAKEN, PLACE_IS};
use crate::args;
use crate::db::{Deed, Run, Tx};
use crate::ground::text::fold;
use crate::ground::{Invalid, Problem, Refused, child_id};

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
