use super::World;
use super::world::search;
use crate::db::Run;
use crate::ground::Clock;
use crate::search::Index;
use crate::search::engine::Asked;
use crate::web::{Finder, Like};

/// What an index has for a text, whoever may see it.
fn keys(index: &Index, text: &str) -> Vec<String> {
    let found = index.engine().search(&Asked { text: text.into(), most: 20, ..Asked::default() }).unwrap();
    let mut keys: Vec<String> = found.into_iter().map(|it| it.key).collect();
    keys.sort();
    keys
}

crate::both!(an_index_is_opened_again_follows_and_is_the_same_when_made_anew, stage, {
    let folder = tempfile::tempdir()?;
    let open = || Index::open(stage.db().clone(), stage.clock.clone(), Some(folder.path()));
    let mut w = World::on(stage).await?;
    {
        let index = open()?;
        index.catch_up().await?;
        assert!(index.entries() > 10, "{}", index.entries());
        assert_eq!(keys(&index, "mương lũ cuốn").len(), 1);
    }
    // Closed, things happen, opened again: what happened is there, and nothing was read anew that need not be.
    let list = format!("/classes/{}/difficulties", w.hall.class);
    let got = w.hall.an.post(&list, &[("text", "Bể nước của thôn bị nứt đáy"), ("field", "water"), ("new", "1")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    w.to("shown").await?;
    let index = open()?;
    assert!(keys(&index, "bể nước nứt đáy").is_empty());
    index.catch_up().await?;
    assert_eq!(keys(&index, "bể nước nứt đáy").len(), 1);
    let entries = index.entries();
    let texts = ["mua con giống", "nếp gà gáy", "Phú Thọ", "bể nước", "điều 3"];
    let followed: Vec<_> = texts.iter().map(|text| keys(&index, text)).collect();
    index.rebuild().await?;
    assert_eq!(index.entries(), entries);
    assert_eq!(texts.iter().map(|text| keys(&index, text)).collect::<Vec<_>>(), followed);
    // While it is open nobody else writes there; each process has a folder of its own.
    assert!(open()?.rebuild().await.unwrap_err().to_string().contains("NGUON_INDEX"));
    drop(index);
    // Of another version, or spoilt: begun anew.
    let meta = folder.path().join("meta.json");
    std::fs::write(&meta, std::fs::read_to_string(&meta)?.replace("\\\"version\\\":\\\"", "\\\"version\\\":\\\"9"))?;
    let index = open()?;
    index.catch_up().await?;
    assert_eq!(index.entries(), entries);
    drop(index);
    std::fs::write(&meta, "{")?;
    std::fs::write(folder.path().join("notes.txt"), "not ours")?;
    let index = open()?;
    index.catch_up().await?;
    assert_eq!(index.entries(), entries);
    assert!(folder.path().join("notes.txt").exists());
});

crate::both!(the_index_of_another_journal_is_not_believed, stage, {
    let folder = tempfile::tempdir()?;
    World::on(stage).await?;
    Index::open(stage.db().clone(), stage.clock.clone(), Some(folder.path()))?.catch_up().await?;
    let other = crate::stage::Stage::sqlite().await?;
    let index = Index::open(other.db().clone(), other.clock.clone(), Some(folder.path()))?;
    assert!(index.entries() > 0);
    index.catch_up().await?;
    assert_eq!(index.entries(), 0);
});

crate::both!(a_new_day_changes_what_is_in_force, stage, {
    let mut w = World::on(stage).await?;
    let number: String =
        stage.db().the(&crate::db::Statement { name: "n", sql: "select number from documents order by id limit 1" }, &[]).await?;
    let query = format!("q={number}&in_force=yes");
    let before = search(&mut w.guest, &query).await?.body.contains("id=\"results\"");
    assert!(before, "it applies on the day of the class");
    let document: String =
        stage.db().the(&crate::db::Statement { name: "d", sql: "select id from documents order by id limit 1" }, &[]).await?;
    let document = crate::policy::document(stage.db(), &document).await?.unwrap();
    let new = crate::policy::NewDocument {
        id: Some(document.id.clone()),
        number: document.number.clone(),
        kind: document.kind.name().into(),
        issuer: document.issuer.clone(),
        title: document.title.clone(),
        issued_on: document.issued_on.clone().unwrap_or_default(),
        effective_on: document.effective_on.clone().unwrap_or_default(),
        expires_on: "2018-10-20".into(),
        mark: document.mark.name().into(),
        dates_mark: document.dates_mark.name().into(),
        source: document.source.clone(),
        checked_on: String::new(),
        note: String::new(),
    };
    let mut tx = stage.db().begin().await?;
    crate::stage::hall::must(crate::policy::keep_document(&mut tx, &crate::stage::hall::deed(stage), new).await)?;
    tx.commit().await?;
    assert!(search(&mut w.guest, &query).await?.body.contains("id=\"results\""), "not yet");
    stage.clock.set(stage.clock.now().0 + 5 * 86_400_000);
    assert!(!search(&mut w.guest, &query).await?.body.contains("id=\"results\""));
    assert!(search(&mut w.guest, &format!("q={number}&in_force=no")).await?.body.contains("id=\"results\""));
});

crate::both!(what_is_like_a_text_is_found_where_the_room_asks, stage, {
    let w = World::on(stage).await?;
    let index = Index::open(stage.db().clone(), Clock::fixed(crate::stage::CLASS_DAY), None)?;
    let text = "giong vat nuoi mua cua dan khong co hoa don thi thanh toan sao";
    let like = |within: &'static [&'static str]| Like { kind: "difficulty", text, within, most: 4 };
    assert_eq!(index.alike(like(&[])).await?, []);
    let class: &'static str = Box::leak(w.hall.class.clone().into_boxed_str());
    let within: &'static [&'static str] = Box::leak(vec![class, ""].into_boxed_slice());
    let found = index.alike(like(within)).await?;
    assert!(found[0].share > 0.3, "{found:?}");
    assert!(found.len() == 1 || found[1].share < found[0].share, "{found:?}");
});
