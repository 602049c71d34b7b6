//! The roster of a class: who came to which session; the sheet to sign, the personal links, the badges.

use super::super::door;
use super::super::mark::State;
use super::super::store;
use super::secretary::phone;
use super::wall::{MARGIN, bare, qr};
use crate::classes::{Class, Session, Trainee, class_run, class_seen, sessions, trainees};
use crate::ground::{Refused, text};
use crate::people;
use crate::web::{Answer, Ask, Form, Shell, page, see};
use askama::Template;
use axum::extract::Path;
use std::collections::HashMap;

/// A trainee and what stands of them at each session.
pub(super) struct Row {
    pub(super) trainee: Trainee,
    pub(super) phone: String,
    pub(super) marks: Vec<Option<State>>,
    pub(super) stands_for: Option<String>,
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/roster.html")]
pub(super) struct RosterPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) sessions: Vec<Session>,
    pub(super) rows: Vec<Row>,
    pub(super) find: String,
    /// The session of the heading and how many came to it, once anybody has.
    pub(super) latest: Option<(i64, usize)>,
    pub(super) called: usize,
    pub(super) runs: bool,
}

impl RosterPage {
    /// The session under way or next; after the last, the last.
    fn next_session(&self) -> Option<&Session> {
        self.sessions.iter().find(|it| self.s.now < it.ends_at).or(self.sessions.last())
    }

    /// Rows with the session beside each mark.
    fn cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a Session, &'a Option<State>)> {
        self.sessions.iter().zip(&row.marks)
    }
}

async fn rows(ask: &Ask, class: &Class) -> Result<(Vec<Session>, Vec<Row>), Refused> {
    let db = ask.db();
    let sessions = sessions(db, &class.id).await?;
    let mut people = trainees(db, &class.id).await?;
    people.retain(|it| it.state != "withdrawn");
    let marks: HashMap<(String, String), State> =
        store::marks(db, &class.id).await?.into_iter().map(|it| ((it.session_id, it.trainee_id), it.state)).collect();
    let names: HashMap<String, String> = people.iter().map(|it| (it.id.clone(), it.name.clone())).collect();
    let runs = ask.actor.runs(class.of());
    let row = |trainee: Trainee| Row {
        marks: sessions.iter().map(|it| marks.get(&(it.id.clone(), trainee.id.clone())).copied()).collect(),
        phone: if runs { phone(trainee.phone.as_deref()) } else { String::new() },
        stands_for: trainee.stands_for.as_ref().and_then(|it| names.get(it).cloned()),
        trainee,
    };
    let rows = people.into_iter().map(row).collect();
    Ok((sessions, rows))
}

/// The last session that anybody came to, and how many did.
fn latest(sessions: &[Session], rows: &[Row]) -> Option<(i64, usize)> {
    let came = |n: usize| rows.iter().filter(|it| it.marks.get(n).copied().flatten().is_some_and(State::came)).count();
    sessions.iter().enumerate().rev().map(|(n, it)| (it.ordinal, came(n))).find(|(_, came)| *came > 0)
}

/// `GET /classes/{class}/roster`
pub(super) async fn show(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let (sessions, mut rows) = rows(&ask, &class).await?;
    let (latest, called) = (latest(&sessions, &rows), rows.iter().filter(|it| it.trainee.is_named()).count());
    let find = ask.query("find");
    let wanted = text::fold(&find);
    rows.retain(|it| {
        let all = format!("{} {} {} {} {}", it.trainee.name, it.trainee.place_name, it.trainee.position, it.trainee.unit, it.phone);
        wanted.is_empty() || text::fold(&all).contains(&wanted)
    });
    let s = ask.shell(ask.w().t("roster-title")).wide().crumb(format!("/classes/{}", class.id), class.name.clone());
    let runs = ask.actor.runs(class.of());
    page(&RosterPage { s, class, sessions, rows, find, latest, called, runs })
}

