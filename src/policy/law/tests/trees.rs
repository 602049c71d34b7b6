use super::{read, said};
use crate::policy::document::Kind;
use crate::policy::law::tree::Wonder;
use crate::policy::law::{Level, Target, counts, find};
use unicode_normalization::UnicodeNormalization;

const DECREE: &str = "\
ỦY BAN DÂN TỘC
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/2024/TT-UBDT
Hà Nội, ngày 05 tháng 3 năm 2024

THÔNG TƯ
Hướng dẫn lớp tập huấn
cho cán bộ xã

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 66/2022/NĐ-CP
của Chính phủ;
Theo đề nghị của Vụ trưởng;
Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc ban hành Thông tư.

PHẦN THỨ NHẤT
NHỮNG QUY ĐỊNH CHUNG
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Thông tư này hướng dẫn lớp.
Điều 2. Giải thích từ ngữ
1. “Lớp” là lớp tập huấn.
2. Học viên gồm:
a) Cán bộ xã;
b) Trưởng thôn:
- người có uy tín;
đ) Khác.
Chương II. TỔ CHỨC LỚP
Mục 1. MỞ LỚP
Tiểu mục 1. CHUẨN BỊ
Điều 3. Mở lớp
1. Mở lớp.
Mục 2
KẾT THÚC
Điều 3a. Sau lớp
Sau lớp.

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. BỘ TRƯỞNG, CHỦ NHIỆM
THỨ TRƯỞNG
(Đã ký)
Nông Thị Hà

PHỤ LỤC I
DANH SÁCH XÃ
STT\tXã\tSố lớp
1\tXã A\t2
Mẫu số 02
Điều 1. Đây là mẫu
1. Không phải khoản.
Phụ lục II. Khác
";

#[test]
fn a_whole_document() {
    let document = read(DECREE);
    let of = |span: Option<crate::policy::law::Span>| span.map(|it| it.of(DECREE)).unwrap_or_default();
    let front = &document.front;
    assert_eq!(of(front.issuer), "ỦY BAN DÂN TỘC");
    assert_eq!(front.number.as_deref(), Some("07/2024/TT-UBDT"));
    assert_eq!((of(front.place), front.date), ("Hà Nội", Some((2024, 3, 5))));
    assert_eq!((front.kind, of(front.title)), (Some(Kind::Circular), "Hướng dẫn lớp tập huấn\ncho cán bộ xã"));
    assert_eq!(document.bases().len(), 3);
    assert_eq!(said(&document), "Ph1 CI D1 D2 K1 K2 Pa Pb Pđ CII M1 T1 D3 K1 M2 D3a Noi Ky PLI Mau2 PLII");
    assert_eq!(document.recipients.iter().map(|it| it.of(DECREE)).collect::<Vec<_>>(), ["- Như trên;", "- Lưu: VT."]);
    let signer = document.signer.unwrap();
    assert_eq!((signer.role.of(DECREE), of(signer.name)), ("KT. BỘ TRƯỞNG, CHỦ NHIỆM\nTHỨ TRƯỞNG", "Nông Thị Hà"));
    let it = counts(&document);
    assert_eq!((it.articles, it.clauses, it.points, it.annexes, it.bases), (4, 3, 3, 2, 3));
    assert!(document.doubts.iter().all(|it| it.what != Wonder::OutOfOrder), "{:?}", document.doubts);
}

#[test]
fn titles_stand_on_the_line_or_below() {
    let document = read(DECREE);
    let title = |level, number: &str| {
        let node = document.nodes().into_iter().find(|it| it.level == level && it.number == number).unwrap();
        node.title.map(|it| it.of(DECREE)).unwrap_or_default()
    };
    assert_eq!(title(Level::Chapter, "I"), "QUY ĐỊNH CHUNG");
    assert_eq!(title(Level::Chapter, "II"), "TỔ CHỨC LỚP");
    assert_eq!(title(Level::Section, "2"), "KẾT THÚC");
    assert_eq!(title(Level::Article, "2"), "Giải thích từ ngữ");
    assert_eq!(title(Level::Clause, "1"), "");
    assert_eq!(title(Level::Annex, "I"), "DANH SÁCH XÃ");
}

#[test]
fn every_way_to_write_an_article() {
    for line in [
        "Điều 1. Tên",
        "Điều 1: Tên",
        "Ðiều 1. Tên",
        "ĐIỀU 1. TÊN",
        "Điều 1.Tên",
        "  Điều 1 . Tên",
        "Điều 1 - Tên",
        "Điều 1 Tên",
        "Điều 01. Tên",
        "Điều 1",
    ] {
        let text = format!("{line}\n1. Một.\n");
        assert_eq!(said(&read(&text)), "D1 K1", "{line}");
        let apart: String = text.nfd().collect();
        assert_eq!(said(&read(&apart)), "D1 K1", "{line} NFD");
    }
    for line in ["Điều 1 Nghị định này quy định", "Điều 1 của Luật", "Điều 1, Điều 2", "Điều kiện 1. Có", "Điều 1.2 mét", "điều 1. Tên"]
    {
        assert_eq!(said(&read(&format!("{line}\n"))), "", "{line}");
    }
}

