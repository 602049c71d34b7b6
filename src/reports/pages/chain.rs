//! The chain: the overview of all that somebody oversees, the one of a project, and every sheet of either as page, CSV and Excel.

mod overview;
mod picture;
mod sample;
mod sections;
mod sheet;

pub(super) use sample::samples;

use super::super::chain::atlas::Era;
use super::super::chain::kind::Kind;
use super::super::chain::sheets::View;
use super::super::chain::{book, csv};
use super::super::store;
use crate::classes::{Project, project_seen};
use crate::ground::{Instant, Refused};
use crate::people::Scope;
use crate::places::FIRST_NEW;
use crate::web::{Actor, Answer, Ask, Failure, Role, file, page};
use axum::extract::Path;

const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) async fn show(ask: Ask) -> Answer {
    overview_of(&ask, None).await
}

pub(super) async fn show_project(ask: Ask, Path(project): Path<String>) -> Answer {
    let project = project_seen(ask.db(), &ask.actor, &project).await?;
    overview_of(&ask, Some(project)).await
}

pub(super) async fn sheet(ask: Ask, Path(name): Path<String>) -> Answer {
    sheet_of(&ask, None, &name).await
}

pub(super) async fn sheet_of_project(ask: Ask, Path((project, name)): Path<(String, String)>) -> Answer {
    let project = project_seen(ask.db(), &ask.actor, &project).await?;
    sheet_of(&ask, Some(project), &name).await
}

/// Who is where at the same time is for those who plan and those who pay.
fn plans(actor: &Actor) -> bool {
    [Role::Administrator, Role::Organiser, Role::Sponsor].into_iter().any(|role| actor.has(role))
}

async fn overview_of(ask: &Ask, project: Option<Project>) -> Answer {
    let plans = plans(&ask.actor);
    let view = view(ask, project.as_ref(), None, plans).await?;
    page(&overview::draw(ask.shell(""), &view, project.as_ref(), plans))
}

async fn sheet_of(ask: &Ask, project: Option<Project>, name: &str) -> Answer {
    let (name, ending) = name.split_once('.').map_or((name, ""), |(name, ending)| (name, ending));
    let kind = Kind::from_name(name).ok_or(Refused::Absent)?;
    let plans = plans(&ask.actor);
    if kind.is_of_planning() && !plans {
        return Err(Refused::Denied.into());
    }
    let view = view(ask, project.as_ref(), Some(kind), plans).await?;
    let choice = sheet::Choice::read(ask.queries().pairs());
    let whole = view.sheet(kind);
    let said = choice.said(&view, &whole);
    let chosen = whole.clone().chosen(&choice.pairs());
    let name = format!("{} {}.{ending}", chosen.title, view.today.iso());
    match ending {
        "" => {
            page(&sheet::draw(ask.shell(""), &view, project.as_ref(), kind, &choice, (said, chosen, whole.lines.len()), &ask.query("page")))
        }
        "csv" => {
            let separator = if ask.query("separator") == "comma" { ',' } else { ';' };
            file(&name, "text/csv; charset=utf-8", csv::write(&chosen, separator))
        }
        "xlsx" => {
            let about = sheet::about(&view, project.as_ref(), &said);
            file(&name, EXCEL, book::write(&chosen, &about, ask.now())?)
        }
        _ => Err(Refused::Absent.into()),
    }
}

async fn view(ask: &Ask, project: Option<&Project>, only: Option<Kind>, plans: bool) -> Result<View, Failure> {
    let id = project.map(|it| it.id.as_str()).unwrap_or_default();
    let found = store::chain::found(ask.db(), &Scope::of(&ask.actor), id, only, plans, ask.now()).await?;
    let today = era_of(ask.now());
    let era = Era::from_name(&ask.query("map")).unwrap_or(today);
    let base = project.map_or_else(|| "/overview".to_owned(), |it| format!("/projects/{}/overview", it.id));
    Ok(View::new(ask.w(), found, era, base, (era != today).then(|| era.name()), ask.now().date()))
}

/// The map of this day.
fn era_of(now: Instant) -> Era {
    if now.date().iso().as_str() < FIRST_NEW { Era::Old } else { Era::New }
}

/// The two maps, as tabs of a page with this address: name, address, and which is drawn.
fn maps(view: &View, path: &str, rest: &[(&str, &str)]) -> Vec<(String, String, bool)> {
    let tab = |era: Era, key: &str| {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("map", era.name()).extend_pairs(rest).finish();
        (view.w.t(key), format!("{path}?{query}"), view.atlas.era == era)
    };
    vec![tab(Era::New, "chain-map-new"), tab(Era::Old, "chain-map-old")]
}
