//! Codes, tickets, phone numbers: what comes in, and what does not.

use super::*;
use crate::both;

both!(one_person_scans_gives_the_number_and_is_in, stage, {
    let mut hall = hall(stage, 3).await?;
    hall.turn("open").await?;
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    after(stage, 300); // slow to type: the wall has moved on, the ticket has not
    let fields = [("ticket", ticket.as_str()), ("phone", "+84 912 345 000"), ("deed", "0166752b-1234-7000-8000-00000000000a")];
    let got = phone.post("/door", &fields).await?;
    assert_eq!(got.to, format!("/classes/{}/consent?done=present", hall.class), "{}", got.body);
    let consent = phone.get(&got.to).await?;
    assert_eq!(consent.status, 200);
    assert!(consent.body.contains("Hà Văn An") && !consent.body.contains("checked"), "no box is ticked beforehand");
    let refused = phone.post(&format!("/classes/{}/consent", hall.class), &[("deed", &consent.deed())]).await?;
    assert_eq!(refused.status, 422);
    let agreed = phone.post(&format!("/classes/{}/consent", hall.class), &[("deed", &consent.deed()), ("consent", "1")]).await?;
    assert_eq!(agreed.to, format!("/classes/{}?done=consented", hall.class));
    let inside = phone.get(&agreed.to).await?;
    assert!(inside.body.contains("Anh/chị đã có mặt buổi 1 lúc "), "that they came is still said: {}", inside.body);
    // The same form once more, and the same ticket for the same person under another deed: harmless.
    let again = phone.post("/door", &fields).await?;
    assert_eq!(again.to, format!("/classes/{}?done=present-before", hall.class));
    let more = phone.post("/door", &[("ticket", &ticket), ("phone", "0912345000")]).await?;
    assert_eq!(more.to, again.to);
    assert_eq!(stage.count("select count(*) from attendance").await?, 1);
    assert_eq!(stage.count("select count(*) from journal where kind = 'attendance.marked'").await?, 1);
    assert_eq!(stage.count("select count(*) from attendance where state = 'present' and how = 'door' and by_person is not null").await?, 1);
    // The next session: already signed in on this phone, one touch.
    let mut organiser = hall.organiser.clone();
    organiser.post(&format!("/sessions/{}/door", hall.afternoon), &[("turn", "open")]).await?;
    stage.clock.set(at(13, 46).0);
    let code = door::scanned(&stage.app.key, &hall.afternoon, door::slot(at(13, 46)));
    let page = phone.get(&format!("/door/{code}")).await?;
    assert!(page.body.contains("Anh/chị là Hà Văn An?"), "{}", page.body);
    let ticket = page.between("name=\"ticket\" value=\"", "\"");
    let late = phone.post("/door", &[("ticket", &ticket), ("me", "1"), ("deed", &page.deed())]).await?;
    assert_eq!(late.to, format!("/classes/{}?done=present-late", hall.class));
    assert_eq!(stage.count("select count(*) from attendance where state = 'late'").await?, 1);
});

both!(codes_that_open_nothing_say_so, stage, {
    let mut hall = hall(stage, 3).await?;
    let mut phone = stage.guest();
    // Closed.
    let got = phone.get(&hall.on_the_wall(stage)).await?;
    assert!(got.status == 410 && got.body.contains("Cửa điểm danh đang đóng"), "{}", got.body);
    hall.turn("open").await?;
    // Wrong: nobody made it, or it was changed.
    let good = hall.on_the_wall(stage);
    let last = if good.ends_with('1') { "2" } else { "1" };
    for wrong in ["/door/123", "/door/%F0%9F%99%82", &format!("{}{last}", &good[..good.len() - 1])] {
        let got = phone.get(wrong).await?;
        assert!(got.status == 404 && got.body.contains("Mã này không đúng"), "{wrong}: {}", got.body);
    }
    // Expired, and replayed a minute and a half later: as a photograph sent to somebody at home would be.
    after(stage, 59);
    assert_eq!(phone.get(&good).await?.status, 200);
    after(stage, 31);
    let got = phone.get(&good).await?;
    assert!(got.status == 410 && got.body.contains("Mã này đã hết hạn"), "{}", got.body);
    assert!(got.body.contains("Phùng Đức Cường") && got.body.contains("0987 654 321"), "whom to ask");
    // A ticket lets in one person.
    let ticket = hall.scan(stage, &mut phone).await?;
    assert_eq!(phone.post("/door", &[("ticket", &ticket), ("phone", "0912345000")]).await?.status, 303);
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0912345001")]).await?;
    assert!(got.status == 409 && got.body.contains("Mã này đã dùng để điểm danh cho người khác"), "{}", got.body);
    // A ticket lasts ten minutes, and is ours.
    let ticket = hall.scan(stage, &mut phone).await?;
    let got = phone.post("/door", &[("ticket", &ticket.replace('0', "1")), ("phone", "0912345001")]).await?;
    assert!(got.status == 404 && got.body.contains("Mã này không đúng"));
    after(stage, 601);
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0912345001")]).await?;
    assert!(got.status == 410 && got.body.contains("Đã quá mười phút"), "{}", got.body);
    // Closed while somebody types.
    let ticket = hall.scan(stage, &mut phone).await?;
    hall.turn("close").await?;
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0912345001")]).await?;
    assert!(got.status == 410 && got.body.contains("Cửa điểm danh đang đóng"), "{}", got.body);
    assert_eq!(stage.count("select count(*) from attendance").await?, 1);
});

