use super::world::{step, to};
use super::*;

crate::both!(
    /// What cannot be is said beside its field, with what was typed.
    what_cannot_be_is_said, stage, {
        let mut w = World::on(stage).await?;
        let list = format!("/classes/{}/plans", w.class);
        let got = w.an.post(&list, &[("title", "")]).await?;
        assert!(got.status == 422 && got.body.contains("Hãy đặt tên cho kế hoạch") && got.body.contains("Hãy chọn ngắn hạn hay trung hạn"), "{}", got.body);
        let plan = to(&w.an.post(&list, &[("horizon", "short"), ("title", "Làm đúng")]).await?);
        let steps = format!("{plan}/steps");
        for (changes, says) in [
            (("due_on", "01/10/2018"), "không được trước ngày bắt đầu"),
            (("due_on", "18/10/2019"), "Kế hoạch ngắn hạn chỉ đến 17/10/2019"),
            (("starts_on", "mai"), "Hãy ghi ngày bắt đầu đủ ngày, tháng, năm"),
            (("due_on", "31/02/2019"), "Hãy ghi ngày phải xong đủ ngày, tháng, năm"),
            (("owner", ""), "Hãy chọn hoặc ghi người phụ trách"),
            (("amount0", "nhiều lắm"), "Hãy ghi số tiền"),
            (("link", "d/0166752b-1234-7000-8000-000000000000"), "Không tìm thấy vướng mắc"),
            (("owner_id", "0166752b-1234-7000-8000-000000000000"), "Hãy chọn hoặc ghi người phụ trách"),
            (("result", ""), "Hãy ghi kết quả cần đạt"),
        ] {
            let got = w.an.post(&steps, &step(&[changes])).await?;
            assert!(got.status == 422 && got.body.contains(says), "{changes:?}: {}", got.body);
            assert!(got.body.contains("Mặt trận Tổ quốc xã"), "what was typed is there");
        }
        assert_eq!(stage.count("select count(*) from plan_steps").await?, 0);
        // Words are text, never markup.
        to(&w.an.post(&steps, &step(&[("text", "<script>alert(1)</script>")])).await?);
        let got = w.an.get(&plan).await?;
        assert!(!got.body.contains("<script>alert") && got.body.contains("&lt;script&gt;"), "{}", got.body);
        let nothing = "0166752b-1234-7000-8000-000000000000";
        for path in [format!("/plans/{nothing}"), format!("/steps/{nothing}"), format!("/follow-ups/{nothing}"), format!("/classes/{nothing}/plans")] {
            assert_eq!(w.secretary.get(&path).await?.status, 404, "{path}");
        }
        assert!([401, 403, 303].contains(&stage.guest().get(&list).await?.status.as_u16()));
    }
);

crate::both!(
    /// A step may come from a difficulty of the class.
    a_step_comes_from_a_difficulty, stage, {
        let mut w = World::on(stage).await?;
        let raised = [("text", "Mương bị lũ cuốn 60 m, xin làm mới bằng tiền duy tu được không?"), ("field", "maintenance"), ("new", "1")];
        let difficulty = to(&w.cuong.post(&format!("/classes/{}/difficulties", w.class), &raised).await?);
        let link = format!("d/{}", difficulty.trim_start_matches("/difficulties/"));
        let (plan, _) = w.presented(&[step(&[("link", &link)])]).await?;
        let got = w.sponsor.get(&plan).await?;
        assert!(got.body.contains("từ vướng mắc PT18-01") && got.body.contains(&difficulty), "{}", got.body);
    }
);
