//! Reading a nomination list (danh sách cử học viên) as places really send it.
//!
//! The rule: a table of cells goes in; out come the rows that were understood, each with the mendings that are *offered* and the small
//! repairs that were made and are said, and the rows that were left out, each with its reason. Nothing is guessed silently and nothing is
//! stored here. The header row is found below merged titles; a name may stand in one column or in two.

mod carried;
mod header;
mod line;
pub mod sample;
#[cfg(test)]
mod tests;
pub mod workbook;

use crate::ground::Word;
use crate::ground::names::Name;
use crate::ground::text::fold;
pub use carried::Carried;
use header::Header;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The most people of one list.
pub const MOST: usize = 500;

/// A cell of a sheet, without its dress.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A day; only its year is of use here.
    Year(i64),
    /// `#REF!` and the like.
    Fault(String),
}

/// A sheet: its rows from the first, each its cells from the first column.
pub type Table = Vec<Vec<Cell>>;

/// Why a list as a whole could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListError {
    /// Nothing was chosen, or the file is empty.
    Empty,
    /// Really a PDF, a Word file, a picture …
    Pdf,
    Word,
    Picture,
    NotASheet,
    Password,
    /// Readable, yet unpacked far larger than any list.
    TooLarge,
    /// No row names the columns.
    NoHeader,
    /// A header and nobody below it.
    NoRows,
    /// More rows than [`MOST`].
    TooMany,
}

impl ListError {
    /// The sentence for the person.
    #[must_use]
    pub fn word(self) -> Word {
        match self {
            Self::Empty => Word::new("list-error-empty"),
            Self::Pdf => Word::new("list-error-pdf"),
            Self::Word => Word::new("list-error-word"),
            Self::Picture => Word::new("list-error-picture"),
            Self::NotASheet => Word::new("list-error-not-a-sheet"),
            Self::Password => Word::new("list-error-password"),
            Self::TooLarge => Word::new("list-error-too-large"),
            Self::NoHeader => Word::new("list-error-no-header"),
            Self::NoRows => Word::new("list-error-no-rows"),
            Self::TooMany => Word::new("list-error-too-many").with("x", MOST.to_string()),
        }
    }
}

/// What an offered mending is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offered {
    /// A name in capitals.
    Capitals,
    /// Letters that only look Vietnamese, in the name.
    Letters,
    /// Two numbers in one cell: the first.
    FirstPhone,
}

impl Offered {
    /// The key of its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Capitals => "list-offer-capitals",
            Self::Letters => "list-offer-letters",
            Self::FirstPhone => "list-offer-first-phone",
        }
    }
}

/// A mending that a person may take or leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub what: Offered,
    pub from: String,
    pub to: String,
}

/// A row that was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number in the sheet, as the spreadsheet shows it.
    pub at: usize,
    pub family: String,
    pub given: String,
    pub phone: Option<String>,
    pub birth_year: Option<i64>,
    pub sex: Option<String>,
    pub ethnicity: Option<String>,
    pub position: String,
    pub unit: String,
    pub target_group: String,
    pub note: String,
    pub offers: Vec<Offer>,
    /// Small repairs that were made, and things worth a look: said, not asked.
    #[serde(skip)]
    pub said: Vec<Word>,
}

impl PartialEq<&str> for Row {
    fn eq(&self, other: &&str) -> bool {
        self.name() == **other
    }
}

impl Row {
    /// The name as it stands in the list.
    #[must_use]
    pub fn name(&self) -> String {
        Name { family_and_middle: self.family.clone(), given: self.given.clone() }.full()
    }

    /// The row with one of its offers taken.
    #[must_use]
    pub fn with(mut self, offer: usize) -> Self {
        let Some(offer) = self.offers.get(offer).cloned() else { return self };
        match offer.what {
            Offered::FirstPhone => self.phone = Some(offer.to),
            // A mending keeps the words apart as they were: as many belong to the given name as before.
            Offered::Capitals | Offered::Letters => {
                let words: Vec<&str> = offer.to.split(' ').collect();
                let given = self.given.split(' ').count().min(words.len());
                let (family, given) = words.split_at(words.len() - given);
                (self.family, self.given) = (family.join(" "), given.join(" "));
            }
        }
        self
    }
}

