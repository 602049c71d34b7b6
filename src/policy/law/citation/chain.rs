//! Which part of a reference belongs to which: "điểm a khoản 1, điểm b khoản 2 Điều 5", and outside in: "NĐ 27/2022 Điều 9 khoản 1".

use super::item::{Depth, Item, Joint, Value};
use super::{Citation, Context, Named, Target};
use crate::policy::law::Span;

/// The citations that a run of parts makes: one for each document named, and one for those of none.
pub(super) fn resolve(items: &[Item], context: &Context) -> Vec<Citation> {
    let parents = parents(items);
    let root = |mut at: usize| {
        while let Some(parent) = parents.get(at).copied().flatten() {
            at = parent;
        }
        items.get(at).filter(|it| it.depth == Depth::Document).map(|_| at)
    };
    let mut out: Vec<(Option<usize>, Citation)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let root = root(at);
        let last = match out.last_mut() {
            Some(last) if last.0 == root => last,
            _ => {
                out.push((root, Citation { span: item.span, targets: Vec::new() }));
                let Some(last) = out.last_mut() else { continue };
                last
            }
        };
        last.1.span = Span::new(last.1.span.start.min(item.span.start), last.1.span.end.max(item.span.end));
        // What a finer part belongs to is not cited itself, but for the further values of a list: "khoản 2 Điều 5, 6".
        let children: Vec<usize> = (0..items.len()).filter(|&child| parents.get(child).copied().flatten() == Some(at)).collect();
        let first = usize::from(children.iter().any(|&child| child < at));
        let until = item.values.len() - usize::from(children.iter().any(|&child| child > at) && first == 0);
        for value in item.values.get(first..until).unwrap_or_default() {
            last.1.targets.push(target(items, &parents, at, value, context));
        }
    }
    out.into_iter().map(|(_, citation)| citation).filter(|it| !it.targets.is_empty()).collect()
}

/// For each part, the part it belongs to.
fn parents(items: &[Item]) -> Vec<Option<usize>> {
    let mut parents = vec![None; items.len()];
    // To the right: "khoản 2 Điều 7".
    let mut outer: Vec<usize> = Vec::new();
    for (at, item) in items.iter().enumerate().rev() {
        let next = items.get(at + 1);
        let parted = next.is_some_and(|next| next.depth < item.depth && next.joint == Joint::And);
        outer.retain(|&it| !parted && items.get(it).is_some_and(|it| it.depth < item.depth));
        let right = outer.last().copied();
        let before = at.checked_sub(1).and_then(|it| items.get(it));
        let left_close = item.joint == Joint::Close && before.is_some_and(|before| before.depth < item.depth);
        let parent = if left_close { at.checked_sub(1) } else { right };
        if let Some(slot) = parents.get_mut(at) {
            *slot = parent;
        }
        outer.push(at);
    }
    // To the left: "Điều 9 khoản 1, khoản 2", "NĐ 27 Điều 9, Điều 13".
    for (at, item) in items.iter().enumerate() {
        if parents.get(at).copied().flatten().is_some() || item.depth == Depth::Document {
            continue;
        }
        let coarser = (0..at).rev().find(|&it| items.get(it).is_some_and(|it| it.depth < item.depth));
        let found = coarser.filter(|&it| {
            let next = items.get(it + 1);
            let alone = it + 1 == at && item.joint == Joint::Comma && parents.get(it).copied().flatten().is_none_or(|parent| parent < it);
            alone || next.is_some_and(|next| next.joint == Joint::Close)
        });
        if let Some(slot) = parents.get_mut(at) {
            *slot = found;
        }
    }
    parents
}

fn target(items: &[Item], parents: &[Option<usize>], at: usize, value: &Value, context: &Context) -> Target {
    let mut target = Target { document: Named::Unknown, ..Target::default() };
    let mut named = false;
    let mut top = Depth::Point;
    let mut here = Some((at, value));
    while let Some((place, value)) = here {
        let Some(item) = items.get(place) else { break };
        top = item.depth;
        let is = |from: &Option<String>| match value {
            Value::Is(number) => Some(number.clone()),
            Value::This => from.clone(),
            Value::Document(_) => None,
        };
        match item.depth {
            Depth::Point => target.point = is(&context.point),
            Depth::Clause => target.clause = is(&context.clause),
            Depth::Article => target.article = is(&context.article),
            Depth::Chapter => target.chapter = is(&context.chapter),
            Depth::Section => target.section = is(&None),
            Depth::Annex => target.annex = is(&None),
            Depth::Document => {
                if let Value::Document(document) = value {
                    target.document = document.clone();
                    named = true;
                }
            }
        }
        // "khoản này" and "điểm này" are of the article they stand in.
        let parent = parents.get(place).copied().flatten();
        here = parent.and_then(|parent| {
            let values = &items.get(parent)?.values;
            let nearest = if parent > place { values.first() } else { values.last() };
            nearest.map(|value| (parent, value))
        });
    }
    if top == Depth::Point {
        target.clause.clone_from(&context.clause);
    }
    if matches!(top, Depth::Point | Depth::Clause) {
        target.article.clone_from(&context.article);
    }
    let this = named && target.document == Named::This;
    if (this && context.document != Named::Unknown) || !named {
        target.document = context.document.clone();
    }
    target
}
