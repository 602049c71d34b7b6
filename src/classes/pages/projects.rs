//! Training projects: the list, one with its classes, opening one.

use super::super::actions;
use super::super::class::{Class, State};
use super::super::project::{NewProject, Project};
use super::super::store::{self, ProjectLine, Tally};
use super::{Filled, sample_class};
use crate::ground::Refused;
use crate::people::Scope;
use crate::web::{Answer, Ask, ClassRef, Form, Sample, Shell, again, draw, page, see};
use askama::Template;
use axum::extract::Path;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "classes/pages/projects.html")]
struct ListPage {
    s: Shell,
    projects: Vec<ProjectLine>,
    active: i64,
    opens: bool,
}

#[derive(Template)]
#[template(path = "classes/pages/project.html")]
struct ProjectPage {
    s: Shell,
    project: Project,
    lines: Vec<ClassLine>,
    opens: bool,
    /// May write the roll-out.
    plans: bool,
    done: usize,
    running: usize,
    preparing: usize,
    named: i64,
}

#[derive(Template)]
#[template(path = "classes/pages/project_form.html")]
struct FormPage {
    s: Shell,
    f: Filled,
    periods: Vec<(String, String)>,
}

/// A class in a list, with what it counts.
pub(super) struct ClassLine {
    pub(super) class: Class,
    pub(super) tally: Tally,
}

impl ClassLine {
    pub(super) fn tone(&self) -> &'static str {
        tone(self.class.state())
    }
}

/// How a state is drawn.
pub(super) fn tone(state: State) -> &'static str {
    match state {
        State::Preparing => "wait",
        State::Running => "part",
        State::Done => "good",
        State::Cancelled => "off",
    }
}

/// Classes with their tallies, in the order of the classes.
pub(super) fn lines(classes: Vec<Class>, tallies: Vec<Tally>) -> Vec<ClassLine> {
    let mut by_class: HashMap<String, Tally> = tallies.into_iter().map(|it| (it.class_id.clone(), it)).collect();
    let line = |class: Class| ClassLine { tally: by_class.remove(&class.id).unwrap_or_default(), class };
    classes.into_iter().map(line).collect()
}

pub(super) async fn list(ask: Ask) -> Answer {
    let projects = store::projects_in(ask.db(), &Scope::of(&ask.actor)).await?;
    let active = projects.iter().map(|it| it.running + it.preparing).sum();
    let opens = ask.actor.runs(ClassRef { class: "", project: "" });
    page(&ListPage { s: ask.shell(ask.w().t("projects-crumb")), projects, active, opens })
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let project = store::project_seen(ask.db(), &ask.actor, &id).await?;
    let scope = Scope::of(&ask.actor);
    let classes = store::classes_of_project(ask.db(), &scope, &id).await?;
    let lines = lines(classes, store::tallies(ask.db(), &scope, &id).await?);
    let count = |state: State| lines.iter().filter(|it| it.class.state() == state).count();
    page(&ProjectPage {
        s: ask.shell(project.name.clone()).crumb("/projects", ask.w().t("projects-crumb")),
        opens: store::opens_in(ask.db(), &ask.actor, &id).await?,
        plans: ask.actor.runs(ClassRef { class: "", project: &id }),
        done: count(State::Done),
        running: count(State::Running),
        preparing: count(State::Preparing),
        named: lines.iter().filter(|it| it.class.state() != State::Cancelled).map(|it| it.tally.named).sum(),
        project,
        lines,
    })
}

pub(super) async fn form(ask: Ask) -> Answer {
    if !ask.actor.runs(ClassRef { class: "", project: "" }) {
        return Err(Refused::Denied.into());
    }
    page(&form_page(&ask, Filled::default()).await?)
}

async fn form_page(ask: &Ask, f: Filled) -> Result<FormPage, crate::ground::Problem> {
    let s = ask.shell(ask.w().t("project-open-title")).crumb("/projects", ask.w().t("projects-crumb"));
    Ok(FormPage { s, f, periods: store::periods(ask.db()).await? })
}

pub(super) async fn open(ask: Ask, form: Form) -> Answer {
    let new = NewProject {
        code: form.line("code"),
        name: form.line("name"),
        sponsor: form.line("sponsor"),
        provider: form.line("provider"),
        period_id: form.some("period_id"),
        component_id: None,
    };
    match actions::open_project(ask.db(), &ask.actor, ask.deed(&form), new).await {
        Ok(id) => see(format!("/projects/{id}?done=project-opened")),
        Err(refused) => again(&form_page(&ask, Filled::again(form, refused)?).await?),
    }
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
        period_name: "Chương trình 135, 2016–2020".into(),
    };
    let line = ProjectLine {
        id: project.id.clone(),
        code: project.code.clone(),
        name: project.name.clone(),
        sponsor: project.sponsor.clone(),
        provider: project.provider.clone(),
        classes: 3,
        done: 1,
        running: 1,
        preparing: 1,
    };
    let tally = Tally { class_id: sample_class().id, named: 48, seats: 60, sessions: 5, silent: 4 };
    vec![
        draw("projects", &ListPage { s: s.clone(), projects: vec![line], active: 2, opens: true }),
        draw("projects-none", &ListPage { s: s.clone(), projects: Vec::new(), active: 0, opens: false }),
        draw(
            "project",
            &ProjectPage {
                s: s.clone(),
                project: project.clone(),
                lines: lines(vec![sample_class()], vec![tally]),
                opens: true,
                plans: true,
                done: 0,
                running: 0,
                preparing: 1,
                named: 48,
            },
        ),
        draw(
            "project-empty",
            &ProjectPage {
                s: s.clone(),
                project,
                lines: Vec::new(),
                opens: false,
                plans: false,
                done: 0,
                running: 0,
                preparing: 0,
                named: 0,
            },
        ),
        draw(
            "project-form",
            &FormPage {
                s: s.clone(),
                f: Filled { invalid: crate::ground::Invalid::field("code", "class-code-taken"), ..Filled::default() },
                periods: vec![("p".into(), "Chương trình 135, 2016–2020".into())],
            },
        ),
    ]
}
