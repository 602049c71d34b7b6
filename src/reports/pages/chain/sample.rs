//! The pages of the chain, drawn from invented values.

use super::super::super::chain::atlas::{Era, Unit};
use super::super::super::chain::few::Published;
use super::super::super::chain::found::{
    Adoption, Asked, Cited, Class, Double, Found, Listed, Planned, Practice, Project, Raised, Someone, Step,
};
use super::super::super::chain::kind::Kind;
use super::super::super::chain::sheets::View;
use super::super::super::told::{Outcome, Told, Way};
use super::{overview, sheet};
use crate::ground::Instant;
use crate::ground::dates::Date;
use crate::people::Field;
use crate::web::{Sample, Shell, draw};

const NOW: Instant = Instant(1_539_666_000_000);

pub(in super::super) fn samples(s: &Shell) -> Vec<Sample> {
    let of = |found: Found| View::new(s.w.clone(), found, Era::Old, "/overview".into(), Some("old"), NOW.date());
    let (full, empty) = (of(found()), of(Found::default()));
    let project = crate::classes::Project {
        id: "p1".into(),
        code: "CT135".into(),
        name: "Nâng cao năng lực cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        period_id: None,
        component_id: None,
        period_name: String::new(),
    };
    let mut all = vec![
        draw("overview", &overview::draw(s.clone(), &full, None, true)),
        draw("overview-project", &overview::draw(s.clone(), &full, Some(&project), false)),
        draw("overview-empty", &overview::draw(s.clone(), &empty, None, true)),
        draw("sheet-empty", &drawn(s, &empty, Kind::Plans, &[])),
        draw("sheet-chosen", &drawn(s, &full, Kind::Difficulties, &[("waits", "yes"), ("project", "another")])),
    ];
    all.extend(Kind::ALL.map(|kind| draw(kind.name(), &drawn(s, &full, kind, &[]))));
    all
}

fn drawn(s: &Shell, view: &View, kind: Kind, pairs: &[(&str, &str)]) -> sheet::SheetPage {
    let pairs: Vec<(String, String)> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let choice = sheet::Choice::read(&pairs);
    let whole = view.sheet(kind);
    let (said, all) = (choice.said(view, &whole), whole.lines.len());
    sheet::draw(s.clone(), view, None, kind, &choice, (said, whole.chosen(&choice.pairs()), all), "1")
}

fn unit(id: &str, kind: &str, name: &str, parent: Option<&str>, (lat, lon): (f64, f64)) -> Unit {
    let era = if id.starts_with('o') { "old" } else { "new" };
    let parent = parent.map(str::to_owned);
    Unit { id: id.into(), era: era.into(), kind: kind.into(), name: name.into(), parent, lat: Some(lat), lon: Some(lon) }
}

fn found() -> Found {
    let class = |id: &str, code: &str, province: &str, state: &str, from: &str, to: &str| Class {
        id: id.into(),
        project_id: "p1".into(),
        project_code: "CT135".into(),
        code: code.into(),
        name: format!("Lớp tập huấn {code}"),
        province_id: province.into(),
        state: state.into(),
        starts_on: from.into(),
        ends_on: to.into(),
        held: if state == "preparing" { 0 } else { 5 },
    };
    let planned = |province: &str, month: &str, reported: bool| Planned {
        project_id: "p1".into(),
        project_code: "CT135".into(),
        province_id: province.into(),
        month: month.into(),
        classes: 2,
        reported,
    };
    let project = |id: &str, code: &str| Project { id: id.into(), name: format!("Dự án {code}") };
    Found {
        projects: vec![project("p1", "CT135"), project("p2", "MTQG26")],
        classes: vec![
            class("c1", "PT18", "o25", "done", "2018-10-16", "2018-10-17"),
            class("c2", "YB18", "o15", "running", "2018-10-17", "2018-10-18"),
            class("c3", "SL20", "o25", "preparing", "2020-08-01", "2020-08-02"),
        ],
        rollout: vec![
            planned("o25", "2018-10-01", false),
            planned("o15", "2018-09-01", false),
            planned("o04", "2017-05-01", true),
            planned("o04", "2020-05-01", false),
        ],
        seats: vec![Asked { class_id: "c1".into(), place_id: "o1".into(), seats: 4 }],
        people: (0..20).map(someone).collect(),
        peoples: vec![
            ("c1".into(), Published::of_class(&[("Mường".into(), 9), ("Dao".into(), 5), ("Mông".into(), 1)])),
            ("c2".into(), Published::of_class(&[("Dao".into(), 2)])),
        ],
        raised: (0..9).filter_map(raised).collect(),
        cited: vec![Cited {
            difficulty_id: "d0".into(),
            document_id: "k1".into(),
            number: "55/2023/TT-BTC".into(),
            article: "3".into(),
            clause: "2".into(),
            point: String::new(),
        }],
        practices: vec![
            Practice {
                id: "r1".into(),
                kind: "practice".into(),
                place_id: "o1".into(),
                title: "Nuôi lợn bản địa theo nhóm hộ".into(),
                state: "released".into(),
            },
            Practice {
                id: "r2".into(),
                kind: "story".into(),
                place_id: "o2".into(),
                title: "Làm đường không cần thuê".into(),
                state: "shown".into(),
            },
        ],
        adoptions: ["planned", "under_way", "done", "stopped"]
            .map(|state| Adoption {
                practice_id: "r1".into(),
                place_id: if state == "done" { "o3" } else { "o2" }.into(),
                state: state.into(),
                begun_on: "2018-11-01".into(),
            })
            .to_vec(),
        steps: [
            ("done", "2018-10-20"),
            ("done", "2018-10-01"),
            ("planned", "2018-10-01"),
            ("planned", "2019-10-01"),
            ("dropped", "2018-12-01"),
        ]
        .map(|(state, due)| step(state, due))
        .to_vec(),
        listed: vec![
            Listed { place_id: "o1".into(), standing: "Xã khu vực III".into() },
            Listed { place_id: "o3".into(), standing: "Xã khu vực III".into() },
        ],
        doubles: vec![
            Double { person: "Lê Đình Tuệ".into(), class_a: "c1".into(), class_b: "c2".into(), at_a: None, at_b: None },
            Double { person: "Lê Đình Tuệ".into(), class_a: "c1".into(), class_b: "c9".into(), at_a: Some(NOW), at_b: Some(NOW) },
        ],
        units: units(),
        became: vec![("o1".into(), "n9".into(), true), ("o2".into(), "n9".into(), false)],
    }
}

