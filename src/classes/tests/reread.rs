//! Material that stands on the law: tied to what is new, and read again when its document changes.

use super::*;
use crate::policy::{Effect, NewDocument, NewRelation, keep_document, relate};

async fn document(stage: &Stage, number: &str) -> Result<String, Problem> {
    let new = NewDocument { number: number.into(), kind: "decree".into(), issuer: "Chính phủ".into(), ..NewDocument::default() };
    let deed = Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() };
    let mut tx = stage.db().begin().await?;
    let id = keep_document(&mut tx, &deed, new).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    tx.commit().await?;
    Ok(id)
}

async fn relate_on(stage: &Stage, effect: Effect, from: &str, to: &str, on: &str) -> Result<(), Problem> {
    let deed = Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() };
    let article = if effect == Effect::Amends { "14" } else { "" };
    let (from_id, to_id) = (from.to_owned(), to.to_owned());
    let new = NewRelation { from_id, effect, to_id, article: article.into(), on_date: on.into(), ..NewRelation::default() };
    let mut tx = stage.db().begin().await?;
    relate(&mut tx, &deed, new).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    tx.commit().await
}

async fn session(office: &Office, day: &str, from: &str, to: &str) -> Result<(), Problem> {
    let mut organiser = office.organiser.clone();
    let fields = [("day", day), ("from", from), ("to", to), ("topic", "Chính sách mới, văn bản mới")];
    let got = organiser.post(&office.at("/sessions"), &fields).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    Ok(())
}

crate::both!(material_is_tied_to_what_is_new_and_read_again, stage, {
    let office = office(stage).await?;
    let mut organiser = office.organiser.clone();
    session(&office, "2018-10-16", "07:30", "11:30").await?;
    session(&office, "2018-10-17", "07:30", "11:30").await?;
    let sessions = classes::sessions(stage.db(), &office.class.id).await?;
    let at = |n: usize| office.at(&format!("/sessions/{}", sessions[n].id));
    let (decree, newer, other) = (document(stage, "27/2016/NĐ-CP").await?, document(stage, "38/2018/NĐ-CP").await?, document(stage, "9/2018/NĐ-CP").await?);

    // What is new: of one document, beside another; never an address of its own making.
    for (fields, status) in [
        (vec![("title", ""), ("document", decree.as_str())], 303),
        (vec![("title", ""), ("document", newer.as_str()), ("news", decree.as_str())], 303),
        (vec![("title", "Đọc lại"), ("document", decree.as_str()), ("news", "days")], 303),
        (vec![("title", ""), ("news", "days")], 422),
        (vec![("title", ""), ("document", decree.as_str()), ("news", decree.as_str())], 422),
        (vec![("title", ""), ("document", decree.as_str()), ("news", "0166752b-1234-7000-8000-000000000000")], 422),
        (vec![("title", "x"), ("link", "/documents/1/changes")], 422),
        (vec![("title", "x"), ("document", decree.as_str()), ("link", "/documents/../changes//evil")], 422),
    ] {
        let got = organiser.post(&format!("{}/materials", at(1)), &fields).await?;
        assert_eq!(got.status, status, "{fields:?}: {}", got.body);
    }
    let got = organiser.get(&office.at("")).await?;
    let compare = format!("<a href=\"/documents/{decree}/compare/{newer}\">Có gì mới: Nghị định 38/2018/NĐ-CP so với Nghị định 27/2016/NĐ-CP</a>");
    assert!(got.body.contains(&compare), "{}", got.body);
    assert!(got.body.contains(&format!("<a href=\"/documents/{decree}/changes\">Đọc lại</a>")) && !got.body.contains("Tài liệu cần rà soát"));
    let (few, few_session) = (got.queries, organiser.get(&at(1)).await?.queries);

    // On the 16th, after the first session: the decree is amended. Guiding it changes nothing; nor does what was known when it was added.
    stage.clock.set(morning(16) + 4 * 3_600_000);
    organiser.post(&format!("{}/materials", at(1)), &[("title", "Bản đã sửa"), ("document", decree.as_str())]).await?;
    relate_on(stage, Effect::Guides, &other, &decree, "2018-10-20").await?;
    assert_eq!(stage.count("select count(*) from rereadings").await?, 0);
    relate_on(stage, Effect::Amends, &newer, &decree, "2018-10-10").await?;
    assert_eq!(stage.count("select count(*) from rereadings").await?, 2, "what was added before the 10th");
    let mut organiser = stage.with_token(&organiser_token(stage).await?);
    let got = organiser.get(&at(1)).await?;
    assert_eq!(got.body.matches("Nghị định 38/2018/NĐ-CP sửa đổi, bổ sung Điều 14 Nghị định 27/2016/NĐ-CP, từ ngày 10/10/2018").count(), 2, "{}", got.body);
    assert_eq!(got.queries, few_session);
    let got = organiser.get(&office.at("")).await?;
    assert!(got.body.contains("Tài liệu cần rà soát") && got.queries == few, "{}", got.body);
    let work = organiser.get("/").await?;
    assert!(work.body.contains("2 tài liệu của các buổi sắp tới dựa vào quy định đã thay đổi"), "{}", work.body);

    // One press each; a stranger none; the wrong session none.
    let material = |body: &str| body.split("materials/rereading").nth(1).unwrap().split("value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let first = material(&organiser.get(&at(1)).await?.body);
    let (_, mut stranger) = stage.person("Phạm Văn Lạ", "0900000044", Role::Organiser, Some("c9"), None).await?;
    assert_eq!(stranger.post(&format!("{}/materials/rereading", at(1)), &[("material", &first)]).await?.status, 404);
    assert_eq!(organiser.post(&format!("{}/materials/rereading", at(0)), &[("material", &first)]).await?.status, 404);
    assert_eq!(organiser.post(&format!("{}/materials/rereading", at(1)), &[("material", &first)]).await?.status, 303);
    let got = organiser.get(&at(1)).await?;
    assert_eq!(got.body.matches("Cần rà soát").count(), 1, "{}", got.body);
    let second = material(&got.body);
    assert_eq!(organiser.post(&format!("{}/materials/rereading", at(1)), &[("material", &second)]).await?.status, 303);
    assert!(!organiser.get(&office.at("")).await?.body.contains("Tài liệu cần rà soát"));

    // A change that is known and comes later than the material is there from the start.
    relate_on(stage, Effect::Replaces, &newer, &other, "2019-01-01").await?;
    organiser.post(&format!("{}/materials", at(1)), &[("title", ""), ("document", other.as_str())]).await?;
    assert!(organiser.get(&at(1)).await?.body.contains("Nghị định 38/2018/NĐ-CP thay thế Nghị định 9/2018/NĐ-CP, từ ngày 01/01/2019"));
});

/// On another day the organiser signs in again.
async fn organiser_token(stage: &Stage) -> Result<String, Problem> {
    let people = crate::people::by_phone(stage.db(), "0900000001").await?;
    let id = people.first().map(|it| it.id.clone()).ok_or_else(|| Problem::new("no organiser"))?;
    crate::people::token_for(&stage.app, &id, crate::people::Means::Password).await
}
