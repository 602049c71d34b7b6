//! An article at its own address: its text on a day with what it cites as links, what stands on each clause, who cites it, and its history.

mod turns;

use super::reading::{Block, Cited};
use super::shown::{self, Article as Summaries};
use super::{Sign, capital, eye};
use crate::ground::Refused;
use crate::ground::dates::Date;
use crate::policy::document::{Document, State};
use crate::policy::may_keep;
use crate::policy::provision::{Cite, Provision, place_label};
use crate::policy::relation::{Touch, touches};
use crate::policy::store::{self, CitedAt};
use crate::policy::wording::Wording;
use crate::web::{Answer, Ask, Sample, Shell, Stands, W, draw, page};
use askama::Template;
use axum::extract::Path;
use turns::{Turn, basis_path, makers, turns};

/// A clause, a point, or the article's own first lines.
pub(super) struct Row {
    pub anchor: String,
    pub label: String,
    pub title: String,
    pub point: bool,
    pub blocks: Vec<Block>,
    /// That it was worded anew: by what, since when, and where that is said.
    pub changed: Option<(String, String)>,
    pub repealed: bool,
    /// What the library says of it in its own words, and whether that was said before it was amended.
    pub summaries: Vec<(String, bool)>,
    pub stands: Vec<Stand>,
}

/// A difficulty that stands on it.
pub(super) struct Stand {
    pub path: String,
    pub title: String,
    pub needs_review: bool,
}

#[derive(Template)]
#[template(path = "policy/pages/article.html")]
struct ArticlePage {
    s: Shell,
    heading: String,
    sign: Sign,
    on: String,
    /// The same page of today, where another day is shown.
    current: Option<String>,
    on_wrong: bool,
    early: Option<String>,
    /// Amendments whose new wording the library does not have.
    unworded: Vec<String>,
    gone: bool,
    rows: Vec<Row>,
    /// Where the library has no text, or none of this article.
    only: Vec<Summaries>,
    may_keep: bool,
    cited: Vec<(String, String)>,
    turns: Vec<Turn>,
    turns_heading: String,
    near: Vec<(String, String, &'static str)>,
}

/// What is asked for by `?on=`: the day, whether it is another than today, and whether it could not be read.
pub(super) fn day_asked(ask: &Ask) -> (Date, bool, bool) {
    let (today, asked) = (ask.now().date(), ask.query("on"));
    match Date::read(&asked) {
        Ok(day) => (day, day != today, false),
        Err(_) => (today, false, !asked.is_empty()),
    }
}

pub(super) async fn show(ask: Ask, Path((id, article)): Path<(String, String)>) -> Answer {
    let w = ask.w();
    let article = article.to_lowercase();
    let document = store::document(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    let touched = store::touches(ask.db(), &format!(",{id},")).await?.remove(&id).unwrap_or_default();
    let all = store::wordings_of_article(ask.db(), &id, &article).await?;
    let provisions = store::provisions(ask.db(), &id).await?;
    let (on, another_day, on_wrong) = day_asked(&ask);
    let headings = store::headings(ask.db(), &id, &on.iso()).await?;
    let own: Vec<Provision> = provisions.into_iter().filter(|it| it.article == article).collect();
    let known_text = !headings.is_empty() || !all.is_empty();
    if own.is_empty() && all.is_empty() && (known_text || !is_article(&article)) {
        return Err(Refused::Absent.into());
    }
    // Before its first day a document is shown as it was issued.
    let first = all.iter().map(|it| it.from_on.as_str()).min().unwrap_or_default().to_owned();
    let early = !all.is_empty() && on.iso() < first;
    let day = if early { first.clone() } else { on.iso() };
    let now: Vec<Wording> =
        all.iter().filter(|it| it.from_on <= day && it.until_on.as_ref().is_none_or(|until| *until > day)).cloned().collect();
    let cited = Cited::of(&ask, &id, &now).await?;
    let stands = (ask.house().standing)(&ask.app, &ask.actor, &id, &article).await?;
    let nothing_changed = store::no_change(ask.db(), &id).await?;
    let by = store::article_cited(ask.db(), &id, &article).await?;
    let makers = makers(&ask, &all).await?;
    let asked_on = if another_day { on.iso() } else { String::new() };
    let unworded = unworded(&id, &article, &touched, &all, &nothing_changed, on);
    let gone = !all.is_empty() && now.iter().all(Wording::is_repealed);
    // What was repealed keeps the name it had.
    let title = || all.iter().rev().find(|it| it.level == "article" && !it.title.is_empty()).map(|it| it.title.clone()).unwrap_or_default();
    let label = now.iter().find(|it| it.level == "article").map_or_else(
        || place_label(&article, "", ""),
        |it| {
            let title = if it.is_repealed() { title() } else { it.title.clone() };
            [it.label.as_str(), &title].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
        },
    );
    let s = ask.shell(format!("{} {}", place_label(&article, "", ""), document.name()));
    let s = s.crumb("/documents", w.t("documents-menu")).crumb(with_day(&format!("/documents/{id}"), &asked_on), document.name());
    let older = |it: &Provision| told_before(it, &now, &unworded);
    let summaries: Vec<(&Provision, bool)> = own.iter().map(|it| (it, older(it))).collect();
    let rows = if now.is_empty() { Vec::new() } else { rows(&w, &document, &now, &cited, &summaries, &stands, &makers, &asked_on) };
    let only = if rows.is_empty() { shown::articles(&w, &document, &own, &touched, on) } else { Vec::new() };
    page(
        &ArticlePage {
            heading: label,
            sign: sign(&w, document.standing(touched.clone()).at(on), gone),
            on: on.to_string(),
            current: another_day.then(|| format!("/documents/{id}/articles/{article}")),
            on_wrong,
            early: early.then(|| eye(Some(&first)).unwrap_or_default()),
            unworded: if rows.is_empty() { Vec::new() } else { unworded.iter().map(|it| unworded_line(&w, it)).collect() },
            gone,
            may_keep: may_keep(&ask.actor),
            cited: by.iter().map(|it| citing(&w, &id, it)).collect(),
            turns_heading: String::new(),
            turns: turns(&w, &id, &article, &all, &makers),
            near: near(&headings, &id, &article, &asked_on),
            rows,
            only,
            s,
        }
        .counted(),
    )
}

impl ArticlePage {
    fn counted(mut self) -> Self {
        self.turns_heading = self.s.w.n("article-turns", self.turns.len());
        self
    }
}

/// What a relation tells and no wording of that document shows: "Điều 10 đã được sửa đổi bởi …".
fn unworded<'a>(
    document: &str,
    article: &str,
    touched: &'a [Touch],
    all: &[Wording],
    nothing_changed: &[(String, String, String, String)],
    on: Date,
) -> Vec<&'a Touch> {
    let cite = Cite { document_id: document.to_owned(), article: article.to_owned(), ..Cite::default() };
    let seen = |it: &Touch| all.iter().any(|known| known.by_id.as_ref() == Some(&it.by_id));
    let settled = |it: &Touch| nothing_changed.contains(&(it.by_id.clone(), it.article.clone(), it.clause.clone(), it.point.clone()));
    touched.iter().filter(|it| it.changes(&cite, on) && !seen(it) && !settled(it)).collect()
}

