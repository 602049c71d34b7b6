//! Who came, by sex, by group of positions, and by people (dân tộc): counts of classes, never persons.

use super::super::few::FEWEST;
use super::super::found::Someone;
use super::super::position::Position;
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::{View, province_of, tags_of};
use crate::ground::numbers::percent;
use std::collections::HashMap;

/// The columns that others sum.
pub(in super::super::super) const NAMED: usize = 3;
pub(in super::super::super) const CAME: usize = 4;
/// Of the sheet of peoples.
pub(in super::super::super) const TOLD: usize = 2;

pub(super) fn sexes(view: &View) -> Sheet {
    grouped(view, "chain-sheet-sexes", &["female", "male", "unknown"], sex, |it| format!("chain-sex-{it}"))
}

pub(super) fn positions(view: &View) -> Sheet {
    let groups = Position::ALL.map(Position::name);
    grouped(view, "chain-sheet-positions", &groups, |it| Position::of(&it.position).name(), |it| format!("chain-position-{it}"))
}

fn sex(it: &Someone) -> &'static str {
    match it.sex.as_str() {
        "female" => "female",
        "male" => "male",
        _ => "unknown",
    }
}

fn grouped(view: &View, title: &str, groups: &[&str], group: impl Fn(&Someone) -> &'static str, word: impl Fn(&str) -> String) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-class", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Always),
        ("chain-col-group", Set::Word, Show::Always),
        ("chain-col-named", Set::Sum, Show::Always),
        ("chain-col-came", Set::Sum, Show::Always),
        ("chain-col-attended", Set::Sum, Show::Desk),
        ("chain-col-due", Set::Sum, Show::Desk),
        ("chain-col-share", Set::Word, Show::Always),
    ]);
    let mut sheet = view.empty_sheet(title, "chain-none-people", columns);
    let mut by_class: HashMap<&str, Vec<(&Someone, &str)>> = HashMap::new();
    for it in &view.found.people {
        by_class.entry(&it.class_id).or_default().push((it, group(it)));
    }
    for class in &view.found.classes {
        let all = by_class.remove(class.id.as_str()).unwrap_or_default();
        let spot = view.atlas.spot(&class.province_id);
        for name in groups {
            let of: Vec<&Someone> = all.iter().filter(|it| it.1 == *name).map(|it| it.0).collect();
            if of.is_empty() {
                continue;
            }
            let sum = |n: &dyn Fn(&Someone) -> i64| of.iter().map(|it| n(it)).sum::<i64>();
            let (named, came) = (sum(&|it| i64::from(it.named)), sum(&|it| i64::from(it.came > 0)));
            // Who was replaced owed no more sessions than they came to.
            let (attended, due) = (sum(&|it| it.came), sum(&|it| if it.named { class.held } else { it.came }));
            let label = view.w.t(&word(name));
            let (province, province_tag) = province_of(&spot);
            let mut tags = tags_of(class);
            tags.extend([province_tag, tag("group", *name, &label)]);
            sheet.lines.push(Line {
                cells: vec![
                    Cell::text(&class.name).to(format!("/classes/{}/results", class.id)),
                    province,
                    Cell::text(label),
                    Cell::number(named),
                    Cell::number(came),
                    Cell::number(attended),
                    Cell::number(due),
                    Cell::text(percent(attended, due).unwrap_or_default()),
                ],
                tags,
            });
        }
    }
    sheet
}

/// A line for each people that a class may tell; the rest together.
pub(super) fn peoples(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-class", Set::Word, Show::Always),
        ("chain-col-people", Set::Word, Show::Always),
        ("chain-col-came", Set::Sum, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-peoples", "chain-none-peoples", columns);
    let mut silent = 0;
    for (id, told) in &view.found.peoples {
        let Some(class) = view.class(id) else { continue };
        silent += told.silent;
        let named = told.named.iter().map(|(name, n)| (name.clone(), name.clone(), *n));
        let others = (told.others > 0).then(|| ("others".to_owned(), view.w.t("chain-people-others"), told.others));
        for (value, label, n) in named.chain(others) {
            let mut tags = tags_of(class);
            tags.push(tag("people", value, &label));
            let name = Cell::text(&class.name).to(format!("/classes/{}/results", class.id));
            sheet.lines.push(Line { cells: vec![name, Cell::text(label), Cell::number(n)], tags });
        }
    }
    sheet.note = view.w.n("chain-peoples-how", FEWEST);
    if silent > 0 {
        sheet.note.push(' ');
        sheet.note.push_str(&view.w.n("chain-peoples-silent", silent));
    }
    sheet
}
