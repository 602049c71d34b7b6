//! The wall (màn chiếu): one projector page a class, which follows what the organiser puts on it: the door with who has come, the question
//! now, opinions, a group's board, a practice with its photos, the queue of difficulties with each verdict as it falls, one difficulty with
//! its advice, the class's figures, or just its name. The last word by logical time stands.
//!
//! Who runs the class turns it, from a phone, from a laptop, or by keys on the wall itself. Who sees the class may open the page; the door's
//! code is drawn for those only who run the class, for whoever has it is present.
//!
//! It reads the rooms above it and writes nothing of theirs.

mod actions;
mod event;
mod fit;
mod pages;
mod shown;
mod store;
#[cfg(test)]
mod tests;

pub use actions::turn;
pub use shown::{Shown, Turned};

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "wall",
        routes: pages::routes,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["walls"],
        local: &[],
        statements: &[store::ALL, event::ALL],
        samples: pages::samples,
    }
}
