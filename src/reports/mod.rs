//! Reports: *Việc của tôi*, the results of a class as pictures and figures, its official table of difficulties as page and Excel.
//!
//! Reads every room and writes in none: it has no events, no tables, no states of its own.
//!
//! *Việc của tôi* (`/`) shows everyone what waits for them; a guest sees a welcome. The results and the table of a class are for those who
//! see the class from the inside (its trainees too: they made it); to all others the class is not there. Neither shows a telephone number
//! or a raiser; where something was raised anonymously, its place is not shown to anyone.
//!
//! The chain (`/overview`, `/projects/{project}/overview`) is for those who oversee: administrators, organisers, experts and
//! sponsors, each within their Scope; who is in two places at once is not for experts. Peoples are told by the rule of `chain::few` alone.

mod chain;
mod pages;
mod paper;
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
        menu: &[
            MenuItem { path: "/", word: "work-menu", may: May::Known },
            MenuItem { path: "/overview", word: "chain-menu", may: May::OVERSEERS },
        ],
        texts: Texts {
            vi: concat!(include_str!("words/vi.ftl"), "\n", include_str!("chain/words/vi.ftl")),
            en: concat!(include_str!("words/en.ftl"), "\n", include_str!("chain/words/en.ftl")),
        },
        applier: Applier { kinds: &[], apply },
        tables: &[],
        local: &[],
        statements: &[store::ALL, store::chain::ALL, store::plans::ALL],
        samples: pages::samples,
    }
}

/// Nothing is ever applied here: the room takes no event.
fn apply<'a>(_: &'a Tx, _: &'a Event) -> Applying<'a> {
    Box::pin(async { Ok(()) })
}
