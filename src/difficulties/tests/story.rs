use super::world::id_in;
use super::*;

const SEED: &str = "Mua con giống của người dân trong xã thì không có hóa đơn, thanh toán với kho bạc thế nào?";

crate::both!(from_raised_to_the_verdict, stage, {
    let mut w = World::on(stage).await?;
    let list = format!("/classes/{}/difficulties", w.class);

    // The form knows the place, its items and the components of the period.
    let got = w.an.get(&format!("{list}/new")).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("Nuôi bò sinh sản khu 5") && got.body.contains("Nêu cho xã Mỹ Lung"));
    let deed = got.deed();
    let (item, component) = (w.item.clone(), w.component.clone());
    let fields = [
        ("deed", deed.as_str()),
        ("text", SEED),
        ("field", "procurement"),
        ("local_item", &item),
        ("component", &component),
        ("urgent", "1"),
    ];
    let got = w.an.post(&list, &fields).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let id = id_in(&got);
    let page = format!("/difficulties/{id}");
    // Posted twice: the same one.
    assert_eq!(id_in(&w.an.post(&list, &fields).await?), id);
    assert_eq!(stage.count("select count(*) from difficulties").await?, 1);

    let got = w.an.get(&page).await?;
    assert!(got.body.contains("PT18-01") && got.body.contains("Mới nêu") && got.body.contains("Nuôi bò sinh sản khu 5"), "{}", got.body);
    assert!(!got.body.contains("Tôi cũng vướng"));

    // Two others have it too; pressed twice counts once.
    for _ in 0..2 {
        let deed = w.cuong.get(&page).await?.deed();
        let got = w.cuong.post(&format!("{page}/me-too"), &[("deed", &deed)]).await?;
        assert_eq!(got.status, 303);
    }
    w.binh.post(&format!("{page}/me-too"), &[]).await?;
    let got = w.cuong.get(&page).await?;
    assert!(got.body.contains("2 người khác ở 2 nơi cùng vướng"), "{}", got.body);
    assert_eq!(stage.count("select weight from difficulties").await?, 3);
    assert_eq!(w.an.post(&format!("{page}/me-too"), &[]).await?.status, 403);

    // The queue has it; the organiser assigns it, the expert of the field first.
    let got = w.dat.get("/queue").await?;
    assert!(got.body.contains("1 vướng mắc còn chờ chuyên gia") && got.body.contains("3 người cùng vướng"), "{}", got.body);
    let got = w.secretary.get(&page).await?;
    let (first, second) = (got.body.find("Lê Thị Hoa").unwrap(), got.body.find("Nguyễn Văn Đạt").unwrap());
    assert!(first < second);
    let expert = w.expert2.clone();
    assert_eq!(w.secretary.post(&format!("{page}/assignment"), &[("expert", &expert)]).await?.status, 303);
    assert!(w.hoa.get("/queue").await?.body.contains("1 giao cho anh/chị"));

    // Asked to make it clear: out of the queue until it is.
    w.hoa.post(&format!("{page}/clarifications"), &[("question", "Bao nhiêu con, của mấy hộ?")]).await?;
    assert!(w.hoa.get("/queue").await?.body.contains("Không còn vướng mắc nào chờ"));
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("Bao nhiêu con, của mấy hộ?") && got.body.contains("Gửi phần làm rõ"), "{}", got.body);
    w.an.post(&format!("{page}/clarifications/answer"), &[("answer", "12 con bò của 3 hộ")]).await?;
    assert!(w.hoa.get("/queue").await?.body.contains("PT18-01"));

    // Advised, with a clause found without losing what was typed.
    let cite = World::cite(&w.tt55, "3", "2");
    let got = w
        .hoa
        .post(&format!("{page}/advice"), &[("text", "Lập giấy biên nhận"), ("find", "d3 tt55"), ("search", "1"), ("against", "0")])
        .await?;
    assert_eq!(got.status, 200);
    assert!(got.body.contains(&cite) && got.body.contains("Lập giấy biên nhận"), "{}", got.body);
    assert!(got.body.contains("Hỏi lại: Bao nhiêu con, của mấy hộ?") && got.body.contains("Trả lời: 12 con bò của 3 hộ"), "{}", got.body);
    let got = w
        .hoa
        .post(
            &format!("{page}/advice"),
            &[
                ("text", "Lập giấy biên nhận mua bán, xã xác nhận."),
                ("warning", "Giá theo thị trường cùng thời điểm"),
                ("cite", &cite),
                ("against", "0"),
            ],
        )
        .await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("khoản 2 Điều 3 Thông tư 55/2017/TT-BTC"), "{}", got.body);
    assert!(!got.body.contains("chưa đối chiếu với văn bản"), "{}", got.body);
    assert!(got.body.contains(&format!("/documents/{}/articles/3#k2", w.tt55)));
    assert!(got.body.contains("Vướng mắc của anh/chị đã được gỡ chưa?"));

    // Partly asks why; not goes back; resolved closes.
    let got = w.an.post(&format!("{page}/verdict"), &[("verdict", "not")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("còn vướng chỗ nào"));
    w.an.post(&format!("{page}/verdict"), &[("verdict", "not"), ("reason", "Kho bạc vẫn đòi hóa đơn")]).await?;
    assert!(w.hoa.get("/queue").await?.body.contains("Chưa gỡ"));
    let got = w.hoa.get(&format!("{page}/advice")).await?;
    assert!(got.body.contains("Lập giấy biên nhận mua bán"), "what stands is there to be rewritten");
    w.hoa.post(&format!("{page}/advice"), &[("text", "Đưa kho bạc xem Điều 3 khoản 2."), ("cite", &cite), ("against", "1")]).await?;
    w.an.post(&format!("{page}/verdict"), &[("verdict", "partly"), ("reason", "Đã thanh toán 8 con")]).await?;
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("Gỡ một phần") && got.body.contains("Khi gỡ xong, xin xác nhận ở đây."), "{}", got.body);
    // It is with the experts again, with what is still in the way; not for ever.
    let got = w.hoa.get("/queue").await?;
    assert!(got.body.contains("Gỡ một phần, người nêu còn vướng"), "{}", got.body);
    assert!(got.body.contains("Người nêu cho biết còn vướng: Đã thanh toán 8 con"), "{}", got.body);
    let got = w.hoa.get(&page).await?;
    assert!(got.body.contains("Tư vấn tiếp") && got.body.contains("Người nêu cho biết còn vướng: Đã thanh toán 8 con"), "{}", got.body);
    // The secretary enters on the raiser's behalf what they said later.
    let later = [("verdict", "resolved"), ("reason", "")];
    assert_eq!(w.secretary.post(&format!("{page}/verdict"), &later).await?.status, 303);
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("Vũ Thị Thư, thay mặt Hà Văn An, xác nhận: đã gỡ"), "{}", got.body);
    assert!(got.body.contains("Lê Thị Hoa tư vấn lại") && got.body.contains("Thêm 2 người cùng vướng"));
    // Reopened, with a reason.
    assert_eq!(w.an.post(&format!("{page}/reopening"), &[("reason", "")]).await?.status, 422);
    w.an.post(&format!("{page}/reopening"), &[("reason", "Kho bạc trả lại hồ sơ")]).await?;
    assert!(w.hoa.get("/queue").await?.body.contains("PT18-01"));
});

