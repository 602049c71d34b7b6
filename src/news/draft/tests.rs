use super::*;
use proptest::prelude::*;

/// The class of the article, with figures of the demonstration's size.
fn phu_tho() -> Facts {
    let text = str::to_owned;
    Facts {
        name: text("Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ"),
        province: text("Tỉnh Phú Thọ"),
        venue: text("Trung tâm hội nghị tỉnh Phú Thọ"),
        host: text("Ban Dân tộc tỉnh Phú Thọ"),
        project: text("Nâng cao năng lực cán bộ cơ sở"),
        sponsor: text("Ủy ban Dân tộc"),
        provider: text("GES"),
        starts_on: Date::new(2018, 10, 16),
        ends_on: Date::new(2018, 10, 17),
        people: 58,
        marked: true,
        women: 21,
        officers: 4,
        communes: 28,
        districts: ["Huyện Cẩm Khê", "Huyện Tân Sơn", "Huyện Yên Lập"].map(text).to_vec(),
        topics: ["Khai mạc. Chính sách mới, văn bản mới; phát phiếu", "Các nhóm trình bày: câu chuyện, khó khăn", "UBND xã báo cáo"]
            .map(text)
            .to_vec(),
        documents: vec![text("Thông tư 01/2017/TT-UBDT"), text("Quyết định 900/QĐ-TTg")],
        groups: 6,
        opinions: 37,
        raised: 30,
        advised: 30,
        resolved: 18,
        partly: 9,
        sent: 2,
        fields: vec![(text("Duy tu, bảo dưỡng"), 6), (text("Thanh toán, quyết toán"), 5)],
        stories: 3,
        practices: 2,
        examples: vec![(text("Góp ngày công làm đường"), text("Xã Mỹ Lung"))],
        planning: 12,
        short_plans: 12,
        medium_plans: 5,
        steps: 41,
        cadres: 6,
        next: Some(Next { province: text("Tỉnh Hòa Bình"), starts_on: Date::new(2019, 4, 9), planned: true }),
        ..Facts::default()
    }
}

fn told(facts: &Facts, part: Part) -> String {
    draft(facts).into_iter().find(|it| it.part == part).map(|it| it.text).unwrap_or_default()
}

#[test]
fn the_article_of_phu_tho() {
    let it = phu_tho();
    let expected = [
        (Part::Headline, "Phú Thọ: 18 trong 30 vướng mắc của cơ sở được tháo gỡ qua lớp tập huấn"),
        (
            Part::Lead,
            "Trong hai ngày 16 và 17/10/2018, tại Trung tâm hội nghị tỉnh Phú Thọ, GES phối hợp với Ban Dân tộc tỉnh Phú Thọ tổ chức lớp \
             tập huấn cán bộ xã, huyện tỉnh Phú Thọ. Lớp học thuộc dự án đào tạo “Nâng cao năng lực cán bộ cơ sở”, thực hiện với sự hỗ \
             trợ của Ủy ban Dân tộc.",
        ),
        (
            Part::People,
            "Lớp học có 58 cán bộ tham dự, đến từ 28 xã thuộc các huyện Cẩm Khê, Tân Sơn và Yên Lập. Trong số này có 4 cán bộ cấp huyện \
             và 21 cán bộ nữ.",
        ),
        (
            Part::Policy,
            "Trong 3 buổi, lớp học lần lượt đi qua các nội dung: chính sách mới, văn bản mới; các nhóm trình bày; UBND xã báo cáo. Các \
             chuyên gia giới thiệu những điểm mới của 2 văn bản: Thông tư 01/2017/TT-UBDT và Quyết định 900/QĐ-TTg.",
        ),
        (
            Part::Discussion,
            "Chia thành 6 nhóm, học viên kể câu chuyện của địa phương mình và bàn cách làm. Học viên nêu 37 ý kiến trong các buổi thảo luận.",
        ),
        (
            Part::Difficulties,
            "Các địa phương đã nêu 30 vướng mắc, nhiều nhất về duy tu, bảo dưỡng và thanh toán, quyết toán. Tất cả đều được chuyên gia \
             tư vấn, chỉ rõ căn cứ. Theo xác nhận của người nêu, 18 vướng mắc đã được tháo gỡ, đạt 60%; 9 vướng mắc gỡ được một phần. Có 2 vướng mắc vượt \
             thẩm quyền, được chuyển lên cấp trên kèm thời hạn trả lời. Còn 1 vướng mắc tiếp tục được chuyên gia theo dõi, giải đáp sau \
             lớp.",
        ),
        (
            Part::Practices,
            "Các địa phương giới thiệu 3 câu chuyện và 2 cách làm mới, trong đó có “Góp ngày công làm đường” của xã Mỹ Lung.",
        ),
        (Part::Plans, "Trước khi ra về, 12 địa phương đã trình bày 12 kế hoạch ngắn hạn và 5 kế hoạch trung hạn, gồm 41 việc có thời hạn."),
        (
            Part::Closing,
            "Có 6 học viên được giới thiệu làm cán bộ nguồn, tiếp tục tập huấn cho địa phương. Theo kế hoạch, lớp tiếp theo của dự án sẽ \
             mở tại tỉnh Hòa Bình vào tháng 4/2019.",
        ),
    ];
    for (part, text) in expected {
        assert_eq!(told(&it, part), text);
    }
}

