use super::World;
use super::world::{counted, search};
use crate::db::Run;

crate::both!(everyone_finds_what_they_may_see, stage, {
    let mut w = World::on(stage).await?;
    let hall = &mut w.hall;
    let difficulty = "q=mua giong khong co hoa don";
    // From the inside: with its place and how it stands. A guest and a trainee of another project find nothing of it, not even a count.
    for who in [&mut hall.an, &mut hall.binh, &mut hall.secretary, &mut hall.hoa, &mut hall.sponsor, &mut hall.keeper] {
        let got = search(who, difficulty).await?;
        assert!(got.body.contains("PT18-01") && got.body.contains("Mỹ Lung") && got.body.contains("Đã gỡ"), "{}", got.body);
        assert_eq!(counted(&got, "difficulty"), 1);
        assert!(got.body.contains("<mark>"), "{}", got.body);
    }
    for who in [&mut w.guest, &mut hall.stranger] {
        let got = search(who, difficulty).await?;
        assert!(!got.body.contains("PT18-01") && counted(&got, "difficulty") == 0, "{}", got.body);
        assert!(got.body.contains("Chưa tìm thấy gì") && got.body.contains("Thử cách khác"), "{}", got.body);
        assert!(!got.body.contains("Phú Thọ</a> <span"), "no province is counted either: {}", got.body);
    }
    // Published: everyone finds the answer, once, and those outside without person and place.
    let id = stage
        .db()
        .the::<String>(&crate::db::Statement { name: "id", sql: "select id from difficulties where code = 'PT18-01'" }, &[])
        .await?;
    let published = [
        ("question", "Mua con giống của dân không có hóa đơn thì làm thế nào?"),
        ("answer", "Lập giấy biên nhận mua bán."),
        ("against", "0"),
    ];
    assert_eq!(hall.hoa.post(&format!("/difficulties/{id}/publication"), &published).await?.status, 303);
    for who in [&mut w.guest, &mut hall.stranger] {
        let got = search(who, difficulty).await?;
        assert!(
            got.body.contains(&format!("/answers/{id}")) && !got.body.contains("Mỹ Lung") && !got.body.contains("Hà Văn An"),
            "{}",
            got.body
        );
        assert_eq!(counted(&got, "difficulty"), 1);
    }
    let got = search(&mut hall.an, difficulty).await?;
    assert!(got.body.contains(&format!("/difficulties/{id}")) && !got.body.contains(&format!("/answers/{id}\"")), "{}", got.body);
    assert_eq!(counted(&got, "difficulty"), 1);
    assert_eq!(hall.hoa.post(&format!("/difficulties/{id}/publication/withdrawal"), &[("reason", "Viết lại")]).await?.status, 303);
    assert_eq!(counted(&search(&mut w.guest, difficulty).await?, "difficulty"), 0);

    // A practice: a draft is its author's and the organisers', then the class's, then everyone's.
    let practice = "q=nep ga gay";
    let own = format!("/practices/{}\"", w.practice);
    let author_and_runners = [true, false, true, false, false, true, false];
    let class = [true, true, true, true, true, true, false];
    for (state, seen, by_guest) in
        [("", author_and_runners, false), ("shown", class, false), ("released", [true; 7], true), ("withdrawn", author_and_runners, false)]
    {
        if !state.is_empty() {
            w.to(state).await?;
        }
        let hall = &mut w.hall;
        let all =
            [&mut hall.an, &mut hall.binh, &mut hall.secretary, &mut hall.hoa, &mut hall.sponsor, &mut hall.keeper, &mut hall.stranger];
        for (at, (who, seen)) in all.into_iter().zip(seen).enumerate() {
            let got = search(who, practice).await?;
            assert_eq!((got.body.contains(&own), counted(&got, "practice")), (seen, usize::from(seen)), "{at} {state}: {}", got.body);
        }
        assert_eq!(counted(&search(&mut w.guest, practice).await?, "practice"), usize::from(by_guest), "{state}");
    }
});

crate::both!(what_was_raised_anonymously_is_not_found_by_its_place, stage, {
    let mut w = World::on(stage).await?;
    let got = search(&mut w.hall.an, "q=giám sát cộng đồng bồi dưỡng").await?;
    assert!(got.body.contains("PT18-04") && !got.body.contains("Trung Sơn"), "{}", got.body);
    for who in [&mut w.hall.an, &mut w.hall.hoa] {
        let got = search(who, "q=giám sát cộng đồng bồi dưỡng&province=Phú Thọ").await?;
        assert!(!got.body.contains("PT18-04"), "{}", got.body);
    }
    let got = search(&mut w.hall.an, "q=mua con giống&province=Phú Thọ").await?;
    assert!(got.body.contains("PT18-01") && got.body.contains("Tỉnh: Phú Thọ"), "{}", got.body);
});

