//! The store: SQLite embedded or PostgreSQL, one portable SQL text for both.
//!
//! The rule: a room declares its texts with [`crate::statements!`], reads through [`Run`] (on a [`Db`] or a [`Tx`]), and writes only by
//! [`Tx::record`] and its `apply`. This folder is the only place that says sqlite or postgres.

mod backup;
mod blobs;
mod check;
mod journal;
mod migrations;
mod postgres;
mod remembered;
mod snapshot;
mod sqlite;
mod statement;
#[cfg(test)]
mod tests;
mod value;
mod writer;

pub use crate::{args, row, statements};
pub use blobs::{Blobs, Shelf, beside, blob_name, is_blob};
pub use check::{Difference, Report};
pub use journal::{Applier, Applying, Deed, Event, Follower};
pub use postgres::new_database;
pub use statement::{Run, Statement};
pub use value::{FromRow, FromValue, Row, Value};
pub use writer::Tx;

use crate::ground::{Chance, Clock, Problem, new_id};
use std::cell::Cell;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use writer::{Writer, WriterWire};

/// Where a store lies.
#[derive(Clone, Debug)]
pub enum Store {
    /// A folder of this machine, for SQLite and what lies beside it.
    Folder(PathBuf),
    /// `postgres://user@host/database`
    Postgres(String),
}

/// What the rooms bring to the store.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// In the house's order.
    pub appliers: Vec<Applier>,
    /// Tables drawn from the journal, in an order in which rows can be inserted.
    pub tables: Vec<&'static str>,
    /// Tables of this store alone (sign-ins, keys): not drawn from the journal, yet part of a backup.
    pub local: Vec<&'static str>,
    /// Queries of one column: every blob that a table names.
    pub blobs: Vec<Statement>,
}

impl std::fmt::Debug for Applier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.kinds).finish()
    }
}

enum Engine {
    Sqlite { readers: sqlite::Readers, remembered: Option<remembered::Remembered>, path: PathBuf },
    Postgres(deadpool_postgres::Pool),
}

pub(crate) struct Inner {
    engine: Engine,
    writer: Writer,
    schema: Schema,
    /// Held as long as the store is open, so that a second process is refused.
    _lock: Option<File>,
}

/// An open store. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

tokio::task_local! {
    /// How many queries the present request has asked.
    pub static QUERIES: Cell<u32>;
}

fn count_query() {
    let _ = QUERIES.try_with(|count| count.set(count.get() + 1));
}

/// Why a store could not be opened.
#[derive(Debug)]
pub enum OpenError {
    /// Another process holds this folder.
    InUse(PathBuf),
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for OpenError {
    fn from(problem: E) -> Self {
        Self::Problem(problem.into())
    }
}

/// How a store is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// By the one process that writes.
    Write,
    /// Beside a process that writes: for a backup or a check.
    Read,
}

impl Db {
    /// Opens a store, brings its tables up to date and gives it a name if it is new.
    pub async fn open(store: &Store, access: Access, schema: Schema, clock: &Clock, chance: &Chance) -> Result<Self, OpenError> {
        let (engine, writer, lock) = match store {
            Store::Folder(folder) => open_folder(folder, access)?,
            Store::Postgres(address) => {
                let pool = postgres::pool(address)?;
                migrations::postgres(&pool).await?;
                let wire = WriterWire::Postgres { pool: pool.clone(), client: None };
                (Engine::Postgres(pool), Writer::new(wire, Arc::default()), None)
            }
        };
        let db = Self(Arc::new(Inner { engine, writer, schema, _lock: lock }));
        if access == Access::Write {
            let node = db.secret("node", || new_id(clock, chance)).await?;
            db.inner().writer.name_node(node).await;
        }
        Ok(db)
    }

    /// Begins an action. Waits for its turn.
    pub async fn begin(&self) -> Result<Tx, Problem> {
        self.0.writer.begin(self.clone()).await
    }

