//! A place's own page.

use super::*;
use crate::both;

both!(
    /// It names its people, takes one back, says that it sends nobody; a guessed address opens nothing.
    a_place_answers_without_an_account,
    stage,
    {
        let office = office(stage).await?;
        let call = office.call(stage, MY_LUNG);
        let mut commune = stage.guest();
        let page = commune.get(&call).await?;
        assert!(page.status == 200 && page.body.contains("Mời cử 2 người dự Lớp tập huấn"), "{}", page.body);
        for wrong in [
            call.replace(MY_LUNG, KIM_THUONG),
            call.replace("PT18", "PT19"),
            call.chars().rev().skip(1).collect::<Vec<_>>().into_iter().rev().chain(['x']).collect(),
            "/call/PT18-o08542-".to_owned(),
            "/call/PT18".to_owned(),
            "/call/%27%20or%201=1--".to_owned(),
        ] {
            if wrong != call {
                let got = commune.get(&wrong).await?;
                assert!(got.status == 404 && got.body.contains("Đường dẫn cử người này không đúng"), "{wrong}: {}", got.body);
                assert_eq!(commune.post(&wrong, &[("name", "Hà Văn Lạ")]).await?.status, 404, "{wrong}");
            }
        }

        assert_eq!(commune.post(&format!("{call}/refusal"), &[("why", " ")]).await?.status, 422);
        assert_eq!(commune.post(&format!("{call}/refusal"), &[("why", "Xã đang chống dịch tả lợn")]).await?.status, 303);
        let mut organiser = office.organiser.clone();
        assert!(organiser.get(&office.at("/nominations")).await?.body.contains("Xã đang chống dịch tả lợn"));
        // Whoever has said nothing is reminded by a message that has all they need.
        let page = organiser.get(&office.at("/nominations?reply=none")).await?;
        let message = "Kính gửi UBND xã, xã Kim Thượng. Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ (16–17/10/2018) còn chờ địa phương cử 3 người, hạn 10/10/2018.";
        let link = office.call(stage, KIM_THUONG);
        assert!(page.body.contains(message) && page.body.contains(&format!("{link}\" data-copied")), "{}", page.body);
        assert!(!page.body.contains("Mỹ Lung"), "that place has answered");

        // They can after all. The form is posted twice.
        let deed = commune.get(&call).await?.deed();
        let an = [("deed", deed.as_str()), ("name", "Hà Văn An"), ("phone", "912 345 678"), ("position", "Phó Chủ tịch UBND xã"), ("sex", "male")];
        for _ in 0..2 {
            let got = commune.post(&call, &an).await?;
            assert!(got.to.starts_with(&format!("{call}?done=trainee-named")), "{} {}", got.status, got.body);
        }
        let page = commune.get(&call).await?;
        assert!(page.body.contains("1 người đã được cử") && page.body.contains("•••• ••• 678"), "{}", page.body);
        assert!(!page.body.contains("0912"), "the number is not for whoever holds the link");
        assert_eq!(commune.post(&format!("{call}/refusal"), &[("why", "Thôi")]).await?.status, 422, "somebody is named");

        for (fields, kept) in [
            (vec![("name", "")], "name"),
            (vec![("name", "Hà Văn Ba"), ("phone", "12")], "phone"),
            (vec![("name", "Hà Văn Ba"), ("birth_year", "tám mươi")], "birth_year"),
        ] {
            let got = commune.post(&call, &fields).await?;
            assert!(got.status == 422 && got.body.contains(&format!("href=\"#{kept}\"")), "{kept}: {}", got.body);
        }
        let long = "Quách ".repeat(40);
        assert_eq!(commune.post(&call, &[("name", &long)]).await?.status, 422);
        for name in ["H'Hen Niê-Bḙl"] {
            assert_eq!(commune.post(&call, &[("name", name), ("phone", "0987654321")]).await?.status, 303);
            assert!(commune.get(&call).await?.body.contains("H&#39;Hen Niê-Bḙl"));
        }
        let full = commune.post(&call, &[("name", "Hà Thị Ba")]).await?;
        assert!(full.status == 422 && full.body.contains("được mời 2 người, tính cả lần này thành 3"), "{}", full.body);
        assert_eq!(stage.count("select count(*) from persons where name = 'Hà Thị Ba'").await?, 0, "nothing is left of it");

        let trainees = classes::trainees(stage.db(), &office.class.id).await?;
        let other = office.call(stage, KIM_THUONG);
        let got = commune.post(&format!("{other}/withdrawal"), &[("trainee", &trainees[0].id)]).await?;
        assert_eq!(got.status, 404, "another place's trainee");
        assert_eq!(commune.post(&format!("{call}/withdrawal"), &[("trainee", &trainees[0].id)]).await?.status, 303);
        assert_eq!(commune.post(&format!("{call}/withdrawal"), &[("trainee", &trainees[1].id)]).await?.status, 303);
        let page = organiser.get(&office.at("/nominations?reply=none")).await?;
        assert!(page.body.contains("4 trên 4 địa phương chưa trả lời"), "all withdrawn: not answered: {}", page.body);

        // Three days of grace after 10 October.
        stage.clock.set(morning(13));
        assert!(commune.get(&call).await?.body.contains("name=\"name\""));
        stage.clock.set(morning(14));
        let closed = commune.get(&call).await?.body;
        assert!(!closed.contains("name=\"name\"") && closed.contains("Đã hết hạn cử người (10/10/2018)"), "{closed}");
        assert!(closed.contains("Nguyễn Thị Lan") && closed.contains("tel:0900000001"), "whom to call: {closed}");
        let (_, mut organiser) = stage.person("Trần Thị Sáu", "0900000009", Role::Organiser, None, None).await?;
        let page = organiser.get(&office.at("/nominations")).await?;
        assert!(page.body.contains("đã đóng từ 14/10/2018") && page.body.contains("/edit#nominate_by"), "{}", page.body);
        assert_eq!(commune.post(&call, &an[1..]).await?.status, 422);
        assert_eq!(commune.get(&format!("{call}/sample.xlsx")).await?.status, 200);
    }
);

