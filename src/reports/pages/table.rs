//! The official table of the difficulties of a class, as a page that prints as the paper it is, and as Excel.

use super::super::paper::{Line, Paper, file_name};
use super::super::told::{Choice, Outcome, Told, Way, count};
use super::super::xlsx;
use crate::classes::{Class, class_seen};
use crate::difficulties::{Difficulty, Handling, State, TableRow, table};
use crate::ground::Word;
use crate::ground::dates::{Date, Instant};
use crate::places::within_sentence;
use crate::web::{Answer, Ask, Lang, Shell, W, file, page};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "reports/pages/table.html")]
pub(super) struct TablePage {
    pub(super) s: Shell,
    pub(super) id: String,
    /// The same choice in the address of the Excel sheet.
    pub(super) query: String,
    pub(super) is_extract: bool,
    pub(super) heading: String,
    pub(super) paper: Paper,
}

const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(super) async fn show(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let choice = Choice::read(|name| ask.query(name));
    let rows = table(ask.db(), &class.id).await?;
    page(&draw(ask.shell(""), &class, &rows, &choice, ask.now()))
}

pub(super) async fn excel(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let choice = Choice::read(|name| ask.query(name));
    let rows = table(ask.db(), &class.id).await?;
    let paper = paper(&vietnamese(&ask.w()), &class, &rows, &choice, ask.now());
    file(&file_name(&class.code), EXCEL, xlsx::write(&paper, ask.now())?)
}

/// A paper is Vietnamese whatever the language of the page around it.
fn vietnamese(w: &W) -> W {
    let mut w = w.clone();
    w.lang = Lang::Vi;
    w
}

pub(super) fn draw(mut s: Shell, class: &Class, rows: &[TableRow], choice: &Choice, now: Instant) -> TablePage {
    let w = s.w.clone();
    let paper = paper(&vietnamese(&w), class, rows, choice, now);
    let heading = match (choice.is_all(), paper.lines.len()) {
        (true, 0) => w.t("table-none"),
        (true, n) => w.n("table-all", n),
        (false, n) => w.xy("table-some", n, rows.len()),
    };
    s.title.clone_from(&heading);
    let results = format!("/classes/{}/results", class.id);
    let s = s
        .wide()
        .crumb("/classes", w.t("results-crumb-classes"))
        .crumb(format!("/classes/{}", class.id), &class.name)
        .crumb(results, w.t("results-crumb"));
    TablePage { s, id: class.id.clone(), query: choice.query(), is_extract: !choice.is_all(), heading, paper }
}

fn paper(w: &W, class: &Class, rows: &[TableRow], choice: &Choice, now: Instant) -> Paper {
    let chosen: Vec<(&TableRow, Told)> = rows.iter().map(|it| (it, told(it, now))).filter(|it| choice.admits(&it.1)).collect();
    let all: Vec<&Told> = chosen.iter().map(|it| &it.1).collect();
    let about = [class.name.clone(), class.dates(), class.venue.clone()];
    Paper {
        above: class.provider.to_uppercase(),
        agency: w.x("table-agency", &class.code),
        country: w.t("table-country"),
        motto: w.t("table-motto"),
        place_and_day: now.date().formal_at(&province(&class.province_name)),
        title: w.t("table-title"),
        about: about.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", "),
        extract: extract(w, rows, choice),
        heads: (1..=super::super::paper::COLUMNS).map(|i| w.t(&format!("table-head-{i}"))).collect(),
        lines: chosen.iter().map(|(row, told)| line(w, row, told)).collect(),
        sum: sum(w, &all),
        signers: ["table-sign-maker", "table-sign-head", "table-sign-organisers"].map(|it| w.t(it)).to_vec(),
        sign: w.t("table-sign"),
    }
}

/// As figures count it.
fn told(row: &TableRow, now: Instant) -> Told {
    let it = &row.difficulty;
    Told {
        id: it.id.clone(),
        code: it.code.clone(),
        text: String::new(),
        field: it.field,
        place: (!it.anonymous).then(|| it.place_id.clone()),
        outcome: Outcome::of(it.verdict.map(crate::difficulties::Verdict::name)),
        way: Way::of(!row.advice.is_empty(), !row.authority.is_empty()),
        needs_review: it.needs_review,
        published: it.published_at.is_some(),
        late: it.state == State::Escalated && row.answer.is_empty() && !row.due_on.is_empty() && row.due_on < now.date().iso(),
        raised_at: it.raised_at,
    }
}

