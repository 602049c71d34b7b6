//! The timeline of plans: rows over an axis of months, and a line for today; inline SVG as text. Pure.
//!
//! Every stand has a shape beside its colour, and its word stands at the end of its row; the title says the finding, and the page says
//! the same as a list. Text given to it is escaped here.

use super::step::Stand;
use crate::ground::dates::Date;
use crate::web::picture::{Plain, at};
use std::fmt::{self, Display, Write};

/// The SVG text of a picture, which a template draws as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture(String);

impl Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A row: a step from its start to its due day, or a plan with a mark for each of its steps.
#[derive(Clone, Debug)]
pub struct Line {
    pub name: String,
    /// At the right end of the row: the word of the stand, or figures.
    pub word: String,
    pub from: Date,
    pub to: Date,
    pub shape: Shape,
}

/// What a row shows.
#[derive(Clone, Debug)]
pub enum Shape {
    /// One step.
    Bar(Stand),
    /// The steps of a plan, by their due days.
    Marks(Vec<(Date, Stand)>),
}

/// As wide as a picture is, in its own units: text of 14 of them can be read on a phone of 360 pixels.
const WIDTH: f64 = 380.0;
/// The height of the axis above the rows, and of a row.
const AXIS: f64 = 24.0;
const ROW: f64 = 42.0;
/// So many letters of a name and of a word go into one row.
const LETTERS: usize = 46;
/// Half the size of a mark.
const HALF: f64 = 5.0;

/// The days of the axis.
struct Axis {
    first: Date,
    days: f64,
}

impl Axis {
    /// From the first of a month to the first of another, around all rows, and around today when it is not far off.
    fn around(lines: &[Line], today: Date) -> Option<Self> {
        let from = lines.iter().map(|it| it.from).min()?;
        let to = lines.iter().map(|it| it.to).max()?;
        let first = month_of(from);
        let mut last = month_of(to).plus_months(1);
        if today >= last && today < last.plus_months(3) {
            last = month_of(today).plus_months(1);
        }
        Some(Self { first, days: real(first.days_until(last)).max(1.0) })
    }

    fn x(&self, day: Date) -> f64 {
        real(self.first.days_until(day)) / self.days * WIDTH
    }

    fn has(&self, day: Date) -> bool {
        day >= self.first && real(self.first.days_until(day)) <= self.days
    }

    /// How many months apart the lines of the axis stand.
    fn stride(&self) -> i16 {
        match self.days {
            days if days < 130.0 => 1,
            days if days < 560.0 => 3,
            days if days < 1000.0 => 6,
            _ => 12,
        }
    }
}

/// Days as a length: plans are of a few years.
fn real(days: i64) -> f64 {
    f64::from(i32::try_from(days).unwrap_or(i32::MAX))
}

fn month_of(day: Date) -> Date {
    Date::new(day.year(), day.month(), 1).unwrap_or(day)
}

