//! Queries of this room. Every list is one query, however long it is.

use super::class::Class;
use super::group::Group;
use super::project::Project;
use super::rollout::Rollout;
use super::seat::Seat;
use super::session::{Material, Session, Speaker};
use super::trainee::{Elsewhere, Trainee};
use crate::db::{FromRow, Row, Run, Value};
use crate::ground::{Instant, Problem, Refused};
use crate::people::Scope;
use crate::policy::ToReread;
use crate::web::{Actor, App, ClassRef, Names, Role};
use crate::{args, row, statements};
use std::pin::Pin;

statements! {
    PROJECT = "select p.id, p.code, p.name, p.sponsor, p.provider, p.period_id, p.component_id,
        coalesce(g.short_name || ', ' || e.name, '')
        from projects p left join periods e on e.id = p.period_id left join programmes g on g.id = e.programme_id where p.id = $1";
    PROJECTS = "select p.id, p.code, p.name, p.sponsor, p.provider,
        count(c.id), coalesce(cast(sum(case when c.state = 'done' then 1 else 0 end) as bigint), 0),
        coalesce(cast(sum(case when c.state = 'running' then 1 else 0 end) as bigint), 0),
        coalesce(cast(sum(case when c.state = 'preparing' then 1 else 0 end) as bigint), 0)
        from projects p left join classes c on c.project_id = p.id
        and ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%')
        where $1 = '*' or $1 like '%,' || p.id || ',%' or c.id is not null
        group by p.id, p.code, p.name, p.sponsor, p.provider order by p.code, p.id";
    PERIODS = "select e.id, g.short_name || ', ' || e.name from periods e join programmes g on g.id = e.programme_id order by e.starts_on, e.id";
    ROLLOUT = "select o.province_id, p.full_name, o.planned_on, o.classes, o.reported, o.note
        from project_rollout o join places p on p.id = o.province_id
        where o.project_id = $1 and o.classes > 0 order by o.planned_on, p.name_sort, o.province_id";
    PROJECT_CODE = "select id from projects where code = $1";
    RUNS_IN_PROJECT = "select count(*) from classes where project_id = $1 and $2 like '%,' || id || ',%'";
    CLASS = "select c.id, c.project_id, c.code, c.name, c.province_id, c.venue, c.host, c.starts_on, c.ends_on, c.nominate_by, c.allowance,
        c.state, c.late_after, c.changed_hlc, j.name, j.sponsor, j.provider, p.full_name, j.period_id
        from classes c join projects j on j.id = c.project_id join places p on p.id = c.province_id where c.id = $1";
    CLASS_OF_CODE = "select c.id, c.project_id, c.code, c.name, c.province_id, c.venue, c.host, c.starts_on, c.ends_on, c.nominate_by,
        c.allowance, c.state, c.late_after, c.changed_hlc, j.name, j.sponsor, j.provider, p.full_name, j.period_id
        from classes c join projects j on j.id = c.project_id join places p on p.id = c.province_id where c.code = $1";
    CLASSES = "select c.id, c.project_id, c.code, c.name, c.province_id, c.venue, c.host, c.starts_on, c.ends_on, c.nominate_by,
        c.allowance, c.state, c.late_after, c.changed_hlc, j.name, j.sponsor, j.provider, p.full_name, j.period_id
        from classes c join projects j on j.id = c.project_id join places p on p.id = c.province_id
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%')
        and ($2 = '' or c.project_id = $2) order by c.starts_on desc, c.code";
    TALLIES = "select c.id,
        (select count(*) from trainees t where t.class_id = c.id and t.state = 'named'),
        (select cast(coalesce(sum(s.seats), 0) as bigint) from seats s where s.class_id = c.id),
        (select count(*) from sessions s where s.class_id = c.id),
        (select count(*) from seats s where s.class_id = c.id and s.seats > 0 and s.answered_at is null)
        from classes c where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%')
        and ($2 = '' or c.project_id = $2)";
    SESSION = "select id, class_id, ordinal, starts_at, ends_at, topic, hall, changed_hlc from sessions where id = $1";
    SESSIONS = "select id, class_id, ordinal, starts_at, ends_at, topic, hall, changed_hlc from sessions where class_id = $1
        order by ordinal, id";
    CALLED = "select c.id, c.name from classes c where $1 like '%,' || c.id || ',%'
        union all select j.id, j.name from projects j where $1 like '%,' || j.id || ',%'";
    SESSION_USED = "select (select count(*) from attendance where session_id = $1) + (select count(*) from doors where session_id = $1)";
    SPEAKERS = "select k.session_id, k.person_id, p.name, p.position, p.unit, k.part from speakers k
        join sessions s on s.id = k.session_id join persons p on p.id = k.person_id where s.class_id = $1
        order by k.session_id, k.sort, k.person_id";
    MATERIALS = "select m.id, m.session_id, m.title, m.link, m.document_id from materials m
        join sessions s on s.id = m.session_id where s.class_id = $1 order by m.session_id, m.sort, m.id";
    /// What changed in the law under the material of a class since it was last read.
    TO_REREAD = crate::policy::to_reread!("z.subject = 'material' and z.subject_id in (select m.id from materials m
        join sessions s on s.id = m.session_id where s.class_id = $1)");
    SEATS = "select s.place_id, p.full_name, coalesce(d.full_name, ''), p.parent_id, s.seats, s.unit, s.answered_at, s.declined_why,
        (select count(*) from trainees t where t.class_id = s.class_id and t.place_id = s.place_id and t.state = 'named')
        from seats s join places p on p.id = s.place_id left join places d on d.id = p.parent_id
        where s.class_id = $1 and (s.seats > 0 or s.answered_at is not null) order by d.name_sort nulls last, p.name_sort, p.id";
    SEAT = "select s.place_id, p.full_name, coalesce(d.full_name, ''), p.parent_id, s.seats, s.unit, s.answered_at, s.declined_why,
        (select count(*) from trainees t where t.class_id = s.class_id and t.place_id = s.place_id and t.state = 'named')
        from seats s join places p on p.id = s.place_id left join places d on d.id = p.parent_id
        where s.class_id = $1 and s.place_id = $2";
    TRAINEES = "select t.id, t.class_id, t.person_id, t.place_id, l.full_name, p.name, p.family, p.given, p.name_fold, p.name_sort,
        p.phone, p.sex, p.birth_year, t.position, t.unit, t.target_group, t.note, t.state, t.stands_for, t.group_id, p.illustration
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        where t.class_id = $1 order by p.name_sort, t.id";
    TRAINEES_OF_PLACE = "select t.id, t.class_id, t.person_id, t.place_id, l.full_name, p.name, p.family, p.given, p.name_fold, p.name_sort,
        p.phone, p.sex, p.birth_year, t.position, t.unit, t.target_group, t.note, t.state, t.stands_for, t.group_id, p.illustration
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        where t.class_id = $1 and t.place_id = $2 order by p.name_sort, t.id";
    TRAINEE = "select t.id, t.class_id, t.person_id, t.place_id, l.full_name, p.name, p.family, p.given, p.name_fold, p.name_sort,
        p.phone, p.sex, p.birth_year, t.position, t.unit, t.target_group, t.note, t.state, t.stands_for, t.group_id, p.illustration
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id where t.id = $1";
    TRAINEE_OF = "select t.id, t.class_id, t.person_id, t.place_id, l.full_name, p.name, p.family, p.given, p.name_fold, p.name_sort,
        p.phone, p.sex, p.birth_year, t.position, t.unit, t.target_group, t.note, t.state, t.stands_for, t.group_id, p.illustration
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        where t.class_id = $1 and t.person_id = $2";
    // One's own group, and the mark of the latest session within a day.
    MINE = "select g.id, g.name, m.ordinal, m.at, m.state, m.how from trainees t left join groups g on g.id = t.group_id
        left join (select a.trainee_id, s.ordinal, a.at, a.state, a.how from attendance a join sessions s on s.id = a.session_id
            where s.class_id = $1 and s.starts_at >= $3 and s.starts_at < $4 and a.state in ('present', 'late', 'left_early')) m
            on m.trainee_id = t.id
        where t.class_id = $1 and t.person_id = $2 order by m.ordinal desc nulls last limit 1";
    ELSEWHERE = "select t.person_id, c.id, c.name, c.starts_on, c.ends_on, c.state from trainees t
        join trainees o on o.person_id = t.person_id and o.class_id <> t.class_id and o.state = 'named'
        join classes c on c.id = o.class_id where t.class_id = $1 and t.state = 'named' order by c.starts_on desc, c.id, t.person_id";
    // Fifty numbers at a time, the last ones empty.
    TRAINED_BY_PHONE = "select p.phone, p.name_fold, t.person_id, c.id, c.name, c.starts_on, c.ends_on, c.state from persons p
        join trainees t on t.person_id = p.id and t.state = 'named' join classes c on c.id = t.class_id
        where p.phone in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50)
        order by c.starts_on desc, c.id, p.id";
    GROUPS = "select g.id, g.name, g.sort, (select count(*) from trainees t where t.group_id = g.id) from groups g
        where g.class_id = $1 order by g.sort, g.id";
    // Since 1 July 2025 there are no districts: a commune belongs with the district in which the first of its predecessors lay.
    CLUSTERS = "select s.id, coalesce(d.full_name, (select min(f.full_name) from successors x join places o on o.id = x.before_id
            join places f on f.id = o.parent_id and f.kind = 'district' where x.after_id = s.id and x.extent = 'whole'),
            (select min(f.full_name) from successors x join places o on o.id = x.before_id
            join places f on f.id = o.parent_id and f.kind = 'district' where x.after_id = s.id), s.full_name)
        from places s left join places d on d.id = s.parent_id and d.kind = 'district'
        where s.id in (select t.place_id from trainees t where t.class_id = $1)";
    ATTENDED = "select a.session_id, a.trainee_id, a.state from attendance a join sessions s on s.id = a.session_id where s.class_id = $1
        order by s.ordinal, a.trainee_id";
    LAST_HAND = "select p.name from journal j join persons p on p.id = j.actor where j.about = $1 order by j.position desc limit 1";
}

