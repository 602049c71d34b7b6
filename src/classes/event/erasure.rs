//! News from `people`: somebody's data are erased. What this room knows of them besides their name goes too, in the journal as well.

use super::super::cadres;
use super::people::{NAMED, Named};
use crate::db::{Event, Run, Tx};
use crate::ground::Problem;
use crate::{args, statements};

/// Of the room `people`, which this room listens to.
pub(in super::super) const ERASED: &str = "person.erased";

statements! {
    FORGET = "update trainees set position = '', unit = '', target_group = '', note = '' where person_id = $1";
    NAMINGS = "select j.id, j.body from journal j join trainees t on t.class_id = j.about
        where t.person_id = $1 and j.kind = $2 order by j.position";
    REDACT = "update journal set body = $2 where id = $1";
}

pub(super) async fn apply(tx: &Tx, event: &Event) -> Result<(), Problem> {
    cadres::forget(tx, event).await?;
    tx.run(&FORGET, args![&event.about]).await?;
    let namings: Vec<(String, String)> = tx.all(&NAMINGS, args![&event.about, NAMED]).await?;
    for (id, body) in namings {
        let it: Named = serde_json::from_str(&body)?;
        if it.person_id == event.about {
            let bare = Named { position: String::new(), unit: String::new(), target_group: String::new(), note: String::new(), ..it };
            tx.run(&REDACT, args![id, serde_json::to_string(&bare)?]).await?;
        }
    }
    Ok(())
}
