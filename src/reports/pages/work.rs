//! *Việc của tôi*: what waits for whoever is signed in, in order, each with its one button. A guest sees a welcome.

mod evaluation;
mod expert;
mod overseer;
mod plans;
mod runner;
mod trainee;

use crate::difficulties::Answer as Answered;
use crate::ground::Word;
use crate::ground::dates::{Date, Instant};
use crate::people::{Field, Scope};
use crate::reports::store::{self, ClassNow, Next};
use crate::web::{Actor, Answer, Ask, ClassRef, Role, Shell, W, page};
use askama::Template;

/// One thing that waits.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The class of its state.
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) say: String,
    pub(super) detail: Vec<String>,
    pub(super) to: String,
    pub(super) button: String,
}

/// A class in the list below.
#[derive(Clone, Debug)]
pub(super) struct ClassRow {
    pub(super) to: String,
    pub(super) name: String,
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) detail: Vec<String>,
}

#[derive(Template)]
#[template(path = "reports/pages/work.html")]
pub(super) struct WorkPage {
    pub(super) s: Shell,
    pub(super) heading: String,
    /// What is on now or next, for trainees and those who run a class.
    pub(super) now: Vec<String>,
    pub(super) items: Vec<Item>,
    /// Further things that are not listed, as a sentence.
    pub(super) more: String,
    /// What is most useful when nothing waits: sentence, address, button.
    pub(super) useful: Option<(String, String, String)>,
    /// Name, number, address.
    pub(super) figures: Vec<(String, String, String)>,
    pub(super) classes_heading: String,
    pub(super) classes: Vec<ClassRow>,
    pub(super) all_classes: bool,
}

#[derive(Template)]
#[template(path = "reports/pages/welcome.html")]
pub(super) struct WelcomePage {
    pub(super) s: Shell,
    pub(super) published: i64,
    pub(super) news: Vec<crate::news::Line>,
    /// Of published answers: address, question, field.
    pub(super) answers: Vec<(String, String, String)>,
}

/// As many as the welcome shows of each.
const MOST_NEW: i64 = 3;

/// Longer lists are for the pages they lead to.
const MOST_ITEMS: usize = 20;
const MOST_CLASSES: usize = 12;

/// What the page knows of whoever asks.
pub(super) struct Seen {
    pub(super) classes: Vec<ClassNow>,
    pub(super) mine: Vec<store::Mine>,
    pub(super) pool: Vec<store::Pooled>,
    pub(super) late: Vec<store::Late>,
    pub(super) long: Vec<store::Long>,
    pub(super) house: Option<(i64, i64, i64, i64)>,
    /// Open steps of the asker's place, and the classes whose plans are followed.
    pub(super) due: Vec<store::plans::DueStep>,
    pub(super) followed: Vec<store::plans::Followed>,
}

pub(super) async fn show(ask: Ask) -> Answer {
    if !ask.actor.is_known() {
        let published = store::published(ask.db()).await?;
        let news = crate::news::newest(ask.db(), MOST_NEW, 0).await?;
        let answers = crate::difficulties::newest_answers(ask.db(), MOST_NEW).await?;
        let s = ask.shell(ask.w().t("work-welcome-title"));
        let field = |name: &str| Field::from_name(name).map(|it| s.w.t(&it.word())).unwrap_or_default();
        let row = |it: Answered| (format!("/answers/{}", it.id), super::shortened(&it.question, 160), field(&it.field));
        let answers = answers.into_iter().map(row).collect();
        return page(&WelcomePage { s, published, news, answers });
    }
    let (db, actor, now) = (ask.db(), &ask.actor, ask.now());
    let scope = Scope::of(actor);
    let (is_expert, is_sponsor, is_keeper) = (actor.has(Role::Expert), actor.has(Role::Sponsor), actor.has(Role::Administrator));
    let mut seen = Seen {
        classes: store::classes(db, &scope, now, actor.id()).await?,
        mine: store::mine(db, actor.id(), now).await?,
        pool: Vec::new(),
        late: Vec::new(),
        long: Vec::new(),
        house: None,
        due: store::plans::due(db, actor.id(), now).await?,
        followed: store::plans::followed(db, &scope, actor.id(), now).await?,
    };
    if is_expert {
        seen.pool = store::pool(db, &scope, actor.id(), now).await?;
    }
    if is_sponsor {
        seen.late = store::overdue(db, &scope, now).await?;
        seen.long = store::longest(db, &scope, now).await?;
    }
    if is_keeper {
        seen.house = Some(store::house(db).await?);
    }
    page(&draw(ask.shell(ask.w().t("work-title")), &seen, now))
}