fn unworded_line(w: &W, it: &Touch) -> String {
    w.xy("article-unworded", capital(&place_label(&it.article, &it.clause, &it.point)), shown::with_day(w, it))
}

/// Was a summary written before what it tells of was amended?
fn told_before(it: &Provision, now: &[Wording], unworded: &[&Touch]) -> bool {
    let cite = it.cite();
    let below = |row: &&Wording| (it.clause.is_empty() || row.clause == it.clause) && (it.point.is_empty() || row.point == it.point);
    let last = now.iter().filter(below).filter(|row| row.by_id.is_some()).map(|row| row.from_on.as_str()).max();
    last.is_some_and(|last| it.checked_on.as_deref().is_none_or(|checked| checked < last))
        || unworded.iter().any(|touch| touches(&touch.article, &touch.clause, &touch.point, &cite))
}

/// How the article stands: as its document does, but that it applies where a part of the document was amended.
fn sign(w: &W, state: State, gone: bool) -> Sign {
    match state {
        _ if gone => Sign { class: "off", word: w.t("wording-repealed") },
        State::Amended => Sign::of(w, State::InForce),
        state => Sign::of(w, state),
    }
}

fn with_day(path: &str, on: &str) -> String {
    if on.is_empty() { path.to_owned() } else { format!("{path}?on={on}") }
}

/// What an article's number looks like, for a document without a text.
fn is_article(text: &str) -> bool {
    crate::policy::provision::tidy(text, "", "").is_ok()
}

#[expect(clippy::too_many_arguments, reason = "one page brings all of these together, and nothing else does")]
fn rows(
    w: &W,
    document: &Document,
    now: &[Wording],
    cited: &Cited,
    own: &[(&Provision, bool)],
    stands: &[Stands],
    makers: &[(String, String)],
    on: &str,
) -> Vec<Row> {
    let mut out = Vec::new();
    for it in now.iter().filter(|it| !(it.is_repealed() && it.label.is_empty())) {
        let here = |clause: &str, point: &str| (clause, point) == (it.clause.as_str(), it.point.as_str());
        let by = it.by_id.as_deref().and_then(|by| makers.iter().find(|known| known.0 == by));
        let changed = by.map(|(id, name)| {
            let key = if it.is_repealed() {
                "article-repealed-by"
            } else if it.change == "added" {
                "article-added-by"
            } else {
                "article-amended-by"
            };
            (w.xy(key, name, eye(Some(&it.from_on)).unwrap_or_default()), basis_path(id, &it.basis))
        });
        let article = it.level == "article";
        out.push(Row {
            anchor: it.anchor(),
            label: if article { String::new() } else { it.label.clone() },
            title: if article { String::new() } else { it.title.clone() },
            point: it.level == "point",
            blocks: cited.blocks(document, it, on),
            changed,
            repealed: it.is_repealed(),
            summaries: own.iter().filter(|it| here(&it.0.clause, &it.0.point)).map(|it| (it.0.summary.clone(), it.1)).collect(),
            stands: stands.iter().filter(|it| here(&it.clause, &it.point)).map(stand).collect(),
        });
    }
    // What is said of a place that the text does not have stands with the article.
    let places: Vec<(&str, &str)> = now.iter().map(|it| (it.clause.as_str(), it.point.as_str())).collect();
    let lost = |clause: &str, point: &str| !places.contains(&(clause, point));
    if let Some(first) = out.first_mut() {
        let summary =
            |(it, older): &(&Provision, bool)| (format!("{}: {}", capital(&place_label("", &it.clause, &it.point)), it.summary), *older);
        first.summaries.extend(own.iter().filter(|it| lost(&it.0.clause, &it.0.point)).map(summary));
        first.stands.extend(stands.iter().filter(|it| lost(&it.clause, &it.point)).map(stand));
    }
    // The article itself often has nothing but its name.
    out.retain(|it| {
        !it.label.is_empty() || !it.blocks.is_empty() || it.changed.is_some() || !it.summaries.is_empty() || !it.stands.is_empty()
    });
    for row in &mut out {
        let mut seen = Vec::new();
        row.stands.retain(|it| {
            !seen.contains(&it.path) && {
                seen.push(it.path.clone());
                true
            }
        });
    }
    out
}

