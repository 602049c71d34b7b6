//! A text as lines, and what a line is when it is no label: a place and date, a basis, a signature, an annex.

use super::label::{Cursor, is_capitals, is_letter, lower, order_number};
use super::{Span, is_blank};

/// The lines of a text with their ends, so that nothing is lost between them.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut out = Vec::with_capacity(text.len() / 80 + 1);
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}']) {
        out.push(Span::new(start, start + line.len()));
        start += line.len();
    }
    out
}

/// A row of a table: cells parted by tabs. A label and a tab is a paragraph.
pub(super) fn is_row(line: &str) -> bool {
    let line = line.trim_matches(is_blank);
    let mut cells = line.split('\t').filter(|cell| !cell.trim_matches(is_blank).is_empty());
    let Some(first) = cells.next() else { return false };
    let more = cells.count();
    more >= 2 || (more == 1 && super::label::label(first).is_none_or(|it| it.end < first.trim_end().len()))
}

/// What a line without a label may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Plain,
    Basis,
    Signature,
    Recipients,
    /// `Phụ lục I`, `PHỤ LỤC`.
    Annex,
    /// `Mẫu số 01`, `Biểu số 2`.
    Form,
    /// `QUY CHẾ` and its like in capitals: what a decision issues with itself.
    Attached,
}

pub(super) fn sort(line: &str) -> Sort {
    let line = line.trim_matches(|c| is_blank(c) || matches!(c, '[' | ']' | '*'));
    let Some(first) = line.chars().next() else { return Sort::Plain };
    if !first.is_uppercase() {
        return Sort::Plain;
    }
    let head: String = line.chars().take(60).collect();
    let low = lower(&head);
    let starts = |what: &str| low.strip_prefix(what).is_some_and(|rest| !rest.starts_with(is_letter));
    if ["căn cứ", "theo đề nghị", "xét đề nghị", "xét tờ trình", "sau khi có ý kiến", "thực hiện"].iter().any(|it| starts(it))
    {
        return Sort::Basis;
    }
    if starts("nơi nhận") {
        return Sort::Recipients;
    }
    if signs(line, &low) {
        return Sort::Signature;
    }
    if starts("phụ lục") {
        return if annexes(line) { Sort::Annex } else { Sort::Plain };
    }
    if ["mẫu số", "mẫu", "biểu số", "biểu mẫu số", "biểu mẫu"].iter().any(|it| starts(it)) && low.chars().any(|c| c.is_ascii_digit())
    {
        return if line.len() < 120 { Sort::Form } else { Sort::Plain };
    }
    let titles = ["quy chế", "quy định", "điều lệ", "nội quy", "đề án", "kế hoạch", "quy chuẩn", "hướng dẫn", "danh mục", "chương trình"];
    if is_capitals(line) && titles.iter().any(|it| starts(it)) {
        return Sort::Attached;
    }
    Sort::Plain
}

/// `PHỤ LỤC`, `Phụ lục II`, `Phụ lục 3: …`; not `Phụ lục kèm theo Nghị định này được …`.
fn annexes(line: &str) -> bool {
    let mut cursor = Cursor { line, at: 0 };
    cursor.word();
    cursor.blanks();
    cursor.word();
    cursor.blanks();
    if cursor.rest().is_empty() || is_capitals(line) {
        return true;
    }
    let before = cursor;
    if lower(cursor.word()) == "số" {
        cursor.blanks();
    } else {
        cursor = before;
    }
    if order_number(&mut cursor).is_none() {
        return cursor.sign(&[':', '.', '-', '–']);
    }
    cursor.blanks();
    cursor.rest().is_empty() || cursor.sign(&[':', '.', '-', '–', '(']) || (is_capitals(cursor.rest()) && line.len() < 400)
}

/// `TM. CHÍNH PHỦ`, `KT. BỘ TRƯỞNG`, `CHỦ TỊCH QUỐC HỘI`, "Luật này được Quốc hội … thông qua".
fn signs(line: &str, low: &str) -> bool {
    let by = ["tm", "kt", "tl", "tuq", "q", "t/m", "k/t"].iter().any(|it| {
        low.strip_prefix(it)
            .is_some_and(|rest| rest.starts_with(['.', '/']) && line.get(..it.len()).is_some_and(|it| it.chars().any(char::is_uppercase)))
    });
    if by && is_capitals(line) {
        return true;
    }
    if is_capitals(line) && line.chars().count() < 60 && !line.contains(['.', ',', ';', ':']) {
        let roles =
            ["bộ trưởng", "thủ tướng", "chủ tịch", "phó chủ tịch", "thứ trưởng", "chủ nhiệm", "tổng kiểm toán", "chánh án", "viện trưởng"];
        return roles.iter().any(|it| low.starts_with(it));
    }
    ["luật này", "bộ luật này", "pháp lệnh này", "nghị quyết này"].iter().filter_map(|it| low.strip_prefix(it)).any(|rest| {
        let rest = rest.trim_start().trim_start_matches("đã").trim_start();
        rest.starts_with("được quốc hội") || rest.starts_with("được ủy ban thường vụ") || rest.starts_with("được uỷ ban thường vụ")
    })
}
