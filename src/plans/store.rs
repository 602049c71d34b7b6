//! The queries of this room. How many a page takes never depends on its rows.
//!
//! How a step stands is asked as of an instant, from what was reported until then: a list behind a figure of a past round shows the rows
//! that the figure counted.

mod class;
mod rounds;

pub use class::{Counts, counts_of_class};
pub(super) use class::{Place, PlanLine, places, plans_of_class};
pub(super) use rounds::{Answer, Asked, Round, answer, answers, asked, given, round, rounds};

use super::plan::{Horizon, Standing, State};
use super::step::{Link, Resource, Stand, StepState, Within};
use crate::classes::{Trainee, trainee_of};
use crate::db::{FromRow, Row, Run, Statement, args};
use crate::ground::dates::Date;
use crate::ground::{Instant, Problem};
use crate::policy::ToReread;
use crate::web::{Actor, ClassRef, Role};

/// Every list of statements.
pub(super) const LISTS: [&[Statement]; 3] = [ALL, class::ALL, rounds::ALL];

macro_rules! step {
    ($rest:expr) => {
        concat!(
            "select s.id, s.plan_id, p.horizon, p.place_id, l.full_name, s.text, s.result, s.starts_on, s.due_on, s.owner,
            s.owner_id, coalesce(o.name, ''), s.partners, s.difficulty_id, coalesce(d.code, ''), s.practice_id, coalesce(w.title, ''),
            coalesce((select r.state from step_reports r where r.step_id = s.id and r.at <= $2 order by r.at desc, r.id desc limit 1), 'planned'),
            coalesce((select r.text from step_reports r where r.step_id = s.id and r.at <= $2 order by r.at desc, r.id desc limit 1), '')
            from plan_steps s join plans p on p.id = s.plan_id join places l on l.id = p.place_id
            left join places u on u.id = l.parent_id left join persons o on o.id = s.owner_id
            left join difficulties d on d.id = s.difficulty_id left join practices w on w.id = s.practice_id
            where s.added_at <= $2 and (s.removed_at is null or s.removed_at > $2) and ",
            $rest
        )
    };
}

macro_rules! plan {
    ($rest:expr) => {
        concat!(
            "select p.id, p.class_id, p.project_id, c.name, c.starts_on, c.ends_on, p.place_id, l.full_name,
            coalesce(u.full_name, ''), p.horizon, p.title, p.aim, coalesce(a.name, ''), p.state, p.written_at, p.presented_at,
            coalesce(a.illustration, false)
            from plans p join classes c on c.id = p.class_id join places l on l.id = p.place_id left join places u on u.id = l.parent_id
            left join persons a on a.id = p.author_id where ",
            $rest
        )
    };
}

