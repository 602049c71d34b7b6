//! From the project to the groups.

use super::*;
use crate::both;
use crate::policy::{NewDocument, keep_document};

both!(
    /// A project, a class, five sessions, seats, names, groups, the first day and the last.
    a_class_is_prepared,
    stage,
    {
        let office = office(stage).await?;
        let mut organiser = office.organiser.clone();
        assert_eq!(stage.count("select count(*) from classes").await?, 1);
        let page = organiser.get(&format!("/projects/{}", office.project)).await?;
        assert!(page.body.contains("Lớp tập huấn cán bộ xã") && page.body.contains("0/9"), "{}", page.body);
        assert!(organiser.get("/projects").await?.body.contains("1 dự án đào tạo, 1 lớp"));
        assert!(organiser.get("/classes").await?.body.contains("1 lớp đang chuẩn bị"));
        assert!(organiser.get(&office.at("")).await?.body.contains("Lập chương trình"), "what comes next");

        let topics = [
            ("2018-10-16", "07:30", "11h30", "Chính sách mới"),
            ("2018-10-16", "13:30", "17 giờ", "Các hạng mục tại địa phương"),
            ("2018-10-16", "19:30", "21:30", "Thảo luận nhóm"),
            ("2018-10-17", "07:30", "11:30", "Các nhóm trình bày"),
        ];
        // The afternoon of the first day is planned last: sessions are numbered by time.
        for at in [0, 2, 3, 1] {
            let page = organiser.get(&office.at("/sessions")).await?;
            let (day, from, to, topic) = topics[at];
            let deed = page.deed();
            let fields = [("deed", deed.as_str()), ("day", day), ("from", from), ("to", to), ("topic", topic)];
            let got = organiser.post(&office.at("/sessions"), &fields).await?;
            assert_eq!(got.to, office.at("/sessions?done=session-planned"), "{}", got.body);
            organiser.post(&office.at("/sessions"), &fields).await?;
        }
        let sessions = classes::sessions(stage.db(), &office.class.id).await?;
        assert_eq!(sessions.iter().map(|it| it.topic.as_str()).collect::<Vec<_>>(), topics.map(|it| it.3));
        assert_eq!(sessions.iter().map(|it| it.ordinal).collect::<Vec<_>>(), [1, 2, 3, 4]);
        for (fields, word) in [
            ([("day", "2018-10-17"), ("from", "10:00"), ("to", "12:00"), ("topic", "x")], "Trùng giờ với buổi 4 (07:30–11:30)"),
            ([("day", "2018-10-18"), ("from", "10:00"), ("to", "12:00"), ("topic", "x")], "trong những ngày của lớp: 16–17/10/2018"),
            ([("day", "2018-10-17"), ("from", "14:00"), ("to", "13:00"), ("topic", "x")], "Giờ kết thúc phải sau"),
            ([("day", "2018-10-17"), ("from", "25:00"), ("to", "13:00"), ("topic", "")], "Hãy ghi giờ theo dạng"),
        ] {
            let got = organiser.post(&office.at("/sessions"), &fields).await?;
            assert!(got.status == 422 && got.body.contains(word), "{} {}", got.status, got.body);
        }

        programme(stage, &office).await?;
        names_and_groups(stage, &office).await?;

        // The first day, and the last.
        stage.clock.set(morning(16));
        let (_, mut organiser) = stage.person("Nguyễn Thị Lan", "0900000001", Role::Organiser, None, None).await?;
        let page = organiser.get(&office.at("")).await?;
        assert!(page.body.contains("value=\"running\""), "the next step is to begin: {}", page.body);
        for (state, done) in [("done", 422), ("running", 303), ("running", 303), ("done", 303), ("running", 303)] {
            assert_eq!(organiser.post(&office.at("/state"), &[("state", state)]).await?.status, done, "{state}");
        }
        let closed = stage.guest().get(&office.call(stage, MY_LUNG)).await?;
        assert!(closed.body.contains("đã hết hạn cử người") && closed.body.contains("tel:0900000001"), "{}", closed.body);
        let got = stage.guest().post(&office.call(stage, MY_LUNG), &[("name", "Hà Văn Muộn")]).await?;
        assert_eq!(got.status, 422);
    }
);