/// Why a row was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    NoName,
    NameWithoutLetters(String),
    NameLong(usize),
    Phone(String),
    PhoneScientific(String),
    Birth(String),
    BirthShort(String),
    Sex(String),
    /// `#REF!` in the column of this title.
    Fault(String, String),
    /// A text of more than 300 characters in the column of this title.
    Long(String),
    /// The same person as in this row.
    Twice(usize),
    /// The heading of a part: "Xã Mỹ Lung".
    Section,
    /// A total, a remark or the signatures below the list.
    Foot,
}

impl Why {
    /// Is it a fault to be mended, or simply no person?
    #[must_use]
    pub fn is_fault(&self) -> bool {
        !matches!(self, Self::Section | Self::Foot)
    }

    /// The sentence for the person.
    #[must_use]
    pub fn word(&self) -> Word {
        match self {
            Self::NoName => Word::new("list-why-no-name"),
            Self::NameWithoutLetters(it) => Word::new("list-why-name-letters").with("x", it),
            Self::NameLong(count) => Word::new("list-why-name-long").with("x", count.to_string()),
            Self::Phone(it) => Word::new("list-why-phone").with("x", it),
            Self::PhoneScientific(it) => Word::new("list-why-phone-scientific").with("x", it),
            Self::Birth(it) => Word::new("list-why-birth").with("x", it),
            Self::BirthShort(it) => Word::new("list-why-birth-short").with("x", it),
            Self::Sex(it) => Word::new("list-why-sex").with("x", it),
            Self::Fault(fault, column) => Word::new("list-why-fault").with("x", fault).with("y", column),
            Self::Long(column) => Word::new("list-why-long").with("x", column),
            Self::Twice(row) => Word::new("list-why-twice").with("x", row.to_string()),
            Self::Section => Word::new("list-why-section"),
            Self::Foot => Word::new("list-why-foot"),
        }
    }
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub at: usize,
    /// What stands in it.
    pub text: String,
    pub why: Why,
}

/// A list as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The number of the header row in the sheet.
    pub header: usize,
    /// The titles of columns that are not used here (and not kept): "Số CCCD", "Ký nhận".
    pub unused: Vec<String>,
    pub rows: Vec<Row>,
    pub left_out: Vec<LeftOut>,
}

impl Reading {
    /// How many rows have a fault to be mended.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.left_out.iter().filter(|it| it.why.is_fault()).count()
    }
}

/// Reads the first of these sheets that is a list.
pub fn read(sheets: &[Table]) -> Result<Reading, ListError> {
    let mut worst = ListError::NoHeader;
    for sheet in sheets {
        match read_table(sheet) {
            Err(error @ (ListError::NoHeader | ListError::NoRows)) => {
                if error == ListError::NoRows {
                    worst = error;
                }
            }
            done => return done,
        }
    }
    Err(worst)
}

fn read_table(table: &Table) -> Result<Reading, ListError> {
    let header = Header::find(table).ok_or(ListError::NoHeader)?;
    let mut reading = Reading { header: header.at + 1, unused: header.unused.clone(), ..Reading::default() };
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut phones: HashMap<String, usize> = HashMap::new();
    let mut ended = false;
    for (index, cells) in table.iter().enumerate().skip(header.first) {
        let at = index + 1;
        let line = line::Line::new(&header, cells);
        if line.is_empty() {
            continue;
        }
        let read = line.read(at, &mut ended).and_then(|mut row| {
            let key = fold(&row.name());
            let by = row.phone.clone().or_else(|| row.birth_year.map(|it| it.to_string())).unwrap_or_default();
            if let Some(first) = seen.insert(format!("{key}/{by}"), at) {
                return Err(Why::Twice(first));
            }
            if let Some(first) = row.phone.clone().and_then(|phone| phones.insert(phone, at)) {
                row.said.push(Word::new("list-said-shared-phone").with("x", first.to_string()));
            }
            Ok(row)
        });
        match read {
            Ok(row) => reading.rows.push(row),
            Err(why) => reading.left_out.push(LeftOut { at, text: line.text(), why }),
        }
        if reading.rows.len() + reading.faults() > MOST {
            return Err(ListError::TooMany);
        }
    }
    if reading.rows.is_empty() && reading.faults() == 0 { Err(ListError::NoRows) } else { Ok(reading) }
}
