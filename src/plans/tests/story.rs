use super::world::{step, to};
use super::*;

crate::both!(
    /// From the first line to the class: a trainee of the place writes, another adds, it is presented; each sees what is theirs to see.
    a_place_writes_its_plan, stage, {
        let mut w = World::on(stage).await?;
        let list = format!("/classes/{}/plans", w.class);
        let got = w.an.get(&list).await?;
        assert!(got.body.contains("Chưa xã nào trong 2 xã có kế hoạch sau lớp"), "{}", got.body);
        let got = w.an.get(&format!("{list}/new")).await?;
        assert!(got.body.contains("Kế hoạch sau lớp tập huấn của xã Mỹ Lung"), "{}", got.body);
        let fields = [("deed", &*got.deed()), ("horizon", "short"), ("title", "Làm đúng, công khai đủ"), ("aim", "Hồ sơ không bị trả lại")];
        let plan = to(&w.an.post(&list, &fields).await?);
        assert_eq!(to(&w.an.post(&list, &fields).await?), plan, "posted twice");
        assert_eq!(stage.count("select count(*) from plans").await?, 1);

        // A draft: the place, who runs the class, the experts.
        for (visitor, status) in [
            (&mut w.an, 200), (&mut w.binh, 200), (&mut w.secretary, 200), (&mut w.hoa, 200), (&mut w.cuong, 404), (&mut w.sponsor, 404),
            (&mut w.stranger, 404),
        ] {
            assert_eq!(visitor.get(&plan).await?.status, status);
        }
        // Nothing to present yet.
        let got = w.an.post(&format!("{plan}/presentation"), &[]).await?;
        assert!(got.status == 422 && got.body.contains("Kế hoạch chưa có việc nào"), "{}", got.body);

        let steps = format!("{plan}/steps");
        to(&w.an.post(&steps, &step(&[])).await?);
        let an = w.an_id.clone();
        to(&w.binh.post(&steps, &step(&[("text", "Tập huấn lại cho trưởng khu"), ("due_on", "30/11/2018"), ("owner", ""), ("owner_id", &an)])).await?);
        let got = w.binh.get(&plan).await?;
        assert!(got.body.contains("Ngân sách xã 1,5 triệu đồng") && got.body.contains("Hà Văn An"), "{}", got.body);
        assert_eq!(stage.count("select count(*) from plan_steps where owner = '' and owner_id is not null").await?, 1);
        to(&w.binh.post(&format!("{plan}/presentation"), &[]).await?);

        // Presented: the class and its sponsor; they change nothing.
        for visitor in [&mut w.cuong, &mut w.sponsor, &mut w.hoa] {
            let got = visitor.get(&plan).await?;
            assert!(got.status == 200 && !got.body.contains("/steps/new") && !got.body.contains("Rút kế hoạch"), "{}", got.body);
            assert!([403, 403].contains(&visitor.post(&steps, &step(&[])).await?.status.as_u16()));
        }
        assert_eq!(w.stranger.get(&plan).await?.status, 404);
        assert_eq!(w.stranger.post(&steps, &step(&[])).await?.status, 404);
        let got = w.sponsor.get(&list).await?;
        assert!(got.body.contains("1 trên 2 xã đã có kế hoạch; không việc nào quá hạn"), "{}", got.body);
        assert!(got.body.contains("<svg class=\"flowing\"") && got.body.contains("1 xã chưa có kế hoạch"), "{}", got.body);

        // The paper.
        let got = w.cuong.get(&format!("{list}/sheet?place=o08470")).await?;
        assert!(got.body.contains("Ủy ban nhân dân xã Mỹ Lung") && got.body.contains("Tổng nguồn lực: 3.000.000 đồng"), "{}", got.body);
        assert_eq!(w.an.get(&format!("{list}/sheet?place=o08473")).await?.status, 404);

        // Taken back, and presented again by who runs the class.
        to(&w.an.post(&format!("{plan}/withdrawal"), &[]).await?);
        assert_eq!(w.cuong.get(&plan).await?.status, 404);
        assert_eq!(w.an.post(&steps, &step(&[])).await?.status, 422);
        to(&w.secretary.post(&format!("{plan}/presentation"), &[]).await?);
        assert_eq!(w.cuong.get(&plan).await?.status, 200);
        // On behalf of the place that has none.
        to(&w.secretary.post(&list, &[("place", "o08473"), ("horizon", "medium"), ("title", "Nếp tự quản")]).await?);
        assert_eq!(w.secretary.post(&list, &[("place", "o08476"), ("horizon", "medium"), ("title", "Nếp tự quản")]).await?.status, 422);
        assert_eq!(w.cuong.post(&list, &[("place", "o08470"), ("horizon", "short"), ("title", "Của xã khác")]).await?.status, 403);
        assert_eq!(w.sponsor.post(&list, &[("horizon", "short"), ("title", "x")]).await?.status, 403);
    }
);

