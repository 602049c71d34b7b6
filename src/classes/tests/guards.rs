//! Who may see and do what; and that pages ask no more of the store when lists grow.

use super::*;
use crate::both;

both!(
    /// Those of the class see it, each in their measure; to others it is not there.
    a_class_is_there_only_for_its_own,
    stage,
    {
        let office = office(stage).await?;
        let mut organiser = office.organiser.clone();
        organiser.post(&office.at("/nominations"), &[("place", MY_LUNG), ("name", "Hà Văn An"), ("phone", "0912345678")]).await?;
        let other = open_class(stage, &mut organiser, &office.project, "HB18", ("2018-11-01", "2018-11-02")).await?;
        let inside = ["/edit", "/sessions", "/seats", "/nominations", "/nominations/new", "/nominations/list"];

        let an = classes::trainees(stage.db(), &office.class.id).await?[0].person_id.clone();
        let token = crate::people::token_for(&stage.app, &an, crate::people::Means::Door).await?;
        let mut trainee = stage.with_token(&token);
        let page = trainee.get(&office.at("")).await?;
        assert!(page.status == 200 && page.body.contains("Nêu vướng mắc"), "{}", page.body);
        assert!(!page.body.contains("0912") && !page.body.contains("chưa trả lời"), "the call-up is not theirs: {}", page.body);
        assert_eq!(trainee.get(&office.at("/groups")).await?.status, 200);
        assert!(trainee.get("/classes").await?.body.contains("Lớp tập huấn"));
        for path in inside {
            assert_eq!(trainee.get(&office.at(path)).await?.status, 403, "{path}");
        }
        assert_eq!(trainee.get(&format!("/classes/{}", other.id)).await?.status, 404, "another class");
        assert_eq!(trainee.get(&format!("/classes/{}/groups", other.id)).await?.status, 404);
        assert_eq!(trainee.get("/projects").await?.status, 403);

        let (_, mut neighbour) = stage.person("Lê Văn Bảy", "0900000002", Role::Organiser, Some(&other.id), None).await?;
        assert_eq!(neighbour.get(&office.at("")).await?.status, 404);
        for path in inside {
            assert_eq!(neighbour.get(&office.at(path)).await?.status, 404, "{path}");
        }
        assert_eq!(neighbour.post(&office.at("/state"), &[("state", "cancelled")]).await?.status, 404);
        assert_eq!(neighbour.post(&office.at("/seats"), &[("place", MY_LUNG), ("seats", "9")]).await?.status, 404);
        // They see the project, open a class of their own in it, and run that.
        let mine = open_class(stage, &mut neighbour, &office.project, "SL18", ("2018-12-01", "2018-12-02")).await?;
        assert_eq!(neighbour.get(&format!("/classes/{}/seats", mine.id)).await?.status, 200);
        assert_eq!(neighbour.get(&format!("/projects/{}", office.project)).await?.status, 200);
        assert_eq!(neighbour.post("/projects", &[("name", "x"), ("code", "XX"), ("sponsor", "x"), ("provider", "x")]).await?.status, 403);

        let (_, mut sponsor) = stage.person("Bà Chủ Quản", "0900000003", Role::Sponsor, None, Some(&office.project)).await?;
        let page = sponsor.get(&office.at("")).await?;
        assert!(page.status == 200 && page.body.contains("3 trên 4 địa phương chưa trả lời"), "{}", page.body);
        assert!(!page.body.contains("0912") && !page.body.contains("/state"), "sees all, changes nothing");
        assert_eq!(sponsor.get(&format!("/projects/{}", office.project)).await?.status, 200);
        assert_eq!(sponsor.post(&office.at("/state"), &[("state", "cancelled")]).await?.status, 403);
        let (_, mut expert) = stage.person("Ông Chuyên Gia", "0900000004", Role::Expert, Some(&office.class.id), None).await?;
        assert_eq!(expert.get(&office.at("")).await?.status, 200);
        assert_eq!(expert.get(&format!("/classes/{}", other.id)).await?.status, 404);

        let mut guest = stage.guest();
        assert_eq!(guest.get(&office.at("")).await?.status, 403, "a guest is asked to sign in");
        assert_eq!(guest.post(&office.at("/state"), &[("state", "cancelled")]).await?.status, 403);
        assert_eq!(stage.count("select count(*) from classes where state = 'preparing'").await?, 3);
    }
);

