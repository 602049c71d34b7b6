//! Every page of this room, drawn from invented values.

use super::advise::{AdvisePage, CiteChoice};
use super::answers::{AnswerPage, AnswerRow, AnswersPage};
use super::choices::ExpertChoice;
use super::history::{CitedRow, Happened, ReviewRow};
use super::list::{ListPage, Tab};
use super::next::Next;
use super::publish::PublishPage;
use super::raise::{OfferedPage, RaisePage};
use super::show::{AdviceView, Can, SentView, ShowPage, VerdictForm};
use super::similar::{Fragment, NearRow};
use super::{Choice, Pages, Row, Wrong};
use crate::difficulties::difficulty::{How, Level, State, Verdict};
use crate::difficulties::store::Handling;
use crate::ground::{Instant, Invalid, Word};
use crate::policy::Reread;
use crate::policy::compare::{Pair, Stretch};
use crate::web::{Form, Sample, Shell, draw};

const QUESTION: &str = "Mua con giống của người dân trong xã thì không có hóa đơn, thanh toán thế nào?";
const ANSWER: &str = "Lập giấy biên nhận mua bán với người dân, Ủy ban nhân dân xã xác nhận.";

pub(in crate::difficulties) fn samples(s: &Shell) -> Vec<Sample> {
    let mut all = vec![
        draw("difficulty-list", &list(s)),
        draw("difficulty-raise", &raise(s, false)),
        draw("difficulty-paper", &raise(s, true)),
        draw("difficulty-offered", &offered(s)),
        draw("difficulty-similar", &Fragment { s: s.clone(), rows: vec![near(s)] }),
        draw("difficulty-verdict", &verdict(s)),
        draw("difficulty-advise", &advise(s)),
        draw("difficulty-publish", &publish(s)),
        draw("answers", &answers(s)),
        draw("answer", &answer(s)),
    ];
    all.extend(NEXT.iter().map(|next| draw("difficulty", &show(s, *next))));
    all
}

const NEXT: [Next; 10] = [
    Next::Nothing,
    Next::Join,
    Next::Clarify,
    Next::GiveVerdict,
    Next::Assign,
    Next::Advise,
    Next::AdviseMore,
    Next::Review,
    Next::Answer,
    Next::Publish,
];

/// One sentence that is wrong with a field.
fn wrong(s: &Shell, field: &str, key: &'static str) -> Wrong {
    let mut invalid = Invalid::default();
    invalid.add(field, Word::new(key).with("x", "4500").with("y", "4000"));
    Wrong::of(&invalid, &s.w)
}

fn choice(value: &str, name: &str) -> Choice {
    Choice { value: value.into(), name: name.into(), chosen: true }
}

fn pages(s: &Shell) -> Pages {
    Pages { before: Some("?page=1".into()), after: Some("?page=3".into()), here: s.w.n("difficulty-page", 2) }
}

fn row(s: &Shell) -> Row {
    Row {
        path: "/difficulties/1".into(),
        code: "PT18-07".into(),
        title: QUESTION.into(),
        said: s.w.x("difficulty-still", "Kho bạc vẫn đòi hóa đơn"),
        place: "xã Mỹ Lung".into(),
        field: s.w.t("field-procurement"),
        weight: s.w.n("difficulty-weight", 4),
        urgent: true,
        illustration: true,
        needs_review: true,
        mark: "wait",
        state: s.w.t(State::Assigned.word()),
        with: "Lê Thị Hoa".into(),
        mine: true,
    }
}

