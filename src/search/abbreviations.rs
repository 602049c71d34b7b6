//! The field's abbreviations, spelled out in texts and in questions alike: `UBND xã` is found by `ủy ban nhân dân xã`, and the other way
//! round. The list is `abbreviations.txt`. Pure.

use crate::ground::text::{accent_fold, fold};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Stands for a number in the list.
const NUMBER: &str = "#";

struct Abbreviation {
    short: Vec<String>,
    long: Vec<String>,
}

/// By the first syllable, the longest first.
static LIST: LazyLock<HashMap<String, Vec<Abbreviation>>> = LazyLock::new(|| {
    let mut list: HashMap<String, Vec<Abbreviation>> = HashMap::new();
    for line in include_str!("abbreviations.txt").lines().filter(|line| !line.starts_with("# ")) {
        let Some((short, long)) = line.split_once('=') else { continue };
        let short: Vec<String> = short.split_whitespace().map(fold).collect();
        let long = long.split_whitespace().map(accent_fold).collect();
        if let Some(first) = short.first().cloned() {
            list.entry(first).or_default().push(Abbreviation { short, long });
        }
    }
    for all in list.values_mut() {
        all.sort_by_key(|it| std::cmp::Reverse(it.short.len()));
    }
    list
});

/// The syllables (with diacritics), abbreviations spelled out.
pub(super) fn spelled_out(typed: Vec<String>) -> Vec<String> {
    if !typed.iter().any(|it| is_short(it) && LIST.contains_key(&fold(it))) {
        return typed;
    }
    let folded: Vec<String> = typed.iter().map(|it| fold(it)).collect();
    let mut out = Vec::with_capacity(typed.len() + 4);
    let (mut typed, mut rest) = (typed.as_slice(), folded.as_slice());
    while let (Some(first), Some(one)) = (rest.first(), typed.first()) {
        let found = LIST.get(first).into_iter().flatten().find(|it| begins(rest, &it.short));
        let taken = if let Some(it) = found {
            let number = rest.get(it.short.len() - 1).map_or("", String::as_str);
            out.extend(it.long.iter().map(|word| if word == NUMBER { number } else { word }.to_owned()));
            it.short.len()
        } else {
            out.push(one.clone());
            1
        };
        typed = typed.get(taken..).unwrap_or_default();
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// No abbreviation of the list is longer: most syllables are not even looked up.
fn is_short(it: &str) -> bool {
    it.len() <= 12 && !it.contains('/')
}

fn begins(rest: &[String], short: &[String]) -> bool {
    let same =
        |(is, wanted): (&String, &String)| is == wanted || (wanted == NUMBER && !is.is_empty() && is.bytes().all(|b| b.is_ascii_digit()));
    rest.len() >= short.len() && rest.iter().zip(short).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::text::tokens;

    fn out(text: &str) -> String {
        spelled_out(tokens(&accent_fold(text))).join(" ")
    }

    #[test]
    fn abbreviations_are_spelled_out_with_and_without_diacritics() {
        assert_eq!(out("UBND xã ĐBKK"), "ủy ban nhân dân xã đặc biệt khó khăn");
        assert_eq!(out("ubnd xa dbkk"), "ủy ban nhân dân xa đặc biệt khó khăn");
        assert_eq!(out("vốn CT135, CSHT"), "vốn chương trình 135 cơ sở hạ tầng");
        assert_eq!(out("CT 135"), "chương trình 135");
        assert_eq!(out("NĐ 27 về NTM"), "nghị định 27 về nông thôn mới");
        assert_eq!(out("KT-XH vùng DTTS"), "kinh tế xã hội vùng dân tộc thiểu số");
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        assert_eq!(out("nđ của tôi"), "nđ của tôi");
        assert_eq!(out("đường liên thôn"), "đường liên thôn");
        assert_eq!(out("27/2022/NĐ-CP"), "27/2022/nđ-cp 27 2022 nđ cp");
    }
}
