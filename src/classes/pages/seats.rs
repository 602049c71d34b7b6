//! Seats: which places are asked, for how many people; each place's own link.

use super::super::actions;
use super::super::class::Class;
use super::super::seat::{Asked, Seat, call_token};
use super::super::store;
use super::{Filled, class_shell, sample_class};
use crate::ground::dates::Date;
use crate::ground::{Invalid, Refused, Word};
use crate::places::{self, Found, Place};
use crate::web::{Answer, Ask, Form, Sample, Shell, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/seats.html")]
struct SeatsPage {
    s: Shell,
    class: Class,
    q: String,
    found: Vec<Found>,
    lines: Vec<Line>,
    total: i64,
    origin: String,
    f: Filled,
}

impl SeatsPage {
    fn asked(&self, place: &str) -> bool {
        self.lines.iter().any(|it| it.seat.place_id == place)
    }
}

struct Line {
    seat: Seat,
    token: String,
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    page(&seats_page(&ask, &id, Filled::default()).await?)
}

async fn seats_page(ask: &Ask, id: &str, f: Filled) -> Result<SeatsPage, Refused> {
    let class = store::class_run(ask.db(), &ask.actor, id).await?;
    let q = ask.query("q");
    let found = if q.is_empty() { Vec::new() } else { places::find(ask.db(), &q, Date::from_iso(&class.starts_on).ok(), 20).await? };
    let seats = store::seats(ask.db(), id).await?;
    Ok(SeatsPage {
        s: class_shell(ask, &class, ask.w().t("seats-crumb")),
        q,
        found,
        total: seats.iter().map(|it| it.seats).sum(),
        lines: seats.into_iter().map(|seat| Line { token: call_token(&ask.house().key, &class, &seat.place_id), seat }).collect(),
        origin: ask.origin.clone(),
        f,
        class,
    })
}

/// The places of the form with their numbers, or what is wrong.
fn typed(form: &Form) -> Result<Vec<Asked>, Invalid> {
    let values =
        |name: &str| form.pairs().iter().filter(|(it, _)| it == name).map(|(_, value)| value.trim().to_owned()).collect::<Vec<_>>();
    let (places, seats, units) = (values("place"), values("seats"), values("unit"));
    let mut units = units.into_iter();
    places
        .into_iter()
        .zip(seats)
        .map(|(place_id, seats)| {
            // An emptied field asks nobody.
            let seats = if seats.is_empty() { Ok(0) } else { seats.parse() };
            let wrong = || {
                let mut invalid = Invalid::default();
                invalid.add("seats", Word::new("seat-count-form").with("x", super::super::seat::MOST.to_string()));
                invalid
            };
            Asked { place_id, seats: seats.map_err(|_| wrong())?, unit: units.next().unwrap_or_default() }.checked()
        })
        .collect()
}

async fn ask_for(ask: &Ask, id: &str, form: Form, places: Result<Vec<Asked>, Refused>) -> Answer {
    let done = match places {
        Ok(places) => actions::ask_seats(ask.db(), &ask.actor, ask.deed(&form), id, places).await,
        Err(refused) => Err(refused),
    };
    match done {
        Ok(()) => see(format!("/classes/{id}/seats?done=seats-asked")),
        Err(refused) => again(&seats_page(ask, id, Filled::again(form, refused)?).await?),
    }
}

pub(super) async fn ask_seats(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let places = typed(&form).map_err(Refused::from);
    ask_for(&ask, &id, form, places).await
}

/// The same number of seats for every commune of a district; those that are asked already keep theirs.
pub(super) async fn district(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let places = communes(&ask, &id, &form).await;
    ask_for(&ask, &id, form, places).await
}

async fn communes(ask: &Ask, id: &str, form: &Form) -> Result<Vec<Asked>, Refused> {
    let class = store::class_run(ask.db(), &ask.actor, id).await?;
    let known = store::seats(ask.db(), id).await?;
    let each = typed(form)?.into_iter().next().ok_or_else(|| Invalid::field("place", "seat-place-unknown"))?;
    let stands =
        |it: &Place| it.valid_from <= class.starts_on && it.valid_to.as_deref().is_none_or(|last| last >= class.starts_on.as_str());
    let mut communes = places::within(ask.db(), &each.place_id).await?;
    communes.retain(|it| it.kind == "commune" && stands(it) && !known.iter().any(|seat| seat.place_id == it.id));
    if communes.is_empty() {
        return Err(Invalid::field("place", "seats-district-empty").into());
    }
    Ok(communes.into_iter().map(|it| Asked { place_id: it.id, seats: each.seats, unit: String::new() }).collect())
}

/// A place's seats for samples.
pub(super) fn sample_seat() -> Seat {
    Seat {
        place_id: "o08542".into(),
        place_name: "Xã Mỹ Lung".into(),
        parent_name: "Huyện Yên Lập".into(),
        parent_id: Some("o239".into()),
        seats: 2,
        unit: "UBND xã".into(),
        answered_at: None,
        declined_why: None,
        named: 0,
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let place = |kind: &str| Found {
        place: Place {
            id: format!("o{kind}"),
            era: "old".into(),
            code: "08542".into(),
            kind: kind.into(),
            name: "Mỹ Lung".into(),
            full_name: "Xã Mỹ Lung".into(),
            parent_id: None,
            lat: None,
            lon: None,
            valid_from: "1900-01-01".into(),
            valid_to: Some("2025-06-30".into()),
        },
        parents: "huyện Yên Lập, tỉnh Phú Thọ".into(),
    };
    let class = sample_class();
    let one = |q: &str, found: Vec<Found>, lines: Vec<Line>| SeatsPage {
        s: s.clone(),
        class: class.clone(),
        q: q.into(),
        found,
        total: 2,
        lines,
        origin: "https://nguon.example".into(),
        f: Filled { invalid: Invalid::field("place", "seats-district-empty"), ..Filled::default() },
    };
    let line = Line { token: call_token("key", &class, "o08542"), seat: sample_seat() };
    vec![
        draw("seats", &one("mỹ lung", vec![place("commune"), place("district")], vec![line])),
        draw("seats-none", &one("không có", Vec::new(), Vec::new())),
    ]
}
