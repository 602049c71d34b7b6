//! The expert's queue, across classes: mine first, then the urgent, then the heavy.

use super::list::{ListPage, Tab, address};
use super::{Pages, Row, fields, page_of};
use crate::difficulties::store::{self, Difficulty, Waiting};
use crate::web::{Answer, Ask, page};

/// What waits for experts in the asker's classes.
pub(super) async fn queue(ask: Ask) -> Answer {
    let (number, field, now) = (page_of(&ask.query("page")), ask.query("field"), ask.now());
    let Waiting { all, mine, review, unassigned } = store::queue_counts(ask.db(), &ask.actor, &field, now).await?;
    let mut found = store::queue(ask.db(), &ask.actor, &field, number, now).await?;
    let partly: Vec<&str> = found.iter().filter(|it| it.goes_on(now)).map(|it| it.id.as_str()).collect();
    let reasons = store::reasons(ask.db(), &partly).await?;
    let w = ask.w();
    let pages = Pages::cut(&mut found, number, &w, |page| address("/queue", &[("field", &field)], page));
    let heading = if all == 0 { w.t("difficulty-queue-none") } else { w.n("difficulty-heading-waiting", all) };
    let mut facts = Vec::new();
    if mine > 0 {
        facts.push(w.n("difficulty-queue-mine", mine));
    }
    if unassigned > 0 {
        facts.push(w.n("difficulty-queue-unassigned", unassigned));
    }
    if review > 0 {
        facts.push(w.n("difficulty-fact-review", review));
    }
    let first = found.first().map(|it| (format!("/difficulties/{}", it.id), w.x("difficulty-queue-open", &it.code)));
    let row = |it: &Difficulty| {
        let row = Row::of(it, &ask.actor, &w);
        if !it.goes_on(now) {
            return row;
        }
        let said = reasons.get(&it.id).filter(|it| !it.is_empty()).map(|it| w.x("difficulty-still", it)).unwrap_or_default();
        Row { state: w.t("difficulty-partly-still"), said, ..row }
    };
    page(&ListPage {
        s: ask.shell(heading.clone()),
        kicker: w.t("difficulty-kicker-queue"),
        heading,
        facts,
        main: first,
        others: vec![("/answers".to_owned(), w.t("difficulty-see-answers"))],
        tabs: Vec::<Tab>::new(),
        path: "/queue".to_owned(),
        kept: Vec::new(),
        fields: fields(&field, &w),
        places: Vec::new(),
        rows: found.iter().map(row).collect(),
        empty: w.t("difficulty-queue-empty"),
        pages,
    })
}
