//! What waits for an expert: what was given to them, what is to be read again, and what nobody has taken.

use super::super::shortened;
use super::{Item, Seen};
use crate::people::Field;
use crate::web::{Actor, Role, W};

/// So many of those assigned are listed one by one; the queue has all.
const MOST: usize = 8;

pub(super) fn items(w: &W, actor: &Actor, seen: &Seen) -> Vec<Item> {
    let mut items = Vec::new();
    let assigned = || seen.mine.iter().filter(|it| it.kind == "advise" || it.kind == "review");
    for it in assigned().take(MOST) {
        let review = it.kind == "review";
        let mut detail = vec![it.code.clone(), it.place.clone()];
        if it.weight > 1 {
            detail.push(w.n("work-weight", it.weight));
        }
        if it.urgent {
            detail.push(w.t("work-urgent"));
        }
        items.push(Item {
            look: if review { "now" } else { "wait" },
            state: w.t(if review { "work-state-review" } else { "work-state-advise" }),
            say: shortened(&it.text, 110),
            detail,
            to: format!("/difficulties/{}", it.id),
            button: w.t(if review { "work-review" } else { "work-advise" }),
        });
    }
    let rest = assigned().count().saturating_sub(MOST);
    let queue = |say: String, detail: Vec<String>| Item {
        look: "wait",
        state: w.t("work-state-queue"),
        say,
        detail,
        to: "/queue".to_owned(),
        button: w.t("work-see-queue"),
    };
    if rest > 0 {
        items.push(queue(w.n("work-assigned-more", rest), Vec::new()));
    }
    if let Some(first) = seen.pool.first().filter(|_| actor.has(Role::Expert)) {
        // Those of the expert's own fields by name, all others in one number: nothing stands here twice.
        let named = usize::try_from(first.in_fields).unwrap_or_default().min(3).min(seen.pool.len());
        for it in seen.pool.iter().take(named) {
            let mut detail = vec![it.code.clone()];
            detail.extend(Field::from_name(&it.field).map(|field| w.t(&field.word())));
            if it.weight > 1 {
                detail.push(w.n("work-weight", it.weight));
            }
            items.push(Item {
                look: if it.needs_review { "now" } else { "wait" },
                state: w.t(if it.needs_review { "work-state-review" } else { "work-state-free" }),
                say: shortened(&it.text, 110),
                detail,
                to: format!("/difficulties/{}", it.id),
                button: w.t("work-take"),
            });
        }
        let others = usize::try_from(first.all).unwrap_or_default().saturating_sub(named);
        if others > 0 {
            items.push(queue(w.n(if named > 0 { "work-pool-others" } else { "work-pool" }, others), Vec::new()));
        }
    }
    items
}
