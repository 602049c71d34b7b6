use super::world::{step, to};
use super::*;

crate::both!(
    /// Three months later: the round is proposed, opened, answered by the place and from a telephone call, closed; its figures stand.
    a_round_is_answered, stage, {
        let mut w = World::on(stage).await?;
        let (plan, steps) = w.presented(&[step(&[]), step(&[("text", "Tập huấn lại cho trưởng khu"), ("due_on", "30/11/2018")])]).await?;
        let raised = [("text", "Mua con giống của dân không có hóa đơn thì thanh toán thế nào?"), ("field", "procurement"), ("new", "1")];
        let difficulty = to(&w.an.post(&format!("/classes/{}/difficulties", w.class), &raised).await?);
        to(&w.hoa.post(&format!("{difficulty}/advice"), &[("text", "Lập giấy biên nhận có xác nhận của xã."), ("against", "0")]).await?);
        let rounds = format!("/classes/{}/follow-ups", w.class);
        let got = w.secretary.post(&rounds, &[("months", "3")]).await?;
        assert!(got.status == 422 && got.body.contains("Chưa đến ngày mở kỳ này"), "{}", got.body);

        w.on_day(stage, "17/01/2019").await?;
        let got = w.secretary.get("/").await?;
        assert!(got.body.contains("ngày mở kỳ theo dõi 3 tháng") && got.body.contains(&rounds), "{}", got.body);
        assert_eq!(w.an.post(&rounds, &[("months", "3")]).await?.status, 403);
        assert_eq!(w.sponsor.post(&rounds, &[("months", "3")]).await?.status, 403);
        let round = to(&w.secretary.post(&rounds, &[("months", "3")]).await?);
        assert_eq!(to(&w.secretary.post(&rounds, &[("months", "3")]).await?), round, "pressed twice");

        // On one page: each step, the verdict, what has changed.
        let got = w.an.get("/").await?;
        assert!(got.body.contains("Trả lời kỳ theo dõi 3 tháng") && got.body.contains(&round), "{}", got.body);
        let got = w.an.get(&round).await?;
        assert!(got.body.contains("3 tháng sau lớp: việc của xã Mỹ Lung đến đâu rồi?"), "{}", got.body);
        let id = difficulty.trim_start_matches("/difficulties/").to_owned();
        assert!(got.body.contains(&format!("name=\"verdict-{id}\"")), "{}", got.body);
        // Of the same place, but not the raiser: the verdict is not theirs.
        let others = w.binh.get(&round).await?;
        assert!(!others.body.contains(&format!("name=\"verdict-{id}\"")) && others.body.contains("Hà Văn An là người xác nhận"), "{}", others.body);
        let names = [
            format!("state-{}", steps[0]), format!("state-{}", steps[1]), format!("text-{}", steps[1]), format!("verdict-{id}"), format!("reason-{id}"),
        ];
        let deed = got.deed();
        let answer = |reason: &'static str, changed: &'static str| vec![
            ("deed", deed.clone()), ("place", "o08470".to_owned()),
        ].into_iter().chain([
            (names[0].as_str(), "done"), (names[1].as_str(), "dropped"), (names[2].as_str(), reason), (names[3].as_str(), "resolved"),
            ("changed", changed), ("text", "Trưởng khu tự lập được giấy biên nhận"),
        ].map(|(name, value)| (name, value.to_owned()))).collect::<Vec<_>>();
        let post = async |visitor: &mut crate::stage::Visitor, fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            visitor.post(&format!("{round}/answers"), &fields).await
        };
        let got = post(&mut w.an, &answer("", "")).await?;
        assert!(got.status == 422 && got.body.contains("lý do thôi không làm") && got.body.contains("Hãy chọn mức thay đổi"), "{}", got.body);
        assert!(got.body.contains("Trưởng khu tự lập được giấy biên nhận"), "what was typed is there: {}", got.body);
        for _ in 0..2 {
            to(&post(&mut w.an, &answer("Huyện đã tập huấn chung", "some")).await?);
        }
        assert_eq!(stage.count("select count(*) from step_reports").await?, 2);
        assert_eq!(stage.count("select count(*) from verdicts where verdict = 'resolved'").await?, 1);
        assert!(!w.an.get("/").await?.body.contains("Trả lời kỳ theo dõi 3 tháng"));
        let got = w.cuong.get(&plan).await?;
        assert!(got.body.contains("kỳ 3 tháng") && got.body.contains("Huyện đã tập huấn chung"), "{}", got.body);

        // Another place's page is for staff and the sponsor.
        assert_eq!(w.cuong.get(&format!("{round}?place=o08470")).await?.status, 403);
        assert_eq!(w.stranger.get(&round).await?.status, 404);
        let got = w.sponsor.get(&round).await?;
        assert!(got.body.contains("1 trên 1 xã đã trả lời kỳ 3 tháng"), "{}", got.body);
        assert_eq!(post(&mut w.sponsor, &answer("x", "some")).await?.status, 403);
        assert_eq!(post(&mut w.cuong, &answer("x", "some")).await?.status, 403);
        assert_eq!(post(&mut w.hoa, &answer("x", "some")).await?.status, 403);

        // From a telephone call, for the place that has no plan.
        let fields = [("place", "o08473"), ("changed", "none"), ("text", "Chưa họp được")];
        to(&w.secretary.post(&format!("{round}/answers"), &fields).await?);
        assert_eq!(stage.count("select count(*) from follow_up_answers a join persons p on p.id = a.person_id where p.name = 'Phùng Đức Cường'").await?, 1);
        to(&w.secretary.post(&format!("{round}/closing"), &[]).await?);
        assert_eq!(w.secretary.post(&format!("{round}/answers"), &fields).await?.status, 422);

        // Later a step is told otherwise: the round's figures stand.
        w.on_day(stage, "20/04/2019").await?;
        to(&w.an.post(&format!("/steps/{}/reports", steps[1]), &[("state", "under_way"), ("text", "Làm lại")]).await?);
        let list = format!("/classes/{}/plans", w.class);
        assert!(w.sponsor.get(&format!("{list}?state=dropped&round=3")).await?.body.contains("1 việc thôi không làm"));
        assert!(w.sponsor.get(&format!("{list}?state=late")).await?.body.contains("1 việc quá hạn"));
        let got = w.sponsor.get(&format!("/classes/{}/results", w.class)).await?;
        assert!(got.body.contains("state=dropped&#38;round=3") || got.body.contains("state=dropped&amp;round=3"), "{}", got.body);
    }
);

