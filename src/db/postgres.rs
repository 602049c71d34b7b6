//! PostgreSQL: a pool of connections for reading, one kept for the writer.

use super::statement::Statement;
use super::value::{Row, Value, from_postgres};
use crate::ground::{Chance, Problem};
use deadpool_postgres::{ClientWrapper, Manager, ManagerConfig, Pool, RecyclingMethod};
use tokio_postgres::NoTls;
use tokio_postgres::types::ToSql;

/// The pool at `address` (`postgres://user@host/database`).
pub(super) fn pool(address: &str) -> Result<Pool, Problem> {
    let config: tokio_postgres::Config = address.parse()?;
    let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
    Ok(Pool::builder(manager).max_size(16).build()?)
}

fn told(statement: &Statement, error: &tokio_postgres::Error) -> Problem {
    let detail = error.as_db_error().map_or_else(|| error.to_string(), |it| format!("{} ({})", it.message(), it.code().code()));
    Problem::new(format!("{}: {detail}", statement.name))
}

pub(super) async fn prepare(client: &ClientWrapper, statement: &Statement) -> Result<(), Problem> {
    client.prepare(statement.sql).await.map_err(|error| told(statement, &error))?;
    Ok(())
}

pub(super) async fn rows(client: &ClientWrapper, statement: &Statement, args: &[Value]) -> Result<Vec<Row>, Problem> {
    let prepared = client.prepare_cached(statement.sql).await.map_err(|error| told(statement, &error))?;
    let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|value| -> &(dyn ToSql + Sync) { value }).collect();
    let found = client.query(&prepared, &args).await.map_err(|error| told(statement, &error))?;
    found.iter().map(from_postgres).collect()
}

/// Makes an empty database on the server that `address` names, in the `C` order that sort keys want, and gives its address.
pub async fn new_database(address: &str, chance: &Chance) -> Result<String, Problem> {
    let name = format!("t{}", hex::encode(chance.bytes::<8>()));
    let (client, connection) = tokio_postgres::connect(address, NoTls).await?;
    let connected = tokio::spawn(connection);
    let sql = format!("create database {name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    client.batch_execute(&sql).await?;
    drop(client);
    connected.await??;
    let (front, query) = address.split_once('?').map_or((address, None), |(front, query)| (front, Some(query)));
    let base = front.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    Ok(query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}")))
}
