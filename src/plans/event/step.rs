//! Steps: added, changed field by field, removed, and how they go.

use crate::db::{Event, Run, Tx, args};
use crate::ground::Problem;
use crate::ground::dates::Date;
use crate::plans::step::Resource;
use serde::{Deserialize, Serialize};

/// Who answers for it: in words, or a trainee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::plans) struct Owner {
    pub(in crate::plans) words: String,
    pub(in crate::plans) person_id: Option<String>,
}

/// The days are one field: they must fit each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::plans) struct Days {
    pub(in crate::plans) starts_on: Date,
    pub(in crate::plans) due_on: Date,
}

/// At most one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::plans) struct Links {
    pub(in crate::plans) difficulty_id: Option<String>,
    pub(in crate::plans) practice_id: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::plans) struct StepBody {
    pub(in crate::plans) text: String,
    pub(in crate::plans) result: String,
    pub(in crate::plans) days: Days,
    pub(in crate::plans) owner: Owner,
    pub(in crate::plans) partners: String,
    pub(in crate::plans) links: Links,
    pub(in crate::plans) resources: Vec<Resource>,
}

/// About the step.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::plans) struct StepAdded {
    pub(in crate::plans) plan_id: String,
    pub(in crate::plans) sort: i64,
    pub(in crate::plans) step: StepBody,
}

/// About the step: what is named is new.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::plans) struct StepChanged {
    pub(in crate::plans) text: Option<String>,
    pub(in crate::plans) result: Option<String>,
    pub(in crate::plans) days: Option<Days>,
    pub(in crate::plans) owner: Option<Owner>,
    pub(in crate::plans) partners: Option<String>,
    pub(in crate::plans) links: Option<Links>,
    pub(in crate::plans) resources: Option<Vec<Resource>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::plans) struct StepRemoved {}

/// About the step: how it goes.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::plans) struct Reported {
    pub(in crate::plans) report_id: String,
    pub(in crate::plans) state: String,
    pub(in crate::plans) text: String,
    /// A link.
    pub(in crate::plans) evidence: String,
    /// A picture.
    #[serde(default)]
    pub(in crate::plans) blob: Option<String>,
    pub(in crate::plans) follow_up_id: Option<String>,
}

crate::statements! {
    ADD = "insert into plan_steps (id, plan_id, sort, text, result, starts_on, due_on, owner, owner_id, partners, difficulty_id,
        practice_id, state, added_at, changed_at, text_hlc, result_hlc, dates_hlc, owner_hlc, partners_hlc, links_hlc, resources_hlc,
        state_hlc) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'planned', $13, $13, $14, $14, $14, $14, $14, $14, $14, $14)";
    TEXT = "update plan_steps set text = $2, text_hlc = $3, changed_at = $4 where id = $1 and text_hlc < $3";
    RESULT = "update plan_steps set result = $2, result_hlc = $3, changed_at = $4 where id = $1 and result_hlc < $3";
    PARTNERS = "update plan_steps set partners = $2, partners_hlc = $3, changed_at = $4 where id = $1 and partners_hlc < $3";
    DAYS = "update plan_steps set starts_on = $2, due_on = $3, dates_hlc = $4, changed_at = $5 where id = $1 and dates_hlc < $4";
    OWNER = "update plan_steps set owner = $2, owner_id = $3, owner_hlc = $4, changed_at = $5 where id = $1 and owner_hlc < $4";
    LINKS = "update plan_steps set difficulty_id = $2, practice_id = $3, links_hlc = $4, changed_at = $5 where id = $1 and links_hlc < $4";
    RESOURCES_HLC = "select resources_hlc from plan_steps where id = $1";
    RESOURCES = "update plan_steps set resources_hlc = $2, changed_at = $3 where id = $1";
    DROP_RESOURCES = "delete from step_resources where step_id = $1";
    RESOURCE = "insert into step_resources (step_id, sort, source, amount, note) values ($1, $2, $3, $4, $5)";
    REMOVE = "update plan_steps set removed_at = $2, changed_at = $2 where id = $1 and removed_at is null";
    REPORT = "insert into step_reports (id, step_id, state, text, evidence, follow_up_id, by_person, on_behalf, at, blob)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing";
    STATE = "update plan_steps set state = $2, done_at = case when $2 = 'done' then cast($3 as bigint) end, changed_at = $3, state_hlc = $4
        where id = $1 and state_hlc < $4";
}

pub(super) async fn added(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let StepAdded { plan_id, sort, step } = event.body()?;
    let StepBody { text, result, days, owner, partners, links, resources } = step;
    let values = args![
        &event.about,
        plan_id,
        sort,
        text,
        result,
        days.starts_on.iso(),
        days.due_on.iso(),
        owner.words,
        owner.person_id,
        partners,
        links.difficulty_id,
        links.practice_id,
        event.at,
        event.hlc
    ];
    tx.run(&ADD, values).await?;
    keep_resources(tx, &event.about, &resources).await
}

async fn keep_resources(tx: &Tx, step: &str, resources: &[Resource]) -> Result<(), Problem> {
    for (sort, it) in (0_i64..).zip(resources) {
        tx.run(&RESOURCE, args![step, sort, &it.source, it.amount, &it.note]).await?;
    }
    Ok(())
}

pub(super) async fn changed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: StepChanged = event.body()?;
    let (about, at, hlc) = (&event.about, event.at, event.hlc);
    for (statement, value) in [(&TEXT, it.text), (&RESULT, it.result), (&PARTNERS, it.partners)] {
        if let Some(value) = value {
            tx.run(statement, args![about, value, hlc, at]).await?;
        }
    }
    if let Some(days) = it.days {
        tx.run(&DAYS, args![about, days.starts_on.iso(), days.due_on.iso(), hlc, at]).await?;
    }
    if let Some(owner) = it.owner {
        tx.run(&OWNER, args![about, owner.words, owner.person_id, hlc, at]).await?;
    }
    if let Some(links) = it.links {
        tx.run(&LINKS, args![about, links.difficulty_id, links.practice_id, hlc, at]).await?;
    }
    if let Some(resources) = it.resources
        && tx.one::<i64>(&RESOURCES_HLC, args![about]).await?.is_some_and(|it| it < hlc)
    {
        tx.run(&DROP_RESOURCES, args![about]).await?;
        keep_resources(tx, about, &resources).await?;
        tx.run(&RESOURCES, args![about, hlc, at]).await?;
    }
    Ok(())
}

pub(super) async fn removed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let _: StepRemoved = event.body()?;
    tx.run(&REMOVE, args![&event.about, event.at]).await
}

pub(super) async fn reported(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Reported = event.body()?;
    let Event { about, actor, on_behalf, at, hlc, .. } = event;
    let values = args![it.report_id, about, &it.state, it.text, it.evidence, it.follow_up_id, actor, on_behalf, *at, it.blob];
    tx.run(&REPORT, values).await?;
    tx.run(&STATE, args![about, it.state, *at, *hlc]).await
}
