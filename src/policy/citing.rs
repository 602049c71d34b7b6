//! Reads what a person types to find a document or a clause: "d14 nd27", "điều 3 tt55", "k2 d34 tt 02/2022",
//! "điểm b khoản 1 điều 18 nđ 27/2022/NĐ-CP", or just words. Pure.
//!
//! Everything is a guess in the person's favour: what is no number, kind or place is a word, and nothing typed is refused. Numbers come
//! with blanks, in lower case, with `&`, with and without a leading zero, in two numberings for one document.

use super::document::{Document, Kind};
use crate::ground::text::{fold, syllables};
use reading::Reader;

mod reading;
#[cfg(test)]
mod tests;

/// What was made out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Option<Kind>,
    /// The number without leading zeros, year and letters: `27`.
    pub number: String,
    pub year: Option<i16>,
    /// The letters of the number, folded: `nd-cp`.
    pub letters: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    /// Typed without diacritics: point d may be đ.
    pub plain: bool,
    /// The number stood alone: it may as well be a word ("135").
    pub loose: bool,
    /// The other words, folded.
    pub words: Vec<String>,
}

/// The kind that the letters of a number say; `None` where they are shared (`QH15`) or say nothing.
#[must_use]
pub fn kind_of(number: &str) -> Option<Kind> {
    let folded = fold_number(number);
    let letters = folded.split('/').find(|part| !part.chars().all(|c| c.is_ascii_digit()))?;
    kind_of_letters(letters)
}

fn kind_of_letters(letters: &str) -> Option<Kind> {
    match letters.split('-').next().unwrap_or_default() {
        "nd" => Some(Kind::Decree),
        "tt" => Some(Kind::Circular),
        "qd" => Some(Kind::Decision),
        "nq" | "nqlt" => Some(Kind::Resolution),
        "ct" => Some(Kind::Directive),
        "pl" => Some(Kind::Ordinance),
        it if it.starts_with("ttlt") => Some(Kind::JointCircular),
        it if it.starts_with("qh") || it.starts_with("ubtvqh") || it.is_empty() => None,
        // Letters of an office and its unit: 583/UBDT-CSDT.
        _ if letters.contains('-') => Some(Kind::Letter),
        _ => None,
    }
}

/// A number as it is compared: lower case, no diacritics, no blanks, no `&`, one kind of dash, no leading zeros.
#[must_use]
pub fn fold_number(number: &str) -> String {
    let bare: String = number.chars().filter(|c| !c.is_whitespace() && *c != '&').map(dash).collect();
    fold(&bare).trim_start_matches('0').to_owned()
}

fn dash(c: char) -> char {
    if matches!(c, '–' | '—' | '‐' | '‑' | '−' | '_') { '-' } else { c }
}

impl Wanted {
    /// Makes out what a person typed.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Reader::of(text).read()
    }

    /// Is there nothing to look for?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.number.is_empty() && self.article.is_empty() && self.words.is_empty()
    }

    /// May this be the document that is meant by kind, number, year and letters? A joint circular is a circular too.
    #[must_use]
    pub fn fits(&self, document: &Document) -> bool {
        let number = fold_number(&document.number);
        let (first, rest) = number.split_once('/').unwrap_or((&number, ""));
        let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('/');
        let issued = document.issued_on.as_deref().and_then(|it| it.split('-').next()).and_then(|it| it.parse().ok());
        let of_kind = |kind: Kind| {
            kind == document.kind || document.kind == Kind::Other || (kind, document.kind) == (Kind::Circular, Kind::JointCircular)
        };
        (self.number.is_empty() || self.number == first || self.loose)
            && self.year.is_none_or(|year| document.year() == Some(year) || issued == Some(year))
            && letters.starts_with(&self.letters)
            && self.kind.is_none_or(of_kind)
    }

    /// How well the document itself answers: 0 by its number, 3 by its words; not at all where only a clause of it does.
    #[must_use]
    pub fn rank(&self, document: &Document) -> Option<u8> {
        let number = fold_number(&document.number);
        if !self.number.is_empty() && number.split('/').next() == Some(self.number.as_str()) {
            return Some(0);
        }
        let said = syllables(&format!("{} {} {}", document.name(), document.title, document.issuer));
        let loose = Some(&self.number).filter(|it| !it.is_empty());
        self.words.iter().chain(loose).all(|word| said.contains(word)).then_some(3)
    }

    /// How well a text that has all the words answers: better when they stand together as typed.
    #[must_use]
    pub fn rank_words(&self, text: &str) -> u8 {
        let together = format!(" {} ", self.words.join(" "));
        u8::from(!format!(" {} ", syllables(text).join(" ")).contains(&together)) + 1
    }

    /// The points that may be meant.
    #[must_use]
    pub fn points(&self) -> Vec<&str> {
        if self.plain && self.point == "d" { vec!["d", "đ"] } else { vec![self.point.as_str()] }
    }
}
