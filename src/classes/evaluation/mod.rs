//! The anonymous evaluation of a class (phiếu đánh giá): an alcove of `classes`.
//!
//! An evaluation is *open*, then *closed*. While it is open the answers are only in this store's *urn*: a list of who came, and one tally
//! of all marks and words. Both are written anew as a whole with every answer; no event, no time, no identity of a form is kept with it,
//! so nobody, the administrator and the journal included, can join an answer to a person (`docs/decisions/0007-…`). Closing keeps one event
//! with the tally and empties the urn; with fewer than five answers only their number is kept. What was closed with five or more is never
//! opened again: the difference of two results would be somebody's answer.
//!
//! Trainees of the class answer, once, and cannot take it back. Who runs the class opens and closes it and types in paper sheets, as a
//! tally too. Nobody sees anything before it is closed but about how many have answered, in fives; then everyone who sees the class from
//! the inside does. Nobody is told who has not answered.

mod actions;
mod event;
mod pages;
mod question;
mod store;
mod tally;
#[cfg(test)]
pub(in crate::classes) mod tests;

pub use actions::{answer, close, open};
pub use question::{Answer, Open, Question};

pub(super) use event::{CLOSED, KINDS, OPENED, apply};
pub(super) use pages::{routes, samples};

use crate::db::Statement;

/// Its statements: what is asked, and what events change.
pub(super) const ASKED: &[Statement] = store::ALL;
pub(super) const CHANGED: &[Statement] = event::ALL;
