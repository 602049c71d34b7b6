//! What happens in this room, and what it does to its tables. Bodies only ever gain fields.
//!
//! Of two changes of one class, session, call of seats or trainee the later by logical time counts, in whatever order they arrive; a class's
//! state counts apart from its other lines, and a place's later answer takes the place of its earlier one.

use super::class::{NewClass, State};
use super::project::NewProject;
use super::session::{NewMaterial, Plan};
use super::{attendance, cadres, evaluation};
use crate::db::{Applying, Event, Tx};
use crate::ground::Problem;
use crate::{args, statements};
use serde::{Deserialize, Serialize};

mod erasure;
mod people;
mod rereading;
mod rollout;

pub(super) use people::{
    DECLINED, DISSOLVED, Declined, Dissolved, GROUPED, GROUPS_FORMED, Grouped, GroupsFormed, NAMED, Named, RENAMED, Renamed, SEATS_ASKED,
    SeatsAsked, WITHDRAWN, Withdrawn,
};

pub(super) use rollout::PLANNED as ROLLOUT_PLANNED;

pub(super) const PROJECT_OPENED: &str = "project.opened";
pub(super) const CLASS_OPENED: &str = "class.opened";
pub(super) const CLASS_CHANGED: &str = "class.changed";
pub(super) const STATE_CHANGED: &str = "class.state_changed";
pub(super) const SESSION_PLANNED: &str = "session.planned";
pub(super) const SESSION_CHANGED: &str = "session.changed";
pub(super) const SESSION_REMOVED: &str = "session.removed";
pub(super) const SPEAKER_SET: &str = "class.speaker_set";
pub(super) const SPEAKER_REMOVED: &str = "class.speaker_removed";
pub(super) const MATERIAL_ADDED: &str = "class.material_added";
pub(super) const MATERIAL_REMOVED: &str = "class.material_removed";

/// Every kind of this room.
pub(super) const KINDS: &[&str] = &[
    PROJECT_OPENED,
    ROLLOUT_PLANNED,
    CLASS_OPENED,
    CLASS_CHANGED,
    STATE_CHANGED,
    SESSION_PLANNED,
    SESSION_CHANGED,
    SESSION_REMOVED,
    SPEAKER_SET,
    SPEAKER_REMOVED,
    MATERIAL_ADDED,
    MATERIAL_REMOVED,
    SEATS_ASKED,
    DECLINED,
    NAMED,
    WITHDRAWN,
    GROUPS_FORMED,
    RENAMED,
    DISSOLVED,
    GROUPED,
    attendance::MARKED,
    attendance::SUBSTITUTED,
    attendance::OPENED,
    attendance::CLOSED,
    evaluation::OPENED,
    evaluation::CLOSED,
    cadres::NOMINATED,
    cadres::CONFIRMED,
    cadres::ENDED,
    erasure::ERASED,
    rereading::DOCUMENT_RELATED,
];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StateChanged {
    pub(super) state: State,
    /// Why a class is cancelled; for whoever reads the journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) why: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SessionPlanned {
    pub(super) class_id: String,
    #[serde(flatten)]
    pub(super) plan: Plan,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SpeakerSet {
    pub(super) session_id: String,
    pub(super) person_id: String,
    #[serde(default)]
    pub(super) part: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SpeakerRemoved {
    pub(super) session_id: String,
    pub(super) person_id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MaterialAdded {
    pub(super) id: String,
    pub(super) session_id: String,
    #[serde(flatten)]
    pub(super) material: NewMaterial,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MaterialRemoved {
    pub(super) id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Nothing {}

statements! {
    OPEN_PROJECT = "insert into projects (id, code, name, sponsor, provider, period_id, component_id) values ($1, $2, $3, $4, $5, $6, $7)";
    OPEN_CLASS = "insert into classes (id, project_id, code, name, province_id, venue, host, starts_on, ends_on, nominate_by, allowance,
        late_after, state, changed_hlc, state_hlc) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'preparing', $13, $13)";
    CHANGE_CLASS = "update classes set name = $2, province_id = $3, venue = $4, host = $5, starts_on = $6, ends_on = $7, nominate_by = $8,
        allowance = $9, late_after = $10, changed_hlc = $11 where id = $1 and changed_hlc <= $11";
    SET_STATE = "update classes set state = $2, state_hlc = $3 where id = $1 and state_hlc <= $3";
    PLAN_SESSION = "insert into sessions (id, class_id, ordinal, starts_at, ends_at, topic, hall, changed_hlc)
        values ($1, $2, 0, $3, $4, $5, $6, $7)";
    CHANGE_SESSION = "update sessions set starts_at = $2, ends_at = $3, topic = $4, hall = $5, changed_hlc = $6
        where id = $1 and changed_hlc <= $6";
    NUMBER_SESSIONS = "update sessions set ordinal = (select count(*) from sessions as o where o.class_id = sessions.class_id
        and (o.starts_at < sessions.starts_at or (o.starts_at = sessions.starts_at and o.id <= sessions.id))) where class_id = $1";
    CLEAR_SPEAKERS = "delete from speakers where session_id = $1";
    CLEAR_MATERIALS = "delete from materials where session_id = $1";
    REMOVE_SESSION = "delete from sessions where id = $1";
    SET_SPEAKER = "insert into speakers (session_id, person_id, part, sort)
        values ($1, $2, $3, (select coalesce(max(s.sort), 0) + 1 from speakers as s where s.session_id = $1))
        on conflict (session_id, person_id) do update set part = excluded.part";
    REMOVE_SPEAKER = "delete from speakers where session_id = $1 and person_id = $2";
    ADD_MATERIAL = "insert into materials (id, session_id, title, link, document_id, added_at, sort)
        values ($1, $2, $3, $4, $5, $6, (select coalesce(max(m.sort), 0) + 1 from materials as m where m.session_id = $2))";
    REMOVE_MATERIAL = "delete from materials where id = $1";
}

/// The statements of this file and of its folder.
pub(super) const ALL_PEOPLE: &[crate::db::Statement] = people::ALL;
pub(super) const ALL_ROLLOUT: &[crate::db::Statement] = rollout::ALL;
pub(super) const ALL_ERASURE: &[crate::db::Statement] = erasure::ALL;
pub(super) const ALL_REREADING: &[crate::db::Statement] = rereading::ALL;

/// Takes an event into the tables.
pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            PROJECT_OPENED => {
                let it: NewProject = event.body()?;
                let args = args![&event.about, it.code, it.name, it.sponsor, it.provider, it.period_id, it.component_id];
                tx.run(&OPEN_PROJECT, args).await
            }
            ROLLOUT_PLANNED => rollout::apply(tx, event).await,
            CLASS_OPENED | CLASS_CHANGED | STATE_CHANGED => class(tx, event).await,
            SESSION_PLANNED | SESSION_CHANGED | SESSION_REMOVED => session(tx, event).await,
            SPEAKER_SET | SPEAKER_REMOVED | MATERIAL_ADDED | MATERIAL_REMOVED => programme(tx, event).await,
            erasure::ERASED => erasure::apply(tx, event).await,
            rereading::DOCUMENT_RELATED => rereading::document_related(tx, event).await,
            kind if attendance::KINDS.contains(&kind) => attendance::apply(tx, event).await,
            kind if evaluation::KINDS.contains(&kind) => evaluation::apply(tx, event).await,
            kind if cadres::KINDS.contains(&kind) => cadres::apply(tx, event).await,
            _ => people::apply(tx, event).await,
        }
    })
}

