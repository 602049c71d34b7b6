//! The call-up, the trainees and their groups.

use super::super::group::NewGroup;
use super::super::seat::Asked;
use crate::db::{Event, Tx};
use crate::ground::Problem;
use crate::{args, statements};
use serde::{Deserialize, Serialize};

pub(in super::super) const SEATS_ASKED: &str = "class.seats_asked";
pub(in super::super) const DECLINED: &str = "class.call_declined";
pub(in super::super) const NAMED: &str = "class.trainee_named";
pub(in super::super) const WITHDRAWN: &str = "class.trainee_withdrawn";
pub(in super::super) const GROUPS_FORMED: &str = "class.groups_formed";
pub(in super::super) const RENAMED: &str = "class.group_renamed";
pub(in super::super) const DISSOLVED: &str = "class.group_dissolved";
pub(in super::super) const GROUPED: &str = "class.trainee_grouped";

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct SeatsAsked {
    pub(in super::super) places: Vec<Asked>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct Declined {
    pub(in super::super) place_id: String,
    pub(in super::super) why: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct Named {
    pub(in super::super) trainee_id: String,
    pub(in super::super) person_id: String,
    pub(in super::super) place_id: String,
    #[serde(default)]
    pub(in super::super) position: String,
    #[serde(default)]
    pub(in super::super) unit: String,
    #[serde(default)]
    pub(in super::super) target_group: String,
    #[serde(default)]
    pub(in super::super) note: String,
    #[serde(default)]
    pub(in super::super) stands_for: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct Withdrawn {
    pub(in super::super) trainee_id: String,
    pub(in super::super) place_id: String,
    #[serde(default)]
    pub(in super::super) why: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct GroupsFormed {
    /// These take the place of all groups there were.
    #[serde(default)]
    pub(in super::super) anew: bool,
    pub(in super::super) groups: Vec<NewGroup>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct Renamed {
    pub(in super::super) group_id: String,
    pub(in super::super) name: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct Dissolved {
    pub(in super::super) group_id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in super::super) struct Grouped {
    pub(in super::super) trainees: Vec<String>,
    pub(in super::super) group_id: Option<String>,
}

statements! {
    ASK_SEATS = "insert into seats (class_id, place_id, seats, unit, changed_hlc) values ($1, $2, $3, $4, $5)
        on conflict (class_id, place_id) do update set seats = excluded.seats, unit = excluded.unit, changed_hlc = excluded.changed_hlc
        where seats.changed_hlc <= excluded.changed_hlc";
    DROP_SEATS = "delete from seats where class_id = $1 and seats = 0 and answered_at is null";
    DECLINE = "insert into seats (class_id, place_id, seats, unit, answered_at, declined_why, changed_hlc) values ($1, $2, 0, '', $3, $4, 0)
        on conflict (class_id, place_id) do update set answered_at = excluded.answered_at, declined_why = excluded.declined_why
        where seats.answered_at is null or seats.answered_at <= excluded.answered_at";
    ANSWER = "insert into seats (class_id, place_id, seats, unit, answered_at, changed_hlc) values ($1, $2, 0, '', $3, 0)
        on conflict (class_id, place_id) do update set answered_at = excluded.answered_at, declined_why = null
        where seats.answered_at is null or seats.answered_at <= excluded.answered_at";
    NAME = "insert into trainees (id, class_id, person_id, place_id, position, unit, target_group, note, state, stands_for, named_at,
        named_by, changed_hlc) values ($1, $2, $3, $4, $5, $6, $7, $8, 'named', $9, $10, $11, $12)
        on conflict (id) do update set place_id = excluded.place_id, position = excluded.position, unit = excluded.unit,
        target_group = excluded.target_group, note = excluded.note, state = 'named', stands_for = excluded.stands_for,
        named_at = excluded.named_at, named_by = excluded.named_by, changed_hlc = excluded.changed_hlc
        where trainees.changed_hlc <= excluded.changed_hlc";
    REPLACE = "update trainees set state = 'replaced', changed_hlc = $2 where id = $1 and changed_hlc <= $2";
    WITHDRAW = "update trainees set state = 'withdrawn', group_id = null, changed_hlc = $2 where id = $1 and changed_hlc <= $2";
    UNANSWER = "update seats set answered_at = null where class_id = $1 and place_id = $2 and declined_why is null
        and not exists (select 1 from trainees as t where t.class_id = $1 and t.place_id = $2 and t.state = 'named')";
    EMPTY_GROUPS = "update trainees set group_id = null where class_id = $1";
    DROP_GROUPS = "delete from groups where class_id = $1";
    FORM_GROUP = "insert into groups (id, class_id, name, sort) values ($1, $2, $3, $4)";
    RENAME_GROUP = "update groups set name = $2 where id = $1";
    EMPTY_GROUP = "update trainees set group_id = null where group_id = $1";
    DROP_GROUP = "delete from groups where id = $1";
    GROUP_TRAINEE = "update trainees set group_id = $2 where id = $1 and class_id = $3";
}

pub(super) async fn apply(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let class = event.class_id.as_deref().unwrap_or(&event.about);
    match event.kind.as_str() {
        SEATS_ASKED => {
            let it: SeatsAsked = event.body()?;
            for asked in it.places {
                tx.run(&ASK_SEATS, args![class, asked.place_id, asked.seats, asked.unit, event.hlc]).await?;
            }
            tx.run(&DROP_SEATS, args![class]).await
        }
        DECLINED => {
            let it: Declined = event.body()?;
            tx.run(&DECLINE, args![class, it.place_id, event.at, it.why]).await
        }
        NAMED => named(tx, event, class).await,
        WITHDRAWN => {
            let it: Withdrawn = event.body()?;
            tx.run(&WITHDRAW, args![it.trainee_id, event.hlc]).await?;
            tx.run(&UNANSWER, args![class, it.place_id]).await
        }
        _ => grouped(tx, event, class).await,
    }
}

async fn named(tx: &Tx, event: &Event, class: &str) -> Result<(), Problem> {
    let it: Named = event.body()?;
    let args = args![
        it.trainee_id,
        class,
        it.person_id,
        &it.place_id,
        it.position,
        it.unit,
        it.target_group,
        it.note,
        &it.stands_for,
        event.at,
        &event.actor,
        event.hlc
    ];
    tx.run(&NAME, args).await?;
    if let Some(replaced) = it.stands_for {
        tx.run(&REPLACE, args![replaced, event.hlc]).await?;
    }
    tx.run(&ANSWER, args![class, it.place_id, event.at]).await
}

async fn grouped(tx: &Tx, event: &Event, class: &str) -> Result<(), Problem> {
    match event.kind.as_str() {
        GROUPS_FORMED => {
            let it: GroupsFormed = event.body()?;
            if it.anew {
                tx.run(&EMPTY_GROUPS, args![class]).await?;
                tx.run(&DROP_GROUPS, args![class]).await?;
            }
            for group in it.groups {
                tx.run(&FORM_GROUP, args![&group.id, class, group.name, group.sort]).await?;
                for trainee in group.trainees {
                    tx.run(&GROUP_TRAINEE, args![trainee, &group.id, class]).await?;
                }
            }
            Ok(())
        }
        RENAMED => {
            let it: Renamed = event.body()?;
            tx.run(&RENAME_GROUP, args![it.group_id, it.name]).await
        }
        DISSOLVED => {
            let it: Dissolved = event.body()?;
            tx.run(&EMPTY_GROUP, args![&it.group_id]).await?;
            tx.run(&DROP_GROUP, args![it.group_id]).await
        }
        _ => {
            let it: Grouped = event.body()?;
            for trainee in it.trainees {
                tx.run(&GROUP_TRAINEE, args![trainee, &it.group_id, class]).await?;
            }
            Ok(())
        }
    }
}
