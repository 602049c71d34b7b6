//! The cadres of a project: who came out of which class, taught by whom with what, and the classes that they give; as a tree, and as text.

use super::super::cadre::{State, Want, may, oversees};
use super::super::store::{self, Cadre, Given, Learnt, Trained};
use super::super::tree::{Bough, Branch, Tree, tree};
use super::{GivenClass, classes_given, is_active, month, of};
use crate::classes::{Project, project_seen};
use crate::people::Scope;
use crate::web::{Actor, Answer, Ask, ClassRef, Shell, W, page};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/cadres/pages/project.html")]
pub(super) struct ProjectPage {
    pub(super) s: Shell,
    pub(super) project: Project,
    pub(super) heading: String,
    pub(super) figures: Vec<(String, i64)>,
    pub(super) title: String,
    pub(super) tree: Tree,
    pub(super) origins: Vec<Origin>,
}

/// A class and the cadres who came out of it.
pub(super) struct Origin {
    pub(super) class_id: String,
    pub(super) class_code: String,
    pub(super) class_name: String,
    pub(super) starts_on: String,
    /// The asker sees that class.
    pub(super) is_seen: bool,
    pub(super) lessons: Vec<Lesson>,
    pub(super) cadres: Vec<Line>,
}

/// A session in which they were taught.
pub(super) struct Lesson {
    pub(super) session_id: String,
    pub(super) line: String,
    pub(super) speakers: Vec<String>,
    pub(super) materials: Vec<String>,
    pub(super) cadres: usize,
}

pub(super) struct Line {
    pub(super) cadre: Cadre,
    pub(super) fields: String,
    pub(super) attended: usize,
    pub(super) given: Vec<GivenClass>,
}

impl Line {
    pub(super) fn trained(&self) -> i64 {
        self.given.iter().map(GivenClass::trained).sum()
    }
}

/// What the page draws, from its queries.
pub(super) struct Found {
    pub(super) cadres: Vec<Cadre>,
    pub(super) given: Vec<Given>,
    pub(super) trained: Vec<Trained>,
    pub(super) learnt: Vec<Learnt>,
    pub(super) speakers: Vec<(String, String)>,
    pub(super) material: Vec<(String, String)>,
}

/// `GET /projects/{project}/cadres`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let (db, actor) = (ask.db(), &ask.actor);
    let project = project_seen(db, actor, &id).await?;
    let mut cadres = store::of_project(db, &Scope::of(actor), &id).await?;
    let mut given = store::given(db, &cadres).await?;
    // Whoever is merely a trainee of a class sees nobody there.
    given.retain(|it| oversees(actor, it.of()));
    cadres.retain(|it| {
        let classes: Vec<ClassRef<'_>> = given.iter().filter(|other| other.cadre_id == it.id).map(Given::of).collect();
        may(Want::See, actor, it.of(), &classes, false)
    });
    let trained = store::trained(db, &cadres).await?;
    let mut learnt = store::learnt(db, &cadres).await?;
    learnt.retain(|it| cadres.iter().any(|cadre| cadre.id == it.cadre_id && oversees(actor, cadre.of())));
    let lessons = || learnt.iter().map(|it| it.session_id.as_str());
    let speakers = store::speakers(db, lessons()).await?;
    let material = store::material(db, lessons().chain(given.iter().map(|it| it.session_id.as_str()))).await?;
    let w = ask.w();
    let s = ask.shell(w.t("cadres-title")).crumb("/projects", w.t("projects-crumb")).crumb(format!("/projects/{id}"), project.name.clone());
    page(&draw(s, actor, project, &Found { cadres, given, trained, learnt, speakers, material }))
}

