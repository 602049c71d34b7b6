//! What a line opens with: `Chương II`, `Điều 7a.`, `1.`, `đ)`. Reads letters as people mean them, whatever bytes they came in.

use super::is_blank;
use super::tree::Level;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters that number points, in order. Laws use those without ă â ê ô ơ ư f j w z; some use them all.
pub(super) const POINTS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The opening of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) level: Level,
    /// `7a`, `đ`, `II`; words of order as figures.
    pub(super) number: String,
    /// Where what follows begins, in bytes of the line.
    pub(super) end: usize,
    /// Written as the rules ask. One that is not must stand in its order to be believed.
    pub(super) firm: bool,
}

/// Lower case, composed, `đ` for its look-alikes.
pub(super) fn lower(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).map(|c| if matches!(c, 'ð' | 'ɖ') { 'đ' } else { c }).collect()
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Walks along a line.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) line: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.line.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    pub(super) fn blanks(&mut self) -> &'a str {
        self.take(is_blank)
    }

    pub(super) fn word(&mut self) -> &'a str {
        self.take(is_letter)
    }

    pub(super) fn digits(&mut self) -> &'a str {
        self.take(|c| c.is_ascii_digit())
    }

    /// Past this sign, if it stands here.
    pub(super) fn sign(&mut self, signs: &[char]) -> bool {
        let Some(c) = self.peek().filter(|c| signs.contains(c)) else { return false };
        self.at += c.len_utf8();
        true
    }
}

/// What the line opens with, or `None` for ordinary text. `line` may begin with blanks.
pub(super) fn label(line: &str) -> Option<Label> {
    let mut cursor = Cursor { line, at: 0 };
    cursor.blanks();
    match cursor.peek()? {
        '0'..='9' => clause(cursor),
        c if is_letter(c) => worded(cursor).or_else(|| point(cursor)),
        _ => None,
    }
}

/// `Điều 7.`, `CHƯƠNG II`, `Tiểu mục 1`, `PHẦN THỨ NHẤT`.
fn worded(mut cursor: Cursor<'_>) -> Option<Label> {
    let first = cursor.word();
    // Longer words are never a label; this spares the lowering of most lines.
    if first.len() > 20 || !first.chars().next()?.is_uppercase() {
        return None;
    }
    if cursor.blanks().is_empty() {
        return None;
    }
    match lower(first).as_str() {
        "điều" => article(cursor),
        "khoản" => {
            let mut label = numbered(&mut cursor)?;
            label.level = Level::Clause;
            let closed = cursor.sign(&['.', ':']) && !cursor.peek().is_some_and(|c| c.is_ascii_digit());
            closed.then_some(Label { end: cursor.at, ..label })
        }
        "chương" => container(cursor, Level::Chapter),
        "phần" => container(cursor, Level::Part),
        "mục" => container(cursor, Level::Section),
        "tiểu" => {
            let second = lower(cursor.word());
            cursor.blanks();
            (second == "mục").then(|| container(cursor, Level::Subsection)).flatten()
        }
        _ => None,
    }
}

/// `7`, `7a`, `48đ`: a number and at most one letter that belongs to no word.
fn numbered(cursor: &mut Cursor<'_>) -> Option<Label> {
    let digits = cursor.digits();
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let letters = cursor.word();
    let letter = lower(letters);
    if letter.chars().count() > 1 || (!letter.is_empty() && !POINTS.contains(&letter)) {
        return None;
    }
    let number = format!("{}{letter}", digits.trim_start_matches('0'));
    Some(Label { level: Level::Article, number, end: cursor.at, firm: true })
}

fn article(mut cursor: Cursor<'_>) -> Option<Label> {
    let label = numbered(&mut cursor)?;
    let spaced = !cursor.blanks().is_empty();
    if cursor.sign(&['.', ':', '/', ')']) {
        let number = cursor.peek().is_some_and(|c| c.is_ascii_digit());
        return (!number).then_some(Label { end: cursor.at, ..label });
    }
    if cursor.sign(&['-', '–', '—']) {
        cursor.blanks();
        let named = cursor.peek().is_some_and(char::is_uppercase);
        return named.then_some(Label { end: cursor.at, firm: false, ..label });
    }
    let rest = cursor.rest();
    if rest.trim_matches(is_blank).is_empty() {
        return Some(label);
    }
    // `Điều 1 Phạm vi`: believed when it stands in order, unless it goes on as a citation does.
    let named = spaced && rest.chars().next().is_some_and(char::is_uppercase) && !cites(rest);
    named.then_some(Label { end: cursor.at, firm: false, ..label })
}

