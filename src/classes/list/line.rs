//! One row of a list.

use super::header::{Column, Header};
use super::{Cell, Offer, Offered, Row, Why};
use crate::ground::Word;
use crate::ground::dates::{Date, DateError};
use crate::ground::names::{Name, NameError, mend_capitals};
use crate::ground::phones::{Mending, Phone, PhoneError};
use crate::ground::text::{Oddity, clean, fold, mend_letters, oddities};

/// The longest text kept of a position, a unit, a note.
const LONGEST: usize = 300;

/// Birth years that a living official can have.
const YEARS: std::ops::RangeInclusive<i64> = 1920..=2012;

/// A row under its header.
pub(super) struct Line<'a> {
    header: &'a Header,
    cells: &'a [Cell],
}

impl<'a> Line<'a> {
    pub(super) fn new(header: &'a Header, cells: &'a [Cell]) -> Self {
        Self { header, cells }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(|it| plain(it).is_empty())
    }

    /// What stands in the row, for showing it.
    pub(super) fn text(&self) -> String {
        let all: Vec<String> = self.cells.iter().map(plain).filter(|it| !it.is_empty()).collect();
        let all = all.join(" | ");
        if all.chars().count() > 160 { all.chars().take(160).chain(std::iter::once('…')).collect() } else { all }
    }

    /// The person of the row. `ended`: the list is over and what follows are signatures.
    pub(super) fn read(&self, at: usize, ended: &mut bool) -> Result<Row, Why> {
        let numbered = self.cell(Column::Number).is_some_and(is_count);
        let filled = self.filled();
        if self.is_foot() && !(numbered && filled > 2) {
            *ended = true;
        }
        if *ended {
            if !(numbered && filled > 1) {
                return Err(Why::Foot);
            }
            *ended = false;
        }
        if self.is_section(filled) {
            return Err(Why::Section);
        }
        self.no_faults()?;
        let name = self.name()?;
        let mut row = Row { at, family: name.family_and_middle.clone(), given: name.given.clone(), ..Row::default() };
        Self::offer_name(&name.full(), &mut row);
        self.phone(&mut row)?;
        self.birth_and_sex(&mut row)?;
        row.ethnicity = Some(self.line(Column::Ethnicity)?).filter(|it| !it.is_empty());
        row.position = self.line(Column::Position)?;
        row.unit = self.line(Column::Unit)?;
        row.target_group = self.line(Column::Target)?;
        row.note = self.line(Column::Note)?;
        Ok(row)
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.header.columns.iter().position(|it| *it == Some(column))
    }

    fn cell(&self, column: Column) -> Option<&Cell> {
        self.cells.get(self.place(column)?).filter(|it| !plain(it).is_empty())
    }

    fn text_of(&self, column: Column) -> String {
        self.cell(column).map(plain).unwrap_or_default()
    }

    /// A text that is kept as it is.
    fn line(&self, column: Column) -> Result<String, Why> {
        let text = self.text_of(column);
        if text.chars().count() > LONGEST { Err(Why::Long(self.title(column))) } else { Ok(text) }
    }

    fn title(&self, column: Column) -> String {
        self.place(column).and_then(|it| self.header.titles.get(it)).cloned().unwrap_or_default()
    }

    /// Columns with a meaning that hold something, the running number aside.
    fn filled(&self) -> usize {
        let known = self.header.columns.iter().zip(self.cells).filter(|(column, _)| column.is_some_and(|it| it != Column::Number));
        known.filter(|(_, cell)| !plain(cell).is_empty()).count()
    }

