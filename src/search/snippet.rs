//! A piece of a passage around what was asked, with the words marked. Pure.

use crate::ground::text::{accent_fold, fold};

/// Words of a snippet.
const LONG: usize = 44;

/// A run of words, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) marked: bool,
    pub(super) text: String,
}

/// Is a word of the text one of the question's? Those with `true` are compared without diacritics.
fn is_asked(word: &str, telling: &[(String, bool)]) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let (with, without) = (accent_fold(bare), fold(bare));
    !bare.is_empty() && telling.iter().any(|(term, folded)| if *folded { *term == without } else { *term == with })
}

/// The part of the text that has most of the question, at most [`LONG`] words.
pub(super) fn snippet(text: &str, telling: &[(String, bool)]) -> Vec<Piece> {
    let words: Vec<(&str, bool)> = text.split_whitespace().map(|word| (word, is_asked(word, telling))).collect();
    let from = if words.len() <= LONG { 0 } else { best(&words) };
    let shown: Vec<(&str, bool)> = words.iter().copied().skip(from).take(LONG).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |marked: bool, text: &str| match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.marked == marked => last.text.push_str(text),
        _ => pieces.push(Piece { marked, text: text.to_owned() }),
    };
    if from > 0 {
        push(false, "… ");
    }
    let mut before = false;
    for (at, (word, marked)) in shown.iter().enumerate() {
        let (head, rest) = word.split_at(word.find(char::is_alphanumeric).unwrap_or_default());
        let (core, tail) = rest.split_at(
            rest.rfind(char::is_alphanumeric).map_or(0, |at| at + rest.chars().rfind(|c| c.is_alphanumeric()).map_or(0, char::len_utf8)),
        );
        if at > 0 {
            push(before && *marked && head.is_empty(), " ");
        }
        push(false, head);
        push(*marked, core);
        push(false, tail);
        before = *marked && tail.is_empty();
    }
    if from + shown.len() < words.len() {
        push(false, " …");
    }
    pieces
}

/// Where the best part begins: a little before its first word that was asked for, at the beginning of a sentence if one is near.
fn best(words: &[(&str, bool)]) -> usize {
    let last = words.len().saturating_sub(LONG);
    let count = |from: usize| words.iter().skip(from).take(LONG).filter(|it| it.1).count();
    let from = (0..=last).max_by_key(|from| (count(*from), std::cmp::Reverse(*from))).unwrap_or_default();
    let first = from + words.iter().skip(from).take(LONG).position(|it| it.1).unwrap_or_default();
    let ends = |at: usize| words.get(at).is_some_and(|it| it.0.ends_with(['.', ';', ':', '?']));
    let sentence = (first.saturating_sub(10)..=first).rev().find(|at| at.checked_sub(1).is_none_or(ends));
    sentence.unwrap_or(first.saturating_sub(4)).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(text: &str, asked: &[(&str, bool)]) -> String {
        let asked: Vec<(String, bool)> = asked.iter().map(|it| (it.0.to_owned(), it.1)).collect();
        snippet(text, &asked).into_iter().map(|it| if it.marked { format!("[{}]", it.text) } else { it.text }).collect()
    }

    #[test]
    fn asked_words_are_marked_with_or_without_diacritics() {
        assert_eq!(out("Mua con giống, hoá đơn đỏ.", &[("giong", true), ("hóa", false), ("đơn", false)]), "Mua con [giống], [hoá đơn] đỏ.");
        assert_eq!(out("Mua con giông", &[("giống", false)]), "Mua con giông");
        assert_eq!(out("“Mua” – con.", &[("mua", true), ("con", true)]), "“[Mua]” – [con].");
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_asked() {
        let text = format!("{} Lập giấy biên nhận mua bán. {}", "lời ".repeat(80), "khác ".repeat(80));
        let got = out(&text, &[("biên", false), ("nhận", false)]);
        assert!(got.starts_with("… ") && got.ends_with(" …") && got.contains("Lập giấy [biên nhận]"), "{got}");
        assert!(got.split_whitespace().count() <= LONG + 2);
    }
}
