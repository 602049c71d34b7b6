//! One plan: its timeline, its steps and how they go; what the asker may do with it. A report's form is drawn for the step asked for.

use super::{Choice, StepRow, Wrong, count, figures, in_plans, kicker, mendable, settled};
use crate::classes::trainees;
use crate::ground::dates::Date;
use crate::ground::numbers::money_short;
use crate::ground::{Invalid, Refused, Word, is_id};
use crate::places::within_sentence;
use crate::plans::actions::{self, Tell};
use crate::plans::picture::{Line, Picture, Shape, timeline};
use crate::plans::plan::{Standing, State, Verb, may};
use crate::plans::step::{Resource, Stand, StepState, by_source};
use crate::plans::store::{self, Plan, Report, Step};
use crate::policy::ToReread;
use crate::web::{Answer, Ask, Failure, Form, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;

/// A report, as told below its step.
#[derive(Clone, Debug)]
pub(super) struct ReportView {
    pub(super) by: String,
    pub(super) when: String,
    pub(super) mark: &'static str,
    pub(super) state: String,
    pub(super) text: String,
    pub(super) evidence: String,
    /// Where its picture is.
    pub(super) picture: Option<String>,
}

/// A step with all that belongs to it.
#[derive(Clone, Debug)]
pub(super) struct StepView {
    pub(super) row: StepRow,
    pub(super) resources: Vec<String>,
    pub(super) reports: Vec<ReportView>,
    /// What changed in the law under it: sentence, address, the key of what the link says.
    pub(super) rereads: Vec<(String, String, &'static str)>,
    /// The form of a report stands here.
    pub(super) open: bool,
}

#[derive(Template)]
#[template(path = "plans/pages/one.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one deed that is offered or not")]
pub(super) struct PlanPage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) kicker: String,
    pub(super) title: String,
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) facts: Vec<String>,
    pub(super) aim: String,
    pub(super) details: Vec<(String, String)>,
    pub(super) sheet: String,
    pub(super) caption: String,
    pub(super) picture: Option<Picture>,
    pub(super) steps: Vec<StepView>,
    pub(super) writes: bool,
    pub(super) presents: bool,
    pub(super) withdraws: bool,
    pub(super) reports: bool,
    /// The step that wants a word first.
    pub(super) next: Option<String>,
    pub(super) states: Vec<Choice>,
    /// By one who runs the class: who said so.
    pub(super) people: Vec<Choice>,
    pub(super) form: Form,
    pub(super) wrong: Wrong,
}

/// All that the page is drawn from.
pub(super) struct Found {
    pub(super) plan: Plan,
    pub(super) who: Standing,
    pub(super) steps: Vec<Step>,
    pub(super) resources: Vec<(String, Resource)>,
    pub(super) reports: Vec<Report>,
    pub(super) to_reread: Vec<ToReread>,
    /// Trainees of the place, for whoever runs the class: person and name.
    pub(super) people: Vec<(String, String)>,
    pub(super) open: String,
    pub(super) today: Date,
}

/// `GET /plans/{plan}?step=`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let open = Some(ask.query("step")).filter(|it| is_id(it)).unwrap_or_default();
    let found = found(&ask, &id, open).await?;
    page(&draw(ask.shell(""), &found, Form::default(), Wrong::default()))
}

async fn found(ask: &Ask, id: &str, open: String) -> Result<Found, Refused> {
    let db = ask.db();
    let (plan, who) = actions::seen(db, &ask.actor, id).await?;
    let people = if who.on_behalf() {
        let all = trainees(db, &plan.class_id).await?.into_iter();
        all.filter(|it| it.place_id == plan.place_id && it.is_named()).map(|it| (it.person_id, it.name)).collect()
    } else {
        Vec::new()
    };
    Ok(Found {
        steps: store::steps_of_plan(db, id, ask.now()).await?,
        resources: store::resources(db, &plan.class_id, &plan.place_id).await?,
        reports: store::reports(db, id).await?,
        to_reread: store::to_reread(db, id).await?,
        people,
        open,
        today: ask.now().date(),
        plan,
        who,
    })
}

