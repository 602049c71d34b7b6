//! Forms in, views out.

mod list;
mod one;
mod round;
mod rounds;
mod samples;
mod sheet;
mod step;
mod write;

pub(super) use samples::samples;

use super::step::{Stand, StepState};
use super::store::{Plan, Step};
use crate::classes::Class;
use crate::ground::Problem;
use crate::ground::dates::{Date, range};
use crate::places::within_sentence;
use crate::practices;
use crate::web::{May, Role, Route, Shell, W, Wrong, get, mendable, post};
use axum::extract::DefaultBodyLimit;

/// Those who are inside a class; the verb says what they may do there.
const INSIDE: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor, Role::Trainee]);
/// Those who write plans: the places' people, and who runs the class on their behalf.
const WRITERS: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Trainee]);

/// A report with one photo, as a telephone without the script sends it.
const MOST_OF_REPORT: usize = practices::MOST_BYTES + 1024 * 1024;

pub(super) fn routes() -> Vec<Route> {
    let mut report = post("/steps/{step}/reports", WRITERS, one::report);
    report.to = report.to.layer(DefaultBodyLimit::max(MOST_OF_REPORT));
    vec![
        get("/classes/{class}/plans", INSIDE, list::of_class),
        post("/classes/{class}/plans", WRITERS, write::write),
        get("/classes/{class}/plans/new", WRITERS, write::form),
        get("/classes/{class}/plans/sheet", INSIDE, sheet::sheet),
        get("/plans/{plan}", INSIDE, one::show),
        post("/plans/{plan}", WRITERS, write::change),
        get("/plans/{plan}/edit", WRITERS, write::edit),
        post("/plans/{plan}/presentation", WRITERS, one::present),
        post("/plans/{plan}/withdrawal", WRITERS, one::withdraw),
        get("/plans/{plan}/steps/new", WRITERS, step::form),
        post("/plans/{plan}/steps", WRITERS, step::add),
        get("/steps/{step}", WRITERS, step::edit),
        post("/steps/{step}", WRITERS, step::change),
        post("/steps/{step}/removal", WRITERS, step::remove),
        report,
        get("/reports/{report}/picture", INSIDE, one::picture),
        post("/steps/{step}/rereading", WRITERS, one::reread),
        get("/classes/{class}/follow-ups", INSIDE, rounds::of_class),
        post("/classes/{class}/follow-ups", May::RUNNERS, rounds::open),
        get("/follow-ups/{round}", INSIDE, round::show),
        post("/follow-ups/{round}/answers", WRITERS, round::answer),
        post("/follow-ups/{round}/closing", May::RUNNERS, rounds::close),
    ]
}

/// A choice: value, words, chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

/// The day on which a class ended.
fn ends(class: &Class) -> Result<Date, Problem> {
    Ok(Date::from_iso(&class.ends_on)?)
}

/// The page within its class.
fn in_class(s: Shell, id: &str, name: &str) -> Shell {
    let classes = s.w.t("plan-crumb-classes");
    s.crumb("/classes", classes).crumb(format!("/classes/{id}"), name)
}

/// The page within its class's plans.
fn in_plans(s: Shell, id: &str, name: &str) -> Shell {
    let plans = s.w.t("plan-crumb-plans");
    in_class(s, id, name).crumb(format!("/classes/{id}/plans"), plans)
}

/// A step as a row of a list.
#[derive(Clone, Debug)]
pub(super) struct StepRow {
    id: String,
    number: usize,
    text: String,
    result: String,
    days: String,
    who: String,
    partners: String,
    place: String,
    /// Address and words of what it is linked to.
    link: Option<(String, String)>,
    look: &'static str,
    state: String,
    /// How late, or how soon.
    when: String,
    said: String,
    to: String,
}

impl StepRow {
    fn of(it: &Step, number: usize, day: Date, w: &W) -> Self {
        let stand = it.stand(day);
        let left = day.days_until(it.due_on);
        let when = match stand {
            Stand::Late => w.n("step-days-late", -left),
            Stand::Planned | Stand::UnderWay if left == 0 => w.t("step-due-today"),
            Stand::Planned | Stand::UnderWay if left <= 30 => w.n("step-days-left", left),
            _ => String::new(),
        };
        let link = match (&it.difficulty_id, &it.practice_id) {
            (Some(id), _) => Some((format!("/difficulties/{id}"), w.x("step-of-difficulty", &it.difficulty_code))),
            (None, Some(id)) => Some((format!("/practices/{id}"), w.x("step-of-practice", &it.practice_title))),
            (None, None) => None,
        };
        Self {
            id: it.id.clone(),
            number,
            text: it.text.clone(),
            result: it.result.clone(),
            days: range(it.starts_on, it.due_on),
            who: it.who().to_owned(),
            partners: it.partners.clone(),
            place: it.place_name.clone(),
            link,
            look: stand.look(),
            state: w.t(stand.word()),
            when,
            said: it.said.clone(),
            to: format!("/plans/{}#step-{}", it.plan_id, it.id),
        }
    }
}

/// `Kế hoạch ngắn hạn, xã Mỹ Lung`
fn kicker(plan: &Plan, w: &W) -> String {
    w.xy("plan-kicker", w.t(plan.horizon.word()).to_lowercase(), within_sentence(&plan.place_name))
}

/// The title that a form begins with.
fn proposed_title(place: &str, w: &W) -> String {
    w.x("plan-title-proposed", within_sentence(place))
}

/// Class of the look and word of a plan of which nothing is open any more.
fn settled(steps: &[Step], w: &W) -> Option<(&'static str, String)> {
    if steps.is_empty() || steps.iter().any(|it| it.state.is_open()) {
        None
    } else if steps.iter().all(|it| it.state == StepState::Done) {
        Some(("good", w.t("plan-all-done")))
    } else {
        Some(("off", w.t("plan-all-settled")))
    }
}

/// How many steps stand so.
fn count(steps: &[Step], stand: Stand, day: Date) -> usize {
    steps.iter().filter(|it| it.stand(day) == stand).count()
}

/// The figures of some steps as words: only what there is.
fn figures(steps: &[Step], day: Date, w: &W) -> Vec<String> {
    let figure = |stand: &Stand| (count(steps, *stand, day), stand.name());
    Stand::ALL.iter().map(figure).filter(|it| it.0 > 0).map(|(n, name)| w.n(&format!("plan-count-{name}"), n)).collect()
}
