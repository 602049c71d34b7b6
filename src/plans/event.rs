//! What is kept of this room, and what it changes: the only writer of its tables.

use crate::db::{Applying, Event, Tx};
use crate::ground::Problem;

pub(super) const KINDS: &[&str] = &[];

pub(super) fn apply<'a>(_tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move { Err(Problem::new(format!("{} is no kind of this room", event.kind))) })
}
