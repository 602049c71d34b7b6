//! Which article became which: the most alike first, each once; then what was split off or taken in, and what only moved.

use super::likeness::{Bags, Profiles};
use super::{Article, Fate, Side, Sides};
use crate::ground::text::fold;
use std::cmp::Reverse;
use std::collections::HashMap;

/// So much alike, in thousandths, that one is the other.
const ALIKE: u64 = 350;
/// So much of one within the other.
const WITHIN: u64 = 600;

/// What became of all articles.
pub(super) struct Pairing {
    /// Of a new article: its origin.
    from: Vec<Option<(usize, Fate)>>,
    /// Of an old article: the one it is, or the one it was taken into.
    into: Vec<Option<usize>>,
    paired: Vec<bool>,
    /// Of an old article that became several: where each of its parts went.
    dealt_old: HashMap<usize, Vec<usize>>,
    /// Of a new article out of several: where each of its parts came from.
    dealt_new: HashMap<usize, Vec<usize>>,
}

impl Pairing {
    pub(super) fn from(&self, new: usize) -> Option<(usize, Fate)> {
        self.from.get(new).copied().flatten()
    }

    /// Its origin, when it stands in the same order as there.
    pub(super) fn origin(&self, new: usize) -> Option<usize> {
        self.from(new).filter(|(_, fate)| matches!(fate, Fate::Kept | Fate::Renumbered)).map(|it| it.0)
    }

    pub(super) fn into(&self, old: usize) -> Option<usize> {
        self.into.get(old).copied().flatten()
    }

    pub(super) fn is_paired(&self, old: usize) -> bool {
        self.paired.get(old).copied().unwrap_or_default()
    }

    /// Does this part of the old article live on in that new one?
    pub(super) fn goes_to(&self, old: usize, part: usize, new: usize) -> bool {
        self.dealt_old.get(&old).is_none_or(|dealt| dealt.get(part) == Some(&new))
    }

    /// Does this part of the new article come from that old one?
    pub(super) fn comes_from(&self, new: usize, part: usize, old: usize) -> bool {
        self.dealt_new.get(&new).is_none_or(|dealt| dealt.get(part) == Some(&old))
    }
}

pub(super) fn find_pairs(old: &[Article], new: &[Article], profiles: &Profiles, sides: Sides) -> Pairing {
    let mut pairs = Pairs { from: vec![None; new.len()], into: vec![None; old.len()] };
    if sides == Sides::OneDocument {
        pairs.by_number(old, new);
    }
    pairs.by_likeness(old, new, profiles, sides);
    let in_order = longest_rise(&pairs.from);
    let mut it = Pairing {
        from: vec![None; new.len()],
        into: pairs.into.clone(),
        paired: pairs.into.iter().map(Option::is_some).collect(),
        dealt_old: HashMap::new(),
        dealt_new: HashMap::new(),
    };
    let (mut split, mut merged): (HashMap<usize, Vec<usize>>, HashMap<usize, Vec<usize>>) = (HashMap::new(), HashMap::new());
    for (at, article) in new.iter().enumerate() {
        let from = pairs.from.get(at).copied().flatten();
        let origin = match from {
            Some(from) => {
                let same_number = old.get(from).is_some_and(|it| it.number == article.number && it.label == article.label);
                let fate = match (in_order.get(at).copied().unwrap_or_default(), same_number) {
                    (false, _) => Fate::Moved,
                    (true, false) => Fate::Renumbered,
                    (true, true) => Fate::Kept,
                };
                Some((from, fate))
            }
            None => home(old.len(), |from| profiles.new_within(from, at), profiles.speaks(Side::New, at)).map(|from| {
                split.entry(from).or_default().push(at);
                (from, Fate::SplitOff)
            }),
        };
        if let Some(place) = it.from.get_mut(at) {
            *place = origin;
        }
    }
    for at in 0..old.len() {
        if pairs.into.get(at).copied().flatten().is_none()
            && let Some(into) = home(new.len(), |into| profiles.old_within(at, into), profiles.speaks(Side::Old, at))
        {
            merged.entry(into).or_default().push(at);
            if let Some(place) = it.into.get_mut(at) {
                *place = Some(into);
            }
        }
    }
    for (from, mut parts) in split {
        parts.extend(pairs.into.get(from).copied().flatten());
        it.dealt_old.insert(from, dealt(old.get(from), parts, new));
    }
    for (into, mut parts) in merged {
        parts.extend(pairs.from.get(into).copied().flatten());
        it.dealt_new.insert(into, dealt(new.get(into), parts, old));
    }
    it
}

