//! What is asked of the door and of attendance. Tickets are of this store alone and are kept here.

use super::door;
use super::mark::{How, Mark, State};
use crate::db::{FromRow, Row, Run, Tx};
use crate::ground::{Instant, Problem};
use crate::places::post_at;
use crate::web::ClassRef;

crate::statements! {
    MEETING = "select s.id, s.class_id, s.ordinal, s.starts_at, s.ends_at, s.topic, s.hall, c.project_id, c.code, c.name, c.venue,
            c.state, c.late_after, d.opened_at, d.closed_at, p.name, p.phone
        from sessions s join classes c on c.id = s.class_id left join doors d on d.session_id = s.id
        left join persons p on p.id = d.opened_by
        where s.id = $1";
    OPEN_IN = "select s.id, s.class_id, s.ordinal, s.starts_at, s.ends_at, s.topic, s.hall, c.project_id, c.code, c.name, c.venue,
            c.state, c.late_after, d.opened_at, d.closed_at, p.name, p.phone
        from doors d join sessions s on s.id = d.session_id join classes c on c.id = s.class_id
        left join persons p on p.id = d.opened_by
        where s.class_id = $1 and d.closed_at is null order by d.opened_at desc";
    BY_PHONE = "select t.id, t.person_id, p.name, t.position, t.unit, l.full_name, t.state, a.state
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        left join attendance a on a.trainee_id = t.id and a.session_id = $2
        where t.class_id = $1 and p.phone = $3 and t.state <> 'withdrawn' order by p.name_sort, t.id";
    BY_PERSON = "select t.id, t.person_id, p.name, t.position, t.unit, l.full_name, t.state, a.state
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        left join attendance a on a.trainee_id = t.id and a.session_id = $2
        where t.class_id = $1 and t.person_id = $3 and t.state <> 'withdrawn'";
    BY_TRAINEE = "select t.id, t.person_id, p.name, t.position, t.unit, l.full_name, t.state, a.state
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        left join attendance a on a.trainee_id = t.id and a.session_id = $2
        where t.class_id = $1 and t.id = $3 and t.state <> 'withdrawn'";
    LINK_OWNER = "select t.class_id, t.person_id, p.name, t.position, t.unit, l.full_name, t.state
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        where t.id = $1";
    MARKS = "select a.session_id, a.trainee_id, a.state, a.at, a.how
        from attendance a join sessions s on s.id = a.session_id
        where s.class_id = $1 order by s.ordinal, a.trainee_id";
    MARKS_OF = "select a.trainee_id, a.state, a.at, a.how, a.note, p.name
        from attendance a left join persons p on p.id = a.by_person where a.session_id = $1";
    HISTORY = "select j.kind, j.at, j.body, p.name
        from journal j left join persons p on p.id = j.actor
        where j.about = $1 and j.kind in ('attendance.marked', 'trainee.substituted') order by j.position desc";
    STANDS = "select state, note from attendance where session_id = $1 and trainee_id = $2";
    EXPECTED = "select t.id, a.state from trainees t left join attendance a on a.trainee_id = t.id and a.session_id = $2
        where t.class_id = $1 and t.state = 'named' order by t.id";
    COUNTS = "select l.name, l.kind, l.full_name, cast(sum(case when t.state = 'named' then 1 else 0 end) as bigint),
            cast(sum(case when a.state in ('present', 'late', 'left_early') then 1 else 0 end) as bigint)
        from trainees t join places l on l.id = t.place_id
        left join attendance a on a.trainee_id = t.id and a.session_id = $2
        where t.class_id = $1 and t.state <> 'withdrawn'
        group by l.id, l.name, l.kind, l.full_name, l.name_sort order by l.name_sort, l.id";
    // The session that began last, allowing an hour for those who come early; before the first, the first.
    AT_HAND = "select id from sessions where class_id = $1
        order by case when starts_at <= $2 then 0 else 1 end, case when starts_at <= $2 then -starts_at else starts_at end, id limit 1";
    TICKET = "select trainee_id from door_tickets where ticket = $1";
    KEEP_TICKET = "insert into door_tickets (ticket, trainee_id, used_at) values ($1, $2, $3)";
    FORGET_TICKETS = "delete from door_tickets where used_at < $1";
}

