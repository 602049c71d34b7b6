//! Every page of this room, drawn from invented values.

use super::super::item::{Change, Figures, Part, Piece, State};
use super::super::store::{Item, Line, Named, OnRoster, Photo};
use super::public::ListPage;
use super::refresh::RefreshPage;
use super::{edit, public, shown};
use crate::classes::Class;
use crate::ground::{Instant, Invalid, Word};
use crate::web::{Sample, Shell, draw};

const AT: Instant = Instant(1_539_830_000_000);

pub(super) fn wrong(fields: &[(&str, &'static str)]) -> Invalid {
    let word = |key| Word::new(key).with("x", "12").with("y", "200");
    Invalid { fields: fields.iter().map(|(field, key)| ((*field).to_owned(), word(*key))).collect() }
}

fn class() -> Class {
    let text = str::to_owned;
    Class {
        id: text("1"),
        project_id: text("2"),
        code: text("PT18"),
        name: text("Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ"),
        province_id: text("o25"),
        venue: text("Trung tâm hội nghị tỉnh Phú Thọ"),
        host: text("Ban Dân tộc tỉnh Phú Thọ"),
        starts_on: text("2018-10-16"),
        ends_on: text("2018-10-17"),
        nominate_by: None,
        allowance: String::new(),
        state: text("done"),
        late_after: 15,
        changed_hlc: 1,
        project_name: text("Nâng cao năng lực cán bộ cơ sở"),
        sponsor: text("Ủy ban Dân tộc"),
        provider: text("GES"),
        province_name: text("Tỉnh Phú Thọ"),
        period_id: None,
    }
}

fn item(state: State) -> Item {
    let piece = |part, text: &str| Piece { part, text: text.to_owned(), drawn: text.to_owned() };
    Item {
        photo: Some("4".into()),
        state,
        revision: 2,
        figures: Figures { people: 58, communes: 28, raised: 30, advised: 30, resolved: 18, partly: 9, sent: 2, dropped: 1 },
        drawn_at: AT,
        edited_at: Instant(AT.0 + 86_400_000),
        edited_by: "Phạm Thu Trang".into(),
        released_at: Some(AT),
        pieces: vec![
            piece(Part::Headline, "Phú Thọ: 18 trong 30 vướng mắc của cơ sở được tháo gỡ qua lớp tập huấn"),
            piece(Part::Lead, "Trong hai ngày 16 và 17/10/2018, tại Trung tâm hội nghị tỉnh Phú Thọ, GES tổ chức lớp tập huấn."),
            piece(Part::People, "Lớp học có 58 cán bộ tham dự."),
        ],
    }
}

fn photo() -> Photo {
    let text = str::to_owned;
    Photo {
        id: text("4"),
        blob: "a".repeat(64),
        small_blob: "b".repeat(64),
        width: 1200,
        height: 800,
        caption: text("Mương sau khi sửa"),
        title: text("Góp ngày công sửa mương"),
        place: text("Xã Mỹ Lung"),
    }
}

fn on_roster(consents: bool) -> OnRoster {
    let text = str::to_owned;
    let named = Named {
        name: text("Hà Văn An"),
        sex: text(if consents { "male" } else { "" }),
        position: text("Phó Chủ tịch"),
        unit: text("UBND xã"),
        place: text("Xã Mỹ Lung"),
    };
    OnRoster { person_id: text("3"), named, consents, chosen: consents }
}

pub(in super::super) fn samples(s: &Shell) -> Vec<Sample> {
    let class = class();
    let released = item(State::Released);
    let persons = [on_roster(true).named.line()];
    let full = shown::draw(s.w.clone(), &class, &released, &[], &persons, Some(photo()), true);
    let bare = Item { figures: Figures { resolved: 3, raised: 3, ..Figures::default() }, photo: None, ..item(State::Draft) };
    let plain = shown::draw(s.w.clone(), &class, &bare, &["Hà Văn An".into()], &[], None, false);
    let line = Line::sample("PT18", "Phú Thọ: 58 cán bộ cơ sở dự lớp tập huấn", "Trong hai ngày 16 và 17/10/2018.", AT);
    let list = |lines: Vec<Line>, n: i64| ListPage {
        s: s.clone(),
        heading: if n == 0 { s.w.t("news-list-none") } else { s.w.n("news-list-heading", n) },
        lines,
        number: 2,
        last: 3,
    };
    let change = |edited: bool| Change {
        part: Part::People,
        now: if edited { "Có 58.".into() } else { String::new() },
        fresh: "Có 59.".into(),
        edited,
    };
    let refresh = |changes: Vec<Change>| RefreshPage { s: s.clone(), path: "/classes/1/news".into(), against: 2, changes };
    let gone = Change { fresh: String::new(), ..change(true) };
    let [(edit, preview), (edit_first, preview_public)] =
        edit::samples(s, &class, &item(State::Released), &full, vec![on_roster(true), on_roster(false)], vec![photo()]);
    let [(_, preview_plain), _] = edit::samples(s, &class, &bare, &plain, Vec::new(), Vec::new());
    let withdrawn = edit::PreviewPage { state: State::Withdrawn, warnings: Vec::new(), ..preview_plain };
    vec![
        draw("news", &list(vec![line], 41)),
        draw("news-none", &list(Vec::new(), 0)),
        draw("news-item", &public::draw(s.clone(), "https://nguon.example", &class, full)),
        draw("news-item-plain", &public::draw(s.clone(), "https://nguon.example", &class, plain)),
        draw("news-edit", &edit),
        draw("news-edit-first", &edit_first),
        draw("news-preview", &preview),
        draw("news-preview-public", &preview_public),
        draw("news-preview-withdrawn", &withdrawn),
        draw("news-refresh", &refresh(vec![change(true), change(false), gone])),
        draw("news-refresh-none", &refresh(Vec::new())),
    ]
}
