//! Every page of boards from invented values.

use super::super::board::{Board, BoardBrief, Who};
use super::super::line::{Conflict, Line, Section};
use super::board::{BoardNow, BoardPage, LinePage, RemovedPage};
use super::list::{BoardsPage, heading};
use super::present::{PresentPage, ResultPage};
use super::{Apart, Now, parts};
use crate::ground::{Instant, Invalid};
use crate::web::{Form, Sample, Shell, draw};

const ID: &str = "0166752b-1234-7000-8000-000000000000";
const AT: Instant = Instant(1_539_650_000_000);

fn line(section: Section, text: &str, weight: i64) -> Line {
    Line {
        id: ID.into(),
        section,
        text: text.into(),
        weight,
        difficulty_id: (weight == 4).then(|| ID.into()),
        written_by: "Hà Văn An".into(),
        changed_by: if weight > 0 { "Đinh Thị Bình".into() } else { String::new() },
        written_at: AT,
        removed: false,
        mine: weight > 3,
    }
}

fn board(presented: bool) -> Board {
    Board {
        id: ID.into(),
        name: "Cụm 5 – Yên Lập (Mỹ Lung, Lương Sơn)".into(),
        class_id: ID.into(),
        project_id: ID.into(),
        class_name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
        stands: !presented,
        rapporteur_id: presented.then(|| ID.into()),
        rapporteur: if presented { "Hà Văn An".into() } else { String::new() },
        summary: if presented {
            "Tiền duy tu chỉ đủ sửa nhỏ; nhóm làm trước tổ quản lý mương.".into()
        } else {
            String::new()
        },
        presented_at: presented.then_some(AT),
        presented_by: "Hà Văn An".into(),
        presented_in: Some(4),
        member: true,
        lines: vec![
            line(Section::Story, "Mương khu 3 bị lũ cuốn 60 m, dân góp công đắp tạm.", 0),
            line(Section::Difficulty, "Mương hỏng nặng mà tiền duy tu chỉ cho sửa nhỏ.", 4),
            line(Section::Difficulty, "Vốn giao về tháng 7, không kịp mùa khô.", 2),
        ],
    }
}

fn now(s: &Shell, presented: bool, who: Who) -> Now {
    let board = board(presented);
    let standing = board.lines.first().map(|it| it.text.clone()).unwrap_or_default();
    let conflict =
        Conflict { id: ID.into(), line_id: ID.into(), text: "Mương khu 3 bị cuốn 80 m.".into(), by: "Đinh Thị Bình".into() };
    Now {
        w: s.w.clone(),
        who,
        raises: who.member,
        conflicts: vec![Apart { conflict, standing, mark: "0".into() }],
        parts: parts(&s.w, &board),
        removed: 1,
        board,
    }
}

pub(in crate::discussion) fn samples(s: &Shell) -> Vec<Sample> {
    let member = Who { member: true, ..Who::default() };
    let wrong = || Invalid::field("text", "board-line-missing");
    let page = |presented, who, form, invalid| BoardPage {
        s: s.clone(),
        now: now(s, presented, who),
        since: 7,
        members: vec![(ID.into(), "Hà Văn An, Mỹ Lung".into())],
        form,
        invalid,
    };
    let brief = |presented: bool, lines: i64| BoardBrief {
        group_id: ID.into(),
        name: "Cụm 5 – Yên Lập".into(),
        members: 9,
        stories: lines,
        difficulties: lines,
        tries: lines,
        conflicts: i64::from(!presented) * lines,
        rapporteur: "Hà Văn An".into(),
        summary: "Nhóm làm trước tổ quản lý mương.".into(),
        presented_at: presented.then_some(AT),
        mine: presented,
    };
    let boards = |boards: Vec<BoardBrief>| BoardsPage {
        s: s.clone(),
        class_id: ID.into(),
        class_name: board(true).class_name,
        heading: heading(&s.w, &boards),
        boards,
        runs: true,
    };
    let edit = |invalid| LinePage {
        s: s.clone(),
        group: ID.into(),
        name: "Cụm 5".into(),
        line: line(Section::Difficulty, "Vốn giao muộn.", 1),
        from: "0".into(),
        text: String::new(),
        invalid,
    };
    let present = |invalid| PresentPage { s: s.clone(), board: board(false), summary: String::new(), invalid, conflicts: 1 };
    let result = ResultPage { s: s.clone(), board: board(true), parts: parts(&s.w, &board(true)), reopens: true };
    let lines = vec![line(Section::Try, "Lập tổ quản lý mương.", 0)];
    vec![
        draw("board", &page(false, member, Form::default(), Invalid::default())),
        draw("board-wrong", &page(false, member, Form::default(), wrong())),
        draw(
            "board-late",
            &page(true, member, Form::from_pairs([("text", "Dòng đến muộn")]), Invalid::field("board", "board-is-presented")),
        ),
        draw("board-no-section", &page(false, member, Form::default(), Invalid::field("section", "board-section-missing"))),
        draw("board-read", &page(true, Who::default(), Form::default(), Invalid::default())),
        draw(
            "board-organiser",
            &page(false, Who { runs: true, ..Who::default() }, Form::default(), Invalid::field("rapporteur", "board-rapporteur-missing")),
        ),
        draw("board-now", &BoardNow { now: now(s, false, member) }),
        draw("board-line", &edit(Invalid::default())),
        draw("board-line-wrong", &edit(wrong())),
        draw("board-removed", &RemovedPage { s: s.clone(), group: ID.into(), name: "Cụm 5".into(), lines, writes: true }),
        draw("board-present", &present(Invalid::default())),
        draw("board-present-wrong", &present(Invalid::field("summary", "board-summary-missing"))),
        draw("board-result", &result),
        draw("boards", &boards(vec![brief(true, 2), brief(false, 2), brief(false, 0)])),
        draw("boards-none", &boards(Vec::new())),
        draw("boards-empty", &boards(vec![brief(false, 0)])),
        draw("boards-written", &boards(vec![brief(false, 2)])),
        draw("boards-all", &boards(vec![brief(true, 2)])),
    ]
}
