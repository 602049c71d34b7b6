//! Pages of the library: the list, a document, what can be cited for a typed text; the forms are in `forms`.

use super::choice::Choice;
use super::citing::Wanted;
use super::document::{Document, Kind, State};
use super::{Telling, may_keep, store};
use crate::ground::dates::Date;
use crate::web::{Answer, Ask, Form, May, Role, Route, Sample, Shell, W, draw, get, page, post};
use askama::Template;
use axum::extract::DefaultBodyLimit;

mod article;
mod compare;
mod contents;
mod forms;
mod import;
mod leftovers;
mod reading;
mod shown;

/// Those who keep the library.
const KEEPERS: May = May::Roles(&[Role::Administrator, Role::Expert]);

/// So many documents are listed at once; more are found by searching.
const MOST: i64 = 300;

pub(super) fn routes() -> Vec<Route> {
    let mut import = post("/documents/import", KEEPERS, import::brought);
    import.to = import.to.layer(DefaultBodyLimit::max(import::MOST_BYTES));
    vec![
        import,
        get("/documents/import", KEEPERS, import::form),
        get("/documents", May::Anyone, list),
        post("/documents", KEEPERS, forms::keep_new),
        get("/documents/new", KEEPERS, forms::new),
        get("/documents/{document}", May::Anyone, shown::show),
        get("/documents/{document}/articles/{article}", May::Anyone, article::show),
        get("/documents/{document}/parts/{part}", May::Anyone, contents::part),
        get("/documents/{document}/leftovers", KEEPERS, leftovers::list),
        post("/documents/{document}/leftovers/{leftover}", KEEPERS, leftovers::settle),
        post("/documents/{document}/amendments", KEEPERS, leftovers::carry),
        get("/documents/{document}/revision", KEEPERS, forms::revision),
        post("/documents/{document}/revision", KEEPERS, forms::keep_revision),
        get("/documents/{document}/provisions", KEEPERS, forms::provision),
        post("/documents/{document}/provisions", KEEPERS, forms::keep_provision),
        get("/documents/{document}/relations", KEEPERS, forms::relation),
        post("/documents/{document}/relations", KEEPERS, forms::keep_relation),
        get("/documents/{document}/compare", May::Anyone, compare::chosen),
        get("/documents/{document}/compare/{other}", May::Anyone, compare::two),
        get("/documents/{document}/compare/{other}/sheet", May::Anyone, compare::two_sheet),
        get("/documents/{document}/changes", May::Anyone, compare::days),
        get("/documents/{document}/changes/sheet", May::Anyone, compare::days_sheet),
        get("/citations/choices", May::Known, choices),
    ]
}

/// A sign with its word.
#[derive(Clone)]
pub(super) struct Sign {
    class: &'static str,
    word: String,
}

impl Sign {
    fn of(w: &W, state: State) -> Self {
        Self { class: state.class(), word: w.t(&state.word()) }
    }
}

/// A document as a line of a list.
struct Row {
    path: String,
    name: String,
    title: String,
    meta: Vec<String>,
    sign: Sign,
}

impl Row {
    fn of(w: &W, document: &Document, state: State) -> Self {
        let mut meta = vec![document.issuer.clone()];
        meta.extend(eye(document.issued_on.as_deref()).map(|day| w.x("document-issued-short", day)));
        if document.mark != super::Mark::Checked {
            meta.push(w.t(&document.mark.word()));
        }
        Self {
            path: format!("/documents/{}", document.id),
            name: document.name(),
            title: document.title.clone(),
            meta,
            sign: Sign::of(w, state),
        }
    }
}

/// A stored day for the eye.
fn eye(iso: Option<&str>) -> Option<String> {
    iso.map(|iso| Date::from_iso(iso).map_or_else(|_| iso.to_owned(), |day| day.to_string()))
}

/// A label at the beginning of a line: "Khoản 2 Điều 14 …".
fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Documents that stand alike.
struct Group {
    heading: String,
    rows: Vec<Row>,
    /// No longer of use: folded away until something is searched.
    past: bool,
}

/// A clause that a search found.
struct Found {
    path: String,
    label: String,
    summary: String,
    changed: Vec<String>,
}

struct KindOption {
    name: &'static str,
    word: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "policy/pages/list.html")]
struct ListPage {
    s: Shell,
    heading: String,
    on: String,
    may_keep: bool,
    q: String,
    year: String,
    kinds: Vec<KindOption>,
    searched: bool,
    clauses: Vec<Found>,
    groups: Vec<Group>,
    more: bool,
}

