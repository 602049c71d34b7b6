//! Attendance of a class: the strip of its sessions, and who came, by sex and by group.

use super::Found;
use crate::classes::{Session, part_of_day};
use crate::ground::Word;
use crate::ground::numbers::percent;
use crate::ground::text::fold;
use crate::web::W;
use crate::web::picture::{Cell, Person, Picture, cell_key, strip};
use std::collections::HashMap;

/// The strip, with a line for every session.
#[derive(Clone, Debug)]
pub(in super::super) struct StripView {
    pub(in super::super) caption: String,
    pub(in super::super) rows: Vec<StripRow>,
    pub(in super::super) key: Vec<(Picture, String)>,
}

#[derive(Clone, Debug)]
pub(in super::super) struct StripRow {
    pub(in super::super) name: String,
    /// Empty where the asker may not look further.
    pub(in super::super) to: String,
    pub(in super::super) picture: Picture,
    pub(in super::super) count: String,
}

/// A line of the small table.
#[derive(Clone, Debug)]
pub(in super::super) struct GroupRow {
    pub(in super::super) name: String,
    pub(in super::super) named: u32,
    pub(in super::super) came: u32,
    /// Of the sessions held so far.
    pub(in super::super) share: String,
    /// What the table that begins with it is called; nothing within a table.
    pub(in super::super) caption: String,
    /// The head of that table's first column.
    pub(in super::super) head: String,
}

/// What stands of everyone at every session.
pub(super) struct Seen {
    /// In the order of `Found::people`, a cell a session.
    cells: Vec<Vec<Cell>>,
    /// Sessions of which anything is known.
    held: Vec<bool>,
    /// Named for the class.
    named: u32,
    /// Of all who came to any session.
    pub(super) came: u32,
}

impl Seen {
    pub(super) fn of(found: &Found) -> Self {
        let marks: HashMap<(&str, &str), Cell> =
            found.marks.iter().map(|it| ((it.trainee_id.as_str(), it.session_id.as_str()), cell(&it.state))).collect();
        let known = |trainee: &str, session: &Session| marks.get(&(trainee, session.id.as_str())).copied().unwrap_or(Cell::Unknown);
        let cells: Vec<Vec<Cell>> =
            found.people.iter().map(|it| found.sessions.iter().map(|session| known(&it.trainee_id, session)).collect()).collect();
        let held = (0..found.sessions.len()).map(|i| cells.iter().any(|it| it.get(i).is_some_and(|it| *it != Cell::Unknown))).collect();
        let came = cells.iter().filter(|it| came(it)).count();
        let named = found.people.iter().filter(|it| it.state == "named").count();
        Self { cells, held, named: whole(named), came: whole(came) }
    }

    fn sessions_held(&self) -> u32 {
        whole(self.held.iter().filter(|it| **it).count())
    }

    /// How many were in the hall.
    fn at(&self, session: usize) -> u32 {
        whole(self.cells.iter().filter(|it| it.get(session).is_some_and(|it| it.came())).count())
    }
}

fn whole(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn came(cells: &[Cell]) -> bool {
    cells.iter().any(|it| it.came())
}

fn cell(state: &str) -> Cell {
    match state {
        "present" => Cell::Present,
        "late" => Cell::Late,
        "left_early" => Cell::LeftEarly,
        "excused" => Cell::Excused,
        "absent" => Cell::Absent,
        "substituted" => Cell::Substituted,
        _ => Cell::Unknown,
    }
}

fn word(cell: Cell) -> &'static str {
    match cell {
        Cell::Present => "results-present",
        Cell::Late => "results-late",
        Cell::LeftEarly => "results-left-early",
        Cell::Excused => "results-excused",
        Cell::Absent => "results-absent",
        Cell::Substituted => "results-substituted",
        Cell::Unknown => "results-unmarked",
    }
}

/// Nothing while no session has been attended.
pub(super) fn strip_view(w: &W, found: &Found, seen: &Seen) -> Option<StripView> {
    if seen.sessions_held() == 0 {
        return None;
    }
    // Who was replaced before ever coming has no line of their own: the substitute has.
    let drawn: Vec<usize> = (0..found.people.len())
        .filter(|i| {
            let named = found.people.get(*i).is_some_and(|it| it.state == "named");
            named || seen.cells.get(*i).is_some_and(|it| came(it))
        })
        .collect();
    let rows = found.sessions.iter().enumerate().map(|(row, session)| strip_row(w, found, seen, &drawn, (row, session))).collect();
    let used = |cell: Cell| drawn.iter().filter_map(|i| seen.cells.get(*i)).flatten().any(|it| *it == cell);
    let key = Cell::ALL.into_iter().filter(|it| used(*it)).map(|it| (cell_key(it), w.t(word(it)))).collect();
    Some(StripView { caption: caption(w, found, seen), rows, key })
}

