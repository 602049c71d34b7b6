//! What the chain reads: one query for each kind of thing, however many classes there are. `$1` is the scope, `$2` a project or nothing.

use crate::db::{FromRow, Row, Run, args, statements};
use crate::ground::{Instant, Problem};
use crate::people::Scope;
use crate::reports::chain::atlas::Unit;
use crate::reports::chain::few::Published;
use crate::reports::chain::found::{Found, Raised};
use crate::reports::chain::kind::Kind;
use crate::reports::told::Told;
use std::collections::HashSet;

statements! {
    PROJECTS = "select j.id, j.name from projects j where ($2 = '' or j.id = $2)
        and ($1 = '*' or $1 like '%,' || j.id || ',%' or exists (select 1 from classes c where c.project_id = j.id
            and $1 like '%,' || c.id || ',%')) order by j.code, j.id";
    CLASSES = "select c.id, c.project_id, j.code, c.code, c.name, c.province_id, c.state, c.starts_on, c.ends_on,
        (select count(*) from sessions s where s.class_id = c.id and exists (select 1 from attendance a where a.session_id = s.id))
        from classes c join projects j on j.id = c.project_id
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' order by c.starts_on, c.code, c.id";
    ROLLOUT = "select o.project_id, j.code, o.province_id, o.planned_on, o.classes, o.reported
        from project_rollout o join projects j on j.id = o.project_id
        where o.classes > 0 and ($2 = '' or j.id = $2)
        and ($1 = '*' or $1 like '%,' || j.id || ',%' or exists (select 1 from classes c where c.project_id = j.id
            and $1 like '%,' || c.id || ',%')) order by o.planned_on, o.province_id, j.code";
    SEATS = "select s.class_id, s.place_id, s.seats from classes c join seats s on s.class_id = c.id
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' and s.seats > 0 order by s.class_id, s.place_id";
    PEOPLE = "select t.class_id, t.place_id, t.state = 'named', case when t.target_group <> '' then t.target_group else t.position end,
        coalesce(p.sex, ''),
        (select count(*) from attendance a where a.trainee_id = t.id and a.state in ('present', 'late', 'left_early'))
        from classes c join trainees t on t.class_id = c.id join persons p on p.id = t.person_id
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' and t.state <> 'withdrawn' order by t.class_id, t.place_id, t.id";
    /// The only place where peoples leave the store: summed by class, and published by the rule of `few` before anything else sees them.
    PEOPLES = "select t.class_id, coalesce(e.ethnicity, ''), count(*)
        from classes c join trainees t on t.class_id = c.id left join ethnicities e on e.person_id = t.person_id
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' and t.state <> 'withdrawn' and exists (select 1 from attendance a where a.trainee_id = t.id
            and a.state in ('present', 'late', 'left_early'))
        group by t.class_id, coalesce(e.ethnicity, '') order by t.class_id, coalesce(e.ethnicity, '')";
    /// `$3` today.
    RAISED = "select d.id, d.code, substr(d.text, 1, 300), d.field, d.place_id, d.anonymous, d.verdict, d.needs_review, d.raised_at,
        exists (select 1 from advices a where a.difficulty_id = d.id),
        exists (select 1 from escalations e where e.difficulty_id = d.id),
        exists (select 1 from answers w where w.difficulty_id = d.id and w.withdrawn_at is null),
        d.state = 'escalated' and e.answered_at is null and coalesce(e.due_on, $3) < $3,
        d.class_id, d.state, coalesce(x.name, ''), coalesce(e.level, ''), coalesce(e.owner, ''), coalesce(e.due_on, '')
        from classes c join difficulties d on d.class_id = c.id left join persons x on x.id = d.assigned_to
        left join escalations e on d.state = 'escalated' and e.id = (select f.id from escalations f
            where f.difficulty_id = d.id and f.answered_at is null order by f.at desc, f.id limit 1)
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' and d.state <> 'merged' order by d.raised_at, d.id";
    CITED = "select distinct a.difficulty_id, k.id, k.number, i.article, i.clause, i.point
        from classes c join difficulties d on d.class_id = c.id
        join advices a on a.difficulty_id = d.id and a.superseded_at is null
        join citations i on i.advice_id = a.id join documents k on k.id = i.document_id
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' and d.state <> 'merged' order by k.number, i.article, i.clause, i.point, a.difficulty_id, k.id";
    PRACTICES = "select r.id, r.kind, r.place_id, r.title, r.state from practices r
        where r.state in ('shown', 'released') and ($2 = '' or r.project_id = $2)
        and ($1 = '*' or $1 like '%,' || coalesce(r.class_id, '-') || ',%' or $1 like '%,' || coalesce(r.project_id, '-') || ',%')
        order by r.title_fold, r.id";
    ADOPTIONS = "select a.practice_id, a.place_id, a.state, coalesce(a.begun_on, '')
        from practices r join adoptions a on a.practice_id = r.id
        where r.state in ('shown', 'released') and ($2 = '' or r.project_id = $2)
        and ($1 = '*' or $1 like '%,' || coalesce(r.class_id, '-') || ',%' or $1 like '%,' || coalesce(r.project_id, '-') || ',%')
        order by a.taken_up_at, a.id";
    STEPS = "select l.id, l.class_id, l.place_id, l.horizon, l.title, coalesce(s.id, ''), coalesce(s.text, ''), coalesce(s.owner, ''),
        coalesce(s.due_on, ''), coalesce(s.state, ''), s.done_at
        from classes c join plans l on l.class_id = c.id left join plan_steps s on s.plan_id = l.id and s.removed_at is null
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)
        and c.state <> 'cancelled' and l.state = 'presented' order by l.class_id, l.place_id, l.horizon desc, l.id, s.sort, s.id";
    LISTED = "select l.place_id, max(l.standing) from listings l where l.period_id in (select j.period_id from projects j
            where ($2 = '' or j.id = $2) and ($1 = '*' or $1 like '%,' || j.id || ',%'
            or exists (select 1 from classes c where c.project_id = j.id and $1 like '%,' || c.id || ',%')))
        group by l.place_id order by l.place_id";
    /// Both classes lie within the scope, one of them in the project. First who is in two classes on the same days, then who speaks twice
    /// at once.
    DOUBLES = "with chosen as (select c.id, c.project_id, c.starts_on, c.ends_on from classes c
            where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and c.state <> 'cancelled'),
        engaged as (select distinct c.id as class_id, k.person_id from chosen c join sessions s on s.class_id = c.id
            join speakers k on k.session_id = s.id
            union select g.class_id, g.person_id from chosen c join grants g on g.class_id = c.id
            where g.role = 'expert' and g.ended_at is null)
        select p.name, a.id, b.id, cast(null as bigint), cast(null as bigint)
        from chosen a join chosen b on a.id < b.id and a.starts_on <= b.ends_on and b.starts_on <= a.ends_on
        join engaged x on x.class_id = a.id join engaged y on y.class_id = b.id and y.person_id = x.person_id
        join persons p on p.id = x.person_id
        where ($2 = '' or a.project_id = $2 or b.project_id = $2)
        union all select p.name, a.id, b.id, s.starts_at, t.starts_at
        from chosen a join sessions s on s.class_id = a.id join speakers k on k.session_id = s.id
        join speakers l on l.person_id = k.person_id join sessions t on t.id = l.session_id
        join chosen b on b.id = t.class_id join persons p on p.id = k.person_id
        where s.id < t.id and s.starts_at < t.ends_at and t.starts_at < s.ends_at
        and ($2 = '' or a.project_id = $2 or b.project_id = $2)
        order by 1, 2, 3, 4 nulls last, 5 nulls last";
    /// Every place that anything of the scope names, its other maps, what these lie in, and all provinces; a line for each that it became.
    UNITS = "with chosen as (select c.id, c.province_id from classes c
            where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%') and ($2 = '' or c.project_id = $2)),
        used as (select s.place_id as id from chosen c join seats s on s.class_id = c.id
            union select t.place_id from chosen c join trainees t on t.class_id = c.id
            union select d.place_id from chosen c join difficulties d on d.class_id = c.id
            union select l.place_id from chosen c join plans l on l.class_id = c.id
            union select r.place_id from practices r where ($2 = '' or r.project_id = $2)
                and ($1 = '*' or $1 like '%,' || coalesce(r.class_id, '-') || ',%' or $1 like '%,' || coalesce(r.project_id, '-') || ',%')
            union select a.place_id from practices r join adoptions a on a.practice_id = r.id where ($2 = '' or r.project_id = $2)
                and ($1 = '*' or $1 like '%,' || coalesce(r.class_id, '-') || ',%' or $1 like '%,' || coalesce(r.project_id, '-') || ',%')
            union select l.place_id from listings l where l.period_id in (select j.period_id from projects j
                where ($2 = '' or j.id = $2) and ($1 = '*' or $1 like '%,' || j.id || ',%'
                or exists (select 1 from classes c where c.project_id = j.id and $1 like '%,' || c.id || ',%')))),
        mapped as (select id from used union select s.after_id from used u join successors s on s.before_id = u.id
            union select s.before_id from used u join successors s on s.after_id = u.id),
        around as (select id from mapped union select p.parent_id from mapped m join places p on p.id = m.id
            union select q.parent_id from mapped m join places p on p.id = m.id join places q on q.id = p.parent_id
            union select p.id from places p where p.kind = 'province')
        select p.id, p.era, p.kind, p.full_name, p.parent_id, p.lat, p.lon, coalesce(s.after_id, ''), coalesce(s.extent, '')
        from around a join places p on p.id = a.id left join successors s on s.before_id = p.id order by p.id, s.after_id";
}

