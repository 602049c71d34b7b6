//! Live pages: what happens in a class, as server-sent events that follow the journal.
//!
//! The rule: an event says only that something of a kind has happened, never what; the page then asks for its fragment again, as whoever it
//! is. So nothing is seen twice or missed: a fragment is always the whole truth, and a page that connects again names the last position
//! it knew. One follower a process feeds every open page.

#[cfg(test)]
mod tests;

use super::{Answer, Ask};
use crate::db::Db;
use crate::ground::Problem;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender, channel};

/// As many events may wait for a slow page; beyond that it is told once and asks for everything.
const WAITING: usize = 1024;

/// Something has happened.
#[derive(Debug)]
struct News {
    position: i64,
    kind: String,
    class: String,
}

/// See the module. Nothing runs until somebody listens.
#[derive(Debug, Default)]
pub struct Live(Mutex<Hall>);

#[derive(Debug, Default)]
enum Hall {
    #[default]
    Empty,
    Open(Sender<Arc<News>>),
    Closed,
}

impl Live {
    /// Ends every open stream, so that the house can close.
    pub fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Hall::Closed;
    }

    fn send(&self, news: News) -> bool {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Hall::Open(sender) => {
                // Nobody listening is no fault.
                let _ = sender.send(Arc::new(news));
                true
            }
            Hall::Empty | Hall::Closed => false,
        }
    }

    /// Takes a seat; the first one starts the follower.
    fn listen(self: &Arc<Self>, db: &Db) -> Option<Receiver<Arc<News>>> {
        let mut hall = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*hall {
            Hall::Open(sender) => Some(sender.subscribe()),
            Hall::Closed => None,
            Hall::Empty => {
                let (sender, receiver) = channel(WAITING);
                *hall = Hall::Open(sender);
                tokio::spawn(follow(Arc::clone(self), db.clone()));
                Some(receiver)
            }
        }
    }
}

/// Follows the journal until the hall is closed. What was kept before the first page came is for that page's own question.
async fn follow(live: Arc<Live>, db: Db) {
    let mut follower = match db.position().await {
        Ok(position) => db.follow(position),
        Err(problem) => return tracing::error!(%problem, "live pages do not follow the journal"),
    };
    loop {
        match follower.next().await {
            Ok(event) => {
                let Some(class) = event.class_id else { continue };
                if !live.send(News { position: event.position, kind: event.kind, class }) {
                    return;
                }
            }
            Err(problem) => {
                tracing::error!(%problem, "live pages missed a turn");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// The stream of a class: `id` is the position, `data` the kind of event. `?since=` (or the browser's own `Last-Event-ID`) names the last
/// position that the page knows; if more has happened since, the stream says so at once. The caller has checked that the asker sees the
/// class.
pub async fn stream(ask: &Ask, class: &str) -> Answer {
    let Some(seat) = ask.house().live.listen(ask.db()) else { return Err(Problem::new("the house is closing").into()) };
    let last = ask.db().position_of_class(class).await?;
    let named = ask.headers.get("last-event-id").and_then(|it| it.to_str().ok()).and_then(|it| it.parse().ok());
    let since: i64 = named.or_else(|| ask.query("since").parse().ok()).unwrap_or_default();
    let first = Seat { news: seat, class: class.to_owned(), told: since, missed: (last > since).then_some(last) };
    let events =
        futures_util::stream::unfold(first, |mut seat| async move { seat.next().await.map(|event| (Ok::<_, Infallible>(event), seat)) });
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))).into_response();
    // A balancer that gathers answers would keep the news to itself.
    response.headers_mut().insert("x-accel-buffering", axum::http::HeaderValue::from_static("no"));
    Ok(response)
}

struct Seat {
    news: Receiver<Arc<News>>,
    class: String,
    told: i64,
    missed: Option<i64>,
}

impl Seat {
    async fn next(&mut self) -> Option<Event> {
        if let Some(position) = self.missed.take() {
            self.told = position;
            return Some(said(position, "missed"));
        }
        loop {
            match self.news.recv().await {
                Ok(news) if news.class == self.class && news.position > self.told => {
                    self.told = news.position;
                    return Some(said(news.position, &news.kind));
                }
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => return Some(said(self.told, "missed")),
                Err(RecvError::Closed) => return None,
            }
        }
    }
}

fn said(position: i64, kind: &str) -> Event {
    Event::default().id(position.to_string()).data(kind).retry(Duration::from_secs(2))
}
