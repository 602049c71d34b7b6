//! The chain of programmes, and one period with its components and places.

use super::{doubt, sign, valid};
use crate::ground::Refused;
use crate::programmes::programme::{Component, Listing, Period, Standing, day};
use crate::programmes::store;
use crate::web::{self, Answer, Ask, Sample, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// So many places of a period are shown.
const MOST: i64 = 500;

struct PeriodRow {
    id: String,
    name: String,
    agency: String,
    days: String,
    counts: Vec<String>,
    basis: String,
    standing: String,
    mark: &'static str,
}

struct ProgrammePart {
    id: String,
    short_name: String,
    name: String,
    periods: Vec<PeriodRow>,
}

struct Bar {
    class: &'static str,
    x: i64,
    width: i64,
    year: i64,
}

#[derive(Template)]
#[template(path = "programmes/pages/index.html")]
struct IndexPage {
    s: Shell,
    heading: String,
    status: Vec<String>,
    chain: String,
    next: Option<(String, String)>,
    bars: Vec<Bar>,
    programmes: Vec<ProgrammePart>,
}

pub(super) async fn index(ask: Ask) -> Answer {
    let periods = store::periods(ask.db()).await?;
    let own = store::own_place(ask.db(), ask.actor.id()).await?;
    let title = ask.w().t("programmes-title");
    page(&draw_index(ask.shell(title), &periods, own.as_deref()))
}

fn draw_index(s: Shell, periods: &[Period], own: Option<&str>) -> IndexPage {
    let w = s.w.clone();
    let today = s.now.date().iso();
    let now = periods.iter().find(|it| it.standing(&today) == Standing::Now);
    let heading = match now {
        Some(period) => w.x("programmes-now", period.short_name()),
        None if periods.is_empty() => w.t("programmes-empty"),
        None => w.t("programmes-none-now"),
    };
    let first = periods.iter().map(|it| it.years().0).min().unwrap_or_default();
    let last = periods.iter().map(|it| it.years().1).max().unwrap_or_default();
    let mut programmes: Vec<ProgrammePart> = Vec::new();
    for period in periods {
        if programmes.last().is_none_or(|it| it.id != period.programme_id) {
            let (id, short_name, name) = (period.programme_id.clone(), period.programme_name.clone(), period.programme_full_name.clone());
            programmes.push(ProgrammePart { id, short_name, name, periods: Vec::new() });
        }
        if let Some(programme) = programmes.last_mut() {
            programme.periods.push(period_row(&w, period, &today));
        }
    }
    IndexPage {
        heading,
        status: now.map(|it| vec![it.agency.clone(), days(&w, it)]).unwrap_or_default(),
        chain: w.nx("programmes-chain", periods.len(), format!("{first}–{last}")),
        next: next(&w, own, now),
        bars: bars(periods, &today, first, last),
        programmes,
        s,
    }
}

/// The one thing to do next: to the items of one's own place, or to what is under way.
fn next(w: &W, own: Option<&str>, now: Option<&Period>) -> Option<(String, String)> {
    let mine = own.map(|it| (format!("/places/{it}/items"), w.t("programmes-my-items")));
    mine.or_else(|| now.map(|it| (format!("/programmes/{}", it.id), w.t("programmes-now-components"))))
}

fn days(w: &W, period: &Period) -> String {
    w.xy("period-days", day(&period.starts_on), day(&period.ends_on))
}

fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Over => "period-over",
        Standing::Now => "period-now",
        Standing::Ahead => "period-ahead",
    }
}

fn period_row(w: &W, period: &Period, today: &str) -> PeriodRow {
    let counts = [("period-counts-components", period.components), ("period-counts-places", period.places)];
    let standing = period.standing(today);
    PeriodRow {
        id: period.id.clone(),
        name: period.name.clone(),
        agency: period.agency.clone(),
        days: days(w, period),
        counts: counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| w.n(key, count)).collect(),
        basis: period.basis().join("; "),
        standing: w.t(standing_word(standing)),
        mark: sign(standing),
    }
}

/// The periods side by side on one line of years.
fn bars(periods: &[Period], today: &str, first: i64, last: i64) -> Vec<Bar> {
    let years = (last - first + 1).max(1);
    let at = |year: i64| (year - first) * 328 / years;
    let bar = |period: &Period| {
        let (from, to) = period.years();
        let class = match period.standing(today) {
            Standing::Now => "good",
            Standing::Over => "wait",
            Standing::Ahead => "off",
        };
        Bar { class, x: at(from), width: (at(to + 1) - at(from) - 3).max(2), year: from }
    };
    periods.iter().map(bar).collect()
}

struct Node {
    name: String,
    doubt: Option<String>,
    note: String,
    /// Components of its own follow.
    opens: bool,
    /// So many lists end with it.
    closes: i64,
}