/// A place with one of the places that it became.
struct Became(Unit, String, String);

impl FromRow for Became {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let unit = Unit {
            id: row.take()?,
            era: row.take()?,
            kind: row.take()?,
            name: row.take()?,
            parent: row.take()?,
            lat: row.take()?,
            lon: row.take()?,
        };
        Ok(Self(unit, row.take()?, row.take()?))
    }
}

impl FromRow for Raised {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            told: Told::from_row(row)?,
            class_id: row.take()?,
            state: row.take()?,
            expert: row.take()?,
            level: row.take()?,
            owner: row.take()?,
            due_on: row.take()?,
        })
    }
}

/// What a sheet needs, or (none named) all of them. `planning`: also who is in two places at once.
pub(in super::super) async fn found(
    run: &impl Run,
    scope: &Scope,
    project: &str,
    only: Option<Kind>,
    planning: bool,
    now: Instant,
) -> Result<Found, Problem> {
    let of = args![scope.text(), project];
    let needs = |kinds: &[Kind]| only.is_none_or(|it| kinds.contains(&it));
    let mut it = Found { projects: run.all(&PROJECTS, of).await?, classes: run.all(&CLASSES, of).await?, ..Found::default() };
    if needs(&[Kind::Classes]) {
        it.rollout = run.all(&ROLLOUT, of).await?;
    }
    if needs(&[Kind::Classes, Kind::Coverage]) {
        it.seats = run.all(&SEATS, of).await?;
    }
    if needs(&[Kind::Classes, Kind::Coverage, Kind::Sexes, Kind::Positions]) {
        it.people = run.all(&PEOPLE, of).await?;
    }
    if needs(&[Kind::Peoples]) {
        it.peoples = published(run.all(&PEOPLES, of).await?);
    }
    if needs(&[Kind::Classes, Kind::Difficulties, Kind::Clauses]) {
        it.raised = run.all(&RAISED, args![scope.text(), project, now.date().iso()]).await?;
    }
    if needs(&[Kind::Difficulties, Kind::Clauses]) {
        it.cited = run.all(&CITED, of).await?;
    }
    if needs(&[Kind::Practices, Kind::Adoptions]) {
        it.practices = run.all(&PRACTICES, of).await?;
        it.adoptions = run.all(&ADOPTIONS, of).await?;
    }
    if needs(&[Kind::Plans, Kind::Steps]) {
        it.steps = run.all(&STEPS, of).await?;
    }
    if needs(&[Kind::Coverage]) {
        it.listed = run.all(&LISTED, of).await?;
    }
    if planning && needs(&[Kind::Overlaps, Kind::Doubles]) {
        it.doubles = run.all(&DOUBLES, of).await?;
    }
    let mut seen = HashSet::new();
    for Became(unit, after, extent) in run.all(&UNITS, of).await? {
        if !after.is_empty() {
            it.became.push((unit.id.clone(), after, extent == "whole"));
        }
        if seen.insert(unit.id.clone()) {
            it.units.push(unit);
        }
    }
    Ok(it)
}

/// Of each class, what may be told.
fn published(rows: Vec<(String, String, i64)>) -> Vec<(String, Published)> {
    let mut classes: Vec<(String, Vec<(String, i64)>)> = Vec::new();
    for (class, people, n) in rows {
        match classes.last_mut().filter(|it| it.0 == class) {
            Some(it) => it.1.push((people, n)),
            None => classes.push((class, vec![(people, n)])),
        }
    }
    classes.into_iter().map(|(class, cells)| (class, Published::of_class(&cells))).collect()
}
