//! Plans (kế hoạch): what places will do after a class, step by step, how it goes, and the rounds 3, 6 and 12 months after it.
//!
//! A plan is *short* (up to twelve months after the class) or *medium* (up to five years). It is a *draft* while its place writes it,
//! *presented* to the class, or *withdrawn*. A step has a result that can be measured, a start, a due day, an owner, partners, what it
//! takes by source, and perhaps the difficulty or the practice that it comes from; it is *planned*, *under way*, *done* or *dropped* (with
//! the reason), and *late* when its day has passed before that. A round is opened for a class, answered by each place, and closed.
//!
//! Every trainee of a place writes its plans and says how they go; who runs the class does so on the place's behalf. Experts read drafts
//! and what is presented; sponsors and the other places read what is presented. The table is [`plan::may`]. Who runs a class opens and
//! closes its rounds. Several write at once: the last word stands field by field, and a step is a record of its own.

mod actions;
mod event;
mod pages;
mod picture;
mod plan;
mod round;
mod step;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    AnswerRound, Change, NewPlan, Spoken, Tell, Told, add_step, answer_round, change, change_step, close_round, open_round, present,
    remove_step, report, reread_step, withdraw, write,
};
pub use picture::{Line, Picture, Shape, timeline};
pub use plan::{FOLLOWED_MONTHS, Horizon, Standing, State, Verb, may};
pub use round::{Changed, MONTHS, due, proposed};
pub use step::{Link, Resource, Stand, StepState, Typed, TypedResource};
pub(crate) use store::BLOBS_NAMED;
pub use store::{Counts, counts_of_class};

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "plans",
        routes: pages::routes,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["plans", "plan_steps", "step_resources", "step_reports", "follow_ups", "follow_up_answers"],
        local: &[],
        statements: STATEMENTS,
        samples: pages::samples,
    }
}

const STATEMENTS: &[&[crate::db::Statement]] = {
    let [a, b, c] = store::LISTS;
    let [d, e, f, g] = event::LISTS;
    &[a, b, c, d, e, f, g]
};
