//! Finding the row that names the columns, whatever stands above it, and what each column is.

use super::{Cell, Table};
use crate::ground::text::{clean, fold};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    FullName,
    Family,
    Given,
    Birth,
    Sex,
    /// Under "Giới tính": a tick. Under "Năm sinh": the year, and so the sex.
    Male,
    Female,
    BirthMale,
    BirthFemale,
    Ethnicity,
    Position,
    Unit,
    Phone,
    Target,
    Note,
}

/// The header of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// Its row, from 0.
    pub(super) at: usize,
    /// The first row of people.
    pub(super) first: usize,
    pub(super) columns: Vec<Option<Column>>,
    pub(super) titles: Vec<String>,
    pub(super) unused: Vec<String>,
}

/// How far down a header may stand.
const DEEPEST: usize = 60;

impl Header {
    /// The first row that names a column of names and at least one other.
    pub(super) fn find(table: &Table) -> Option<Self> {
        table.iter().enumerate().take(DEEPEST).find_map(|(at, cells)| Self::at(table, at, cells))
    }

    fn at(table: &Table, at: usize, cells: &[Cell]) -> Option<Self> {
        let titles: Vec<String> = cells.iter().map(title).collect();
        let mut columns: Vec<Option<Column>> = titles.iter().map(|it| column(it)).collect();
        let has = |columns: &[Option<Column>], it: Column| columns.contains(&Some(it));
        let named = has(&columns, Column::FullName) || has(&columns, Column::Given);
        if !named || columns.iter().flatten().count() < 2 {
            return None;
        }
        let mut it = Self { at, first: at + 1, titles, ..Self::default() };
        if let Some(below) = table.get(at + 1)
            && it.take_second_row(below, &mut columns)
        {
            it.first += 1;
        }
        if table.get(it.first).is_some_and(|row| counts(row)) {
            it.first += 1;
        }
        once_each(&mut columns);
        it.split_name(table, &mut columns);
        let unused = it.titles.iter().zip(&columns).filter(|(title, column)| !title.is_empty() && column.is_none());
        it.unused = unused.map(|(title, _)| title.clone()).collect();
        it.columns = columns;
        Some(it)
    }

    /// A second row of titles under merged ones: "Năm sinh" over "Nam" and "Nữ", "Họ và tên" over "Họ và đệm" and "Tên".
    fn take_second_row(&mut self, below: &[Cell], columns: &mut Vec<Option<Column>>) -> bool {
        let titles: Vec<String> = below.iter().map(title).collect();
        let some: Vec<(usize, Column)> = titles.iter().enumerate().filter_map(|(place, it)| Some((place, column(it)?))).collect();
        let said = below.iter().filter(|it| **it != Cell::Empty).count();
        let name = columns.iter().position(|it| matches!(it, Some(Column::FullName | Column::Family | Column::Given)));
        let somebody = name.and_then(|it| titles.get(it)).is_some_and(|it| !it.is_empty() && column(it).is_none());
        // A row of people has words that no header has.
        if some.is_empty() || somebody || some.len() * 2 < said {
            return false;
        }
        let width = columns.len().max(titles.len());
        columns.resize(width, None);
        self.titles.resize(width, String::new());
        for (place, kind) in some {
            let over = columns.iter().take(place + 1).rev().flatten().next().copied();
            let kind = match (over, kind) {
                (Some(Column::Birth | Column::BirthMale), Column::Male) => Column::BirthMale,
                (Some(Column::Birth | Column::BirthMale | Column::BirthFemale), Column::Female) => Column::BirthFemale,
                (_, kind) => kind,
            };
            if let (Some(slot), Some(title), Some(below)) = (columns.get_mut(place), self.titles.get_mut(place), titles.get(place)) {
                *slot = Some(kind);
                title.clone_from(below);
            }
        }
        true
    }

