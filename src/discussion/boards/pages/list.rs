//! The boards of a class.

use super::super::board::BoardBrief;
use super::super::store;
use crate::classes::class_seen;
use crate::web::{Answer, Ask, Shell, W, page};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "discussion/boards/pages/boards.html")]
pub(super) struct BoardsPage {
    pub(super) s: Shell,
    pub(super) class_id: String,
    pub(super) class_name: String,
    pub(super) heading: String,
    pub(super) boards: Vec<BoardBrief>,
    pub(super) runs: bool,
}

/// What the list says in one sentence.
pub(super) fn heading(w: &W, boards: &[BoardBrief]) -> String {
    let presented = boards.iter().filter(|it| it.presented_at.is_some()).count();
    let written = boards.iter().filter(|it| !it.is_empty()).count();
    match (boards.len(), presented, written) {
        (0, ..) => w.t("boards-none"),
        (all, done, _) if done == all => w.n("boards-all-presented", all),
        (all, 0, 0) => w.n("boards-empty", all),
        (all, 0, written) => w.xy("boards-written", written, all),
        (all, done, _) => w.xy("boards-presented", done, all),
    }
}

/// `GET /classes/{class}/boards`
pub(super) async fn of_class(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let boards = store::boards_for(ask.db(), &class.id, ask.actor.id()).await?;
    let w = ask.w();
    let s = ask.shell(w.t("boards-crumb")).crumb("/classes", w.t("class-menu")).crumb(format!("/classes/{}", class.id), class.name.clone());
    page(&BoardsPage {
        s,
        heading: heading(&w, &boards),
        boards,
        runs: ask.actor.runs(class.of()),
        class_id: class.id,
        class_name: class.name,
    })
}
