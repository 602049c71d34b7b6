//! The paper as an Excel sheet: Times New Roman, A4 across, as wide as the page, its header on every page. Pure: a paper in, bytes out.

use super::paper::{COLUMNS, Line, Paper};
use crate::ground::{Instant, Problem};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook, Worksheet, XlsxError};

const FONT: &str = "Times New Roman";
/// In characters of the sheet's font, in the order of the columns.
const WIDTHS: [f64; COLUMNS] = [4.0, 9.0, 27.0, 10.0, 11.0, 13.5, 30.0, 9.5, 10.0, 10.5, 22.0];
/// The size of the table's letters, in points.
const SIZE: f64 = 11.0;
/// The tallest row that Excel knows, in points.
const TALLEST: f64 = 409.0;
/// Before the table: the head of the paper in two halves, then its title and what it is about.
const HEAD_ROW: u32 = 6;
const LAST: u16 = 10;
/// Where the right half of the head begins.
const RIGHT: u16 = 5;

/// Writes it. `at` is when the file was made.
pub(super) fn write(paper: &Paper, at: Instant) -> Result<Vec<u8>, Problem> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.0.div_euclid(1000))?;
    book.set_properties(&DocProperties::new().set_title(&paper.title).set_author("").set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    set_up(sheet)?;
    write_head(sheet, paper)?;
    for (column, head) in (0..=LAST).zip(&paper.heads) {
        sheet.write_string_with_format(
            HEAD_ROW,
            column,
            head,
            &boxed().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
        )?;
    }
    let mut row = HEAD_ROW;
    for (number, line) in (1_u32..).zip(&paper.lines) {
        row += 1;
        write_line(sheet, row, number, line)?;
    }
    write_foot(sheet, row + 1, paper)?;
    Ok(book.save_to_buffer()?)
}

fn set_up(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Bảng tổng hợp")?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    // In inches: 15 mm on all sides, the page number in the margin above.
    sheet.set_margins(0.59, 0.59, 0.59, 0.59, 0.3, 0.3).set_header("&C&\"Times New Roman,Regular\"&13&P");
    sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW)?.set_freeze_panes(HEAD_ROW + 1, 0)?;
    for (column, width) in (0..=LAST).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12)
}

fn centred() -> Format {
    plain().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

fn boxed() -> Format {
    plain().set_font_size(SIZE).set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top)
}

fn write_head(sheet: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
    sheet.merge_range(0, 0, 0, RIGHT - 1, &paper.above.to_uppercase(), &centred())?;
    sheet.merge_range(0, RIGHT, 0, LAST, &paper.country.to_uppercase(), &centred().set_bold())?;
    sheet.merge_range(1, 0, 1, RIGHT - 1, &paper.agency.to_uppercase(), &centred().set_bold())?;
    sheet.merge_range(1, RIGHT, 1, LAST, &paper.motto, &centred().set_font_size(13).set_bold().set_underline(FormatUnderline::Single))?;
    sheet.merge_range(2, RIGHT, 2, LAST, &paper.place_and_day, &centred().set_font_size(13).set_italic())?;
    sheet.merge_range(3, 0, 3, LAST, &paper.title.to_uppercase(), &centred().set_font_size(14).set_bold())?;
    sheet.merge_range(4, 0, 4, LAST, &paper.about, &centred().set_font_size(13).set_bold())?;
    sheet.merge_range(5, 0, 5, LAST, &paper.extract, &centred().set_italic())?;
    sheet.set_row_height(3, 26)?.set_row_height(4, 20)?.set_row_height(HEAD_ROW, 46)?;
    Ok(())
}

fn write_line(sheet: &mut Worksheet, row: u32, number: u32, line: &Line) -> Result<(), XlsxError> {
    let (text, middle) = (boxed(), boxed().set_align(FormatAlign::Center));
    sheet.write_number_with_format(row, 0, f64::from(number), &middle)?;
    sheet.write_string_with_format(row, 1, &line.code, &middle)?;
    let texts = [&line.text, &line.place, &line.component, &line.basis, &line.advice, &line.handling, &line.authority];
    for (column, value) in (2..).zip(texts) {
        sheet.write_string_with_format(row, column, value, &text)?;
    }
    let due = middle.set_num_format("dd/mm/yyyy");
    match line.due.and_then(excel_day) {
        Some(day) => sheet.write_datetime_with_format(row, 9, &day, &due)?,
        None => sheet.write_blank(row, 9, &due)?,
    };
    sheet.write_string_with_format(row, LAST, &line.result, &text)?;
    // Not every program makes a row as tall as its text.
    sheet.set_row_height(row, height(line))?;
    Ok(())
}