crate::statements! {
    DONE = "select about from journal where id = $1";
    PLAN = plan!("p.id = $1");
    PLANS_OF_PLACE = plan!("p.class_id = $1 and p.place_id = $2 order by p.horizon desc, p.written_at, p.id");
    STEPS_OF_PLACE = step!("p.class_id = $1 and p.place_id = $3 order by s.due_on, s.sort, s.id");
    STEPS_OF_PLAN = step!("s.plan_id = $1 order by s.due_on, s.sort, s.id");
    STEP = step!("s.id = $1");
    /// Of what was presented in a class until then; `$3`: of this place only, or everywhere.
    STEPS_OF_CLASS = step!("p.class_id = $1 and p.state = 'presented' and p.presented_at <= $2 and ($3 = '' or p.place_id = $3)
        order by u.name_sort nulls last, l.name_sort, l.id, p.horizon desc, p.id, s.due_on, s.sort, s.id");
    /// Of a report with a picture: its plan, the picture.
    PICTURE = "select s.plan_id, r.blob from step_reports r join plan_steps s on s.id = r.step_id
        where r.id = $1 and r.blob is not null and s.removed_at is null";
    BLOBS_NAMED = "select blob from step_reports where blob is not null";
    /// What changed under the steps of a plan since they were last read.
    TO_REREAD = crate::policy::to_reread!("z.subject = 'step' and z.subject_id in (select s.id from plan_steps s where s.plan_id = $1)");
    LAST_SORT = "select coalesce(max(sort), 0) from plan_steps where plan_id = $1";
    RESOURCES = "select r.step_id, r.source, r.amount, r.note from step_resources r join plan_steps s on s.id = r.step_id
        join plans p on p.id = s.plan_id where p.class_id = $1 and p.place_id = $2 and s.removed_at is null order by r.step_id, r.sort";
    REPORTS = "select r.id, r.step_id, r.state, r.text, r.evidence, r.blob, r.at, coalesce(b.name, ''), coalesce(h.name, ''), f.months
        from step_reports r join plan_steps s on s.id = r.step_id left join persons b on b.id = r.by_person
        left join persons h on h.id = r.on_behalf left join follow_ups f on f.id = r.follow_up_id
        where s.plan_id = $1 order by r.at, r.id";
    /// What a step may be linked to: difficulties of the class that were not raised anonymously, the place's own first; practices that the
    /// class sees.
    DIFFICULTIES = "select d.id, d.code, d.text from difficulties d where d.class_id = $1 and not d.anonymous and d.state <> 'merged'
        order by case when d.place_id = $2 then 0 else 1 end, length(d.code), d.code limit 80";
    PRACTICES = "select w.id, w.code, w.title from practices w where (w.class_id = $1 and w.state in ('shown', 'released'))
        or (w.place_id = $2 and w.state <> 'withdrawn') or w.state = 'released'
        order by case when w.place_id = $2 then 0 when w.class_id = $1 then 1 else 2 end, w.code limit 80";
}

crate::stored!(Horizon, State, StepState);

/// A day as stored.
fn day(row: &mut Row) -> Result<Date, Problem> {
    Ok(Date::from_iso(&row.take::<String>()?)?)
}

/// A plan with the names around it.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) id: String,
    pub(super) class_id: String,
    pub(super) project_id: String,
    pub(super) class_name: String,
    pub(super) class_starts: Date,
    pub(super) class_ends: Date,
    pub(super) place_id: String,
    pub(super) place_name: String,
    pub(super) parent_name: String,
    pub(super) horizon: Horizon,
    pub(super) title: String,
    pub(super) aim: String,
    pub(super) author_name: String,
    pub(super) state: State,
    pub(super) written_at: Instant,
    pub(super) presented_at: Option<Instant>,
    pub(super) illustration: bool,
}

impl FromRow for Plan {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            class_id: row.take()?,
            project_id: row.take()?,
            class_name: row.take()?,
            class_starts: day(row)?,
            class_ends: day(row)?,
            place_id: row.take()?,
            place_name: row.take()?,
            parent_name: row.take()?,
            horizon: row.take()?,
            title: row.take()?,
            aim: row.take()?,
            author_name: row.take()?,
            state: row.take()?,
            written_at: row.take()?,
            presented_at: row.take()?,
            illustration: row.take()?,
        })
    }
}

impl Plan {
    /// The class as access sees it.
    pub(super) fn class(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }

    /// The days between which its steps lie.
    pub(super) fn within(&self) -> Within {
        Within { horizon: self.horizon, class_starts: self.class_starts, class_ends: self.class_ends }
    }
}

/// A step with the names around it, as it stood at the instant asked.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) id: String,
    pub(super) plan_id: String,
    pub(super) horizon: Horizon,
    pub(super) place_id: String,
    pub(super) place_name: String,
    pub(super) text: String,
    pub(super) result: String,
    pub(super) starts_on: Date,
    pub(super) due_on: Date,
    pub(super) owner: String,
    pub(super) owner_id: Option<String>,
    pub(super) owner_name: String,
    pub(super) partners: String,
    pub(super) difficulty_id: Option<String>,
    pub(super) difficulty_code: String,
    pub(super) practice_id: Option<String>,
    pub(super) practice_title: String,
    pub(super) state: StepState,
    /// What was last said of it.
    pub(super) said: String,
}

impl FromRow for Step {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            plan_id: row.take()?,
            horizon: row.take()?,
            place_id: row.take()?,
            place_name: row.take()?,
            text: row.take()?,
            result: row.take()?,
            starts_on: day(row)?,
            due_on: day(row)?,
            owner: row.take()?,
            owner_id: row.take()?,
            owner_name: row.take()?,
            partners: row.take()?,
            difficulty_id: row.take()?,
            difficulty_code: row.take()?,
            practice_id: row.take()?,
            practice_title: row.take()?,
            state: row.take()?,
            said: row.take()?,
        })
    }
}

impl Step {
    /// How it stands on a day.
    pub(super) fn stand(&self, day: Date) -> Stand {
        self.state.stand(self.due_on, day)
    }

    /// Who answers for it, by name or in words.
    pub(super) fn who(&self) -> &str {
        if self.owner_name.is_empty() { &self.owner } else { &self.owner_name }
    }

    pub(super) fn link(&self) -> Option<Link> {
        self.difficulty_id.clone().map(Link::Difficulty).or_else(|| self.practice_id.clone().map(Link::Practice))
    }
}