pub(super) fn draw(mut s: Shell, it: &Found, form: Form, wrong: Wrong) -> PlanPage {
    let w = s.w.clone();
    let plan = &it.plan;
    s.title.clone_from(&plan.title);
    let can = |verb| may(verb, plan.state, it.who);
    let late = count(&it.steps, Stand::Late, it.today);
    let (look, state) = match plan.state {
        State::Presented if late > 0 => ("now", w.n("plan-count-late", late)),
        State::Presented => settled(&it.steps, &w).unwrap_or_else(|| ("part", w.t("plan-going"))),
        state => (state.look(), w.t(state.word())),
    };
    let mut facts = vec![within_sentence(&plan.place_name), w.n("plan-count-steps", it.steps.len())];
    facts.extend(figures(&it.steps, it.today, &w));
    // What is late or due first, of those that are not settled.
    let next = it.steps.iter().filter(|step| step.state.is_open()).min_by_key(|step| step.due_on).map(|step| step.id.clone());
    let caption = caption(&w, it);
    PlanPage {
        id: plan.id.clone(),
        kicker: kicker(plan, &w),
        title: plan.title.clone(),
        look,
        state,
        facts,
        aim: plan.aim.clone(),
        details: details(&w, it),
        sheet: format!("/classes/{}/plans/sheet?place={}", plan.class_id, plan.place_id),
        picture: timeline("timeline", &caption, &w.t("plan-today"), &lines(&w, it), it.today),
        caption,
        steps: it.steps.iter().enumerate().map(|(n, step)| step_view(&w, it, step, n + 1)).collect(),
        writes: can(Verb::Write),
        presents: can(Verb::Present) && !it.steps.is_empty(),
        withdraws: can(Verb::Withdraw),
        reports: can(Verb::Report),
        next,
        states: StepState::ALL
            .iter()
            .map(|it| Choice { value: it.name().to_owned(), name: w.t(it.word()), chosen: form.is("state", it.name()) })
            .collect(),
        people: it
            .people
            .iter()
            .map(|(id, name)| Choice { value: id.clone(), name: name.clone(), chosen: form.is("said_by", id) })
            .collect(),
        s: in_plans(s, &plan.class_id, &plan.class_name),
        form,
        wrong,
    }
}

fn caption(w: &W, it: &Found) -> String {
    let word = Word::new("plan-timeline-one").with("x", count(&it.steps, Stand::Done, it.today).to_string());
    w.word(&word.with("y", it.steps.len().to_string()).with("z", count(&it.steps, Stand::Late, it.today).to_string()))
}

fn lines(w: &W, it: &Found) -> Vec<Line> {
    let line = |(n, step): (usize, &Step)| Line {
        name: format!("{}. {}", n + 1, step.text),
        word: w.t(step.stand(it.today).word()),
        from: step.starts_on,
        to: step.due_on,
        shape: Shape::Bar(step.stand(it.today)),
    };
    it.steps.iter().enumerate().map(line).collect()
}

fn details(w: &W, it: &Found) -> Vec<(String, String)> {
    let plan = &it.plan;
    let of_plan = it.resources.iter().filter(|(step, _)| it.steps.iter().any(|it| it.id == *step)).map(|it| &it.1);
    let sums = by_source(of_plan);
    let total: i64 = sums.iter().map(|it| it.1).sum();
    let mut details = Vec::new();
    if total > 0 {
        let each: Vec<String> = sums.iter().map(|(source, sum)| format!("{source} {}", money_short(*sum))).collect();
        details.push((w.t("plan-resources"), w.xy("plan-resources-sum", money_short(total), each.join("; "))));
    }
    details.push((w.t("plan-until"), plan.horizon.last_day(plan.class_ends).to_string()));
    let author = if plan.author_name.is_empty() { w.t("plan-by-organiser") } else { plan.author_name.clone() };
    details.push((w.t("plan-author"), w.xy("plan-author-when", author, plan.written_at.date())));
    if let Some(at) = plan.presented_at {
        details.push((w.t("plan-presented-on"), at.date().to_string()));
    }
    if plan.illustration {
        details.push((w.t("plan-kind"), w.t("plan-illustration")));
    }
    details
}

fn step_view(w: &W, it: &Found, step: &Step, number: usize) -> StepView {
    let resources = it.resources.iter().filter(|(id, _)| *id == step.id).map(|(_, it)| resource(it)).collect();
    let reports = it.reports.iter().filter(|it| it.step_id == step.id).map(|it| report_view(w, it)).collect();
    let rereads = it.to_reread.iter().filter(|it| it.subject_id == step.id).map(|it| (w.word(&it.said()), it.path(), it.see())).collect();
    StepView { row: StepRow::of(step, number, it.today, w), resources, reports, rereads, open: it.open == step.id }
}

