//! What the sheets are drawn from, as the store gives it. All of it lies within one Scope.

use super::super::told::Told;
use super::atlas::{Era, Unit};
use super::few::Published;
use crate::ground::Instant;

/// A training project.
#[derive(Clone, Debug)]
pub(in super::super) struct Project {
    pub(in super::super) id: String,
    pub(in super::super) name: String,
}
crate::row!(Project { id, name });

/// A class that is not cancelled.
#[derive(Clone, Debug)]
pub(in super::super) struct Class {
    pub(in super::super) id: String,
    pub(in super::super) project_id: String,
    pub(in super::super) project_code: String,
    pub(in super::super) code: String,
    pub(in super::super) name: String,
    pub(in super::super) province_id: String,
    pub(in super::super) state: String,
    pub(in super::super) starts_on: String,
    pub(in super::super) ends_on: String,
    /// Sessions of which anybody's attendance is known.
    pub(in super::super) held: i64,
}
crate::row!(Class { id, project_id, project_code, code, name, province_id, state, starts_on, ends_on, held });

/// A line of a project's roll-out.
#[derive(Clone, Debug)]
pub(in super::super) struct Planned {
    pub(in super::super) project_id: String,
    pub(in super::super) project_code: String,
    pub(in super::super) province_id: String,
    /// Its first day.
    pub(in super::super) month: String,
    pub(in super::super) classes: i64,
    pub(in super::super) reported: bool,
}
crate::row!(Planned { project_id, project_code, province_id, month, classes, reported });

/// Seats asked of a place.
#[derive(Clone, Debug)]
pub(in super::super) struct Asked {
    pub(in super::super) class_id: String,
    pub(in super::super) place_id: String,
    pub(in super::super) seats: i64,
}
crate::row!(Asked { class_id, place_id, seats });

/// Somebody of a class, without a name.
#[derive(Clone, Debug)]
pub(in super::super) struct Someone {
    pub(in super::super) class_id: String,
    pub(in super::super) place_id: String,
    /// Named now; otherwise somebody came instead of them.
    pub(in super::super) named: bool,
    pub(in super::super) position: String,
    /// `female`, `male`, or nothing.
    pub(in super::super) sex: String,
    /// Sessions at which they were there.
    pub(in super::super) came: i64,
}
crate::row!(Someone { class_id, place_id, named, position, sex, came });

/// A difficulty, with where it belongs and with whom it is.
#[derive(Clone, Debug)]
pub(in super::super) struct Raised {
    pub(in super::super) told: Told,
    pub(in super::super) class_id: String,
    pub(in super::super) state: String,
    /// Empty where it is with none.
    pub(in super::super) expert: String,
    /// Of the latest escalation that has no answer; empty where there is none.
    pub(in super::super) level: String,
    pub(in super::super) owner: String,
    pub(in super::super) due_on: String,
}

/// A clause that a standing advice cites.
#[derive(Clone, Debug)]
pub(in super::super) struct Cited {
    pub(in super::super) difficulty_id: String,
    pub(in super::super) document_id: String,
    pub(in super::super) number: String,
    pub(in super::super) article: String,
    pub(in super::super) clause: String,
    pub(in super::super) point: String,
}
crate::row!(Cited { difficulty_id, document_id, number, article, clause, point });

impl Cited {
    /// In an address.
    pub(in super::super) fn key(&self) -> String {
        format!("{}/{}/{}/{}", self.document_id, self.article, self.clause, self.point)
    }
}

/// A story or a practice that the class or everyone may read.
#[derive(Clone, Debug)]
pub(in super::super) struct Practice {
    pub(in super::super) id: String,
    pub(in super::super) kind: String,
    pub(in super::super) place_id: String,
    pub(in super::super) title: String,
    pub(in super::super) state: String,
}
crate::row!(Practice { id, kind, place_id, title, state });

/// Another place takes a practice up.
#[derive(Clone, Debug)]
pub(in super::super) struct Adoption {
    pub(in super::super) practice_id: String,
    pub(in super::super) place_id: String,
    pub(in super::super) state: String,
    pub(in super::super) begun_on: String,
}
crate::row!(Adoption { practice_id, place_id, state, begun_on });

/// A step of a plan that was presented; a plan without steps has one line without a step.
#[derive(Clone, Debug)]
pub(in super::super) struct Step {
    pub(in super::super) plan_id: String,
    pub(in super::super) class_id: String,
    pub(in super::super) place_id: String,
    pub(in super::super) horizon: String,
    pub(in super::super) title: String,
    /// Empty where the plan has none.
    pub(in super::super) id: String,
    pub(in super::super) text: String,
    pub(in super::super) owner: String,
    pub(in super::super) due_on: String,
    pub(in super::super) state: String,
    pub(in super::super) done_at: Option<Instant>,
}
crate::row!(Step { plan_id, class_id, place_id, horizon, title, id, text, owner, due_on, state, done_at });

/// A place that a programme's period lists.
#[derive(Clone, Debug)]
pub(in super::super) struct Listed {
    pub(in super::super) place_id: String,
    pub(in super::super) standing: String,
}
crate::row!(Listed { place_id, standing });

/// Somebody who has a part in two classes whose days overlap, or speaks in two sessions at once.
#[derive(Clone, Debug)]
pub(in super::super) struct Double {
    pub(in super::super) person: String,
    pub(in super::super) class_a: String,
    pub(in super::super) class_b: String,
    /// The sessions; no instant where only the days overlap.
    pub(in super::super) at_a: Option<Instant>,
    pub(in super::super) at_b: Option<Instant>,
}
crate::row!(Double { person, class_a, class_b, at_a, at_b });

/// All of it. What a sheet does not need stays empty.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Found {
    pub(in super::super) projects: Vec<Project>,
    pub(in super::super) classes: Vec<Class>,
    pub(in super::super) rollout: Vec<Planned>,
    pub(in super::super) seats: Vec<Asked>,
    pub(in super::super) people: Vec<Someone>,
    /// Of each class, by its id.
    pub(in super::super) peoples: Vec<(String, Published)>,
    pub(in super::super) raised: Vec<Raised>,
    pub(in super::super) cited: Vec<Cited>,
    pub(in super::super) practices: Vec<Practice>,
    pub(in super::super) adoptions: Vec<Adoption>,
    pub(in super::super) steps: Vec<Step>,
    pub(in super::super) listed: Vec<Listed>,
    pub(in super::super) doubles: Vec<Double>,
    pub(in super::super) units: Vec<Unit>,
    pub(in super::super) became: Vec<(String, String, bool)>,
}

impl Found {
    /// The places by this map.
    pub(in super::super) fn atlas(&self, era: Era) -> super::atlas::Atlas {
        super::atlas::Atlas::new(era, self.units.iter().cloned(), &self.became)
    }
}
