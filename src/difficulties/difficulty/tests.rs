use super::*;

fn at(state: State) -> Stands {
    Stands { state, verdict: None, needs_review: false, advised: false, with_authority: false, published: false }
}

fn advised(state: State) -> Stands {
    Stands { advised: true, ..at(state) }
}

const NOBODY: Standing = Standing { runs: false, expert: false, trainee: false, raiser: false, joined: false };
const ORGANISER: Standing = Standing { runs: true, ..NOBODY };
const EXPERT: Standing = Standing { expert: true, ..NOBODY };
const TRAINEE: Standing = Standing { trainee: true, ..NOBODY };
const RAISER: Standing = Standing { trainee: true, raiser: true, ..NOBODY };

fn verbs() -> Vec<Verb> {
    let mut all = vec![
        Verb::Join,
        Verb::Leave,
        Verb::AskClarification,
        Verb::Clarify,
        Verb::Merge,
        Verb::Assign,
        Verb::Take,
        Verb::Advise,
        Verb::Escalate,
        Verb::Answer,
        Verb::Reopen,
        Verb::Publish,
        Verb::Unpublish,
        Verb::ConfirmReview,
    ];
    all.extend(Verdict::ALL.into_iter().map(Verb::GiveVerdict));
    all
}

/// The verbs open to `who` as it stands, by name.
fn open(at: Stands, who: Standing) -> String {
    verbs().into_iter().filter(|verb| may(*verb, at, who)).map(|verb| format!("{verb:?}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn somebody_from_outside_may_nothing_in_any_state() {
    for state in State::ALL {
        let all = Stands { verdict: Some(Verdict::Partly), needs_review: true, with_authority: true, published: true, ..advised(state) };
        assert_eq!(open(all, NOBODY), "", "{state:?}");
    }
}

#[test]
fn what_the_raiser_may() {
    assert_eq!(open(at(State::Raised), RAISER), "GiveVerdict(Resolved) GiveVerdict(NoLongerNeeded)");
    assert_eq!(open(at(State::Asked), RAISER), "Clarify GiveVerdict(Resolved) GiveVerdict(NoLongerNeeded)");
    let four = "GiveVerdict(Resolved) GiveVerdict(Partly) GiveVerdict(Not) GiveVerdict(NoLongerNeeded)";
    assert_eq!(open(advised(State::Advised), RAISER), four);
    assert_eq!(open(advised(State::Closed), RAISER), "Reopen");
    let partly = Stands { verdict: Some(Verdict::Partly), ..advised(State::Closed) };
    assert_eq!(open(partly, RAISER), format!("Reopen {four}"));
    assert_eq!(open(at(State::Merged), RAISER), "");
}

#[test]
fn another_trainee_may_join_once_and_leave_again() {
    assert_eq!(open(at(State::Raised), TRAINEE), "Join");
    assert_eq!(open(advised(State::Closed), TRAINEE), "Join");
    assert_eq!(open(at(State::Raised), Standing { joined: true, ..TRAINEE }), "Leave");
    assert_eq!(open(at(State::Merged), TRAINEE), "");
}

#[test]
fn what_an_expert_may() {
    assert_eq!(open(at(State::Raised), EXPERT), "AskClarification Merge Take Advise Escalate");
    assert_eq!(open(advised(State::Advised), EXPERT), "AskClarification Merge Advise Escalate Publish");
    let sent = Stands { with_authority: true, ..at(State::Escalated) };
    assert_eq!(open(sent, EXPERT), "Advise Escalate Answer");
    assert_eq!(open(advised(State::Closed), EXPERT), "Publish");
    let old = Stands { needs_review: true, published: true, ..advised(State::Closed) };
    assert_eq!(open(old, EXPERT), "Take Advise Publish Unpublish ConfirmReview");
    assert_eq!(open(at(State::Merged), EXPERT), "");
}

#[test]
fn an_organiser_assigns_and_speaks_for_the_raiser_but_does_not_take() {
    assert!(may(Verb::Assign, at(State::Raised), ORGANISER));
    assert!(!may(Verb::Assign, at(State::Raised), EXPERT));
    assert!(!may(Verb::Take, at(State::Raised), ORGANISER));
    assert!(may(Verb::GiveVerdict(Verdict::Partly), advised(State::Advised), ORGANISER));
    assert!(may(Verb::Clarify, at(State::Asked), ORGANISER));
    assert!(!may(Verb::Assign, at(State::Closed), ORGANISER));
}

#[test]
fn nothing_is_published_that_nobody_answered() {
    for state in State::ALL {
        assert!(!may(Verb::Publish, at(state), ORGANISER), "{state:?}");
    }
}

#[test]
fn words_are_read_back() {
    for state in State::ALL {
        assert_eq!(State::from_name(state.name()), Some(state));
    }
    assert_eq!(Verdict::from_name("no_longer_needed"), Some(Verdict::NoLongerNeeded));
    assert_eq!(Level::from_name("village"), None);
    assert_eq!(code("PT18", 7), "PT18-07");
    assert_eq!(code("PT18", 107), "PT18-107");
}

#[test]
fn a_text_that_tells_of_a_person_is_caught() {
    let names = ["Hà Văn An", "Bình"];
    for bad in ["gọi 0912 345 678", "Gọi ông Dũng: 0912.345.678.", "sđt +84 912 345 678", "năm 2018 0912345678", "ĐT 0210 3846 647"]
    {
        assert!(matches!(tells_of_person(bad, &names), Some(Told::Phone(_))), "{bad}");
    }
    for bad in ["Theo ông Hà Văn An, xã", "HÀ VĂN AN nêu", "ong ha van an neu"] {
        assert_eq!(tells_of_person(bad, &names), Some(Told::Name("Hà Văn An".into())), "{bad}");
    }
    for good in [
        "Mua con giống của người dân trong xã, 4.800.000.000 đồng, năm 2016-2020, ngày 01/02/2016",
        "Hòa Bình; hà văn ân; QĐ 900/QĐ-TTg, 2.139 xã, 46 tỉnh, 0,5 ha, 0945",
        "541.611 triệu đồng; TT 55/2023/TT-BTC Điều 3 khoản 2",
    ] {
        assert_eq!(tells_of_person(good, &names), None, "{good}");
    }
}
