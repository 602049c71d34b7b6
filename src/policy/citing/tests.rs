use super::*;

/// kind, number, year, article, clause, point
fn made_out(text: &str) -> (Option<Kind>, String, Option<i16>, String, String, String) {
    let it = Wanted::read(text);
    (it.kind, it.number, it.year, it.article, it.clause, it.point)
}

#[test]
fn what_experts_type_is_made_out() {
    let nd = Some(Kind::Decree);
    let tt = Some(Kind::Circular);
    for (text, kind, number, year, place) in [
        ("d14 nd27", nd, "27", None, "14//"),
        ("đ14 nđ27", nd, "27", None, "14//"),
        ("nd27 d14k2a", nd, "27", None, "14/2/a"),
        ("nd27 d14.2.a", nd, "27", None, "14/2/a"),
        ("điều 3 tt55", tt, "55", None, "3//"),
        ("Điều 3 Thông tư 55/2023/TT-BTC", tt, "55", Some(2023), "3//"),
        ("k2 d34 tt 02/2022", tt, "2", Some(2022), "34/2/"),
        ("khoản 2 Điều 34 Thông tư số 02/2022/TT-UBDT", tt, "2", Some(2022), "34/2/"),
        ("điểm b khoản 1 điều 18 nđ 27/2022/NĐ-CP", nd, "27", Some(2022), "18/1/b"),
        ("diem b khoan 1 dieu 18 nd 27 / 2022 / nd - cp", nd, "27", Some(2022), "18/1/b"),
        ("NĐ 27/2022/NĐ-CP Điều 16 khoản 5b", nd, "27", Some(2022), "16/5/b"),
        ("điểm đ khoản 3 Điều 52 TT02", tt, "2", None, "52/3/đ"),
        ("k2 a d34 tt2", tt, "2", None, "34/2/a"),
        ("tt 55 năm 2023", tt, "55", Some(2023), "//"),
        ("nd27-2022", nd, "27", Some(2022), "//"),
        ("13/cp", None, "13", None, "//"),
        ("qd 1719 ngày 14/10/2021", Some(Kind::Decision), "1719", Some(2021), "//"),
        ("ttlt 05/2013", Some(Kind::JointCircular), "5", Some(2013), "//"),
        ("20/2022/TT-BLĐTB&XH", tt, "20", Some(2022), "//"),
        ("nghị quyết 88/2019/QH14", Some(Kind::Resolution), "88", Some(2019), "//"),
        ("88/2019/qh14", None, "88", Some(2019), "//"),
        ("583/UBDT-CSDT", Some(Kind::Letter), "583", None, "//"),
        ("1719", None, "1719", None, "//"),
        ("Điều 15a nd 27", nd, "27", None, "15a//"),
        ("đ. 14 nđ 27", nd, "27", None, "14//"),
    ] {
        let (a, b, c, article, clause, point) = made_out(text);
        assert_eq!((a, b.as_str(), c, format!("{article}/{clause}/{point}").as_str()), (kind, number, year, place), "{text}");
    }
}

#[test]
fn what_is_no_number_is_words() {
    let it = Wanted::read("mua giống của dân không có hóa đơn");
    assert!(it.number.is_empty() && it.kind.is_none());
    assert_eq!(it.words, ["mua", "giong", "dan", "khong", "co", "hoa", "don"]);
    assert_eq!(Wanted::read("chương trình 135").words, ["chuong", "trinh", "135"]);
    assert_eq!(Wanted::read("thông tư bộ tài chính").words, ["thong", "tu", "bo", "tai", "chinh"]);
    let it = Wanted::read("thanh toán tt55");
    assert_eq!((it.number.as_str(), it.words.join(" ").as_str()), ("55", "thanh toan"));
    assert!(Wanted::read("  ,; ").is_empty());
    assert!(!Wanted::read("điều 14").is_empty());
    for odd in [
        "đ",
        "k",
        "điều",
        "khoản khoản",
        "//",
        "27//",
        "nd",
        "điểm",
        "d14.",
        "k.",
        "9999999999999999999999/2022",
        "Điều 14 Điều 15",
        "a/b/c",
        "%_'",
    ] {
        let _ = Wanted::read(odd);
    }
}

#[test]
fn two_numberings_of_one_document_are_one() {
    for (a, b) in [
        ("155/2020/nd-cp", "155/2020/NĐ-CP"),
        ("34 /2019/TT-BGTVT", "34/2019/TT-BGTVT"),
        ("20/2022/TT-BLĐTB&XH", "20/2022/TT–BLĐTBXH"),
        ("02/2022/TT-UBDT", "2/2022/TT-UBDT"),
    ] {
        assert_eq!(fold_number(a), fold_number(b));
    }
}
