//! What waits after a class: steps of the asker's place that are due, the round to answer; for who runs the class, what is overdue and the
//! rounds to open.

use super::super::shortened;
use super::{Item, Seen, shown};
use crate::ground::Word;
use crate::ground::dates::{Date, Instant};
use crate::plans::proposed;
use crate::reports::store::plans::Followed;
use crate::web::{Actor, ClassRef, W};

/// A place's own: the round first, then steps, what is due first.
pub(super) fn own(w: &W, seen: &Seen, now: Instant) -> Vec<Item> {
    let today = now.date();
    let round = |it: &Followed| {
        let round = it.round.as_ref().filter(|_| it.mine)?;
        Some(Item {
            look: "now",
            state: w.t("work-state-round"),
            say: w.n("work-round", it.months.unwrap_or_default()),
            detail: vec![it.code.clone(), it.name.clone()],
            to: format!("/follow-ups/{round}"),
            button: w.t("work-answer-round"),
        })
    };
    let mut items: Vec<Item> = seen.followed.iter().filter_map(round).collect();
    for it in &seen.due {
        let late = Date::from_iso(&it.due_on).is_ok_and(|due| due < today);
        let (look, state) = if it.review {
            ("now", "work-state-review")
        } else if late {
            ("now", "work-state-overdue")
        } else {
            ("wait", "work-state-due")
        };
        items.push(Item {
            look,
            state: w.t(state),
            say: shortened(&it.text, 110),
            detail: vec![w.x("work-step-due", shown(&it.due_on)), it.place.clone()],
            to: format!("/plans/{}?step={1}#step-{1}", it.plan_id, it.id),
            button: w.t(if it.review { "work-review" } else { "work-report" }),
        });
    }
    items
}

/// For those who run the class.
pub(super) fn run(w: &W, actor: &Actor, seen: &Seen, now: Instant) -> Vec<Item> {
    let mut items = Vec::new();
    for it in seen.followed.iter().filter(|it| actor.runs(ClassRef { class: &it.id, project: &it.project_id })) {
        let item = |look, state: &str, say: String, to: String, button: &str| Item {
            look,
            state: w.t(state),
            say,
            detail: vec![it.code.clone(), it.name.clone()],
            to,
            button: w.t(button),
        };
        let due = Date::from_iso(&it.ends_on).ok().and_then(|ends| proposed(ends, &[it.latest], now.date()));
        if let Some(months) = due {
            let to = format!("/classes/{}/follow-ups", it.id);
            items.push(item("now", "work-state-round", w.n("work-open-round", months), to, "work-to-rounds"));
        }
        if let (Some(round), Some(months)) = (&it.round, it.months) {
            let word = Word::new("work-round-answered").with("x", it.answered.to_string()).with("y", it.places.to_string());
            let say = w.word(&word.with("z", months.to_string()));
            items.push(item("wait", "work-state-round-open", say, format!("/follow-ups/{round}"), "work-see-answered"));
        }
        if it.overdue > 0 {
            let to = format!("/classes/{}/plans?state=late", it.id);
            items.push(item("now", "work-state-overdue", w.n("work-plans-overdue", it.overdue), to, "work-see-overdue"));
        }
    }
    items
}
