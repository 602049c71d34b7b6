//! A sheet as Excel: real numbers and real days, texts that are never formulas, a head that stays and filters. Pure: a sheet in, bytes out.

use super::sheet::{Set, Sheet, Value};
use crate::ground::{Instant, Problem};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

const FONT: &str = "Times New Roman";
/// The row of the columns' heads: after the title and what was chosen.
const HEAD_ROW: u32 = 3;
/// No cell of Excel holds more.
const LONGEST: usize = 32_000;

/// Writes it. `about` says of what it is and what was chosen; `at` is when the file was made.
pub(in super::super) fn write(sheet: &Sheet, about: &str, at: Instant) -> Result<Vec<u8>, Problem> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.0.div_euclid(1000))?;
    book.set_properties(&DocProperties::new().set_title(&sheet.title).set_author("").set_creation_datetime(&made));
    put(book.add_worksheet(), sheet, about)?;
    Ok(book.save_to_buffer()?)
}

fn put(page: &mut Worksheet, sheet: &Sheet, about: &str) -> Result<(), XlsxError> {
    let plain = Format::new().set_font_name(FONT).set_font_size(12);
    let boxed = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    let head = boxed.clone().set_bold().set_text_wrap().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let (wrapped, day) = (boxed.clone().set_text_wrap(), boxed.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center));
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    page.set_freeze_panes(HEAD_ROW + 1, 1)?;
    page.write_string_with_format(0, 0, &sheet.title, &plain.clone().set_bold().set_font_size(14))?;
    page.write_string_with_format(1, 0, about, &plain.clone().set_italic())?;
    for (column, it) in (0_u16..).zip(&sheet.columns) {
        let width = match it.set {
            Set::Long => 52.0,
            Set::Word => 26.0,
            Set::Day => 13.0,
            Set::Number | Set::Sum => 12.0,
        };
        page.set_column_width(column, width)?;
        page.write_string_with_format(HEAD_ROW, column, &it.head, &head)?;
    }
    for (row, line) in (HEAD_ROW + 1..).zip(&sheet.lines) {
        for (column, cell) in (0_u16..).zip(&line.cells) {
            match &cell.value {
                Value::Text(it) => page.write_string_with_format(row, column, it.chars().take(LONGEST).collect::<String>(), &wrapped)?,
                #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts: far below what a sheet's number holds")]
                Value::Number(n) => page.write_number_with_format(row, column, *n as f64, &boxed)?,
                Value::Day(it) => match excel_day(*it) {
                    Some(it) => page.write_datetime_with_format(row, column, &it, &day)?,
                    None => page.write_blank(row, column, &day)?,
                },
                Value::Nothing => page.write_blank(row, column, &boxed)?,
            };
        }
    }
    if let (Ok(lines), Ok(columns)) = (u32::try_from(sheet.lines.len()), u16::try_from(sheet.columns.len()))
        && lines > 0
        && columns > 0
    {
        page.autofilter(HEAD_ROW, 0, HEAD_ROW + lines, columns - 1)?;
    }
    Ok(())
}

fn excel_day(date: crate::ground::dates::Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::sample;
    use super::*;
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    #[test]
    fn it_is_read_back_by_another_program() {
        let bytes = write(&sample(), "mọi dự án", Instant(1_539_666_000_000)).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names().first().unwrap().clone();
        let sheet = book.worksheet_range(&name).unwrap();
        let at = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        assert_eq!((at(0, 0), at(HEAD_ROW, 1)), (Data::String("Lớp".into()), Data::String("Học viên".into())));
        assert_eq!((at(4, 0), at(4, 1)), (Data::String("=1+1".into()), Data::Float(60.0)));
        assert!(book.worksheet_formula(&name).unwrap().is_empty());
        let Data::DateTime(day) = at(5, 2) else { panic!("a real day, not {:?}", at(5, 2)) };
        assert_eq!(day.to_ymd_hms_milli(), (2018, 10, 16, 0, 0, 0, 0));
        assert_eq!(at(6, 0), Data::String("Phú Thọ\nhai dòng".into()));
    }
}
