//! The store's promises, on both engines: nothing half-done, nothing twice, nothing missed, nothing lost.

use super::*;
use crate::ground::Instant;

/// A room of one table, for these tests: a note counts in `attempts`.
fn schema() -> Schema {
    let applier = Applier {
        kinds: &["test.noted"],
        apply: |tx, event| {
            Box::pin(async move {
                let slot: i64 = event.body()?;
                if slot < 0 {
                    return Err(Problem::new("a note that cannot be applied"));
                }
                tx.run(&NOTE, args![&event.about, slot]).await
            })
        },
    };
    Schema { appliers: vec![applier], tables: vec!["attempts"], local: vec![], blobs: vec![] }
}

statements! {
    NOTE = "insert into attempts (what, slot, tries) values ($1, $2, 1) on conflict (what, slot) do update set tries = attempts.tries + 1";
    NOTES = "select cast(coalesce(sum(tries), 0) as bigint) from attempts";
    SPOIL = "update attempts set tries = 7 where what = $1";
    // The parameters stand out of order on purpose: `$2` is the second value on both engines.
    OUT_OF_ORDER = "select cast($2 as text), cast($1 as bigint), true, cast(null as text)";
}

fn deed(n: i64) -> Deed {
    Deed { id: crate::ground::child_id("deed", &n.to_string()), actor: None, on_behalf: None, at: Instant(1_000 + n) }
}

async fn on_folder(folder: &Path) -> Result<Db, OpenError> {
    Db::open(&Store::Folder(folder.to_owned()), Access::Write, schema(), &Clock::fixed(0), &Chance::System).await
}

async fn on_postgres(address: &str) -> Result<Db, OpenError> {
    Db::open(&Store::Postgres(address.to_owned()), Access::Write, schema(), &Clock::fixed(0), &Chance::System).await
}

/// A new database's address, when there is a PostgreSQL to test on.
async fn postgres_address() -> Result<Option<String>, Problem> {
    match crate::stage::Stage::postgres().await? {
        Some(stage) => match stage.store() {
            Store::Postgres(address) => Ok(Some(address.clone())),
            Store::Folder(_) => Ok(None),
        },
        None => Ok(None),
    }
}

async fn note(db: &Db, n: i64, about: &str, slot: i64) -> Result<bool, Problem> {
    let mut tx = db.begin().await?;
    let new = tx.record(&deed(n), "test.noted", about, None, &slot).await?;
    tx.commit().await?;
    Ok(new)
}

