//! Vietnamese text: cleaned as it comes in, and folded so that it can be found.
//!
//! What is stored is what was typed, in NFC and without stray blanks ([`clean`], [`clean_lines`]); nothing else is
//! ever rewritten unasked. Letters that only look right are reported ([`oddities()`]) and a mending is offered
//! ([`mend_letters`]). For search there are two foldings: [`fold`] forgets diacritics, [`accent_fold`] keeps them but
//! forgets where the tone mark was put. Neither has a list of allowed letters: Mường, Mông and Thái pass through.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use spelling::{by_word, free_y_to_i, place_tone};

pub use oddities::{Found, Oddity, mend_letters, oddities};

mod oddities;
mod spelling;
#[cfg(test)]
mod tests;

/// One line of typed text: NFC, invisible characters removed, every run of blanks (no-break ones too) one space, trimmed.
///
/// Line ends count as blanks. Idempotent.
#[must_use]
pub fn clean(raw: &str) -> String {
    collapse(visible(raw).nfc())
}

/// Typed text of several lines: each line as by [`clean`], line ends as `\n`, at most one empty line in a row,
/// none at either end. Idempotent.
#[must_use]
pub fn clean_lines(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let mut out = String::with_capacity(raw.len());
    let mut empty_before = false;
    for line in raw.split(['\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let line = clean(line);
        if line.is_empty() {
            empty_before = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty_before { "\n\n" } else { "\n" });
        }
        empty_before = false;
        out.push_str(&line);
    }
    out
}

/// Folded for search: lower case, no diacritics, `đ` as `d`, `kỹ` and `kĩ` alike, compatibility letters spelled out,
/// single blanks, `’` as `'`. Idempotent; text typed without diacritics folds to the same.
///
/// Only Latin diacritics go: the vowel signs of other scripts are letters there and stay.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain = searchable(text)
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|&c| !is_latin_diacritic(c))
        .map(|c| if matches!(c, 'đ' | 'ð' | 'ɖ') { 'd' } else { straight(c) });
    let words = by_word(plain, free_y_to_i);
    collapse(words.nfc())
}

/// Folded for search with diacritics kept: lower case, NFC, one tone placement (`hoà` as `hòa`), `kỹ` as `kĩ`,
/// single blanks. Idempotent.
#[must_use]
pub fn accent_fold(text: &str) -> String {
    let lower = searchable(text).nfd().flat_map(char::to_lowercase).nfd();
    let lower = lower.map(|c| if matches!(c, 'ð' | 'ɖ') { 'đ' } else { straight(c) });
    let words = by_word(lower, |word| {
        place_tone(word);
        free_y_to_i(word);
    });
    collapse(words.nfc())
}

/// The text in NFC with every tone mark where the older rule puts it: `hoà` as `hòa`, `thuỷ` as `thủy`, `qúy` as `quý`.
///
/// For comparing only: names keep the spelling they came with.
#[must_use]
pub fn one_tone_placement(text: &str) -> String {
    by_word(text.nfd(), place_tone).nfc().collect()
}

/// The syllables of a text, folded, in order: runs of letters and digits. A document number gives its parts and,
/// before them, itself whole: `55/2023/tt-btc`, `55`, `2023`, `tt`, `btc`.
#[must_use]
pub fn syllables(text: &str) -> Vec<String> {
    tokens(&fold(text))
}

/// As [`syllables`], of text already folded by [`fold`] or [`accent_fold`].
#[must_use]
pub fn tokens(folded: &str) -> Vec<String> {
    let joins = |c: char| matches!(c, '/' | '-' | '&');
    let mut out = Vec::new();
    for run in close_numbers(folded).split(|c| !is_token(c) && !joins(c)) {
        let run = run.trim_matches(joins);
        if is_document_number(run) {
            out.push(run.to_owned());
        }
        out.extend(run.split(joins).filter(|part| !part.is_empty()).map(str::to_owned));
    }
    out
}

/// What a text is found by: its folded syllables and every two neighbours joined by `_`, each once, in order of first
/// appearance. Pairs beat word segmentation for Vietnamese at a fraction of the cost.
#[must_use]
pub fn terms(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    let mut before: Option<String> = None;
    for syllable in syllables(text) {
        // A whole document number stands beside its parts, not between its neighbours.
        let pair = (!syllable.contains('/')).then(|| before.replace(syllable.clone())).flatten();
        let pair = pair.map(|before| format!("{before}_{syllable}"));
        for term in std::iter::once(syllable).chain(pair) {
            if seen.insert(term.clone()) {
                out.push(term);
            }
        }
    }
    out
}

/// The text without characters nobody can see.
///
/// The soft hyphen stays: it is `ư` in TCVN3 text, which is still to be converted. A joiner stays between emoji only.
fn visible(raw: &str) -> impl Iterator<Item = char> + '_ {
    let mut joinable = false;
    raw.chars().filter(move |&c| {
        let keep = match c {
            '\u{200D}' => joinable,
            '\u{200B}'
            | '\u{200C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{FEFF}' => false,
            c => c.is_whitespace() || !c.is_control(),
        };
        // The variation selector belongs to the emoji before it.
        if keep && c != '\u{FE0F}' {
            joinable = !c.is_whitespace() && !c.is_alphanumeric() && !is_combining_mark(c);
        }
        keep
    })
}

/// The text without what nobody types when searching: soft hyphens and the joiners of emoji too.
fn searchable(raw: &str) -> impl Iterator<Item = char> + '_ {
    visible(raw).filter(|&c| !matches!(c, '\u{AD}' | '\u{200D}'))
}

/// Single spaces for runs of blanks, none at the ends.
fn collapse(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut blank = false;
    for c in text {
        if c.is_whitespace() {
            blank = !out.is_empty();
            continue;
        }
        if blank {
            out.push(' ');
            blank = false;
        }
        out.push(c);
    }
    out
}

fn is_latin_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

fn straight(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '′') { '\'' } else { c }
}

fn is_token(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// `55/2023/tt-btc`, `13/cp`: digits, a stroke, a letter somewhere after it. A date has no letter.
fn is_document_number(run: &str) -> bool {
    run.split_once('/').is_some_and(|(number, rest)| {
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) && rest.chars().any(char::is_alphabetic)
    })
}

/// Document numbers as typed in real texts have blanks by their strokes: `34 /2019/TT-BGTVT`. Takes those out.
fn close_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let before = out.chars().next_back();
        let after = rest.peek().copied();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let left = before == Some('/') && digit(out.chars().rev().nth(1)) && after.is_some_and(is_token);
        if c == ' ' && (left || (digit(before) && after == Some('/'))) {
            continue;
        }
        out.push(c);
    }
    out
}
