//! Every picture of the wall from invented values; the texts are as long as they may be.

use super::control::{Button, ControlNow, ControlPage, Remote};
use super::sight::{self, Sight};
use super::wall::{Now, WallNow, WallPage};
use crate::discussion::boards::{Board, Line, Section};
use crate::ground::Instant;
use crate::wall::fit::Frame;
use crate::wall::shown::Shown;
use crate::wall::store::{Advice, Difficulty, Figure, Opinion, Photo, Practice, Question, Tally, Waiting};
use crate::web::{Sample, Shell, draw};

const ID: &str = "0166752b-1234-7000-8000-000000000000";
const LONG: &str = "Mương nội đồng khu 3 bị lũ cuốn 60 m hồi tháng 7, hơn bốn hecta lúa mùa không có nước; kinh phí duy tu bảo dưỡng của xã chỉ \
    còn 28 triệu đồng, huyện trả lời phải chờ kế hoạch năm sau, trong khi dân đã góp công đắp tạm hai lần đều bị nước cuốn đi";

fn board() -> Board {
    let line = |section, text: &str, weight| Line {
        id: ID.into(),
        section,
        text: text.into(),
        weight,
        difficulty_id: None,
        written_by: String::new(),
        changed_by: String::new(),
        written_at: Instant(0),
        removed: false,
        mine: false,
    };
    let mut lines = vec![line(Section::Story, LONG, 0), line(Section::Try, LONG, 0)];
    lines.extend((0..9).map(|n| line(Section::Difficulty, LONG, n)));
    lines.extend((0..5).map(|_| line(Section::Story, LONG, 0)));
    Board {
        id: ID.into(),
        name: "Cụm 6 – Yên Lập, Cẩm Khê (Minh Hòa, Thượng Long, Phúc Khánh, Nga Hoàng, Tiên Lương, Phượng Vĩ)".into(),
        class_id: ID.into(),
        project_id: ID.into(),
        class_name: "Lớp".into(),
        stands: true,
        rapporteur_id: None,
        rapporteur: "Đinh Văn Thuận".into(),
        summary: String::new(),
        presented_at: Some(Instant(0)),
        presented_by: String::new(),
        presented_in: None,
        member: false,
        lines,
    }
}

fn practice(photos: bool) -> Sight {
    let it = Practice {
        kind: if photos { "practice" } else { "story" }.into(),
        title: "Tổ quản lý nước tự chảy khu 5: mỗi hộ góp ba nghìn đồng một tháng, vòi hỏng sửa trong hai ngày".into(),
        place: "Xã Mỹ Lung".into(),
        before: format!("{LONG}. {LONG}"),
        after: LONG.into(),
        result: LONG.into(),
    };
    let photo = |moment: &str| Photo {
        blob: ID.into(), moment: moment.into(), caption: "Bể lọc khu 5 trước khi có tổ quản lý".into()
    };
    let figure = Figure { what: "Hộ có nước đều".into(), unit: "hộ".into(), before: "31".into(), after: "86".into() };
    let photos = if photos { vec![photo("before"), photo("after"), photo("")] } else { Vec::new() };
    Sight::Practice(sight::practised(it, photos, vec![figure]))
}

fn opinions() -> Vec<Opinion> {
    let said = |name: &str| Opinion { text: LONG.into(), name: name.into(), place: "Xã Mỹ Lung".into() };
    vec![said("Hà Văn An"), said(""), said("Đinh Thị Bình"), said("Hà Văn An"), said("Hà Văn An")]
}

