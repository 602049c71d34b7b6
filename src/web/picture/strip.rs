//! The attendance strip: a band for every session, a thin line for every person, neighbours from one place side by side.

use super::{Pen, Picture, fine};
use std::fmt::Write;

/// What stands of one person at one session. Each has a shape of its own beside its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    Present,
    Late,
    LeftEarly,
    Excused,
    Absent,
    /// Somebody else came instead.
    Substituted,
    /// Nothing is known.
    Unknown,
}

impl Cell {
    pub const ALL: [Self; 7] = [Self::Present, Self::Late, Self::LeftEarly, Self::Excused, Self::Absent, Self::Substituted, Self::Unknown];

    /// Was in the hall?
    pub fn came(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly)
    }

    /// Its colour, and which part of the band's height it fills: from where, how much.
    fn shape(self) -> (&'static str, f64, f64) {
        match self {
            Self::Present => ("good", 0.0, 1.0),
            Self::Late => ("part", 0.4, 0.6),
            Self::LeftEarly => ("part", 0.0, 0.6),
            Self::Excused => ("off", 0.0, 1.0),
            Self::Absent => ("now", 0.7, 0.3),
            Self::Substituted => ("wait", 0.35, 0.3),
            Self::Unknown => ("off", 0.94, 0.06),
        }
    }
}

/// A person in a band: what stands of them, and whether they are the first of their place.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub cell: Cell,
    pub place_begins: bool,
}

/// Air between two places, in the width of a person.
const AIR: f64 = 0.5;
const THICK: f64 = 0.8;

/// Draws the band of one session; its title says the figures.
pub fn strip(title: &str, people: &[Person]) -> Picture {
    let mut lefts = Vec::with_capacity(people.len());
    let mut right = 0.0;
    for (i, person) in people.iter().enumerate() {
        right += if person.place_begins && i > 0 { AIR } else { 0.0 };
        lefts.push(right);
        right += 1.0;
    }
    let mut pen = Pen::band(right, title);
    for cell in Cell::ALL {
        let (class, from, part) = cell.shape();
        let mut path = String::new();
        for (left, _) in lefts.iter().zip(people).filter(|(_, person)| person.cell == cell) {
            let _ = write!(path, "M{} {}h{}v{}h-{2}z", fine(*left), fine(from), fine(THICK), fine(part)); // a String takes everything
        }
        pen.path(class, &path);
    }
    pen.done()
}

/// The sign of a cell in the key.
pub fn cell_key(cell: Cell) -> Picture {
    let (class, from, part) = cell.shape();
    let mut pen = Pen::key();
    pen.path(class, &format!("M0.3 {}h0.4v{}h-0.4z", fine(from), fine(part)));
    pen.done()
}

#[cfg(test)]
mod tests {
    use super::super::coordinates;
    use super::*;

    fn people(n: usize) -> Vec<Person> {
        (0..n).map(|i| Person { cell: Cell::ALL[i % 7], place_begins: i % 2 == 0 }).collect()
    }

    #[test]
    fn everyone_is_drawn_once() {
        let drawn = strip("58/60", &people(60)).to_string();
        assert_eq!(drawn.matches('M').count(), 60);
        assert_eq!(drawn.matches("<path").count(), 6 + 1);
        assert!(drawn.contains("viewBox=\"0 0 74.5 1\""), "60 people, 29 gaps: {drawn}");
        assert!(drawn.len() < 2_200, "{}", drawn.len());
    }

    #[test]
    fn coordinates_are_finite_and_inside() {
        for n in [0, 1, 2, 60, 300] {
            let found = coordinates(&strip("t", &people(n)));
            let most = found[2];
            assert!(found.iter().all(|it| it.is_finite() && it.abs() <= most), "{n}: {found:?}");
        }
        for cell in Cell::ALL {
            assert!(coordinates(&cell_key(cell)).iter().all(|it| it.abs() <= 1.0));
        }
    }
}
