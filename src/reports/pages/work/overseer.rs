//! What waits for those who oversee: authorities that are late, what has been open longest, the classes at a glance.

use super::super::shortened;
use super::{ClassRow, Item, Seen, shown};
use crate::ground::Word;
use crate::ground::dates::{Date, range};
use crate::reports::store::{ClassNow, Long};
use crate::web::W;

pub(super) fn items(w: &W, seen: &Seen) -> Vec<Item> {
    let late = seen.late.iter().map(|it| {
        let say = Word::new("work-late-owner").with("x", &it.owner).with("y", it.count.to_string());
        Item {
            look: "now",
            state: w.t("work-state-overdue"),
            say: w.word(&say),
            detail: vec![it.class_code.clone(), w.x("work-since", shown(&it.since))],
            to: format!("/classes/{}/difficulty-table?late=1", it.class_id),
            button: w.t("work-see"),
        }
    });
    let long = seen.long.iter().map(|it| Item {
        look: stands(it).0,
        state: w.t(stands(it).1),
        say: shortened(&it.text, 110),
        detail: vec![it.code.clone(), w.x("work-raised-on", it.raised_at.date())],
        to: format!("/difficulties/{}", it.id),
        button: w.t("work-see"),
    });
    late.chain(long).collect()
}

/// The class and the word of its state.
fn stands(it: &Long) -> (&'static str, &'static str) {
    match (it.state.as_str(), it.verdict.as_str()) {
        ("escalated", _) => ("moved", "results-escalated"),
        (_, "not") => ("now", "results-not"),
        ("advised", _) => ("wait", "results-unconfirmed"),
        _ => ("wait", "results-open"),
    }
}

/// For an administrator: what the house holds.
pub(super) fn figures(w: &W, seen: &Seen) -> Vec<(String, String, String)> {
    let Some((people, projects, classes, published)) = seen.house else { return Vec::new() };
    [
        ("people", people, "/people"),
        ("projects", projects, "/projects"),
        ("classes", classes, "/classes"),
        ("published", published, "/answers"),
    ]
    .into_iter()
    .map(|(name, n, to)| (w.t(&format!("work-figure-{name}")), crate::ground::numbers::grouped(n), to.to_owned()))
    .collect()
}

pub(super) fn classes_heading(w: &W, classes: &[ClassNow]) -> String {
    let number = |state: &str| classes.iter().filter(|it| it.state == state).count();
    if let [only] = classes {
        return only.name.clone();
    }
    let parts = [("running", "work-classes-running"), ("preparing", "work-classes-preparing"), ("done", "work-classes-done")];
    let parts: Vec<String> = parts.into_iter().filter(|it| number(it.0) > 0).map(|(state, key)| w.n(key, number(state))).collect();
    w.nx("work-classes", classes.len(), parts.join(", "))
}

pub(super) fn class_row(w: &W, class: &ClassNow) -> ClassRow {
    let dates = match (Date::from_iso(&class.starts_on), Date::from_iso(&class.ends_on)) {
        (Ok(first), Ok(last)) => range(first, last),
        _ => class.starts_on.clone(),
    };
    let mut detail = vec![dates];
    if class.named > 0 {
        detail.push(w.n("work-class-people", class.named));
    }
    if class.all > 0 {
        detail.push(w.xy("work-class-resolved", class.resolved, class.all));
    }
    if class.waiting > 0 {
        detail.push(w.n("work-class-waiting", class.waiting));
    }
    let (look, state) = match class.state.as_str() {
        "running" => ("part", "work-class-is-running"),
        "done" => ("good", "work-class-is-done"),
        _ => ("wait", "work-class-is-preparing"),
    };
    let page = if class.state == "preparing" { "" } else { "/results" };
    ClassRow { to: format!("/classes/{}{page}", class.id), name: class.name.clone(), look, state: w.t(state), detail }
}
