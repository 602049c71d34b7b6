//! The difficulties of a class, and of a place.

use super::{Choice, Pages, Row, fields, page_of};
use crate::classes::class_seen;
use crate::difficulties::difficulty::{State, Verdict};
use crate::difficulties::store::{self, Counts, Filter};
use crate::ground::Refused;
use crate::places;
use crate::web::{Answer, Ask, Role, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// A tab over a list.
pub(in crate::difficulties) struct Tab {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) count: String,
    pub(super) here: bool,
}

#[derive(Template)]
#[template(path = "difficulties/pages/list.html")]
pub(super) struct ListPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) facts: Vec<String>,
    /// Address and words of the one thing to do.
    pub(super) main: Option<(String, String)>,
    pub(super) others: Vec<(String, String)>,
    pub(super) tabs: Vec<Tab>,
    pub(super) path: String,
    /// Hidden fields of the filter: what else is chosen.
    pub(super) kept: Vec<(String, String)>,
    pub(super) fields: Vec<Choice>,
    /// The places of the class; empty where there is nothing to choose.
    pub(super) places: Vec<Choice>,
    pub(super) rows: Vec<Row>,
    pub(super) empty: String,
    pub(super) pages: Pages,
}

impl ListPage {
    fn is_filtered(&self) -> bool {
        self.fields.iter().chain(&self.places).any(|it| it.chosen)
    }
}

/// The difficulties of a class.
pub(super) async fn of_class(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let counts = store::counts(ask.db(), &class.id).await?;
    let state = Some(ask.query("state")).filter(|it| State::from_name(it).is_some()).unwrap_or_default();
    let (mine, review) = (!ask.query("mine").is_empty(), !ask.query("review").is_empty());
    let field = ask.query("field");
    let number = page_of(&ask.query("page"));
    let filter = Filter {
        class: class.id.clone(),
        state: state.clone(),
        field: field.clone(),
        place: ask.query("place"),
        whose: if mine { ask.actor.id().to_owned() } else { String::new() },
        needs_review: review,
        page: number,
    };
    let mut found = store::list(ask.db(), &ask.actor, &filter).await?;
    let places = store::counts_by_place(ask.db(), &class.id).await?;
    let w = ask.w();
    let path = format!("/classes/{}/difficulties", class.id);
    let chosen = [
        ("state", state.as_str()),
        ("field", field.as_str()),
        ("place", filter.place.as_str()),
        ("mine", if mine { "1" } else { "" }),
        ("review", if review { "1" } else { "" }),
    ];
    let of_page = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let pages = Pages::cut(&mut found, number, &w, |page| address(&path, &chosen, page));
    let filtered = mine || review || [&state, &field, &filter.place].iter().any(|it| !it.is_empty());
    let heading = if filtered {
        let all = if number == 0 && !pages.needed() { of_page } else { store::list_count(ask.db(), &ask.actor, &filter).await? };
        listed(all, &state, mine, review, &w)
    } else {
        heading(&counts, &w)
    };
    let runs = ask.actor.runs(class.of());
    let (main, others) = doable(&ask, &path, &class.id, runs, ask.actor.has_in(Role::Expert, class.of()));
    let tabs = tabs(&path, &counts, &state, mine, review, &w);
    let kept = chosen.iter().filter(|(name, value)| !matches!(*name, "field" | "place") && !value.is_empty());
    let kept = kept.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    page(&ListPage {
        s: ask
            .shell(heading.clone())
            .crumb("/classes", w.t("difficulty-crumb-classes"))
            .crumb(format!("/classes/{}", class.id), class.name),
        kicker: w.x("difficulty-kicker-class", class.code),
        heading,
        facts: facts(&counts, &w),
        main,
        others,
        tabs,
        path,
        kept,
        fields: fields(&field, &w),
        places: places
            .into_iter()
            .map(|(id, name, n, _, _)| Choice { chosen: id == filter.place, name: format!("{name} ({n})"), value: id })
            .collect(),
        rows: found.iter().map(|it| Row::of(it, &ask.actor, &w)).collect(),
        empty: w.t(if counts.all == 0 { "difficulty-none-yet" } else { "difficulty-none-such" }),
        pages,
    })
}