both!(
    /// A class is cancelled from a page that asks, and for a reason.
    cancelling_asks_first,
    stage,
    {
        let office = office(stage).await?;
        let mut organiser = office.organiser.clone();
        assert!(organiser.get(&office.at("")).await?.body.contains("/cancellation\""), "the way to the question");
        let got = organiser.post(&office.at("/state"), &[("state", "cancelled")]).await?;
        assert_eq!(got.to, office.at("/cancellation"));
        let page = organiser.get(&got.to).await?;
        assert!(page.body.contains("Hủy Lớp tập huấn") && page.body.contains("4 địa phương đã nhận đường dẫn"), "{}", page.body);
        assert_eq!(stage.count("select count(*) from classes where state = 'preparing'").await?, 1);
        let deed = page.deed();
        let got = organiser.post(&office.at("/cancellation"), &[("deed", deed.as_str()), ("why", " ")]).await?;
        assert!(got.status == 422 && got.body.contains("Hãy ghi vì sao"), "{}", got.body);
        let long = "x".repeat(501);
        assert_eq!(organiser.post(&office.at("/cancellation"), &[("why", long.as_str())]).await?.status, 422);
        let fields = [("deed", deed.as_str()), ("why", "Tỉnh có bão")];
        assert_eq!(organiser.post(&office.at("/cancellation"), &fields).await?.to, office.at("?done=class-cancelled"));
        assert_eq!(organiser.post(&office.at("/cancellation"), &fields).await?.status, 303);
        let kept = "select count(*) from journal where kind = 'class.state_changed' and body like '%Tỉnh có bão%'";
        assert_eq!(stage.count(kept).await?, 1);
        assert_eq!(organiser.get(&office.at("/cancellation")).await?.to, office.at(""), "asked no more");
        assert!(stage.guest().get(&office.call(stage, MY_LUNG)).await?.body.contains("đã hủy"));
    }
);

both!(
    /// What is typed wrongly comes back with what was typed.
    a_form_comes_back_with_what_was_typed,
    stage,
    {
        let office = office(stage).await?;
        let mut organiser = office.organiser.clone();
        let fields = [("name", "Lớp <i>nghiêng</i>"), ("code", "pt18"), ("province_id", "o238"), ("starts_on", "31/02/2018"), ("ends_on", ""), ("late_after", "nhiều")];
        let got = organiser.post(&format!("/projects/{}/classes", office.project), &fields).await?;
        assert_eq!(got.status, 422);
        for word in ["Có 4 chỗ cần sửa", "href=\"#starts_on\"", "href=\"#ends_on\"", "href=\"#venue\"", "href=\"#late_after\"", "Lớp &#60;i&#62;"] {
            assert!(got.body.contains(word), "{word}: {}", got.body);
        }
        let fields = [("name", "Lớp"), ("code", "PT18"), ("province_id", "o25"), ("venue", "x"), ("starts_on", "2018-10-20"), ("ends_on", "2018-10-19")];
        let got = organiser.post(&format!("/projects/{}/classes", office.project), &fields).await?;
        assert!(got.body.contains("từ ngày bắt đầu trở đi"), "{}", got.body);
        let fields = [("name", "Lớp"), ("code", "PT18"), ("province_id", "o25"), ("venue", "x"), ("starts_on", "2018-10-20"), ("ends_on", "2018-10-21")];
        let got = organiser.post(&format!("/projects/{}/classes", office.project), &fields).await?;
        assert!(got.status == 422 && got.body.contains("Mã này đã có nơi khác dùng"), "{}", got.body);
        assert_eq!(organiser.post("/projects", &[("name", "x"), ("code", "CT135"), ("sponsor", "x"), ("provider", "x")]).await?.status, 422);
    }
);

both!(
    /// The pages of a class ask as many questions with sixty trainees as with two.
    pages_ask_no_more_as_lists_grow,
    stage,
    {
        let office = office(stage).await?;
        let mut organiser = office.organiser.clone();
        let name = |n: usize| [("place".to_owned(), MY_LUNG.to_owned()), ("name".into(), format!("Hà Văn {n}a")), ("phone".into(), format!("09120{n:05}"))];
        let paths = ["", "/nominations", "/nominations?reply=people", "/groups", "/seats", "/sessions", "/seats?q=my"];
        let mut asked: Vec<Vec<u32>> = Vec::new();
        for many in [0..2, 2..30] {
            for n in many {
                let fields = name(n);
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                assert_eq!(organiser.post(&office.at("/nominations"), &fields).await?.status, 303);
            }
            organiser.post(&office.at("/groups"), &[("how", "count"), ("count", "2")]).await?;
            let mut counts = Vec::new();
            for path in paths {
                let got = organiser.get(&office.at(path)).await?;
                assert_eq!(got.status, 200, "{path}");
                counts.push(got.queries);
            }
            for path in ["/projects", "/classes", &format!("/projects/{}", office.project), &office.call(stage, MY_LUNG)] {
                counts.push(organiser.get(path).await?.queries);
            }
            asked.push(counts);
        }
        assert_eq!(asked[0], asked[1]);
        assert!(asked[1].iter().all(|it| *it <= 14), "{asked:?}");
    }
);
