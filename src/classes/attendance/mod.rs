//! The door and attendance (điểm danh): an alcove of `classes`.
//!
//! The organiser opens the *door* of a session. The wall shows a QR code and six digits that change every half minute and are good for
//! sixty to ninety seconds. Whoever brings a good code gets a *ticket*: ten minutes to give the phone number as in the list, for one
//! person. They are then marked *present* (or *late*), asked for consent if that is still open, and signed in as a trainee. A code opens
//! nothing for those who have a further role: they have a password. Without a phone the secretary marks, one touch a person; a signed
//! sheet is typed in afterwards; a substitute is named in two touches, and both names stay.
//!
//! A *mark* is `present`, `late`, `left_early`, `excused`, `absent` or `substituted`; the last word stands.
//!
//! Who runs the class opens the door and marks; experts and sponsors see the roster without phone numbers; trainees see their own.

mod actions;
mod door;
mod event;
mod mark;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{close_door, keep_mark, open_door, substitute};
pub use mark::{How, Mark, State};
pub use pages::door_drawn;

pub(super) use event::{CLOSED, KINDS, MARKED, OPENED, SUBSTITUTED, apply};
pub(super) use pages::{routes, samples};

use crate::db::{Run, Statement};
use crate::ground::Problem;

/// Every mark of a class, by session.
pub async fn attended(run: &impl Run, class: &str) -> Result<Vec<Mark>, Problem> {
    store::marks(run, class).await
}

/// Its statements: what is asked, and what events change.
pub(super) const ASKED: &[Statement] = store::ALL;
pub(super) const CHANGED: &[Statement] = event::ALL;
