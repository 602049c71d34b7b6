//! Forms in, views out: the board with its fragment, a line, what was removed, the result, the boards of a class.

mod board;
mod list;
mod present;
mod sample;

pub(in crate::discussion) use sample::samples;

use super::board::{Board, Verb, Who, may};
use super::line::{Conflict, Line, Section};
use crate::web::{Ask, May, Role, Route, Shell, W, get, mendable, post};

/// Those who are inside a class; the verb says what they may do there.
const INSIDE: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor, Role::Trainee]);
/// Those who may write on some board.
const HANDS: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Trainee]);

pub(in crate::discussion) fn routes() -> Vec<Route> {
    vec![
        get("/classes/{class}/boards", INSIDE, list::of_class),
        get("/groups/{group}/board", INSIDE, board::show),
        get("/groups/{group}/board/now", INSIDE, board::now),
        get("/groups/{group}/board/removed", HANDS, board::removed),
        post("/groups/{group}/board/lines", HANDS, board::write),
        get("/groups/{group}/board/lines/{line}", HANDS, board::line),
        post("/groups/{group}/board/lines/{line}", HANDS, board::change),
        post("/groups/{group}/board/lines/{line}/removal", HANDS, board::remove),
        post("/groups/{group}/board/lines/{line}/return", HANDS, board::bring_back),
        post("/groups/{group}/board/lines/{line}/weight", May::Roles(&[Role::Trainee]), board::weigh),
        post("/groups/{group}/board/conflicts/{conflict}", HANDS, board::settle),
        post("/groups/{group}/board/rapporteur", HANDS, board::name_rapporteur),
        get("/groups/{group}/board/presentation", INSIDE, present::show),
        post("/groups/{group}/board/presentation", HANDS, present::present),
        post("/groups/{group}/board/reopening", May::RUNNERS, present::reopen),
    ]
}

/// What changes on a board's page.
struct Now {
    w: W,
    board: Board,
    who: Who,
    /// May raise a difficulty out of a line: a trainee of the class.
    raises: bool,
    conflicts: Vec<Apart>,
    parts: Vec<Part>,
    removed: usize,
}

/// A section as it is drawn.
struct Part {
    section: Section,
    heading: String,
    lines: Vec<Line>,
}

/// Two texts of one line.
struct Apart {
    conflict: Conflict,
    standing: String,
    mark: String,
}

impl Part {
    /// Its lines are weighed.
    fn weighs(&self) -> bool {
        self.section == Section::Difficulty
    }

    /// What an empty section asks for.
    fn hint(&self, w: &W) -> String {
        w.t(&format!("{}-none", self.section.word()))
    }
}

impl Now {
    fn of(ask: &Ask, mut board: Board, lines: Vec<Line>, conflicts: Vec<Conflict>) -> Self {
        let w = ask.w();
        let apart = |conflict: Conflict| {
            let line = lines.iter().find(|it| it.id == conflict.line_id)?;
            Some(Apart { standing: line.text.clone(), mark: line.mark(), conflict })
        };
        let conflicts = conflicts.into_iter().filter_map(apart).collect();
        board.lines = lines;
        Self {
            who: board.who(&ask.actor),
            raises: ask.actor.has_in(Role::Trainee, board.of()),
            conflicts,
            parts: parts(&w, &board),
            removed: board.lines.iter().filter(|it| it.removed).count(),
            board,
            w,
        }
    }

    fn may(&self, verb: Verb) -> bool {
        may(verb, self.board.is_presented(), self.who)
    }

    fn writes(&self) -> bool {
        self.may(Verb::Write)
    }

    fn weighs(&self) -> bool {
        self.may(Verb::Weigh)
    }

    /// The form of difficulties with this line's words in it.
    fn raise(&self, line: &Line) -> String {
        let text = percent_encoding::utf8_percent_encode(&line.text, percent_encoding::NON_ALPHANUMERIC);
        format!("/classes/{}/difficulties/new?line={}&text={text}", self.board.class_id, line.id)
    }
}

fn parts(w: &W, board: &Board) -> Vec<Part> {
    let part = |section: Section| {
        let lines: Vec<Line> = board.section(section).into_iter().cloned().collect();
        Part { section, heading: w.n(&format!("{}-lines", section.word()), lines.len()), lines }
    };
    Section::ALL.into_iter().map(part).collect()
}

fn board_path(group: &str) -> String {
    format!("/groups/{group}/board")
}

/// The page around a page of a board.
fn shell(ask: &Ask, board: &Board, title: String) -> Shell {
    let s = ask.shell(title).crumb("/classes", ask.w().t("class-menu"));
    let s = s.crumb(format!("/classes/{}", board.class_id), board.class_name.clone());
    s.crumb(format!("/classes/{}/boards", board.class_id), ask.w().t("boards-crumb"))
}
