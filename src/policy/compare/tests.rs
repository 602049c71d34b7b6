//! Each thing that can become of an article, on small documents; then the real ones.

use super::*;
use crate::policy::law::{Level, parse};

mod real;

/// A small document as articles.
pub(super) fn articles(text: &str) -> Vec<Article> {
    let document = parse(text);
    let mut out: Vec<Article> = Vec::new();
    for (target, node) in document.provisions() {
        let said = node.said(text).of(text);
        let part = |text: &str| Part {
            clause: target.clause.clone().unwrap_or_default(),
            point: target.point.clone().unwrap_or_default(),
            label: node.label.of(text).to_owned(),
            text: said.to_owned(),
        };
        if node.level == Level::Article {
            let title = node.title.map_or("", |it| it.of(text));
            let rest = said.strip_prefix(title).unwrap_or(said).trim();
            let parts = if rest.is_empty() { Vec::new() } else { vec![Part { text: rest.to_owned(), ..Part::default() }] };
            out.push(Article { number: node.number.clone(), label: format!("Điều {}", node.number), title: title.to_owned(), parts });
        } else if let Some(article) = out.last_mut() {
            article.parts.push(part(text));
        }
    }
    out
}

/// A title, and clauses.
type Given<'a> = (&'a str, &'a [&'a str]);

/// Articles 1, 2, … out of titles with their clauses.
fn numbered(all: &[Given<'_>]) -> Vec<Article> {
    let article = |(at, (title, clauses)): (usize, &Given<'_>)| {
        let clauses: Vec<String> = clauses.iter().enumerate().map(|(at, text)| format!("{}. {text}\n", at + 1)).collect();
        format!("Điều {}. {title}\n{}", at + 1, clauses.concat())
    };
    articles(&all.iter().enumerate().map(article).collect::<Vec<String>>().concat())
}

const SCOPE: Given<'_> = (
    "Phạm vi điều chỉnh",
    &["Quy chế này quy định việc quản lý nhà sinh hoạt cộng đồng của thôn.", "Không áp dụng đối với nhà văn hóa xã."],
);
const KEEPING: Given<'_> = (
    "Người trông coi",
    &[
        "Mỗi nhà có một người trông coi do thôn bầu, nhiệm kỳ hai năm.",
        "Người trông coi giữ chìa khóa, sổ tài sản và mở cửa trước giờ họp mười lăm phút.",
    ],
);
const MONEY: Given<'_> = (
    "Đóng góp và chi tiêu",
    &[
        "Mỗi hộ đóng góp hai mươi nghìn đồng một năm để trả tiền điện.",
        "Hộ nghèo được miễn. Trưởng thôn công khai thu chi vào tháng mười hai.",
    ],
);
const REPAIR: Given<'_> = (
    "Sửa chữa",
    &[
        "Hỏng nhỏ do người trông coi tự sửa bằng tiền đóng góp.",
        "Hỏng lớn do thôn họp bàn, báo Ủy ban nhân dân xã xem xét trước khi thuê thợ.",
    ],
);
const FINES: Given<'_> =
    ("Xử lý vi phạm", &["Ai làm hỏng ghế, quạt thì đền bằng vật cùng loại.", "Không để trâu bò vào sân nhà sinh hoạt cộng đồng."]);
const RULE: [Given<'_>; 5] = [SCOPE, KEEPING, MONEY, REPAIR, FINES];

fn fates(rows: &[Row<'_>]) -> Vec<(Fate, bool, String, String)> {
    let number = |it: Option<&Article>| it.map(|it| it.number.clone()).unwrap_or_default();
    rows.iter().map(|row| (row.fate, row.changed, number(row.old), number(row.new))).collect()
}

fn said<'a>(it: (Fate, bool, &'a str, &'a str)) -> (Fate, bool, String, String) {
    (it.0, it.1, it.2.to_owned(), it.3.to_owned())
}

/// Marked as a person would write it: `[-gone-]{+come+}`.
fn marks(runs: &[Run<'_>]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Same(_, text) => (*text).to_owned(),
            Run::Gone(text) => format!("[-{text}-]"),
            Run::Come(text) => format!("{{+{text}+}}"),
        })
        .collect()
}

#[test]
fn the_same_is_the_same() {
    let one = numbered(&RULE);
    for sides in [Sides::OneDocument, Sides::TwoDocuments] {
        let rows = compare(&one, &one, sides);
        assert!(rows.iter().all(Row::is_same), "{:?}", fates(&rows));
        assert_eq!(tally(&rows), Tally { same: 5, ..Tally::default() });
    }
    assert_eq!(compare(&[], &[], Sides::TwoDocuments), []);
}

