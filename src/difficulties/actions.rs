//! The verbs. Each: may? → rule → what must be true under the writer's lock → event → commit. Each is done once for one deed.

mod advise;
mod escalate;
mod publish;
mod raise;
mod settle;
mod sort;
mod talk;

pub use advise::{Advise, advise, confirm_review};
pub use escalate::{Authority, Escalate, answer, escalate};
pub use publish::{Publish, publish, unpublish};
pub use raise::{Raise, raise};
pub(super) use raise::{author_of, raised};
pub use settle::{give_verdict, reopen};
pub use sort::{assign, merge, take};
pub use talk::{ask_clarification, clarify, join, leave};

use super::difficulty::{Standing, Verb, is_theirs, may};
use super::store::{self, Difficulty};
use crate::db::{Deed, Run, Tx, args};
use crate::ground::{Invalid, Problem, Refused, Word};
use crate::web::Actor;

/// Whether this deed was done before: a form posted twice.
async fn is_done(tx: &Tx, deed: &Deed) -> Result<bool, Problem> {
    Ok(tx.one::<String>(&store::DONE, args![&deed.id]).await?.is_some())
}

/// The difficulty and what the asker is to it, if they may know of it.
pub(super) async fn seen(run: &impl Run, actor: &Actor, id: &str) -> Result<(Difficulty, Standing), Refused> {
    let found = store::difficulty(run, id).await?.filter(|it| actor.sees(it.class())).ok_or(Refused::Absent)?;
    let joined = actor.is_known() && store::me_toos(run, id, actor.id()).await?.2;
    let who = found.standing(actor, joined);
    Ok((found, who))
}

/// As [`seen`], for a verb: refuses what is not theirs to do, and says so when the difficulty has moved on meanwhile.
async fn for_verb(tx: &Tx, actor: &Actor, id: &str, verb: Verb) -> Result<(Difficulty, Standing), Refused> {
    let (found, who) = seen(tx, actor, id).await?;
    if may(verb, found.stands(), who) {
        return Ok((found, who));
    }
    if is_theirs(verb, who) { Err(Invalid::field("state", "difficulty-moved-on").into()) } else { Err(Refused::Denied) }
}

/// A text that must be there and must not be too long.
fn needed(invalid: &mut Invalid, field: &str, text: &str, most: usize, missing: &'static str) {
    if text.is_empty() {
        invalid.add(field, Word::new(missing));
    }
    at_most(invalid, field, text, most);
}

fn at_most(invalid: &mut Invalid, field: &str, text: &str, most: usize) {
    let length = text.chars().count();
    if length > most {
        invalid.add(field, Word::new("difficulty-too-long").with("x", length.to_string()).with("y", most.to_string()));
    }
}
