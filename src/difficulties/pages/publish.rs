//! Publishing: question and answer, edited so that they name neither person nor place.

use super::{Wrong, mendable};
use crate::difficulties::actions::{self, Publish, seen};
use crate::difficulties::difficulty::{State, Verb, Verdict, may};
use crate::difficulties::store::{self, Difficulty};
use crate::ground::Refused;
use crate::web::{Answer, Ask, Form, Shell, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "difficulties/pages/publish.html")]
pub(super) struct PublishPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) code: String,
    pub(super) standing: bool,
    pub(super) needs_review: bool,
    /// That the raiser is still held up, or that an authority is still asked; or empty.
    pub(super) still: String,
    pub(super) theirs: Option<(String, String)>,
    pub(super) question: String,
    pub(super) answer: String,
    pub(super) against: String,
    pub(super) draft: String,
    pub(super) wrong: Wrong,
}

/// `GET /difficulties/{difficulty}/publication`
pub(super) async fn form(ask: Ask, Path(id): Path<String>) -> Answer {
    let (it, who) = seen(ask.db(), &ask.actor, &id).await?;
    if !may(Verb::Publish, it.stands(), who) {
        return Err(Refused::Denied.into());
    }
    page(&draw(&ask, &id, None, None, Wrong::default()).await?)
}

/// `POST /difficulties/{difficulty}/publication`
pub(super) async fn publish(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let input = Publish {
        question: form.lines("question"),
        answer: form.lines("answer"),
        against: form.line("against").parse().unwrap_or_default(),
    };
    match actions::publish(ask.db(), &ask.actor, ask.deed(&form), &id, input).await {
        Ok(()) => see(format!("/difficulties/{id}?done=difficulty-published&draft=publish-{id}")),
        Err(Refused::Invalid(invalid)) => {
            let drawn = draw(&ask, &id, Some(&form), None, Wrong::of(&invalid, &ask.w())).await?;
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
        Err(Refused::Conflict { theirs, by }) => {
            let drawn = draw(&ask, &id, Some(&form), Some((theirs, by)), Wrong::default()).await?;
            page_as(StatusCode::CONFLICT, &drawn)
        }
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /difficulties/{difficulty}/publication/withdrawal`
pub(super) async fn unpublish(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match mendable(actions::unpublish(ask.db(), &ask.actor, ask.deed(&form), &id, &form.lines("reason")).await)? {
        Ok(()) => see(format!("/difficulties/{id}?done=difficulty-unpublished")),
        Err(invalid) => super::show::mend(&ask, &id, &invalid, "unpublish", form).await,
    }
}

/// What speaks against publishing already: it is said, and forbids nothing.
fn still(it: &Difficulty) -> Option<&'static str> {
    match (it.state, it.verdict) {
        (State::Escalated, _) => Some("difficulty-publish-escalated"),
        (_, Some(Verdict::Partly)) => Some("difficulty-publish-partly"),
        (_, Some(Verdict::Not)) => Some("difficulty-publish-not"),
        _ => None,
    }
}

/// The question as raised and the answer as advised stand there to be edited, until something was published.
async fn draw(ask: &Ask, id: &str, typed: Option<&Form>, theirs: Option<(String, String)>, wrong: Wrong) -> Result<PublishPage, Refused> {
    let db = ask.db();
    let w = ask.w();
    let (it, _) = seen(db, &ask.actor, id).await?;
    let standing = store::answer(db, id).await?;
    let advices = store::advices(db, id).await?;
    let sent = store::escalations(db, id).await?;
    let advice = advices.into_iter().find(|it| it.superseded_at.is_none()).map(|it| it.text);
    let letter = sent.into_iter().find_map(|it| it.answer);
    let at = standing.as_ref().map_or(0, |it| it.published_at.0);
    let against = match (typed, &theirs) {
        (Some(form), None) => form.line("against").parse().unwrap_or(at),
        _ => at,
    };
    let (question, answer) = match (typed, standing) {
        (Some(form), _) => (form.raw("question").to_owned(), form.raw("answer").to_owned()),
        (None, Some(it)) => (it.question, it.answer),
        (None, None) => (it.text.clone(), letter.or(advice).unwrap_or_default()),
    };
    Ok(PublishPage {
        s: ask
            .shell(w.x("difficulty-publish-heading", &it.code))
            .crumb(format!("/classes/{}/difficulties", it.class_id), w.t("difficulty-crumb-list"))
            .crumb(format!("/difficulties/{id}"), it.code.clone()),
        path: format!("/difficulties/{id}"),
        still: still(&it).map(|key| w.t(key)).unwrap_or_default(),
        code: it.code,
        standing: at != 0,
        needs_review: it.needs_review,
        theirs,
        question,
        answer,
        against: against.to_string(),
        draft: format!("publish-{id}"),
        wrong,
    })
}