impl ListPage {
    /// Is the list narrowed by kind or year?
    fn filtered(&self) -> bool {
        !self.year.is_empty() || self.kinds.iter().any(|it| it.chosen)
    }
}

async fn list(ask: Ask) -> Answer {
    let w = ask.w();
    let (q, kind, year) = (ask.query("q"), ask.query("kind"), ask.query("year"));
    let kind = Kind::from_name(&kind);
    let year = Some(year).filter(|it| it.len() == 4 && it.chars().all(|c| c.is_ascii_digit())).unwrap_or_default();
    let mut wanted = Wanted::read(&q);
    let clauses = if wanted.article.is_empty() && wanted.words.is_empty() {
        Vec::new()
    } else {
        store::choices(ask.db(), &q, 12, ask.now().date()).await?
    };
    if !wanted.number.is_empty() && !wanted.article.is_empty() {
        wanted.words.clear();
    }
    let documents = store::found(ask.db(), &wanted, kind.map_or("", Kind::name), &year, MOST).await?;
    let touches = store::touches(ask.db(), "*").await?;
    let on = ask.now().date();
    let stands: Vec<(State, Document)> =
        documents.into_iter().map(|it| (it.standing(touches.get(&it.id).cloned().unwrap_or_default()).at(on), it)).collect();
    let searched = !q.is_empty() || kind.is_some() || !year.is_empty();
    let apply = stands.iter().filter(|(state, _)| state.applies()).count();
    let clauses: Vec<Found> =
        clauses.iter().filter(|it| it.kept && !it.cite.article.is_empty()).map(|it| found_clause(&w, it, on)).collect();
    let heading = match (searched, stands.len(), clauses.len()) {
        (true, 0, 0) => w.t("documents-found-none"),
        (true, 0, n) => w.n("documents-found-clauses", n),
        (true, n, 0) => w.n("documents-found", n),
        (true, n, clauses) => w.nx("documents-found-both", n, clauses),
        (false, 0, _) => w.t("documents-none"),
        (false, n, _) => w.nx("documents-heading", n, apply),
    };
    page(&ListPage {
        s: ask.shell(w.t("documents-menu")),
        heading,
        on: on.to_string(),
        may_keep: may_keep(&ask.actor),
        q,
        year,
        kinds: Kind::ALL.into_iter().map(|it| KindOption { name: it.name(), word: w.t(&it.word()), chosen: kind == Some(it) }).collect(),
        searched,
        clauses,
        more: i64::try_from(stands.len()).unwrap_or_default() >= MOST,
        groups: groups(&w, stands),
    })
}

fn found_clause(w: &W, it: &Choice, on: Date) -> Found {
    let changed = it.changed_by(on).map(|touch| w.x("choice-changed", &touch.by)).collect();
    Found { path: it.cite.path(), label: capital(&it.label), summary: it.summary.clone(), changed }
}

/// What applies, what will, what nobody knows, what is over; in each by rank, the newest first.
fn groups(w: &W, mut stands: Vec<(State, Document)>) -> Vec<Group> {
    stands.sort_by_key(|(_, document)| document.kind);
    let kept = |states: &[State], key: &str, past: bool| {
        let rows: Vec<Row> = stands.iter().filter(|(state, _)| states.contains(state)).map(|(state, it)| Row::of(w, it, *state)).collect();
        Group { heading: w.n(key, rows.len()), rows, past }
    };
    let all = [
        kept(&[State::InForce, State::Amended], "documents-group-applies", false),
        kept(&[State::NotYet], "documents-group-not-yet", false),
        kept(&[State::Unknown], "documents-group-unknown", false),
        kept(&[State::Replaced, State::Expired], "documents-group-past", true),
    ];
    all.into_iter().filter(|it| !it.rows.is_empty()).collect()
}

/// A choice as a box to tick.
struct Tick {
    value: String,
    label: String,
    /// The title of its article.
    heading: String,
    /// How its document stands; nothing is said of a clause that the library does not have.
    sign: Option<Sign>,
    title: String,
    summary: String,
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "policy/pages/choices.html")]
struct ChoicesPart {
    w: W,
    asked: bool,
    boxes: Vec<Tick>,
}

