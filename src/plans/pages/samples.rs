//! Every page of this room, drawn from invented values.

use super::one::{self, PlanPage};
use super::round::{self, AnswerPage, Overview};
use super::rounds::{self, RoundsPage};
use super::step::StepPage;
use super::write::WritePage;
use super::{Choice, Wrong, list, sheet};
use crate::classes::{Class, State as ClassState};
use crate::ground::dates::Date;
use crate::ground::{Instant, Invalid, Word};
use crate::plans::plan::{Horizon, Standing, State};
use crate::plans::step::{Resource, StepState};
use crate::plans::store::{Answer, Asked, Place, Plan, PlanLine, Report, Round, Step};
use crate::policy::ToReread;
use crate::web::{Form, Sample, Shell, draw};

const NOW: Instant = Instant(1_547_700_000_000);
const DAY: i64 = 86_400_000;

pub(in crate::plans) fn samples(s: &Shell) -> Vec<Sample> {
    let runs = Standing { runs: true, sees: true, ..Standing::default() };
    let place = Standing { of_place: true, sees: true, ..Standing::default() };
    let mut none = list_found(runs, "");
    (none.plans, none.steps) = (Vec::new(), Vec::new());
    let mut past = list_found(place, "");
    past.months = Some(3);
    let invalid = {
        let mut invalid = Invalid::default();
        for key in KEYS {
            invalid.add("text", Word::new(key).with("x", "17/10/2019").with("y", "500"));
        }
        Wrong::of(&invalid, &s.w)
    };
    let mut all = vec![
        draw("plans", &list::draw(s.clone(), &list_found(runs, ""))),
        draw("plans-none", &list::draw(s.clone(), &none)),
        draw("plans-round", &list::draw(s.clone(), &past)),
        draw("plan", &plan_page(s, State::Presented, place, Wrong::default())),
        draw("plan-draft", &plan_page(s, State::Draft, place, Wrong::default())),
        draw("plan-runner", &plan_page(s, State::Presented, runs, invalid.clone())),
        draw("plan-withdrawn", &plan_page(s, State::Withdrawn, runs, Wrong::default())),
        draw("plan-write", &write(s, invalid.clone())),
        draw("plan-step", &step_page(s, invalid.clone())),
        draw("plan-sheet", &sheet_page(s)),
        draw("round-answer", &answer(s, place, true, invalid)),
        draw("round-answer-for", &answer(s, runs, true, Wrong::default())),
        draw("round-answer-read", &answer(s, Standing { sees: true, ..Standing::default() }, false, Wrong::default())),
        draw("round-overview", &round::draw_overview(s.clone(), &overview(None))),
        draw("round-overview-closed", &round::draw_overview(s.clone(), &overview(Some(NOW)))),
    ];
    all.extend(
        ["planned", "under_way", "late", "done", "dropped", "all"]
            .map(|it| draw("plans-so", &list::draw(s.clone(), &list_found(runs, it)))),
    );
    all.extend([0, 1, 2, 3].map(|n| draw("rounds", &rounds_page(s, n))));
    all
}

const KEYS: [&str; 22] = [
    "plan-wrong-title",
    "plan-wrong-place",
    "plan-wrong-horizon",
    "plan-wrong-empty",
    "plan-too-long",
    "plan-moved-on",
    "step-wrong-text",
    "step-wrong-result",
    "step-wrong-start",
    "step-wrong-due",
    "step-wrong-order",
    "step-wrong-short",
    "step-wrong-medium",
    "step-wrong-owner",
    "step-wrong-link",
    "step-wrong-source",
    "step-wrong-amount",
    "report-wrong-reason",
    "report-wrong-evidence",
    "round-wrong-early",
    "round-wrong-closed",
    "round-wrong-changed",
];

fn day(month: i8, day: i8) -> Date {
    Date::new(if month > 9 { 2018 } else { 2019 }, month, day).unwrap_or_else(|| NOW.date())
}

