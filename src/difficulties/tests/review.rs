use super::world::deed;
use super::*;
use crate::ground::Problem;
use crate::policy::Effect;
use crate::stage::Stage;

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

const CIRCULAR: &str = "\
Điều 3. Chứng từ mua sắm
1. Mua của doanh nghiệp thì có hóa đơn.
2. Mua của người dân thì lập giấy biên nhận.
Điều 4. Công khai
Niêm yết tại trụ sở xã.
";

const AMENDING: &str = "\
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 55/2017/TT-BTC
1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:
“2. Mua của người dân thì lập giấy biên nhận, có xác nhận của xã.”.
2. Bãi bỏ Điều 4.
";

crate::both!(the_words_before_and_after_are_shown_and_the_expert_is_asked, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let (tt55, newer) = (w.tt55.clone(), w.newer.clone());
    keep(stage, &tt55, CIRCULAR).await?;
    let id = w.raise(&mut an, "Mua con giống của dân không có hóa đơn", &[]).await?;
    let page = format!("/difficulties/{id}");
    let cite = World::cite(&tt55, "3", "2");
    w.hoa.post(&format!("{page}/advice"), &[("text", "Lập giấy biên nhận."), ("cite", &cite), ("against", "0")]).await?;
    w.later(stage, 60).await?;
    assert!(!w.hoa.get("/").await?.body.contains(&page), "nobody was asked to take it");
    keep(stage, &newer, AMENDING).await?;
    let mut tx = stage.db().begin().await?;
    crate::policy::carry_out(&mut tx, &deed(stage), &newer).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    tx.commit().await?;

    // Whoever gave the advice is asked, though it was never assigned; another expert is not.
    let work = w.hoa.get("/").await?;
    assert!(work.body.contains(&format!("href=\"{page}\"")) && work.body.contains("Cần rà soát"), "{}", work.body);
    assert!(!w.dat.get("/").await?.body.contains(&format!("href=\"{page}\"")));
    for path in [page.clone(), format!("{page}/advice")] {
        let got = w.hoa.get(&path).await?;
        for said in ["<b>khoản 2 Điều 3</b>", "giấy biên nhận<ins>, có xác nhận của xã</ins>."] {
            assert!(got.body.contains(said), "{path}: {said}: {}", got.body);
        }
        assert!(!got.body.contains("Niêm yết"), "what it does not stand on is not shown");
    }
    assert_eq!(w.hoa.post(&format!("{page}/review"), &[]).await?.status, 303);
    assert!(!w.hoa.get("/").await?.body.contains(&format!("href=\"{page}\"")));
    let got = w.hoa.get(&page).await?;
    assert!(!got.body.contains("<ins>") && got.body.contains("vẫn đúng"), "{}", got.body);
});

crate::both!(clauses_are_offered_out_of_the_text_of_the_day, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let (tt55, newer) = (w.tt55.clone(), w.newer.clone());
    keep(stage, &tt55, CIRCULAR).await?;
    let id = w.raise(&mut an, "Mua con giống của dân không có hóa đơn", &[]).await?;
    let page = format!("/difficulties/{id}");
    for typed in ["d3 k1 tt55", "đ 3 k1 tt 55/2017", "khoản 1 điều 3 tt 055", "khoan 1 dieu 3 thong tu 55/2017/TT-BTC"] {
        let got =
            w.hoa.post(&format!("{page}/advice"), &[("text", "Đang viết dở"), ("find", typed), ("search", "1"), ("against", "0")]).await?;
        let first = got.between("id=\"cites-found\"", "</label>");
        assert!(first.contains(&World::cite(&tt55, "3", "1")), "{typed}: {first}");
        for said in ["khoản 1 Điều 3 Thông tư 55/2017/TT-BTC", "Chứng từ mua sắm", "Mua của doanh nghiệp thì có hóa đơn.", "Còn hiệu lực"]
        {
            assert!(first.contains(said), "{typed}: {said}: {first}");
        }
        assert!(got.body.contains("Đang viết dở") && !first.contains("Thư viện chưa có"));
        let typed: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let part = w.hoa.get(&format!("/citations/choices?text={typed}")).await?;
        assert!(part.body.split("</label>").next().unwrap().contains(&World::cite(&tt55, "3", "1")), "{}", part.body);
    }
    // An article comes with all that is in it; what was repealed says so from its day on.
    let got = w.hoa.get("/citations/choices?text=d3+tt55").await?;
    assert_eq!(got.body.matches("<label").count(), 3, "{}", got.body);
    let few = got.queries;
    keep(stage, &newer, AMENDING).await?;
    let mut tx = stage.db().begin().await?;
    crate::policy::carry_out(&mut tx, &deed(stage), &newer).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    tx.commit().await?;
    assert!(!w.hoa.get("/citations/choices?text=d4+tt55").await?.body.contains("Đã bị bãi bỏ"));
    w.later(stage, 200).await?;
    let got = w.hoa.get("/citations/choices?text=d4+tt55").await?;
    assert!(got.body.contains("Đã bị bãi bỏ") && got.queries == few, "{}", got.body);
    let got = w.hoa.get("/citations/choices?text=d3+k2+tt55").await?;
    assert!(got.body.contains("Đã được Thông tư 15/2019/TT-BTC sửa đổi"), "{}", got.body);
    // Chosen, it is no longer called unknown to the library.
    let cite = World::cite(&tt55, "3", "1");
    let again = [("text", "x"), ("cite", cite.as_str()), ("find", "d3 tt55"), ("search", "1"), ("against", "0")];
    let got = w.hoa.post(&format!("{page}/advice"), &again).await?;
    assert!(!got.body.contains("Thư viện chưa có") && got.body.matches(&cite).count() == 1, "{}", got.body);
    w.hoa.post(&format!("{page}/advice"), &[("text", "Có hóa đơn."), ("cite", &cite), ("against", "0")]).await?;
    assert!(!w.an.get(&page).await?.body.contains("chưa đối chiếu với văn bản"));
});

async fn keep(stage: &Stage, document: &str, text: &str) -> Result<(), Problem> {
    let new = crate::policy::NewText { format: "paste".into(), text: text.into(), ..crate::policy::NewText::default() };
    let mut tx = stage.db().begin().await?;
    crate::policy::keep_text(&mut tx, &deed(stage), document, new).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    tx.commit().await
}
