//! Presenting: the group's result in a few sentences, and what stays of it.

use super::super::actions::{self, seen};
use super::super::board::{Board, Verb, may};
use super::super::line::LONGEST_SUMMARY;
use super::super::store;
use super::{Part, board_path, mendable, parts, shell};
use crate::ground::{Invalid, Refused};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

/// Writing the result.
#[derive(Template)]
#[template(path = "discussion/boards/pages/present.html")]
pub(super) struct PresentPage {
    pub(super) s: Shell,
    pub(super) board: Board,
    pub(super) summary: String,
    pub(super) invalid: Invalid,
    /// Lines of which two texts wait.
    pub(super) conflicts: usize,
}

/// The result, as the class reads it afterwards.
#[derive(Template)]
#[template(path = "discussion/boards/pages/result.html")]
pub(super) struct ResultPage {
    pub(super) s: Shell,
    pub(super) board: Board,
    pub(super) parts: Vec<Part>,
    pub(super) reopens: bool,
}

/// `GET /groups/{group}/board/presentation`: the result; before there is one, the form for whoever may present.
pub(super) async fn show(ask: Ask, Path(group): Path<String>) -> Answer {
    let mut board = seen(ask.db(), &ask.actor, &group).await?;
    let who = board.who(&ask.actor);
    if board.is_presented() {
        board.lines = store::lines(ask.db(), &group, ask.actor.id()).await?;
        let s = shell(&ask, &board, ask.w().x("board-result-title", &board.name)).crumb(board_path(&group), board.name.clone());
        let parts = parts(&ask.w(), &board);
        return page(&ResultPage { s, parts, reopens: may(Verb::Reopen, true, who), board });
    }
    if !may(Verb::Present, false, who) {
        return see(board_path(&group));
    }
    let summary = board.summary.clone();
    page(&form_page(&ask, board, summary, Invalid::default()).await?)
}

async fn form_page(ask: &Ask, board: Board, summary: String, invalid: Invalid) -> Result<PresentPage, Refused> {
    let conflicts = store::conflicts(ask.db(), &board.id).await?.len();
    let s = shell(ask, &board, ask.w().x("board-present-title", &board.name)).crumb(board_path(&board.id), board.name.clone());
    Ok(PresentPage { s, board, summary, invalid, conflicts })
}

/// `POST /groups/{group}/board/presentation`
pub(super) async fn present(ask: Ask, Path(group): Path<String>, form: Form) -> Answer {
    match mendable(actions::present(ask.db(), &ask.actor, ask.deed(&form), &group, form.raw("summary")).await)? {
        Ok(()) => see(format!("/groups/{group}/board/presentation?done=board-presented&draft=present-{group}")),
        Err(invalid) => {
            let board = seen(ask.db(), &ask.actor, &group).await?;
            again(&form_page(&ask, board, form.raw("summary").to_owned(), invalid).await?)
        }
    }
}

/// `POST /groups/{group}/board/reopening`
pub(super) async fn reopen(ask: Ask, Path(group): Path<String>, form: Form) -> Answer {
    actions::reopen(ask.db(), &ask.actor, ask.deed(&form), &group).await?;
    see(format!("/groups/{group}/board?done=board-reopened"))
}
