//! A place's items with its standings, and the form of one item.

use super::{doubt, sign, valid};
use crate::ground::numbers::{grouped, money, money_short};
use crate::ground::{Invalid, Refused, Word};
use crate::places::{self, Found};
use crate::programmes::actions;
use crate::programmes::item::{Draft, ItemState, LocalItem};
use crate::programmes::programme::{Component, Listing, Period, Standing, standing};
use crate::programmes::store::{self, Kin};
use crate::web::{self, Answer, Ask, Form, Sample, Shell, W, page, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

struct ItemRow {
    id: String,
    name: String,
    component: String,
    figures: String,
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
    money: Option<(String, String)>,
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
    let counts: Vec<String> = ItemState::ALL.into_iter().filter_map(|state| {
        let count = items.iter().filter(|it| it.state() == state).count();
        let key = match state {
            ItemState::Done => "items-heading-done",
            ItemState::UnderWay => "items-heading-under-way",
            ItemState::Planned => "items-heading-planned",
        };
        (count > 0).then(|| w.n(key, count))
    }).collect();
    let heading = if counts.is_empty() { w.x("items-none", &place.full_name) } else { w.xy("items-heading", &place.full_name, counts.join(", ")) };
    let sum = |of: fn(&LocalItem) -> i64| items.iter().map(of).sum::<i64>();
    let (planned, spent) = (sum(|it| it.planned), sum(|it| it.spent));
    let today = s.now.date().iso();
    ItemsPage {
        place: place.id.clone(),
        heading,
        line: found.line_begun(),
        keeps,
        money: (planned + spent > 0).then(|| (money_short(planned), money_short(spent))),
        groups,
        kin,
        standings_heading: if standings.is_empty() { w.t("standings-none") } else { w.n("standings-some", standings.len()) },
        standings: standings.into_iter().map(|it| standing_row(&w, &place.id, it, &today)).collect(),
        s: titled(s, found, &w.t("items-crumb")),
    }
}

/// The shell with the way back to the place.
fn titled(s: Shell, found: &Found, title: &str) -> Shell {
    let places = s.w.t("places-title");
    let mut s = s.crumb("/places", places).crumb(format!("/places/{}", found.place.id), &found.place.full_name);
    s.title = format!("{title} · {}", found.place.full_name);
    s
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
    let figures = Word::new("item-figures").with("year", it.year.to_string()).with("planned", money_short(it.planned)).with("spent", money_short(it.spent));
    ItemRow {
        id: it.id.clone(),
        name: it.name.clone(),
        component: format!("{} · {}", it.component_name, it.period_name),
        figures: w.word(&figures),
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
        period: format!("{}, {}", it.programme_name, places::within_sentence(&it.period_name)),
        of: if it.place_id == place { String::new() } else { w.x("listing-of", whose) },
        valid: valid(w, &it),
        doubt: doubt(w, &it.mark),
        now: w.t(word),
        mark: sign(now),
        period_id: it.period_id,
        standing: it.standing,
        basis: it.basis,
        source: it.source,
    }
}

struct Choices {
    name: String,
    components: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "programmes/pages/item.html")]
struct ItemPage {
    s: Shell,
    place: String,
    heading: String,
    line: String,
    illustration: bool,
    keeps: bool,
    action: String,
    draft_key: Option<String>,
    seen: i64,
    draft: Draft,
    choices: Vec<Choices>,
    states: Vec<(&'static str, String)>,
    invalid: Invalid,
    errors: Vec<(String, String)>,
    /// Somebody else's version came in between.
    theirs: Option<String>,
    facts: Vec<(String, String)>,
}

impl ItemPage {
    fn wrong(&self, field: &str) -> Option<String> {
        self.invalid.at(field).map(|it| self.s.w.word(it))
    }

    /// A new item of a place.
    fn add(s: Shell, found: &Found, draft: Draft, choices: Vec<Choices>) -> Self {
        let w = s.w.clone();
        let heading = w.x("item-add-heading", found.place.within_sentence());
        let s = titled(s, found, &w.t("item-add")).crumb(format!("/places/{}/items", found.place.id), w.t("items-crumb"));
        Self {
            place: found.place.id.clone(),
            heading,
            line: found.line_begun(),
            illustration: false,
            keeps: true,
            action: format!("/places/{}/items", found.place.id),
            draft_key: Some(draft_key(&found.place.id)),
            seen: 0,
            draft,
            choices,
            states: states(&w),
            invalid: Invalid::default(),
            errors: Vec::new(),
            theirs: None,
            facts: Vec::new(),
            s,
        }
    }