fn line(w: &W, row: &TableRow, told: &Told) -> Line {
    let it = &row.difficulty;
    let joined = |parts: &[String]| parts.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join("\n");
    let labelled = |key: &str, text: &str| if text.is_empty() { String::new() } else { w.x(key, text) };
    let place =
        [it.place_name.clone(), within_sentence(&it.place_parent)].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    Line {
        code: it.code.clone(),
        text: joined(&[it.text.clone(), labelled("table-wish", &it.wish)]),
        place: if it.anonymous { w.t("table-anonymous") } else { place },
        component: component(w, it),
        basis: row.basis.join(";\n"),
        advice: joined(&[row.advice.clone(), labelled("table-warning", &row.warning)]),
        handling: w.t(row.handling.word()),
        authority: row.authority.clone(),
        due: Date::from_iso(&row.due_on).ok(),
        result: result(w, row, told),
    }
}

/// What it hangs on: the component, or else the locality's own item, or its field.
fn component(w: &W, it: &Difficulty) -> String {
    let found = [&it.component_name, &it.local_item_name].into_iter().find(|it| !it.is_empty());
    found.cloned().unwrap_or_else(|| w.t(&it.field.word()))
}

fn result(w: &W, row: &TableRow, told: &Told) -> String {
    let said = match (told.outcome, row.handling) {
        (Outcome::Open, Handling::Sent(_)) if row.answer.is_empty() => w.t("table-result-authority"),
        (Outcome::Open, _) if row.advice.is_empty() && row.answer.is_empty() => w.t("table-result-expert"),
        (Outcome::Open, _) => w.t("table-result-unconfirmed"),
        (outcome, _) if row.reason.is_empty() => w.t(outcome.word()),
        (outcome, _) => w.xy("table-result", w.t(outcome.word()), &row.reason),
    };
    if row.answer.is_empty() { said } else { format!("{}\n{said}", w.x("table-result-answer", once(&row.answer))) }
}

/// An answer stands behind the number of its letter; where it names that letter itself, the number is not said twice.
fn once(answer: &str) -> &str {
    match answer.split_once(": ") {
        Some((number, text)) if text.contains(number) => text,
        _ => answer,
    }
}

/// What was chosen, in words.
fn extract(w: &W, rows: &[TableRow], choice: &Choice) -> String {
    let place = choice.place.as_ref().and_then(|id| rows.iter().find(|it| !it.difficulty.anonymous && it.difficulty.place_id == *id));
    let parts = [
        choice.outcome.map(|it| w.t(it.word())),
        choice.way.map(|it| w.t(it.word())),
        choice.field.map(|it| w.t(&it.word())),
        place.map(|it| it.difficulty.place_name.clone()),
        choice.published.then(|| w.t("table-published")),
        choice.review.then(|| w.t("table-review")),
        choice.late.then(|| w.t("table-late")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { w.x("table-extract", parts.join("; ")) }
}

fn sum(w: &W, told: &[&Told]) -> String {
    let of = |outcome: Outcome| count(told.iter().copied(), |it| it.outcome == outcome);
    let parts: Vec<String> =
        Outcome::ALL.into_iter().filter(|it| of(*it) > 0).map(|it| w.nx("table-sum-part", of(it), w.t(it.word()).to_lowercase())).collect();
    let sent = count(told.iter().copied(), |it| it.way == Way::Escalated);
    let word = Word::new(if sent > 0 { "table-sum-sent" } else { "table-sum" }).with("x", told.len().to_string());
    w.word(&word.with("y", parts.join(", ")).with("z", sent.to_string()))
}

/// The province's name as a place of dating.
fn province(name: &str) -> String {
    let said = within_sentence(name);
    said.strip_prefix("tỉnh ").or_else(|| said.strip_prefix("thành phố ")).unwrap_or(&said).to_owned()
}
