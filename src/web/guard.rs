//! What happens around every request: who asks, from where, what the answer may load, errors dressed as pages.

use super::ask::Ask;
use super::errors::{self, Failure};
use super::who::Actor;
use super::words::Lang;
use super::{App, assets};
use crate::db::QUERIES;
use crate::ground::Refused;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::cell::Cell;

/// The sign-in cookie and the language cookie.
pub const SIGN_IN: &str = "nguon";
pub const LANGUAGE: &str = "ngon_ngu";

const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
     font-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    all.flat_map(cookie::Cookie::split_parse).flatten().find(|it| it.name() == name).map(|it| it.value().to_owned())
}

/// Does the browser see us behind HTTPS?
pub(crate) fn is_https(headers: &HeaderMap) -> bool {
    headers.get("x-forwarded-proto").is_some_and(|it| it.as_bytes().eq_ignore_ascii_case(b"https"))
}

/// The layer around all routes.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let asked = QUERIES.scope(Cell::new(0), async {
        let response = answer(&app, request, next).await;
        (response, QUERIES.with(Cell::get))
    });
    let (mut response, queries) = asked.await;
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&format!("db;desc=\"{queries}\"")) {
        headers.insert("server-timing", value);
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(self), geolocation=(), microphone=()"));
    // Pages hold what only this person may see.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    response
}

async fn answer(app: &App, request: Request, next: Next) -> Response {
    if let Some(asset) = assets::find(request.uri().path(), request.headers()) {
        return asset;
    }
    let lang = language(request.headers());
    let actor = match cookie(request.headers(), SIGN_IN) {
        Some(token) => match (app.identify)(app, &token).await {
            Ok(actor) => actor,
            Err(problem) => return finish(app, request, Failure::from(problem).into_response(), Actor::default(), lang).await,
        },
        None => Actor::default(),
    };
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(actor.clone());
    parts.extensions.insert(lang);
    let known = parts.headers.get(header::IF_NONE_MATCH).cloned();
    let ask = Ask::from_request_parts(&mut parts, app).await;
    let response = if is_foreign(&parts.method, &parts.headers) {
        Failure::from(Refused::Denied).into_response()
    } else {
        next.run(Request::from_parts(parts, body)).await
    };
    let response = refused_by_router(response);
    if let (Some(failure), Ok(ask)) = (response.extensions().get::<Failure>(), ask) {
        return errors::draw(&ask, failure, response.status());
    }
    if known.is_some() && response.headers().get(header::ETAG) == known.as_ref() && response.status() == StatusCode::OK {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    response
}

async fn finish(app: &App, request: Request, response: Response, actor: Actor, lang: Lang) -> Response {
    let (mut parts, _) = request.into_parts();
    parts.extensions.insert(actor);
    parts.extensions.insert(lang);
    match (Ask::from_request_parts(&mut parts, app).await, response.extensions().get::<Failure>()) {
        (Ok(ask), Some(failure)) => errors::draw(&ask, failure, response.status()),
        _ => response,
    }
}

/// No such address, no such method, an unreadable path: the router's bare answers become ours.
fn refused_by_router(response: Response) -> Response {
    let bare = response.extensions().get::<Failure>().is_none()
        && response.headers().get(header::CONTENT_TYPE).is_none_or(|it| it.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED | StatusCode::BAD_REQUEST if bare => {
            Failure::from(Refused::Absent).into_response()
        }
        _ => response,
    }
}

fn language(headers: &HeaderMap) -> Lang {
    cookie(headers, LANGUAGE).map_or(Lang::Vi, |tag| Lang::from_tag(&tag))
}

/// A deed asked for by a page of another site. Browsers say where a form comes from; what says nothing is not a browser and carries no
/// cookie that it was not given on purpose.
fn is_foreign(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site != "same-origin" && site != "none";
    }
    let Some(origin) = headers.get(header::ORIGIN).and_then(|it| it.to_str().ok()) else { return false };
    let host = headers.get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or_default();
    origin.split_once("://").is_none_or(|(_, from)| from != host)
}
