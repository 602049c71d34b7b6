//! Every page of this alcove from invented values.

use super::super::door::Ticket;
use super::super::mark::{How, State};
use super::super::store::{Count, Guest, Meeting, Noted, Owner};
use super::door::{EnterPage, PublicPage, RefusedPage};
use super::rest::PaperPage;
use super::roster::{Badge, BadgesPage, Link, LinksPage, RosterPage, Row, SheetPage};
use super::secretary::{PersonPage, SecretaryPage, Told};
use super::substitution::SubstitutionPage;
use super::wall::{Now, OtherDayPage, WallNow, WallPage, qr};
use super::welcome::{ConsentPage, GonePage, WelcomePage};
use super::{Line, Tally, tally};
use crate::classes::{Class, Session, Trainee};
use crate::ground::{Instant, Invalid};
use crate::web::{Form, Sample, Shell, draw};

const ID: &str = "0166752b-1234-7000-8000-000000000001";
const MORNING: Instant = Instant(1_539_649_800_000);

fn meeting() -> Meeting {
    Meeting {
        id: ID.into(),
        class_id: ID.into(),
        ordinal: 1,
        starts_at: MORNING,
        ends_at: Instant(MORNING.0 + 4 * 3_600_000),
        topic: "Chính sách mới, văn bản mới".into(),
        hall: "Hội trường A".into(),
        project_id: ID.into(),
        code: "PT18".into(),
        class_name: class().name,
        venue: class().venue,
        class_state: "running".into(),
        late_after: 15,
        opened_at: Some(MORNING),
        closed_at: None,
        keeper: Some("Phùng Đức Cường".into()),
        keeper_phone: Some("0912345678".into()),
    }
}

