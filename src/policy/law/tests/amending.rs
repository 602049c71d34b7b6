use super::{read, said};
use crate::policy::law::tree::Wonder;
use crate::policy::law::{Amendment, Named, Target, Unapplied, amendments, apply, apply_all, parse};

const OLD: &str = "\
Điều 1. Phạm vi
1. Lớp tập huấn cho cán bộ xã, cán bộ huyện.
2. Học viên gồm:
a) Cán bộ xã;
b) Trưởng thôn.
Điều 2. Kinh phí
Do cấp huyện bảo đảm; cấp huyện quyết toán.
Điều 3. Hiệu lực
Từ ngày ký.
";

fn place(target: &Target) -> String {
    let parts = [&target.point, &target.clause, &target.article];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(".")
}

/// Orders in short: `Amends 2.4 27/2022/NĐ-CP`.
fn short(amendment: &Amendment) -> String {
    let document = match &amendment.target.document {
        Named::Number { number, .. } => number.clone(),
        Named::Title { name, .. } => name.clone(),
        _ => String::new(),
    };
    format!("{:?} {} {document}", amendment.deed, place(&amendment.target)).trim().to_owned()
}

fn orders(text: &str) -> Vec<String> {
    amendments(text, &read(text)).iter().map(short).collect()
}

/// Carries out one clause of orders on the old text.
fn after(order: &str) -> (String, Vec<Unapplied>) {
    let amending = format!("Điều 1. Sửa đổi Thông tư số 07/2024/TT-UBDT\n1. {order}\n");
    let list = amendments(&amending, &parse(&amending));
    assert!(!list.is_empty(), "{order}");
    let (text, rest) = apply_all(OLD, &list, &amending);
    (text, rest.into_iter().map(|(_, why)| why).collect())
}

const DECREE: &str = "\
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP
Căn cứ Luật Tổ chức Chính phủ;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP ngày 19 tháng 4 năm 2022
1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau:
“2. Một câu.”.
2. Sửa đổi, bổ sung một số khoản của Điều 10 như sau:
a) Sửa đổi, bổ sung điểm a khoản 1 như sau:
“a) Mới.
Dòng hai của “điểm a” ấy.”;
b) Bổ sung khoản 6 như sau:
“6. Khoản mới:
a) Một;
b) Hai.”.
3. Bổ sung Điều 7a vào sau Điều 7 như sau:
«Điều 7a. Điều mới
1. Một, theo Điều này.»
4. Sửa đổi khoản 1 và khoản 3 Điều 12 như sau:
\"1. Mới một.
3. Mới \"ba\".\".
5. Thay thế cụm từ “huyện” bằng cụm từ “xã” tại điểm a khoản 1 Điều 9 và Điều 40.
6. Bãi bỏ khoản 3 Điều 13; bãi bỏ Điều 8, Điều 14.
7. Bỏ cụm từ “hằng năm” tại khoản 1 Điều 1; bổ sung cụm từ “, thôn” vào sau cụm từ “xã” tại Điều 2.
8. Thay thế các cụm từ sau:
a) “A” bằng “B” tại Điều 6;
b) Cụm từ “C” thành “D” tại Điều 7.
9. Khoản 2 Điều 20 được sửa đổi, bổ sung như sau:
“2. Được sửa.”
10. Sửa đổi tên Điều 21 như sau: “Tên mới”.
11. Bãi bỏ các điều, khoản sau đây:
a) Khoản 4 Điều 9;
b) Điều 22.
Điều 2. Bãi bỏ Quyết định số 12/2020/QĐ-TTg của Thủ tướng Chính phủ.
Điều 3. Hiệu lực
Nghị định này có hiệu lực từ ngày ký, đã được sửa đổi, bổ sung theo quy định.
";

#[test]
fn a_decree_that_amends_another() {
    let document = read(DECREE);
    assert_eq!(said(&document), "D1 K1 K2 Pa Pb K3 K4 K5 K6 K7 K8 Pa Pb K9 K10 K11 Pa Pb D2 D3");
    let wanted = [
        "Amends 2.4",
        "Amends a.1.10",
        "Inserts 6.10",
        "Inserts 7a",
        "Amends 1.12",
        "Amends 3.12",
        "ReplacesWords a.1.9",
        "ReplacesWords 40",
        "Repeals 3.13",
        "Repeals 8",
        "Repeals 14",
        "DropsWords 1.1",
        "AddsWordsAfter 2",
        "ReplacesWords 6",
        "ReplacesWords 7",
        "Amends 2.20",
        "Renames 21",
        "Repeals 4.9",
        "Repeals 22",
    ];
    let mut wanted: Vec<String> = wanted.iter().map(|it| format!("{it} 27/2022/NĐ-CP")).collect();
    wanted.push("Repeals  12/2020/QĐ-TTg".to_owned());
    assert_eq!(orders(DECREE), wanted);
}

