//! What waits for a trainee while the evaluation of their class is open: their sheet. It is open for an hour at the end, so it comes first.

use super::{Item, Seen};
use crate::reports::store::ClassNow;
use crate::web::W;

pub(super) fn items(w: &W, seen: &Seen) -> Vec<Item> {
    let item = |it: &ClassNow| Item {
        look: "wait",
        state: w.t("work-state-evaluation"),
        say: w.t("work-evaluation"),
        detail: vec![it.name.clone()],
        to: format!("/classes/{}/evaluation", it.id),
        button: w.t("work-evaluate"),
    };
    seen.classes.iter().filter(|it| it.to_evaluate).map(item).collect()
}