fn class() -> Class {
    Class {
        id: "c1".into(),
        project_id: "p1".into(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện".into(),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        host: String::new(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        nominate_by: None,
        allowance: String::new(),
        state: ClassState::Done.name().into(),
        late_after: 15,
        changed_hlc: 0,
        project_name: "Nâng cao năng lực".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        province_name: "Tỉnh Phú Thọ".into(),
        period_id: None,
    }
}

fn step(n: i64, state: StepState, due: Date) -> Step {
    Step {
        id: format!("s{n}"),
        plan_id: "p1".into(),
        horizon: Horizon::Short,
        place_id: "o08293".into(),
        place_name: "Xã Mỹ Lung".into(),
        text: "Công khai danh sách hộ hưởng lợi".into(),
        result: "8 khu niêm yết đủ 15 ngày".into(),
        starts_on: day(10, 18),
        due_on: due,
        owner: String::new(),
        owner_id: Some("a".into()),
        owner_name: "Hoàng Thị Thơm".into(),
        partners: "Ban giám sát đầu tư của cộng đồng".into(),
        difficulty_id: (n == 1).then(|| "d1".into()),
        difficulty_code: "PT18-26".into(),
        practice_id: (n == 2).then(|| "w1".into()),
        practice_title: "Tổ tự quản mương".into(),
        state,
        said: "Đã đọc trên loa ba lần".into(),
    }
}

fn steps() -> Vec<Step> {
    vec![
        step(1, StepState::Done, day(11, 15)),
        step(2, StepState::UnderWay, NOW.date()),
        step(3, StepState::Planned, day(1, 30)),
        step(4, StepState::Planned, day(12, 31)),
        step(5, StepState::Dropped, day(12, 31)),
    ]
}

fn plan(state: State) -> Plan {
    Plan {
        id: "p1".into(),
        class_id: "c1".into(),
        project_id: "p1".into(),
        class_name: "Lớp tập huấn cán bộ xã, huyện".into(),
        class_starts: day(10, 16),
        class_ends: day(10, 17),
        place_id: "o08293".into(),
        place_name: "Xã Mỹ Lung".into(),
        parent_name: "Huyện Yên Lập".into(),
        horizon: Horizon::Short,
        title: "Làm đúng, công khai đủ từ vụ đông này".into(),
        aim: "Hồ sơ hỗ trợ sản xuất không bị kho bạc trả lại.".into(),
        author_name: String::new(),
        state,
        written_at: NOW,
        presented_at: (state == State::Presented).then_some(NOW),
        illustration: true,
    }
}

fn place(n: usize) -> Place {
    Place { id: if n == 0 { "o08293".into() } else { format!("o{n}") }, name: "Xã Mỹ Lung".into(), parent: "Huyện Yên Lập".into() }
}

fn line(state: State) -> PlanLine {
    PlanLine { id: "p1".into(), place_id: "o08293".into(), horizon: Horizon::Short, title: "Làm đúng, công khai đủ".into(), state }
}

fn round_of(closed_at: Option<Instant>) -> Round {
    Round { id: "r3".into(), class_id: "c1".into(), months: 3, due_on: "2019-01-17".into(), opened_at: NOW, closed_at }
}

fn said() -> Answer {
    Answer {
        round_id: "r3".into(),
        place_id: "o08293".into(),
        by: "Hà Kim Đức".into(),
        text: "Trưởng khu tự lập được giấy biên nhận.".into(),
        changed: "some".into(),
        at: NOW,
    }
}

fn list_found(who: Standing, state: &str) -> list::Found {
    list::Found {
        class: class(),
        own_place: who.of_place.then(|| "o08293".into()),
        who,
        places: vec![place(0), place(1)],
        plans: vec![line(State::Presented), line(State::Draft)],
        steps: steps(),
        state: state.into(),
        place: String::new(),
        months: None,
        today: NOW.date(),
        day: NOW.date(),
    }
}

fn plan_page(s: &Shell, state: State, who: Standing, wrong: Wrong) -> PlanPage {
    let report = |months, on_behalf: &str| Report {
        id: "r1".into(),
        step_id: "s1".into(),
        state: StepState::Done,
        text: "Đã dán đủ 8 khu".into(),
        evidence: "https://nguon.example/anh".into(),
        blob: Some("0".repeat(64)),
        at: NOW,
        by: "Nguyễn Hoài Nam".into(),
        on_behalf: on_behalf.into(),
        months,
    };
    let found = one::Found {
        plan: plan(state),
        who,
        steps: steps(),
        resources: vec![(
            "s1".into(),
            Resource { source: "Ngân sách xã".into(), amount: Some(65_000_000), note: "chi thường xuyên".into() },
        )],
        reports: vec![report(None, ""), report(Some(3), "Hà Kim Đức")],
        to_reread: vec![ToReread { subject_id: "s1".into(), kind: "amends".into(), ..ToReread::default() }],
        people: vec![("a".into(), "Hà Kim Đức".into())],
        open: "s2".into(),
        today: NOW.date(),
    };
    one::draw(s.clone(), &found, Form::default(), wrong)
}

fn choice(name: &str) -> Choice {
    Choice { value: "short".into(), name: name.into(), chosen: true }
}

fn write(s: &Shell, wrong: Wrong) -> WritePage {
    let w = &s.w;
    WritePage {
        s: s.clone(),
        kicker: w.x("plan-kicker-class", "PT18"),
        heading: format!("{} {} {}", w.x("plan-write-heading", "xã Mỹ Lung"), w.t("plan-write-heading-for"), w.t("plan-change-heading")),
        action: "/classes/c1/plans".into(),
        draft: "plan-c1".into(),
        horizons: vec![choice(&w.t("plan-short")), Choice { value: "medium".into(), ..choice(&w.t("plan-medium")) }],
        places: vec![choice("Xã Mỹ Lung")],
        was: None,
        form: Form::from_pairs([("title", super::proposed_title("Xã Mỹ Lung", w).as_str())]),
        wrong,
    }
}

fn step_page(s: &Shell, wrong: Wrong) -> StepPage {
    StepPage {
        s: s.clone(),
        kicker: s.w.xy("plan-kicker", s.w.t("plan-short"), "xã Mỹ Lung"),
        heading: format!("{} {}", s.w.t("step-heading"), s.w.t("step-change-heading")),
        action: "/steps/1".into(),
        draft: "step-1".into(),
        until: format!("{} {}", s.w.x("step-due-hint-short", "17/10/2019"), s.w.x("step-due-hint-medium", "17/10/2023")),
        was: "text=x".into(),
        removal: "/steps/1/removal".into(),
        people: vec![choice("Hà Kim Đức")],
        difficulties: vec![choice("PT18-26")],
        practices: vec![choice("PT18-C1")],
        lines: ["0", "1", "2", "3"].map(str::to_owned).to_vec(),
        form: Form::default(),
        wrong,
    }
}

fn sheet_page(s: &Shell) -> sheet::SheetPage {
    let found = [(plan(State::Presented), steps()), (Plan { horizon: Horizon::Medium, ..plan(State::Presented) }, steps())];
    let resources = [("s1".to_owned(), Resource { source: "Ngân sách xã".into(), amount: Some(65_000_000), note: String::new() })];
    sheet::draw(s.clone(), &class(), Standing { of_place: true, ..Standing::default() }, &found, &resources, NOW)
}

fn rounds_page(s: &Shell, n: usize) -> RoundsPage {
    let closed = (n == 2).then_some(NOW);
    let mut rounds = vec![round_of(closed)];
    if n == 0 {
        rounds.clear();
    }
    if n == 3 {
        rounds = [3, 6, 12].map(|months| Round { months, ..round_of(Some(NOW)) }).to_vec();
    }
    let found = rounds::Found {
        class: class(),
        ends: day(10, 17),
        who: Standing { runs: n != 1, sees: true, ..Standing::default() },
        own_place: (n == 1).then(|| "o1".into()),
        rounds,
        answers: vec![said()],
        places: vec![place(0), place(1)],
        plans: vec![line(State::Presented)],
        today: Instant(NOW.0 + if n == 0 { -30 * DAY } else { 0 }).date(),
    };
    rounds::draw(s.clone(), &found, Wrong::default())
}

fn answer(s: &Shell, who: Standing, open: bool, wrong: Wrong) -> AnswerPage {
    let asked = |raiser: &str| Asked {
        id: format!("d{raiser}"),
        code: "PT18-26".into(),
        text: "Mương bị lũ cuốn 60 m, xin làm mới bằng tiền duy tu được không?".into(),
        raiser_id: Some(raiser.into()),
        raiser: "Hà Kim Đức".into(),
    };
    let found = round::Found {
        round: round_of((!open).then_some(NOW)),
        class: class(),
        me: "me".into(),
        place: place(0),
        steps: steps(),
        asked: vec![asked("me"), asked("other")],
        given: 2,
        answer: Some(said()),
        people: if who.on_behalf() { vec![("a".into(), "Hà Kim Đức".into())] } else { Vec::new() },
        now: NOW,
        who,
    };
    round::draw(s.clone(), &found, &Form::default(), wrong)
}

fn overview(closed_at: Option<Instant>) -> Overview {
    Overview {
        round: round_of(closed_at),
        class: class(),
        runs: true,
        opens: true,
        places: vec![place(0), place(1)],
        plans: vec![line(State::Presented), PlanLine { place_id: "o1".into(), ..line(State::Presented) }],
        answers: vec![said()],
        steps: steps(),
    }
}
