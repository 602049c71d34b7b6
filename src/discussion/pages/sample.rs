//! Every template drawn from invented values.

use super::hall::{Fragment, HallPage, Said};
use super::reading::{ArticleView, ClauseRow, ReadingPage, UnclearPart};
use super::view::{OpinionRow, QuestionView};
use super::{Filled, Wrong, class, reading};
use crate::discussion::opinion::Opinion;
use crate::discussion::question::{Choice, Question};
use crate::discussion::standing::Standing;
use crate::discussion::store::Sitting;
use crate::ground::Instant;
use crate::web::{Form, Sample, Shell, W, draw};

const AN: &str = "0166752b-1234-7000-8000-000000000000";

pub(in crate::discussion) fn samples(s: &Shell) -> Vec<Sample> {
    let (trainee, expert) = (Standing { trainee: true, ..Standing::default() }, Standing { expert: true, ..Standing::default() });
    let reading = |full: bool, marked: bool| {
        let (finding, heavy) = reading::sample(&s.w);
        let row = |anchor: &str, marked: bool| ClauseRow {
            anchor: anchor.into(),
            label: "khoản 2 Điều 7".into(),
            summary: "Chỉnh lý quyết toán ngân sách xã kết thúc ngày 31/01 năm sau.".into(),
            cite: format!("{AN}/7/2"),
            marked,
            note: String::new(),
            error: if marked { s.w.x("unclear-note-long", 500) } else { String::new() },
        };
        ReadingPage {
            s: s.clone(),
            kicker: "Buổi 1".into(),
            heading: s.w.x(if marked { "reading-heading" } else { "reading-heading-staff" }, "Thông tư 344/2016/TT-BTC"),
            title: "Quy định quản lý ngân sách xã".into(),
            to: format!("/sessions/{AN}"),
            document: AN.into(),
            class: AN.into(),
            since: 812,
            can_mark: marked,
            finding,
            heavy,
            full,
            articles: vec![ArticleView { label: "Điều 7".into(), clauses: vec![row("d7.2", marked), row("d7.3", false)] }],
        }
    };
    let (finding, heavy) = reading::sample(&s.w);
    vec![
        draw("discussion/hall", &hall(s, trainee, true, true)),
        draw("discussion/hall-led", &hall(s, expert, true, true)),
        draw("discussion/hall-over", &hall(s, trainee, false, false)),
        draw(
            "discussion/fragment",
            &Fragment { s: s.clone(), asks: true, now: Some(question(trainee, &s.w)), said: Some(said(trainee, &s.w)) },
        ),
        draw("discussion/class", &class::sample(s)),
        draw("discussion/reading", &reading(false, true)),
        draw("discussion/reading-led", &reading(true, false)),
        draw("discussion/unclear", &UnclearPart { s: s.clone(), finding, heavy, full: false }),
    ]
}

fn hall(s: &Shell, who: Standing, on: bool, wrong: bool) -> HallPage {
    let filled = |key: &str, field: &str| Filled {
        form: Form::from_pairs([("text", "…")]),
        wrong: if wrong { Wrong::one(field, s.w.x(key, 2000)) } else { Wrong::default() },
    };
    let sitting = Sitting::sample();
    HallPage {
        s: s.clone(),
        topic: sitting.topic.clone(),
        heading: s.w.x("discussion-heading", super::session_within(&sitting, &s.w)),
        to: format!("/sessions/{}", sitting.id),
        class: sitting.class_id,
        since: 812,
        shown: 60,
        on,
        can_ask: who.leads() && on,
        can_say: on,
        can_hide_name: who.trainee,
        now: on.then(|| question(who, &s.w)),
        said: Some(if on { said(who, &s.w) } else { Said { heading: s.w.t("opinions-none"), ..Said::default() } }),
        readings: vec![
            (format!("/sessions/{AN}/documents/{AN}"), "Thông tư 344/2016/TT-BTC".into(), s.w.n("unclear-marks", 12)),
            (format!("/sessions/{AN}/documents/{AN}"), "Thông tư 349/2016/TT-BTC".into(), s.w.t("unclear-none-yet")),
        ],
        draft: "say".into(),
        asking: filled("poll-choice-long", "choices"),
        saying: filled("opinion-long", "text"),
    }
}

fn poll(closed: bool, mine: bool) -> Question {
    let choice = |ordinal, text: &str, votes| Choice { ordinal, text: text.into(), votes, mine: mine && ordinal == 1 };
    Question {
        id: AN.into(),
        class_id: AN.into(),
        session_id: AN.into(),
        ordinal: 3,
        text: "Việc gì ở xã anh/chị vướng nhất?".into(),
        poll: true,
        by: "Lò Thị Hoài".into(),
        asked_at: Instant(1_539_693_300_000),
        closed_at: closed.then_some(Instant(1_539_694_000_000)),
        opinions: 0,
        choices: vec![choice(1, "Thanh toán, quyết toán", 9), choice(2, "Duy tu, bảo dưỡng", 5), choice(3, "Vốn về muộn", 0)],
    }
}

fn question(who: Standing, w: &W) -> QuestionView {
    QuestionView::of(&poll(false, who.trainee), 3, who, true, w)
}

fn said(who: Standing, w: &W) -> Said {
    let opinion = |n: i64, anonymous: bool, hidden: bool, became: bool| Opinion {
        id: AN.into(),
        class_id: AN.into(),
        session_id: AN.into(),
        ordinal: 3,
        question_id: None,
        question: String::new(),
        person_id: Some(if n == 1 { "0166752b-1234-7000-8000-000000000009" } else { AN }.into()),
        name: "Hà Văn An".into(),
        place: "xã Mỹ Lung".into(),
        place_id: Some("o08620".into()),
        illustration: true,
        text: "Mương bị lũ cuốn 60 m, tiền duy tu chỉ được 40 triệu đồng.".into(),
        anonymous,
        at: Instant(1_539_694_000_000 + n),
        withdrawn_at: hidden.then_some(Instant(1_539_695_000_000)),
        difficulty_id: became.then(|| AN.to_owned()),
        difficulty_code: if became { "PT18-24".into() } else { String::new() },
    };
    let rows =
        [opinion(0, false, false, true), opinion(1, true, false, false), opinion(2, true, true, false), opinion(3, true, false, false)];
    Said {
        heading: w.nx("opinions-heading", 14, w.n("opinions-people", 11)),
        rows: rows.into_iter().map(|it| OpinionRow::of(it, Some(2).filter(|_| who.trainee), who, AN, w)).collect(),
        more: Some("?shown=120".into()),
        earlier: vec![
            QuestionView::of(&poll(true, false), 2, who, true, w),
            QuestionView::of(&Question { poll: false, choices: Vec::new(), opinions: 4, ..poll(true, false) }, 1, who, true, w),
        ],
    }
}
