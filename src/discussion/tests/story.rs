use super::world::of_now;
use super::*;

crate::both!(a_question_is_asked_answered_and_closed, stage, {
    let mut w = World::on(stage).await?;
    let hall = w.hall();
    let got = w.an.get(&hall).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("Chưa có ý kiến nào") && got.body.contains("Gửi ý kiến") && !got.body.contains("Đặt câu hỏi"));
    assert!(got.body.contains("data-live=\"/classes/") && got.body.contains("Thông tư 344/2016/TT-BTC"));

    let first = w.ask(stage, "Công trình nào ở xã đang bỏ không, vì sao?", "").await?;
    let got = w.an.get(&hall).await?;
    assert!(of_now(&got).contains("Công trình nào ở xã") && of_now(&got).contains("Vũ Thị Thư hỏi lúc"), "{}", got.body);
    assert!(of_now(&got).contains(&format!("name=\"question\" value=\"{first}\" form=\"say\"")));

    // An answer; the same form twice is one opinion.
    let deed = got.deed();
    let fields = [("deed", deed.as_str()), ("text", "Bể nước khu 3 xây xong bỏ khô"), ("question", first.as_str())];
    for _ in 0..2 {
        let got = w.an.post(&format!("/sessions/{}/opinions", w.session), &fields).await?;
        assert_eq!(got.status, 303, "{}", got.body);
    }
    assert_eq!(stage.count("select count(*) from opinions").await?, 1);
    stage.clock.set(stage.clock.now().0 + 1000);
    let mut binh = w.binh.clone();
    w.say(stage, &mut binh, "Cho hỏi tiền ăn của lớp ai trả?", &[("question", &first), ("other", "1")]).await?;
    assert_eq!(stage.count("select count(*) from opinions where question_id is not null").await?, 1);
    let got = w.secretary.get(&format!("{hall}/now?part=opinions")).await?;
    assert!(got.body.contains("2 ý kiến của 2 người") && got.body.contains("trả lời câu 1"), "{}", got.body);
    assert!(!got.body.contains("<html") && !got.body.contains("đang hỏi cả hội trường"));
    let (newer, older) = (got.body.find("tiền ăn").unwrap(), got.body.find("Bể nước").unwrap());
    assert!(newer < older, "the latest first");

    // A new question takes the place of the one that is open.
    let second = w.ask(stage, "Việc gì vướng nhất?", "Thanh toán\nDuy tu\nVốn về muộn").await?;
    assert_eq!(stage.count("select count(*) from questions where closed_at is null").await?, 1);
    let got = w.an.get(&hall).await?;
    assert!(of_now(&got).contains("Việc gì vướng nhất?") && got.body.contains("1 câu đã hỏi trong buổi"), "{}", got.body);
    // Whoever has not voted is not told what the others chose.
    let vote = format!("/questions/{second}/votes");
    assert_eq!(w.binh.post(&vote, &[("choice", "2")]).await?.status, 303);
    let now = of_now(&w.an.get(&hall).await?);
    assert!(now.contains("1 người đã chọn") && now.contains("value=\"3\"") && !now.contains("nhiều nhất"), "{now}");
    w.an.post(&vote, &[("choice", "1")]).await?;
    w.an.post(&vote, &[("choice", "2")]).await?;
    w.an.post(&vote, &[("choice", "2")]).await?;
    assert_eq!(stage.count("select count(*) from votes").await?, 2);
    assert_eq!(stage.count("select count(*) from journal where kind = 'vote.cast'").await?, 3, "pressed twice is said once");
    let now = of_now(&w.an.get(&hall).await?);
    assert!(now.contains("“Duy tu”, 2 trên 2 người") && now.contains("Anh/chị đã chọn: Duy tu"), "{now}");
    assert_eq!(w.an.post(&vote, &[("choice", "9")]).await?.status, 422);

    let got = w.secretary.post(&format!("/questions/{second}/closing"), &[]).await?;
    assert_eq!(got.status, 303);
    assert_eq!(w.an.post(&vote, &[("choice", "1")]).await?.status, 422, "closed");
    assert!(crate::discussion::open_question(stage.db(), &w.class).await?.is_none());
    let got = w.an.get(&format!("/classes/{}/discussion", w.class)).await?;
    assert!(
        got.body.contains("2 ý kiến qua 1 buổi") && got.body.contains("2 câu hỏi") && got.body.contains("Vào thảo luận buổi 1"),
        "{}",
        got.body
    );
});

