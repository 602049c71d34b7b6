//! The plans of a place as a paper: what the chairman signs. Its texts are Vietnamese whatever the language of the page.

use super::in_plans;
use super::one::resource;
use crate::classes::{Class, class_seen};
use crate::ground::numbers::{grouped, money};
use crate::ground::{Instant, Refused, Word};
use crate::places::within_sentence;
use crate::plans::plan::{Horizon, Standing, State, Verb, may};
use crate::plans::step::{Resource, by_source};
use crate::plans::store::{self, Plan, Step};
use crate::web::{Answer, Ask, Lang, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// A step as a row of the paper.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) result: String,
    pub(super) starts: String,
    pub(super) due: String,
    pub(super) who: String,
    pub(super) partners: String,
    pub(super) resources: Vec<String>,
}

/// A plan as a part of the paper.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) heading: String,
    pub(super) aim: String,
    pub(super) lines: Vec<Line>,
    pub(super) sum: String,
}

#[derive(Template)]
#[template(path = "plans/pages/sheet.html")]
pub(super) struct SheetPage {
    pub(super) s: Shell,
    /// The words of the paper.
    pub(super) v: W,
    pub(super) lead: String,
    pub(super) back: String,
    pub(super) agency: String,
    pub(super) when: String,
    pub(super) about: String,
    pub(super) parts: Vec<Part>,
    /// Under whose name it is signed, and who signs.
    pub(super) signers: (String, String),
}

/// `GET /classes/{class}/plans/sheet?place=`
pub(super) async fn sheet(ask: Ask, Path(class): Path<String>) -> Answer {
    let db = ask.db();
    let class = class_seen(db, &ask.actor, &class).await?;
    let place = ask.query("place");
    let who = store::standing_at(db, &ask.actor, class.of(), &place).await?;
    let plans = store::plans_of_place(db, &class.id, &place).await?.into_iter();
    let steps = store::steps_of_place(db, &class.id, &place, ask.now()).await?;
    let of = |plan: &Plan| steps.iter().filter(|it| it.plan_id == plan.id).cloned().collect();
    let found: Vec<(Plan, Vec<Step>)> =
        plans.filter(|it| it.state != State::Withdrawn && may(Verb::See, it.state, who)).map(|it| (it.clone(), of(&it))).collect();
    if found.is_empty() {
        return Err(Refused::Absent.into());
    }
    let resources = store::resources(db, &class.id, &place).await?;
    page(&draw(ask.shell(""), &class, who, &found, &resources, ask.now()))
}

pub(super) fn draw(
    mut s: Shell,
    class: &Class,
    who: Standing,
    found: &[(Plan, Vec<Step>)],
    resources: &[(String, Resource)],
    now: Instant,
) -> SheetPage {
    let mut v = s.w.clone();
    v.lang = Lang::Vi;
    let first = found.first().map(|it| &it.0);
    let place = first.map_or_else(String::new, |it| it.place_name.clone());
    let short = within_sentence(&place);
    let on = found.iter().filter_map(|it| it.0.presented_at).max().unwrap_or(now).date();
    s.title = s.w.x("plan-sheet-title", &short);
    let bare = ["xã ", "phường ", "thị trấn ", "huyện "].iter().find_map(|it| short.strip_prefix(it)).unwrap_or(&short).to_owned();
    let district = first.map_or_else(String::new, |it| it.parent_name.clone());
    SheetPage {
        lead: s.w.xy("plan-sheet-lead", &short, found.iter().map(|it| it.1.len()).sum::<usize>()),
        back: found.first().filter(|_| who.sees || who.runs || who.of_place).map_or_else(String::new, |it| format!("/plans/{}", it.0.id)),
        agency: if short.starts_with("huyện ") { v.x("plan-sheet-department", &short) } else { v.x("plan-sheet-committee", &short) },
        when: on.formal_at(&bare),
        about: v.word(
            &Word::new("plan-sheet-about")
                .with("x", &class.name)
                .with("y", class.dates())
                .with("z", if district.is_empty() { short.clone() } else { format!("{short}, {}", within_sentence(&district)) }),
        ),
        parts: found.iter().enumerate().map(|(n, (plan, steps))| part(&v, n, plan, steps, resources)).collect(),
        signers: if short.starts_with("huyện ") {
            (String::new(), v.t("plan-sheet-sign-head"))
        } else {
            (v.t("plan-sheet-sign-for"), v.t("plan-sheet-sign-chairman"))
        },
        s: in_plans(s, &class.id, &class.name).wide(),
        v,
    }
}

fn part(v: &W, n: usize, plan: &Plan, steps: &[Step], resources: &[(String, Resource)]) -> Part {
    let key = match plan.horizon {
        Horizon::Short => "plan-sheet-short",
        Horizon::Medium => "plan-sheet-medium",
    };
    let number = ["I", "II", "III", "IV", "V", "VI"].get(n).copied().unwrap_or_default();
    let own: Vec<&Resource> = resources.iter().filter(|(id, _)| steps.iter().any(|it| it.id == *id)).map(|it| &it.1).collect();
    let sums = by_source(own.iter().copied());
    let total: i64 = sums.iter().map(|it| it.1).sum();
    let each: Vec<String> = sums.iter().map(|(source, sum)| format!("{source} {}", grouped(*sum))).collect();
    let line = |step: &Step| Line {
        text: step.text.clone(),
        result: step.result.clone(),
        starts: step.starts_on.to_string(),
        due: step.due_on.to_string(),
        who: step.who().to_owned(),
        partners: step.partners.clone(),
        resources: resources.iter().filter(|it| it.0 == step.id).map(|it| resource(&it.1)).collect(),
    };
    Part {
        heading: v.xy(key, number, plan.horizon.last_day(plan.class_ends)),
        aim: plan.aim.clone(),
        lines: steps.iter().map(line).collect(),
        sum: if total > 0 { v.xy("plan-sheet-sum", money(total), each.join("; ")) } else { v.t("plan-sheet-no-sum") },
    }
}
