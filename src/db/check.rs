//! `nguon check`: the journal replayed into a scratch store, every table compared.

use super::snapshot::Snapshot;
use super::{Access, Db, Event, Run, Store, Value, args, journal};
use crate::ground::{Chance, Clock, Problem};

/// A row that stands on one side only, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub table: &'static str,
    /// The row stands in the store but the journal does not make it (`true`), or the other way round (`false`).
    pub in_store: bool,
    pub row: String,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub events: usize,
    pub tables: usize,
    pub rows: usize,
    pub differences: Vec<Difference>,
}

impl Db {
    /// Replays the journal into a scratch store and compares every table drawn from it.
    pub async fn check(&self) -> Result<Report, Problem> {
        let folder = tempfile::tempdir()?;
        let scratch = self.scratch(folder.path()).await?;
        let now = self.snapshot().await?;
        let mut report = Report { events: replay(&now, &scratch).await?, ..Report::default() };
        let made_of = scratch.snapshot().await?;
        for table in &self.inner().schema.tables {
            let (ours, made) = (dump(&now, table).await?, dump(&made_of, table).await?);
            report.tables += 1;
            report.rows += ours.len();
            for (from, against, in_store) in [(&ours, &made, true), (&made, &ours, false)] {
                let only = from.iter().filter(|row| against.binary_search(row).is_err());
                report.differences.extend(only.map(|row| Difference { table, in_store, row: row.clone() }));
            }
        }
        Ok(report)
    }

    /// Every row of every table, as text that begins with the table's name: for tests of what a store knows.
    #[cfg(test)]
    pub(crate) async fn everything(&self) -> Result<std::collections::BTreeSet<String>, Problem> {
        let now = self.snapshot().await?;
        let schema = &self.inner().schema;
        let mut all = std::collections::BTreeSet::new();
        for table in schema.tables.iter().chain(&schema.local).chain(&["journal", "store_secrets"]) {
            all.extend(dump(&now, table).await?.into_iter().map(|row| format!("{table}: {row}")));
        }
        Ok(all)
    }

    /// An empty store in `folder` that the same rooms write; it need not survive a power cut.
    async fn scratch(&self, folder: &std::path::Path) -> Result<Self, Problem> {
        let schema = self.inner().schema.clone();
        let store = Store::Folder(folder.to_owned());
        let scratch = Self::open(&store, Access::Write, schema, &Clock::fixed(0), &Chance::seeded(0)).await;
        let scratch = scratch.map_err(|error| Problem::new(format!("no scratch store: {error:?}")))?;
        scratch.inner().writer.define("pragma synchronous = off").await?;
        Ok(scratch)
    }
}

/// Lets the rooms of `scratch` apply every event of `from`.
async fn replay(from: &Snapshot, scratch: &Db) -> Result<usize, Problem> {
    let mut position = 0;
    let mut count = 0;
    loop {
        let events: Vec<Event> = from.all(&journal::AFTER, args![position, 500]).await?;
        let Some(last) = events.last() else { return Ok(count) };
        position = last.position;
        count += events.len();
        let tx = scratch.begin().await?;
        for event in &events {
            tx.keep(event).await.map_err(|problem| Problem::new(format!("event {} ({}): {problem}", event.position, event.kind)))?;
        }
        tx.commit().await?;
    }
}

/// Every row of a table as text, sorted, alike on both engines.
async fn dump(from: &Snapshot, table: &'static str) -> Result<Vec<String>, Problem> {
    let rows = from.table(table).await?;
    let mut rows: Vec<String> = rows.iter().map(|row| row.iter().map(plain).collect::<Vec<_>>().join(" | ")).collect();
    rows.sort_unstable();
    Ok(rows)
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "∅".to_owned(),
        Value::Text(it) => it.replace('\n', "⏎"),
        Value::Int(it) => it.to_string(),
        Value::Bool(it) => i64::from(*it).to_string(),
        Value::Real(it) => it.to_string(),
    }
}
