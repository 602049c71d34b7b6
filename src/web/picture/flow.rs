//! The path of difficulties as a flow: raised, then advised or escalated, then what the raiser said. Widths are counts.

use super::{Anchor, Pen, Picture, WIDTH, at};

/// A stop on the way: how many come through, and the line beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub name: String,
    pub count: u32,
    /// The state's class: `good`, `part`, `wait`, `now`, `off`.
    pub look: &'static str,
}

/// How many go from a stop of one stage to a stop of the next. Its colour is that of where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    pub from: usize,
    pub to: usize,
    pub count: u32,
}

/// Three stages, and the bands between them.
#[derive(Clone, Debug)]
pub struct Flow {
    pub title: String,
    pub stages: [Vec<Node>; 3],
    pub bands: [Vec<Band>; 2],
}

const THICK: f64 = 10.0;

/// How wide the picture is, and where its three stages stand; texts stand to the right of their stop.
#[derive(Clone, Copy)]
struct Desk {
    class: &'static str,
    width: f64,
    lefts: [f64; 3],
}

const PHONE: Desk = Desk { class: "flowing narrow", width: WIDTH, lefts: [0.0, 112.0, 248.0] };
const WIDE: Desk = Desk { class: "flowing broad", width: 2.0 * WIDTH, lefts: [0.0, 290.0, 600.0] };
/// The height that all difficulties together take.
const TALL: f64 = 170.0;
/// No stop is so thin that the line of its neighbour would touch its own.
const LINE: f64 = 19.0;
const HEAD: f64 = 22.0;

/// A stop in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    top: f64,
    height: f64,
}

/// Draws it twice: for a phone, and for a desk; the style sheet shows the one that fits.
pub fn flow(name: &str, it: &Flow) -> Picture {
    Picture(format!("{}{}", draw(name, it, PHONE), draw(&format!("{name}-wide"), it, WIDE)))
}

fn draw(name: &str, it: &Flow, desk: Desk) -> Picture {
    let all = it.stages.iter().map(|stage| stage.iter().map(|node| node.count).sum()).max().unwrap_or(0_u32).max(1);
    let scale = TALL / f64::from(all);
    let places: Vec<Vec<Place>> = it.stages.iter().map(|stage| stack(stage, scale)).collect();
    let bottom = places.iter().flatten().map(|it| it.top + it.height.max(LINE)).fold(HEAD + TALL, f64::max);
    let mut pen = Pen::sized(desk.class, name, (desk.width, bottom + 4.0), &it.title);
    for (i, bands) in it.bands.iter().enumerate() {
        let (Some(from), Some(to), Some(nodes)) = (places.get(i), places.get(i + 1), it.stages.get(i + 1)) else { continue };
        let (Some(left), Some(right)) = (desk.lefts.get(i), desk.lefts.get(i + 1)) else { continue };
        draw_bands(&mut pen, bands, (from, left + THICK), (to, *right), nodes, scale);
    }
    for ((stage, places), left) in it.stages.iter().zip(&places).zip(desk.lefts) {
        for (node, place) in stage.iter().zip(places) {
            pen.path(node.look, &format!("M{} {}h{}v{}h-{2}z", at(left), at(place.top), at(THICK), at(place.height.max(1.0))));
            if left > 0.0 {
                let middle = place.top + (place.height / 2.0).max(6.0);
                pen.text("", Anchor::Start, left + THICK + 5.0, middle + 5.0, &node.name);
            } else {
                pen.text("strong", Anchor::Start, 0.0, 14.0, &node.name);
            }
        }
    }
    pen.done()
}

/// One under another, those that nothing came to left out of the height but kept in the count.
fn stack(stage: &[Node], scale: f64) -> Vec<Place> {
    let mut top = HEAD;
    let place = |node: &Node| {
        let height = f64::from(node.count) * scale;
        let place = Place { top, height };
        top += height.max(LINE) + 5.0;
        place
    };
    stage.iter().map(place).collect()
}

