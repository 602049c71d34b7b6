use super::*;
use crate::ground::Problem;
use crate::practices::photo::tests::{as_jpeg, cornered, with_exif};
use crate::stage::Stage;

fn files(folder: &std::path::Path) -> usize {
    let inside = std::fs::read_dir(folder).map(|it| it.flatten().collect::<Vec<_>>()).unwrap_or_default();
    inside.iter().map(|it| if it.path().is_dir() { files(&it.path()) } else { 1 }).sum()
}

async fn first_photo(stage: &Stage, practice: &str) -> Result<crate::practices::Photo, Problem> {
    Ok(crate::practices::photos(stage.db(), practice).await?.remove(0))
}

crate::both!(photos_are_kept_without_where_they_were_taken, stage, {
    let mut w = World::on(stage).await?;
    let id = w.written(&[]).await?;
    let page = format!("/practices/{id}/photos");
    let sent = with_exif(&as_jpeg(&cornered(800, 600)), 6);
    let other = as_jpeg(&cornered(500, 400));
    let deed = w.an.get(&page).await?.deed();
    let fields = [("deed", deed.as_str()), ("moment", "after"), ("caption", "Ngày gặt")];
    for _ in 0..2 {
        let got = w.an.upload_all(&page, &fields, "photos", &[("a.jpg", &sent), ("b.jpg", &other)]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
    }
    assert_eq!(stage.count("select count(*) from practice_photos").await?, 2, "sent twice, kept once");
    let photo = first_photo(stage, &id).await?;
    assert_eq!((photo.width, photo.height), (600, 800), "upright");
    let got = w.an.get(&format!("/photos/{}", photo.blob)).await?;
    assert_eq!((got.status.as_u16(), got.kind.as_str()), (200, "image/jpeg"));
    assert!(!got.bytes.windows(4).any(|it| it == b"Exif") && !got.bytes.windows(3).any(|it| it == b"GPS"));
    assert!(w.an.get(&format!("/photos/{}", photo.small_blob)).await?.bytes.len() < got.bytes.len());

    // As the practice is seen, so are its photos.
    let at = format!("/photos/{}", photo.blob);
    assert_eq!(w.cuong.get(&at).await?.status, 404);
    w.to(&id, &["shown"]).await?;
    assert_eq!(w.cuong.get(&at).await?.status, 200);
    assert_eq!(w.sen.get(&at).await?.status, 404);
    assert_eq!(stage.guest().get(&at).await?.status, 404);
    w.to(&id, &["released"]).await?;
    assert_eq!(stage.guest().get(&at).await?.status, 200);
    assert!(stage.guest().get("/practices").await?.body.contains(&photo.small_blob));
    for strange in ["x", "..%2F..%2Fnguon.sqlite", &"a".repeat(64)] {
        assert_eq!(stage.guest().get(&format!("/photos/{strange}")).await?.status, 404, "{strange}");
    }
    assert!(stage.db().blobs_missing(&stage.app.blobs).await?.is_empty());
    assert_eq!(stage.db().blobs_named().await?.len(), 4);
});

crate::both!(what_is_no_photo_is_refused_and_the_others_are_kept, stage, {
    let mut w = World::on(stage).await?;
    let id = w.written(&[]).await?;
    let page = format!("/practices/{id}/photos");
    let good = as_jpeg(&cornered(300, 200));
    let got = w.an.upload_all(&page, &[("caption", "Mương mới")], "photos", &[("don.pdf", b"%PDF-1.7"), ("m.jpg", &good)]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("don.pdf không phải ảnh") && got.body.contains("1 ảnh còn lại đã được lưu"), "{}", got.body);
    assert_eq!(stage.count("select count(*) from practice_photos").await?, 1);
    assert_eq!(w.an.post(&page, &[("caption", "không có ảnh")]).await?.status, 422);
    assert_eq!(w.cuong.upload(&page, &[], "photos", "m.jpg", &good).await?.status, 404);
    w.to(&id, &["shown"]).await?;
    assert_eq!(w.cuong.upload(&page, &[], "photos", "m.jpg", &good).await?.status, 403);
    assert_eq!(stage.count("select count(*) from practice_photos").await?, 1);
});

crate::both!(a_removed_photo_goes_with_its_bytes, stage, {
    let mut w = World::on(stage).await?;
    let (one, two) = (w.written(&[]).await?, w.written(&[("title", "Một cách làm khác của khu")]).await?);
    let same = as_jpeg(&cornered(300, 200));
    for id in [&one, &two] {
        assert_eq!(w.an.upload(&format!("/practices/{id}/photos"), &[], "photos", "a.jpg", &same).await?.status, 303);
    }
    assert_eq!(files(stage.blobs()), 2, "the same bytes once, large and small");
    let photo = first_photo(stage, &one).await?;
    let page = format!("/practices/{one}/photos");
    // Described, and put in order.
    let described = [("photo", photo.id.as_str()), ("captions", "Trước khi làm"), ("moments", "before"), ("places", "4")];
    assert_eq!(w.an.post(&format!("{page}/captions"), &described).await?.status, 303);
    let now = first_photo(stage, &one).await?;
    assert_eq!((now.caption.as_str(), now.sort), ("Trước khi làm", 4));
    assert!(w.an.get(&format!("/practices/{one}")).await?.body.contains("<b>Trước</b>: Trước khi làm"));
    // The page asks first.
    let got = w.an.get(&format!("{page}?remove={}", photo.id)).await?;
    assert!(got.body.contains("Gỡ ảnh này?"), "{}", got.body);
    assert_eq!(w.an.post(&format!("{page}/removal"), &[("photo", &photo.id)]).await?.status, 303);
    assert_eq!(files(stage.blobs()), 2, "the other practice shows it still");
    assert_eq!(w.an.get(&format!("/photos/{}", photo.blob)).await?.status, 200);
    let other = first_photo(stage, &two).await?;
    assert_eq!(w.an.post(&format!("/practices/{two}/photos/removal"), &[("photo", &other.id)]).await?.status, 303);
    assert_eq!(files(stage.blobs()), 0, "nobody names it: it is gone from the store");
    assert_eq!(w.an.get(&format!("/photos/{}", photo.blob)).await?.status, 404);
    assert_eq!(w.an.post(&format!("/practices/{two}/photos/removal"), &[("photo", &other.id)]).await?.status, 404);
});

crate::both!(a_check_and_a_backup_know_of_photos, stage, {
    use crate::db::{Blobs, Shelf, beside};
    let mut w = World::on(stage).await?;
    let id = w.written(&[]).await?;
    w.an.upload(&format!("/practices/{id}/photos"), &[], "photos", "a.jpg", &as_jpeg(&cornered(300, 200))).await?;
    let folder = tempfile::tempdir()?;
    let kept = beside(&folder.path().join("kho.sqlite"));
    assert!(kept.ends_with("kho.sqlite.blobs"));
    let backup = Blobs::open(&Shelf::Folder(kept.clone()))?;
    assert!(stage.db().copy_blobs(&stage.app.blobs, &backup).await?.is_empty());
    assert_eq!(files(&kept), 2);
    // Lost, damaged: the check names them, and the backup brings them back.
    let photo = first_photo(stage, &id).await?;
    stage.app.blobs.remove(&photo.blob).await?;
    std::fs::write(stage.blobs().join(&photo.small_blob[..2]).join(&photo.small_blob), b"khac")?;
    let missing = stage.db().blobs_missing(&stage.app.blobs).await?;
    assert_eq!(missing.len(), 2, "{missing:?}");
    stage.db().copy_blobs(&backup, &stage.app.blobs).await?;
    assert!(stage.db().blobs_missing(&stage.app.blobs).await?.is_empty());
});
