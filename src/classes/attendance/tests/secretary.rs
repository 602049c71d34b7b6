//! The secretary marks, names substitutes, types in the sheet; the roster shows it.

use super::*;
use crate::both;

both!(
    /// A door opened on another day than the session's is asked about first.
    a_door_on_another_day_asks,
    stage,
    {
        let hall = hall(stage, 2).await?;
        let path = format!("/sessions/{}/door", hall.morning);
        after(stage, 3 * 86_400);
        let (_, mut organiser) = stage.person("Hà Thị Thu", "0900000077", Role::Organiser, None, None).await?;
        let got = organiser.post(&path, &[("turn", "open")]).await?;
        assert!(got.status == 200 && got.body.contains("Buổi này diễn ra ngày"), "{}", got.body);
        assert_eq!(stage.count("select count(*) from doors").await?, 0);
        let got = organiser.post(&path, &[("turn", "open"), ("sure", "on"), ("deed", &got.deed())]).await?;
        assert!(got.to.contains("done=door-opened"), "{}", got.to);
        assert_eq!(stage.count("select count(*) from doors").await?, 1);
    }
);

both!(one_touch_marks_and_the_last_word_stands, stage, {
    let mut hall = hall(stage, 6).await?;
    let screen = hall.screen();
    let page = hall.organiser.get(&screen).await?;
    assert!(
        page.body.contains("0/6 học viên có mặt buổi 1") && page.body.contains("Chưa điểm danh <span class=\"count\">6</span>"),
        "{}",
        page.body
    );
    let first = hall.people[0].0.clone();
    let deed = page.deed();
    let got = hall.organiser.post(&screen, &[("deed", &deed), ("came", &first), ("show", "rest")]).await?;
    assert_eq!(got.to, format!("{screen}?done=marked&show=rest"));
    // Pressed twice on one page: once.
    hall.organiser.post(&screen, &[("deed", &deed), ("came", &first)]).await?;
    assert_eq!(stage.count("select count(*) from journal where kind = 'attendance.marked'").await?, 1);
    // Two people from one page: two.
    hall.organiser.post(&screen, &[("deed", &deed), ("came", &hall.people[1].0)]).await?;
    assert_eq!(stage.count("select count(*) from attendance where state = 'present' and how = 'secretary'").await?, 2);
    after(stage, 60);
    // Every other state, with a note.
    for (n, state) in ["late", "left_early", "excused", "absent"].into_iter().enumerate() {
        let trainee = hall.people[n + 1].0.clone();
        let page = hall.organiser.get(&format!("{screen}/{trainee}")).await?;
        let fields = [("deed", page.deed()), ("trainee", trainee), ("state", state.to_owned()), ("note", format!("  ghi chú {n} "))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(hall.organiser.post(&screen, &fields).await?.status, 303);
    }
    for state in ["present", "late", "left_early", "excused", "absent"] {
        let sql: &'static str = Box::leak(format!("select count(*) from attendance where state = '{state}'").into_boxed_str());
        assert_eq!(stage.count(sql).await?, 1, "{state}");
    }
    let history = hall.organiser.get(&format!("{screen}/{}", hall.people[1].0)).await?;
    assert!(history.body.contains("Đi muộn") && history.body.contains("ghi chú 0") && history.body.contains("Phùng Đức Cường"));
    // What cannot be: no such state, too long a note, no such person.
    let got = hall.organiser.post(&screen, &[("trainee", &first), ("state", "substituted")]).await?;
    assert!(got.status == 422 && got.body.contains("Xin chọn một trong các nút"), "{}", got.body);
    let long = "dài ".repeat(100);
    let got = hall.organiser.post(&screen, &[("trainee", &first), ("state", "late"), ("note", &long)]).await?;
    assert!(got.status == 422 && got.body.contains("dài quá 300") && got.body.contains("dài dài"), "{}", got.body);
    assert_eq!(hall.organiser.post(&screen, &[("came", &hall.class.clone())]).await?.status, 404);
    // At the end the rest was absent.
    let page = hall.organiser.get(&screen).await?;
    let got = hall.organiser.post(&format!("{screen}/rest"), &[("deed", &page.deed())]).await?;
    assert!(got.to.contains("done=marked-rest"));
    assert_eq!(stage.count("select count(*) from attendance where state = 'absent'").await?, 2);
    // Somebody who was called absent scans after all: the last word stands.
    hall.turn("open").await?;
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    phone.post("/door", &[("ticket", &ticket), ("phone", &hall.people[5].2)]).await?;
    assert_eq!(stage.count("select count(*) from attendance where state = 'absent'").await?, 1);
});

both!(a_substitute_in_two_touches, stage, {
    let mut hall = hall(stage, 6).await?;
    hall.turn("open").await?;
    let screen = hall.screen();
    let original = hall.people[2].0.clone();
    let list = hall.organiser.get(&screen).await?;
    let form = format!("{screen}/{original}/substitution");
    assert!(list.body.contains(&form), "one touch");
    let page = hall.organiser.get(&form).await?;
    let deed = page.deed();
    // Mistakes first: no name, a bad number, the person themselves, somebody who is on the list.
    for (name, phone, said) in [
        ("", "", "name-error"),
        ("Lò Văn Pó", "091", "phone-error"),
        ("Hà Văn Chiến", "0912345002", "chính là người được triệu tập"),
        ("Hà Văn An", "0912345000", "đã có tên trong danh sách"),
    ] {
        let got = hall.organiser.post(&form, &[("deed", &deed), ("name", name), ("phone", phone)]).await?;
        assert!(got.status == 422 && got.body.contains(said) && got.body.contains(&format!("value=\"{name}\"")), "{name}: {}", got.body);
    }
    assert_eq!(stage.count("select count(*) from trainees").await?, 6);
    let fields = [("deed", deed.as_str()), ("name", "Lò Văn Pó"), ("phone", "0977 123 456"), ("position", "Công chức tài chính")];
    for _ in 0..2 {
        let got = hall.organiser.post(&form, &fields).await?;
        assert_eq!(got.to, format!("{screen}?done=substituted"), "{}", got.body);
    }
    assert_eq!(stage.count("select count(*) from trainees where stands_for is not null and state = 'named'").await?, 1);
    assert_eq!(stage.count("select count(*) from attendance where state = 'substituted'").await?, 1);
    assert_eq!(stage.count("select count(*) from attendance where state = 'present'").await?, 1);
    let all = hall.organiser.get(&format!("{screen}?show=all")).await?;
    assert!(all.body.contains("1/6 học viên có mặt") && all.body.contains("Dự thay Hà Văn Chiến"), "{}", all.body);
    assert!(all.body.contains("Có Lò Văn Pó dự thay"));
    // The one who was replaced comes after all: sent to the secretary, who may mark them.
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0912345002")]).await?;
    assert!(got.status == 409 && got.body.contains("Đã có người dự thay anh/chị"), "{}", got.body);
    // A second substitute is refused; the first scans at the next session like everyone.
    let got = hall.organiser.post(&form, &[("name", "Lò Thị Mai")]).await?;
    assert!(got.status == 422 && got.body.contains("người dự thay khác"), "{}", got.body);
    hall.organiser.post(&format!("/sessions/{}/door", hall.afternoon), &[("turn", "open")]).await?;
    let code = door::scanned(&stage.app.key, &hall.afternoon, door::slot(stage.app.clock.now()));
    let page = phone.get(&format!("/door/{code}")).await?;
    let ticket = page.between("name=\"ticket\" value=\"", "\"");
    let got = phone.post("/door", &[("ticket", &ticket), ("phone", "0977123456")]).await?;
    assert!(got.to.contains("done=present"), "{}", got.body);
});

both!(the_signed_sheet_is_typed_in, stage, {
    let mut hall = hall(stage, 6).await?;
    hall.turn("open").await?;
    let mut phone = stage.guest();
    let ticket = hall.scan(stage, &mut phone).await?;
    phone.post("/door", &[("ticket", &ticket), ("phone", &hall.people[0].2)]).await?;
    let paper = format!("{}/paper", hall.screen());
    let page = hall.organiser.get(&paper).await?;
    assert!(page.body.contains("5 người chưa được ghi có mặt") && !page.body.contains("Hà Văn An"), "{}", page.body);
    let (one, two) = (hall.people[1].0.clone(), hall.people[2].0.clone());
    let fields = [("deed", page.deed()), ("signed", one), ("signed", two), ("signed", "nobody".into()), ("rest", "1".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        assert!(hall.organiser.post(&paper, &fields).await?.to.contains("done=marked-paper"));
    }
    assert_eq!(stage.count("select count(*) from attendance where how = 'paper' and state = 'present'").await?, 2);
    assert_eq!(stage.count("select count(*) from attendance where how = 'paper' and state = 'absent'").await?, 3);
    assert_eq!(stage.count("select count(*) from attendance where how = 'door'").await?, 1);
});

both!(who_may_see_and_mark, stage, {
    let hall = hall(stage, 3).await?;
    let (_, mut expert) = stage.person("Nguyễn Văn Đạt", "0987654322", Role::Expert, Some(&hall.class), None).await?;
    let (_, mut sponsor) = stage.person("Trần Thị Lan", "0987654323", Role::Sponsor, None, Some(&hall.project)).await?;
    let (_, mut other) = stage.person("Lê Văn Sơn", "0987654324", Role::Organiser, Some("another"), None).await?;
    let roster = format!("/classes/{}/roster", hall.class);
    let mut organiser = hall.organiser.clone();
    let own = organiser.get(&roster).await?;
    assert!(own.body.contains("0912 345 000") && own.body.contains("3 học viên, chưa điểm danh buổi nào"), "{}", own.body);
    for visitor in [&mut expert, &mut sponsor] {
        let got = visitor.get(&roster).await?;
        assert!(got.status == 200 && got.body.contains("Hà Văn An") && !got.body.contains("0912 345 000"));
        assert_eq!(visitor.get(&hall.screen()).await?.status, 403);
        assert_eq!(visitor.post(&hall.screen(), &[("came", &hall.people[0].0)]).await?.status, 403);
    }
    let mut guest = stage.guest();
    let staff_only = [
        hall.screen(),
        format!("{}/paper", hall.screen()),
        format!("{}/{}", hall.screen(), hall.people[0].0),
        format!("{}/{}/substitution", hall.screen(), hall.people[0].0),
        format!("/sessions/{}/wall", hall.morning),
        format!("/sessions/{}/wall/now", hall.morning),
        format!("/classes/{}/links", hall.class),
        format!("/classes/{}/badges", hall.class),
        format!("{roster}/sheet"),
    ];
    for path in &staff_only {
        assert_eq!(organiser.get(path).await?.status, 200, "{path}");
        assert_eq!(other.get(path).await?.status, 404, "{path}: a class of others is not there");
        assert_eq!(expert.get(path).await?.status, 403, "{path}");
        assert_eq!(guest.get(path).await?.status, 403, "{path}");
    }
    for (path, fields) in [
        (format!("{}/rest", hall.screen()), vec![]),
        (format!("/sessions/{}/door", hall.morning), vec![("turn", "open")]),
        (format!("/classes/{}/badges", hall.class), vec![("trainee", hall.people[0].0.as_str())]),
    ] {
        assert_eq!(other.post(&path, &fields).await?.status, 404, "{path}");
        assert_eq!(expert.post(&path, &fields).await?.status, 403, "{path}");
    }
    assert_eq!(stage.count("select count(*) from attendance").await?, 0);
});

both!(pages_ask_as_often_for_sixty_as_for_three, stage, {
    let mut hall = hall(stage, 3).await?;
    let paths = |hall: &Hall| {
        let (class, session) = (&hall.class, &hall.morning);
        let at = |rest: &str| format!("/classes/{class}/{rest}");
        let on = |rest: &str| format!("/sessions/{session}/{rest}");
        vec![at("roster"), at("roster/sheet"), at("links"), at("badges"), on("attendance?show=all"), on("attendance/paper"), on("wall")]
    };
    let mut few = Vec::new();
    for path in paths(&hall) {
        few.push(hall.organiser.get(&path).await?.queries);
    }
    let full = classes::class(stage.db(), &hall.class).await?.unwrap();
    let mut tx = stage.db().begin().await?;
    for n in 0..57 {
        let new = NewPerson { name: format!("Hà Thị {}", GIVEN[n % 30]), phone: Some(format!("0966{n:06}")), ..NewPerson::default() };
        classes::name_trainee(&mut tx, &deed(stage), &full, "o08620", new, Naming::default()).await.map_err(problem)?;
    }
    tx.commit().await?;
    let mut many = Vec::new();
    for path in paths(&hall) {
        let got = hall.organiser.get(&path).await?;
        assert!(got.status == 200 && got.queries <= 6, "{path}: {}", got.queries);
        many.push(got.queries);
    }
    assert_eq!(few, many);
});
