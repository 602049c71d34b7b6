//! Practices (cách làm mới) and local stories (câu chuyện địa phương): what a place did, with figures and photos, and who took it up.
//!
//! A practice is a *draft*, *shown* to its class, *released* to everyone, guests too, or *withdrawn*. A trainee writes for their own place,
//! those who run the class for any of its places; only these show and release. The author edits until it is released. Two who change the
//! same text: the later is shown both and chooses; only what is taken in without asking (from another store) goes by the last word. The
//! table is [`practice::may`].
//!
//! Photos are read anew and carry nothing but the picture ([`photo`]); their bytes are blobs, and go when the last photo that is them is
//! removed: that is how the photo of a person who asks to be erased goes. A name stands under a practice for the class; for others only
//! with that person's consent, else the commune alone.
//!
//! Another place takes a practice up (làm theo): a trainee of any class for their own, who runs a class for its places. How it goes is
//! told over time, and the page shows where it has spread.

mod actions;
mod adoption;
mod event;
mod pages;
mod photo;
mod practice;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Added, Adopt, Caption, NewPhoto, Write, add_photos, adopt, change, describe_photos, ready_picture, release, remove_photo, report,
    restore, show, withdraw, write,
};
pub use adoption::Going;
pub use photo::{MOST_BYTES, Moment, Wrong, small_sides};
pub use practice::{Draft, Figure, Kind, Standing, State, Verb, may, sees};
pub(crate) use store::BLOBS_NAMED;
pub use store::{Adoption, Brief, Photo, briefs_of_class, photos};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "practices",
        routes: pages::routes,
        menu: &[MenuItem { path: "/practices", word: "practice-menu", may: May::Anyone }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["practices", "practice_figures", "practice_photos", "adoptions", "adoption_reports"],
        local: &[],
        statements: STATEMENTS,
        samples: pages::samples,
    }
}

const STATEMENTS: &[&[crate::db::Statement]] = {
    let [a, b] = store::LISTS;
    &[a, b, event::ALL]
};
