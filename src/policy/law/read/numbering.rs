//! The numbers that Word makes by itself: `numbering.xml`, and which styles use it.

use super::docx::{attribute, events};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1.`, `Điều %1.`
    text: String,
    /// What stands after the number: nothing, or a blank.
    close: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), close: false }
    }
}

/// Lists of one kind: the levels by number.
type Levels = HashMap<usize, Level>;

#[derive(Default)]
pub(super) struct Numbering {
    kinds: HashMap<String, Levels>,
    /// Each list: its kind, and where levels of it begin anew.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    /// A style's list and level.
    styles: HashMap<String, Style>,
    /// How far each kind has counted.
    counts: HashMap<String, HashMap<usize, u32>>,
    /// Lists that have begun.
    begun: Vec<String>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    list: Option<String>,
    level: Option<usize>,
    based: Option<String>,
}

impl Numbering {
    pub(super) fn read(numbering: &str, styles: &str) -> Self {
        let mut out = Self::default();
        out.read_lists(numbering);
        out.read_styles(styles);
        out
    }

    fn read_lists(&mut self, xml: &str) {
        let (mut kind, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
        for event in events(xml) {
            let (tag, name) = match &event {
                Event::Start(tag) | Event::Empty(tag) => (tag, tag.local_name().into_inner().to_owned()),
                Event::End(tag) => {
                    match tag.local_name().into_inner() {
                        "abstractNum" => kind = None,
                        "num" => list = None,
                        _ => {}
                    }
                    continue;
                }
                _ => continue,
            };
            let number = |tag: &BytesStart<'_>, name: &str| attribute(tag, name).and_then(|it| it.parse().ok());
            match name.as_str() {
                "abstractNum" => kind = attribute(tag, "abstractNumId"),
                "num" => list = attribute(tag, "numId"),
                "abstractNumId" => {
                    if let (Some(list), Some(kind)) = (&list, attribute(tag, "val")) {
                        self.lists.entry(list.clone()).or_default().0 = kind;
                    }
                }
                "lvl" | "lvlOverride" => level = number(tag, "ilvl").unwrap_or(0),
                "startOverride" => {
                    if let (Some(list), Some(start)) = (&list, attribute(tag, "val").and_then(|it| it.parse().ok())) {
                        self.lists.entry(list.clone()).or_default().1.insert(level, start);
                    }
                }
                "start" | "numFmt" | "lvlText" | "suff" => {
                    let Some(kind) = &kind else { continue };
                    let entry = self.kinds.entry(kind.clone()).or_default().entry(level).or_default();
                    let value = attribute(tag, "val").unwrap_or_default();
                    match name.as_str() {
                        "start" => entry.start = value.parse().unwrap_or(1),
                        "numFmt" => entry.format = value,
                        "lvlText" => entry.text = value,
                        _ => entry.close = value == "nothing",
                    }
                }
                _ => {}
            }
        }
    }

    fn read_styles(&mut self, xml: &str) {
        let mut style = None::<String>;
        for event in events(xml) {
            let (Event::Start(tag) | Event::Empty(tag)) = &event else { continue };
            let value = || attribute(tag, "val");
            match tag.local_name().into_inner() {
                "style" => style = attribute(tag, "styleId"),
                name @ ("numId" | "ilvl" | "basedOn") => {
                    let Some(style) = &style else { continue };
                    let entry = self.styles.entry(style.clone()).or_default();
                    match name {
                        "numId" => entry.list = value(),
                        "ilvl" => entry.level = value().and_then(|it| it.parse().ok()),
                        _ => entry.based = value(),
                    }
                }
                _ => {}
            }
        }
    }

    /// The number of the next paragraph of a list or a style, with the blank after it.
    pub(super) fn next(&mut self, list: Option<&str>, level: Option<usize>, style: Option<&str>) -> Option<String> {
        let (mut list, mut level) = (list.map(str::to_owned), level);
        let mut name = style.map(str::to_owned);
        for _ in 0..12 {
            let Some(style) = name.as_ref().and_then(|name| self.styles.get(name)) else { break };
            if list.is_none() {
                list.clone_from(&style.list);
            }
            level = level.or(style.level);
            name.clone_from(&style.based);
        }
        let list = list.filter(|it| it != "0")?;
        let level = level.unwrap_or(0);
        let (kind, starts) = self.lists.get(&list)?.clone();
        let levels = self.kinds.get(&kind)?;
        let own = levels.get(&level)?.clone();
        let counts = self.counts.entry(kind.clone()).or_default();
        // A list that begins anew does so at its first paragraph.
        if !self.begun.contains(&list) {
            self.begun.push(list.clone());
            for (level, start) in &starts {
                counts.insert(*level, start.saturating_sub(1));
            }
        }
        let count = counts.entry(level).or_insert_with(|| own.start.saturating_sub(1));
        *count = count.saturating_add(1);
        counts.retain(|it, _| *it <= level);
        if own.format == "bullet" {
            return Some("- ".to_owned());
        }
        if own.format == "none" || own.text.is_empty() {
            return None;
        }
        let mut text = own.text.clone();
        for at in 0..9 {
            let sign = format!("%{}", at + 1);
            if text.contains(&sign) {
                let shape = levels.get(&at).cloned().unwrap_or_default();
                let number = counts.get(&at).copied().unwrap_or(shape.start);
                text = text.replace(&sign, &shown(number, &shape.format));
            }
        }
        Some(if own.close { text } else { format!("{text} ") })
    }
}

fn shown(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// a, b, … z, aa, bb: as Word and browsers count.
pub(super) fn letters(number: u32) -> String {
    let place = number.saturating_sub(1);
    let letter = char::from_u32(u32::from('a') + place % 26).unwrap_or('a');
    let times = usize::try_from(place / 26 + 1).unwrap_or(1).min(8);
    std::iter::repeat_n(letter, times).collect()
}

pub(super) fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(3999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}