crate::both!(
    /// Two change the same step at once: neither undoes the other's fields.
    two_write_at_once, stage, {
        let mut w = World::on(stage).await?;
        let (plan, steps) = w.presented(&[step(&[])]).await?;
        let page = format!("/steps/{}", steps[0]);
        let was = w.an.get(&page).await?.between("name=\"was\" value=\"", "\"");
        assert!(was.contains("text=Công khai") && was.contains("amount0=1.500.000 đồng"), "{was}");
        let step_now = |changes: &[(&'static str, &'static str)]| step(&[&[("amount0", "1.500.000 đồng")], changes].concat());
        let mut first = step_now(&[("due_on", "20/11/2018")]);
        first.push(("was", &was));
        let mut second = step_now(&[("text", "Công khai danh sách hộ và mức hỗ trợ")]);
        second.push(("was", &was));
        to(&w.an.post(&page, &first).await?);
        to(&w.binh.post(&page, &second).await?);
        let got = w.cuong.get(&plan).await?;
        assert!(got.body.contains("18/10–20/11/2018") && got.body.contains("hộ và mức hỗ trợ"), "{}", got.body);
        let bodies = stage.count("select count(*) from journal where kind = 'step.changed' and body like '%\"resources\":null%'").await?;
        assert_eq!(bodies, 2, "what was not changed is not said");
        // Nothing changed: nothing kept.
        let was = w.an.get(&page).await?.between("name=\"was\" value=\"", "\"");
        let mut same = step_now(&[("due_on", "20/11/2018"), ("text", "Công khai danh sách hộ và mức hỗ trợ")]);
        same.push(("was", &was));
        to(&w.an.post(&page, &same).await?);
        assert_eq!(stage.count("select count(*) from journal where kind = 'step.changed'").await?, 2);
        // The resources are changed as a whole.
        let mut other = step_now(&[("amount0", "2 triệu"), ("source1", "Dân góp công"), ("note1", "12 công")]);
        other.push(("was", &was));
        to(&w.an.post(&page, &other).await?);
        assert_eq!(stage.count("select count(*) from step_resources").await?, 2);
        assert_eq!(stage.count("select cast(sum(amount) as bigint) from step_resources").await?, 2_000_000);
        to(&w.an.post(&format!("{page}/removal"), &[]).await?);
        assert_eq!(w.an.get(&page).await?.status, 404);
    }
);

