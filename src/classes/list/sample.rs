//! The sample list to download: the columns that are read, one invented person, widths that print well.

use crate::ground::Problem;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet};

/// The titles of the sample, in their order, with their widths.
const COLUMNS: [(&str, f64); 11] = [
    ("TT", 5.0),
    ("Họ và tên", 26.0),
    ("Năm sinh", 10.0),
    ("Nam/Nữ", 9.0),
    ("Dân tộc", 11.0),
    ("Chức vụ", 26.0),
    ("Đơn vị", 26.0),
    ("Điện thoại", 15.0),
    ("Nhóm đối tượng", 18.0),
    ("Ghi chú", 20.0),
    ("Ký nhận", 12.0),
];

/// Rows ruled for writing.
const ROWS: u32 = 20;

/// The file, for a class and a place that are named above the list.
pub fn xlsx(class: &str, place: &str) -> Result<Vec<u8>, Problem> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Danh sách")?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    let last = u16::try_from(COLUMNS.len()).unwrap_or(1) - 1;
    let head = Format::new().set_bold().set_font_size(13).set_align(FormatAlign::Center).set_text_wrap();
    sheet.merge_range(0, 0, 0, last, "DANH SÁCH CỬ HỌC VIÊN", &head)?;
    sheet.merge_range(1, 0, 1, last, class, &head)?;
    sheet.merge_range(2, 0, 2, last, place, &Format::new().set_align(FormatAlign::Center))?;
    table(sheet)?;
    Ok(book.save_to_buffer()?)
}

fn table(sheet: &mut Worksheet) -> Result<(), Problem> {
    let title = Format::new().set_bold().set_border(FormatBorder::Thin).set_align(FormatAlign::Center).set_text_wrap();
    let cell = Format::new().set_border(FormatBorder::Thin);
    // As text: a spreadsheet takes the zero off a number.
    let text = Format::new().set_border(FormatBorder::Thin).set_num_format("@");
    for (place, (name, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(place, width)?;
        sheet.write_string_with_format(4, place, name, &title)?;
        for row in 5..5 + ROWS {
            sheet.write_blank(row, place, if name == "Điện thoại" { &text } else { &cell })?;
        }
    }
    sheet.set_repeat_rows(4, 4)?;
    Ok(())
}
