//! News (bản tin): the public page of a class, drafted from its own data, edited and released by the organiser.

mod event;

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "news",
        routes: Vec::new,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["news_items", "news_persons"],
        local: &[],
        statements: &[],
        samples: |_| Vec::new(),
    }
}
