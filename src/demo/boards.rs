//! The evening's boards of groups and what the wall shows, from `demo/boards.json`.

mod facts;

pub(super) use facts::Evening;

use super::{Stage, instant, told};
use crate::classes;
use crate::db::Deed;
use crate::discussion::boards::{self, Keep, Section, mark};
use crate::ground::{Instant, Problem, child_id};
use crate::wall::{self, Shown, Turned};
use facts::{BoardFacts, BoardLine};

/// One thing that happens on a board. Numbers are places in the file's lists.
#[derive(Debug, Clone, Copy)]
pub(super) enum OnBoard {
    Written { board: usize, line: usize },
    Weighed { board: usize, line: usize, n: usize },
    Changed { board: usize, line: usize, n: usize },
    Settled { board: usize, line: usize, n: usize },
    Rapporteur(usize),
    Presented(usize),
    Wall(usize),
}

/// Everything that happens on the boards, with its time.
pub(super) fn moments(facts: &Evening, add: &mut impl FnMut(Instant, OnBoard)) -> Result<(), Problem> {
    for (board, it) in facts.boards.iter().enumerate() {
        for (line, it) in it.lines.iter().enumerate() {
            add(instant(&it.at)?, OnBoard::Written { board, line });
            for (n, it) in it.weighs.iter().enumerate() {
                add(instant(&it.at)?, OnBoard::Weighed { board, line, n });
            }
            for (n, it) in it.changes.iter().enumerate() {
                add(instant(&it.at)?, OnBoard::Changed { board, line, n });
                if let Some(settles) = &it.settles {
                    add(instant(&settles.at)?, OnBoard::Settled { board, line, n });
                }
            }
        }
        add(instant(&it.rapporteur_at)?, OnBoard::Rapporteur(board));
        add(instant(&it.presented_at)?, OnBoard::Presented(board));
    }
    for (n, it) in facts.wall.iter().enumerate() {
        add(instant(&it.at)?, OnBoard::Wall(n));
    }
    Ok(())
}

impl Stage<'_> {
    fn on_this(&self, board: usize) -> Result<&BoardFacts, Problem> {
        self.boards.boards.get(board).ok_or_else(|| Problem::new("no such board in the file"))
    }

    fn of_line(&self, board: usize, line: usize) -> Result<(&BoardFacts, &BoardLine, String), Problem> {
        let board = self.on_this(board)?;
        let it = board.lines.get(line).ok_or_else(|| Problem::new("no such line in the file"))?;
        Ok((board, it, format!("board/{}/{line}", board.group)))
    }

    /// The group of this number.
    async fn group_id(&self, number: i64) -> Result<String, Problem> {
        let all = classes::groups(self.db, &self.made(&self.boards.class)?).await?;
        all.into_iter().find(|it| it.sort == number).map(|it| it.id).ok_or_else(|| Problem::new(format!("there is no group {number}")))
    }

    pub(super) async fn on_board(&self, what: OnBoard, at: Instant) -> Result<(), Problem> {
        let by = |what: &str, key: &str| Ok::<Deed, Problem>(Self::deed(what, Some(&self.person(key)?), at));
        let line_id = |what: &str| child_id(&Self::deed(what, None, at).id, "line");
        match what {
            OnBoard::Written { board, line } => {
                let (board, it, what) = self.of_line(board, line)?;
                let section = Section::from_name(&it.section).ok_or_else(|| Problem::new(format!("{} is no section", it.section)))?;
                let (group, actor, deed) = (self.group_id(board.group).await?, self.actor(&it.actor)?, by(&what, &it.actor)?);
                boards::write_lines(self.db, &actor, deed, &group, section, &it.text).await.map(|_| ()).map_err(told)
            }
            OnBoard::Weighed { board, line, n } => {
                let (board, it, what) = self.of_line(board, line)?;
                let Some(it) = it.weighs.get(n) else { return Ok(()) };
                let (group, actor) = (self.group_id(board.group).await?, self.actor(&it.actor)?);
                let deed = by(&format!("{what}/weighs/{n}"), &it.actor)?;
                boards::weigh(self.db, &actor, deed, &group, &line_id(&what), true).await.map_err(told)
            }
            OnBoard::Changed { board, line, n } => {
                let (board, it, what) = self.of_line(board, line)?;
                let (group, id) = (self.group_id(board.group).await?, line_id(&what));
                let first = it.text.clone();
                let Some(it) = it.changes.get(n) else { return Ok(()) };
                // Whoever had the old words on their phone starts from those.
                let seen = boards::board(self.db, &group).await?.and_then(|board| board.lines.into_iter().find(|it| it.id == id));
                let from = if it.stale { first } else { seen.map_or(first, |it| it.text) };
                let deed = by(&format!("{what}/change/{n}"), &it.actor)?;
                boards::change_line(self.db, &self.actor(&it.actor)?, deed, &group, &id, &it.text, &mark(&from))
                    .await
                    .map(|_| ())
                    .map_err(told)
            }
            OnBoard::Settled { board, line, n } => {
                let (board, it, what) = self.of_line(board, line)?;
                let (group, id) = (self.group_id(board.group).await?, line_id(&what));
                let Some(settles) = it.changes.get(n).and_then(|it| it.settles.as_ref()) else { return Ok(()) };
                let keep = Keep::from_name(&settles.keep).ok_or_else(|| Problem::new(format!("{} is no choice", settles.keep)))?;
                let conflict = child_id(&Self::deed(&format!("{what}/change/{n}"), None, at).id, "conflict");
                let seen = boards::board(self.db, &group).await?.and_then(|board| board.lines.into_iter().find(|it| it.id == id));
                let from = seen.map(|it| it.mark()).unwrap_or_default();
                let deed = by(&format!("{what}/settles/{n}"), &settles.actor)?;
                boards::settle_conflict(self.db, &self.actor(&settles.actor)?, deed, &group, &conflict, keep, &from).await.map_err(told)
            }
            OnBoard::Rapporteur(board) => {
                let it = self.on_this(board)?;
                let (group, person) = (self.group_id(it.group).await?, self.person(&it.rapporteur)?);
                let deed = by(&format!("board/{}/rapporteur", it.group), &it.rapporteur_by)?;
                boards::name_rapporteur(self.db, &self.actor(&it.rapporteur_by)?, deed, &group, &person).await.map_err(told)
            }
            OnBoard::Presented(board) => {
                let it = self.on_this(board)?;
                let group = self.group_id(it.group).await?;
                let deed = by(&format!("board/{}/presented", it.group), &it.rapporteur)?;
                boards::present(self.db, &self.actor(&it.rapporteur)?, deed, &group, &it.summary).await.map_err(told)
            }
            OnBoard::Wall(n) => self.turn_wall(n, at).await,
        }
    }

    async fn turn_wall(&self, n: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.boards.wall.get(n) else { return Ok(()) };
        let about = match (it.group, &it.difficulty) {
            (Some(number), _) => self.group_id(number).await?,
            (_, Some(code)) => self.made(code)?,
            _ => String::new(),
        };
        let shown = Shown::from_name(&it.shows).ok_or_else(|| Problem::new(format!("{} is nothing a wall shows", it.shows)))?;
        let code = &self.boards.class;
        let deed = Self::deed(&format!("wall/{code}/{n}"), Some(&self.person(SECRETARY)?), at);
        wall::turn(self.db, &self.actor(SECRETARY)?, deed, &self.made(code)?, Turned { shown, about }).await.map_err(told)
    }
}

/// Who stands at the projector.
const SECRETARY: &str = "sec1";