/// As tall as the longest of its texts needs.
fn height(line: &Line) -> f64 {
    let texts = [
        "",
        &line.code,
        &line.text,
        &line.place,
        &line.component,
        &line.basis,
        &line.advice,
        &line.handling,
        &line.authority,
        "",
        &line.result,
    ];
    let most = texts.iter().zip(WIDTHS).map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    (f64::from(most) * SIZE * 1.27 + 4.0).min(TALLEST)
}

/// How many lines a text takes in a column of this width, syllable by syllable, with a little to spare.
fn lines(text: &str, width: f64) -> u32 {
    // A character of the sheet's own font is 7 pixels wide; a letter of this one about 0.43 of its size.
    let room = (width * 7.0 - 4.0) * 0.96;
    let wide = |c: char| {
        SIZE * 4.0 / 3.0
            * if c.is_uppercase() {
                0.68
            } else if c == ' ' {
                0.25
            } else {
                0.43
            }
    };
    let mut count = 0;
    for paragraph in text.split('\n') {
        count += 1;
        let mut at = 0.0;
        for word in paragraph.split_inclusive(' ') {
            let long: f64 = word.chars().map(wide).sum();
            if at > 0.0 && at + long > room {
                count += 1;
                at = 0.0;
            }
            at += long;
        }
    }
    count
}

fn excel_day(date: crate::ground::dates::Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn write_foot(sheet: &mut Worksheet, row: u32, paper: &Paper) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, LAST, &paper.sum, &plain().set_italic().set_text_wrap().set_align(FormatAlign::VerticalCenter))?;
    sheet.set_row_height(row, 24)?;
    let names = row + 2;
    for ((first, last), signer) in [(0, 2), (3, 6), (7, LAST)].into_iter().zip(&paper.signers) {
        sheet.merge_range(names, first, names, last, &signer.to_uppercase(), &centred().set_bold())?;
        sheet.merge_range(names + 1, first, names + 1, last, &paper.sign, &centred().set_italic())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::dates::Date;
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    fn paper() -> Paper {
        Paper {
            above: "GES".into(),
            agency: "BAN TỔ CHỨC LỚP PT18".into(),
            country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".into(),
            motto: "Độc lập - Tự do - Hạnh phúc".into(),
            place_and_day: "Phú Thọ, ngày 17 tháng 10 năm 2018".into(),
            title: "Bảng tổng hợp khó khăn, vướng mắc, kiến nghị".into(),
            about: "Lớp tập huấn".into(),
            heads: (1..=COLUMNS).map(|i| format!("Cột {i}")).collect(),
            lines: vec![
                Line {
                    code: "PT18-01".into(),
                    text: "=1+1 là chữ, không phải công thức".into(),
                    due: Date::from_iso("2018-11-15").ok(),
                    ..Line::default()
                },
                Line { code: "PT18-02".into(), text: "Mương bị lũ cuốn\nhai dòng".into(), ..Line::default() },
            ],
            signers: vec!["Người lập biểu".into(), "Chủ nhiệm lớp".into(), "Đại diện ban tổ chức".into()],
            sign: "(Ký, ghi rõ họ tên)".into(),
            ..Paper::default()
        }
    }

    #[test]
    fn rows_are_as_tall_as_their_text() {
        assert_eq!((lines("", 33.0), lines("Mương bị lũ cuốn", 33.0), lines("một\nhai\n", 33.0)), (1, 1, 3));
        let long = "Mua con giống của người dân trong xã thì không có hóa đơn. ".repeat(5);
        assert!((8..=11).contains(&lines(&long, 33.0)), "{}", lines(&long, 33.0));
        let line = Line { advice: long.repeat(20), ..Line::default() };
        assert!((height(&line) - TALLEST).abs() < 1e-9);
    }

    #[test]
    fn it_is_read_back() {
        let bytes = write(&paper(), Instant(1_539_666_000_000)).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Bảng tổng hợp").unwrap();
        let at = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        assert_eq!(at(3, 0), Data::String("BẢNG TỔNG HỢP KHÓ KHĂN, VƯỚNG MẮC, KIẾN NGHỊ".into()));
        assert_eq!(at(HEAD_ROW, 10), Data::String("Cột 11".into()));
        assert_eq!(at(HEAD_ROW + 1, 0), Data::Float(1.0));
        assert_eq!(at(HEAD_ROW + 1, 2), Data::String("=1+1 là chữ, không phải công thức".into()));
        let Data::DateTime(due) = at(HEAD_ROW + 1, 9) else { panic!("a real date, not {:?}", at(HEAD_ROW + 1, 9)) };
        assert_eq!(due.to_ymd_hms_milli(), (2018, 11, 15, 0, 0, 0, 0));
        assert_eq!(at(HEAD_ROW + 2, 9), Data::Empty);
        assert_eq!(at(HEAD_ROW + 2, 2), Data::String("Mương bị lũ cuốn\nhai dòng".into()));
        assert_eq!(at(HEAD_ROW + 5, 7), Data::String("ĐẠI DIỆN BAN TỔ CHỨC".into()));
    }
}
