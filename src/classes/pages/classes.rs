//! Classes: mine, one of them, opening and changing one, moving it on.

mod samples;

pub(super) use samples::samples;

use super::super::actions;
use super::super::class::{Class, NewClass, State};
use super::super::group::Group;
use super::super::seat::{Reply, Seat};
use super::super::session::{Material, Session, Speaker};
use super::super::store::{self, Mine};
use super::projects::{ClassLine, lines, tone};
use super::{Filled, class_shell, sample_class};
use crate::ground::dates::{Date, TimeOfDay};
use crate::ground::{Instant, Invalid, Problem, Refused};
use crate::people::Scope;
use crate::places::{self, Place};
use crate::policy::ToReread;
use crate::web::{Answer, Ask, Form, Role, Sample, Shell, W, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/classes.html")]
struct ListPage {
    s: Shell,
    heading: String,
    lines: Vec<ClassLine>,
    overseer: bool,
    projects: bool,
}

/// The one thing to do next, from where the class stands.
enum Next {
    Go(&'static str, String),
    State(&'static str, &'static str),
    Rest,
}

/// A session with what belongs to it.
pub(super) struct SessionLine {
    pub(super) session: Session,
    pub(super) speakers: Vec<Speaker>,
    pub(super) materials: Vec<Material>,
    /// What changed in the law under its material.
    pub(super) to_reread: Vec<ToReread>,
}

impl SessionLine {
    /// What is to be read again of one material.
    pub(super) fn of_material<'a>(&'a self, material: &'a str) -> impl Iterator<Item = &'a ToReread> {
        self.to_reread.iter().filter(move |it| it.subject_id == material)
    }
}

#[derive(Template)]
#[template(path = "classes/pages/class.html")]
struct ClassPage {
    s: Shell,
    class: Class,
    tone: &'static str,
    next: Next,
    /// My group, and its name.
    my_group: Option<(String, String)>,
    /// That I have come today.
    here: Option<String>,
    sessions: Vec<SessionLine>,
    days: usize,
    overseer: bool,
    runs: bool,
    call_title: String,
    seats: Vec<Seat>,
    silent: Vec<Seat>,
    named: i64,
    asked: i64,
    groups: Vec<Group>,
    states: &'static [State],
    address: String,
}

#[derive(Template)]
#[template(path = "classes/pages/class_form.html")]
struct FormPage {
    s: Shell,
    f: Filled,
    kicker: String,
    to: String,
    back: String,
    new: bool,
    provinces: Vec<(String, Vec<Place>)>,
}

impl ClassPage {
    /// Would the class begin before its day?
    fn is_early(&self, to: State) -> bool {
        (self.class.state(), to) == (State::Preparing, State::Running) && self.s.now.date().iso() < self.class.starts_on
    }
}

impl State {
    /// The key of the verb that leads here from `from`.
    fn verb(self, from: Self) -> &'static str {
        match (from, self) {
            (_, Self::Cancelled) => "class-do-cancel",
            (Self::Running, Self::Preparing) => "class-do-not-yet",
            (_, Self::Preparing) => "class-do-prepare",
            (Self::Done, Self::Running) => "class-do-reopen",
            (_, Self::Running) => "class-do-run",
            (_, Self::Done) => "class-do-finish",
        }
    }
}

pub(super) async fn list(ask: Ask) -> Answer {
    let scope = Scope::of(&ask.actor);
    let classes = store::classes_in(ask.db(), &scope).await?;
    let lines = lines(classes, store::tallies(ask.db(), &scope, "").await?);
    let overseer = [Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor].into_iter().any(|role| ask.actor.has(role));
    page(&ListPage { heading: heading(&ask.w(), &lines), s: ask.shell(ask.w().t("class-crumb")), lines, overseer, projects: overseer })
}

fn heading(w: &W, lines: &[ClassLine]) -> String {
    let count = |state: State| lines.iter().filter(|it| it.class.state() == state).count();
    let (running, preparing) = (count(State::Running), count(State::Preparing));
    match (lines.is_empty(), running, preparing) {
        (true, ..) => w.t("classes-none"),
        (_, 0, 0) => w.n("classes-all-done", lines.len()),
        (_, 0, _) => w.n("classes-preparing", preparing),
        (_, _, 0) => w.n("classes-running", running),
        _ => w.xy("classes-title", running, preparing),
    }
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = store::class_seen(ask.db(), &ask.actor, &id).await?;
    let runs = ask.actor.runs(class.of());
    let overseer = runs || ask.actor.has_in(Role::Expert, class.of()) || ask.actor.has_in(Role::Sponsor, class.of());
    let sessions = programme(&ask, &id).await?;
    let seats = if overseer { store::seats(ask.db(), &id).await? } else { Vec::new() };
    let groups = store::groups(ask.db(), &id).await?;
    let me = if overseer { None } else { store::mine(ask.db(), &id, ask.actor.id(), day(ask.now())).await? };
    let me = me.unwrap_or_default();
    let silent: Vec<Seat> = seats.iter().filter(|it| it.reply() == Reply::None).cloned().collect();
    let named = seats.iter().map(|it| it.named).sum();
    let w = ask.w();
    let next = if runs {
        runner_next(&class, &sessions, &seats, silent.len(), groups.len(), ask.now().date())
    } else if overseer {
        Next::Go("class-next-difficulties", format!("/classes/{id}/difficulties"))
    } else {
        Next::Go("class-next-raise", format!("/classes/{id}/difficulties/new"))
    };
    let mut days: Vec<Date> = sessions.iter().map(|it| it.session.starts_at.date()).collect();
    days.dedup();
    page(&ClassPage {
        s: ask.shell(class.name.clone()).crumb("/classes", w.t("class-crumb")),
        tone: tone(class.state()),
        next,
        here: here(&w, &me),
        my_group: me.group_id.zip(me.group),
        sessions,
        days: days.len(),
        overseer,
        runs,
        call_title: call_title(&w, &seats, silent.len()),
        asked: seats.iter().map(|it| it.seats).sum(),
        seats,
        silent,
        named,
        groups,
        states: class.state().next(),
        address: ask.origin.split_once("://").map(|(_, host)| host.to_owned()).unwrap_or_default(),
        class,
    })
}

/// From the first instant of the day to the next day's.
fn day(now: Instant) -> (Instant, Instant) {
    let first = |date: Date| TimeOfDay::new(0, 0).map_or(now, |midnight| Instant::from_local(date, midnight));
    (first(now.date()), first(now.date().plus_days(1)))
}

/// That somebody has come to a session of today; the hour, where they came in by the door.
fn here(w: &W, me: &Mine) -> Option<String> {
    let (ordinal, at) = (me.ordinal?, me.at?);
    Some(match (me.how.as_deref(), me.state.as_deref()) {
        (Some("door"), Some("late")) => w.xy("class-here-late", ordinal, at.time()),
        (Some("door"), _) => w.xy("class-here", ordinal, at.time()),
        _ => w.x("class-here-noted", ordinal),
    })
}

fn call_title(w: &W, seats: &[Seat], silent: usize) -> String {
    match (seats.len(), silent) {
        (0, _) => w.t("class-call-none"),
        (all, 0) => w.n("class-call-all", all),
        (all, silent) => w.xy("class-call-title", silent, all),
    }
}

/// The sessions of a class with what belongs to each: four queries.
pub(super) async fn programme(ask: &Ask, class: &str) -> Result<Vec<SessionLine>, Problem> {
    let (mut speakers, mut materials) = (store::speakers(ask.db(), class).await?, store::materials(ask.db(), class).await?);
    let to_reread = store::to_reread(ask.db(), class).await?;
    let mut lines = Vec::new();
    for session in store::sessions(ask.db(), class).await? {
        let (mine, others) = speakers.into_iter().partition(|it| it.session_id == session.id);
        let (given, rest): (Vec<Material>, Vec<Material>) = materials.into_iter().partition(|it| it.session_id == session.id);
        (speakers, materials) = (others, rest);
        let of_it = to_reread.iter().filter(|it| given.iter().any(|material| material.id == it.subject_id)).cloned().collect();
        lines.push(SessionLine { session, speakers: mine, materials: given, to_reread: of_it });
    }
    Ok(lines)
}

fn runner_next(class: &Class, sessions: &[SessionLine], seats: &[Seat], silent: usize, groups: usize, today: Date) -> Next {
    let at = |place: &str| format!("/classes/{}/{place}", class.id);
    let today = today.iso();
    match class.state() {
        State::Preparing if sessions.is_empty() => Next::Go("class-next-sessions", at("sessions")),
        State::Preparing if seats.is_empty() => Next::Go("class-next-seats", at("seats")),
        State::Preparing if today >= class.starts_on => Next::State("class-do-run", State::Running.name()),
        State::Preparing if silent > 0 => Next::Go("class-next-silent", at("nominations?reply=none")),
        State::Preparing if groups == 0 => Next::Go("class-next-groups", at("groups")),
        State::Preparing => Next::Go("class-next-badges", at("badges")),
        State::Running if today > class.ends_on => Next::State("class-do-finish", State::Done.name()),
        State::Running => Next::Go("class-next-roster", at("roster")),
        State::Done => Next::Go("class-next-results", at("results")),
        State::Cancelled => Next::Rest,
    }
}

pub(super) async fn form(ask: Ask, Path(project): Path<String>) -> Answer {
    let code = ask.query("code");
    let f = Filled::with([("late_after", "15"), ("code", code.as_str())]);
    page(&new_page(&ask, &project, f).await?)
}

async fn new_page(ask: &Ask, project: &str, f: Filled) -> Result<FormPage, Refused> {
    let project = store::project_seen(ask.db(), &ask.actor, project).await?;
    if !store::opens_in(ask.db(), &ask.actor, &project.id).await? {
        return Err(Refused::Denied);
    }
    let w = ask.w();
    let back = format!("/projects/{}", project.id);
    Ok(FormPage {
        s: ask.shell(w.t("class-open-title")).crumb("/projects", w.t("projects-crumb")).crumb(back.clone(), project.name.clone()),
        provinces: provinces(ask, &f).await?,
        f,
        kicker: project.name,
        to: format!("/projects/{}/classes", project.id),
        back,
        new: true,
    })
}

/// The provinces of the map of this day; those of a class of earlier days with both maps, its own first.
async fn provinces(ask: &Ask, f: &Filled) -> Result<Vec<(String, Vec<Place>)>, Problem> {
    let typed = f.raw("starts_on");
    let typed = Date::from_iso(typed).or_else(|_| Date::read(typed)).ok();
    let of_now = typed.unwrap_or_else(|| ask.now().date()).iso().as_str() >= places::FIRST_NEW;
    let (old, new): (Vec<Place>, Vec<Place>) = places::provinces(ask.db()).await?.into_iter().partition(Place::is_old);
    let w = ask.w();
    let mut both = vec![(w.t("class-provinces-new"), new), (w.t("class-provinces-old"), old)];
    if !of_now {
        both.reverse();
    }
    both.retain(|(_, places)| !places.is_empty());
    if of_now && ask.query("old").is_empty() {
        both.truncate(1);
    }
    Ok(both)
}

fn typed(form: &Form, project: &str) -> NewClass {
    NewClass {
        project_id: project.to_owned(),
        code: form.line("code"),
        name: form.line("name"),
        province_id: form.line("province_id"),
        venue: form.line("venue"),
        host: form.line("host"),
        starts_on: form.line("starts_on"),
        ends_on: form.line("ends_on"),
        nominate_by: form.some("nominate_by"),
        allowance: form.lines("allowance"),
        late_after: if form.line("late_after").is_empty() { 15 } else { form.line("late_after").parse().unwrap_or(-1) },
    }
}

pub(super) async fn open(ask: Ask, Path(project): Path<String>, form: Form) -> Answer {
    match actions::open_class(ask.db(), &ask.actor, ask.deed(&form), typed(&form, &project)).await {
        Ok(id) => see(format!("/classes/{id}?done=class-opened")),
        Err(refused) => again(&new_page(&ask, &project, Filled::again(form, refused)?).await?),
    }
}

pub(super) async fn edit(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = store::class_run(ask.db(), &ask.actor, &id).await?;
    let (base, late) = (class.changed_hlc.to_string(), class.late_after.to_string());
    let shown = |iso: &str| Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |it| it.to_string());
    let (starts_on, ends_on) = (shown(&class.starts_on), shown(&class.ends_on));
    let nominate_by = class.nominate_by_shown().unwrap_or_default();
    let f = Filled::with([
        ("base", base.as_str()),
        ("name", class.name.as_str()),
        ("province_id", class.province_id.as_str()),
        ("venue", class.venue.as_str()),
        ("host", class.host.as_str()),
        ("starts_on", starts_on.as_str()),
        ("ends_on", ends_on.as_str()),
        ("nominate_by", nominate_by.as_str()),
        ("allowance", class.allowance.as_str()),
        ("late_after", late.as_str()),
    ]);
    page(&edit_page(&ask, &class, f).await?)
}