fn stand(it: &Stands) -> Stand {
    let mut title: String = it.title.chars().take(140).collect();
    if title.len() < it.title.len() {
        title.push('…');
    }
    Stand { path: it.path.clone(), title, needs_review: it.needs_review }
}

/// "khoản 2 Điều 5 (khoản 1)": who cites, and what of this article.
fn citing(w: &W, document: &str, it: &CitedAt) -> (String, String) {
    let from = Cite { document_id: it.id.clone(), article: it.article.clone(), clause: it.clause.clone(), point: it.point.clone() };
    let place = place_label(&it.article, &it.clause, &it.point);
    let label = if it.id == document { capital(&place) } else { capital(format!("{place} {}", it.name).trim()) };
    let what = place_label("", &it.to_clause, &it.to_point);
    let label = if what.is_empty() { label } else { w.xy("article-cites-what", label, what) };
    (from.path(), label)
}

/// The article before and the one after.
fn near(headings: &[Wording], document: &str, article: &str, on: &str) -> Vec<(String, String, &'static str)> {
    let articles: Vec<&Wording> = headings.iter().filter(|it| it.level == "article").collect();
    let Some(at) = articles.iter().position(|it| it.article == article) else { return Vec::new() };
    let link = |it: &&Wording, rel| {
        let path = with_day(&format!("/documents/{document}/articles/{}", it.article), on);
        (path, place_label(crate::policy::wording::split_article(&it.article).1, "", ""), rel)
    };
    let before = at.checked_sub(1).and_then(|at| articles.get(at)).map(|it| link(it, "prev"));
    before.into_iter().chain(articles.get(at + 1).map(|it| link(it, "next"))).collect()
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let row = |repealed, point| Row {
        anchor: "k2".into(),
        label: "2.".into(),
        title: "…".into(),
        point,
        blocks: super::reading::sample_blocks(),
        changed: Some((s.w.xy("article-amended-by", "Nghị định 01/2018/NĐ-CP", "01/01/2018"), "/documents".into())),
        repealed,
        summaries: vec![("….".into(), false), ("….".into(), true)],
        stands: vec![Stand { path: "/answers/1".into(), title: "…".into(), needs_review: true }],
    };
    let turn = Turn {
        day: "01/01/2018".into(),
        by: "Nghị định 01/2018/NĐ-CP".into(),
        by_path: "/documents".into(),
        basis: "khoản 6 Điều 1".into(),
        changes: vec![("Khoản 2".into(), s.w.t("wording-amended"), "…".into())],
        before: "/documents".into(),
    };
    let state = State::Amended;
    let made = |rows: Vec<Row>, only, nothing, early: Option<String>| {
        ArticlePage {
            s: s.clone(),
            heading: "Điều 14. …".into(),
            sign: Sign::of(&s.w, state),
            on: "01/01/2018".into(),
            current: Some("/documents".into()),
            on_wrong: true,
            early,
            unworded: vec![s.w.xy("article-unworded", "Điều 14", "Nghị định 01/2018/NĐ-CP")],
            gone: nothing,
            rows,
            only,
            may_keep: true,
            cited: vec![("/documents".into(), s.w.xy("article-cites-what", "Khoản 2 Điều 5", "khoản 1"))],
            turns: vec![],
            turns_heading: String::new(),
            near: vec![("/documents".into(), "Điều 13".into(), "prev"), ("/documents".into(), "Điều 15".into(), "next")],
        }
        .counted()
    };
    let mut full = made(vec![row(false, false), row(false, true), row(true, false)], Vec::new(), false, Some("01/01/2018".into()));
    full.turns = vec![turn];
    vec![
        draw("article", &full.counted()),
        draw("article", &made(Vec::new(), shown::sample_articles(&s.w, s.now.date()), false, None)),
        draw("article", &made(Vec::new(), Vec::new(), true, None)),
    ]
}
