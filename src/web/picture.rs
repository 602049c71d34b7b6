//! Pictures for those who would rather look than read: numbers in, SVG text out. Pure.
//!
//! The rule: a picture says its finding in its title, carries every state by a shape or a sign as well as by colour, and stands beside
//! the same figures as text. Only the functions of this folder make a [`Picture`], and they escape whatever text they are given.

mod bars;
mod dots;
mod flow;
mod strip;

pub use bars::{Part, Parts, bar, part_key};
pub use dots::{Dot, dots};
pub use flow::{Band, Flow, Node, flow};
pub use strip::{Cell, Person, cell_key, strip};

use std::fmt::{self, Display, Write};

/// As wide as a picture with text in it is, in its own units: text of 14 of them can be read on a phone of 360 pixels.
const WIDTH: f64 = 380.0;
/// The size of its text, as the style sheet has it.
const TEXT: f64 = 14.0;

/// The SVG text of a picture, which a template draws as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture(String);

impl Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a text stands on its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    Start,
    End,
}

/// Draws: collects the elements of one picture.
struct Pen(String);

impl Pen {
    /// A picture of this height under its title. `name` is unique on the page.
    fn new(name: &str, height: f64, title: &str) -> Self {
        Self::sized("flowing", name, (WIDTH, height), title)
    }

    /// The same of another width; `class` says which screens it is for.
    fn sized(class: &str, name: &str, (width, height): (f64, f64), title: &str) -> Self {
        let mut pen = Self(String::with_capacity(4096));
        pen.put(format_args!(
            "<svg class=\"{class}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{name}\">",
            at(width),
            at(height)
        ));
        pen.put(format_args!("<title id=\"{name}\">{}</title>", Plain(title)));
        pen
    }

    /// A band as wide as its line, of these units: without text, so that it may be stretched.
    fn band(units: f64, title: &str) -> Self {
        let mut pen = Self(String::with_capacity(1024));
        let width = at(units.max(1.0));
        pen.put(format_args!("<svg viewBox=\"0 0 {width} 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">", Plain(title)));
        pen.put(format_args!("<title>{}</title>", Plain(title)));
        pen
    }

    /// A small square for the key, for those who see; its word stands beside it.
    fn key() -> Self {
        Self("<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\">".to_owned())
    }

    fn put(&mut self, element: fmt::Arguments<'_>) {
        let _ = self.0.write_fmt(element); // a String takes everything
    }

    fn path(&mut self, class: &str, path: &str) {
        if !path.is_empty() {
            self.put(format_args!("<path class=\"{class}\" d=\"{path}\"/>"));
        }
    }

    fn circle(&mut self, class: &str, x: f64, y: f64, radius: f64) {
        self.put(format_args!("<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", at(x), at(y), at(radius)));
    }

    fn text(&mut self, class: &str, anchor: Anchor, x: f64, y: f64, text: &str) {
        let end = if anchor == Anchor::End { " text-anchor=\"end\"" } else { "" };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.put(format_args!("<text{class}{end} x=\"{}\" y=\"{}\">{}</text>", at(x), at(y), Plain(text)));
    }

    fn done(mut self) -> Picture {
        self.0.push_str("</svg>");
        Picture(self.0)
    }
}

/// A coordinate: one decimal place, and none where it is whole. What is no number stands at the edge.
pub fn at(value: f64) -> String {
    short(&format!("{:.1}", if value.is_finite() { value } else { 0.0 }))
}

/// As [`at`], with two decimal places: within bands, whose units are large.
fn fine(value: f64) -> String {
    short(&format!("{:.2}", if value.is_finite() { value } else { 0.0 }))
}

fn short(text: &str) -> String {
    match text.trim_end_matches('0').trim_end_matches('.') {
        "" | "-0" | "-" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// Text without what XML would take for its own.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a>(pub &'a str);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '&' => f.write_str("&amp;"),
            '"' => f.write_str("&quot;"),
            c => f.write_char(c),
        })
    }
}

/// About as wide as a text of this class size is drawn, for keeping texts apart.
fn text_width(text: &str, size: f64) -> f64 {
    // Combining marks never come: texts are NFC.
    text.chars().map(|c| if c.is_uppercase() { 0.7 } else { 0.56 }).sum::<f64>() * size
}

/// A share of a whole, from 0 to 1; of nothing it is 0.
fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { (f64::from(part) / f64::from(whole)).min(1.0) }
}

/// For the tests of every picture: the numbers in its attributes are finite and within the frame.
#[cfg(test)]
fn coordinates(picture: &Picture) -> Vec<f64> {
    let numbers = regex::Regex::new(r#" (?:x|y|cx|cy|r|width|height|d|viewBox)="([^"]*)""#).unwrap();
    let number = regex::Regex::new(r"-?\d+(?:\.\d+)?|NaN|inf").unwrap();
    let found =
        numbers.captures_iter(&picture.0).flat_map(|it| number.find_iter(it.get(1).unwrap().as_str()).map(|it| it.as_str().parse()));
    found.collect::<Result<_, _>>().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_numbers_are_short() {
        let mut pen = Pen::new("p", 10.0, "a < b & \"c\"");
        pen.text("soft", Anchor::End, 1.25, f64::NAN, "<script>");
        let picture = pen.done().to_string();
        assert!(picture.contains("<title id=\"p\">a &lt; b &amp; &quot;c&quot;</title>"), "{picture}");
        assert!(picture.contains("x=\"1.2\" y=\"0\">&lt;script&gt;</text></svg>"), "{picture}");
        for (value, says) in [(3.0, "3"), (0.04, "0"), (-0.04, "0"), (-1.26, "-1.3"), (10.0, "10"), (100.5, "100.5")] {
            assert_eq!(at(value), says);
        }
        assert_eq!((fine(0.25), fine(20.0)), ("0.25".to_owned(), "20".to_owned()));
    }
}