/// Pictures with texts as long as they may be.
pub(in crate::wall) fn sights(s: &Shell) -> Vec<(&'static str, Sight)> {
    let asked = |poll, text: &str| Question { id: ID.into(), text: text.into(), poll, closed: poll, answers: 5 };
    let choices = vec![(LONG.to_owned(), 21), ("Chờ vốn năm sau".to_owned(), 9), ("Dân góp công".to_owned(), 0)];
    let (heard, class) = sight::heard(opinions(), Frame { width: 936, height: 390, around: 14, largest: 3 });
    let waiting = |n: i64| Waiting {
        id: ID.into(),
        code: format!("PT18-{n}"),
        text: LONG.into(),
        weight: n,
        place: if n == 11 { String::new() } else { "Xã Mỹ Lung".into() },
        for_expert: true,
    };
    let difficulty = |state: &str, verdict: &str| Difficulty {
        id: ID.into(),
        code: "PT18-26".into(),
        text: format!("{LONG}. {LONG}"),
        weight: 4,
        place: "Xã Mỹ Lung".into(),
        state: state.into(),
        verdict: verdict.into(),
    };
    let advice = || Advice { id: ID.into(), text: [LONG; 5].join(". "), by: "Vi Văn Thành".into() };
    let cites: Vec<(String, String, String, String)> =
        (1..4).map(|n: i32| ("01/2017/TT-UBDT".into(), "11".into(), n.to_string(), String::new())).collect();
    let verdicts = ["resolved", "partly", "not", "no_longer_needed"];
    let fallen = || verdicts.iter().map(|it| ("PT18-26".to_owned(), (*it).to_owned())).collect();
    let tally = Tally { called: 60, came: 59, raised: 30, resolved: 18, partly: 9, escalated: 3, presented: 6, practices: 8 };
    let untangled = |state, verdict| Sight::Difficulty(sight::untangled(&s.w, difficulty(state, verdict), Some(advice()), &cites));
    vec![
        ("wall-nothing", Sight::Nothing(s.w.t("screen-question-nothing"))),
        ("wall-door", Sight::Door("<h1>…</h1>".into())),
        ("wall-question", Sight::Question(sight::asked_now(&asked(false, LONG), Vec::new(), opinions()))),
        ("wall-question-alone", Sight::Question(sight::asked_now(&asked(false, LONG), Vec::new(), Vec::new()))),
        ("wall-poll", Sight::Question(sight::asked_now(&asked(true, "Xã anh/chị cần gì trước?"), choices, Vec::new()))),
        ("wall-opinions", Sight::Opinions { heading: s.w.t("screen-opinions-heading"), opinions: heard, class }),
        ("wall-board", Sight::Board(sight::board(&s.w, board()))),
        ("wall-practice", practice(true)),
        ("wall-story", practice(false)),
        ("wall-queue", Sight::Queue(sight::waits(&s.w, (12, 41), (11..20).map(waiting).collect(), fallen()))),
        ("wall-queue-done", Sight::Queue(sight::waits(&s.w, (0, 41), Vec::new(), fallen()))),
        ("wall-queue-none", Sight::Queue(sight::waits(&s.w, (0, 0), Vec::new(), Vec::new()))),
        ("wall-difficulty", Sight::Difficulty(sight::untangled(&s.w, difficulty("raised", ""), None, &[]))),
        ("wall-advised", untangled("advised", "")),
        ("wall-resolved", untangled("closed", "resolved")),
        ("wall-partly", untangled("closed", "partly")),
        ("wall-closed", untangled("closed", "no_longer_needed")),
        ("wall-escalated", untangled("escalated", "")),
        ("wall-result", Sight::Result { heading: sight::result_heading(&s.w, &tally), rest: 3, tally }),
        ("wall-result-none", Sight::Result { heading: sight::result_heading(&s.w, &Tally::default()), rest: 0, tally: Tally::default() }),
        (
            "wall-blank",
            Sight::Blank {
                name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
                class: "fit-1",
                when: s.w.xy("screen-when", "16–17/10/2018", "Trung tâm hội nghị tỉnh Phú Thọ"),
                session: Some(s.w.xy("screen-session", 4, "Các nhóm trình bày")),
            },
        ),
    ]
}

pub(in crate::wall) fn samples(s: &Shell) -> Vec<Sample> {
    let now = |sight| Now { w: s.w.clone(), class: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(), sight };
    let keys: Vec<(usize, Shown)> = (1..).zip(Shown::ALL).collect();
    let page = |sight| WallPage { s: s.clone(), class_id: ID.into(), now: now(sight), since: 7, keys: keys.clone() };
    let mut all: Vec<Sample> = sights(s).into_iter().map(|(name, sight)| draw(name, &page(sight))).collect();
    let remote = || {
        let button = |shown: Shown| Button {
            value: shown.name().into(),
            name: s.w.t(shown.word()),
            small: if shown.is_one_of_several() { String::new() } else { s.w.t(&format!("screen-{}-what", shown.name())) },
            on: shown == Shown::Queue,
        };
        let several = [Shown::Board, Shown::Practice, Shown::Difficulty];
        Remote {
            w: s.w.clone(),
            class_id: ID.into(),
            deed: ID.into(),
            heading: s.w.x("screen-on", s.w.t("screen-queue")),
            first: Shown::ALL.into_iter().filter(|it| !it.is_one_of_several()).map(button).collect(),
            several: several.into_iter().map(|it| (s.w.t(&format!("screen-{}-several", it.name())), vec![button(it)])).collect(),
        }
    };
    let nothing = Shown::ALL.into_iter().map(|it| Sight::Nothing(s.w.t(&format!("screen-{}-nothing", it.name()))));
    all.extend(nothing.map(|sight| draw("wall-now", &WallNow { now: now(sight) })));
    all.push(draw("wall-control", &ControlPage { s: s.clone(), now: remote(), since: 7 }));
    all.push(draw("wall-control-now", &ControlNow { now: remote() }));
    all
}