/// `GET /citations/choices?text=d14 nd27`: a fragment, boxes to tick named `cite`.
async fn choices(ask: Ask) -> Answer {
    let (w, text, on) = (ask.w(), ask.query("text"), ask.now().date());
    let found = store::choices(ask.db(), &text, 8, on).await?;
    let boxes = found.iter().map(|it| ticked(&w, it, on)).collect();
    page(&ChoicesPart { w, asked: !text.is_empty(), boxes })
}

fn ticked(w: &W, it: &Choice, on: Date) -> Tick {
    let mut notes: Vec<String> = it.changed_by(on).map(|touch| w.x("choice-changed", &touch.by)).collect();
    notes.dedup();
    if !it.kept {
        notes.push(w.x("choice-not-kept", &it.label));
    }
    Tick {
        value: super::cite_to_text(&it.cite),
        label: capital(&it.label),
        heading: it.heading.clone(),
        sign: it.kept.then(|| if it.repealed { Sign { class: "off", word: w.t("choice-repealed") } } else { Sign::of(w, it.state.at(on)) }),
        title: if it.cite.article.is_empty() { it.document_title.clone() } else { String::new() },
        summary: it.summary.clone(),
        notes,
    }
}

/// Every template, with invented values.
pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let document = shown::sample_document();
    let row = || Row::of(&s.w, &document, State::Amended);
    let group = |past| Group { heading: s.w.n("documents-group-applies", 1), rows: vec![row()], past };
    let choice = Choice {
        cite: super::Cite { document_id: document.id.clone(), article: "14".into(), clause: "2".into(), point: String::new() },
        label: "khoản 2 Điều 14 Nghị định 00/2022/NĐ-CP".into(),
        heading: "…".into(),
        summary: "…".into(),
        repealed: false,
        mark: document.mark,
        kept: false,
        document_title: document.title.clone(),
        state: document.standing(vec![shown::sample_touch()]),
    };
    let on = s.now.date();
    let list = ListPage {
        s: s.clone(),
        heading: s.w.nx("documents-heading", 2, 1),
        on: on.to_string(),
        may_keep: true,
        q: "nd 00".into(),
        year: "2022".into(),
        kinds: vec![KindOption { name: "decree", word: s.w.t(&Kind::Decree.word()), chosen: true }],
        searched: true,
        clauses: vec![found_clause(&s.w, &choice, on)],
        groups: vec![group(false), group(true)],
        more: true,
    };
    let empty = ListPage {
        s: s.clone(),
        heading: s.w.t("documents-none"),
        on: String::new(),
        may_keep: false,
        q: String::new(),
        year: String::new(),
        kinds: Vec::new(),
        searched: true,
        clauses: Vec::new(),
        groups: Vec::new(),
        more: false,
    };
    let known = Choice { kept: true, repealed: true, ..choice.clone() };
    let boxes = ChoicesPart { w: s.w.clone(), asked: true, boxes: vec![ticked(&s.w, &choice, on), ticked(&s.w, &known, on)] };
    let nothing = ChoicesPart { w: s.w.clone(), asked: true, boxes: Vec::new() };
    let mut all = vec![draw("documents", &list), draw("documents-empty", &empty), draw("choices", &boxes), draw("choices-none", &nothing)];
    all.extend(shown::samples(s));
    all.extend(forms::samples(s));
    all.extend(compare::samples(s));
    all.extend(import::samples(s));
    all.extend(article::samples(s));
    all.extend(contents::samples(s));
    all.extend(leftovers::samples(s));
    all
}

/// What a document's form holds at first: its own text.
fn typed(document: &Document) -> Form {
    let text = |it: &Option<String>| eye(it.as_deref()).unwrap_or_default();
    let days = [text(&document.issued_on), text(&document.effective_on), text(&document.expires_on), text(&document.checked_on)];
    let [issued, effective, expires, checked] = &days;
    Form::from_pairs([
        ("number", document.number.as_str()),
        ("kind", document.kind.name()),
        ("issuer", &document.issuer),
        ("title", &document.title),
        ("issued_on", issued),
        ("effective_on", effective),
        ("expires_on", expires),
        ("mark", document.mark.name()),
        ("dates_mark", document.dates_mark.name()),
        ("source", &document.source),
        ("checked_on", checked),
        ("note", &document.note),
    ])
}

/// A relation as the form tells it.
fn telling(form: &Form) -> Telling {
    Telling {
        way: super::Way::from_name(&form.line("way")),
        other: form.line("other"),
        place: form.line("place"),
        partial: form.ticked("partial"),
        basis: form.line("basis"),
        on_date: form.line("on_date"),
        note: form.lines("note"),
        mark: form.line("mark"),
    }
}
