//! The roll-out of a project as events: a line planned anew takes the place of the one before it, by logical time.

use super::super::rollout::NewRollout;
use crate::args;
use crate::db::{Event, Tx};
use crate::ground::Problem;
use crate::statements;

pub(in super::super) const PLANNED: &str = "project.rollout_planned";

statements! {
    PLAN = "insert into project_rollout (project_id, province_id, planned_on, classes, reported, note, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (project_id, province_id, planned_on) do update set classes = excluded.classes, reported = excluded.reported,
        note = excluded.note, changed_hlc = excluded.changed_hlc where project_rollout.changed_hlc <= excluded.changed_hlc";
}

pub(super) async fn apply(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: NewRollout = event.body()?;
    tx.run(&PLAN, args![&event.about, it.province_id, it.planned_on, it.classes, it.reported, it.note, event.hlc]).await
}
