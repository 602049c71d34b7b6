//! A sheet as CSV, as Excel in Vietnam opens it: UTF-8 with its mark, semicolons (a comma is the decimal mark here) or commas, days as
//! `2018-10-16`, which every language of Excel takes for the same day, numbers without dots. No cell becomes a formula.

use super::sheet::{Cell, Sheet, Value};

/// The mark by which Excel knows UTF-8.
const MARK: &str = "\u{feff}";

pub(in super::super) fn write(sheet: &Sheet, separator: char) -> Vec<u8> {
    let mut text = MARK.to_owned();
    put(&mut text, sheet.columns.iter().map(|it| it.head.clone()), separator);
    for line in &sheet.lines {
        put(&mut text, line.cells.iter().map(plain), separator);
    }
    text.into_bytes()
}

fn plain(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(it) => it.clone(),
        Value::Number(n) => n.to_string(),
        Value::Day(day) => day.iso(),
        Value::Nothing => String::new(),
    }
}

fn put(text: &mut String, cells: impl Iterator<Item = String>, separator: char) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            text.push(separator);
        }
        let cell = harmless(cell);
        if cell.contains([separator, '"', '\n', '\r', ';', ',']) || cell.starts_with(' ') || cell.ends_with(' ') {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// What begins like a formula begins with an apostrophe; a negative number is a number.
fn harmless(cell: String) -> String {
    let begins = cell.trim_start_matches([' ', '\u{a0}']).chars().next();
    let is_formula = matches!(begins, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '＝' | '＋' | '－' | '＠'));
    if is_formula && cell.parse::<i64>().is_err() { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::sample;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_is_written_as_excel_reads_it() {
        let text = String::from_utf8(write(&sample(), ';')).unwrap();
        let wanted = "\u{feff}Lớp;Học viên;Ngày\r\n'=1+1;60;2018-10-16\r\n\"Sơn La; \"\"mới\"\"\";40;2018-10-16\r\n\"Phú Thọ\nhai dòng\";0;2018-10-16\r\n";
        assert_eq!(text, wanted);
        assert!(String::from_utf8(write(&sample(), ',')).unwrap().starts_with("\u{feff}Lớp,Học viên,Ngày\r\n"));
        for (cell, says) in [("-5", "-5"), ("-5+1", "'-5+1"), ("@x", "'@x"), (" =x", "' =x"), ("Mỹ Lung", "Mỹ Lung"), ("", "")] {
            assert_eq!(harmless(cell.into()), says);
        }
    }

    /// Reads one line of quoted cells back.
    fn read(line: &str, separator: char) -> Vec<String> {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut letters = line.chars().peekable();
        while let Some(c) = letters.next() {
            match c {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                c if c == separator && !quoted => cells.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        cells.push(cell);
        cells
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_a_formula(cells in proptest::collection::vec("[-=+@;,\" a-zạ0-9\n]{0,12}", 1..5)) {
            for separator in [';', ','] {
                let mut text = String::new();
                put(&mut text, cells.iter().cloned(), separator);
                let back = read(text.trim_end_matches("\r\n"), separator);
                prop_assert_eq!(back.len(), cells.len());
                for (back, cell) in back.iter().zip(&cells) {
                    prop_assert_eq!(back.strip_prefix('\'').unwrap_or(back), cell.as_str());
                    prop_assert!(back.parse::<i64>().is_ok() || !back.trim_start().starts_with(['=', '+', '-', '@']));
                }
            }
        }
    }
}