fn class() -> Class {
    Class {
        id: ID.into(),
        project_id: ID.into(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        host: String::new(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        nominate_by: None,
        allowance: String::new(),
        state: "running".into(),
        late_after: 15,
        changed_hlc: 0,
        project_name: "Nâng cao năng lực".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        province_name: "tỉnh Phú Thọ".into(),
        period_id: None,
    }
}

fn sessions() -> Vec<Session> {
    let session = |ordinal: i64| Session {
        id: ID.into(),
        class_id: ID.into(),
        ordinal,
        starts_at: Instant(MORNING.0 + (ordinal - 1) * 6 * 3_600_000),
        ends_at: Instant(MORNING.0 + (ordinal - 1) * 6 * 3_600_000 + 4 * 3_600_000),
        topic: "Chính sách mới, văn bản mới".into(),
        hall: "Hội trường A".into(),
        changed_hlc: 0,
    };
    vec![session(1), session(2)]
}

fn trainee(name: &str, state: &str, stands_for: Option<&str>) -> Trainee {
    Trainee {
        id: ID.into(),
        class_id: ID.into(),
        person_id: ID.into(),
        place_id: "o08620".into(),
        place_name: "xã Mỹ Lung".into(),
        name: name.into(),
        family: "Hà Văn".into(),
        given: "An".into(),
        name_fold: String::new(),
        name_sort: String::new(),
        phone: Some("0912345678".into()),
        sex: None,
        birth_year: None,
        position: "Phó Chủ tịch UBND xã".into(),
        unit: "UBND xã Mỹ Lung".into(),
        target_group: String::new(),
        note: String::new(),
        state: state.into(),
        stands_for: stands_for.map(str::to_owned),
        group_id: None,
        illustration: true,
    }
}

fn guest(mark: Option<State>) -> Guest {
    Guest {
        trainee_id: ID.into(),
        person_id: ID.into(),
        name: "Hà Văn An".into(),
        position: "Phó Chủ tịch UBND xã".into(),
        unit: String::new(),
        place: "xã Mỹ Lung".into(),
        trainee_state: "named".into(),
        mark,
    }
}

/// One line a state, and one without.
fn some_lines() -> Vec<Line> {
    let marked = |state: State| Line {
        trainee: trainee("Hà Văn An", "named", None),
        mark: Some(Noted {
            trainee_id: ID.into(), state, at: MORNING, how: How::Paper, note: "xin phép".into(), by: Some("Bình".into())
        }),
        stands_for: Some("Đinh Thị Bình".into()),
        substitute: (state == State::Substituted).then(|| "Lò Văn Pó".into()),
    };
    let unmarked = Line { trainee: trainee("Lò Thị Mai", "named", None), mark: None, stands_for: None, substitute: None };
    State::ALL.into_iter().map(marked).chain([unmarked]).collect()
}

fn enter(s: &Shell, problem: Option<&'static str>, guests: Vec<Guest>, me: Option<Guest>) -> EnterPage {
    EnterPage {
        s: s.clone(),
        meeting: meeting(),
        ticket: Ticket::new(ID.into(), ID, MORNING).sealed("k"),
        typed: "0912 345 678".into(),
        problem,
        guests,
        me,
        keeper_phone: Some("0912 345 678".into()),
    }
}

fn door_pages(s: &Shell) -> Vec<Sample> {
    let refused = |why| RefusedPage {
        s: s.clone(),
        why,
        meeting: Some(meeting()),
        name: "Hà Văn An".into(),
        keeper_phone: Some("0912 345 678".into()),
    };
    let public = |open, problem| PublicPage { s: s.clone(), class: class(), sessions: sessions(), open, typed: "482 913".into(), problem };
    let whys = ["wrong", "expired", "closed", "ticket", "used", "replaced"];
    let mut all: Vec<Sample> = whys.into_iter().map(|why| draw("classes/refused", &refused(why))).collect();
    all.extend([
        draw("classes/enter", &enter(s, None, Vec::new(), None)),
        draw("classes/enter-wrong", &enter(s, Some("door-phone-unknown"), Vec::new(), Some(guest(None)))),
        draw("classes/enter-unreadable", &enter(s, Some("door-phone-unreadable"), Vec::new(), None)),
        draw("classes/enter-choose", &enter(s, None, vec![guest(None), guest(Some(State::Late))], None)),
        draw("classes/public", &public(None, Some("door-code-closed"))),
        draw("classes/public-done", &PublicPage { class: Class { state: "done".into(), ..class() }, ..public(None, None) }),
        draw("classes/public-open", &public(Some(1), Some("door-code-wrong"))),
        draw("classes/public-expired", &public(Some(1), Some("door-code-expired"))),
    ]);
    all
}

fn wall_pages(s: &Shell) -> Vec<Sample> {
    let now = |open| Now {
        w: s.w.clone(),
        meeting: meeting(),
        open,
        codes: true,
        qr: qr("https://nguon.example/door/1").unwrap_or_default(),
        address: "nguon.example/c/PT18".into(),
        typed: "482 913".into(),
        counts: vec![
            Count { name: "Mỹ Lung".into(), kind: "commune".into(), full_name: "xã Mỹ Lung".into(), called: 2, came: 2 },
            Count { name: "Yên Lập".into(), kind: "district".into(), full_name: "huyện Yên Lập".into(), called: 2, came: 1 },
        ],
    };
    vec![
        draw("classes/wall", &WallPage { s: s.clone(), now: now(true) }),
        draw("classes/wall-closed", &WallPage { s: s.clone(), now: now(false) }),
        draw("classes/wall-now", &WallNow { now: now(true) }),
        draw("classes/wall-without-code", &WallNow { now: Now { codes: false, ..now(true) } }),
        draw("classes/other-day", &OtherDayPage { s: s.clone(), meeting: meeting() }),
    ]
}

fn secretary_pages(s: &Shell) -> Vec<Sample> {
    let lines = some_lines();
    let screen = |open: bool, show: &str| SecretaryPage {
        s: s.clone(),
        meeting: meeting(),
        open,
        show: show.into(),
        tally: tally(&lines),
        lines: some_lines(),
        next: None,
    };
    let complete = |next: Option<Session>| SecretaryPage { tally: Tally { called: 3, came: 3, unmarked: 0 }, next, ..screen(false, "all") };
    let told = Told { at: MORNING, state: State::Present, how: How::Door, note: "đến cùng đoàn".into(), by: "Hà Văn An".into() };
    let person = PersonPage {
        s: s.clone(),
        meeting: meeting(),
        guest: guest(Some(State::Present)),
        note: String::new(),
        said: vec![told],
        problem: Some(s.w.t("attendance-note-long")),
    };
    let substitution = SubstitutionPage {
        s: s.clone(),
        meeting: meeting(),
        original: guest(None),
        form: Form::from_pairs([("name", "Lò Văn Pó")]),
        invalid: Invalid::field("name", "substitution-named"),
    };
    vec![
        draw("classes/attendance-complete", &complete(sessions().into_iter().next())),
        draw("classes/attendance-last", &complete(None)),
        draw("classes/secretary", &screen(false, "all")),
        draw("classes/secretary-open", &screen(true, "rest")),
        draw("classes/person", &person),
        draw("classes/substitution", &substitution),
        draw("classes/paper", &PaperPage { s: s.clone(), meeting: meeting(), lines }),
    ]
}

fn roster_pages(s: &Shell) -> Vec<Sample> {
    let row = || Row {
        trainee: trainee("Hà Văn An", "named", None),
        phone: "0912 345 678".into(),
        marks: vec![Some(State::Late), None],
        stands_for: Some("Đinh Thị Bình".into()),
    };
    let roster = |latest| RosterPage {
        s: s.clone(),
        class: class(),
        sessions: sessions(),
        rows: vec![row()],
        find: "mỹ".into(),
        latest,
        called: 60,
        runs: true,
    };
    let link = Link {
        name: "Hà Văn An".into(),
        place: "xã Mỹ Lung".into(),
        address: "https://nguon.example/welcome/1".into(),
        message: s.w.xy("link-message", "Hà Văn An", "https://nguon.example/welcome/1"),
    };
    let badges = BadgesPage {
        s: s.clone(),
        class: class(),
        address: "nguon.example/c/PT18".into(),
        qr: qr("https://nguon.example/c/PT18").unwrap_or_default(),
        badges: vec![Badge { trainee: trainee("Hà Văn An", "named", None), code: "123 456".into() }],
    };
    vec![
        draw("classes/roster", &roster(Some((1, 58)))),
        draw("classes/roster-none", &roster(None)),
        draw("classes/sheet", &SheetPage { s: s.clone(), class: class(), sessions: sessions(), rows: vec![row()] }),
        draw("classes/links-over", &LinksPage { s: s.clone(), over: true, class: class(), links: Vec::new() }),
        draw("classes/links", &LinksPage { s: s.clone(), over: false, class: class(), links: vec![link] }),
        draw("classes/badges", &badges),
    ]
}

fn welcome_pages(s: &Shell) -> Vec<Sample> {
    let owner = Owner {
        class_id: ID.into(),
        person_id: ID.into(),
        name: "Hà Văn An".into(),
        position: "Phó Chủ tịch UBND xã".into(),
        unit: String::new(),
        place: "xã Mỹ Lung".into(),
        state: "named".into(),
    };
    let welcome =
        WelcomePage { s: s.clone(), class: class(), sessions: sessions(), owner, token: "1".into(), consented: false, problem: true };
    let gone = |why| GonePage { s: s.clone(), name: "Hà Văn An".into(), class: class().name, why };
    vec![
        draw("classes/welcome", &welcome),
        draw("classes/consent", &ConsentPage { s: s.clone(), class: class(), problem: true }),
        draw("classes/gone-withdrawn", &gone("withdrawn")),
        draw("classes/gone-cancelled", &gone("cancelled")),
        draw("classes/gone-over", &gone("over")),
    ]
}

/// See the module.
pub(in crate::classes) fn samples(s: &Shell) -> Vec<Sample> {
    [door_pages(s), wall_pages(s), secretary_pages(s), roster_pages(s), welcome_pages(s)].into_iter().flatten().collect()
}
