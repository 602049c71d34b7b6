//! Search: finds the answer already given, the provision, the practice, the place; typed with diacritics or without.
//!
//! It reads every room and writes in none; it has no events and no tables. The index lies in a folder beside the store, follows the journal
//! ([`Index`]) and can always be made anew (`nguon reindex`). What is found: documents and their articles, difficulties with the answer to
//! them, practices and stories, places. The ranking ([`engine`]) is the same for the page, for what is suggested while typing, for what is
//! like a text that is being written ([`crate::web::Finder`]) and for `nguon search-eval`.
//!
//! Anyone may search. A person finds, counts and is offered only what lies within their scope, by the rules of the rooms: `sees`.

mod abbreviations;
mod actions;
mod alike;
mod asking;
pub mod engine;
mod entry;
pub mod eval;
mod pages;
mod ranking;
mod sees;
mod snippet;
mod store;
mod syllables;
#[cfg(test)]
mod tests;

pub use actions::Index;

use crate::db::{Applier, Applying, Event, Statement, Tx};
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "search",
        routes: pages::routes,
        menu: &[MenuItem { path: "/search", word: "search-menu", may: May::Anyone }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: &[], apply },
        tables: &[],
        local: &[],
        statements: STATEMENTS,
        samples: pages::samples,
    }
}

const STATEMENTS: &[&[Statement]] = &store::LISTS;

/// Nothing is ever applied here: the room takes no event.
fn apply<'a>(_: &'a Tx, _: &'a Event) -> Applying<'a> {
    Box::pin(async { Ok(()) })
}
