//! A plan is written, changed, presented, withdrawn.

use super::{for_verb, is_done};
use crate::classes::class_seen;
use crate::db::{Db, Deed};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::plans::event::{self, PlanChanged, Stated, Written};
use crate::plans::plan::{Horizon, LONGEST_AIM, LONGEST_TITLE, Verb};
use crate::plans::step::at_most;
use crate::plans::store;
use crate::web::Actor;

/// A plan as it is begun.
#[derive(Clone, Debug, Default)]
pub struct NewPlan {
    pub class: String,
    /// By one who runs the class: the place for which it is written. A trainee writes for their own.
    pub place: Option<String>,
    pub horizon: Option<Horizon>,
    pub title: String,
    pub aim: String,
}

fn check(title: &str, aim: &str) -> Invalid {
    let mut invalid = Invalid::default();
    if title.is_empty() {
        invalid.add("title", Word::new("plan-wrong-title"));
    }
    at_most(&mut invalid, "title", title, LONGEST_TITLE);
    at_most(&mut invalid, "aim", aim, LONGEST_AIM);
    invalid
}

/// Begins a plan: its id.
pub async fn write(db: &Db, actor: &Actor, deed: Deed, input: NewPlan) -> Result<String, Refused> {
    let id = child_id(&deed.id, "plan");
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(id);
    }
    let class = class_seen(&tx, actor, &input.class).await?;
    let (who, own) = store::standing(&tx, actor, class.of()).await?;
    let (place_id, author_id) = match (own, input.place) {
        (Some(own), None) => (own.place_id, Some(own.person_id)),
        (Some(own), Some(place)) if own.place_id == place => (place, Some(own.person_id)),
        (_, place) if who.runs => (place.unwrap_or_default(), None),
        _ => return Err(Refused::Denied),
    };
    let mut invalid = check(&input.title, &input.aim);
    if !store::places(&tx, &class.id).await?.iter().any(|it| it.id == place_id) {
        invalid.add("place", Word::new("plan-wrong-place"));
    }
    let horizon = match input.horizon {
        Some(horizon) if invalid.is_empty() => horizon,
        Some(_) => return Err(invalid.into()),
        None => {
            invalid.add("horizon", Word::new("plan-wrong-horizon"));
            return Err(invalid.into());
        }
    };
    let body = Written {
        project_id: class.project_id.clone(),
        place_id,
        horizon: horizon.name().to_owned(),
        title: input.title,
        aim: input.aim,
        author_id,
    };
    tx.record(&deed, event::WRITTEN, &id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Another title or aim. Nothing named: left as it is, so that two who write at once do not undo each other's fields.
pub async fn change(db: &Db, actor: &Actor, deed: Deed, id: &str, title: Option<String>, aim: Option<String>) -> Result<(), Refused> {
    check(title.as_deref().unwrap_or("…"), aim.as_deref().unwrap_or_default()).verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (plan, _) = for_verb(&tx, actor, id, Verb::Write).await?;
    let body = PlanChanged { title: title.filter(|it| *it != plan.title), aim: aim.filter(|it| *it != plan.aim) };
    if body != PlanChanged::default() {
        tx.record(&deed, event::CHANGED, id, Some(&plan.class_id), &body).await?;
    }
    Ok(tx.commit().await?)
}

/// Before the class. A plan without a step is none.
pub async fn present(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (plan, _) = for_verb(&tx, actor, id, Verb::Present).await?;
    if store::steps_of_plan(&tx, id, deed.at).await?.is_empty() {
        return Err(Invalid::field("steps", "plan-wrong-empty").into());
    }
    tx.record(&deed, event::PRESENTED, id, Some(&plan.class_id), &Stated {}).await?;
    Ok(tx.commit().await?)
}

/// Taken back; it can be presented again.
pub async fn withdraw(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (plan, _) = for_verb(&tx, actor, id, Verb::Withdraw).await?;
    tx.record(&deed, event::WITHDRAWN, id, Some(&plan.class_id), &Stated {}).await?;
    Ok(tx.commit().await?)
}
