//! What the reports read of plans and of the rounds after a class.

use crate::db::{Run, args, row, statements};
use crate::ground::dates::Date;
use crate::ground::{Instant, Problem};
use crate::people::Scope;
use crate::plans::FOLLOWED_MONTHS;

statements! {
    /// `$1` who asks, `$2` the last due day of interest, `$3` the earliest end of a class that is still followed: open steps that are the
    /// asker's own or their place's, what is to be read again first, then what is due first.
    DUE = "select s.id, s.plan_id, s.text, s.due_on, l.full_name, (exists (select 1 from rereadings z
            where z.subject = 'step' and z.subject_id = s.id and z.closed_at is null)) as review
        from plan_steps s join plans p on p.id = s.plan_id join classes c on c.id = p.class_id join places l on l.id = p.place_id
        where p.state = 'presented' and s.removed_at is null and s.state in ('planned', 'under_way') and c.ends_on >= $3
        and (s.due_on <= $2 or exists (select 1 from rereadings z where z.subject = 'step' and z.subject_id = s.id and z.closed_at is null))
        and (s.owner_id = $1 or exists (select 1 from trainees t where t.class_id = p.class_id and t.place_id = p.place_id
            and t.person_id = $1 and t.state = 'named'))
        order by review desc, s.due_on, s.id limit 6";
    /// `$1` scope, `$2` who asks, `$3` today, `$4` as `$3` above. One row a class with presented plans: what is overdue, its open round, the
    /// latest round opened, whether the asker's place has yet to answer.
    FOLLOWED = "select c.id, c.project_id, c.code, c.name, c.ends_on,
        (select count(*) from plan_steps s join plans p on p.id = s.plan_id where p.class_id = c.id and p.state = 'presented'
            and s.removed_at is null and s.state in ('planned', 'under_way') and s.due_on < $3),
        (select count(distinct p.place_id) from plans p where p.class_id = c.id and p.state = 'presented'),
        (select coalesce(max(o.months), 0) from follow_ups o where o.class_id = c.id),
        f.id, f.months, (select count(*) from follow_up_answers a where a.follow_up_id = f.id),
        exists (select 1 from trainees t join plans p on p.class_id = t.class_id and p.place_id = t.place_id and p.state = 'presented'
            where t.class_id = c.id and t.person_id = $2 and t.state = 'named'
            and not exists (select 1 from follow_up_answers a where a.follow_up_id = f.id and a.place_id = t.place_id))
        from classes c
        left join follow_ups f on f.id = (select o.id from follow_ups o where o.class_id = c.id and o.closed_at is null
            order by o.months desc limit 1)
        where ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%')
        and c.state <> 'cancelled' and c.ends_on >= $4
        and exists (select 1 from plans p where p.class_id = c.id and p.state = 'presented')
        order by c.ends_on desc, c.code limit 60";
    /// `$1` class, `$2` now. How the steps stood in each round: when it was closed, or now; late is what was due before the round's day.
    ROUNDS = "select z.months, z.due_on, z.stand, count(*) from (
        select y.months, y.due_on, case when y.state in ('done', 'dropped') then y.state when y.step_due < y.due_on then 'late' else y.state end
            as stand from (
            select f.months, f.due_on, s.due_on as step_due, coalesce((select r.state from step_reports r where r.step_id = s.id
                and r.at <= coalesce(f.closed_at, $2) order by r.at desc, r.id desc limit 1), 'planned') as state
            from follow_ups f
            join plans p on p.class_id = f.class_id and p.state = 'presented' and p.presented_at <= coalesce(f.closed_at, $2)
            join plan_steps s on s.plan_id = p.id and s.added_at <= coalesce(f.closed_at, $2)
                and (s.removed_at is null or s.removed_at > coalesce(f.closed_at, $2))
            where f.class_id = $1) y) z
        group by z.months, z.due_on, z.stand order by z.months, z.stand";
    /// The same of the raisers' last word until then, on what had been raised by then.
    VERDICTS = "select y.months, y.verdict, count(*) from (
        select f.months, coalesce((select v.verdict from verdicts v where v.difficulty_id = d.id and v.at <= coalesce(f.closed_at, $2)
            order by v.at desc, v.id desc limit 1), '') as verdict
        from follow_ups f join difficulties d on d.class_id = f.class_id and d.state <> 'merged' and d.raised_at <= coalesce(f.closed_at, $2)
        where f.class_id = $1) y group by y.months, y.verdict order by y.months, y.verdict";
}

/// An open step of the asker's.
#[derive(Clone, Debug)]
pub(in crate::reports) struct DueStep {
    pub(in crate::reports) id: String,
    pub(in crate::reports) plan_id: String,
    pub(in crate::reports) text: String,
    pub(in crate::reports) due_on: String,
    pub(in crate::reports) place: String,
    /// It stands on what changed in the law since.
    pub(in crate::reports) review: bool,
}
row!(DueStep { id, plan_id, text, due_on, place, review });

/// What is late or due within so many days is shown.
const DAYS_AHEAD: i32 = 30;

/// Classes that ended before this day are no longer followed.
fn since(today: Date) -> String {
    today.plus_months(-FOLLOWED_MONTHS).iso()
}

pub(in crate::reports) async fn due(run: &impl Run, person: &str, now: Instant) -> Result<Vec<DueStep>, Problem> {
    let today = now.date();
    run.all(&DUE, args![person, today.plus_days(DAYS_AHEAD).iso(), since(today)]).await
}

/// A class whose plans are followed.
#[derive(Clone, Debug)]
pub(in crate::reports) struct Followed {
    pub(in crate::reports) id: String,
    pub(in crate::reports) project_id: String,
    pub(in crate::reports) code: String,
    pub(in crate::reports) name: String,
    pub(in crate::reports) ends_on: String,
    pub(in crate::reports) overdue: i64,
    pub(in crate::reports) places: i64,
    /// The latest round opened, in months; 0: none.
    pub(in crate::reports) latest: i64,
    /// The open round: id and months.
    pub(in crate::reports) round: Option<String>,
    pub(in crate::reports) months: Option<i64>,
    pub(in crate::reports) answered: i64,
    /// The asker's place has yet to answer it.
    pub(in crate::reports) mine: bool,
}
row!(Followed { id, project_id, code, name, ends_on, overdue, places, latest, round, months, answered, mine });

pub(in crate::reports) async fn followed(run: &impl Run, scope: &Scope, person: &str, now: Instant) -> Result<Vec<Followed>, Problem> {
    let today = now.date();
    run.all(&FOLLOWED, args![scope.text(), person, today.iso(), since(today)]).await
}

/// How many steps stood so in a round.
#[derive(Clone, Debug)]
pub(in crate::reports) struct RoundSum {
    pub(in crate::reports) months: i64,
    pub(in crate::reports) due_on: String,
    pub(in crate::reports) stand: String,
    pub(in crate::reports) count: i64,
}
row!(RoundSum { months, due_on, stand, count });

pub(in crate::reports) async fn rounds(run: &impl Run, class: &str, now: Instant) -> Result<Vec<RoundSum>, Problem> {
    run.all(&ROUNDS, args![class, now]).await
}

/// Months, verdict (empty: none yet), how many.
pub(in crate::reports) async fn verdicts(run: &impl Run, class: &str, now: Instant) -> Result<Vec<(i64, String, i64)>, Problem> {
    run.all(&VERDICTS, args![class, now]).await
}
