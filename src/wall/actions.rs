//! The one verb of this room.

use super::event;
use super::shown::{Turned, next};
use super::store;
use crate::classes::class_run;
use crate::db::{Db, Deed};
use crate::ground::Refused;
use crate::web::Actor;

/// Puts something on the wall. One of several that is not named is the next one after what is on; one that the class does not have is absent.
pub async fn turn(db: &Db, actor: &Actor, deed: Deed, class: &str, wanted: Turned) -> Result<(), Refused> {
    let class = class_run(db, actor, class).await?;
    let mut tx = db.begin().await?;
    let now = store::turned(&tx, &class.id).await?;
    let mut turned = wanted;
    if turned.shown.is_one_of_several() {
        let all = store::choices(&tx, &class.id, turned.shown).await?;
        if turned.about.is_empty() {
            turned.about = next(&all, &now, turned.shown).cloned().unwrap_or_default();
        } else if !all.contains(&turned.about) {
            return Err(Refused::Absent);
        }
    }
    if turned != now {
        let body = event::Turned { shows: turned.shown.name().to_owned(), about: turned.about };
        tx.record(&deed, event::TURNED, &class.id, Some(&class.id), &body).await?;
        tx.commit().await?;
    }
    Ok(())
}
