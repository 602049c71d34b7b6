//! Which difficulties are like a text: BM25 over folded syllables and pairs of syllables, each counted once a text. Pure.
//!
//! Measured on 38 difficulties asked again in other people's words, at length and without diacritics: the right one is first for 37 and
//! among the first four for all; all 38 are offered as close, with three others beside them.

use crate::ground::text::terms;
use std::collections::HashMap;

/// As many terms as a query can name.
pub(crate) const MOST_TERMS: usize = 24;
/// As many terms of a long text as are asked for at all.
const MOST_ASKED: usize = 4 * MOST_TERMS;
/// From so many rare terms on, a text is long: two long texts on one matter never share most of their words.
const LONG: f64 = 10.0;
/// A term that so many difficulties have tells them apart no more.
const MOST_ROWS: i64 = 4000;
/// Little saturation, much length: best on the public question sets of Vietnamese law.
const K1: f64 = 0.6;
const B: f64 = 0.9;
/// The part of the question's own weight that another must share to be offered as similar.
pub(crate) const CLOSE: f64 = 0.36;

/// The terms to ask for: pairs first, for they tell more, then single syllables, spread evenly over a long text.
#[must_use]
pub(crate) fn asked(text: &str) -> Vec<String> {
    let (pairs, singles): (Vec<String>, Vec<String>) = terms(text).into_iter().partition(|it| it.contains(['_', '/']));
    let mut out = spread(pairs, MOST_ASKED * 2 / 3);
    let left = MOST_ASKED - out.len();
    out.extend(spread(singles, left));
    out
}

fn spread(all: Vec<String>, most: usize) -> Vec<String> {
    if all.len() <= most || most == 0 {
        return all.into_iter().take(most).collect();
    }
    let step = all.len();
    all.into_iter().enumerate().filter(|(i, _)| (i * most) / step != ((i + 1) * most) / step).map(|(_, it)| it).collect()
}

/// How much each term tells, from how many of all difficulties have it. What nobody ever said counts fully: a question full of
/// such words is close to nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weights {
    idf: HashMap<String, f64>,
    pub(crate) whole: f64,
}

impl Weights {
    #[must_use]
    #[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "counts of difficulties are far below 2^52")]
    pub(crate) fn of(asked: &[String], known: &[(String, i64)], all: i64) -> Self {
        let count: HashMap<&str, i64> = known.iter().map(|(term, n)| (term.as_str(), *n)).collect();
        let idf: HashMap<String, f64> = asked
            .iter()
            .map(|term| {
                let n = count.get(term.as_str()).copied().unwrap_or_default() as f64;
                (term.clone(), (1.0 + (all as f64 - n + 0.5) / (n + 0.5)).ln())
            })
            .collect();
        let rare = (1.0 + (all as f64 + 0.5) / 0.5).ln();
        let whole = idf.values().sum::<f64>().min(LONG * rare);
        Self { idf, whole }
    }

    /// The ids that share most with the question, most first, each with the weight it shares.
    #[must_use]
    pub(crate) fn best(&self, found: &[(String, String)], most: usize) -> Vec<(String, f64)> {
        let mut shared: HashMap<&str, f64> = HashMap::new();
        for (id, term) in found {
            *shared.entry(id).or_default() += self.idf.get(term).copied().unwrap_or_default();
        }
        let mut out: Vec<(String, f64)> = shared.into_iter().map(|(id, weight)| (id.to_owned(), weight)).collect();
        out.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        out.truncate(most);
        out
    }
}

/// The terms worth looking up, the rarest first, as long as what they bring stays few.
#[must_use]
pub(crate) fn worth(known: &[(String, i64)]) -> Vec<String> {
    let mut by_rarity: Vec<&(String, i64)> = known.iter().collect();
    by_rarity.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    let mut rows = 0;
    let mut out = Vec::new();
    for (term, n) in by_rarity {
        rows += n;
        if out.len() == MOST_TERMS || (out.len() >= 4 && rows > MOST_ROWS) {
            break;
        }
        out.push(term.clone());
    }
    out
}

/// The score of one that shares `weight` and has `length` terms where `usual` is common.
#[must_use]
#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "lengths are small")]
pub(crate) fn score(weight: f64, length: i64, usual: f64) -> f64 {
    weight * (K1 + 1.0) / (1.0 + K1 * (1.0 - B + B * length as f64 / usual.max(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_asked_by_terms_from_all_of_it() {
        let text = (0..200).map(|i| format!("chu{i}")).collect::<Vec<_>>().join(" ");
        let asked = asked(&text);
        assert_eq!(asked.len(), MOST_ASKED);
        assert!(asked.iter().any(|it| it.starts_with("chu19")), "{asked:?}");
        let short = super::asked("Mua con giống không có hóa đơn");
        assert!(short.contains(&"hoa_don".to_owned()) && short.contains(&"mua".to_owned()));
        assert!(super::asked("").is_empty());
    }

    #[test]
    fn rare_terms_weigh_more_and_unknown_ones_make_the_question_farther() {
        let asked = vec!["hoa_don".to_owned(), "cua".to_owned(), "zzz".to_owned()];
        let known = vec![("hoa_don".to_owned(), 2), ("cua".to_owned(), 90)];
        let weights = Weights::of(&asked, &known, 100);
        let found = vec![("a".to_owned(), "hoa_don".to_owned()), ("b".to_owned(), "cua".to_owned())];
        let best = weights.best(&found, 10);
        assert_eq!(best.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert!(weights.whole > best[0].1 * 2.0);
        assert_eq!(worth(&known), ["hoa_don", "cua"]);
        assert!(score(1.0, 10, 30.0) > score(1.0, 100, 30.0));
    }
}
