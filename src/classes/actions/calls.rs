//! The call-up: seats asked of places, people named, people withdrawn, a place that sends nobody.
//!
//! A place answers on its own page without an account, by a link that only this store can have made; those verbs check the link at the
//! page and the class's days here.

use super::super::class::Class;
use super::super::event::{DECLINED, Declined, NAMED, Named, SEATS_ASKED, SeatsAsked, WITHDRAWN, Withdrawn};
use super::super::seat::Asked;
use super::super::store;
use super::super::trainee::{Naming, Trainee};
use crate::db::{Db, Deed, Tx};
use crate::ground::{Invalid, Refused, Word, child_id, text};
use crate::people::{self, NewPerson};
use crate::places;
use crate::web::{Actor, Role};
use std::collections::HashMap;

/// Asks seats of places; none (0) takes the call back from a place that has not answered.
pub async fn ask_seats(db: &Db, actor: &Actor, deed: Deed, class: &str, places: Vec<Asked>) -> Result<(), Refused> {
    let class = store::class_run(db, actor, class).await?;
    let mut checked = Vec::new();
    for asked in places {
        checked.push(asked.checked()?);
    }
    let mut tx = db.begin().await?;
    let now: HashMap<String, (i64, String)> =
        store::seats(&tx, &class.id).await?.into_iter().map(|it| (it.place_id, (it.seats, it.unit))).collect();
    checked.retain(|it| now.get(&it.place_id).map_or(it.seats > 0, |(seats, unit)| *seats != it.seats || *unit != it.unit));
    for asked in checked.iter().filter(|it| !now.contains_key(&it.place_id)) {
        if places::place(&tx, &asked.place_id).await?.is_none() {
            return Err(Invalid::field("place", "seat-place-unknown").into());
        }
    }
    if checked.is_empty() {
        return Ok(());
    }
    tx.record(&deed, SEATS_ASKED, &class.id, Some(&class.id), &SeatsAsked { places: checked }).await?;
    tx.commit().await?;
    Ok(())
}

/// The id of a person as trainee of a class: naming somebody twice names one trainee.
#[must_use]
pub fn trainee_id(class: &str, person: &str) -> String {
    child_id(class, person)
}

/// Names a person for a class on behalf of a place: enters the person (or finds them again), lets them into the class, and counts as the
/// place's answer. Who may do so is for the caller to have said. Returns the trainee's id.
pub async fn name_trainee(tx: &mut Tx, deed: &Deed, class: &Class, place: &str, new: NewPerson, more: Naming) -> Result<String, Refused> {
    let more = more.checked()?;
    let (position, unit) = (text::clean(&new.position), text::clean(&new.unit));
    let new = NewPerson { place_id: new.place_id.clone().or_else(|| Some(place.to_owned())), ..new };
    let person_id = people::enter(tx, &deed.part("person"), new).await?;
    let id = trainee_id(&class.id, &person_id);
    let body = Named {
        trainee_id: id.clone(),
        person_id: person_id.clone(),
        place_id: place.to_owned(),
        position,
        unit,
        target_group: more.target_group,
        note: more.note,
        stands_for: more.stands_for,
    };
    tx.record(deed, NAMED, &class.id, Some(&class.id), &body).await?;
    people::grant(tx, &deed.part("trainee"), &person_id, Role::Trainee, Some(&class.id), None).await?;
    Ok(id)
}

/// Withdraws a trainee: they are expected no more and no longer see the class.
pub async fn withdraw_trainee(tx: &mut Tx, deed: &Deed, trainee: &Trainee, why: &str) -> Result<(), Refused> {
    if trainee.state == "withdrawn" {
        return Ok(());
    }
    let why = reason(why, false)?;
    let class = Some(trainee.class_id.as_str());
    let body = Withdrawn { trainee_id: trainee.id.clone(), place_id: trainee.place_id.clone(), why };
    tx.record(deed, WITHDRAWN, &trainee.class_id, class, &body).await?;
    people::end_grant(tx, &deed.part("trainee"), &trainee.person_id, Role::Trainee, class).await?;
    Ok(())
}

/// A place says that it sends nobody, and why.
pub async fn decline_call(tx: &mut Tx, deed: &Deed, class: &Class, place: &str, why: &str) -> Result<(), Refused> {
    let why = reason(why, true)?;
    let seat = store::seat(tx, &class.id, place).await?.ok_or(Refused::Absent)?;
    if seat.named > 0 {
        return Err(Invalid::field("why", "call-decline-named").into());
    }
    let body = Declined { place_id: place.to_owned(), why };
    tx.record(deed, DECLINED, &class.id, Some(&class.id), &body).await?;
    Ok(())
}

fn reason(raw: &str, needed: bool) -> Result<String, Invalid> {
    let why = text::clean_lines(raw);
    if needed && why.is_empty() {
        return Err(Invalid::field("why", "call-why-missing"));
    }
    if why.chars().count() > 500 {
        let mut invalid = Invalid::default();
        invalid.add("why", Word::new("class-line-long").with("x", "500"));
        return Err(invalid);
    }
    Ok(why)
}
