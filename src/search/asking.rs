//! What a person typed, as the index is asked: numbers of documents and articles, which stand on top, and what may have been mistyped. Pure.

use super::syllables::{Syllables, joined};
use crate::ground::text::{accent_fold, fold, tokens};
use crate::policy::{Document, Kind, Wanted, fold_number};

/// Marks of a document: its number, year, letters and kind.
pub(super) fn number_marks(document: &Document) -> Vec<String> {
    let number = fold_number(&document.number);
    let (first, rest) = number.split_once('/').unwrap_or((&number, ""));
    let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('/');
    let mut marks = vec![format!("no:{first}"), format!("doc:{}", document.kind.name())];
    marks.extend(document.year().map(|year| format!("year:{year}")));
    if !letters.is_empty() {
        marks.push(format!("letters:{letters}"));
    }
    marks
}

/// An article of a document; `whole` is the document itself.
pub(super) fn article_mark(article: &str) -> String {
    if article.is_empty() { "art:whole".to_owned() } else { format!("art:{}", article.to_lowercase()) }
}

/// What a typed number asks for, the nearest first: each a list of groups of marks, of which one each is needed.
pub(super) fn pinned(wanted: &Wanted) -> Vec<Vec<Vec<String>>> {
    let told = wanted.kind.is_some() || wanted.year.is_some() || !wanted.letters.is_empty() || !wanted.article.is_empty();
    if wanted.number.is_empty() || !told || wanted.loose {
        return Vec::new();
    }
    let mut document = vec![vec![format!("no:{}", wanted.number)]];
    document.extend(wanted.year.map(|year| vec![format!("year:{year}")]));
    document.extend(wanted.kind.map(|kind| {
        let mut kinds = vec![kind, Kind::Other];
        if kind == Kind::Circular {
            kinds.push(Kind::JointCircular);
        }
        kinds.into_iter().map(|kind| format!("doc:{}", kind.name())).collect()
    }));
    let with = |article: &str| document.iter().cloned().chain([vec![article_mark(article)]]).collect();
    if wanted.article.is_empty() { vec![with("")] } else { vec![with(&wanted.article), with("")] }
}

/// Letters that a mistyped one may have been meant for.
const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz";
const ACCENTED: &str = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";

/// A mistyped word of the question, and what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mended {
    /// The whole question, mended.
    pub(super) text: String,
    /// Terms that must be found for it to be worth offering, and whether without diacritics.
    pub(super) terms: Vec<(String, bool)>,
}

/// The question with mistyped syllables mended: what no text has, and (when `doubtful`) what no text has beside its neighbours.
pub(super) fn mended(text: &str, doubtful: bool, having: &impl Fn(&str, bool) -> u64) -> Option<Mended> {
    let folded = !Syllables::of(text).has_marks;
    let words: Vec<&str> = text.split_whitespace().collect();
    let syllable = |word: &str| -> Option<String> {
        let all = tokens(&accent_fold(word));
        let [one] = all.as_slice() else { return None };
        Some(if folded { fold(one) } else { one.clone() })
    };
    let syllables: Vec<Option<String>> = words.iter().map(|word| syllable(word)).collect();
    let mut out: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut terms = Vec::new();
    for (at, one) in syllables.iter().enumerate() {
        let Some(one) = one else { continue };
        let before = at.checked_sub(1).and_then(|at| syllables.get(at)).and_then(Option::as_deref);
        let after = syllables.get(at + 1).and_then(Option::as_deref);
        let beside = |it: &str| {
            let pairs = before.map(|before| joined(before, it)).into_iter().chain(after.map(|after| joined(it, after)));
            pairs.map(|pair| having(&pair, folded)).sum::<u64>()
        };
        let unknown = having(one, folded) == 0 && having(&fold(one), true) == 0;
        if one.chars().count() < 2 || one.chars().any(|c| c.is_ascii_digit()) || !(unknown || (doubtful && beside(one) == 0)) {
            continue;
        }
        // What stands beside its neighbours somewhere before what only is a word; then the more common one.
        let best = near(one, if folded { PLAIN } else { ACCENTED })
            .filter(|it| having(it, folded) > 0)
            .map(|it| (beside(&it), having(&it, folded), it))
            .filter(|it| it.0 > 0 || (unknown && one.chars().count() > 3))
            .max();
        if let Some(((_, _, best), word)) = best.zip(out.get_mut(at)) {
            word.clone_from(&best);
            terms.push((best, folded));
        }
    }
    (!terms.is_empty()).then(|| Mended { text: out.join(" "), terms })
}

/// Every text one letter away: one too many, one too few, another one, two changed over.
fn near(one: &str, letters: &'static str) -> impl Iterator<Item = String> {
    let word: Vec<char> = one.chars().collect();
    let long = word.len();
    let put = |head: &[char], middle: &[char], tail: &[char]| head.iter().chain(middle).chain(tail).collect::<String>();
    let mut all = Vec::new();
    for at in 0..=long {
        let (head, tail) = word.split_at(at);
        if let Some((first, rest)) = tail.split_first() {
            all.push(put(head, &[], rest));
            all.extend(letters.chars().filter(|c| c != first).map(|c| put(head, &[c], rest)));
            if let Some((second, rest)) = rest.split_first().filter(|(second, _)| *second != first) {
                all.push(put(head, &[*second, *first], rest));
            }
        }
        all.extend(letters.chars().map(|c| put(head, &[c], tail)));
    }
    all.into_iter().filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn having(term: &str, folded: bool) -> u64 {
        let accented = ["mua", "con", "giống", "hóa", "đơn", "mua_con", "con_giống", "hóa_đơn", "gióng"];
        let plain = ["mua", "con", "giong", "hoa", "don", "mua_con", "con_giong", "hoa_don"];
        let known = if folded { plain.contains(&term) } else { accented.contains(&term) };
        u64::from(known) * if term == "gióng" { 9 } else { 3 }
    }

    fn out(text: &str, doubtful: bool) -> Option<String> {
        mended(text, doubtful, &having).map(|it| it.text)
    }

    #[test]
    fn one_letter_is_mended_by_its_neighbours() {
        assert_eq!(out("mua con giốngg", false).as_deref(), Some("mua con giống"));
        assert_eq!(out("mua con giogn hoa don", false).as_deref(), Some("mua con giong hoa don"));
        assert_eq!(out("Mua con giống hóa đơnn", false).as_deref(), Some("Mua con giống hóa đơn"));
        assert_eq!(out("mua con giống", false), None);
        assert_eq!(out("mua con giong 27/2022", false), None);
        assert_eq!(out("mua con hoa", false), None);
        assert_eq!(out("con gióng", true).as_deref(), Some("con giống"));
    }

    #[test]
    fn a_number_with_its_kind_stands_on_top() {
        let groups = |text: &str| pinned(&Wanted::read(text));
        assert_eq!(
            groups("điều 14 nđ 27")[0],
            [vec!["no:27".to_owned()], vec!["doc:decree".into(), "doc:other".into()], vec!["art:14".into()]]
        );
        assert_eq!(groups("27/2022")[0][1], ["year:2022"]);
        assert_eq!(groups("thông tư 2")[0][1], ["doc:circular", "doc:other", "doc:joint_circular"]);
        assert_eq!(groups("nđ 27").len(), 1);
        assert!(groups("mua con giống").is_empty() && groups("chương trình 135").is_empty() && groups("điều 14").is_empty());
    }
}
