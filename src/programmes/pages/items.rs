//! A place's items with its standings.

use super::{doubt, sign, titled, valid};
use crate::ground::Refused;
use crate::ground::numbers::money_short;
use crate::places::{self, Found};
use crate::programmes::actions;
use crate::programmes::item::{ItemState, LocalItem};
use crate::programmes::programme::{Listing, Standing, standing};
use crate::programmes::store::{self, Kin};
use crate::web::{self, Answer, Ask, Sample, Shell, W, page};
use askama::Template;
use axum::extract::Path;

struct ItemRow {
    id: String,
    name: String,
    component: String,
    figures: Vec<String>,
    note: String,
    illustration: bool,
}

struct Group {
    heading: String,
    state: String,
    mark: &'static str,
    items: Vec<ItemRow>,
}

struct StandingRow {
    period_id: String,
    standing: String,
    period: String,
    of: String,
    valid: String,
    basis: String,
    doubt: Option<String>,
    source: String,
    now: String,
    mark: &'static str,
}

#[derive(Template)]
#[template(path = "programmes/pages/items.html")]
struct ItemsPage {
    s: Shell,
    place: String,
    heading: String,
    line: String,
    keeps: bool,
    money: Vec<(&'static str, String, String)>,
    groups: Vec<Group>,
    kin: Vec<Kin>,
    standings_heading: String,
    standings: Vec<StandingRow>,
}

pub(super) async fn index(ask: Ask, Path(id): Path<String>) -> Answer {
    let db = ask.db();
    let found = places::located(db, &id).await?.ok_or(Refused::Absent)?;
    let items = store::local_items(db, &id).await?;
    let kin = store::kin_with_items(db, &id).await?;
    let standings = store::standings(db, &id).await?;
    let keeps = actions::keeps(db, &ask.actor, &id).await?;
    page(&draw_items(ask.shell(""), &found, &items, kin, standings, keeps))
}

fn draw_items(s: Shell, found: &Found, items: &[LocalItem], kin: Vec<Kin>, standings: Vec<Listing>, keeps: bool) -> ItemsPage {
    let w = s.w.clone();
    let place = &found.place;
    let groups: Vec<Group> = ItemState::ALL.into_iter().filter_map(|state| group(&w, state, items)).collect();
    let counts: Vec<String> = ItemState::ALL
        .into_iter()
        .filter_map(|state| {
            let count = items.iter().filter(|it| it.state() == state).count();
            let key = match state {
                ItemState::Done => "items-heading-done",
                ItemState::UnderWay => "items-heading-under-way",
                ItemState::Planned => "items-heading-planned",
            };
            (count > 0).then(|| w.n(key, count))
        })
        .collect();
    let heading =
        if counts.is_empty() { w.x("items-none", &place.full_name) } else { w.xy("items-heading", &place.full_name, counts.join(", ")) };
    let sum = |of: fn(&LocalItem) -> i64| items.iter().map(of).sum::<i64>();
    let (planned, spent) = (sum(|it| it.planned), sum(|it| it.spent));
    let today = s.now.date().iso();
    ItemsPage {
        place: place.id.clone(),
        heading,
        line: found.line_begun(),
        keeps,
        money: if planned + spent > 0 {
            vec![figure("items-planned-money", planned), figure("items-spent-money", spent)]
        } else {
            Vec::new()
        },
        groups,
        kin,
        standings_heading: if standings.is_empty() { w.t("standings-none") } else { w.n("standings-some", standings.len()) },
        standings: standings.into_iter().map(|it| standing_row(&w, &place.id, it, &today)).collect(),
        s: titled(s, found, &w.t("items-crumb")),
    }
}

/// A word, a number and its unit.
fn figure(word: &'static str, dong: i64) -> (&'static str, String, String) {
    let amount = money_short(dong);
    let (number, unit) = amount.split_once(' ').unwrap_or((&amount, ""));
    (word, number.to_owned(), unit.to_owned())
}

fn sign_of(state: ItemState) -> &'static str {
    match state {
        ItemState::Done => "good",
        ItemState::UnderWay => "part",
        ItemState::Planned => "wait",
    }
}

