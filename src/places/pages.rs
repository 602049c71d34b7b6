//! Pages of places: search, and a place with what became of it.

use super::map::Map;
use super::place::{Found, Place, within_sentence};
use super::store::{self, Child, Lineage, Link};
use crate::ground::Refused;
use crate::ground::dates::Date;
use crate::web::{self, Answer, Ask, May, Route, Sample, Shell, W, get, page};
use askama::Template;
use axum::extract::Path;

/// So many answers are shown.
const MOST: i64 = 40;

pub(super) fn routes() -> Vec<Route> {
    vec![get("/places", May::Anyone, index), get("/places/{place}", May::Anyone, show)]
}

/// A place as a line of a list.
struct Row {
    id: String,
    name: String,
    lies: String,
    time: String,
    code: String,
}

impl Row {
    fn of(w: &W, found: &Found) -> Self {
        let Found { place, parents } = found;
        Self { id: place.id.clone(), name: place.full_name.clone(), lies: parents.clone(), time: time(w, place), code: place.code.clone() }
    }
}

/// When a place stands or stood.
fn time(w: &W, place: &Place) -> String {
    match (place.since(), place.until()) {
        (Some(since), Some(until)) => w.xy("place-since-until", since, until),
        (Some(since), None) => w.x("place-since", since),
        (None, Some(until)) => w.x("place-until", until),
        (None, None) => String::new(),
    }
}

struct EraPart {
    heading: String,
    /// Under its map.
    short: String,
    /// Where its map begins.
    left: i64,
    map: Map,
    provinces: Vec<Place>,
}

#[derive(Template)]
#[template(path = "places/pages/index.html")]
struct IndexPage {
    s: Shell,
    heading: String,
    q: String,
    at: String,
    at_error: Option<String>,
    found: Vec<Row>,
    eras: Vec<EraPart>,
    map_caption: String,
    map_width: i64,
    map_height: i64,
}

impl IndexPage {
    fn show(&mut self, eras: Vec<EraPart>) {
        let counts = eras.iter().rev().map(|it| it.provinces.len().to_string()).collect::<Vec<_>>();
        self.map_caption = self.s.w.x("places-map", counts.join(" → "));
        self.map_width = eras.iter().map(|it| it.map.width).sum();
        self.map_height = eras.iter().map(|it| it.map.height).max().unwrap_or_default() + 24;
        self.eras = eras;
    }
}

async fn index(ask: Ask) -> Answer {
    let w = ask.w();
    let (q, at) = (ask.query("q"), ask.query("at"));
    let mut it = IndexPage {
        s: ask.shell(w.t("places-title")),
        heading: w.t("places-heading"),
        q,
        at,
        at_error: None,
        found: Vec::new(),
        eras: Vec::new(),
        map_caption: String::new(),
        map_width: 0,
        map_height: 0,
    };
    let day = if it.at.is_empty() { None } else { Date::read(&it.at).ok() };
    if day.is_none() && !it.at.is_empty() {
        it.at_error = Some(w.t("place-at-unreadable"));
        return web::again(&it);
    }
    if it.q.is_empty() {
        it.show(eras(&w, store::provinces(ask.db()).await?));
        if it.eras.is_empty() {
            it.heading = w.t("places-empty");
        }
    } else {
        let found = store::find(ask.db(), &it.q, day, MOST + 1).await?;
        let more = i64::try_from(found.len()).unwrap_or_default() > MOST;
        it.heading = match found.len() {
            0 => w.x("places-found-none", &it.q),
            _ if more => w.nx("places-found-more", MOST, &it.q),
            n => w.nx("places-found", n, &it.q),
        };
        it.found = found.iter().take(40).map(|found| Row::of(&w, found)).collect();
    }
    page(&it)
}

/// The provinces of both eras, those of today first; their maps beside each other as time goes.
fn eras(w: &W, provinces: Vec<Place>) -> Vec<EraPart> {
    let (old, new): (Vec<Place>, Vec<Place>) = provinces.into_iter().partition(Place::is_old);
    let mut left = 0;
    let mut parts = Vec::new();
    for (heading, short, provinces) in [("places-old-provinces", "places-old", old), ("places-new-provinces", "places-new", new)] {
        if !provinces.is_empty() {
            let map = Map { radius: 5, ..Map::of(&provinces, "") };
            let width = map.width;
            parts.push(EraPart { heading: w.n(heading, provinces.len()), short: w.n(short, provinces.len()), left, map, provinces });
            left += width;
        }
    }
    parts.reverse();
    parts
}

struct LinkRow {
    id: String,
    name: String,
    lies: String,
    extent: String,
    code: String,
}

