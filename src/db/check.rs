//! `nguon check`: the journal replayed into a scratch store, every table compared.

use super::{Access, Db, Run, Statement, Store, Value};
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
        let mut report = Report { events: self.replay_into(&scratch).await?, ..Report::default() };
        for table in &self.inner().schema.tables {
            let (ours, made) = (self.dump(table).await?, scratch.dump(table).await?);
            report.tables += 1;
            report.rows += ours.len();
            for (from, against, in_store) in [(&ours, &made, true), (&made, &ours, false)] {
                let only = from.iter().filter(|row| against.binary_search(row).is_err());
                report.differences.extend(only.map(|row| Difference { table, in_store, row: row.clone() }));
            }
        }
        Ok(report)
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

    async fn replay_into(&self, scratch: &Self) -> Result<usize, Problem> {
        let mut position = 0;
        let mut count = 0;
        loop {
            let events = self.events_after(position, 500).await?;
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
    async fn dump(&self, table: &'static str) -> Result<Vec<String>, Problem> {
        let mut rows: Vec<String> = self.table(table).await?.into_iter().map(|row| row.iter().map(plain).collect::<Vec<_>>().join(" | ")).collect();
        rows.sort_unstable();
        Ok(rows)
    }

    /// Every row of a table, in no particular order.
    pub(super) async fn table(&self, table: &'static str) -> Result<Vec<Vec<Value>>, Problem> {
        let sql: &'static str = Box::leak(format!("select * from {table}").into_boxed_str());
        let rows = self.rows(&Statement { name: table, sql }, &[]).await?;
        Ok(rows.into_iter().map(super::Row::rest).collect())
    }
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
