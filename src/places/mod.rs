//! Places: provinces, districts, communes in time, and what became of each.
//!
//! The key of a place is its era and its code, for a code can carry another name in the other era. Official lists are taken over by an
//! administrator (`nguon import places DIR`, or the demonstration's own copy); nobody changes a place in a page, and everyone may read
//! them. A place knows nothing of programmes: its standing in them and its local items are the next rooms' to show.

mod actions;
mod event;
mod map;
mod pages;
mod place;
mod reading;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Imported, import_folder, import_tsv, list_units};
pub use map::{Dot, Map};
pub use place::{BEGINNING_UNKNOWN, FIRST_NEW, Found, LAST_OLD, Place, Succession, Unit, place_id, post_at, within_sentence};
pub use store::{descendants_of_province, find, located, place, predecessors, provinces, successors, within};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "places",
        routes: pages::routes,
        menu: &[MenuItem { path: "/places", word: "places-title", may: May::Known }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["places", "successors"],
        local: &[],
        statements: &[store::ALL, event::ALL],
        samples: pages::samples,
    }
}
