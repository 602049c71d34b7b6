//! What waits for a trainee while the evaluation of their class is open: their sheet. It is open for an hour at the end, so it comes first.

use super::{Item, Seen};
use crate::web::W;

pub(super) fn items(w: &W, seen: &Seen) -> Vec<Item> {
    let item = |(class, name): &(String, String)| Item {
        look: "wait",
        state: w.t("work-state-evaluation"),
        say: w.t("work-evaluation"),
        detail: vec![name.clone()],
        to: format!("/classes/{class}/evaluation"),
        button: w.t("work-evaluate"),
    };
    seen.evaluations.iter().map(item).collect()
}
