//! Questions, votes, opinions.

use crate::db::{FromRow, Row, Run, args};
use crate::discussion::opinion::Opinion;
use crate::discussion::question::{Choice, Question};
use crate::discussion::standing::Standing;
use crate::ground::{Instant, Problem};
use crate::web::{Actor, ClassRef, Role};

/// As many opinions a page shows at first, and more at each asking, up to the last figure.
pub(in crate::discussion) const HALL: (i64, i64) = (60, 600);

macro_rules! questions {
    ($rest:expr) => {
        concat!(
            "select q.id, q.class_id, q.session_id, s.ordinal, q.text, q.poll, coalesce(p.name, ''), q.asked_at, q.closed_at,
            (select count(*) from opinions o where o.question_id = q.id and o.withdrawn_at is null)
            from questions q join sessions s on s.id = q.session_id left join persons p on p.id = q.asked_by ",
            $rest
        )
    };
}

macro_rules! choices {
    ($rest:expr) => {
        concat!(
            "select c.question_id, c.ordinal, c.text,
            (select count(*) from votes v where v.question_id = c.question_id and v.ordinal = c.ordinal),
            (select count(*) from votes v where v.question_id = c.question_id and v.ordinal = c.ordinal and v.person_id = $2)
            from poll_choices c join questions q on q.id = c.question_id ",
            $rest,
            " order by c.question_id, c.ordinal"
        )
    };
}

macro_rules! opinions {
    ($rest:expr) => {
        concat!(
            "select o.id, o.class_id, o.session_id, s.ordinal, o.question_id, coalesce(q.text, ''), o.person_id, coalesce(p.name, ''),
            coalesce(l.full_name, p.unit, ''), o.place_id, coalesce(p.illustration, false), o.text, o.anonymous, o.at, o.withdrawn_at,
            o.difficulty_id, coalesce(o.difficulty_code, '')
            from opinions o join sessions s on s.id = o.session_id left join questions q on q.id = o.question_id
            left join persons p on p.id = o.person_id left join places l on l.id = o.place_id ",
            $rest
        )
    };
}

crate::statements! {
    DONE = "select about from journal where id = $1";
    /// A session with its class, and what a person is to it besides their roles.
    SITTING = "select s.id, s.class_id, s.ordinal, s.starts_at, s.ends_at, s.topic, c.project_id, c.code, c.name, c.state,
        (select count(*) from speakers k where k.session_id = s.id and k.person_id = $2),
        (select max(t.place_id) from trainees t where t.class_id = s.class_id and t.person_id = $2 and t.state = 'named')
        from sessions s join classes c on c.id = s.class_id where s.id = $1";
    /// The latest first: the one that is open comes before those that are closed.
    QUESTIONS = questions!("where q.session_id = $1
        order by case when q.closed_at is null then 0 else 1 end, q.asked_at desc, q.id desc limit 40");
    QUESTION = questions!("where q.id = $1");
    OPEN = questions!("where q.class_id = $1 and q.closed_at is null order by q.asked_at desc, q.id desc limit 1");
    CHOICES = choices!("where q.session_id = $1");
    CHOICES_OF = choices!("where q.id = $1");
    OPINION = opinions!("where o.id = $1");
    /// What one withdrew oneself is gone; what was hidden is shown to its author as hidden.
    OPINIONS = opinions!("where o.session_id = $1 and (o.withdrawn_at is null or (o.person_id = $2 and coalesce(o.withdrawn_by, '') <> $2))
        order by o.at desc, o.id desc limit $3");
    LATEST = opinions!("where o.class_id = $1 and o.withdrawn_at is null order by o.at desc, o.id desc limit $2");
    SAID = "select count(*), count(distinct person_id) from opinions where session_id = $1 and withdrawn_at is null";
    SUMS = "select s.id, s.ordinal, s.starts_at, s.ends_at, s.topic,
        (select count(*) from opinions o where o.session_id = s.id and o.withdrawn_at is null),
        (select count(*) from opinions o where o.session_id = s.id and o.withdrawn_at is null and o.difficulty_id is not null),
        (select count(*) from questions q where q.session_id = s.id),
        (select count(*) from questions q where q.session_id = s.id and q.closed_at is null),
        (select count(*) from unclear_marks u where u.session_id = s.id and u.withdrawn_at is null)
        from sessions s where s.class_id = $1 order by s.ordinal";
}

/// A session as its discussion sees it, for one asker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discussion) struct Sitting {
    pub id: String,
    pub class_id: String,
    pub ordinal: i64,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub topic: String,
    pub project_id: String,
    pub code: String,
    pub class_name: String,
    pub class_state: String,
    speaks: i64,
    /// For which place the asker is a trainee.
    pub place_id: Option<String>,
}
crate::row!(Sitting { id, class_id, ordinal, starts_at, ends_at, topic, project_id, code, class_name, class_state, speaks, place_id });

impl Sitting {
    pub fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }

    /// Neither done nor cancelled: there is something to say yet.
    pub fn is_on(&self) -> bool {
        !matches!(self.class_state.as_str(), "done" | "cancelled")
    }

    /// What the asker, for whom it was read, is to it.
    pub fn standing(&self, actor: &Actor) -> Standing {
        Standing {
            runs: actor.runs(self.of()),
            expert: actor.has_in(Role::Expert, self.of()),
            speaks: self.speaks > 0,
            trainee: self.place_id.is_some() && actor.has_in(Role::Trainee, self.of()),
            author: false,
        }
    }

    /// For samples.
    pub fn sample() -> Self {
        Self {
            id: "0166752b-0000-7000-8000-0000000000a3".into(),
            class_id: "0166752b-0000-7000-8000-00000000000a".into(),
            ordinal: 3,
            starts_at: Instant(1_539_693_000_000),
            ends_at: Instant(1_539_700_200_000),
            topic: "Thảo luận nhóm: câu chuyện địa phương, khó khăn còn tồn đọng".into(),
            project_id: "0166752b-0000-7000-8000-00000000000b".into(),
            code: "PT18".into(),
            class_name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
            class_state: "running".into(),
            speaks: 0,
            place_id: Some("o08620".into()),
        }
    }
}