struct ListingRow {
    place_id: String,
    place: String,
    lies: String,
    standing: String,
    valid: String,
    basis: String,
    doubt: Option<String>,
}

#[derive(Template)]
#[template(path = "programmes/pages/period.html")]
struct PeriodPage {
    s: Shell,
    programme: String,
    name: String,
    heading: String,
    days: String,
    agency: String,
    standing: String,
    mark: &'static str,
    doubt: Option<String>,
    note: String,
    next: Option<(String, String)>,
    basis: Vec<String>,
    nodes: Vec<Node>,
    places_heading: String,
    places: Vec<ListingRow>,
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let period = store::period(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    let components = store::components(ask.db(), &id).await?;
    let listings = store::listed_places(ask.db(), &id, MOST).await?;
    let own = store::own_place(ask.db(), ask.actor.id()).await?;
    page(&draw_period(ask.shell(&period.name), &period, &components, listings, own.as_deref()))
}

fn draw_period(s: Shell, period: &Period, components: &[Component], listings: Vec<Listing>, own: Option<&str>) -> PeriodPage {
    let w = s.w.clone();
    let standing = period.standing(&s.now.date().iso());
    let doubt = match period.mark.as_str() {
        "partly" => Some(w.t("period-doubt-partly")),
        "memory" => Some(w.t("period-doubt-memory")),
        _ => None,
    };
    let shown = i64::try_from(listings.len()).unwrap_or_default();
    let places_heading =
        if shown >= MOST { w.xy("period-places-first", period.places, shown) } else { w.n("period-places", period.places) };
    PeriodPage {
        heading: w.nx("period-heading", components.len(), period.short_name()),
        programme: period.programme_full_name.clone(),
        name: period.name.clone(),
        days: days(&w, period),
        agency: period.agency.clone(),
        standing: w.t(standing_word(standing)),
        mark: sign(standing),
        doubt,
        note: period.note.clone(),
        next: next(&w, own, None),
        basis: period.basis().into_iter().map(str::to_owned).collect(),
        nodes: nodes(&w, &period.mark, components),
        places_heading,
        places: listings.into_iter().map(|it| listing_row(&w, it)).collect(),
        s: s.crumb("/programmes", w.t("programmes-title")),
    }
}

fn nodes(w: &W, period: &str, components: &[Component]) -> Vec<Node> {
    let after = components.iter().skip(1).map(|it| it.depth).chain(std::iter::once(0));
    let node = |(it, next): (&Component, i64)| Node {
        name: it.name.clone(),
        // What the notice on top says of the whole is not said again of each.
        doubt: if it.mark == period { None } else { doubt(w, &it.mark) },
        note: it.note.clone(),
        opens: next > it.depth,
        closes: (it.depth - next).max(0),
    };
    components.iter().zip(after).map(node).collect()
}

fn listing_row(w: &W, it: Listing) -> ListingRow {
    ListingRow {
        valid: valid(w, &it),
        doubt: doubt(w, &it.mark),
        place_id: it.place_id,
        place: it.place_name,
        lies: it.lies,
        standing: it.standing,
        basis: it.basis,
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let period = |id: &str, from: &str, to: &str, mark: &str| Period {
        id: id.into(),
        programme_id: "1".into(),
        programme_name: "Chương trình Núi Cao".into(),
        programme_full_name: "Chương trình phát triển các xã Núi Cao".into(),
        name: format!("Giai đoạn {id}"),
        starts_on: from.into(),
        ends_on: to.into(),
        agency: "Ủy ban Núi Cao".into(),
        legal_basis: "Quyết định 1/QĐ\nQuyết định 2/QĐ".into(),
        mark: mark.into(),
        note: "Tên gọi chờ đối chiếu".into(),
        components: 3,
        places: 1,
    };
    let component = |code: &str, depth: i64, mark: &str| Component {
        id: code.into(),
        period_id: "2".into(),
        parent_id: None,
        code: code.into(),
        name: format!("Tiểu dự án {code}"),
        depth,
        mark: mark.into(),
        note: String::new(),
    };
    let periods = [
        period("1", "2006-01-01", "2010-12-31", "checked"),
        period("2", "2016-01-01", "2020-12-31", "partly"),
        period("3", "2021-01-01", "2025-12-31", "memory"),
    ];
    let components = [component("1", 0, "checked"), component("2", 1, "partly"), component("3", 2, "memory"), component("4", 0, "checked")];
    let mut pages = vec![
        web::draw("programmes", &draw_index(s.clone(), &periods, Some("o00001"))),
        web::draw("programmes-empty", &draw_index(s.clone(), &[], None)),
    ];
    for (period, listings) in periods.iter().zip([vec![], vec![super::items::sample_listing()], vec![]]) {
        pages.push(web::draw("period", &draw_period(s.clone(), period, &components, listings, None)));
    }
    pages
}
