//! Lists of units as texts. One reader for the shapes that exist: comma or tab, with a line of headings that names the columns.
//!
//! `units`: `code`; `era` (`old`, `new`), or `valid_from` and `valid_to` that tell it; `full_name`, or `kind` (Xã, Huyện) and `name`; `parent`
//! or `parent_code`; `lat`, `lon`; `level`, where the count of the code's digits should not tell it. `successors` and `provinces`: the code
//! before, the code after, and for `successors` a `share` (`whole`, `part`). Lines that begin with `#` are remarks. An error names its line.

use super::place::{BEGINNING_UNKNOWN, FIRST_NEW, LAST_OLD, Succession, Unit, place_id};
use crate::ground::dates::Date;
use crate::ground::{Problem, text};
use std::collections::HashSet;

/// What a name can begin with; also mends `Thị Trấn` and `Thành Phố`, as some lists write.
const KINDS: [&str; 9] = ["Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã"];

/// A table's lines by the names of its columns.
struct Table<'a> {
    what: &'static str,
    separator: char,
    columns: Vec<String>,
    lines: Vec<(usize, &'a str)>,
}

/// One line of it.
struct Line<'a> {
    table: &'a Table<'a>,
    number: usize,
    cells: Vec<&'a str>,
}

impl<'a> Table<'a> {
    fn read(what: &'static str, text: &'a str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let lines =
            text.lines().enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let mut lines: Vec<(usize, &str)> = lines.collect();
        if lines.is_empty() {
            return Err(Problem::new(format!("{what}: nothing there, not even a line of headings")));
        }
        let (_, headings) = lines.remove(0);
        let separator = if headings.contains('\t') { '\t' } else { ',' };
        let columns = headings.split(separator).map(|it| it.trim().to_owned()).collect();
        Ok(Self { what, separator, columns, lines })
    }

    fn lines(&'a self) -> impl Iterator<Item = Result<Line<'a>, Problem>> {
        self.lines.iter().map(|(number, line)| {
            let line = Line { table: self, number: *number, cells: line.split(self.separator).collect() };
            if line.cells.len() == self.columns.len() {
                Ok(line)
            } else {
                Err(line.wrong(&format!("{} columns, not {}", line.cells.len(), self.columns.len())))
            }
        })
    }
}

impl Line<'_> {
    /// The cell of the first of these columns that the table has; empty if it has none.
    fn cell(&self, names: &[&str]) -> &str {
        let column = names.iter().find_map(|name| self.table.columns.iter().position(|it| it == name));
        column.and_then(|it| self.cells.get(it)).map_or("", |it| it.trim())
    }

    fn wrong(&self, what: &str) -> Problem {
        Problem::new(format!("{}, line {}: {what}", self.table.what, self.number))
    }

    fn code(&self, names: &[&str]) -> Result<&str, Problem> {
        let code = self.cell(names);
        let fits = matches!(code.len(), 2 | 3 | 5) && code.bytes().all(|b| b.is_ascii_digit());
        if fits { Ok(code) } else { Err(self.wrong(&format!("“{code}” is no code of 2, 3 or 5 digits"))) }
    }

    fn number(&self, name: &str, most: f64) -> Result<Option<f64>, Problem> {
        match self.cell(&[name]) {
            "" => Ok(None),
            cell => match cell.parse::<f64>() {
                Ok(number) if number.abs() <= most => Ok(Some(number)),
                _ => Err(self.wrong(&format!("{name} “{cell}” is no number of degrees"))),
            },
        }
    }

    fn day(&self, name: &str) -> Result<Option<String>, Problem> {
        match self.cell(&[name]) {
            "" => Ok(None),
            cell => Date::from_iso(cell)
                .map(|date| Some(date.iso()))
                .map_err(|_| self.wrong(&format!("{name} “{cell}” is no day like 2025-06-30"))),
        }
    }
}

/// Reads a list of units.
pub(super) fn read_units(text: &str) -> Result<Vec<Unit>, Problem> {
    let table = Table::read("units", text)?;
    let mut seen = HashSet::new();
    let mut units = Vec::with_capacity(table.lines.len());
    for line in table.lines() {
        let line = line?;
        let unit = read_unit(&line)?;
        if !seen.insert(unit.id()) {
            return Err(line.wrong(&format!("{} of the {} era stands in the list twice", unit.code, unit.era)));
        }
        units.push(unit);
    }
    Ok(units)
}