/// A project in the list of projects, with its classes counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ProjectLine {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) sponsor: String,
    pub(super) provider: String,
    pub(super) classes: i64,
    pub(super) done: i64,
    pub(super) running: i64,
    pub(super) preparing: i64,
}
row!(ProjectLine { id, code, name, sponsor, provider, classes, done, running, preparing });

/// What a class counts: people named, seats asked, sessions, places that have not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) class_id: String,
    pub(super) named: i64,
    pub(super) seats: i64,
    pub(super) sessions: i64,
    pub(super) silent: i64,
}
row!(Tally { class_id, named, seats, sessions, silent });

/// A row of attendance, for those who read it beside their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    pub session_id: String,
    pub trainee_id: String,
    pub state: String,
}
row!(Attended { session_id, trainee_id, state });

/// The project, whoever asks.
pub async fn project(run: &impl Run, id: &str) -> Result<Option<Project>, Problem> {
    run.one(&PROJECT, args![id]).await
}

/// The project, if the actor may see it: by a role in it, in one of its classes, or everywhere.
pub async fn project_seen(run: &impl Run, actor: &Actor, id: &str) -> Result<Project, Refused> {
    let Some(found) = project(run, id).await? else { return Err(Refused::Absent) };
    let all = actor.sees(ClassRef { class: "", project: id });
    if all || run.the::<i64>(&RUNS_IN_PROJECT, args![id, classes_of(actor, &Role::ALL)]).await? > 0 {
        Ok(found)
    } else {
        Err(Refused::Absent)
    }
}

