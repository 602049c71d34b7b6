//! Forms in, views out.

mod class;
mod hall;
mod reading;
mod sample;
mod view;

pub(super) use sample::samples;

use super::store::Sitting;
use crate::ground::Refused;
use crate::web::{Ask, Form, May, Role, Route, Shell, W, Wrong, get, post};

/// Those who are inside a class; the verb says what they may do there. A sponsor's officer may be a speaker.
const INSIDE: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor, Role::Trainee]);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/classes/{class}/discussion", INSIDE, class::show),
        get("/sessions/{session}/discussion", INSIDE, hall::show),
        get("/sessions/{session}/discussion/now", INSIDE, hall::now),
        post("/sessions/{session}/opinions", INSIDE, hall::say),
        post("/sessions/{session}/questions", INSIDE, hall::ask),
        post("/questions/{question}/votes", May::Roles(&[Role::Trainee]), hall::vote),
        post("/questions/{question}/closing", INSIDE, hall::close),
        post("/opinions/{opinion}/withdrawal", INSIDE, hall::withdraw),
        get("/opinions/{opinion}/difficulty", INSIDE, hall::to_difficulty),
        get("/sessions/{session}/documents/{document}", INSIDE, reading::show),
        get("/sessions/{session}/documents/{document}/now", INSIDE, reading::now),
        post("/sessions/{session}/unclear", May::Roles(&[Role::Trainee]), reading::mark),
    ]
}

/// A form as it is drawn: what was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    form: Form,
    wrong: Wrong,
}

impl Filled {
    /// The form again, if the refusal is one that the person can mend; any other refusal stays one.
    fn again(form: Form, refused: Refused, w: &W) -> Result<Self, Refused> {
        match refused {
            Refused::Invalid(invalid) => Ok(Self { form, wrong: Wrong::of(&invalid, w) }),
            other => Err(other),
        }
    }

    fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }
}

/// "Buổi 3, tối 16/10/2018"
fn session_name(it: &Sitting, w: &W) -> String {
    let part = crate::classes::part_of_day(it.starts_at);
    format!("{} {}", w.xy("session-number", it.ordinal, w.t(part)), it.starts_at.date())
}

/// The same within a sentence: "buổi 3, tối 16/10/2018".
fn session_within(it: &Sitting, w: &W) -> String {
    let name = session_name(it, w);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The page around a page of a session, with the way back to its class and to what was said there.
fn shell(ask: &Ask, it: &Sitting, title: String) -> Shell {
    let w = ask.w();
    ask.shell(title)
        .crumb("/classes", w.t("class-crumb"))
        .crumb(format!("/classes/{}", it.class_id), it.class_name.clone())
        .crumb(format!("/classes/{}/discussion", it.class_id), w.t("discussion-crumb"))
}
