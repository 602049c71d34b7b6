//! Quotations of several lines: the new text that an amending document quotes. What they hold is no structure of that document.

use super::Span;
use super::label::{label, lower};
use super::lines::{Sort, sort};

const OPENING: [char; 4] = ['“', '«', '‟', '„'];
const CLOSING: [char; 2] = ['”', '»'];

/// A quotation that goes over lines: from its opening sign to past its closing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) span: Span,
    /// The last line it touches.
    pub(super) last: usize,
}

/// How a line leaves the quotations open.
#[derive(Clone, Debug, Default)]
struct Open {
    /// Where each began.
    stack: Vec<(usize, char)>,
}

impl Open {
    /// Reads a line; says where the outermost quotation closed.
    fn read(&mut self, line: &str, start: usize) -> Option<usize> {
        let mut closed = None;
        for (at, c) in line.char_indices() {
            let at = start + at;
            if OPENING.contains(&c) {
                self.stack.push((at, c));
            } else if CLOSING.contains(&c) {
                // “…” may stand inside "…": a curly sign closes up to its own opening.
                if let Some(depth) = self.stack.iter().rposition(|(_, c)| OPENING.contains(c)) {
                    self.stack.truncate(depth);
                    closed = self.stack.is_empty().then_some(at + c.len_utf8()).or(closed);
                }
            } else if c == '"' {
                match self.stack.iter().rposition(|(_, c)| *c == '"') {
                    Some(depth) => {
                        self.stack.truncate(depth);
                        closed = self.stack.is_empty().then_some(at + 1).or(closed);
                    }
                    None => self.stack.push((at, '"')),
                }
            }
        }
        closed
    }
}

/// The block that the line opens, or `Err` with the place of a quotation that never ends.
pub(super) fn block(text: &str, lines: &[Span], at: usize) -> Result<Option<Block>, usize> {
    let Some(&line) = lines.get(at) else { return Ok(None) };
    let here = line.of(text);
    if !here.contains(OPENING) && !here.contains('"') {
        return Ok(None);
    }
    let mut open = Open::default();
    open.read(here, line.start);
    let Some(&(begins, _)) = open.stack.first() else { return Ok(None) };
    let before = Span::new(line.start, begins).trimmed(text).of(text);
    if !before.is_empty() && !before.ends_with(':') && !introduces(before) {
        return Ok(None);
    }
    open.stack.truncate(1);
    Ok(Some(close(text, lines, at, begins, open).ok_or(begins)?))
}

fn introduces(before: &str) -> bool {
    ["như sau", "thành", "là"].iter().any(|it| lower(before).ends_with(it))
}

fn close(text: &str, lines: &[Span], at: usize, begins: usize, mut open: Open) -> Option<Block> {
    let mut fallback = None;
    for (number, &line) in lines.iter().enumerate().skip(at + 1) {
        let here = line.of(text);
        if open.stack.len() == 1 && here.trim_start().starts_with(OPENING) {
            // Some repeat the opening sign before every paragraph.
            let mut alone = Open::default();
            alone.read(here, line.start);
            if !alone.stack.is_empty() {
                continue;
            }
        }
        if let Some(end) = open.read(here, line.start) {
            return Some(Block { span: Span::new(begins, end), last: number });
        }
        let ends = here.trim_end().trim_end_matches(['.', ';', ',', ':', '/', ' ']);
        if ends.ends_with(CLOSING) || ends.ends_with('"') {
            let end = line.start + ends.len();
            let block = Block { span: Span::new(begins, end), last: number };
            // A sign inside was not closed: the document itself goes on, and so does this reading.
            if resumes(text, lines, number + 1) {
                return Some(block);
            }
            fallback = fallback.or(Some(block));
        }
    }
    fallback
}

/// Does the amending document speak again?
fn resumes(text: &str, lines: &[Span], from: usize) -> bool {
    let next = lines.iter().skip(from).map(|line| line.of(text)).find(|line| !line.trim().is_empty());
    next.is_none_or(|line| {
        let head: String = line.chars().take(120).collect();
        let low = lower(&head);
        let amends =
            ["sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "hiệu lực thi hành", "tổ chức thực hiện"].iter().any(|it| low.contains(it));
        (label(line).is_some() && amends) || matches!(sort(line), Sort::Signature | Sort::Recipients)
    })
}

/// The quotations in a short text, outermost only, without their signs: phrases.
pub(super) fn phrases(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in within.of(text).char_indices() {
        let at = within.start + at;
        let closes = CLOSING.contains(&c) || (c == '"' && open.last().is_some_and(|(_, c)| *c == '"'));
        if closes {
            if let Some((start, _)) = open.pop()
                && open.is_empty()
            {
                out.push(Span::new(start, at));
            }
        } else if OPENING.contains(&c) || c == '"' {
            open.push((at + c.len_utf8(), c));
        }
    }
    out
}