/// May the actor open a class in this project: who runs all its classes, or at least one?
pub(super) async fn opens_in(run: &impl Run, actor: &Actor, project: &str) -> Result<bool, Problem> {
    if actor.runs(ClassRef { class: "", project }) {
        return Ok(true);
    }
    Ok(run.the::<i64>(&RUNS_IN_PROJECT, args![project, classes_of(actor, &[Role::Organiser])]).await? > 0)
}

/// The classes in which the actor has one of these roles, as `,id,id,`.
fn classes_of(actor: &Actor, roles: &[Role]) -> String {
    let mut text = ",".to_owned();
    for class in actor.grants.iter().filter(|it| roles.contains(&it.role)).filter_map(|it| it.class.as_deref()) {
        text.push_str(class);
        text.push(',');
    }
    text
}

pub(super) async fn projects_in(run: &impl Run, scope: &Scope) -> Result<Vec<ProjectLine>, Problem> {
    run.all(&PROJECTS, args![scope.text()]).await
}

/// Where the project means to go, in the order of time.
pub async fn rollout(run: &impl Run, project: &str) -> Result<Vec<Rollout>, Problem> {
    run.all(&ROLLOUT, args![project]).await
}

/// Periods of programmes that a project may belong to, by name.
pub(super) async fn periods(run: &impl Run) -> Result<Vec<(String, String)>, Problem> {
    run.all(&PERIODS, &[]).await
}