fn read_unit(line: &Line<'_>) -> Result<Unit, Problem> {
    let code = line.code(&["code"])?;
    let (from, to) = (line.day("valid_from")?, line.day("valid_to")?);
    let era = match line.cell(&["era"]) {
        "old" => "old",
        "new" => "new",
        "" if to.as_deref() == Some(LAST_OLD) => "old",
        "" if from.as_deref().is_some_and(|it| it >= FIRST_NEW) => "new",
        other => return Err(line.wrong(&format!("era “{other}” is neither old nor new, and the days do not tell it"))),
    };
    let kind = match (line.cell(&["level"]), code.len()) {
        ("province" | "", 2) => "province",
        ("district" | "", 3) => "district",
        ("commune" | "", 5) => "commune",
        (level, _) => return Err(line.wrong(&format!("code {code} is not that of a {level}"))),
    };
    let (name, full_name) = names(line)?;
    let parent = Some(line.cell(&["parent", "parent_code"])).filter(|it| !it.is_empty());
    if parent.is_none() != (kind == "province") {
        return Err(line.wrong("a province lies in nothing, everything else in something"));
    }
    let (from, to) = if era == "old" {
        (from.unwrap_or_else(|| BEGINNING_UNKNOWN.to_owned()), to.or_else(|| Some(LAST_OLD.to_owned())))
    } else {
        (from.unwrap_or_else(|| FIRST_NEW.to_owned()), to)
    };
    Ok(Unit {
        era: era.to_owned(),
        code: code.to_owned(),
        kind: kind.to_owned(),
        name,
        full_name,
        parent_id: parent.map(|it| place_id(era, it)),
        lat: line.number("lat", 90.0)?,
        lon: line.number("lon", 180.0)?,
        valid_from: from,
        valid_to: to,
    })
}

/// Name and full name. A name that is a number keeps its kind (`Phường 1`); what lists add to tell names apart (`Yên Viên (Xã)`) goes:
/// where a place lies tells them apart.
fn names(line: &Line<'_>) -> Result<(String, String), Problem> {
    let full = match line.cell(&["full_name"]) {
        "" => format!("{} {}", line.cell(&["kind"]), line.cell(&["name"])),
        full => full.to_owned(),
    };
    let full = text::clean(&full);
    let kind = KINDS.into_iter().find(|kind| full.to_lowercase().starts_with(&format!("{} ", kind.to_lowercase())));
    let (kind, bare) = kind
        .map(|kind| (kind, full.chars().skip(kind.chars().count()).collect::<String>().trim().to_owned()))
        .filter(|(_, bare)| !bare.is_empty())
        .ok_or_else(|| line.wrong(&format!("“{full}” does not begin with a kind (Xã, Huyện, …)")))?;
    let full = format!("{kind} {bare}");
    let numbered = bare.bytes().all(|b| b.is_ascii_digit());
    Ok((if numbered { full.clone() } else { bare }, full))
}

/// Reads which commune became which.
pub(super) fn read_successors(text: &str) -> Result<Vec<Succession>, Problem> {
    read_links(&Table::read("successors", text)?)
}

/// Reads which province became which, always wholly.
pub(super) fn read_provinces(text: &str) -> Result<Vec<Succession>, Problem> {
    read_links(&Table::read("provinces", text)?)
}

fn read_links(table: &Table<'_>) -> Result<Vec<Succession>, Problem> {
    let link = |line: Line<'_>| {
        let extent = match line.cell(&["share"]) {
            "" | "whole" => "whole",
            "part" => "part",
            other => return Err(line.wrong(&format!("share “{other}” is neither whole nor part"))),
        };
        Ok(Succession {
            before: place_id("old", line.code(&["old", "code_until_2025_06_30"])?),
            after: place_id("new", line.code(&["new", "code_from_2025_07_01"])?),
            extent: extent.to_owned(),
        })
    };
    table.lines().map(|line| link(line?)).collect()
}