/// A document of the policy room.
async fn decree(stage: &Stage) -> Result<String, Problem> {
    let new =
        NewDocument { number: "27/2022/NĐ-CP".into(), kind: "decree".into(), issuer: "Chính phủ".into(), ..NewDocument::default() };
    let deed = Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() };
    let mut tx = stage.db().begin().await?;
    let id = keep_document(&mut tx, &deed, new).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
    tx.commit().await?;
    Ok(id)
}

/// Speakers, material, a change that two people make, a session that is taken out.
async fn programme(stage: &Stage, office: &Office) -> Result<(), Problem> {
    let mut organiser = office.organiser.clone();
    let sessions = classes::sessions(stage.db(), &office.class.id).await?;
    let at = office.at(&format!("/sessions/{}", sessions[0].id));
    let speaker = [("name", "Nguyễn Văn Đạt"), ("phone", "0900000009"), ("position", "Chuyên gia"), ("part", "Văn bản mới")];
    let got = organiser.post(&format!("{at}/speakers"), &speaker).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let expert = classes::speakers(stage.db(), &office.class.id).await?[0].person_id.clone();
    let other = office.at(&format!("/sessions/{}", sessions[1].id));
    assert!(organiser.get(&other).await?.body.contains(&format!("<option value=\"{expert}\"")), "a new speaker is an expert of the class");
    assert_eq!(organiser.post(&format!("{other}/speakers"), &[("person", expert.as_str())]).await?.status, 303);
    assert_eq!(organiser.post(&format!("{other}/speakers"), &[("person", "nobody")]).await?.status, 422);
    for (link, status) in [("https://nguon.example/a.pdf", 303), ("", 303), ("javascript:alert(1)", 422)] {
        let got = organiser.post(&format!("{at}/materials"), &[("title", "Tài liệu buổi 1"), ("link", link)]).await?;
        assert_eq!(got.status, status, "{}", got.body);
    }
    let decree = decree(stage).await?;
    for (document, status) in [(decree.as_str(), 303), ("nothing", 422)] {
        let got = organiser.post(&format!("{at}/materials"), &[("title", ""), ("document", document)]).await?;
        assert_eq!(got.status, status, "{}", got.body);
    }
    let page = organiser.get(&office.at("")).await?;
    assert!(page.body.contains(&format!("<a href=\"/documents/{decree}\">Nghị định 27/2022/NĐ-CP</a>")), "{}", page.body);
    assert!(
        page.body.contains("Nguyễn Văn Đạt: Văn bản mới") && page.body.contains("href=\"https://nguon.example/a.pdf\""),
        "{}",
        page.body
    );

    // Two people have the form open: the second is shown what the first saved.
    let base = organiser.get(&at).await?.between("name=\"base\" value=\"", "\"");
    let change = |topic: &'static str, base: String| {
        vec![("day", "2018-10-16".to_owned()), ("from", "07:30".into()), ("to", "11:30".into()), ("topic", topic.into()), ("base", base)]
    };
    let mut answers = Vec::new();
    for topic in ["Chính sách mới, văn bản mới", "Chính sách cũ"] {
        let fields = change(topic, base.clone());
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        answers.push(organiser.post(&at, &fields).await?);
    }
    assert_eq!(answers[0].status, 303);
    assert!(answers[1].status == 409 && answers[1].body.contains("Chính sách mới, văn bản mới"), "{}", answers[1].body);

    let extra = [("day", "2018-10-17"), ("from", "13:30"), ("to", "16:30"), ("topic", "Bỏ đi")];
    organiser.post(&office.at("/sessions"), &extra).await?;
    let last = classes::sessions(stage.db(), &office.class.id).await?.pop().unwrap();
    organiser.post(&office.at(&format!("/sessions/{}/speakers", last.id)), &[("person", expert.as_str())]).await?;
    assert_eq!(organiser.post(&office.at(&format!("/sessions/{}/removal", last.id)), &[]).await?.status, 303);
    assert_eq!(classes::sessions(stage.db(), &office.class.id).await?.len(), 4);
    // A class cannot leave its sessions behind.
    let fields = [("name", "Lớp"), ("province_id", "o25"), ("venue", "Hội trường"), ("starts_on", "2018-10-17"), ("ends_on", "2018-10-17")];
    let got = organiser.post(&office.at("/edit"), &fields).await?;
    assert!(got.status == 422 && got.body.contains("nằm ngoài những ngày này"), "{}", got.body);
    let fields = [
        ("name", "Lớp tập huấn Phú Thọ"),
        ("province_id", "o25"),
        ("venue", "Hội trường"),
        ("starts_on", "2018-10-16"),
        ("ends_on", "2018-10-18"),
    ];
    assert_eq!(organiser.post(&office.at("/edit"), &fields).await?.status, 303);
    assert_eq!(classes::class(stage.db(), &office.class.id).await?.unwrap().dates(), "16–18/10/2018");
    Ok(())
}

