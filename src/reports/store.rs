//! What the reports read, over the tables of every room above. They write none. How many queries a page takes never depends on its rows.

pub(super) mod chain;
pub(super) mod plans;

use super::told::{Outcome, Told, Way};
use crate::db::{FromRow, Row, Run, args, row, statements};
use crate::ground::{Instant, Problem};
use crate::people::{Field, Scope};

statements! {
    /// `$1` scope, `$2` now, `$3` today, `$4` who asks. One row a class: what waits in it, its present or next session, what the asker
    /// is to it as a trainee.
    CLASSES = "select c.id, c.project_id, c.code, c.name, c.state, c.starts_on, c.ends_on, c.venue, c.nominate_by,
        (select count(*) from seats s where s.class_id = c.id and s.seats > 0),
        (select count(*) from seats s where s.class_id = c.id and s.seats > 0 and s.answered_at is null),
        (select count(*) from trainees t where t.class_id = c.id and t.state = 'named'),
        coalesce(k.total, 0), coalesce(k.raised, 0), coalesce(k.advised, 0), coalesce(k.review, 0), coalesce(k.resolved, 0),
        coalesce(k.waiting, 0),
        (select count(*) from escalations e join difficulties d on d.id = e.difficulty_id
            where d.class_id = c.id and d.state = 'escalated' and e.answered_at is null and e.due_on < $3),
        n.id, n.ordinal, n.starts_at, n.topic, n.hall, o.opened_at, o.closed_at,
        (select count(*) from attendance a where a.session_id = n.id and a.state in ('present', 'late', 'left_early')),
        exists (select 1 from trainees t where t.class_id = c.id and t.person_id = $4 and t.state = 'named'),
        exists (select 1 from consents s where s.class_id = c.id and s.person_id = $4 and s.withdrawn_at is null),
        (select max(s.withdrawn_at) from consents s where s.class_id = c.id and s.person_id = $4),
        (select count(*) from difficulties d where d.class_id = c.id and d.raiser_id = $4),
        (select count(*) from me_toos m join difficulties d on d.id = m.difficulty_id
            where d.class_id = c.id and m.person_id = $4 and d.state in ('advised', 'closed')),
        exists (select 1 from evaluations e join trainees t on t.class_id = e.class_id and t.person_id = $4 and t.state = 'named'
            where e.class_id = c.id and e.closed_at is null and c.state <> 'cancelled'
            and not exists (select 1 from urns u where u.class_id = e.class_id and u.came like '%\"' || $4 || '\"%')),
        (select count(*) from practices r where r.class_id = c.id and r.state = 'draft'),
        q.session_id, q.text,
        (select count(distinct m.id) from rereadings z join materials m on m.id = z.subject_id join sessions s on s.id = m.session_id
            where z.subject = 'material' and z.closed_at is null and s.class_id = c.id and s.ends_at > $2)
        from classes c
        left join (select d.class_id, count(*) as total, count(case when d.state = 'raised' then 1 end) as raised,
            count(case when d.state = 'advised' then 1 end) as advised, count(case when d.needs_review then 1 end) as review,
            count(case when d.verdict = 'resolved' then 1 end) as resolved, count(case when d.state <> 'closed' then 1 end) as waiting
            from difficulties d where d.state <> 'merged' group by d.class_id) k on k.class_id = c.id
        left join sessions n on n.id = (select s.id from sessions s where s.class_id = c.id and s.ends_at > $2
            order by s.starts_at, s.id limit 1)
        left join doors o on o.session_id = n.id
        left join questions q on q.id = (select a.id from questions a where a.class_id = c.id and a.closed_at is null
            and c.state = 'running' order by a.asked_at desc, a.id limit 1)
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and c.state <> 'cancelled'
        order by case c.state when 'running' then 0 when 'preparing' then 1 else 2 end, c.starts_on, c.code limit 200";
    /// What waits for this person: their word on an advice, their answer to a question, their advice, their reading again.
    MINE = "select d.id, d.code, d.text, p.full_name,
        case when d.raiser_id = $1 and d.state = 'advised' then 'verdict' when d.raiser_id = $1 and d.state = 'asked' then 'clarify'
            when d.needs_review then 'review' else 'advise' end,
        coalesce((select q.question from clarifications q where q.difficulty_id = d.id and q.answered_at is null
            order by q.asked_at desc, q.id limit 1), ''), d.weight, d.urgent
        from difficulties d join places p on p.id = d.place_id
        where (d.raiser_id = $1 and d.state in ('asked', 'advised'))
        or (d.needs_review and d.state <> 'merged' and exists (select 1 from advices a
            where a.difficulty_id = d.id and a.expert_id = $1 and a.superseded_at is null))
        or (d.assigned_to = $1 and d.state <> 'merged' and (d.state in ('raised', 'assigned') or d.needs_review
            or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at > $2)))
        order by d.urgent desc, d.weight desc, d.raised_at, d.id limit 60";
    /// What nobody has taken yet (what was resolved partly and lately, too; not what merely needs review) within the scope, the asker's fields first; with how many there are, and how many in those fields.
    POOL = "select d.id, d.code, d.text, d.field, d.weight, d.needs_review, count(*) over (), count(f.field) over ()
        from difficulties d left join expert_fields f on f.person_id = $2 and f.field = d.field
        where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and d.assigned_to is null
        and (d.state in ('raised', 'assigned') or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at > $3))
        order by case when f.field is null then 1 else 0 end, d.urgent desc, d.weight desc, d.raised_at, d.id limit 5";
    /// Authorities whose date has passed, the oldest date first.
    OVERDUE = "select d.class_id, c.code, e.owner, count(*), min(e.due_on)
        from escalations e join difficulties d on d.id = e.difficulty_id join classes c on c.id = d.class_id
        where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and d.state = 'escalated' and e.answered_at is null and e.due_on < $2
        group by d.class_id, c.code, e.owner order by min(e.due_on), e.owner, c.code limit 20";
    /// What has been open longest within the scope, without what [`OVERDUE`] counts.
    LONGEST = "select d.id, d.code, d.text, d.state, coalesce(d.verdict, ''), d.raised_at from difficulties d
        where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and d.state not in ('closed', 'merged') and not (d.state = 'escalated' and exists (select 1 from escalations e
            where e.difficulty_id = d.id and e.answered_at is null and e.due_on < $2))
        order by d.raised_at, d.id limit 5";
    HOUSE = "select (select count(*) from persons where erased_at is null), (select count(*) from projects),
        (select count(*) from classes), (select count(*) from answers where withdrawn_at is null)";
    PUBLISHED = "select count(*) from answers where withdrawn_at is null";
    /// Everyone of a class who was named, or came before somebody took their place; neighbours side by side.
    PEOPLE = "select t.id, l.id, t.state, case when t.target_group <> '' then t.target_group else t.position end, p.sex
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        left join places u on u.id = l.parent_id
        where t.class_id = $1 and t.state <> 'withdrawn' order by u.name_sort nulls last, l.name_sort, l.id, p.name_sort, t.id";
    TOLD = "select d.id, d.code, d.text, d.field, d.place_id, d.anonymous, d.verdict, d.needs_review, d.raised_at,
        exists (select 1 from advices a where a.difficulty_id = d.id),
        exists (select 1 from escalations e where e.difficulty_id = d.id),
        exists (select 1 from answers w where w.difficulty_id = d.id and w.withdrawn_at is null),
        d.state = 'escalated' and exists (select 1 from escalations e where e.difficulty_id = d.id and e.answered_at is null and e.due_on < $2)
        from difficulties d where d.class_id = $1 and d.state <> 'merged' order by d.raised_at, d.id";
    /// Places that were asked to send people, sent some, or raised something since (under the name they bear then).
    PLACES = "select p.id, p.full_name, p.lat, p.lon, coalesce((select s.seats from seats s where s.class_id = $1 and s.place_id = p.id), 0)
        from places p where p.kind <> 'province' and (p.id in (select s.place_id from seats s where s.class_id = $1 and s.seats > 0)
        or p.id in (select t.place_id from trainees t where t.class_id = $1 and t.state = 'named')
        or p.id in (select d.place_id from difficulties d where d.class_id = $1 and d.state <> 'merged' and not d.anonymous))
        order by p.name_sort, p.id";
    /// Clauses by how many difficulties' standing advice cites them.
    CITED = "select k.id, k.number, i.article, i.clause, i.point, count(distinct a.difficulty_id)
        from citations i join advices a on a.id = i.advice_id and a.superseded_at is null
        join difficulties d on d.id = a.difficulty_id join documents k on k.id = i.document_id
        where d.class_id = $1 and d.state <> 'merged'
        group by k.id, k.number, i.article, i.clause, i.point
        order by count(distinct a.difficulty_id) desc, k.number, i.article, i.clause, i.point limit 6";
}

