//! Many hands on one board: nothing that was written is lost.

use super::super::line::{Hand, Outcome, mark, merge};
use super::super::store;
use super::world::World;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What a member does: to their own view of the line, which may be old.
#[derive(Clone, Debug)]
enum Step {
    Look,
    Change(u8),
    Remove,
    BringBack,
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    let step =
        prop_oneof![3 => Just(Step::Look), 5 => (0..6u8).prop_map(Step::Change), 2 => Just(Step::Remove), 1 => Just(Step::BringBack)];
    proptest::collection::vec((0..4usize, step), 1..60)
}

proptest! {
    /// Whatever four members do in whatever order: every text stands, or is kept beside the line, or was replaced by somebody who saw it.
    #[test]
    fn every_text_is_kept_or_was_seen_by_whoever_replaced_it(steps in steps()) {
        let mut standing = ("first".to_owned(), false);
        let mut views = vec![standing.0.clone(); 4];
        let (mut kept, mut replaced) = (BTreeSet::new(), BTreeSet::new());
        let mut written = BTreeSet::from([standing.0.clone()]);
        for (n, (member, step)) in steps.into_iter().enumerate() {
            let view = views[member].clone();
            let from = mark(&view);
            let text = match step {
                // Sometimes two members write the very same.
                Step::Change(word) => if word < 2 { format!("same {word}") } else { format!("text {n}") },
                _ => String::new(),
            };
            let hand = match step {
                Step::Look => { views[member].clone_from(&standing.0); continue }
                Step::Change(_) => { written.insert(text.clone()); Hand::Change { text: &text, from: &from } }
                Step::Remove => Hand::Remove { from: &from },
                Step::BringBack => Hand::BringBack,
            };
            match merge(&standing.0, standing.1, hand) {
                Outcome::Stands => prop_assert!(text.is_empty() || text == standing.0),
                Outcome::Takes => {
                    prop_assert_eq!(&view, &standing.0, "only who saw a text replaces it");
                    replaced.insert(standing.0.clone());
                    standing = (text.clone(), false);
                }
                Outcome::Conflicts => { prop_assert_ne!(&view, &standing.0); kept.insert(text.clone()); standing.1 = false; }
                Outcome::Goes => { prop_assert_eq!(&view, &standing.0, "only what was seen is removed"); standing.1 = true; }
                Outcome::Returns => standing.1 = false,
            }
            if !text.is_empty() {
                prop_assert!(standing.0 == text || kept.contains(&text));
                prop_assert!(!standing.1, "a change is more than a removal");
            }
        }
        for text in written {
            prop_assert!(standing.0 == text || kept.contains(&text) || replaced.contains(&text), "{text} is lost");
        }
    }
}

// Six phones at once: every line is there; and of six changes of one line from the same words one stands and five are kept beside it.
crate::both!(six_phones_at_once, stage, {
    let w = World::on(stage).await?;
    let path = w.board();
    let phones = [&w.an, &w.binh, &w.cuong, &w.an, &w.binh, &w.secretary];
    let mut sent = tokio::task::JoinSet::new();
    for (n, phone) in phones.into_iter().enumerate() {
        let (mut phone, lines) = (phone.clone(), format!("{path}/lines"));
        sent.spawn(async move {
            for k in 0..5 {
                let text = format!("Máy {n}, dòng {k}");
                let got = phone.post(&lines, &[("section", "difficulty"), ("text", &text)]).await.unwrap();
                assert_eq!(got.status, 303, "{}", got.body);
            }
        });
    }
    while let Some(done) = sent.join_next().await {
        done?;
    }
    let all = store::lines(stage.db(), &w.groups[0], "").await?;
    let texts: BTreeSet<String> = all.iter().map(|it| it.text.clone()).collect();
    let expected: BTreeSet<String> = (0..6).flat_map(|n| (0..5).map(move |k| format!("Máy {n}, dòng {k}"))).collect();
    assert_eq!(texts, expected);

    let line = w.line(stage, "Máy 0, dòng 0").await?;
    let mut sent = tokio::task::JoinSet::new();
    for (n, phone) in phones.into_iter().enumerate() {
        let (mut phone, edit) = (phone.clone(), format!("{path}/lines/{line}"));
        sent.spawn(async move {
            let (text, from) = (format!("Bản {n}"), mark("Máy 0, dòng 0"));
            phone.post(&edit, &[("text", &text), ("from", &from)]).await.unwrap();
        });
    }
    while let Some(done) = sent.join_next().await {
        done?;
    }
    let standing = store::line(stage.db(), &w.groups[0], &line, "").await?.unwrap().text;
    let conflicts = store::conflicts(stage.db(), &w.groups[0]).await?;
    let all: BTreeSet<String> = conflicts.into_iter().map(|it| it.text).chain([standing]).collect();
    assert_eq!(all, (0..6).map(|n| format!("Bản {n}")).collect());
});
