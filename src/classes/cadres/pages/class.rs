//! Who is nominated out of a class, and the roster from which to choose, with how many sessions each attended.

use super::super::actions;
use super::super::cadre::{Nomination, State, Want, may};
use super::super::store::{self, Cadre};
use super::{Filled, is_active};
use crate::classes::{Class, Trainee, attended, class_seen, sessions, trainees};
use crate::ground::{Refused, text};
use crate::people::Field;
use crate::web::{Answer, Ask, Form, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "classes/cadres/pages/class.html")]
pub(super) struct ClassPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) heading: String,
    pub(super) cadres: Vec<Cadre>,
    pub(super) nominates: bool,
    pub(super) lines: Vec<Line>,
    pub(super) sessions: usize,
    pub(super) find: String,
}

impl ClassPage {
    fn nobody_came(&self) -> bool {
        self.find.is_empty() && self.lines.iter().all(|it| it.came == 0)
    }
}

/// A trainee who may be nominated.
pub(super) struct Line {
    pub(super) trainee: Trainee,
    pub(super) came: usize,
    pub(super) cadre: Option<(String, State)>,
}

impl Line {
    /// As the cadre that they are already.
    fn active(&self) -> Option<(&str, State)> {
        self.cadre.as_ref().filter(|it| it.1 != State::Ended).map(|it| (it.0.as_str(), it.1))
    }
}

#[derive(Template)]
#[template(path = "classes/cadres/pages/form.html")]
pub(super) struct FormPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) line: Line,
    pub(super) sessions: usize,
    pub(super) f: Filled,
}

/// `GET /classes/{class}/cadres`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &id).await?;
    if !may(Want::See, &ask.actor, class.of(), &[], false) {
        return Err(Refused::Denied.into());
    }
    let cadres = store::of_class(ask.db(), &id).await?;
    let nominates = may(Want::Nominate, &ask.actor, class.of(), &[], false);
    let (lines, sessions) = if nominates { lines(&ask, &id, &cadres).await? } else { (Vec::new(), 0) };
    let find = ask.query("find");
    let wanted = text::fold(&find);
    let lines = lines.into_iter().filter(|it| matches(it, &wanted)).collect();
    page(&draw(shell(&ask, &class), class, cadres, nominates, (lines, sessions), find))
}

fn matches(line: &Line, wanted: &str) -> bool {
    let it = &line.trainee;
    wanted.is_empty() || [&it.name, &it.place_name, &it.position].into_iter().any(|text| text::fold(text).contains(wanted))
}

/// The named trainees of the class with their attendance: two queries.
async fn lines(ask: &Ask, class: &str, cadres: &[Cadre]) -> Result<(Vec<Line>, usize), Refused> {
    let (db, mut came) = (ask.db(), HashMap::<String, usize>::new());
    for it in attended(db, class).await?.into_iter().filter(|it| matches!(it.state.as_str(), "present" | "late" | "left_early")) {
        *came.entry(it.trainee_id).or_default() += 1;
    }
    let line = |trainee: Trainee| Line {
        came: came.get(&trainee.id).copied().unwrap_or_default(),
        cadre: cadres.iter().find(|it| it.person_id == trainee.person_id).map(|it| (it.id.clone(), it.state())),
        trainee,
    };
    let lines = trainees(db, class).await?.into_iter().filter(Trainee::is_named).map(line).collect();
    Ok((lines, sessions(db, class).await?.len()))
}

fn shell(ask: &Ask, class: &Class) -> Shell {
    let w = ask.w();
    ask.shell(w.t("cadres-title")).crumb("/classes", w.t("class-crumb")).crumb(format!("/classes/{}", class.id), class.name.clone())
}

pub(super) fn draw(
    s: Shell,
    class: Class,
    cadres: Vec<Cadre>,
    nominates: bool,
    (lines, sessions): (Vec<Line>, usize),
    find: String,
) -> ClassPage {
    let heading = heading(&s.w, cadres.iter().filter(|it| is_active(it)).count());
    ClassPage { s, class, heading, cadres, nominates, lines, sessions, find }
}

fn heading(w: &W, active: usize) -> String {
    if active == 0 { w.t("cadres-class-none") } else { w.n("cadres-class-heading", active) }
}

/// `GET /classes/{class}/cadres/new?trainee=…`
pub(super) async fn form(ask: Ask, Path(id): Path<String>) -> Answer {
    let trainee = ask.query("trainee");
    page(&form_page(&ask, &id, &trainee, Filled::default()).await?)
}

async fn form_page(ask: &Ask, id: &str, trainee: &str, f: Filled) -> Result<FormPage, Refused> {
    let class = class_seen(ask.db(), &ask.actor, id).await?;
    if !may(Want::Nominate, &ask.actor, class.of(), &[], false) {
        return Err(Refused::Denied);
    }
    let cadres = store::of_class(ask.db(), id).await?;
    let (lines, sessions) = lines(ask, id, &cadres).await?;
    let line = lines.into_iter().find(|it| it.trainee.id == trainee).ok_or(Refused::Absent)?;
    let s = shell(ask, &class).crumb(format!("/classes/{id}/cadres"), ask.w().t("cadres-title"));
    Ok(FormPage { s, class, line, sessions, f })
}

/// `POST /classes/{class}/cadres`
pub(super) async fn nominate(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let trainee = form.line("trainee");
    let nomination = Nomination {
        trainee: trainee.clone(),
        reason: form.raw("reason").to_owned(),
        fields: form.list("fields").iter().filter_map(|it| Field::from_name(it)).collect(),
    };
    match actions::nominate(ask.db(), &ask.actor, ask.deed(&form), &id, nomination).await {
        Ok(cadre) => see(format!("/cadres/{cadre}?done=cadre-nominated")),
        Err(refused) => {
            let f = Filled::again(form, refused)?;
            again(&form_page(&ask, &id, &trainee, f).await?)
        }
    }
}

impl FormPage {
    #[expect(clippy::unused_self, reason = "templates call it")]
    fn fields(&self) -> [Field; 10] {
        Field::ALL
    }
}