fn group(w: &W, state: ItemState, items: &[LocalItem]) -> Option<Group> {
    let items: Vec<ItemRow> = items.iter().filter(|it| it.state() == state).map(|it| item_row(w, it)).collect();
    let key = match state {
        ItemState::Done => "items-done",
        ItemState::UnderWay => "items-under-way",
        ItemState::Planned => "items-planned",
    };
    (!items.is_empty()).then(|| Group { heading: w.n(key, items.len()), state: w.t(state.word()), mark: sign_of(state), items })
}

fn item_row(w: &W, it: &LocalItem) -> ItemRow {
    let mut figures = vec![w.x("item-in-year", it.year), w.x("item-planned-money", money_short(it.planned))];
    // Of what is only planned nobody asks what was spent.
    figures.extend((it.spent > 0 || it.state() != ItemState::Planned).then(|| w.x("item-spent-money", money_short(it.spent))));
    ItemRow {
        id: it.id.clone(),
        name: it.name.clone(),
        component: format!("{} ({})", it.component_name, it.period),
        figures,
        note: it.note.clone(),
        illustration: it.illustration,
    }
}

fn standing_row(w: &W, place: &str, it: Listing, today: &str) -> StandingRow {
    let now = standing(&it.valid_from, it.valid_to.as_deref(), today);
    let word = match now {
        Standing::Over => "listing-over",
        Standing::Now => "listing-now",
        Standing::Ahead => "listing-ahead",
    };
    let whose = format!("{}, {}", places::within_sentence(&it.place_name), it.lies);
    StandingRow {
        of: if it.place_id == place { String::new() } else { w.x("listing-of", whose) },
        valid: valid(w, &it),
        doubt: doubt(w, &it.mark),
        now: w.t(word),
        mark: sign(now),
        period_id: it.period_id,
        period: it.period,
        standing: it.standing,
        basis: it.basis,
        source: it.source,
    }
}

pub(super) fn sample_listing() -> Listing {
    Listing {
        period_id: "2".into(),
        period: "Chương trình Núi Cao, 2016–2020".into(),
        place_id: "o00001".into(),
        place_name: "Xã Suối Trong".into(),
        lies: "huyện Núi Cao".into(),
        standing: "Xã thuộc diện đầu tư năm 2016".into(),
        valid_from: "2016-01-01".into(),
        valid_to: Some("2017-06-19".into()),
        basis: "Quyết định 1/QĐ".into(),
        mark: "partly".into(),
        source: "Công báo".into(),
    }
}

/// An invented place with three invented items.
pub(super) fn sample_items(s: &Shell) -> (Found, [LocalItem; 3]) {
    let place = places::Place {
        id: "o00001".into(),
        era: "old".into(),
        code: "00001".into(),
        kind: "commune".into(),
        name: "Suối Trong".into(),
        full_name: "Xã Suối Trong".into(),
        parent_id: None,
        lat: None,
        lon: None,
        valid_from: places::BEGINNING_UNKNOWN.into(),
        valid_to: Some(places::LAST_OLD.into()),
    };
    let found = Found { place, parents: "huyện Núi Cao, tỉnh Ven Sông".into() };
    let item = |id: &str, state: ItemState| LocalItem {
        id: id.into(),
        place_id: "o00001".into(),
        component_id: "1".into(),
        component_name: "Tiểu dự án 1".into(),
        period: "Chương trình Núi Cao, 2016–2020".into(),
        name: "Cầu treo suối Trong".into(),
        year: 2018,
        planned: 450_000_000,
        spent: 200_000_000,
        state: state.name().into(),
        note: "42 hộ".into(),
        illustration: true,
        changed_at: s.now,
        changed_by: (state == ItemState::Done).then(|| "Hà Văn An".into()),
        changed_hlc: 1,
    };
    (found, ItemState::ALL.map(|state| item(state.name(), state)))
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let (found, items) = sample_items(s);
    let kin = vec![("n00001".to_owned(), "Xã Suối Trong".to_owned(), 2)];
    let listings = ["o00001", "n00001"].map(|id| Listing { place_id: id.into(), ..sample_listing() }).to_vec();
    vec![
        web::draw("items", &draw_items(s.clone(), &found, &items, kin, listings, true)),
        web::draw("items-none", &draw_items(s.clone(), &found, &[], Vec::new(), Vec::new(), false)),
    ]
}
