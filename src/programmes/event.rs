//! What happens to programmes and local items, and what it makes of the tables.
//!
//! Programmes, periods, components and listings are dated facts that keepers take over: the last event in the journal's order counts.
//! Local items are edited by several people: the later by the logical clock counts, whichever arrives first.

use super::item::ItemState;
use super::programme::{NewComponent, NewListing, NewPeriod, Programme, component_id};
use crate::db::{Applying, Event, Tx, args, statements};
use crate::ground::text::fold;
use crate::ground::{Problem, child_id};
use serde::{Deserialize, Serialize};

pub(super) const ADDED: &str = "programme.added";
pub(super) const PERIOD_ADDED: &str = "programme.period_added";
pub(super) const COMPONENT_ADDED: &str = "programme.component_added";
pub(super) const PLACE_LISTED: &str = "programme.place_listed";
pub(super) const ITEM_KEPT: &str = "programme.item_kept";
pub(super) const KINDS: &[&str] = &[ADDED, PERIOD_ADDED, COMPONENT_ADDED, PLACE_LISTED, ITEM_KEPT];

/// The body of `programme.item_kept`, about the item: the whole item as it was kept.
#[derive(Serialize, Deserialize)]
pub(super) struct ItemKept {
    pub(super) place_id: String,
    pub(super) component_id: String,
    pub(super) name: String,
    pub(super) year: i64,
    pub(super) planned: i64,
    pub(super) spent: i64,
    pub(super) state: ItemState,
    pub(super) note: String,
    #[serde(default)]
    pub(super) illustration: bool,
}

statements! {
    KEEP_PROGRAMME = "insert into programmes (id, name, short_name, sort) values ($1, $2, $3, $4)
        on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, sort = excluded.sort";
    KEEP_PERIOD = "insert into periods (id, programme_id, name, starts_on, ends_on, agency, legal_basis, mark, note)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do update set programme_id = excluded.programme_id, name = excluded.name, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, agency = excluded.agency, legal_basis = excluded.legal_basis, mark = excluded.mark, note = excluded.note";
    KEEP_COMPONENT = "insert into components (id, period_id, parent_id, code, name, sort, mark, note) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set parent_id = excluded.parent_id, name = excluded.name, sort = excluded.sort, mark = excluded.mark,
            note = excluded.note";
    KEEP_LISTING = "insert into listings (id, period_id, place_id, standing, valid_from, valid_to, basis, mark, source)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do update set valid_to = excluded.valid_to, basis = excluded.basis, mark = excluded.mark, source = excluded.source";
    KEEP_ITEM = "insert into local_items (id, place_id, component_id, name, name_fold, year, planned, spent, state, note, illustration,
            changed_at, changed_by, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (id) do update set component_id = excluded.component_id, name = excluded.name, name_fold = excluded.name_fold,
            year = excluded.year, planned = excluded.planned, spent = excluded.spent, state = excluded.state, note = excluded.note,
            illustration = excluded.illustration, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
            changed_hlc = excluded.changed_hlc
        where local_items.changed_hlc < excluded.changed_hlc";
}

/// A listing is known by what it says of whom since when.
pub(super) fn listing_id(it: &NewListing) -> String {
    child_id(&it.period_id, &format!("{}/{}/{}", it.place_id, it.valid_from, it.standing))
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            ADDED => {
                let Programme { id, name, short_name, sort } = event.body()?;
                tx.run(&KEEP_PROGRAMME, args![id, name, short_name, sort]).await
            }
            PERIOD_ADDED => {
                let NewPeriod { id, programme_id, name, starts_on, ends_on, agency, legal_basis, mark, note } = event.body()?;
                tx.run(&KEEP_PERIOD, args![id, programme_id, name, starts_on, ends_on, agency, legal_basis, mark.name(), note]).await
            }
            COMPONENT_ADDED => {
                let NewComponent { period_id, parent, code, name, sort, mark, note } = event.body()?;
                let parent = parent.map(|it| component_id(&period_id, &it));
                tx.run(&KEEP_COMPONENT, args![component_id(&period_id, &code), period_id, parent, code, name, sort, mark.name(), note])
                    .await
            }
            PLACE_LISTED => {
                let listing: NewListing = event.body()?;
                let id = listing_id(&listing);
                let NewListing { period_id, place_id, standing, valid_from, valid_to, basis, mark, source } = listing;
                tx.run(&KEEP_LISTING, args![id, period_id, place_id, standing, valid_from, valid_to, basis, mark.name(), source]).await
            }
            ITEM_KEPT => {
                let ItemKept { place_id, component_id, name, year, planned, spent, state, note, illustration } = event.body()?;
                let name_fold = fold(&name);
                let values = args![
                    &event.about,
                    place_id,
                    component_id,
                    name,
                    name_fold,
                    year,
                    planned,
                    spent,
                    state.name(),
                    note,
                    illustration,
                    event.at,
                    &event.actor,
                    event.hlc
                ];
                tx.run(&KEEP_ITEM, values).await
            }
            other => Err(Problem::new(format!("programmes does not know {other}"))),
        }
    })
}