both!(
    /// The same person in another class on the same days, and in one before: said, not refused.
    a_person_called_twice_is_said,
    stage,
    {
        let office = office(stage).await?;
        let mut organiser = office.organiser.clone();
        for (code, days) in [("HB18", ("2018-10-17", "2018-10-18")), ("SL18", ("2018-10-11", "2018-10-12"))] {
            let other = open_class(stage, &mut organiser, &office.project, code, days).await?;
            organiser.post(&format!("/classes/{}/seats", other.id), &[("place", MY_LUNG), ("seats", "1")]).await?;
            let named = [("place", MY_LUNG), ("name", "Hà Văn An"), ("phone", "0912345678")];
            organiser.post(&format!("/classes/{}/nominations", other.id), &named).await?;
        }
        organiser.post(&office.at("/nominations"), &[("place", MY_LUNG), ("name", "Hà Văn An"), ("phone", "+84912345678")]).await?;
        assert_eq!(stage.count("select count(*) from persons where phone = '0912345678'").await?, 1, "one person");
        let page = organiser.get(&office.at("/nominations?reply=people")).await?;
        assert!(page.body.contains("Trùng ngày với Lớp tập huấn") && page.body.contains("Đã học Lớp tập huấn"), "{}", page.body);
        let bytes = xlsx(&[&["1", "Hà Văn An", "1980", "Nam", "", "0912345678"]]);
        let other = office.call(stage, KIM_THUONG);
        let page = stage.guest().upload(&format!("{other}/list"), &[], "file", "ds.xlsx", &bytes).await?;
        assert!(page.body.contains("Trùng ngày với") && page.body.contains("Đã có trong danh sách của lớp"), "{}", page.body);
    }
);