struct TwinRow {
    id: String,
    name: String,
    lies: String,
    time: String,
    code: String,
    why: String,
}

struct ChildRow {
    id: String,
    name: String,
    others: String,
}

#[derive(Template)]
#[template(path = "places/pages/place.html")]
struct PlacePage {
    s: Shell,
    id: String,
    heading: String,
    line: String,
    time: String,
    code: String,
    links_heading: String,
    links: Vec<LinkRow>,
    twins_heading: String,
    twins: Vec<TwinRow>,
    children_heading: String,
    children: Vec<ChildRow>,
    map_heading: String,
    map_caption: String,
    map: Map,
}

async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let db = ask.db();
    let lineage = store::lineage(db, &id).await?.ok_or(Refused::Absent)?;
    let place = &lineage.found.place;
    let links = if place.is_old() { store::became(db, &id).await? } else { store::made_of(db, &id).await? };
    let twins = store::twins(db, place, lineage.province()).await?;
    let children = store::children(db, place).await?;
    let neighbours = match &place.parent_id {
        Some(parent) => store::within(db, parent).await?,
        None => store::provinces(db).await?.into_iter().filter(|it| it.era == place.era).collect(),
    };
    page(&draw_place(ask.shell(""), &lineage, &links, &twins, children, &neighbours))
}

fn draw_place(s: Shell, lineage: &Lineage, links: &[Link], twins: &[Found], children: Vec<Child>, neighbours: &[Place]) -> PlacePage {
    let w = s.w.clone();
    let place = &lineage.found.place;
    let own = place.within_sentence();
    let heading = heading(&w, place, links);
    let mut s = s.crumb("/places", w.t("places-title"));
    for (id, name) in lineage.above.iter().rev() {
        s = s.crumb(format!("/places/{id}"), name);
    }
    s.title.clone_from(&place.full_name);
    let (map_heading, map_caption) = match lineage.above.first() {
        None => (w.x("place-map-country", &place.full_name), w.nx("place-map-country-dots", neighbours.len(), &own)),
        Some((_, parent)) => {
            let parent = within_sentence(parent);
            (w.xy("place-map-among", &place.full_name, &parent), w.nx("place-map-dots", neighbours.len(), parent))
        }
    };
    let children = child_rows(&w, place, children);
    let children_heading = match (place.kind.as_str(), place.is_old()) {
        ("province", true) => w.nx("place-children-districts", children.len(), &own),
        (_, true) => w.nx("place-children-communes", children.len(), &own),
        (_, false) => w.nx("place-children-communes-new", children.len(), &own),
    };
    PlacePage {
        id: place.id.clone(),
        heading,
        line: lineage.found.line_begun(),
        time: time(&w, place),
        code: place.code.clone(),
        links_heading: w.t(if place.is_old() { "place-became" } else { "place-made-of" }),
        links: links.iter().map(|it| link_row(&w, it)).collect(),
        twins_heading: w.x("place-twins", &own),
        twins: twins.iter().map(|it| twin_row(&w, place, it)).collect(),
        children_heading,
        children,
        map_heading,
        map_caption,
        map: Map::of(neighbours, &place.id),
        s,
    }
}

/// What became of a place, or what it was made of, in one sentence.
fn heading(w: &W, place: &Place, links: &[Link]) -> String {
    let name = &place.full_name;
    match links {
        [] if place.kind == "district" => w.x("place-district-ended", name),
        [] => name.clone(),
        [only] => {
            let same = only.other.place.full_name == *name;
            let alone = only.shared == 1 && only.extent == "whole";
            let key = match (place.is_old(), alone) {
                (_, true) if same => return w.x("place-kept", name),
                (true, true) => "place-now-is",
                (true, false) => "place-now-in",
                (false, _) if only.extent == "part" => "place-was-part",
                (false, _) => "place-was",
            };
            w.xy(key, name, only.other.line())
        }
        many if place.is_old() => w.nx("place-now-split", many.len(), name),
        many if place.kind == "province" => w.nx("place-made-of-provinces", many.len(), name),
        many => w.nx("place-made-of-communes", many.len(), name),
    }
}

fn extent_word(extent: &str) -> &'static str {
    if extent == "part" { "place-part" } else { "place-whole" }
}

fn link_row(w: &W, link: &Link) -> LinkRow {
    let Found { place, parents } = &link.other;
    LinkRow {
        id: place.id.clone(),
        name: place.full_name.clone(),
        lies: parents.clone(),
        extent: w.t(extent_word(&link.extent)),
        code: place.code.clone(),
    }
}

