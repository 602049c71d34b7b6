//! What waits for a trainee: their word on an advice, an answer to a question, their consent, something to raise.

use super::super::shortened;
use super::{Item, Seen};
use crate::web::W;

pub(super) fn items(w: &W, seen: &Seen) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (kind, look, state, button) in
        [("verdict", "wait", "work-state-verdict", "work-give-verdict"), ("clarify", "wait", "work-state-clarify", "work-clarify")]
    {
        for it in seen.mine.iter().filter(|it| it.kind == kind) {
            let detail = if it.question.is_empty() { Vec::new() } else { vec![w.x("work-asked", shortened(&it.question, 140))] };
            items.push(Item {
                look,
                state: w.t(state),
                say: shortened(&it.text, 110),
                detail: std::iter::once(it.code.clone()).chain(detail).collect(),
                to: format!("/difficulties/{}", it.id),
                button: w.t(button),
            });
        }
    }
    for class in seen.classes.iter().filter(|it| it.mine) {
        let item = |look, state: &str, say: String, to: String, button: &str| Item {
            look,
            state: w.t(state),
            say,
            detail: vec![class.name.clone()],
            to,
            button: w.t(button),
        };
        if let Some((session, question)) = &class.asking {
            let to = format!("/sessions/{session}/discussion");
            items.push(item("now", "work-state-asking", shortened(question, 140), to, "work-answer"));
        }
        if !class.consented {
            let to = format!("/classes/{}/consent", class.id);
            items.push(match class.withdrew {
                None => item("now", "work-state-consent", w.t("work-consent"), to, "work-read-consent"),
                Some(at) => item("off", "work-state-withdrew", w.x("work-withdrew", at.date()), to, "work-consent-again"),
            });
        }
        if class.my_raised == 0 && class.state != "done" && (class.consented || class.withdrew.is_none()) {
            let to = format!("/classes/{}/difficulties/new", class.id);
            items.push(item("wait", "work-state-raise", w.t("work-raise-first"), to, "work-raise"));
        }
        if class.my_joined > 0 {
            let to = format!("/classes/{}/difficulties?mine=1", class.id);
            items.push(item("good", "work-state-joined", w.n("work-joined", class.my_joined), to, "work-read"));
        }
    }
    items
}
