//! The expert's queue, across classes: mine first, then the urgent, then the heavy.

use super::list::{ListPage, Tab, address};
use super::{Pages, Row, fields, page_of};
use crate::difficulties::store;
use crate::web::{Answer, Ask, page};

/// What waits for experts in the asker's classes.
pub(super) async fn queue(ask: Ask) -> Answer {
    let (all, mine, review) = store::queue_counts(ask.db(), &ask.actor).await?;
    let number = page_of(&ask.query("page"));
    let field = ask.query("field");
    let mut found = store::queue(ask.db(), &ask.actor, &field, number).await?;
    let w = ask.w();
    let pages = Pages::cut(&mut found, number, &w, |page| address("/queue", &[("field", &field)], page));
    let heading = if all == 0 { w.t("difficulty-queue-none") } else { w.n("difficulty-heading-waiting", all) };
    let mut facts = Vec::new();
    if mine > 0 {
        facts.push(w.n("difficulty-queue-mine", mine));
    }
    if review > 0 {
        facts.push(w.n("difficulty-fact-review", review));
    }
    let first = found.first().map(|it| (format!("/difficulties/{}", it.id), w.x("difficulty-queue-open", &it.code)));
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
        rows: found.iter().map(|it| Row::of(it, &ask.actor, &w)).collect(),
        empty: w.t("difficulty-queue-empty"),
        with_class: true,
        pages,
    })
}