pub(super) fn draw(s: Shell, actor: &Actor, project: Project, found: &Found) -> ProjectPage {
    let w = s.w.clone();
    let origins = origins(&w, actor, found);
    let lines = || origins.iter().flat_map(|it| &it.cadres);
    let active = lines().filter(|it| is_active(&it.cadre)).count();
    let giving = lines().filter(|it| is_active(&it.cadre) && !it.given.is_empty()).count();
    let mut classes: Vec<&str> = found.given.iter().map(|it| it.class_id.as_str()).collect();
    classes.sort_unstable();
    classes.dedup();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let figures = vec![
        (w.t("cadres-figure-active"), number(active)),
        (w.t("cadres-figure-giving"), number(giving)),
        (w.t("cadres-figure-classes"), number(classes.len())),
        (w.t("cadres-figure-trained"), lines().map(Line::trained).sum()),
    ];
    let heading = match giving {
        _ if origins.is_empty() => w.t("cadres-none"),
        0 => w.n("cadres-heading-none-giving", active),
        giving => w.xy("cadres-heading", giving, active),
    };
    let tree = tree(&branches(&w, &origins));
    ProjectPage { title: finding(&w, &origins), s, project, heading, figures, tree, origins }
}

fn origins(w: &W, actor: &Actor, found: &Found) -> Vec<Origin> {
    let mut origins: Vec<Origin> = Vec::new();
    for cadre in &found.cadres {
        if origins.last().is_none_or(|last| last.class_id != cadre.class_id) {
            origins.push(Origin {
                class_id: cadre.class_id.clone(),
                class_code: cadre.class_code.clone(),
                class_name: cadre.class_name.clone(),
                starts_on: cadre.class_starts_on.clone(),
                is_seen: oversees(actor, cadre.of()),
                lessons: Vec::new(),
                cadres: Vec::new(),
            });
        }
        let Some(last) = origins.last_mut() else { continue };
        let mut attended = 0;
        for it in found.learnt.iter().filter(|it| it.cadre_id == cadre.id) {
            attended += 1;
            match last.lessons.iter_mut().find(|lesson| lesson.session_id == it.session_id) {
                Some(lesson) => lesson.cadres += 1,
                None => last.lessons.push(Lesson {
                    session_id: it.session_id.clone(),
                    line: w.xy("cadre-session", it.ordinal, &it.topic),
                    speakers: of(&found.speakers, &it.session_id),
                    materials: of(&found.material, &it.session_id),
                    cadres: 1,
                }),
            }
        }
        let given = classes_given(w, cadre, &found.given, &found.trained, &found.material);
        last.cadres.push(Line { fields: super::fields(w, cadre), attended, given, cadre: cadre.clone() });
    }
    // A cadre who missed a session must not put it last.
    for origin in &mut origins {
        let place = |it: &Lesson| found.learnt.iter().position(|other| other.session_id == it.session_id);
        origin.lessons.sort_by_key(place);
    }
    origins
}

fn branches(w: &W, origins: &[Origin]) -> Vec<Branch> {
    let given = |it: &GivenClass| (w.xy("cadre-tree-given", &it.code, it.sessions.len()), it.look());
    let bough = |it: &Line| Bough { name: it.cadre.name.clone(), look: dot(&it.cadre), given: it.given.iter().map(given).collect() };
    let branch =
        |it: &Origin| Branch { code: it.class_code.clone(), when: month(&it.starts_on), cadres: it.cadres.iter().map(bough).collect() };
    origins.iter().map(branch).collect()
}

/// How a cadre is drawn: not by colour alone.
fn dot(cadre: &Cadre) -> &'static str {
    match cadre.state() {
        State::Nominated => "open",
        State::Confirmed => "good",
        State::Ended => "off",
    }
}

/// The picture's title: how many give which classes.
fn finding(w: &W, origins: &[Origin]) -> String {
    let lines: Vec<&Line> = origins.iter().flat_map(|it| &it.cadres).collect();
    let giving = lines.iter().filter(|it| !it.given.is_empty()).count();
    let mut codes: Vec<&str> = lines.iter().flat_map(|it| &it.given).map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    if giving == 0 { w.n("cadres-tree-none", lines.len()) } else { w.nx("cadres-tree-title", giving, codes.join(", ")) }
}
