//! A document's number as it is found: `27/2022/NĐ-CP`, `34 /2019/TT-BGTVT`, `13/CP`, `155/2020/nd-cp`, `TTLT-BTC&BNV`.

use crate::policy::document::Kind;
use crate::policy::law::label::{Cursor, is_letter, lower};
use crate::policy::law::{Span, is_blank};
use unicode_normalization::UnicodeNormalization;

/// How the letters of a number may begin, in small letters without `đ`.
const BEGINNINGS: [&str; 26] = [
    "ttlt", "tt", "nd", "qd", "nqlt", "nq", "ct", "qh", "ubtvqh", "pl", "cp", "ttg", "l", "lct", "cv", "kh", "tb", "bc", "hd", "ctr", "cd",
    "ttr", "vbhn", "ub", "bnn", "hdbt",
];

/// The number that begins here, put in order, and where it stands. Digits alone, or with a year alone, are none.
pub(in crate::policy::law) fn number_at(text: &str, start: usize, limit: usize) -> Option<(String, Span)> {
    let (digits, year, letters, end) = read(text, start, limit)?;
    if letters.is_empty() {
        return None;
    }
    let number = match year {
        Some(year) => format!("{digits}/{year}/{letters}"),
        None => format!("{digits}/{letters}"),
    };
    Some((number, Span::new(start, end)))
}

/// `27/2022`: digits and a year, no letters.
pub(super) fn short_at(text: &str, start: usize) -> Option<(String, Option<u16>, usize)> {
    let (digits, year, letters, end) = read(text, start, text.len())?;
    letters.is_empty().then_some((digits, year, end))
}

/// Digits, year, letters, end.
fn read(text: &str, start: usize, limit: usize) -> Option<(String, Option<u16>, String, usize)> {
    let mut cursor = Cursor { line: text.get(..limit)?, at: start };
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    let mut digits = digits.to_owned();
    let mut end = cursor.at;
    // `12a/2019/…`, `1719a`
    let mut ahead = cursor;
    let suffix = ahead.word();
    if suffix.chars().count() == 1 && near_stroke(ahead) {
        digits.push_str(suffix);
        cursor = ahead;
    }
    if !stroke(&mut cursor) {
        return Some((digits, None, String::new(), end));
    }
    let mut year = None;
    let before = cursor;
    let figures = cursor.digits();
    if !figures.is_empty() {
        let value: u16 = figures.parse().ok().filter(|it| figures.len() == 4 && (1945..2100).contains(it))?;
        if cursor.peek().is_some_and(is_letter) {
            return None;
        }
        year = Some(value);
        end = cursor.at;
        let mut ahead = cursor;
        if !stroke(&mut ahead) {
            return Some((digits, year, String::new(), end));
        }
        cursor = ahead;
    } else if !before.peek().is_some_and(is_letter) {
        return None;
    }
    match letters(&mut cursor) {
        Some(letters) => Some((digits, year, letters, cursor.at)),
        None => year.map(|year| (digits, Some(year), String::new(), end)),
    }
}

fn near_stroke(cursor: Cursor<'_>) -> bool {
    let mut ahead = cursor;
    stroke(&mut ahead)
}

/// A stroke, with the blanks that people leave beside it on one line.
fn stroke(cursor: &mut Cursor<'_>) -> bool {
    let before = *cursor;
    cursor.take(|c| is_blank(c) && c != '\n');
    if cursor.sign(&['/', '∕', '⁄']) {
        cursor.take(|c| is_blank(c) && c != '\n');
        return true;
    }
    *cursor = before;
    false
}

/// `NĐ-CP`, `TTLT-BTC-BNV`, `TTLT-BTC&BNV`, `QH14`, `TT - BTC`, `QĐ-TTg`.
fn letters(cursor: &mut Cursor<'_>) -> Option<String> {
    let first = segment(cursor)?;
    let start = plain(&first);
    let begins = start.trim_end_matches(|c: char| c.is_ascii_digit());
    let capitals = first.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let known = BEGINNINGS.contains(&begins) || (capitals && first.chars().count() >= 2);
    if !known {
        return None;
    }
    let mut out = orderly(&first);
    let mut parts = 1;
    loop {
        let mut ahead = *cursor;
        let blank_before = !ahead.take(|c| is_blank(c) && c != '\n').is_empty();
        let stroke = ahead.peek();
        if !ahead.sign(&['-', '–', '‑', '&', '/']) {
            break;
        }
        let blank_after = !ahead.take(|c| is_blank(c) && c != '\n').is_empty();
        let Some(next) = segment(&mut ahead) else { break };
        let loud = next.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && next.chars().count() >= 2;
        // `TT - BTC`: only as the second part, and only in capitals; else it is a dash of the sentence.
        if (blank_before || blank_after) && (parts > 1 || !loud) {
            break;
        }
        let small = capitals && !loud && plain(&next) != "ttg";
        if small && next.chars().next().is_some_and(char::is_lowercase) {
            break;
        }
        out.push(if matches!(stroke, Some('&' | '/')) { stroke.unwrap_or('-') } else { '-' });
        out.push_str(&orderly(&next));
        parts += 1;
        *cursor = ahead;
    }
    Some(out)
}

fn segment(cursor: &mut Cursor<'_>) -> Option<String> {
    if !cursor.peek().is_some_and(is_letter) {
        return None;
    }
    let taken = cursor.take(|c| is_letter(c) || c.is_ascii_digit() || c == '.');
    let kept = taken.trim_end_matches('.');
    cursor.at -= taken.len() - kept.len();
    (kept.chars().count() <= 24).then(|| kept.to_owned())
}

fn plain(text: &str) -> String {
    lower(text).replace('đ', "d")
}

/// In capitals, with the letters that a keyboard without Vietnamese leaves out.
fn orderly(segment: &str) -> String {
    let low = lower(segment);
    match low.as_str() {
        "ttg" => "TTg".to_owned(),
        "nd" => "NĐ".to_owned(),
        "qd" => "QĐ".to_owned(),
        "hd" => "HD".to_owned(),
        "hdnd" => "HĐND".to_owned(),
        "hdbt" => "HĐBT".to_owned(),
        low => low.nfc().flat_map(char::to_uppercase).collect(),
    }
}

/// A number as it should be written: capitals, no blanks, `NĐ` for `nd`. What is no number is only trimmed.
#[must_use]
pub fn canonical_number(number: &str) -> String {
    let trimmed = number.trim_matches(is_blank);
    number_at(trimmed, 0, trimmed.len()).map_or_else(|| trimmed.to_owned(), |(number, _)| number)
}

/// Two ways to write one number: `2/2022/tt-ubdt`, `02/2022/TT-UBDT`.
#[must_use]
pub fn same_number(one: &str, other: &str) -> bool {
    let key = |number: &str| plain(&canonical_number(number)).replace('&', "-").trim_start_matches('0').to_owned();
    key(one) == key(other)
}

/// What the letters say about the kind.
pub(super) fn kind_of_number(number: &str) -> Option<Kind> {
    let letters = number.split('/').find(|part| part.starts_with(is_letter))?;
    let first = letters.split(['-', '&']).next()?;
    Some(match first {
        "NĐ" | "CP" => Kind::Decree,
        "TT" => Kind::Circular,
        "TTLT" => Kind::JointCircular,
        "QĐ" | "TTg" => Kind::Decision,
        "NQ" | "NQLT" => Kind::Resolution,
        "CT" => Kind::Directive,
        "PL" => Kind::Ordinance,
        it if it.starts_with("QH") => Kind::Law,
        _ => return None,
    })
}
