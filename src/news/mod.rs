//! News (bản tin): the public page of a class, drafted from its own data, edited and released by the organiser.
//!
//! An item is a *draft*, *released*, or *withdrawn*. It consists of parts: what the data say is drafted for each ([`draft`]), and whoever
//! runs the class edits every part; drawn anew from the data, the page shows what would change and overwrites nothing unasked. What is
//! saved of a released item is public at once, as its next revision.
//!
//! Whoever runs the class edits, releases and takes back; to all others of the class the editing is denied, and what is not released is
//! not there. A released item is for anyone. It names nobody without their consent to be named there: a text with a telephone number, or
//! with the name of a trainee who has not consented, is not released; a consent taken back takes the name off the page at once, also out
//! of the running text. The page is Vietnamese, whatever language its reader has chosen.

mod actions;
mod draft;
mod event;
mod item;
mod naming;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Saving, drafted, record_consent, release, save, take_back};
pub use item::{Figures, Part, Piece, State};
pub use store::{Line, newest};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "news",
        routes: pages::routes,
        menu: &[MenuItem { path: "/news", word: "news-menu", may: May::Anyone }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["news_items", "news_pieces", "news_persons", "news_mentions"],
        local: &[],
        statements: &[store::ALL, store::facts::ALL, event::ALL],
        samples: pages::samples,
    }
}
