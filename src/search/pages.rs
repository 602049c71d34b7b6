//! The search page, and what is suggested while typing.

mod drawn;

use super::asking::{Mended, mended, pinned};
use super::engine::{Look, Looked};
use super::entry::Kind;
use super::{Index, sees, store};
use crate::ground::Problem;
use crate::people::Field;
use crate::policy::{Wanted, place_label};
use crate::web::{Answer, Ask, May, Role, Route, Sample, Shell, get, page};
use askama::Template;
use drawn::{Area, Facet, KindTab, Narrowed, Result as Line};
use std::any::Any;

/// Results of a page, and of a list of suggestions.
const PAGE: usize = 10;
const MOST_SUGGESTED: usize = 6;
/// So many letters are read of what was typed.
const LONGEST: usize = 300;
/// What may be narrowed: the name in the address, the kind of its mark, the key of its heading.
const FACETS: [(&str, &str, &str); 6] = [
    ("kind", "kind:", "search-kinds"),
    ("in_force", "force:", "search-facet-force"),
    ("field", "field:", "search-facet-field"),
    ("component", "component:", "search-facet-component"),
    ("period", "period:", "search-facet-period"),
    ("province", "province:", "search-facet-province"),
];
const COUNTED: &[&str] = &["kind:", "force:", "field:", "component:", "period:", "province:"];

pub(super) fn routes() -> Vec<Route> {
    vec![get("/search", May::Anyone, show), get("/search/suggestions", May::Anyone, suggestions)]
}

/// What the address asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    q: String,
    /// Name in the address and value.
    marks: Vec<(&'static str, String)>,
    /// From 1.
    page: usize,
}

impl Chosen {
    fn of(ask: &Ask) -> Self {
        let value = |name: &'static str| Some((name, ask.query(name))).filter(|it| !it.1.is_empty());
        Self {
            q: ask.query("q").chars().take(LONGEST).collect(),
            marks: FACETS.iter().filter_map(|it| value(it.0)).collect(),
            page: ask.query("page").parse().ok().filter(|page| (1..=500).contains(page)).unwrap_or(1),
        }
    }

    fn value(&self, name: &str) -> &str {
        self.marks.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str())
    }

    fn as_marks(&self) -> Vec<String> {
        let kind = |name: &str| FACETS.iter().find(|it| it.0 == name).map_or("", |it| it.1);
        self.marks.iter().map(|(name, value)| format!("{}{value}", kind(name))).collect()
    }

    /// The same with another value of one facet; empty takes it away. From the first page on.
    fn with(&self, name: &'static str, value: &str) -> Self {
        let mut it = self.clone();
        it.marks.retain(|mark| mark.0 != name);
        if !value.is_empty() {
            it.marks.push((name, value.to_owned()));
        }
        it.page = 1;
        it
    }

    fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("q", &self.q)].into_iter().chain(self.marks.iter().map(|it| (it.0, &it.1))).filter(|it| !it.1.is_empty()) {
            query.append_pair(name, value);
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { "/search".to_owned() } else { format!("/search?{query}") }
    }

    /// Is there anything to look for?
    fn is_empty(&self) -> bool {
        self.q.is_empty() && self.marks.is_empty()
    }
}

#[derive(Template)]
#[template(path = "search/pages/search.html")]
pub(super) struct SearchPage {
    s: Shell,
    heading: String,
    chosen: Chosen,
    kinds: Vec<KindTab>,
    facets: Vec<Facet>,
    narrowed: Vec<Narrowed>,
    results: Vec<Line>,
    /// What was searched in the stead of what was typed; and what may have been meant, with where it leads.
    instead: Option<String>,
    meant: Option<(String, String)>,
    /// Nothing typed: where most has been said.
    areas: Vec<Area>,
    /// Where a trainee raises what was not found.
    raise: Option<String>,
    turn: drawn::Turn,
}

#[derive(Template)]
#[template(path = "search/pages/suggestions.html")]
struct Suggestions {
    s: Shell,
    results: Vec<Line>,
    all: String,
}

/// The house's index.
fn index(ask: &Ask) -> Result<&Index, Problem> {
    let finder: &dyn Any = &*ask.house().finder;
    finder.downcast_ref().ok_or_else(|| Problem::new("the house's finder is another one"))
}

fn look(ask: &Ask, chosen: &Chosen) -> Look {
    let mut asked = sees::within(&ask.actor);
    asked.text.clone_from(&chosen.q);
    asked.most = PAGE;
    let pinned = pinned(&Wanted::read(&chosen.q));
    Look { asked, chosen: chosen.as_marks(), counted: COUNTED, pinned, page: chosen.page - 1 }
}