/// A class as *Việc của tôi* sees it.
#[derive(Clone, Debug)]
pub(super) struct ClassNow {
    pub(super) id: String,
    pub(super) project_id: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) state: String,
    pub(super) starts_on: String,
    pub(super) ends_on: String,
    pub(super) venue: String,
    pub(super) nominate_by: Option<String>,
    pub(super) asked: i64,
    pub(super) silent: i64,
    pub(super) named: i64,
    pub(super) all: i64,
    /// Raised, and with no expert yet.
    pub(super) raised: i64,
    /// Advised, and without the raiser's word.
    pub(super) advised: i64,
    pub(super) review: i64,
    pub(super) resolved: i64,
    pub(super) waiting: i64,
    pub(super) overdue: i64,
    pub(super) session: Option<Next>,
    /// The asker is a trainee of it.
    pub(super) mine: bool,
    pub(super) consented: bool,
    /// When the asker last took a consent back.
    pub(super) withdrew: Option<Instant>,
    pub(super) my_raised: i64,
    /// What the asker joined and what has been advised on since.
    pub(super) my_joined: i64,
    /// Its evaluation is open, and the asker has not answered; the urn tells only that.
    pub(super) to_evaluate: bool,
    /// Practices and stories that nobody has shown to the class yet.
    pub(super) drafts: i64,
    /// What the whole class is being asked: session and question.
    pub(super) asking: Option<(String, String)>,
    /// Material of sessions to come that stands on what changed since.
    pub(super) to_reread: i64,
}

