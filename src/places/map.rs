//! Places as dots by latitude and longitude. Pure: where each dot stands in the picture.

use super::place::Place;

/// The picture's longer side, before the rim.
const SIDE: f64 = 300.0;
const RIM: f64 = 14.0;

/// One place in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub x: i64,
    pub y: i64,
    pub here: bool,
}

/// A picture of places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    pub width: i64,
    pub height: i64,
    /// The dots' radius.
    pub radius: i64,
    pub dots: Vec<Dot>,
}

impl Map {
    /// The places that have coordinates; the one called `here` is marked and drawn last, so that no neighbour covers it.
    #[must_use]
    pub fn of<'a>(places: impl IntoIterator<Item = &'a Place>, here: &str) -> Self {
        let points: Vec<(f64, f64, bool)> = places.into_iter().filter_map(|it| Some((it.lat?, it.lon?, it.id == here))).collect();
        let reach = |pick: fn(&(f64, f64, bool)) -> f64| {
            points.iter().map(pick).fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)))
        };
        let (south, north) = reach(|it| it.0);
        let (west, east) = reach(|it| it.1);
        if points.is_empty() {
            return Self::default();
        }
        // A degree of longitude is shorter than one of latitude by the cosine.
        let narrow = (f64::midpoint(south, north)).to_radians().cos();
        let (across, down) = ((east - west) * narrow, north - south);
        let scale = SIDE / across.max(down).max(0.02);
        let mut dots: Vec<Dot> = points
            .iter()
            .map(|(lat, lon, here)| Dot {
                x: whole((lon - west) * narrow * scale + RIM),
                y: whole((north - lat) * scale + RIM),
                here: *here,
            })
            .collect();
        dots.sort_by_key(|it| it.here);
        let radius = match dots.len() {
            0..=40 => 6,
            41..=100 => 5,
            _ => 4,
        };
        Self { width: whole(across * scale + 2.0 * RIM), height: whole(down * scale + 2.0 * RIM), radius, dots }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dots.is_empty()
    }
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "pixels of a small picture")]
fn whole(pixels: f64) -> i64 {
    pixels.round() as i64
}
