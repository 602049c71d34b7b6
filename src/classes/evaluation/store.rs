//! What is asked of evaluations; and the urn, which is of this store alone and is kept here.
//!
//! No page asks for the urn's lists: only whether somebody is in the first one, and how many there are.

use super::question::{Open, Question};
use super::tally::{Tally, enough};
use crate::db::{Run, Tx};
use crate::ground::{Instant, Problem};
use crate::{args, row, statements};
use std::collections::BTreeSet;

statements! {
    // How it stands, how many have answered themselves while it is open, whether the asker is a trainee, and whether they have answered.
    STANDS = "select e.opened_at, e.closed_at, coalesce(e.answered, 0), coalesce(e.papers, 0), coalesce(u.answered, 0),
        exists (select 1 from trainees t where t.class_id = c.id and t.person_id = $2 and t.state <> 'withdrawn' and (t.state = 'named'
            or exists (select 1 from attendance a where a.trainee_id = t.id and a.state in ('present', 'late', 'left_early')))),
        coalesce(u.came like '%\"' || $2 || '\"%', false),
        (select count(*) from trainees t where t.class_id = c.id and t.state = 'named')
        from classes c left join evaluations e on e.class_id = c.id left join urns u on u.class_id = c.id where c.id = $1";
    SUMS = "select question, mark, given from evaluation_sums where class_id = $1 order by question, mark";
    WORDS = "select question, text from evaluation_words where class_id = $1 order by question, sort";
    URN = "select came, tally from urns where class_id = $1";
    FILL_URN = "insert into urns (class_id, came, tally, answered) values ($1, $2, $3, $4)
        on conflict (class_id) do update set came = excluded.came, tally = excluded.tally, answered = excluded.answered";
    EMPTY_URN = "delete from urns where class_id = $1";
}

/// How the evaluation of a class stands, for one asker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) opened_at: Option<Instant>,
    pub(super) closed_at: Option<Instant>,
    /// As told on closing.
    pub(super) answered: i64,
    pub(super) papers: i64,
    /// While it is open, without the paper sheets: never shown as it is.
    pub(super) so_far: i64,
    pub(super) takes_part: bool,
    pub(super) has_answered: bool,
    /// Trainees named for the class.
    pub(super) named: i64,
}
row!(Standing { opened_at, closed_at, answered, papers, so_far, takes_part, has_answered, named });

impl Standing {
    pub(super) fn is_open(&self) -> bool {
        self.opened_at.is_some() && self.closed_at.is_none()
    }

    /// Closed with a result.
    pub(super) fn has_result(&self) -> bool {
        self.closed_at.is_some() && enough(self.answered, self.papers)
    }
}

pub(super) async fn standing(run: &impl Run, class: &str, person: &str) -> Result<Standing, Problem> {
    Ok(run.one(&STANDS, args![class, person]).await?.unwrap_or_default())
}

/// What the closed evaluation of a class tells.
pub(super) async fn result(run: &impl Run, class: &str, standing: &Standing) -> Result<Tally, Problem> {
    let mut tally = Tally { answered: standing.answered, papers: standing.papers, ..Tally::default() };
    let sums: Vec<(String, i64, i64)> = run.all(&SUMS, args![class]).await?;
    for (question, mark, given) in sums.into_iter().filter(|it| Question::ALL.iter().any(|question| question.name() == it.0)) {
        let counts = tally.marks.entry(question).or_default();
        if let Some(count) = usize::try_from(mark - 1).ok().and_then(|it| counts.get_mut(it)) {
            *count = given;
        }
    }
    let words: Vec<(String, String)> = run.all(&WORDS, args![class]).await?;
    for (question, text) in words.into_iter().filter(|it| Open::ALL.iter().any(|open| open.name() == it.0)) {
        tally.words.entry(question).or_default().push(text);
    }
    Ok(tally)
}

/// What is in the urn: who came (sorted, as a set is), and the tally.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Urn {
    pub(super) came: BTreeSet<String>,
    pub(super) tally: Tally,
}

/// Only under the writer's lock, so that no answer is lost.
pub(super) async fn urn(tx: &Tx, class: &str) -> Result<Urn, Problem> {
    let Some((came, tally)) = tx.one::<(String, String)>(&URN, args![class]).await? else { return Ok(Urn::default()) };
    Ok(Urn { came: serde_json::from_str(&came)?, tally: serde_json::from_str(&tally)? })
}

/// Writes both lists anew.
pub(super) async fn fill(tx: &Tx, class: &str, urn: &Urn) -> Result<(), Problem> {
    let (came, tally) = (serde_json::to_string(&urn.came)?, serde_json::to_string(&urn.tally)?);
    tx.run(&FILL_URN, args![class, came, tally, urn.tally.answered - urn.tally.papers]).await
}

pub(super) async fn empty(tx: &Tx, class: &str) -> Result<(), Problem> {
    tx.run(&EMPTY_URN, args![class]).await
}
