//! The words of two texts that came and went.
//!
//! What only looks different is the same: blanks, the place of a tone mark, the kind of quotation signs. Marks are for a reader: two lone
//! words between two changes are drawn into them, and texts that have little in common are not mixed.

use crate::ground::text::one_tone_placement;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of text that is on both sides, only before, or only after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// As the old text writes it, and as the new one does.
    Same(&'a str, &'a str),
    Gone(&'a str),
    Come(&'a str),
}

impl Run<'_> {
    #[must_use]
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Same(..))
    }
}

/// Beyond so many words on both sides together, and little in common, nobody reads marks.
const MOST: usize = 12_000;

/// What came and what went. `Same` and `Gone` put together are the old text, `Same` and `Come` the new one.
#[must_use]
pub fn mark<'a>(old: &'a str, new: &'a str) -> Vec<Run<'a>> {
    if old == new {
        return if new.is_empty() { Vec::new() } else { vec![Run::Same(old, new)] };
    }
    let (before, after) = (tokens(old), tokens(new));
    let keys = |tokens: &[Token<'_>]| -> Vec<String> { tokens.iter().map(|it| key(it.text)).collect() };
    let (old_keys, new_keys) = (keys(&before), keys(&after));
    let steps = if before.len() + after.len() > MOST {
        cut(before.len(), after.len())
    } else {
        let ops = capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys);
        let steps = gathered(ops.iter().map(step).collect(), &after);
        let same: usize = steps.iter().filter(|it| it.same).map(|it| it.old).sum();
        // Less than a quarter in common: the one instead of the other.
        if same * 4 < before.len().min(after.len()) { cut(before.len(), after.len()) } else { steps }
    };
    runs(&steps, (old, &before), (new, &after))
}

/// A stretch of both sides, in tokens.
#[derive(Clone, Copy, Debug)]
struct Step {
    same: bool,
    old: usize,
    new: usize,
}

fn step(op: &DiffOp) -> Step {
    Step { same: matches!(op, DiffOp::Equal { .. }), old: op.old_range().len(), new: op.new_range().len() }
}

/// All instead of all.
fn cut(old: usize, new: usize) -> Vec<Step> {
    vec![Step { same: false, old, new }]
}

/// Changes that only a word or two keep apart become one.
fn gathered(steps: Vec<Step>, after: &[Token<'_>]) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let mut ahead = steps.into_iter().peekable();
    let mut at = 0;
    while let Some(step) = ahead.next() {
        let said: usize = after.iter().skip(at).take(step.new).filter(|it| it.is_word()).count();
        at += step.new;
        let apart = match (out.last(), ahead.peek()) {
            (Some(last), Some(next)) => said <= 2 && last.size() + next.size() >= 4 * (said + 1),
            _ => false,
        };
        let lone = step.same && apart;
        match out.last_mut() {
            Some(last) if !last.same && (lone || !step.same) => {
                last.old += step.old;
                last.new += step.new;
            }
            _ => out.push(step),
        }
    }
    out
}

impl Step {
    fn size(&self) -> usize {
        self.old + self.new
    }
}

fn runs<'a>(steps: &[Step], old: (&'a str, &[Token<'a>]), new: (&'a str, &[Token<'a>])) -> Vec<Run<'a>> {
    let (mut from, mut to) = (0, 0);
    let mut out = Vec::new();
    for step in steps {
        let (gone, come) = (slice(old, from, step.old), slice(new, to, step.new));
        if step.same {
            out.push(Run::Same(gone, come));
        } else {
            out.extend((step.old > 0).then_some(Run::Gone(gone)));
            out.extend((step.new > 0).then_some(Run::Come(come)));
        }
        (from, to) = (from + step.old, to + step.new);
    }
    out
}

/// So many tokens from one on, with the blanks up to the next.
fn slice<'a>((text, tokens): (&'a str, &[Token<'a>]), from: usize, many: usize) -> &'a str {
    let start = if from == 0 { 0 } else { tokens.get(from).map_or(text.len(), |it| it.at) };
    let end = tokens.get(from + many).map_or(text.len(), |it| it.at);
    text.get(start..end).unwrap_or_default()
}

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    at: usize,
    text: &'a str,
}

impl Token<'_> {
    fn is_word(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }
}

/// Words, numbers and names of documents whole (`27/2022/NĐ-CP`, `1.500.000`); each other sign by itself; no blanks.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut start = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|it| it.1);
        let joins = matches!(c, '/' | '-' | '.' | ',' | '&') && start.is_some() && next.is_some_and(|it| part_of_word(it) && joined(c, it));
        if part_of_word(c) || joins {
            start = start.or(Some(at));
            continue;
        }
        if let Some(start) = start.take() {
            out.push(Token { at: start, text: text.get(start..at).unwrap_or_default() });
        }
        if !c.is_whitespace() {
            out.push(Token { at, text: text.get(at..at + c.len_utf8()).unwrap_or_default() });
        }
    }
    if let Some(start) = start {
        out.push(Token { at: start, text: text.get(start..).unwrap_or_default() });
    }
    out
}

fn part_of_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// A stop or a comma joins figures only.
fn joined(sign: char, next: char) -> bool {
    !matches!(sign, '.' | ',') || next.is_ascii_digit()
}

/// What a token is held against.
fn key(text: &str) -> String {
    match text {
        "“" | "”" | "„" | "«" | "»" => "\"".to_owned(),
        "–" | "—" | "−" => "-".to_owned(),
        it if it.is_ascii() => it.to_owned(),
        it => one_tone_placement(it),
    }
}
