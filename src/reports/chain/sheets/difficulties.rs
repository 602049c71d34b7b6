//! Difficulties with whom they wait, and the clauses on which their advice stands.

use super::super::kind::Kind;
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::super::waits::Waits;
use super::{View, count, province_of, tags_of};
use crate::ground::Word;
use crate::policy::cite_label;
use std::collections::{BTreeSet, HashMap};

/// The columns that others read.
pub(in super::super::super) const TEXT: usize = 1;
pub(in super::super::super) const WITH: usize = 7;
pub(in super::super::super) const DAYS: usize = 9;
/// Of the clauses.
pub(in super::super::super) const TIMES: usize = 1;

pub(super) fn sheet(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-code", Set::Word, Show::Always),
        ("chain-col-text", Set::Long, Show::Always),
        ("chain-col-place", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Desk),
        ("chain-col-class-code", Set::Word, Show::Desk),
        ("chain-col-field", Set::Word, Show::Desk),
        ("chain-col-outcome", Set::Word, Show::Always),
        ("chain-col-with", Set::Word, Show::Always),
        ("chain-col-since", Set::Day, Show::Desk),
        ("chain-col-days", Set::Number, Show::Always),
        ("chain-col-by-day", Set::Day, Show::Desk),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-difficulties", "chain-none-difficulties", columns);
    let mut clauses: HashMap<&str, Vec<String>> = HashMap::new();
    for it in &view.found.cited {
        clauses.entry(&it.difficulty_id).or_default().push(it.key());
    }
    for it in &view.found.raised {
        let (Some(class), told) = (view.class(&it.class_id), &it.told) else { continue };
        // Where it was raised anonymously its commune is not told: it counts in the province of its class.
        let home = view.atlas.spot(told.place.as_deref().unwrap_or(&class.province_id));
        let (province, province_tag) = province_of(&home);
        let place = if told.place.is_some() { view.name_of(&home) } else { view.w.t("table-anonymous") };
        let waits = Waits::of(it);
        let mut tags = tags_of(class);
        tags.extend([
            province_tag,
            tag("outcome", told.outcome.name(), view.w.t(told.outcome.word())),
            tag("way", told.way.name(), view.w.t(told.way.word())),
            tag("field", told.field.name(), view.w.t(&told.field.word())),
            tag(
                "waits",
                if waits.is_some() { "yes" } else { "no" },
                view.w.t(if waits.is_some() { "chain-tag-waits" } else { "chain-tag-closed" }),
            ),
        ]);
        let with = waits.map(|waits| with(view, it, waits)).unwrap_or_default();
        if let Some(waits) = waits {
            tags.extend([tag("with", waits.name(), view.w.t(&format!("chain-waits-{}", waits.name()))), tag("who", &with, &with)]);
        }
        let flags = [
            (told.late, "late", "table-late"),
            (told.needs_review, "review", "table-review"),
            (told.published, "published", "table-published"),
        ];
        tags.extend(flags.into_iter().filter(|it| it.0).map(|(_, name, key)| tag(name, "1", view.w.t(key))));
        let cited = clauses.get(told.id.as_str()).into_iter().flatten();
        tags.extend(cited.map(|key| tag("clause", key, view.w.t("chain-tag-clause"))));
        let days = told.raised_at.date().days_until(view.today);
        sheet.lines.push(Line {
            cells: vec![
                Cell::text(&told.code).to(format!("/difficulties/{}", told.id)),
                Cell::text(&told.text),
                Cell::text(place),
                province,
                Cell::text(&class.code),
                Cell::text(view.w.t(&told.field.word())),
                Cell::state(told.outcome.look(), view.w.t(told.outcome.word())),
                Cell::text(with),
                Cell::day(&told.raised_at.date().iso()),
                if waits.is_some() { Cell::number(days.max(0)) } else { Cell::text("") },
                Cell::day(&it.due_on),
            ],
            tags,
        });
    }
    sheet
}

/// With whom, by name where there is one.
fn with(view: &View, it: &super::super::found::Raised, waits: Waits) -> String {
    let key = format!("chain-waits-{}", waits.name());
    match waits {
        Waits::Expert => view.w.x("chain-with-expert", &it.expert),
        Waits::District | Waits::Province | Waits::Ministry if !it.owner.is_empty() => it.owner.clone(),
        _ => view.w.t(&key),
    }
}

pub(super) fn clauses(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-clause", Set::Long, Show::Always),
        ("chain-col-raised", Set::Number, Show::Always),
        ("chain-col-open", Set::Number, Show::Always),
        ("chain-col-classes-of", Set::Number, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-clauses", "chain-none-clauses", columns);
    let raised: HashMap<&str, &super::super::found::Raised> = view.found.raised.iter().map(|it| (it.told.id.as_str(), it)).collect();
    let mut found: Vec<(&super::super::found::Cited, Vec<&str>)> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for it in &view.found.cited {
        let index = *at.entry(it.key()).or_insert_with(|| {
            found.push((it, Vec::new()));
            found.len() - 1
        });
        if let Some(of) = found.get_mut(index) {
            of.1.push(&it.difficulty_id);
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.1.len()));
    for (it, of) in found {
        let of: Vec<_> = of.iter().filter_map(|id| raised.get(id)).collect();
        let open = count(of.iter().filter(|it| it.told.waits()).count());
        let classes: BTreeSet<&str> = of.iter().map(|it| it.class_id.as_str()).collect();
        let key = it.key();
        sheet.lines.push(Line {
            cells: vec![
                Cell::text(cite_label(&it.number, &it.article, &it.clause, &it.point)).to(format!("/documents/{}", it.document_id)),
                Cell::number(count(of.len())).to(view.link(Kind::Difficulties, &[("clause", &key)])),
                if open > 0 {
                    Cell::number(open).to(view.link(Kind::Difficulties, &[("clause", &key), ("waits", "yes")]))
                } else {
                    Cell::number(0)
                },
                Cell::number(count(classes.len())),
            ],
            tags: vec![tag("document", &it.document_id, &it.number)],
        });
    }
    let said = Word::new("chain-clauses-how").with("x", count(raised.len()).to_string());
    sheet.note = view.w.word(&said);
    sheet
}