    /// An item as it stands, with the form for those who may keep it.
    fn change(s: Shell, found: &Found, item: &LocalItem, draft: Draft, choices: Vec<Choices>, keeps: bool) -> Self {
        let w = s.w.clone();
        let changed = match &item.changed_by {
            Some(by) => w.xy("item-changed-by", item.changed_at, by),
            None => w.x("item-changed", item.changed_at),
        };
        Self {
            heading: if keeps { w.x("item-change-heading", &item.name) } else { item.name.clone() },
            line: format!("{} · {changed}", found.line_begun()),
            illustration: item.illustration,
            keeps,
            action: format!("/items/{}", item.id),
            draft_key: None,
            seen: item.changed_hlc,
            facts: if keeps { Vec::new() } else { facts(&w, item) },
            ..Self::add(s, found, draft, choices)
        }
    }

    fn refused(mut self, invalid: Invalid) -> Self {
        self.errors = invalid.fields.iter().map(|(field, word)| (field.clone(), self.s.w.word(word))).collect();
        self.invalid = invalid;
        self
    }

    fn overtaken(mut self, item: &LocalItem) -> Self {
        let w = &self.s.w;
        self.facts = facts(w, item);
        self.theirs = Some(item.changed_by.as_ref().map_or_else(|| w.t("item-conflict-nobody"), |by| w.x("item-conflict", by)));
        self
    }
}

fn draft_key(place: &str) -> String {
    format!("item-{place}")
}

fn states(w: &W) -> Vec<(&'static str, String)> {
    ItemState::ALL.into_iter().map(|it| (it.name(), w.t(it.word()))).collect()
}

fn facts(w: &W, item: &LocalItem) -> Vec<(String, String)> {
    let fact = |key: &str, value: String| (w.t(key), value);
    let all = [
        fact("item-name", item.name.clone()),
        fact("item-component", format!("{} · {}", item.component_name, item.period_name)),
        fact("item-state", w.t(item.state().word())),
        fact("item-year", item.year.to_string()),
        fact("item-planned", money(item.planned)),
        fact("item-spent", money(item.spent)),
        fact("item-note", item.note.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The components to choose from: the period under way first, then the others as they follow.
async fn choices(ask: &Ask) -> Result<Vec<Choices>, web::Failure> {
    let mut periods = store::periods(ask.db()).await?;
    let today = ask.now().date().iso();
    periods.sort_by_key(|it| it.standing(&today) != Standing::Now);
    Ok(sorted_choices(&periods, &store::all_components(ask.db()).await?))
}

fn sorted_choices(periods: &[Period], components: &[Component]) -> Vec<Choices> {
    let of = |period: &Period| Choices {
        name: format!("{}, {}", period.programme_name, places::within_sentence(&period.name)),
        components: components.iter().filter(|it| it.period_id == period.id).map(indented).collect(),
    };
    periods.iter().map(of).collect()
}

fn indented(it: &Component) -> (String, String) {
    (it.id.clone(), format!("{}{}", "— ".repeat(usize::try_from(it.depth).unwrap_or_default()), it.name))
}

fn draft_of(form: &Form) -> Draft {
    Draft {
        name: form.line("name"),
        component: form.line("component"),
        year: form.line("year"),
        planned: form.line("planned"),
        spent: form.line("spent"),
        state: form.line("state"),
        note: form.lines("note"),
    }
}

fn draft_from(item: &LocalItem) -> Draft {
    let amount = |dong: i64| if dong == 0 { String::new() } else { grouped(dong) };
    Draft {
        name: item.name.clone(),
        component: item.component_id.clone(),
        year: item.year.to_string(),
        planned: amount(item.planned),
        spent: amount(item.spent),
        state: item.state.clone(),
        note: item.note.clone(),
    }
}

pub(super) async fn new(ask: Ask, Path(place): Path<String>) -> Answer {
    let found = places::located(ask.db(), &place).await?.ok_or(Refused::Absent)?;
    if !actions::keeps(ask.db(), &ask.actor, &place).await? {
        return Err(Refused::Denied.into());
    }
    let draft = Draft { year: ask.now().date().year().to_string(), ..Draft::default() };
    let choices = choices(&ask).await?;
    page(&ItemPage::add(ask.shell(""), &found, draft, choices))
}

pub(super) async fn add(ask: Ask, Path(place): Path<String>, form: Form) -> Answer {
    let draft = draft_of(&form);
    match actions::add_item(ask.db(), &ask.actor, ask.deed(&form), &place, &draft).await {
        Ok(_) => see(format!("/places/{place}/items?done=item-kept&draft={}", draft_key(&place))),
        Err(Refused::Invalid(invalid)) => {
            let found = places::located(ask.db(), &place).await?.ok_or(Refused::Absent)?;
            let choices = choices(&ask).await?;
            web::again(&ItemPage::add(ask.shell(""), &found, draft, choices).refused(invalid))
        }
        Err(other) => Err(other.into()),
    }
}

async fn item_page(ask: &Ask, item: &LocalItem, draft: Draft) -> Result<ItemPage, web::Failure> {
    let found = places::located(ask.db(), &item.place_id).await?.ok_or(Refused::Absent)?;
    let keeps = actions::keeps(ask.db(), &ask.actor, &item.place_id).await?;
    let choices = if keeps { choices(ask).await? } else { Vec::new() };
    Ok(ItemPage::change(ask.shell(&item.name), &found, item, draft, choices, keeps))
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let item = store::local_item(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    page(&item_page(&ask, &item, draft_from(&item)).await?)
}

pub(super) async fn change(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let draft = draft_of(&form);
    let seen = form.line("seen").parse().unwrap_or_default();
    let refused = match actions::change_item(ask.db(), &ask.actor, ask.deed(&form), &id, seen, &draft).await {
        Ok(place) => return see(format!("/places/{place}/items?done=item-kept")),
        Err(refused) => refused,
    };
    let item = store::local_item(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    match refused {
        // The form still names the version that its writer saw.
        Refused::Invalid(invalid) => web::again(&ItemPage { seen, ..item_page(&ask, &item, draft).await? }.refused(invalid)),
        Refused::Conflict { .. } => web::page_as(StatusCode::CONFLICT, &item_page(&ask, &item, draft).await?.overtaken(&item)),
        other => Err(other.into()),
    }
}

pub(super) fn sample_listing() -> Listing {
    Listing {
        period_id: "2".into(),
        period_name: "Giai đoạn 2".into(),
        programme_name: "Chương trình Núi Cao".into(),
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

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
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
        period_name: "Giai đoạn 2".into(),
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
    let items = ItemState::ALL.map(|state| item(state.name(), state));
    let kin = vec![("n00001".to_owned(), "Xã Suối Trong".to_owned(), 2)];
    let listings = ["o00001", "n00001"].map(|id| Listing { place_id: id.into(), ..sample_listing() }).to_vec();
    let choices = || vec![Choices { name: "Giai đoạn 2".into(), components: vec![("1".into(), "Tiểu dự án 1".into())] }];
    let mut pages = vec![
        web::draw("items", &draw_items(s.clone(), &found, &items, kin, listings, true)),
        web::draw("items-none", &draw_items(s.clone(), &found, &[], Vec::new(), Vec::new(), false)),
        web::draw("item-new", &ItemPage::add(s.clone(), &found, Draft::default(), choices())),
    ];
    let wrong = Draft { year: "2030".into(), planned: "?".into(), ..Draft::default() }.read(None).err().unwrap_or_default();
    for it in &items {
        pages.push(web::draw("item", &ItemPage::change(s.clone(), &found, it, draft_from(it), choices(), false)));
        pages.push(web::draw("item-change", &ItemPage::change(s.clone(), &found, it, draft_from(it), choices(), true).overtaken(it)));
        pages.push(web::draw("item-again", &ItemPage::change(s.clone(), &found, it, draft_from(it), choices(), true).refused(wrong.clone())));
    }
    pages
}
