//! Every page of this room, drawn from invented values.

use super::super::store::{Cited, ClassNow, Late, Locality, Long, Mine, Next, Pooled, Someone};
use super::super::told::{Choice, Outcome, Told, Way};
use super::work::{Seen, WelcomePage};
use super::{results, table, work};
use crate::classes::{Attended, Class, Session};
use crate::difficulties::{Difficulty, Handling, How, Level, State, TableRow, Verdict};
use crate::ground::Instant;
use crate::people::Field;
use crate::plans::{Counts, Stand};
use crate::reports::store::plans::{DueStep, Followed, RoundSum};
use crate::web::{Grant, Role, Sample, Shell, draw};

const NOW: Instant = Instant(1_539_666_000_000);
const HOUR: i64 = 3_600_000;
const TEXT: &str = "Mua con giống của người dân trong xã thì không có hóa đơn, thanh toán thế nào?";

pub(in crate::reports) fn samples(s: &Shell) -> Vec<Sample> {
    let mut guest = s.clone();
    guest.actor = crate::web::Actor::default();
    let rows = rows();
    let filtered = Choice { way: Some(Way::Escalated), place: Some("o08293".into()), review: true, published: true, ..Choice::default() };
    let (mut nothing, mut empty) = (found(), found());
    (nothing.told, nothing.marks, nothing.cited) = (Vec::new(), Vec::new(), Vec::new());
    empty.people = Vec::new();
    let chain = super::chain::samples(s);
    let line =
        crate::news::Line::sample("PT18", "Phú Thọ: 18 trong 30 vướng mắc của cơ sở được tháo gỡ", "Trong hai ngày 16 và 17/10/2018.", NOW);
    let answer = ("/answers/1".to_owned(), TEXT.to_owned(), "Đấu thầu, mua sắm".to_owned());
    let own = vec![
        draw("welcome", &WelcomePage { s: guest.clone(), published: 41, news: vec![line], answers: vec![answer] }),
        draw("welcome-empty", &WelcomePage { s: guest, published: 0, news: Vec::new(), answers: Vec::new() }),
        draw("work", &work::draw(as_role(s, Role::Administrator), &seen(true), NOW)),
        draw("work-trainee", &work::draw(as_role(s, Role::Trainee), &seen(true), NOW)),
        draw("work-expert", &work::draw(as_role(s, Role::Expert), &seen(true), NOW)),
        draw("work-nothing", &work::draw(as_role(s, Role::Sponsor), &seen(false), NOW)),
        draw("results", &results::draw(s.clone(), &found(), NOW)),
        draw("results-nothing", &results::draw(s.clone(), &nothing, NOW)),
        draw("results-nobody", &results::draw(s.clone(), &empty, NOW)),
        draw("table", &table::draw(s.clone(), &class(), &rows, &Choice::default(), NOW)),
        draw("table-extract", &table::draw(s.clone(), &class(), &rows, &filtered, NOW)),
        draw("table-empty", &table::draw(s.clone(), &class(), &[], &Choice::default(), NOW)),
    ];
    own.into_iter().chain(chain).collect()
}

fn as_role(s: &Shell, role: Role) -> Shell {
    let mut s = s.clone();
    s.actor.grants = vec![Grant { role, class: None, project: None }];
    s
}