crate::both!(
    /// What was raised anonymously is the raiser's alone, also on the round's page.
    anonymous_stays_anonymous, stage, {
        let mut w = World::on(stage).await?;
        w.presented(&[step(&[])]).await?;
        let raised = [("text", "Chi phí quản lý dự án tính bao nhiêu phần trăm?"), ("field", "procurement"), ("new", "1"), ("anonymous", "1")];
        let difficulty = to(&w.an.post(&format!("/classes/{}/difficulties", w.class), &raised).await?);
        to(&w.hoa.post(&format!("{difficulty}/advice"), &[("text", "Theo tỷ lệ đã giao."), ("against", "0")]).await?);
        w.on_day(stage, "17/01/2019").await?;
        let round = to(&w.secretary.post(&format!("/classes/{}/follow-ups", w.class), &[("months", "3")]).await?);
        let asks = "Chi phí quản lý dự án";
        assert!(w.an.get(&round).await?.body.contains(asks));
        assert!(!w.binh.get(&round).await?.body.contains(asks));
        assert!(w.secretary.get(&format!("{round}?place=o08470")).await?.body.contains(asks));
        assert!(!w.sponsor.get(&format!("{round}?place=o08470")).await?.body.contains(asks));
        // Nor is it offered as what a step comes from.
        let new = w.an.post(&format!("/classes/{}/plans", w.class), &[("horizon", "medium"), ("title", "Nếp tự quản")]).await?;
        let got = w.an.get(&format!("{}/steps/new", to(&new))).await?;
        assert!(got.status == 200 && !got.body.contains(asks), "{}", got.body);
    }
);
