use super::*;
use crate::classes::{self, State};
use crate::ground::Problem;
use crate::stage::hall::deed;

crate::both!(who_may_come_where, stage, {
    let mut w = World::on(stage).await?;
    let question = w.ask(stage, "Việc gì vướng nhất?", "Một\nHai").await?;
    let mut an = w.an.clone();
    let opinion = w.say(stage, &mut an, "Vốn về muộn", &[]).await?;
    let (hall, document) = (w.hall(), format!("/sessions/{}/documents/{}", w.session, w.document));
    let cite = format!("{}/7/2", w.document);
    let pages =
        [hall.clone(), format!("{hall}/now"), document, format!("/classes/{}/discussion", w.class), format!("/classes/{}/live", w.class)];
    let deeds = [
        (format!("/sessions/{}/opinions", w.session), vec![("text", "Tôi nói")]),
        (format!("/questions/{question}/votes"), vec![("choice", "1")]),
        (format!("/sessions/{}/unclear", w.session), vec![("cite", cite.as_str())]),
        (format!("/opinions/{opinion}/withdrawal"), vec![]),
        (format!("/sessions/{}/questions", w.session), vec![("text", "Hỏi?")]),
        (format!("/questions/{question}/closing"), vec![]),
    ];
    // Nobody at all, and a trainee of another class.
    for page in &pages {
        assert_eq!(stage.guest().get(page).await?.status, 403, "{page}");
        assert_eq!(w.stranger.get(page).await?.status, 404, "{page}");
    }
    for (path, fields) in &deeds {
        assert_eq!(stage.guest().post(path, fields).await?.status, 403, "{path}");
        assert_eq!(w.stranger.post(path, fields).await?.status, 404, "{path}");
    }
    // In the order of the deeds above.
    let all = [
        (&mut w.sponsor, [403, 403, 403, 403, 403, 403]),
        (&mut w.binh, [303, 303, 303, 403, 403, 403]),
        (&mut w.officer, [303, 403, 403, 403, 303, 303]),
        (&mut w.expert, [303, 403, 403, 403, 303, 303]),
        (&mut w.secretary, [303, 403, 403, 303, 303, 303]),
    ];
    for (n, (visitor, answers)) in all.into_iter().enumerate() {
        for page in pages.iter().take(4) {
            assert_eq!(visitor.get(page).await?.status, 200, "{n} {page}");
        }
        for ((path, fields), status) in deeds.iter().zip(answers) {
            assert_eq!(visitor.post(path, fields).await?.status, status, "{n} {path}");
        }
    }
    assert_eq!(w.an.get(&format!("/sessions/{}/discussion", w.elsewhere)).await?.status, 404);
    // A question of another session is no question of this one.
    assert_eq!(w.an.post(&format!("/sessions/{}/opinions", w.elsewhere), &[("text", "x")]).await?.status, 404);
});

crate::both!(when_the_class_is_done_it_is_a_record, stage, {
    let mut w = World::on(stage).await?;
    let question = w.ask(stage, "Việc gì vướng nhất?", "Một\nHai").await?;
    let mut an = w.an.clone();
    let opinion = w.say(stage, &mut an, "Vốn về muộn", &[]).await?;
    let refused = |refused| Problem::new(format!("{refused:?}"));
    classes::set_state(stage.db(), &w.keeper, deed(stage), &w.class, State::Done).await.map_err(refused)?;
    let got = w.an.get(&w.hall()).await?;
    assert!(got.body.contains("Đã khép lại") && got.body.contains("Vốn về muộn") && !got.body.contains("Gửi ý kiến"), "{}", got.body);
    assert_eq!(w.an.post(&format!("/sessions/{}/opinions", w.session), &[("text", "Nói thêm")]).await?.status, 422);
    assert_eq!(w.an.post(&format!("/questions/{question}/votes"), &[("choice", "1")]).await?.status, 422);
    assert_eq!(w.secretary.post(&format!("/sessions/{}/questions", w.session), &[("text", "Hỏi?")]).await?.status, 422);
    // What one said oneself can be taken back still.
    assert_eq!(w.an.post(&format!("/opinions/{opinion}/withdrawal"), &[]).await?.status, 303);
});

crate::both!(what_cannot_be_taken_in_comes_back_as_it_was_typed, stage, {
    let mut w = World::on(stage).await?;
    let got = w.an.post(&format!("/sessions/{}/opinions", w.session), &[("text", "  "), ("anonymous", "1")]).await?;
    assert!(got.status == 422 && got.body.contains("Hãy viết ý kiến") && got.body.contains("value=\"1\" checked"), "{}", got.body);
    let got = w.expert.post(&format!("/sessions/{}/questions", w.session), &[("text", "Chọn gì?"), ("choices", "chỉ một")]).await?;
    assert!(
        got.status == 422 && got.body.contains("từ 2 đến 6 phương án, hoặc") && got.body.contains("chỉ một</textarea>"),
        "{}",
        got.body
    );
    // A name left out is for trainees.
    let mut expert = w.expert.clone();
    let id = w.say(stage, &mut expert, "Tôi xin trao đổi thêm", &[("anonymous", "1")]).await?;
    assert!(w.an.get(&w.hall()).await?.between(&format!("id=\"o{id}\""), "</li>").contains("Nguyễn Văn Đạt"));
});
