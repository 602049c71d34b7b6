//! The web: what every page stands on. Shell, forms, words, who is asking, guards, errors as pages, assets.
//!
//! The rule: a handler takes [`Ask`] (and a path, and a [`Form`]), calls its room's verb or store, and answers with [`page`] or
//! [`see`]. It holds no rule and no SQL. Every route names who [`May`] come.

mod ask;
mod assets;
mod errors;
mod finder;
mod forms;
mod guard;
pub mod live;
pub mod picture;
mod room;
mod route;
mod shell;
mod who;
mod words;
mod wrong;

pub use ask::Ask;
pub use errors::{Failure, samples};
pub use finder::{Alike, Finder, Finding, Like};
pub use forms::{Form, MOST_BYTES, Upload};
pub use guard::{LANGUAGE, SIGN_IN, dress};
pub use room::{MenuItem, Room, Sample};
pub use route::{May, Route, get, mount, post};
pub use shell::{Shell, draw};
pub use who::{Actor, ClassRef, Grant, Role};
pub use words::{Lang, Texts, W, Words};
pub use wrong::{Wrong, mendable};

use crate::db::{Blobs, Db};
use crate::ground::{Chance, Clock, Problem};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::future::Future;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::pin::Pin;
use std::sync::Arc;

/// What a handler answers.
pub type Answer = Result<Response, Failure>;

/// How the house finds the person behind a sign-in cookie; given by the `people` room.
pub type Identify = for<'a> fn(&'a App, &'a str) -> Pin<Box<dyn Future<Output = Result<Actor, Problem>> + Send + 'a>>;

/// What classes and projects are called, by id; given by the `classes` room to those above it.
pub type Called = for<'a> fn(&'a App, &'a [&'a str]) -> Pin<Box<dyn Future<Output = Result<Names, Problem>> + Send + 'a>>;

/// What stands on the provisions of a document, or of one of its articles (empty: all), for this actor; given by the `difficulties` room
/// to those above it.
pub type Standing =
    for<'a> fn(&'a App, &'a Actor, &'a str, &'a str) -> Pin<Box<dyn Future<Output = Result<Vec<Stands>, Problem>> + Send + 'a>>;

/// A thing that stands on a provision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stands {
    pub article: String,
    pub clause: String,
    pub point: String,
    pub path: String,
    pub title: String,
    /// The provision has changed since.
    pub needs_review: bool,
}

/// Names of things, by id.
#[derive(Clone, Debug, Default)]
pub struct Names(std::collections::HashMap<String, String>);

impl Names {
    /// What it is called, if it is known.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

impl FromIterator<(String, String)> for Names {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(all: T) -> Self {
        Self(all.into_iter().collect())
    }
}

/// What the whole house shares.
pub struct House {
    pub db: Db,
    /// The bytes of photos, beside the journal.
    pub blobs: Blobs,
    pub clock: Clock,
    pub chance: Chance,
    pub words: Arc<Words>,
    pub rooms: Vec<Room>,
    pub identify: Identify,
    pub called: Called,
    /// Finds things by their words.
    pub finder: Arc<dyn Finder>,
    pub standing: Standing,
    /// Signs door codes and personal links: 32 bytes as hex, kept in the store.
    pub key: String,
    /// Feeds the pages that follow a class live.
    pub live: Arc<live::Live>,
}

/// The house, shared by every request.
#[derive(Clone)]
pub struct App(pub Arc<House>);

impl std::ops::Deref for App {
    type Target = House;
    fn deref(&self) -> &House {
        &self.0
    }
}

/// A page, 200.
pub fn page(template: &impl askama::Template) -> Answer {
    page_as(StatusCode::OK, template)
}

/// A form shown again with what was typed, 422.
pub fn again(template: &impl askama::Template) -> Answer {
    page_as(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with a status of its own.
pub fn page_as(status: StatusCode, template: &impl askama::Template) -> Answer {
    let html = template.render().map_err(Problem::from)?;
    // A page with a form offers a new deed each time and must not be shown from an old copy.
    let tag = (!html.contains("name=\"deed\"")).then(|| {
        let mut hash = DefaultHasher::new();
        html.hash(&mut hash);
        format!("W/\"{:016x}\"", hash.finish())
    });
    let mut response = (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    if let Some(tag) = tag.and_then(|it| HeaderValue::from_str(&it).ok()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}

/// After a deed: go and see.
pub fn see(path: impl AsRef<str>) -> Answer {
    Ok(Redirect::to(path.as_ref()).into_response())
}

/// A file to keep, under a name that may have Vietnamese letters.
pub fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Answer {
    let encoded = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    let plain: String =
        crate::ground::text::fold(name).chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