/// `Ngân sách xã 65 triệu đồng (chi thường xuyên)`
pub(super) fn resource(it: &Resource) -> String {
    let amount = it.amount.map(|it| format!(" {}", money_short(it))).unwrap_or_default();
    let note = if it.note.is_empty() { String::new() } else { format!(" ({})", it.note) };
    format!("{}{amount}{note}", it.source)
}

fn report_view(w: &W, it: &Report) -> ReportView {
    let by = if it.on_behalf.is_empty() { it.by.clone() } else { w.xy("report-on-behalf", &it.on_behalf, &it.by) };
    let when = match it.months {
        Some(months) => w.nx("report-in-round", months, it.at.date()),
        None => it.at.date().to_string(),
    };
    let mark = match it.state {
        StepState::Done => "good",
        StepState::UnderWay => "part",
        _ => "",
    };
    let picture = it.blob.as_ref().map(|_| format!("/reports/{}/picture", it.id));
    ReportView { by, when, mark, state: w.t(it.state.word()), text: it.text.clone(), evidence: it.evidence.clone(), picture }
}

/// `POST /steps/{step}/rereading`: still right under what applies now.
pub(super) async fn reread(ask: Ask, Path(step): Path<String>, form: Form) -> Answer {
    let plan = actions::reread_step(ask.db(), &ask.actor, ask.deed(&form), &step).await?;
    see(format!("/plans/{plan}?done=step-reread#step-{step}"))
}

/// The page again, with what is wrong.
async fn mend(ask: &Ask, id: &str, invalid: &Invalid, open: String, form: Form) -> Answer {
    let found = found(ask, id, open).await?;
    again(&draw(ask.shell(""), &found, form, Wrong::of(invalid, &ask.w())))
}

/// `POST /plans/{plan}/presentation`
pub(super) async fn present(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match mendable(actions::present(ask.db(), &ask.actor, ask.deed(&form), &id).await)? {
        Ok(()) => see(format!("/plans/{id}?done=plan-presented")),
        Err(invalid) => mend(&ask, &id, &invalid, String::new(), form).await,
    }
}

/// `POST /plans/{plan}/withdrawal`
pub(super) async fn withdraw(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match mendable(actions::withdraw(ask.db(), &ask.actor, ask.deed(&form), &id).await)? {
        Ok(()) => see(format!("/plans/{id}?done=plan-withdrawn")),
        Err(invalid) => mend(&ask, &id, &invalid, String::new(), form).await,
    }
}

/// `POST /steps/{step}/reports`
pub(super) async fn report(ask: Ask, Path(step): Path<String>, form: Result<Form, Failure>) -> Answer {
    // Nothing of a form that is too large has been read: the page says so, rather than that it cannot be understood.
    let Ok(form) = form else {
        let plan = store::step(ask.db(), &step, ask.now()).await?.ok_or(Refused::Absent)?.plan_id;
        let invalid = Invalid::field("photo", "report-wrong-heavy");
        return mend(&ask, &plan, &invalid, step, Form::default()).await;
    };
    let tell = Tell {
        state: StepState::from_name(&form.line("state")),
        text: form.lines("text"),
        evidence: form.line("evidence"),
        photo: form.file("photo").map(|it| (it.name.clone(), it.bytes.clone())),
        said_by: form.some("said_by"),
    };
    match mendable(actions::report(ask.db(), &ask.house().blobs, &ask.actor, ask.deed(&form), &step, tell).await)? {
        Ok(plan) => see(format!("/plans/{plan}?done=step-reported#step-{step}")),
        Err(invalid) => {
            let plan = store::step(ask.db(), &step, ask.now()).await?.ok_or(Refused::Absent)?.plan_id;
            mend(&ask, &plan, &invalid, step, form).await
        }
    }
}

/// `GET /reports/{report}/picture`: for whoever may see the plan. A report never changes, nor does its picture.
pub(super) async fn picture(ask: Ask, Path(report): Path<String>) -> Answer {
    let (plan, blob) = store::picture(ask.db(), &report).await?.ok_or(Refused::Absent)?;
    actions::for_verb(ask.db(), &ask.actor, &plan, Verb::See).await?;
    let bytes = ask.house().blobs.get(&blob).await?.ok_or(Refused::Absent)?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=86400")], bytes).into_response())
}
