//! The photos of a practice: sent, described, taken away; and a photo itself.

use super::{Wrong, mendable};
use crate::db::is_blob;
use crate::ground::{Refused, Word};
use crate::practices::actions::{self, Added, Caption, NewPhoto, allowed, seen};
use crate::practices::photo::{MOST_PHOTOS, Moment, small_sides};
use crate::practices::practice::{Standing, State, Verb, sees};
use crate::practices::store;
use crate::web::{Answer, Ask, ClassRef, Failure, Form, Shell, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

/// A photo with what is said of it.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) small: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) caption: String,
    /// Value, word, chosen.
    pub(super) moments: Vec<(String, String, bool)>,
    pub(super) place: usize,
    /// The page asks whether to take this one away.
    pub(super) asks: bool,
}

#[derive(Template)]
#[template(path = "practices/pages/photos.html")]
pub(super) struct PhotosPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) rows: Vec<Row>,
    /// So many more can be added.
    pub(super) room: usize,
    /// Value, word, chosen: of the photos that are added.
    pub(super) moments: Vec<(String, String, bool)>,
    pub(super) caption: String,
    pub(super) wrong: Wrong,
}

/// `GET /practices/{practice}/photos`
pub(super) async fn page_of(ask: Ask, Path(id): Path<String>) -> Answer {
    page(&draw(&ask, &id, &Form::default(), Wrong::default()).await?)
}

/// `POST /practices/{practice}/photos`: one or several files.
pub(super) async fn add(ask: Ask, Path(id): Path<String>, form: Result<Form, Failure>) -> Answer {
    let w = ask.w();
    // Nothing of a form that is too large has been read: the page says so, rather than that it cannot be understood.
    let Ok(form) = form else {
        let wrong = Wrong::one("photos", w.t("photo-wrong-all"));
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &draw(&ask, &id, &Form::default(), wrong).await?);
    };
    let moment = Moment::from_name(&form.line("moment")).unwrap_or_default();
    let caption = form.line("caption");
    let file = |it: &crate::web::Upload| NewPhoto { name: it.name.clone(), bytes: it.bytes.clone(), caption: caption.clone(), moment };
    let files: Vec<NewPhoto> = form.files("photos").map(file).collect();
    if files.is_empty() {
        let wrong = Wrong::one("photos", w.t("photo-wrong-none"));
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &draw(&ask, &id, &form, wrong).await?);
    }
    match mendable(actions::add_photos(ask.db(), &ask.house().blobs, &ask.actor, ask.deed(&form), &id, files).await)? {
        Ok(added) if added.wrong.is_empty() && added.too_many == 0 => see(format!("/practices/{id}/photos?done=photos-added")),
        Ok(added) => {
            let wrong = told(&added, &ask);
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &draw(&ask, &id, &form, wrong).await?)
        }
        Err(invalid) => {
            let wrong = Wrong::of(&invalid, &w);
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &draw(&ask, &id, &form, wrong).await?)
        }
    }
}

/// What was wrong with which file, and that the others were kept.
fn told(added: &Added, ask: &Ask) -> Wrong {
    let w = ask.w();
    let mut lines: Vec<String> = added.wrong.iter().map(|(name, wrong)| w.x(wrong.word(), name)).collect();
    if added.too_many > 0 {
        lines.push(w.word(&Word::new("photo-wrong-many").with("x", MOST_PHOTOS.to_string()).with("y", added.too_many.to_string())));
    }
    if added.kept > 0 {
        lines.push(w.n("photo-others-kept", added.kept));
    }
    Wrong::one("photos", lines.join(" "))
}

