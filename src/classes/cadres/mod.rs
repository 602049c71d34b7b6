//! Core cadres (cán bộ nguồn): trainees who go on to train others. An alcove of `classes`.
//!
//! A cadre is *nominated* out of a class, with a reason and the fields they can speak on, then *confirmed*, and at some time *ended*; ended,
//! they may be nominated again. Whom they train is not entered anywhere: it follows from who speaks in which session, who came to it, and
//! what material it had.
//!
//! Organisers and experts of the class nominate; who runs the class confirms and ends. Those who oversee the class out of which a cadre
//! came, or a class in which they speak, see them; and they see themselves. Other trainees and guests see nobody.

mod actions;
mod cadre;
mod event;
mod pages;
mod store;
#[cfg(test)]
mod tests;
mod tree;

pub use actions::{confirm, end, nominate};
pub use cadre::{Nomination, cadre_id};

pub(super) use event::{CONFIRMED, ENDED, KINDS, NOMINATED, apply, forget};
pub(super) use pages::{routes, samples};

use crate::db::Statement;

/// Its statements: what is asked, and what events change.
pub(super) const ASKED: &[Statement] = store::ALL;
pub(super) const CHANGED: &[Statement] = event::ALL;
