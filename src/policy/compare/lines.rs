//! The parts of two articles side by side, in their order, so that what is alike stands together.

use super::likeness::Bags;
use super::words::{Run, mark};
use super::{Line, Part, Side};

/// So much alike, in thousandths, that one is the other with words changed.
const ALIKE: u64 = 300;

/// All parts of an article that has no other side.
pub(super) fn one_sided(parts: &[Part], side: Side) -> Vec<Line<'_>> {
    parts.iter().map(|part| alone(part, side)).collect()
}

fn alone(part: &Part, side: Side) -> Line<'_> {
    match side {
        Side::Old => Line { old: Some(part), new: None, runs: vec![Run::Gone(&part.text)] },
        Side::New => Line { old: None, new: Some(part), runs: vec![Run::Come(&part.text)] },
    }
}

/// Side by side. What begins and ends alike is not weighed against anything else.
pub(super) fn align<'a>(old: &[&'a Part], new: &[&'a Part]) -> Vec<Line<'a>> {
    let same = |(a, b): &(&&Part, &&Part)| a.text == b.text;
    let head = old.iter().zip(new).take_while(same).count();
    let left = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(left).take_while(same).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let both = |(old, new): (&&'a Part, &&'a Part)| pair_of(old, new);
    let mut lines: Vec<Line<'a>> = old.iter().zip(new).take(head).map(both).collect();
    lines.extend(weighed(old.get(head..old_end).unwrap_or_default(), new.get(head..new_end).unwrap_or_default()));
    lines.extend(old.iter().skip(old_end).zip(new.iter().skip(new_end)).map(both));
    lines
}

fn pair_of<'a>(old: &'a Part, new: &'a Part) -> Line<'a> {
    Line { old: Some(old), new: Some(new), runs: mark(&old.text, &new.text) }
}

/// The order that puts most of what is alike together.
fn weighed<'a>(old: &[&'a Part], new: &[&'a Part]) -> Vec<Line<'a>> {
    let bags = Bags::of(old.iter().chain(new).map(|part| part.text.as_str()));
    let gain = |from: usize, to: usize| {
        let same_place = old.get(from).zip(new.get(to)).is_some_and(|(a, b)| (&a.clause, &a.point) == (&b.clause, &b.point));
        let alike = bags.alike(from, old.len() + to);
        // A clause that says something wholly different still stands beside the one of its number.
        if alike >= ALIKE { alike + if same_place { 50 } else { 0 } } else { u64::from(same_place) * 20 }
    };
    let width = new.len() + 1;
    let at = |from: usize, to: usize| from * width + to;
    let mut best = vec![0_u64; (old.len() + 1) * width];
    let value = |best: &[u64], from: usize, to: usize| best.get(at(from, to)).copied().unwrap_or_default();
    for from in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            let gained = gain(from, to);
            let paired = if gained > 0 { gained + value(&best, from + 1, to + 1) } else { 0 };
            let most = paired.max(value(&best, from + 1, to)).max(value(&best, from, to + 1));
            if let Some(cell) = best.get_mut(at(from, to)) {
                *cell = most;
            }
        }
    }
    let (mut from, mut to) = (0, 0);
    let mut lines = Vec::new();
    while let (Some(before), Some(after)) = (old.get(from), new.get(to)) {
        let gained = gain(from, to);
        let here = value(&best, from, to);
        if gained > 0 && here == gained + value(&best, from + 1, to + 1) {
            lines.push(pair_of(before, after));
            (from, to) = (from + 1, to + 1);
        } else if here == value(&best, from + 1, to) {
            lines.push(alone(before, Side::Old));
            from += 1;
        } else {
            lines.push(alone(after, Side::New));
            to += 1;
        }
    }
    lines.extend(old.iter().skip(from).map(|part| alone(part, Side::Old)));
    lines.extend(new.iter().skip(to).map(|part| alone(part, Side::New)));
    lines
}