crate::both!(escalated_answered_and_counted, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let id = w.raise(&mut an, "Công trình dở dang khi xã ra khỏi danh sách 135 thì lấy vốn nào?", &[]).await?;
    let page = format!("/difficulties/{id}");
    let up = |due: &'static str| {
        [("level", "province"), ("owner", "Ban Dân tộc tỉnh Phú Thọ"), ("due_on", due), ("reason", "Vượt thẩm quyền của lớp")]
    };
    let got = w.dat.post(&format!("{page}/escalations"), &up("16/10/2018")).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("Hạn trả lời phải sau hôm nay") && got.body.contains("Ban Dân tộc tỉnh Phú Thọ"));
    assert_eq!(w.dat.post(&format!("{page}/escalations"), &up("15/11/2018")).await?.status, 303);
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("hạn trả lời 15/11/2018") && got.body.contains("Đã chuyển cấp trên"), "{}", got.body);
    w.later(stage, 40).await?;
    assert!(w.dat.get(&page).await?.body.contains("Quá hạn"));
    assert_eq!(crate::difficulties::overdue(stage.db(), &w.keeper, stage.clock.now().date()).await?.len(), 1);
    let got = w.dat.post(&format!("{page}/escalations/answer"), &[("number", "05/BDT"), ("text", "Bố trí từ ngân sách tỉnh.")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("05/BDT") && got.body.contains("Vướng mắc của anh/chị đã được gỡ chưa?"), "{}", got.body);
    w.an.post(&format!("{page}/verdict"), &[("verdict", "resolved")]).await?;

    let counts = crate::difficulties::counts(stage.db(), &w.class).await?;
    assert_eq!((counts.all, counts.with_verdict(crate::difficulties::Verdict::Resolved)), (1, 1));
    let table = crate::difficulties::table(stage.db(), &w.class).await?;
    assert_eq!(table.len(), 1);
    assert_eq!((table[0].authority.as_str(), table[0].due_on.as_str()), ("Ban Dân tộc tỉnh Phú Thọ", "2018-11-15"));
    assert_eq!(table[0].answer, "05/BDT: Bố trí từ ngân sách tỉnh.");
    assert_eq!(crate::difficulties::counts_by_place(stage.db(), &w.class).await?.len(), 1);
    assert_eq!(crate::difficulties::counts_by_field(stage.db(), &w.class).await?[0].1, 1);
    let own = crate::difficulties::for_person(stage.db(), &w.keeper, stage.clock.now()).await?;
    assert!(own.is_empty());
});

