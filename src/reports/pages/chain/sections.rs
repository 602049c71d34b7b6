//! The parts of the overview: each a finding, a picture or a short list, and the way to its rows.

use super::super::super::chain::kind::Kind;
use super::super::super::chain::sheet::{Line, Sheet};
use super::super::super::chain::sheets::{self, View};
use super::super::super::chain::waits::Kept;
use super::super::super::told::Told;
use super::super::results::{Figure, flow_of};
use super::super::shortened;
use super::overview::{Row, Section};
use super::picture::{Counted, bars, counts, key, provinces};
use crate::ground::Word;
use crate::web::picture::Part;

/// So many lines of a list stand on the overview.
const MOST: usize = 5;
/// So many bars.
const MOST_BARS: usize = 8;

pub(super) fn classes(view: &View, sheet: &Sheet) -> Section {
    let w = &view.w;
    let mut it = Section::of(view, Kind::Classes, "chain-title-classes", sheet);
    let of = |state: &str| sheet.sum(sheets::CLASSES, &[("state", state)]);
    let parts: Vec<String> = ["done", "running", "preparing", "reported", "planned", "missed"]
        .into_iter()
        .filter(|state| of(state) > 0)
        .map(|state| w.n(&format!("chain-said-{state}"), of(state)))
        .collect();
    it.caption = sentence(&parts.join("; "));
    let (picture, figures) = provinces(view, sheet, &it.caption);
    it.beside = picture.is_some();
    (it.picture, it.figures) = (picture, figures);
    it.note = w.t("chain-dots-how");
    it
}

/// With a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub(super) fn coverage(view: &View, sheet: &Sheet) -> Section {
    let w = &view.w;
    let mut it = Section::of(view, Kind::Coverage, "chain-title-coverage", sheet);
    let communes = &[("kind", "commune")];
    let (all, reached) = (sheet.sum(sheets::UNITS, communes), sheet.sum(sheets::REACHED, communes));
    let (listed, listed_reached) = (sheet.sum(sheets::LISTED, communes), sheet.sum(sheets::LISTED_REACHED, communes));
    it.caption = if listed > 0 {
        let said = Word::new("chain-said-coverage").with("x", reached.to_string()).with("y", all.to_string());
        w.word(&said.with("z", listed_reached.to_string()).with("a", listed.to_string()))
    } else {
        w.xy("chain-said-coverage-only", reached, all)
    };
    it.bars = bars(view, Kind::Coverage, sheet, "province", (sheets::UNITS, sheets::REACHED), communes);
    it.key = key(view, "chain-key-reached", "chain-key-unreached");
    let figure = |name: &str, n: i64, choice: &[(&str, &str)]| Figure {
        name: w.t(name),
        number: n.to_string(),
        to: view.link(Kind::Coverage, choice),
    };
    if listed > 0 {
        let missed = sheet.sum(sheets::LISTED, &[("listed", "yes"), ("reached", "no")]);
        it.figures.push(figure("chain-figure-listed", listed, &[("listed", "yes")]));
        it.figures.push(figure("chain-figure-listed-missed", missed, &[("listed", "yes"), ("reached", "no")]));
    }
    it.note = w.t("chain-coverage-how");
    it
}

pub(super) fn people(view: &View) -> Vec<Section> {
    let w = &view.w;
    let (sexes, positions, peoples) = (view.sheet(Kind::Sexes), view.sheet(Kind::Positions), view.sheet(Kind::Peoples));
    let mut sex = Section::of(view, Kind::Sexes, "chain-title-sexes", &sexes);
    let came = sexes.sum(sheets::CAME, &[]);
    let women = sexes.sum(sheets::CAME, &[("group", "female")]);
    let share = crate::ground::numbers::percent(women, came).unwrap_or_default();
    sex.caption = w.word(&Word::new("chain-said-sexes").with("x", women.to_string()).with("y", came.to_string()).with("z", share));
    sex.bars = bars(view, Kind::Sexes, &sexes, "group", (sheets::NAMED, sheets::CAME), &[]);
    sex.key = key(view, "chain-key-came", "chain-key-absent");
    let mut position = Section::of(view, Kind::Positions, "chain-title-positions", &positions);
    position.bars = bars(view, Kind::Positions, &positions, "group", (sheets::NAMED, sheets::CAME), &[]);
    position.bars.sort_by_key(|it| std::cmp::Reverse(it.number));
    position.caption = position.bars.first().map(|it| w.nx("chain-said-positions", it.number, &it.name)).unwrap_or_default();
    position.key = key(view, "chain-key-came", "chain-key-absent");
    let mut people = Section::of(view, Kind::Peoples, "chain-title-peoples", &peoples);
    let mut all = peoples.by("people", Some(sheets::TOLD), &[]);
    all.sort_by_key(|it| (it.0.value == "others", std::cmp::Reverse(it.1)));
    people.caption =
        all.first().filter(|it| it.0.value != "others").map(|it| w.nx("chain-said-peoples", it.1, &it.0.label)).unwrap_or_default();
    let lines = all
        .iter()
        .map(|(tag, n)| Counted { name: tag.label.clone(), n: *n, part: Part::Resolved, choice: vec![("people", tag.value.as_str())] })
        .collect();
    people.bars = counts(view, Kind::Peoples, lines);
    people.note.clone_from(&peoples.note);
    vec![sex, position, people]
}

