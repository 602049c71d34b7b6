//! The roll-out of a project: its lines, and the form for one.

use super::super::actions;
use super::super::project::Project;
use super::super::rollout::{NewRollout, Rollout};
use super::super::store;
use super::Filled;
use crate::ground::{Problem, Refused};
use crate::places::{self, Place};
use crate::web::{Answer, Ask, ClassRef, Form, Sample, Shell, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/rollout.html")]
struct RolloutPage {
    s: Shell,
    id: String,
    project: String,
    heading: String,
    lines: Vec<Rollout>,
    f: Filled,
    provinces: Vec<(String, Vec<Place>)>,
}

async fn run_by(ask: &Ask, id: &str) -> Result<Project, Refused> {
    let project = store::project_seen(ask.db(), &ask.actor, id).await?;
    if ask.actor.runs(ClassRef { class: "", project: id }) { Ok(project) } else { Err(Refused::Denied) }
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let project = run_by(&ask, &id).await?;
    page(&drawn(&ask, project, Filled::default()).await?)
}

pub(super) async fn plan(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let new = NewRollout {
        province_id: form.line("province_id"),
        planned_on: form.line("month"),
        classes: form.line("classes").parse().unwrap_or(-1),
        reported: form.ticked("reported"),
        note: form.line("note"),
    };
    match actions::plan_rollout(ask.db(), &ask.actor, ask.deed(&form), &id, new).await {
        Ok(()) => see(format!("/projects/{id}/rollout?done=rollout-planned")),
        Err(refused) => {
            let filled = Filled::again(form, refused)?;
            let project = run_by(&ask, &id).await?;
            again(&drawn(&ask, project, filled).await?)
        }
    }
}

async fn drawn(ask: &Ask, project: Project, f: Filled) -> Result<RolloutPage, Problem> {
    let lines = store::rollout(ask.db(), &project.id).await?;
    let (old, new): (Vec<Place>, Vec<Place>) = places::provinces(ask.db()).await?.into_iter().partition(Place::is_old);
    let w = ask.w();
    let provinces = vec![(w.t("class-provinces-new"), new), (w.t("class-provinces-old"), old)];
    Ok(with(ask.shell(""), project, lines, f, provinces))
}

fn with(mut s: Shell, project: Project, lines: Vec<Rollout>, f: Filled, provinces: Vec<(String, Vec<Place>)>) -> RolloutPage {
    let mut all: Vec<&str> = lines.iter().map(|it| it.province_id.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    let heading = match all.len() {
        0 => s.w.t("rollout-none"),
        n => s.w.xy("rollout-heading", lines.iter().map(|it| it.classes).sum::<i64>(), n),
    };
    s.title.clone_from(&heading);
    let back = s.w.t("projects-crumb");
    let s = s.crumb("/projects", back).crumb(format!("/projects/{}", project.id), &project.name);
    RolloutPage { s, id: project.id, project: project.name, heading, lines, f, provinces }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let project = Project {
        id: "0166752b-0000-7000-8000-00000000000b".into(),
        code: "CT135".into(),
        name: "Nâng cao năng lực cho cộng đồng và cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        period_id: None,
        component_id: None,
        period_name: String::new(),
    };
    let line = |name: &str, reported: bool| Rollout {
        province_id: "o04".into(),
        province_name: name.into(),
        planned_on: "2017-05-01".into(),
        classes: 2,
        reported,
        note: "hai lớp, mỗi lớp 60 người".into(),
    };
    let lines = vec![line("Tỉnh Cao Bằng", true), line("Tỉnh Phú Thọ", false)];
    let bad = Filled { invalid: crate::ground::Invalid::field("month", "rollout-month-wrong"), ..Filled::default() };
    let none = vec![(s.w.t("class-provinces-new"), Vec::new())];
    vec![
        draw("rollout", &with(s.clone(), project.clone(), lines, bad, none.clone())),
        draw("rollout-none", &with(s.clone(), project, Vec::new(), Filled::default(), none)),
    ]
}