fn list(s: &Shell) -> ListPage {
    let mut rows = vec![row(s)];
    rows.extend(State::ALL.iter().map(|state| Row { state: s.w.t(state.word()), mine: false, ..row(s) }));
    rows.extend(Verdict::ALL.iter().map(|verdict| Row { state: s.w.t(verdict.word()), with: String::new(), mine: false, ..row(s) }));
    ListPage {
        s: s.clone(),
        kicker: s.w.x("difficulty-kicker-class", "PT18"),
        heading: s.w.n("difficulty-heading-waiting", 12),
        facts: vec![s.w.n("difficulty-fact-all", 41), s.w.n("difficulty-fact-resolved", 25), s.w.n("difficulty-fact-partly", 10)],
        main: Some(("/queue".into(), s.w.t("difficulty-do-queue"))),
        others: vec![("/answers".into(), s.w.t("difficulty-see-answers"))],
        tabs: vec![Tab { path: "?".into(), name: s.w.t("difficulty-tab-all"), count: "41".into(), here: true }],
        path: "/queue".into(),
        kept: vec![("state".into(), "raised".into())],
        fields: super::fields("water", &s.w),
        places: vec![choice("o08470", "xã Mỹ Lung (4)")],
        rows,
        empty: String::new(),
        pages: pages(s),
    }
}

fn raise(s: &Shell, paper: bool) -> RaisePage {
    RaisePage {
        s: s.clone(),
        heading: s.w.t(if paper { "difficulty-paper-heading" } else { "difficulty-raise-heading" }),
        kicker: s.w.x("difficulty-kicker-class", "PT18"),
        action: "/classes/1/difficulties".into(),
        draft: "raise-1".into(),
        similar: "/difficulties/similar?class=1".into(),
        trainees: paper.then(|| vec![choice("1", "Hà Văn An, xã Mỹ Lung")]),
        place: if paper { String::new() } else { "xã Mỹ Lung".into() },
        out_of: if paper { String::new() } else { s.w.xy("difficulty-out-of-opinion", 3, "Hà Văn An") },
        last: Some("/difficulties/1".into()),
        fields: super::fields("procurement", &s.w),
        components: vec![choice("1", "Hỗ trợ phát triển sản xuất")],
        items: vec![choice("1", "Nuôi bò sinh sản khu 5 (2018)")],
        form: Form::from_pairs([("text", QUESTION), ("tried", "Đã hỏi huyện"), ("anonymous", "1"), ("opinion", "1")]),
        wrong: wrong(s, "text", "difficulty-too-long"),
    }
}

fn near(s: &Shell) -> NearRow {
    NearRow {
        id: "1".into(),
        path: "/answers/1".into(),
        code: "PT18-07".into(),
        text: QUESTION.into(),
        excerpt: ANSWER.into(),
        mark: "good",
        state: s.w.t(Verdict::Resolved.word()),
        needs_review: true,
        weight: s.w.n("difficulty-weight", 4),
        can_join: true,
    }
}

fn offered(s: &Shell) -> OfferedPage {
    OfferedPage {
        s: s.clone(),
        heading: s.w.n("difficulty-offered-heading", 2),
        about: s.w.t("difficulty-offered-about"),
        text: "mua giong cua dan khong co hoa don".into(),
        rows: vec![near(s), NearRow { can_join: false, ..near(s) }],
        action: "/classes/1/difficulties".into(),
        draft: "raise-1".into(),
        kept: vec![("text".into(), QUESTION.into())],
    }
}

fn cited() -> Vec<CitedRow> {
    vec![CitedRow {
        path: "/documents/1/articles/3#k2".into(),
        label: "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC".into(),
        summary: ANSWER.into(),
        unchecked: true,
        ended: "Hết hiệu lực, được thay bằng Quyết định 00/QĐ-TTg".into(),
    }]
}

fn reviews(s: &Shell) -> Vec<ReviewRow> {
    let side = |mark, text: &str| vec![Stretch::plain("2. … "), Stretch { mark, text: text.into() }];
    let reread = Reread { label: "khoản 2 Điều 3".into(), pair: Pair { before: side("del", "…"), after: side("ins", "…") } };
    let change = |key: &str| {
        let sentence = s.w.xy(
            "difficulty-change-since",
            s.w.xy(key, "Thông tư 15/2025/TT-BTC", "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC"),
            "01/07/2025",
        );
        ReviewRow {
            sentence,
            path: "/documents/2".into(),
            note: "minh họa".into(),
            words: vec![reread.clone()],
            changes: Some("/documents/1/changes".into()),
        }
    };
    ["difficulty-change-amends", "difficulty-change-replaces", "difficulty-change-repeals"].map(change).into()
}

