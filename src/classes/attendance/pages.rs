//! Forms in, views out: the door and the wall, the secretary's screen, the roster, badges and personal links.

mod door;
mod rest;
mod roster;
mod samples;
mod secretary;
mod substitution;
mod wall;
mod welcome;

pub(in crate::classes) use samples::samples;
pub use wall::door_drawn;

use super::store::{Meeting, Noted};
use crate::classes::Trainee;
use crate::web::{May, Route, get, post};
use std::collections::HashMap;

/// Who may come to what; what they may do with the thing itself the verbs say.
pub(in crate::classes) fn routes() -> Vec<Route> {
    vec![
        get("/c/{code}", May::Anyone, door::public),
        post("/c/{code}", May::Anyone, door::typed),
        get("/door/{token}", May::Anyone, door::scanned),
        post("/door", May::Anyone, door::enter),
        get("/welcome/{token}", May::Anyone, welcome::show),
        post("/welcome/{token}", May::Anyone, welcome::enter),
        get("/classes/{class}/consent", May::Known, welcome::ask_consent),
        post("/classes/{class}/consent", May::Known, welcome::consent),
        post("/sessions/{session}/door", May::RUNNERS, wall::turn),
        get("/sessions/{session}/wall", May::RUNNERS, wall::show),
        get("/sessions/{session}/wall/now", May::RUNNERS, wall::now),
        get("/sessions/{session}/attendance", May::RUNNERS, secretary::show),
        post("/sessions/{session}/attendance", May::RUNNERS, secretary::mark),
        post("/sessions/{session}/attendance/rest", May::RUNNERS, rest::mark),
        get("/sessions/{session}/attendance/paper", May::RUNNERS, rest::paper),
        post("/sessions/{session}/attendance/paper", May::RUNNERS, rest::from_paper),
        get("/sessions/{session}/attendance/{trainee}", May::RUNNERS, secretary::person),
        get("/sessions/{session}/attendance/{trainee}/substitution", May::RUNNERS, substitution::show),
        post("/sessions/{session}/attendance/{trainee}/substitution", May::RUNNERS, substitution::name),
        get("/classes/{class}/roster", May::OVERSEERS, roster::show),
        get("/classes/{class}/roster/sheet", May::RUNNERS, roster::sheet),
        get("/classes/{class}/links", May::RUNNERS, roster::links),
        get("/classes/{class}/badges", May::RUNNERS, roster::badges),
        post("/classes/{class}/badges", May::RUNNERS, roster::new_code),
    ]
}

/// A trainee's line in a list of one session.
struct Line {
    trainee: Trainee,
    mark: Option<Noted>,
    /// For whom they came.
    stands_for: Option<String>,
    /// Who came for them.
    substitute: Option<String>,
}

impl Line {
    fn came(&self) -> bool {
        self.mark.as_ref().is_some_and(|it| it.state.came())
    }
}

/// The list of one session: everyone who was named, and those who were replaced, in the order of names.
fn lines(trainees: Vec<Trainee>, marks: Vec<Noted>) -> Vec<Line> {
    let names: HashMap<String, String> = trainees.iter().map(|it| (it.id.clone(), it.name.clone())).collect();
    let substitutes: HashMap<String, String> =
        trainees.iter().filter(|it| it.is_named()).filter_map(|it| it.stands_for.clone().map(|of| (of, it.name.clone()))).collect();
    let mut marks: HashMap<String, Noted> = marks.into_iter().map(|it| (it.trainee_id.clone(), it)).collect();
    let mut lines: Vec<Line> = trainees
        .into_iter()
        .filter(|it| it.state != "withdrawn")
        .map(|trainee| Line {
            mark: marks.remove(&trainee.id),
            stands_for: trainee.stands_for.as_ref().and_then(|it| names.get(it).cloned()),
            substitute: substitutes.get(&trainee.id).cloned(),
            trainee,
        })
        .collect();
    lines.sort_by(|a, b| (&a.trainee.name_sort, &a.trainee.id).cmp(&(&b.trainee.name_sort, &b.trainee.id)));
    lines
}

/// How many were to come, and how many came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    called: usize,
    came: usize,
    /// Expected, and nobody has said anything of them.
    unmarked: usize,
}

fn tally(lines: &[Line]) -> Tally {
    Tally {
        called: lines.iter().filter(|it| it.trainee.is_named()).count(),
        came: lines.iter().filter(|it| it.came()).count(),
        unmarked: lines.iter().filter(|it| it.trainee.is_named() && it.mark.is_none()).count(),
    }
}

/// The address of the secretary's screen.
fn screen(meeting: &Meeting) -> String {
    format!("/sessions/{}/attendance", meeting.id)
}