/// A report on a step.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) id: String,
    pub(super) step_id: String,
    pub(super) state: StepState,
    pub(super) text: String,
    /// A link.
    pub(super) evidence: String,
    /// A picture.
    pub(super) blob: Option<String>,
    pub(super) at: Instant,
    pub(super) by: String,
    pub(super) on_behalf: String,
    /// Of a round, so many months after the class.
    pub(super) months: Option<i64>,
}
crate::row!(Report { id, step_id, state, text, evidence, blob, at, by, on_behalf, months });

/// The plan and the picture of a report that has one.
pub(super) async fn picture(run: &impl Run, report: &str) -> Result<Option<(String, String)>, Problem> {
    run.one(&PICTURE, args![report]).await
}

/// The plan, whoever asks.
pub(super) async fn plan(run: &impl Run, id: &str) -> Result<Option<Plan>, Problem> {
    run.one(&PLAN, args![id]).await
}

/// Every plan of a place in a class, the short ones first, whoever asks.
pub(super) async fn plans_of_place(run: &impl Run, class: &str, place: &str) -> Result<Vec<Plan>, Problem> {
    run.all(&PLANS_OF_PLACE, args![class, place]).await
}

/// The steps of every plan of a place in a class.
pub(super) async fn steps_of_place(run: &impl Run, class: &str, place: &str, at: Instant) -> Result<Vec<Step>, Problem> {
    run.all(&STEPS_OF_PLACE, args![class, at, place]).await
}

pub(super) async fn steps_of_plan(run: &impl Run, plan: &str, at: Instant) -> Result<Vec<Step>, Problem> {
    run.all(&STEPS_OF_PLAN, args![plan, at]).await
}

/// The step that was not removed, whoever asks.
pub(super) async fn step(run: &impl Run, id: &str, at: Instant) -> Result<Option<Step>, Problem> {
    run.one(&STEP, args![id, at]).await
}

/// The steps of the presented plans of a class, as they stood; of one place, or (empty) of all.
pub(super) async fn steps_of_class(run: &impl Run, class: &str, at: Instant, place: &str) -> Result<Vec<Step>, Problem> {
    run.all(&STEPS_OF_CLASS, args![class, at, place]).await
}

/// What the steps of a place's plans take: the step and the resource.
pub(super) async fn resources(run: &impl Run, class: &str, place: &str) -> Result<Vec<(String, Resource)>, Problem> {
    let rows: Vec<(String, String, Option<i64>, String)> = run.all(&RESOURCES, args![class, place]).await?;
    Ok(rows.into_iter().map(|(step, source, amount, note)| (step, Resource { source, amount, note })).collect())
}

/// What changed in the law under the steps of a plan, and was not read again yet.
pub(super) async fn to_reread(run: &impl Run, plan: &str) -> Result<Vec<ToReread>, Problem> {
    run.all(&TO_REREAD, args![plan]).await
}

pub(super) async fn reports(run: &impl Run, plan: &str) -> Result<Vec<Report>, Problem> {
    run.all(&REPORTS, args![plan]).await
}

/// Id, code and words of what a step may be linked to.
pub(super) type Linkable = (String, String, String);

pub(super) async fn difficulties(run: &impl Run, class: &str, place: &str) -> Result<Vec<Linkable>, Problem> {
    run.all(&DIFFICULTIES, args![class, place]).await
}

pub(super) async fn practices(run: &impl Run, class: &str, place: &str) -> Result<Vec<Linkable>, Problem> {
    run.all(&PRACTICES, args![class, place]).await
}

/// What the asker is to a class, and the place whose trainee they are there: at most one query.
pub(super) async fn standing(run: &impl Run, actor: &Actor, class: ClassRef<'_>) -> Result<(Standing, Option<Trainee>), Problem> {
    let own =
        if actor.has_in(Role::Trainee, class) { trainee_of(run, class.class, actor.id()).await?.filter(Trainee::is_named) } else { None };
    let who = Standing { runs: actor.runs(class), of_place: false, expert: actor.has_in(Role::Expert, class), sees: actor.sees(class) };
    Ok((who, own))
}

/// As [`standing`], towards one place.
pub(super) async fn standing_at(run: &impl Run, actor: &Actor, class: ClassRef<'_>, place: &str) -> Result<Standing, Problem> {
    let (who, own) = standing(run, actor, class).await?;
    Ok(Standing { of_place: own.is_some_and(|it| it.place_id == place), ..who })
}
