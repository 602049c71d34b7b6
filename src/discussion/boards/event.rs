//! What is kept of boards, and what it changes: the only writer of `boards`, `board_lines`, `board_weights`, `board_conflicts`.
//!
//! A change of a line is weighed against the line as it stands when it arrives ([`merge`]). Of rapporteurs, of presenting and opening
//! again, and of pressing on a line the last word by logical time stands.

use super::line::{Hand, Outcome, Section, mark, merge};
use crate::db::{Applying, Event, Run, Tx};
use crate::ground::{Instant, Problem, child_id};
use crate::{args, statements};
use serde::{Deserialize, Serialize};

pub(super) const WRITTEN: &str = "board.line_written";
pub(super) const CHANGED: &str = "board.line_changed";
pub(super) const REMOVED: &str = "board.line_removed";
pub(super) const RETURNED: &str = "board.line_brought_back";
pub(super) const WEIGHED: &str = "board.line_weighed";
pub(super) const GREW: &str = "board.line_became_difficulty";
pub(super) const SETTLED: &str = "board.conflict_settled";
pub(super) const RAPPORTEUR: &str = "board.rapporteur_named";
pub(super) const PRESENTED: &str = "board.presented";
pub(super) const REOPENED: &str = "board.reopened";

/// The kinds of events of this alcove.
pub(in crate::discussion) const KINDS: &[&str] =
    &[WRITTEN, CHANGED, REMOVED, RETURNED, WEIGHED, GREW, SETTLED, RAPPORTEUR, PRESENTED, REOPENED];

/// About the line.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    pub group_id: String,
    /// As the group is called: its board outlives it.
    pub group: String,
    pub section: Section,
    pub text: String,
}

/// About the line. `from`: the mark of the words it started from.
#[derive(Serialize, Deserialize)]
pub(super) struct Changed {
    pub text: String,
    pub from: String,
}

/// About the line.
#[derive(Serialize, Deserialize)]
pub(super) struct Removed {
    pub from: String,
}

/// About the line.
#[derive(Serialize, Deserialize)]
pub(super) struct Weighed {
    pub presses: bool,
}

/// About the line.
#[derive(Serialize, Deserialize)]
pub(super) struct Grew {
    pub difficulty_id: String,
}

/// Which of two texts of a line is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// The one that stands.
    This,
    /// The one that came later.
    Other,
    /// The later one becomes a line of its own.
    Both,
}

impl Keep {
    /// As the form says it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "this" => Some(Self::This),
            "other" => Some(Self::Other),
            "both" => Some(Self::Both),
            _ => None,
        }
    }
}

/// About the line. `from`: the mark of the standing text that was seen.
#[derive(Serialize, Deserialize)]
pub(super) struct Settled {
    pub conflict_id: String,
    pub keep: Keep,
    pub from: String,
}

/// About the group.
#[derive(Serialize, Deserialize)]
pub(super) struct Rapporteur {
    pub group: String,
    pub person_id: String,
}

/// About the group.
#[derive(Serialize, Deserialize)]
pub(super) struct Presented {
    pub group: String,
    pub summary: String,
    pub session_id: Option<String>,
}

/// Its event says all.
#[derive(Serialize, Deserialize)]
pub(super) struct Nothing {}

statements! {
    STANDS = "select text, removed_at, group_id, class_id, section from board_lines where id = $1";
    CONFLICT_STANDS = "select text, by_person, settled_at from board_conflicts where id = $1";
    KEEP_BOARD = "insert into boards (group_id, class_id, name, changed_hlc) values ($1, $2, $3, $4)
        on conflict (group_id) do update set name = excluded.name, changed_hlc = excluded.changed_hlc
        where boards.changed_hlc <= excluded.changed_hlc";
    WRITE = "insert into board_lines (id, group_id, class_id, section, text, written_by, written_at, changed_at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $7, $8)";
    CHANGE = "update board_lines set text = $2, changed_by = $3, changed_at = $4, changed_hlc = $5, removed_at = null where id = $1";
    REMOVE = "update board_lines set removed_at = $2, changed_by = $3, changed_at = $2, changed_hlc = $4 where id = $1";
    RETURN = "update board_lines set removed_at = null, changed_hlc = $2 where id = $1";
    GROW = "update board_lines set difficulty_id = $2 where id = $1";
    KEEP_CONFLICT = "insert into board_conflicts (id, line_id, text, by_person, at) values ($1, $2, $3, $4, $5)";
    SETTLE = "update board_conflicts set settled_at = $2, settled_by = $3 where id = $1";
    PRESS = "insert into board_weights (line_id, person_id, presses, at, hlc) values ($1, $2, $3, $4, $5)
        on conflict (line_id, person_id) do update set presses = excluded.presses, at = excluded.at, hlc = excluded.hlc
        where board_weights.hlc <= excluded.hlc";
    SUM = "update board_lines set weight = (select count(*) from board_weights w where w.line_id = $1 and w.presses) where id = $1";
    NAME = "update boards set rapporteur_id = $2, rapporteur_hlc = $3 where group_id = $1 and rapporteur_hlc <= $3";
    PRESENT = "update boards set summary = $2, presented_at = $3, presented_by = $4, presented_in = $5, presented_hlc = $6
        where group_id = $1 and presented_hlc <= $6";
    // What the group said stays: presenting again begins with it.
    REOPEN = "update boards set presented_at = null, presented_by = null, presented_in = null, presented_hlc = $2
        where group_id = $1 and presented_hlc <= $2";
}