/// The one that holds most of it, if that is enough.
fn home(many: usize, within: impl Fn(usize) -> u64, speaks: bool) -> Option<usize> {
    let best = (0..many).map(|it| (within(it), Reverse(it))).max()?;
    (speaks && best.0 >= WITHIN).then_some(best.1.0)
}

/// For each part of an article, the one of `homes` that says most of it; the first of equals.
fn dealt(article: Option<&Article>, mut homes: Vec<usize>, others: &[Article]) -> Vec<usize> {
    homes.sort_unstable();
    let parts = article.map(|it| it.parts.as_slice()).unwrap_or_default();
    let texts = homes.iter().filter_map(|at| others.get(*at)).map(Article::text);
    let bags = Bags::of(parts.iter().map(|part| part.text.clone()).chain(texts));
    let best = |part: usize| homes.iter().enumerate().map(|(at, home)| (bags.within(part, parts.len() + at), Reverse(at), *home)).max();
    (0..parts.len()).filter_map(|part| best(part).map(|it| it.2)).collect()
}

/// One to one.
struct Pairs {
    from: Vec<Option<usize>>,
    into: Vec<Option<usize>>,
}

impl Pairs {
    fn take(&mut self, old: usize, new: usize) {
        if let (Some(into @ None), Some(from @ None)) = (self.into.get_mut(old), self.from.get_mut(new)) {
            (*into, *from) = (Some(new), Some(old));
        }
    }

    fn by_number(&mut self, old: &[Article], new: &[Article]) {
        let named = |it: &Article| (it.number.to_lowercase(), if it.number.is_empty() { it.label.to_lowercase() } else { String::new() });
        let mut places: HashMap<_, usize> = HashMap::new();
        for (at, article) in old.iter().enumerate() {
            places.entry(named(article)).or_insert(at);
        }
        for (at, article) in new.iter().enumerate() {
            if let Some(from) = places.remove(&named(article)) {
                self.take(from, at);
            }
        }
    }

    fn by_likeness(&mut self, old: &[Article], new: &[Article], profiles: &Profiles, sides: Sides) {
        let titles = |articles: &[Article]| -> Vec<String> { articles.iter().map(|it| fold(&it.title)).collect() };
        let (old_titles, new_titles) = (titles(old), titles(new));
        let mut found = Vec::new();
        for (from, before) in old.iter().enumerate() {
            for (to, after) in new.iter().enumerate() {
                let alike = profiles.alike(from, to);
                let same_title = old_titles.get(from).is_some_and(|it| !it.is_empty()) && old_titles.get(from) == new_titles.get(to);
                let same_number = before.number == after.number && !before.number.is_empty();
                let lean = if same_title { 150 } else { 0 } + if same_number { 60 } else { 0 };
                let small = |within: u64, speaks: bool| if speaks && within >= 800 { within / 2 } else { 0 };
                let inside = small(profiles.old_within(from, to), profiles.speaks(Side::Old, from))
                    .max(small(profiles.new_within(from, to), profiles.speaks(Side::New, to)));
                let score = (alike + lean).max(inside);
                if score >= ALIKE && alike >= 150 {
                    // Equals go to the nearest.
                    found.push((Reverse(score), Reverse(same_number), (from * new.len()).abs_diff(to * old.len()), from, to));
                }
            }
        }
        found.sort_unstable();
        for (.., from, to) in found {
            let is_taken = sides == Sides::OneDocument && old.get(from).map(|it| &it.number) == new.get(to).map(|it| &it.number);
            if !is_taken {
                self.take(from, to);
            }
        }
    }
}

/// Which new articles stand in the order of their origins, as many as can be.
fn longest_rise(from: &[Option<usize>]) -> Vec<bool> {
    let paired: Vec<(usize, usize)> = from.iter().enumerate().filter_map(|(new, old)| old.map(|old| (new, old))).collect();
    // Of each length, the pair with the smallest end; and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(paired.len());
    let old_of = |at: usize| paired.get(at).map_or(0, |it| it.1);
    for at in 0..paired.len() {
        let length = ends.partition_point(|&end| old_of(end) < old_of(at));
        before.push(length.checked_sub(1).and_then(|it| ends.get(it)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut kept = vec![false; from.len()];
    let mut here = ends.last().copied();
    while let Some(at) = here {
        if let Some(place) = paired.get(at).and_then(|it| kept.get_mut(it.0)) {
            *place = true;
        }
        here = before.get(at).copied().flatten();
    }
    kept
}
