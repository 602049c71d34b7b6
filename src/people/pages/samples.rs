//! Every page of this room, drawn from invented values.

use super::super::field::Field;
use super::super::person::Whole;
use super::super::store::{Consent, Held, Line, SignIn};
use super::{door, edit, list, me, one};
use crate::ground::{Instant, Invalid, Word};
use crate::web::{Form, Grant, Names, Role, Sample, Shell, draw};

const PERSON: &str = "0166752b-1234-7000-8000-000000000001";
const AT: Instant = Instant(1_539_650_000_000);

fn whole() -> Whole {
    Whole {
        id: PERSON.into(),
        name: "Hà Văn An".into(),
        family: "Hà Văn".into(),
        given: "An".into(),
        phone: Some("0912345678".into()),
        email: Some("an@nguon.example".into()),
        sex: Some("male".into()),
        birth_year: Some(1981),
        position: "Phó Chủ tịch UBND xã".into(),
        unit: "UBND xã Mỹ Lung".into(),
        place_id: Some("o08293".into()),
        place: Some("Xã Mỹ Lung".into()),
        illustration: true,
        ethnicity: Some("Mường".into()),
        password_set_at: Some(AT),
        entered_at: AT,
    }
}

fn held(role: Role, class: bool, ended: bool) -> Held {
    let id = PERSON.to_owned();
    let grant = Grant { role, class: class.then(|| id.clone()), project: (!class && role != Role::Expert).then(|| id.clone()) };
    Held { id, grant, granted_at: AT, granted_by: Some("Nguyễn Thu Hằng".into()), ended_at: ended.then_some(AT) }
}

