//! A backup is one SQLite file, whichever engine it is taken from, made while the store is in use; restoring fills an empty store.

use super::{Access, Db, Engine, Statement, Store};
use crate::ground::{Chance, Clock, Problem};
use std::path::Path;

impl Db {
    /// Writes the whole store into the new file `to`. Refuses to overwrite.
    pub async fn backup(&self, to: &Path) -> Result<(), Problem> {
        if to.exists() {
            return Err(Problem::new(format!("{} is there already", to.display())));
        }
        match &self.inner().engine {
            Engine::Sqlite { path, .. } => {
                let from = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                let mut file = rusqlite::Connection::open(to)?;
                rusqlite::backup::Backup::new(&from, &mut file)?.run_to_completion(256, std::time::Duration::ZERO, None)?;
                // The copy must stand alone: no log beside it.
                file.execute_batch("pragma journal_mode = delete")?;
                Ok(())
            }
            Engine::Postgres(_) => {
                let folder = tempfile::tempdir()?;
                let copy = self.empty_copy(folder.path()).await?;
                copy_rows(self, &copy).await?;
                copy.backup_sqlite(to).await
            }
        }
    }

    async fn backup_sqlite(&self, to: &Path) -> Result<(), Problem> {
        Box::pin(self.backup(to)).await
    }

    async fn empty_copy(&self, folder: &Path) -> Result<Self, Problem> {
        let store = Store::Folder(folder.to_owned());
        Self::open(&store, Access::Write, self.inner().schema.clone(), &Clock::fixed(0), &Chance::seeded(0))
            .await
            .map_err(|error| Problem::new(format!("no place for the copy: {error:?}")))
    }

    /// Fills this store, which must be empty, from a backup.
    pub async fn restore(&self, from: &Path) -> Result<(), Problem> {
        if self.position().await? > 0 {
            return Err(Problem::new("the store is not empty: a backup is restored into a new one"));
        }
        if !from.is_file() {
            return Err(Problem::new(format!("{} is not a file", from.display())));
        }
        let folder = tempfile::tempdir()?;
        std::fs::copy(from, folder.path().join("nguon.sqlite"))?;
        let source = self.empty_copy(folder.path()).await?;
        copy_rows(&source, self).await
    }
}

/// Copies every row of every table. The receiving store's own secrets give way to those of the source.
async fn copy_rows(from: &Db, to: &Db) -> Result<(), Problem> {
    let schema = &from.inner().schema;
    let now = from.snapshot().await?;
    let tx = to.begin().await?;
    tx.run(&Statement { name: "clear secrets", sql: "delete from store_secrets" }, &[]).await?;
    for table in ["journal"].iter().chain(&schema.tables).chain(&schema.local).chain(&["store_secrets"]) {
        let rows = now.table(table).await?;
        let Some(width) = rows.first().map(Vec::len) else { continue };
        let places: Vec<String> = (1..=width).map(|i| format!("${i}")).collect();
        // A statement's text lives as long as the program: one for each table, in a command that ends soon.
        let sql = Box::leak(format!("insert into {table} values ({})", places.join(", ")).into_boxed_str());
        for row in rows {
            tx.run(&Statement { name: "copy", sql }, &row).await?;
        }
    }
    tx.commit().await
}
