//! Every page of this alcove from invented values.

use super::super::cadre::State;
use super::super::store::{Cadre, Given, Learnt, Seen, Trained};
use super::class::{self, FormPage, Line};
use super::one::{self, EndingPage};
use super::{Filled, project};
use crate::classes::pages::{sample_class, sample_trainee};
use crate::classes::{Project, State as ClassState};
use crate::ground::{Instant, Invalid};
use crate::web::{Actor, Form, Grant, Role, Sample, Shell, draw};

fn given(cadre: &str, state: ClassState, ordinal: i64, came: i64) -> Given {
    Given {
        cadre_id: format!("k-{cadre}"),
        class_id: "g".into(),
        project_id: "p".into(),
        class_code: "SL26".into(),
        class_name: "Lớp tập huấn cán bộ xã tỉnh Sơn La".into(),
        starts_on: "2026-12-02".into(),
        class_state: state,
        session_id: format!("s{ordinal}"),
        ordinal,
        topic: "Mua giống của dân, chứng từ thế nào".into(),
        starts_at: Instant(1_796_700_000_000),
        came,
    }
}

fn cadres() -> Vec<Cadre> {
    vec![
        Cadre::sample("Hà Thị Hồng Vân", true, false),
        Cadre::sample("Hoàng Thị Thơm", false, false),
        Cadre::sample("Hà Văn An", true, true),
    ]
}

fn learnt() -> Vec<Learnt> {
    let one = |cadre: &str, ordinal: i64| Learnt {
        cadre_id: format!("k-{cadre}"),
        session_id: format!("l{ordinal}"),
        ordinal,
        topic: "Chính sách mới, văn bản mới".into(),
    };
    vec![one("Hà Thị Hồng Vân", 1), one("Hoàng Thị Thơm", 1), one("Hà Thị Hồng Vân", 2)]
}

type Pairs = Vec<(String, String)>;

fn pairs() -> (Pairs, Pairs) {
    let pair = |session: &str, text: &str| (session.to_owned(), text.to_owned());
    (vec![pair("l1", "Lê Minh Tuệ")], vec![pair("l1", "Những điểm mới"), pair("s2", "Bộ chứng từ mua giống của người dân")])
}

fn trained(many: i64) -> Vec<Trained> {
    let one = |place: &str| Trained { cadre_id: "k-Hà Thị Hồng Vân".into(), class_id: "g".into(), place: place.into(), people: many };
    if many > 0 { vec![one("Xã Mường Giôn"), one("Xã Thuận Châu")] } else { Vec::new() }
}

pub(in crate::classes) fn samples(s: &Shell) -> Vec<Sample> {
    let keeper = Actor {
        person: Some("x".into()),
        grants: vec![Grant { role: Role::Administrator, class: None, project: None }],
        ..Actor::default()
    };
    let project_of = || Project {
        id: "p".into(),
        code: "CT135".into(),
        name: "Nâng cao năng lực cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        period_id: None,
        component_id: None,
        period_name: String::new(),
    };
    let whole = |name, cadres: Vec<Cadre>, given: Vec<Given>, many: i64, actor: &Actor| {
        let (speakers, material) = pairs();
        let learnt = if actor.is_known() { learnt() } else { Vec::new() };
        let found = project::Found { cadres, given, trained: trained(many), learnt, speakers, material };
        draw(name, &project::draw(s.clone(), actor, project_of(), &found))
    };
    let van = || given("Hà Thị Hồng Vân", ClassState::Preparing, 2, 0);
    let one = |name, cadre: Cadre, given: Vec<Given>, many: i64, rights: (bool, bool, bool)| {
        let (speakers, material) = pairs();
        let learnt = if rights.0 { learnt() } else { Vec::new() };
        let found = one::Found { seen: Seen { cadre, given }, trained: trained(many), learnt, speakers, material };
        draw(name, &one::draw(s.clone(), found, rights))
    };
    let line = |came, cadre| Line { trainee: sample_trainee(), came, cadre };
    let class_page = |name, cadres: Vec<Cadre>, nominates, lines: Vec<Line>| {
        draw(name, &class::draw(s.clone(), sample_class(), cadres, nominates, (lines, 5), String::new()))
    };
    let mut invalid = Invalid::field("reason", "cadre-reason-short");
    invalid.add("fields", crate::ground::Word::new("cadre-fields-missing"));
    let bad = Filled { form: Form::from_pairs([("reason", "Tốt"), ("fields", "water")]), invalid };
    let form = |f: Filled| FormPage { s: s.clone(), class: sample_class(), line: line(5, None), sessions: 5, f };
    let ending = |f: Filled| EndingPage { s: s.clone(), cadre: Cadre::sample("Hà Thị Hồng Vân", true, false), f };
    let why = Filled { form: Form::default(), invalid: Invalid::field("why", "cadre-reason-short") };
    vec![
        whole("cadres-project", cadres(), vec![van(), given("Hà Thị Hồng Vân", ClassState::Preparing, 3, 0)], 0, &keeper),
        whole("cadres-project-given", cadres(), vec![given("Hà Thị Hồng Vân", ClassState::Done, 2, 38)], 19, &keeper),
        whole("cadres-project-elsewhere", cadres(), vec![van()], 0, &Actor::default()),
        whole("cadres-project-new", cadres(), Vec::new(), 0, &keeper),
        whole("cadres-project-none", Vec::new(), Vec::new(), 0, &keeper),
        class_page(
            "cadres-class",
            cadres(),
            true,
            vec![line(5, None), line(4, Some(("k".into(), State::Confirmed))), line(0, Some(("k".into(), State::Ended)))],
        ),
        class_page("cadres-class-seen", cadres(), false, Vec::new()),
        class_page("cadres-class-none", Vec::new(), true, Vec::new()),
        draw("cadre-form", &form(Filled::default())),
        draw("cadre-form-again", &form(bad)),
        one("cadre", Cadre::sample("Hà Thị Hồng Vân", true, false), vec![van()], 0, (true, true, false)),
        one(
            "cadre-given",
            Cadre::sample("Hà Thị Hồng Vân", true, false),
            vec![given("Hà Thị Hồng Vân", ClassState::Done, 2, 38)],
            19,
            (false, false, false),
        ),
        one("cadre-nominated", Cadre::sample("Hà Thị Hồng Vân", false, false), Vec::new(), 0, (true, true, true)),
        one("cadre-ended", Cadre::sample("Hà Thị Hồng Vân", true, true), Vec::new(), 0, (true, true, false)),
        draw("cadre-ending", &ending(Filled::default())),
        draw("cadre-ending-again", &ending(why)),
    ]
}
