//! Practices (cách làm mới) and local stories (câu chuyện địa phương): what a place did, with figures and photos, and who took it up.

mod event;
mod store;

use crate::db::Applier;
use crate::web::{Room, Texts};

pub(crate) use store::BLOBS_NAMED;

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "practices",
        routes: Vec::new,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["practices", "practice_figures", "practice_photos", "adoptions"],
        local: &[],
        statements: &[store::ALL],
        samples: |_| Vec::new(),
    }
}
