//! Classes on the same days, and people who are wanted in two places at once.

use super::super::found::Double;
use super::super::kind::Kind;
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::{View, count, tags_of};

pub(super) fn overlaps(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-first", Set::Word, Show::Always),
        ("chain-col-second", Set::Word, Show::Always),
        ("chain-col-from-day", Set::Day, Show::Always),
        ("chain-col-to-day", Set::Day, Show::Always),
        ("chain-col-same-people", Set::Number, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-overlaps", "chain-none-overlaps", columns);
    // Classes come in the order of their first days: no later one can overlap once one begins after the end.
    let classes = &view.found.classes;
    for (i, a) in classes.iter().enumerate() {
        for b in classes.iter().skip(i + 1).take_while(|b| b.starts_on <= a.ends_on) {
            let same = view.found.doubles.iter().filter(|it| is_of(it, &a.id, &b.id) && it.at_a.is_none()).count();
            let people = Cell::number(count(same));
            let people = if same > 0 { people.to(view.link(Kind::Doubles, &[("class", &a.id)])) } else { people };
            let mut tags = tags_of(a);
            tags.extend(tags_of(b));
            sheet.lines.push(Line {
                cells: vec![
                    Cell::text(&a.name).to(format!("/classes/{}", a.id)),
                    Cell::text(&b.name).to(format!("/classes/{}", b.id)),
                    Cell::day(&b.starts_on),
                    Cell::day(if a.ends_on < b.ends_on { &a.ends_on } else { &b.ends_on }),
                    people,
                ],
                tags,
            });
        }
    }
    sheet
}

fn is_of(it: &Double, a: &str, b: &str) -> bool {
    (it.class_a == a && it.class_b == b) || (it.class_a == b && it.class_b == a)
}

pub(super) fn doubles(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-person", Set::Word, Show::Always),
        ("chain-col-first", Set::Word, Show::Always),
        ("chain-col-second", Set::Word, Show::Always),
        ("chain-col-state", Set::Word, Show::Always),
        ("chain-col-when", Set::Word, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-doubles", "chain-none-doubles", columns);
    for it in &view.found.doubles {
        // With a project asked for, the other class may be another's: its name is not here.
        let name = |id: &str| view.class(id).map_or_else(|| view.w.t("chain-other-project"), |it| it.name.clone());
        let both = [view.class(&it.class_a), view.class(&it.class_b)];
        let (kind, look, when) = match (it.at_a, it.at_b) {
            (Some(a), Some(b)) => ("hour", "now", format!("{} {}; {} {}", a.time(), a.date(), b.time(), b.date())),
            _ => ("day", "part", both.iter().flatten().map(|it| days(it)).collect::<Vec<_>>().join("; ")),
        };
        let word = view.w.t(&format!("chain-double-{kind}"));
        let mut tags: Vec<_> = both.iter().flatten().flat_map(|it| tags_of(it)).collect();
        tags.push(tag("kind", kind, &word));
        sheet.lines.push(Line {
            cells: vec![
                Cell::text(&it.person),
                Cell::text(name(&it.class_a)).to(format!("/classes/{}", it.class_a)),
                Cell::text(name(&it.class_b)).to(format!("/classes/{}", it.class_b)),
                Cell::state(look, word),
                Cell::text(when),
            ],
            tags,
        });
    }
    sheet
}

fn days(class: &super::super::found::Class) -> String {
    use crate::ground::dates::{Date, range};
    match (Date::from_iso(&class.starts_on), Date::from_iso(&class.ends_on)) {
        (Ok(first), Ok(last)) => range(first, last),
        _ => class.starts_on.clone(),
    }
}
