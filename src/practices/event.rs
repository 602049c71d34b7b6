//! The events of a practice (additive only) and what takes them: the only writer of this room's tables.
//!
//! Text and state are two things, each with a last word of its own by the hybrid time of its event: two stores that both changed a text
//! show the later one, whole, with its figures.

use super::practice::Text;
use crate::db::{Applying, Event, Tx, args};
use crate::ground::text::fold;
use crate::ground::{Problem, child_id};
use serde::{Deserialize, Serialize};

pub(super) const WRITTEN: &str = "practice.written";
pub(super) const CHANGED: &str = "practice.changed";
pub(super) const SHOWN: &str = "practice.shown";
pub(super) const RELEASED: &str = "practice.released";
pub(super) const WITHDRAWN: &str = "practice.withdrawn";
pub(super) const RESTORED: &str = "practice.restored";
pub(super) const PHOTO_ADDED: &str = "practice.photo_added";
pub(super) const PHOTO_CHANGED: &str = "practice.photo_changed";
pub(super) const PHOTO_REMOVED: &str = "practice.photo_removed";
pub(super) const ADOPTED: &str = "practice.adopted";
pub(super) const REPORTED: &str = "practice.adoption_reported";

pub(super) const KINDS: &[&str] =
    &[WRITTEN, CHANGED, SHOWN, RELEASED, WITHDRAWN, RESTORED, PHOTO_ADDED, PHOTO_CHANGED, PHOTO_REMOVED, ADOPTED, REPORTED];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Written {
    pub(super) code: String,
    pub(super) kind: String,
    pub(super) project_id: String,
    pub(super) place_id: String,
    pub(super) author_id: Option<String>,
    pub(super) illustration: bool,
    pub(super) text: Text,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Changed {
    pub(super) text: Text,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Moved {}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PhotoAdded {
    pub(super) photo_id: String,
    pub(super) blob: String,
    pub(super) small_blob: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) bytes: i64,
    pub(super) moment: String,
    pub(super) caption: String,
    pub(super) sort: i64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PhotoChanged {
    pub(super) photo_id: String,
    pub(super) moment: String,
    pub(super) caption: String,
    pub(super) sort: i64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PhotoRemoved {
    pub(super) photo_id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Adopted {
    pub(super) adoption_id: String,
    pub(super) place_id: String,
    /// The class through which the place came to it.
    pub(super) class_id: String,
    pub(super) person_id: Option<String>,
    pub(super) state: String,
    pub(super) begun_on: Option<String>,
    pub(super) note: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Reported {
    pub(super) adoption_id: String,
    pub(super) state: String,
    pub(super) note: String,
}

crate::statements! {
    WRITE = "insert into practices (id, code, kind, class_id, project_id, place_id, author_id, illustration, title, title_fold, text_fold,
        state, written_at, changed_at, changed_hlc, state_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', 'draft', $10, $10, $11, $12)";
    /// A later event has the word, whichever arrived first.
    SAY = "update practices set component_id = $2, local_item_id = $3, difficulty_id = $4, title = $5, title_fold = $6, text_fold = $7,
        before_text = $8, after_text = $9, steps = $10, who = $11, cost = $12, cost_note = $13, result = $14, conditions = $15,
        changed_at = $16, changed_hlc = $17 where id = $1 and changed_hlc < $17";
    SAID_BY = "select changed_hlc from practices where id = $1";
    CLEAR_FIGURES = "delete from practice_figures where practice_id = $1";
    FIGURE = "insert into practice_figures (practice_id, sort, what, unit, before_value, after_value) values ($1, $2, $3, $4, $5, $6)";
    TO = "update practices set state = $2, state_hlc = $3 where id = $1 and state_hlc < $3";
    SHOWN_AT = "update practices set shown_at = $2 where id = $1 and shown_at is null";
    RELEASED_AT = "update practices set released_at = $2 where id = $1 and state = 'released'";
    ADD_PHOTO = "insert into practice_photos (id, practice_id, blob, small_blob, width, height, bytes, moment, caption, sort, added_by, added_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing";
    CHANGE_PHOTO = "update practice_photos set moment = $2, caption = $3, sort = $4 where id = $1";
    REMOVE_PHOTO = "update practice_photos set removed_at = $2, caption = '' where id = $1 and removed_at is null";
    ADOPT = "insert into adoptions (id, practice_id, place_id, class_id, person_id, state, begun_on, note, taken_up_at, changed_at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) on conflict (practice_id, place_id) do nothing";
    REPORT = "insert into adoption_reports (id, adoption_id, state, note, person_id, at)
        select $1, a.id, $3, $4, $5, $6 from adoptions a where a.id = $2 on conflict (id) do nothing";
    GOES = "update adoptions set state = $2, note = $3, changed_at = $4, changed_hlc = $5 where id = $1 and changed_hlc < $5";
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            WRITTEN => written(tx, event).await,
            CHANGED => said(tx, event, &event.body::<Changed>()?.text).await,
            SHOWN => {
                to(tx, event, "shown").await?;
                tx.run(&SHOWN_AT, args![&event.about, event.at]).await
            }
            RELEASED => {
                to(tx, event, "released").await?;
                tx.run(&RELEASED_AT, args![&event.about, event.at]).await
            }
            WITHDRAWN => to(tx, event, "withdrawn").await,
            RESTORED => to(tx, event, "draft").await,
            PHOTO_ADDED => photo_added(tx, event).await,
            PHOTO_CHANGED => {
                let it: PhotoChanged = event.body()?;
                tx.run(&CHANGE_PHOTO, args![it.photo_id, it.moment, it.caption, it.sort]).await
            }
            PHOTO_REMOVED => {
                let it: PhotoRemoved = event.body()?;
                tx.run(&REMOVE_PHOTO, args![it.photo_id, event.at]).await
            }
            ADOPTED => adopted(tx, event).await,
            REPORTED => {
                let it: Reported = event.body()?;
                let values = args![&event.id, &it.adoption_id, &it.state, &it.note, &event.actor, event.at];
                tx.run(&REPORT, values).await?;
                tx.run(&GOES, args![it.adoption_id, it.state, it.note, event.at, event.hlc]).await
            }
            other => Err(Problem::new(format!("{other} is no kind of this room"))),
        }
    })
}

async fn written(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Written = event.body()?;
    let values = args![
        &event.about,
        it.code,
        it.kind,
        &event.class_id,
        it.project_id,
        it.place_id,
        it.author_id,
        it.illustration,
        &it.text.title,
        event.at,
        event.hlc - 1,
        event.hlc
    ];
    tx.run(&WRITE, values).await?;
    said(tx, event, &it.text).await
}

async fn said(tx: &Tx, event: &Event, it: &Text) -> Result<(), Problem> {
    let counted = it.figures.iter().map(|figure| figure.what.as_str());
    let told = [&it.title, &it.before, &it.after, &it.steps, &it.who, &it.result, &it.conditions].map(String::as_str);
    let all: Vec<&str> = told.into_iter().chain(counted).collect();
    let values = args![
        &event.about,
        &it.component_id,
        &it.local_item_id,
        &it.difficulty_id,
        &it.title,
        fold(&it.title),
        fold(&all.join(" ")),
        &it.before,
        &it.after,
        &it.steps,
        &it.who,
        it.cost,
        &it.cost_note,
        &it.result,
        &it.conditions,
        event.at,
        event.hlc
    ];
    tx.run(&SAY, values).await?;
    let last: Option<i64> = crate::db::Run::one(tx, &SAID_BY, args![&event.about]).await?;
    if last != Some(event.hlc) {
        return Ok(());
    }
    tx.run(&CLEAR_FIGURES, args![&event.about]).await?;
    for (sort, figure) in (1_i64..).zip(&it.figures) {
        tx.run(&FIGURE, args![&event.about, sort, &figure.what, &figure.unit, &figure.before, &figure.after]).await?;
    }
    Ok(())
}

async fn to(tx: &Tx, event: &Event, state: &str) -> Result<(), Problem> {
    let _: Moved = event.body()?;
    tx.run(&TO, args![&event.about, state, event.hlc]).await
}

async fn photo_added(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: PhotoAdded = event.body()?;
    let values = args![
        it.photo_id,
        &event.about,
        it.blob,
        it.small_blob,
        it.width,
        it.height,
        it.bytes,
        it.moment,
        it.caption,
        it.sort,
        &event.actor,
        event.at
    ];
    tx.run(&ADD_PHOTO, values).await
}

async fn adopted(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Adopted = event.body()?;
    let values =
        args![&it.adoption_id, &event.about, it.place_id, it.class_id, it.person_id, &it.state, it.begun_on, &it.note, event.at, event.hlc];
    tx.run(&ADOPT, values).await?;
    // If the place had taken it up already (at another store), there is no such adoption, and nothing is told of it.
    let report = child_id(&event.id, "report");
    tx.run(&REPORT, args![report, it.adoption_id, it.state, it.note, &event.actor, event.at]).await
}
