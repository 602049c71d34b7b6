//! The story of core cadres through the front door: nominated, confirmed, giving a class, ended; and who sees them.

use super::store;
use crate::both;
use crate::classes::attendance::{self, How, State as Mark};
use crate::classes::evaluation::tests::world::{self, Hall, hall, told};
use crate::classes::{self, NewMaterial, Speaking};
use crate::ground::Problem;
use crate::stage::hall::deed;
use crate::stage::{Stage, Visitor};
use crate::web::Role;

const REASON: &str = "Nắm chắc hồ sơ thanh toán, giảng lại cho cả nhóm";

impl Hall {
    async fn came(&self, stage: &Stage, session: &str, trainee: &str) -> Result<(), Problem> {
        attendance::keep_mark(stage.db(), &deed(stage), session, trainee, (Mark::Present, How::Paper), "").await.map_err(told)
    }

    /// Nominates the trainee of this number; gives the cadre's address.
    async fn nominate(&mut self, n: usize) -> Result<String, Problem> {
        let form = self.organiser.get(&self.at(&format!("/cadres/new?trainee={}", self.people[n].0))).await?;
        let deed = form.deed();
        let fields = [
            ("deed", deed.as_str()),
            ("trainee", self.people[n].0.as_str()),
            ("reason", REASON),
            ("fields", "settlement"),
            ("fields", "production"),
        ];
        let got = self.organiser.post(&self.at("/cadres"), &fields).await?;
        let again = self.organiser.post(&self.at("/cadres"), &fields).await?;
        assert_eq!((got.status.as_u16(), &got.to), (303, &again.to), "{}", got.body);
        Ok(got.to.split('?').next().unwrap_or_default().to_owned())
    }
}

/// A later class of the project, in whose afternoon this person speaks, with material of theirs; six people come.
async fn later(stage: &Stage, hall: &Hall, person: &str) -> Result<String, Problem> {
    let (db, now) = (stage.db(), stage.app.clock.now());
    let (class, sessions) = world::class(stage, &hall.keeper, &hall.project, "SL26", 22).await?;
    classes::set_speaker(db, &hall.keeper, deed(stage), &sessions[1], Speaking::Known(person.to_owned()), "").await.map_err(told)?;
    let material = NewMaterial { title: "Bộ chứng từ mua giống của người dân".into(), ..NewMaterial::default() };
    classes::add_material(db, &hall.keeper, deed(stage), &sessions[1], material).await.map_err(told)?;
    for (n, (trainee, _)) in world::name(stage, &class, 12).await?.into_iter().enumerate().skip(6) {
        hall.came(stage, &sessions[n % 2], &trainee).await?;
        hall.came(stage, &sessions[1], &trainee).await?;
    }
    // Sign-ins do not last so long.
    stage.clock.set(now.0);
    Ok(class)
}

async fn see(who: &mut Visitor, path: &str, words: &[&str]) -> Result<(), Problem> {
    let page = who.get(path).await?;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    for word in words {
        assert!(page.body.contains(word), "{path}: {word}: {}", page.body);
    }
    Ok(())
}