pub(super) async fn project_of_code(run: &impl Run, code: &str) -> Result<Option<String>, Problem> {
    run.one(&PROJECT_CODE, args![code]).await
}

/// The class, whoever asks.
pub async fn class(run: &impl Run, id: &str) -> Result<Option<Class>, Problem> {
    run.one(&CLASS, args![id]).await
}

/// The class of this short code, whoever asks.
pub async fn class_of_code(run: &impl Run, code: &str) -> Result<Option<Class>, Problem> {
    run.one(&CLASS_OF_CODE, args![code]).await
}

/// What these classes and projects are called: one query, and none when there is nothing to ask for.
pub fn called<'a>(app: &'a App, ids: &'a [&'a str]) -> Pin<Box<dyn Future<Output = Result<Names, Problem>> + Send + 'a>> {
    Box::pin(async move {
        if ids.is_empty() {
            return Ok(Names::default());
        }
        let asked = format!(",{},", ids.join(","));
        Ok(app.db.all::<(String, String)>(&CALLED, args![asked]).await?.into_iter().collect())
    })
}

/// The class, if the actor may see it from the inside; otherwise it is absent to them.
pub async fn class_seen(run: &impl Run, actor: &Actor, id: &str) -> Result<Class, Refused> {
    class(run, id).await?.filter(|it| actor.sees(it.of())).ok_or(Refused::Absent)
}

/// The class, if the actor runs it: absent to those who may not see it, denied to those who may.
pub async fn class_run(run: &impl Run, actor: &Actor, id: &str) -> Result<Class, Refused> {
    let class = class_seen(run, actor, id).await?;
    if actor.runs(class.of()) { Ok(class) } else { Err(Refused::Denied) }
}

/// The classes of a scope, the latest first.
pub async fn classes_in(run: &impl Run, scope: &Scope) -> Result<Vec<Class>, Problem> {
    run.all(&CLASSES, args![scope.text(), ""]).await
}

pub(super) async fn classes_of_project(run: &impl Run, scope: &Scope, project: &str) -> Result<Vec<Class>, Problem> {
    run.all(&CLASSES, args![scope.text(), project]).await
}

pub(super) async fn tallies(run: &impl Run, scope: &Scope, project: &str) -> Result<Vec<Tally>, Problem> {
    run.all(&TALLIES, args![scope.text(), project]).await
}

/// The session, whoever asks.
pub async fn session(run: &impl Run, id: &str) -> Result<Option<Session>, Problem> {
    run.one(&SESSION, args![id]).await
}

/// The sessions of a class in the order of time.
pub async fn sessions(run: &impl Run, class: &str) -> Result<Vec<Session>, Problem> {
    run.all(&SESSIONS, args![class]).await
}

/// Has the session been attended, or its door opened?
pub(super) async fn is_used(run: &impl Run, session: &str) -> Result<bool, Problem> {
    Ok(run.the::<i64>(&SESSION_USED, args![session]).await? > 0)
}

/// Who speaks in the sessions of a class.
pub async fn speakers(run: &impl Run, class: &str) -> Result<Vec<Speaker>, Problem> {
    run.all(&SPEAKERS, args![class]).await
}

/// The material of the sessions of a class.
pub async fn materials(run: &impl Run, class: &str) -> Result<Vec<Material>, Problem> {
    run.all(&MATERIALS, args![class]).await
}

