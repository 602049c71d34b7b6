//! The pages of this room: the released items for anyone; the editing for those who run the class.

mod edit;
mod public;
mod refresh;
mod sample;
mod shown;

pub(super) use sample::samples;

use crate::ground::Invalid;
use crate::people::Field;
use crate::web::{Ask, Lang, May, Route, W, get, post};
use std::sync::Arc;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/news", May::Anyone, public::list),
        get("/news/{code}", May::Anyone, public::show),
        get("/classes/{class}/news", May::RUNNERS, edit::form),
        post("/classes/{class}/news", May::RUNNERS, edit::save),
        get("/classes/{class}/news/preview", May::RUNNERS, edit::preview),
        post("/classes/{class}/news/release", May::RUNNERS, edit::release),
        post("/classes/{class}/news/withdrawal", May::RUNNERS, edit::take_back),
        post("/classes/{class}/news/consents", May::RUNNERS, edit::record_consent),
        get("/classes/{class}/news/refresh", May::RUNNERS, refresh::form),
        post("/classes/{class}/news/refresh", May::RUNNERS, refresh::take),
    ]
}

/// The words of the item itself: Vietnamese, whatever language its reader has chosen.
fn vietnamese(ask: &Ask) -> W {
    W::new(Arc::clone(&ask.app.words), Lang::Vi)
}

/// How the draft calls a field.
fn fields(vi: &W) -> impl Fn(Field) -> String + Send + use<> {
    let names: Vec<(Field, String)> = Field::ALL.into_iter().map(|it| (it, vi.t(&it.word()))).collect();
    move |field| names.iter().find(|it| it.0 == field).map(|it| it.1.clone()).unwrap_or_default()
}

/// The sentences of what is wrong, each with the field that it is about.
fn lines(invalid: &Invalid, w: &W) -> Vec<(String, String)> {
    invalid.fields.iter().map(|(field, word)| (field.clone(), w.word(word))).collect()
}