both!(
    /// Out of a class, into the next.
    a_trainee_goes_on_to_train,
    stage,
    {
        let mut hall = hall(stage, 6).await?;
        let project = format!("/projects/{}/cadres", hall.project);
        let (_, mut sponsor) = stage.person("Bà Chủ Quản", "0900000005", Role::Sponsor, None, Some(&hall.project)).await?;
        see(&mut sponsor, &project, &["Chưa có cán bộ nguồn nào"]).await?;
        let expert = Speaking::Known(stage.person("Lê Minh Tuệ", "0900000009", Role::Expert, None, Some(&hall.project)).await?.0);
        classes::set_speaker(stage.db(), &hall.keeper, deed(stage), &hall.sessions[0], expert, "").await.map_err(told)?;
        let material = NewMaterial { title: "Những điểm mới của danh sách xã".into(), ..NewMaterial::default() };
        classes::add_material(stage.db(), &hall.keeper, deed(stage), &hall.sessions[0], material).await.map_err(told)?;
        for session in hall.sessions.clone() {
            hall.came(stage, &session, &hall.people[0].0).await?;
        }
        hall.came(stage, &hall.sessions[0], &hall.people[1].0).await?;
        see(&mut hall.organiser.clone(), &hall.at("/cadres"), &["chưa đề cử", "2/2", "1/2", "0/2", "xã Kim Thượng"]).await?;
        let page = hall.organiser.get(&hall.at("/cadres?find=kim+thuong")).await?;
        assert!(page.body.contains("Kim Thượng") && !page.body.contains("Mỹ Lung"), "{}", page.body);

        let bad = [("trainee", hall.people[0].0.as_str()), ("reason", "Tốt")];
        let got = hall.organiser.post(&hall.at("/cadres"), &bad).await?;
        assert!(got.status == 422 && got.body.contains("Có 2 chỗ cần sửa") && got.body.contains("Tốt</textarea>"), "{}", got.body);
        let cadre = hall.nominate(0).await?;
        hall.nominate(1).await?;
        let other = [("trainee", hall.people[0].0.as_str()), ("reason", "Một lý do khác hẳn"), ("fields", "water")];
        let got = hall.organiser.post(&hall.at("/cadres"), &other).await?;
        assert!(got.status == 422 && got.body.contains("đã được đề cử"), "{}", got.body);
        see(&mut hall.organiser.clone(), &cadre, &["chưa đứng lớp nào", "Đã đề cử", REASON, "Đã học 2 trên 2 buổi", "Giảng viên: Lê Minh Tuệ", "Những điểm mới"]).await?;
        for _ in 0..2 {
            assert_eq!(hall.organiser.post(&format!("{cadre}/confirmation"), &[]).await?.status, 303);
        }
        see(&mut hall.organiser.clone(), &hall.at("/cadres"), &["2 cán bộ nguồn từ lớp này", "Đã công nhận"]).await?;
        see(&mut sponsor, &project, &["2 cán bộ nguồn, chưa ai có lớp", "1/2 cán bộ nguồn dự"]).await?;

        later(stage, &hall, &hall.people[0].1).await?;
        let words = ["1 trên 2 cán bộ nguồn đã có lớp để dạy", "SL26, 1 buổi", "đã dạy 6 học viên", "Bộ chứng từ mua giống", "1 cán bộ nguồn giảng ở lớp SL26"];
        see(&mut sponsor, &project, &words).await?;
        see(&mut sponsor, &cadre, &["đã dạy 6 học viên", "Xã Kim Thượng", "(6 người dự)"]).await?;

        let page = hall.organiser.get(&format!("{cadre}/ending")).await?;
        assert!(page.body.contains("thôi làm cán bộ nguồn?"), "{}", page.body);
        assert_eq!(hall.organiser.post(&format!("{cadre}/ending"), &[("why", "x")]).await?.status, 422);
        assert_eq!(hall.organiser.post(&format!("{cadre}/ending"), &[("why", "Chuyển công tác khỏi ngành")]).await?.status, 303);
        see(&mut hall.organiser.clone(), &cadre, &["Đã thôi", "Chuyển công tác khỏi ngành"]).await?;
        see(&mut hall.organiser.clone(), &hall.at("/cadres"), &["1 cán bộ nguồn từ lớp này"]).await?;
        assert_eq!(hall.organiser.post(&format!("{cadre}/confirmation"), &[]).await?.status, 403, "not after the end");
        assert_eq!(hall.nominate(0).await?, cadre, "nominated again, the same cadre");
        see(&mut hall.organiser.clone(), &cadre, &["Đã đề cử"]).await?;
    }
);

