//! Provinces as dots, and counts as bars.

use super::super::super::chain::kind::Kind;
use super::super::super::chain::sheet::{Choice, Sheet};
use super::super::super::chain::sheets::{self, View};
use super::super::results::{BarRow, Figure, bare};
use crate::ground::Word;
use crate::web::picture::{Dot, Part, Parts, Picture, bar, dots, part_key};

/// The provinces of the classes' sheet: as large as their classes, filled as far as they are done; with the figure of each.
pub(super) fn provinces(view: &View, classes: &Sheet, caption: &str) -> (Option<Picture>, Vec<Figure>) {
    let mut all = classes.by("province", Some(sheets::CLASSES), &[]);
    all.sort_by_key(|it| std::cmp::Reverse(it.1));
    let of = |province: &str, state: &str| classes.sum(sheets::CLASSES, &[("province", province), ("state", state)]);
    let mut spots = Vec::new();
    let mut figures = Vec::new();
    for (tag, n) in &all {
        let id = tag.value.as_str();
        let parts: Vec<String> = ["done", "running", "preparing", "reported", "planned", "missed"]
            .into_iter()
            .map(|state| (state, of(id, state)))
            .filter(|it| it.1 > 0)
            .map(|(state, n)| view.w.n(&format!("chain-dot-{state}"), n))
            .collect();
        let said = format!("{}: {}", tag.label, parts.join(", "));
        figures.push(Figure { name: bare(&tag.label), number: parts.join(", "), to: view.link(Kind::Classes, &[("province", id)]) });
        let look = match (of(id, "running") + of(id, "preparing"), of(id, "planned") + of(id, "missed")) {
            (0, 0) => "off",
            (0, _) => "open",
            _ => "part",
        };
        if let Some((lat, lon)) = view.atlas.unit(id).and_then(|it| it.lat.zip(it.lon)) {
            let waiting = whole(of(id, "running"));
            spots.push(Dot {
                name: bare(&tag.label),
                title: said,
                lat,
                lon,
                all: whole(*n),
                resolved: whole(of(id, "done")),
                waiting,
                look,
            });
        }
    }
    ((!spots.is_empty()).then(|| dots("picture-provinces", caption, &spots)), figures)
}

/// A bar for each value of a tag: the whole, and the part of it that is reached.
pub(super) fn bars(
    view: &View,
    kind: Kind,
    sheet: &Sheet,
    name: &'static str,
    (whole_of, part_of): (usize, usize),
    choice: Choice<'_>,
) -> Vec<BarRow> {
    let all = sheet.by(name, Some(whole_of), choice);
    let part = sheet.by(name, Some(part_of), choice);
    let most = all.iter().map(|it| it.1).max().unwrap_or_default();
    let row = |(tag, n): &(super::super::super::chain::sheet::Tag, i64)| {
        let reached = part.iter().find(|it| it.0.value == tag.value).map_or(0, |it| it.1);
        let said = Word::new("chain-bar").with("x", &tag.label).with("y", reached.to_string()).with("z", n.to_string());
        // Who was replaced came without being named now: a part is never more than the whole.
        let parts = Parts { resolved: whole(reached.min(*n)), open: whole((n - reached).max(0)), ..Parts::default() };
        let choice: Vec<(&str, &str)> = choice.iter().copied().chain([(name, tag.value.as_str())]).collect();
        BarRow {
            name: tag.label.clone(),
            to: view.link(kind, &choice),
            picture: bar(&view.w.word(&said), parts, whole(most)),
            number: whole(reached),
        }
    };
    all.iter().filter(|it| it.1 > 0).map(row).collect()
}

/// A count with its name, how its bar is drawn, and the choice that it counts.
pub(super) struct Counted<'a> {
    pub(super) name: String,
    pub(super) n: i64,
    pub(super) part: Part,
    pub(super) choice: Vec<(&'a str, &'a str)>,
}

/// A plain bar for each of these counts.
pub(super) fn counts(view: &View, kind: Kind, all: Vec<Counted<'_>>) -> Vec<BarRow> {
    let most = whole(all.iter().map(|it| it.n).max().unwrap_or_default());
    let row = |Counted { name, n, part, choice }: Counted<'_>| {
        let n = whole(n);
        let parts = match part {
            Part::Resolved => Parts { resolved: n, ..Parts::default() },
            Part::Partly => Parts { partly: n, ..Parts::default() },
            Part::Open => Parts { open: n, ..Parts::default() },
            Part::Dropped => Parts { dropped: n, ..Parts::default() },
        };
        BarRow { picture: bar(&format!("{name}: {n}"), parts, most), to: view.link(kind, &choice), name, number: n }
    };
    all.into_iter().map(row).collect()
}

/// The signs of a bar with a reached part.
pub(super) fn key(view: &View, reached: &str, rest: &str) -> Vec<(Picture, String)> {
    vec![(part_key(Part::Resolved), view.w.t(reached)), (part_key(Part::Open), view.w.t(rest))]
}

fn whole(n: i64) -> u32 {
    u32::try_from(n).unwrap_or_default()
}