#[test]
fn words_that_changed_are_marked() {
    let old = numbered(&RULE);
    let money: Given<'_> = (
        MONEY.0,
        &[
            "Mỗi hộ đóng góp năm mươi nghìn đồng một năm để trả tiền điện và tiền nước.",
            "Hộ nghèo được miễn. Trưởng thôn công khai thu chi vào tháng mười hai.",
        ],
    );
    let new = numbered(&[SCOPE, KEEPING, money, REPAIR, FINES]);
    for sides in [Sides::OneDocument, Sides::TwoDocuments] {
        let rows = compare(&old, &new, sides);
        assert_eq!(tally(&rows), Tally { same: 4, changed: 1, ..Tally::default() });
        let row = rows.iter().find(|it| it.changed).unwrap();
        let lines: Vec<String> = row.lines.iter().map(|line| marks(&line.runs)).collect();
        assert_eq!(
            lines,
            [
                "Mỗi hộ đóng góp [-hai -]{+năm +}mươi nghìn đồng một năm để trả tiền điện {+và tiền nước+}.",
                "Hộ nghèo được miễn. Trưởng thôn công khai thu chi vào tháng mười hai."
            ]
        );
    }
}

#[test]
fn an_article_put_in_renumbers_those_after_it_and_adds_itself() {
    let old = numbered(&RULE);
    let guests: Given<'_> = ("Khách đến thăm", &["Khách ngoài thôn mượn nhà phải báo trước một ngày với trưởng thôn và dọn sạch khi về."]);
    let new = numbered(&[SCOPE, guests, KEEPING, MONEY, FINES]);
    let rows = compare(&old, &new, Sides::TwoDocuments);
    let wanted = [
        (Fate::Kept, false, "1", "1"),
        (Fate::Added, true, "", "2"),
        (Fate::Renumbered, false, "2", "3"),
        (Fate::Renumbered, false, "3", "4"),
        (Fate::Removed, true, "4", ""),
        (Fate::Kept, false, "5", "5"),
    ];
    assert_eq!(fates(&rows), wanted.map(said));
    // In one document the number is the article: what stands under it is what it says now.
    let rows = compare(&old, &new, Sides::OneDocument);
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row.old.map(|it| &it.number) == row.new.map(|it| &it.number)));
}

