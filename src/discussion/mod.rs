//! Discussion (thảo luận): what is said in a session: questions put to the hall, quick polls, opinions, what is not clear in a document; and the boards of groups.

pub mod boards;
mod event;

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "discussion",
        routes: boards::routes,
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
        statements: &[boards::ASKED, boards::CHANGED],
        samples: boards::samples,
    }
}