    /// "Họ và tên" merged over two columns without a title each: the name's second column is the one that follows, if it holds words.
    fn split_name(&mut self, table: &Table, columns: &mut Vec<Option<Column>>) {
        let Some(place) = columns.iter().position(|it| *it == Some(Column::FullName)) else { return };
        if columns.contains(&Some(Column::Given)) {
            // Both parts named below a common title: the title itself names the first part.
            if !columns.contains(&Some(Column::Family))
                && let Some(it) = columns.get_mut(place)
            {
                *it = Some(Column::Family);
            }
            return;
        }
        let next = place + 1;
        let free = columns.get(next).copied().flatten().is_none() && self.titles.get(next).is_none_or(String::is_empty);
        let word = |row: &Vec<Cell>| matches!(row.get(next), Some(Cell::Text(it)) if it.chars().any(char::is_alphabetic));
        let rows: Vec<&Vec<Cell>> =
            table.iter().skip(self.first).filter(|row| row.get(place).is_some_and(|it| *it != Cell::Empty)).take(20).collect();
        let words = rows.iter().filter(|row| word(row)).count();
        if free && words > 0 && words * 2 >= rows.len() {
            columns.resize(columns.len().max(next + 1), None);
            self.titles.resize(columns.len(), String::new());
            if let Some(it) = columns.get_mut(place) {
                *it = Some(Column::Family);
            }
            if let Some(it) = columns.get_mut(next) {
                *it = Some(Column::Given);
            }
        }
    }
}

fn title(cell: &Cell) -> String {
    match cell {
        Cell::Text(it) => clean(it),
        _ => String::new(),
    }
}

/// Of two columns with one meaning the first counts.
fn once_each(columns: &mut [Option<Column>]) {
    let mut seen = Vec::new();
    for column in columns {
        match column {
            Some(it) if seen.contains(it) => *column = None,
            Some(it) => seen.push(*it),
            None => {}
        }
    }
}

/// `(1) (2) (3)` or `A B 1 2` under the titles.
fn counts(row: &[Cell]) -> bool {
    let said: Vec<String> = row
        .iter()
        .filter_map(|cell| match cell {
            Cell::Text(it) => Some(clean(it).trim_matches(['(', ')', '[', ']']).to_owned()),
            Cell::Number(it) => Some(format!("{it}")),
            Cell::Empty => None,
            Cell::Year(_) | Cell::Fault(_) => Some("?".to_owned()),
        })
        .filter(|it| !it.is_empty())
        .collect();
    said.len() >= 3
        && said
            .iter()
            .all(|it| it.chars().count() <= 2 && (it.parse::<u8>().is_ok() || it.len() == 1 && it.chars().all(char::is_alphabetic)))
}

/// What a title means: its words folded, so that "Số ĐT", "SĐT" and "so dt" are one.
fn column(title: &str) -> Option<Column> {
    let folded = fold(title);
    let bare: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    let title = words.join(" ");
    let has = |parts: &[&str]| parts.iter().any(|part| format!(" {title} ").contains(&format!(" {part} ")));
    let is = |parts: &[&str]| parts.contains(&title.as_str());
    Some(if is(&["tt", "stt", "so tt", "so thu tu", "thu tu", "no"]) {
        Column::Number
    } else if has(&["dien thoai", "sdt", "so dt", "dtdd", "di dong", "so may", "zalo"]) || is(&["dt", "tel", "phone"]) {
        Column::Phone
    } else if is(&["ho va dem", "ho dem", "ho va ten dem", "ho ten dem", "ho va chu dem", "ho lot", "ho va ten lot", "ho"]) {
        Column::Family
    } else if has(&["ho va ten", "ho ten", "ho dem va ten", "ho dem ten", "ho chu dem va ten"])
        || is(&["hoc vien", "ten hoc vien", "ten can bo"])
    {
        Column::FullName
    } else if is(&["ten"]) {
        Column::Given
    } else if has(&["nam sinh", "ngay sinh", "sinh nam", "ngai sinh", "thang sinh"]) {
        Column::Birth
    } else if has(&["gioi tinh", "nam nu", "nu nam"]) || is(&["gt", "phai", "gioi"]) {
        Column::Sex
    } else if is(&["nam"]) {
        Column::Male
    } else if is(&["nu"]) {
        Column::Female
    } else if has(&["dan toc"]) {
        Column::Ethnicity
    } else if has(&["nhom doi tuong", "doi tuong"]) {
        Column::Target
    } else if has(&["chuc vu", "chuc danh", "nhiem vu", "nghe nghiep"]) {
        Column::Position
    } else if has(&["don vi", "noi cong tac", "co quan", "dia chi", "noi o"]) || is(&["xa", "xa phuong", "xa thi tran", "thon", "thon ban"])
    {
        Column::Unit
    } else if has(&["ghi chu"]) {
        Column::Note
    } else {
        return None;
    })
}
