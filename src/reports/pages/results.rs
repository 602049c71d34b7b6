//! The results of a class: the finding in a sentence, the figures, four pictures, and each figure a way to the rows it counts.

mod attendance;
mod plans;
mod register;

use super::super::store::{self, Cited, Locality, Someone};
use super::super::told::{Choice, Outcome, Told, count};
use super::shortened;
use crate::classes::{Attended, Class, Session, attended, class_seen, sessions};
use crate::ground::dates::Instant;
use crate::ground::numbers::percent;
use crate::plans::{Counts, counts_of_class};
use crate::policy::cite_label;
use crate::web::picture::Picture;
use crate::web::{Answer, Ask, Shell, W, page};
use askama::Template;
use axum::extract::Path;

pub(super) use attendance::{GroupRow, StripView};
pub(super) use plans::PlansView;
pub(super) use register::{BarRow, FlowView, bare, flow_of};

/// A figure that opens to what it counts.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) number: String,
    /// Empty where the asker may not look further.
    pub(super) to: String,
}

/// A picture with its finding and its figures.
#[derive(Clone, Debug)]
pub(super) struct View {
    pub(super) caption: String,
    pub(super) picture: Picture,
    pub(super) figures: Vec<Figure>,
    pub(super) note: String,
}

/// A difficulty that has waited long.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) to: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) since: String,
}

#[derive(Template)]
#[template(path = "reports/pages/results.html")]
pub(super) struct ResultsPage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) status: Vec<String>,
    pub(super) figures: Vec<Figure>,
    pub(super) flow: Option<FlowView>,
    pub(super) bars_caption: String,
    pub(super) bars: Vec<BarRow>,
    pub(super) bars_key: Vec<(Picture, String)>,
    pub(super) dots: Option<View>,
    pub(super) strip: Option<StripView>,
    pub(super) groups: Vec<GroupRow>,
    pub(super) waiting: Vec<Waiting>,
    pub(super) cited: Vec<Figure>,
    pub(super) plans: Option<PlansView>,
}

/// All that the page is drawn from.
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) sessions: Vec<Session>,
    pub(super) people: Vec<Someone>,
    pub(super) marks: Vec<Attended>,
    pub(super) told: Vec<Told>,
    pub(super) localities: Vec<Locality>,
    pub(super) cited: Vec<Cited>,
    pub(super) counts: Counts,
    pub(super) rounds: Vec<store::plans::RoundSum>,
    /// Months, verdict, how many.
    pub(super) verdicts: Vec<(i64, String, i64)>,
    /// The asker runs the class.
    pub(super) runs: bool,
}

pub(super) async fn show(ask: Ask, Path(class): Path<String>) -> Answer {
    let db = ask.db();
    let class = class_seen(db, &ask.actor, &class).await?;
    let found = Found {
        runs: ask.actor.runs(class.of()),
        sessions: sessions(db, &class.id).await?,
        people: store::people(db, &class.id).await?,
        marks: attended(db, &class.id).await?,
        told: store::told(db, &class.id, ask.now()).await?,
        localities: store::localities(db, &class.id).await?,
        cited: store::cited(db, &class.id).await?,
        counts: counts_of_class(db, &class.id, ask.now().date()).await?,
        rounds: store::plans::rounds(db, &class.id, ask.now()).await?,
        verdicts: store::plans::verdicts(db, &class.id, ask.now()).await?,
        class,
    };
    page(&draw(ask.shell(""), &found, ask.now()))
}

pub(super) fn draw(mut s: Shell, found: &Found, now: Instant) -> ResultsPage {
    let w = s.w.clone();
    let class = &found.class;
    let heading = heading(&w, &found.told);
    s.title.clone_from(&heading);
    let s = s.crumb("/classes", w.t("results-crumb-classes")).crumb(format!("/classes/{}", class.id), &class.name);
    let seen = attendance::Seen::of(found);
    ResultsPage {
        id: class.id.clone(),
        kicker: w.x("results-kicker", &class.name),
        status: vec![w.t(class.state_word()), class.dates(), class.venue.clone(), w.n("results-sessions", found.sessions.len())],
        figures: figures(&w, found, &seen),
        flow: register::flow_view(&w, found),
        bars_caption: register::bars_caption(&w, &found.told),
        bars: register::bar_rows(&w, found),
        bars_key: register::bars_key(&w),
        dots: register::dots_view(&w, found),
        strip: attendance::strip_view(&w, found, &seen),
        groups: attendance::groups(&w, found, &seen),
        waiting: waiting(&w, &found.told, now),
        cited: found.cited.iter().map(cited).collect(),
        plans: plans::plans_view(&w, found),
        heading,
        s,
    }
}

fn heading(w: &W, told: &[Told]) -> String {
    let resolved = count(told, |it| it.outcome == Outcome::Resolved);
    match (told.len(), resolved) {
        (0, _) => w.t("results-none"),
        (all, 0) => w.n("results-none-resolved", all),
        (all, some) if usize::try_from(some) == Ok(all) => w.n("results-all-resolved", all),
        (all, some) => w.xy("results-some-resolved", some, all),
    }
}

/// The address of the rows that a choice asks for.
fn rows_of(class: &Class, choice: &Choice) -> String {
    format!("/classes/{}/difficulty-table{}", class.id, choice.query())
}

fn figures(w: &W, found: &Found, seen: &attendance::Seen) -> Vec<Figure> {
    let class = &found.class;
    let told = &found.told;
    let figure = |name: String, number: String, to: String| Figure { name, number, to };
    let all = i64::try_from(told.len()).unwrap_or_default();
    let resolved = count(told, |it| it.outcome == Outcome::Resolved);
    let seats: i64 = found.localities.iter().map(|it| it.seats).sum();
    let called = if seats > 0 { w.n("results-figure-came-of", seats) } else { w.t("results-figure-came") };
    let roster = if found.runs { format!("/classes/{}/roster", class.id) } else { String::new() };
    let share = percent(i64::from(resolved), all).unwrap_or_else(|| "–".to_owned());
    let outcome = Choice { outcome: Some(Outcome::Resolved), ..Choice::default() };
    let published = Choice { published: true, ..Choice::default() };
    vec![
        figure(called, seen.came.to_string(), roster),
        figure(w.t("results-figure-raised"), all.to_string(), rows_of(class, &Choice::default())),
        figure(w.t("results-figure-resolved"), share, rows_of(class, &outcome)),
        figure(w.t("results-figure-published"), count(told, |it| it.published).to_string(), rows_of(class, &published)),
    ]
}

/// What has waited longest.
fn waiting(w: &W, told: &[Told], now: Instant) -> Vec<Waiting> {
    let row = |it: &Told| {
        let days = it.raised_at.date().days_until(now.date());
        let (look, state) = match (it.outcome, it.way) {
            (Outcome::Not, _) => ("now", "results-not"),
            (_, super::super::told::Way::Escalated) => ("moved", "results-escalated"),
            (_, super::super::told::Way::Advised) => ("wait", "results-unconfirmed"),
            _ => ("wait", "results-untouched"),
        };
        Waiting {
            to: format!("/difficulties/{}", it.id),
            code: it.code.clone(),
            text: shortened(&it.text, 110),
            look,
            state: w.t(state),
            since: if days < 1 { w.t("results-since-today") } else { w.n("results-since-days", days) },
        }
    };
    told.iter().filter(|it| it.waits()).take(5).map(row).collect()
}

fn cited(it: &Cited) -> Figure {
    Figure {
        name: cite_label(&it.number, &it.article, &it.clause, &it.point),
        number: it.count.to_string(),
        to: format!("/documents/{}", it.document_id),
    }
}
