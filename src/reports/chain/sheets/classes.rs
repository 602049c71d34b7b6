//! Classes that are in the store, measured; then what the roll-out plans or reports beyond them.

use super::super::found::{Found, Planned};
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::{View, province_of, tags_of};
use crate::classes::month_shown;
use crate::ground::dates::{Date, range};
use std::collections::HashMap;

/// The column that others sum.
pub(in super::super::super) const CLASSES: usize = 4;

pub(super) fn sheet(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-class", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Always),
        ("chain-col-when", Set::Day, Show::Always),
        ("chain-col-state", Set::Word, Show::Always),
        ("chain-col-classes", Set::Sum, Show::Always),
        ("chain-col-seats", Set::Sum, Show::Desk),
        ("chain-col-named", Set::Sum, Show::Always),
        ("chain-col-came", Set::Sum, Show::Always),
        ("chain-col-raised", Set::Sum, Show::Always),
        ("chain-col-open", Set::Sum, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-classes", "chain-none-classes", columns);
    let Found { classes, seats, people, raised, .. } = &view.found;
    let mut sums: HashMap<&str, [i64; 5]> = HashMap::new();
    let seats = seats.iter().map(|it| (it.class_id.as_str(), [it.seats, 0, 0, 0, 0]));
    let people = people.iter().map(|it| (it.class_id.as_str(), [0, i64::from(it.named), i64::from(it.came > 0), 0, 0]));
    let raised = raised.iter().map(|it| (it.class_id.as_str(), [0, 0, 0, 1, i64::from(it.told.waits())]));
    for (class, counts) in seats.chain(people).chain(raised) {
        for (sum, n) in sums.entry(class).or_default().iter_mut().zip(counts) {
            *sum += n;
        }
    }
    for class in classes {
        let spot = view.atlas.spot(&class.province_id);
        let (province, province_tag) = province_of(&spot);
        let [seats, named, came, all, open] = sums.get(class.id.as_str()).copied().unwrap_or_default();
        let (look, key) = match class.state.as_str() {
            "running" => ("part", "chain-state-running"),
            "done" => ("good", "chain-state-done"),
            _ => ("wait", "chain-state-preparing"),
        };
        let when = match (Date::from_iso(&class.starts_on), Date::from_iso(&class.ends_on)) {
            (Ok(first), Ok(last)) => range(first, last),
            _ => class.starts_on.clone(),
        };
        let mut tags = tags_of(class);
        tags.extend([province_tag, tag("state", &class.state, view.w.t(key)), tag("kept", "yes", view.w.t("chain-tag-kept"))]);
        let page = if class.state == "preparing" { "" } else { "/results" };
        sheet.lines.push(Line {
            cells: vec![
                Cell::text(&class.name).to(format!("/classes/{}{page}", class.id)),
                province,
                Cell::text(when),
                Cell::state(look, view.w.t(key)),
                Cell::number(1),
                Cell::number(seats),
                Cell::number(named),
                Cell::number(came),
                Cell::number(all),
                Cell::number(open),
            ],
            tags,
        });
    }
    sheet.lines.extend(beyond(&view.found).iter().map(|(it, n)| planned(view, it, *n)));
    sheet.note = view.w.t("chain-classes-how");
    sheet
}

/// A line of the roll-out, as far as no class of the store stands for it.
fn planned(view: &View, it: &Planned, n: i64) -> Line {
    let spot = view.atlas.spot(&it.province_id);
    let (province, province_tag) = province_of(&spot);
    let is_past = it.month.get(..7) < view.today.iso().get(..7);
    let (state, look, key) = match (it.reported, is_past) {
        (true, _) => ("reported", "off", "chain-state-reported"),
        (false, true) => ("missed", "wait", "chain-state-missed"),
        (false, false) => ("planned", "wait", "chain-state-planned"),
    };
    let label = view.w.t(key);
    let mut cells = vec![
        Cell::text(view.w.x("chain-rollout-line", &it.project_code)),
        province,
        Cell::text(view.w.x("chain-month", month_shown(&it.month))),
        Cell::state(look, &label),
        Cell::number(n),
    ];
    // Nothing is known of these: an empty cell, not a nought.
    cells.extend((0..5).map(|_| Cell::text("")));
    Line {
        cells,
        tags: vec![
            tag("project", &it.project_id, &it.project_code),
            province_tag,
            tag("state", state, label),
            tag("kept", "no", view.w.t("chain-tag-not-kept")),
        ],
    }
}

/// What the roll-out has beyond the classes of the store. A class counts against the earliest line of its own province; else of the
/// province that both are today, so that the count is the same by every map.
fn beyond(found: &Found) -> Vec<(&Planned, i64)> {
    let today = found.atlas(super::super::atlas::Era::New);
    let mut left: Vec<(&Planned, i64)> = found.rollout.iter().map(|it| (it, it.classes)).collect();
    let mut homeless = Vec::new();
    for class in &found.classes {
        let same = |it: &&mut (&Planned, i64)| it.1 > 0 && it.0.project_id == class.project_id && it.0.province_id == class.province_id;
        match left.iter_mut().find(same) {
            Some(it) => it.1 -= 1,
            None => homeless.push(class),
        }
    }
    for class in homeless {
        let province = today.spot(&class.province_id).id;
        let near =
            |it: &&mut (&Planned, i64)| it.1 > 0 && it.0.project_id == class.project_id && today.spot(&it.0.province_id).id == province;
        if let Some(it) = left.iter_mut().find(near) {
            it.1 -= 1;
        }
    }
    left.retain(|it| it.1 > 0);
    left
}
