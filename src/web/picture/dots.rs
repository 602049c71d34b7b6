//! Places as dots by latitude and longitude: as large as the number of difficulties, filled as far as they are resolved.

use super::{Anchor, Pen, Picture, Plain, TEXT, WIDTH, at, share, text_width};
use std::f64::consts::TAU;

/// A place with what it raised.
#[derive(Clone, Debug)]
pub struct Dot {
    pub name: String,
    /// A sentence about it.
    pub title: String,
    pub lat: f64,
    pub lon: f64,
    pub all: u32,
    pub resolved: u32,
    /// Still waiting for somebody: of equal ones, these have their name first.
    pub waiting: u32,
    /// How what is not resolved is drawn: the state's class.
    pub look: &'static str,
}

const RIM: f64 = 20.0;
const LARGEST: f64 = 15.0;
/// The radius of one difficulty; of more it grows with the root, so that the area says how many.
const ONE: f64 = 5.5;
/// So many places have their name beside them, where there is room.
const NAMED: usize = 12;

/// So near a text may come to a dot.
const NEAR: f64 = 3.0;

/// Where a dot or a text stands: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
struct Frame(f64, f64, f64, f64);

impl Frame {
    fn touches(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

struct Spot<'a> {
    dot: &'a Dot,
    x: f64,
    y: f64,
    radius: f64,
}

impl Spot<'_> {
    /// Where it stands, with the air that a text leaves around it.
    fn frame(&self) -> Frame {
        let reach = self.radius + NEAR;
        Frame(self.x - reach, self.y - reach, self.x + reach, self.y + reach)
    }
}

/// Draws them. Places without coordinates are not given.
pub fn dots(name: &str, title: &str, dots: &[Dot]) -> Picture {
    let known: Vec<&Dot> = dots.iter().filter(|it| it.lat.is_finite() && it.lon.is_finite()).collect();
    let (height, mut spots) = settle(&known);
    // Large ones first, so that no small one is covered; of equal ones, those that wait have their name first.
    spots.sort_by(|a, b| b.radius.total_cmp(&a.radius).then(b.dot.waiting.cmp(&a.dot.waiting)));
    let mut pen = Pen::new(name, height, title);
    for spot in &spots {
        draw(&mut pen, spot);
    }
    let mut taken: Vec<Frame> = spots.iter().map(Spot::frame).collect();
    for spot in spots.iter().filter(|it| it.dot.all > 0).take(NAMED) {
        write_name(&mut pen, spot, &mut taken, height);
    }
    pen.done()
}

/// Latitude and longitude onto the paper; a degree of longitude is shorter than one of latitude by the cosine.
fn settle<'a>(dots: &[&'a Dot]) -> (f64, Vec<Spot<'a>>) {
    let reach =
        |pick: fn(&Dot) -> f64| dots.iter().map(|it| pick(it)).fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)));
    let (south, north) = reach(|it| it.lat);
    let (west, east) = reach(|it| it.lon);
    if dots.is_empty() {
        return (1.0, Vec::new());
    }
    let narrow = f64::midpoint(south, north).to_radians().cos();
    let (across, down) = ((east - west) * narrow, north - south);
    let inner = WIDTH - 2.0 * RIM;
    let scale = (inner / across.max(0.02)).min(inner / down.max(0.02));
    let spare = (inner - across * scale) / 2.0;
    let most = f64::from(dots.iter().map(|it| it.all).max().unwrap_or_default().max(1)).sqrt();
    let one = ONE.min(LARGEST / most);
    let spot = |dot: &&'a Dot| Spot {
        dot,
        x: (dot.lon - west) * narrow * scale + RIM + spare,
        y: (north - dot.lat) * scale + RIM,
        radius: if dot.all == 0 { 3.5 } else { (one * f64::from(dot.all).sqrt()).max(3.5) },
    };
    (down * scale + 2.0 * RIM, dots.iter().map(spot).collect())
}

