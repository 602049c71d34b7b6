//! The verbs. Each: may? → rule → what must be true under the writer's lock → event → commit. Each is done once for one deed.

mod plan;
mod round;
mod step;

pub use plan::{NewPlan, change, present, withdraw, write};
pub use round::{AnswerRound, Spoken, Told, answer_round, close_round, open_round};
pub(super) use round::{place_of, round_seen};
pub use step::{Change, Tell, add_step, change_step, remove_step, report, reread_step};

use super::plan::{Standing, Verb, may};
use super::store::{self, Plan, Step};
use crate::db::{Deed, Run, Tx, args};
use crate::ground::{Instant, Invalid, Problem, Refused};
use crate::web::Actor;

/// Whether this deed was done before: a form posted twice.
async fn is_done(tx: &Tx, deed: &Deed) -> Result<bool, Problem> {
    Ok(tx.one::<String>(&store::DONE, args![&deed.id]).await?.is_some())
}

/// The plan and what the asker is to it, if they may know of it.
pub(super) async fn seen(run: &impl Run, actor: &Actor, id: &str) -> Result<(Plan, Standing), Refused> {
    let plan = store::plan(run, id).await?.filter(|it| actor.sees(it.class())).ok_or(Refused::Absent)?;
    let who = store::standing_at(run, actor, plan.class(), &plan.place_id).await?;
    if may(Verb::See, plan.state, who) { Ok((plan, who)) } else { Err(Refused::Absent) }
}

/// As [`seen`], for a verb: refuses what is not theirs to do, and says so when the plan has moved on meanwhile.
pub(super) async fn for_verb(run: &impl Run, actor: &Actor, id: &str, verb: Verb) -> Result<(Plan, Standing), Refused> {
    let (plan, who) = seen(run, actor, id).await?;
    if may(verb, plan.state, who) {
        Ok((plan, who))
    } else if who.runs || who.of_place {
        Err(Invalid::field("state", "plan-moved-on").into())
    } else {
        Err(Refused::Denied)
    }
}

/// The step with its plan, as [`for_verb`].
pub(super) async fn step_for(run: &impl Run, actor: &Actor, id: &str, verb: Verb, at: Instant) -> Result<(Step, Plan, Standing), Refused> {
    let step = store::step(run, id, at).await?.ok_or(Refused::Absent)?;
    let (plan, who) = for_verb(run, actor, &step.plan_id, verb).await?;
    Ok((step, plan, who))
}
