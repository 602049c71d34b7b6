//! Stories and practices, and who takes them up.

use super::super::found::{Adoption, Practice};
use super::super::kind::Kind;
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::{View, count, province_of};
use std::collections::HashMap;

/// The column that others sum.
pub(in super::super::super) const TAKEN_UP: usize = 5;

pub(super) fn sheet(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-title", Set::Long, Show::Always),
        ("chain-col-kind", Set::Word, Show::Desk),
        ("chain-col-place", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Always),
        ("chain-col-state", Set::Word, Show::Desk),
        ("chain-col-taken-up", Set::Sum, Show::Always),
        ("chain-col-taken-done", Set::Sum, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-practices", "chain-none-practices", columns);
    let mut lines: Vec<(i64, Line)> = view.found.practices.iter().map(|it| line(view, it)).collect();
    lines.sort_by_key(|it| std::cmp::Reverse(it.0));
    sheet.lines = lines.into_iter().map(|it| it.1).collect();
    sheet
}

fn line(view: &View, it: &Practice) -> (i64, Line) {
    let spot = view.atlas.spot(&it.place_id);
    let (province, province_tag) = province_of(&spot);
    let of = || view.found.adoptions.iter().filter(|other| other.practice_id == it.id);
    let (all, done) = (count(of().count()), count(of().filter(|it| it.state == "done").count()));
    let (kind, state) = (view.w.t(&format!("chain-practice-{}", it.kind)), view.w.t(&format!("chain-practice-{}", it.state)));
    let spread = if all > 0 { "yes" } else { "no" };
    let to = view.link(Kind::Adoptions, &[("practice", &it.id)]);
    let line = Line {
        cells: vec![
            Cell::text(&it.title).to(format!("/practices/{}", it.id)),
            Cell::text(&kind),
            Cell::text(view.name_of(&spot)),
            province,
            Cell::text(&state),
            Cell::number(all).to(to),
            Cell::number(done),
        ],
        tags: vec![
            province_tag,
            tag("kind", &it.kind, kind),
            tag("state", &it.state, state),
            tag("spread", spread, view.w.t(&format!("chain-spread-{spread}"))),
        ],
    };
    (all, line)
}

pub(super) fn adoptions(view: &View) -> Sheet {
    let columns = view.columns(&[
        ("chain-col-adopter", Set::Word, Show::Always),
        ("chain-col-province", Set::Word, Show::Always),
        ("chain-col-practice", Set::Long, Show::Always),
        ("chain-col-from", Set::Word, Show::Always),
        ("chain-col-state", Set::Word, Show::Always),
        ("chain-col-begun", Set::Day, Show::Desk),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-adoptions", "chain-none-adoptions", columns);
    let practices: HashMap<&str, &Practice> = view.found.practices.iter().map(|it| (it.id.as_str(), it)).collect();
    let line = |it: &Adoption| {
        let practice = practices.get(it.practice_id.as_str())?;
        let (spot, home) = (view.atlas.spot(&it.place_id), view.atlas.spot(&practice.place_id));
        let (province, province_tag) = province_of(&spot);
        let look = match it.state.as_str() {
            "done" => "good",
            "under_way" => "part",
            "stopped" => "off",
            _ => "wait",
        };
        let word = view.w.t(&format!("chain-adoption-{}", it.state.replace('_', "-")));
        let afar = if spot.province_id == home.province_id { "no" } else { "yes" };
        Some(Line {
            cells: vec![
                Cell::text(view.name_of(&spot)).to(format!("/places/{}", spot.id)),
                province,
                Cell::text(&practice.title).to(format!("/practices/{}", practice.id)),
                Cell::text(format!("{}, {}", home.name, home.province)),
                Cell::state(look, &word),
                Cell::day(&it.begun_on),
            ],
            tags: vec![
                province_tag,
                tag("practice", &practice.id, &practice.title),
                tag("state", &it.state, word),
                tag("afar", afar, view.w.t(&format!("chain-afar-{afar}"))),
            ],
        })
    };
    sheet.lines = view.found.adoptions.iter().filter_map(line).collect();
    sheet
}
