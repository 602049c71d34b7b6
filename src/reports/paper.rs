//! The table of difficulties (bảng tổng hợp khó khăn, vướng mắc, kiến nghị) as a paper, ready for the page and for Excel. Pure.

use crate::ground::dates::Date;

/// How many columns the paper has; what they are called stands in the words.
pub(super) const COLUMNS: usize = 11;

/// A row of the paper: one difficulty. It names no person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) code: String,
    pub(super) text: String,
    pub(super) place: String,
    pub(super) component: String,
    pub(super) basis: String,
    pub(super) advice: String,
    pub(super) handling: String,
    pub(super) authority: String,
    pub(super) due: Option<Date>,
    pub(super) result: String,
}

/// The whole paper. Its texts are Vietnamese whatever the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paper {
    pub(super) above: String,
    pub(super) agency: String,
    pub(super) country: String,
    pub(super) motto: String,
    /// `Phú Thọ, ngày 17 tháng 10 năm 2018`
    pub(super) place_and_day: String,
    pub(super) title: String,
    pub(super) about: String,
    /// What was chosen, when it is not the whole table.
    pub(super) extract: String,
    pub(super) heads: Vec<String>,
    pub(super) lines: Vec<Line>,
    pub(super) sum: String,
    pub(super) signers: Vec<String>,
    pub(super) sign: String,
}

impl Line {
    /// The date as the eye reads it.
    pub(super) fn due_shown(&self) -> String {
        self.due.map(|it| it.to_string()).unwrap_or_default()
    }
}

impl Paper {
    /// What this column is called.
    pub(super) fn head(&self, column: usize) -> &str {
        self.heads.get(column).map_or("", String::as_str)
    }
}

/// The name of the file: letters without marks, for old machines and attachments.
pub(super) fn file_name(class: &str) -> String {
    format!("Bang-tong-hop-vuong-mac-{class}.xlsx")
}