    /// "Tổng cộng", "Người lập biểu", "TM. Ủy ban nhân dân", "Yên Lập, ngày …": what stands below a list.
    fn is_foot(&self) -> bool {
        const BEGINNINGS: [&str; 20] = [
            "tong cong",
            "tong so",
            "cong:",
            "nguoi lap",
            "lap bieu",
            "tm.",
            "t/m",
            "kt.",
            "chu tich",
            "pho chu tich",
            "thu truong",
            "uy ban nhan dan",
            "an dinh",
            "danh sach nay",
            "danh sach co",
            "(ky",
            "ky ten",
            "noi nhan",
            "xac nhan",
            "ghi chu:",
        ];
        let mut said = self.cells.iter().map(plain).filter(|it| !it.is_empty()).map(|it| fold(&it));
        let Some(first) = said.next() else { return false };
        let stands = |it: &str| {
            let begins = BEGINNINGS.iter().any(|beginning| it.starts_with(&fold(beginning)));
            begins
                || it == "cong"
                || (it.contains(", ngai ") || it.starts_with("ngai ")) && it.contains("thang")
                || (it.contains(", ngay ") || it.starts_with("ngay ")) && it.contains("thang")
        };
        // A position may begin like a signature ("Chủ tịch"): only the first words of a row, or a row of little else, end a list.
        stands(&first) || (self.filled() < 3 && said.any(|it| stands(&it)))
    }

    /// "I | Xã Mỹ Lung": the heading of a part.
    fn is_section(&self, filled: usize) -> bool {
        const BEGINNINGS: [&str; 11] =
            ["xa ", "thi tran ", "phuong ", "ubnd ", "huyen ", "phong ", "don vi ", "cum ", "khoi ", "cac ", "thon "];
        let said: Vec<String> = self.cells.iter().map(plain).filter(|it| !it.is_empty()).map(|it| fold(&it)).collect();
        let heading = |it: &String| BEGINNINGS.iter().any(|beginning| it.starts_with(beginning));
        match said.as_slice() {
            [only] => {
                heading(only)
                    || only.split_once([' ', '.']).is_some_and(|(roman, rest)| is_roman(roman) && heading(&rest.trim().to_owned()))
            }
            [number, rest] => filled <= 1 && (is_roman(number) || number.parse::<u8>().is_ok()) && heading(rest),
            _ => false,
        }
    }

    fn no_faults(&self) -> Result<(), Why> {
        let known = self.header.columns.iter().zip(self.cells).zip(&self.header.titles).filter(|((column, _), _)| column.is_some());
        for ((_, cell), title) in known {
            if let Cell::Fault(fault) = cell {
                return Err(Why::Fault(fault.clone(), title.clone()));
            }
        }
        Ok(())
    }

    fn name(&self) -> Result<Name, Why> {
        let whole = self.text_of(Column::FullName);
        let (family, given) = (self.text_of(Column::Family), self.text_of(Column::Given));
        let raw = if whole.is_empty() { clean(&format!("{family} {given}")) } else { whole };
        if raw.is_empty() {
            return Err(Why::NoName);
        }
        // Somebody wrote the whole name into the first of two columns.
        let read = if given.is_empty() || family.is_empty() { Name::split(&raw) } else { Name::from_parts(&family, &given) };
        read.map_err(|error| match error {
            NameError::Empty => Why::NameWithoutLetters(raw),
            NameError::TooLong(count) => Why::NameLong(count),
        })
    }

    fn offer_name(name: &str, row: &mut Row) {
        let letters = mend_letters(name);
        let base = letters.clone().unwrap_or_else(|| name.to_owned());
        if let Some(to) = mend_capitals(&base) {
            row.offers.push(Offer { what: Offered::Capitals, from: name.to_owned(), to });
        } else if let Some(to) = letters {
            row.offers.push(Offer { what: Offered::Letters, from: name.to_owned(), to });
        }
        if oddities(name).iter().any(|it| matches!(it.oddity, Oddity::Tcvn3 | Oddity::Vni)) {
            row.said.push(Word::new("list-said-old-font"));
        }
    }

