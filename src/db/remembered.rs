//! Answers remembered while nothing is written.
//!
//! In a hall of two hundred phones the same questions about one class are asked over and over between two writes. SQLite has one writer,
//! in this process, so an answer stays right exactly until the next commit: each is kept under the number of commits so far, and a commit
//! makes all of them old at once. Nothing is ever invalidated by name, so nothing can be forgotten. PostgreSQL, which other processes
//! write too, is always asked.

use super::statement::Statement;
use super::value::{Row, Value};
use crate::ground::Problem;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// As many values as are remembered at most: some ten megabytes of short texts.
const MOST_VALUES: usize = 150_000;

type Rows = Arc<Vec<Vec<Value>>>;

struct Kept {
    sql: &'static str,
    args: Vec<Value>,
    commits: u64,
    rows: Rows,
}

#[derive(Default)]
struct Memory {
    kept: HashMap<u64, Kept>,
    values: usize,
}

/// See the module.
#[derive(Default)]
pub(super) struct Remembered {
    commits: Arc<AtomicU64>,
    memory: Mutex<Memory>,
}

impl Remembered {
    /// What the writer counts up after each commit, before it answers anyone.
    pub(super) fn commits(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.commits)
    }

    /// The answer as it is remembered, or as `ask` gives it.
    pub(super) fn or_ask(
        &self,
        statement: &Statement,
        args: &[Value],
        ask: impl FnOnce() -> Result<Vec<Row>, Problem>,
    ) -> Result<Vec<Row>, Problem> {
        // Counted before asking: if a commit comes meanwhile, the answer is newer than its number and is asked again, never older.
        let commits = self.commits.load(Ordering::Acquire);
        let key = key(statement, args);
        if let Some(rows) = self.find(key, statement, args, commits) {
            return Ok(rows.iter().map(|values| Row::new(values.clone())).collect());
        }
        let rows: Rows = Arc::new(ask()?.into_iter().map(Row::rest).collect());
        let answer = rows.iter().map(|values| Row::new(values.clone())).collect();
        self.keep(key, Kept { sql: statement.sql, args: args.to_vec(), commits, rows });
        Ok(answer)
    }

    fn find(&self, key: u64, statement: &Statement, args: &[Value], commits: u64) -> Option<Rows> {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = memory.kept.get(&key)?;
        let same = kept.commits == commits && std::ptr::eq(kept.sql, statement.sql) && kept.args == args;
        same.then(|| Arc::clone(&kept.rows))
    }

    fn keep(&self, key: u64, kept: Kept) {
        let values: usize = kept.rows.iter().map(Vec::len).sum();
        if values > MOST_VALUES / 10 {
            return;
        }
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        if memory.values + values > MOST_VALUES {
            *memory = Memory::default();
        }
        memory.values += values;
        if let Some(old) = memory.kept.insert(key, kept) {
            memory.values -= old.rows.iter().map(Vec::len).sum::<usize>();
        }
    }
}

fn key(statement: &Statement, args: &[Value]) -> u64 {
    let mut hash = DefaultHasher::new();
    statement.sql.as_ptr().addr().hash(&mut hash);
    for value in args {
        match value {
            Value::Null => 0_u8.hash(&mut hash),
            Value::Text(it) => it.hash(&mut hash),
            Value::Int(it) => it.hash(&mut hash),
            Value::Bool(it) => it.hash(&mut hash),
            Value::Real(it) => it.to_bits().hash(&mut hash),
        }
    }
    hash.finish()
}
