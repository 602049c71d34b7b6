//! The real documents.

use super::{articles, fates};
use crate::policy::compare::{Fate, Sides, Tally, compare, tally};
use crate::policy::law::read_file;
use std::path::PathBuf;

fn real(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "demo", "texts", name].iter().collect();
    read_file(&path).unwrap().text
}

/// A decree beside itself with an article taken out, one put elsewhere and a phrase replaced throughout.
#[test]
fn a_decree_and_its_edited_self() {
    let text = real("nd-27-2022.txt");
    let old = articles(&text);
    let mut new = old.clone();
    let gone = new.remove(9);
    let moved = new.remove(19);
    new.push(moved.clone());
    for (at, article) in new.iter_mut().enumerate() {
        article.number = (at + 1).to_string();
        for part in &mut article.parts {
            part.text = part.text.replace("Ủy ban nhân dân cấp xã", "Ủy ban nhân dân xã, phường");
        }
    }
    let rows = compare(&old, &new, Sides::TwoDocuments);
    let removed: Vec<_> = rows.iter().filter(|it| it.fate == Fate::Removed).filter_map(|it| it.old).collect();
    assert_eq!(removed, [&gone]);
    let out: Vec<_> = rows.iter().filter(|it| it.fate == Fate::Moved).filter_map(|it| it.old).map(|it| &it.number).collect();
    assert_eq!(out, [&moved.number], "{:?}", fates(&rows));
    let counts = tally(&rows);
    assert_eq!((counts.added, counts.removed, counts.moved, counts.split, counts.merged), (0, 1, 1, 0, 0));
    let touched = old.iter().filter(|it| **it != gone && it.parts.iter().any(|it| it.text.contains("Ủy ban nhân dân cấp xã"))).count();
    assert_eq!(counts.changed, touched);
}

/// Two that have little to do with each other: most is new, nothing falls over.
#[test]
fn a_decree_and_a_circular() {
    let (decree, circular) = (real("nd-27-2022.txt"), real("tt-02-2022-ubdt.txt"));
    let (old, new) = (articles(&decree), articles(&circular));
    let rows = compare(&old, &new, Sides::TwoDocuments);
    let Tally { added, removed, .. } = tally(&rows);
    assert!(added > new.len() * 8 / 10 && removed > old.len() * 7 / 10, "{:?}", tally(&rows));
    // Every article stands in some row.
    assert_eq!(rows.iter().filter(|it| !matches!(it.fate, Fate::Removed | Fate::Merged)).count(), new.len());
}