async fn class(tx: &Tx, event: &Event) -> Result<(), Problem> {
    if event.kind == STATE_CHANGED {
        let it: StateChanged = event.body()?;
        return tx.run(&SET_STATE, args![&event.about, it.state.name(), event.hlc]).await;
    }
    let it: NewClass = event.body()?;
    let (id, hlc) = (&event.about, event.hlc);
    if event.kind == CLASS_OPENED {
        let args = args![
            id,
            it.project_id,
            it.code,
            it.name,
            it.province_id,
            it.venue,
            it.host,
            it.starts_on,
            it.ends_on,
            it.nominate_by,
            it.allowance,
            it.late_after,
            hlc
        ];
        return tx.run(&OPEN_CLASS, args).await;
    }
    let args =
        args![id, it.name, it.province_id, it.venue, it.host, it.starts_on, it.ends_on, it.nominate_by, it.allowance, it.late_after, hlc];
    tx.run(&CHANGE_CLASS, args).await
}

async fn session(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let id = &event.about;
    match event.kind.as_str() {
        SESSION_REMOVED => {
            tx.run(&CLEAR_SPEAKERS, args![id]).await?;
            tx.run(&CLEAR_MATERIALS, args![id]).await?;
            tx.run(&REMOVE_SESSION, args![id]).await?;
        }
        kind => {
            let SessionPlanned { class_id, plan } = event.body()?;
            if kind == SESSION_PLANNED {
                let args = args![id, class_id, plan.starts_at, plan.ends_at, plan.topic, plan.hall, event.hlc];
                tx.run(&PLAN_SESSION, args).await?;
            } else {
                tx.run(&CHANGE_SESSION, args![id, plan.starts_at, plan.ends_at, plan.topic, plan.hall, event.hlc]).await?;
            }
        }
    }
    match &event.class_id {
        Some(class) => tx.run(&NUMBER_SESSIONS, args![class]).await,
        None => Ok(()),
    }
}

async fn programme(tx: &Tx, event: &Event) -> Result<(), Problem> {
    match event.kind.as_str() {
        SPEAKER_SET => {
            let it: SpeakerSet = event.body()?;
            tx.run(&SET_SPEAKER, args![it.session_id, it.person_id, it.part]).await
        }
        SPEAKER_REMOVED => {
            let it: SpeakerRemoved = event.body()?;
            tx.run(&REMOVE_SPEAKER, args![it.session_id, it.person_id]).await
        }
        MATERIAL_ADDED => {
            let MaterialAdded { id, session_id, material } = event.body()?;
            let document = material.document_id.clone();
            tx.run(&ADD_MATERIAL, args![&id, session_id, material.title, material.link, material.document_id, event.at]).await?;
            rereading::material_added(tx, event, &id, document.as_deref()).await
        }
        _ => {
            let it: MaterialRemoved = event.body()?;
            tx.run(&REMOVE_MATERIAL, args![it.id]).await
        }
    }
}
