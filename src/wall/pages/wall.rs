//! The wall itself: a page without a menu, of which the inside is fetched again.

use super::sight::{Sight, sight};
use crate::classes::{Class, class_seen};
use crate::ground::Refused;
use crate::wall::shown::Shown;
use crate::wall::store;
use crate::web::{Answer, Ask, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// What is on now.
pub(super) struct Now {
    pub(super) w: W,
    pub(super) class: String,
    pub(super) sight: Sight,
}

#[derive(Template)]
#[template(path = "wall/pages/wall.html")]
pub(super) struct WallPage {
    pub(super) s: Shell,
    pub(super) class_id: String,
    pub(super) now: Now,
    pub(super) since: i64,
    /// Turned by keys, by those who run the class.
    pub(super) keys: Vec<(usize, Shown)>,
}

#[derive(Template)]
#[template(path = "wall/pages/wall_now.html")]
pub(super) struct WallNow {
    pub(super) now: Now,
}

async fn look(ask: &Ask, class: &Class) -> Result<Now, Refused> {
    let turned = store::turned(ask.db(), &class.id).await?;
    Ok(Now { w: ask.w(), class: class.name.clone(), sight: sight(ask, class, &turned).await? })
}

/// `GET /classes/{class}/wall`
pub(super) async fn show(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let since = ask.db().position_of_class(&class.id).await?;
    let now = look(&ask, &class).await?;
    let keys = if ask.actor.runs(class.of()) { (1..).zip(Shown::ALL).collect() } else { Vec::new() };
    page(&WallPage { s: ask.shell(class.name.clone()), class_id: class.id, now, since, keys })
}

/// `GET /classes/{class}/wall/now`: only what changes.
pub(super) async fn now(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    page(&WallNow { now: look(&ask, &class).await? })
}
