//! The pages of a comparing, with invented values.

use super::{Chooser, ComparePage, Head, Offer, SheetPage, view};
use crate::web::{Sample, Shell, draw};

/// Every template, with invented values.
pub(in crate::policy::pages) fn samples(s: &Shell) -> Vec<Sample> {
    let blocks = view::sample(&s.w);
    let head = |on: &str| Head { name: "Nghị định 00/2022/NĐ-CP".into(), path: "/documents/1".into(), on: on.into() };
    let one = |label: &str, chosen| Offer { value: "2022-01-01".into(), label: label.into(), chosen };
    let entry = view::sample_entry(&s.w);
    let compared = |days: bool, nothing: &str| ComparePage {
        s: s.clone(),
        kicker: s.w.xy("compare-kicker-two", "B", "A"),
        heading: s.w.t(if nothing.is_empty() { "compare-unchanged" } else { "compare-nothing" }),
        before: head("01/01/2022"),
        after: head("24/06/2023"),
        counts: vec![s.w.n("compare-added", 2)],
        same: s.w.n("compare-same", 4),
        nothing: nothing.to_owned(),
        contents: vec![entry.clone(), entry.clone(), entry.clone()],
        blocks: blocks.clone(),
        here: s.w.nx("compare-page", 2, 3),
        back: Some("/".into()),
        on: Some("/".into()),
        sheet: "/".into(),
        chooser: Chooser {
            action: "/".into(),
            days,
            from: vec![one("01/01/2022", true)],
            to: vec![one("24/06/2023", true)],
            others: vec![one("…", true), one("…", false)],
            beside: "/".into(),
            unread: vec!["Nghị định 01/2018/NĐ-CP".into()],
            wrong: s.w.t(if days { "compare-days-turned" } else { "compare-turned" }),
        },
    };
    let sheet = SheetPage {
        s: s.clone(),
        heading: s.w.n("compare-added", 2),
        about: "…".into(),
        counts: vec![s.w.n("compare-added", 2)],
        same: s.w.n("compare-same", 4),
        before: head("01/01/2022"),
        after: head("24/06/2023"),
        blocks: blocks.clone(),
        today: "24/11/2026".into(),
        back: "/".into(),
    };
    let no_text = s.w.xy("compare-no-text", "A", "01/01/2022");
    vec![draw("compare", &compared(true, "")), draw("compare", &compared(false, &no_text)), draw("compare-sheet", &sheet)]
}
