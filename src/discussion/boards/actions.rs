//! The verbs of boards. Each: may? → rule → event → commit. Whatever is refused, what was typed stays with the caller.

use super::board::{Board, Verb, is_theirs, may};
use super::event::{
    CHANGED, Changed, GREW, Grew, Nothing, PRESENTED, Presented, RAPPORTEUR, REMOVED, REOPENED, RETURNED, Rapporteur, Removed, SETTLED,
    Settled, WEIGHED, WRITTEN, Weighed, Written,
};
use super::line::{LONGEST_SUMMARY, Line, Section, checked};
use super::store;
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::{Invalid, Problem, Refused, Word, child_id, text};
use crate::web::Actor;

pub use super::event::Keep;

/// The board, if the asker may see its class from the inside.
pub(super) async fn seen(run: &impl Run, actor: &Actor, group: &str) -> Result<Board, Refused> {
    store::board(run, group, actor.id()).await?.filter(|it| actor.sees(it.of())).ok_or(Refused::Absent)
}

/// As [`seen`], for a verb: refuses what is not theirs, and says so when the board is presented (or not) meanwhile.
async fn for_verb(run: &impl Run, actor: &Actor, group: &str, verb: Verb) -> Result<Board, Refused> {
    let board = seen(run, actor, group).await?;
    let who = board.who(actor);
    if may(verb, board.is_presented(), who) {
        Ok(board)
    } else if !is_theirs(verb, who) {
        Err(Refused::Denied)
    } else if verb == Verb::Reopen {
        Err(Invalid::field("board", "board-is-open").into())
    } else {
        Err(Invalid::field("board", "board-is-presented").into())
    }
}

async fn line_for(tx: &Tx, actor: &Actor, group: &str, line: &str, verb: Verb) -> Result<(Board, Line), Refused> {
    let board = for_verb(tx, actor, group, verb).await?;
    let line = store::line(tx, group, line, actor.id()).await?.ok_or(Refused::Absent)?;
    Ok((board, line))
}