fn wrong(fields: &[(&str, &'static str)]) -> Invalid {
    Invalid { fields: fields.iter().map(|(field, key)| ((*field).to_owned(), Word::new(key).with("x", "10"))).collect() }
}

pub(in super::super) fn samples(s: &Shell) -> Vec<Sample> {
    let person = wrong(&[
        ("name", "person-name-empty"),
        ("name", "person-name-long"),
        ("phone", "person-phone-length"),
        ("phone", "person-phone-letters"),
        ("phone", "person-phone-several"),
        ("phone", "person-phone-scientific"),
        ("phone", "person-phone-prefix"),
        ("email", "person-email-odd"),
        ("email", "person-email-taken"),
        ("birth_year", "person-birth-year-odd"),
        ("sex", "person-sex-odd"),
        ("unit", "person-text-long"),
        ("place", "person-place-several"),
        ("place", "person-place-unknown"),
    ]);
    let choices = vec![("o08293".to_owned(), "Xã Mỹ Lung, huyện Yên Lập, tỉnh Phú Thọ".to_owned())];
    let code = wrong(&[
        ("phone", "sign-in-phone-empty"),
        ("code", "sign-in-code-odd"),
        ("phone", "sign-in-code-wrong"),
        ("phone", "sign-in-too-many"),
    ]);
    let password = wrong(&[("name", "sign-in-name-empty"), ("password", "sign-in-password-empty"), ("name", "sign-in-password-wrong")]);
    let kept = wrong(&[
        ("old", "password-old-wrong"),
        ("password", "password-short"),
        ("password", "password-long"),
        ("again", "password-differs"),
    ]);
    let mut setup = kept.clone();
    setup.add("email", Word::new("setup-reach-empty"));
    vec![
        draw("sign-in-code", &door::SignInPage::of(s.clone(), "/classes".into(), false, Form::default(), code)),
        draw("sign-in-password", &door::SignInPage::of(s.clone(), "/".into(), true, Form::default(), password)),
        draw("setup", &door::SetupPage { s: s.clone(), form: Form::default(), invalid: setup }),
        draw("me", &my_page(s, kept)),
        draw("people", &list_page(s, true)),
        draw("people-none", &list_page(s, false)),
        draw(
            "person-new",
            &edit::NewPage { s: s.clone(), form: Form::default(), invalid: person.clone(), choices: choices.clone(), at: String::new() },
        ),
        draw(
            "person-correction",
            &edit::CorrectionPage {
                s: s.clone(),
                id: PERSON.into(),
                name: "Hà Văn An".into(),
                form: Form::default(),
                invalid: person,
                choices,
            },
        ),
        draw("person", &person_page(s, false)),
        draw("person-bare", &person_page(s, true)),
        draw(
            "person-erasure",
            &one::ErasurePage {
                s: s.clone(), id: PERSON.into(), name: "Hà Văn An".into(), invalid: wrong(&[("sure", "erasure-unsure")])
            },
        ),
    ]
}

fn called() -> Names {
    [(PERSON.to_owned(), "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".to_owned())].into_iter().collect()
}

fn my_page(s: &Shell, invalid: Invalid) -> me::MePage {
    let consent = |withdrawn: bool| Consent {
        id: PERSON.into(),
        class_id: withdrawn.then(|| PERSON.to_owned()),
        purpose: if withdrawn { "publication" } else { "class" }.into(),
        wording: super::super::CONSENT_WORDING.into(),
        given_at: AT,
        withdrawn_at: withdrawn.then_some(AT),
    };
    let sign_in = |means: &str, device: &str| SignIn {
        id: PERSON.into(),
        means: means.into(),
        device: device.into(),
        created_at: AT,
        expires_at: AT,
    };
    me::MePage {
        s: s.clone(),
        it: whole(),
        grants: vec![held(Role::Trainee, true, false), held(Role::Sponsor, false, false)],
        sign_ins: ["password", "door", "code", "link", "setup"]
            .map(|it| sign_in(it, if it == "door" { "" } else { "Android · Zalo" }))
            .into(),
        consents: vec![consent(true), consent(false)],
        open_consents: 1,
        publications: vec![PERSON.into()],
        called: called(),
        invalid,
    }
}

fn list_page(s: &Shell, full: bool) -> list::ListPage {
    let line = Line {
        id: PERSON.into(),
        name: "Hà Văn An".into(),
        phone: Some("0912345678".into()),
        position: "Phó Chủ tịch".into(),
        unit: "UBND xã Mỹ Lung".into(),
        place: Some("Mỹ Lung".into()),
        illustration: true,
        roles: Role::ALL.into(),
    };
    list::ListPage {
        s: s.clone(),
        form: Form::from_pairs([("q", "hà văn"), ("role", "trainee")]),
        roles: Role::ALL,
        lines: if full { vec![line] } else { Vec::new() },
        count: 120,
        narrowed: full,
        page: 2,
        last: 3,
        kept: vec![("class", PERSON.to_owned())],
        at: format!("?class={PERSON}"),
    }
}

fn person_page(s: &Shell, bare: bool) -> one::PersonPage {
    let role = |role, class| (held(role, class, false), true);
    let mut it = whole();
    if bare {
        it.phone = None;
        it.password_set_at = None;
    }
    one::PersonPage {
        s: s.clone(),
        it,
        held: if bare { Vec::new() } else { vec![role(Role::Trainee, true), role(Role::Sponsor, false), role(Role::Expert, false)] },
        roles: vec![Role::Trainee, Role::Expert],
        ended: vec![held(Role::Organiser, true, true)],
        called: if bare { Names::default() } else { called() },
        twins: vec![(PERSON.into(), "Hà Thị An".into())],
        is_expert: true,
        fields: if bare { Vec::new() } else { vec![Field::Water] },
        all_fields: Field::ALL,
        code: Some("123456".into()),
        corrects: true,
        sets_password: true,
        erases: true,
        grantable: Role::ALL.into(),
        wheres: ["grant-everywhere", "grant-this-class", "grant-this-project"].map(|it| (String::new(), s.w.t(it))).into(),
        opens: bare,
        form: Form::default(),
        invalid: wrong(&[
            ("role", "grant-role-empty"),
            ("sure", "grant-administrator-unsure"),
            ("grants", "grant-last-administrator"),
            ("password", "password-short"),
        ]),
    }
}