/// The sheet to sign in the hall: one box a session.
#[derive(Template)]
#[template(path = "classes/attendance/pages/sheet.html")]
pub(super) struct SheetPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) sessions: Vec<Session>,
    pub(super) rows: Vec<Row>,
}

/// `GET /classes/{class}/roster/sheet`
pub(super) async fn sheet(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    let (sessions, mut rows) = rows(&ask, &class).await?;
    rows.retain(|it| it.trainee.is_named());
    let s = ask.shell(ask.w().t("sheet-title")).wide();
    let s = s.crumb(format!("/classes/{}", class.id), class.name.clone());
    let s = s.crumb(format!("/classes/{}/roster", class.id), ask.w().t("roster-title"));
    page(&SheetPage { s, class, sessions, rows })
}

/// A trainee's own address.
pub(super) struct Link {
    pub(super) name: String,
    pub(super) place: String,
    pub(super) address: String,
    /// What is sent with it.
    pub(super) message: String,
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/links.html")]
pub(super) struct LinksPage {
    pub(super) s: Shell,
    /// They lead into the class no more.
    pub(super) over: bool,
    pub(super) class: Class,
    pub(super) links: Vec<Link>,
}

/// `GET /classes/{class}/links`
pub(super) async fn links(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    let w = ask.w();
    let people = trainees(ask.db(), &class.id).await?;
    let links = people.into_iter().filter(Trainee::is_named).map(|it| {
        let address = format!("{}/welcome/{}", ask.origin, door::link(&ask.house().key, &class.id, &it.id));
        Link { message: w.xy("link-message", &it.name, format!("{}: {address}", class.name)), name: it.name, place: it.place_name, address }
    });
    let links = links.collect();
    let s = ask.shell(w.t("link-title"));
    let s = s.crumb(format!("/classes/{}", class.id), class.name.clone());
    let s = s.crumb(format!("/classes/{}/roster", class.id), w.t("roster-title"));
    page(&LinksPage { s, over: super::welcome::is_over(&class, ask.now()), class, links })
}

/// `123 456`
pub(super) fn in_halves(code: &str) -> String {
    let (front, back) = code.split_at_checked(3).unwrap_or((code, ""));
    format!("{front} {back}")
}

/// A badge to print.
pub(super) struct Badge {
    pub(super) trainee: Trainee,
    /// `123 456`
    pub(super) code: String,
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/badges.html")]
pub(super) struct BadgesPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) address: String,
    /// The short address as the path of a QR picture, and its width.
    pub(super) qr: (String, usize),
    pub(super) badges: Vec<Badge>,
}

impl BadgesPage {
    fn width(&self) -> usize {
        self.qr.1 + 2 * MARGIN
    }
}

/// `GET /classes/{class}/badges`
pub(super) async fn badges(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    let codes: HashMap<String, String> = people::personal_codes(ask.db(), &ask.house().key, &class.id).await?.into_iter().collect();
    let trainees = trainees(ask.db(), &class.id).await?.into_iter().filter(Trainee::is_named);
    let badges = trainees.filter_map(|trainee| Some(Badge { code: in_halves(codes.get(&trainee.person_id)?), trainee })).collect();
    let s = ask.shell(ask.w().t("badge-title")).wide();
    let s = s.crumb(format!("/classes/{}", class.id), class.name.clone());
    let s = s.crumb(format!("/classes/{}/roster", class.id), ask.w().t("roster-title"));
    let address = format!("{}/c/{}", bare(&ask.origin), class.code);
    let qr = qr(&format!("{}/c/{}", ask.origin, class.code))?;
    page(&BadgesPage { s, class, address, qr, badges })
}

/// `POST /classes/{class}/badges`: a new code for one person; the old one ends.
pub(super) async fn new_code(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    let trainee = crate::classes::trainee(ask.db(), &form.line("trainee")).await?.filter(|it| it.class_id == class.id);
    let trainee = trainee.ok_or(Refused::Absent)?;
    people::new_code(ask.house(), &trainee.person_id).await?;
    see(format!("/classes/{}/badges?done=badge-new-code", class.id))
}
