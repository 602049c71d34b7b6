//! The places of a class with their plans, and the sums.

use crate::db::{Run, args, row};
use crate::ground::Problem;
use crate::ground::dates::Date;
use crate::plans::plan::{Horizon, State};

crate::statements! {
    /// Communes that were asked to send people or sent some, and whoever else wrote a plan.
    PLACES = "select l.id, l.full_name, coalesce(u.full_name, '')
        from places l left join places u on u.id = l.parent_id
        where (l.kind = 'commune' and (l.id in (select s.place_id from seats s where s.class_id = $1 and s.seats > 0)
            or l.id in (select t.place_id from trainees t where t.class_id = $1 and t.state = 'named')))
        or l.id in (select p.place_id from plans p where p.class_id = $1)
        order by u.name_sort nulls last, l.name_sort, l.id";
    OF_CLASS = "select p.id, p.place_id, p.horizon, p.title, p.state from plans p
        where p.class_id = $1 order by p.horizon desc, p.written_at, p.id";
    COUNTS = "select count(distinct p.place_id), count(distinct p.id), count(s.id),
        count(case when s.state = 'planned' then 1 end), count(case when s.state = 'under_way' then 1 end),
        count(case when s.state = 'done' then 1 end), count(case when s.state = 'dropped' then 1 end),
        count(case when s.state in ('planned', 'under_way') and s.due_on < $2 then 1 end)
        from plans p left join plan_steps s on s.plan_id = p.id and s.removed_at is null
        where p.class_id = $1 and p.state = 'presented'";
}

/// A place of a class.
#[derive(Clone, Debug)]
pub(in crate::plans) struct Place {
    pub(in crate::plans) id: String,
    pub(in crate::plans) name: String,
    pub(in crate::plans) parent: String,
}
row!(Place { id, name, parent });

pub(in crate::plans) async fn places(run: &impl Run, class: &str) -> Result<Vec<Place>, Problem> {
    run.all(&PLACES, args![class]).await
}

/// A plan in the list of a class.
#[derive(Clone, Debug)]
pub(in crate::plans) struct PlanLine {
    pub(in crate::plans) id: String,
    pub(in crate::plans) place_id: String,
    pub(in crate::plans) horizon: Horizon,
    pub(in crate::plans) title: String,
    pub(in crate::plans) state: State,
}
row!(PlanLine { id, place_id, horizon, title, state });

pub(in crate::plans) async fn plans_of_class(run: &impl Run, class: &str) -> Result<Vec<PlanLine>, Problem> {
    run.all(&OF_CLASS, args![class]).await
}

/// What a class's presented plans come to, on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Places with at least one presented plan.
    pub places: i64,
    pub plans: i64,
    pub steps: i64,
    pub planned: i64,
    pub under_way: i64,
    pub done: i64,
    pub dropped: i64,
    /// Of those planned or under way: due before that day.
    pub overdue: i64,
}

/// The sums of a class: for the wall, the news, the chain.
pub async fn counts_of_class(run: &impl Run, class: &str, day: Date) -> Result<Counts, Problem> {
    let (places, plans, steps, planned, under_way, done, dropped, overdue) = run.the(&COUNTS, args![class, day.iso()]).await?;
    Ok(Counts { places, plans, steps, planned, under_way, done, dropped, overdue })
}