#[test]
fn what_is_nothing_is_not_said() {
    let bare = Facts { name: "Lớp thử".into(), province: "Tỉnh Phú Thọ".into(), provider: "GES".into(), ..Facts::default() };
    let parts: Vec<(Part, String)> = draft(&bare).into_iter().map(|it| (it.part, it.text)).collect();
    assert_eq!(parts, [(Part::Headline, "Lớp thử".into()), (Part::Lead, "GES tổ chức lớp thử.".into())]);
    let none = Facts { resolved: 0, partly: 0, sent: 0, raised: 3, ..phu_tho() };
    assert_eq!(told(&none, Part::Headline), "Phú Thọ: 30 vướng mắc của cơ sở được chuyên gia tư vấn tại lớp tập huấn");
    assert!(!told(&none, Part::Difficulties).contains("xác nhận"));
    let unheard = Facts { advised: 0, ..none };
    assert_eq!(told(&unheard, Part::Headline), "Phú Thọ: 58 cán bộ cơ sở dự lớp tập huấn");
    let all = Facts { resolved: 7, partly: 0, sent: 0, raised: 7, ..phu_tho() };
    assert_eq!(told(&all, Part::Headline), "Phú Thọ: tháo gỡ 7 vướng mắc của cơ sở tại lớp tập huấn");
    let one_day = Facts { ends_on: Date::new(2018, 10, 16), ..phu_tho() };
    assert!(told(&one_day, Part::Lead).starts_with("Ngày 16/10/2018, tại"), "{}", told(&one_day, Part::Lead));
    let week = Facts { ends_on: Date::new(2018, 10, 19), ..phu_tho() };
    assert!(told(&week, Part::Lead).starts_with("Từ ngày 16 đến ngày 19/10/2018, tại"), "{}", told(&week, Part::Lead));
    let held = Facts { next: Some(Next { planned: false, ..phu_tho().next.unwrap() }), ..phu_tho() };
    assert!(told(&held, Part::Closing).ends_with("đã được mở tại tỉnh Hòa Bình vào tháng 4/2019."), "{}", told(&held, Part::Closing));
}

fn a_name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("  ".to_owned()),
        Just("Xã  Mỹ Lung.".to_owned()),
        "[A-ZĐ][a-zà-ỹ]{1,8}( [A-ZĐ][a-zà-ỹ]{1,6}){0,3}[.;: ]{0,2}"
    ]
}

fn figures() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(prop_oneof![Just(0), Just(1), 0..2000_i64], 20)
}

prop_compose! {
    fn any_facts()(
        names in prop::collection::vec(a_name(), 7),
        lists in prop::collection::vec(prop::collection::vec(a_name(), 0..8), 4),
        n in figures(),
        days in prop::option::of((0..800_i32, 0..40_i32)),
        planned: bool,
    ) -> Facts {
        let start = Date::new(2018, 10, 16).unwrap();
        let pairs = |list: &[String]| list.iter().cloned().zip(list.iter().rev().cloned()).collect::<Vec<_>>();
        Facts {
            name: names[0].clone(),
            marked: planned,
            province: names[1].clone(),
            venue: names[2].clone(),
            host: names[3].clone(),
            project: names[4].clone(),
            sponsor: names[5].clone(),
            provider: names[6].clone(),
            starts_on: days.map(|it| start.plus_days(it.0)),
            ends_on: days.map(|it| start.plus_days(it.0 + it.1)),
            people: n[0], women: n[1], officers: n[2], communes: n[3],
            districts: lists[0].clone(),
            topics: lists[1].clone(),
            documents: lists[2].clone(),
            unclear: n[4], opinions: n[5], groups: n[6],
            raised: n[7], resolved: n[8].min(n[7]), partly: n[9].min(n[7]), sent: n[10].min(n[7]), dropped: n[3].min(n[7]), advised: n[2].min(n[7]), provincial: n[4],
            fields: lists[3].iter().cloned().zip(n.iter().copied()).collect(),
            published: n[11], stories: n[12], practices: n[13],
            examples: pairs(&lists[3]),
            adoptions: n[14], planning: n[15], short_plans: n[16], medium_plans: n[17], steps: n[18], evaluated: n[19], cadres: n[1],
            next: days.map(|it| Next { province: names[1].clone(), starts_on: Some(start.plus_days(it.1)), planned }),
        }
    }
}

proptest! {
    #[test]
    fn any_facts_give_whole_sentences(it in any_facts()) {
        for piece in draft(&it) {
            let text = &piece.text;
            let nothing = text.split([' ', '(']).any(|word| word == "0" || word == "0%");
            prop_assert!(!nothing, "a nought is told: {text}");
            for bad in ["  ", " .", " ,", "..", ",.", ",,", ";.", ":.", "“”", "()", "{", "}", "⟦", " ;", "tại .", "và ."] {
                prop_assert!(!text.contains(bad), "{bad:?} in {text}");
            }
            prop_assert_eq!(text.trim(), text);
            prop_assert!(!text.chars().next().unwrap().is_lowercase(), "{}", text);
            prop_assert!(piece.part == Part::Headline || text.ends_with(['.', '…']), "{}", text);
            prop_assert!(text.chars().count() <= piece.part.longest());
        }
        prop_assert!(draft(&it).iter().any(|it| it.part == Part::Headline) && draft(&it).iter().any(|it| it.part == Part::Lead));
    }
}