/// The present session of a class, or its next one.
#[derive(Clone, Debug)]
pub(super) struct Next {
    pub(super) id: String,
    pub(super) ordinal: i64,
    pub(super) starts_at: Instant,
    pub(super) topic: String,
    pub(super) hall: String,
    pub(super) opened_at: Option<Instant>,
    pub(super) closed_at: Option<Instant>,
    pub(super) came: i64,
}

impl FromRow for ClassNow {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let mut it = Self {
            id: row.take()?,
            project_id: row.take()?,
            code: row.take()?,
            name: row.take()?,
            state: row.take()?,
            starts_on: row.take()?,
            ends_on: row.take()?,
            venue: row.take()?,
            nominate_by: row.take()?,
            asked: row.take()?,
            silent: row.take()?,
            named: row.take()?,
            all: row.take()?,
            raised: row.take()?,
            advised: row.take()?,
            review: row.take()?,
            resolved: row.take()?,
            waiting: row.take()?,
            overdue: row.take()?,
            session: next(row)?,
            mine: false,
            consented: false,
            withdrew: None,
            my_raised: 0,
            my_joined: 0,
            to_evaluate: false,
            drafts: 0,
            asking: None,
            to_reread: 0,
        };
        (it.mine, it.consented, it.withdrew) = (row.take()?, row.take()?, row.take()?);
        (it.my_raised, it.my_joined, it.to_evaluate) = (row.take()?, row.take()?, row.take()?);
        it.drafts = row.take()?;
        let (session, text): (Option<String>, Option<String>) = (row.take()?, row.take()?);
        it.asking = session.zip(text);
        it.to_reread = row.take()?;
        Ok(it)
    }
}

fn next(row: &mut Row) -> Result<Option<Next>, Problem> {
    let (id, ordinal): (Option<String>, Option<i64>) = (row.take()?, row.take()?);
    let starts_at: Option<Instant> = row.take()?;
    let (topic, hall): (Option<String>, Option<String>) = (row.take()?, row.take()?);
    let (opened_at, closed_at, came) = (row.take()?, row.take()?, row.take()?);
    let (Some(id), Some(ordinal), Some(starts_at)) = (id, ordinal, starts_at) else { return Ok(None) };
    Ok(Some(Next { id, ordinal, starts_at, topic: topic.unwrap_or_default(), hall: hall.unwrap_or_default(), opened_at, closed_at, came }))
}

/// The classes of a scope, what runs first.
pub(super) async fn classes(run: &impl Run, scope: &Scope, now: Instant, person: &str) -> Result<Vec<ClassNow>, Problem> {
    run.all(&CLASSES, args![scope.text(), now, now.date().iso(), person]).await
}

/// A difficulty that waits for the asker: `kind` is `verdict`, `clarify`, `review` or `advise`.
#[derive(Clone, Debug)]
pub(super) struct Mine {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) place: String,
    pub(super) kind: String,
    pub(super) question: String,
    pub(super) weight: i64,
    pub(super) urgent: bool,
}
row!(Mine { id, code, text, place, kind, question, weight, urgent });

pub(super) async fn mine(run: &impl Run, person: &str, now: Instant) -> Result<Vec<Mine>, Problem> {
    run.all(&MINE, args![person, now.0 - PARTLY_FOR]).await
}

/// So long what was resolved partly is with the experts again: ninety days.
const PARTLY_FOR: i64 = 90 * 86_400_000;

