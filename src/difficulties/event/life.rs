//! From raised to the verdict: everything but what is answered.

use super::{Assigned, ClarificationAsked, Clarified, Joined, Merged, Raised, Reopened, VerdictGiven};
use crate::db::{Event, Tx, args};
use crate::difficulties::difficulty::Verdict;
use crate::ground::Problem;
use crate::ground::text::fold;

crate::statements! {
    RAISE = "insert into difficulties (id, code, class_id, project_id, place_id, raiser_id, anonymous, how, field, component_id,
        local_item_id, text, text_fold, tried, wish, urgent, state, weight, raised_at, changed_at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'raised', 1, $17, $17, $18)";
    JOIN = "insert into me_toos (difficulty_id, person_id, place_id, at) values ($1, $2, $3, $4)
        on conflict (difficulty_id, person_id) do nothing";
    LEAVE = "delete from me_toos where difficulty_id = $1 and person_id = $2";
    WEIGH = "update difficulties set weight = 1 + (select count(*) from me_toos m where m.difficulty_id = $1) where id = $1";
    ASK = "insert into clarifications (id, difficulty_id, asked_by, question, asked_at) values ($1, $2, $3, $4, $5)
        on conflict (id) do nothing";
    CLARIFY = "update clarifications set answer = $2, answered_at = $3 where id = $1 and answered_at is null";
    /// A later event decides the state, whichever arrived first.
    TO = "update difficulties set state = $2, verdict = $3, changed_at = $4, changed_hlc = $5 where id = $1 and changed_hlc < $5";
    /// Back to whoever had it, or to all.
    BACK = "update difficulties set state = case when assigned_to is null then 'raised' else 'assigned' end, verdict = $2,
        changed_at = $3, changed_hlc = $4 where id = $1 and changed_hlc < $4";
    ASSIGN = "update difficulties set assigned_to = $2, state = case when state = 'raised' then 'assigned' else state end,
        changed_at = $3, changed_hlc = $4 where id = $1 and changed_hlc < $4";
    ASSIGNMENT = "insert into assignments (id, difficulty_id, expert_id, by_person, at) values ($1, $2, $3, $4, $5)
        on conflict (id) do nothing";
    VERDICT = "insert into verdicts (id, difficulty_id, verdict, reason, by_person, on_behalf, at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do nothing";
    MERGE = "update difficulties set state = 'merged', merged_into = $2, changed_at = $3, changed_hlc = $4
        where id = $1 and changed_hlc < $4";
    /// What had been merged into the one goes along.
    FOLLOW = "update difficulties set merged_into = $2 where merged_into = $1";
    /// Raisers of the merged one, and those who joined it, join the other: once each, and never its own raiser.
    MERGE_RAISER = "insert into me_toos (difficulty_id, person_id, place_id, at)
        select $2, d.raiser_id, d.place_id, d.raised_at from difficulties d
        where d.id = $1 and d.raiser_id is not null
        and d.raiser_id not in (select coalesce(o.raiser_id, '') from difficulties o where o.id = $2)
        on conflict (difficulty_id, person_id) do nothing";
    MERGE_JOINED = "insert into me_toos (difficulty_id, person_id, place_id, at)
        select $2, m.person_id, m.place_id, m.at from me_toos m
        where m.difficulty_id = $1
        and m.person_id not in (select coalesce(o.raiser_id, '') from difficulties o where o.id = $2)
        on conflict (difficulty_id, person_id) do nothing";
}

pub(super) async fn raised(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Raised = event.body()?;
    tx.run(
        &RAISE,
        args![
            &event.about,
            it.code,
            &event.class_id,
            it.project_id,
            it.place_id,
            it.raiser_id,
            it.anonymous,
            it.how,
            it.field,
            it.component_id,
            it.local_item_id,
            &it.text,
            fold(&it.text),
            it.tried,
            it.wish,
            it.urgent,
            event.at,
            event.hlc
        ],
    )
    .await
}

pub(super) async fn joined(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Joined = event.body()?;
    tx.run(&JOIN, args![&event.about, it.person_id, it.place_id, event.at]).await?;
    tx.run(&WEIGH, args![&event.about]).await
}

pub(super) async fn left(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Joined = event.body()?;
    tx.run(&LEAVE, args![&event.about, it.person_id]).await?;
    tx.run(&WEIGH, args![&event.about]).await
}

pub(super) async fn clarification_asked(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: ClarificationAsked = event.body()?;
    tx.run(&ASK, args![it.clarification_id, &event.about, &event.actor, it.question, event.at]).await?;
    to(tx, event, "asked", None).await
}

pub(super) async fn clarified(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Clarified = event.body()?;
    for id in &it.clarification_ids {
        tx.run(&CLARIFY, args![id, &it.answer, event.at]).await?;
    }
    back(tx, event, None).await
}

pub(super) async fn merged(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Merged = event.body()?;
    tx.run(&MERGE, args![&event.about, &it.into, event.at, event.hlc]).await?;
    tx.run(&FOLLOW, args![&event.about, &it.into]).await?;
    tx.run(&MERGE_RAISER, args![&event.about, &it.into]).await?;
    tx.run(&MERGE_JOINED, args![&event.about, &it.into]).await?;
    tx.run(&WEIGH, args![&it.into]).await
}

pub(super) async fn assigned(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Assigned = event.body()?;
    tx.run(&ASSIGNMENT, args![&event.id, &event.about, &it.expert_id, &event.actor, event.at]).await?;
    tx.run(&ASSIGN, args![&event.about, it.expert_id, event.at, event.hlc]).await
}

pub(super) async fn verdict_given(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: VerdictGiven = event.body()?;
    let values = args![it.verdict_id, &event.about, &it.verdict, it.reason, &event.actor, &event.on_behalf, event.at];
    tx.run(&VERDICT, values).await?;
    if Verdict::from_name(&it.verdict).is_some_and(Verdict::closes) {
        to(tx, event, "closed", Some(&it.verdict)).await
    } else {
        back(tx, event, Some(&it.verdict)).await
    }
}

pub(super) async fn reopened(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let _: Reopened = event.body()?;
    back(tx, event, None).await
}

pub(super) async fn to(tx: &Tx, event: &Event, state: &str, verdict: Option<&str>) -> Result<(), Problem> {
    tx.run(&TO, args![&event.about, state, verdict, event.at, event.hlc]).await
}

async fn back(tx: &Tx, event: &Event, verdict: Option<&str>) -> Result<(), Problem> {
    tx.run(&BACK, args![&event.about, verdict, event.at, event.hlc]).await
}
