//! Views out: the wall with its fragment, and the organiser's remote.

mod control;
mod sample;
mod sight;
mod wall;

pub(super) use sample::samples;

use crate::web::{May, Role, Route, get, post};

/// Those who are inside a class; the class says to whom it belongs.
const INSIDE: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor, Role::Trainee]);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/classes/{class}/wall", INSIDE, wall::show),
        get("/classes/{class}/wall/now", INSIDE, wall::now),
        get("/classes/{class}/wall/control", May::RUNNERS, control::show),
        get("/classes/{class}/wall/control/now", May::RUNNERS, control::now),
        post("/classes/{class}/wall/control", May::RUNNERS, control::turn),
    ]
}
