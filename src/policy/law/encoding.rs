//! Texts in the codes used before Unicode, and letters that only look right: found, and converted when a person says so.
//!
//! A text that was written in TCVN3 (ABC) or VNI and read as Latin-1 looks like `NghÞ ®Þnh` or `Nghò ñònh`. [`oddities`] says where,
//! [`convert`] is the offer; the text itself is never rewritten unasked.

mod tables;

use super::lines::lines;
use crate::ground::text::{self, mend_letters};
use serde::Serialize;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// How a text, or a part of it, is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// TCVN 5712:1993, fonts called `.Vn…`.
    Tcvn3,
    /// VNI-Windows, fonts called `VNI-…`.
    Vni,
    /// Letters and marks apart (NFD), as from some systems and files.
    Decomposed,
    /// `Ð` for `Đ`, a Cyrillic `а` for `a`.
    LookAlikes,
}

/// What is odd about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Oddity {
    pub encoding: Encoding,
    /// How many lines have it.
    pub lines: usize,
    /// The first of them, from 1.
    pub line: usize,
    /// That line as it is and as it would be.
    pub sample: String,
    pub converted: String,
}

/// What might be converted, with a sample; empty for an ordinary text.
#[must_use]
pub fn oddities(text: &str) -> Vec<Oddity> {
    let mut found: Vec<Oddity> = Vec::new();
    for (number, line) in lines(text).into_iter().enumerate() {
        let line = line.of(text);
        if line.is_ascii() {
            continue;
        }
        for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Decomposed, Encoding::LookAlikes] {
            if !is_odd(line, encoding) {
                continue;
            }
            if let Some(oddity) = found.iter_mut().find(|it| it.encoding == encoding) {
                oddity.lines += 1;
                continue;
            }
            let converted = convert_line(line, encoding).trim().to_owned();
            found.push(Oddity { encoding, lines: 1, line: number + 1, sample: line.trim().to_owned(), converted });
        }
    }
    found.sort_by_key(|it| it.encoding);
    found
}

/// The text with one oddity converted, line by line: lines without it stay as they are.
#[must_use]
pub fn convert(text: &str, encoding: Encoding) -> String {
    let lines = lines(text).into_iter().map(|line| line.of(text));
    // A title in a code before Unicode may have no sign of it in a line; beside lines that have, it is read alike.
    let legacy = matches!(encoding, Encoding::Tcvn3 | Encoding::Vni);
    let mut out = String::with_capacity(text.len());
    for line in lines {
        if is_odd(line, encoding) || (legacy && !line.is_ascii() && !is_unicode(line)) {
            out.push_str(&convert_line(line, encoding));
        } else {
            out.push_str(line);
        }
    }
    out
}

fn is_odd(line: &str, encoding: Encoding) -> bool {
    let sign = match encoding {
        Encoding::Decomposed => return !is_nfc(line),
        Encoding::LookAlikes if !line.contains(is_foreign) => return false,
        Encoding::LookAlikes => {
            return !is_legacy(line) && mend_letters(line).is_some_and(|mended| mended != line.nfc().collect::<String>());
        }
        Encoding::Tcvn3 => text::Oddity::Tcvn3,
        Encoding::Vni => text::Oddity::Vni,
    };
    if is_unicode(line) {
        return false;
    }
    let other = if sign == text::Oddity::Vni { text::Oddity::Tcvn3 } else { text::Oddity::Vni };
    let (signs, others) = signs(line, sign, other);
    // A borrowed word has one such letter; a line in another code has them everywhere.
    signs >= 2 && signs > others && signs * 14 >= line.chars().filter(|c| c.is_alphabetic()).count()
}

/// A letter that may look like one of Vietnamese.
fn is_foreign(c: char) -> bool {
    matches!(c, 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | 'Ǥ' | 'Ɣ' | '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}')
}

fn is_legacy(line: &str) -> bool {
    is_odd(line, Encoding::Tcvn3) || is_odd(line, Encoding::Vni)
}

fn signs(line: &str, one: text::Oddity, other: text::Oddity) -> (usize, usize) {
    let found = text::oddities(line);
    let count = |oddity| found.iter().filter(|it| it.oddity == oddity).count();
    (count(one), count(other))
}

/// Has letters that only Vietnamese Unicode text has.
fn is_unicode(line: &str) -> bool {
    let only = |c: char| matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1EA0}'..='\u{1EF9}');
    line.contains(only) || (!is_nfc(line) && line.nfc().any(only))
}

fn convert_line(line: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Decomposed => line.nfc().collect(),
        Encoding::LookAlikes => mend_letters(line).unwrap_or_else(|| line.to_owned()),
        Encoding::Tcvn3 => line.chars().map(|c| tables::tcvn3(c).unwrap_or(c)).collect(),
        Encoding::Vni => tables::vni(line),
    }
}