crate::both!(
    /// How it goes: by the place, and on its behalf; late from the day after; the list shows what each figure counts.
    how_it_goes, stage, {
        let mut w = World::on(stage).await?;
        let (plan, steps) = w.presented(&[
            step(&[]),
            step(&[("text", "Tập huấn lại cho trưởng khu"), ("due_on", "30/11/2018")]),
            step(&[("text", "Lập hồ sơ duy tu đường Minh Tâm"), ("due_on", "30/06/2019")]),
        ]).await?;
        let list = format!("/classes/{}/plans", w.class);
        w.on_day(stage, "16/11/2018").await?;
        let got = w.secretary.get(&list).await?;
        assert!(got.body.contains("1 trên 2 xã đã có kế hoạch; 1 việc quá hạn"), "{}", got.body);
        let report = |n: usize| format!("/steps/{}/reports", steps[n]);
        let got = w.an.post(&report(0), &[("state", "dropped")]).await?;
        assert!(got.status == 422 && got.body.contains("Hãy ghi lý do thôi không làm"), "{}", got.body);
        let got = w.an.post(&report(0), &[("state", "done"), ("evidence", "javascript:alert(1)")]).await?;
        assert_eq!(got.status, 422, "{}", got.body);
        to(&w.an.post(&report(0), &[("state", "done"), ("text", "Đã niêm yết đủ 8 khu"), ("evidence", "https://nguon.example/a")]).await?);
        let binh = stage.count("select count(*) from persons where name = 'Đinh Thị Bình'").await?;
        assert_eq!(binh, 1);
        to(&w.secretary.post(&report(1), &[("state", "under_way"), ("text", "Đã mời giảng viên huyện")]).await?);
        assert_eq!(stage.count("select count(*) from step_reports where on_behalf is not null").await?, 1);
        for visitor in [&mut w.cuong, &mut w.hoa, &mut w.sponsor] {
            assert_eq!(visitor.post(&report(2), &[("state", "done")]).await?.status, 403);
        }
        assert_eq!(w.stranger.post(&report(2), &[("state", "done")]).await?.status, 404);
        let got = w.cuong.get(&plan).await?;
        assert!(got.body.contains("Vũ Thị Thư ghi thay") && got.body.contains("Đã niêm yết đủ 8 khu"), "{}", got.body);
        w.on_day(stage, "01/12/2018").await?;
        for (state, heading) in [
            ("late", "1 việc quá hạn"), ("done", "1 việc đã xong"), ("planned", "1 việc chưa làm, chưa đến hạn"), ("all", "3 việc trong kế hoạch"),
            ("dropped", "0 việc thôi không làm"),
        ] {
            let got = w.sponsor.get(&format!("{list}?state={state}")).await?;
            assert!(got.body.contains(heading), "{state}: {}", got.body);
        }
        let counts = crate::plans::counts_of_class(stage.db(), &w.class, stage.clock.now().date()).await?;
        let of = (counts.places, counts.plans, counts.steps, counts.planned, counts.under_way, counts.done, counts.dropped, counts.overdue);
        assert_eq!(of, (1, 1, 3, 1, 1, 1, 0, 1));
        // What waits for the place's people, and what the organiser sees.
        let got = w.an.get("/").await?;
        assert!(got.body.contains("Tập huấn lại cho trưởng khu") && !got.body.contains("Minh Tâm"), "{}", got.body);
        let got = w.secretary.get("/").await?;
        assert!(got.body.contains("1 việc trong kế hoạch của các xã đã quá hạn"), "{}", got.body);
    }
);

crate::both!(
    /// As many queries for many as for few.
    queries_do_not_grow, stage, {
        let mut w = World::on(stage).await?;
        let (plan, _) = w.presented(&[step(&[])]).await?;
        let list = format!("/classes/{}/plans", w.class);
        let pages = [list.clone(), format!("{list}?state=all"), format!("{list}/sheet?place=o08470"), plan.clone(), "/".to_owned()];
        let mut few = Vec::new();
        for it in &pages {
            few.push(w.an.get(it).await?.queries);
        }
        for n in 0..12 {
            let text = format!("Việc thứ {n}");
            to(&w.an.post(&format!("{plan}/steps"), &step(&[("text", &text)])).await?);
        }
        to(&w.secretary.post(&list, &[("place", "o08473"), ("horizon", "medium"), ("title", "Nếp tự quản")]).await?);
        for (it, few) in pages.iter().zip(few) {
            let got = w.an.get(it).await?;
            assert!(got.queries == few && few <= 9, "{it}: {few}, then {}", got.queries);
        }
    }
);

crate::both!(
    /// A picture as evidence, from the telephone; seen by those who see the plan.
    a_picture_shows_it, stage, {
        let mut w = World::on(stage).await?;
        let (plan, steps) = w.presented(&[step(&[])]).await?;
        let report = format!("/steps/{}/reports", steps[0]);
        let photo: &[u8] = include_bytes!("../../../demo/photos/duong-sau.jpg");
        let got = w.an.upload_all(&report, &[("state", "done"), ("text", "Đã xong")], "photo", &[("a.pdf", b"%PDF-1.7")]).await?;
        assert!(got.status == 422 && got.body.contains("a.pdf không phải ảnh") && got.body.contains("Đã xong"), "{}", got.body);
        assert_eq!(stage.count("select count(*) from step_reports").await?, 0);
        to(&w.an.upload_all(&report, &[("state", "done"), ("text", "Đã xong")], "photo", &[("a.jpg", photo)]).await?);
        let got = w.cuong.get(&plan).await?;
        let picture = got.body.split('"').find(|it| it.starts_with("/reports/")).map(str::to_owned).unwrap_or_default();
        let got = w.cuong.get(&picture).await?;
        assert_eq!((got.status.as_u16(), got.kind.as_str()), (200, "image/jpeg"));
        assert_eq!(w.stranger.get(&picture).await?.status, 404);
        assert_eq!(stage.guest().get(&picture).await?.status, 403);
        assert_eq!(stage.db().blobs_named().await?.len(), 1);
        assert!(stage.db().blobs_missing(&stage.app.blobs).await?.is_empty());
    }
);
