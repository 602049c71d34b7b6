//! The hall: two hundred live pages open on one discussion, and how soon an opinion that somebody sends stands on the last of them.

use crate::client::Line;
use crate::load::{Run, count, now};
use crate::server::Server;
use http_body_util::{BodyExt, Empty};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use nguon::ground::Problem;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::sync::{Barrier, mpsc};

const PAGES: usize = 200;
const OPINIONS: usize = 20;
/// As `nguon.js` waits after an event, so that several at once are one question.
const SOON: Duration = Duration::from_millis(100);
const PATIENCE: Duration = Duration::from_secs(30);

/// What was found.
pub struct Hall {
    pub before: f64,
    pub open: f64,
    pub after: f64,
    /// From an opinion sent to seen on the last page, sorted, milliseconds.
    pub last: Run,
}

/// Opens the pages, then sends opinions one after another, each when every page has the one before.
/// `people` share the pages among them; `speaker` speaks.
pub async fn measure(server: &Server, address: &str, session: &str, speaker: &str, people: &[String]) -> Result<Hall, Problem> {
    let before = server.memory()?;
    let ready = Arc::new(Barrier::new(PAGES + 1));
    let (seen, mut all) = mpsc::channel::<(usize, Instant)>(PAGES * OPINIONS);
    let mut pages = Vec::new();
    for cookie in people.iter().cycle().take(PAGES) {
        let page = Page { address: address.to_owned(), path: format!("/sessions/{session}/discussion"), cookie: cookie.clone() };
        pages.push(tokio::spawn(page.live(Arc::clone(&ready), seen.clone())));
    }
    ready.wait().await;
    let open = server.memory()?;
    let mut sender = Line::open(address).await?;
    let start = now();
    let mut took = Vec::new();
    for n in 0..OPINIONS {
        let sent = now();
        let text = mark(n);
        let answer = sender.post(&format!("/sessions/{session}/opinions"), Some(speaker), &[("text", &text)]).await?;
        if answer.status != 303 {
            return Err(Problem::new(format!("an opinion: {}", answer.status)));
        }
        let mut last = sent;
        for _ in 0..PAGES {
            let late = || Problem::new("a page did not see an opinion");
            let (which, at) = tokio::time::timeout(PATIENCE, all.recv()).await.map_err(|_| late())?.ok_or_else(late)?;
            if which != n {
                return Err(Problem::new("a page saw an opinion twice, or out of turn"));
            }
            last = last.max(at);
        }
        took.push((last - sent).as_secs_f64() * 1000.0);
    }
    let seconds = start.elapsed().as_secs_f64();
    let after = server.memory()?;
    for page in pages {
        page.abort();
    }
    took.sort_by(f64::total_cmp);
    Ok(Hall { before, open, after, last: Run { requests: took.len(), seconds, took } })
}

impl Hall {
    pub fn told(&self) -> String {
        format!(
            "median {:.0} ms, most {:.0} ms; {:.1} → {:.1} MiB open, {:.1} after ({:.0} KiB a page)",
            self.last.within(0.5),
            self.last.within(1.0),
            self.before,
            self.open,
            self.after,
            (self.open - self.before).max(0.0) * 1024.0 / count(PAGES)
        )
    }
}

fn mark(n: usize) -> String {
    format!("Ý kiến đo số {n:03}, xin hội trường cho biết.")
}

/// A browser on the page of the session.
struct Page {
    address: String,
    /// Of the discussion.
    path: String,
    cookie: String,
}

impl Page {
    /// Follows the class; asks for the fragment again at every event, and says which opinion it then sees for the first time.
    async fn live(self, ready: Arc<Barrier>, seen: mpsc::Sender<(usize, Instant)>) -> Result<(), Problem> {
        let mut line = Line::open(&self.address).await?;
        let page = line.get(&self.path, Some(&self.cookie)).await?.body;
        let page = String::from_utf8_lossy(&page).into_owned();
        let of = |name: &str| page.rsplit_once(name).and_then(|(_, rest)| rest.split_once('"')).map(|(it, _)| it.replace("&amp;", "&"));
        let no_page = || Problem::new("the page does not follow its class");
        let (events, fragment) = (of("data-live=\"").ok_or_else(no_page)?, of("data-refresh=\"").ok_or_else(no_page)?);
        let stream = TcpStream::connect(&self.address).await?;
        let (mut send, connection) = handshake::<_, Empty<Bytes>>(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        let request = Request::get(events).header("host", &self.address).header("cookie", &self.cookie).body(Empty::new())?;
        let mut body = send.send_request(request).await?.into_body();
        ready.wait().await;
        let mut next = 0;
        let mut said = String::new();
        while let Some(frame) = body.frame().await {
            let Ok(bytes) = frame?.into_data() else { continue };
            said.push_str(&String::from_utf8_lossy(&bytes));
            if !said.contains("data: opinion.") {
                continue;
            }
            said.clear();
            tokio::time::sleep(SOON).await;
            let html = line.get(&fragment, Some(&self.cookie)).await?.body;
            let html = String::from_utf8_lossy(&html);
            while html.contains(&mark(next)) {
                let _ = seen.send((next, now())).await; // nobody counts any more at the end
                next += 1;
            }
        }
        Ok(())
    }
}