fn units() -> Vec<Unit> {
    vec![
        unit("o25", "province", "Tỉnh Phú Thọ", None, (21.3, 105.2)),
        unit("o15", "province", "Tỉnh Yên Bái", None, (21.7, 104.9)),
        unit("o04", "province", "Tỉnh Cao Bằng", None, (22.7, 106.3)),
        unit("o237", "district", "Huyện Yên Lập", Some("o25"), (21.4, 105.0)),
        unit("o1", "commune", "Xã Mỹ Lung", Some("o237"), (21.46, 104.93)),
        unit("o2", "commune", "Xã Lương Sơn", Some("o237"), (21.42, 104.97)),
        unit("o3", "commune", "Xã Nà Hẩu", Some("o15"), (21.7, 104.6)),
        unit("n9", "commune", "Xã Sơn Lương", Some("o25"), (21.4, 105.0)),
    ]
}

fn someone(i: usize) -> Someone {
    Someone {
        class_id: if i < 14 { "c1" } else { "c2" }.into(),
        place_id: if i.is_multiple_of(3) { "o2" } else { "o1" }.into(),
        named: i != 5,
        position: ["Phó Chủ tịch UBND xã", "Công chức tài chính", "Chủ tịch Hội Nông dân xã", "Trưởng khu", ""]
            .get(i % 5)
            .copied()
            .unwrap_or_default()
            .into(),
        sex: ["female", "male", ""].get(i % 3).copied().unwrap_or_default().into(),
        came: if i.is_multiple_of(4) { 0 } else { 5 },
    }
}

fn step(state: &str, due: &str) -> Step {
    Step {
        plan_id: "l1".into(),
        class_id: "c1".into(),
        place_id: "o1".into(),
        horizon: "short".into(),
        title: "Kế hoạch sửa mương và gây giống".into(),
        id: format!("s-{state}-{due}"),
        text: "Họp thôn, lập tổ bảo dưỡng mương".into(),
        owner: "Hà Văn An".into(),
        due_on: due.into(),
        state: state.into(),
        done_at: (state == "done").then_some(NOW),
    }
}

fn raised(i: usize) -> Option<Raised> {
    let (state, level) = *[
        ("raised", ""),
        ("assigned", ""),
        ("escalated", "province"),
        ("escalated", "ministry"),
        ("escalated", "district"),
        ("asked", ""),
        ("advised", ""),
        ("closed", ""),
    ]
    .get(i % 8)?;
    let told = Told {
        id: format!("d{i}"),
        code: format!("PT18-0{i}"),
        text: "Mua con giống của người dân trong xã thì không có hóa đơn, thanh toán thế nào?".into(),
        field: *Field::ALL.get(i % 4)?,
        place: (i != 3).then(|| "o1".to_owned()),
        outcome: if state == "closed" { Outcome::Resolved } else { Outcome::Open },
        way: Way::of(state == "advised" || state == "closed", state == "escalated"),
        needs_review: i == 7,
        published: i == 7,
        late: i == 2,
        raised_at: Instant(NOW.0 - i64::try_from(i).ok()? * 86_400_000),
    };
    Some(Raised {
        told,
        class_id: "c1".into(),
        state: state.into(),
        expert: if state == "assigned" { "Lê Đình Tuệ".into() } else { String::new() },
        level: level.into(),
        owner: if level == "province" { "Sở Tài chính".into() } else { String::new() },
        due_on: if level.is_empty() { String::new() } else { Date::new(2018, 11, 15)?.iso() },
    })
}