pub(super) fn draw(s: Shell, seen: &Seen, now: Instant) -> WorkPage {
    let (w, actor) = (s.w.clone(), s.actor.clone());
    let mut items = evaluation::items(&w, seen);
    items.extend(trainee::items(&w, seen));
    items.extend(plans::own(&w, seen, now));
    items.extend(expert::items(&w, &actor, seen));
    items.extend(runner::items(&w, &actor, seen, now));
    items.extend(plans::run(&w, &actor, seen, now));
    let own = items.len();
    items.extend(overseer::items(&w, seen));
    let hidden = items.len().saturating_sub(MOST_ITEMS);
    let heading = match items.len() {
        0 => w.t("work-nothing"),
        n if own == 0 => w.n("work-watch", n),
        n => w.n("work-waits", n),
    };
    items.truncate(MOST_ITEMS);
    let useful = if items.is_empty() { useful(&w, &actor, &seen.classes) } else { None };
    WorkPage {
        heading,
        now: seen.classes.iter().filter_map(|it| on_now(&w, &actor, it, now)).take(3).collect(),
        more: if hidden > 0 { w.n("work-more", hidden) } else { String::new() },
        items,
        useful,
        figures: overseer::figures(&w, seen),
        classes_heading: overseer::classes_heading(&w, &seen.classes),
        classes: seen.classes.iter().take(MOST_CLASSES).map(|it| overseer::class_row(&w, it)).collect(),
        all_classes: seen.classes.len() > MOST_CLASSES,
        s,
    }
}

/// The present or next session of a class that the asker takes part in.
fn on_now(w: &W, actor: &Actor, class: &ClassNow, now: Instant) -> Option<String> {
    let session = class.session.as_ref().filter(|_| class.state == "running" || class.state == "preparing")?;
    if !class.mine && !actor.runs(class.of()) {
        return None;
    }
    let when = when(w, session, now);
    let key = if session.starts_at <= now { "work-session-now" } else { "work-session-next" };
    let place = if session.hall.is_empty() { &class.venue } else { &session.hall };
    Some(
        w.word(
            &Word::new(key)
                .with("x", session.ordinal.to_string())
                .with("y", when)
                .with("z", place)
                .with("t", super::shortened(&session.topic, 90)),
        ),
    )
}

/// `13:30 hôm nay`, `08:00 ngày mai`, `08:00 Thứ Ba, 16/10/2018`
fn when(w: &W, session: &Next, now: Instant) -> String {
    let (day, time) = (session.starts_at.date(), session.starts_at.time());
    match now.date().days_until(day) {
        0 => w.x("work-today", time),
        1 => w.x("work-tomorrow", time),
        _ => w.xy("work-on-day", time, day),
    }
}

/// When nothing waits: the next thing worth doing.
fn useful(w: &W, actor: &Actor, classes: &[ClassNow]) -> Option<(String, String, String)> {
    let say = |key: &str, to: String, button: &str| Some((w.t(key), to, w.t(button)));
    if let Some(class) = classes.iter().find(|it| it.mine) {
        return say("work-useful-trainee", format!("/classes/{}/difficulties/new", class.id), "work-raise");
    }
    match actor.first_role() {
        Some(Role::Administrator | Role::Organiser) => match classes.first() {
            Some(class) => say("work-useful-results", format!("/classes/{}/results", class.id), "work-see-results"),
            None => say("work-useful-project", "/projects".to_owned(), "work-see-projects"),
        },
        Some(Role::Sponsor) => say("work-useful-projects", "/projects".to_owned(), "work-see-projects"),
        _ => say("work-useful-answers", "/answers".to_owned(), "work-see-answers"),
    }
}

impl ClassNow {
    /// As access sees it.
    fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.id, project: &self.project_id }
    }
}

/// A day for the eye.
fn shown(iso: &str) -> String {
    Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |it| it.to_string())
}
