//! Pages of programmes: the chain, a period, a place's items, an item.

mod chain;
mod item;
mod items;

use super::programme::{Listing, Standing};
use crate::places::Found;
use crate::web::{May, Route, Sample, Shell, W, get, post};

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/programmes", May::Known, chain::index),
        get("/programmes/{period}", May::Known, chain::show),
        get("/places/{place}/items", May::Known, items::index),
        post("/places/{place}/items", May::Known, item::add),
        get("/places/{place}/items/new", May::Known, item::new),
        get("/items/{item}", May::Known, item::show),
        post("/items/{item}", May::Known, item::change),
    ]
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    chain::samples(s).into_iter().chain(items::samples(s)).chain(item::samples(s)).collect()
}

/// What is to be said of a statement that was not read in full.
fn doubt(w: &W, mark: &str) -> Option<String> {
    match mark {
        "partly" => Some(w.t("mark-partly")),
        "memory" => Some(w.t("mark-memory")),
        _ => None,
    }
}

/// The sign of a state and its word's ending.
fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Now => "good",
        Standing::Ahead => "wait",
        Standing::Over => "off",
    }
}

fn valid(w: &W, it: &Listing) -> String {
    it.to().map_or_else(|| w.x("listing-from", it.from()), |to| w.xy("listing-from-to", it.from(), to))
}

/// The shell with the way back to the place.
fn titled(s: Shell, found: &Found, title: &str) -> Shell {
    let places = s.w.t("places-title");
    let mut s = s.crumb("/places", places).crumb(format!("/places/{}", found.place.id), &found.place.full_name);
    s.title = format!("{title} · {}", found.place.full_name);
    s
}
