//! A provision changes under a step: its place reads it again, or the expert has found the advice still right.

use super::world::{step, to};
use super::*;
use crate::ground::{Problem, Refused};
use crate::policy::{Effect, NewDocument, NewRelation, cite_to_text, keep_document, relate};
use crate::stage::Stage;
use crate::stage::hall::deed;

async fn document(stage: &Stage, number: &str) -> Result<String, Problem> {
    let new = NewDocument {
        number: number.into(),
        kind: "circular".into(),
        issuer: "Bộ Tài chính".into(),
        issued_on: "2017-06-01".into(),
        mark: "memory".into(),
        ..NewDocument::default()
    };
    let mut tx = stage.db().begin().await?;
    let id = keep_document(&mut tx, &deed(stage), new).await.map_err(|it| told(&it))?;
    tx.commit().await?;
    Ok(id)
}

async fn amend(stage: &Stage, from: &str, to: &str, article: &str, on: &str) -> Result<(), Problem> {
    let new = NewRelation {
        from_id: from.into(),
        effect: Effect::Amends,
        to_id: to.into(),
        article: article.into(),
        on_date: on.into(),
        mark: "checked".into(),
        ..NewRelation::default()
    };
    let mut tx = stage.db().begin().await?;
    relate(&mut tx, &deed(stage), new).await.map_err(|it| told(&it))?;
    tx.commit().await
}

fn told(refused: &Refused) -> Problem {
    Problem::new(format!("{refused:?}"))
}

crate::both!(a_step_is_read_again_when_its_provision_changes, stage, {
    let mut w = World::on(stage).await?;
    w.on_day(stage, "20/10/2018").await?;
    let (tt, newer) = (document(stage, "55/2017/TT-BTC").await?, document(stage, "15/2019/TT-BTC").await?);
    let mut linked = Vec::new();
    for (text, article) in
        [("Mua con giống của dân không có hóa đơn thì làm thế nào?", "3"), ("Công trình liên xã do ai làm chủ đầu tư?", "9")]
    {
        let raised = [("text", text), ("field", "procurement"), ("new", "1")];
        let difficulty = to(&w.an.post(&format!("/classes/{}/difficulties", w.class), &raised).await?);
        let cite =
            cite_to_text(&crate::policy::Cite { document_id: tt.clone(), article: article.into(), ..crate::policy::Cite::default() });
        let got = w.hoa.post(&format!("{difficulty}/advice"), &[("text", "Làm theo điều này."), ("cite", &cite), ("against", "0")]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        linked.push(difficulty);
    }
    let links: Vec<String> = linked.iter().map(|it| format!("d/{}", it.trim_start_matches("/difficulties/"))).collect();
    let (plan, steps) = w.presented(&[step(&[("link", &links[0])]), step(&[("link", &links[1])]), step(&[])]).await?;
    let few = w.an.get(&plan).await?;
    assert!(!few.body.contains("Cần rà soát"));

    w.on_day(stage, "01/03/2019").await?;
    amend(stage, &newer, &tt, "3", "2019-04-01").await?;
    let got = w.an.get(&plan).await?;
    assert_eq!(got.body.matches("Cần rà soát").count(), 1, "{}", got.body);
    assert!(
        got.body.contains("Thông tư 15/2019/TT-BTC sửa đổi, bổ sung Điều 3 Thông tư 55/2017/TT-BTC, từ ngày 01/04/2019"),
        "{}",
        got.body
    );
    assert!(got.body.contains(&format!("/steps/{}/rereading", steps[0])) && got.queries == few.queries);
    let work = w.an.get("/").await?;
    assert!(work.body.contains(&format!("/plans/{}?step={}", plan.trim_start_matches("/plans/"), steps[0])), "{}", work.body);
    // Who only looks on cannot say so.
    for (visitor, status) in [(&mut w.cuong, 403), (&mut w.sponsor, 403), (&mut w.stranger, 404)] {
        assert_eq!(visitor.post(&format!("/steps/{}/rereading", steps[0]), &[]).await?.status, status);
    }
    assert_eq!(w.an.post("/steps/0166752b-1234-7000-8000-000000000000/rereading", &[]).await?.status, 404);
    assert_eq!(to(&w.binh.post(&format!("/steps/{}/rereading", steps[0]), &[]).await?), plan);
    assert_eq!(to(&w.binh.post(&format!("/steps/{}/rereading", steps[0]), &[]).await?), plan, "twice does nothing");
    assert!(!w.an.get(&plan).await?.body.contains("Cần rà soát"));

    // Changed again: the expert reads the advice, which is still right, and the step with it.
    amend(stage, &newer, &tt, "9", "2019-05-01").await?;
    assert!(w.an.get(&plan).await?.body.contains("Điều 9 Thông tư 55/2017/TT-BTC"));
    assert_eq!(w.hoa.post(&format!("{}/review", linked[1]), &[]).await?.status, 303);
    assert!(!w.an.get(&plan).await?.body.contains("Cần rà soát"));
    assert_eq!(stage.count("select count(*) from rereadings where closed_at is not null").await?, 2);
});
