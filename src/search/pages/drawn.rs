//! What was found, as the templates draw it.

use super::{Chosen, FACETS, PAGE, SearchPage, Suggestions, own_word};
use crate::search::engine::Looked;
use crate::search::entry::{Kind, Shown, shortened};
use crate::search::snippet::{Piece, snippet};
use crate::web::{Sample, Shell, W, draw};
use std::collections::{BTreeMap, HashMap};

type Counts = BTreeMap<String, usize>;
type Names = HashMap<String, String>;

/// A result.
pub(super) struct Result {
    pub(super) path: String,
    pub(super) title: Vec<Piece>,
    /// The clause that the snippet is of, with its own address; empty where it has none.
    pub(super) clause: (String, String),
    pub(super) snippet: Vec<Piece>,
    pub(super) meta: Vec<String>,
    pub(super) state: Option<(String, String)>,
    pub(super) needs_review: bool,
}

/// The results of a page. `clause` is the label of the passage that was asked for by name.
pub(super) fn results(w: &W, looked: &Looked, clause: &str) -> Vec<Result> {
    let read = |it: &crate::search::engine::Found| Some((it.passage, Shown::read(&it.shown)?));
    looked.found.iter().filter_map(read).map(|(passage, shown)| result(w, shown, passage, &looked.telling, clause)).collect()
}

fn result(w: &W, shown: Shown, passage: usize, telling: &[(String, bool)], clause: &str) -> Result {
    let named = shown.passages.iter().find(|it| !clause.is_empty() && it.label == clause);
    // What only the title says is shown with how the text begins.
    let nearest = named.or_else(|| shown.passages.get(passage.saturating_sub(1)));
    let text = nearest.map(|it| it.text.as_str()).filter(|text| *text != shown.title).unwrap_or_default();
    let label = nearest.filter(|it| !it.label.is_empty()).map(|it| (it.path.clone(), capital(&it.label)));
    let (class, word) = &shown.state;
    let mut meta = vec![w.t(shown.kind.word())];
    meta.extend(shown.facts.iter().cloned());
    meta.extend(Some(shown.place.clone()).filter(|it| !it.is_empty()));
    Result {
        title: snippet(&shortened(&shown.title, 180), telling),
        clause: label.unwrap_or_default(),
        snippet: if text.is_empty() { Vec::new() } else { snippet(text, telling) },
        meta,
        state: (!word.is_empty()).then(|| (class.clone(), w.t(word))),
        needs_review: shown.needs_review,
        path: shown.path,
    }
}

fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A tab of one kind, or of all.
pub(super) struct KindTab {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) count: usize,
    pub(super) here: bool,
}

pub(super) fn kinds(w: &W, chosen: &Chosen, counts: &Counts) -> Vec<KindTab> {
    let here = chosen.value("kind");
    let of = |kind: Kind| counts.get(&kind.mark()).copied().unwrap_or_default();
    let tab =
        |name: String, value: &str, count: usize| KindTab { path: chosen.with("kind", value).address(), name, count, here: here == value };
    let all: usize = Kind::ALL.into_iter().map(of).sum();
    if all == 0 || chosen.is_empty() {
        return Vec::new();
    }
    let tabs = Kind::ALL.into_iter().filter(|it| of(*it) > 0 || it.name() == here).map(|it| tab(w.t(it.word()), it.name(), of(it)));
    std::iter::once(tab(w.t("search-kind-all"), "", all)).chain(tabs).collect()
}

/// What may be narrowed further: a heading, and links with how many each shows.
pub(super) struct Facet {
    pub(super) heading: String,
    pub(super) values: Vec<Area>,
}

/// A link with how many it shows.
pub(super) struct Area {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) count: usize,
}

/// Values of a facet that are offered.
const MOST_VALUES: usize = 8;

fn named(w: &W, mark: &str, names: &Names) -> Option<String> {
    own_word(w, mark).or_else(|| names.get(mark).cloned())
}

