//! What was said in the sessions of a class; the way to the one that is on.

use crate::classes::{Class, class_seen, part_of_day};
use crate::discussion::store::{self, Sum};
use crate::ground::Instant;
use crate::web::{Answer, Ask, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// People talk before a session begins and after it has ended.
const AROUND_MS: i64 = 30 * 60_000;

/// A session.
pub(in crate::discussion) struct SessionRow {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) topic: String,
    pub(super) figures: Vec<String>,
    pub(super) on: bool,
    pub(super) asking: bool,
}

#[derive(Template)]
#[template(path = "discussion/pages/class.html")]
pub(in crate::discussion) struct ClassPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) status: Vec<String>,
    /// The session that is on: address and words.
    pub(super) now: Option<(String, String)>,
    pub(super) rows: Vec<SessionRow>,
}

/// `GET /classes/{class}/discussion`
pub(super) async fn show(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let sums = store::sums(ask.db(), &class.id).await?;
    let shell = |title: String| {
        ask.shell(title).crumb("/classes", ask.w().t("class-crumb")).crumb(format!("/classes/{}", class.id), class.name.clone())
    };
    page(&draw(shell, &class, &sums, ask.now(), &ask.w()))
}

fn draw(shell: impl Fn(String) -> Shell, class: &Class, sums: &[Sum], now: Instant, w: &W) -> ClassPage {
    let all = |figure: fn(&Sum) -> i64| sums.iter().map(figure).sum::<i64>();
    let opinions = all(|it| it.opinions);
    let heading = if opinions == 0 { w.t("discussion-class-none") } else { w.nx("discussion-class-heading", opinions, spoken_in(sums, w)) };
    let mut status = Vec::new();
    for (key, n) in [
        ("discussion-questions", all(|it| it.questions)),
        ("discussion-difficulties", all(|it| it.difficulties)),
        ("unclear-marks", all(|it| it.unclear)),
    ] {
        if n > 0 {
            status.push(w.n(key, n));
        }
    }
    let on = if class.state == "cancelled" { None } else { sums.iter().filter(|it| is_on(it, now)).max_by_key(|it| it.starts_at) };
    ClassPage {
        s: shell(heading.clone()),
        kicker: w.x("discussion-class-kicker", &class.code),
        heading,
        status,
        now: on.map(|it| (path(it), w.x("discussion-go-now", it.ordinal))),
        rows: sums.iter().map(|it| row(it, on.is_some_and(|on| on.id == it.id), w)).collect(),
    }
}

/// In how many sessions something was said.
fn spoken_in(sums: &[Sum], w: &W) -> String {
    let sessions = sums.iter().filter(|it| it.opinions > 0).count();
    w.n("discussion-sessions", i64::try_from(sessions).unwrap_or_default())
}

fn path(it: &Sum) -> String {
    format!("/sessions/{}/discussion", it.id)
}

fn is_on(it: &Sum, now: Instant) -> bool {
    it.starts_at.0 - AROUND_MS <= now.0 && now.0 <= it.ends_at.0 + AROUND_MS
}

fn row(it: &Sum, on: bool, w: &W) -> SessionRow {
    let figures = [
        ("discussion-opinions", it.opinions),
        ("discussion-questions", it.questions),
        ("discussion-difficulties", it.difficulties),
        ("unclear-marks", it.unclear),
    ];
    let figures: Vec<String> = figures.into_iter().filter(|it| it.1 > 0).map(|(key, n)| w.n(key, n)).collect();
    SessionRow {
        path: path(it),
        name: format!("{} {}", w.xy("session-number", it.ordinal, w.t(part_of_day(it.starts_at))), it.starts_at.date()),
        topic: it.topic.clone(),
        figures: if figures.is_empty() { vec![w.t("discussion-nothing-said")] } else { figures },
        on,
        asking: it.open > 0,
    }
}

/// The page from invented figures.
pub(super) fn sample(s: &Shell) -> ClassPage {
    let sitting = store::Sitting::sample();
    let sum = |ordinal: i64, opinions: i64| Sum {
        id: sitting.id.clone(),
        ordinal,
        starts_at: Instant(sitting.starts_at.0 + ordinal),
        ends_at: sitting.ends_at,
        topic: sitting.topic.clone(),
        opinions,
        difficulties: opinions / 7,
        questions: opinions / 5,
        open: i64::from(ordinal == 2),
        unclear: opinions,
    };
    let class = Class {
        id: sitting.class_id.clone(),
        project_id: sitting.project_id.clone(),
        code: sitting.code.clone(),
        name: sitting.class_name.clone(),
        province_id: "o25".into(),
        venue: String::new(),
        host: String::new(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        nominate_by: None,
        allowance: String::new(),
        state: sitting.class_state.clone(),
        late_after: 15,
        changed_hlc: 1,
        project_name: String::new(),
        sponsor: String::new(),
        provider: String::new(),
        province_name: String::new(),
        period_id: None,
    };
    draw(|_| s.clone(), &class, &[sum(1, 0), sum(2, 14)], sitting.starts_at, &s.w)
}
