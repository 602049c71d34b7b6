//! Reports: *Việc của tôi*, the results of a class as pictures and figures, its official table of difficulties as page and Excel.
//!
//! Reads every room and writes in none: it has no events, no tables, no states of its own.
//!
//! *Việc của tôi* (`/`) shows everyone what waits for them; a guest sees a welcome. The results and the table of a class are for those who
//! see the class from the inside (its trainees too: they made it); to all others the class is not there. Neither shows a telephone number
//! or a raiser; where something was raised anonymously, its place is not shown to anyone.

mod pages;
mod paper;
mod picture;
mod store;
#[cfg(test)]
mod tests;
mod told;
mod xlsx;

use crate::db::{Applier, Applying, Event, Tx};
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "reports",
        routes: pages::routes,
        menu: &[MenuItem { path: "/", word: "work-menu", may: May::Known }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: &[], apply },
        tables: &[],
        local: &[],
        statements: &[store::ALL, store::plans::ALL],
        samples: pages::samples,
    }
}

/// Nothing is ever applied here: the room takes no event.
fn apply<'a>(_: &'a Tx, _: &'a Event) -> Applying<'a> {
    Box::pin(async { Ok(()) })
}
