//! The index kept beside the store: built when it is missing or of another version, and following the journal.
//!
//! With each commit the index remembers the journal's position that it has reached, and the day. Events after it say which things were
//! touched; those are read anew from the tables, whole, so that it is the same on both engines and whatever happened between. On a new day
//! the documents are read anew that begin or end to apply. When a person is erased all is made anew, so that no file has their words left.

mod touched;

use super::engine::{Engine, Entry, VERSION};
use super::store::{self, EVERY, listed};
use crate::db::Db;
use crate::ground::dates::Date;
use crate::ground::{Clock, Problem};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex as Lock, PoisonError};
use std::time::Duration;
use tantivy::IndexWriter;
use tokio::sync::Mutex;
use tokio::task::block_in_place;
use touched::{Source, Touched};

/// Events read at once; and so many behind that everything is read anew.
const MOST_EVENTS: i64 = 500;
const TOO_FAR: i64 = 20_000;
/// Documents read at once.
const MOST_DOCUMENTS: usize = 20;
/// A page waits so long for what has just happened; for an index that is not there yet, longer.
const PATIENCE: Duration = Duration::from_secs(2);
const FIRST_PATIENCE: Duration = Duration::from_secs(20);

/// How far an index goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Reached {
    /// Of the index, and of the program: a new one may make entries of other things.
    version: String,
    position: i64,
    /// The event there: another journal has another one.
    event: String,
    day: String,
}

fn version() -> String {
    format!("{VERSION} {}", env!("CARGO_PKG_VERSION"))
}

/// The index of a store. Cheap to clone.
#[derive(Clone)]
pub struct Index(Arc<Kept>);

struct Kept {
    db: Db,
    clock: Clock,
    engine: Engine,
    reached: Lock<Option<Reached>>,
    writer: Mutex<Option<IndexWriter>>,
    /// Whether the journal was seen to be the one that the index was made of.
    compared: AtomicBool,
}

impl Index {
    /// In a folder of its own, or in memory. What cannot be read there is begun anew.
    pub fn open(db: Db, clock: Clock, folder: Option<&Path>) -> Result<Self, Problem> {
        let engine = match folder {
            None => Engine::in_memory()?,
            Some(folder) => Engine::open(folder).or_else(|problem| {
                tracing::warn!(%problem, folder = %folder.display(), "the index is begun anew");
                empty(folder)?;
                Engine::open(folder)
            })?,
        };
        let reached = engine.payload()?.and_then(|it| serde_json::from_str(&it).ok()).filter(|it: &Reached| it.version == version());
        Ok(Self(Arc::new(Kept {
            db,
            clock,
            engine,
            reached: Lock::new(reached),
            writer: Mutex::default(),
            compared: AtomicBool::new(false),
        })))
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.0.engine.entries()
    }