/// `Luật này`, `Nghị định số …`: a citation that happens to begin a line.
fn cites(rest: &str) -> bool {
    let rest: String = rest.chars().take(40).collect();
    let rest = lower(&rest);
    let kinds = [
        "luật",
        "bộ luật",
        "nghị định",
        "nghị quyết",
        "thông tư",
        "quyết định",
        "pháp lệnh",
        "hiến pháp",
        "quy chế",
        "quy định",
        "điều lệ",
    ];
    kinds.iter().filter_map(|kind| rest.strip_prefix(kind)).any(|after| {
        let after = after.trim_start();
        after.starts_with("này") || after.starts_with("số") || after.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// A part, chapter or section: its number, then a title that is set apart from a sentence.
fn container(mut cursor: Cursor<'_>, level: Level) -> Option<Label> {
    let number = order_number(&mut cursor)?;
    let end = cursor.at;
    let spaced = !cursor.blanks().is_empty();
    if cursor.sign(&['.', ':', '-', '–', '—', ')']) {
        let number_goes_on = cursor.peek().is_some_and(|c| c.is_ascii_digit());
        return (!number_goes_on).then_some(Label { level, number, end: cursor.at, firm: true });
    }
    let rest = cursor.rest().trim_matches(is_blank);
    if rest.is_empty() {
        return Some(Label { level, number, end, firm: true });
    }
    if !spaced {
        return None;
    }
    let title = is_capitals(rest) || (rest.chars().next()?.is_uppercase() && rest.len() < 200 && !is_sentence(rest) && !cites(rest));
    title.then_some(Label { level, number, end: cursor.at, firm: is_capitals(rest) })
}

fn is_sentence(rest: &str) -> bool {
    rest.ends_with(['.', ';', ':', ',']) || lower(rest).split(' ').any(|word| matches!(word, "này" | "được" | "điều"))
}

/// Are its letters capitals? Words of a few small letters do not change that.
pub(super) fn is_capitals(text: &str) -> bool {
    let (mut upper, mut small) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            small += 1;
        } else {
            upper += 1;
        }
    }
    upper >= 2 && small * 8 <= upper
}

/// `II`, `4`, `thứ nhất`, `MƯỜI HAI`.
pub(super) fn order_number(cursor: &mut Cursor<'_>) -> Option<String> {
    if let Some(label) = cursor.peek().filter(char::is_ascii_digit).and_then(|_| numbered(cursor)) {
        return Some(label.number);
    }
    let before = *cursor;
    let word = cursor.word();
    if let Some(value) = roman(word) {
        // `V` with a letter after it: `Chương Va`. A word such as `vi` is no number unless it is in capitals.
        if word.chars().all(char::is_uppercase) && value > 0 {
            return Some(word.to_owned());
        }
    }
    if let Some((head, tail)) = split_suffix(word).filter(|(head, _)| roman(head).is_some()) {
        return Some(format!("{head}{}", lower(tail)));
    }
    let mut first = lower(word);
    if first == "thứ" {
        cursor.blanks();
        first = lower(cursor.word());
    }
    let mut value = ordinal(&first)?;
    let mut ahead = *cursor;
    ahead.blanks();
    if first == "mười"
        && let Some(more) = ordinal(&lower(ahead.word())).filter(|&it| it < 10)
    {
        value += more;
        *cursor = ahead;
    }
    let whole = cursor.at > before.at;
    whole.then(|| value.to_string())
}

fn split_suffix(word: &str) -> Option<(&str, &str)> {
    let (at, last) = word.char_indices().next_back()?;
    (last.is_lowercase() && at > 0).then(|| word.split_at(at))
}

/// The value of a Roman number in either case.
pub(super) fn roman(text: &str) -> Option<u32> {
    let value = |c: char| match c.to_ascii_uppercase() {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    let (mut total, mut before) = (0_u32, 0_u32);
    for c in text.chars().rev() {
        let here = value(c)?;
        if here < before {
            total = total.checked_sub(here)?;
        } else {
            total += here;
            before = here;
        }
    }
    Some(total)
}

fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "nhất" | "một" => 1,
        "hai" | "nhì" => 2,
        "ba" => 3,
        "tư" | "bốn" => 4,
        "năm" | "lăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => 10,
        _ => return None,
    })
}

/// The value of a chapter's or an annex's number, however it is written.
pub(super) fn value(number: &str) -> Option<u32> {
    number.parse().ok().or_else(|| roman(number))
}

/// `1.`, `1.Text`, `2a.`, `1 .`, and of old `1-`, `1/`. Not `1.5`, `1.1.`, `01/2017`.
fn clause(mut cursor: Cursor<'_>) -> Option<Label> {
    let digits = cursor.digits().len();
    cursor.at -= digits;
    let label = numbered(&mut cursor)?;
    if digits > 3 {
        return None;
    }
    cursor.blanks();
    let dot = cursor.sign(&['.']);
    if !dot && !cursor.sign(&['-', '/']) {
        return None;
    }
    let next = cursor.peek();
    let sound =
        if dot { next.is_none_or(|c| !c.is_ascii_digit() && c != '.') } else { next.is_some_and(|c| is_blank(c) || c.is_uppercase()) };
    sound.then_some(Label { level: Level::Clause, end: cursor.at, firm: dot, ..label })
}

/// `a)`, `đ)`, `a1)`; `a.`, `a/` in their order.
fn point(mut cursor: Cursor<'_>) -> Option<Label> {
    let word = cursor.word();
    if word.len() > 6 {
        return None;
    }
    let letter = lower(word);
    if letter.chars().count() != 1 || !POINTS.contains(&letter) {
        return None;
    }
    let small = !word.chars().any(char::is_uppercase);
    let digits = cursor.digits();
    if digits.len() > 2 {
        return None;
    }
    let number = format!("{letter}{digits}");
    cursor.blanks();
    if cursor.sign(&[')']) {
        return Some(Label { level: Level::Point, number, end: cursor.at, firm: small });
    }
    let soft = small && digits.is_empty() && cursor.sign(&['.', '/']);
    let sound = soft && cursor.peek().is_some_and(|c| is_blank(c) || is_letter(c));
    sound.then_some(Label { level: Level::Point, number, end: cursor.at, firm: false })
}
