//! What stands around the articles: the heading block, titles, the signer, Nơi nhận.

use super::{Level, Node};
use crate::policy::document::Kind;
use crate::policy::law::citation::number_at;
use crate::policy::law::label::{Cursor, is_capitals, lower, order_number};
use crate::policy::law::lines::{Sort, lines, sort};
use crate::policy::law::{Span, is_blank};
use serde::Serialize;

/// The heading block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Front {
    pub issuer: Option<Span>,
    /// `27/2022/NĐ-CP`, put in order; [`Self::number_at`] is as written.
    pub number: Option<String>,
    pub number_at: Option<Span>,
    pub place: Option<Span>,
    /// Year, month, day as written, not checked against a calendar.
    pub date: Option<(u16, u8, u8)>,
    pub kind: Option<Kind>,
    pub title: Option<Span>,
}

/// Who signed, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Signer {
    pub role: Span,
    pub name: Option<Span>,
}

/// Titles as they stand above a document, and its kind. Longer ones first.
const KINDS: [(&str, Kind); 20] = [
    ("thông tư liên tịch", Kind::JointCircular),
    ("nghị quyết liên tịch", Kind::Resolution),
    ("hiến pháp", Kind::Law),
    ("bộ luật", Kind::Law),
    ("luật", Kind::Law),
    ("pháp lệnh", Kind::Ordinance),
    ("nghị quyết", Kind::Resolution),
    ("nghị định", Kind::Decree),
    ("quyết định", Kind::Decision),
    ("chỉ thị", Kind::Directive),
    ("thông tư", Kind::Circular),
    ("công văn", Kind::Letter),
    ("thông báo", Kind::Other),
    ("hướng dẫn", Kind::Other),
    ("kế hoạch", Kind::Other),
    ("báo cáo", Kind::Other),
    ("tờ trình", Kind::Other),
    ("chương trình", Kind::Other),
    ("quy chế", Kind::Other),
    ("quy định", Kind::Other),
];

fn kind_of(line: &str) -> Option<(Kind, usize)> {
    if !is_capitals(line) {
        return None;
    }
    let low = lower(line);
    KINDS.iter().find_map(|(name, kind)| {
        let rest = low.strip_prefix(name)?;
        let whole = rest.is_empty() || rest.starts_with([' ', ':', '\u{A0}']);
        // Blanks in the name are blanks in the line; letters may take other bytes.
        let words = name.split(' ').count();
        let end = line.match_indices(is_blank).nth(words - 1).map_or(line.len(), |(at, _)| at);
        whole.then_some((*kind, end))
    })
}

/// Says that a text begins with a heading block or bases.
pub(super) fn is_mark(line: &str) -> bool {
    let head: String = line.trim_matches(is_blank).chars().take(120).collect();
    let low = lower(&head);
    is_motto(&low) || low.starts_with("căn cứ ") || is_number_line(&low) || kind_of(head.trim_end()).is_some()
}

fn is_motto(low: &str) -> bool {
    ["cộng hòa xã hội chủ nghĩa", "cộng hoà xã hội chủ nghĩa", "độc lập - tự do", "độc lập – tự do"].iter().any(|it| low.contains(it))
}

