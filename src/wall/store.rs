//! What a wall shows, read from the rooms above. Each picture takes the same few queries, however much there is.

use super::shown::{Shown, Turned};
use crate::db::Run;
use crate::ground::{Instant, Problem};
use crate::{args, row, statements};

statements! {
    TURNED = "select shows, about from walls where class_id = $1";
    QUESTION = "select q.id, q.text, q.poll, case when q.closed_at is null then 0 else 1 end,
        (select count(*) from opinions o where o.question_id = q.id and o.withdrawn_at is null)
        from questions q where q.class_id = $1
        order by case when q.closed_at is null then 0 else 1 end, q.asked_at desc, q.id desc limit 1";
    CHOICES = "select c.text, (select count(*) from votes v where v.question_id = c.question_id and v.ordinal = c.ordinal)
        from poll_choices c where c.question_id = $1 order by c.ordinal";
    // To one question (`$2`) or all. Nobody is named who did not want to be.
    OPINIONS = "select o.text, case when o.anonymous then '' else coalesce(p.name, '') end,
        case when o.anonymous then '' else coalesce(l.full_name, '') end
        from opinions o left join persons p on p.id = o.person_id left join places l on l.id = o.place_id
        where o.class_id = $1 and (cast($2 as text) = '' or o.question_id = $2) and o.withdrawn_at is null
        order by o.at desc, o.id desc limit 8";
    PRACTICES = "select id, title from practices where class_id = $1 and state in ('shown', 'released') order by length(code), code";
    PRACTICE = "select p.kind, p.title, l.full_name, p.before_text, p.after_text, p.result from practices p
        join places l on l.id = p.place_id where p.id = $1 and p.class_id = $2 and p.state in ('shown', 'released')";
    FIGURES = "select what, unit, before_value, after_value from practice_figures where practice_id = $1 order by sort limit 3";
    PHOTOS = "select blob, moment, caption from practice_photos where practice_id = $1 and removed_at is null order by sort, id limit 8";
    // What waits for an expert, the heaviest first; then what waits for its raiser or for an authority.
    WAITING = "select d.id, d.code, d.text, d.weight, case when d.anonymous then '' else l.full_name end,
        case when d.state in ('raised', 'asked', 'assigned') then 1 else 0 end
        from difficulties d join places l on l.id = d.place_id
        where d.class_id = $1 and d.state not in ('closed', 'merged')
        order by case when d.state in ('raised', 'asked', 'assigned') then 0 else 1 end, d.urgent desc, d.weight desc, d.raised_at, d.id
        limit $2";
    WAITING_COUNT = "select count(case when state in ('raised', 'asked', 'assigned') then 1 end), count(*) from difficulties
        where class_id = $1 and state <> 'merged'";
    VERDICTS = "select d.code, v.verdict from verdicts v join difficulties d on d.id = v.difficulty_id
        where d.class_id = $1 and v.at <= $2 order by v.at desc, v.id desc limit 5";
    DIFFICULTIES = "select d.id from difficulties d where d.class_id = $1 and d.state <> 'merged'
        order by case when d.state in ('raised', 'asked', 'assigned') then 0 when d.state = 'closed' then 2 else 1 end,
        d.urgent desc, d.weight desc, d.raised_at, d.id";
    DIFFICULTY = "select d.id, d.code, d.text, d.weight, case when d.anonymous then '' else l.full_name end, d.state, coalesce(d.verdict, '')
        from difficulties d join places l on l.id = d.place_id where d.id = $1 and d.class_id = $2 and d.state <> 'merged'";
    ADVICE = "select a.id, a.text, coalesce(p.name, '') from advices a left join persons p on p.id = a.expert_id
        where a.difficulty_id = $1 order by a.revision desc, a.at desc limit 1";
    CITES = "select d.number, c.article, c.clause, c.point from citations c join documents d on d.id = c.document_id
        where c.advice_id = $1 order by c.id limit 4";
    GROUPS = "select id from groups where class_id = $1 order by sort, id";
    RESULT = "select (select count(*) from trainees t where t.class_id = c.id and t.state = 'named'),
        (select count(distinct a.trainee_id) from attendance a join sessions s on s.id = a.session_id
            where s.class_id = c.id and a.state in ('present', 'late', 'left_early')),
        (select count(*) from difficulties d where d.class_id = c.id and d.state <> 'merged'),
        (select count(*) from difficulties d where d.class_id = c.id and d.state = 'closed' and d.verdict = 'resolved'),
        (select count(*) from difficulties d where d.class_id = c.id and d.state = 'closed' and d.verdict = 'partly'),
        (select count(*) from difficulties d where d.class_id = c.id and d.state = 'escalated'),
        (select count(*) from boards b where b.class_id = c.id and b.presented_at is not null),
        (select count(*) from practices p where p.class_id = c.id and p.state in ('shown', 'released'))
        from classes c where c.id = $1";
}

/// The question that is put to the hall.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub id: String,
    pub text: String,
    pub poll: bool,
    pub closed: bool,
    pub answers: i64,
}
row!(Question { id, text, poll, closed, answers });

#[derive(Clone, Debug)]
pub(super) struct Opinion {
    pub text: String,
    pub name: String,
    pub place: String,
}
row!(Opinion { text, name, place });

