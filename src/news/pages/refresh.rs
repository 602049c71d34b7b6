//! Drawing an item anew from the data: what would change, side by side; nothing is overwritten unasked.

use super::super::actions::{self, Saving, edited};
use super::super::draft::draft;
use super::super::item::{Change, Part, changes, redrawn};
use super::super::store;
use super::{fields, vietnamese};
use crate::ground::Refused;
use crate::web::{Answer, Ask, Form, Shell, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "news/pages/refresh.html")]
pub(super) struct RefreshPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) against: i64,
    pub(super) changes: Vec<Change>,
}

/// `GET /classes/{class}/news/refresh`
pub(super) async fn form(ask: Ask, Path(class): Path<String>) -> Answer {
    let db = ask.db();
    let (found, item) = edited(db, &ask.actor, &class).await?;
    let Some(item) = item else { return see(format!("/classes/{class}/news")) };
    let fresh = draft(&store::facts(db, &found, fields(&vietnamese(&ask))).await?);
    let w = ask.w();
    let s = ask
        .shell(w.t("news-refresh-title"))
        .crumb("/classes", w.t("class-menu"))
        .crumb(format!("/classes/{class}"), found.name.as_str())
        .crumb(format!("/classes/{class}/news"), w.t("news-edit-title"));
    page(&RefreshPage { s, path: format!("/classes/{class}/news"), against: item.revision, changes: changes(&item.pieces, &fresh) })
}

/// `POST /classes/{class}/news/refresh`: the parts that were ticked, and the figures.
pub(super) async fn take(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let db = ask.db();
    let (found, item) = edited(db, &ask.actor, &class).await?;
    let item = item.ok_or(Refused::Absent)?;
    let facts = store::facts(db, &found, fields(&vietnamese(&ask))).await?;
    let taken: Vec<Part> = form.list("take").iter().filter_map(|it| Part::from_name(it)).collect();
    let chosen = store::roster(db, &class).await?.into_iter().filter(|it| it.chosen && it.consents);
    let input = Saving {
        pieces: redrawn(&item.pieces, &draft(&facts), &taken),
        photo: item.photo,
        persons: chosen.map(|it| it.person_id).collect(),
        figures: facts.figures(),
        drawn_at: ask.now(),
        against: form.line("against").parse().unwrap_or_default(),
    };
    actions::save(db, &ask.actor, ask.deed(&form), &class, input).await?;
    see(format!("/classes/{class}/news?done=news-redrawn"))
}
