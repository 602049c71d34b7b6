//! The one writer, which groups.
//!
//! An action takes the writer, works inside a savepoint, gives the writer back and waits. Whoever comes to commit commits for all
//! that worked meanwhile: the queue at the lock is fair, so while one commit is on its way to disk the next group gathers. Each action
//! is answered only after the commit that holds it is on disk. On PostgreSQL an advisory lock held for the length of a group makes the
//! writers of several processes take turns, so that on both engines the journal's positions have no gaps and appear in order.

use super::statement::{Run, Statement};
use super::value::{Row, Value};
use super::{Db, postgres, sqlite};
use crate::ground::Problem;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

/// The key of PostgreSQL's advisory lock: any constant that no other program on that database uses.
const TURN: &str = "select pg_advisory_xact_lock(1352016)";

pub(super) enum WriterWire {
    Sqlite(sqlite::Wire),
    Postgres { pool: deadpool_postgres::Pool, client: Option<deadpool_postgres::Object> },
}

impl WriterWire {
    async fn batch(&mut self, sql: &str) -> Result<(), Problem> {
        match self {
            Self::Sqlite(wire) => wire.batch(sql),
            Self::Postgres { pool, client } => {
                if client.as_ref().is_none_or(|it| it.is_closed()) {
                    *client = Some(pool.get().await?);
                }
                match client {
                    Some(client) => Ok(client.batch_execute(sql).await?),
                    None => Err(Problem::new("no connection for the writer")),
                }
            }
        }
    }

    async fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
        match self {
            Self::Sqlite(wire) => wire.rows(statement, args),
            Self::Postgres { client: Some(client), .. } => postgres::rows(client, statement, args).await,
            Self::Postgres { client: None, .. } => Err(Problem::new("the writer has no connection")),
        }
    }
}

/// Where the journal stands: the last position, this node's last number, the last logical time.
#[derive(Clone, Copy, Default)]
pub(super) struct Heads {
    pub(super) position: i64,
    pub(super) seq: i64,
    pub(super) hlc: i64,
}

pub(super) struct State {
    pub(super) wire: WriterWire,
    pub(super) node: String,
    pub(super) heads: Heads,
    /// A group is open: `begin` has been said and `commit` has not.
    open: bool,
    /// The last action left without saying commit: its savepoint is still to be undone.
    abandoned: bool,
    /// Which group is gathering.
    group: u64,
    /// Counts commits, for those who remember answers until the next one.
    commits: Arc<AtomicU64>,
    /// Groups whose commit failed, lately.
    failed: Vec<u64>,
}

crate::statements! {
    HEAD = "select coalesce(max(position), 0), coalesce(max(hlc), 0) from journal";
    NODE_SEQ = "select coalesce(max(seq), 0) from journal where node = $1";
}

impl State {
    async fn settle(&mut self) -> Result<(), Problem> {
        if self.abandoned {
            self.wire.batch("rollback to savepoint a; release savepoint a").await?;
            self.abandoned = false;
        }
        Ok(())
    }

    async fn join(&mut self) -> Result<(), Problem> {
        self.settle().await?;
        if !self.open {
            match self.wire {
                WriterWire::Sqlite(_) => self.wire.batch("begin immediate").await?,
                WriterWire::Postgres { .. } => self.wire.batch(&format!("begin; {TURN}")).await?,
            }
            self.open = true;
            self.read_heads().await?;
        }
        self.wire.batch("savepoint a").await
    }

    async fn read_heads(&mut self) -> Result<(), Problem> {
        let mut head = self.wire.rows(&HEAD, &[]).await?;
        let head = head.first_mut().ok_or_else(|| Problem::new("the journal has no head"))?;
        self.heads.position = head.take()?;
        self.heads.hlc = head.take()?;
        let mut seq = self.wire.rows(&NODE_SEQ, &[Value::from(self.node.as_str())]).await?;
        self.heads.seq = seq.first_mut().ok_or_else(|| Problem::new("the journal has no head"))?.take()?;
        Ok(())
    }

    /// Gives up the group: everyone in it is told that nothing was kept.
    async fn give_up(&mut self) {
        if self.open {
            self.failed.push(self.group);
            if self.failed.len() > 64 {
                self.failed.remove(0);
            }
            self.group += 1;
        }
        self.open = false;
        self.abandoned = false;
        if self.wire.batch("rollback").await.is_err()
            && let WriterWire::Postgres { client, .. } = &mut self.wire
        {
            *client = None;
        }
    }
}

