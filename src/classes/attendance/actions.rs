//! The verbs of the door and of attendance.

mod come_in;
mod mark;

pub(super) use come_in::{Entry, Who, come_in, sign_in};
pub use mark::{keep_mark, substitute};
pub(super) use mark::{mark, mark_from_paper, mark_rest_absent};

use super::event::{self, Door};
use super::store::{self, Meeting};
use crate::db::{Db, Deed, Run};
use crate::ground::{Invalid, Refused};
use crate::web::Actor;

/// The session, if the asker may see its class from the inside.
pub(super) async fn meeting_seen(run: &impl Run, actor: &Actor, session: &str) -> Result<Meeting, Refused> {
    let meeting = store::meeting(run, session).await?.ok_or(Refused::Absent)?;
    if actor.sees(meeting.of()) { Ok(meeting) } else { Err(Refused::Absent) }
}

/// The session, if the asker runs its class.
pub(super) async fn meeting_run(run: &impl Run, actor: &Actor, session: &str) -> Result<Meeting, Refused> {
    let meeting = meeting_seen(run, actor, session).await?;
    if actor.runs(meeting.of()) { Ok(meeting) } else { Err(Refused::Denied) }
}

/// Opens the door of a session: from now on the wall shows codes.
pub async fn open_door(db: &Db, actor: &Actor, deed: Deed, session: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let meeting = meeting_run(&tx, actor, session).await?;
    if meeting.class_state == "cancelled" {
        return Err(Invalid::field("door", "door-class-cancelled").into());
    }
    if !meeting.is_open(deed.at) {
        tx.record(&deed, event::OPENED, session, Some(&meeting.class_id), &Door {}).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Closes it: from now on the secretary marks who comes.
pub async fn close_door(db: &Db, actor: &Actor, deed: Deed, session: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let meeting = meeting_run(&tx, actor, session).await?;
    if meeting.is_open(deed.at) {
        tx.record(&deed, event::CLOSED, session, Some(&meeting.class_id), &Door {}).await?;
        tx.commit().await?;
    }
    Ok(())
}
