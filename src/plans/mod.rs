//! Plans (kế hoạch): short and medium-term plans of places, their steps, how they go, and the rounds 3, 6 and 12 months after a class.

mod event;

use crate::db::Applier;
use crate::web::{Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "plans",
        routes: Vec::new,
        menu: &[],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["plans", "plan_steps", "step_resources", "step_reports", "follow_ups", "follow_up_answers"],
        local: &[],
        statements: &[],
        samples: |_| Vec::new(),
    }
}
