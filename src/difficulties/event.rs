//! The events of a difficulty (additive only) and what takes them. [`apply`] and what it calls are the only writers of this room's
//! tables.

mod answer;
mod life;
mod review;

use crate::db::{Applying, Event, Statement, Tx};
use crate::policy::Cite;
use serde::{Deserialize, Serialize};

pub(super) const RAISED: &str = "difficulty.raised";
pub(super) const JOINED: &str = "difficulty.joined";
pub(super) const LEFT: &str = "difficulty.left";
pub(super) const CLARIFICATION_ASKED: &str = "difficulty.clarification_asked";
pub(super) const CLARIFIED: &str = "difficulty.clarified";
pub(super) const MERGED: &str = "difficulty.merged";
pub(super) const ASSIGNED: &str = "difficulty.assigned";
pub(super) const ADVISED: &str = "difficulty.advised";
pub(super) const ESCALATED: &str = "difficulty.escalated";
pub(super) const ANSWERED: &str = "difficulty.answered";
pub(super) const VERDICT_GIVEN: &str = "difficulty.verdict_given";
pub(super) const REOPENED: &str = "difficulty.reopened";
pub(super) const PUBLISHED: &str = "difficulty.published";
pub(super) const UNPUBLISHED: &str = "difficulty.unpublished";
pub(super) const REVIEW_CONFIRMED: &str = "difficulty.review_confirmed";
/// Of the room `policy`: to it this room listens.
const DOCUMENT_RELATED: &str = "document.related";

pub(super) const KINDS: &[&str] = &[
    RAISED,
    JOINED,
    LEFT,
    CLARIFICATION_ASKED,
    CLARIFIED,
    MERGED,
    ASSIGNED,
    ADVISED,
    ESCALATED,
    ANSWERED,
    VERDICT_GIVEN,
    REOPENED,
    PUBLISHED,
    UNPUBLISHED,
    REVIEW_CONFIRMED,
    DOCUMENT_RELATED,
];

/// Every statement that writes.
pub(super) const LISTS: [&[Statement]; 3] = [life::ALL, answer::ALL, review::ALL];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Raised {
    pub(super) code: String,
    pub(super) project_id: String,
    pub(super) place_id: String,
    pub(super) raiser_id: Option<String>,
    pub(super) anonymous: bool,
    pub(super) how: String,
    pub(super) field: String,
    pub(super) component_id: Option<String>,
    pub(super) local_item_id: Option<String>,
    pub(super) text: String,
    pub(super) tried: String,
    pub(super) wish: String,
    pub(super) urgent: bool,
}

/// "Me too", or not any more.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Joined {
    pub(super) person_id: String,
    pub(super) place_id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ClarificationAsked {
    pub(super) clarification_id: String,
    pub(super) question: String,
}

/// One answer to everything that was asked.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Clarified {
    pub(super) clarification_ids: Vec<String>,
    pub(super) answer: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Merged {
    pub(super) into: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Assigned {
    pub(super) expert_id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Advised {
    pub(super) advice_id: String,
    pub(super) text: String,
    pub(super) warning: String,
    pub(super) revision: i64,
    pub(super) cites: Vec<Cite>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Escalated {
    pub(super) escalation_id: String,
    pub(super) level: String,
    pub(super) owner: String,
    pub(super) due_on: String,
    pub(super) reason: String,
}

/// The authority's answer, as it came by letter.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Answered {
    pub(super) escalation_id: String,
    pub(super) number: String,
    pub(super) text: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct VerdictGiven {
    pub(super) verdict_id: String,
    pub(super) verdict: String,
    pub(super) reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Reopened {
    pub(super) reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Published {
    pub(super) question: String,
    pub(super) answer: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Unpublished {
    pub(super) reason: String,
}

/// The advice was read against what changed, and is still right.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReviewConfirmed {
    pub(super) review_ids: Vec<String>,
    pub(super) note: String,
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            RAISED => life::raised(tx, event).await,
            JOINED => life::joined(tx, event).await,
            LEFT => life::left(tx, event).await,
            CLARIFICATION_ASKED => life::clarification_asked(tx, event).await,
            CLARIFIED => life::clarified(tx, event).await,
            MERGED => life::merged(tx, event).await,
            ASSIGNED => life::assigned(tx, event).await,
            VERDICT_GIVEN => life::verdict_given(tx, event).await,
            REOPENED => life::reopened(tx, event).await,
            ADVISED => answer::advised(tx, event).await,
            ESCALATED => answer::escalated(tx, event).await,
            ANSWERED => answer::answered(tx, event).await,
            PUBLISHED => answer::published(tx, event).await,
            UNPUBLISHED => answer::unpublished(tx, event).await,
            REVIEW_CONFIRMED => review::confirmed(tx, event).await,
            DOCUMENT_RELATED => review::document_related(tx, event).await,
            _ => Ok(()),
        }
    })
}