#[test]
fn an_article_that_stands_elsewhere_has_moved() {
    let rows_of = |order: &[Given<'_>]| fates(&compare(&numbered(&RULE), &numbered(order), Sides::TwoDocuments));
    let wanted = [
        (Fate::Kept, false, "1", "1"),
        (Fate::Moved, false, "5", "2"),
        (Fate::Renumbered, false, "2", "3"),
        (Fate::Renumbered, false, "3", "4"),
        (Fate::Renumbered, false, "4", "5"),
    ];
    assert_eq!(rows_of(&[SCOPE, FINES, KEEPING, MONEY, REPAIR]), wanted.map(said));
}

#[test]
fn one_article_becomes_two_and_two_become_one() {
    let all = numbered(&RULE);
    let (first, second): (Given<'_>, Given<'_>) = (("Đóng góp", &[MONEY.1[0]]), ("Miễn và công khai", &[MONEY.1[1]]));
    let parted = numbered(&[SCOPE, KEEPING, first, second, REPAIR, FINES]);
    let rows = compare(&all, &parted, Sides::TwoDocuments);
    let of_money: Vec<_> = rows.iter().filter(|row| row.old.is_some_and(|it| it.number == "3")).collect();
    let fate: Vec<_> = of_money.iter().map(|row| row.fate).collect();
    assert!(fate.contains(&Fate::SplitOff) && fate.len() == 2, "{:?}", fates(&rows));
    // Each clause went to where it is now: nothing came, nothing is gone but the titles.
    assert!(of_money.iter().all(|row| row.lines.len() == 1 && !row.lines[0].is_changed()), "{of_money:?}");
    assert_eq!(tally(&rows).added + tally(&rows).removed, 0);

    let rows = compare(&parted, &all, Sides::TwoDocuments);
    let into: Vec<_> = rows.iter().filter(|row| row.new.is_some_and(|it| it.number == "3")).collect();
    assert_eq!(into.iter().filter(|row| row.fate == Fate::Merged).count(), 1, "{:?}", fates(&rows));
    assert!(into.iter().all(|row| row.lines.len() == 1 && !row.lines[0].is_changed()), "{into:?}");
    assert_eq!(tally(&rows).merged, 1);
}

#[test]
fn clauses_put_in_and_taken_out_stand_alone() {
    let old =
        articles("Điều 1. Hồ sơ\n1. Đơn xin mượn nhà.\n2. Bản sao sổ hộ khẩu của người mượn.\n3. Giấy cam kết dọn sạch sau khi dùng.\n");
    let new = articles(
        "Điều 1. Hồ sơ\n1. Đơn xin mượn nhà.\n2. Giấy cam kết dọn sạch, tắt điện sau khi dùng.\n3. Ảnh chụp hiện trạng khi nhận nhà.\n",
    );
    let rows = compare(&old, &new, Sides::OneDocument);
    let lines: Vec<_> =
        rows[0].lines.iter().map(|it| (it.old.map(|it| it.label.trim()), it.new.map(|it| it.label.trim()), marks(&it.runs))).collect();
    let wanted = [
        (Some("1."), Some("1."), "Đơn xin mượn nhà.".to_owned()),
        (Some("2."), None, "[-Bản sao sổ hộ khẩu của người mượn.-]".to_owned()),
        (Some("3."), Some("2."), "Giấy cam kết dọn sạch{+, tắt điện +}sau khi dùng.".to_owned()),
        (None, Some("3."), "{+Ảnh chụp hiện trạng khi nhận nhà.+}".to_owned()),
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn what_only_looks_different_is_the_same() {
    for (old, new) in [
        ("Ủy  ban nhân dân xã hoà giải", "Ủy ban nhân dân xã hòa giải"),
        ("theo “quy chế” của thôn", "theo \"quy chế\" của thôn"),
        ("tu\u{31B}\u{300} nga\u{300}y ky\u{301}", "từ ngày ký"),
        ("mười hộ\nmột tổ", "mười hộ một tổ"),
    ] {
        assert!(mark(old, new).iter().all(Run::is_same), "{old} / {new}");
    }
    assert_eq!(marks(&mark("27/2022/NĐ-CP", "38/2023/NĐ-CP")), "[-27/2022/NĐ-CP-]{+38/2023/NĐ-CP+}");
    assert_eq!(marks(&mark("1.500.000 đồng; báo xã", "2.000.000 đồng, báo xã")), "[-1.500.000 -]{+2.000.000 +}đồng[-; -]{+, +}báo xã");
    assert_eq!(marks(&mark("", "mới")), "{+mới+}");
    assert_eq!(marks(&mark("cũ", "")), "[-cũ-]");
    // Little in common: not a salad of words.
    assert_eq!(
        marks(&mark("Trưởng thôn giữ sổ, ghi từng khoản thu", "Kế toán xã kiểm tra, đối chiếu, ký xác nhận hằng quý")),
        "[-Trưởng thôn giữ sổ, ghi từng khoản thu-]{+Kế toán xã kiểm tra, đối chiếu, ký xác nhận hằng quý+}"
    );
}

/// Both sides can be read out of the marks.
#[test]
fn no_word_is_lost_by_marking() {
    let texts: Vec<&str> = RULE.iter().flat_map(|it| it.1.iter().copied()).chain([""]).collect();
    for old in &texts {
        for new in &texts {
            let runs = mark(old, new);
            let before = runs.iter().map(|run| if let Run::Same(it, _) | Run::Gone(it) = run { it } else { "" });
            let after = runs.iter().map(|run| if let Run::Same(_, it) | Run::Come(it) = run { it } else { "" });
            assert_eq!((before.collect::<String>(), after.collect::<String>()), ((*old).to_owned(), (*new).to_owned()));
        }
    }
}

/// 200 × 200 articles of the words of an office: the work is counted, not timed.
#[test]
fn two_hundred_by_two_hundred_is_little_work() {
    let words: Vec<&str> = RULE.iter().flat_map(|it| it.1.iter().flat_map(|it| it.split(' '))).collect();
    let mut seed = 7_usize;
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words[(seed >> 33) % words.len()]
    };
    let many: Vec<Article> = (1..=200)
        .map(|number| Article {
            number: number.to_string(),
            label: format!("Điều {number}"),
            title: (0..6).map(|_| word()).collect::<Vec<_>>().join(" "),
            parts: (0..5).map(|_| Part { text: (0..50).map(|_| word()).collect::<Vec<_>>().join(" "), ..Part::default() }).collect(),
        })
        .collect();
    let turned: Vec<Article> = many.iter().skip(50).chain(many.iter().take(50)).cloned().collect();
    let additions = Profiles::of(&many, &turned).work;
    assert!(additions < 40_000 * 300, "{additions}");
    let rows = compare(&many, &turned, Sides::TwoDocuments);
    assert_eq!((rows.len(), tally(&rows).moved, tally(&rows).changed), (200, 50, 0));
}
