//! What is kept of this room, and what it changes: the only writer of its tables.

use super::boards;
use crate::db::{Applying, Event, Tx};

pub(super) const KINDS: &[&str] = boards::KINDS;

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    boards::apply(tx, event)
}