/// The values of one facet, the most frequent first.
fn values(w: &W, chosen: &Chosen, at: (&'static str, &str), counts: &Counts, names: &Names) -> Vec<Area> {
    let of = counts.iter().filter_map(|(mark, count)| Some((mark.strip_prefix(at.1)?, mark, *count)));
    let mut found: Vec<Area> = of
        .filter_map(|(value, mark, count)| Some(Area { path: chosen.with(at.0, value).address(), name: named(w, mark, names)?, count }))
        .collect();
    found.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    found.truncate(MOST_VALUES);
    found
}

pub(super) fn facets(w: &W, chosen: &Chosen, counts: &Counts, names: &Names) -> Vec<Facet> {
    let open = FACETS.iter().skip(1).filter(|it| chosen.value(it.0).is_empty());
    open.map(|(name, kind, heading)| Facet { heading: w.t(heading), values: values(w, chosen, (name, kind), counts, names) })
        // One value alone narrows nothing.
        .filter(|it| it.values.len() > 1)
        .collect()
}

/// Something that the list is narrowed to, and where it is not.
pub(super) struct Narrowed {
    pub(super) name: String,
    pub(super) path: String,
}

pub(super) fn narrowed(w: &W, chosen: &Chosen, names: &Names) -> Vec<Narrowed> {
    let narrowed = FACETS.iter().skip(1).filter(|it| !chosen.value(it.0).is_empty());
    narrowed
        .map(|(name, kind, heading)| {
            let mark = format!("{kind}{}", chosen.value(name));
            let value = named(w, &mark, names).unwrap_or_else(|| chosen.value(name).to_owned());
            Narrowed { name: format!("{}: {value}", w.t(heading)), path: chosen.with(name, "").address() }
        })
        .collect()
}

/// Nothing typed: the fields and components of which most has been said.
pub(super) fn areas(w: &W, chosen: &Chosen, counts: &Counts, names: &Names) -> Vec<Area> {
    let of = |at: (&'static str, &str), most: usize| values(w, chosen, at, counts, names).into_iter().take(most);
    of(("field", "field:"), 6).chain(of(("component", "component:"), 4)).collect()
}

/// To other pages of the list.
#[derive(Default)]
pub(super) struct Turn {
    pub(super) before: Option<String>,
    pub(super) at: String,
    pub(super) after: Option<String>,
}

impl Turn {
    pub(super) fn of(w: &W, chosen: &Chosen, all: usize) -> Self {
        let last = all.div_ceil(PAGE).max(1);
        let to = |page: usize| Chosen { page, ..chosen.clone() }.address();
        Self {
            before: (chosen.page > 1).then(|| to(chosen.page - 1)),
            at: if last > 1 && !chosen.is_empty() { w.xy("search-page", chosen.page, last) } else { String::new() },
            after: (chosen.page < last).then(|| to(chosen.page + 1)),
        }
    }
}

/// Every template, with invented values.
pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let w = &s.w;
    let piece = |marked: bool, text: &str| Piece { marked, text: text.into() };
    let result = || Result {
        path: "/documents/x#d14".into(),
        title: vec![piece(false, "Điều 14. "), piece(true, "Mua sắm")],
        clause: ("/documents/x#d14.2".into(), "Khoản 2".into()),
        snippet: vec![piece(false, "Lập giấy "), piece(true, "biên nhận")],
        meta: vec![w.t(Kind::Law.word()), "Nghị định 00/2022/NĐ-CP".into()],
        state: Some(("good".into(), w.t("document-state-in-force"))),
        needs_review: true,
    };
    let area = || Area { path: "/search?field=water".into(), name: "…".into(), count: 3 };
    let counts: Counts =
        Kind::ALL.into_iter().map(|kind| (kind.mark(), 2)).chain([("force:yes".into(), 1), ("force:no".into(), 1)]).collect();
    let chosen = Chosen { q: "mua giống".into(), marks: vec![("province", "Phú Thọ".into())], page: 2 };
    let blank = |heading: String, chosen: Chosen| SearchPage {
        s: s.clone(),
        heading,
        kinds: kinds(w, &chosen, &counts),
        facets: facets(w, &chosen, &counts, &Names::new()),
        narrowed: narrowed(w, &chosen, &Names::new()),
        results: Vec::new(),
        instead: None,
        meant: None,
        areas: Vec::new(),
        raise: None,
        turn: Turn::default(),
        chosen,
    };
    let found = SearchPage {
        results: vec![result(), Result { state: None, needs_review: false, clause: Default::default(), ..result() }],
        meant: Some(("mua giống".into(), "/search?q=x".into())),
        turn: Turn::of(w, &chosen, 31),
        ..blank(w.nx("search-found", 31, "mua giống"), chosen.clone())
    };
    let mended = SearchPage {
        instead: Some("mua giống".into()),
        results: vec![result()],
        ..blank(w.nx("search-found", 1, "mua giống"), chosen.clone())
    };
    let nothing = SearchPage { raise: Some("/classes/x/difficulties/new".into()), ..blank(w.x("search-none", "abc"), chosen) };
    let empty = SearchPage { areas: vec![area()], ..blank(w.t("search-heading"), Chosen { page: 1, ..Chosen::default() }) };
    let others = [w.t("search-none-chosen"), w.n("search-all", 3)].map(|it| blank(it, Chosen { page: 1, ..Chosen::default() }));
    let part = Suggestions { s: s.clone(), results: vec![result()], all: "/search?q=x".into() };
    let mut all =
        vec![draw("search", &found), draw("search-mended", &mended), draw("search-nothing", &nothing), draw("search-empty", &empty)];
    all.extend(others.iter().map(|it| draw("search-chosen", it)));
    all.push(draw("search-suggestions", &part));
    all
}
