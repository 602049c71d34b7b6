//! Another place takes a practice up, and says how it goes.

use super::for_verb;
use super::write::begun;
use crate::db::{Db, Deed, Run};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::practices::adoption::{Going, LONGEST_NOTE, Nearness, may_report};
use crate::practices::practice::{Verb, at_most};
use crate::practices::store::{Adoption, Held, Practice};
use crate::practices::{event, store};
use crate::web::{Actor, Role};

/// Taking up.
#[derive(Clone, Debug, Default)]
pub struct Adopt {
    /// Class and place, for one who has several; nothing: the asker's own.
    pub place: Option<(String, String)>,
    pub state: Option<Going>,
    /// As typed; may be empty.
    pub begun_on: String,
    pub note: String,
}

/// Takes a practice up for a place: the adoption's id. A place takes a practice up once.
pub async fn adopt(db: &Db, actor: &Actor, deed: Deed, id: &str, input: Adopt) -> Result<String, Refused> {
    let adoption_id = child_id(&deed.id, "adoption");
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(adoption_id);
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Adopt).await?;
    let places = own_places(&tx, actor, &found).await?;
    let chosen = match &input.place {
        Some((class, place)) => places.into_iter().find(|it| it.class_id == *class && it.place_id == *place),
        None => Some(places).filter(|all| all.len() == 1).and_then(|all| all.into_iter().next()),
    };
    let mut invalid = Invalid::default();
    let begun_on = begun(&input.begun_on, deed.at, &mut invalid);
    at_most(&mut invalid, "note", &input.note, LONGEST_NOTE);
    if input.state.is_none() {
        invalid.add("state", Word::new("adoption-wrong-state"));
    }
    let (Some(chosen), Some(state)) = (chosen, input.state) else {
        if input.state.is_some() {
            invalid.add("place", Word::new("adoption-wrong-place"));
        }
        return Err(invalid.into());
    };
    if store::adoptions(&tx, id).await?.iter().any(|it| it.place_id == chosen.place_id) {
        invalid.add("place", Word::new("adoption-already"));
    }
    invalid.verdict()?;
    let body = event::Adopted {
        adoption_id: adoption_id.clone(),
        place_id: chosen.place_id,
        class_id: chosen.class_id,
        person_id: actor.person.clone(),
        state: state.name().to_owned(),
        begun_on,
        note: input.note,
    };
    tx.record(&deed, event::ADOPTED, id, Some(&found.class_id), &body).await?;
    tx.commit().await?;
    Ok(adoption_id)
}

/// The places for which the asker may take this practice up: not the one that it comes from.
pub(in crate::practices) async fn own_places(run: &impl Run, actor: &Actor, found: &Practice) -> Result<Vec<Held>, Refused> {
    let mut places = store::own_places(run, actor).await?;
    places.retain(|it| it.place_id != found.place_id);
    let mut seen = std::collections::HashSet::new();
    places.retain(|it| seen.insert((it.class_id.clone(), it.place_id.clone())));
    Ok(places)
}

/// Says how it goes.
pub async fn report(db: &Db, actor: &Actor, deed: Deed, id: &str, state: Option<Going>, note: &str) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let found = store::adoption(&tx, id).await?.ok_or(Refused::Absent)?;
    let (practice, _) = super::seen(&tx, actor, &found.practice_id).await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(practice.id);
    }
    let places = store::own_places(&tx, actor).await?;
    if !may_report(nearness(&found, &practice, actor, &places)) {
        return Err(Refused::Denied);
    }
    let mut invalid = Invalid::default();
    at_most(&mut invalid, "note", note, LONGEST_NOTE);
    if note.is_empty() {
        invalid.add("note", Word::new("adoption-wrong-note"));
    }
    let Some(state) = state else {
        invalid.add("state", Word::new("adoption-wrong-state"));
        return Err(invalid.into());
    };
    invalid.verdict()?;
    let body = event::Reported { adoption_id: id.to_owned(), state: state.name().to_owned(), note: note.to_owned() };
    tx.record(&deed, event::REPORTED, &practice.id, Some(&practice.class_id), &body).await?;
    tx.commit().await?;
    Ok(practice.id)
}

/// What the asker is to an adoption; `places` are theirs.
pub(in crate::practices) fn nearness(it: &Adoption, of: &Practice, actor: &Actor, places: &[Held]) -> Nearness {
    Nearness {
        took_up: actor.is_known() && it.person_id.as_deref() == actor.person.as_deref(),
        of_place: actor.has(Role::Trainee) && places.iter().any(|held| held.place_id == it.place_id),
        runs: actor.runs(it.class()) || actor.runs(of.class()),
    }
}
