//! What came of it: a bar a question with the marks as parts, the same as figures, and what was said, in the order of the alphabet.

use super::super::question::{Open, Question};
use super::super::store::{self, Standing};
use super::super::tally::{Tally, mean, tenths};
use super::shell;
use crate::classes::{Class, class_seen};
use crate::ground::Word;
use crate::web::{Answer, Ask, Shell, W, page};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/evaluation/pages/results.html")]
pub(super) struct ResultsPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) heading: String,
    pub(super) caption: String,
    pub(super) standing: Standing,
    pub(super) bars: Vec<Bar>,
    pub(super) said: Vec<Said>,
}

/// A question with its marks.
pub(super) struct Bar {
    pub(super) name: String,
    /// The class and the path of each part, from 5 down.
    pub(super) parts: Vec<(&'static str, String)>,
    pub(super) mean: String,
    /// How many gave 5, 4, 3, 2, 1.
    pub(super) given: Vec<i64>,
    pub(super) label: String,
}

/// What was said to a question.
pub(super) struct Said {
    pub(super) heading: String,
    pub(super) words: Vec<String>,
}

/// How a mark is drawn, from 5 down: two greens, grey, two ochres; each at its place in the order.
pub(super) const LOOKS: [&str; 5] = ["good", "flow good", "dropped", "flow part", "part"];

/// `GET /classes/{class}/evaluation/results`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &id).await?;
    let standing = store::standing(ask.db(), &id, ask.actor.id()).await?;
    let tally = if standing.has_result() { store::result(ask.db(), &id, &standing).await? } else { Tally::default() };
    let s = shell(&ask, &class, "evaluation-results-title");
    let s = s.crumb(format!("/classes/{id}/evaluation"), ask.w().t("evaluation-title"));
    page(&draw(s, class, standing, &tally))
}

pub(super) fn draw(s: Shell, class: Class, standing: Standing, tally: &Tally) -> ResultsPage {
    let w = s.w.clone();
    let means: Vec<(Question, i64)> = Question::ALL.into_iter().filter_map(|it| Some((it, mean(tally.of(it))?))).collect();
    let (heading, caption) = told(&w, &standing, &means);
    let bars = means.iter().map(|(question, mean)| bar(&w, *question, *mean, tally)).collect();
    let said = Open::ALL.into_iter().map(|it| (it, tally.said(it))).filter(|it| !it.1.is_empty());
    let said = said.map(|(open, words)| Said { heading: w.n(&open.told(), words.len()), words: words.to_vec() }).collect();
    ResultsPage { s, class, heading, caption, standing, bars, said }
}

/// The finding: what got the highest mark, and what the lowest.
fn told(w: &W, standing: &Standing, means: &[(Question, i64)]) -> (String, String) {
    if standing.closed_at.is_none() {
        return (w.t(if standing.opened_at.is_some() { "evaluation-results-still-open" } else { "evaluation-not-open" }), String::new());
    }
    let (Some(best), Some(least)) = (means.iter().rev().max_by_key(|it| it.1), means.iter().min_by_key(|it| it.1)) else {
        return (w.n("evaluation-closed-few", standing.answered), String::new());
    };
    let high = means.iter().filter(|it| it.1 >= 40).count();
    let caption = w.xy("evaluation-results-caption", high, means.len());
    if best.1 == least.1 {
        return (w.x("evaluation-results-alike", tenths(best.1)), caption);
    }
    let word = Word::new("evaluation-results-heading").with("x", w.t(&best.0.short())).with("y", tenths(best.1));
    (w.word(&word.with("z", w.t(&least.0.short())).with("a", tenths(least.1))), caption)
}

fn bar(w: &W, question: Question, mean: i64, tally: &Tally) -> Bar {
    let given: Vec<i64> = tally.of(question).into_iter().rev().collect();
    let all = given.iter().sum::<i64>().max(1);
    let mut parts = Vec::new();
    let mut left = 0;
    for (look, count) in LOOKS.into_iter().zip(&given).filter(|it| *it.1 > 0) {
        let width = count * 10_000 / all;
        parts.push((look, format!("M{} 0h{}v1h-{1}z", hundredths(left), hundredths((width - 60).max(width / 2)))));
        left += width;
    }
    let counts: Vec<String> = (1..=5).rev().zip(&given).map(|(mark, count): (i64, _)| w.xy("evaluation-count", mark, count)).collect();
    Bar { name: w.t(&question.word()), parts, mean: tenths(mean), label: counts.join(", "), given }
}

/// A length in hundredths as a number.
fn hundredths(length: i64) -> String {
    format!("{}.{:02}", length / 100, length % 100)
}

impl ResultsPage {
    /// The sign of each mark, from 5 down.
    #[expect(clippy::unused_self, reason = "templates call it")]
    fn key(&self) -> Vec<(&'static str, String)> {
        LOOKS.into_iter().zip((1..=5).rev()).map(|(look, mark): (_, i64)| (look, format!("evaluation-mark-{mark}"))).collect()
    }
}
