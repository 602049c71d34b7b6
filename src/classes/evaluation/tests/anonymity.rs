//! The test of the promise: a store does not know who gave which answer, nor does its journal; and no answer is lost.

use super::super::{Answer, actions};
use super::world::{Hall, hall, told};
use crate::both;
use crate::db::{Access, Deed};
use crate::ground::{Chance, Problem, child_id};
use crate::stage::Stage;
use crate::web::{Actor, Grant, Role};
use std::collections::BTreeSet;

fn answer(mark: usize, words: &str) -> Answer {
    Answer { marks: [Some(mark); 8], words: [words.to_owned(), format!("{words} thì nên khác"), String::new()] }
}

fn actor(hall: &Hall, n: usize) -> Actor {
    let grant = Grant { role: Role::Trainee, class: Some(hall.class.clone()), project: None };
    Actor { person: Some(hall.people[n].1.clone()), grants: vec![grant], ..Actor::default() }
}

fn at(stage: &Stage, what: &str) -> Deed {
    Deed { id: child_id("test", what), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

/// What stands in every table now and did not before.
async fn new_rows(stage: &Stage, before: &BTreeSet<String>) -> Result<BTreeSet<String>, Problem> {
    Ok(stage.db().everything().await?.difference(before).cloned().collect())
}

/// Do these bytes lie in a file of an SQLite store's folder?
fn lies_in(stage: &Stage, text: &str) -> Result<bool, Problem> {
    let Some(folder) = stage.folder() else { return Ok(false) };
    for file in std::fs::read_dir(folder)?.flatten() {
        if std::fs::read(file.path())?.windows(text.len()).any(|it| it == text.as_bytes()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The same class lived once: so many in this order, each with this answer. What the answers left in the store, and what the closing did.
async fn live(stage: &Stage, order: &[(usize, usize)]) -> Result<[BTreeSet<String>; 2], Problem> {
    let hall = hall(stage, 6).await?;
    actions::open(stage.db(), &hall.keeper, at(stage, "open"), &hall.class).await.map_err(told)?;
    let before = stage.db().everything().await?;
    for (person, said) in order {
        let given = answer(1 + said % 5, ["Bún chả", "Mương", "Sáu tháng", "Ít quá", "Đạt", "Ổn"][*said]);
        actions::answer(stage.db(), &actor(&hall, *person), &hall.class, &given).await.map_err(told)?;
    }
    let open = new_rows(stage, &before).await?;
    // The beginning of the list of who came, as it lies on the disk.
    let came: String = open.iter().filter_map(|it| it.split_once('[')).flat_map(|it| it.1.chars().take(70)).collect();
    assert_eq!((came.len(), lies_in(stage, &came)?), (70, stage.folder().is_some()));
    actions::close(stage.db(), &hall.keeper, at(stage, "close"), &hall.class).await.map_err(told)?;
    assert!(!lies_in(stage, &came)?, "gone from the freed pages of the file and from the log of writes");
    let closed = new_rows(stage, &before).await?;
    stage.check().await?;
    Ok([open, closed])
}

/// Who answers what, and who comes first: A says x and B says y; A says y and B says x; and the other way round in time.
const LIVES: [[(usize, usize); 6]; 5] = [
    [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)],
    [(0, 1), (1, 0), (2, 2), (3, 3), (4, 4), (5, 5)],
    [(1, 1), (0, 0), (2, 2), (3, 3), (4, 4), (5, 5)],
    [(1, 0), (0, 1), (5, 2), (4, 3), (3, 4), (2, 5)],
    [(5, 0), (4, 1), (3, 2), (2, 3), (1, 4), (0, 5)],
];

async fn every_life_leaves_the_same(stages: &[Stage]) -> Result<(), Problem> {
    let mut left = Vec::new();
    for (stage, order) in stages.iter().zip(&LIVES) {
        left.push(live(stage, order).await?);
    }
    let [open, closed] = &left[0];
    for other in &left[1..] {
        assert_eq!(&other[0], open);
        assert_eq!(&other[1], closed);
    }
    // While it is open: one row of the urn, and nothing in the journal or anywhere else.
    assert_eq!(open.len(), 1, "{open:#?}");
    assert!(open.iter().all(|it| it.starts_with("urns")), "{open:#?}");
    // Closed: what is told, and no row in which a person and an answer stand together.
    assert!(closed.iter().all(|it| ["journal", "evaluations", "evaluation_sums", "evaluation_words"].iter().any(|t| it.starts_with(t))));
    assert!(closed.iter().any(|it| it.contains("Bún chả")));
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_can_link_an_answer_on_sqlite() -> Result<(), Problem> {
    let mut stages = Vec::new();
    for _ in &LIVES {
        stages.push(Stage::sqlite().await?);
    }
    every_life_leaves_the_same(&stages).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_can_link_an_answer_on_postgres() -> Result<(), Problem> {
    let mut stages = Vec::new();
    for _ in &LIVES {
        let Some(stage) = Stage::postgres().await? else { return Ok(()) };
        stages.push(stage);
    }
    every_life_leaves_the_same(&stages).await
}

both!(
    /// After closing, no row of any table has both a trainee (person or trainee, by id) and a word or mark that somebody gave.
    no_row_has_a_person_and_an_answer,
    stage,
    {
        let hall = hall(stage, 6).await?;
        actions::open(stage.db(), &hall.keeper, at(stage, "open"), &hall.class).await.map_err(told)?;
        let said = ["Bún chả ngon", "Mương bị cuốn", "Sáu tháng chờ", "Ít quá", "Đạt", "Ổn cả"];
        for (n, words) in said.iter().enumerate() {
            actions::answer(stage.db(), &actor(&hall, n), &hall.class, &answer(5, words)).await.map_err(told)?;
        }
        let together = |all: &BTreeSet<String>| {
            all.iter()
                .filter(|row| said.iter().any(|it| row.contains(it)))
                .filter(|row| hall.people.iter().any(|(trainee, person)| row.contains(trainee) || row.contains(person)))
                .cloned()
                .collect::<Vec<_>>()
        };
        let open = stage.db().everything().await?;
        let urn = together(&open);
        assert!(urn.iter().all(|it| it.starts_with("urns")), "only the urn, where all of them stand with all of it: {urn:#?}");
        actions::close(stage.db(), &hall.keeper, at(stage, "close"), &hall.class).await.map_err(told)?;
        let closed = stage.db().everything().await?;
        assert!(together(&closed).is_empty(), "{:#?}", together(&closed));
        let bodies = closed.iter().filter(|it| it.starts_with("journal") && said.iter().any(|word| it.contains(word))).count();
        assert_eq!(bodies, 1, "one event, of the closing");
    }
);

both!(
    /// Forty phones at once, and on PostgreSQL two processes: all forty are counted, each once.
    no_answer_is_lost,
    stage,
    {
        let hall = hall(stage, 40).await?;
        let db = stage.db().clone();
        actions::open(&db, &hall.keeper, at(stage, "open"), &hall.class).await.map_err(told)?;
        let other = if db.engine() == "postgres" {
            let opened = crate::house::open_store(stage.store(), Access::Write, &stage.app.clock, &Chance::System).await;
            opened.map_err(|error| Problem::new(format!("{error:?}")))?
        } else {
            db.clone()
        };
        let tasks: Vec<_> = (0..80)
            .map(|n| {
                // Everyone presses twice.
                let (db, actor, class) = (if n % 2 == 0 { db.clone() } else { other.clone() }, actor(&hall, n % 40), hall.class.clone());
                let given = answer(1 + (n % 40) % 5, &format!("Ý kiến {}", n % 40));
                tokio::spawn(async move { actions::answer(&db, &actor, &class, &given).await.map_err(told) })
            })
            .collect();
        for task in tasks {
            task.await??;
        }
        actions::close(&db, &hall.keeper, at(stage, "close"), &hall.class).await.map_err(told)?;
        assert_eq!(stage.count("select answered from evaluations").await?, 40);
        assert_eq!(stage.count("select cast(sum(given) as bigint) from evaluation_sums where question = 'time'").await?, 40);
        assert_eq!(stage.count("select given from evaluation_sums where question = 'time' and mark = 3").await?, 8);
        assert_eq!(stage.count("select count(*) from evaluation_words where question = 'useful'").await?, 40);
    }
);
