//! Steps are added, changed, removed; how they go is reported by the place, or on its behalf.

use super::{is_done, step_for};
use crate::classes::{Trainee, trainees};
use crate::db::{Blobs, Db, Deed, Run, Tx};
use crate::ground::{Invalid, Refused, Word, child_id, text};
use crate::plans::event::{self, Days, Links, Owner, Reported, StepAdded, StepBody, StepChanged, StepRemoved};
use crate::plans::plan::Verb;
use crate::plans::step::{Draft, Link, StepState, Typed, at_most, read};
use crate::plans::store::{self, Plan};
use crate::policy;
use crate::practices;
use crate::web::Actor;
use bytes::Bytes;

/// The fields of a step that somebody changed on their form; what is not among them stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each field of the form")]
pub struct Change {
    pub text: bool,
    pub result: bool,
    pub days: bool,
    pub owner: bool,
    pub partners: bool,
    pub link: bool,
    pub resources: bool,
}

/// How a step goes.
#[derive(Clone, Debug, Default)]
pub struct Tell {
    pub state: Option<StepState>,
    pub text: String,
    /// A link to what shows it.
    pub evidence: String,
    /// A picture of it: the file's name and its bytes, as they came.
    pub photo: Option<(String, Bytes)>,
    /// By one who runs the class: the trainee of the place who said so.
    pub said_by: Option<String>,
}

