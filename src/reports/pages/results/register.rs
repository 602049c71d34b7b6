//! The register of a class in pictures: the path of its difficulties, its fields, its places.

use super::super::super::told::{Choice, Outcome, Told, Way, count};
use super::{Figure, Found, Locality, View, rows_of};
use crate::ground::Word;
use crate::people::Field;
use crate::places::within_sentence;
use crate::web::W;
use crate::web::picture::{Band, Dot, Flow, Node, Part, Parts, Picture, bar, dots, flow, part_key};

/// The path as a picture, and the same as text.
pub(in super::super) type FlowView = View;

/// A field with its bar.
#[derive(Clone, Debug)]
pub(in super::super) struct BarRow {
    pub(in super::super) name: String,
    pub(in super::super) to: String,
    pub(in super::super) picture: Picture,
    pub(in super::super) number: u32,
}

/// Nothing while nothing has been raised.
pub(super) fn flow_view(w: &W, found: &Found) -> Option<FlowView> {
    flow_of(w, &found.told, |choice| rows_of(&found.class, choice))
}

/// The path of these difficulties; `rows_of` says where a choice of them is found.
pub(in super::super) fn flow_of(w: &W, told: &[Told], rows_of: impl Fn(&Choice) -> String) -> Option<FlowView> {
    if told.is_empty() {
        return None;
    }
    let ways: Vec<(Way, u32)> = Way::ALL.into_iter().map(|way| (way, count(told, |it| it.way == way))).filter(|it| it.1 > 0).collect();
    let outcomes: Vec<(Outcome, u32)> =
        Outcome::ALL.into_iter().map(|end| (end, count(told, |it| it.outcome == end))).filter(|it| it.1 > 0).collect();
    let all = count(told, |_| true);
    let stages = [
        vec![Node { name: w.n("results-flow-raised", all), count: all, look: "wait" }],
        ways.iter()
            .map(|(way, n)| Node { name: w.nx("results-flow-stop", *n, w.t(way.short_word())), count: *n, look: way.look() })
            .collect(),
        outcomes
            .iter()
            .map(|(end, n)| Node { name: w.nx("results-flow-stop", *n, w.t(end.word())), count: *n, look: end.look() })
            .collect(),
    ];
    let first = ways.iter().enumerate().map(|(to, it)| Band { from: 0, to, count: it.1 }).collect();
    let mut second = Vec::new();
    for (from, (way, _)) in ways.iter().enumerate() {
        for (to, (end, _)) in outcomes.iter().enumerate() {
            second.push(Band { from, to, count: count(told, |it| it.way == *way && it.outcome == *end) });
        }
    }
    let caption = flow_caption(w, told, all);
    let picture = flow("picture-flow", &Flow { title: caption.clone(), stages, bands: [first, second] });
    let of_way = ways.iter().map(|(way, n)| figure(w.t(way.word()), *n, rows_of(&Choice { way: Some(*way), ..Choice::default() })));
    let of_end = outcomes.iter().map(|(end, n)| figure(w.t(end.word()), *n, rows_of(&Choice { outcome: Some(*end), ..Choice::default() })));
    Some(View { caption, picture, figures: of_way.chain(of_end).collect(), note: String::new() })
}

fn figure(name: String, n: u32, to: String) -> Figure {
    Figure { name, number: n.to_string(), to }
}

fn flow_caption(w: &W, told: &[Told], all: u32) -> String {
    let advised = count(told, |it| it.way == Way::Advised);
    let sent = count(told, |it| it.way == Way::Escalated);
    let open = count(told, Told::waits);
    let key = if open == 0 { "results-flow-done" } else { "results-flow-open" };
    let said = Word::new(key).with("x", all.to_string()).with("y", advised.to_string()).with("z", sent.to_string());
    w.word(&said.with("a", open.to_string()))
}

/// The fields in which something was raised, the most first.
fn fields(told: &[Told]) -> Vec<(Field, Parts)> {
    let parts = |field: Field| {
        let of = |so: &dyn Fn(&Told) -> bool| count(told, |it| it.field == field && so(it));
        Parts {
            resolved: of(&|it| it.outcome == Outcome::Resolved),
            partly: of(&|it| it.outcome == Outcome::Partly),
            open: of(&Told::waits),
            dropped: of(&|it| it.outcome == Outcome::NotNeeded),
        }
    };
    let mut fields: Vec<(Field, Parts)> = Field::ALL.into_iter().map(|it| (it, parts(it))).filter(|it| it.1.all() > 0).collect();
    fields.sort_by_key(|it| std::cmp::Reverse(it.1.all()));
    fields
}