fn verdict(s: &Shell) -> VerdictForm {
    VerdictForm {
        s: s.clone(),
        path: "/difficulties/1".into(),
        raiser: false,
        verdicts: Verdict::ALL.iter().map(|it| choice(it.name(), &s.w.t(it.word()))).collect(),
        wrong: wrong(s, "reason", "difficulty-wrong-verdict-reason"),
        wrong_reason: true,
        reason: "…".into(),
        quiet: "",
    }
}

fn history(s: &Shell) -> Vec<Happened> {
    let (x, y) = ("Hà Văn An", "Lê Thị Hoa");
    let w = &s.w;
    let mut said: Vec<String> = [
        "difficulty-said-raised",
        "difficulty-said-asked",
        "difficulty-said-clarified",
        "difficulty-said-taken",
        "difficulty-said-advised",
        "difficulty-said-advised-again",
        "difficulty-said-merged-here",
        "difficulty-said-published",
        "difficulty-said-unpublished",
        "difficulty-said-confirmed",
        "difficulty-said-reopened",
    ]
    .iter()
    .map(|key| w.x(key, x))
    .collect();
    let two = [
        "difficulty-said-assigned",
        "difficulty-said-merged",
        "difficulty-said-escalated",
        "difficulty-said-answered",
        "difficulty-said-verdict",
        "difficulty-on-behalf",
    ];
    said.extend(two.iter().map(|key| w.xy(key, x, y)));
    said.extend(
        ["difficulty-said-left", "difficulty-said-review-opened", "difficulty-somebody", "difficulty-nobody"].iter().map(|key| w.t(key)),
    );
    said.push(w.n("difficulty-said-joined", 3));
    said.into_iter().map(|what| Happened::sample(s.now, what, ANSWER)).collect()
}

fn show(s: &Shell, next: Next) -> ShowPage {
    let w = &s.w;
    let words = [
        Handling::AtClass,
        Handling::AwaitsVerdict,
        Handling::Waits,
        Handling::Dropped,
        Handling::Sent(Level::District),
        Handling::Sent(Level::Province),
        Handling::Sent(Level::Ministry),
    ];
    let mut details: Vec<(String, String)> =
        How::ALL.iter().map(|it| (w.t("difficulty-how"), w.xy("difficulty-how-and-when", w.t(it.word()), s.now))).collect();
    details.extend(words.iter().map(|it| (w.t("difficulty-component"), w.t(it.word()))));
    details.extend(
        ["difficulty-raiser", "difficulty-item", "difficulty-fact-tried", "difficulty-fact-wish"].map(|key| (w.t(key), ANSWER.to_owned())),
    );
    ShowPage {
        s: s.clone(),
        path: "/difficulties/1".into(),
        kicker: w.x("difficulty-kicker", "PT18-07"),
        heading: QUESTION.into(),
        rest: ANSWER.into(),
        mark: "wait",
        state: w.t(State::Assigned.word()),
        facts: vec![
            "xã Mỹ Lung".into(),
            w.nx("difficulty-joined-places", 4, 3),
            w.n("difficulty-joined", 1),
            w.x("difficulty-with-expert", "Lê Thị Hoa"),
        ],
        needs_review: next == Next::Review,
        next_sentence: next.word(next == Next::GiveVerdict).map(|key| w.t(key)),
        raiser: next == Next::GiveVerdict,
        next,
        merged_into: Some(("/difficulties/2".into(), "PT18-02".into())),
        details,
        asked: vec![("Lê Thị Hoa".into(), "Bao nhiêu con?".into())],
        advice: (next != Next::Advise).then(|| AdviceView {
            by: "Lê Thị Hoa".into(),
            when: s.now.to_string(),
            text: ANSWER.into(),
            warning: ANSWER.into(),
            cited: cited(),
        }),
        confirmed: w.xy("difficulty-confirmed", "Lê Thị Hoa", "24/11/2018"),
        reviews: reviews(s),
        sent: vec![SentView {
            sentence: format!("{}: {}", w.t(Level::Province.word()), w.xy("difficulty-with-authority", "Ban Dân tộc", "15/11/2018")),
            late: true,
            reason: w.x("difficulty-answered-by", "Ban Dân tộc"),
            number: "05/BDT".into(),
            answer: ANSWER.into(),
        }],
        partly: true,
        verdict_reason: w.t("difficulty-raiser-hidden"),
        verdicts: Verdict::ALL.iter().map(|it| choice(it.name(), &w.t(it.word()))).collect(),
        levels: Level::ALL.iter().map(|it| choice(it.name(), &w.t(it.word()))).collect(),
        experts: vec![ExpertChoice { id: "1".into(), name: "Lê Thị Hoa".into(), about: w.t("difficulty-expert-fits"), chosen: true }],
        near: vec![near(s)],
        published: true,
        can: Can::everything(),
        history: history(s),
        wrong: wrong(s, "due_on", "difficulty-wrong-due"),
        open: "escalate",
        form: Form::from_pairs([("owner", "Ban Dân tộc")]),
    }
}