/// Adds a step: its id.
pub async fn add_step(db: &Db, actor: &Actor, deed: Deed, plan: &str, typed: &Typed) -> Result<String, Refused> {
    let id = child_id(&deed.id, "step");
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(id);
    }
    let (plan, _) = super::for_verb(&tx, actor, plan, Verb::Write).await?;
    let draft = checked(&tx, &plan, typed, None).await?;
    let sort: i64 = tx.the(&store::LAST_SORT, crate::db::args![&plan.id]).await?;
    let body = StepAdded { plan_id: plan.id.clone(), sort: sort + 1, step: body(draft) };
    tx.record(&deed, event::STEP_ADDED, &id, Some(&plan.class_id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes the fields that were changed on the form.
pub async fn change_step(db: &Db, actor: &Actor, deed: Deed, id: &str, typed: &Typed, change: Change) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (step, plan, _) = step_for(&tx, actor, id, Verb::Write, deed.at).await?;
    let step = body(checked(&tx, &plan, typed, step.link()).await?);
    let named = StepChanged {
        text: change.text.then_some(step.text),
        result: change.result.then_some(step.result),
        days: change.days.then_some(step.days),
        owner: change.owner.then_some(step.owner),
        partners: change.partners.then_some(step.partners),
        links: change.link.then_some(step.links),
        resources: change.resources.then_some(step.resources),
    };
    if named != StepChanged::default() {
        tx.record(&deed, event::STEP_CHANGED, id, Some(&plan.class_id), &named).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a step out of its plan: written by mistake. What is given up is reported as dropped, with the reason.
pub async fn remove_step(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let (_, plan, _) = match step_for(&tx, actor, id, Verb::Write, deed.at).await {
        Err(Refused::Absent) if is_done(&tx, &deed).await? => return Err(Refused::Absent),
        found => found?,
    };
    tx.record(&deed, event::STEP_REMOVED, id, Some(&plan.class_id), &StepRemoved {}).await?;
    tx.commit().await?;
    Ok(plan.id)
}

/// Says how a step goes: the plan's id.
pub async fn report(db: &Db, blobs: &Blobs, actor: &Actor, deed: Deed, id: &str, mut tell: Tell) -> Result<String, Refused> {
    let state = told(&tell, ["state", "text", "evidence"])?;
    // Before anything heavy is done for somebody who may not.
    step_for(db, actor, id, Verb::Report, deed.at).await?;
    let picture = match tell.photo.take() {
        Some((name, bytes)) => Some(ready(&name, bytes).await?),
        None => None,
    };
    let mut tx = db.begin().await?;
    let (step, plan, who) = step_for(&tx, actor, id, Verb::Report, deed.at).await?;
    if is_done(&tx, &deed).await? {
        return Ok(step.plan_id);
    }
    let on_behalf = if who.on_behalf() { said_by(&tx, &plan.class_id, &plan.place_id, tell.said_by.as_deref()).await? } else { None };
    let deed = Deed { on_behalf, ..deed };
    // Within the turn, so that nobody takes away what no table names yet.
    let blob = match picture {
        Some(bytes) => Some(blobs.put(bytes).await?),
        None => None,
    };
    let body = Reported { blob, ..reported(&deed, state, tell, None) };
    tx.record(&deed, event::REPORTED, id, Some(&plan.class_id), &body).await?;
    tx.commit().await?;
    Ok(step.plan_id)
}

async fn ready(name: &str, bytes: Bytes) -> Result<Bytes, Refused> {
    let made = practices::ready_picture(bytes).await?;
    made.map_err(|wrong| {
        let mut invalid = Invalid::default();
        invalid.add("photo", Word::new(wrong.word()).with("x", text::clean(name)));
        invalid.into()
    })
}

pub(super) fn reported(deed: &Deed, state: StepState, tell: Tell, round: Option<&str>) -> Reported {
    Reported {
        report_id: child_id(&deed.id, "report"),
        state: state.name().to_owned(),
        text: tell.text,
        evidence: tell.evidence,
        blob: None,
        follow_up_id: round.map(str::to_owned),
    }
}

/// The place has read its step against what changed in the law: it is still right. The plan's id.
pub async fn reread_step(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let (step, plan, _) = step_for(&tx, actor, id, Verb::Report, deed.at).await?;
    policy::reread(&mut tx, &deed, &plan.class_id, policy::Subject::Step, id).await?;
    tx.commit().await?;
    Ok(step.plan_id)
}

/// What is wrong with a report, by the names that its fields have on the form.
pub(super) fn told(tell: &Tell, [state, text, evidence]: [&str; 3]) -> Result<StepState, Invalid> {
    let mut invalid = Invalid::default();
    if tell.state.is_none() {
        invalid.add(state, Word::new("report-wrong-state"));
    }
    if tell.state.is_some_and(StepState::needs_words) && tell.text.is_empty() {
        invalid.add(text, Word::new("report-wrong-reason"));
    }
    at_most(&mut invalid, text, &tell.text, 2000);
    at_most(&mut invalid, evidence, &tell.evidence, 500);
    let is_link = tell.evidence.starts_with("https://") || tell.evidence.starts_with("http://");
    if !tell.evidence.is_empty() && !is_link {
        invalid.add(evidence, Word::new("report-wrong-evidence"));
    }
    match tell.state {
        Some(state) if invalid.is_empty() => Ok(state),
        _ => Err(invalid),
    }
}

/// The trainee of the place on whose behalf somebody writes: whom they name, else the first one; nobody where the place has none.
pub(super) async fn said_by(run: &impl Run, class: &str, place: &str, named: Option<&str>) -> Result<Option<String>, Refused> {
    let people: Vec<Trainee> = trainees(run, class).await?.into_iter().filter(|it| it.place_id == place && it.is_named()).collect();
    match named {
        None => Ok(people.into_iter().next().map(|it| it.person_id)),
        Some(id) => match people.into_iter().find(|it| it.person_id == id) {
            Some(found) => Ok(Some(found.person_id)),
            None => Err(Invalid::field("said_by", "report-wrong-person").into()),
        },
    }
}

/// What was typed, by the rules and against what there is: the owner is of the place, the link is to something the class may see.
async fn checked(tx: &Tx, plan: &Plan, typed: &Typed, link_now: Option<Link>) -> Result<Draft, Refused> {
    let draft = read(typed, plan.within())?;
    if let Some(owner) = &draft.owner_id {
        let people = trainees(tx, &plan.class_id).await?;
        if !people.iter().any(|it| it.person_id == *owner && it.place_id == plan.place_id) {
            return Err(Invalid::field("owner", "step-wrong-owner").into());
        }
    }
    let may_link = match &draft.link {
        None => true,
        link if *link == link_now => true,
        Some(Link::Difficulty(id)) => store::difficulties(tx, &plan.class_id, &plan.place_id).await?.iter().any(|it| it.0 == *id),
        Some(Link::Practice(id)) => store::practices(tx, &plan.class_id, &plan.place_id).await?.iter().any(|it| it.0 == *id),
    };
    if may_link { Ok(draft) } else { Err(Invalid::field("link", "step-wrong-link").into()) }
}

fn body(it: Draft) -> StepBody {
    let links = match it.link {
        None => Links::default(),
        Some(Link::Difficulty(id)) => Links { difficulty_id: Some(id), practice_id: None },
        Some(Link::Practice(id)) => Links { difficulty_id: None, practice_id: Some(id) },
    };
    StepBody {
        text: it.text,
        result: it.result,
        days: Days { starts_on: it.starts_on, due_on: it.due_on },
        owner: Owner { words: it.owner, person_id: it.owner_id },
        partners: it.partners,
        links,
        resources: it.resources,
    }
}
