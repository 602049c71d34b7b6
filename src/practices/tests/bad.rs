use super::world::BEFORE;
use super::*;

crate::both!(what_was_typed_is_never_lost, stage, {
    let mut w = World::on(stage).await?;
    let list = format!("/classes/{}/practices", w.class);
    let typed = [
        ("kind", "practice"),
        ("title", "Ngắn"),
        ("before", ""),
        ("steps", "Họp khu"),
        ("cost", "nhiều lắm"),
        ("difficulty", "PT18-99"),
        ("figure_what", "Số hộ"),
        ("figure_before", "12"),
        ("figure_after", "46"),
        ("figure_unit", "hộ"),
        ("figure_what", ""),
        ("figure_before", "3"),
        ("figure_after", ""),
        ("figure_unit", ""),
        ("figure_what", "Ngày công"),
        ("figure_before", ""),
        ("figure_after", "640"),
        ("figure_unit", "công"),
    ];
    let got = w.an.post(&list, &typed).await?;
    assert_eq!(got.status, 422);
    for kept in ["Ngắn", "Họp khu", "nhiều lắm", "PT18-99", "Số hộ", "Ngày công", "value=\"640\"", "value=\"3\""] {
        assert!(got.body.contains(kept), "{kept}: {}", got.body);
    }
    for said in
        ["ít nhất 8 chữ cái", "Hãy kể vài dòng", "Chi phí phải là số tiền", "chưa ghi đếm việc gì", "không có vướng mắc mang mã này"]
    {
        assert!(got.body.contains(said), "{said}");
    }
    // Another line of figures, without the script: what was typed comes along.
    let more: Vec<(&str, &str)> = typed.iter().copied().chain([("more", "1")]).collect();
    let got = w.an.post(&list, &more).await?;
    assert_eq!(got.status, 200);
    assert_eq!(got.body.matches("name=\"figure_what\"").count(), 5);
    assert!(got.body.contains("Ngày công") && !got.body.contains("class=\"errors\""));
    assert_eq!(stage.count("select count(*) from practices").await?, 0);
});

crate::both!(two_who_change_the_same_text_see_both, stage, {
    let mut w = World::on(stage).await?;
    let id = w.written(&[]).await?;
    let edit = format!("/practices/{id}/edit");
    let against = w.an.get(&edit).await?.between("name=\"against\" value=\"", "\"");
    let theirs = [("against", against.as_str()), ("title", "Tên do thư ký sửa lại"), ("before", BEFORE)];
    assert_eq!(w.secretary.post(&edit, &theirs).await?.status, 303);
    let mine = [("against", against.as_str()), ("title", "Tên do tác giả sửa lại"), ("before", BEFORE)];
    let got = w.an.post(&edit, &mine).await?;
    assert_eq!(got.status, 409, "{}", got.body);
    assert!(got.body.contains("Vũ Thị Thư") && got.body.contains("Tên do thư ký sửa lại") && got.body.contains("Tên do tác giả sửa lại"));
    // Whoever has seen it and saves again writes over it.
    let now = got.between("name=\"against\" value=\"", "\"");
    let mine = [("against", now.as_str()), mine[1], mine[2]];
    assert_eq!(w.an.post(&edit, &mine).await?.status, 303);
    assert!(w.an.get(&format!("/practices/{id}")).await?.body.contains("Tên do tác giả sửa lại"));
    // A late verb on what has moved on says so.
    w.to(&id, &["shown", "released"]).await?;
    let got = w.secretary.post(&format!("/practices/{id}/state"), &[("to", "released")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("chuyển sang trạng thái khác"), "{}", got.body);
});
