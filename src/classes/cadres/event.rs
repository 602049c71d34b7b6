//! What is kept of core cadres: the only writer of `cadres`. The last word on a cadre by logical time stands.

use super::cadre::fields_text;
use crate::db::{Applying, Event, Run, Tx};
use crate::ground::Problem;
use crate::people::Field;
use crate::{args, statements};
use serde::{Deserialize, Serialize};

pub(in crate::classes) const NOMINATED: &str = "cadre.nominated";
pub(in crate::classes) const CONFIRMED: &str = "cadre.confirmed";
pub(in crate::classes) const ENDED: &str = "cadre.ended";

/// The kinds of events of this alcove. All are about the cadre.
pub(in crate::classes) const KINDS: &[&str] = &[NOMINATED, CONFIRMED, ENDED];

#[derive(Serialize, Deserialize)]
pub(super) struct Nominated {
    pub(super) person_id: String,
    pub(super) project_id: String,
    pub(super) class_id: String,
    #[serde(default)]
    pub(super) reason: String,
    #[serde(default)]
    pub(super) fields: Vec<Field>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Confirmed {}

#[derive(Serialize, Deserialize)]
pub(super) struct Ended {
    #[serde(default)]
    pub(super) why: String,
}

statements! {
    NOMINATE = "insert into cadres (id, person_id, project_id, class_id, reason, fields, nominated_by, nominated_at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do update set reason = excluded.reason, fields = excluded.fields, nominated_by = excluded.nominated_by,
            nominated_at = excluded.nominated_at, confirmed_at = null, confirmed_by = null, ended_at = null, ended_why = '',
            changed_hlc = excluded.changed_hlc
        where cadres.changed_hlc <= excluded.changed_hlc";
    CONFIRM = "update cadres set confirmed_at = $2, confirmed_by = $3, changed_hlc = $4 where id = $1 and changed_hlc <= $4";
    END = "update cadres set ended_at = $2, ended_why = $3, changed_hlc = $4 where id = $1 and changed_hlc <= $4";
    FORGET = "update cadres set reason = '', fields = '', ended_why = '', ended_at = coalesce(ended_at, $2) where person_id = $1";
    SAID_OF = "select j.id, j.kind, j.body from journal j join cadres k on k.id = j.about
        where k.person_id = $1 and j.kind in ('cadre.nominated', 'cadre.ended') order by j.position";
    REDACT_SAID = "update journal set body = $2 where id = $1";
}

/// See the module.
pub(in crate::classes) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        let cadre = &event.about;
        match event.kind.as_str() {
            NOMINATED => {
                let it: Nominated = event.body()?;
                let fields = fields_text(&it.fields);
                let row = args![cadre, it.person_id, it.project_id, it.class_id, it.reason, fields, &event.actor, event.at, event.hlc];
                tx.run(&NOMINATE, row).await
            }
            CONFIRMED => tx.run(&CONFIRM, args![cadre, event.at, &event.actor, event.hlc]).await,
            ENDED => tx.run(&END, args![cadre, event.at, event.body::<Ended>()?.why, event.hlc]).await,
            other => Err(Problem::new(format!("{other} is no kind of a core cadre"))),
        }
    })
}

/// Somebody's data are erased: what was written of them goes, in the journal as well.
pub(in crate::classes) async fn forget(tx: &Tx, event: &Event) -> Result<(), Problem> {
    tx.run(&FORGET, args![&event.about, event.at]).await?;
    let said: Vec<(String, String, String)> = tx.all(&SAID_OF, args![&event.about]).await?;
    for (id, kind, body) in said {
        let bare = if kind == ENDED {
            serde_json::to_string(&Ended { why: String::new() })?
        } else {
            let it: Nominated = serde_json::from_str(&body)?;
            serde_json::to_string(&Nominated { reason: String::new(), fields: Vec::new(), ..it })?
        };
        tx.run(&REDACT_SAID, args![id, bare]).await?;
    }
    Ok(())
}