fn twin_row(w: &W, place: &Place, twin: &Found) -> TwinRow {
    let Row { id, name, lies, time, code } = Row::of(w, twin);
    let key = match (twin.place.code == place.code, twin.place.name == place.name) {
        (true, true) => "place-twin-both",
        (true, false) => "place-twin-code",
        (false, _) => "place-twin-name",
    };
    TwinRow { id, name, lies, time, why: w.x(key, &code), code }
}

/// Brings the lines of one place together.
fn child_rows(w: &W, parent: &Place, children: Vec<Child>) -> Vec<ChildRow> {
    let mut rows: Vec<(ChildRow, Vec<String>)> = Vec::new();
    for (id, name, _, other, extent) in children {
        if rows.last().is_none_or(|(row, _)| row.id != id) {
            rows.push((ChildRow { id, name, others: String::new() }, Vec::new()));
        }
        if let (Some((_, others)), Some(other)) = (rows.last_mut(), other) {
            let other = within_sentence(&other);
            others.push(if extent.as_deref() == Some("part") { w.x("place-part-of", other) } else { other });
        }
    }
    let key = if parent.is_old() { "place-child-became" } else { "place-child-made-of" };
    let finish = |(row, others): (ChildRow, Vec<String>)| ChildRow {
        others: if others.is_empty() { String::new() } else { w.x(key, others.join(", ")) },
        ..row
    };
    rows.into_iter().map(finish).collect()
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let w = &s.w;
    let place = |id: &str, name: &str, kind: &str, lat: f64, lon: f64| Place {
        id: id.into(),
        era: if id.starts_with('o') { "old" } else { "new" }.into(),
        code: id.chars().skip(1).collect(),
        kind: kind.into(),
        name: name.into(),
        full_name: format!("{} {name}", if kind == "province" { "Tỉnh" } else { "Xã" }),
        parent_id: None,
        lat: Some(lat),
        lon: Some(lon),
        valid_from: if id.starts_with('o') { super::BEGINNING_UNKNOWN } else { super::FIRST_NEW }.into(),
        valid_to: id.starts_with('o').then(|| super::LAST_OLD.into()),
    };
    let old =
        Found { place: place("o00001", "Suối Trong", "commune", 21.1, 105.1), parents: "huyện Núi Cao, tỉnh Ven Sông".into() };
    let new = Found { place: place("n00001", "Suối Trong", "commune", 21.2, 105.2), parents: "tỉnh Ven Sông".into() };
    let provinces = vec![place("n01", "Ven Sông", "province", 21.0, 105.0), place("o01", "Đồi Chè", "province", 20.0, 106.0)];
    let index = |q: &str, found: Vec<Row>, at_error| {
        let (heading, q, at) = (w.t("places-heading"), q.into(), String::new());
        let (eras, map_caption) = (Vec::new(), String::new());
        let mut page = IndexPage { s: s.clone(), heading, q, at, at_error, found, eras, map_caption, map_width: 0, map_height: 0 };
        page.show(self::eras(w, provinces.clone()));
        page
    };
    let link = |other: &Found, extent: &str| Link { other: other.clone(), extent: extent.into(), shared: 2 };
    let above = vec![("o001".into(), "Huyện Núi Cao".into()), ("o01".into(), "Tỉnh Ven Sông".into())];
    let lineage = |found: &Found| Lineage { found: found.clone(), above: above.clone() };
    let near = [old.place.clone(), place("o00002", "Đồng Cao", "commune", 21.3, 105.0)];
    let child = |id: &str, extent: &str| {
        (id.to_owned(), "Xã Đồng Cao".to_owned(), "00002".to_owned(), Some("Xã Suối Trong".to_owned()), Some(extent.to_owned()))
    };
    let country = Found { place: provinces.first().cloned().unwrap_or_else(|| old.place.clone()), parents: String::new() };
    let alone = Lineage { found: country, above: Vec::new() };
    vec![
        web::draw("places", &index("", Vec::new(), None)),
        web::draw("places-found", &index("suoi trong", vec![Row::of(w, &old), Row::of(w, &new)], Some(w.t("place-at-unreadable")))),
        web::draw("place-old", &draw_place(s.clone(), &lineage(&old), &[link(&new, "whole")], &[], Vec::new(), &near)),
        web::draw(
            "place-split",
            &draw_place(
                s.clone(),
                &lineage(&old),
                &[link(&new, "part"), link(&new, "part")],
                std::slice::from_ref(&new),
                Vec::new(),
                &near,
            ),
        ),
        web::draw("place-new", &draw_place(s.clone(), &lineage(&new), &[link(&old, "whole"), link(&old, "part")], &[], Vec::new(), &near)),
        web::draw(
            "place-province",
            &draw_place(s.clone(), &alone, &[], &[], vec![child("n00002", "whole"), child("n00003", "part")], &provinces),
        ),
    ]
}
