//! The verbs. Each: may? → rule → what must be true under the writer's lock → event → commit. Each is done once for one deed.

mod adopt;
mod photos;
mod write;

pub use adopt::{Adopt, adopt, report};
pub(super) use adopt::{nearness, own_places};
pub use photos::{Added, Caption, NewPhoto, add_photos, describe_photos, ready_picture, remove_photo};
pub use write::{Write, change, release, restore, show, withdraw, write};

use super::practice::{Standing, Verb, is_theirs, may, sees};
use super::store::{self, Practice};
use crate::db::{Run, Tx};
use crate::ground::{Invalid, Refused};
use crate::web::{Actor, Role};

/// What the asker is to a practice.
pub(super) fn standing(it: &Practice, actor: &Actor) -> Standing {
    Standing {
        runs: actor.runs(it.class()),
        inside: actor.sees(it.class()),
        author: actor.is_known() && it.author_id.as_deref() == actor.person.as_deref(),
        has_places: [Role::Trainee, Role::Organiser, Role::Administrator].into_iter().any(|role| actor.has(role)),
    }
}

/// The practice and what the asker is to it, if it is there for them.
pub(super) async fn seen(run: &impl Run, actor: &Actor, id: &str) -> Result<(Practice, Standing), Refused> {
    let found = store::practice(run, id).await?.ok_or(Refused::Absent)?;
    let who = standing(&found, actor);
    if sees(found.state, who) { Ok((found, who)) } else { Err(Refused::Absent) }
}

/// As [`seen`], for a verb: refuses what is not theirs to do, and says so when the practice has moved on meanwhile.
async fn for_verb(tx: &Tx, actor: &Actor, id: &str, verb: Verb) -> Result<(Practice, Standing), Refused> {
    let (found, who) = seen(tx, actor, id).await?;
    allowed(&found, who, verb)?;
    Ok((found, who))
}

pub(super) fn allowed(found: &Practice, who: Standing, verb: Verb) -> Result<(), Refused> {
    if may(verb, found.state, who) {
        Ok(())
    } else if is_theirs(verb, who) {
        Err(Invalid::field("state", "practice-moved-on").into())
    } else {
        Err(Refused::Denied)
    }
}