crate::both!(the_page_says_what_it_found_and_how_to_go_on, stage, {
    let mut w = World::on(stage).await?;
    w.to("shown").await?;
    w.to("released").await?;
    let hall = &mut w.hall;
    // A clause by its number, on top and with its own address; by its words.
    let number: String =
        stage.db().the(&crate::db::Statement { name: "n", sql: "select number from documents order by id limit 1" }, &[]).await?;
    let got = search(&mut w.guest, &format!("q=điều 3 khoản 2 {number}")).await?;
    let first = got.between("id=\"results\"", "</li>");
    assert!(first.contains("Điều 3") && first.contains("/articles/3#k2") && first.contains("Khoản 2"), "{}", got.body);
    assert!(first.contains("state"), "how the document stands is said: {first}");
    // An abbreviation, a tone mark elsewhere, i for y, one letter wrong.
    let got = search(&mut hall.an, "q=con giong cua nguoi dan hoá đơn").await?;
    assert!(got.body.contains("PT18-01"), "{}", got.body);
    let got = search(&mut hall.an, "q=mua con giốnng không có hóa đơn").await?;
    assert!(
        got.body.contains("PT18-01") && got.body.contains("Có phải anh/chị tìm") && got.body.contains("mua con giống không có hóa đơn</a>"),
        "{}",
        got.body
    );
    let got = search(&mut hall.an, "q=thươmg lái").await?;
    assert!(got.body.contains("nếp Gà gáy") || got.body.contains("<mark>lái</mark>"), "{}", got.body);
    let got = search(&mut hall.an, "q=qyuết").await?;
    assert!(got.body.contains("Đây là kết quả cho “quyết”") && got.body.contains("PT18-03"), "{}", got.body);
    // What only others wrote is not offered as a correction.
    let got = search(&mut w.guest, "q=qyuết").await?;
    assert!(!got.body.contains("“quyết”"), "{}", got.body);
    // Places, chosen kinds, nothing typed.
    let got = search(&mut w.guest, "q=my lung").await?;
    assert!(got.body.contains("/places/o08470") && counted(&got, "place") >= 1, "{}", got.body);
    let got = search(&mut w.guest, "q=my lung&kind=practice").await?;
    assert!(!got.body.contains("/places/o08470") && got.body.contains("/practices/"), "{}", got.body);
    let got = search(&mut w.guest, "q=").await?;
    assert!(got.body.contains("Cách tìm") && got.body.contains("mua giong khong co hoa don"), "{}", got.body);
    let got = search(&mut w.guest, "q=xyz qqq www").await?;
    assert!(got.body.contains("Chưa tìm thấy gì") && !got.body.contains("nêu để chuyên gia"), "{}", got.body);
    let got = search(&mut hall.an, "q=xyz qqq www").await?;
    assert!(got.body.contains(&format!("/classes/{}/difficulties/new?text=xyz", hall.class)), "{}", got.body);
    let got = search(&mut w.guest, "q=<script>alert(1)</script>").await?;
    assert!(!got.body.contains("<script>alert"), "{}", got.body);
    // One question to the tables, whatever is found, beside who is asking.
    let (few, many, none) =
        (search(&mut w.guest, "q=my lung").await?, search(&mut w.guest, "q=xã").await?, search(&mut w.guest, "q=xyz").await?);
    assert_eq!([few.queries, many.queries, none.queries], [1; 3]);
    let own = hall.an.get("/places").await?.queries;
    assert_eq!(search(&mut hall.an, "q=mua con giống").await?.queries, own);

    // While typing: links, only to what may be seen.
    let got = hall.an.get("/search/suggestions?q=mua+con+gi").await?;
    assert!(got.body.contains("/difficulties/") && !got.body.contains("<html"), "{}", got.body);
    assert_eq!(w.guest.get("/search/suggestions?q=mua+con+gi").await?.body.trim(), "");
    assert!(w.guest.get("/search/suggestions?q=nếp+ga").await?.body.contains("nếp"));
    assert_eq!(w.guest.get("/search/suggestions?q=").await?.body.trim(), "");
});
