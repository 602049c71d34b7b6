use super::*;

crate::both!(another_class_guessing_an_address, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let id = w.raise(&mut an, "Kinh phí duy tu có được làm mới 60 m mương không?", &[]).await?;
    let page = format!("/difficulties/{id}");
    for visitor in [&mut w.stranger, &mut w.sen] {
        assert_eq!(visitor.get(&page).await?.status, 404);
        for deed in ["me-too", "verdict", "clarifications/answer", "reopening"] {
            let got = visitor.post(&format!("{page}/{deed}"), &[("verdict", "resolved"), ("answer", "x"), ("reason", "x")]).await?;
            assert_eq!(got.status, 404, "{deed}");
        }
    }
    assert_eq!(w.stranger.get(&format!("/classes/{}/difficulties", w.class)).await?.status, 404);
    assert_eq!(w.stranger.get(&format!("/classes/{}/difficulties/new", w.class)).await?.status, 404);
    assert_eq!(w.stranger.post(&format!("/classes/{}/difficulties", w.class), &[("text", "x"), ("field", "water")]).await?.status, 404);
    assert!(
        !w.stranger
            .get(&format!("/difficulties/similar?class={}&text=kinh+phi+duy+tu+lam+moi+60+m+muong", w.class))
            .await?
            .body
            .contains("PT18")
    );
    assert!(
        w.binh
            .get(&format!("/difficulties/similar?class={}&text=kinh+phi+duy+tu+lam+moi+60+m+muong", w.class))
            .await?
            .body
            .contains("PT18-01")
    );
    // Nobody at all.
    assert_eq!(stage.guest().get(&page).await?.status, 403);
    assert_eq!(w.an.get(&format!("/difficulties/{}", w.class)).await?.status, 404);
    // Seen, but not theirs to do.
    for deed in ["advice", "assignment", "merger", "escalations", "publication", "review", "clarifications"] {
        assert_eq!(w.binh.post(&format!("{page}/{deed}"), &[("text", "x")]).await?.status, 403, "{deed}");
        assert_eq!(w.sponsor.post(&format!("{page}/{deed}"), &[("text", "x")]).await?.status, 403, "{deed}");
    }
    assert_eq!(w.binh.post(&format!("{page}/verdict"), &[("verdict", "resolved")]).await?.status, 403);
    assert_eq!(w.sponsor.get(&page).await?.status, 200);
    assert_eq!(w.sponsor.post(&format!("{page}/verdict"), &[("verdict", "resolved")]).await?.status, 403);
    // An expert of no class of this project.
    assert_eq!(stage.count("select count(*) from verdicts").await?, 0);
    assert_eq!(w.an.get(&format!("/classes/{}/difficulties", w.other)).await?.status, 404);
    assert_eq!(w.an.get(&format!("/classes/{}/difficulties", w.sonla)).await?.status, 404);
});

crate::both!(two_people_editing_one_answer, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let id = w.raise(&mut an, "Niêm yết mời cộng đồng bao nhiêu ngày là đúng?", &[]).await?;
    let page = format!("/difficulties/{id}");
    let form = w.dat.get(&format!("{page}/advice")).await?;
    let against = form.between("name=\"against\" value=\"", "\"");
    assert_eq!(against, "0");
    w.hoa.post(&format!("{page}/advice"), &[("text", "Ba ngày làm việc."), ("against", "0")]).await?;
    let mine = [("text", "Bốn ngày, tôi nhớ thế."), ("against", against.as_str())];
    let got = w.dat.post(&format!("{page}/advice"), &mine).await?;
    assert_eq!(got.status, 409);
    assert!(
        got.body.contains("Ba ngày làm việc.") && got.body.contains("Bốn ngày, tôi nhớ thế.") && got.body.contains("Lê Thị Hoa"),
        "{}",
        got.body
    );
    // Compared, and sent on purpose: against what stands now.
    let against = got.between("name=\"against\" value=\"", "\"");
    let got = w.dat.post(&format!("{page}/advice"), &[("text", "Tối thiểu ba ngày làm việc."), ("against", &against)]).await?;
    assert_eq!(got.status, 303);
    assert_eq!(stage.count("select count(*) from advices where superseded_at is null").await?, 1);

    // The same for what is published.
    let text = |answer: &'static str, against: String| {
        vec![
            ("question".to_owned(), "Niêm yết bao nhiêu ngày?".to_owned()),
            ("answer".to_owned(), answer.to_owned()),
            ("against".to_owned(), against),
        ]
    };
    let post = async |visitor: &mut crate::stage::Visitor, fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        visitor.post(&format!("{page}/publication"), &fields).await
    };
    assert_eq!(post(&mut w.dat, text("Ba ngày.", "0".into())).await?.status, 303);
    let got = post(&mut w.hoa, text("Ba ngày làm việc.", "0".into())).await?;
    assert_eq!(got.status, 409);
    assert!(got.body.contains("Ba ngày làm việc."));
});

