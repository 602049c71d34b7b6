//! Difficulties (vướng mắc): the register, from raised to the raiser's verdict, and the published answer that the next commune finds.
//!
//! A difficulty is *raised*; an expert may *ask* for a clarification; it is *assigned*, *advised* with the clauses that the advice stands
//! on, or *escalated* to an authority with an owner and a date; the raiser's verdict (resolved, partly, not, no longer needed) *closes* it,
//! or sends it back (what is resolved only partly closes, and is in the queue for ninety days more); the same ones are *merged*. When a
//! cited document is replaced, amended or repealed, the advice *needs review* and is back in the queue, whatever its state.
//!
//! A trainee raises for their own place, says "me too" to others', makes clear and gives the verdict on their own. The secretary does so
//! on behalf of a trainee, from paper. Experts and organisers ask, merge, advise, escalate, publish and review; organisers assign. The
//! table is [`difficulty::may`]. Anonymous is towards all but the raiser and those who advise in the class or run it: person and commune
//! are hidden, and lists do not find it by its commune. A published answer is for anyone and names neither person nor place.

mod actions;
mod difficulty;
mod event;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Advise, Authority, Escalate, Publish, Raise, advise, answer, ask_clarification, assign, clarify, confirm_review, escalate,
    give_verdict, join, leave, merge, publish, raise, reopen, take, unpublish,
};
pub use difficulty::{How, Level, Standing, Stands, State, Told, Verb, Verdict, may, tells_of_person};
pub(crate) use pages::mark as look_of;
pub use store::{
    Answer, ClassSum, Counts, Difficulty, Filter, Handling, Near, TableRow, Waiting, Within, counts, counts_by_field, counts_by_place,
    counts_in, for_person, list, near, newest_answers, overdue, queue_counts, revision, standing, table,
};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "difficulties",
        routes: pages::routes,
        menu: &[
            MenuItem { path: "/queue", word: "difficulty-menu-queue", may: May::STAFF },
            MenuItem { path: "/answers", word: "difficulty-menu-answers", may: May::Anyone },
        ],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &[
            "difficulties",
            "me_toos",
            "assignments",
            "clarifications",
            "advices",
            "citations",
            "escalations",
            "verdicts",
            "answers",
            "reviews",
        ],
        local: &[],
        statements: STATEMENTS,
        samples: pages::samples,
    }
}

const STATEMENTS: &[&[crate::db::Statement]] = {
    let [a, b, c, d, e, e2] = store::LISTS;
    let [f, g, h] = event::LISTS;
    &[a, b, c, d, e, e2, f, g, h]
};
