//! `nguon serve`: the house behind an address, until it is asked to stop.

use super::{Failed, open, say};
use nguon::db::{Access, Blobs, Store};
use nguon::ground::{Chance, Clock};
use nguon::search::Index;
use nguon::{demo, house, settings};
use std::net::SocketAddr;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// Opens the store, loads the demonstration if asked and the store is empty, serves.
pub(super) async fn serve(store: &Store, address: &str, with_demo: bool) -> Result<ExitCode, Failed> {
    let db = open(store, Access::Write).await?;
    let blobs = Blobs::open(&settings::shelf(store))?;
    let index = Index::open(db.clone(), Clock::System, Some(&settings::index(store)))?;
    let app = house::furnish_with(db, blobs, index.clone(), Clock::System, Chance::System).await?;
    if with_demo {
        demo::load(&app).await?;
    }
    let listener = TcpListener::bind(address).await.map_err(|error| {
        Failed::Said(format!("Không mở được địa chỉ {address}: {error}. Hãy chọn địa chỉ khác bằng --addr. · The address is not free; choose another by --addr."))
    })?;
    let at = listener.local_addr()?;
    say(&format!("Nguồn {} · http://{at}/", env!("CARGO_PKG_VERSION")));
    if with_demo {
        for line in demo::sign_ins() {
            say(&line);
        }
    }
    tokio::spawn(index.follow());
    let live = std::sync::Arc::clone(&app.live);
    let service = house::router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            asked_to_stop().await;
            live.close();
        })
        .await?;
    Ok(ExitCode::SUCCESS)
}

async fn asked_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