    /// Whether the engine understands a statement: for the test that prepares every one on both.
    pub async fn prepare(&self, statement: &Statement) -> Result<(), Problem> {
        match &self.0.engine {
            Engine::Sqlite { readers, .. } => readers.prepare(statement),
            Engine::Postgres(pool) => {
                let client = pool.get().await?;
                postgres::prepare(&client, statement).await
            }
        }
    }

    /// Wipes off the disk what was deleted or written over in a table of this store alone, as far as the engine lets us: `docs/decisions/0007-…`
    /// says how far that is. Best effort: what is busy now is written over later.
    pub async fn wipe(&self, table: &'static str) -> Result<(), Problem> {
        match &self.0.engine {
            // Pages are set to zero as they are freed; what is left is in the log of writes, which ends here.
            Engine::Sqlite { .. } => {
                for _ in 0..20 {
                    if self.0.writer.between("pragma wal_checkpoint(truncate)").await? {
                        return Ok(());
                    }
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
            }
            Engine::Postgres(pool) => pool.get().await?.batch_execute(&format!("vacuum (full) {table}")).await?,
        }
        Ok(())
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self.0.engine {
            Engine::Sqlite { .. } => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }

    /// The secret of this name; made by `make` and kept when there is none yet.
    pub async fn secret(&self, name: &str, make: impl FnOnce() -> String + Send) -> Result<String, Problem> {
        if let Some(found) = self.one(&SECRET, args![name]).await? {
            return Ok(found);
        }
        let tx = self.begin().await?;
        tx.run(&KEEP_SECRET, args![name, make()]).await?;
        let kept = tx.the(&SECRET, args![name]).await?;
        tx.commit().await?;
        Ok(kept)
    }
}

/// The floor's own statements, beside those of the rooms.
pub const STATEMENTS: &[&[Statement]] = &[ALL, journal::ALL, writer::ALL];

statements! {
    SECRET = "select value from store_secrets where name = $1";
    KEEP_SECRET = "insert into store_secrets (name, value) values ($1, $2) on conflict (name) do nothing";
}

fn open_folder(folder: &Path, access: Access) -> Result<(Engine, Writer, Option<File>), OpenError> {
    let path = folder.join("nguon.sqlite");
    let lock = match access {
        Access::Read => None,
        Access::Write => {
            std::fs::create_dir_all(folder)?;
            let lock = File::options().create(true).truncate(false).write(true).open(folder.join("nguon.lock"))?;
            match lock.try_lock() {
                Ok(()) => Some(lock),
                Err(std::fs::TryLockError::WouldBlock) => return Err(OpenError::InUse(folder.to_owned())),
                Err(std::fs::TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    };
    let wire = match access {
        Access::Write => {
            let wire = sqlite::Wire::writer(&path)?;
            migrations::sqlite(&mut wire.lock())?;
            wire
        }
        Access::Read if !path.is_file() => {
            return Err(Problem::new(format!("không có kho dữ liệu ở {0} · no store in {0}", folder.display())).into());
        }
        Access::Read => sqlite::Wire::memory()?,
    };
    let readers = sqlite::Readers::open(&path, 4)?;
    // Beside a process that writes, no answer stays right: only the writing process remembers.
    let remembered = (access == Access::Write).then(remembered::Remembered::default);
    let commits = remembered.as_ref().map(remembered::Remembered::commits).unwrap_or_default();
    let writer = Writer::new(WriterWire::Sqlite(wire), commits);
    Ok((Engine::Sqlite { readers, remembered, path }, writer, lock))
}

impl Run for Db {
    async fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
        count_query();
        match &self.0.engine {
            Engine::Sqlite { readers, remembered: Some(it), .. } => it.or_ask(statement, args, || readers.rows(statement, args)),
            Engine::Sqlite { readers, .. } => readers.rows(statement, args),
            Engine::Postgres(pool) => {
                let client = pool.get().await?;
                postgres::rows(&client, statement, args).await
            }
        }
    }
}
