use super::world::{BEFORE, id_in};
use super::*;

crate::both!(from_a_draft_to_another_province, stage, {
    let mut w = World::on(stage).await?;
    let list = format!("/classes/{}/practices", w.class);
    let got = w.an.get(&format!("{list}/new?kind=practice")).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("xã Mỹ Lung"));
    let deed = got.deed();
    let fields = [
        ("deed", deed.as_str()),
        ("kind", "practice"),
        ("title", "Cấy một giống nếp Gà gáy trên cả cánh đồng"),
        ("before", BEFORE),
        ("steps", "1. Họp khu\n2. Chốt lịch cấy"),
        ("cost", "121 triệu"),
        ("figure_what", "Giá bán gạo"),
        ("figure_before", "18.000"),
        ("figure_after", "28.000"),
        ("figure_unit", "đồng/kg"),
        ("figure_what", ""),
        ("figure_before", ""),
        ("figure_after", ""),
        ("figure_unit", ""),
    ];
    let got = w.an.post(&list, &fields).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let id = id_in(&got);
    let page = format!("/practices/{id}");
    // Posted twice: the same one.
    assert_eq!(id_in(&w.an.post(&list, &fields).await?), id);
    assert_eq!(stage.count("select count(*) from practices").await?, 1);

    // A draft: the author and those who run the class.
    let got = w.an.get(&page).await?;
    assert!(got.body.contains("PT18-C1") && got.body.contains("Bản nháp") && got.body.contains("121.000.000 đồng"), "{}", got.body);
    assert!(got.body.contains("<li>Chốt lịch cấy</li>"), "the list numbers its steps itself");
    for visitor in [&mut w.binh, &mut w.cuong, &mut w.sen, &mut w.sponsor] {
        assert_eq!(visitor.get(&page).await?.status, 404);
    }
    assert_eq!(w.an.post(&format!("{page}/state"), &[("to", "shown")]).await?.status, 403, "an author does not show");

    w.to(&id, &["shown"]).await?;
    assert_eq!(w.cuong.get(&page).await?.status, 200);
    assert_eq!(w.sponsor.get(&page).await?.status, 200);
    assert_eq!(w.sen.get(&page).await?.status, 404, "another class");
    assert_eq!(stage.guest().get(&page).await?.status, 404);
    assert_eq!(w.cuong.get(&format!("{page}/edit")).await?.status, 403);

    // Its author edits still, and what the class knows of is in its list.
    let got = w.an.get(&format!("{page}/edit")).await?;
    assert!(got.body.contains("Giá bán gạo") && got.body.contains("121.000.000"), "{}", got.body);
    let against = got.between("name=\"against\" value=\"", "\"");
    let changed = [
        ("against", against.as_str()),
        ("title", "Cả cánh đồng cấy một giống nếp Gà gáy"),
        ("before", BEFORE),
        ("figure_what", "Giá bán gạo"),
        ("figure_after", "30.000"),
    ];
    assert_eq!(w.an.post(&format!("{page}/edit"), &changed).await?.status, 303);
    let got = w.cuong.get(&list).await?;
    assert!(got.body.contains("Cả cánh đồng cấy một giống"), "{}", got.body);

    w.to(&id, &["released"]).await?;
    assert_eq!(w.an.get(&format!("{page}/edit")).await?.status, 422, "released meanwhile: that is what it says");
    let mut guest = stage.guest();
    let got = guest.get(&page).await?;
    assert!(got.body.contains("30.000") && !got.body.contains("18.000"), "{}", got.body);
    assert!(!got.body.contains("Hà Văn An"), "no name without consent");
    w.an_consents(stage).await?;
    assert!(guest.get(&page).await?.body.contains("Hà Văn An"));
    // Found without diacritics, by component and place.
    assert!(guest.get("/practices?text=nep+ga+gay").await?.body.contains(&page));
    assert!(guest.get("/practices?text=my+lung").await?.body.contains(&page));
    assert!(guest.get("/practices?province=o25").await?.body.contains(&page));
    for none in ["text=ga+gay+ngan+hang", "province=n14", "component=x", "text=%25zz"] {
        assert!(!guest.get(&format!("/practices?{none}")).await?.body.contains(&page), "{none}");
    }

    // Another province takes it up, and tells how it goes.
    let got = w.sen.get(&page).await?;
    assert!(got.body.contains("Làm theo ở xã Ngọc Chiến"), "{}", got.body);
    let deed = got.deed();
    let adopt = [("deed", deed.as_str()), ("going", "under_way"), ("begun_on", "10/10/2018"), ("note", "Làm với nếp tan, hai bản.")];
    for _ in 0..2 {
        let got = w.sen.post(&format!("{page}/adoptions"), &adopt).await?;
        assert_eq!(got.status, 303, "{}", got.body);
    }
    assert_eq!(w.sen.post(&format!("{page}/adoptions"), &[("going", "planned")]).await?.status, 422, "a place takes it up once");
    let got = guest.get(&page).await?;
    assert!(got.body.contains("xã Ngọc Chiến, tỉnh Sơn La") && got.body.contains("bắt đầu 10/10/2018"), "{}", got.body);
    assert!(got.body.contains("<svg") && got.body.contains("Ngọc Chiến</text>"), "the map names it");
    let got = w.sen.get(&page).await?;
    let report = got.between("action=\"/adoptions/", "\"");
    let report = format!("/adoptions/{report}");
    assert_eq!(w.sen.post(&report, &[("going", "done"), ("note", "")]).await?.status, 422);
    let got = w.sen.post(&report, &[("going", "done"), ("note", "Gặt xong, bán 26.000 một cân.")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    assert_eq!(w.cuong.post(&report, &[("going", "stopped"), ("note", "không")]).await?.status, 403);
    let got = guest.get(&page).await?;
    assert!(got.body.contains("Đã làm xong") && got.body.contains("Làm với nếp tan") && got.body.contains("26.000"), "{}", got.body);

    // Withdrawn: nobody finds it; restored: a draft.
    w.to(&id, &["withdrawn"]).await?;
    assert_eq!(guest.get(&page).await?.status, 404);
    assert!(!guest.get("/practices").await?.body.contains(&page));
    w.to(&id, &["draft", "shown", "released", "shown"]).await?;
    assert_eq!(stage.guest().get(&page).await?.status, 404, "taken back to the class");
});

crate::both!(who_runs_the_class_writes_for_its_places, stage, {
    let mut w = World::on(stage).await?;
    let list = format!("/classes/{}/practices", w.class);
    let story = [("kind", "story"), ("title", "Vì sao khu 4 không hỏng nước"), ("before", BEFORE)];
    let got = w.secretary.post(&list, &story).await?;
    assert_eq!(got.status, 422, "of which place?");
    assert!(got.body.contains("Vì sao khu 4 không hỏng nước") && got.body.contains("Hãy chọn một xã trong lớp"), "{}", got.body);
    let with = |place| [story[0], story[1], story[2], ("place", place)];
    assert_eq!(w.secretary.post(&list, &with("n03820")).await?.status, 422, "not of this class");
    let got = w.secretary.post(&list, &with("o08311")).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let id = id_in(&got);
    let got = w.secretary.get(&format!("/practices/{id}")).await?;
    assert!(got.body.contains("PT18-T1") && got.body.contains("xã Trung Sơn"), "{}", got.body);
    // A trainee's word on the place is not asked: they write for their own.
    let id = w.written(&[("place", "o08311")]).await?;
    assert!(w.an.get(&format!("/practices/{id}")).await?.body.contains("xã Mỹ Lung"));
    assert_eq!(w.sen.post(&list, &story).await?.status, 404, "another class is not there");
    assert_eq!(w.sponsor.post(&list, &story).await?.status, 403);
    // The secretary of this class may note a place of the class that takes it up.
    w.to(&id, &["shown"]).await?;
    let place = format!("{}/o08311", w.class);
    let got = w.secretary.post(&format!("/practices/{id}/adoptions"), &[("going", "planned"), ("place", &place)]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let elsewhere = format!("{}/n03820", w.sonla);
    let got = w.secretary.post(&format!("/practices/{id}/adoptions"), &[("going", "planned"), ("place", &elsewhere)]).await?;
    assert_eq!(got.status, 422);
    assert_eq!(crate::practices::briefs_of_class(stage.db(), &w.class).await?.iter().map(|it| it.adoptions).sum::<i64>(), 1);
    assert_eq!(w.an.post(&format!("/practices/{id}/adoptions"), &[("going", "planned")]).await?.status, 422, "one's own place cannot");
});

crate::both!(a_list_is_as_many_queries_however_long, stage, {
    let mut w = World::on(stage).await?;
    let list = format!("/classes/{}/practices", w.class);
    let mut counts = Vec::new();
    for round in 1..=3 {
        let mut newest = String::new();
        for n in 0..round {
            newest = w.written(&[("after", &format!("Lần {round}, việc {n}: nhiều hộ đã làm theo"))]).await?;
            w.to(&newest, &["shown", "released"]).await?;
        }
        let page = format!("/practices/{newest}");
        w.sen.post(&format!("{page}/adoptions"), &[("going", "planned"), ("note", "Sẽ làm vụ tới")]).await?;
        counts.push([
            stage.guest().get("/practices").await?.queries,
            w.an.get(&list).await?.queries,
            w.secretary.get(&list).await?.queries,
            w.sen.get(&page).await?.queries,
            stage.guest().get(&page).await?.queries,
        ]);
    }
    assert_eq!(counts[0], counts[1]);
    assert_eq!(counts[1], counts[2]);
    assert!(counts[0][0] <= 3 && counts[0].iter().all(|it| *it <= 12), "{:?}", counts[0]);
});