/// `POST /practices/{practice}/photos/captions`
pub(super) async fn describe(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let column = |name: &str| form.pairs().iter().filter(|it| it.0 == name).map(|it| it.1.clone()).collect::<Vec<_>>();
    let (photos, captions, moments, places) = (column("photo"), column("captions"), column("moments"), column("places"));
    let mut input = Vec::new();
    for (n, photo) in photos.iter().enumerate() {
        let at = |of: &[String]| of.get(n).cloned().unwrap_or_default();
        input.push(Caption {
            photo: photo.clone(),
            caption: crate::ground::text::clean(&at(&captions)),
            moment: Moment::from_name(&at(&moments)).unwrap_or_default(),
            sort: at(&places).trim().parse().unwrap_or_else(|_| i64::try_from(n + 1).unwrap_or_default()),
        });
    }
    match mendable(actions::describe_photos(ask.db(), &ask.actor, ask.deed(&form), &id, &input).await)? {
        Ok(()) => see(format!("/practices/{id}/photos?done=photos-described")),
        Err(invalid) => {
            let wrong = Wrong::of(&invalid, &ask.w());
            let mut drawn = draw(&ask, &id, &Form::default(), wrong).await?;
            for row in &mut drawn.rows {
                if let Some(typed) = input.iter().find(|it| it.photo == row.id) {
                    row.caption.clone_from(&typed.caption);
                }
            }
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
    }
}

/// `POST /practices/{practice}/photos/removal`
pub(super) async fn remove(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let blobs = &ask.house().blobs;
    actions::remove_photo(ask.db(), blobs, &ask.actor, ask.deed(&form), &id, &form.line("photo")).await?;
    see(format!("/practices/{id}/photos?done=photo-removed"))
}

async fn draw(ask: &Ask, id: &str, form: &Form, wrong: Wrong) -> Result<PhotosPage, Refused> {
    let (db, w) = (ask.db(), ask.w());
    let (found, who) = seen(db, &ask.actor, id).await?;
    allowed(&found, who, Verb::Edit)?;
    let photos = store::photos(db, id).await?;
    let asked = ask.query("remove");
    let moments = |chosen: Moment| Moment::ALL.iter().map(|it| (it.name().to_owned(), w.t(it.word()), *it == chosen)).collect();
    let rows: Vec<Row> = photos
        .iter()
        .zip(1..)
        .map(|(it, place)| {
            let (width, height) = small_sides(it.width, it.height);
            Row {
                id: it.id.clone(),
                small: format!("/photos/{}", it.small_blob),
                width,
                height,
                caption: it.caption.clone(),
                moments: moments(it.moment),
                place,
                asks: it.id == asked,
            }
        })
        .collect();
    let heading = if rows.is_empty() { w.t("photo-heading-none") } else { w.n("photo-heading", rows.len()) };
    Ok(PhotosPage {
        s: ask
            .shell(heading.clone())
            .crumb(format!("/classes/{}/practices", found.class_id), w.t("practice-crumb-list"))
            .crumb(format!("/practices/{id}"), found.code.clone()),
        path: format!("/practices/{id}"),
        kicker: format!("{} {}", found.code, found.text.title),
        heading,
        room: MOST_PHOTOS.saturating_sub(rows.len()),
        rows,
        moments: moments(Moment::from_name(&form.line("moment")).unwrap_or_default()),
        caption: form.raw("caption").to_owned(),
        wrong,
    })
}

/// `GET /photos/{blob}`: for whoever may see a practice that shows it. The name is the content, so it never changes.
pub(super) async fn picture(ask: Ask, Path(blob): Path<String>) -> Answer {
    if !is_blob(&blob) {
        return Err(Refused::Absent.into());
    }
    let shown = store::seen_by_blob(ask.db(), &blob).await?;
    let public = shown.iter().any(|it| it.0 == State::Released);
    let visible = shown.iter().any(|(state, class, project, author)| {
        let class = ClassRef { class, project };
        let who = Standing {
            runs: ask.actor.runs(class),
            inside: ask.actor.sees(class),
            author: ask.actor.is_known() && *author == ask.actor.person,
            has_places: false,
        };
        sees(*state, who)
    });
    if !visible {
        return Err(Refused::Absent.into());
    }
    let bytes = ask.house().blobs.get(&blob).await?.ok_or(Refused::Absent)?;
    let keep = if public { "public, max-age=2592000, immutable" } else { "private, max-age=86400" };
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg".to_owned()),
        (header::CACHE_CONTROL, keep.to_owned()),
        (header::ETAG, format!("\"{blob}\"")),
        (header::CONTENT_DISPOSITION, "inline".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