/// A session with what the door must know of its class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meeting {
    pub id: String,
    pub class_id: String,
    pub ordinal: i64,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub topic: String,
    pub hall: String,
    pub project_id: String,
    pub code: String,
    pub class_name: String,
    pub venue: String,
    pub class_state: String,
    pub late_after: i64,
    pub opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    /// Who opened the door, and how to reach them: whom to ask when the door does not open.
    pub keeper: Option<String>,
    pub keeper_phone: Option<String>,
}
crate::row!(Meeting {
    id,
    class_id,
    ordinal,
    starts_at,
    ends_at,
    topic,
    hall,
    project_id,
    code,
    class_name,
    venue,
    class_state,
    late_after,
    opened_at,
    closed_at,
    keeper,
    keeper_phone
});

impl Meeting {
    pub(super) fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }

    pub(super) fn is_open(&self, now: Instant) -> bool {
        door::is_open(self.opened_at, self.closed_at, self.ends_at, now)
    }

    /// `07:30–11:30, 16/10/2018`
    pub(super) fn when(&self) -> String {
        format!("{}–{}, {}", self.starts_at.time(), self.ends_at.time(), self.starts_at.date())
    }
}

/// Somebody on the list, as the door sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guest {
    pub trainee_id: String,
    pub person_id: String,
    pub name: String,
    pub position: String,
    pub unit: String,
    pub place: String,
    pub trainee_state: String,
    /// What stands of them at this session.
    pub mark: Option<State>,
}

impl FromRow for Guest {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            trainee_id: row.take()?,
            person_id: row.take()?,
            name: row.take()?,
            position: row.take()?,
            unit: row.take()?,
            place: row.take()?,
            trainee_state: row.take()?,
            mark: row.take::<Option<String>>()?.as_deref().and_then(State::from_name),
        })
    }
}

impl Guest {
    /// `Phó Chủ tịch UBND xã Mỹ Lung`
    pub(super) fn standing(&self) -> String {
        standing(&self.position, &self.unit, &self.place)
    }
}

/// The unit as it was written; where none was, the place.
fn standing(position: &str, unit: &str, place: &str) -> String {
    post_at(position, if unit.is_empty() { place } else { unit })
}

/// The owner of a personal link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub class_id: String,
    pub person_id: String,
    pub name: String,
    pub position: String,
    pub unit: String,
    pub place: String,
    pub state: String,
}
crate::row!(Owner { class_id, person_id, name, position, unit, place, state });

impl Owner {
    pub(super) fn standing(&self) -> String {
        standing(&self.position, &self.unit, &self.place)
    }
}

fn state(row: &mut Row) -> Result<State, Problem> {
    let name: String = row.take()?;
    State::from_name(&name).ok_or_else(|| Problem::new(format!("{name} is no state of attendance")))
}

fn how(row: &mut Row) -> Result<How, Problem> {
    let name: String = row.take()?;
    How::from_name(&name).ok_or_else(|| Problem::new(format!("{name} is no way of marking")))
}

impl FromRow for Mark {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { session_id: row.take()?, trainee_id: row.take()?, state: state(row)?, at: row.take()?, how: how(row)? })
    }
}

/// A mark as the secretary sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noted {
    pub trainee_id: String,
    pub state: State,
    pub at: Instant,
    pub how: How,
    pub note: String,
    pub by: Option<String>,
}

impl FromRow for Noted {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { trainee_id: row.take()?, state: state(row)?, at: row.take()?, how: how(row)?, note: row.take()?, by: row.take()? })
    }
}

/// A word once said about a trainee, for the page that shows all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub kind: String,
    pub at: Instant,
    pub body: String,
    pub by: Option<String>,
}
crate::row!(Said { kind, at, body, by });

/// A place, how many it was to send and how many have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub name: String,
    pub kind: String,
    pub full_name: String,
    pub called: i64,
    pub came: i64,
}
crate::row!(Count { name, kind, full_name, called, came });