crate::both!(what_cannot_be_raised, stage, {
    let mut w = World::on(stage).await?;
    let list = format!("/classes/{}/difficulties", w.class);
    let got = w.an.post(&list, &[("text", ""), ("field", ""), ("tried", "Đã hỏi huyện")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("Xin viết vướng mắc.") && got.body.contains("Xin chọn lĩnh vực") && got.body.contains("Đã hỏi huyện"));
    let long = "a".repeat(4001);
    let got = w.an.post(&list, &[("text", &long), ("field", "water"), ("new", "1")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("tối đa 4000"));
    // Another place's item; a component that is not there.
    let item = w.item.clone();
    let got =
        w.cuong.post(&list, &[("text", "Đàn bò"), ("field", "water"), ("local_item", &item), ("component", "x"), ("new", "1")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("không thuộc địa phương") && got.body.contains("không thuộc giai đoạn"));
    // A paper form of somebody who is not of this class.
    let got = w.secretary.post(&format!("{list}/paper"), &[("trainee", "x"), ("text", "Đàn bò"), ("field", "water")]).await?;
    assert_eq!(got.status, 422);
    assert_eq!(w.an.post(&format!("{list}/paper"), &[("text", "x")]).await?.status, 403);
    assert_eq!(stage.count("select count(*) from difficulties").await?, 0);

    // Script and marks are shown as they were written.
    let mut an = w.an.clone();
    let id = w.raise(&mut an, "<script>alert(1)</script> & \"dấu\"", &[("field", "water")]).await?;
    let got = w.dat.get(&format!("/difficulties/{id}")).await?;
    assert!(!got.body.contains("<script>alert") && got.body.contains("&#60;script&#62;alert"), "{}", got.body);
    // Moved on meanwhile: said on the page, nothing done.
    w.an.post(&format!("/difficulties/{id}/verdict"), &[("verdict", "no_longer_needed")]).await?;
    let got = w.dat.post(&format!("/difficulties/{id}/advice"), &[("text", "Lời tư vấn"), ("against", "0")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("vừa chuyển sang bước khác") && got.body.contains("Lời tư vấn"));
});

crate::both!(anonymous_towards_other_trainees, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let item = w.item.clone();
    let id = w.raise(&mut an, "Chủ tịch xã tự chọn nhà thầu quen, không niêm yết.", &[("anonymous", "1"), ("local_item", &item)]).await?;
    let page = format!("/difficulties/{id}");
    w.dat.post(&format!("{page}/clarifications"), &[("question", "Gói nào?")]).await?;
    w.an.post(&format!("{page}/clarifications/answer"), &[("answer", "Gói chuồng bò")]).await?;
    for visitor in [&mut w.cuong, &mut w.sponsor] {
        for path in [page.clone(), format!("/classes/{}/difficulties", w.class)] {
            let got = visitor.get(&path).await?;
            assert_eq!(got.status, 200);
            for told in ["Hà Văn An", "Mỹ Lung", "Yên Lập", "Nuôi bò sinh sản"] {
                assert!(!got.body.contains(told), "{path} tells {told}: {}", got.body);
            }
            assert!(got.body.contains("một địa phương trong lớp"));
        }
        assert!(!visitor.get("/places/o08470/difficulties").await?.body.contains("PT18-01"));
        assert!(!visitor.get(&format!("/classes/{}/difficulties?place=o08470", w.class)).await?.body.contains("PT18-01"));
    }
    for visitor in [&mut w.an, &mut w.dat, &mut w.secretary] {
        assert!(visitor.get(&page).await?.body.contains("Hà Văn An"));
        assert!(visitor.get("/places/o08470/difficulties").await?.body.contains("PT18-01"));
    }
});