pub(super) fn difficulties(view: &View, sheet: &Sheet) -> Vec<Section> {
    let w = &view.w;
    let mut path = Section::of(view, Kind::Difficulties, "chain-title-path", sheet);
    let told: Vec<Told> = view.found.raised.iter().map(|it| it.told.clone()).collect();
    let flow = flow_of(w, &told, |choice| {
        let way = choice.way.map(|it| ("way", it.name()));
        let outcome = choice.outcome.map(|it| ("outcome", it.name()));
        view.link(Kind::Difficulties, &way.into_iter().chain(outcome).collect::<Vec<_>>())
    });
    if let Some(flow) = flow {
        (path.caption, path.picture, path.figures) = (flow.caption, Some(flow.picture), flow.figures);
    }
    let waiting: &[(&str, &str)] = &[("waits", "yes")];
    let mut wait = Section::of(view, Kind::Difficulties, "chain-title-waiting", sheet);
    wait.id = "waiting";
    if sheet.count(waiting) == 0 {
        wait.empty = w.t("chain-none-waiting");
        (wait.table, wait.excel, wait.csv) = Default::default();
        return vec![path, wait];
    }
    wait.table = view.link(Kind::Difficulties, waiting);
    wait.excel = view.file(Kind::Difficulties, ".xlsx", waiting);
    wait.csv = view.file(Kind::Difficulties, ".csv", waiting);
    let mut who = sheet.by("who", None, waiting);
    who.sort_by_key(|it| std::cmp::Reverse(it.1));
    let lines = who.iter().take(MOST_BARS).map(|(tag, n)| Counted {
        name: tag.label.clone(),
        n: *n,
        part: Part::Partly,
        choice: vec![("waits", "yes"), ("who", tag.value.as_str())],
    });
    wait.bars = counts(view, Kind::Difficulties, lines.collect());
    // The oldest come first.
    let oldest = sheet.of(waiting).next();
    wait.caption = oldest
        .map(|it| {
            w.word(
                &Word::new("chain-said-waiting")
                    .with("x", shown(it, 0))
                    .with("y", shown(it, sheets::WITH))
                    .with("n", it.number(sheets::DAYS).to_string()),
            )
        })
        .unwrap_or_default();
    let row = |line: &Line| Row {
        to: to(line, 0),
        title: shortened(&shown(line, sheets::TEXT), 110),
        detail: vec![shown(line, 0), shown(line, sheets::WITH)],
        look: "wait",
        state: w.n("chain-days", line.number(sheets::DAYS)),
    };
    wait.rows = sheet.of(waiting).take(MOST).map(row).collect();
    vec![path, wait]
}

fn shown(line: &Line, column: usize) -> String {
    line.cells.get(column).map(super::super::super::chain::sheet::Cell::shown).unwrap_or_default()
}

fn to(line: &Line, column: usize) -> String {
    line.cells.get(column).map(|it| it.to.clone()).unwrap_or_default()
}