pub(super) fn bars_caption(w: &W, told: &[Told]) -> String {
    fields(told).first().map(|(field, parts)| w.nx("results-bars", parts.all(), w.t(&field.word()))).unwrap_or_default()
}

pub(super) fn bar_rows(w: &W, found: &Found) -> Vec<BarRow> {
    let fields = fields(&found.told);
    let most = fields.iter().map(|it| it.1.all()).max().unwrap_or_default();
    let row = |(field, parts): (Field, Parts)| {
        let title = Word::new("results-bar").with("x", w.t(&field.word())).with("y", parts.all().to_string());
        let title = title.with("a", parts.resolved.to_string()).with("b", parts.partly.to_string()).with("c", parts.open.to_string());
        BarRow {
            name: w.t(&field.word()),
            to: rows_of(&found.class, &Choice { field: Some(field), ..Choice::default() }),
            picture: bar(&w.word(&title), parts, most),
            number: parts.all(),
        }
    };
    fields.into_iter().map(row).collect()
}

pub(super) fn bars_key(w: &W) -> Vec<(Picture, String)> {
    let word = |part: Part| match part {
        Part::Resolved => "results-resolved",
        Part::Partly => "results-partly",
        Part::Open => "results-open",
        Part::Dropped => "results-not-needed",
    };
    Part::ALL.into_iter().map(|it| (part_key(it), w.t(word(it)))).collect()
}

/// So many places are named beside the picture.
const MOST_PLACES: usize = 8;

/// Nothing while no place of the class has coordinates.
pub(super) fn dots_view(w: &W, found: &Found) -> Option<View> {
    let of =
        |place: &Locality, so: &dyn Fn(&Told) -> bool| count(&found.told, |it| it.place.as_deref() == Some(place.id.as_str()) && so(it));
    let is_resolved = |it: &Told| it.outcome == Outcome::Resolved;
    let mut places: Vec<(&Locality, u32, u32)> = found.localities.iter().map(|it| (it, of(it, &|_| true), of(it, &is_resolved))).collect();
    let spots: Vec<Dot> =
        places.iter().filter_map(|(place, all, resolved)| dot(w, place, (*all, *resolved, of(place, &Told::waits)))).collect();
    if spots.is_empty() {
        return None;
    }
    let raised = places.iter().filter(|it| it.1 > 0).count();
    places.sort_by_key(|it| std::cmp::Reverse(it.1));
    let first = places.first().filter(|it| it.1 > 0)?;
    let said = Word::new("results-dots").with("x", raised.to_string()).with("y", places.len().to_string());
    let caption = w.word(&said.with("a", within_sentence(&first.0.name)).with("b", first.1.to_string()));
    let anonymous = count(&found.told, |it| it.place.is_none());
    let figures = places.iter().filter(|it| it.1 > 0).take(MOST_PLACES).map(|(place, all, resolved)| Figure {
        name: place.name.clone(),
        number: w.xy("results-place-figure", all, resolved),
        to: rows_of(&found.class, &Choice { place: Some(place.id.clone()), ..Choice::default() }),
    });
    Some(View {
        picture: dots("picture-dots", &caption, &spots),
        figures: figures.collect(),
        note: if anonymous > 0 { w.n("results-anonymous", anonymous) } else { String::new() },
        caption,
    })
}

fn dot(w: &W, place: &Locality, (all, resolved, waiting): (u32, u32, u32)) -> Option<Dot> {
    let look = if waiting > 0 { "now" } else { "part" };
    let title = Word::new("results-place").with("x", &place.name).with("y", all.to_string()).with("z", resolved.to_string());
    Some(Dot { name: bare(&place.name), title: w.word(&title), lat: place.lat?, lon: place.lon?, all, resolved, waiting, look })
}

/// A place's name without its kind, for the little room in a picture.
pub(in super::super) fn bare(name: &str) -> String {
    const KINDS: [&str; 8] = ["xã ", "phường ", "thị trấn ", "huyện ", "thị xã ", "thành phố ", "tỉnh ", "quận "];
    let said = within_sentence(name);
    KINDS.iter().find_map(|kind| said.strip_prefix(kind)).unwrap_or(&said).to_owned()
}
