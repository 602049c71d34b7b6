//! Forms in, views out: who is nominated out of a class, one cadre, and the tree of a project.

mod class;
mod one;
mod project;
mod samples;

pub(in crate::classes) use samples::samples;

use super::cadre::State;
use super::store::{Cadre, Given, Trained};
use crate::classes::State as ClassState;
use crate::ground::dates::Date;
use crate::ground::{Invalid, Refused, Word};
use crate::web::{Form, May, Route, W, get, post};

/// Who may come to what; what they may do with the thing itself the verbs say.
pub(in crate::classes) fn routes() -> Vec<Route> {
    vec![
        get("/classes/{class}/cadres", May::OVERSEERS, class::show),
        post("/classes/{class}/cadres", May::STAFF, class::nominate),
        get("/classes/{class}/cadres/new", May::STAFF, class::form),
        get("/projects/{project}/cadres", May::OVERSEERS, project::show),
        get("/cadres/{cadre}", May::Known, one::show),
        post("/cadres/{cadre}/confirmation", May::RUNNERS, one::confirm),
        get("/cadres/{cadre}/ending", May::RUNNERS, one::ask_end),
        post("/cadres/{cadre}/ending", May::RUNNERS, one::end),
    ]
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Default)]
struct Filled {
    form: Form,
    invalid: Invalid,
}

impl Filled {
    /// The form again where something can be mended; any other refusal stays one.
    fn again(form: Form, refused: Refused) -> Result<Self, Refused> {
        match refused {
            Refused::Invalid(invalid) => Ok(Self { form, invalid }),
            other => Err(other),
        }
    }

    fn bad(&self, field: &str) -> Option<&Word> {
        self.invalid.at(field)
    }
}

/// A class that a cadre gives, with its sessions.
#[derive(Clone)]
struct GivenClass {
    id: String,
    code: String,
    name: String,
    day: String,
    state: ClassState,
    sessions: Vec<GivenSession>,
    /// Different people who came to these sessions, by place.
    places: Vec<(String, i64)>,
}

#[derive(Clone)]
struct GivenSession {
    line: String,
    materials: Vec<String>,
}

impl GivenClass {
    fn trained(&self) -> i64 {
        self.places.iter().map(|it| it.1).sum()
    }

    fn look(&self) -> &'static str {
        match self.state {
            ClassState::Preparing => "part",
            _ => "good",
        }
    }
}

/// What one cadre gives, class by class.
fn classes_given(w: &W, cadre: &Cadre, given: &[Given], trained: &[Trained], material: &[(String, String)]) -> Vec<GivenClass> {
    let mut classes: Vec<GivenClass> = Vec::new();
    for it in given.iter().filter(|it| it.cadre_id == cadre.id) {
        if classes.last().is_none_or(|last| last.id != it.class_id) {
            let places = trained.iter().filter(|other| other.cadre_id == cadre.id && other.class_id == it.class_id);
            classes.push(GivenClass {
                id: it.class_id.clone(),
                code: it.class_code.clone(),
                name: it.class_name.clone(),
                day: day(&it.starts_on),
                state: it.class_state,
                sessions: Vec::new(),
                places: places.map(|it| (it.place.clone(), it.people)).collect(),
            });
        }
        let line = w.xy("cadre-session", it.ordinal, &it.topic);
        let line = if it.came > 0 { w.nx("cadre-session-came", it.came, line) } else { line };
        if let Some(last) = classes.last_mut() {
            last.sessions.push(GivenSession { line, materials: of(material, &it.session_id) });
        }
    }
    classes
}

/// The second of those whose first is this.
fn of(pairs: &[(String, String)], first: &str) -> Vec<String> {
    pairs.iter().filter(|it| it.0 == first).map(|it| it.1.clone()).collect()
}

/// A day for the eye.
fn day(iso: &str) -> String {
    Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |it| it.to_string())
}

/// `10/2018`
fn month(iso: &str) -> String {
    Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |it| format!("{}/{}", it.month(), it.year()))
}

/// Fields by name, as within a list.
fn fields(w: &W, cadre: &Cadre) -> String {
    cadre.fields().into_iter().map(|it| w.t(&it.word())).collect::<Vec<_>>().join("; ")
}

/// Still at work, or about to be.
fn is_active(cadre: &Cadre) -> bool {
    cadre.state() != State::Ended
}
