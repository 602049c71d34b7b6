//! What is next for the one who looks: one sentence, and where the one button is.

use crate::difficulties::difficulty::{Standing, State, Verb, Verdict, may};
use crate::difficulties::store::Difficulty;
use crate::ground::Instant;

/// Which deed is the next one; its form has the page's one filled button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::difficulties) enum Next {
    /// To be read only: nothing waits for this reader.
    Nothing,
    Merged,
    Clarify,
    GiveVerdict,
    /// Asked again later: it was partly resolved.
    GiveVerdictAgain,
    /// Resolved partly, just now: to be confirmed once it is all resolved.
    GiveVerdictLater,
    Join,
    Joined,
    Advise,
    /// It was resolved only partly: an expert goes on.
    AdviseMore,
    Review,
    Assign,
    Answer,
    Publish,
    /// Waits for somebody else: the raiser, an expert, an authority.
    WaitsForRaiser,
    WaitsForVerdict,
    WaitsForExpert,
    WaitsForAuthority,
}

impl Next {
    pub(super) fn of(it: &Difficulty, who: Standing, now: Instant) -> Self {
        let at = it.stands();
        let can = |verb| may(verb, at, who);
        if it.state == State::Merged {
            return Self::Merged;
        }
        if who.raiser {
            return Self::for_raiser(it, now);
        }
        if who.staff() {
            return match it.state {
                _ if at.needs_review => Self::Review,
                State::Raised | State::Assigned if who.expert => Self::Advise,
                State::Raised if it.assigned_to.is_none() => Self::Assign,
                State::Raised | State::Assigned => Self::WaitsForExpert,
                State::Asked if can(Verb::Clarify) => Self::Clarify,
                State::Asked => Self::WaitsForRaiser,
                State::Escalated => Self::Answer,
                State::Advised if can(Verb::GiveVerdict(Verdict::Partly)) => Self::GiveVerdict,
                State::Advised => Self::WaitsForVerdict,
                State::Closed if it.goes_on(now) && who.expert => Self::AdviseMore,
                State::Closed if it.goes_on(now) && it.assigned_to.is_none() && can(Verb::Assign) => Self::Assign,
                _ if can(Verb::Publish) && !at.published => Self::Publish,
                _ => Self::Nothing,
            };
        }
        if can(Verb::Join) {
            Self::Join
        } else if who.joined {
            Self::Joined
        } else {
            Self::Nothing
        }
    }

    fn for_raiser(it: &Difficulty, now: Instant) -> Self {
        match (it.state, it.verdict) {
            (State::Asked, _) => Self::Clarify,
            (State::Advised, _) => Self::GiveVerdict,
            (State::Closed, Some(Verdict::Partly)) if it.goes_on(now) => Self::GiveVerdictLater,
            (State::Closed, Some(Verdict::Partly)) => Self::GiveVerdictAgain,
            (State::Raised | State::Assigned, _) => Self::WaitsForExpert,
            (State::Escalated, _) => Self::WaitsForAuthority,
            _ => Self::Nothing,
        }
    }

    /// The key of its sentence; nothing when there is nothing to say.
    pub(super) fn word(self, raiser: bool) -> Option<&'static str> {
        Some(match self {
            Self::Nothing => return None,
            Self::Merged => "difficulty-next-merged",
            Self::Clarify if raiser => "difficulty-next-clarify",
            Self::Clarify => "difficulty-next-clarify-behalf",
            Self::GiveVerdict if raiser => "difficulty-next-verdict",
            Self::GiveVerdict => "difficulty-next-verdict-behalf",
            Self::GiveVerdictAgain => "difficulty-next-verdict-again",
            Self::GiveVerdictLater => "difficulty-next-verdict-later",
            Self::Join => "difficulty-next-join",
            Self::Joined => "difficulty-next-joined",
            Self::Advise => "difficulty-next-advise",
            Self::AdviseMore => "difficulty-next-advise-more",
            Self::Review => "difficulty-next-review",
            Self::Assign => "difficulty-next-assign",
            Self::Answer => "difficulty-next-answer",
            Self::Publish => "difficulty-next-publish",
            Self::WaitsForRaiser => "difficulty-next-waits-raiser",
            Self::WaitsForVerdict => "difficulty-next-waits-verdict",
            Self::WaitsForExpert => "difficulty-next-waits-expert",
            Self::WaitsForAuthority => "difficulty-next-waits-authority",
        })
    }
}