    fn phone(&self, row: &mut Row) -> Result<(), Why> {
        let raw = self.text_of(Column::Phone);
        match Phone::read(&raw) {
            Ok(reading) if reading.phone.as_str().len() == 10 => {
                let shown = reading.phone.to_string();
                row.said.extend(reading.mendings.iter().map(|it| said(*it, &raw, &shown)));
                row.phone = Some(reading.phone.into());
            }
            // A fixed line rings in an office: it is no person's number.
            Ok(reading) => row.said.push(Word::new("list-said-fixed-line").with("x", reading.phone.to_string())),
            Err(PhoneError::Empty) => {}
            Err(PhoneError::Scientific) => return Err(Why::PhoneScientific(raw)),
            Err(_) => match first_phone(&raw) {
                Some(first) => row.offers.push(Offer { what: Offered::FirstPhone, from: raw, to: first }),
                None => return Err(Why::Phone(raw)),
            },
        }
        Ok(())
    }

    fn birth_and_sex(&self, row: &mut Row) -> Result<(), Why> {
        for (column, sex) in [(Column::BirthMale, "male"), (Column::BirthFemale, "female")] {
            if let Some(cell) = self.cell(column) {
                row.birth_year = year(cell)?;
                row.sex = Some(sex.to_owned());
            }
        }
        if let Some(cell) = self.cell(Column::Birth) {
            row.birth_year = year(cell)?;
        }
        for (column, sex) in [(Column::Male, "male"), (Column::Female, "female")] {
            if self.cell(column).is_some() {
                row.sex = Some(sex.to_owned());
            }
        }
        let said = self.text_of(Column::Sex);
        match fold(&said).as_str() {
            "" => {}
            "nam" | "m" | "trai" | "male" => row.sex = Some("male".to_owned()),
            "nu" | "f" | "gai" | "female" => row.sex = Some("female".to_owned()),
            _ => return Err(Why::Sex(said)),
        }
        Ok(())
    }
}

/// The text of a cell, numbers without the point that a spreadsheet gives them.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(it) | Cell::Fault(it) => clean(it),
        Cell::Year(it) => it.to_string(),
        Cell::Number(it) if it.fract() == 0.0 && it.abs() < 1e15 => format!("{it:.0}"),
        Cell::Number(it) => it.to_string(),
    }
}

fn is_count(cell: &Cell) -> bool {
    let text = plain(cell);
    text.len() <= 4 && text.trim_end_matches('.').parse::<u16>().is_ok()
}

fn is_roman(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')']);
    !text.is_empty() && text.len() <= 5 && text.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'))
}

fn said(mending: Mending, raw: &str, shown: &str) -> Word {
    let key = match mending {
        Mending::Fraction | Mending::LeadingZero => "list-said-zero",
        Mending::CountryCode => "list-said-country",
        Mending::OldPrefix => "list-said-prefix",
    };
    Word::new(key).with("x", raw).with("y", shown)
}

/// The first of several numbers in one cell.
fn first_phone(raw: &str) -> Option<String> {
    let parts = raw.split(['/', ';', ',', '&', '-', '–', '\n']).chain(raw.split(" hoặc ")).chain(raw.split("  "));
    let halves = raw.split_whitespace();
    parts.chain(halves).find_map(|part| Phone::read(part).ok()).map(|it| it.phone).filter(|it| it.as_str().len() == 10).map(Into::into)
}

fn year(cell: &Cell) -> Result<Option<i64>, Why> {
    let raw = plain(cell);
    let digits = |text: &str| text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
    let read = if digits(&raw) {
        raw.parse().ok()
    } else {
        match Date::read(&raw) {
            Ok(date) => Some(i64::from(date.year())),
            Err(DateError::ShortYear) => return Err(Why::BirthShort(raw)),
            // "05/1980", "khoảng 1980"
            Err(_) => raw.split(|c: char| !c.is_ascii_digit()).rfind(|it| digits(it)).and_then(|it| it.parse().ok()),
        }
    };
    match read {
        Some(year) if YEARS.contains(&year) => Ok(Some(year)),
        _ => Err(Why::Birth(raw)),
    }
}
