//! Discussion (thảo luận): what is said in a session: questions put to the hall, quick polls, opinions, what is not clear in a document; and the boards of groups.
//!
//! A question is *open* until it is *closed*; one is open in a session at a time. A poll takes one vote a person, which they may change
//! until it is closed; pages show sums only. An opinion *stands* until its author withdraws it or who runs the class hides it; a
//! difficulty may grow out of it, once. A mark on a clause stands until it is taken back. When the class is done all this is a record.
//!
//! Those who run the class, advise in it or speak in the session put questions; trainees vote and mark; all of these say what they
//! think. The table is [`standing::may`]. Anonymous is towards all but the author and those who run the class or advise in it.

mod actions;
pub mod boards;
mod event;
mod opinion;
mod pages;
mod question;
pub mod standing;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use actions::{ask, became_difficulty, close, mark_clear, mark_unclear, opinion_to_raise, say, vote, withdraw};
pub use opinion::{NewOpinion, Opinion};
pub use question::{Choice, NewQuestion, Question};
pub use store::{latest_opinions, open_question};

use crate::db::{Applier, Statement};
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "discussion",
        routes: || pages::routes().into_iter().chain(boards::routes()).collect(),
        menu: &[],
        texts: Texts {
            vi: concat!(include_str!("words/vi.ftl"), "\n", include_str!("boards/words/vi.ftl")),
            en: concat!(include_str!("words/en.ftl"), "\n", include_str!("boards/words/en.ftl")),
        },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &[
            "questions",
            "poll_choices",
            "votes",
            "opinions",
            "unclear_marks",
            "boards",
            "board_lines",
            "board_weights",
            "board_conflicts",
        ],
        local: &[],
        statements: STATEMENTS,
        samples: |s| pages::samples(s).into_iter().chain(boards::samples(s)).collect(),
    }
}

const STATEMENTS: &[&[Statement]] = {
    let [a, b] = store::LISTS;
    &[a, b, event::ALL, boards::ASKED, boards::CHANGED]
};
