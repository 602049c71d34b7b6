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

pub use mark::{How, Mark, State};

pub(super) use event::{KINDS, apply};
pub(super) use pages::{routes, samples};

use crate::db::{Run, Statement};
use crate::ground::Problem;
use crate::web::Texts;

/// Every mark of a class, by session.
pub async fn attended(run: &impl Run, class: &str) -> Result<Vec<Mark>, Problem> {
    store::marks(run, class).await
}

/// Tables drawn from the journal; they stand on `sessions` and `trainees`.
pub(super) const TABLES: &[&str] = &["attendance", "doors"];
/// Tables of this store alone.
pub(super) const LOCAL: &[&str] = &["door_tickets"];
pub(super) const STATEMENTS: &[&[Statement]] = &[store::ALL, event::ALL];
pub(super) const TEXTS: Texts = Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") };
