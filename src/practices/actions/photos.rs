//! Photos: added, described, removed. The bytes go to the blobs before the event that names them.
//!
//! Reading a photo is heavy: two at a time, on threads of their own. What no photo names any longer is deleted while this verb holds the
//! writer's turn, and whoever adds a photo looks once more that its bytes are there while holding it: so neither takes from the other.

use super::{allowed, for_verb, seen};
use crate::db::{Blobs, Db, Deed, Tx};
use crate::ground::{Invalid, Problem, Refused, child_id, text};
use crate::practices::photo::{LONGEST_CAPTION, MOST_PHOTOS, Moment, Ready, Wrong, ready};
use crate::practices::practice::{Verb, at_most};
use crate::practices::{event, store};
use crate::web::Actor;
use bytes::Bytes;
use tokio::sync::Semaphore;

/// So many photos are read at once.
static DESKS: Semaphore = Semaphore::const_new(2);

/// A file as it came.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    pub name: String,
    pub bytes: Bytes,
    pub caption: String,
    pub moment: Moment,
}

/// What became of the files.
#[derive(Clone, Debug, Default)]
pub struct Added {
    pub kept: usize,
    /// The name of each file that is no photo that can be kept, and why.
    pub wrong: Vec<(String, Wrong)>,
    /// So many more than a practice has room for.
    pub too_many: usize,
}

/// Adds photos to a practice. Those that can be kept are, whatever is wrong with the others.
pub async fn add_photos(db: &Db, blobs: &Blobs, actor: &Actor, deed: Deed, id: &str, files: Vec<NewPhoto>) -> Result<Added, Refused> {
    // Before anything heavy is done for somebody who may not.
    let (found, who) = seen(db, actor, id).await?;
    allowed(&found, who, Verb::Edit)?;
    let mut invalid = Invalid::default();
    for it in &files {
        at_most(&mut invalid, "caption", &it.caption, LONGEST_CAPTION);
    }
    invalid.verdict()?;
    if store::is_done(db, &deed.part("photo/0").id).await? {
        return Ok(Added { kept: files.len(), ..Added::default() });
    }
    let mut added = Added::default();
    let mut made = Vec::new();
    for file in files {
        match made_ready(file.bytes.clone()).await? {
            Ok(ready) => {
                blobs.put(Bytes::from(ready.large.clone())).await?;
                blobs.put(Bytes::from(ready.small.clone())).await?;
                made.push((file, ready));
            }
            Err(wrong) => added.wrong.push((text::clean(&file.name), wrong)),
        }
    }
    let mut tx = db.begin().await?;
    let (found, _) = for_verb(&tx, actor, id, Verb::Edit).await?;
    let there = store::photos(&tx, id).await?;
    let room = MOST_PHOTOS.saturating_sub(there.len());
    added.too_many = made.len().saturating_sub(room);
    made.truncate(room);
    let first = there.iter().map(|it| it.sort).max().unwrap_or_default() + 1;
    for (n, (file, ready)) in made.into_iter().enumerate() {
        let deed = deed.part(&format!("photo/{n}"));
        let sort = first + i64::try_from(n).unwrap_or_default();
        keep(&mut tx, blobs, &deed, (id, &found.class_id), file, ready, sort).await?;
        added.kept += 1;
    }
    tx.commit().await?;
    Ok(added)
}

/// A picture made ready as a photo of a practice is: upright, without what the camera wrote in it, of modest size. For rooms that have
/// pictures of their own to keep.
pub async fn ready_picture(bytes: Bytes) -> Result<Result<Bytes, Wrong>, Problem> {
    Ok(made_ready(bytes).await?.map(|ready| Bytes::from(ready.large)))
}

async fn made_ready(bytes: Bytes) -> Result<Result<Ready, Wrong>, Problem> {
    let _desk = DESKS.acquire().await?;
    Ok(tokio::task::spawn_blocking(move || ready(&bytes)).await?)
}

async fn keep(
    tx: &mut Tx,
    blobs: &Blobs,
    deed: &Deed,
    (id, class): (&str, &str),
    file: NewPhoto,
    ready: Ready,
    sort: i64,
) -> Result<(), Problem> {
    let bytes = ready.large.len() + ready.small.len();
    let body = event::PhotoAdded {
        photo_id: child_id(&deed.id, "photo"),
        blob: blobs.put(Bytes::from(ready.large)).await?,
        small_blob: blobs.put(Bytes::from(ready.small)).await?,
        width: i64::from(ready.width),
        height: i64::from(ready.height),
        bytes: i64::try_from(bytes)?,
        moment: file.moment.name().to_owned(),
        caption: file.caption,
        sort,
    };
    tx.record(deed, event::PHOTO_ADDED, id, Some(class), &body).await?;
    Ok(())
}

/// What is said of a photo, and where it stands.
#[derive(Clone, Debug)]
pub struct Caption {
    pub photo: String,
    pub caption: String,
    pub moment: Moment,
    pub sort: i64,
}

/// Describes and orders photos. Only what changed is kept as an event.
pub async fn describe_photos(db: &Db, actor: &Actor, deed: Deed, id: &str, input: &[Caption]) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    for it in input {
        at_most(&mut invalid, "captions", &it.caption, LONGEST_CAPTION);
    }
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    let (found, _) = for_verb(&tx, actor, id, Verb::Edit).await?;
    let there = store::photos(&tx, id).await?;
    for it in input {
        let Some(photo) = there.iter().find(|photo| photo.id == it.photo) else { continue };
        if (photo.caption.as_str(), photo.moment, photo.sort) == (it.caption.as_str(), it.moment, it.sort) {
            continue;
        }
        let body = event::PhotoChanged {
            photo_id: it.photo.clone(),
            moment: it.moment.name().to_owned(),
            caption: it.caption.clone(),
            sort: it.sort,
        };
        tx.record(&deed.part(&it.photo), event::PHOTO_CHANGED, id, Some(&found.class_id), &body).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a photo away. Its bytes go at once if no other photo is the same; backups taken before still have them.
pub async fn remove_photo(db: &Db, blobs: &Blobs, actor: &Actor, deed: Deed, id: &str, photo: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Edit).await?;
    let gone = store::photo(&tx, id, photo).await?.ok_or(Refused::Absent)?;
    tx.record(&deed, event::PHOTO_REMOVED, id, Some(&found.class_id), &event::PhotoRemoved { photo_id: gone.id }).await?;
    tx.commit().await?;
    // Committed first: bytes that a failed deletion leaves are named by nobody; a photo whose bytes are gone would be worse.
    let turn = db.begin().await?;
    let named = db.blobs_named().await?;
    for blob in [gone.blob, gone.small_blob] {
        if !named.contains(&blob) {
            blobs.remove(&blob).await?;
        }
    }
    Ok(turn.commit().await?)
}