type Standing = (String, Option<Instant>, String, String, String);

/// See the module.
pub(in crate::discussion) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            RAPPORTEUR | PRESENTED | REOPENED => of_board(tx, event).await,
            WRITTEN => {
                let it: Written = event.body()?;
                keep_board(tx, event, &it.group_id, &it.group).await?;
                write(tx, event, &event.about, (&it.group_id, class(event)?, it.section.name()), &it.text, event.actor.as_deref()).await
            }
            WEIGHED => {
                let it: Weighed = event.body()?;
                tx.run(&PRESS, args![&event.about, &event.actor, it.presses, event.at, event.hlc]).await?;
                tx.run(&SUM, args![&event.about]).await
            }
            GREW => {
                let it: Grew = event.body()?;
                tx.run(&GROW, args![&event.about, it.difficulty_id]).await
            }
            CHANGED => {
                let it: Changed = event.body()?;
                by_hand(tx, event, Hand::Change { text: &it.text, from: &it.from }).await
            }
            REMOVED => {
                let it: Removed = event.body()?;
                by_hand(tx, event, Hand::Remove { from: &it.from }).await
            }
            RETURNED => by_hand(tx, event, Hand::BringBack).await,
            SETTLED => settle(tx, event, &event.body()?).await,
            other => Err(Problem::new(format!("{other} is no kind of boards"))),
        }
    })
}

fn class(event: &Event) -> Result<&str, Problem> {
    event.class_id.as_deref().ok_or_else(|| Problem::new(format!("{} {} names no class", event.kind, event.id)))
}

async fn keep_board(tx: &Tx, event: &Event, group: &str, name: &str) -> Result<(), Problem> {
    tx.run(&KEEP_BOARD, args![group, class(event)?, name, event.hlc]).await
}

async fn of_board(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let group = &event.about;
    match event.kind.as_str() {
        RAPPORTEUR => {
            let it: Rapporteur = event.body()?;
            keep_board(tx, event, group, &it.group).await?;
            tx.run(&NAME, args![group, it.person_id, event.hlc]).await
        }
        PRESENTED => {
            let it: Presented = event.body()?;
            keep_board(tx, event, group, &it.group).await?;
            tx.run(&PRESENT, args![group, it.summary, event.at, &event.actor, it.session_id, event.hlc]).await
        }
        _ => tx.run(&REOPEN, args![group, event.hlc]).await,
    }
}

async fn write(
    tx: &Tx,
    event: &Event,
    id: &str,
    (group, class, section): (&str, &str, &str),
    text: &str,
    by: Option<&str>,
) -> Result<(), Problem> {
    tx.run(&WRITE, args![id, group, class, section, text, by, event.at, event.hlc]).await
}

/// The line after somebody's hand; [`merge`] says how.
async fn by_hand(tx: &Tx, event: &Event, hand: Hand<'_>) -> Result<(), Problem> {
    let line = &event.about;
    let Some((standing, removed, ..)) = tx.one::<Standing>(&STANDS, args![line]).await? else { return Ok(()) };
    match (merge(&standing, removed.is_some(), hand), hand) {
        (Outcome::Takes, Hand::Change { text, .. }) => change(tx, event, text, event.actor.as_deref()).await,
        (Outcome::Conflicts, Hand::Change { text, .. }) => {
            tx.run(&RETURN, args![line, event.hlc]).await?;
            tx.run(&KEEP_CONFLICT, args![child_id(&event.id, "conflict"), line, text, &event.actor, event.at]).await
        }
        (Outcome::Goes, _) => tx.run(&REMOVE, args![line, event.at, &event.actor, event.hlc]).await,
        (Outcome::Returns, _) => tx.run(&RETURN, args![line, event.hlc]).await,
        _ => Ok(()),
    }
}

async fn change(tx: &Tx, event: &Event, text: &str, by: Option<&str>) -> Result<(), Problem> {
    tx.run(&CHANGE, args![&event.about, text, by, event.at, event.hlc]).await
}

/// The first choice counts. If the line has changed since it was seen, nothing is put in its place: both are kept.
async fn settle(tx: &Tx, event: &Event, it: &Settled) -> Result<(), Problem> {
    let line = &event.about;
    let conflict: Option<(String, Option<String>, Option<Instant>)> = tx.one(&CONFLICT_STANDS, args![&it.conflict_id]).await?;
    let Some((text, by, None)) = conflict else { return Ok(()) };
    let Some((standing, _, group, class, section)) = tx.one::<Standing>(&STANDS, args![line]).await? else { return Ok(()) };
    tx.run(&SETTLE, args![&it.conflict_id, event.at, &event.actor]).await?;
    let seen = it.from == mark(&standing);
    match it.keep {
        Keep::This if seen => Ok(()),
        Keep::Other if seen => change(tx, event, &text, by.as_deref()).await,
        _ => write(tx, event, &child_id(&event.id, "line"), (&group, &class, &section), &text, by.as_deref()).await,
    }
}
