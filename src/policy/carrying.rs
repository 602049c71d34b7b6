//! Carries amendments out on the parts of a document: what changed, part by part, and what is left for a person. Pure.
//!
//! The text of the day is made of the parts, the reading of the law changes it, and the parts of both are held against each other.

use super::law::{Amendment, Deed, Unapplied, apply, parse};
use super::wording::{Part, REPEALED, Wording, parts, text_of};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// One part that reads otherwise now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub level: String,
    #[serde(default)]
    pub article: String,
    #[serde(default)]
    pub clause: String,
    #[serde(default)]
    pub point: String,
    /// `amended`, `added`, `repealed`, `phrase`
    pub change: String,
    /// What it said, under its label; empty for one that was not there.
    #[serde(default)]
    pub before: String,
    /// What it says; empty for one that is no longer there.
    #[serde(default)]
    pub after: String,
    /// Empty for a provision that went with the one it stood in.
    #[serde(default)]
    pub label: String,
    /// The first line of `after`, where that is a title.
    #[serde(default)]
    pub title: String,
    pub sort: String,
}

impl Change {
    /// What it says without its title.
    #[must_use]
    pub fn body(&self) -> &str {
        self.after.strip_prefix(self.title.as_str()).map_or(self.after.as_str(), str::trim_start)
    }
}

/// What came of carrying amendments out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// For each amendment that was carried out, by its place in the list: what it changed.
    pub done: Vec<(usize, Vec<Change>)>,
    pub left: Vec<(usize, Unapplied)>,
}

/// Carries out one after the other, each on what the former left.
#[must_use]
pub fn carry(now: &[Wording], amendments: &[Amendment], amending: &str) -> Carried {
    let mut out = Carried::default();
    let mut text = text_of(now);
    let mut before = parts(&text, &parse(&text));
    for (at, amendment) in amendments.iter().enumerate() {
        match apply(&text, amendment, amending) {
            Ok(done) => {
                let after = parts(&done.text, &parse(&done.text));
                let changes = changes(&before, &after, is_phrase(amendment.deed));
                if changes.is_empty() && amendment.deed != Deed::Amends {
                    out.left.push((at, Unapplied::NotFound));
                    continue;
                }
                out.done.push((at, changes));
                (text, before) = (done.text, after);
            }
            Err(why) => out.left.push((at, why)),
        }
    }
    out
}

fn is_phrase(deed: Deed) -> bool {
    matches!(deed, Deed::ReplacesWords | Deed::AddsWordsAfter | Deed::AddsWordsBefore | Deed::DropsWords)
}

/// What differs, in the order of the text.
#[must_use]
pub fn changes(before: &[Part], after: &[Part], phrase: bool) -> Vec<Change> {
    // A part of the one state is the part of the other that has the same place.
    let old: HashMap<&str, &Part> = before.iter().map(|it| (it.sort.as_str(), it)).collect();
    let new: HashSet<&str> = after.iter().map(|it| it.sort.as_str()).collect();
    let made = |it: &Part, change: &str, was: Option<&&Part>| Change {
        level: it.level.clone(),
        article: it.article.clone(),
        clause: it.clause.clone(),
        point: it.point.clone(),
        change: change.to_owned(),
        before: was.map(|it| it.text()).filter(|it| it != REPEALED).unwrap_or_default(),
        after: it.text(),
        label: it.label.clone(),
        title: it.title.clone(),
        sort: it.sort.clone(),
    };
    let mut out: Vec<Change> = Vec::new();
    for it in after {
        let was = old.get(it.sort.as_str());
        let gone = it.text() == REPEALED;
        match was {
            Some(was) if was.text() == it.text() => {}
            Some(_) if gone => out.push(Change { after: String::new(), title: String::new(), ..made(it, "repealed", was) }),
            Some(_) if phrase => out.push(made(it, "phrase", was)),
            Some(_) => out.push(made(it, "amended", was)),
            None => out.push(made(it, "added", None)),
        }
    }
    let dropped = before.iter().filter(|it| !new.contains(it.sort.as_str()) && it.text() != REPEALED);
    out.extend(dropped.map(|it| Change {
        after: String::new(),
        label: String::new(),
        title: String::new(),
        ..made(it, "repealed", Some(&it))
    }));
    out.sort_by(|a, b| a.sort.cmp(&b.sort));
    out
}

/// Changes of one order, one after the other, as one: what stood first and what stands last.
#[must_use]
pub fn merged(all: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    for it in all {
        match out.iter_mut().find(|known| known.sort == it.sort) {
            Some(known) => {
                let added = known.change == "added" && it.change != "repealed";
                let change = if added { known.change.clone() } else { it.change.clone() };
                *known = Change { before: known.before.clone(), change, ..it };
            }
            None => out.push(it),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::law::amendments;

    const OLD: &str =
        "Điều 1. Phạm vi\n1. Một xã.\n2. Hai:\na) Một;\nc) Ba;\nc) Ba nữa.\nĐiều 2. Kinh phí\nDo xã.\nPHỤ LỤC I\nDanh sách xã\n";

    fn after(orders: &str) -> Carried {
        let amending = format!("Điều 1. Sửa đổi Thông tư số 07/2024/TT-UBDT\n{orders}\n");
        let now: Vec<Wording> = parts(OLD, &parse(OLD)).into_iter().map(row).collect();
        carry(&now, &amendments(&amending, &parse(&amending)), &amending)
    }

    fn row(it: Part) -> Wording {
        let Part { level, article, clause, point, label, title, body, sort } = it;
        Wording { level, article, clause, point, label, title, body, sort, ..Wording::default() }
    }

    fn told(it: &Change) -> (String, &str, &str, &str) {
        (format!("{}.{}.{}", it.article, it.clause, it.point), it.change.as_str(), it.before.as_str(), it.after.as_str())
    }

    #[test]
    fn only_what_was_ordered_changes_though_a_point_stands_twice() {
        let done = after("1. Sửa đổi khoản 1 Điều 1 như sau:\n“1. Mọi xã.”.\n2. Bãi bỏ Điều 2.\n3. Bãi bỏ Điều 9.");
        assert_eq!(done.left, [(2, Unapplied::NotFound)]);
        let all: Vec<_> = done.done.iter().flat_map(|it| it.1.iter().map(told)).collect();
        let expected = [("1.1.".to_owned(), "amended", "Một xã.", "Mọi xã."), ("2..".to_owned(), "repealed", "Kinh phí\nDo xã.", "")];
        assert_eq!(all, expected);
    }

    #[test]
    fn orders_on_one_provision_are_one_change() {
        let done = after(
            "1. Thay thế cụm từ “Một” bằng cụm từ “Mỗi” tại khoản 1 Điều 1; thay thế cụm từ “xã” bằng cụm từ “phường” tại khoản 1 Điều 1.",
        );
        assert!(done.left.is_empty(), "{:?}", done.left);
        let all = merged(done.done.into_iter().flat_map(|it| it.1).collect());
        assert_eq!(all.iter().map(told).collect::<Vec<_>>(), [("1.1.".to_owned(), "phrase", "Một xã.", "Mỗi phường.")]);
        assert_eq!(all[0].body(), "Mỗi phường.");
    }
}
