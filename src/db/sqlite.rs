//! SQLite: a file opened by one writer and a few readers, answered on the calling thread.

use super::statement::Statement;
use super::value::{Row, Value, from_sqlite};
use crate::ground::Problem;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One connection. The lock is never contended for long: a statement is a few microseconds.
pub(super) struct Wire(Mutex<Connection>);

/// Names of the parameters, so that `$2` means the second value wherever it stands in the text.
const NAMES: [&str; 30] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16", "$17", "$18", "$19", "$20",
    "$21", "$22", "$23", "$24", "$25", "$26", "$27", "$28", "$29", "$30",
];

impl Wire {
    pub(super) fn writer(path: &Path) -> Result<Self, Problem> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000;
             pragma cache_size = -4000; pragma temp_store = memory; pragma secure_delete = on;",
        )?;
        Ok(Self::around(connection))
    }

    pub(super) fn memory() -> Result<Self, Problem> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch("pragma foreign_keys = on;")?;
        Ok(Self::around(connection))
    }

    pub(super) fn reader(path: &Path) -> Result<Self, Problem> {
        let connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI,
        )?;
        connection.execute_batch("pragma busy_timeout = 5000; pragma cache_size = -1000; pragma temp_store = memory;")?;
        Ok(Self::around(connection))
    }

    fn around(connection: Connection) -> Self {
        connection.set_prepared_statement_cache_capacity(256);
        Self(Mutex::new(connection))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
        query(&self.lock(), statement, args)
    }

    pub(super) fn batch(&self, sql: &str) -> Result<(), Problem> {
        Ok(self.lock().execute_batch(sql)?)
    }
}

fn query(connection: &Connection, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
    let told = |error: rusqlite::Error| Problem::new(format!("{}: {error}", statement.name));
    let mut prepared = connection.prepare_cached(statement.sql).map_err(told)?;
    for (name, value) in NAMES.iter().zip(args) {
        let Some(index) = prepared.parameter_index(name).map_err(told)? else {
            return Err(Problem::new(format!("{} has no {name}", statement.name)));
        };
        prepared.raw_bind_parameter(index, value).map_err(told)?;
    }
    let columns = prepared.column_count();
    let mut found = prepared.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = found.next().map_err(told)? {
        let mut values = Vec::with_capacity(columns);
        for column in 0..columns {
            values.push(from_sqlite(row.get_ref(column).map_err(told)?)?);
        }
        rows.push(Row::new(values));
    }
    Ok(rows)
}

/// The readers: whichever is free answers.
pub(super) struct Readers {
    wires: Vec<Wire>,
    next: AtomicUsize,
}

impl Readers {
    pub(super) fn open(path: &Path, count: usize) -> Result<Self, Problem> {
        let wires = (0..count).map(|_| Wire::reader(path)).collect::<Result<_, _>>()?;
        Ok(Self { wires, next: AtomicUsize::new(0) })
    }

    pub(super) fn prepare(&self, statement: &Statement) -> Result<(), Problem> {
        let wire = self.wires.first().ok_or_else(|| Problem::new("no reader is open"))?;
        wire.lock().prepare(statement.sql).map_err(|error| Problem::new(format!("{}: {error}", statement.name)))?;
        Ok(())
    }

    pub(super) fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
        let start = self.next.fetch_add(1, Ordering::Relaxed);
        let turn = |i: usize| self.wires.get((start + i) % self.wires.len());
        for wire in (0..self.wires.len()).filter_map(turn) {
            if let Ok(connection) = wire.0.try_lock() {
                return query(&connection, statement, args);
            }
        }
        turn(0).ok_or_else(|| Problem::new("no reader is open"))?.rows(statement, args)
    }
}
