use crate::policy::law::{Context, Named, canonical_number, citations, same_number};

/// What is cited, in short: `a.2.7 27/2022/NĐ-CP`.
fn cited(text: &str, context: &Context) -> Vec<String> {
    let targets = citations(text, context).into_iter().flat_map(|it| it.targets);
    targets
        .map(|it| {
            let parts = [
                it.point,
                it.clause,
                it.article,
                it.section.map(|it| format!("M{it}")),
                it.chapter.map(|it| format!("C{it}")),
                it.annex.map(|it| format!("PL{it}")),
            ];
            let place = parts.into_iter().flatten().collect::<Vec<_>>().join(".");
            let document = match it.document {
                Named::This => "này".to_owned(),
                Named::Number { number, .. } => number,
                Named::Short { kind, number, year } => {
                    format!("{} {number}{}", kind.title(), year.map_or_else(String::new, |it| format!("/{it}")))
                }
                Named::Title { name, year, .. } => format!("{name}{}", year.map_or_else(String::new, |it| format!(" {it}"))),
                Named::Unknown => "?".to_owned(),
            };
            format!("{place} {document}").trim().to_owned()
        })
        .collect()
}

fn here() -> Context {
    Context { document: Named::This, chapter: None, article: Some("9".into()), clause: Some("3".into()), point: Some("c".into()) }
}