/// What is to be read again of the material of a class.
pub(super) async fn to_reread(run: &impl Run, class: &str) -> Result<Vec<ToReread>, Problem> {
    run.all(&TO_REREAD, args![class]).await
}

/// The call-up of a class: every place asked, with its answer; by district and name.
pub async fn seats(run: &impl Run, class: &str) -> Result<Vec<Seat>, Problem> {
    run.all(&SEATS, args![class]).await
}

pub(super) async fn seat(run: &impl Run, class: &str, place: &str) -> Result<Option<Seat>, Problem> {
    run.one(&SEAT, args![class, place]).await
}

/// All trainees of a class, by tên; also those withdrawn or replaced (see [`Trainee::is_named`]).
pub async fn trainees(run: &impl Run, class: &str) -> Result<Vec<Trainee>, Problem> {
    run.all(&TRAINEES, args![class]).await
}

pub(super) async fn trainees_of_place(run: &impl Run, class: &str, place: &str) -> Result<Vec<Trainee>, Problem> {
    run.all(&TRAINEES_OF_PLACE, args![class, place]).await
}

/// The trainee of this id, whoever asks.
pub async fn trainee(run: &impl Run, id: &str) -> Result<Option<Trainee>, Problem> {
    run.one(&TRAINEE, args![id]).await
}

/// The person as trainee of the class, if they are or were.
pub async fn trainee_of(run: &impl Run, class: &str, person: &str) -> Result<Option<Trainee>, Problem> {
    run.one(&TRAINEE_OF, args![class, person]).await
}

/// What a trainee's own page of the class says of them: their group, and how they were marked as having come today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mine {
    pub(super) group_id: Option<String>,
    pub(super) group: Option<String>,
    pub(super) ordinal: Option<i64>,
    pub(super) at: Option<Instant>,
    pub(super) state: Option<String>,
    pub(super) how: Option<String>,
}
row!(Mine { group_id, group, ordinal, at, state, how });

/// The person in the class, on a day from its first instant to the next one's.
pub(super) async fn mine(run: &impl Run, class: &str, person: &str, day: (Instant, Instant)) -> Result<Option<Mine>, Problem> {
    run.one(&MINE, args![class, person, day.0, day.1]).await
}

/// Where else the trainees of a class are or were trainees.
pub(super) async fn elsewhere(run: &impl Run, class: &str) -> Result<Vec<Elsewhere>, Problem> {
    run.all(&ELSEWHERE, args![class]).await
}

/// A person known by phone and name, with a class in which they are or were named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trained {
    pub(super) phone: String,
    pub(super) name_fold: String,
    pub(super) elsewhere: Elsewhere,
}

impl FromRow for Trained {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { phone: row.take()?, name_fold: row.take()?, elsewhere: Elsewhere::from_row(row)? })
    }
}

/// The classes in which persons with these numbers are or were named: one query for fifty numbers.
pub(super) async fn trained_by_phone(run: &impl Run, phones: &[String]) -> Result<Vec<Trained>, Problem> {
    let mut found = Vec::new();
    for some in phones.chunks(50) {
        let args: Vec<Value> = some.iter().map(Value::from).chain(std::iter::repeat(Value::from(""))).take(50).collect();
        found.extend(run.all::<Trained>(&TRAINED_BY_PHONE, &args).await?);
    }
    Ok(found)
}

/// The groups of a class.
pub async fn groups(run: &impl Run, class: &str) -> Result<Vec<Group>, Problem> {
    run.all(&GROUPS, args![class]).await
}

/// The cluster of each place that has trainees in the class: its district, or itself.
pub(super) async fn clusters(run: &impl Run, class: &str) -> Result<Vec<(String, String)>, Problem> {
    run.all(&CLUSTERS, args![class]).await
}

/// Every word of attendance in a class, in the order of its sessions.
pub async fn attended(run: &impl Run, class: &str) -> Result<Vec<Attended>, Problem> {
    run.all(&ATTENDED, args![class]).await
}

/// Who changed a thing last, by name.
pub(super) async fn last_hand(run: &impl Run, about: &str) -> Result<String, Problem> {
    Ok(run.one::<String>(&LAST_HAND, args![about]).await?.unwrap_or_default())
}