fn class_now(state: &str) -> ClassNow {
    ClassNow {
        id: "c1".into(),
        project_id: "p1".into(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện".into(),
        state: state.into(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        nominate_by: Some("2018-10-12".into()),
        asked: 34,
        silent: 3,
        named: 60,
        all: 38,
        raised: 4,
        advised: 6,
        review: 1,
        resolved: 24,
        waiting: 8,
        overdue: 2,
        session: Some(Next {
            id: "s2".into(),
            ordinal: 2,
            starts_at: Instant(NOW.0 + HOUR),
            topic: "Các hạng mục đang triển khai tại địa phương".into(),
            hall: "Hội trường A".into(),
            opened_at: (state == "running").then_some(NOW),
            closed_at: None,
            came: 12,
        }),
        mine: true,
        consented: false,
        withdrew: (state != "running").then_some(NOW),
        my_raised: 0,
        my_joined: 2,
        to_evaluate: state == "running",
        drafts: 2,
        asking: (state == "running").then(|| ("s2".into(), "Năm 2018 vốn về xã tháng mấy?".into())),
        to_reread: 1,
    }
}

fn seen(full: bool) -> Seen {
    let mine = |kind: &str| Mine {
        id: "d1".into(),
        code: "PT18-01".into(),
        text: TEXT.into(),
        place: "xã Mỹ Lung".into(),
        kind: kind.into(),
        question: if kind == "clarify" { "Bao nhiêu con, của mấy hộ?".into() } else { String::new() },
        weight: 4,
        urgent: true,
    };
    let pooled = Pooled {
        id: "d2".into(),
        code: "PT18-02".into(),
        text: TEXT.into(),
        field: "procurement".into(),
        weight: 3,
        needs_review: false,
        all: 12,
        in_fields: 5,
    };
    let late =
        Late { class_id: "c1".into(), class_code: "PT18".into(), owner: "Sở Tài chính".into(), count: 2, since: "2018-11-15".into() };
    let long = |state: &str| Long {
        id: "d3".into(),
        code: "PT18-03".into(),
        text: TEXT.into(),
        state: state.into(),
        verdict: if state == "assigned" { "not".into() } else { String::new() },
        raised_at: Instant(NOW.0 - 900 * HOUR),
    };
    if !full {
        return Seen {
            classes: Vec::new(),
            mine: Vec::new(),
            pool: Vec::new(),
            late: Vec::new(),
            long: Vec::new(),
            house: None,
            due: Vec::new(),
            followed: Vec::new(),
        };
    }
    Seen {
        classes: ["running", "preparing", "done"].map(class_now).to_vec(),
        mine: ["verdict", "clarify", "advise", "review"].map(mine).to_vec(),
        pool: vec![pooled],
        late: vec![late],
        long: ["raised", "escalated", "assigned"].map(long).to_vec(),
        house: Some((72, 1, 8, 41)),
        due: ["2018-10-15", "2018-10-30"].map(due).to_vec(),
        followed: [0, 3].map(followed).to_vec(),
    }
}

fn due(on: &str) -> DueStep {
    DueStep {
        id: "s1".into(), plan_id: "p1".into(), text: TEXT.into(), due_on: on.into(), place: "Xã Mỹ Lung".into(), review: on > "2019"
    }
}

fn followed(latest: i64) -> Followed {
    Followed {
        id: "c1".into(),
        project_id: "p1".into(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện".into(),
        ends_on: "2018-07-10".into(),
        overdue: 14,
        places: 12,
        latest,
        round: (latest > 0).then(|| "r3".into()),
        months: (latest > 0).then_some(3),
        answered: 7,
        mine: latest > 0,
    }
}

fn class() -> Class {
    Class {
        id: "c1".into(),
        project_id: "p1".into(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh Phú Thọ".into(),
        host: String::new(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        nominate_by: None,
        allowance: String::new(),
        state: "done".into(),
        late_after: 15,
        changed_hlc: 0,
        project_name: "Nâng cao năng lực cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        province_name: "Tỉnh Phú Thọ".into(),
        period_id: None,
    }
}

const STATES: [&str; 11] =
    ["present", "present", "present", "late", "present", "present", "left_early", "present", "excused", "absent", "substituted"];
const PLACES: [(&str, &str, f64, f64); 5] = [
    ("o08293", "Xã Mỹ Lung", 21.46, 104.93),
    ("o08299", "Xã Lương Sơn", 21.42, 104.97),
    ("o08545", "Xã Thu Cúc", 21.28, 104.84),
    ("o08560", "Xã Lai Đồng", 21.26, 104.89),
    ("o08380", "Xã Văn Bán", 21.40, 105.07),
];

fn found() -> results::Found {
    let people: Vec<Someone> = (0..20_usize)
        .map(|i| Someone {
            trainee_id: format!("t{i}"),
            place_id: format!("o{}", i / 2),
            state: if i == 19 { "replaced" } else { "named" }.into(),
            group: if i % 3 == 0 { String::new() } else { format!("Chức vụ {}", i % 11) },
            sex: [Some("female"), Some("male"), None].get(i % 3).copied().flatten().map(str::to_owned),
        })
        .collect();
    let sessions: Vec<Session> = (1..=5)
        .map(|ordinal| Session {
            id: format!("s{ordinal}"),
            class_id: "c1".into(),
            ordinal,
            starts_at: Instant(NOW.0 + ordinal * 5 * HOUR),
            ends_at: Instant(NOW.0 + (ordinal * 5 + 3) * HOUR),
            topic: "Chính sách mới".into(),
            hall: String::new(),
            changed_hlc: 0,
        })
        .collect();
    let marks = people.iter().enumerate().flat_map(|(i, someone)| {
        (1..=4_usize).map(move |session| Attended {
            session_id: format!("s{session}"),
            trainee_id: someone.trainee_id.clone(),
            state: STATES.get((i + session) % STATES.len()).copied().unwrap_or_default().into(),
        })
    });
    let told = (0..24_usize).filter_map(|i| {
        Some(Told {
            id: format!("d{i}"),
            code: format!("PT18-{i:02}"),
            text: TEXT.into(),
            field: *Field::ALL.get(i % 4)?,
            place: PLACES.get(i % 6).map(|it| it.0.to_owned()),
            outcome: *Outcome::ALL.get([0, 0, 0, 1, 4, 2, 3].get(i % 7).copied()?)?,
            way: *Way::ALL.get([0, 0, 1, 2].get(i % 4).copied()?)?,
            needs_review: i == 3,
            published: i % 5 == 0,
            late: false,
            raised_at: Instant(NOW.0 - i64::try_from(i).ok()? * 30 * HOUR),
        })
    });
    let localities =
        PLACES.map(|(id, name, lat, lon)| Locality { id: id.into(), name: name.into(), lat: Some(lat), lon: Some(lon), seats: 4 });
    let cited = Cited {
        document_id: "k1".into(),
        number: "55/2023/TT-BTC".into(),
        article: "3".into(),
        clause: "2".into(),
        point: "a".into(),
        count: 3,
    };
    results::Found {
        class: class(),
        marks: marks.collect(),
        sessions,
        people,
        told: told.collect(),
        localities: localities.to_vec(),
        counts: Counts { places: 12, plans: 20, steps: 60, planned: 8, under_way: 12, done: 36, dropped: 4, overdue: 9 },
        rounds: [3, 6].into_iter().flat_map(|months| Stand::ALL.iter().map(move |it| round_sum(months, it.name()))).collect(),
        verdicts: ["resolved", "partly", "not", "no_longer_needed", ""].map(|it| (3, it.to_owned(), 4)).to_vec(),
        cited: vec![cited],
        runs: true,
    }
}

/// One row of every way that a difficulty can be handled.
fn rows() -> Vec<TableRow> {
    let ways = [
        (Handling::AtClass, State::Closed, Some(Verdict::Resolved)),
        (Handling::AtClass, State::Closed, Some(Verdict::Partly)),
        (Handling::Sent(Level::Province), State::Escalated, None),
        (Handling::Sent(Level::Ministry), State::Advised, None),
        (Handling::AwaitsVerdict, State::Advised, None),
        (Handling::Waits, State::Raised, None),
        (Handling::Waits, State::Assigned, Some(Verdict::Not)),
        (Handling::Dropped, State::Closed, Some(Verdict::NoLongerNeeded)),
    ];
    (1_u8..).zip(ways).map(|(i, way)| row(i, way)).collect()
}

fn row(i: u8, (handling, state, verdict): (Handling, State, Option<Verdict>)) -> TableRow {
    let sent = matches!(handling, Handling::Sent(_));
    let advised = state != State::Raised;
    let some = |there: bool, text: &str| if there { text.to_owned() } else { String::new() };
    TableRow {
        difficulty: difficulty(i, state, verdict),
        basis: if advised { vec!["khoản 2 Điều 3 Thông tư 55/2023/TT-BTC".into()] } else { Vec::new() },
        advice: some(advised, "Lập giấy biên nhận mua bán với người dân, Ủy ban nhân dân xã xác nhận."),
        warning: some(i == 2, "Kho bạc từng nơi có thể yêu cầu thêm giấy tờ."),
        handling,
        authority: some(sent, "Sở Tài chính"),
        due_on: some(sent, "2018-11-15"),
        answer: some(state == State::Advised && sent, "120/STC-NS: Được thanh toán."),
        reason: some(verdict == Some(Verdict::Partly), "còn thiếu mẫu giấy biên nhận"),
    }
}

fn difficulty(i: u8, state: State, verdict: Option<Verdict>) -> Difficulty {
    Difficulty {
        id: format!("d{i}"),
        code: format!("PT18-{i:02}"),
        class_id: "c1".into(),
        project_id: "p1".into(),
        class_code: "PT18".into(),
        class_name: "Lớp tập huấn".into(),
        place_id: "o08293".into(),
        place_name: "Xã Mỹ Lung".into(),
        place_parent: "Huyện Yên Lập".into(),
        raiser_id: None,
        raiser_name: String::new(),
        anonymous: i == 4,
        how: How::Phone,
        field: Field::Procurement,
        component_name: if i.is_multiple_of(2) { "Hỗ trợ phát triển sản xuất".into() } else { String::new() },
        local_item_id: None,
        local_item_name: String::new(),
        text: TEXT.into(),
        tried: String::new(),
        wish: if i == 1 { "Có mẫu giấy biên nhận chung.".into() } else { String::new() },
        urgent: false,
        state,
        verdict,
        weight: 2,
        needs_review: i == 3,
        assigned_to: None,
        assigned_name: String::new(),
        merged_into: None,
        merged_code: String::new(),
        raised_at: NOW,
        changed_at: NOW,
        published_at: (i == 3).then_some(NOW),
        advised: state != State::Raised,
        with_authority: state == State::Escalated,
        illustration: true,
    }
}

fn round_sum(months: i64, stand: &str) -> RoundSum {
    RoundSum { months, due_on: "2019-01-17".into(), stand: stand.into(), count: 12 }
}
