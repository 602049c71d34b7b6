//! What waits for those who run classes: the door, the places that have not answered, what has no expert, no word, no answer in time.

use super::{Item, Seen, shown};
use crate::ground::Word;
use crate::ground::dates::Instant;
use crate::reports::store::{ClassNow, Next};
use crate::web::{Actor, W};

/// So long before a session its door is worth opening.
const BEFORE_MS: i64 = 3 * 60 * 60_000;

pub(super) fn items(w: &W, actor: &Actor, seen: &Seen, now: Instant) -> Vec<Item> {
    let classes = || seen.classes.iter().filter(|it| actor.runs(it.of()));
    let mut items: Vec<Item> = classes().filter_map(|it| door(w, it, now)).collect();
    items.extend(classes().filter_map(|it| late_escalations(w, it)));
    items.extend(classes().filter_map(|it| call_up(w, it, now)));
    items.extend(classes().filter(|it| it.to_reread > 0).map(|it| {
        let say = w.n("work-materials", it.to_reread);
        item(w, it, ("now", "work-state-review"), say, format!("/classes/{}/sessions", it.id), "work-review")
    }));
    for (look, state, key, query, button) in [
        ("now", "work-state-review", "work-to-review", "review=1", "work-review"),
        ("wait", "work-state-free", "work-unassigned", "state=raised", "work-assign"),
        ("wait", "work-state-verdict", "work-unconfirmed", "state=advised", "work-remind"),
    ] {
        let number = |it: &ClassNow| match query {
            "review=1" => it.review,
            "state=raised" => it.raised,
            _ => it.advised,
        };
        items.extend(classes().filter(|it| number(it) > 0).map(|it| {
            let to = format!("/classes/{}/difficulties?{query}", it.id);
            item(w, it, (look, state), w.n(key, number(it)), to, button)
        }));
    }
    items.extend(classes().filter(|it| it.drafts > 0).map(|it| {
        let to = format!("/classes/{}/practices", it.id);
        item(w, it, ("wait", "work-state-draft"), w.n("work-drafts", it.drafts), to, "work-read")
    }));
    items
}

fn item(w: &W, class: &ClassNow, (look, state): (&'static str, &str), say: String, to: String, button: &str) -> Item {
    Item { look, state: w.t(state), say, detail: vec![class.code.clone(), class.name.clone()], to, button: w.t(button) }
}

/// The session that is on, or the next one of today.
fn door(w: &W, class: &ClassNow, now: Instant) -> Option<Item> {
    let session = class.session.as_ref()?;
    let is_today = session.starts_at.date() == now.date();
    if class.state == "done" || !is_today || session.starts_at.0 - now.0 > BEFORE_MS {
        return None;
    }
    if is_open(session) {
        let word = Word::new("work-attendance").with("x", session.ordinal.to_string());
        let word = word.with("y", session.came.to_string()).with("z", class.named.to_string());
        let to = format!("/sessions/{}/attendance", session.id);
        return Some(item(w, class, ("wait", "work-state-door-open"), w.word(&word), to, "work-mark"));
    }
    if session.closed_at.is_some() {
        return None;
    }
    let say = w.xy("work-open-door", session.ordinal, session.starts_at.time());
    Some(item(w, class, ("now", "work-state-door"), say, format!("/sessions/{}/wall", session.id), "work-to-door"))
}

fn is_open(session: &Next) -> bool {
    session.opened_at.is_some() && session.closed_at.is_none()
}

fn late_escalations(w: &W, class: &ClassNow) -> Option<Item> {
    let to = format!("/classes/{}/difficulty-table?late=1", class.id);
    (class.overdue > 0).then(|| item(w, class, ("now", "work-state-overdue"), w.n("work-overdue", class.overdue), to, "work-press"))
}

/// Before a class: seats to ask for, and places that have not answered.
fn call_up(w: &W, class: &ClassNow, now: Instant) -> Option<Item> {
    if class.state != "preparing" {
        return None;
    }
    if class.asked == 0 {
        let to = format!("/classes/{}/seats", class.id);
        return Some(item(w, class, ("wait", "work-state-seats"), w.t("work-no-seats"), to, "work-ask-seats"));
    }
    let by = class.nominate_by.as_deref();
    let is_late = by.is_some_and(|it| it < now.date().iso().as_str());
    (class.silent > 0).then(|| {
        let to = format!("/classes/{}/nominations?reply=none", class.id);
        let look = if is_late { ("now", "work-state-overdue") } else { ("wait", "work-state-silent") };
        let mut it = item(w, class, look, w.nx("work-silent", class.silent, class.asked), to, "work-see-seats");
        it.detail.extend(by.map(|it| w.x("work-nominate-by", shown(it))));
        it
    })
}
