//! The journal: every change of the house as an event, in the one order in which they were kept.
//!
//! A verb decides and calls [`Tx::record`]; the room's `apply` (and, after it, the `apply` of rooms further down that listen to that
//! kind) changes the tables in the same transaction. `apply` looks at nothing but the event and the database, so a replay gives the
//! same tables: that is what `nguon check` verifies.

use super::statement::Run;
use super::{Db, Tx};
use crate::ground::{Instant, Problem, child_id};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;

/// One event as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place in this store's order, from 1, without gaps.
    pub position: i64,
    /// Made by whoever acted: a repeated submit or a replayed upload has the same.
    pub id: String,
    /// The store where it happened, and its number there.
    pub node: String,
    pub seq: i64,
    /// `difficulty.raised`
    pub kind: String,
    /// What it is about: an id of the room that the kind names.
    pub about: String,
    pub class_id: Option<String>,
    pub actor: Option<String>,
    /// The person for whom it was done, when not by themselves (a paper form typed in by the secretary).
    pub on_behalf: Option<String>,
    pub at: Instant,
    /// Hybrid logical time: milliseconds × 65,536 plus a counter, growing with every event of this store.
    pub hlc: i64,
    /// JSON, typed by the room.
    pub body: String,
}

impl Event {
    /// The body as the room's type.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        serde_json::from_str(&self.body).map_err(|error| Problem::new(format!("{} {}: {error}", self.kind, self.id)))
    }
}

crate::row!(Event { position, id, node, seq, kind, about, class_id, actor, on_behalf, at, hlc, body });

/// Who does something, when, and under which identity: what a page knows before the verb decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub id: String,
    pub actor: Option<String>,
    pub on_behalf: Option<String>,
    pub at: Instant,
}

impl Deed {
    /// A further event of the same deed, always under the same id (a nomination that also enters a person).
    #[must_use]
    pub fn part(&self, part: &str) -> Self {
        Self { id: child_id(&self.id, part), ..self.clone() }
    }
}

/// What `apply` returns.
pub type Applying<'a> = Pin<Box<dyn Future<Output = Result<(), Problem>> + Send + 'a>>;

/// A room's `apply` and the kinds of events that it takes: its own, and those of rooms above to which it listens.
#[derive(Clone, Copy)]
pub struct Applier {
    pub kinds: &'static [&'static str],
    pub apply: for<'a> fn(&'a Tx, &'a Event) -> Applying<'a>,
}

crate::statements! {
    KNOWN = "select position from journal where id = $1";
    APPEND = "insert into journal (position, id, node, seq, kind, about, class_id, actor, on_behalf, at, hlc, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    AFTER = "select position, id, node, seq, kind, about, class_id, actor, on_behalf, at, hlc, body
        from journal where position > $1 order by position limit $2";
    ABOUT = "select position, id, node, seq, kind, about, class_id, actor, on_behalf, at, hlc, body
        from journal where about = $1 order by position";
    OF_CLASS = "select coalesce(max(position), 0) from journal where class_id = $1";
    POSITION = "select coalesce(max(position), 0) from journal";
}

impl Tx {
    /// Keeps an event and applies it. `false`: an event of this id was kept before, and nothing was done.
    pub async fn record(
        &mut self,
        deed: &Deed,
        kind: &'static str,
        about: &str,
        class: Option<&str>,
        body: &(impl Serialize + Sync),
    ) -> Result<bool, Problem> {
        if self.one::<i64>(&KNOWN, crate::args![&deed.id]).await?.is_some() {
            return Ok(false);
        }
        let heads = &mut self.state.heads;
        heads.position += 1;
        heads.seq += 1;
        heads.hlc = (deed.at.0 << 16).max(heads.hlc + 1);
        let event = Event {
            position: heads.position,
            id: deed.id.clone(),
            node: self.state.node.clone(),
            seq: self.state.heads.seq,
            kind: kind.to_owned(),
            about: about.to_owned(),
            class_id: class.map(str::to_owned),
            actor: deed.actor.clone(),
            on_behalf: deed.on_behalf.clone(),
            at: deed.at,
            hlc: self.state.heads.hlc,
            body: serde_json::to_string(body)?,
        };
        self.keep(&event).await?;
        Ok(true)
    }

    /// Appends the event as it is and lets the rooms apply it.
    pub(super) async fn keep(&self, event: &Event) -> Result<(), Problem> {
        let Event { position, id, node, seq, kind, about, class_id, actor, on_behalf, at, hlc, body } = event;
        self.run(&APPEND, crate::args![*position, id, node, *seq, kind, about, class_id, actor, on_behalf, *at, *hlc, body]).await?;
        let mut taken = false;
        for room in &self.db.inner().schema.appliers {
            if room.kinds.contains(&kind.as_str()) {
                (room.apply)(self, event).await?;
                taken = true;
            }
        }
        if taken { Ok(()) } else { Err(Problem::new(format!("no room takes {kind}"))) }
    }
}

impl Db {
    /// The last position kept.
    pub async fn position(&self) -> Result<i64, Problem> {
        self.the(&POSITION, &[]).await
    }

    /// The last position at which something happened in a class.
    pub async fn position_of_class(&self, class: &str) -> Result<i64, Problem> {
        self.the(&OF_CLASS, crate::args![class]).await
    }

    /// At most `limit` events after `position`, in order.
    pub async fn events_after(&self, position: i64, limit: i64) -> Result<Vec<Event>, Problem> {
        self.all(&AFTER, crate::args![position, limit]).await
    }

    /// Everything that happened to one thing, oldest first.
    pub async fn events_about(&self, about: &str) -> Result<Vec<Event>, Problem> {
        self.all(&ABOUT, crate::args![about]).await
    }

    /// A reader that sees every event after `position` once, in order, as soon as it is kept.
    #[must_use]
    pub fn follow(&self, position: i64) -> Follower {
        Follower { db: self.clone(), position, waiting: Vec::new(), kept: self.inner().writer.kept.subscribe() }
    }
}

/// See [`Db::follow`]. Positions appear in order on both engines, because a group holds its turn until it is on disk.
pub struct Follower {
    db: Db,
    position: i64,
    waiting: Vec<Event>,
    kept: tokio::sync::watch::Receiver<i64>,
}

impl Follower {
    /// Waits for the next event.
    pub async fn next(&mut self) -> Result<Event, Problem> {
        loop {
            if let Some(event) = self.waiting.pop() {
                self.position = event.position;
                return Ok(event);
            }
            self.kept.mark_unchanged();
            self.waiting = self.db.events_after(self.position, 200).await?;
            self.waiting.reverse();
            if self.waiting.is_empty() {
                // Other processes on the same PostgreSQL do not wake us: look again every half second.
                let patience = std::time::Duration::from_millis(500);
                let _ = tokio::time::timeout(patience, self.kept.changed()).await;
            }
        }
    }
}