async fn edit_page(ask: &Ask, class: &Class, f: Filled) -> Result<FormPage, Problem> {
    Ok(FormPage {
        s: class_shell(ask, class, ask.w().t("class-edit-title")),
        provinces: provinces(ask, &f).await?,
        f,
        kicker: class.name.clone(),
        to: format!("/classes/{}/edit", class.id),
        back: format!("/classes/{}", class.id),
        new: false,
    })
}

pub(super) async fn change(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let base = form.line("base").parse().ok();
    match actions::change_class(ask.db(), &ask.actor, ask.deed(&form), &id, typed(&form, ""), base).await {
        Ok(()) => see(format!("/classes/{id}?done=class-changed")),
        Err(refused) => {
            let f = Filled::again(form, refused)?;
            let class = store::class_run(ask.db(), &ask.actor, &id).await?;
            again(&edit_page(&ask, &class, f).await?)
        }
    }
}

pub(super) async fn state(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let Some(state) = State::from_name(&form.line("state")) else {
        return Err(Invalid::field("state", "class-state-unreachable").into());
    };
    // A class is cancelled only from the page that asks.
    if state == State::Cancelled {
        store::class_run(ask.db(), &ask.actor, &id).await?;
        return see(format!("/classes/{id}/cancellation"));
    }
    actions::set_state(ask.db(), &ask.actor, ask.deed(&form), &id, state).await?;
    match state {
        State::Running => see(format!("/classes/{id}?done=class-running")),
        _ => see(format!("/classes/{id}?done=class-state-changed")),
    }
}

/// What happens in the class, as a stream for its open pages.
pub(super) async fn live(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = store::class_seen(ask.db(), &ask.actor, &class).await?;
    crate::web::live::stream(&ask, &class.id).await
}