crate::both!(an_opinion_is_withdrawn_hidden_and_becomes_a_difficulty, stage, {
    let mut w = World::on(stage).await?;
    let hall = w.hall();
    let (mut an, mut binh) = (w.an.clone(), w.binh.clone());
    let mine = w.say(stage, &mut an, "Tôi nói nhầm", &[]).await?;
    let rude = w.say(stage, &mut an, "Nói chuyện riêng", &[]).await?;
    let secret = w.say(stage, &mut an, "Hồ sơ quyết toán của xã thất lạc từ 2012", &[("anonymous", "1")]).await?;
    let open = w.say(stage, &mut binh, "Mương bị lũ cuốn 60 m, xin dùng tiền duy tu", &[]).await?;

    // Anonymous: towards others, not towards who runs the class.
    let got = w.binh.get(&hall).await?;
    let line = got.between(&format!("id=\"o{secret}\""), "</li>");
    assert!(line.contains("Không hiện tên") && !line.contains("Hà Văn An") && !line.contains("Mỹ Lung"), "{line}");
    let got = w.officer.get(&hall).await?;
    assert!(!got.between(&format!("id=\"o{secret}\""), "</li>").contains("Hà Văn An"), "who only speaks learns no name");
    assert!(w.secretary.get(&hall).await?.between(&format!("id=\"o{secret}\""), "</li>").contains("Hà Văn An"));
    let latest = crate::discussion::latest_opinions(stage.db(), &w.class, 10).await?;
    assert!(latest.iter().any(|it| it.id == secret && it.name.is_empty() && it.person_id.is_none()));

    assert_eq!(w.binh.post(&format!("/opinions/{mine}/withdrawal"), &[]).await?.status, 403);
    assert_eq!(w.an.post(&format!("/opinions/{mine}/withdrawal"), &[]).await?.status, 303);
    assert_eq!(w.secretary.post(&format!("/opinions/{rude}/withdrawal"), &[]).await?.status, 303);
    let got = w.an.get(&hall).await?;
    assert!(!got.body.contains("Tôi nói nhầm") && got.body.contains("Ban tổ chức đã ẩn"), "{}", got.body);
    assert!(!w.binh.get(&hall).await?.body.contains("Nói chuyện riêng"));

    // Their own: the form knows the text.
    let new = format!("/classes/{}/difficulties/new?opinion={secret}", w.class);
    let got = w.an.get(&new).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("thất lạc từ 2012</textarea>") && got.body.contains("Nêu cho xã Mỹ Lung") && got.body.contains("ở buổi 1"));
    let raise = format!("/classes/{}/difficulties", w.class);
    let fields = |opinion: &str| {
        [
            ("text", "Hồ sơ thất lạc, quyết toán thế nào?".to_owned()),
            ("field", "settlement".into()),
            ("opinion", opinion.into()),
            ("new", "1".into()),
        ]
    };
    let post = |it: &[(&'static str, String); 4]| it.clone();
    let mine = post(&fields(&secret));
    let mine: Vec<(&str, &str)> = mine.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(w.binh.post(&raise, &mine).await?.status, 403, "somebody else's opinion");
    let got = w.an.post(&raise, &mine).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    let difficulty: String = got.to.trim_start_matches("/difficulties/").chars().take(36).collect();
    assert_eq!(w.an.post(&raise, &mine).await?.status, 422, "once");
    let got = w.binh.get(&hall).await?;
    let line = got.between(&format!("id=\"o{secret}\""), "</li>");
    assert!(line.contains("Đã thành vướng mắc PT18-01") && line.contains(&difficulty), "{line}");
    // Anonymous stays anonymous, though the form did not say so.
    let got = w.binh.get(&format!("/difficulties/{difficulty}")).await?;
    assert!(got.status == 200 && !got.body.contains("Hà Văn An"), "{}", got.body);
    assert_eq!(w.an.get(&new).await?.to, format!("/difficulties/{difficulty}"));

    // For a trainee, by the expert.
    let theirs = post(&fields(&open));
    let theirs: Vec<(&str, &str)> = theirs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(w.officer.post(&raise, &theirs).await?.status, 403);
    let got = w.expert.get(&format!("/opinions/{open}/difficulty")).await?;
    let got = w.expert.get(&got.to.clone()).await?;
    assert!(got.body.contains("Nêu cho xã Thu Cúc") && got.body.contains("Đinh Thị Bình"), "{}", got.body);
    assert_eq!(w.expert.post(&raise, &theirs).await?.status, 303);
    assert_eq!(
        stage.count("select count(*) from difficulties d join opinions o on o.difficulty_id = d.id and o.person_id = d.raiser_id").await?,
        2
    );
    assert_eq!(stage.count("select count(*) from journal where kind = 'difficulty.raised' and on_behalf is not null").await?, 1);
    // Said under a name, raised without one: then neither names anybody.
    let named = w.say(stage, &mut an, "Bể nước khu 3 bỏ khô", &[]).await?;
    let nameless = [("text", "Bể nước bỏ khô, ai sửa?"), ("field", "water"), ("opinion", named.as_str()), ("anonymous", "1"), ("new", "1")];
    assert_eq!(w.an.post(&raise, &nameless).await?.status, 303);
    assert!(!w.binh.get(&hall).await?.between(&format!("id=\"o{named}\""), "</li>").contains("Hà Văn An"));
    // A withdrawn one becomes nothing; without an opinion the staff raises nothing here.
    let hidden = post(&fields(&rude));
    let hidden: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(w.secretary.post(&raise, &hidden).await?.status, 422);
    assert_eq!(w.expert.post(&raise, &[("text", "Một vướng mắc khác"), ("field", "water")]).await?.status, 403);
    assert_eq!(w.expert.get(&format!("/classes/{}/difficulties/new", w.class)).await?.status, 403);
});

crate::both!(a_page_asks_as_many_queries_however_much_was_said, stage, {
    let mut w = World::on(stage).await?;
    let hall = w.hall();
    let empty = w.an.get(&hall).await?.queries;
    let part = w.an.get(&format!("{hall}/now?part=question")).await?.queries;
    let class = w.an.get(&format!("/classes/{}/discussion", w.class)).await?.queries;
    for n in 0..3 {
        w.ask(stage, &format!("Câu {n}"), "a\nb").await?;
    }
    let mut an = w.an.clone();
    for n in 0..65 {
        w.say(stage, &mut an, &format!("Ý kiến số {n}."), &[]).await?;
    }
    let got = w.an.get(&hall).await?;
    assert_eq!(got.queries, empty);
    assert!(got.body.contains("Ý kiến số 64.") && got.body.contains("Ý kiến số 5.") && !got.body.contains("Ý kiến số 4."));
    assert!(got.body.contains("?shown=120#said"));
    assert!(w.an.get(&format!("{hall}?shown=120")).await?.body.contains("Ý kiến số 0."));
    assert_eq!(w.an.get(&format!("{hall}/now?part=question")).await?.queries, part);
    assert_eq!(w.an.get(&format!("/classes/{}/discussion", w.class)).await?.queries, class);
    assert!(empty <= 9 && part <= 4 && class <= 4, "{empty} {part} {class}");
});