    fn reached(&self) -> Option<Reached> {
        self.0.reached.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until what has happened is in the index, or goes on with what is there. Its queries are not those of the page that waits.
    pub(super) async fn fresh(&self) {
        let me = self.clone();
        let patience = if self.reached().is_none() { FIRST_PATIENCE } else { PATIENCE };
        match tokio::time::timeout(patience, tokio::spawn(async move { me.catch_up().await })).await {
            Ok(Ok(Err(problem))) => tracing::error!(%problem, "the index could not follow the journal"),
            Ok(Err(problem)) => tracing::error!(%problem, "the index could not follow the journal"),
            Ok(Ok(Ok(()))) => {}
            Err(_) => tracing::info!("the index is still being built"),
        }
    }

    /// Follows the journal for as long as the house stands.
    pub async fn follow(self) {
        let mut follower = self.0.db.follow(self.0.db.position().await.unwrap_or_default());
        loop {
            if let Err(problem) = self.catch_up().await {
                tracing::error!(%problem, "the index could not follow the journal");
                tokio::time::sleep(Duration::from_secs(30)).await;
            }
            let next = tokio::time::timeout(Duration::from_hours(1), follower.next()).await;
            if matches!(next, Ok(Err(_))) {
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
            // What comes at once is taken in at once: a flush to the disk each.
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }

    /// Takes in what has happened since the last time.
    pub async fn catch_up(&self) -> Result<(), Problem> {
        let (position, today) = (self.0.db.position().await?, self.0.clock.now().date());
        let compared = self.0.compared.load(Ordering::Acquire);
        if compared && self.reached().is_some_and(|it| it.position == position && it.day == today.iso()) {
            return Ok(());
        }
        // Who holds it writes alone; the writer itself is opened by the first who has something to write.
        let mut held = self.0.writer.lock().await;
        let Some(reached) = self.still_there(position).await? else { return self.build(self.writer(&mut held)?, today).await };
        let mut touched = Touched::default();
        let mut upto = reached.position;
        while upto < position {
            let events = self.0.db.events_after(upto, MOST_EVENTS).await?;
            let Some(last) = events.last() else { break };
            upto = last.position;
            for event in &events {
                touched.by(event);
            }
        }
        if reached.day != today.iso()
            && let Ok(day) = Date::from_iso(&reached.day)
        {
            touched.documents.extend(store::turned(&self.0.db, day, today).await?);
        }
        if upto == reached.position && reached.day == today.iso() {
            return Ok(());
        }
        let writer = self.writer(&mut held)?;
        if touched.erased {
            return self.build(writer, today).await;
        }
        self.read_anew(writer, touched, today).await?;
        self.commit(writer, upto, today).await
    }

    /// Builds the index anew, whatever is there.
    pub async fn rebuild(&self) -> Result<(), Problem> {
        let mut held = self.0.writer.lock().await;
        let writer = self.writer(&mut held)?;
        self.build(writer, self.0.clock.now().date()).await
    }

    fn writer<'a>(&self, held: &'a mut Option<IndexWriter>) -> Result<&'a mut IndexWriter, Problem> {
        match held {
            Some(writer) => Ok(writer),
            None => Ok(held.insert(self.0.engine.writer().map_err(|problem| in_use(&problem))?)),
        }
    }

    /// How far the index goes, if it is of this journal and not too far behind.
    async fn still_there(&self, position: i64) -> Result<Option<Reached>, Problem> {
        let Some(reached) = self.reached() else { return Ok(None) };
        let event = store::event_at(&self.0.db, reached.position).await?.unwrap_or_default();
        self.0.compared.store(true, Ordering::Release);
        Ok(Some(reached).filter(|it| it.event == event && (0..TOO_FAR).contains(&(position - it.position))))
    }

    async fn build(&self, writer: &mut IndexWriter, today: Date) -> Result<(), Problem> {
        // What happens meanwhile comes after this position and is read again.
        let position = self.0.db.position().await?;
        writer.delete_all_documents()?;
        self.read_anew(writer, Touched::all(store::documents(&self.0.db).await?), today).await?;
        self.commit(writer, position, today).await
    }

    async fn commit(&self, writer: &mut IndexWriter, position: i64, today: Date) -> Result<(), Problem> {
        let event = store::event_at(&self.0.db, position).await?.unwrap_or_default();
        let reached = Reached { version: version(), position, event, day: today.iso() };
        let payload = serde_json::to_string(&reached)?;
        block_in_place(|| self.0.engine.commit(writer, &payload))?;
        *self.0.reached.lock().unwrap_or_else(PoisonError::into_inner) = Some(reached);
        Ok(())
    }

    async fn read_anew(&self, writer: &IndexWriter, mut touched: Touched, today: Date) -> Result<(), Problem> {
        let (db, engine) = (&self.0.db, &self.0.engine);
        for id in &touched.cited {
            touched.difficulties.extend(store::citing(db, id).await?);
        }
        let documents: Vec<String> = touched.documents.into_iter().collect();
        for some in documents.chunks(MOST_DOCUMENTS) {
            let entries = store::law(db, &listed(some.iter().map(String::as_str)), today).await?;
            for id in some {
                engine.forget(writer, &format!("document/{id}"));
            }
            self.put(writer, &entries)?;
        }
        for source in touched.whole {
            let entries = match source {
                Source::Difficulty => store::register(db, EVERY).await?,
                Source::Practice => store::practices(db, EVERY).await?,
                Source::Place => store::places(db).await?,
            };
            engine.forget_marked(writer, source.mark());
            self.put(writer, &entries)?;
        }
        for some in touched.difficulties.into_iter().collect::<Vec<_>>().chunks(50) {
            let entries = store::register(db, &listed(some.iter().map(String::as_str))).await?;
            for id in some {
                engine.forget(writer, &format!("difficulty/{id}"));
            }
            self.put(writer, &entries)?;
        }
        for some in touched.practices.into_iter().collect::<Vec<_>>().chunks(50) {
            let entries = store::practices(db, &listed(some.iter().map(String::as_str))).await?;
            for id in some {
                engine.forget(writer, &format!("practice/{id}"));
            }
            self.put(writer, &entries)?;
        }
        Ok(())
    }

    fn put(&self, writer: &IndexWriter, entries: &[Entry]) -> Result<(), Problem> {
        block_in_place(|| entries.iter().try_for_each(|entry| self.0.engine.put(writer, entry)))
    }
}

/// Removes the files of an index, and only those: the folder may be somebody else's choice.
fn empty(folder: &Path) -> Result<(), Problem> {
    for file in std::fs::read_dir(folder)?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let stem = name.split('.').next().unwrap_or_default();
        let is_ours = name.starts_with(".managed.json")
            || name.starts_with("meta.json")
            || name.starts_with(".tantivy-")
            || (stem.len() == 32 && stem.bytes().all(|b| b.is_ascii_hexdigit()));
        if is_ours {
            std::fs::remove_file(file.path())?;
        }
    }
    Ok(())
}

fn in_use(problem: &Problem) -> Problem {
    tracing::warn!(%problem, "the index's folder");
    Problem::new(
        "thư mục chỉ mục đang được tiến trình khác dùng (NGUON_INDEX) · the index's folder is in use by another process: give each its own",
    )
}