fn draw(pen: &mut Pen, spot: &Spot<'_>) {
    let Spot { dot, x, y, radius } = spot;
    let part = share(dot.resolved, dot.all);
    pen.put(format_args!("<g><title>{}</title>", Plain(&dot.title)));
    if dot.all == 0 {
        pen.circle("land", *x, *y, *radius);
    } else if dot.resolved >= dot.all {
        pen.circle("good", *x, *y, *radius);
    } else {
        pen.circle(dot.look, *x, *y, *radius);
        if part > 0.0 {
            let (end_x, end_y) = (x + radius * (part * TAU).sin(), y - radius * (part * TAU).cos());
            let large = i32::from(part > 0.5);
            let r = at(*radius);
            let path = format!("M{} {}V{}A{r} {r} 0 {large} 1 {} {}z", at(*x), at(*y), at(y - radius), at(end_x), at(end_y));
            pen.path("good", &path);
        }
    }
    pen.put(format_args!("</g>"));
}

/// Beside its dot, on the first side where it touches nothing; nowhere, if there is no room.
fn write_name(pen: &mut Pen, spot: &Spot<'_>, taken: &mut Vec<Frame>, height: f64) {
    let Spot { dot, x, y, radius } = spot;
    let width = text_width(&dot.name, TEXT);
    let (right, left) = (x + radius + 6.0, x - radius - 6.0);
    let sides = [
        (Anchor::Start, right, y + 4.5),
        (Anchor::End, left, y + 4.5),
        (Anchor::Start, x - width / 2.0, y - radius - 8.0),
        (Anchor::Start, x - width / 2.0, y + radius + TEXT + 3.0),
    ];
    for (anchor, x, y) in sides {
        let start = if anchor == Anchor::Start { x } else { x - width };
        let frame = Frame(start - 2.0, y - TEXT + 2.0, start + width + 2.0, y + 3.0);
        let inside = frame.0 >= 0.0 && frame.2 <= WIDTH && frame.1 >= 0.0 && frame.3 <= height;
        if inside && !taken.iter().any(|it| it.touches(&frame)) {
            pen.text("", anchor, x, y, &dot.name);
            taken.push(frame);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::coordinates;
    use super::*;

    fn dot(lat: f64, lon: f64, all: u32, resolved: u32) -> Dot {
        Dot {
            name: "Mỹ Lung".into(),
            title: "Xã Mỹ Lung: 4 vướng mắc".into(),
            lat,
            lon,
            all,
            resolved,
            waiting: all - resolved,
            look: "now",
        }
    }

    #[test]
    fn north_is_up_and_more_is_larger() {
        let both = [dot(21.1, 105.0, 1, 0), dot(21.5, 105.2, 4, 2)];
        let known: Vec<&Dot> = both.iter().collect();
        let (_, spots) = settle(&known);
        assert!(spots[1].y < spots[0].y && spots[1].x > spots[0].x && spots[1].radius > spots[0].radius);
        assert!((spots[1].radius - 2.0 * ONE).abs() < 1e-9, "four times the area");
        let many = dot(21.1, 105.0, 400, 0);
        assert!(settle(&[&many]).1[0].radius <= LARGEST);
        let drawn = dots("p", "t", &both).to_string();
        assert_eq!(drawn.matches("<circle").count(), 2);
        assert_eq!(drawn.matches("\"now\"").count(), 2);
        assert_eq!(drawn.matches("<path class=\"good\"").count(), 1, "the half that is resolved");
        assert_eq!(drawn.matches("<text").count(), 2);
    }

    #[test]
    fn names_do_not_cover_each_other() {
        let crowd: Vec<Dot> = (0..30).map(|i| dot(21.2 + f64::from(i % 6) * 0.01, 105.0 + f64::from(i / 6) * 0.01, 3, 1)).collect();
        let drawn = dots("p", "t", &crowd).to_string();
        assert!(drawn.matches("<text").count() <= NAMED);
    }

    #[test]
    fn coordinates_are_finite() {
        for it in [
            vec![],
            vec![dot(21.2, 105.0, 0, 0)],
            vec![dot(21.2, 105.0, 3, 3), dot(21.2, 105.0, 3, 1)],
            vec![dot(f64::NAN, 105.0, 1, 1)],
            vec![dot(8.5, 104.0, 9, 9), dot(23.3, 105.0, 1, 0)],
        ] {
            let found = coordinates(&dots("p", "t", &it));
            assert!(found.iter().all(|it| it.is_finite() && *it >= 0.0 && *it <= WIDTH + 1.0), "{found:?}");
        }
    }
}