crate::both!(from_paper_and_merged, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let first = w.raise(&mut an, SEED, &[]).await?;
    let paper = format!("/classes/{}/difficulties/paper", w.class);
    let got = w.secretary.get(&paper).await?;
    assert!(got.body.contains("Phùng Đức Cường, xã Trung Sơn"), "{}", got.body);
    let trainee = w.trainees[2].clone();
    let got = w
        .secretary
        .post(&paper, &[("trainee", &trainee), ("text", "Mua lợn giống của dân không có hóa đơn"), ("field", "procurement"), ("more", "1")])
        .await?;
    assert!(got.to.starts_with(&paper), "{}", got.to);
    let second = got.to.split_once("last=").unwrap().1.chars().take(36).collect::<String>();
    let got = w.secretary.get(&format!("/difficulties/{second}")).await?;
    assert!(got.body.contains("Vũ Thị Thư, thay mặt Phùng Đức Cường, nêu") && got.body.contains("Nhập từ phiếu giấy"), "{}", got.body);
    // What is like it is offered for merging, when it is asked for.
    assert!(!got.body.contains(&format!("value=\"{first}\"")) && got.body.contains("?open=merge#merge"), "{}", got.body);
    let got = w.secretary.get(&format!("/difficulties/{second}?open=merge")).await?;
    assert!(got.body.contains(&format!("value=\"{first}\"")), "{}", got.body);
    let got = w.dat.post(&format!("/difficulties/{second}/merger"), &[("code", "pt18-01")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    assert_eq!(id_in(&got), first);
    assert_eq!(stage.count("select weight from difficulties where merged_into is null").await?, 2);
    let got = w.cuong.get(&format!("/difficulties/{second}")).await?;
    assert!(got.body.contains("đã gộp vào") && got.body.contains("PT18-01"));
    assert!(w.cuong.get(&format!("/difficulties/{first}")).await?.body.contains("Anh/chị đã cho biết mình cũng vướng"));
    // Into itself, into nothing, into another project's: the form again.
    for into in ["PT18-01", "PT18-99"] {
        assert_eq!(w.dat.post(&format!("/difficulties/{first}/merger"), &[("code", into)]).await?.status, 422);
    }
    // The list of the class: the merged one is under its own tab; queries do not grow with the rows.
    let list = format!("/classes/{}/difficulties", w.class);
    let few = w.an.get(&list).await?;
    assert!(few.body.contains("1 vướng mắc còn chờ chuyên gia") && !few.body.contains("PT18-02"), "{}", few.body);
    for number in 0..8 {
        w.raise(&mut an, &format!("Vướng mắc số {number} về đường điện, nước sạch thôn {number}"), &[]).await?;
    }
    let many = w.an.get(&list).await?;
    assert_eq!(few.queries, many.queries);
    assert!(many.queries <= 8, "{}", many.queries);
    let queue = w.dat.get("/queue").await?;
    assert!(queue.queries <= 7, "{}", queue.queries);
    let first_look = w.dat.get(&format!("/difficulties/{first}")).await?;
    assert!(first_look.queries <= 8, "{}", first_look.queries);
    assert!(w.cuong.get(&format!("/difficulties/{first}")).await?.queries <= 8);
    let merged = w.an.get(&format!("{list}?state=merged")).await?.body;
    assert!(merged.contains("PT18-02") && merged.contains("1 vướng mắc đã gộp"), "{merged}");
    assert!(w.an.get(&format!("{list}?field=water&page=2")).await?.body.contains("trong mục này"));
    assert!(w.an.get(&format!("{list}?mine=1")).await?.body.contains("PT18-01"));
    let got = w.an.get("/places/o08470/difficulties").await?;
    assert!(got.body.contains("xã Mỹ Lung có 9 vướng mắc"), "{}", got.body);
    assert!(w.stranger.get("/places/o08470/difficulties").await?.body.contains("chưa có vướng mắc nào"));
});

crate::both!(what_was_resolved_partly_goes_on_for_ninety_days, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let id = w.raise(&mut an, SEED, &[]).await?;
    let page = format!("/difficulties/{id}");
    w.hoa.post(&format!("{page}/advice"), &[("text", "Lập giấy biên nhận."), ("against", "0")]).await?;
    w.an.post(&format!("{page}/verdict"), &[("verdict", "partly"), ("reason", "Còn 4 con")]).await?;
    let waiting = crate::difficulties::queue_counts(stage.db(), &w.keeper, "", stage.clock.now()).await?;
    assert_eq!((waiting.all, waiting.unassigned, waiting.review), (1, 1, 0));
    let got = w.hoa.get("/").await?;
    assert!(got.body.contains("PT18-01"), "{}", got.body);
    let got = w.dat.get(&format!("{page}/publication")).await?;
    assert!(got.body.contains("mới gỡ được một phần. Anh/chị vẫn công bố?"), "{}", got.body);
    w.later(stage, 91).await?;
    assert!(w.hoa.get("/queue").await?.body.contains("Không còn vướng mắc nào chờ"));
    assert!(w.an.get(&page).await?.body.contains("Nay đã gỡ xong chưa?"));
});
