//! THE list of rooms, from the highest to the lowest. Calls go up the list; news goes down it.

use crate::db::{Access, Blobs, Db, OpenError, Schema, Store};
use crate::ground::{Chance, Clock, Problem};
use crate::search::Index;
use crate::web::{self, Answer, App, Ask, House, May, Room, Route, Sample, Shell, Texts, Words};

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

/// Every room, in order: a room may use those above it, never those below.
#[must_use]
pub fn rooms() -> Vec<Room> {
    vec![
        crate::places::room(),
        crate::people::room(),
        crate::programmes::room(),
        crate::policy::room(),
        crate::classes::room(),
        crate::discussion::room(),
        crate::difficulties::room(),
        crate::practices::room(),
        crate::plans::room(),
        crate::wall::room(),
        crate::news::room(),
        crate::reports::room(),
        crate::search::room(),
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
        blobs: vec![crate::practices::BLOBS_NAMED, crate::plans::BLOBS_NAMED],
    }
}

/// Opens the store for the house.
pub async fn open_store(store: &Store, access: Access, clock: &Clock, chance: &Chance) -> Result<Db, OpenError> {
    Db::open(store, access, schema(), clock, chance).await
}

/// Furnishes the house on an open store, with an index in memory.
pub async fn furnish(db: Db, blobs: Blobs, clock: Clock, chance: Chance) -> Result<App, Problem> {
    let index = Index::open(db.clone(), clock.clone(), None)?;
    furnish_with(db, blobs, index, clock, chance).await
}

/// The same with an index of one's own.
pub async fn furnish_with(db: Db, blobs: Blobs, index: Index, clock: Clock, chance: Chance) -> Result<App, Problem> {
    let words = Words::read(&texts()).map_err(Problem::new)?;
    // Keys are secrets: never from repeatable chance.
    let key = db.secret("key", || hex::encode(Chance::System.bytes::<32>())).await?;
    Ok(App(Arc::new(House {
        db,
        blobs,
        clock,
        chance,
        words: Arc::new(words),
        rooms: rooms(),
        identify: crate::people::identify,
        called: crate::classes::called,
        finder: Arc::new(index),
        standing: crate::difficulties::standing,
        key,
        live: Arc::default(),
    })))
}

/// `GET /health`: the version and the journal's position, for whoever watches over the machine.
async fn health(ask: Ask) -> Answer {
    let position = ask.db().position().await?;
    let body = serde_json::json!({ "version": env!("CARGO_PKG_VERSION"), "engine": ask.db().engine(), "position": position });
    Ok(axum::Json(body).into_response())
}

/// Every route of the house, with who may come to it.
#[must_use]
pub fn routes() -> Vec<Route> {
    let floor = web::get("/health", May::Anyone, health);
    std::iter::once(floor).chain(rooms().iter().flat_map(|room| (room.routes)())).collect()
}

/// Every page of the house drawn from invented values.
#[must_use]
pub fn samples(s: &Shell) -> Vec<Sample> {
    let floor = web::samples(s);
    floor.into_iter().chain(rooms().iter().flat_map(|room| (room.samples)(s))).collect()
}

/// The whole house as one service.
pub fn router(app: App) -> Router {
    let layered = web::mount(routes()).layer(axum::extract::DefaultBodyLimit::max(web::MOST_BYTES));
    layered
        .layer(from_fn_with_state(app.clone(), web::dress))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Precise(4)))
        .with_state(app)
}
