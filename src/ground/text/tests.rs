//! Cleaning, the two foldings and the terms, on the spellings that domain notes list and on arbitrary text.

use proptest::prelude::*;

use super::*;

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

/// What typing without diacritics leaves of a text.
fn stripped(text: &str) -> String {
    let plain = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36F}'));
    plain
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            c => c,
        })
        .collect()
}

#[test]
fn cleaning_composes_and_drops_only_what_nobody_sees() {
    assert_eq!(clean(&nfd("  Ủy ban\u{A0}nhân\t\tdân \n")), "Ủy ban nhân dân");
    assert_eq!(clean("\u{FEFF}Lò\u{200B} Văn\u{200D} Póm\0"), "Lò Văn Póm");
    assert_eq!(clean("Ðỗ Thị Ðào"), "Ðỗ Thị Ðào", "look-alikes are kept");
    assert_eq!(clean("ḙ ṷ a\u{32D} o\u{312}"), "ḙ ṷ a\u{32D} o\u{312}", "Mường letters are kept");
    assert_eq!(clean("👩\u{200D}🌾 ❤\u{FE0F}\u{200D}🔥"), "👩\u{200D}🌾 ❤\u{FE0F}\u{200D}🔥");
    assert_eq!(clean("a\u{200B}\u{300}"), "à", "composed after the invisible is gone");
    assert_eq!(clean(" \u{A0}\u{3000} "), "");
}

#[test]
fn cleaning_lines_keeps_the_lines() {
    assert_eq!(clean_lines("\r\n một  hai \r\n\r\n\r\n\r\nba\rbốn\n \n"), "một hai\n\nba\nbốn");
    assert_eq!(clean_lines("  \n \n"), "");
}

#[test]
fn oddities_are_reported_at_their_place() {
    let found = |text: &str| oddities(text).into_iter().map(|f| (f.oddity, f.letter, f.at)).collect::<Vec<_>>();
    assert_eq!(found(&nfd("Bà Ðỗ ðã về")), [(Oddity::WrongD, 'Ð', 3), (Oddity::WrongD, 'ð', 6)]);
    assert_eq!(found("ПǤUƔỄП"), [(Oddity::ForeignLetter, 'П', 0), (Oddity::ForeignLetter, 'П', 5)]);
    assert_eq!(found("KÕ ho¹ch"), [(Oddity::Tcvn3, '¹', 5)]);
    assert!(found("§iÒu khoản ®Õn n¨m lµ th\u{AD}").iter().all(|f| f.0 == Oddity::Tcvn3));
    assert_eq!(found("§iÒu khoản ®Õn n¨m lµ th\u{AD}").len(), 5);
    assert_eq!(found("KEÁ HOAÏCH"), [(Oddity::Vni, 'Á', 2), (Oddity::Vni, 'Ï', 7)]);
    for ordinary in [
        "Hoà Bình, hoá học, khoẻ, thuỷ lợi, uỷ ban, quý, nguyễn, tuyên truyền, ngoằn ngoèo, xoong",
        "Đỗ Văn Đạt, H'Hen Niê, Y-Bê, ḙ ṷ a\u{32D} o\u{312}, «trích dẫn», 5 m², 20 °C, «A» · B",
        "Иван, Ελλάδα",
    ] {
        assert_eq!(found(ordinary), [], "{ordinary}");
    }
}

#[test]
fn mending_letters_is_offered() {
    assert_eq!(mend_letters("Ðỗ Thị ðào").as_deref(), Some("Đỗ Thị đào"));
    assert_eq!(mend_letters("ПǤUƔỄП").as_deref(), Some("NGUYỄN"));
    assert_eq!(mend_letters("Tа\u{300}i Nаm").as_deref(), Some("Tài Nam"));
    assert_eq!(mend_letters("Tiе\u{302}\u{301}n").as_deref(), Some("Tiến"), "a Cyrillic letter with Vietnamese marks");
    assert_eq!(mend_letters("Đỗ Thị Đào, Иван"), None);
    assert_eq!(mend_letters(&nfd("Đỗ")), None, "a matter of composing only");
}