fn draw_bands(pen: &mut Pen, bands: &[Band], from: (&[Place], f64), to: (&[Place], f64), nodes: &[Node], scale: f64) {
    let ((sources, left), (targets, right)) = (from, to);
    let mut gone = vec![0.0; sources.len()];
    let mut come = vec![0.0; targets.len()];
    for band in bands.iter().filter(|it| it.count > 0) {
        let (Some(source), Some(target), Some(node)) = (sources.get(band.from), targets.get(band.to), nodes.get(band.to)) else { continue };
        let (Some(gone), Some(come)) = (gone.get_mut(band.from), come.get_mut(band.to)) else { continue };
        let width = f64::from(band.count) * scale;
        let (a, b) = (source.top + *gone, target.top + *come);
        (*gone, *come) = (*gone + width, *come + width);
        let middle = at(f64::midpoint(left, right));
        let (l, r) = (at(left), at(right));
        let (a0, b0, a1, b1) = (at(a), at(b), at(a + width), at(b + width));
        let path = format!("M{l} {a0}C{middle} {a0} {middle} {b0} {r} {b0}V{b1}C{middle} {b1} {middle} {a1} {l} {a1}z");
        pen.path(&format!("flow {}", node.look), &path);
    }
}

/// Whether as many leave every stop as come to it, and as many come as stand there.
#[cfg(test)]
fn is_balanced(it: &Flow) -> bool {
    let sum = |bands: &[Band], which: &dyn Fn(&Band) -> bool| -> u32 { bands.iter().filter(|it| which(it)).map(|it| it.count).sum() };
    let [first, second] = &it.bands;
    let [one, two, three] = &it.stages;
    one.iter().enumerate().all(|(i, node)| sum(first, &|it| it.from == i) == node.count)
        && two
            .iter()
            .enumerate()
            .all(|(i, node)| sum(first, &|it| it.to == i) == node.count && sum(second, &|it| it.from == i) == node.count)
        && three.iter().enumerate().all(|(i, node)| sum(second, &|it| it.to == i) == node.count)
}

#[cfg(test)]
mod tests {
    use super::super::coordinates;
    use super::*;

    fn node(count: u32, look: &'static str) -> Node {
        Node { name: format!("{count} vướng mắc"), count, look }
    }

    fn sample() -> Flow {
        Flow {
            title: "24 trong 38 vướng mắc đã được tháo gỡ".into(),
            stages: [
                vec![node(38, "wait")],
                vec![node(30, "off"), node(5, "part"), node(3, "off")],
                vec![node(24, "good"), node(7, "part"), node(0, "now"), node(1, "off"), node(6, "off")],
            ],
            bands: [
                vec![Band { from: 0, to: 0, count: 30 }, Band { from: 0, to: 1, count: 5 }, Band { from: 0, to: 2, count: 3 }],
                vec![
                    Band { from: 0, to: 0, count: 23 },
                    Band { from: 0, to: 1, count: 5 },
                    Band { from: 0, to: 4, count: 2 },
                    Band { from: 1, to: 0, count: 1 },
                    Band { from: 1, to: 1, count: 2 },
                    Band { from: 1, to: 4, count: 2 },
                    Band { from: 2, to: 3, count: 1 },
                    Band { from: 2, to: 4, count: 2 },
                ],
            ],
        }
    }

    #[test]
    fn as_many_leave_as_come() {
        let it = sample();
        assert!(is_balanced(&it));
        let drawn = flow("p", &it).to_string();
        assert_eq!(drawn.matches("class=\"flow ").count(), 2 * 11);
        assert_eq!(drawn.matches("<text").count(), 2 * 9);
    }

    #[test]
    fn bands_fill_their_stops_exactly() {
        let it = sample();
        let scale = TALL / 38.0;
        let places = stack(&it.stages[1], scale);
        for (i, place) in places.iter().enumerate() {
            let out: u32 = it.bands[1].iter().filter(|it| it.from == i).map(|it| it.count).sum();
            assert!((f64::from(out) * scale - place.height).abs() < 1e-9);
        }
        for pair in places.windows(2) {
            assert!(pair[0].top + pair[0].height.max(LINE) < pair[1].top);
        }
    }

    #[test]
    fn coordinates_are_finite() {
        let empty = Flow {
            title: "t".into(),
            stages: [vec![node(0, "off")], vec![], vec![]],
            bands: [vec![], vec![Band { from: 9, to: 9, count: 1 }]],
        };
        for it in [sample(), empty] {
            let found = coordinates(&flow("p", &it));
            assert!(found.iter().all(|it| it.is_finite() && it.abs() <= WIDE.width), "{found:?}");
        }
    }
}
