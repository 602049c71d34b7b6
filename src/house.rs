//! THE list of rooms, from the highest to the lowest. Calls go up the list; news goes down it.

use crate::db::{Access, Db, OpenError, Schema, Store};
use crate::ground::{Chance, Clock, Problem};
use crate::web::{self, App, House, Room, Texts, Words};
use axum::Router;
use axum::middleware::from_fn_with_state;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

/// Every room, in order: a room may use those above it, never those below.
#[must_use]
pub fn rooms() -> Vec<Room> {
    vec![
        crate::places::room(),
        crate::programmes::room(),
    ]
}

/// The words of the floor and of every room.
#[must_use]
pub fn texts() -> Vec<Texts> {
    let floor = Texts { vi: include_str!("web/words/vi.ftl"), en: include_str!("web/words/en.ftl") };
    std::iter::once(floor).chain(rooms().iter().map(|room| room.texts)).collect()
}

/// What the rooms bring to the store.
#[must_use]
pub fn schema() -> Schema {
    let rooms = rooms();
    Schema {
        appliers: rooms.iter().map(|room| room.applier).collect(),
        tables: rooms.iter().flat_map(|room| room.tables).copied().collect(),
        local: rooms.iter().flat_map(|room| room.local).copied().collect(),
    }
}

/// Opens the store for the house.
pub async fn open_store(store: &Store, access: Access, clock: &Clock, chance: &Chance) -> Result<Db, OpenError> {
    Db::open(store, access, schema(), clock, chance).await
}

/// Furnishes the house on an open store.
pub async fn furnish(db: Db, clock: Clock, chance: Chance) -> Result<App, Problem> {
    let words = Words::read(&texts()).map_err(Problem::new)?;
    // Keys are secrets: never from repeatable chance.
    let key = db.secret("key", || hex::encode(Chance::System.bytes::<32>())).await?;
    Ok(App(Arc::new(House { db, clock, chance, words: Arc::new(words), rooms: rooms(), identify: crate::people::identify, key })))
}

/// The whole house as one service.
pub fn router(app: App) -> Router {
    let routes = app.rooms.iter().flat_map(|room| (room.routes)()).collect();
    let layered = web::mount(routes).layer(axum::extract::DefaultBodyLimit::max(web::MOST_BYTES));
    layered.layer(from_fn_with_state(app.clone(), web::dress)).layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Precise(4))).with_state(app)
}