async fn names_and_groups(stage: &Stage, office: &Office) -> Result<(), Problem> {
    let mut organiser = office.organiser.clone();
    let got = organiser.get(&office.at("/seats?q=huyen+tan+son")).await?;
    assert!(got.body.contains("Thêm mọi xã của huyện"), "{}", got.body);
    let got = organiser.post(&office.at("/seats/district"), &[("place", "o240"), ("seats", "2")]).await?;
    assert!(got.status == 422 && got.body.contains("không còn xã nào"), "its commune is asked already");
    organiser.post(&office.at("/seats"), &[("place", "o08545"), ("seats", "0")]).await?;
    assert_eq!(classes::seats(stage.db(), &office.class.id).await?.len(), 3, "no seats: not asked");
    organiser.post(&office.at("/seats/district"), &[("place", "o238"), ("seats", "1")]).await?;
    let seats: Vec<(String, i64)> =
        classes::seats(stage.db(), &office.class.id).await?.into_iter().map(|it| (it.place_name, it.seats)).collect();
    let all = [("Xã Kim Thượng", 3), ("Xã Lương Sơn", 2), ("Xã Mỹ Lung", 2), ("Xã Mỹ Lương", 1)];
    assert_eq!(seats, all.map(|(name, seats)| (name.to_owned(), seats)), "by district and name; those asked keep their seats");
    for seats in ["-1", "201", "hai"] {
        assert_eq!(organiser.post(&office.at("/seats"), &[("place", MY_LUNG), ("seats", seats)]).await?.status, 422, "{seats}");
    }
    assert_eq!(organiser.post(&office.at("/seats"), &[("place", "o99999"), ("seats", "1")]).await?.status, 422);

    let page = organiser.get(&office.at("/nominations")).await?;
    assert!(page.body.contains("4 trên 4 địa phương chưa trả lời"), "{}", page.body);
    let people = [
        (MY_LUNG, "Hà Văn An", "0912000001"),
        (MY_LUNG, "Đinh Thị Bình", "0912000002"),
        (MY_LUNG, "Hà Thị Chín", "0912000003"),
        (KIM_THUONG, "Hà Văn Đông", "0912000004"),
        (KIM_THUONG, "Xa Thị Én", ""),
    ];
    for (place, name, phone) in people {
        let form = organiser.get(&office.at(&format!("/nominations/new?place={place}"))).await?;
        let deed = form.deed();
        let fields = [
            ("deed", deed.as_str()),
            ("place", place),
            ("name", name),
            ("phone", phone),
            ("position", "Công chức xã"),
            ("ethnicity", "Mường"),
        ];
        for _ in 0..2 {
            let got = organiser.post(&office.at("/nominations"), &fields).await?;
            assert_eq!(got.status, 303, "{}", got.body);
        }
    }
    assert_eq!(stage.count("select count(*) from trainees").await?, 5);
    let got = organiser.post(&office.at("/nominations"), &[("place", "o25"), ("name", "Hà Văn Lạc")]).await?;
    assert_eq!(got.status, 422, "a place that was not asked");
    let page = organiser.get(&office.at("/nominations?reply=people")).await?;
    assert!(page.body.contains("0912 000 001") && page.body.contains("chưa có số điện thoại"), "{}", page.body);

    let got = organiser.post(&office.at("/groups"), &[("how", "cluster")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let groups: Vec<(String, i64)> =
        classes::groups(stage.db(), &office.class.id).await?.into_iter().map(|it| (it.name, it.members)).collect();
    assert_eq!(groups, [("Nhóm 1: huyện Tân Sơn".to_owned(), 2), ("Nhóm 2: huyện Yên Lập".to_owned(), 3)]);
    let groups = classes::groups(stage.db(), &office.class.id).await?;
    let an = classes::trainees(stage.db(), &office.class.id).await?[0].clone();
    assert_eq!((an.name.as_str(), an.group_id.as_deref()), ("Hà Văn An", Some(groups[1].id.as_str())));
    organiser.post(&office.at("/groups/members"), &[("trainee", &an.id), ("group", &groups[0].id)]).await?;
    assert_eq!(organiser.post(&office.at("/groups/members"), &[("group", &groups[0].id)]).await?.status, 422, "nobody was chosen");
    assert_eq!(organiser.post(&office.at("/groups"), &[("how", "one"), ("name", "Nhóm 3")]).await?.status, 303);
    let third = classes::groups(stage.db(), &office.class.id).await?.pop().unwrap().id;
    organiser.post(&office.at(&format!("/groups/{third}/name")), &[("name", "Nhóm ba")]).await?;
    let page = organiser.get(&office.at("/groups")).await?;
    assert!(page.body.contains("3 nhóm, ai cũng đã có nhóm") && page.body.contains("Nhóm ba (0 người)"), "{}", page.body);
    organiser.post(&office.at(&format!("/groups/{third}/dissolution")), &[]).await?;
    let page = organiser.get(&office.at("/groups?count=2")).await?;
    assert!(page.body.contains("Chia thành 2 nhóm này"), "looked at first: {}", page.body);
    assert!(organiser.get(&office.at("/groups?count=99")).await?.body.contains("Số nhóm từ 2 đến"));
    organiser.post(&office.at("/groups"), &[("how", "count"), ("count", "2")]).await?;
    let sizes: Vec<i64> = classes::groups(stage.db(), &office.class.id).await?.into_iter().map(|it| it.members).collect();
    assert_eq!(sizes, [3, 2], "one commune stays together");
    assert_eq!(organiser.post(&office.at("/groups"), &[("how", "count"), ("count", "99")]).await?.status, 422);

    // Withdrawn, and then she comes after all.
    let binh = classes::trainees(stage.db(), &office.class.id).await?[1].clone();
    let at = office.at(&format!("/nominations/{}", binh.id));
    assert!(organiser.get(&at).await?.body.contains("Đinh Thị Bình"));
    assert_eq!(organiser.post(&format!("{at}/withdrawal"), &[("why", "Ốm")]).await?.status, 303);
    assert_eq!(stage.count("select count(*) from grants where role = 'trainee' and ended_at is null").await?, 4);
    organiser.post(&office.at("/nominations"), &[("place", MY_LUNG), ("name", "Đinh Thị Bình"), ("phone", "0912000002")]).await?;
    let again = classes::trainee(stage.db(), &binh.id).await?.unwrap();
    assert_eq!((again.state.as_str(), again.group_id), ("named", None), "the same trainee, named again");
    assert_eq!(stage.count("select count(*) from grants where role = 'trainee' and ended_at is null").await?, 5);
    Ok(())
}
