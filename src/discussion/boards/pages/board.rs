//! The board: read live, written by many hands.

use super::super::actions::{self, seen};
use super::super::board::Verb;
use super::super::event::Keep;
use super::super::line::{LONGEST, Line, Section};
use super::super::store;
use super::{Now, board_path, mendable, shell};
use crate::ground::{Invalid, Refused};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "discussion/boards/pages/board.html")]
pub(super) struct BoardPage {
    pub(super) s: Shell,
    pub(super) now: Now,
    /// The position from which the page follows its class.
    pub(super) since: i64,
    pub(super) members: Vec<(String, String)>,
    pub(super) form: Form,
    pub(super) invalid: Invalid,
}

impl BoardPage {
    fn chosen(&self, section: Section) -> bool {
        self.form.is("section", section.name()) || (self.form.raw("section").is_empty() && section == Section::Difficulty)
    }

    fn is_rapporteur(&self, person: &str) -> bool {
        self.now.board.rapporteur_id.as_deref() == Some(person)
    }
}

#[derive(Template)]
#[template(path = "discussion/boards/pages/board_now.html")]
pub(super) struct BoardNow {
    pub(super) now: Now,
}

#[derive(Template)]
#[template(path = "discussion/boards/pages/line.html")]
pub(super) struct LinePage {
    pub(super) s: Shell,
    pub(super) group: String,
    pub(super) name: String,
    pub(super) line: Line,
    /// The mark of the words that the person saw.
    pub(super) from: String,
    pub(super) text: String,
    pub(super) invalid: Invalid,
}

#[derive(Template)]
#[template(path = "discussion/boards/pages/removed.html")]
pub(super) struct RemovedPage {
    pub(super) s: Shell,
    pub(super) group: String,
    pub(super) name: String,
    pub(super) lines: Vec<Line>,
    pub(super) writes: bool,
}

async fn look(ask: &Ask, group: &str) -> Result<Now, Refused> {
    let board = seen(ask.db(), &ask.actor, group).await?;
    let lines = store::lines(ask.db(), group, ask.actor.id()).await?;
    let conflicts = store::conflicts(ask.db(), group).await?;
    Ok(Now::of(ask, board, lines, conflicts))
}

async fn whole(ask: &Ask, group: &str, form: Form, invalid: Invalid) -> Result<BoardPage, Refused> {
    let board = seen(ask.db(), &ask.actor, group).await?;
    let since = ask.db().position_of_class(&board.class_id).await?;
    let now = look(ask, group).await?;
    let members = if now.may(Verb::NameRapporteur) { store::members(ask.db(), group).await? } else { Vec::new() };
    let s = shell(ask, &now.board, ask.w().x("board-title", &now.board.name));
    Ok(BoardPage { s, now, since, members, form, invalid })
}

/// `GET /groups/{group}/board`
pub(super) async fn show(ask: Ask, Path(group): Path<String>) -> Answer {
    let section = ask.query("section");
    page(&whole(&ask, &group, Form::from_pairs([("section", section.as_str())]), Invalid::default()).await?)
}

/// `GET /groups/{group}/board/now`: only what changes.
pub(super) async fn now(ask: Ask, Path(group): Path<String>) -> Answer {
    page(&BoardNow { now: look(&ask, &group).await? })
}

/// `GET /groups/{group}/board/removed`
pub(super) async fn removed(ask: Ask, Path(group): Path<String>) -> Answer {
    let Now { board, who, .. } = look(&ask, &group).await?;
    let writes = super::may(Verb::Write, board.is_presented(), who);
    if !writes {
        return Err(Refused::Denied.into());
    }
    let s = shell(&ask, &board, ask.w().t("board-removed-title")).crumb(board_path(&group), board.name.clone());
    let (name, lines) = (board.name, board.lines.into_iter().filter(|it| it.removed).collect());
    page(&RemovedPage { s, group, name, lines, writes })
}

/// `POST /groups/{group}/board/lines`
pub(super) async fn write(ask: Ask, Path(group): Path<String>, form: Form) -> Answer {
    let Some(section) = Section::from_name(form.raw("section")) else {
        let invalid = Invalid::field("section", "board-section-missing");
        return again(&whole(&ask, &group, form, invalid).await?);
    };
    let done = actions::write_lines(ask.db(), &ask.actor, ask.deed(&form), &group, section, form.raw("text")).await;
    match mendable(done)? {
        Ok(_) => see(format!("/groups/{group}/board?section={}&done=board-line-written&draft=board-{group}", section.name())),
        Err(invalid) => again(&whole(&ask, &group, form, invalid).await?),
    }
}

