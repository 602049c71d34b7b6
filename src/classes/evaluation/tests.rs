//! The story of an evaluation through the front door; that nobody can link an answer; that none is lost.

mod anonymity;
pub(in crate::classes) mod world;

use crate::both;
use crate::classes::{self, State};
use crate::ground::Problem;
use crate::stage::hall::deed;
use crate::stage::{Stage, Visitor};
use crate::web::Role;
use world::{Hall, hall, told};

/// A sheet with this mark everywhere.
fn sheet<'a>(mark: &'a str, useful: &'a str) -> Vec<(&'a str, &'a str)> {
    let fields = ["content", "speakers", "material", "untangled", "groups", "time", "organisation", "apply"];
    fields.into_iter().map(|it| (it, mark)).chain([("useful", useful)]).collect()
}

impl Hall {
    pub(in crate::classes) fn at(&self, place: &str) -> String {
        format!("/classes/{}{place}", self.class)
    }

    async fn open(&mut self) -> Result<(), Problem> {
        let page = self.organiser.get(&self.at("/evaluation")).await?;
        let got = self.organiser.post(&self.at("/evaluation/opening"), &[("deed", &page.deed())]).await?;
        assert_eq!(got.to, self.at("/evaluation?done=evaluation-opened"), "{} {}", got.status, got.body);
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Problem> {
        let page = self.organiser.get(&self.at("/evaluation")).await?;
        let got = self.organiser.post(&self.at("/evaluation/closing"), &[("deed", &page.deed())]).await?;
        assert!(got.to.starts_with(&self.at("/evaluation/results")), "{} {}", got.status, got.body);
        Ok(())
    }

    async fn answers(&self, stage: &Stage, person: usize, mark: &str, useful: &str) -> Result<Visitor, Problem> {
        let mut trainee = self.trainee(stage, person).await?;
        let page = trainee.get(&self.at("/evaluation")).await?;
        assert!(page.status == 200 && page.body.contains("name=\"organisation\""), "{}", page.body);
        assert!(!page.body.contains("name=\"deed\""), "the sheet has no identity of its own: {}", page.body);
        let got = trainee.post(&self.at("/evaluation"), &sheet(mark, useful)).await?;
        assert_eq!(got.to, self.at("/evaluation?done=evaluation-given"), "{} {}", got.status, got.body);
        Ok(trainee)
    }
}

both!(
    /// Opened, answered, closed, read.
    a_class_is_evaluated,
    stage,
    {
        let mut hall = hall(stage, 7).await?;
        let at = hall.at("/evaluation");
        let mut first = hall.trainee(stage, 0).await?;
        let page = first.get(&at).await?;
        assert!(page.status == 200 && page.body.contains("Chưa mở đánh giá lớp"), "{}", page.body);
        assert!(!first.get("/").await?.body.contains("Đánh giá lớp"), "nothing to do yet");
        assert_eq!(first.post(&at, &sheet("5", "")).await?.status, 422, "not open");

        hall.open().await?;
        assert!(first.get("/").await?.body.contains(&format!("href=\"{at}\"")), "it waits among what is mine");
        let got = first.post(&at, &sheet("6", &"x".repeat(1001))).await?;
        assert!(got.status == 422 && got.body.contains("Hãy chọn một mức") && got.body.contains("xxx"), "{}", got.body);
        for (n, mark) in ["5", "4", "5", "3"].into_iter().enumerate() {
            hall.answers(stage, n, mark, ["Được gỡ tại chỗ", "", "<b>An</b>", "Ăn nghỉ chu đáo"][n]).await?;
        }
        // Sent again, with other marks: thanked, and nothing changes.
        let got = first.post(&at, &sheet("1", "Sửa lại")).await?;
        assert_eq!(got.to, hall.at("/evaluation?done=evaluation-given"));
        let page = first.get(&at).await?;
        assert!(page.body.contains("Anh/chị đã gửi phiếu") && !page.body.contains("name=\"time\""), "{}", page.body);
        assert!(!first.get("/").await?.body.contains(&format!("href=\"{at}\"")));

        let page = hall.organiser.get(&at).await?;
        assert!(page.body.contains("chưa đủ 5 phiếu") && page.body.contains("nội dung các phiếu bị bỏ đi"), "{}", page.body);
        hall.answers(stage, 4, "5", "Ai cũng được nói").await?;
        hall.answers(stage, 5, "5", "").await?;
        let page = hall.organiser.get(&at).await?;
        assert!(page.body.contains("có ít nhất 5 phiếu") && !page.body.contains("6 phiếu"), "in fives: {}", page.body);
        let page = hall.organiser.get(&hall.at("/evaluation/results")).await?;
        assert!(page.body.contains("Chưa có kết quả") && !page.body.contains("Ai cũng"), "nobody sees before it is closed");

        hall.close().await?;
        for who in [&mut hall.organiser.clone(), &mut first] {
            let page = who.get(&hall.at("/evaluation/results")).await?;
            for word in ["Câu nào cũng được 4,5/5", "6 phiếu", "mức 5: 4 phiếu", "&#60;b&#62;An", "4 ý về điều bổ ích nhất"] {
                assert!(page.body.contains(word), "{word}: {}", page.body);
            }
            assert!(page.body.find("Ai cũng").unwrap() < page.body.find("Ăn nghỉ").unwrap() && !page.body.contains("Sửa lại"));
        }
        // Never opened again, and takes no more.
        let got = hall.organiser.post(&hall.at("/evaluation/opening"), &[]).await?;
        assert!(got.status == 422 && got.body.contains("không mở lại"), "{}", got.body);
        let mut last = hall.trainee(stage, 6).await?;
        assert_eq!(last.post(&at, &sheet("1", "")).await?.status, 422);
        assert!(!last.get("/").await?.body.contains(&format!("href=\"{at}\"")));
        hall.organiser.post(&hall.at("/evaluation/closing"), &[]).await?;
        assert_eq!(stage.count("select count(*) from journal where kind like 'evaluation.%'").await?, 2);
        assert_eq!(stage.count("select count(*) from urns").await?, 0);
    }
);

both!(
    /// With four answers nothing but their number is kept, and the evaluation may be opened anew.
    of_few_nothing_is_kept,
    stage,
    {
        let mut hall = hall(stage, 6).await?;
        hall.open().await?;
        for n in 0..4 {
            hall.answers(stage, n, "2", "Điều bí mật").await?;
        }
        // Three known sheets do not make four unknown ones safe.
        let paper = [("number", "3"), ("time-1", "3"), ("useful", "Điều trên giấy")];
        let page = hall.organiser.get(&hall.at("/evaluation/paper")).await?;
        let deed = page.deed();
        let fields: Vec<(&str, &str)> = paper.into_iter().chain([("deed", deed.as_str())]).collect();
        for _ in 0..2 {
            let got = hall.organiser.post(&hall.at("/evaluation/paper"), &fields).await?;
            assert_eq!(got.status, 303, "{}", got.body);
        }
        for (number, word) in [("4", "không thể nhiều hơn"), ("0", "Hãy ghi số phiếu"), ("1", "cộng lại")] {
            let got = hall.organiser.post(&hall.at("/evaluation/paper"), &[("number", number), ("time-1", "2")]).await?;
            assert!((got.status == 422 && got.body.contains(word)) || number == "4", "{number}: {}", got.body);
        }
        hall.close().await?;
        let page = hall.organiser.get(&hall.at("/evaluation/results")).await?;
        assert!(page.body.contains("ít quá nên không hiện nội dung") && !page.body.contains("Điều"), "{}", page.body);
        assert_eq!(stage.count("select count(*) from journal where body like '%Điều%'").await?, 0);
        assert_eq!(stage.count("select count(*) from evaluation_sums").await? + stage.count("select count(*) from urns").await?, 0);

        stage.clock.set(stage.app.clock.now().0 + 60_000);
        hall.open().await?;
        for n in 0..5 {
            hall.answers(stage, n, "4", "").await?;
        }
        hall.close().await?;
        assert_eq!(stage.count("select answered from evaluations").await?, 5);
        assert_eq!(stage.count("select cast(sum(given) as bigint) from evaluation_sums").await?, 40);
    }
);

both!(
    /// Who comes to which page.
    each_in_their_measure,
    stage,
    {
        let mut hall = hall(stage, 5).await?;
        hall.open().await?;
        let at = |place: &str| hall.at(place);
        let mut trainee = hall.trainee(stage, 0).await?;
        let (_, mut expert) = stage.person("Ông Chuyên Gia", "0900000004", Role::Expert, Some(&hall.class), None).await?;
        let (_, mut sponsor) = stage.person("Bà Chủ Quản", "0900000005", Role::Sponsor, None, Some(&hall.project)).await?;
        let (_, mut neighbour) = stage.person("Lê Văn Bảy", "0900000006", Role::Organiser, Some("another"), None).await?;
        let (_, mut keeper) = stage.person("Quản Trị", "0900000007", Role::Administrator, None, None).await?;
        // The evaluation, its results, the paper form; giving an answer.
        for (who, seen, results, paper, given) in [
            (&mut trainee, 200, 200, 403, 303),
            (&mut expert, 200, 200, 403, 403),
            (&mut sponsor, 200, 200, 403, 403),
            (&mut neighbour, 404, 404, 404, 404),
            (&mut hall.organiser.clone(), 200, 200, 200, 403),
            (&mut keeper, 200, 200, 200, 403),
            (&mut stage.guest(), 403, 403, 403, 403),
        ] {
            let found = [
                who.get(&at("/evaluation")).await?.status.as_u16(),
                who.get(&at("/evaluation/results")).await?.status.as_u16(),
                who.get(&at("/evaluation/paper")).await?.status.as_u16(),
                who.post(&at("/evaluation"), &sheet("5", "")).await?.status.as_u16(),
            ];
            assert_eq!(found, [seen, results, paper, given]);
        }
        for who in [&mut trainee, &mut expert, &mut sponsor] {
            assert_eq!(who.post(&at("/evaluation/closing"), &[]).await?.status, 403);
            assert_eq!(who.post(&at("/evaluation/opening"), &[]).await?.status, 403);
        }
        assert_eq!(neighbour.post(&at("/evaluation/closing"), &[]).await?.status, 404);
        // Before the class begins there is nothing to evaluate.
        let db = stage.db();
        classes::set_state(db, &hall.keeper, deed(stage), &hall.class, State::Preparing).await.map_err(told)?;
        let got = keeper.post(&at("/evaluation/closing"), &[]).await?;
        assert_eq!(got.status, 303);
        let got = keeper.post(&at("/evaluation/opening"), &[]).await?;
        assert!(got.status == 422 && got.body.contains("Lớp chưa bắt đầu"), "{}", got.body);
        assert!(keeper.get(&at("/evaluation")).await?.body.contains("Lớp chưa bắt đầu"));
    }
);

both!(
    /// As many questions with thirty answers as with five.
    pages_ask_no_more_as_answers_grow,
    stage,
    {
        let mut asked = Vec::new();
        let mut hall = hall(stage, 30).await?;
        for many in [5, 30] {
            hall.open().await?;
            for n in 0..many {
                hall.answers(stage, n, "4", "Nhiều điều").await?;
            }
            let mut counts = vec![hall.organiser.get(&hall.at("/evaluation")).await?.queries];
            let mut trainee = hall.trainee(stage, 0).await?;
            counts.push(trainee.get("/").await?.queries);
            hall.close().await?;
            counts.push(trainee.get(&hall.at("/evaluation/results")).await?.queries);
            asked.push(counts);
            if many == 5 {
                // Only for this test: another class could be opened as well.
                hall.start_anew(stage).await?;
            }
        }
        assert_eq!(asked[0], asked[1]);
        assert!(asked[1].iter().all(|it| *it <= 8), "{asked:?}");
    }
);
