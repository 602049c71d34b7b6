//! Bars: how many there are of one kind, and how much of them is resolved, partly, open, or no longer needed.

use super::{Pen, Picture, fine, share};

/// A part of a bar. All are as high; each has a lightness of its own and stands at its place in the order, so that they can be told
/// apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Resolved,
    Partly,
    Open,
    /// No longer needed.
    Dropped,
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Resolved, Self::Partly, Self::Open, Self::Dropped];

    fn look(self) -> &'static str {
        match self {
            Self::Resolved => "good",
            Self::Partly => "part",
            Self::Open => "open",
            Self::Dropped => "dropped",
        }
    }
}

/// How much there is of each part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub resolved: u32,
    pub partly: u32,
    pub open: u32,
    pub dropped: u32,
}

impl Parts {
    pub fn all(self) -> u32 {
        self.resolved.saturating_add(self.partly).saturating_add(self.open).saturating_add(self.dropped)
    }

    fn of(self, part: Part) -> u32 {
        match part {
            Part::Resolved => self.resolved,
            Part::Partly => self.partly,
            Part::Open => self.open,
            Part::Dropped => self.dropped,
        }
    }
}

/// As long as the longest bar.
const LONG: f64 = 100.0;
/// Of its length, what a part gives up to the air before the next.
const AIR: f64 = 0.6;

/// Draws one bar beside others of which the longest has `most`. Its title says the figures.
pub fn bar(title: &str, parts: Parts, most: u32) -> Picture {
    let mut pen = Pen::band(LONG, title);
    let mut left = 0.0;
    for part in Part::ALL {
        let width = share(parts.of(part), most) * LONG;
        if width > 0.0 {
            pen.path(part.look(), &format!("M{} 0h{}v1h-{1}z", fine(left), fine((width - AIR).max(width / 2.0))));
        }
        left += width;
    }
    pen.done()
}

/// The sign of a part in the key.
pub fn part_key(part: Part) -> Picture {
    let mut pen = Pen::key();
    pen.path(part.look(), "M0 0h1v1h-1z");
    pen.done()
}

#[cfg(test)]
mod tests {
    use super::super::coordinates;
    use super::*;

    fn length(parts: Parts, most: u32) -> f64 {
        let width = regex::Regex::new("h([0-9.]+)v").unwrap();
        width.captures_iter(&bar("t", parts, most).to_string()).map(|it| it[1].parse::<f64>().unwrap()).sum()
    }

    #[test]
    fn parts_make_the_whole() {
        for (resolved, partly, open, dropped) in [(6, 4, 0, 0), (1, 1, 2, 1), (0, 0, 1, 0), (0, 0, 0, 0), (6, 0, 3, 1)] {
            let parts = Parts { resolved, partly, open, dropped };
            let drawn = Part::ALL.into_iter().filter(|it| parts.of(*it) > 0).count();
            let air = AIR * f64::from(u32::try_from(drawn).unwrap());
            assert!((length(parts, 10) + air - f64::from(parts.all()) * 10.0).abs() < 0.02, "{parts:?}");
        }
    }

    #[test]
    fn coordinates_are_finite_and_inside() {
        for (parts, most) in [
            (Parts::default(), 0),
            (Parts { resolved: 3, open: u32::MAX, ..Parts::default() }, u32::MAX),
            (Parts { resolved: 1, ..Parts::default() }, 3),
        ] {
            assert!(coordinates(&bar("t", parts, most)).iter().all(|it| it.is_finite() && it.abs() <= LONG));
        }
        for part in Part::ALL {
            assert!(coordinates(&part_key(part)).iter().all(|it| it.abs() <= 1.0));
        }
    }
}
