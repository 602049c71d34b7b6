//! The verbs of programmes.

use super::event::{self, ItemKept, listing_id};
use super::item::{Draft, NewLocalItem, may_keep};
use super::programme::{NewComponent, NewListing, NewPeriod, Programme, component_id};
use super::reading;
use super::store;
use crate::db::{Db, Deed, Tx};
use crate::ground::{Problem, Refused, child_id};
use crate::places;
use crate::web::Actor;

/// Adds a programme, or mends it. One deed may add many: each event of these verbs is a part of the deed by what it is about.
pub async fn add_programme(tx: &mut Tx, deed: &Deed, programme: &Programme) -> Result<(), Problem> {
    let part = deed.part(&format!("{}/{}", event::ADDED, programme.id));
    tx.record(&part, event::ADDED, &programme.id, None, programme).await.map(|_| ())
}

/// Adds a period to a programme, or mends it.
pub async fn add_period(tx: &mut Tx, deed: &Deed, period: &NewPeriod) -> Result<(), Problem> {
    let part = deed.part(&format!("{}/{}", event::PERIOD_ADDED, period.id));
    tx.record(&part, event::PERIOD_ADDED, &period.id, None, period).await.map(|_| ())
}

/// Adds a component to a period, or mends it. Returns its id.
pub async fn add_component(tx: &mut Tx, deed: &Deed, component: &NewComponent) -> Result<String, Problem> {
    let id = component_id(&component.period_id, &component.code);
    let part = deed.part(&format!("{}/{id}", event::COMPONENT_ADDED));
    tx.record(&part, event::COMPONENT_ADDED, &id, None, component).await?;
    Ok(id)
}

/// Says that a place stands in a period. Returns the listing's id.
pub async fn list_place(tx: &mut Tx, deed: &Deed, listing: &NewListing) -> Result<String, Problem> {
    let id = listing_id(listing);
    let part = deed.part(&format!("{}/{id}", event::PLACE_LISTED));
    tx.record(&part, event::PLACE_LISTED, &id, None, listing).await?;
    Ok(id)
}

/// Takes over programmes, periods, components and listings from the two files of facts (`programmes.json`, and `documents.json` for the
/// names of the documents they rest on). What stands so already is said again and changes nothing. Returns the count of facts.
pub async fn import(tx: &mut Tx, deed: &Deed, programmes: &str, documents: &str) -> Result<usize, Problem> {
    let facts = reading::read(programmes, documents)?;
    for programme in &facts.programmes {
        add_programme(tx, deed, programme).await?;
    }
    for period in &facts.periods {
        add_period(tx, deed, period).await?;
    }
    for component in &facts.components {
        add_component(tx, deed, component).await?;
    }
    for listing in &facts.listings {
        if places::place(&*tx, &listing.place_id).await?.is_none() {
            return Err(Problem::new(format!("{}: no list of places names {}", listing.period_id, listing.place_id)));
        }
        list_place(tx, deed, listing).await?;
    }
    Ok(facts.programmes.len() + facts.periods.len() + facts.components.len() + facts.listings.len())
}

/// Keeps a local item as it is given, for those who have decided already (the demonstration). One deed keeps one item: for many, take
/// parts of the deed. Returns the item's id.
pub async fn keep_local_item(tx: &mut Tx, deed: &Deed, item: NewLocalItem) -> Result<String, Problem> {
    let NewLocalItem { id, place_id, component_id, name, year, planned, spent, state, note, illustration } = item;
    let id = id.unwrap_or_else(|| child_id(&deed.id, "local-item"));
    let body = ItemKept { place_id, component_id, name, year, planned, spent, state, note, illustration };
    tx.record(deed, event::ITEM_KEPT, &id, None, &body).await?;
    Ok(id)
}

/// A person adds an item to a place.
pub async fn add_item(db: &Db, actor: &Actor, deed: Deed, place: &str, draft: &Draft) -> Result<String, Refused> {
    must_keep(db, actor, place).await?;
    if places::place(db, place).await?.is_none() {
        return Err(Refused::Absent);
    }
    let mut tx = db.begin().await?;
    let id = child_id(&deed.id, "local-item");
    keep(&mut tx, &deed, &id, place, draft, false).await?;
    tx.commit().await?;
    Ok(id)
}

/// A person changes an item that they saw as it was at `seen` (its logical time). Returns the place.
pub async fn change_item(db: &Db, actor: &Actor, deed: Deed, item: &str, seen: i64, draft: &Draft) -> Result<String, Refused> {
    let found = store::local_item(db, item).await?.ok_or(Refused::Absent)?;
    must_keep(db, actor, &found.place_id).await?;
    let mut tx = db.begin().await?;
    let stands = store::local_item(&tx, item).await?.ok_or(Refused::Absent)?;
    if stands.changed_hlc != seen {
        // The same form sent twice finds its own change.
        if store::was_done(&tx, &deed.id).await? {
            return Ok(stands.place_id);
        }
        return Err(Refused::Conflict { theirs: stands.name, by: stands.changed_by.unwrap_or_default() });
    }
    keep(&mut tx, &deed, item, &stands.place_id, draft, stands.illustration).await?;
    tx.commit().await?;
    Ok(stands.place_id)
}

async fn keep(tx: &mut Tx, deed: &Deed, id: &str, place: &str, draft: &Draft, illustration: bool) -> Result<(), Refused> {
    let component = store::component(&*tx, &draft.component).await?;
    let period = match &component {
        Some(component) => store::period(&*tx, &component.period_id).await?,
        None => None,
    };
    let said = draft.read(component.as_ref().zip(period.as_ref()))?;
    let item = NewLocalItem {
        id: Some(id.to_owned()),
        place_id: place.to_owned(),
        component_id: said.component_id,
        name: said.name,
        year: said.year,
        planned: said.planned,
        spent: said.spent,
        state: said.state,
        note: said.note,
        illustration,
    };
    keep_local_item(tx, deed, item).await?;
    Ok(())
}

async fn must_keep(db: &Db, actor: &Actor, place: &str) -> Result<(), Refused> {
    if keeps(db, actor, place).await? { Ok(()) } else { Err(Refused::Denied) }
}

/// May this actor keep items of this place?
pub(super) async fn keeps(db: &Db, actor: &Actor, place: &str) -> Result<bool, Problem> {
    let own = if super::item::runs(actor) || !actor.is_known() { None } else { store::own_place(db, actor.id()).await? };
    Ok(may_keep(actor, own.as_deref(), place))
}
