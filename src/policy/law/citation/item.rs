//! The parts of a reference in the order they are written: "điểm a" · "khoản 1, 2" · "Điều 7" · a document, and what stands between them.

use super::Named;
use super::naming::{self, Memory};
use super::token::{Key, Token};
use crate::policy::law::Span;
use crate::policy::law::label::{POINTS, lower, roman, value};

/// How deep a part of a reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    Document,
    /// Phụ lục and Chương: beside the articles.
    Annex,
    Chapter,
    Section,
    Article,
    Clause,
    Point,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Is(String),
    /// "Điều này"
    This,
    Document(Named),
}

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing, "của", "tại".
    Close,
    Comma,
    /// "và", "hoặc", a semicolon.
    And,
    To,
}

#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) depth: Depth,
    pub(super) values: Vec<Value>,
    pub(super) span: Span,
    /// To the item before.
    pub(super) joint: Joint,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// The reference that begins at this token, and the token after it.
pub(super) fn reference(text: &str, tokens: &[Token], at: usize, memory: &mut Memory) -> Option<(Vec<Item>, usize)> {
    let reader = Reader { text, tokens };
    let (first, mut next) = reader.item(at, memory, Joint::Close)?;
    let mut items = vec![first];
    while let Some((joint, from)) = reader.joint(next) {
        let Some((item, after)) = reader.item(from, memory, joint) else { break };
        next = after;
        if joint == Joint::To {
            match items.last_mut().filter(|it| it.depth == item.depth) {
                Some(before) => {
                    before.span.end = item.span.end;
                    range(&mut before.values, &item.values);
                }
                None => break,
            }
        } else {
            items.push(item);
        }
    }
    // A section alone cites nothing: "mục 3" of a form, of a list.
    if items.iter().all(|it| it.depth == Depth::Section) {
        return None;
    }
    let bare = |it: &Item| it.depth == Depth::Annex && it.values == [Value::Is(String::new())];
    if items.iter().all(bare) {
        return None;
    }
    if items.last().is_some_and(|it| it.depth != Depth::Document)
        && let Some((item, after)) = reader.issued_with(next, memory)
    {
        items.push(item);
        next = after;
    }
    Some((items, next))
}

