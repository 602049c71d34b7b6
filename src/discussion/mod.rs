//! Discussion (thảo luận): what is said in a session: questions put to the hall, quick polls, opinions, what is not clear in a document; and the boards of groups.

mod event;

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "discussion",
        routes: Vec::new,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
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
        statements: &[],
        samples: |_| Vec::new(),
    }
}
