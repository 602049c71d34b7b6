//! What the journal knows of an evaluation: that it was opened, and what came of it. The only writer of `evaluations`, `evaluation_sums`
//! and `evaluation_words`. There is no event of an answer.
//!
//! Of two words about one evaluation the later by logical time stands, in whatever order they arrive.

use super::tally::Tally;
use crate::db::{Applying, Event, Run, Tx};
use crate::ground::Problem;
use crate::{args, statements};
use serde::{Deserialize, Serialize};

pub(in crate::classes) const OPENED: &str = "evaluation.opened";
pub(in crate::classes) const CLOSED: &str = "evaluation.closed";

/// The kinds of events of this alcove. Both are about the class.
pub(in crate::classes) const KINDS: &[&str] = &[OPENED, CLOSED];

#[derive(Serialize, Deserialize)]
pub(super) struct Opened {}

/// The body of [`CLOSED`] is a [`Tally`].
pub(super) type Closed = Tally;

statements! {
    STANDS = "select changed_hlc from evaluations where class_id = $1";
    OPEN = "insert into evaluations (class_id, opened_at, opened_by, closed_at, answered, papers, changed_hlc)
        values ($1, $2, $3, null, 0, 0, $4)
        on conflict (class_id) do update set opened_at = excluded.opened_at, opened_by = excluded.opened_by, closed_at = null,
            answered = 0, papers = 0, changed_hlc = excluded.changed_hlc";
    CLOSE = "insert into evaluations (class_id, opened_at, opened_by, closed_at, answered, papers, changed_hlc)
        values ($1, $2, null, $2, $3, $4, $5)
        on conflict (class_id) do update set closed_at = excluded.closed_at, answered = excluded.answered, papers = excluded.papers,
            changed_hlc = excluded.changed_hlc";
    CLEAR_SUMS = "delete from evaluation_sums where class_id = $1";
    CLEAR_WORDS = "delete from evaluation_words where class_id = $1";
    SUM = "insert into evaluation_sums (class_id, question, mark, given) values ($1, $2, $3, $4)";
    SAY = "insert into evaluation_words (class_id, question, sort, text) values ($1, $2, $3, $4)";
}

/// See the module.
pub(in crate::classes) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        let class = &event.about;
        if tx.one::<i64>(&STANDS, args![class]).await?.is_some_and(|it| it > event.hlc) {
            return Ok(());
        }
        tx.run(&CLEAR_SUMS, args![class]).await?;
        tx.run(&CLEAR_WORDS, args![class]).await?;
        match event.kind.as_str() {
            OPENED => tx.run(&OPEN, args![class, event.at, &event.actor, event.hlc]).await,
            CLOSED => {
                let it: Closed = event.body()?;
                tx.run(&CLOSE, args![class, event.at, it.answered, it.papers, event.hlc]).await?;
                keep(tx, class, &it).await
            }
            other => Err(Problem::new(format!("{other} is no kind of an evaluation"))),
        }
    })
}

async fn keep(tx: &Tx, class: &str, it: &Closed) -> Result<(), Problem> {
    for (question, counts) in &it.marks {
        for (mark, given) in (1_i64..).zip(counts) {
            tx.run(&SUM, args![class, question, mark, *given]).await?;
        }
    }
    for (question, said) in &it.words {
        for (sort, text) in (1_i64..).zip(said) {
            tx.run(&SAY, args![class, question, sort, text]).await?;
        }
    }
    Ok(())
}
