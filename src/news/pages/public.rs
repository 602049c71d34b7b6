//! The released items, for anyone: the list and the page of one.

use super::super::item::{State, Verb, may};
use super::super::store::{self, Line};
use super::shown::{Shown, shown};
use super::vietnamese;
use crate::classes::{Class, class_of_code};
use crate::ground::Refused;
use crate::web::{Answer, Ask, Shell, page};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "news/pages/list.html")]
pub(super) struct ListPage {
    pub(super) s: Shell,
    pub(super) heading: String,
    pub(super) lines: Vec<Line>,
    pub(super) number: i64,
    pub(super) last: i64,
}

const MOST_A_PAGE: i64 = 20;

/// `GET /news`
pub(super) async fn list(ask: Ask) -> Answer {
    let number = ask.query("page").parse::<i64>().unwrap_or(1).clamp(1, 100_000);
    let all = store::how_many(ask.db()).await?;
    let lines = store::newest(ask.db(), MOST_A_PAGE, (number - 1) * MOST_A_PAGE).await?;
    let w = ask.w();
    let heading = if all == 0 { w.t("news-list-none") } else { w.n("news-list-heading", all) };
    page(&ListPage { s: ask.shell(w.t("news-menu")), heading, lines, number, last: (all + MOST_A_PAGE - 1) / MOST_A_PAGE })
}

#[derive(Template)]
#[template(path = "news/pages/show.html")]
pub(super) struct ShowPage {
    pub(super) s: Shell,
    pub(super) it: Shown,
    /// Of this page, as others link to it.
    pub(super) address: String,
    pub(super) description: String,
    /// Address, width, height.
    pub(super) image: Option<(String, i64, i64)>,
    /// The same for machines (JSON-LD).
    pub(super) linked: String,
}

/// `GET /news/{code}`
pub(super) async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let db = ask.db();
    let class = class_of_code(db, &code.to_uppercase()).await?.ok_or(Refused::Absent)?;
    let item = store::item(db, &class.id).await?;
    let Some(item) = item.filter(|it| may(Verb::Read, Some(it.state), ask.actor.runs(class.of()))) else {
        return Err(Refused::Absent.into());
    };
    let it = shown(db, vietnamese(&ask), &class, &item).await?;
    page(&draw(ask.shell(it.headline.as_str()).crumb("/news", ask.w().t("news-menu")), &ask.origin, &class, it))
}

pub(super) fn draw(s: Shell, origin: &str, class: &Class, it: Shown) -> ShowPage {
    let address = format!("{origin}/news/{}", it.code);
    let description = store::cut(&it.lead, 200);
    let image = it.photo.as_ref().map(|photo| (format!("{origin}{}", photo.path()), photo.width, photo.height));
    let at = |instant: crate::ground::Instant| format!("{}T{}:00+07:00", instant.date().iso(), instant.time());
    let by = serde_json::json!({ "@type": "Organization", "name": class.provider });
    let linked = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": it.headline,
        "description": description,
        "inLanguage": "vi",
        "url": address,
        "mainEntityOfPage": address,
        "image": image.as_ref().map(|it| vec![it.0.clone()]).unwrap_or_default(),
        "datePublished": it.released_at.map(at),
        "dateModified": at(it.edited_at),
        "author": by,
        "publisher": by,
        "contentLocation": { "@type": "Place", "name": class.whereabouts() },
    });
    // Nothing in a text may end the element that it stands in.
    let linked = linked.to_string().replace('<', "\\u003c");
    ShowPage { s, it, address, description, image, linked }
}

/// Is the item public?
pub(super) fn is_public(state: Option<State>) -> bool {
    may(Verb::Read, state, false)
}
