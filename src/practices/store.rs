//! The queries of this room. A list is one query, however long; the gallery asks four, a practice's page six.

mod lists;
mod one;

pub use lists::{Brief, briefs_of_class};
pub(super) use lists::{Chosen, PAGE, gallery, gallery_choices, gallery_count};
pub use one::{Adoption, Photo, photos};
pub(super) use one::{
    Held, Practice, adoption, adoptions, changed_by, difficulty_of_code, figures, is_done, next_number, own_places, photo, places_of_class,
    practice, reports, seen_by_blob,
};

use crate::db::Statement;

pub(super) const LISTS: [&[Statement]; 2] = [lists::ALL, one::ALL];
pub(crate) use one::BLOBS_NAMED;

crate::stored!(super::practice::Kind, super::practice::State, super::adoption::Going, super::photo::Moment);