both!(a_number_that_is_not_on_the_list, stage, {
    let mut hall = hall(stage, 3).await?;
    hall.turn("open").await?;
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0912 999 999")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("Số này không có trong danh sách lớp") && got.body.contains("value=\"0912 999 999\""), "{}", got.body);
    assert!(got.body.contains("0987 654 321"), "whom to ask");
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "09123")]).await?;
    assert!(got.status == 422 && got.body.contains("Đây chưa phải số điện thoại") && got.body.contains("value=\"09123\""));
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "<script>")]).await?;
    assert!(got.status == 422 && !got.body.contains("<script>\""));
    // Whoever tries numbers one after the other is stopped; a new scan is a new start.
    for _ in 0..7 {
        phone.post("/door", &[("ticket", &ticket), ("phone", "0912999999")]).await?;
    }
    assert_eq!(phone.post("/door", &[("ticket", &ticket), ("phone", "0912345000")]).await?.status, 429);
    let ticket = hall.scan(stage, &mut phone).await?;
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "912345000")]).await?;
    assert_eq!(got.to, format!("/classes/{}/consent?done=present", hall.class));
    assert_eq!(stage.count("select count(*) from attendance").await?, 1);
});

both!(another_class_has_another_door, stage, {
    let mut hall = hall(stage, 3).await?;
    hall.turn("open").await?;
    let keeper = Actor { grants: vec![Grant { role: Role::Administrator, class: None, project: None }], ..Actor::default() };
    let class = classes::class(stage.db(), &hall.class).await?.unwrap();
    let other = NewClass {
        project_id: class.project_id,
        code: "PT19".into(),
        name: "Lớp thứ hai".into(),
        province_id: class.province_id,
        venue: class.venue,
        starts_on: class.starts_on,
        ends_on: class.ends_on,
        ..NewClass::default()
    };
    let other = classes::open_class(stage.db(), &keeper, deed(stage), other).await.map_err(problem)?;
    let plan = Plan { starts_at: at(7, 30), ends_at: at(11, 30), topic: "Lập kế hoạch".into(), hall: String::new() };
    let session = classes::plan_session(stage.db(), &keeper, deed(stage), &other, plan).await.map_err(problem)?;
    let full = classes::class(stage.db(), &other).await?.unwrap();
    let new = NewPerson { name: "Mùa A Sính".into(), phone: Some("0966111222".into()), ..NewPerson::default() };
    let mut tx = stage.db().begin().await?;
    classes::name_trainee(&mut tx, &deed(stage), &full, "o08620", new, Naming::default()).await.map_err(problem)?;
    tx.commit().await?;
    // The number is on the list of the other class, not of this one.
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0966111222")]).await?;
    assert!(got.status == 422 && got.body.contains("Số này không có trong danh sách lớp"), "{}", got.body);
    // The digits on the other class's wall do not open this one.
    let mut runner = stage.person("Trần Thị Lan", "0987654399", Role::Organiser, Some(&other), None).await?.1;
    runner.post(&format!("/sessions/{session}/door"), &[("turn", "open")]).await?;
    let digits = door::typed(&stage.app.key, &session, door::slot(stage.app.clock.now()));
    let got = phone.post("/c/PT18", &[("code", &digits)]).await?;
    assert!(got.status == 422 && got.body.contains("Mã không đúng"), "{}", got.body);
    assert_eq!(phone.post("/c/PT19", &[("code", &digits)]).await?.status, 303);
    assert_eq!(stage.count("select count(*) from attendance").await?, 0);
});

both!(two_persons_under_one_number_choose_their_name, stage, {
    let mut hall = hall(stage, 1).await?;
    hall.turn("open").await?;
    let full = classes::class(stage.db(), &hall.class).await?.unwrap();
    let new = NewPerson { name: "Hà Thị Bình".into(), phone: Some("0912345000".into()), ..NewPerson::default() };
    let mut tx = stage.db().begin().await?;
    let wife = classes::name_trainee(&mut tx, &deed(stage), &full, "o08620", new, Naming::default()).await.map_err(problem)?;
    tx.commit().await?;
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0912345000")]).await?;
    assert!(got.status == 200 && got.body.contains("Hà Văn An") && got.body.contains("Hà Thị Bình"), "{}", got.body);
    assert_eq!(stage.count("select count(*) from attendance").await?, 0);
    let fields = [("ticket", ticket.as_str()), ("phone", "0912345000"), ("trainee", &wife), ("deed", &got.deed())];
    assert_eq!(phone.post("/door", &fields).await?.status, 303);
    assert_eq!(stage.count("select count(*) from attendance a join trainees t on t.id = a.trainee_id").await?, 1);
    assert!(phone.get(&format!("/classes/{}/consent", hall.class)).await?.body.contains("Hà Thị Bình"));
});

