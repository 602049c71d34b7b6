//! What is kept of the door and of attendance, and what it changes: the only writer of `attendance` and `doors`.
//!
//! Of one trainee at one session the last word by logical time stands, whoever said it and in whatever order the words arrive.

use super::mark::{How, State};
use crate::db::{Applying, Event, Tx};
use crate::ground::Problem;
use serde::{Deserialize, Serialize};

pub(in crate::classes) const MARKED: &str = "attendance.marked";
pub(in crate::classes) const SUBSTITUTED: &str = "trainee.substituted";
pub(in crate::classes) const OPENED: &str = "door.opened";
pub(in crate::classes) const CLOSED: &str = "door.closed";

/// The kinds of events of this alcove.
pub(in crate::classes) const KINDS: &[&str] = &[MARKED, SUBSTITUTED, OPENED, CLOSED];

/// About the trainee.
#[derive(Serialize, Deserialize)]
pub(super) struct Marked {
    pub session: String,
    pub state: State,
    pub how: How,
    #[serde(default)]
    pub note: String,
}

/// About the trainee who was called up: somebody else has come in their stead.
#[derive(Serialize, Deserialize)]
pub(super) struct Substituted {
    pub session: String,
    pub substitute: String,
    pub state: State,
    pub how: How,
}

/// About the session.
#[derive(Serialize, Deserialize)]
pub(super) struct Door {}

crate::statements! {
    MARK = "insert into attendance (session_id, trainee_id, state, at, how, by_person, note, hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (session_id, trainee_id) do update set state = excluded.state, at = excluded.at, how = excluded.how,
            by_person = excluded.by_person, note = excluded.note, hlc = excluded.hlc
        where attendance.hlc < excluded.hlc";
    OPEN = "insert into doors (session_id, opened_at, opened_by) values ($1, $2, $3)
        on conflict (session_id) do update set opened_at = excluded.opened_at, opened_by = excluded.opened_by, closed_at = null
        where doors.opened_at <= excluded.opened_at and (doors.closed_at is null or doors.closed_at <= excluded.opened_at)";
    CLOSE = "update doors set closed_at = $2 where session_id = $1 and opened_at <= $2";
}

/// See the module.
pub(in crate::classes) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            MARKED => {
                let it: Marked = event.body()?;
                mark(tx, event, &it.session, &event.about, it.state, it.how, &it.note).await
            }
            SUBSTITUTED => {
                let it: Substituted = event.body()?;
                mark(tx, event, &it.session, &event.about, State::Substituted, it.how, "").await?;
                mark(tx, event, &it.session, &it.substitute, it.state, it.how, "").await
            }
            OPENED => tx.run(&OPEN, crate::args![&event.about, event.at, &event.actor]).await,
            CLOSED => tx.run(&CLOSE, crate::args![&event.about, event.at]).await,
            other => Err(Problem::new(format!("{other} is no kind of the door or of attendance"))),
        }
    })
}

async fn mark(tx: &Tx, event: &Event, session: &str, trainee: &str, state: State, how: How, note: &str) -> Result<(), Problem> {
    let args = crate::args![session, trainee, state.name(), event.at, how.name(), &event.actor, note, event.hlc];
    tx.run(&MARK, args).await
}
