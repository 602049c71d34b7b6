//! A file as it came, as sheets of cells: Excel (`xlsx`, `xlsb`, `xls`) and its free sister (`ods`). A formula counts as the value it last had.
//!
//! What comes from outside may be anything under the name of a list: a renamed PDF, a file that unpacks to gigabytes, a sheet whose last
//! cell is a million rows down. Only a corner large enough for any list is looked at.

use super::{Cell, ListError, Table};
use calamine::{Data, DataRef, ExcelDateTime, Reader, Sheets, Xls, XlsError, Xlsb, Xlsx, XlsxError, open_workbook_auto_from_rs};
use std::io::Cursor;

/// The corner that is looked at.
const MOST_ROWS: usize = 3_000;
const MOST_COLUMNS: usize = 80;
const MOST_SHEETS: usize = 12;

/// A list of a few hundred people unpacks to a few hundred kilobytes; a photograph inside, to some megabytes.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

type Bytes<'a> = Cursor<&'a [u8]>;

/// The sheets of a file.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Table>, ListError> {
    refuse_others(bytes)?;
    let mut book = open(bytes)?;
    let names: Vec<String> = book.sheet_names().into_iter().take(MOST_SHEETS).collect();
    // A sheet that cannot be read (a chart, say) is as good as an empty one.
    Ok(names.iter().map(|name| table(&mut book, name).unwrap_or_default()).filter(|it| !it.is_empty()).collect())
}

fn refuse_others(bytes: &[u8]) -> Result<(), ListError> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    if bytes.is_empty() {
        Err(ListError::Empty)
    } else if begins(b"%PDF") {
        Err(ListError::Pdf)
    } else if begins(b"\xFF\xD8\xFF") || begins(b"\x89PNG") || begins(b"GIF8") || begins(b"RIFF") {
        Err(ListError::Picture)
    } else if begins(b"PK") && unpacked(bytes).is_none_or(|it| it > MOST_UNPACKED) {
        Err(ListError::TooLarge)
    } else if begins(b"PK") && holds(bytes, b"word/document.xml") {
        Err(ListError::Word)
    } else if begins(b"PK") || begins(b"\xD0\xCF\x11\xE0") {
        Ok(())
    } else {
        Err(ListError::NotASheet)
    }
}

fn open(bytes: &[u8]) -> Result<Sheets<Bytes<'_>>, ListError> {
    if let Ok(book) = open_workbook_auto_from_rs(Cursor::new(bytes)) {
        return Ok(book);
    }
    let old = matches!(Xls::new(Cursor::new(bytes)), Err(XlsError::Password));
    let new = matches!(Xlsx::new(Cursor::new(bytes)), Err(XlsxError::Password));
    Err(if old || new || holds(bytes, &wide("EncryptedPackage")) {
        ListError::Password
    } else if holds(bytes, &wide("WordDocument")) {
        ListError::Word
    } else {
        ListError::NotASheet
    })
}

fn table(book: &mut Sheets<Bytes<'_>>, name: &str) -> Option<Table> {
    let mut table = Table::new();
    match book {
        Sheets::Xlsx(book) => xlsx(book, name, &mut table)?,
        Sheets::Xlsb(book) => xlsb(book, name, &mut table)?,
        book => {
            let range = book.worksheet_range(name).ok()?;
            for (row, column, data) in range.used_cells() {
                let (down, across) = range.start()?;
                keep(&mut table, usize::try_from(down).ok()? + row, usize::try_from(across).ok()? + column, owned(data));
            }
        }
    }
    Some(table)
}

fn xlsx(book: &mut Xlsx<Bytes<'_>>, name: &str, table: &mut Table) -> Option<()> {
    let mut cells = book.worksheet_cells_reader(name).ok()?;
    while let Some(cell) = cells.next_cell().ok()? {
        if !keep(
            table,
            usize::try_from(cell.get_position().0).ok()?,
            usize::try_from(cell.get_position().1).ok()?,
            borrowed(cell.get_value()),
        ) {
            break;
        }
    }
    Some(())
}

fn xlsb(book: &mut Xlsb<Bytes<'_>>, name: &str, table: &mut Table) -> Option<()> {
    let mut cells = book.worksheet_cells_reader(name).ok()?;
    while let Some(cell) = cells.next_cell().ok()? {
        if !keep(
            table,
            usize::try_from(cell.get_position().0).ok()?,
            usize::try_from(cell.get_position().1).ok()?,
            borrowed(cell.get_value()),
        ) {
            break;
        }
    }
    Some(())
}

/// Puts a cell where it stands, if that is within the corner. `false`: the rows beyond need not be read.
fn keep(table: &mut Table, row: usize, column: usize, cell: Cell) -> bool {
    if row >= MOST_ROWS {
        return false;
    }
    if cell == Cell::Empty || column >= MOST_COLUMNS {
        return true;
    }
    if table.len() <= row {
        table.resize(row + 1, Vec::new());
    }
    if let Some(cells) = table.get_mut(row) {
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        if let Some(slot) = cells.get_mut(column) {
            *slot = cell;
        }
    }
    true
}

fn borrowed(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::SharedString(it) => text(it),
        DataRef::Int(it) => owned(&Data::Int(*it)),
        DataRef::Float(it) => Cell::Number(*it),
        DataRef::String(it) | DataRef::DateTimeIso(it) | DataRef::DurationIso(it) => text(it),
        DataRef::Bool(it) => owned(&Data::Bool(*it)),
        DataRef::DateTime(it) => day(it),
        DataRef::Error(it) => Cell::Fault(it.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

fn owned(data: &Data) -> Cell {
    match data {
        Data::Int(it) => i32::try_from(*it).map_or_else(|_| Cell::Text(it.to_string()), |it| Cell::Number(f64::from(it))),
        Data::Float(it) => Cell::Number(*it),
        Data::String(it) | Data::DateTimeIso(it) | Data::DurationIso(it) => text(it),
        Data::Bool(it) => Cell::Text(if *it { "x".to_owned() } else { String::new() }),
        Data::DateTime(it) => day(it),
        Data::Error(it) => Cell::Fault(it.to_string()),
        Data::Empty => Cell::Empty,
    }
}

fn text(it: &str) -> Cell {
    if it.trim().is_empty() { Cell::Empty } else { Cell::Text(it.to_owned()) }
}

fn day(it: &ExcelDateTime) -> Cell {
    let year = i64::from(it.to_ymd_hms_milli().0);
    // A year typed into a cell that is dressed as a day: 1980 is 2 June 1905 to a spreadsheet.
    if (1900.0..=2100.0).contains(&it.as_f64()) && it.as_f64().fract() == 0.0 { Cell::Number(it.as_f64()) } else { Cell::Year(year) }
}

/// What a zip archive says it unpacks to: the sum over its central directory.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    let end = bytes.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let mut at = usize::try_from(number(bytes, end + 16, 4)?).ok()?;
    let mut sum: u64 = 0;
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        sum = sum.saturating_add(number(bytes, at + 24, 4)?);
        let rest = number(bytes, at + 28, 2)? + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
        at = at + 46 + usize::try_from(rest).ok()?;
    }
    Some(sum)
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|it| it == mark)
}

/// As the directory of an old Office file writes names.
fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