pub(super) fn clauses(view: &View) -> Section {
    let sheet = view.sheet(Kind::Clauses);
    let mut it = Section::of(view, Kind::Clauses, "chain-title-clauses", &sheet);
    let most = |line: &Line| line.number(sheets::TIMES);
    it.caption = sheet.lines.first().map(|line| view.w.nx("chain-said-clauses", most(line), shown(line, 0))).unwrap_or_default();
    let row = |line: &Line| Figure { name: shown(line, 0), number: view.w.n("chain-times", most(line)), to: to(line, sheets::TIMES) };
    it.cites = sheet.lines.iter().take(MOST).map(row).collect();
    it
}

pub(super) fn practices(view: &View) -> Section {
    let sheet = view.sheet(Kind::Practices);
    let mut it = Section::of(view, Kind::Practices, "chain-title-practices", &sheet);
    let taken = sheet.sum(sheets::TAKEN_UP, &[]);
    it.caption = view.w.xy("chain-said-practices", sheet.count(&[]), taken);
    let row = |line: &Line| Row {
        to: to(line, 0),
        title: shown(line, 0),
        detail: vec![format!("{}, {}", shown(line, 2), shown(line, 3))],
        look: if line.number(sheets::TAKEN_UP) > 0 { "good" } else { "off" },
        state: if line.number(sheets::TAKEN_UP) > 0 {
            view.w.n("chain-taken-up", line.number(sheets::TAKEN_UP))
        } else {
            view.w.t("chain-spread-no")
        },
    };
    it.rows = sheet.lines.iter().take(MOST).map(row).collect();
    if taken > 0 {
        let to = view.link(Kind::Adoptions, &[]);
        it.figures.push(Figure { name: view.w.t("chain-figure-taken-up"), number: taken.to_string(), to });
    }
    it
}

pub(super) fn plans(view: &View) -> Section {
    let (plans, steps) = (view.sheet(Kind::Plans), view.sheet(Kind::Steps));
    let mut it = Section::of(view, Kind::Plans, "chain-title-plans", &plans);
    if steps.lines.is_empty() {
        if !plans.lines.is_empty() {
            it.caption = view.w.n("chain-said-plans-only", plans.count(&[]));
        }
        return it;
    }
    let of = |kept: Kept| steps.count(&[("kept", kept.name())]);
    let due = of(Kept::OnTime) + of(Kept::Late) + of(Kept::Overdue);
    let said = Word::new("chain-said-plans").with("x", steps.count(&[]).to_string()).with("y", plans.count(&[]).to_string());
    it.caption = view.w.word(&said.with("z", of(Kept::OnTime).to_string()).with("a", due.to_string()));
    let line = |kept: Kept| {
        let part = match kept {
            Kept::OnTime => Part::Resolved,
            Kept::Late | Kept::Overdue => Part::Partly,
            Kept::Ahead => Part::Open,
            Kept::Dropped => Part::Dropped,
        };
        Counted { name: view.w.t(&format!("chain-kept-{}", kept.name())), n: of(kept), part, choice: vec![("kept", kept.name())] }
    };
    it.bars = counts(view, Kind::Steps, Kept::ALL.into_iter().map(line).filter(|it| it.n > 0).collect());
    it
}

pub(super) fn planning(view: &View) -> Vec<Section> {
    let (overlaps, doubles) = (view.sheet(Kind::Overlaps), view.sheet(Kind::Doubles));
    let mut days = Section::of(view, Kind::Overlaps, "chain-title-overlaps", &overlaps);
    days.caption = view.w.n("chain-said-overlaps", overlaps.count(&[]));
    days.rows = overlaps
        .lines
        .iter()
        .take(MOST)
        .map(|line| Row {
            to: to(line, 0),
            title: format!("{} – {}", shown(line, 0), shown(line, 1)),
            detail: vec![view.w.xy("chain-from-to", shown(line, 2), shown(line, 3))],
            look: "part",
            state: view.w.n("chain-same-people", line.number(4)),
        })
        .collect();
    let mut twice = Section::of(view, Kind::Doubles, "chain-title-doubles", &doubles);
    twice.caption = view.w.n("chain-said-doubles", doubles.count(&[]));
    twice.rows = doubles
        .lines
        .iter()
        .take(MOST)
        .map(|line| Row {
            to: to(line, 1),
            title: shown(line, 0),
            detail: vec![shown(line, 1), shown(line, 2), shown(line, 4)],
            look: line.cells.get(3).map(|it| it.look).unwrap_or_default(),
            state: shown(line, 3),
        })
        .collect();
    vec![days, twice]
}
