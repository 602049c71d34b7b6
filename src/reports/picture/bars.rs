//! Bars one under another: how many of each kind, and how much of each is resolved, partly, or open.

use super::{Anchor, Pen, Picture, WIDTH, share};

/// One bar with its three parts.
#[derive(Clone, Debug)]
pub(in super::super) struct Bar {
    pub(in super::super) name: String,
    /// The figures as text, at the right end of the line.
    pub(in super::super) figures: String,
    pub(in super::super) resolved: u32,
    pub(in super::super) partly: u32,
    pub(in super::super) open: u32,
}

impl Bar {
    fn all(&self) -> u32 {
        self.resolved + self.partly + self.open
    }
}

const LINE: f64 = 17.0;
const THICK: f64 = 12.0;
const GAP: f64 = 9.0;

/// Draws them. The longest bar fills the width; the open part is hollow.
pub(in super::super) fn bars(name: &str, title: &str, bars: &[Bar]) -> Picture {
    let rows = f64::from(u32::try_from(bars.len()).unwrap_or_default());
    let most = bars.iter().map(Bar::all).max().unwrap_or_default();
    let mut pen = Pen::new(name, (rows * (LINE + THICK + GAP)).max(1.0), title);
    let mut top = 0.0;
    for bar in bars {
        pen.text("s-text", Anchor::Start, 0.0, top + 13.0, &bar.name);
        pen.text("s-text", Anchor::End, WIDTH, top + 13.0, &bar.figures);
        let y = top + LINE;
        let mut x = 0.0;
        for (class, part) in [("s-good", bar.resolved), ("s-part", bar.partly)] {
            let width = share(part, most) * WIDTH;
            if part > 0 {
                pen.rect(class, x, y, width, THICK);
            }
            x += width;
        }
        let width = share(bar.open, most) * WIDTH;
        if bar.open > 0 {
            pen.rect("s-line", x + 0.5, y + 0.5, (width - 1.0).max(0.5), THICK - 1.0);
        }
        top += LINE + THICK + GAP;
    }
    pen.done()
}

#[cfg(test)]
mod tests {
    use super::super::coordinates;
    use super::*;

    fn bar(resolved: u32, partly: u32, open: u32) -> Bar {
        Bar { name: "Nghiệm thu, thanh toán".into(), figures: "3".into(), resolved, partly, open }
    }

    fn widths(picture: &Picture) -> f64 {
        let width = regex::Regex::new(r#"<rect class="s-(?:good|part)"[^>]* width="([^"]*)""#).unwrap();
        width.captures_iter(&picture.to_string()).map(|it| it[1].parse::<f64>().unwrap()).sum()
    }

    #[test]
    fn parts_make_the_whole() {
        let drawn = bars("p", "t", &[bar(6, 4, 0), bar(5, 0, 0)]);
        assert!((widths(&drawn) - (WIDTH + WIDTH / 2.0)).abs() < 0.2);
        let drawn = bars("p", "t", &[bar(1, 1, 2)]);
        assert!((widths(&drawn) - WIDTH / 2.0).abs() < 0.2);
        assert!(drawn.to_string().contains("s-line"));
    }

    #[test]
    fn coordinates_are_finite() {
        for it in [vec![], vec![bar(0, 0, 0)], vec![bar(u32::MAX / 4, 0, 1), bar(0, 0, 1)]] {
            assert!(coordinates(&bars("p", "t", &it)).iter().all(|it| it.is_finite() && *it >= 0.0 && *it <= 401.0));
        }
    }
}