/// The writer's door.
pub(super) struct Writer {
    state: Arc<Mutex<State>>,
    /// The last position that is on disk.
    pub(super) kept: Arc<watch::Sender<i64>>,
}

impl Writer {
    pub(super) fn new(wire: WriterWire, commits: Arc<AtomicU64>) -> Self {
        let state = State {
            wire,
            node: String::new(),
            heads: Heads::default(),
            open: false,
            abandoned: false,
            group: 1,
            commits,
            failed: Vec::new(),
        };
        Self { state: Arc::new(Mutex::new(state)), kept: Arc::new(watch::Sender::new(0)) }
    }

    pub(super) async fn name_node(&self, node: String) {
        self.state.lock().await.node = node;
    }

    pub(super) async fn begin(&self, db: Db) -> Result<Tx, Problem> {
        let mut state = Arc::clone(&self.state).lock_owned().await;
        if let Err(problem) = state.join().await {
            state.give_up().await;
            return Err(problem);
        }
        let before = state.heads;
        Ok(Tx { db, state, before, done: false })
    }

    /// Runs a batch of definitions outside any group.
    pub(super) async fn define(&self, sql: &str) -> Result<(), Problem> {
        self.state.lock().await.wire.batch(sql).await
    }
}

impl Writer {
    /// Runs a batch between two groups; `false`: a group is open, and nothing was done.
    pub(super) async fn between(&self, sql: &str) -> Result<bool, Problem> {
        let mut state = self.state.lock().await;
        if state.open {
            return Ok(false);
        }
        state.wire.batch(sql).await.map(|()| true)
    }
}

/// One action's transaction. Dropped without [`Tx::commit`], it leaves nothing behind.
pub struct Tx {
    pub(super) db: Db,
    pub(super) state: OwnedMutexGuard<State>,
    before: Heads,
    done: bool,
}

impl Tx {
    /// Changes rows. Only a room's `event.rs` (and stores of tables that are not of the journal) should say this.
    pub async fn run(&self, statement: &Statement, args: &[Value]) -> Result<(), Problem> {
        self.state.wire.rows(statement, args).await.map(|_| ())
    }

    /// Keeps what was done: returns when it is on disk.
    pub async fn commit(mut self) -> Result<(), Problem> {
        self.state.wire.batch("release savepoint a").await?;
        self.done = true;
        let ticket = self.state.group;
        let writer = Arc::clone(OwnedMutexGuard::mutex(&self.state));
        let kept = Arc::clone(&self.db.inner().writer.kept);
        drop(self);
        // A task of its own: somebody who hangs up must not leave the group of others uncommitted.
        tokio::spawn(commit_group(writer, kept, ticket)).await?
    }
}

async fn commit_group(writer: Arc<Mutex<State>>, kept: Arc<watch::Sender<i64>>, ticket: u64) -> Result<(), Problem> {
    let mut state = writer.lock().await;
    if state.group == ticket {
        let outcome = match state.settle().await {
            Ok(()) => flush(&mut state.wire).await,
            Err(problem) => Err(problem),
        };
        if let Err(problem) = outcome {
            state.give_up().await;
            return Err(problem);
        }
        state.open = false;
        state.group += 1;
        state.commits.fetch_add(1, Ordering::Release);
        kept.send_replace(state.heads.position);
    }
    if state.failed.contains(&ticket) {
        return Err(Problem::new("the group's commit failed; nothing was kept"));
    }
    Ok(())
}

async fn flush(wire: &mut WriterWire) -> Result<(), Problem> {
    let many = tokio::runtime::Handle::current().runtime_flavor() == tokio::runtime::RuntimeFlavor::MultiThread;
    match wire {
        // The disk takes its time: other work moves to another thread meanwhile.
        WriterWire::Sqlite(wire) if many => tokio::task::block_in_place(|| wire.batch("commit")),
        wire => wire.batch("commit").await,
    }
}

impl Run for Tx {
    async fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
        super::count_query();
        self.state.wire.rows(statement, args).await
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if !self.done {
            self.state.abandoned = true;
            self.state.heads = self.before;
        }
    }
}