#[test]
fn quoted_text_is_cut_for_each_provision() {
    let list = amendments(DECREE, &read(DECREE));
    let new = |at: usize| list.get(at).and_then(|it| it.new_text).map(|it| it.of(DECREE)).unwrap_or_default();
    assert_eq!(new(0), "2. Một câu.");
    assert_eq!(new(1), "a) Mới.\nDòng hai của “điểm a” ấy.");
    assert_eq!((new(4), new(5)), ("1. Mới một.", "3. Mới \"ba\"."));
    assert_eq!(place(list[3].after.as_ref().unwrap()), "7");
    assert_eq!((place(&list[1].by), place(&list[3].by)), ("a.2.1".to_owned(), "3.1".to_owned()));
}

#[test]
fn citations_in_orders_are_of_the_document_amended() {
    let document = read(DECREE);
    let found = document.citations(DECREE);
    let of = |said: &str| found.iter().find(|it| it.span.of(DECREE) == said).and_then(|it| it.targets.first()).cloned().unwrap();
    assert_eq!(place(&of("khoản 2 Điều 4")), "2.4");
    assert_eq!(place(&of("điểm a khoản 1")), "a.1.10");
    assert_eq!(place(&of("Điều này")), "7a");
    for said in ["khoản 2 Điều 4", "điểm a khoản 1", "Điều này"] {
        assert!(matches!(of(said).document, Named::Number { number, .. } if number == "27/2022/NĐ-CP"), "{said}");
    }
    assert_eq!(of("Nghị định này").document, Named::This);
}

#[test]
fn a_law_that_amends_another_by_name() {
    let text = "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT ĐÊ ĐIỀU\nĐiều 1. Sửa đổi, bổ sung một số điều của Luật Đê điều\n1. Bổ sung khoản 3 vào Điều 5 như sau:\n“3. Ba.”\n";
    assert_eq!(orders(text), ["Inserts 3.5 Luật Đê điều"]);
}

#[test]
fn a_document_that_amends_nothing() {
    assert!(orders("Điều 1. Bổ sung kinh phí\n1. Sửa đổi, bổ sung kế hoạch hằng năm.\n2. Thực hiện khoản 1 Điều 2.\n").is_empty());
    // Definitions in quotation signs open no quotation of several lines.
    assert_eq!(said(&read("Điều 1. A\n1. “Lớp” là lớp.\n2. \"Học viên\" là người.\n")), "D1 K1 K2");
}

#[test]
fn a_quotation_that_never_ends_is_said() {
    let document = read("Điều 1. A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Không đóng\n2. Hai.\nĐiều 2. B\n");
    assert!(document.doubts.iter().any(|it| it.what == Wonder::OpenQuote && it.line == 3), "{:?}", document.doubts);
    assert!(said(&document).ends_with("D2"));
}

#[test]
fn an_inner_sign_left_open_does_not_swallow_the_rest() {
    let text = "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Có “lỗi\n1. Một.”.\n2. Sửa đổi Điều 6 như sau:\n“Điều 6. B.”.\nĐiều 2. Hiệu lực\n";
    assert_eq!(said(&read(text)), "D1 K1 K2 D2");
}

#[test]
fn signs_repeated_before_every_paragraph() {
    let text = "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. A\n“1. Một.\n“2. Hai.”\n2. Bãi bỏ Điều 6.\n";
    assert_eq!(said(&read(text)), "D1 K1 K2");
}

#[test]
fn carried_out() {
    let (text, rest) = after("Sửa đổi khoản 1 Điều 1 như sau:\n“1. Lớp cho cán bộ xã.”");
    assert_eq!((text.lines().nth(1), rest.len()), (Some("1. Lớp cho cán bộ xã."), 0));
    let (text, _) = after("Sửa đổi Điều 3 như sau:\n“Điều 3. Hiệu lực\n1. Từ ngày ký.\n2. Hết năm.”");
    assert!(text.ends_with("Điều 3. Hiệu lực\n1. Từ ngày ký.\n2. Hết năm.\n"), "{text}");
    let (text, _) = after("Bổ sung điểm c vào sau điểm b khoản 2 Điều 1 như sau:\n“c) Bí thư.”");
    assert!(text.contains("b) Trưởng thôn.\nc) Bí thư.\nĐiều 2."), "{text}");
    let (text, _) = after("Bổ sung Điều 2a như sau:\n“Điều 2a. Thêm\nNội dung.”");
    assert!(text.contains("quyết toán.\nĐiều 2a. Thêm\nNội dung.\nĐiều 3."), "{text}");
    let (text, _) = after("Bãi bỏ điểm a khoản 2 Điều 1.");
    assert!(text.contains("\na) (được bãi bỏ)\nb) Trưởng"), "{text}");
    let (text, _) = after("Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 2.");
    assert!(text.contains("Do cấp xã bảo đảm; cấp xã quyết toán."), "{text}");
    let (text, _) = after("Bỏ cụm từ “, cán bộ huyện” tại khoản 1 Điều 1.");
    assert!(text.contains("cho cán bộ xã.\n"), "{text}");
    let (text, _) = after("Bổ sung cụm từ “, thôn” vào sau cụm từ “cán bộ xã” tại khoản 1 Điều 1.");
    assert!(text.contains("cán bộ xã, thôn, cán bộ huyện"), "{text}");
    let (text, _) = after("Sửa đổi tên Điều 2 như sau: “Nguồn kinh phí”.");
    assert!(text.contains("Điều 2. Nguồn kinh phí\nDo cấp huyện"), "{text}");
    // Without its number, the new text stands under the old one.
    let (text, _) = after("Sửa đổi khoản 1 Điều 1 như sau:\n“Lớp cho thôn.”");
    assert_eq!(text.lines().nth(1), Some("1. Lớp cho thôn."));
}

