//! One item: its form, new or as it stands, and what somebody else made of it meanwhile.

use super::titled;
use crate::ground::numbers::{grouped, money};
use crate::ground::{Invalid, Refused};
use crate::places::{self, Found};
use crate::programmes::actions;
use crate::programmes::item::{Draft, ItemState, LocalItem};
use crate::programmes::programme::{Component, Period, Standing};
use crate::programmes::store;
use crate::web::{self, Answer, Ask, Form, Sample, Shell, W, page, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

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
    /// Under the heading.
    status: Vec<String>,
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
            status: vec![found.line_begun()],
            keeps: true,
            action: format!("/places/{}/items", found.place.id),
            draft_key: Some(draft_key(s.actor.id(), &found.place.id)),
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
        let mut status = vec![found.line_begun(), changed];
        status.extend(item.illustration.then(|| w.t("item-illustration")));
        Self {
            heading: if keeps { w.x("item-change-heading", &item.name) } else { item.name.clone() },
            status,
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

/// Under which the device keeps what is being written: this person's, for this place.
fn draft_key(person: &str, place: &str) -> String {
    format!("item-{place}-{person}")
}

fn states(w: &W) -> Vec<(&'static str, String)> {
    ItemState::ALL.into_iter().map(|it| (it.name(), w.t(it.word()))).collect()
}

fn facts(w: &W, item: &LocalItem) -> Vec<(String, String)> {
    let fact = |key: &str, value: String| (w.t(key), value);
    let all = [
        fact("item-name", item.name.clone()),
        fact("item-component", format!("{} ({})", item.component_name, item.period)),
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
        name: period.short_name(),
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
        Ok(_) => see(format!("/places/{place}/items?done=item-kept&draft={}", draft_key(ask.actor.id(), &place))),
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

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let (found, items) = super::items::sample_items(s);
    let choices = || vec![Choices { name: "Giai đoạn 2".into(), components: vec![("1".into(), "Tiểu dự án 1".into())] }];
    let wrong = Draft { year: "2030".into(), planned: "?".into(), ..Draft::default() }.read(None).err().unwrap_or_default();
    let mut pages = vec![web::draw("item-new", &ItemPage::add(s.clone(), &found, Draft::default(), choices()))];
    for it in &items {
        let change = |keeps| ItemPage::change(s.clone(), &found, it, draft_from(it), choices(), keeps);
        pages.push(web::draw("item", &change(false)));
        pages.push(web::draw("item-change", &change(true).overtaken(it)));
        pages.push(web::draw("item-again", &change(true).refused(wrong.clone())));
    }
    pages
}