#[test]
fn every_way_to_write_a_clause_or_point() {
    let text = "Điều 5. Noise\n1.Viết liền.\n2 . Có cách.\n2a. Chèn thêm:\na.Chữ liền;\nb. Chấm;\nc ) Cách;\nd) Dê;\nđ) Đê;\ne/ Chéo;\ng) Cuối.\n3. Năm 2020\n2020. Không phải khoản\n1.1. Cũng không\n";
    assert_eq!(said(&read(text)), "D5 K1 K2 K2a Pa Pb Pc Pd Pđ Pe Pg K3");
    // Old: a dash after the number.
    assert_eq!(said(&read("Điều 1. A\n1- Một.\n2- Hai.\n3-5 năm.\n")), "D1 K1 K2");
    // A sentence that begins with one letter and a full stop is no point, out of its order.
    assert_eq!(said(&read("Điều 1. A\n1. Một\nx. Không.\n")), "D1 K1");
}

#[test]
fn chapters_in_figures_and_words() {
    let text = "Phần thứ hai\nRIÊNG\nCHƯƠNG 1: CHUNG\nĐiều 1. A\nChương mười hai\nCUỐI\nĐiều 2. B\nChương IVa. CHÈN\nChương trình mục tiêu\nChương V Nghị định này được bãi bỏ.\nMục A\nPhần 3 của dự án.\n";
    assert_eq!(said(&read(text)), "Ph2 C1 D1 C12 D2 CIVa");
}

#[test]
fn a_second_d_is_read_as_dd_and_said() {
    let document = read("Điều 1. A\n1. B:\nc) C;\nd) D;\nd) Đ;\ne) E.\n");
    assert_eq!(said(&document), "D1 K1 Pc Pd Pđ Pe");
    assert!(document.doubts.iter().any(|it| it.what == Wonder::SecondD && it.line == 5), "{:?}", document.doubts);
}

#[test]
fn numbers_that_begin_again_stay_text() {
    let document = read("Điều 1. A\n1. Một:\n1. Lại một\n2. Hai\n3. Ba\n");
    assert_eq!(said(&document), "D1 K1 K2 K3");
    assert_eq!(document.doubts.iter().filter(|it| it.what == Wonder::Restarts).count(), 1);
}

#[test]
fn a_decision_with_a_regulation_of_its_own() {
    let text = "QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\nĐiều 2. Hiệu lực.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\nQUY CHẾ\nLàm việc\nChương I\nCHUNG\nĐiều 1. Phạm vi\n1. Một.\nĐiều 2. Đối tượng\n";
    let document = read(text);
    assert_eq!(said(&document), "D1 D2 Ky Kem CI D1 K1 D2");
    assert!(document.doubts.is_empty(), "{:?}", document.doubts);
    // Its first article is the decision's own.
    let target = Target { article: Some("1".into()), ..Target::default() };
    assert!(find(&document, &target).unwrap().own.of(text).contains("Ban hành"));
}

#[test]
fn a_letter_without_articles() {
    let text =
        "Số: 1458/UBDT-VP135\nV/v trả lời kiến nghị\nKính gửi: UBND tỉnh.\nI. TÌNH HÌNH\n1. Một.\n2. Hai:\na) A.\nII. KIẾN NGHỊ\n1. Ba.\n";
    let document = read(text);
    assert_eq!(said(&document), "MI K1 K2 Pa MII K1");
    assert_eq!((document.front.number.as_deref(), document.front.kind), (Some("1458/UBDT-VP135"), Some(Kind::Letter)));
}

#[test]
fn rows_of_tables_are_no_structure() {
    assert_eq!(said(&read("Điều 1. A\n1.\tMột khoản\n1.\tXã\t20\n2.\tXã B\t30\na)\tMột điểm\n")), "D1 K1 Pa");
}

#[test]
fn finding_a_provision() {
    let text = "Chương I\nA\nĐiều 1. A\n1. B\n5. C:\na) D;\nb) E.\nĐiều 2. F\na) G.\n";
    let document = read(text);
    let at = |article: &str, clause: Option<&str>, point: Option<&str>| {
        let target =
            Target { article: Some(article.into()), clause: clause.map(Into::into), point: point.map(Into::into), ..Target::default() };
        find(&document, &target).map(|it| it.own.of(text).trim())
    };
    assert_eq!(at("1", Some("5"), Some("b")), Some("b) E."));
    assert_eq!(at("1", Some("5b"), None), Some("b) E."), "khoản 5b, as officials write");
    assert_eq!(at("2", None, Some("a")), Some("a) G."));
    assert_eq!(at("1", Some("2"), None), None);
    let chapter = Target { chapter: Some("1".into()), ..Target::default() };
    assert!(find(&document, &chapter).is_some());
}

#[test]
fn empty_and_plain() {
    assert_eq!(read("").leaves(), []);
    assert_eq!(said(&read("Chỉ là một câu.\nHai dòng.")), "");
}

#[test]
fn every_provision_is_found_by_its_address() {
    let document = read(DECREE);
    let provisions = document.provisions();
    assert_eq!(provisions.len(), 10);
    for (target, node) in &provisions {
        assert_eq!(find(&document, target), Some(*node), "{target:?}");
    }
    let (last, _) = provisions.last().unwrap();
    assert_eq!((last.chapter.as_deref(), last.section.as_deref(), last.article.as_deref()), (Some("II"), Some("2"), Some("3a")));
}

#[test]
fn many_quotations_left_open_take_no_longer() {
    let text = "“Mở mà không đóng\n".repeat(20_000);
    let document = read(&text);
    assert!(document.doubts.len() < 100);
}

#[test]
fn the_first_clause_may_stand_in_the_line_of_its_article() {
    let text = "Điều 2. 1. Nhà nước là của Nhân dân.\n2. Quyền lực thống nhất.\nĐiều 3. 12 tháng sau\nMột.\n";
    let document = read(text);
    assert!(document.doubts.is_empty(), "{:?}", document.doubts);
    let it = counts(&document);
    assert_eq!((it.articles, it.clauses), (2, 2));
}
