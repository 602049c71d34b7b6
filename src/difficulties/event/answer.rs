//! What is answered: advice with its citations, the authority above, the published answer.

use super::{Advised, Answered, Escalated, Published, Unpublished, life, review};
use crate::db::{Event, Tx, args};
use crate::ground::{Problem, child_id};

crate::statements! {
    SUPERSEDE = "update advices set superseded_at = $2 where difficulty_id = $1 and superseded_at is null";
    ADVISE = "insert into advices (id, difficulty_id, expert_id, text, warning, revision, at) values ($1, $2, $3, $4, $5, $6, $7)";
    CITE = "insert into citations (id, advice_id, document_id, article, clause, point) values ($1, $2, $3, $4, $5, $6)
        on conflict (id) do nothing";
    /// An advice to what is with an authority, or wholly closed, changes neither; to anything else, also to what was resolved partly, it
    /// asks for a verdict.
    ADVISED = "update difficulties set
        state = case when state in ('escalated', 'merged') or (state = 'closed' and verdict <> 'partly') then state else 'advised' end,
        verdict = case when state = 'merged' or (state = 'closed' and verdict <> 'partly') then verdict else null end,
        changed_at = $2, changed_hlc = $3 where id = $1 and changed_hlc < $3";
    ESCALATE = "insert into escalations (id, difficulty_id, level, owner, due_on, reason, at, by_person)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing";
    /// The authority's answer; with it, what another authority was asked before needs no answer any more.
    ANSWER = "update escalations set answered_at = $2, answer = $3, answer_number = $4 where id = $1 and answered_at is null";
    PUBLISH = "insert into answers (difficulty_id, question, answer, published_at, by_person, withdrawn_at)
        values ($1, $2, $3, $4, $5, null)
        on conflict (difficulty_id) do update set question = $2, answer = $3, published_at = $4, by_person = $5, withdrawn_at = null";
    WITHDRAW = "update answers set withdrawn_at = $2 where difficulty_id = $1 and withdrawn_at is null";
}

pub(super) async fn advised(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Advised = event.body()?;
    tx.run(&SUPERSEDE, args![&event.about, event.at]).await?;
    let values = args![&it.advice_id, &event.about, &event.actor, &it.text, &it.warning, it.revision, event.at];
    tx.run(&ADVISE, values).await?;
    for (place, cite) in it.cites.iter().enumerate() {
        let id = child_id(&it.advice_id, &format!("citation/{place}"));
        let values = args![id, &it.advice_id, &cite.document_id, &cite.article, &cite.clause, &cite.point];
        tx.run(&CITE, values).await?;
    }
    tx.run(&ADVISED, args![&event.about, event.at, event.hlc]).await?;
    review::advised_anew(tx, event, &it).await
}

pub(super) async fn escalated(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Escalated = event.body()?;
    let values = args![it.escalation_id, &event.about, it.level, it.owner, it.due_on, it.reason, event.at, &event.actor];
    tx.run(&ESCALATE, values).await?;
    life::to(tx, event, "escalated", None).await
}

pub(super) async fn answered(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Answered = event.body()?;
    tx.run(&ANSWER, args![it.escalation_id, event.at, it.text, it.number]).await?;
    life::to(tx, event, "advised", None).await
}

pub(super) async fn published(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Published = event.body()?;
    tx.run(&PUBLISH, args![&event.about, &it.question, &it.answer, event.at, &event.actor]).await
}

pub(super) async fn unpublished(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let _: Unpublished = event.body()?;
    tx.run(&WITHDRAW, args![&event.about, event.at]).await
}