#[test]
fn what_cannot_be_carried_out_says_why() {
    let cases = [
        ("Sửa đổi khoản 9 Điều 1 như sau:\n“9. Chín.”", Unapplied::NotFound),
        ("Bổ sung khoản 2 Điều 1 như sau:\n“2. Hai.”", Unapplied::AlreadyThere),
        ("Thay thế cụm từ “tỉnh” bằng cụm từ “xã” tại Điều 2.", Unapplied::PhraseNotFound),
        ("Thay thế cụm từ “cấp” bằng cụm từ “xã” tại Điều 3.", Unapplied::PhraseNotFound),
        ("Bổ sung cụm từ “x” vào sau cụm từ “cấp huyện” tại Điều 2.", Unapplied::PhraseTwice),
        ("Sửa đổi khoản 1 Điều 1 như sau:\n“2. Hai.”", Unapplied::OtherNumber),
        ("Sửa đổi khoản 2 Điều 1.", Unapplied::NoNewText),
        ("Sửa đổi Điều 1 như sau:\n“Điều 1. A\n1. Mới.\n…\n”", Unapplied::LeavesOut),
        ("Sửa đổi đoạn 1 Điều 2 như sau:\n“Mới.”", Unapplied::ByHand),
        ("Bãi bỏ Phụ lục I Thông tư số 07/2024/TT-UBDT.", Unapplied::ByHand),
    ];
    for (order, why) in cases {
        let (text, rest) = after(order);
        assert_eq!((text.as_str(), rest), (OLD, vec![why]), "{order}");
    }
}

#[test]
fn another_document_is_left_alone() {
    let target = "Số: 99/2020/NĐ-CP\nNGHỊ ĐỊNH\nTên\nĐiều 4. A\n1. B\n2. C\n";
    let list = amendments(DECREE, &read(DECREE));
    assert_eq!(apply(target, &list[0], DECREE), Err(Unapplied::OtherDocument));
    let right = target.replace("99/2020", "27/2022");
    let done = apply(&right, &list[0], DECREE).unwrap();
    assert_eq!(done.provision.of(&done.text), "2. Một câu.");
}

#[test]
fn a_law_that_amends_several_names_more_than_it_ends() {
    let text = "Điều 169. Sửa đổi, bổ sung, bãi bỏ một số điều\n\
1. Bãi bỏ, sửa đổi, bổ sung một số điều của Luật Tài nguyên nước số 17/2012/QH13 đã được sửa đổi, bổ sung theo Luật số 08/2017/QH14 như sau:\n\
a) Bãi bỏ Điều 37 và điểm đ khoản 1 Điều 38;\n\
b) Sửa đổi, bổ sung khoản 1 Điều 73 như sau:\n“1. Mới.”.\n\
2. Bãi bỏ điểm d khoản 1 Điều 44 và Điều 58 của Luật Thủy lợi số 08/2017/QH14 đã được sửa đổi theo Luật số 35/2018/QH14.\n\
3. Bãi bỏ Nghị định số 1/2010/NĐ-CP ngày 1/1/2010 của Chính phủ; Nghị định số 2/2011/NĐ-CP sửa đổi Nghị định số 1/2010/NĐ-CP.\n\
4. Bãi bỏ văn bản của Chính phủ trái với Hiến pháp.\n";
    let wanted = [
        "Repeals 37 17/2012/QH13",
        "Repeals đ.1.38 17/2012/QH13",
        "Amends 1.73 17/2012/QH13",
        "Repeals d.1.44 08/2017/QH14",
        "Repeals 58 08/2017/QH14",
        "Repeals  1/2010/NĐ-CP",
        "Repeals  2/2011/NĐ-CP",
    ];
    assert_eq!(orders(text), wanted);
}