/// Writes what was typed: every line of it is a line of the board, to be weighed on its own. The id of the first.
pub async fn write_lines(db: &Db, actor: &Actor, deed: Deed, group: &str, section: Section, text: &str) -> Result<String, Refused> {
    let id = child_id(&deed.id, "line");
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(id);
    }
    let board = for_verb(&tx, actor, group, Verb::Write).await?;
    let mut texts: Vec<&str> = text.lines().filter(|it| !it.trim().is_empty()).collect();
    if texts.is_empty() {
        texts.push(text);
    }
    let texts = texts.into_iter().map(checked).collect::<Result<Vec<String>, Invalid>>()?;
    for (n, text) in texts.into_iter().enumerate() {
        let body = Written { group_id: group.to_owned(), group: board.name.clone(), section, text };
        // The first bears the deed's own id, so that a form sent twice is known.
        let (deed, id) =
            if n == 0 { (deed.clone(), id.clone()) } else { (deed.part(&n.to_string()), child_id(&deed.id, &format!("line/{n}"))) };
        tx.record(&deed, WRITTEN, &id, Some(&board.class_id), &body).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// Changes a line from the words whose mark is `from`. `true`: somebody had changed them meanwhile, and both texts are kept.
pub async fn change_line(db: &Db, actor: &Actor, deed: Deed, group: &str, line: &str, text: &str, from: &str) -> Result<bool, Refused> {
    let mut tx = db.begin().await?;
    let (board, standing) = line_for(&tx, actor, group, line, Verb::Write).await?;
    let text = checked(text)?;
    if standing.text == text && !standing.removed {
        return Ok(false);
    }
    let conflicts = standing.text != text && standing.mark() != from;
    tx.record(&deed, CHANGED, line, Some(&board.class_id), &Changed { text, from: from.to_owned() }).await?;
    tx.commit().await?;
    Ok(conflicts)
}

/// Takes a line away. `false`: somebody has written on it meanwhile, and it stays.
pub async fn remove_line(db: &Db, actor: &Actor, deed: Deed, group: &str, line: &str, from: &str) -> Result<bool, Refused> {
    let mut tx = db.begin().await?;
    let (board, standing) = line_for(&tx, actor, group, line, Verb::Write).await?;
    if standing.removed {
        return Ok(true);
    }
    if standing.mark() != from {
        return Ok(false);
    }
    tx.record(&deed, REMOVED, line, Some(&board.class_id), &Removed { from: from.to_owned() }).await?;
    tx.commit().await?;
    Ok(true)
}

/// Brings a removed line back.
pub async fn bring_back_line(db: &Db, actor: &Actor, deed: Deed, group: &str, line: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (board, standing) = line_for(&tx, actor, group, line, Verb::Write).await?;
    if standing.removed {
        tx.record(&deed, RETURNED, line, Some(&board.class_id), &Nothing {}).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Presses on a difficulty, or takes the hand off it.
pub async fn weigh(db: &Db, actor: &Actor, deed: Deed, group: &str, line: &str, presses: bool) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (board, standing) = line_for(&tx, actor, group, line, Verb::Weigh).await?;
    if standing.section != Section::Difficulty {
        return Err(Refused::Absent);
    }
    if standing.mine != presses {
        tx.record(&deed, WEIGHED, line, Some(&board.class_id), &Weighed { presses }).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Chooses between the two texts of a line.
pub async fn settle_conflict(
    db: &Db,
    actor: &Actor,
    deed: Deed,
    group: &str,
    conflict: &str,
    keep: Keep,
    from: &str,
) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let board = for_verb(&tx, actor, group, Verb::Write).await?;
    let it = store::conflict(&tx, conflict).await?.ok_or(Refused::Absent)?;
    if store::group_of_line(&tx, &it.line_id).await?.as_deref() != Some(group) {
        return Err(Refused::Absent);
    }
    let body = Settled { conflict_id: it.id, keep, from: from.to_owned() };
    tx.record(&deed, SETTLED, &it.line_id, Some(&board.class_id), &body).await?;
    tx.commit().await?;
    Ok(())
}

/// Names who speaks for the group: one of its members.
pub async fn name_rapporteur(db: &Db, actor: &Actor, deed: Deed, group: &str, person: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let board = for_verb(&tx, actor, group, Verb::NameRapporteur).await?;
    if !store::members(&tx, group).await?.iter().any(|(id, _)| id == person) {
        return Err(Invalid::field("rapporteur", "board-rapporteur-missing").into());
    }
    if board.rapporteur_id.as_deref() != Some(person) {
        let body = Rapporteur { group: board.name, person_id: person.to_owned() };
        tx.record(&deed, RAPPORTEUR, group, Some(&board.class_id), &body).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Presents the board with the group's result: from now on it stands as it is.
pub async fn present(db: &Db, actor: &Actor, deed: Deed, group: &str, summary: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let board = for_verb(&tx, actor, group, Verb::Present).await?;
    let summary = text::clean_lines(summary);
    let length = summary.chars().count();
    if length == 0 {
        return Err(Invalid::field("summary", "board-summary-missing").into());
    }
    if length > LONGEST_SUMMARY {
        let mut invalid = Invalid::default();
        let word = Word::new("board-line-long").with("x", length.to_string()).with("y", LONGEST_SUMMARY.to_string());
        invalid.add("summary", word);
        return Err(invalid.into());
    }
    let session_id = store::session_at(&tx, &board.class_id, deed.at).await?;
    let body = Presented { group: board.name, summary, session_id };
    tx.record(&deed, PRESENTED, group, Some(&board.class_id), &body).await?;
    tx.commit().await?;
    Ok(())
}

/// Opens a presented board again.
pub async fn reopen(db: &Db, actor: &Actor, deed: Deed, group: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let board = for_verb(&tx, actor, group, Verb::Reopen).await?;
    tx.record(&deed, REOPENED, group, Some(&board.class_id), &Nothing {}).await?;
    tx.commit().await?;
    Ok(())
}

/// A difficulty was raised out of a line: the room below says so within its own transaction. A line that is not of this class is not named.
pub async fn became_difficulty(tx: &mut Tx, deed: &Deed, class: &str, line: &str, difficulty: &str) -> Result<(), Problem> {
    let Some(group) = store::group_of_line(&*tx, line).await? else { return Ok(()) };
    let Some(board) = store::board(&*tx, &group, "").await?.filter(|it| it.class_id == class) else { return Ok(()) };
    let body = Grew { difficulty_id: difficulty.to_owned() };
    tx.record(&deed.part("board-line"), GREW, line, Some(&board.class_id), &body).await?;
    Ok(())
}