impl Count {
    /// A commune by its name alone; an office of a district by the district's full name.
    pub(super) fn shown(&self) -> &str {
        if self.kind == "commune" { &self.name } else { &self.full_name }
    }
}

pub(super) async fn meeting(run: &impl Run, session: &str) -> Result<Option<Meeting>, Problem> {
    run.one(&MEETING, crate::args![session]).await
}

/// The sessions of a class whose door was opened and not closed, the latest first.
pub(super) async fn open_in(run: &impl Run, class: &str, now: Instant) -> Result<Vec<Meeting>, Problem> {
    let opened: Vec<Meeting> = run.all(&OPEN_IN, crate::args![class]).await?;
    Ok(opened.into_iter().filter(|it| it.is_open(now)).collect())
}

/// The session at hand, whether or not its door is open.
pub(super) async fn at_hand(run: &impl Run, class: &str, now: Instant) -> Result<Option<String>, Problem> {
    run.one(&AT_HAND, crate::args![class, Instant(now.0 + 3_600_000)]).await
}

pub(super) async fn by_phone(run: &impl Run, class: &str, session: &str, phone: &str) -> Result<Vec<Guest>, Problem> {
    run.all(&BY_PHONE, crate::args![class, session, phone]).await
}

pub(super) async fn by_person(run: &impl Run, class: &str, session: &str, person: &str) -> Result<Option<Guest>, Problem> {
    run.one(&BY_PERSON, crate::args![class, session, person]).await
}

pub(super) async fn by_trainee(run: &impl Run, class: &str, session: &str, trainee: &str) -> Result<Option<Guest>, Problem> {
    run.one(&BY_TRAINEE, crate::args![class, session, trainee]).await
}

pub(super) async fn owner(run: &impl Run, trainee: &str) -> Result<Option<Owner>, Problem> {
    run.one(&LINK_OWNER, crate::args![trainee]).await
}

/// Every mark of a class, by session.
pub(super) async fn marks(run: &impl Run, class: &str) -> Result<Vec<Mark>, Problem> {
    run.all(&MARKS, crate::args![class]).await
}

pub(super) async fn marks_of(run: &impl Run, session: &str) -> Result<Vec<Noted>, Problem> {
    run.all(&MARKS_OF, crate::args![session]).await
}

/// Everything that was said of a trainee's attendance, the latest first.
pub(super) async fn history(run: &impl Run, trainee: &str) -> Result<Vec<Said>, Problem> {
    run.all(&HISTORY, crate::args![trainee]).await
}

/// What stands of a trainee at a session: the state and the note.
pub(super) async fn stands(run: &impl Run, session: &str, trainee: &str) -> Result<Option<(State, String)>, Problem> {
    let found: Option<(String, String)> = run.one(&STANDS, crate::args![session, trainee]).await?;
    Ok(found.and_then(|(state, note)| State::from_name(&state).map(|it| (it, note))))
}

/// Whoever is expected at a session, with what stands of them.
pub(super) async fn expected(run: &impl Run, class: &str, session: &str) -> Result<Vec<(String, Option<State>)>, Problem> {
    let found: Vec<(String, Option<String>)> = run.all(&EXPECTED, crate::args![class, session]).await?;
    Ok(found.into_iter().map(|(trainee, state)| (trainee, state.as_deref().and_then(State::from_name))).collect())
}

pub(super) async fn counts(run: &impl Run, class: &str, session: &str) -> Result<Vec<Count>, Problem> {
    run.all(&COUNTS, crate::args![class, session]).await
}

/// Whom a ticket has let in.
pub(super) async fn ticket(run: &impl Run, ticket: &str) -> Result<Option<String>, Problem> {
    run.one(&TICKET, crate::args![ticket]).await
}

/// Keeps that a ticket has let somebody in; tickets long past their time are forgotten.
pub(super) async fn keep_ticket(tx: &Tx, ticket: &str, trainee: &str, at: Instant) -> Result<(), Problem> {
    tx.run(&FORGET_TICKETS, crate::args![at.0 - 4 * door::TICKET_MS]).await?;
    tx.run(&KEEP_TICKET, crate::args![ticket, trainee, at]).await
}
