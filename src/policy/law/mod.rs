//! The law: Vietnamese legal documents, read. Pure: text in, spans out; no SQL, no pages, no clock.
//!
//! Everything points into the text that was given and nothing rewrites it: [`parse`] makes a lossless tree (its leaves, put together, are
//! the text again), [`citations`] says what a text cites, [`amendments`] what a document changes in others, [`apply()`] what a provision
//! says after. [`read_file`] brings Word, HTML and plain text in; [`oddities`] and [`convert`] offer legacy encodings, never unasked.

mod amendment;
mod apply;
mod citation;
mod encoding;
mod label;
mod lines;
mod outline;
mod quotes;
mod read;
#[cfg(test)]
mod tests;
mod tree;

pub use amendment::{Amendment, Deed, amendments};
pub use apply::{Applied, Unapplied, apply, apply_all};
pub use citation::{Citation, Context, Named, Target, canonical_number, citations, same_number};
pub use encoding::{Encoding, Oddity, convert, oddities};
pub use outline::{Counts, counts, outline};
pub use read::{Fault, Format, Incoming, Unreadable, read_bytes, read_file};
pub use tree::{Document, Doubt, Front, Level, Node, Signer, Wonder, find, parse};

use serde::Serialize;

/// A stretch of a text, in bytes, on letter boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// What it says in the text it was made for; nothing in another.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Without the blanks at both ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let here = self.of(text);
        let start = self.start + (here.len() - here.trim_start_matches(is_blank).len());
        Self { start, end: (start + here.trim_matches(is_blank).len()).max(start) }
    }

    /// The same stretch of a text that begins `by` bytes later.
    #[must_use]
    fn moved(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

/// White space and what nobody can see.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
}

/// The line of a byte, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).bytes().filter(|&b| b == b'\n').count() + 1
}
