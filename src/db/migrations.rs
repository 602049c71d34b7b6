//! The tables' definitions, in order, for both engines. A released file is never edited: a change is a new file.

use crate::ground::Problem;
use refinery::{Migration, Runner};

/// Number and name as in `migrations/`, and the text.
macro_rules! migrations {
    ($($file:literal),+ $(,)?) => { &[$(($file, include_str!(concat!("../../migrations/", $file, ".sql")))),+] };
}

pub(super) const ALL: &[(&str, &str)] = migrations![
    "0001_journal",
    "0002_places",
    "0003_people",
    "0004_programmes",
    "0005_policy",
    "0006_classes",
    "0007_difficulties",
    "0008_discussion",
    "0009_boards",
    "0010_practices",
    "0011_plans",
    "0012_evaluation",
    "0013_cadres",
    "0014_wall",
    "0015_news",
    "0016_rollout",
    "0017_wordings",
    "0018_reviews",
    "0019_search",
];

fn runner() -> Result<Runner, Problem> {
    let mut all = Vec::new();
    for (file, text) in ALL {
        let (number, name) = file.split_once('_').ok_or_else(|| Problem::new(format!("{file} has no number")))?;
        all.push(Migration::unapplied(&format!("V{}__{name}", number.trim_start_matches('0')), text)?);
    }
    Ok(Runner::new(&all).set_abort_missing(false))
}

pub(super) fn sqlite(connection: &mut rusqlite::Connection) -> Result<(), Problem> {
    runner()?.run(connection)?;
    Ok(())
}

/// Several processes may start at once on one database: they take turns.
pub(super) async fn postgres(pool: &deadpool_postgres::Pool) -> Result<(), Problem> {
    let mut object = pool.get().await?;
    object.batch_execute("set lock_timeout = '60s'; select pg_advisory_lock(1352017)").await?;
    let client: &mut tokio_postgres::Client = &mut object;
    let done = runner()?.run_async(client).await;
    object.batch_execute("select pg_advisory_unlock(1352017); set lock_timeout = 0").await?;
    done?;
    Ok(())
}
