//! Boards of groups (bảng nhóm): an alcove of `discussion`.
//!
//! Each group of a class has one board with three sections: stories, difficulties in order of weight, what the group will try. Several
//! phones write at once and no line is lost: a line is a record of its own, and a change names the words it started from. If somebody has
//! changed them meanwhile, the later text does not take the place of the earlier: it is kept as a *conflict*, both are shown, and the group
//! chooses. A removed line can be brought back. The rule is [`line::merge`].
//!
//! A board is *open* until its rapporteur or an organiser presents it with the group's result; then it is *presented* and stands as it is
//! until an organiser opens it again. It outlives its group.
//!
//! Members of the group write and press on what weighs; organisers write for them; the rest of the class, its experts and its sponsor
//! read. The table is [`board::may`]. A board is the group's common text: nothing in it belongs to one person, and when somebody is erased
//! their name goes with `people`.

mod actions;
mod board;
mod event;
mod line;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Keep, became_difficulty, bring_back_line, change_line, name_rapporteur, present, remove_line, reopen, settle_conflict, weigh,
    write_lines,
};
pub use board::{Board, BoardBrief, Verb, Who, may};
pub use line::{Conflict, Line, Section, mark};

pub(super) use event::{KINDS, apply};
pub(super) use pages::{routes, samples};

use crate::db::{Run, Statement};
use crate::ground::Problem;

/// A group's board with its lines, removed ones left out; nothing if there is no such group and never was.
pub async fn board(run: &impl Run, group: &str) -> Result<Option<Board>, Problem> {
    let Some(mut board) = store::board(run, group, "").await? else { return Ok(None) };
    board.lines = store::lines(run, group, "").await?.into_iter().filter(|it| !it.removed).collect();
    Ok(Some(board))
}

/// The boards of a class, one a group, in their order.
pub async fn boards_of(run: &impl Run, class: &str) -> Result<Vec<BoardBrief>, Problem> {
    store::boards_of(run, class).await
}

/// Its statements: what is asked, and what events change.
pub(super) const ASKED: &[Statement] = store::ALL;
pub(super) const CHANGED: &[Statement] = event::ALL;
