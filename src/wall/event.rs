//! What is kept of this room, and what it changes: the only writer of its tables.

use crate::db::{Applying, Event, Tx};
use crate::ground::Problem;
use crate::{args, statements};
use serde::{Deserialize, Serialize};

pub(super) const TURNED: &str = "wall.turned";
pub(super) const KINDS: &[&str] = &[TURNED];

/// About the class.
#[derive(Serialize, Deserialize)]
pub(super) struct Turned {
    pub shows: String,
    #[serde(default)]
    pub about: String,
}

statements! {
    TURN = "insert into walls (class_id, shows, about, turned_at, turned_by, hlc) values ($1, $2, $3, $4, $5, $6)
        on conflict (class_id) do update set shows = excluded.shows, about = excluded.about, turned_at = excluded.turned_at,
            turned_by = excluded.turned_by, hlc = excluded.hlc
        where walls.hlc <= excluded.hlc";
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            TURNED => {
                let it: Turned = event.body()?;
                tx.run(&TURN, args![&event.about, it.shows, it.about, event.at, &event.actor, event.hlc]).await
            }
            other => Err(Problem::new(format!("{other} is no kind of this room"))),
        }
    })
}
