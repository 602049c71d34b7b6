//! Published answers, for anyone: no person and no place in them.

use super::history::{CitedRow, ReviewRow, cited, reviewed};
use super::list::address;
use super::{Choice, Pages, fields, mark, page_of, shortened};
use crate::difficulties::difficulty::State;
use crate::difficulties::store::{self, Near, Within, near};
use crate::ground::{Instant, Refused};
use crate::people::Field;
use crate::policy::Cite;
use crate::web::{Answer, Ask, Role, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// A line of the list.
pub(super) struct AnswerRow {
    pub(super) path: String,
    pub(super) code: String,
    pub(super) question: String,
    pub(super) excerpt: String,
    pub(super) field: String,
    pub(super) illustration: bool,
    pub(super) needs_review: bool,
}

impl AnswerRow {
    fn of(it: &store::Answer, w: &W) -> Self {
        Self {
            path: format!("/answers/{}", it.id),
            code: it.code.clone(),
            question: shortened(&it.question, 200),
            excerpt: shortened(&it.answer, 220),
            field: Field::from_name(&it.field).map(|it| w.t(&it.word())).unwrap_or_default(),
            illustration: it.illustration,
            needs_review: it.needs_review,
        }
    }

    fn of_near(it: Near) -> Option<Self> {
        Some(Self {
            path: format!("/answers/{}", it.id),
            code: it.code,
            question: shortened(&it.question?, 200),
            excerpt: shortened(&it.answer?, 220),
            field: String::new(),
            illustration: it.illustration,
            needs_review: it.needs_review,
        })
    }
}

#[derive(Template)]
#[template(path = "difficulties/pages/answers.html")]
pub(super) struct AnswersPage {
    pub(super) s: Shell,
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) fields: Vec<Choice>,
    pub(super) rows: Vec<AnswerRow>,
    pub(super) pages: Pages,
    /// Where a trainee raises what was not found, with the words typed.
    pub(super) raise: Option<String>,
}

/// Less close than what is offered while typing: somebody who searches reads on.
const WORTH_SHOWING: f32 = 0.12;

/// The list, or what is like the text asked for.
pub(super) async fn list(ask: Ask) -> Answer {
    let w = ask.w();
    let text: String = ask.query("text").chars().take(500).collect();
    let field = ask.query("field");
    let number = page_of(&ask.query("page"));
    let (heading, rows, pages) = if text.is_empty() {
        let mut found = store::answers(ask.db(), &field, number).await?;
        let all = store::answers_count(ask.db(), &field).await?;
        let pages = Pages::cut(&mut found, number, &w, |page| address("/answers", &[("field", &field)], page));
        let heading = if all == 0 { w.t("answers-none") } else { w.n("answers-heading", all) };
        (heading, found.iter().map(|it| AnswerRow::of(it, &w)).collect(), pages)
    } else {
        let found = near(ask.house(), &text, Within::default(), 20).await?;
        let most = found.iter().map(|it| it.share).fold(0.0, f32::max);
        let worth = |it: &Near| it.share >= WORTH_SHOWING && it.share >= most * 0.4;
        let found: Vec<AnswerRow> = found.into_iter().filter(worth).filter_map(AnswerRow::of_near).collect();
        let n = i64::try_from(found.len()).unwrap_or(i64::MAX);
        let heading = if n == 0 { w.t("answers-found-none") } else { w.n("answers-found", n) };
        (heading, found, Pages::cut(&mut Vec::<()>::new(), 0, &w, |_| String::new()))
    };
    let raise = own_class(&ask).filter(|_| rows.is_empty());
    let raise = raise.map(|class| address(&format!("/classes/{class}/difficulties/new"), &[("text", &text), ("field", &field)], 1));
    page(&AnswersPage { s: ask.shell(heading.clone()), heading, text, fields: fields(&field, &w), rows, pages, raise })
}

/// The class that the asker is a trainee of; the latest where there are several.
fn own_class(ask: &Ask) -> Option<&str> {
    ask.actor.grants.iter().filter(|it| it.role == Role::Trainee).filter_map(|it| it.class.as_deref()).max()
}

#[derive(Template)]
#[template(path = "difficulties/pages/answer.html")]
pub(super) struct AnswerPage {
    pub(super) s: Shell,
    pub(super) code: String,
    pub(super) field: String,
    pub(super) question: String,
    pub(super) answer: String,
    pub(super) published_on: String,
    pub(super) mark: &'static str,
    pub(super) verdict: String,
    pub(super) illustration: bool,
    pub(super) cited: Vec<CitedRow>,
    pub(super) reviews: Vec<ReviewRow>,
    /// The difficulty itself, for those who may see it.
    pub(super) inside: Option<String>,
}

/// One published answer, with the clauses it stands on.
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let it = store::answer(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    let w = ask.w();
    let advices = store::advices(ask.db(), &id).await?;
    let standing = advices.iter().find(|it| it.superseded_at.is_none());
    let citations = store::citations(ask.db(), &id, ask.now().date()).await?;
    let reviews: Vec<store::Review> = store::reviews(ask.db(), &id).await?.into_iter().filter(|it| it.closed_at.is_none()).collect();
    let rewordings = if reviews.is_empty() { Vec::new() } else { store::rewordings(ask.db(), &id).await? };
    let cites: Vec<Cite> = citations.iter().filter(|it| Some(&it.of) == standing.map(|it| &it.id)).map(|it| it.cite.clone()).collect();
    let inside = store::difficulty(ask.db(), &id).await?.filter(|it| ask.actor.sees(it.class()));
    let (mark, verdict) = it.verdict.map_or(("", ""), |verdict| mark(State::Closed, Some(verdict)));
    page(&AnswerPage {
        s: ask.shell(shortened(&it.question, 80)).crumb("/answers", w.t("difficulty-menu-answers")),
        code: it.code,
        field: Field::from_name(&it.field).map(|it| w.t(&it.word())).unwrap_or_default(),
        question: it.question,
        answer: it.answer,
        published_on: on(it.published_at),
        mark,
        illustration: it.illustration,
        verdict: if verdict.is_empty() { String::new() } else { w.t(verdict) },
        cited: cited(&citations, standing.map_or("", |it| it.id.as_str()), &w),
        reviews: reviewed(&reviews, &rewordings, &cites, &w),
        inside: inside.map(|it| format!("/difficulties/{}", it.id)),
    })
}

fn on(at: Instant) -> String {
    at.date().to_string()
}
