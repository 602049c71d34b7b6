//! Files in: Word (.docx), HTML, plain text. What comes out is text for [`super::parse`], one paragraph a line, one row of a table a line.
//!
//! Nothing is rewritten: the letters are the file's. Numbers that Word or HTML makes by itself are written out, for they are what a
//! reader sees.

mod docx;
mod html;
mod numbering;
mod plain;

use serde::Serialize;
use std::path::Path;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Docx,
    Html,
    Plain,
}

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Incoming {
    pub text: String,
    pub format: Format,
    /// `UTF-8`, `windows-1258` …
    pub charset: &'static str,
}

/// Why a file could not be read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Unreadable {
    pub why: Fault,
    /// The line of the text that was reached, from 1; 0 if none was.
    pub line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It cannot be opened.
    Missing,
    /// The Word of before 2007: to be saved as .docx.
    OldWord,
    Rtf,
    Pdf,
    /// A zip file without a Word document in it, or a broken one.
    NotWord,
    /// The document inside is cut off or wrong.
    Broken,
    /// More than a document has.
    TooBig,
    /// Bytes that are no letters.
    NotText,
    /// Nothing in it.
    Empty,
}

impl Unreadable {
    fn at(why: Fault, line: usize) -> Self {
        Self { why, line }
    }
}

/// No document of law is as long.
const MOST: u64 = 64 * 1024 * 1024;

/// Reads a file from the disk.
pub fn read_file(path: &Path) -> Result<Incoming, Unreadable> {
    let size = std::fs::metadata(path).map_err(|_| Unreadable::at(Fault::Missing, 0))?.len();
    if size > MOST {
        return Err(Unreadable::at(Fault::TooBig, 0));
    }
    let bytes = std::fs::read(path).map_err(|_| Unreadable::at(Fault::Missing, 0))?;
    read_bytes(&bytes)
}

/// Reads what was sent: what it is, is seen from what it holds, never from its name.
pub fn read_bytes(bytes: &[u8]) -> Result<Incoming, Unreadable> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if starts(b"PK\x03\x04") {
        return Ok(Incoming { text: docx::read(bytes)?, format: Format::Docx, charset: "UTF-8" });
    }
    for (mark, why) in [(&b"\xD0\xCF\x11\xE0"[..], Fault::OldWord), (b"{\\rtf", Fault::Rtf), (b"%PDF", Fault::Pdf)] {
        if starts(mark) {
            return Err(Unreadable::at(why, 0));
        }
    }
    let decoded = plain::decode(bytes)?;
    if decoded.0.trim().is_empty() {
        return Err(Unreadable::at(Fault::Empty, 0));
    }
    let (text, charset) = decoded;
    if html::is_html(&text) {
        return Ok(Incoming { text: html::read(&text), format: Format::Html, charset });
    }
    Ok(Incoming { text, format: Format::Plain, charset })
}
