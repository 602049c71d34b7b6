//! What is to be read again because a provision changed, and that it was. Rooms below open and close their own through these.

use crate::db::{Event, Tx, args};
use crate::ground::Problem;
use crate::policy::rereading::Subject;
use serde::{Deserialize, Serialize};

/// Whoever answers for it has read it again: it is right under what applies now.
pub(in crate::policy) const REREAD: &str = "document.reread";

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::policy) struct ReadAgain {
    pub(in crate::policy) subject: String,
    pub(in crate::policy) relations: Vec<String>,
    #[serde(default)]
    pub(in crate::policy) note: String,
}

crate::statements! {
    OPEN = "insert into rereadings (subject, subject_id, relation_id, opened_at) values ($1, $2, $3, $4)
        on conflict (subject, subject_id, relation_id) do nothing";
    CLOSE = "update rereadings set closed_at = $4, closed_by = $5, note = $6
        where subject = $1 and subject_id = $2 and relation_id = $3 and closed_at is null";
}

/// A thing of a room below stands on what this relation changed.
pub async fn open_rereading(tx: &Tx, event: &Event, subject: Subject, id: &str, relation: &str) -> Result<(), Problem> {
    tx.run(&OPEN, args![subject.name(), id, relation, event.at]).await
}

/// It needs no reading any more: what it stands on was found to be still right.
pub async fn close_rereading(tx: &Tx, event: &Event, subject: Subject, id: &str, relation: &str) -> Result<(), Problem> {
    tx.run(&CLOSE, args![subject.name(), id, relation, event.at, &event.actor, ""]).await
}

pub(super) async fn reread(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: ReadAgain = event.body()?;
    for relation in &it.relations {
        tx.run(&CLOSE, args![&it.subject, &event.about, relation, event.at, &event.actor, &it.note]).await?;
    }
    Ok(())
}