fn is_number_line(low: &str) -> bool {
    low.strip_prefix("luật ").or_else(|| low.strip_prefix("bộ luật ")).unwrap_or(low).strip_prefix("số").is_some_and(|rest| {
        let rest = rest.trim_start_matches(is_blank);
        rest.starts_with(':') || rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// The cells of the heading's lines: it is often a table of two columns.
fn pieces(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    for line in lines(within.of(text)) {
        let mut start = within.start + line.start;
        for cell in line.moved(within.start).of(text).split('\t') {
            let piece = Span::new(start, start + cell.len()).trimmed(text);
            start += cell.len() + 1;
            if piece.of(text).chars().any(char::is_alphanumeric) {
                out.push(piece);
            }
        }
    }
    out
}

impl Front {
    pub(super) fn read(text: &str, root: &Node) -> Self {
        let Some(heading) = root.children.iter().find(|it| it.level == Level::Heading) else { return Self::default() };
        let mut front = Self::default();
        let mut title: Option<Span> = None;
        for piece in pieces(text, heading.own) {
            let here = piece.of(text);
            let low = lower(here);
            if is_motto(&low) {
                continue;
            }
            if front.number.is_none() && (is_number_line(&low) || front.kind.is_none()) {
                let digits = here.find(|c: char| c.is_ascii_digit()).filter(|_| is_number_line(&low));
                if let Some((number, span)) = digits.and_then(|at| number_at(text, piece.start + at, piece.end)) {
                    (front.number, front.number_at) = (Some(number), Some(span));
                    continue;
                }
                if is_number_line(&low) {
                    continue;
                }
            }
            if front.date.is_none()
                && let Some((place, date)) = place_and_date(text, piece)
            {
                (front.place, front.date) = (place, Some(date));
                continue;
            }
            if front.kind.is_none()
                && let Some((kind, end)) = kind_of(here)
            {
                front.kind = Some(kind);
                title = Some(Span::new(piece.start + end, piece.end).trimmed(text)).filter(|it| !it.is_empty());
                continue;
            }
            if front.kind.is_some() {
                title = Some(title.map_or(piece, |title| Span::new(title.start, piece.end)));
            } else if low.starts_with("v/v") || low.starts_with("về việc") {
                front.kind = Some(Kind::Letter);
                title = Some(piece);
            } else if is_capitals(here) {
                let adjoins = |issuer: Span| text.get(issuer.end..piece.start).is_some_and(|between| between.chars().all(is_blank));
                front.issuer = match front.issuer {
                    None => Some(piece),
                    Some(issuer) if adjoins(issuer) && front.number.is_none() => Some(Span::new(issuer.start, piece.end)),
                    other => other,
                };
            }
        }
        front.title = title;
        front
    }
}

/// `Hà Nội, ngày 05 tháng 3 năm 2020`
fn place_and_date(text: &str, piece: Span) -> Option<(Option<Span>, (u16, u8, u8))> {
    let here = piece.of(text);
    let at = here.match_indices(['n', 'N']).map(|(at, _)| at).find(|&at| here.get(at..).is_some_and(|it| lower(it).starts_with("ngày")))?;
    let mut numbers = here.get(at..)?.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty());
    let day = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    let year = numbers.next()?.parse().ok()?;
    let place = here.get(..at)?.trim_end_matches(|c| is_blank(c) || c == ',');
    let place = Span::new(piece.start, piece.start + place.len());
    Some(((!place.is_empty() && place.of(text).len() < 80).then_some(place), (year, month, day)))
}

/// The title of a part, an article or an annex: on the label's line, or on the lines after it.
pub(super) fn title(text: &str, node: &Node) -> Option<Span> {
    let said = node.said(text);
    if said.is_empty() {
        return None;
    }
    let first = said.of(text).find('\n').map_or(said, |at| Span::new(said.start, said.start + at).trimmed(text));
    match node.level {
        Level::Part | Level::Chapter | Level::Section | Level::Subsection => Some(if said.of(text).len() > 400 { first } else { said }),
        Level::Annex | Level::Form => Some(first),
        Level::Article | Level::Clause => {
            let line = first.of(text);
            let more = first.end < said.end || !node.children.is_empty();
            let sentence = line.ends_with(['.', ';', ':', ',']) || line.chars().count() > 400;
            let quoted = line.starts_with(['“', '"', '«']);
            let named = !sentence && !quoted && line.chars().next().is_some_and(char::is_uppercase);
            (more && named && (node.level == Level::Article || line.chars().count() < 160)).then_some(first)
        }
        _ => None,
    }
}

/// `Phụ lục II`: its number and where the label ends in the line.
pub(super) fn annex_number(line: &str) -> (String, usize) {
    let mut cursor = Cursor { line, at: 0 };
    cursor.blanks();
    while !cursor.rest().is_empty() {
        let before = cursor;
        if cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
            let number = cursor.take(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '-')).trim_end_matches(['.', '-', '/']);
            return (number.trim_start_matches('0').to_owned(), before.at + number.len());
        }
        let word = cursor.word();
        let known = matches!(lower(word).as_str(), "phụ" | "lục" | "mẫu" | "số" | "biểu");
        if !known {
            cursor = before;
            return order_number(&mut cursor).map_or((String::new(), before.at), |number| (number, cursor.at));
        }
        cursor.blanks();
    }
    (String::new(), cursor.at)
}

pub(super) fn signer(text: &str, root: &Node) -> Option<Signer> {
    let node = root.children.iter().find(|it| it.level == Level::Signature)?;
    let pieces = pieces(text, node.own);
    let roles: Vec<Span> = pieces.iter().copied().take_while(|it| is_capitals(it.of(text))).collect();
    let role = Span::new(roles.first().or(pieces.first())?.start, roles.last().or(pieces.first())?.end);
    let name = pieces.iter().skip(roles.len()).rev().find(|it| {
        let here = it.of(text);
        let words = here.split_whitespace().count();
        (2..=8).contains(&words)
            && here.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '('))
            && !lower(here).contains("ký")
    });
    Some(Signer { role, name: name.copied() })
}

pub(super) fn recipients(text: &str, root: &Node) -> Vec<Span> {
    let nodes = root.children.iter().filter(|it| it.level == Level::Recipients);
    let lines = nodes.flat_map(|node| pieces(text, node.own));
    lines.filter(|it| sort(it.of(text)) != Sort::Recipients).collect()
}
