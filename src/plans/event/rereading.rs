//! When a provision changes: open steps that are linked to a difficulty whose advice stands on it are to be read again by their place.
//!
//! The room `difficulties` has opened its reviews before this room hears of the change. Where its expert then finds the advice still right,
//! the step needs no reading any more; where they advise anew, the place looks at its step itself.

use crate::db::{Event, Run, Tx, args};
use crate::ground::Problem;
use crate::policy::{Related, Subject, close_rereading, open_rereading};
use serde::Deserialize;

crate::statements! {
    STEPS_ON = "select distinct s.id from plan_steps s join reviews v on v.difficulty_id = s.difficulty_id
        where v.relation_id = $1 and v.closed_at is null and s.removed_at is null and s.state in ('planned', 'under_way') order by s.id";
    STEPS_OF_REVIEW = "select s.id, v.relation_id from plan_steps s join reviews v on v.difficulty_id = s.difficulty_id
        where v.id = $1 order by s.id";
}

/// The body of `difficulty.review_confirmed`, as far as it matters here.
#[derive(Deserialize)]
struct Confirmed {
    review_ids: Vec<String>,
}

pub(super) async fn document_related(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Related = event.body()?;
    let steps: Vec<String> = tx.all(&STEPS_ON, args![&it.relation_id]).await?;
    for step in steps {
        open_rereading(tx, event, Subject::Step, &step, &it.relation_id).await?;
    }
    Ok(())
}

pub(super) async fn review_confirmed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Confirmed = event.body()?;
    for review in &it.review_ids {
        let steps: Vec<(String, String)> = tx.all(&STEPS_OF_REVIEW, args![review]).await?;
        for (step, relation) in steps {
            close_rereading(tx, event, Subject::Step, &step, &relation).await?;
        }
    }
    Ok(())
}
