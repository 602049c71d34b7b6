//! The rounds after a class: opened, answered by places, closed.

use crate::db::{Event, Tx, args};
use crate::ground::Problem;
use crate::ground::dates::Date;
use serde::{Deserialize, Serialize};

/// About the round.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::plans) struct RoundOpened {
    pub(in crate::plans) months: i64,
    pub(in crate::plans) due_on: Date,
}

/// About the round.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::plans) struct RoundClosed {}

/// About the round: what a place says of itself. What it says of its steps is reported of each.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::plans) struct Answered {
    pub(in crate::plans) place_id: String,
    /// Who answers: a trainee of the place, also where the organiser typed it in after a telephone call.
    pub(in crate::plans) person_id: Option<String>,
    pub(in crate::plans) text: String,
    pub(in crate::plans) changed: String,
}

crate::statements! {
    OPEN = "insert into follow_ups (id, class_id, months, due_on, opened_at, opened_by) values ($1, $2, $3, $4, $5, $6)
        on conflict (class_id, months) do nothing";
    CLOSE = "update follow_ups set closed_at = $2 where id = $1 and closed_at is null";
    ANSWER = "insert into follow_up_answers (follow_up_id, place_id, person_id, text, changed, at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (follow_up_id, place_id) do update set person_id = excluded.person_id,
        text = excluded.text, changed = excluded.changed, at = excluded.at, changed_hlc = excluded.changed_hlc
        where follow_up_answers.changed_hlc < excluded.changed_hlc";
}

pub(super) async fn opened(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: RoundOpened = event.body()?;
    tx.run(&OPEN, args![&event.about, &event.class_id, it.months, it.due_on.iso(), event.at, &event.actor]).await
}

pub(super) async fn closed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let _: RoundClosed = event.body()?;
    tx.run(&CLOSE, args![&event.about, event.at]).await
}

pub(super) async fn answered(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Answered = event.body()?;
    tx.run(&ANSWER, args![&event.about, it.place_id, it.person_id, it.text, it.changed, event.at, event.hlc]).await
}
