//! The attendance strip: a row for every session, a thin column for every person, neighbours from one place side by side.

use super::{Anchor, Pen, Picture, WIDTH, at};
use std::fmt::Write;

/// What stands of one person at one session. Each has a shape of its own: see [`Cell::shape`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Cell {
    Present,
    Late,
    LeftEarly,
    Excused,
    Absent,
    /// Somebody else came instead.
    Substituted,
    /// Nothing is known yet.
    Unknown,
}

impl Cell {
    const DRAWN: [Self; 6] = [Self::Present, Self::Late, Self::LeftEarly, Self::Excused, Self::Absent, Self::Substituted];

    pub(in super::super) fn came(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly)
    }

    /// Its colour, and which part of the row's height it fills: from where, how much.
    fn shape(self) -> Option<(&'static str, f64, f64)> {
        match self {
            Self::Present => Some(("s-good", 0.0, 1.0)),
            Self::Late => Some(("s-part", 0.4, 0.6)),
            Self::LeftEarly => Some(("s-part", 0.0, 0.6)),
            Self::Excused => Some(("s-soft", 0.42, 0.16)),
            Self::Absent => Some(("s-now", 0.8, 0.2)),
            Self::Substituted => Some(("s-soft", 0.0, 0.2)),
            Self::Unknown => None,
        }
    }
}

/// A row: what it is called, and its count as text.
#[derive(Clone, Debug)]
pub(in super::super) struct Session {
    pub(in super::super) name: String,
    pub(in super::super) count: String,
}

/// A person: a sentence about them, whether the first of their place, and one cell for each session.
#[derive(Clone, Debug)]
pub(in super::super) struct Column {
    pub(in super::super) title: String,
    pub(in super::super) place_begins: bool,
    pub(in super::super) cells: Vec<Cell>,
}

/// What the strip shows.
#[derive(Clone, Debug)]
pub(in super::super) struct Strip {
    pub(in super::super) title: String,
    pub(in super::super) sessions: Vec<Session>,
    pub(in super::super) people: Vec<Column>,
}

const LABEL: f64 = 18.0;
const ROW: f64 = 26.0;
const GAP: f64 = 8.0;

/// Draws it.
pub(in super::super) fn strip(name: &str, it: &Strip) -> Picture {
    let rows = f64::from(u32::try_from(it.sessions.len()).unwrap_or_default());
    let height = rows * (LABEL + ROW + GAP);
    let mut pen = Pen::new(name, height.max(1.0), &it.title);
    // Between places a little air, as wide as half a person.
    let places = it.people.iter().skip(1).filter(|it| it.place_begins).count();
    let units = f64::from(u32::try_from(it.people.len() * 2 + places).unwrap_or_default()).max(1.0) / 2.0;
    let unit = (WIDTH / units).min(24.0);
    let mut lefts = Vec::with_capacity(it.people.len());
    let mut x = 0.0;
    for (i, person) in it.people.iter().enumerate() {
        if person.place_begins && i > 0 {
            x += unit / 2.0;
        }
        lefts.push(x);
        x += unit;
    }
    let mut top = 0.0;
    for (row, session) in it.sessions.iter().enumerate() {
        pen.text("s-text", Anchor::Start, 0.0, top + 13.0, &session.name);
        pen.text("s-text", Anchor::End, WIDTH, top + 13.0, &session.count);
        let floor = top + LABEL + ROW;
        pen.rect("s-calm", 0.0, floor, WIDTH, 1.0);
        for cell in Cell::DRAWN {
            let mut path = String::new();
            let Some((class, from, part)) = cell.shape() else { continue };
            for (left, _) in lefts.iter().zip(&it.people).filter(|(_, person)| person.cells.get(row) == Some(&cell)) {
                let _ = write!(path, "M{} {}h{}v{}h-{2}z", at(*left), at(top + LABEL + from * ROW), at(unit * 0.78), at(part * ROW));
            }
            pen.path(class, &path);
        }
        top += LABEL + ROW + GAP;
    }
    for (left, person) in lefts.iter().zip(&it.people) {
        let (x, unit, height) = (at(*left), at(unit), at(height));
        pen.put(format_args!("<rect fill=\"transparent\" x=\"{x}\" y=\"0\" width=\"{unit}\" height=\"{height}\"><title>{}</title></rect>", super::Plain(&person.title)));
    }
    pen.done()
}

#[cfg(test)]
mod tests {
    use super::super::coordinates;
    use super::*;

    fn of(people: usize, sessions: usize) -> Strip {
        let cells = [Cell::Present, Cell::Late, Cell::LeftEarly, Cell::Excused, Cell::Absent, Cell::Substituted, Cell::Unknown];
        Strip {
            title: "58 trong 60 người có mặt".into(),
            sessions: (1..=sessions).map(|i| Session { name: format!("Buổi {i}"), count: "58/60".into() }).collect(),
            people: (0..people)
                .map(|i| Column {
                    title: format!("Người {i}"),
                    place_begins: i % 2 == 0,
                    cells: (0..sessions).map(|session| cells[(i + session) % 7]).collect(),
                })
                .collect(),
        }
    }

    #[test]
    fn every_mark_is_drawn_once() {
        let it = of(60, 5);
        let drawn = strip("p", &it).to_string();
        let marks = it.people.iter().flat_map(|it| &it.cells).filter(|it| **it != Cell::Unknown).count();
        assert_eq!(drawn.matches('M').count(), marks);
        assert_eq!(drawn.matches("<title>").count(), 60);
        assert_eq!(drawn.matches("Buổi").count(), 5);
        assert!(drawn.len() < 26_000, "{}", drawn.len());
    }

    #[test]
    fn coordinates_are_finite_and_inside() {
        for (people, sessions) in [(0, 0), (0, 5), (1, 1), (1, 0), (60, 5), (300, 20)] {
            let found = coordinates(&strip("p", &of(people, sessions)));
            assert!(found.iter().all(|it| it.is_finite()), "{people} {sessions}");
            let most = found.iter().copied().fold(0.0, f64::max);
            assert!(most <= f64::from(u32::try_from(sessions).unwrap()) * 52.0 + WIDTH + 1.0);
        }
    }
}