fn advise(s: &Shell) -> AdvisePage {
    let choice = |chosen| CiteChoice {
        value: "1/3/2".into(),
        label: "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC".into(),
        heading: "…".into(),
        summary: ANSWER.into(),
        state: s.w.t("document-state-in-force"),
        mark: "good",
        changed: s.w.x("difficulty-cite-changed", "Thông tư 15/2025/TT-BTC"),
        missing: s.w.x("choice-not-kept", "Điều 999 Thông tư 55/2023/TT-BTC"),
        chosen,
    };
    AdvisePage {
        s: s.clone(),
        path: "/difficulties/1".into(),
        draft: "advise-1".into(),
        code: "PT18-07".into(),
        question: QUESTION.into(),
        asked: vec![("Bao nhiêu con?".into(), "12 con".into())],
        facts: vec!["xã Mỹ Lung".into()],
        details: vec![(s.w.t("difficulty-joined-from"), "xã Mỹ Lung".into())],
        reviews: reviews(s),
        theirs: Some((ANSWER.into(), "Lê Thị Hoa".into())),
        chosen: vec![choice(true)],
        found: vec![choice(false)],
        found_none: true,
        against: "1".into(),
        text: ANSWER.into(),
        warning: String::new(),
        find: "d3 tt55".into(),
        wrong: wrong(s, "cite", "difficulty-wrong-cite"),
    }
}

fn publish(s: &Shell) -> PublishPage {
    PublishPage {
        s: s.clone(),
        path: "/difficulties/1".into(),
        code: "PT18-07".into(),
        standing: true,
        needs_review: true,
        still: s.w.t("difficulty-publish-partly"),
        theirs: Some((ANSWER.into(), "Lê Thị Hoa".into())),
        question: QUESTION.into(),
        answer: ANSWER.into(),
        against: "1".into(),
        draft: "publish-1".into(),
        wrong: wrong(s, "question", "difficulty-tells-name"),
    }
}

fn answers(s: &Shell) -> AnswersPage {
    let row = AnswerRow {
        path: "/answers/1".into(),
        code: "PT18-07".into(),
        question: QUESTION.into(),
        excerpt: ANSWER.into(),
        field: s.w.t("field-procurement"),
        illustration: true,
        needs_review: true,
    };
    AnswersPage {
        s: s.clone(),
        heading: s.w.n("answers-heading", 12),
        text: String::new(),
        fields: super::fields("", &s.w),
        rows: vec![row],
        pages: pages(s),
        raise: None,
    }
}

fn answer(s: &Shell) -> AnswerPage {
    AnswerPage {
        s: s.clone(),
        code: "PT18-07".into(),
        field: s.w.t("field-procurement"),
        question: QUESTION.into(),
        answer: ANSWER.into(),
        published_on: Instant(1_539_650_000_000).date().to_string(),
        mark: "good",
        verdict: s.w.t(Verdict::Resolved.word()),
        illustration: true,
        cited: cited(),
        reviews: reviews(s),
        inside: Some("/difficulties/1".into()),
    }
}