impl FromRow for Question {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            class_id: row.take()?,
            session_id: row.take()?,
            ordinal: row.take()?,
            text: row.take()?,
            poll: row.take()?,
            by: row.take()?,
            asked_at: row.take()?,
            closed_at: row.take()?,
            opinions: row.take()?,
            choices: Vec::new(),
        })
    }
}

crate::row!(Opinion {
    id,
    class_id,
    session_id,
    ordinal,
    question_id,
    question,
    person_id,
    name,
    place,
    place_id,
    illustration,
    text,
    anonymous,
    at,
    withdrawn_at,
    difficulty_id,
    difficulty_code
});

/// A choice with the question that it belongs to.
type Chosen = (String, i64, String, i64, i64);

fn with_choices(questions: &mut [Question], choices: Vec<Chosen>) {
    for (question, ordinal, text, votes, mine) in choices {
        if let Some(it) = questions.iter_mut().find(|it| it.id == question) {
            it.choices.push(Choice { ordinal, text, votes, mine: mine > 0 });
        }
    }
}

/// Whether a deed was done before: a form posted twice.
pub(in crate::discussion) async fn done(run: &impl Run, deed: &str) -> Result<bool, Problem> {
    Ok(run.one::<String>(&DONE, args![deed]).await?.is_some())
}

/// The session for this person, whoever asks.
pub(in crate::discussion) async fn sitting(run: &impl Run, session: &str, person: &str) -> Result<Option<Sitting>, Problem> {
    run.one(&SITTING, args![session, person]).await
}

/// The question with its choices; `mine` of them is this person's.
pub(in crate::discussion) async fn question(run: &impl Run, id: &str, person: &str) -> Result<Option<Question>, Problem> {
    let mut found: Vec<Question> = run.all(&QUESTION, args![id]).await?;
    with_choices(&mut found, run.all(&CHOICES_OF, args![id, person]).await?);
    Ok(found.pop())
}

/// What was put to the hall in a session: what is open first, then the latest. Two queries.
pub(in crate::discussion) async fn questions_of_session(run: &impl Run, session: &str, person: &str) -> Result<Vec<Question>, Problem> {
    let mut found: Vec<Question> = run.all(&QUESTIONS, args![session]).await?;
    with_choices(&mut found, run.all(&CHOICES, args![session, person]).await?);
    Ok(found)
}

/// The question that stands before a class now: the latest that is open.
pub async fn open_question(run: &impl Run, class: &str) -> Result<Option<Question>, Problem> {
    let mut found: Vec<Question> = run.all(&OPEN, args![class]).await?;
    if let Some(id) = found.first().filter(|it| it.poll).map(|it| it.id.clone()) {
        with_choices(&mut found, run.all(&CHOICES_OF, args![id, ""]).await?);
    }
    Ok(found.pop())
}

/// The opinion, whoever asks, with whoever said it.
pub(in crate::discussion) async fn opinion(run: &impl Run, id: &str) -> Result<Option<Opinion>, Problem> {
    run.one(&OPINION, args![id]).await
}

/// The opinions of a session, the latest first, one more than `most` if there are more; how many stand, and of how many people.
pub(in crate::discussion) async fn opinions_of_session(
    run: &impl Run,
    session: &str,
    person: &str,
    most: i64,
) -> Result<(Vec<Opinion>, i64, i64), Problem> {
    let found = run.all(&OPINIONS, args![session, person, most + 1]).await?;
    let (all, people): (i64, i64) = run.the(&SAID, args![session]).await?;
    Ok((found, all, people))
}

/// The latest opinions of a class, for everyone to see: what was said anonymously has no name.
pub async fn latest_opinions(run: &impl Run, class: &str, limit: i64) -> Result<Vec<Opinion>, Problem> {
    let found: Vec<Opinion> = run.all(&LATEST, args![class, limit]).await?;
    Ok(found.into_iter().map(|it| it.seen_by(Standing::default())).collect())
}

/// What was said in a session, in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discussion) struct Sum {
    pub id: String,
    pub ordinal: i64,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub topic: String,
    pub opinions: i64,
    pub difficulties: i64,
    pub questions: i64,
    pub open: i64,
    pub unclear: i64,
}
crate::row!(Sum { id, ordinal, starts_at, ends_at, topic, opinions, difficulties, questions, open, unclear });

/// The sessions of a class in figures.
pub(in crate::discussion) async fn sums(run: &impl Run, class: &str) -> Result<Vec<Sum>, Problem> {
    run.all(&SUMS, args![class]).await
}
