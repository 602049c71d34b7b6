//! Every page of this room from invented values.

use super::form::FormPage;
use super::lists::{Card, GalleryPage, ListPage};
use super::photos::{PhotosPage, Row};
use super::show::{Can, Next, PhotoView, ShowPage};
use super::taken::{AdoptForm, Taken, sample_map};
use super::{Choice, Wrong};
use crate::ground::{Invalid, Word};
use crate::practices::practice::{Figure, State};
use crate::web::{Form, Sample, Shell, draw};

const TITLE: &str = "Khu 5 tự làm 350 m đường nội thôn, xã chỉ cấp xi măng";

fn choice(name: &str, chosen: bool) -> Choice {
    Choice { value: name.into(), name: name.into(), chosen }
}

fn card(s: &Shell, state: State, photo: bool) -> Card {
    Card {
        path: "/practices/x".into(),
        title: TITLE.into(),
        photo: photo.then(|| ("/photos/x".into(), 480, 320, "Ngày đổ bê tông".into())),
        facts: vec![s.w.t("practice-kind-practice"), "xã Mỹ Lung, tỉnh Phú Thọ".into(), s.w.n("practice-adoptions", 2)],
        mark: state.mark(),
        state: s.w.t(state.word()),
    }
}

fn figure() -> Figure {
    Figure { what: "Đường bê tông nội thôn".into(), unit: "m".into(), before: "0".into(), after: "350".into() }
}

fn wrong(s: &Shell) -> Wrong {
    let mut invalid = Invalid::default();
    for (field, key) in [
        ("title", "practice-wrong-title"),
        ("before", "practice-wrong-before"),
        ("cost", "practice-wrong-cost"),
        ("figures", "practice-wrong-figure"),
        ("place", "practice-wrong-place"),
        ("component", "practice-wrong-component"),
        ("local_item", "practice-wrong-item"),
        ("difficulty", "practice-wrong-difficulty"),
    ] {
        invalid.add(field, Word::new(key));
    }
    invalid.add("steps", Word::new("practice-too-long").with("x", "6100").with("y", "6000"));
    invalid.add("figures", Word::new("practice-too-many-figures").with("x", "12"));
    Wrong::of(&invalid, &s.w)
}

fn form_page(s: &Shell, story: bool, runs: bool, mended: bool) -> FormPage {
    FormPage {
        s: s.clone(),
        kicker: s.w.x("practice-kicker-class", "PT18"),
        heading: s.w.t(if story { "practice-write-story" } else { "practice-write-practice" }),
        about: if runs { s.w.t("practice-write-about-runs") } else { s.w.x("practice-write-about", "xã Mỹ Lung") },
        action: "/classes/x/practices".into(),
        draft: "practice-x".into(),
        story,
        against: mended.then(|| "7".into()),
        theirs: mended.then(|| ("Bản đang có".into(), if story { String::new() } else { "Nguyễn Hoài Nam".into() })),
        places: runs.then(|| vec![choice("Xã Mỹ Lung", true)]),
        components: vec![choice("Duy tu, bảo dưỡng", true)],
        items: vec![choice("Đường nội thôn khu 5 (2018)", false)],
        rows: vec![figure(), Figure::default()],
        form: if mended {
            Form::from_pairs([("title", "Đường"), ("steps", "Họp dân"), ("cost", "nhiều")])
        } else {
            Form::default()
        },
        wrong: if mended { wrong(s) } else { Wrong::default() },
        back: "/classes/x/practices".into(),
    }
}

fn show_page(s: &Shell, next: Next, state: State, story: bool) -> ShowPage {
    let w = &s.w;
    let photo = PhotoView {
        large: "/photos/x".into(),
        small: "/photos/y".into(),
        width: 480,
        height: 320,
        moment: w.t("photo-before"),
        caption: "Đường đất mùa mưa".into(),
        alt: "Đường đất mùa mưa".into(),
    };
    let states = |mine: bool| mine.then(|| vec![choice("Đang làm", true), choice("Đã làm xong", false)]);
    let taken = |id: &str, mine: bool| Taken {
        path: "/adoptions/x/reports".into(),
        id: id.into(),
        place: "Xã Ngọc Chiến, tỉnh Sơn La".into(),
        mark: "part",
        state: w.t("adoption-under-way"),
        since: w.x("adoption-begun", "10/11/2026"),
        reports: vec![("20/11/2026".into(), w.t("adoption-under-way"), "Đã họp hai bản.".into(), "part")],
        states: states(mine),
    };
    let adopt = AdoptForm {
        places: if next == Next::Adopt { Vec::new() } else { vec![choice("Xã Ngọc Chiến (SL26)", false)] },
        heading: if next == Next::Adopt { w.x("adoption-do-own", "xã Ngọc Chiến") } else { w.t("adoption-do-any") },
        states: vec![choice("Sẽ làm", true), choice("Đang làm", false)],
    };
    let open = if next == Next::Nothing { "adopt" } else { "x" };
    let mut invalid = Invalid::default();
    for (field, key) in [("state", "adoption-wrong-state"), ("place", "adoption-already"), ("begun_on", "adoption-wrong-day")] {
        invalid.add(field, Word::new(key));
    }
    invalid.add("note", Word::new("adoption-wrong-note"));
    ShowPage {
        s: s.clone(),
        path: "/practices/x".into(),
        kicker: format!("{} PT18-C1", w.t("practice-kind-practice")),
        heading: TITLE.into(),
        state: Some((state.mark(), w.t(state.word()))),
        facts: vec!["xã Mỹ Lung, huyện Yên Lập, tỉnh Phú Thọ".into(), w.t("practice-illustration")],
        next,
        can: Can { edit: true, show: true, withdraw: true, restore: state == State::Withdrawn },
        released: state == State::Released,
        story,
        photos: vec![photo],
        before: "Mưa là lầy, học sinh nghỉ học.".into(),
        after: "Xe máy, xe lợn giống vào tới ngõ.".into(),
        steps: vec!["Họp khu, chốt cam kết góp công".into(), "Xã cấp xi măng".into()],
        details: vec![(w.t("practice-fact-cost"), "182.000.000 đồng".into())],
        figures: vec![figure()],
        result: "Khu 3, khu 7 xin làm tiếp.".into(),
        conditions: "Dưới 500 triệu, kỹ thuật đơn giản.".into(),
        difficulty: Some((Some("/difficulties/x".into()), w.x("practice-of-difficulty", "PT18-07"))),
        spread: w.n("adoption-finding", 2),
        map: Some(sample_map(w)),
        taken: vec![taken("x", true), taken("z", false)],
        adopt: (next != Next::Release).then_some(adopt),
        form: Form::from_pairs([("note", "Đã họp")]),
        wrong: if next == Next::Adopt { Wrong::default() } else { Wrong::of(&invalid, w) },
        open: if next == Next::Adopt { String::new() } else { open.into() },
    }
}

