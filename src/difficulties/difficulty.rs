//! What a difficulty is, and which verb is allowed in which state by whom. Pure.

mod person;
#[cfg(test)]
mod tests;

pub use person::{Told, tells_of_person};

/// Where a difficulty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Said, and nobody has it yet.
    Raised,
    /// The raiser has been asked to make it clearer.
    Asked,
    /// An expert has it.
    Assigned,
    /// There is an advice (or an authority's answer), and the raiser has not said yet whether it helped.
    Advised,
    /// With an authority above, which has an owner and a date for it.
    Escalated,
    /// The raiser has said: resolved, partly, or no longer needed.
    Closed,
    /// The same as another one, which stands for both.
    Merged,
}

/// What the raiser says in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Resolved,
    Partly,
    /// Not resolved: it goes back to the experts.
    Not,
    NoLongerNeeded,
}

/// How it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    Phone,
    Paper,
    AfterClass,
}

/// The authority above that it was sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Until 30 June 2025.
    District,
    Province,
    Ministry,
}

crate::names! { State {
    Raised = "raised", "difficulty-state-raised";
    Asked = "asked", "difficulty-state-asked";
    Assigned = "assigned", "difficulty-state-assigned";
    Advised = "advised", "difficulty-state-advised";
    Escalated = "escalated", "difficulty-state-escalated";
    Closed = "closed", "difficulty-state-closed";
    Merged = "merged", "difficulty-state-merged";
} }
crate::names! { Verdict {
    Resolved = "resolved", "verdict-resolved";
    Partly = "partly", "verdict-partly";
    Not = "not", "verdict-not";
    NoLongerNeeded = "no_longer_needed", "verdict-no-longer-needed";
} }
crate::names! { How {
    Phone = "phone", "difficulty-how-phone";
    Paper = "paper", "difficulty-how-paper";
    AfterClass = "after_class", "difficulty-how-after-class";
} }
crate::names! { Level {
    District = "district", "level-district";
    Province = "province", "level-province";
    Ministry = "ministry", "level-ministry";
} }

impl State {
    /// Not finished and not merged away.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Merged)
    }

    /// Waits for an expert: what the queue shows beside what needs review.
    #[must_use]
    pub fn waits_for_expert(self) -> bool {
        matches!(self, Self::Raised | Self::Assigned)
    }
}

impl Verdict {
    /// Whether the raiser must say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Partly | Self::Not)
    }

    /// Whether the difficulty is closed by it; if not, it goes back to the experts.
    #[must_use]
    pub fn closes(self) -> bool {
        self != Self::Not
    }
}

/// What can be done to a difficulty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    Join,
    Leave,
    AskClarification,
    Clarify,
    Merge,
    Assign,
    /// An expert takes it without being asked.
    Take,
    Advise,
    Escalate,
    /// Records the authority's answer.
    Answer,
    GiveVerdict(Verdict),
    Reopen,
    Publish,
    Unpublish,
    ConfirmReview,
}

/// How a difficulty stands, as far as the rules ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts of one difficulty")]
pub struct Stands {
    pub state: State,
    pub verdict: Option<Verdict>,
    pub needs_review: bool,
    /// There is an advice or an authority's answer to it.
    pub advised: bool,
    /// An authority above has not answered yet.
    pub with_authority: bool,
    pub published: bool,
}

/// What the asker is to a difficulty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one person can be several of these at once")]
pub struct Standing {
    /// Runs the class: organisers (the secretary is one) and administrators.
    pub runs: bool,
    /// An expert of the class.
    pub expert: bool,
    /// A trainee of the class.
    pub trainee: bool,
    /// Raised it.
    pub raiser: bool,
    /// Said "me too".
    pub joined: bool,
}

impl Standing {
    /// Runs the class or advises in it: knows who raised what was raised anonymously.
    #[must_use]
    pub fn staff(self) -> bool {
        self.runs || self.expert
    }
}

/// The whole table of what is allowed: which verb, as the difficulty stands, for whom.
#[must_use]
pub fn may(verb: Verb, at: Stands, who: Standing) -> bool {
    is_theirs(verb, who) && fits(verb, at)
}

/// Whether such a thing is for somebody like this to do at all.
#[must_use]
pub fn is_theirs(verb: Verb, who: Standing) -> bool {
    match verb {
        Verb::Join => who.trainee && !who.raiser && !who.joined,
        Verb::Leave => who.joined,
        Verb::Clarify | Verb::GiveVerdict(_) | Verb::Reopen => who.raiser || who.runs,
        Verb::Assign => who.runs,
        Verb::Take => who.expert,
        Verb::AskClarification
        | Verb::Merge
        | Verb::Advise
        | Verb::Escalate
        | Verb::Answer
        | Verb::Publish
        | Verb::Unpublish
        | Verb::ConfirmReview => who.staff(),
    }
}

/// Whether such a thing can be done as it stands.
fn fits(verb: Verb, at: Stands) -> bool {
    use State::{Advised, Asked, Assigned, Closed, Escalated, Merged, Raised};
    match verb {
        Verb::Join => at.state != Merged,
        Verb::Leave => at.state.is_open(),
        Verb::AskClarification => matches!(at.state, Raised | Asked | Assigned | Advised),
        Verb::Clarify => at.state == Asked,
        Verb::Merge => matches!(at.state, Raised | Asked | Assigned | Advised),
        Verb::Assign | Verb::Advise => at.state.is_open() || half_closed(at) || (at.state == Closed && at.needs_review),
        Verb::Take => at.state == Raised || (at.needs_review && at.state != Merged),
        Verb::Escalate => at.state.is_open() || (at.state == Closed && at.verdict == Some(Verdict::Partly)),
        Verb::Answer => at.with_authority && at.state == Escalated,
        // What helped is the raiser's to say at any time; that something did not help, only of an advice.
        Verb::GiveVerdict(Verdict::Resolved | Verdict::NoLongerNeeded) => at.state.is_open() || half_closed(at),
        Verb::GiveVerdict(Verdict::Partly | Verdict::Not) => at.state == Advised || half_closed(at),
        Verb::Reopen => at.state == Closed,
        Verb::Publish => at.advised && at.state != Merged,
        Verb::Unpublish => at.published,
        Verb::ConfirmReview => at.needs_review && at.state != Merged,
    }
}

/// Closed as partly resolved: asked for again after 3, 6 and 12 months.
fn half_closed(at: Stands) -> bool {
    at.state == State::Closed && at.verdict == Some(Verdict::Partly)
}

/// `PT18-07`: the class and the number within it.
#[must_use]
pub fn code(class: &str, number: i64) -> String {
    format!("{class}-{number:02}")
}

/// The longest texts, in characters.
pub const LONGEST_TEXT: usize = 4000;
pub const LONGEST_ADVICE: usize = 8000;
pub const LONGEST_LINE: usize = 300;
