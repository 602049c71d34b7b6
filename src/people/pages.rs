//! The pages of this room: coming in and out, what is kept of oneself, the list of persons and one of them.

mod door;
mod edit;
mod list;
mod me;
mod one;
mod samples;

pub(super) use samples::samples;

use crate::web::{May, Route, get, post};

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/sign-in", May::Anyone, door::sign_in),
        post("/sign-in", May::Anyone, door::come_in),
        post("/sign-out", May::Anyone, door::sign_out),
        get("/setup", May::Anyone, door::setup),
        post("/setup", May::Anyone, door::set_up),
        get("/language/{lang}", May::Anyone, door::language),
        get("/me", May::Known, me::show),
        get("/me/data", May::Known, me::data),
        post("/me/password", May::Known, me::password),
        post("/me/sign-ins/revocation", May::Known, me::revoke_others),
        post("/me/sign-ins/{sign_in}/revocation", May::Known, me::revoke),
        post("/me/consents", May::Known, me::agree),
        post("/me/consents/{consent}/withdrawal", May::Known, me::withdraw),
        get("/people", May::RUNNERS, list::show),
        post("/people", May::RUNNERS, edit::add),
        get("/people/new", May::RUNNERS, edit::new),
        get("/people/{person}", May::RUNNERS, one::show),
        get("/people/{person}/correction", May::RUNNERS, edit::correction),
        post("/people/{person}/correction", May::RUNNERS, edit::correct),
        post("/people/{person}/grants", May::RUNNERS, one::give),
        post("/people/{person}/grants/{grant}/ending", May::RUNNERS, one::take),
        post("/people/{person}/fields", May::RUNNERS, one::fields),
        post("/people/{person}/password", May::RUNNERS, one::password),
        post("/people/{person}/code", May::RUNNERS, one::code),
        get("/people/{person}/erasure", May::KEEPERS, one::erasure),
        post("/people/{person}/erasure", May::KEEPERS, one::erase),
    ]
}
