//! The events of plans and rounds (additive only), and what each changes: the only writer of this room's tables.
//!
//! Several write the same plan: the last word by hlc stands field by field; a step is a record of its own.

mod rereading;
mod round;
mod step;

use crate::db::{Applying, Event, Statement, Tx, args};
use crate::ground::Problem;
use serde::{Deserialize, Serialize};

pub(super) use round::{Answered, RoundClosed, RoundOpened};
pub(super) use step::{Days, Links, Owner, Reported, StepAdded, StepBody, StepChanged, StepRemoved};

pub(super) const WRITTEN: &str = "plan.written";
pub(super) const CHANGED: &str = "plan.changed";
pub(super) const PRESENTED: &str = "plan.presented";
pub(super) const WITHDRAWN: &str = "plan.withdrawn";
pub(super) const STEP_ADDED: &str = "step.added";
pub(super) const STEP_CHANGED: &str = "step.changed";
pub(super) const STEP_REMOVED: &str = "step.removed";
pub(super) const REPORTED: &str = "step.reported";
pub(super) const ROUND_OPENED: &str = "round.opened";
pub(super) const ROUND_CLOSED: &str = "round.closed";
pub(super) const ANSWERED: &str = "round.answered";

/// Of the rooms `policy` and `difficulties`: to these this room listens.
const DOCUMENT_RELATED: &str = crate::policy::DOCUMENT_RELATED;
const REVIEW_CONFIRMED: &str = "difficulty.review_confirmed";

pub(super) const KINDS: &[&str] = &[
    WRITTEN,
    CHANGED,
    PRESENTED,
    WITHDRAWN,
    STEP_ADDED,
    STEP_CHANGED,
    STEP_REMOVED,
    REPORTED,
    ROUND_OPENED,
    ROUND_CLOSED,
    ANSWERED,
    DOCUMENT_RELATED,
    REVIEW_CONFIRMED,
];

/// Every statement that writes.
pub(super) const LISTS: [&[Statement]; 4] = [ALL, step::ALL, round::ALL, rereading::ALL];

/// About the plan.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Written {
    pub(super) project_id: String,
    pub(super) place_id: String,
    pub(super) horizon: String,
    pub(super) title: String,
    pub(super) aim: String,
    /// Nothing where an organiser wrote it.
    pub(super) author_id: Option<String>,
}

/// About the plan: what is named is new.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PlanChanged {
    pub(super) title: Option<String>,
    pub(super) aim: Option<String>,
}

/// About the plan: presented, or taken back.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stated {}

crate::statements! {
    WRITE = "insert into plans (id, class_id, project_id, place_id, horizon, title, aim, author_id, state, written_at, changed_at,
        title_hlc, aim_hlc, state_hlc) values ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $9, $10, $10, $10)";
    TITLE = "update plans set title = $2, title_hlc = $3, changed_at = $4 where id = $1 and title_hlc < $3";
    AIM = "update plans set aim = $2, aim_hlc = $3, changed_at = $4 where id = $1 and aim_hlc < $3";
    PRESENT = "update plans set state = 'presented', presented_at = $2, changed_at = $2, state_hlc = $3 where id = $1 and state_hlc < $3";
    WITHDRAW = "update plans set state = 'withdrawn', changed_at = $2, state_hlc = $3 where id = $1 and state_hlc < $3";
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            WRITTEN => written(tx, event).await,
            CHANGED => changed(tx, event).await,
            PRESENTED => stated(tx, event, &PRESENT).await,
            WITHDRAWN => stated(tx, event, &WITHDRAW).await,
            STEP_ADDED => step::added(tx, event).await,
            STEP_CHANGED => step::changed(tx, event).await,
            STEP_REMOVED => step::removed(tx, event).await,
            REPORTED => step::reported(tx, event).await,
            ROUND_OPENED => round::opened(tx, event).await,
            ROUND_CLOSED => round::closed(tx, event).await,
            ANSWERED => round::answered(tx, event).await,
            DOCUMENT_RELATED => rereading::document_related(tx, event).await,
            REVIEW_CONFIRMED => rereading::review_confirmed(tx, event).await,
            other => Err(Problem::new(format!("{other} is no kind of this room"))),
        }
    })
}

async fn written(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Written = event.body()?;
    let Event { about, class_id, at, hlc, .. } = event;
    let values = args![about, class_id, it.project_id, it.place_id, it.horizon, it.title, it.aim, it.author_id, *at, *hlc];
    tx.run(&WRITE, values).await
}

async fn changed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: PlanChanged = event.body()?;
    for (statement, value) in [(&TITLE, it.title), (&AIM, it.aim)] {
        if let Some(value) = value {
            tx.run(statement, args![&event.about, value, event.hlc, event.at]).await?;
        }
    }
    Ok(())
}

async fn stated(tx: &Tx, event: &Event, statement: &Statement) -> Result<(), Problem> {
    let _: Stated = event.body()?;
    tx.run(statement, args![&event.about, event.at, event.hlc]).await
}