async fn show(ask: Ask) -> Answer {
    let chosen = Chosen::of(&ask);
    let index = index(&ask)?;
    index.fresh().await;
    let mut wanted = look(&ask, &chosen);
    let mut looked = index.engine().look(&wanted)?;
    let (mut instead, mut meant) = (None, None);
    if !chosen.q.is_empty()
        && let Some(it) = may_be_meant(index, &wanted, &looked)?
    {
        if looked.is_nothing() {
            wanted.asked.text.clone_from(&it.text);
            looked = index.engine().look(&wanted)?;
            instead = Some(it.text);
        } else {
            let there = Chosen { q: it.text.clone(), page: 1, ..chosen.clone() };
            meant = Some((it.text, there.address()));
        }
    }
    let names = store::names(ask.db(), looked.counts.keys().map(String::as_str)).await?;
    let w = ask.w();
    let heading = if chosen.is_empty() {
        w.t("search-heading")
    } else {
        let n = i64::try_from(looked.all).unwrap_or(i64::MAX);
        let what = instead.as_ref().unwrap_or(&chosen.q);
        match (looked.all, what.is_empty()) {
            (0, true) => w.t("search-none-chosen"),
            (0, false) => w.x("search-none", what),
            (_, true) => w.n("search-all", n),
            (_, false) => w.nx("search-found", n, what),
        }
    };
    let areas = if chosen.is_empty() { drawn::areas(&w, &chosen, &looked.counts, &names) } else { Vec::new() };
    let results = if chosen.is_empty() { Vec::new() } else { drawn::results(&w, &looked, &clause(&chosen.q)) };
    let raise = own_class(&ask).filter(|_| looked.all == 0 && !chosen.q.is_empty());
    page(&SearchPage {
        s: ask.shell(heading.clone()),
        heading,
        kinds: drawn::kinds(&w, &chosen, &looked.counts),
        facets: if chosen.is_empty() { Vec::new() } else { drawn::facets(&w, &chosen, &looked.counts, &names) },
        narrowed: drawn::narrowed(&w, &chosen, &names),
        results,
        instead,
        meant,
        areas,
        raise: raise.map(|class| {
            let text = form_urlencoded::Serializer::new(String::new()).append_pair("text", &chosen.q).finish();
            format!("/classes/{class}/difficulties/new?{text}")
        }),
        turn: drawn::Turn::of(&w, &chosen, looked.all),
        chosen,
    })
}

/// The clause that was typed beside an article, as passages are labelled.
fn clause(text: &str) -> String {
    let wanted = Wanted::read(text);
    if wanted.article.is_empty() { String::new() } else { place_label("", &wanted.clause, &wanted.point) }
}

/// What may have been meant by mistyped words: only what the asker can find.
fn may_be_meant(index: &Index, wanted: &Look, looked: &Looked) -> Result<Option<Mended>, Problem> {
    let doubtful = looked.found.first().is_none_or(|it| it.share < 0.5);
    let having = index.engine().counting();
    let Some(it) = mended(&wanted.asked.text, doubtful, &having) else { return Ok(None) };
    for (term, folded) in &it.terms {
        if !index.engine().has(term, *folded, &wanted.asked)? {
            return Ok(None);
        }
    }
    Ok(Some(it))
}

/// The class that the asker is a trainee of; the latest where there are several.
fn own_class(ask: &Ask) -> Option<&str> {
    ask.actor.grants.iter().filter(|it| it.role == Role::Trainee).filter_map(|it| it.class.as_deref()).max()
}

/// `GET /search/suggestions?q=…`: a piece of a page; nothing at all when nothing begins so.
async fn suggestions(ask: Ask) -> Answer {
    let chosen = Chosen::of(&ask);
    let index = index(&ask)?;
    index.fresh().await;
    let mut wanted = look(&ask, &Chosen { marks: Vec::new(), page: 1, ..chosen.clone() });
    wanted.asked.most = MOST_SUGGESTED;
    wanted.counted = &[];
    wanted.asked.text = completed(index, &chosen.q)?;
    let looked = if chosen.q.chars().count() < 2 { Looked::default() } else { index.engine().look(&wanted)? };
    let results = drawn::results(&ask.w(), &looked, &clause(&chosen.q));
    page(&Suggestions { s: ask.shell(""), results, all: Chosen { q: chosen.q, page: 1, ..Chosen::default() }.address() })
}

/// What was typed, the last syllable, which may be half typed, with what it most often becomes after the one before.
fn completed(index: &Index, typed: &str) -> Result<String, Problem> {
    let syllables = crate::ground::text::syllables(typed);
    let beginning = match syllables.as_slice() {
        [.., before, last] => format!("{before}_{last}"),
        [only] => only.clone(),
        [] => return Ok(String::new()),
    };
    let ends_open = typed.chars().last().is_some_and(char::is_alphanumeric);
    let mut out = typed.to_owned();
    for it in if ends_open { index.engine().completions(&beginning, 4)? } else { Vec::new() } {
        let last = it.rsplit('_').next().unwrap_or_default();
        if it.matches('_').count() == beginning.matches('_').count() && it != beginning {
            out.push(' ');
            out.push_str(last);
        }
    }
    Ok(out)
}

impl Looked {
    /// Nothing at all was found, whatever is chosen.
    fn is_nothing(&self) -> bool {
        self.all == 0 && self.counts.is_empty()
    }
}

/// The word for a mark that needs no table.
fn own_word(w: &crate::web::W, mark: &str) -> Option<String> {
    let (kind, value) = mark.split_once(':')?;
    match kind {
        "kind" => Kind::from_name(value).map(|it| w.t(it.word())),
        "force" => Some(w.t(if value == "yes" { "search-force-yes" } else { "search-force-no" })),
        "field" => Field::from_name(value).map(|it| w.t(&it.word())),
        "province" => Some(value.to_owned()),
        _ => None,
    }
}

/// Every template, with invented values.
pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    drawn::samples(s)
}
