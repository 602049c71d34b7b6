//! What happens to places: lists of units are taken over. The last list in the journal's order counts, unit by unit.

use super::place::{Succession, Unit};
use crate::db::{Applying, Event, Tx, args, statements};
use crate::ground::sort::sort_key;
use crate::ground::text::fold;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

pub(super) const LISTED: &str = "place.listed";
pub(super) const KINDS: &[&str] = &[LISTED];

/// A piece of a list: units, then successions between units listed here or earlier.
#[derive(Serialize, Deserialize)]
pub(super) struct Listed<'a> {
    pub(super) units: Cow<'a, [Unit]>,
    pub(super) successors: Cow<'a, [Succession]>,
}

statements! {
    LIST = "insert into places (id, era, code, kind, name, full_name, name_fold, name_sort, parent_id, lat, lon, valid_from, valid_to)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (id) do update set kind = excluded.kind, name = excluded.name, full_name = excluded.full_name,
            name_fold = excluded.name_fold, name_sort = excluded.name_sort, parent_id = excluded.parent_id, lat = excluded.lat,
            lon = excluded.lon, valid_from = excluded.valid_from, valid_to = excluded.valid_to";
    SUCCEED = "insert into successors (before_id, after_id, extent) values ($1, $2, $3)
        on conflict (before_id, after_id) do update set extent = excluded.extent";
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        let listed: Listed<'_> = event.body()?;
        for Unit { era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to } in listed.units.iter() {
            let id = super::place::place_id(era, code);
            let (name_fold, name_sort) = (fold(name), sort_key(name));
            tx.run(&LIST, args![id, era, code, kind, name, full_name, name_fold, name_sort, parent_id, *lat, *lon, valid_from, valid_to])
                .await?;
        }
        for Succession { before, after, extent } in listed.successors.iter() {
            tx.run(&SUCCEED, args![before, after, extent]).await?;
        }
        Ok(())
    })
}