fn photos_page(s: &Shell, rows: usize, room: usize) -> PhotosPage {
    let w = &s.w;
    let moments = || vec![(String::new(), w.t("photo-any"), true), ("before".into(), w.t("photo-before"), false)];
    let row = |place: usize| Row {
        id: "x".into(),
        small: "/photos/x".into(),
        width: 480,
        height: 320,
        caption: "Ngày đổ bê tông".into(),
        moments: moments(),
        place,
        asks: place == 1,
    };
    let mut lines: Vec<String> = ["photo-wrong-kind", "photo-wrong-size", "photo-wrong-weight", "photo-wrong-broken"]
        .into_iter()
        .map(|key| w.x(key, "anh.heic"))
        .collect();
    lines.extend([w.t("photo-wrong-none"), w.t("photo-wrong-all"), w.n("photo-others-kept", 2)]);
    lines.push(w.word(&Word::new("photo-wrong-many").with("x", "12").with("y", "3")));
    PhotosPage {
        s: s.clone(),
        path: "/practices/x".into(),
        kicker: format!("PT18-C1 {TITLE}"),
        heading: if rows == 0 { w.t("photo-heading-none") } else { w.n("photo-heading", rows) },
        rows: (1..=rows).map(row).collect(),
        room,
        moments: moments(),
        caption: String::new(),
        wrong: if rows == 0 { Wrong::one("photos", lines.join(" ")) } else { Wrong::default() },
    }
}

pub(in crate::practices) fn samples(s: &Shell) -> Vec<Sample> {
    let gallery = |cards: Vec<Card>| GalleryPage {
        s: s.clone().wide(),
        heading: s.w.n("practice-gallery-heading", cards.len()),
        text: "duong noi thon".into(),
        components: vec![choice("Duy tu, bảo dưỡng (2)", true)],
        provinces: vec![choice("Tỉnh Phú Thọ (2)", false)],
        filtered: true,
        before: Some("/practices?page=1".into()),
        after: Some("/practices?page=3".into()),
        cards,
    };
    let list = |practices: Vec<Card>, stories: Vec<Card>| ListPage {
        s: s.clone(),
        kicker: s.w.x("practice-kicker-class", "PT18"),
        heading: s.w.xy("practice-list-heading", s.w.n("practice-count-practices", 2), s.w.n("practice-count-stories", 1)),
        write: Some("/classes/x/practices/new".into()),
        practices,
        stories,
    };
    vec![
        draw("practices-gallery", &gallery(vec![card(s, State::Released, true), card(s, State::Released, false)])),
        draw("practices-gallery-empty", &GalleryPage { filtered: false, ..gallery(Vec::new()) }),
        draw("practices-of-class", &list(vec![card(s, State::Draft, false)], vec![card(s, State::Shown, false)])),
        draw("practices-of-class-empty", &list(Vec::new(), Vec::new())),
        draw("practice-new", &form_page(s, false, false, false)),
        draw("practice-new-runs", &form_page(s, false, true, false)),
        draw("practice-mended", &form_page(s, false, true, true)),
        draw("story-mended", &form_page(s, true, false, true)),
        draw("story-new", &form_page(s, true, false, false)),
        draw("practice-draft", &show_page(s, Next::Show, State::Draft, false)),
        draw("practice-shown", &show_page(s, Next::Release, State::Shown, false)),
        draw("practice-own", &show_page(s, Next::AddPhotos, State::Draft, true)),
        draw("practice-released", &show_page(s, Next::Adopt, State::Released, false)),
        draw("practice-withdrawn", &show_page(s, Next::Nothing, State::Withdrawn, true)),
        draw("practice-photos", &photos_page(s, 2, 10)),
        draw("practice-photos-none", &photos_page(s, 0, 12)),
        draw("practice-photos-full", &photos_page(s, 12, 0)),
    ]
}
