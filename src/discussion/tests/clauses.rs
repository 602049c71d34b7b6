use super::*;

crate::both!(what_is_not_clear_is_marked_by_clause, stage, {
    let mut w = World::on(stage).await?;
    let page = format!("/sessions/{}/documents/{}", w.session, w.document);
    let got = w.an.get(&page).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("Chưa ai đánh dấu") && got.body.contains("khoản 2 Điều 7") && got.body.contains("Tôi chưa rõ"));
    let queries = got.queries;
    let unclear = format!("/sessions/{}/unclear", w.session);
    let (seven, thirteen) = (format!("{}/7/2", w.document), format!("{}/13/2", w.document));
    for visitor in [&mut w.an, &mut w.binh] {
        let got = visitor.post(&unclear, &[("cite", &seven)]).await?;
        assert_eq!((got.status.as_u16(), got.to.ends_with("#d7.2")), (303, true), "{}", got.body);
    }
    w.an.post(&unclear, &[("cite", &seven), ("note", "Ai xác nhận khối lượng?")]).await?;
    w.an.post(&unclear, &[("cite", &thirteen)]).await?;
    let got = w.binh.get(&page).await?;
    assert!(got.body.contains("2 người chưa rõ khoản 2 Điều 7") && !got.body.contains("Ai xác nhận"), "{}", got.body);
    assert_eq!(got.queries, queries);
    for visitor in [&mut w.secretary, &mut w.expert, &mut w.officer] {
        let got = visitor.get(&page).await?;
        assert!(got.body.contains("Ai xác nhận khối lượng?") && !got.body.contains("Hà Văn An"), "{}", got.body);
        let (heavy, light) = (got.body.find("2 người chưa rõ").unwrap(), got.body.find("1 người chưa rõ").unwrap());
        assert!(heavy < light, "the heaviest first");
    }
    // From the clause the speaker asks the hall.
    let got = w.officer.get(&format!("{}?clause={seven}", w.hall())).await?;
    assert!(got.body.contains("khoản 2 Điều 7 Thông tư 344/2016/TT-BTC: anh/chị chưa rõ"), "{}", got.body);
    assert!(got.body.contains("3 lượt đánh dấu chưa rõ"));
    // Pressed again: clear, and marked anew without what was noted.
    w.an.post(&unclear, &[("cite", &seven), ("clear", "1")]).await?;
    let got = w.expert.get(&format!("{page}/now")).await?;
    assert!(got.body.contains("1 người chưa rõ khoản 2 Điều 7") && !got.body.contains("Ai xác nhận"), "{}", got.body);
    // The document as a whole; a clause that nobody has summarised; a document of no session.
    assert_eq!(w.an.post(&unclear, &[("cite", &w.document.clone())]).await?.status, 303);
    assert_eq!(w.an.post(&unclear, &[("cite", &format!("{}/99", w.document))]).await?.status, 404);
    assert_eq!(w.an.post(&unclear, &[("cite", &format!("{}/7/2", w.unread))]).await?.status, 404);
    assert_eq!(w.an.get(&format!("/sessions/{}/documents/{}", w.session, w.unread)).await?.status, 404);
    let long = "ă".repeat(501);
    let got = w.binh.post(&unclear, &[("cite", &seven), ("note", &long)]).await?;
    assert!(got.status == 422 && got.body.contains(&long), "what was typed is not lost");
});

crate::both!(who_asks_to_be_erased_leaves_no_words, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    w.say(stage, &mut an, "Nhà tôi ở khu 3, tôi là Hà Văn An", &[]).await?;
    let grown = w.say(stage, &mut an, "Mương bị lũ cuốn 60 m", &[]).await?;
    let raise = format!("/classes/{}/difficulties", w.class);
    let got =
        w.an.post(&raise, &[("text", "Mương bị lũ cuốn 60 m, sửa thế nào?"), ("field", "maintenance"), ("opinion", &grown), ("new", "1")])
            .await?;
    assert_eq!(got.status, 303, "{}", got.body);
    w.an.post(&format!("/sessions/{}/unclear", w.session), &[("cite", &format!("{}/7/2", w.document)), ("note", "Riêng nhà tôi")]).await?;
    let (_, mut keeper) = stage.person("Trần Thị Giang", "0987654399", crate::web::Role::Administrator, None, None).await?;
    let got = keeper.get(&format!("/people/{}", w.an_id)).await?;
    let got = keeper.post(&format!("/people/{}/erasure", w.an_id), &[("deed", &got.deed()), ("sure", "1"), ("confirm", "1")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    assert_eq!(stage.count("select count(*) from opinions where text like '%khu 3%'").await?, 0);
    assert_eq!(stage.count("select count(*) from unclear_marks where note <> ''").await?, 0);
    assert_eq!(stage.count("select count(*) from opinions where withdrawn_at is null and anonymous").await?, 1, "what became a difficulty");
    let kept = "select count(*) from journal where body like '%khu 3%' or body like '%Riêng nhà%'";
    assert_eq!(stage.count(kept).await?, 0);
});