fn strip_row(w: &W, found: &Found, seen: &Seen, drawn: &[usize], (row, session): (usize, &Session)) -> StripRow {
    let mut place = "";
    let mut people = Vec::with_capacity(drawn.len());
    for (someone, cells) in drawn.iter().filter_map(|i| Some((found.people.get(*i)?, seen.cells.get(*i)?))) {
        let place_begins = someone.place_id != place;
        place = &someone.place_id;
        people.push(Person { cell: cells.get(row).copied().unwrap_or(Cell::Unknown), place_begins });
    }
    let number = |cell: Cell| people.iter().filter(|it| it.cell == cell).count();
    let parts: Vec<String> =
        Cell::ALL.into_iter().filter(|it| number(*it) > 0).map(|it| format!("{} {}", number(it), w.t(word(it)).to_lowercase())).collect();
    let is_held = seen.held.get(row).copied().unwrap_or_default();
    let day = session.starts_at.date();
    let part = w.t(match part_of_day(session.starts_at) {
        "session-morning" => "results-morning",
        "session-afternoon" => "results-afternoon",
        _ => "results-evening",
    });
    let name = Word::new("results-session").with("x", session.ordinal.to_string()).with("y", part);
    StripRow {
        name: w.word(&name.with("z", format!("{:02}/{:02}", day.day(), day.month()))),
        to: if found.runs { format!("/sessions/{}/attendance", session.id) } else { String::new() },
        picture: strip(&parts.join(", "), &people),
        count: if is_held { format!("{}/{}", seen.at(row), seen.named) } else { "–".to_owned() },
    }
}

/// The finding: the first session, and the one that fewest came to.
fn caption(w: &W, found: &Found, seen: &Seen) -> String {
    let held: Vec<(i64, u32)> = found
        .sessions
        .iter()
        .enumerate()
        .filter(|(i, _)| seen.held.get(*i).copied().unwrap_or_default())
        .map(|(i, session)| (session.ordinal, seen.at(i)))
        .collect();
    let (Some(first), Some(least)) = (held.first(), held.iter().min_by_key(|it| it.1)) else { return String::new() };
    if least.1 >= seen.named {
        return w.xy("results-strip-all", seen.named, held.len());
    }
    let said = Word::new(if least.0 == first.0 { "results-strip-one" } else { "results-strip-least" })
        .with("x", first.1.to_string())
        .with("y", seen.named.to_string())
        .with("z", first.0.to_string());
    w.word(&said.with("a", least.0.to_string()).with("b", least.1.to_string()))
}

/// So many groups have a line of their own.
const MOST_GROUPS: usize = 7;

/// Those named for the class, by sex and by group.
pub(super) fn groups(w: &W, found: &Found, seen: &Seen) -> Vec<GroupRow> {
    let named: Vec<(usize, &super::Someone)> = found.people.iter().enumerate().filter(|it| it.1.state == "named").collect();
    if named.is_empty() || seen.sessions_held() == 0 {
        return Vec::new();
    }
    let row = |name: String, who: &[usize]| {
        let cells = || who.iter().filter_map(|i| seen.cells.get(*i));
        let attended = whole(cells().flatten().filter(|it| it.came()).count());
        let most = whole(who.len()).saturating_mul(seen.sessions_held());
        GroupRow {
            name,
            named: whole(who.len()),
            came: whole(cells().filter(|it| came(it)).count()),
            share: percent(i64::from(attended), i64::from(most)).unwrap_or_default(),
            caption: String::new(),
            head: String::new(),
        }
    };
    let of_sex = |sex: Option<&str>| -> Vec<usize> { named.iter().filter(|it| it.1.sex.as_deref() == sex).map(|it| it.0).collect() };
    let sexes = [(Some("female"), "results-women"), (Some("male"), "results-men"), (None, "results-sex-unknown")];
    let mut rows: Vec<GroupRow> = sexes
        .into_iter()
        .map(|(sex, key)| (of_sex(sex), key))
        .filter(|it| !it.0.is_empty())
        .map(|(who, key)| row(w.t(key), &who))
        .collect();
    let second = rows.len();
    let mut groups: Vec<(String, String, Vec<usize>)> = Vec::new();
    for (i, someone) in &named {
        let key = fold(&someone.group);
        match groups.iter_mut().find(|it| it.0 == key) {
            Some(group) => group.2.push(*i),
            None => groups.push((key, someone.group.clone(), vec![*i])),
        }
    }
    groups.sort_by(|a, b| b.2.len().cmp(&a.2.len()).then_with(|| a.0.cmp(&b.0)));
    let few = if groups.len() > MOST_GROUPS + 1 { groups.split_off(MOST_GROUPS) } else { Vec::new() };
    for (key, name, who) in groups {
        rows.push(row(if key.is_empty() { w.t("results-group-unknown") } else { name }, &who));
    }
    if !few.is_empty() {
        let who: Vec<usize> = few.into_iter().flat_map(|it| it.2).collect();
        rows.push(row(w.t("results-group-others"), &who));
    }
    for (i, caption, head) in [(0, "results-sexes-title", "results-sex"), (second, "results-groups-title", "results-group")] {
        if let Some(row) = rows.get_mut(i) {
            (row.caption, row.head) = (w.t(caption), w.t(head));
        }
    }
    rows
}
