//! How alike two articles are: by the pairs of neighbouring syllables that both have, each weighing more the rarer it is.
//!
//! Whole numbers in thousandths, so that every machine decides alike. The work follows the pairs that are shared, not articles × articles.

use super::{Article, Side};
use crate::ground::text::{accent_fold, tokens};
use std::collections::HashMap;

/// An article as the pairs of syllables it has, each with how often.
type Bag = Vec<(usize, u64)>;

/// All articles of both sides, and what each two of them share.
pub(super) struct Profiles {
    old: Vec<u64>,
    new: Vec<u64>,
    shared: Vec<u64>,
    /// How many pairs each has.
    pairs: [Vec<u64>; 2],
    /// Additions made: what the comparing costs.
    pub(super) work: usize,
}

impl Profiles {
    pub(super) fn of(old: &[Article], new: &[Article]) -> Self {
        let mut names = Names::default();
        let bags = |articles: &[Article], names: &mut Names| -> Vec<Bag> { articles.iter().map(|it| names.bag(&text_of(it))).collect() };
        let (olds, news) = (bags(old, &mut names), bags(new, &mut names));
        let mut places: Vec<[Bag; 2]> = vec![[Bag::new(), Bag::new()]; names.known.len()];
        for (side, bags) in [&olds, &news].into_iter().enumerate() {
            for (article, bag) in bags.iter().enumerate() {
                for (pair, count) in bag {
                    if let Some(list) = places.get_mut(*pair).and_then(|it| it.get_mut(side)) {
                        list.push((article, *count));
                    }
                }
            }
        }
        let all = olds.len() + news.len();
        let weights: Vec<u64> = places.iter().map(|[a, b]| weight(all, a.len() + b.len())).collect();
        let weigh = |bag: &Bag| bag.iter().map(|(pair, count)| count * weights.get(*pair).copied().unwrap_or_default()).sum();
        let mut it = Self {
            old: olds.iter().map(weigh).collect(),
            new: news.iter().map(weigh).collect(),
            shared: vec![0; olds.len() * news.len()],
            pairs: [&olds, &news].map(|bags| bags.iter().map(size).collect()),
            work: 0,
        };
        for ([of_old, of_new], weight) in places.iter().zip(&weights) {
            for (from, count) in of_old {
                for (to, other) in of_new {
                    it.work += 1;
                    if let Some(cell) = it.shared.get_mut(from * news.len() + to) {
                        *cell += weight * count.min(other);
                    }
                }
            }
        }
        it
    }

    fn shared(&self, from: usize, to: usize) -> u64 {
        self.shared.get(from * self.new.len() + to).copied().unwrap_or_default()
    }

    /// 1000 for the same text.
    pub(super) fn alike(&self, from: usize, to: usize) -> u64 {
        let both = self.old.get(from).copied().unwrap_or_default() + self.new.get(to).copied().unwrap_or_default();
        (2000 * self.shared(from, to)).checked_div(both).unwrap_or_default()
    }

    /// How much of the old one is in the new one.
    pub(super) fn old_within(&self, from: usize, to: usize) -> u64 {
        (1000 * self.shared(from, to)).checked_div(self.old.get(from).copied().unwrap_or_default()).unwrap_or_default()
    }

    /// How much of the new one is in the old one.
    pub(super) fn new_within(&self, from: usize, to: usize) -> u64 {
        (1000 * self.shared(from, to)).checked_div(self.new.get(to).copied().unwrap_or_default()).unwrap_or_default()
    }

    /// Is there so much text that being within another says something?
    pub(super) fn speaks(&self, side: Side, at: usize) -> bool {
        let [old, new] = &self.pairs;
        let pairs = if side == Side::Old { old } else { new };
        pairs.get(at).is_some_and(|pairs| *pairs >= 12)
    }
}

/// A pair that all articles have weighs 1; one that is in two of two hundred, 7.
fn weight(all: usize, having: usize) -> u64 {
    u64::from((all / having.max(1) + 1).ilog2()).max(1)
}

fn text_of(article: &Article) -> String {
    format!("{}\n{}", article.title, article.text())
}

/// Syllables and pairs of them, by number.
#[derive(Default)]
struct Names {
    syllables: HashMap<String, usize>,
    known: HashMap<(usize, usize), usize>,
}

impl Names {
    fn bag(&mut self, text: &str) -> Bag {
        let mut counts: HashMap<usize, u64> = HashMap::new();
        for line in text.lines() {
            let mut before = 0;
            for syllable in tokens(&accent_fold(line)) {
                let next = self.syllables.len() + 1;
                let this = *self.syllables.entry(syllable).or_insert(next);
                let next = self.known.len();
                let pair = *self.known.entry((before, this)).or_insert(next);
                *counts.entry(pair).or_default() += 1;
                before = this;
            }
        }
        let mut bag: Bag = counts.into_iter().collect();
        bag.sort_unstable();
        bag
    }
}

/// Some texts as bags that can be held against each other.
pub(super) struct Bags {
    bags: Vec<Bag>,
}

impl Bags {
    /// Of both sides, one after the other.
    pub(super) fn of<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> Self {
        let mut names = Names::default();
        Self { bags: texts.map(|text| names.bag(text.as_ref())).collect() }
    }

    /// 1000 for the same text.
    pub(super) fn alike(&self, one: usize, other: usize) -> u64 {
        let (Some(one), Some(other)) = (self.bags.get(one), self.bags.get(other)) else { return 0 };
        let both = size(one) + size(other);
        (2000 * common(one, other)).checked_div(both).unwrap_or_default()
    }

    /// How much of the one is in the other.
    pub(super) fn within(&self, one: usize, other: usize) -> u64 {
        let (Some(one), Some(other)) = (self.bags.get(one), self.bags.get(other)) else { return 0 };
        (1000 * common(one, other)).checked_div(size(one)).unwrap_or_default()
    }
}

fn size(bag: &Bag) -> u64 {
    bag.iter().map(|it| it.1).sum()
}

/// Both are sorted.
fn common(one: &Bag, other: &Bag) -> u64 {
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    let mut shared = 0;
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        match a.0.cmp(&b.0) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                shared += a.1.min(b.1);
                left.next();
                right.next();
            }
        }
    }
    shared
}