async fn promises(db: &Db) -> Result<(), Problem> {
    assert!(note(db, 1, "a", 1).await?);
    assert!(!note(db, 1, "a", 1).await?, "a deed repeated is done once");

    // Left without commit, and failed in apply: nothing stays, the writer goes on, positions have no gap.
    let mut left = db.begin().await?;
    left.record(&deed(2), "test.noted", "left", None, &1).await?;
    drop(left);
    assert!(note(db, 3, "bad", -1).await.is_err());
    assert!(note(db, 4, "b", 1).await?);
    assert_eq!(db.position().await?, 2);

    // Forty at once share groups; all are kept, and one of them fails without harming the others.
    let many = (10..50).map(|n| {
        let db = db.clone();
        tokio::spawn(async move { note(&db, n, "many", if n == 30 { -1 } else { 2 }).await })
    });
    let mut kept = 0;
    for one in many.collect::<Vec<_>>() {
        kept += i64::from(one.await?.is_ok());
    }
    assert_eq!(kept, 39);
    assert_eq!(db.position().await?, 41);
    assert_eq!(db.the::<i64>(&NOTES, &[]).await?, 41);

    for statement in ALL {
        db.prepare(statement).await?;
    }
    let row: (String, i64, bool, Option<String>) = db.the(&OUT_OF_ORDER, args![5, "x"]).await?;
    assert_eq!(row, ("x".to_owned(), 5, true, None));

    let report = db.check().await?;
    assert_eq!((report.events, report.differences.len()), (41, 0));
    let tx = db.begin().await?;
    tx.run(&SPOIL, args!["a"]).await?;
    tx.commit().await?;
    let report = db.check().await?;
    assert_eq!(report.differences.len(), 2, "the row that stands and the row that should: {:?}", report.differences);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_promises_hold_on_sqlite() -> Result<(), Problem> {
    let folder = tempfile::tempdir()?;
    let db = on_folder(folder.path()).await.map_err(|error| Problem::new(format!("{error:?}")))?;
    promises(&db).await?;
    match on_folder(folder.path()).await {
        Err(OpenError::InUse(_)) => Ok(()),
        _ => Err(Problem::new("a second process on the same folder must be refused")),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_promises_hold_on_postgres() -> Result<(), Problem> {
    let Some(address) = postgres_address().await? else { return Ok(()) };
    let db = on_postgres(&address).await.map_err(|error| Problem::new(format!("{error:?}")))?;
    promises(&db).await
}

/// Two processes write, one of them slow to commit; the reader sees every event once, in order.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_follower_misses_nothing_on_postgres_when_commits_are_slow() -> Result<(), Problem> {
    let Some(address) = postgres_address().await? else { return Ok(()) };
    let told = |error| Problem::new(format!("{error:?}"));
    let (slow, quick) = (on_postgres(&address).await.map_err(told)?, on_postgres(&address).await.map_err(told)?);
    let reader = on_postgres(&address).await.map_err(told)?;
    follow_two_writers(slow, quick, reader).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_follower_misses_nothing_on_sqlite() -> Result<(), Problem> {
    let folder = tempfile::tempdir()?;
    let db = on_folder(folder.path()).await.map_err(|error| Problem::new(format!("{error:?}")))?;
    follow_two_writers(db.clone(), db.clone(), db).await
}

async fn follow_two_writers(slow: Db, quick: Db, reader: Db) -> Result<(), Problem> {
    let following = tokio::spawn(async move {
        let mut follower = reader.follow(0);
        let mut seen = Vec::new();
        while seen.len() < 60 {
            seen.push(follower.next().await?.position);
        }
        Ok::<_, Problem>(seen)
    });
    let slow_writes = tokio::spawn(async move {
        for n in 100..120 {
            let mut tx = slow.begin().await?;
            tx.record(&deed(n), "test.noted", "slow", None, &1).await?;
            tokio::time::sleep(std::time::Duration::from_millis(15)).await;
            tx.commit().await?;
        }
        Ok::<_, Problem>(())
    });
    let quick_writes = tokio::spawn(async move {
        for n in 200..240 {
            note(&quick, n, "quick", 2).await?;
        }
        Ok::<_, Problem>(())
    });
    slow_writes.await??;
    quick_writes.await??;
    let seen = tokio::time::timeout(std::time::Duration::from_secs(20), following).await???;
    assert_eq!(seen, (1..=60).collect::<Vec<i64>>());
    Ok(())
}

/// A backup taken while somebody writes is whole, and fills an empty store of either engine.
async fn a_backup_comes_back(db: &Db, empty: &Db) -> Result<(), Problem> {
    for n in 0..30 {
        note(db, n, "kept", n).await?;
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("backup.sqlite");
    let writing = {
        let db = db.clone();
        tokio::spawn(async move {
            for n in 30..60 {
                note(&db, n, "meanwhile", n).await?;
            }
            Ok::<_, Problem>(())
        })
    };
    db.backup(&file).await?;
    writing.await??;
    assert!(db.backup(&file).await.is_err(), "a backup is never overwritten");
    empty.restore(&file).await?;
    let report = empty.check().await?;
    assert!(report.events >= 30 && report.differences.is_empty());
    assert!(empty.restore(&file).await.is_err(), "only an empty store is filled");
    assert!(note(empty, 1000, "after", 1).await?, "the restored store goes on");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_comes_back_on_sqlite() -> Result<(), Problem> {
    let (one, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let told = |error| Problem::new(format!("{error:?}"));
    a_backup_comes_back(&on_folder(one.path()).await.map_err(told)?, &on_folder(other.path()).await.map_err(told)?).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_comes_back_on_postgres() -> Result<(), Problem> {
    let (Some(one), Some(other)) = (postgres_address().await?, postgres_address().await?) else { return Ok(()) };
    let told = |error| Problem::new(format!("{error:?}"));
    a_backup_comes_back(&on_postgres(&one).await.map_err(told)?, &on_postgres(&other).await.map_err(told)?).await
}

/// An answer that is remembered is never older than what was acknowledged.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_acknowledged_is_read_as_it_was_before() -> Result<(), Problem> {
    let folder = tempfile::tempdir()?;
    let db = on_folder(folder.path()).await.map_err(|error| Problem::new(format!("{error:?}")))?;
    let writers = (0..4_i64).map(|writer| {
        let db = db.clone();
        tokio::spawn(async move {
            for n in 0..50 {
                let before: i64 = db.the(&NOTES, &[]).await?;
                note(&db, 1000 * (writer + 1) + n, "seen", writer).await?;
                let after: i64 = db.the(&NOTES, &[]).await?;
                assert!(after > before, "{before} notes before, {after} after one more was acknowledged");
            }
            Ok::<_, Problem>(())
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await??;
    }
    assert_eq!(db.the::<i64>(&NOTES, &[]).await?, 200);
    Ok(())
}