/// Draws the rows under their title. `name` is unique on the page; `now` is the word at the line of today.
#[must_use]
pub fn timeline(name: &str, title: &str, now: &str, lines: &[Line], today: Date) -> Option<Picture> {
    let axis = Axis::around(lines, today)?;
    let mut pen = Pen(String::with_capacity(4096));
    let height = AXIS + ROW * f64::from(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    // Below the rows, room for the word of today.
    let whole = height + if axis.has(today) { 18.0 } else { 0.0 };
    pen.put(format_args!("<svg class=\"flowing\" viewBox=\"0 0 380 {}\" role=\"img\" aria-labelledby=\"{name}\">", at(whole)));
    pen.put(format_args!("<title id=\"{name}\">{}</title>", Plain(title)));
    pen.months(&axis, height);
    if axis.has(today) {
        pen.today(axis.x(today), height, now);
    }
    let mut top = AXIS;
    for line in lines {
        pen.line(&axis, line, top);
        top += ROW;
    }
    pen.0.push_str("</svg>");
    Some(Picture(pen.0))
}

/// The sign of a stand, for the key.
#[must_use]
pub fn sign(stand: Stand) -> Picture {
    let mut pen = Pen("<svg viewBox=\"-6 -6 12 12\" aria-hidden=\"true\">".to_owned());
    pen.mark(stand, 0.0, 0.0);
    pen.0.push_str("</svg>");
    Picture(pen.0)
}

struct Pen(String);

impl Pen {
    fn put(&mut self, element: fmt::Arguments<'_>) {
        let _ = self.0.write_fmt(element); // a String takes everything
    }

    fn path(&mut self, class: &str, path: &str) {
        self.put(format_args!("<path class=\"{class}\" d=\"{path}\"/>"));
    }

    /// The lines of the axis, each with its month or year.
    fn months(&mut self, axis: &Axis, height: f64) {
        let (stride, mut day, mut free) = (axis.stride(), axis.first, 0.0);
        // Lines stand at January, April and so on, whichever month the axis begins with.
        while (day.month() - 1) % i8::try_from(stride).unwrap_or(1) != 0 {
            day = day.plus_months(1);
        }
        while axis.has(day) {
            let x = axis.x(day);
            self.path("axis", &format!("M{} 18V{}", at(x), at(height)));
            let word = if stride == 12 { day.year().to_string() } else { format!("{}/{}", day.month(), day.year()) };
            let width = 7.6 * real(i64::try_from(word.len()).unwrap_or_default());
            if x >= free && x + width <= WIDTH {
                self.put(format_args!("<text class=\"soft\" x=\"{}\" y=\"13\">{word}</text>", at(x)));
                free = x + width + 8.0;
            }
            day = day.plus_months(stride);
        }
    }

    fn today(&mut self, x: f64, height: f64, word: &str) {
        self.path("now", &format!("M{} 18h1.6V{}h-1.6z", at(x - 0.8), at(height)));
        // A small flag on top says what the line is, to the side where there is room.
        let end = if x > WIDTH / 2.0 { " text-anchor=\"end\"" } else { "" };
        let beside = if x > WIDTH / 2.0 { x - 4.0 } else { x + 4.0 };
        self.put(format_args!("<text class=\"strong\"{end} x=\"{}\" y=\"{}\">{}</text>", at(beside), at(height + 14.0), Plain(word)));
    }

    fn line(&mut self, axis: &Axis, line: &Line, top: f64) {
        let room = LETTERS.saturating_sub(line.word.chars().count() + 2);
        self.put(format_args!("<text x=\"0\" y=\"{}\">{}</text>", at(top + 14.0), Plain(&cut(&line.name, room))));
        self.put(format_args!("<text class=\"soft\" text-anchor=\"end\" x=\"380\" y=\"{}\">{}</text>", at(top + 14.0), Plain(&line.word)));
        let (left, right, y) = (axis.x(line.from), axis.x(line.to), top + 27.0);
        match &line.shape {
            Shape::Bar(stand) => {
                let left = left.min(right - 8.0).max(0.0);
                self.bar(*stand, left, right.max(left + 8.0), y);
                self.mark(*stand, right.clamp(HALF + 1.0, WIDTH - HALF - 1.0), y);
            }
            Shape::Marks(marks) => {
                self.path("dropped", &format!("M{} {}h{}v2h-{2}z", at(left), at(y - 1.0), at((right - left).max(2.0))));
                let mut free = 0.0;
                for (day, stand) in marks {
                    // Those due at one time stand side by side.
                    let x = axis.x(*day).max(free).clamp(HALF + 1.0, WIDTH - HALF - 1.0);
                    self.mark(*stand, x, y);
                    free = x + HALF * 2.0 + 1.0;
                }
            }
        }
    }

    /// What leads to the mark: full where it is done, half where it is under way, a line where nothing is done, dashes where it was dropped.
    fn bar(&mut self, stand: Stand, left: f64, right: f64, y: f64) {
        let width = at(right - left);
        let (class, path) = match stand {
            Stand::Done => ("good", format!("M{} {}h{width}v6h-{width}z", at(left), at(y - 3.0))),
            Stand::UnderWay => ("part", format!("M{} {}h{width}v3h-{width}z", at(left), at(y))),
            Stand::Planned => ("wait", format!("M{} {}h{width}v1.6h-{width}z", at(left), at(y - 0.8))),
            Stand::Late => ("now", format!("M{} {}h{width}v1.6h-{width}z", at(left), at(y - 0.8))),
            Stand::Dropped => {
                let mut path = String::new();
                let mut x = left;
                while x < right {
                    let _ = write!(path, "M{} {}h4v2h-4z", at(x), at(y - 1.0)); // a String takes everything
                    x += 9.0;
                }
                ("off", path)
            }
        };
        self.path(class, &path);
    }

    /// Done: a full square; under way: a half one; planned: a ring; late: a triangle; dropped: a cross.
    fn mark(&mut self, stand: Stand, x: f64, y: f64) {
        match stand {
            Stand::Done => self.path("good", &format!("M{} {}h10v10h-10z", at(x - HALF), at(y - HALF))),
            Stand::UnderWay => {
                self.path("open", &format!("M{} {}h9v9h-9z", at(x - 4.5), at(y - 4.5)));
                self.path("part", &format!("M{} {}h10v5h-10z", at(x - HALF), at(y)));
            }
            Stand::Planned => self.put(format_args!("<circle class=\"open\" cx=\"{}\" cy=\"{}\" r=\"4.4\"/>", at(x), at(y))),
            Stand::Late => self.path("now", &format!("M{} {}l6 11h-12z", at(x), at(y - 6.0))),
            Stand::Dropped => {
                let (left, top) = (at(x - HALF), at(y - HALF));
                self.path("off", &format!("M{left} {top}h3l7 7v3h-3l-7-7z"));
                self.path("off", &format!("M{} {top}h-3l-7 7v3h3l7-7z", at(x + HALF)));
            }
        }
    }
}

/// The beginning of a text, broken at a word.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let begun: String = text.chars().take(most).collect();
    let whole = begun.rsplit_once(' ').map_or(begun.as_str(), |it| it.0);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::read(text).unwrap()
    }

    fn lines(n: usize, from: &str, days: i32) -> Vec<Line> {
        let from = day(from);
        let line = |i: usize| Line {
            name: "Công khai danh sách hộ hưởng lợi tại nhà văn hóa khu & trên loa <truyền thanh>".into(),
            word: "Đang làm".into(),
            from,
            to: from.plus_days(days),
            shape: if i % 6 == 5 {
                Shape::Marks(Stand::ALL.iter().map(|it| (from.plus_days(days), *it)).collect())
            } else {
                Shape::Bar(Stand::ALL[i % 5])
            },
        };
        (0..n).map(line).collect()
    }

    #[test]
    fn every_coordinate_is_inside_whatever_the_days() {
        let number = regex::Regex::new(r#" (?:x|cx)="([^"]*)"| d="M(-?[0-9.]+) "#).unwrap();
        for (n, from, days) in [(1, "18/10/2018", 0), (6, "18/10/2018", 40), (24, "01/01/2019", 364), (7, "31/12/2018", 1825)] {
            for today in ["01/01/2010", "01/02/2019", "20/12/2023", "24/11/2026"] {
                let drawn = timeline("t", "a < b", "hôm nay", &lines(n, from, days), day(today)).unwrap().to_string();
                assert!(!drawn.contains("NaN") && drawn.contains("a &lt; b") && !drawn.contains("<truyền"), "{drawn}");
                for it in number.captures_iter(&drawn) {
                    let x: f64 = it.get(1).or(it.get(2)).unwrap().as_str().parse().unwrap();
                    assert!((-1.0..=381.0).contains(&x), "{x} in {drawn}");
                }
            }
        }
        assert!(timeline("t", "", "", &[], day("01/01/2019")).is_none());
    }

    #[test]
    fn today_is_drawn_where_it_is_near() {
        let drawn = |today: &str| timeline("t", "", "hôm nay", &lines(2, "18/10/2018", 300), day(today)).unwrap().to_string();
        assert!(drawn("01/02/2019").contains("hôm nay") && drawn("20/10/2019").contains("hôm nay"));
        assert!(!drawn("24/11/2026").contains("hôm nay") && !drawn("01/02/2018").contains("hôm nay"));
    }

    #[test]
    fn each_stand_has_a_sign_of_its_own() {
        let signs: std::collections::BTreeSet<String> = Stand::ALL.iter().map(|it| sign(*it).to_string()).collect();
        assert_eq!(signs.len(), Stand::ALL.len());
    }
}
