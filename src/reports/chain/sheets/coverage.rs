//! Places that the programme lists, that were asked for people, or that sent some: a line for each place of the map that is asked for.

use super::super::atlas::{Era, Mark};
use super::super::sheet::{Cell, Line, Set, Sheet, Show, tag};
use super::{View, province_of};
use crate::ground::sort::sort_key;
use std::collections::{BTreeMap, BTreeSet};

/// The columns that others sum.
pub(in super::super::super) const UNITS: usize = 4;
pub(in super::super::super) const LISTED: usize = 5;
pub(in super::super::super) const REACHED: usize = 6;
pub(in super::super::super) const LISTED_REACHED: usize = 7;
pub(in super::super::super) const CAME_TO: usize = 10;

/// What is known of a place as it was recorded.
#[derive(Default)]
struct Known {
    standing: Option<String>,
    seats: i64,
    named: i64,
    came: i64,
}

/// Province, district, name for sorting, id.
type Key = (String, String, String, String);

pub(super) fn sheet(view: &View) -> Sheet {
    // The map of today has no districts.
    let district = if view.atlas.era == Era::Old { Show::Desk } else { Show::File };
    let columns = view.columns(&[
        ("chain-col-place", Set::Word, Show::Always),
        ("chain-col-district", Set::Word, district),
        ("chain-col-province", Set::Word, Show::Always),
        ("chain-col-standing", Set::Word, Show::Always),
        ("chain-col-communes", Set::Sum, Show::File),
        ("chain-col-listed", Set::Sum, Show::File),
        ("chain-col-reached", Set::Sum, Show::File),
        ("chain-col-listed-reached", Set::Sum, Show::File),
        ("chain-col-seats", Set::Sum, Show::Desk),
        ("chain-col-named", Set::Sum, Show::Always),
        ("chain-col-came", Set::Sum, Show::Always),
    ]);
    let mut sheet = view.empty_sheet("chain-sheet-coverage", "chain-none-coverage", columns);
    // By place of the map: where it is, and the recorded places that are counted there.
    let mut spots: BTreeMap<Key, Vec<(String, Known)>> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for (id, known) in known(view) {
        let spot = view.atlas.spot(&id);
        let key = (spot.province.clone(), spot.district.clone(), sort_key(&spot.name), spot.id.clone());
        let name = names.entry(spot.id.clone()).or_insert_with(|| spot.clone());
        // A place that was split says so, whichever of its sources is met first.
        if spot.mark == Mark::Split {
            name.mark = spot.mark;
        }
        spots.entry(key).or_default().push((id, known));
    }
    for ((_, _, _, id), sources) in &spots {
        let Some(spot) = names.get(id) else { continue };
        let sum = |of: &dyn Fn(&(String, Known)) -> i64| sources.iter().map(of).sum::<i64>();
        let is_commune = |it: &(String, Known)| view.atlas.is_commune(&it.0);
        let is_listed = |it: &(String, Known)| is_commune(it) && it.1.standing.is_some();
        let standings: BTreeSet<&str> = sources.iter().filter_map(|it| it.1.standing.as_deref()).collect();
        let (listed, reached) = (sum(&|it| i64::from(is_listed(it))), sum(&|it| i64::from(is_commune(it) && it.1.came > 0)));
        let came = sum(&|it| it.1.came);
        let (province, province_tag) = province_of(spot);
        let yes = |so: bool| if so { "yes" } else { "no" };
        let kind = if sources.iter().any(is_commune) { "commune" } else { "above" };
        let reached_word = view.w.t(if came > 0 { "chain-tag-reached" } else { "chain-tag-not-reached" });
        let listed_word = view.w.t(if listed > 0 { "chain-tag-listed" } else { "chain-tag-not-listed" });
        sheet.lines.push(Line {
            cells: vec![
                Cell::text(view.name_of(spot)).to(format!("/places/{id}")),
                Cell::text(&spot.district),
                province,
                Cell::text(standings.into_iter().collect::<Vec<_>>().join("; ")),
                Cell::number(sum(&|it| i64::from(is_commune(it)))),
                Cell::number(listed),
                Cell::number(reached),
                Cell::number(sum(&|it| i64::from(is_listed(it) && it.1.came > 0))),
                Cell::number(sum(&|it| it.1.seats)),
                Cell::number(sum(&|it| it.1.named)),
                Cell::number(came),
            ],
            tags: vec![
                province_tag,
                tag("reached", yes(came > 0), reached_word),
                tag("listed", yes(listed > 0), listed_word),
                tag("kind", kind, view.w.t(&format!("chain-kind-{kind}"))),
            ],
        });
    }
    sheet.note = view.w.t("chain-coverage-how");
    sheet
}

fn known(view: &View) -> BTreeMap<String, Known> {
    let mut all: BTreeMap<String, Known> = BTreeMap::new();
    for it in &view.found.listed {
        all.entry(it.place_id.clone()).or_default().standing = Some(it.standing.clone());
    }
    for it in &view.found.seats {
        all.entry(it.place_id.clone()).or_default().seats += it.seats;
    }
    for it in &view.found.people {
        let known = all.entry(it.place_id.clone()).or_default();
        known.named += i64::from(it.named);
        known.came += i64::from(it.came > 0);
    }
    all
}
