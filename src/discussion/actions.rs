//! The verbs. Each: may? → rule → what must be true under the writer's lock → event → commit. Each is done once for one deed.

mod clear;
mod hall;

pub use clear::{mark_clear, mark_unclear};
pub use hall::{ask, became_difficulty, close, opinion_to_raise, say, vote, withdraw};

use super::standing::{Standing, Verb, is_theirs, may};
use super::store::{self, Sitting};
use crate::db::Run;
use crate::ground::{Invalid, Refused};
use crate::web::Actor;

/// The session and what the asker is to it, if they may see its class from the inside.
pub(super) async fn seen(run: &impl Run, actor: &Actor, session: &str) -> Result<(Sitting, Standing), Refused> {
    let found = store::sitting(run, session, actor.id()).await?.filter(|it| actor.sees(it.of())).ok_or(Refused::Absent)?;
    let who = found.standing(actor);
    Ok((found, who))
}

/// As [`seen`], for a verb: refuses what is not theirs to do, and says so when the class is over.
async fn for_verb(run: &impl Run, actor: &Actor, session: &str, verb: Verb) -> Result<(Sitting, Standing), Refused> {
    let (found, who) = seen(run, actor, session).await?;
    if may(verb, who, found.is_on()) {
        return Ok((found, who));
    }
    if is_theirs(verb, who) { Err(Invalid::field("text", "discussion-over").into()) } else { Err(Refused::Denied) }
}