impl Reader<'_> {
    fn key(&self, at: usize) -> Option<Key> {
        self.tokens.get(at).map(|it| it.key)
    }

    fn said(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.span.of(self.text))
    }

    fn span(&self, from: usize, past: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |it| it.span.start);
        Span::new(start, self.tokens.get(past.saturating_sub(1)).map_or(start, |it| it.span.end))
    }

    /// "… Quy chế làm việc ban hành kèm theo Quyết định số 12/2020/QĐ-UBND": the document that a programme or regulation came with.
    fn issued_with(&self, at: usize, memory: &mut Memory) -> Option<(Item, usize)> {
        let at = if self.key(at) == Some(Key::Cua) { at + 1 } else { at };
        let named = matches!(lower(self.said(at)).as_str(), "quy" | "chương" | "đề" | "kế" | "danh" | "nội" | "hướng" | "chiến");
        if !named || !self.tokens.get(at)?.capital {
            return None;
        }
        for place in at..at + 40 {
            if matches!(self.key(place)?, Key::Sign('.' | ';' | '(') | Key::Khoan | Key::Dieu) {
                return None;
            }
            let said = |ahead: usize| lower(self.said(place + ahead));
            if said(0) == "kèm" && said(1) == "theo" {
                let (named, next) = naming::read(self.text, self.tokens, place + 2, memory)?;
                let values = vec![Value::Document(named)];
                return Some((Item { depth: Depth::Document, values, span: self.span(place + 2, next), joint: Joint::Close }, next));
            }
        }
        None
    }

    /// What joins the next part, and where that begins.
    fn joint(&self, at: usize) -> Option<(Joint, usize)> {
        let (mut joint, mut next) = match self.key(at)? {
            Key::Cua | Key::Tai => (Joint::Close, at + 1),
            Key::Sign(',') => (Joint::Comma, at + 1),
            Key::Sign(';') | Key::Va | Key::Hoac => (Joint::And, at + 1),
            Key::Den | Key::Sign('-' | '–') => (Joint::To, at + 1),
            _ if self.tokens.get(at).is_some_and(|it| it.fresh) => return None,
            _ => (Joint::Close, at),
        };
        if matches!(joint, Joint::Comma | Joint::And) && matches!(self.key(next), Some(Key::Va | Key::Hoac)) {
            (joint, next) = (Joint::And, next + 1);
        }
        while matches!(self.key(next), Some(Key::Cac | Key::Tu | Key::Tai)) {
            next += 1;
        }
        Some((joint, next))
    }

    fn item(&self, at: usize, memory: &mut Memory, joint: Joint) -> Option<(Item, usize)> {
        let depth = match self.key(at)? {
            Key::Diem => Depth::Point,
            Key::Khoan => Depth::Clause,
            Key::Dieu => Depth::Article,
            Key::Chuong => Depth::Chapter,
            Key::Muc => Depth::Section,
            Key::Phu if self.key(at + 1) == Some(Key::Luc) => Depth::Annex,
            _ => {
                let (named, next) = naming::read(self.text, self.tokens, at, memory)?;
                let values = vec![Value::Document(named)];
                return Some((Item { depth: Depth::Document, values, span: self.span(at, next), joint }, next));
            }
        };
        let from = at + if depth == Depth::Annex { 2 } else { 1 };
        if self.key(from) == Some(Key::Nay) && depth != Depth::Annex {
            return Some((Item { depth, values: vec![Value::This], span: self.span(at, from + 1), joint }, from + 1));
        }
        let (values, next) = self.values(from, depth)?;
        Some((Item { depth, values, span: self.span(at, next), joint }, next))
    }

    /// "1, 2 và 4", "a, b, đ", "2-3", "IV".
    fn values(&self, from: usize, depth: Depth) -> Option<(Vec<Value>, usize)> {
        let Some(first) = self.value(from, depth) else {
            // "Phụ lục kèm theo Nghị định này"
            let alone = depth == Depth::Annex && self.tokens.get(from.checked_sub(2)?).is_some_and(|it| it.capital);
            return alone.then(|| (vec![Value::Is(String::new())], from));
        };
        let mut values = vec![Value::Is(first)];
        let mut next = from + 1;
        loop {
            let (to, mut at) = match self.key(next) {
                Some(Key::Sign(',') | Key::Va | Key::Hoac) => (false, next + 1),
                Some(Key::Den | Key::Sign('-' | '–')) => (true, next + 1),
                _ => break,
            };
            if self.key(next) == Some(Key::Sign(',')) && matches!(self.key(at), Some(Key::Va | Key::Hoac)) {
                at += 1;
            }
            let Some(more) = self.value(at, depth).filter(|it| !it.starts_with('0')) else { break };
            if to {
                range(&mut values, &[Value::Is(more)]);
            } else {
                values.push(Value::Is(more));
            }
            next = at + 1;
        }
        Some((values, next))
    }

    fn value(&self, at: usize, depth: Depth) -> Option<String> {
        let said = self.said(at);
        match (depth, self.key(at)?) {
            (Depth::Point, key) => {
                let letter = lower(said);
                let sound = letter.chars().count() == 1 && POINTS.contains(&letter) && !matches!(key, Key::Digits | Key::Sign(_));
                // `a1`: a point put in later.
                let digits = self
                    .tokens
                    .get(at + 1)
                    .filter(|it| it.key == Key::Digits && self.tokens.get(at).is_some_and(|a| a.span.end == it.span.start));
                (sound && digits.is_none()).then_some(letter)
            }
            (Depth::Chapter | Depth::Section | Depth::Annex, key) => {
                let number = key == Key::Digits || (roman(said).is_some() && said.chars().all(char::is_uppercase));
                number.then(|| said.trim_start_matches('0').to_owned())
            }
            (_, Key::Digits) => {
                let number = lower(said);
                (number.len() <= 6 && !number.starts_with("00") && !self.counts(at))
                    .then(|| number.trim_start_matches('0').to_owned())
                    .filter(|it| !it.is_empty())
            }
            _ => None,
        }
    }

    /// Figures that count something: `5 triệu`, `2.000`, `27/2022`, `50%`.
    fn counts(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        let close = next.filter(|it| self.tokens.get(at).is_some_and(|figures| figures.span.end == it.span.start));
        let number_goes_on = close.is_some_and(|it| matches!(it.key, Key::Sign('.' | ',' | '/'))) && {
            let after = self.tokens.get(at + 2);
            after.is_some_and(|after| after.key == Key::Digits && close.is_some_and(|sign| sign.span.end == after.span.start))
                || matches!(close.map(|it| it.key), Some(Key::Sign('/')))
        };
        let thing = next.is_some_and(|it| {
            matches!(
                lower(it.span.of(self.text)).as_str(),
                "năm"
                    | "tháng"
                    | "ngày"
                    | "người"
                    | "hộ"
                    | "tỷ"
                    | "tỉ"
                    | "triệu"
                    | "nghìn"
                    | "đồng"
                    | "%"
                    | "xã"
                    | "thôn"
                    | "bản"
                    | "bộ"
                    | "lần"
                    | "loại"
            )
        });
        number_goes_on || thing
    }
}

/// Goes on from the last value up to the first of the others.
fn range(values: &mut Vec<Value>, to: &[Value]) {
    let Some((Value::Is(last), rest)) = to.split_first() else { return };
    let Some(Value::Is(first)) = values.last().cloned() else { return };
    let between: Vec<String> = match (value(&first), value(last)) {
        (Some(from), Some(end)) if first.parse::<u32>().is_ok() => ((from + 1)..end.min(from + 200)).map(|it| it.to_string()).collect(),
        (Some(_), Some(_)) => Vec::new(),
        _ => {
            const PLAIN: &str = "abcdđeghiklmnopqrstuvxy";
            let all: Vec<String> = PLAIN.chars().map(String::from).collect();
            all.iter().skip_while(|it| **it != first).skip(1).take_while(|it| *it != last).cloned().collect()
        }
    };
    // Letters that never reach the end are no range.
    let sound = between.len() < 22;
    if sound || first.parse::<u32>().is_ok() {
        values.extend(between.into_iter().map(Value::Is));
    }
    values.push(Value::Is(last.clone()));
    values.extend(rest.iter().cloned());
}
