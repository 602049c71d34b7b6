//! The verbs of core cadres.

use super::cadre::{Nomination, State, Want, cadre_id, may, reason};
use super::event::{self, Confirmed, Ended, Nominated};
use super::store::{self, Cadre};
use crate::classes::{State as ClassState, class_seen, trainee};
use crate::db::{Db, Deed, Run};
use crate::ground::{Invalid, Refused};
use crate::web::Actor;

/// Names a trainee of the class as one who should train others.
pub async fn nominate(db: &Db, actor: &Actor, deed: Deed, class: &str, nomination: Nomination) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let class = class_seen(&tx, actor, class).await?;
    if !may(Want::Nominate, actor, class.of(), &[], false) {
        return Err(Refused::Denied);
    }
    let trainee = trainee(&tx, &nomination.trainee).await?.filter(|it| it.class_id == class.id && it.is_named());
    let trainee = trainee.ok_or(Refused::Absent)?;
    if !matches!(class.state(), ClassState::Running | ClassState::Done) {
        return Err(Invalid::field("trainee", "cadre-class-not-begun").into());
    }
    let Nomination { reason, fields, .. } = nomination.checked()?;
    let id = cadre_id(&class.id, &trainee.person_id);
    let body = Nominated { person_id: trainee.person_id, project_id: class.project_id, class_id: class.id.clone(), reason, fields };
    let stands = store::cadre(&tx, &id).await?;
    if let Some(it) = stands.filter(|it| it.state() != State::Ended) {
        // The same form sent twice is no mistake.
        return if it.reason == body.reason { Ok(id) } else { Err(Invalid::field("trainee", "cadre-already").into()) };
    }
    tx.record(&deed, event::NOMINATED, &id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// The cadre, if the actor may decide on them.
async fn to_decide(run: &impl Run, actor: &Actor, id: &str) -> Result<Cadre, Refused> {
    let cadre = store::seen(run, actor, id).await?.cadre;
    if may(Want::Decide, actor, cadre.of(), &[], false) { Ok(cadre) } else { Err(Refused::Denied) }
}

/// Confirms a nomination.
pub async fn confirm(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let cadre = to_decide(&tx, actor, id).await?;
    match cadre.state() {
        State::Confirmed => return Ok(()),
        State::Ended => return Err(Refused::Denied),
        State::Nominated => {}
    }
    tx.record(&deed, event::CONFIRMED, id, Some(&cadre.class_id), &Confirmed {}).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends it, for a reason: they train others no more.
pub async fn end(db: &Db, actor: &Actor, deed: Deed, id: &str, why: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let cadre = to_decide(&tx, actor, id).await?;
    if cadre.state() == State::Ended {
        return Ok(());
    }
    let mut invalid = Invalid::default();
    let why = reason(why, "why", &mut invalid);
    invalid.verdict()?;
    tx.record(&deed, event::ENDED, id, Some(&cadre.class_id), &Ended { why }).await?;
    tx.commit().await?;
    Ok(())
}
