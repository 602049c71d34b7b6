//! Programmes: Programme 135 and its successors as dated data: periods, the tree of components under each, the places that stand in
//! them; and local items, what one place did, is doing or plans under a component.
//!
//! A local item is planned, under way or done. Everyone who is signed in may read; those who run classes (organisers and administrators)
//! may keep the items of any place, a trainee those of the place they come from. Programmes and their lists of places are taken over from
//! a file by those who keep the system. Nothing here is a constant of the program: names, agencies and legal bases change with the
//! period, and what was not read in a source says so.

mod actions;
mod event;
mod item;
mod pages;
mod programme;
mod reading;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{add_component, add_item, add_period, add_programme, change_item, import, keep_local_item, list_place};
pub use item::{Draft, ItemState, LocalItem, NewLocalItem, may_keep};
pub use programme::{Component, Listing, Mark, NewComponent, NewListing, NewPeriod, Period, Programme, Standing, component_id};
pub use store::{all_components, components, local_item, local_items, local_items_of, period, periods, standings};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "programmes",
        routes: pages::routes,
        menu: &[MenuItem { path: "/programmes", word: "programmes-title", may: May::Known }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["programmes", "periods", "components", "listings", "local_items"],
        local: &[],
        statements: &[store::ALL, event::ALL],
        samples: pages::samples,
    }
}