#[test]
fn every_form() {
    let cases: &[(&str, &[&str])] = &[
        ("điểm a khoản 2 Điều 7 Nghị định số 27/2022/NĐ-CP", &["a.2.7 27/2022/NĐ-CP"]),
        ("điểm đ khoản 1 Điều 5 của Thông tư 02/2022/TT-UBDT", &["đ.1.5 02/2022/TT-UBDT"]),
        ("theo Điều này", &["9 này"]),
        ("khoản 3 Điều này", &["3.9 này"]),
        ("điểm a khoản này", &["a.3.9 này"]),
        ("quy định tại điểm b", &["b.3.9 này"]),
        ("Điều 5 của Luật này", &["5 này"]),
        ("Nghị định này", &["này"]),
        ("Thông tư 02/2022/TT-UBDT", &["02/2022/TT-UBDT"]),
        ("theo NĐ 27", &["Nghị định 27"]),
        ("NĐ27, TT 02/2022", &["Nghị định 27", "Thông tư 02/2022"]),
        ("QĐ 1719/QĐ-TTg", &["1719/QĐ-TTg"]),
        ("các khoản 1, 2 và 4 Điều 10", &["1.10 này", "2.10 này", "4.10 này"]),
        ("Điều 14 đến Điều 16", &["14 này", "15 này", "16 này"]),
        ("từ Điều 14 đến Điều 16 Nghị định số 27/2022/NĐ-CP", &["14 27/2022/NĐ-CP", "15 27/2022/NĐ-CP", "16 27/2022/NĐ-CP"]),
        ("Điều 16-18", &["16 này", "17 này", "18 này"]),
        ("điểm a, b và c khoản 1", &["a.1.9 này", "b.1.9 này", "c.1.9 này"]),
        ("các điểm a, b, d và đ khoản 1 Điều 3", &["a.1.3 này", "b.1.3 này", "d.1.3 này", "đ.1.3 này"]),
        ("từ điểm c đến điểm e khoản 1", &["c.1.9 này", "d.1.9 này", "đ.1.9 này", "e.1.9 này"]),
        ("điểm a khoản 1, điểm b khoản 2 Điều 5", &["a.1.5 này", "b.2.5 này"]),
        ("điểm a khoản 1 và khoản 3 Điều 5", &["a.1.5 này", "3.5 này"]),
        ("khoản 1 Điều 4 và khoản 2 Điều 21 Thông tư số 15/2022/TT-BTC", &["1.4 15/2022/TT-BTC", "2.21 15/2022/TT-BTC"]),
        ("Điều 4, khoản 2 Điều 5", &["4 này", "2.5 này"]),
        ("Điều 21, Điều 22 và 23 Nghị định này", &["21 này", "22 này", "23 này"]),
        ("Điều 7a và khoản 2b Điều 48đ", &["7a này", "2b.48đ này"]),
        ("NĐ 27/2022/NĐ-CP Điều 9 khoản 1, Điều 13 khoản 2-3", &["1.9 27/2022/NĐ-CP", "2.13 27/2022/NĐ-CP", "3.13 27/2022/NĐ-CP"]),
        ("Điều 7 khoản 2 điểm a", &["a.2.7 này"]),
        ("Điều 20, Nghị định số 27/2022/NĐ-CP", &["20 27/2022/NĐ-CP"]),
        ("Điều 10 Luật Đất đai số 45/2013/QH13", &["10 45/2013/QH13"]),
        ("Luật Phòng, chống thiên tai và Luật đê điều", &["Luật Phòng, chống thiên tai", "Luật đê điều"]),
        ("Luật Đất đai năm 2013, Luật Nhà ở", &["Luật Đất đai 2013", "Luật Nhà ở"]),
        ("Điều 71 Luật Đầu tư công và quy định khác", &["71 Luật Đầu tư công"]),
        ("Bộ luật Dân sự", &["Bộ luật Dân sự"]),
        ("Luật Tổ chức chính quyền địa phương được", &["Luật Tổ chức chính quyền địa phương"]),
        ("Thông tư liên tịch số 05/2013/TTLT-UBDT-NNPTNT-KHĐT-TC-XD", &["05/2013/TTLT-UBDT-NNPTNT-KHĐT-TC-XD"]),
        ("Nghị quyết số 120/2020/QH14 và Nghị quyết đó", &["120/2020/QH14", "120/2020/QH14"]),
        ("Chương IV, Chương V Nghị định này", &["CIV này", "CV này"]),
        ("Phụ lục II Nghị định 30/2020/NĐ-CP", &["PLII 30/2020/NĐ-CP"]),
        ("khoản 2 Mục III Chương trình ban hành kèm theo Quyết định số 1719/QĐ-TTg", &["2.MIII 1719/QĐ-TTg"]),
        ("Điều 5 Quy chế làm việc ban hành kèm theo Quyết định 12/2020/QĐ-UBND", &["5 12/2020/QĐ-UBND"]),
        ("ðiểm a khoản 2 Ðiều 7", &["a.2.7 này"]),
        ("dieu 7 ND 27/2022/ND-CP", &["7 27/2022/NĐ-CP"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(cited(text, &here()), *wanted, "{text}");
        let apart: String = unicode_normalization::UnicodeNormalization::nfd(*text).collect();
        let composed: Vec<String> =
            cited(&apart, &here()).into_iter().map(|it| unicode_normalization::UnicodeNormalization::nfc(it.as_str()).collect()).collect();
        assert_eq!(composed, *wanted, "{text} NFD");
    }
}

#[test]
fn numbers_as_they_are_found() {
    let cases = [
        ("Thông tư 34 /2019/TT-BGTVT", "34/2019/TT-BGTVT"),
        ("Nghị định 155/2020/nd-cp", "155/2020/NĐ-CP"),
        ("Nghị định số 13/CP", "13/CP"),
        ("TTLT 14/2020/TTLT-BTC&BNV", "14/2020/TTLT-BTC&BNV"),
        ("Quyết định số 03/2006/QĐ-BGD&ĐT ngày", "03/2006/QĐ-BGD&ĐT"),
        ("Thông tư 15/2022/TT - BTC", "15/2022/TT-BTC"),
        ("Quyết định 433/QĐ-TTg - sau", "433/QĐ-TTg"),
        ("Nghị định số: 27/ 2022 / NĐ-CP", "27/2022/NĐ-CP"),
    ];
    for (text, number) in cases {
        assert_eq!(cited(text, &here()), [number], "{text}");
    }
    assert!(same_number("155/2020/nd-cp", "155/2020/NĐ-CP"));
    assert!(same_number("2/2022/TT-UBDT", "02/2022/TT-UBDT"));
    assert!(!same_number("2/2022/TT-UBDT", "02/2023/TT-UBDT"));
    assert_eq!(canonical_number(" 27 /2022/nđ-cp "), "27/2022/NĐ-CP");
}

#[test]
fn what_cites_nothing() {
    let texts = [
        "khoản 5 triệu đồng",
        "các khoản 2.000.000 đồng",
        "điều kiện 2",
        "quyết định này của hộ gia đình",
        "pháp luật Việt Nam",
        "Luật sư Nguyễn Văn A",
        "ngày 27/4/2022",
        "tỷ lệ 5/10",
        "Chương trình 135",
        "điểm 1",
        "luật có hiệu lực",
        "đề nghị định kỳ",
        "mục 3",
        "24/7",
        "công văn 3 trang",
        "Phụ lục",
    ];
    for text in texts {
        assert_eq!(cited(text, &here()), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn in_a_text_of_no_document() {
    assert_eq!(cited("theo khoản 2 Điều 7", &Context::default()), ["2.7 ?"]);
    let known = Context { document: Named::Number { kind: None, number: "27/2022/NĐ-CP".into() }, ..Context::default() };
    assert_eq!(cited("Điều 7 và Nghị định này", &known), ["7 27/2022/NĐ-CP", "27/2022/NĐ-CP"]);
}

#[test]
fn spans_are_what_was_said() {
    let text = "Theo điểm a khoản 2 Điều 7 Nghị định số 27/2022/NĐ-CP ngày 19/4/2022; Điều này.";
    let said: Vec<&str> = citations(text, &here()).iter().map(|it| it.span.of(text)).collect();
    assert_eq!(said, ["điểm a khoản 2 Điều 7 Nghị định số 27/2022/NĐ-CP", "Điều này"]);
}