#[test]
fn folding_forgets_diacritics_and_variants() {
    for (text, folded) in [
        ("Khó khăn, VƯỚNG mắc", "kho khan, vuong mac"),
        ("Đường Điện", "duong dien"),
        ("Ðỗ ðào", "do dao"),
        ("Hoà Hòa hoá", "hoa hoa hoa"),
        ("kỹ thuật kĩ thuật", "ki thuat ki thuat"),
        ("Mỹ Mĩ", "mi mi"),
        ("quý quí", "qui qui"),
        ("lý do, tỷ lệ, hy vọng, sỹ", "li do, ti le, hi vong, si"),
        ("máy bay, cây, thủy, suy, y tế, khuyên, lưu ý", "may bay, cay, thuy, suy, y te, khuyen, luu y"),
        ("company", "company"),
        ("ḙ ṷ a\u{32D} o\u{312}", "e u a o"),
        ("H’Mông H'Mông", "h'mong h'mong"),
        ("5 m² ½", "5 m2 1⁄2"),
        ("  nhiều\u{A0}\n dòng ", "nhieu dong"),
        ("ꪼꪕ ꪹꪎ꪿", "ꪼꪕ ꪹꪎ꪿"),
        ("ﬁ ℡", "fi tel"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
        assert_eq!(fold(&nfd(text)), folded, "{text}, decomposed");
    }
}

#[test]
fn accent_folding_places_the_tone_in_one_way() {
    for (new, old) in [
        ("hoà hoá hoả hoã hoạ", "hòa hóa hỏa hõa họa"),
        ("loè loé loẻ loẽ loẹ", "lòe lóe lỏe lõe lọe"),
        ("thuỳ thuý thuỷ thuỹ thuỵ", "thùy thúy thủy thũy thụy"),
        ("Uỷ ban", "ủy ban"),
        ("hòan tòan, xòong", "hoàn toàn, xoòng"),
        ("qùa, qúa, gìa, gío", "quà, quá, già, gió"),
        ("KHOẺ MẠNH", "khỏe mạnh"),
        ("Mỹ, kỹ, quý, lỵ", "mĩ, kĩ, quí, lị"),
    ] {
        assert_eq!(accent_fold(new), old, "{new}");
        assert_eq!(accent_fold(old), old, "{old}");
        assert_eq!(accent_fold(&nfd(new)), old, "{new}, decomposed");
    }
}

#[test]
fn a_tone_already_in_place_is_left_there() {
    for right in [
        "quà quý quỳnh quốc quyển quýt già giếng gì gìn giữa gió hoàn hoài ngoái khuỷu ngoèo thuở huế",
        "của mía múa lửa mượn rượu hữu tiền chuyện yếu yến hảo hải đậu đói hành huỳnh suýt xoèn xoẹt soóc",
        "nghiêng thuyền khuya khuyến quả quãng giặt giạ ủy ý ỷ ở ẩn ướt đã lò póm ngọt úi mường tuất khoảng",
        "ḙ\u{301}a nowiński café résumé",
    ] {
        let right: String = right.nfc().collect();
        assert_eq!(one_tone_placement(&right), right);
    }
    assert_eq!(one_tone_placement("UỶ BAN Hoà Bình"), "ỦY BAN Hòa Bình", "capitals stay");
}

#[test]
fn document_numbers_stay_whole_beside_their_parts() {
    let of = |text: &str| syllables(text).join(" ");
    assert_eq!(of("Thông tư 55/2023/TT-BTC,"), "thong tu 55/2023/tt-btc 55 2023 tt btc");
    assert_eq!(of("(số 34 /2019/TT-BGTVT)"), "so 34/2019/tt-bgtvt 34 2019 tt bgtvt");
    assert_eq!(of("155/2020/ NĐ-CP"), "155/2020/nd-cp 155 2020 nd cp");
    assert_eq!(of("Số:05/QĐ-SDTTG; 13/CP."), "so 05/qd-sdttg 05 qd sdttg 13/cp 13 cp");
    assert_eq!(of("ngày 16/10/2018, 3 / 4 và/ hoặc 4,8"), "ngay 16 10 2018 3 4 va hoac 4 8");
    assert_eq!(of("1.Điều 5a, điểm đ"), "1 dieu 5a diem d");
    assert_eq!(of("H'Mông, Y-Bê"), "h mong y be");
    assert_eq!(of(" ,./- "), "");
    assert_eq!(tokens(&accent_fold("Điều 2: Hoà giải")), ["điều", "2", "hòa", "giải"]);
}

#[test]
fn terms_are_syllables_and_pairs_once() {
    assert_eq!(terms("khó khăn, khó khăn"), ["kho", "khan", "kho_khan", "khan_kho"]);
    let number = terms("theo 13/CP nay");
    assert_eq!(number, ["theo", "13/cp", "13", "theo_13", "cp", "13_cp", "nay", "cp_nay"]);
    assert!(terms("").is_empty());
    assert!(terms("khó khăn").iter().all(|term| terms("KHO KHAN").contains(term)));
}

/// Vietnamese-looking text as well as anything at all.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-eghiklmnopqrstuvxyđĐ àáảãạâầấậăằơờợôồộuưừựyỳýỵ'/0-9\u{300}-\u{32D}\u{AD}\u{200B}-\u{200D}-]{0,24}"]
}

proptest! {
    #[test]
    fn each_is_idempotent(text in any_text()) {
        for once in [clean, clean_lines, fold, accent_fold, one_tone_placement] {
            prop_assert_eq!(once(&once(&text)), once(&text));
        }
    }

    #[test]
    fn folding_does_not_care_how_it_was_typed(text in any_text()) {
        prop_assert_eq!(fold(&stripped(&text)), fold(&text));
        prop_assert_eq!(fold(&nfd(&text)), fold(&text));
        // A compatibility letter may spell out as letters of the word beside it, which only `fold` does.
        if text.nfkd().eq(text.nfd()) {
            prop_assert_eq!(fold(&accent_fold(&text)), fold(&text));
        }
        prop_assert_eq!(accent_fold(&clean(&text)), accent_fold(&text));
        let visible = clean(&text.replace('\u{AD}', ""));
        prop_assert_eq!(accent_fold(&one_tone_placement(&visible)), accent_fold(&visible));
    }

    #[test]
    fn moving_tones_loses_no_letter(text in any_text()) {
        let sorted = |text: &str| { let mut all: Vec<char> = text.nfd().collect(); all.sort_unstable(); all };
        prop_assert_eq!(sorted(&one_tone_placement(&text)), sorted(&text));
    }

    #[test]
    fn reports_and_terms_never_fail(text in any_text()) {
        for found in oddities(&text) {
            prop_assert_eq!(text.nfc().nth(found.at), Some(found.letter));
        }
        if let Some(mended) = mend_letters(&text) {
            prop_assert_ne!(mended, text.clone());
        }
        let terms = terms(&text);
        prop_assert_eq!(terms.iter().collect::<HashSet<_>>().len(), terms.len());
    }
}