both!(the_short_address_takes_the_digits_on_the_wall, stage, {
    let mut hall = hall(stage, 3).await?;
    let mut phone = stage.guest();
    let page = phone.get("/c/pt18").await?;
    assert!(page.status == 200 && page.body.contains("Trung tâm hội nghị tỉnh") && !page.body.contains("name=\"code\""), "{}", page.body);
    assert!(!page.body.contains("Hà Văn An"), "no person on a public page");
    assert_eq!(phone.get("/c/KHONG").await?.status, 404);
    let code = |stage: &Stage, session: &str| door::typed(&stage.app.key, session, door::slot(stage.app.clock.now()));
    let got = phone.post("/c/PT18", &[("code", &code(stage, &hall.morning))]).await?;
    assert!(got.status == 422 && got.body.contains("Cửa điểm danh đang đóng"), "{}", got.body);
    hall.turn("open").await?;
    assert!(phone.get("/c/PT18").await?.body.contains("name=\"code\""));
    let good = code(stage, &hall.morning);
    for (typed, said) in [("", "Mã không đúng"), ("000", "Mã không đúng"), (code(stage, &hall.afternoon).as_str(), "Mã không đúng")]
    {
        let got = phone.post("/c/PT18", &[("code", typed)]).await?;
        assert!(got.status == 422 && got.body.contains(said) && got.body.contains(&format!("value=\"{typed}\"")), "{typed}: {}", got.body);
    }
    let got = phone.post("/c/PT18", &[("code", &format!("{} {}", &good[..3], &good[3..]))]).await?;
    assert_eq!(got.to, hall.on_the_wall(stage));
    assert_eq!(phone.get(&got.to).await?.status, 200);
    after(stage, 95);
    let got = phone.post("/c/PT18", &[("code", &good)]).await?;
    assert!(got.status == 422 && got.body.contains("vừa hết hạn"), "{}", got.body);
});

/// Everyone at the door within the same minute, at once with the others: five requests each, the form sent twice among them.
async fn everyone(stage: &Stage, hall: &Hall) -> Result<(), Problem> {
    let mut all = Vec::new();
    for (n, (_, _, phone)) in hall.people.iter().enumerate() {
        let mut visitor = stage.guest();
        let (wall, phone, consent) = (hall.on_the_wall(stage), phone.clone(), format!("/classes/{}/consent", hall.class));
        let deed = format!("0166752b-1234-7000-8000-{n:012}");
        all.push(tokio::spawn(async move {
            let page = visitor.get(&wall).await?;
            let ticket = page.between("name=\"ticket\" value=\"", "\"");
            let fields = [("ticket", ticket.as_str()), ("phone", phone.as_str()), ("deed", &deed)];
            let (one, other) = (visitor.clone().post("/door", &fields).await?, visitor.post("/door", &fields).await?);
            assert_eq!((one.to, other.to), (format!("{consent}?done=present"), format!("{consent}?done=present-before")));
            let inside = visitor.get(&consent).await?;
            assert_eq!(inside.status, 200, "signed in");
            let agreed = visitor.post(&consent, &[("deed", &inside.deed()), ("consent", "1")]).await?;
            assert_eq!(agreed.status, 303);
            Ok::<_, Problem>(())
        }));
    }
    for one in all {
        one.await??;
    }
    Ok(())
}

async fn all_are_kept(stage: &Stage, many: usize) -> Result<(), Problem> {
    let mut hall = hall(stage, many).await?;
    hall.turn("open").await?;
    everyone(stage, &hall).await?;
    let many = i64::try_from(many)?;
    assert_eq!(stage.count("select count(*) from attendance where state = 'present' and how = 'door'").await?, many);
    assert_eq!(stage.count("select count(*) from journal where kind = 'attendance.marked'").await?, many);
    assert_eq!(stage.count("select count(*) from door_tickets").await?, many);
    assert_eq!(stage.count("select count(*) from consents where withdrawn_at is null").await?, many);
    let wall = hall.organiser.get(&format!("/sessions/{}/wall/now", hall.morning)).await?;
    assert!(
        wall.body.contains(&format!("{many} <small>trên {many} học viên")) && wall.body.contains("<span>Mỹ Lung</span><b>✓ "),
        "{}",
        wall.body
    );
    assert!(wall.queries <= 4, "{} queries for the wall", wall.queries);
    let screen = hall.organiser.get(&hall.screen()).await?;
    assert!(screen.body.contains(&format!("{many}/{many} học viên có mặt buổi 1")), "{}", screen.body);
    assert!(screen.queries <= 5, "{} queries", screen.queries);
    Ok(())
}

both!(sixty_phones_in_the_same_minute_are_all_kept, stage, {
    all_are_kept(stage, 60).await?;
});

both!(two_hundred_phones_with_five_requests_each_are_all_kept, stage, {
    all_are_kept(stage, 200).await?;
});
