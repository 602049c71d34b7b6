//! The rounds after a class, and what places answered.

use crate::db::{Run, args, row};
use crate::ground::{Instant, Problem};

crate::statements! {
    ROUND = "select f.id, f.class_id, f.months, f.due_on, f.opened_at, f.closed_at from follow_ups f where f.id = $1";
    ROUNDS = "select f.id, f.class_id, f.months, f.due_on, f.opened_at, f.closed_at from follow_ups f where f.class_id = $1 order by f.months";
    ANSWER = "select a.follow_up_id, a.place_id, coalesce(p.name, ''), a.text, a.changed, a.at from follow_up_answers a
        left join persons p on p.id = a.person_id where a.follow_up_id = $1 and a.place_id = $2";
    /// Every answer of a class, of whichever round.
    ANSWERS = "select a.follow_up_id, a.place_id, coalesce(p.name, ''), a.text, a.changed, a.at from follow_up_answers a
        join follow_ups f on f.id = a.follow_up_id left join persons p on p.id = a.person_id where f.class_id = $1 order by a.at, a.place_id";
    /// Difficulties of a place that still want a word of their raiser: advised, or resolved only partly. Raised anonymously: the raiser's
    /// alone, unless the asker runs the class.
    ASKED = "select d.id, d.code, d.text, d.raiser_id, coalesce(r.name, '') from difficulties d
        left join persons r on r.id = d.raiser_id
        where d.class_id = $1 and d.place_id = $2 and (d.state = 'advised' or (d.state = 'closed' and d.verdict = 'partly'))
        and (not d.anonymous or d.raiser_id = $3 or $4)
        order by length(d.code), d.code";
    /// What raisers of a place said since an instant.
    GIVEN = "select count(*) from verdicts v join difficulties d on d.id = v.difficulty_id
        where d.class_id = $1 and d.place_id = $2 and v.at >= $3";
}

/// A round.
#[derive(Clone, Debug)]
pub(in crate::plans) struct Round {
    pub(in crate::plans) id: String,
    pub(in crate::plans) class_id: String,
    pub(in crate::plans) months: i64,
    pub(in crate::plans) due_on: String,
    pub(in crate::plans) opened_at: Instant,
    pub(in crate::plans) closed_at: Option<Instant>,
}
row!(Round { id, class_id, months, due_on, opened_at, closed_at });

/// The round, whoever asks.
pub(in crate::plans) async fn round(run: &impl Run, id: &str) -> Result<Option<Round>, Problem> {
    run.one(&ROUND, args![id]).await
}

pub(in crate::plans) async fn rounds(run: &impl Run, class: &str) -> Result<Vec<Round>, Problem> {
    run.all(&ROUNDS, args![class]).await
}

/// A place's answer.
#[derive(Clone, Debug)]
pub(in crate::plans) struct Answer {
    pub(in crate::plans) round_id: String,
    pub(in crate::plans) place_id: String,
    pub(in crate::plans) by: String,
    pub(in crate::plans) text: String,
    pub(in crate::plans) changed: String,
    pub(in crate::plans) at: Instant,
}
row!(Answer { round_id, place_id, by, text, changed, at });

pub(in crate::plans) async fn answer(run: &impl Run, round: &str, place: &str) -> Result<Option<Answer>, Problem> {
    run.one(&ANSWER, args![round, place]).await
}

pub(in crate::plans) async fn answers(run: &impl Run, class: &str) -> Result<Vec<Answer>, Problem> {
    run.all(&ANSWERS, args![class]).await
}

/// A difficulty that wants its raiser's word.
#[derive(Clone, Debug)]
pub(in crate::plans) struct Asked {
    pub(in crate::plans) id: String,
    pub(in crate::plans) code: String,
    pub(in crate::plans) text: String,
    pub(in crate::plans) raiser_id: Option<String>,
    pub(in crate::plans) raiser: String,
}
row!(Asked { id, code, text, raiser_id, raiser });

pub(in crate::plans) async fn asked(run: &impl Run, class: &str, place: &str, person: &str, runs: bool) -> Result<Vec<Asked>, Problem> {
    run.all(&ASKED, args![class, place, person, runs]).await
}

/// How many verdicts the raisers of a place gave since an instant.
pub(in crate::plans) async fn given(run: &impl Run, class: &str, place: &str, since: Instant) -> Result<i64, Problem> {
    run.the(&GIVEN, args![class, place, since]).await
}
