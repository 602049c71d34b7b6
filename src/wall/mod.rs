//! The wall (màn chiếu): the projector page of a class, which follows what the organiser puts on it.

mod event;

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "wall",
        routes: Vec::new,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["walls"],
        local: &[],
        statements: &[],
        samples: |_| Vec::new(),
    }
}