#[derive(Clone, Debug)]
pub(super) struct Practice {
    pub kind: String,
    pub title: String,
    pub place: String,
    pub before: String,
    pub after: String,
    pub result: String,
}
row!(Practice { kind, title, place, before, after, result });

#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub what: String,
    pub unit: String,
    pub before: String,
    pub after: String,
}
row!(Figure { what, unit, before, after });

#[derive(Clone, Debug)]
pub(super) struct Photo {
    pub blob: String,
    pub moment: String,
    pub caption: String,
}
row!(Photo { blob, moment, caption });

#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub id: String,
    pub code: String,
    pub text: String,
    pub weight: i64,
    /// Not of what was raised anonymously.
    pub place: String,
    /// For an expert, not for its raiser or an authority.
    pub for_expert: bool,
}
row!(Waiting { id, code, text, weight, place, for_expert });

#[derive(Clone, Debug)]
pub(super) struct Difficulty {
    pub id: String,
    pub code: String,
    pub text: String,
    pub weight: i64,
    pub place: String,
    pub state: String,
    pub verdict: String,
}
row!(Difficulty { id, code, text, weight, place, state, verdict });

#[derive(Clone, Debug)]
pub(super) struct Advice {
    pub id: String,
    pub text: String,
    pub by: String,
}
row!(Advice { id, text, by });

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub called: i64,
    pub came: i64,
    pub raised: i64,
    pub resolved: i64,
    pub partly: i64,
    pub escalated: i64,
    pub presented: i64,
    pub practices: i64,
}
row!(Tally { called, came, raised, resolved, partly, escalated, presented, practices });

/// What is on; the class's name before anything was put on.
pub(super) async fn turned(run: &impl Run, class: &str) -> Result<Turned, Problem> {
    let found: Option<(String, String)> = run.one(&TURNED, args![class]).await?;
    let read = |(shows, about): (String, String)| Some(Turned { shown: Shown::from_name(&shows)?, about });
    Ok(found.and_then(read).unwrap_or_default())
}

/// What a class has of what is one of several, in their order.
pub(super) async fn choices(run: &impl Run, class: &str, shown: Shown) -> Result<Vec<String>, Problem> {
    match shown {
        Shown::Board => run.all(&GROUPS, args![class]).await,
        Shown::Practice => Ok(practices(run, class).await?.into_iter().map(|it| it.0).collect()),
        Shown::Difficulty => run.all(&DIFFICULTIES, args![class]).await,
        _ => Ok(Vec::new()),
    }
}

pub(super) async fn question(run: &impl Run, class: &str) -> Result<Option<Question>, Problem> {
    run.one(&QUESTION, args![class]).await
}

/// The choices of a poll with their votes.
pub(super) async fn poll(run: &impl Run, question: &str) -> Result<Vec<(String, i64)>, Problem> {
    run.all(&CHOICES, args![question]).await
}

/// The latest opinions to a question, or (`question` empty) of the class.
pub(super) async fn opinions(run: &impl Run, class: &str, question: &str) -> Result<Vec<Opinion>, Problem> {
    run.all(&OPINIONS, args![class, question]).await
}

/// Id and title of what the class may see.
pub(super) async fn practices(run: &impl Run, class: &str) -> Result<Vec<(String, String)>, Problem> {
    run.all(&PRACTICES, args![class]).await
}

pub(super) async fn practice(run: &impl Run, class: &str, id: &str) -> Result<Option<Practice>, Problem> {
    run.one(&PRACTICE, args![id, class]).await
}

pub(super) async fn figures(run: &impl Run, practice: &str) -> Result<Vec<Figure>, Problem> {
    run.all(&FIGURES, args![practice]).await
}

pub(super) async fn photos(run: &impl Run, practice: &str) -> Result<Vec<Photo>, Problem> {
    run.all(&PHOTOS, args![practice]).await
}

/// What is not closed, what waits for an expert first.
pub(super) async fn waiting(run: &impl Run, class: &str, limit: i64) -> Result<Vec<Waiting>, Problem> {
    run.all(&WAITING, args![class, limit]).await
}

/// How many wait for an expert, of how many.
pub(super) async fn waiting_count(run: &impl Run, class: &str) -> Result<(i64, i64), Problem> {
    run.the(&WAITING_COUNT, args![class]).await
}

/// The latest verdicts: code and verdict.
pub(super) async fn verdicts(run: &impl Run, class: &str, now: Instant) -> Result<Vec<(String, String)>, Problem> {
    run.all(&VERDICTS, args![class, now]).await
}

pub(super) async fn difficulty(run: &impl Run, class: &str, id: &str) -> Result<Option<Difficulty>, Problem> {
    run.one(&DIFFICULTY, args![id, class]).await
}

pub(super) async fn advice(run: &impl Run, difficulty: &str) -> Result<Option<Advice>, Problem> {
    run.one(&ADVICE, args![difficulty]).await
}

/// Number of the document, article, clause, point.
pub(super) async fn cites(run: &impl Run, advice: &str) -> Result<Vec<(String, String, String, String)>, Problem> {
    run.all(&CITES, args![advice]).await
}

pub(super) async fn result(run: &impl Run, class: &str) -> Result<Tally, Problem> {
    run.the(&RESULT, args![class]).await
}