both!(
    /// Cadres are seen by who oversees where they came from or where they speak, and by themselves.
    each_in_their_measure,
    stage,
    {
        let mut hall = hall(stage, 4).await?;
        let cadre = hall.nominate(0).await?;
        let (own, person) = (hall.trainee(stage, 0).await?, hall.people[0].1.clone());
        let given = later(stage, &hall, &person).await?;
        let now = stage.app.clock.now();
        let other = world::class(stage, &hall.keeper, &hall.project, "HB18", 24).await?.0;
        stage.clock.set(now.0);
        let class = Some(hall.class.as_str());
        let in_project = Some(hall.project.as_str());
        let (_, expert) = stage.person("Ông Chuyên Gia", "0900000004", Role::Expert, class, None).await?;
        let (_, sponsor) = stage.person("Bà Chủ Quản", "0900000005", Role::Sponsor, None, in_project).await?;
        let (_, host) = stage.person("Quàng Thị Xuân", "0900000006", Role::Organiser, Some(&given), None).await?;
        let (_, neighbour) = stage.person("Lê Văn Bảy", "0900000007", Role::Organiser, Some(&other), None).await?;
        let project = format!("/projects/{}/cadres", hall.project);
        // The cadre, the class's list, the form, the project's page; confirming.
        for (who, one, list, form, tree, confirmed) in [
            (own, 200, 403, 403, 403, 403),
            (hall.trainee(stage, 1).await?, 404, 403, 403, 403, 403),
            (expert, 200, 200, 200, 200, 403),
            (sponsor, 200, 200, 403, 200, 403),
            (host, 200, 404, 404, 200, 403),
            (neighbour, 404, 404, 404, 200, 404),
            (stage.guest(), 403, 403, 403, 403, 403),
            (hall.organiser.clone(), 200, 200, 200, 200, 303),
        ] {
            let mut who = who;
            let found = [
                who.get(&cadre).await?.status.as_u16(),
                who.get(&hall.at("/cadres")).await?.status.as_u16(),
                who.get(&hall.at(&format!("/cadres/new?trainee={}", hall.people[1].0))).await?.status.as_u16(),
                who.get(&project).await?.status.as_u16(),
                who.post(&format!("{cadre}/confirmation"), &[]).await?.status.as_u16(),
            ];
            assert_eq!(found, [one, list, form, tree, confirmed]);
        }
        let (_, mut neighbour) = stage.person("Lê Văn Bảy", "0900000007", Role::Organiser, Some(&other), None).await?;
        let page = neighbour.get(&project).await?;
        assert!(!page.body.contains("Hà Văn An"), "within their scope only: {}", page.body);
        let (_, mut host) = stage.person("Quàng Thị Xuân", "0900000006", Role::Organiser, Some(&given), None).await?;
        let page = host.get(&cadre).await?;
        assert!(!page.body.contains(REASON) && page.body.contains("SL26"), "not what the other class said: {}", page.body);
    }
);

both!(
    /// Somebody is erased: what was written of them goes, also from the journal, and they train no more.
    what_was_written_goes_with_the_person,
    stage,
    {
        let mut hall = hall(stage, 2).await?;
        let cadre = hall.nominate(0).await?;
        let (_, mut keeper) = stage.person("Quản Trị", "0900000008", Role::Administrator, None, None).await?;
        let path = format!("/people/{}/erasure", hall.people[0].1);
        let page = keeper.get(&path).await?;
        let got = keeper.post(&path, &[("deed", &page.deed()), ("sure", "1"), ("confirm", "1")]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        assert_eq!(stage.count("select count(*) from journal where body like '%Nắm chắc%'").await?, 0);
        let id = cadre.rsplit('/').next().unwrap();
        let found = store::cadre(stage.db(), id).await?.unwrap();
        assert_eq!((found.reason.as_str(), found.fields_text()), ("", ""));
        assert!(found.ended_at.is_some());
    }
);

both!(
    /// As many questions with twelve cadres as with one.
    pages_ask_no_more_as_lists_grow,
    stage,
    {
        let mut hall = hall(stage, 12).await?;
        let first = hall.nominate(0).await?;
        later(stage, &hall, &hall.people[0].1).await?;
        let paths = [hall.at("/cadres"), format!("/projects/{}/cadres", hall.project), first];
        let mut asked = Vec::new();
        for more in [1..1, 1..12] {
            for n in more {
                hall.nominate(n).await?;
            }
            let mut counts = Vec::new();
            for path in &paths {
                counts.push(hall.organiser.get(path).await?.queries);
            }
            asked.push(counts);
        }
        assert_eq!(asked[0], asked[1]);
        assert!(asked[1].iter().all(|it| *it <= 10), "{asked:?}");
    }
);
