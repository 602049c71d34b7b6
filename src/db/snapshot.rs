//! A look at the whole store as of one moment, while others go on writing: for a check, a backup.

use super::statement::{Run, Statement};
use super::value::{Row, Value};
use super::{Db, Engine, postgres, sqlite};
use crate::ground::Problem;

/// See the module. Given up when dropped.
pub(super) enum Snapshot {
    Sqlite(sqlite::Wire),
    Postgres(Box<deadpool_postgres::ClientWrapper>),
}

impl Db {
    pub(super) async fn snapshot(&self) -> Result<Snapshot, Problem> {
        match &self.inner().engine {
            Engine::Sqlite { path, .. } => {
                let wire = sqlite::Wire::reader(path)?;
                // The first read fixes the moment.
                wire.batch("begin; select count(*) from journal")?;
                Ok(Snapshot::Sqlite(wire))
            }
            Engine::Postgres(pool) => {
                // Taken out of the pool, so that its transaction ends with it.
                let client = deadpool_postgres::Object::take(pool.get().await?);
                client.batch_execute("begin isolation level repeatable read read only").await?;
                Ok(Snapshot::Postgres(Box::new(client)))
            }
        }
    }
}

impl Snapshot {
    /// Every row of a table, in no particular order.
    pub(super) async fn table(&self, table: &'static str) -> Result<Vec<Vec<Value>>, Problem> {
        // One text for each table of a command that ends soon; the statement cache wants it to live on.
        let sql = Box::leak(format!("select * from {table}").into_boxed_str());
        let rows = self.rows(&Statement { name: table, sql }, &[]).await?;
        Ok(rows.into_iter().map(Row::rest).collect())
    }
}

impl Run for Snapshot {
    async fn rows(&self, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
        match self {
            Self::Sqlite(wire) => wire.rows(statement, args),
            Self::Postgres(client) => postgres::rows(client, statement, args).await,
        }
    }
}
