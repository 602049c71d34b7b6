use super::*;

crate::both!(the_next_commune_finds_the_answer, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let text = "Mua con giống của người dân xã Mỹ Lung thì không có hóa đơn, thanh toán thế nào? Anh Hà Văn An, 0912345678.";
    let id = w.raise(&mut an, text, &[]).await?;
    for (other, field) in [
        ("Vốn giao về đến xã tháng 7, hết năm không giải ngân kịp thì mất vốn", "allocation"),
        ("Cán bộ xã không có chuyên môn xây dựng, ai lập hồ sơ công trình", "investor"),
        ("Giếng khoan của thôn cạn nước mùa khô, dân không đóng góp duy tu", "water"),
    ] {
        w.raise(&mut an, other, &[("field", field)]).await?;
    }
    let page = format!("/difficulties/{id}");
    assert_eq!(w.dat.get(&format!("{page}/publication")).await?.status, 403, "nothing to publish yet");
    w.dat.post(&format!("{page}/advice"), &[("text", "Lập giấy biên nhận mua bán, UBND xã xác nhận đơn giá."), ("against", "0")]).await?;

    // What tells of a person or of the place is refused, and says what it found.
    let publish = format!("{page}/publication");
    let form = w.dat.get(&publish).await?;
    assert!(form.body.contains("0912345678"), "the question as raised stands there to be edited");
    let answer = "Lập giấy biên nhận mua bán, UBND xã xác nhận đơn giá.";
    for (question, told) in [
        ("Mua con giống không có hóa đơn? Gọi 0912 345 678", "Còn số điện thoại trong bài: 0912 345 678"),
        ("Anh Hà Văn An hỏi mua con giống không có hóa đơn", "Còn tên người trong bài: Hà Văn An"),
        ("Mua con giống ở xã Mỹ Lung không có hóa đơn", "Còn tên địa phương trong bài: xã Mỹ Lung"),
        ("Mua con giống ở Mỹ Lung không có hóa đơn", "Còn tên địa phương trong bài: Mỹ Lung"),
    ] {
        let got = w.dat.post(&publish, &[("question", question), ("answer", answer), ("against", "0")]).await?;
        assert_eq!(got.status, 422);
        assert!(got.body.contains(told) && got.body.contains(question), "{}", got.body);
    }
    let question = "Mua con giống của người dân trong xã thì không có hóa đơn, thanh toán thế nào?";
    assert_eq!(w.dat.post(&publish, &[("question", question), ("answer", answer), ("against", "0")]).await?.status, 303);

    // In Sơn La, without diacritics: while typing, and when it is sent.
    let typed = "mua giong cua dan khong co hoa don";
    let got = w.sen.get(&format!("/difficulties/similar?class={}&text={}", w.sonla, typed.replace(' ', "+"))).await?;
    assert!(got.body.contains("PT18-01") && got.body.contains("Lập giấy biên nhận") && !got.body.contains("<html"), "{}", got.body);
    assert!(!got.body.contains("PT18-02"), "{}", got.body);
    for told in ["Hà Văn An", "Mỹ Lung", "0912345678"] {
        assert!(!got.body.contains(told), "{told}");
    }
    let list = format!("/classes/{}/difficulties", w.sonla);
    let got = w.sen.post(&list, &[("text", typed), ("field", "procurement")]).await?;
    assert_eq!(got.status, 200);
    assert!(got.body.contains("Đã có 1 vướng mắc gần giống") && got.body.contains(&format!("/answers/{id}")), "{}", got.body);
    assert!(got.body.contains("Đã có lời giải gần giống. Chưa gửi: xin đọc trước"), "{}", got.body);
    assert_eq!(stage.count("select count(*) from difficulties where code = 'SL19-01'").await?, 0);
    // Too long is said at once, whatever is like it.
    let long = format!("{typed} {}", "a".repeat(4000));
    assert_eq!(w.sen.post(&list, &[("text", &long), ("field", "procurement")]).await?.status, 422);
    // Edited: what was typed is kept. Sent all the same: it is raised.
    let got = w.sen.post(&list, &[("text", typed), ("field", "procurement"), ("edit", "1")]).await?;
    assert!(got.status == 200 && got.body.contains(typed));
    let got = w.sen.post(&list, &[("text", typed), ("field", "procurement"), ("new", "1")]).await?;
    assert_eq!(got.status, 303);
    // In the same class, "me too" is offered instead.
    let got = w.cuong.post(&format!("/classes/{}/difficulties", w.class), &[("text", typed), ("field", "procurement")]).await?;
    assert!(got.body.contains(&format!("/difficulties/{id}/me-too")), "{}", got.body);

    // Anyone reads and finds it; no person, no place.
    let mut guest = stage.guest();
    let got = guest.get("/answers?text=mua+giong+khong+hoa+don").await?;
    assert!(got.body.contains("1 lời giải gần với câu hỏi") && got.body.contains(&format!("/answers/{id}")), "{}", got.body);
    let got = guest.get("/answers").await?;
    assert!(got.body.contains("1 vướng mắc đã có lời giải"));
    assert!(guest.get("/answers?field=water").await?.body.contains("Chưa có lời giải nào"));
    // Not found: a trainee raises it, with the words typed.
    let got = w.cuong.get("/answers?text=xe+may+ho+dan").await?;
    let raise = got.between("class=\"button quiet\" href=\"", "\"").replace("&#38;", "&");
    assert!(raise.starts_with(&format!("/classes/{}/difficulties/new?text=xe", w.class)), "{}", got.body);
    assert!(w.cuong.get(&raise).await?.body.contains("xe may ho dan"));
    let got = guest.get(&format!("/answers/{id}")).await?;
    assert!(got.status == 200 && got.body.contains(answer), "{}", got.body);
    for told in ["Hà Văn An", "Mỹ Lung", "Nguyễn Văn Đạt", &page] {
        assert!(!got.body.contains(told), "{told}");
    }
    assert_eq!(guest.get(&format!("/answers/{}", w.class)).await?.status, 404);
    // Withdrawn: it is no longer there, nor found.
    assert_eq!(w.dat.post(&format!("{publish}/withdrawal"), &[("reason", "Viết lại")]).await?.status, 303);
    assert_eq!(guest.get(&format!("/answers/{id}")).await?.status, 404);
    assert!(
        !w.sen.get(&format!("/difficulties/similar?class={}&text={}", w.sonla, typed.replace(' ', "+"))).await?.body.contains("PT18-01")
    );
});
