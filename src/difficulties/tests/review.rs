use super::*;
use crate::policy::Effect;

crate::both!(an_amended_clause_returns_the_answers_that_stand_on_it, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let (tt55, nd27) = (w.tt55.clone(), w.nd27.clone());
    let touched = w.raise(&mut an, "Mua con giống của dân không có hóa đơn", &[]).await?;
    let beside = w.raise(&mut an, "Công trình liên xã có được làm theo cơ chế đặc thù không", &[]).await?;
    for (id, cite) in [(&touched, World::cite(&tt55, "3", "2")), (&beside, World::cite(&nd27, "14", ""))] {
        w.hoa.post(&format!("/difficulties/{id}/advice"), &[("text", "Làm theo khoản này."), ("cite", &cite), ("against", "0")]).await?;
        w.an.post(&format!("/difficulties/{id}/verdict"), &[("verdict", "resolved")]).await?;
    }
    let page = format!("/difficulties/{touched}");
    w.hoa
        .post(
            &format!("{page}/publication"),
            &[("question", "Mua con giống của dân không có hóa đơn?"), ("answer", "Lập giấy biên nhận."), ("against", "0")],
        )
        .await?;
    assert!(w.hoa.get("/queue").await?.body.contains("Không còn vướng mắc nào chờ"));

    w.later(stage, 200).await?;
    // Guides change nothing; another clause neither.
    w.amend(stage, Effect::Guides, &tt55, "", "", "2019-04-01").await?;
    w.amend(stage, Effect::Amends, &tt55, "3", "1", "2019-04-01").await?;
    assert_eq!(stage.count("select count(*) from difficulties where needs_review").await?, 0);
    w.amend(stage, Effect::Amends, &tt55, "3", "", "2019-04-15").await?;
    assert_eq!(stage.count("select count(*) from difficulties where needs_review").await?, 1);
    let got = w.hoa.get("/queue").await?;
    assert!(got.body.contains("1 vướng mắc còn chờ chuyên gia") && got.body.contains("Cần rà soát"), "{}", got.body);
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("sửa đổi, bổ sung Điều 3 Thông tư 55/2017/TT-BTC, từ ngày 15/04/2019"), "{}", got.body);
    let got = stage.guest().get(&format!("/answers/{touched}")).await?;
    assert!(got.body.contains("Cần rà soát") && got.body.contains("15/2019/TT-BTC"), "{}", got.body);

    // Still right: out of the queue. Changed again: back; advised anew: out.
    assert_eq!(w.dat.post(&format!("{page}/review"), &[("note", "Chỉ đổi mẫu biểu")]).await?.status, 303);
    let day = stage.clock.now().date();
    let got = w.an.get(&page).await?;
    assert!(got.body.contains(&format!("Nguyễn Văn Đạt rà soát ngày {day}: vẫn đúng")), "{}", got.body);
    assert!(w.hoa.get("/queue").await?.body.contains("Không còn vướng mắc nào chờ"));
    w.amend(stage, Effect::Replaces, &tt55, "", "", "2019-04-20").await?;
    assert!(w.hoa.get("/queue").await?.body.contains("PT18-01"));
    let newer = World::cite(&w.newer, "4", "");
    let got = w.hoa.post(&format!("{page}/advice"), &[("text", "Theo Thông tư mới."), ("cite", &newer), ("against", "1")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    assert!(w.hoa.get("/queue").await?.body.contains("Không còn vướng mắc nào chờ"));
    assert_eq!(stage.count("select count(*) from reviews where outcome = 'advised_anew'").await?, 1);
    // Its verdict stands: the raiser may reopen it.
    assert_eq!(stage.count("select count(*) from difficulties where state = 'closed' and verdict = 'resolved'").await?, 2);
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("Nguyễn Văn Đạt rà soát: lời tư vấn vẫn đúng") && got.body.contains("Chỉ đổi mẫu biểu"), "{}", got.body);
});

crate::both!(it_does_not_matter_which_came_first, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let tt55 = w.tt55.clone();
    // Announced for a day to come; then an advice that still stands on the old text.
    w.amend(stage, Effect::Repeals, &tt55, "", "", "2019-01-01").await?;
    let id = w.raise(&mut an, "Chi phí quản lý dự án tính bao nhiêu?", &[]).await?;
    let cite = World::cite(&tt55, "3", "2");
    w.hoa.post(&format!("/difficulties/{id}/advice"), &[("text", "Theo khoản 2."), ("cite", &cite), ("against", "0")]).await?;
    assert_eq!(stage.count("select count(*) from difficulties where needs_review").await?, 1);
    // An advice given on or after the relation's day is not flagged, whether the relation is known or comes later.
    w.later(stage, 100).await?;
    w.hoa
        .post(&format!("/difficulties/{id}/advice"), &[("text", "Theo khoản 2 cũ, đã biết bãi bỏ."), ("cite", &cite), ("against", "1")])
        .await?;
    assert_eq!(stage.count("select count(*) from difficulties where needs_review").await?, 0);
    w.amend(stage, Effect::Amends, &tt55, "3", "2", "2019-01-10").await?;
    assert_eq!(stage.count("select count(*) from difficulties where needs_review").await?, 0);
});

crate::both!(an_article_that_the_library_does_not_have_is_not_offered_as_in_force, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let id = w.raise(&mut an, "Mua con giống của dân không có hóa đơn", &[]).await?;
    let page = format!("/difficulties/{id}");
    let (missing, label) = (World::cite(&w.tt55, "999", ""), "Thư viện chưa có Điều 999 Thông tư 55/2017/TT-BTC.");
    let asked = [("text", "Xem điều này."), ("find", "điều 999 tt55"), ("search", "1"), ("against", "0")];
    let got = w.hoa.post(&format!("{page}/advice"), &asked).await?;
    assert!(got.body.contains(label) && got.body.contains(&missing) && !got.body.contains("Còn hiệu lực"), "{}", got.body);
    // Chosen and searched again: it still says so.
    let again = [("text", "Xem điều này."), ("cite", &missing), ("find", "d3 tt55"), ("search", "1"), ("against", "0")];
    assert!(w.hoa.post(&format!("{page}/advice"), &again).await?.body.contains(label));
    let got = w.hoa.get("/citations/choices?text=d999+tt55").await?;
    assert!(got.body.contains(label) && !got.body.contains("Còn hiệu lực"), "{}", got.body);
    // It may be cited all the same; the advice says that nobody held it against the text, and what became of the document.
    w.hoa.post(&format!("{page}/advice"), &[("text", "Xem điều này."), ("cite", &missing), ("against", "0")]).await?;
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("chưa đối chiếu với văn bản") && !got.body.contains("Hết hiệu lực"), "{}", got.body);
    let tt55 = w.tt55.clone();
    w.later(stage, 200).await?;
    w.amend(stage, Effect::Replaces, &tt55, "", "", "2019-04-20").await?;
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("Hết hiệu lực, được thay bằng Thông tư"), "{}", got.body);
});