async fn line_page(ask: &Ask, group: &str, id: &str, typed: Option<&Form>, invalid: Invalid) -> Result<LinePage, Refused> {
    let board = seen(ask.db(), &ask.actor, group).await?;
    if !super::super::board::is_theirs(Verb::Write, board.who(&ask.actor)) {
        return Err(Refused::Denied);
    }
    let line = store::line(ask.db(), group, id, ask.actor.id()).await?.ok_or(Refused::Absent)?;
    let s = shell(ask, &board, ask.w().t("board-line-title")).crumb(board_path(group), board.name.clone());
    let from = typed.map_or_else(|| line.mark(), |it| it.line("from"));
    let text = typed.map_or_else(|| line.text.clone(), |it| it.raw("text").to_owned());
    Ok(LinePage { s, group: group.to_owned(), name: board.name, line, from, text, invalid })
}

/// `GET /groups/{group}/board/lines/{line}`
pub(super) async fn line(ask: Ask, Path((group, line)): Path<(String, String)>) -> Answer {
    page(&line_page(&ask, &group, &line, None, Invalid::default()).await?)
}

/// `POST /groups/{group}/board/lines/{line}`
pub(super) async fn change(ask: Ask, Path((group, line)): Path<(String, String)>, form: Form) -> Answer {
    let deed = ask.deed(&form);
    let done = actions::change_line(ask.db(), &ask.actor, deed, &group, &line, form.raw("text"), &form.line("from")).await;
    match mendable(done)? {
        Ok(true) => see(format!("/groups/{group}/board?done=board-line-apart&draft=line-{line}")),
        Ok(false) => see(format!("/groups/{group}/board?done=board-line-changed&draft=line-{line}")),
        Err(invalid) => again(&line_page(&ask, &group, &line, Some(&form), invalid).await?),
    }
}

/// `POST /groups/{group}/board/lines/{line}/removal`
pub(super) async fn remove(ask: Ask, Path((group, line)): Path<(String, String)>, form: Form) -> Answer {
    let gone = actions::remove_line(ask.db(), &ask.actor, ask.deed(&form), &group, &line, &form.line("from")).await?;
    if gone {
        see(format!("/groups/{group}/board?done=board-line-removed"))
    } else {
        see(format!("/groups/{group}/board?done=board-line-stays"))
    }
}

/// `POST /groups/{group}/board/lines/{line}/return`
pub(super) async fn bring_back(ask: Ask, Path((group, line)): Path<(String, String)>, form: Form) -> Answer {
    actions::bring_back_line(ask.db(), &ask.actor, ask.deed(&form), &group, &line).await?;
    see(format!("/groups/{group}/board?done=board-line-returned"))
}

/// `POST /groups/{group}/board/lines/{line}/weight`
pub(super) async fn weigh(ask: Ask, Path((group, line)): Path<(String, String)>, form: Form) -> Answer {
    actions::weigh(ask.db(), &ask.actor, ask.deed(&form), &group, &line, form.is("presses", "yes")).await?;
    see(format!("/groups/{group}/board#l-{line}"))
}

/// `POST /groups/{group}/board/conflicts/{conflict}`
pub(super) async fn settle(ask: Ask, Path((group, conflict)): Path<(String, String)>, form: Form) -> Answer {
    let keep = Keep::from_name(form.raw("keep")).ok_or(Refused::Absent)?;
    actions::settle_conflict(ask.db(), &ask.actor, ask.deed(&form), &group, &conflict, keep, &form.line("from")).await?;
    see(format!("/groups/{group}/board?done=board-settled"))
}

/// `POST /groups/{group}/board/rapporteur`
pub(super) async fn name_rapporteur(ask: Ask, Path(group): Path<String>, form: Form) -> Answer {
    match mendable(actions::name_rapporteur(ask.db(), &ask.actor, ask.deed(&form), &group, &form.line("rapporteur")).await)? {
        Ok(()) => see(format!("/groups/{group}/board?done=board-rapporteur")),
        Err(invalid) => again(&whole(&ask, &group, form, invalid).await?),
    }
}
