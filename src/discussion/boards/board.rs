//! A group's board, and who may do what on it. Pure.

use super::line::{Line, Section};
use crate::ground::Instant;
use crate::web::{Actor, ClassRef};

/// A board as it stands.
#[derive(Clone, Debug)]
pub struct Board {
    /// Of the group.
    pub id: String,
    pub name: String,
    pub class_id: String,
    pub project_id: String,
    pub class_name: String,
    /// The group is still there.
    pub stands: bool,
    pub rapporteur_id: Option<String>,
    pub rapporteur: String,
    pub summary: String,
    pub presented_at: Option<Instant>,
    pub presented_by: String,
    /// The number of the session in which it was presented.
    pub presented_in: Option<i64>,
    /// The asker sits in the group.
    pub member: bool,
    pub lines: Vec<Line>,
}

impl Board {
    /// The class as access sees it.
    #[must_use]
    pub fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }

    #[must_use]
    pub fn is_presented(&self) -> bool {
        self.presented_at.is_some()
    }

    /// What the asker is to it.
    #[must_use]
    pub fn who(&self, actor: &Actor) -> Who {
        let rapporteur = actor.is_known() && self.rapporteur_id.as_deref() == actor.person.as_deref();
        Who { runs: actor.runs(self.of()), member: self.member, rapporteur: rapporteur && self.member }
    }

    /// The lines of a section that were not removed, in their order.
    #[must_use]
    pub fn section(&self, section: Section) -> Vec<&Line> {
        self.lines.iter().filter(|it| it.section == section && !it.removed).collect()
    }
}

/// A board in a list.
#[derive(Clone, Debug)]
pub struct BoardBrief {
    pub group_id: String,
    pub name: String,
    pub members: i64,
    pub stories: i64,
    pub difficulties: i64,
    pub tries: i64,
    /// Lines of which two texts wait for the group to choose.
    pub conflicts: i64,
    pub rapporteur: String,
    pub summary: String,
    pub presented_at: Option<Instant>,
    /// The asker sits in the group.
    pub mine: bool,
}

impl BoardBrief {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stories + self.difficulties + self.tries == 0
    }
}

/// What can be done on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Adds, changes, removes, brings back a line; chooses between two texts.
    Write,
    /// Presses on what weighs.
    Weigh,
    NameRapporteur,
    Present,
    Reopen,
}

impl Verb {
    pub const ALL: [Self; 5] = [Self::Write, Self::Weigh, Self::NameRapporteur, Self::Present, Self::Reopen];
}

/// What the asker is to a board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Runs the class.
    pub runs: bool,
    /// Sits in the group.
    pub member: bool,
    /// Speaks for it.
    pub rapporteur: bool,
}

/// The whole table of what is allowed, on a board that is presented or not, for whom.
#[must_use]
pub fn may(verb: Verb, presented: bool, who: Who) -> bool {
    is_theirs(verb, who) && presented == (verb == Verb::Reopen)
}

/// Whether such a thing is for somebody like this to do at all.
#[must_use]
pub fn is_theirs(verb: Verb, who: Who) -> bool {
    match verb {
        Verb::Write | Verb::NameRapporteur => who.runs || who.member,
        Verb::Weigh => who.member,
        Verb::Present => who.runs || who.rapporteur,
        Verb::Reopen => who.runs,
    }
}