/// A difficulty that nobody has taken; `all` and `in_fields` are the same in every row.
#[derive(Clone, Debug)]
pub(super) struct Pooled {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) field: String,
    pub(super) weight: i64,
    pub(super) needs_review: bool,
    pub(super) all: i64,
    pub(super) in_fields: i64,
}
row!(Pooled { id, code, text, field, weight, needs_review, all, in_fields });

pub(super) async fn pool(run: &impl Run, scope: &Scope, person: &str, now: Instant) -> Result<Vec<Pooled>, Problem> {
    run.all(&POOL, args![scope.text(), person, now.0 - PARTLY_FOR]).await
}

/// An authority that is late with a class's difficulties.
#[derive(Clone, Debug)]
pub(super) struct Late {
    pub(super) class_id: String,
    pub(super) class_code: String,
    pub(super) owner: String,
    pub(super) count: i64,
    pub(super) since: String,
}
row!(Late { class_id, class_code, owner, count, since });

pub(super) async fn overdue(run: &impl Run, scope: &Scope, now: Instant) -> Result<Vec<Late>, Problem> {
    run.all(&OVERDUE, args![scope.text(), now.date().iso()]).await
}

/// A difficulty that has been open long.
#[derive(Clone, Debug)]
pub(super) struct Long {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) state: String,
    /// Empty while there is none.
    pub(super) verdict: String,
    pub(super) raised_at: Instant,
}
row!(Long { id, code, text, state, verdict, raised_at });

pub(super) async fn longest(run: &impl Run, scope: &Scope, now: Instant) -> Result<Vec<Long>, Problem> {
    run.all(&LONGEST, args![scope.text(), now.date().iso()]).await
}

/// Persons, projects, classes, published answers.
pub(super) async fn house(run: &impl Run) -> Result<(i64, i64, i64, i64), Problem> {
    run.the(&HOUSE, &[]).await
}

/// How many answers are published.
pub(super) async fn published(run: &impl Run) -> Result<i64, Problem> {
    run.the(&PUBLISHED, &[]).await
}

/// Somebody of a class, for the strip and the small table.
#[derive(Clone, Debug)]
pub(super) struct Someone {
    pub(super) trainee_id: String,
    pub(super) place_id: String,
    pub(super) state: String,
    /// Nhóm đối tượng where the list names one, else the position.
    pub(super) group: String,
    pub(super) sex: Option<String>,
}
row!(Someone { trainee_id, place_id, state, group, sex });

pub(super) async fn people(run: &impl Run, class: &str) -> Result<Vec<Someone>, Problem> {
    run.all(&PEOPLE, args![class]).await
}

impl FromRow for Told {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let (id, code, text) = (row.take()?, row.take()?, row.take()?);
        let (field, place): (String, String) = (row.take()?, row.take()?);
        let anonymous: bool = row.take()?;
        let verdict: Option<String> = row.take()?;
        let (needs_review, raised_at) = (row.take()?, row.take()?);
        let (advised, escalated, published, late) = (row.take()?, row.take()?, row.take()?, row.take()?);
        Ok(Self {
            id,
            code,
            text,
            field: Field::from_name(&field).ok_or_else(|| Problem::new(format!("{field} is no field")))?,
            place: (!anonymous).then_some(place),
            outcome: Outcome::of(verdict.as_deref()),
            way: Way::of(advised, escalated),
            needs_review,
            published,
            late,
            raised_at,
        })
    }
}

/// Every difficulty of a class that is not merged away, the oldest first.
pub(super) async fn told(run: &impl Run, class: &str, now: Instant) -> Result<Vec<Told>, Problem> {
    run.all(&TOLD, args![class, now.date().iso()]).await
}

/// A place of a class.
#[derive(Clone, Debug)]
pub(super) struct Locality {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) lat: Option<f64>,
    pub(super) lon: Option<f64>,
    pub(super) seats: i64,
}
row!(Locality { id, name, lat, lon, seats });

pub(super) async fn localities(run: &impl Run, class: &str) -> Result<Vec<Locality>, Problem> {
    run.all(&PLACES, args![class]).await
}

/// A clause and how many difficulties' advice stands on it.
#[derive(Clone, Debug)]
pub(super) struct Cited {
    pub(super) document_id: String,
    pub(super) number: String,
    pub(super) article: String,
    pub(super) clause: String,
    pub(super) point: String,
    pub(super) count: i64,
}
row!(Cited { document_id, number, article, clause, point, count });

pub(super) async fn cited(run: &impl Run, class: &str) -> Result<Vec<Cited>, Problem> {
    run.all(&CITED, args![class]).await
}