/// The difficulties of a place, of what it was before, of what became of it and of what lies within it: those in the asker's scope.
/// Published answers say no place, so they are not found by it.
pub(super) async fn of_place(ask: Ask, Path(place): Path<String>) -> Answer {
    let place = places::place(ask.db(), &place).await?.ok_or(Refused::Absent)?;
    let number = page_of(&ask.query("page"));
    let field = ask.query("field");
    let filter = Filter { place: place.id.clone(), field: field.clone(), page: number, ..Filter::default() };
    let mut found = store::list(ask.db(), &ask.actor, &filter).await?;
    let w = ask.w();
    let path = format!("/places/{}/difficulties", place.id);
    let pages = Pages::cut(&mut found, number, &w, |page| address(&path, &[("field", field.as_str())], page));
    let heading = match (found.len(), pages.needed()) {
        (0, false) => w.x("difficulty-place-none", &place.full_name),
        (_, true) => w.x("difficulty-place-many", &place.full_name),
        (n, false) => w.nx("difficulty-place-heading", i64::try_from(n).unwrap_or(i64::MAX), &place.full_name),
    };
    page(&ListPage {
        s: ask.shell(heading.clone()).crumb(format!("/places/{}", place.id), place.full_name),
        kicker: String::new(),
        heading,
        facts: Vec::new(),
        main: None,
        others: vec![("/answers".to_owned(), w.t("difficulty-see-answers"))],
        tabs: Vec::new(),
        path,
        kept: Vec::new(),
        fields: fields(&field, &w),
        places: Vec::new(),
        rows: found.iter().map(|it| Row::of(it, &ask.actor, &w)).collect(),
        empty: w.t("difficulty-place-empty"),
        pages,
    })
}

/// An address with what is chosen in its query.
pub(super) fn address(path: &str, chosen: &[(&str, &str)], page: i64) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in chosen.iter().filter(|it| !it.1.is_empty()) {
        query.append_pair(name, value);
    }
    if page > 1 {
        query.append_pair("page", &page.to_string());
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// What the list says, in one sentence.
pub(super) fn heading(counts: &Counts, w: &W) -> String {
    let waiting = counts.waiting();
    if counts.all == 0 {
        w.t("difficulty-heading-none")
    } else if waiting > 0 {
        w.n("difficulty-heading-waiting", waiting)
    } else if counts.in_state(State::Closed) == counts.all {
        w.n("difficulty-heading-closed", counts.all)
    } else {
        w.n("difficulty-heading-answered", counts.all)
    }
}

/// Of a part of the list: how many lie in it, and what it is.
fn listed(n: i64, state: &str, mine: bool, review: bool, w: &W) -> String {
    match State::from_name(state) {
        _ if n == 0 => w.t("difficulty-listed-none"),
        _ if review => w.nx("difficulty-listed", n, w.t("difficulty-needs-review").to_lowercase()),
        _ if mine => w.n("difficulty-listed-mine", n),
        Some(state) => w.nx("difficulty-listed", n, w.t(state.word()).to_lowercase()),
        None => w.n("difficulty-listed-so", n),
    }
}

fn facts(counts: &Counts, w: &W) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |key: &str, n: i64| {
        if n > 0 {
            out.push(w.n(key, n));
        }
    };
    say("difficulty-fact-all", counts.all);
    say("difficulty-fact-resolved", counts.with_verdict(Verdict::Resolved));
    say("difficulty-fact-partly", counts.with_verdict(Verdict::Partly));
    say("difficulty-fact-escalated", counts.in_state(State::Escalated));
    say("difficulty-fact-review", counts.needs_review);
    out
}

type Doable = (Option<(String, String)>, Vec<(String, String)>);

/// The one thing to do here, and the others.
fn doable(ask: &Ask, path: &str, class: &str, runs: bool, expert: bool) -> Doable {
    let w = ask.w();
    let own = (format!("{path}/new"), w.t("difficulty-do-raise"));
    let paper = (format!("{path}/paper"), w.t("difficulty-do-paper"));
    let table = (format!("/classes/{class}/difficulty-table"), w.t("difficulty-do-table"));
    let queue = ("/queue".to_owned(), w.t("difficulty-do-queue"));
    if ask.actor.grants.iter().any(|it| it.role == Role::Trainee && it.class.as_deref() == Some(class)) {
        (Some(own), Vec::new())
    } else if runs {
        (Some(paper), vec![queue, table])
    } else if expert {
        (Some(queue), vec![table])
    } else {
        (None, vec![table])
    }
}

fn tabs(path: &str, counts: &Counts, state: &str, mine: bool, review: bool, w: &W) -> Vec<Tab> {
    let tab = |query: &str, name: String, n: i64, here: bool| Tab {
        path: format!("{path}{query}"),
        name,
        count: if n > 0 { n.to_string() } else { String::new() },
        here,
    };
    let mut out = vec![tab("", w.t("difficulty-tab-all"), counts.all, state.is_empty() && !mine && !review)];
    out.push(tab("?mine=1", w.t("difficulty-tab-mine"), 0, mine));
    for it in State::ALL {
        let n = if it == State::Merged { counts.merged } else { counts.in_state(it) };
        if n > 0 || it.name() == state {
            out.push(tab(&format!("?state={}", it.name()), w.t(it.word()), n, it.name() == state && !mine && !review));
        }
    }
    if counts.needs_review > 0 || review {
        out.push(tab("?review=1", w.t("difficulty-needs-review"), counts.needs_review, review));
    }
    out
}
