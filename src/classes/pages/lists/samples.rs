//! The list pages from invented values.

use super::{
    FilePage, Filled, Invalid, LeftOut, Line, ListError, Offer, Offered, PreviewPage, Row, Sample, Seat, Shell, Why, Word, draw,
    sample_class,
};

pub(in crate::classes::pages) fn samples(s: &Shell) -> Vec<Sample> {
    let class = sample_class();
    let words = [
        Word::new("list-said-zero"),
        Word::new("list-said-country"),
        Word::new("list-said-prefix"),
        Word::new("list-said-fixed-line"),
        Word::new("list-said-shared-phone"),
        Word::new("list-said-old-font"),
    ];
    let offer = |what: Offered| Offer { what, from: "HÀ VĂN AN".into(), to: "Hà Văn An".into() };
    let row = |sex: &str| Row {
        at: 7,
        family: "HÀ VĂN".into(),
        given: "AN".into(),
        phone: (sex == "male").then(|| "0912345678".into()),
        birth_year: Some(1980),
        sex: Some(sex.into()),
        offers: vec![offer(Offered::Capitals), offer(Offered::Letters), offer(Offered::FirstPhone)],
        said: words.iter().map(|it| it.clone().with("x", "912345678").with("y", "0912 345 678")).collect(),
        ..Row::default()
    };
    let line =
        |sex: &str| Line { json: "{}".into(), warnings: vec![s.w.t("list-already-named")], taken: true, mended: true, row: row(sex) };
    let text = || "x".to_owned();
    let whys = [
        Why::NoName,
        Why::NameWithoutLetters(text()),
        Why::NameLong(201),
        Why::Phone(text()),
        Why::PhoneScientific(text()),
        Why::Birth(text()),
        Why::BirthShort(text()),
        Why::Sex(text()),
        Why::Fault(text(), text()),
        Why::Long(text()),
        Why::Twice(3),
        Why::Section,
        Why::Foot,
    ];
    let (faults, others): (Vec<LeftOut>, Vec<LeftOut>) =
        whys.into_iter().map(|why| LeftOut { at: 9, text: text(), why }).partition(|it| it.why.is_fault());
    let preview = |lines: Vec<Line>, faults: Vec<LeftOut>, others: Vec<LeftOut>| PreviewPage {
        s: s.clone(),
        class: class.clone(),
        place: "Xã Mỹ Lung".into(),
        place_id: "o08542".into(),
        heading: s.w.xy("list-heading", lines.len(), faults.len()),
        header: 5,
        to: "/call/t/list".into(),
        lines,
        faults,
        others,
        unused: "Số CCCD".into(),
        carried: "{}".into(),
        over: Some(s.w.xy("list-over", 2, 4)),
        f: Filled { invalid: Invalid::field("rows", "list-none-chosen"), ..Filled::default() },
    };
    let errors = [
        ListError::Empty,
        ListError::Pdf,
        ListError::Word,
        ListError::Picture,
        ListError::NotASheet,
        ListError::Password,
        ListError::TooLarge,
        ListError::NoHeader,
        ListError::NoRows,
        ListError::TooMany,
    ];
    let mut f = Filled::default();
    for error in errors {
        f.invalid.add("file", error.word());
    }
    let form = |seats: Vec<Seat>| FilePage {
        s: s.clone(),
        class: class.clone(),
        place: if seats.is_empty() { "Xã Mỹ Lung".into() } else { String::new() },
        seats,
        to: "/call/t/list".into(),
        back: "/call/t".into(),
        sample: "/call/t/sample.xlsx".into(),
        f: f.clone(),
    };
    vec![
        draw("list", &form(vec![crate::classes::pages::seats::sample_seat()])),
        draw("list-call", &form(Vec::new())),
        draw("list-preview", &preview(vec![line("male"), line("female")], faults.clone(), others)),
        draw("list-preview-nobody", &PreviewPage { over: Some(s.w.xy("list-over-rest", 1, 4)), ..preview(Vec::new(), faults, Vec::new()) }),
    ]
}
