//! Errors as pages: each says what happened, in the asker's language, and what to do next.

use super::ask::Ask;
use super::shell::Shell;
use crate::ground::{Problem, Refused, Word};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// What a handler could not do. Becomes a page in [`super::dress`], which knows the language and who asks.
#[derive(Clone, Debug)]
pub struct Failure(Arc<Refused>);

impl<E: Into<Refused>> From<E> for Failure {
    fn from(refused: E) -> Self {
        Self(Arc::new(refused.into()))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = match &*self.0 {
            Refused::Absent => StatusCode::NOT_FOUND,
            Refused::Denied => StatusCode::FORBIDDEN,
            Refused::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Refused::Conflict { .. } => StatusCode::CONFLICT,
            Refused::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Refused::Problem(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "web/pages/error.html")]
struct ErrorPage {
    s: Shell,
    heading: String,
    lines: Vec<String>,
    theirs: Option<String>,
    reference: Option<String>,
    sign_in: bool,
    /// Where to go on after signing in.
    back: String,
}

/// Draws the failure that a response carries.
pub(super) fn draw(ask: &Ask, failure: &Failure, status: StatusCode) -> Response {
    let w = ask.w();
    let mut it = ErrorPage {
        s: ask.shell(""),
        heading: String::new(),
        lines: Vec::new(),
        theirs: None,
        reference: None,
        sign_in: false,
        back: back(ask),
    };
    match &*failure.0 {
        Refused::Absent => {
            it.heading = w.t("error-absent");
            it.lines.push(w.t("error-absent-next"));
            it.sign_in = !ask.actor.is_known();
        }
        Refused::Denied if ask.actor.is_known() => {
            it.heading = w.t("error-denied");
            it.lines.push(w.t("error-denied-next"));
        }
        Refused::Denied => {
            it.heading = w.t("error-guest");
            it.lines.push(w.t("error-guest-next"));
            it.sign_in = true;
        }
        Refused::Invalid(invalid) => {
            it.heading = w.t("error-invalid");
            it.lines.extend(invalid.fields.iter().map(|(_, word)| w.word(word)));
        }
        Refused::Conflict { theirs, by } => {
            it.heading = w.t("error-conflict");
            it.lines.push(w.x("error-conflict-next", by));
            it.theirs = Some(theirs.clone());
        }
        Refused::TooMany { seconds } => {
            it.heading = w.t("error-too-many");
            it.lines.push(w.word(&Word::new("error-too-many-next").with("x", ((seconds + 59) / 60).to_string())));
        }
        Refused::Problem(problem) => {
            let reference = reference(ask);
            log(&reference, ask, problem);
            it.heading = w.t("error-problem");
            it.lines.push(w.t("error-problem-next"));
            it.reference = Some(reference);
        }
    }
    it.s.title.clone_from(&it.heading);
    let mut response = super::page_as(status, &it).unwrap_or_else(|_| status.into_response());
    if let Refused::TooMany { seconds } = &*failure.0 {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}

/// The page asked for; for a deed that was refused, the page whose form asked for it.
fn back(ask: &Ask) -> String {
    if !ask.headers.contains_key(header::CONTENT_TYPE) {
        return ask.path.clone();
    }
    let from = ask.headers.get(header::REFERER).and_then(|it| it.to_str().ok()).unwrap_or_default();
    from.strip_prefix(&ask.origin).filter(|it| it.starts_with('/')).unwrap_or("/").to_owned()
}

fn reference(ask: &Ask) -> String {
    hex::encode(ask.app.chance.bytes::<4>()).to_uppercase()
}

/// Once, at the edge. The path may name things by id; never names, phones or what was typed.
fn log(reference: &str, ask: &Ask, problem: &Problem) {
    tracing::error!(reference, path = %ask.path, %problem, "a request met a problem of ours");
}

/// Pages of the floor, for the test that draws them all.
pub fn samples(s: &Shell) -> Vec<super::Sample> {
    let page = ErrorPage {
        s: s.clone(),
        heading: s.w.t("error-problem"),
        lines: vec![s.w.t("error-problem-next")],
        theirs: Some("…".into()),
        reference: Some("0A1B2C3D".into()),
        sign_in: true,
        back: "/".into(),
    };
    vec![super::draw("error", &page)]
}
