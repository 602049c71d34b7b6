//! A sheet: columns, lines, and what each line can be chosen by. Pure; drawn as a page, as CSV and as Excel with the same lines.

use crate::ground::dates::Date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Value {
    Text(String),
    Number(i64),
    Day(Date),
    Nothing,
}

/// A cell, with where it leads and how its state is drawn; both may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Cell {
    pub(in super::super) value: Value,
    pub(in super::super) to: String,
    pub(in super::super) look: &'static str,
}

impl Cell {
    pub(in super::super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { value: if text.is_empty() { Value::Nothing } else { Value::Text(text) }, to: String::new(), look: "" }
    }

    pub(in super::super) fn number(n: i64) -> Self {
        Self { value: Value::Number(n), to: String::new(), look: "" }
    }

    /// A day from its ISO text; nothing where that is no day.
    pub(in super::super) fn day(iso: &str) -> Self {
        let value = Date::from_iso(iso).map_or(Value::Nothing, Value::Day);
        Self { value, to: String::new(), look: "" }
    }

    pub(in super::super) fn state(look: &'static str, word: impl Into<String>) -> Self {
        Self { look, ..Self::text(word) }
    }

    pub(in super::super) fn to(self, address: impl Into<String>) -> Self {
        Self { to: address.into(), ..self }
    }

    /// For the eye.
    pub(in super::super) fn shown(&self) -> String {
        match &self.value {
            Value::Text(it) => it.clone(),
            Value::Number(n) => crate::ground::numbers::grouped(*n),
            Value::Day(day) => day.to_string(),
            Value::Nothing => "–".to_owned(),
        }
    }
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Set {
    /// A name or a word.
    Word,
    /// A sentence or more.
    Long,
    Day,
    Number,
    /// A number whose sum over the lines means something.
    Sum,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Column {
    pub(in super::super) head: String,
    pub(in super::super) set: Set,
    pub(in super::super) show: Show,
}

/// Where a column is shown. Files have all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Show {
    Always,
    /// A phone can do without it.
    Desk,
    /// For whoever counts on with the file.
    File,
}

/// By what a line can be chosen: name and value as in the address, and how the eye reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Tag {
    pub(in super::super) name: &'static str,
    pub(in super::super) value: String,
    pub(in super::super) label: String,
}

pub(in super::super) fn tag(name: &'static str, value: impl Into<String>, label: impl Into<String>) -> Tag {
    Tag { name, value: value.into(), label: label.into() }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Line {
    pub(in super::super) cells: Vec<Cell>,
    pub(in super::super) tags: Vec<Tag>,
}

impl Line {
    fn is(&self, name: &str, value: &str) -> bool {
        self.tags.iter().any(|it| it.name == name && it.value == value)
    }

    pub(in super::super) fn number(&self, column: usize) -> i64 {
        match self.cells.get(column).map(|it| &it.value) {
            Some(Value::Number(n)) => *n,
            _ => 0,
        }
    }
}

/// A choice of lines: all of these tags.
pub(in super::super) type Choice<'a> = &'a [(&'a str, &'a str)];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Sheet {
    pub(in super::super) title: String,
    pub(in super::super) columns: Vec<Column>,
    pub(in super::super) lines: Vec<Line>,
    /// Said when there is no line.
    pub(in super::super) empty: String,
    /// How the figures are to be read.
    pub(in super::super) note: String,
}

impl Sheet {
    /// The lines of a choice.
    pub(in super::super) fn of<'a>(&'a self, choice: Choice<'a>) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| choice.iter().all(|(name, value)| line.is(name, value)))
    }

    pub(in super::super) fn count(&self, choice: Choice<'_>) -> i64 {
        i64::try_from(self.of(choice).count()).unwrap_or(i64::MAX)
    }

    /// The sum of a column over the lines of a choice.
    pub(in super::super) fn sum(&self, column: usize, choice: Choice<'_>) -> i64 {
        self.of(choice).map(|it| it.number(column)).sum()
    }

    /// The values of a tag over the lines of a choice, in their order, each once with its label and the sum of a column (or the count of
    /// lines).
    pub(in super::super) fn by(&self, name: &str, column: Option<usize>, choice: Choice<'_>) -> Vec<(Tag, i64)> {
        let mut found: Vec<(Tag, i64)> = Vec::new();
        for line in self.of(choice) {
            let n = column.map_or(1, |it| line.number(it));
            for tag in line.tags.iter().filter(|it| it.name == name) {
                match found.iter_mut().find(|it| it.0.value == tag.value) {
                    Some(it) => it.1 += n,
                    None => found.push((tag.clone(), n)),
                }
            }
        }
        found
    }

    /// Only the lines of a choice.
    pub(in super::super) fn chosen(mut self, choice: Choice<'_>) -> Self {
        self.lines.retain(|line| choice.iter().all(|(name, value)| line.is(name, value)));
        self
    }

    /// Head and sum of every column that has one.
    pub(in super::super) fn sums(&self) -> Vec<(&str, i64)> {
        let sums = self.columns.iter().enumerate().filter(|it| it.1.set == Set::Sum);
        sums.map(|(i, column)| (column.head.as_str(), self.sum(i, &[]))).collect()
    }
}

#[cfg(test)]
pub(super) fn sample() -> Sheet {
    let column = |head: &str, set: Set| Column { head: head.into(), set, show: Show::Always };
    let line = |name: &str, n: i64, state: &str| Line {
        cells: vec![Cell::text(name), Cell::number(n), Cell::day("2018-10-16")],
        tags: vec![tag("state", state, "Đã kết thúc")],
    };
    Sheet {
        title: "Lớp".into(),
        columns: vec![column("Lớp", Set::Word), column("Học viên", Set::Sum), column("Ngày", Set::Day)],
        lines: vec![line("=1+1", 60, "done"), line("Sơn La; \"mới\"", 40, "running"), line("Phú Thọ\nhai dòng", 0, "done")],
        ..Sheet::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_what_its_lines_say() {
        let it = sample();
        let done: Choice<'_> = &[("state", "done")];
        assert_eq!((it.count(&[]), it.count(done), it.sum(1, &[]), it.sum(1, done)), (3, 2, 100, 60));
        let by: Vec<(String, i64)> = it.by("state", Some(1), &[]).into_iter().map(|it| (it.0.value, it.1)).collect();
        assert_eq!(by, [("done".to_owned(), 60), ("running".to_owned(), 40)]);
        assert_eq!(it.sums(), [("Học viên", 100)]);
        assert_eq!(it.clone().chosen(done).lines.len(), 2);
        assert_eq!(it.chosen(&[("state", "nothing")]).lines.len(), 0);
    }
}
