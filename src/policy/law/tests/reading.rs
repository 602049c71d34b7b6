use super::{read, said};
use crate::policy::law::read::{Fault, Unreadable};
use crate::policy::law::{Encoding, Format, convert, oddities, read_bytes};
use std::io::{Cursor, Write as _};
use unicode_normalization::UnicodeNormalization;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A Word file with this body and these lists.
fn word(body: &str, numbering: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("word/document.xml", format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")),
        ("word/numbering.xml", numbering.to_owned()),
    ];
    for (name, part) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn listed(level: usize, text: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

const LISTS: &str = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\">\
<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Điều %1.\"/></w:lvl>\
<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>\
<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%3)\"/></w:lvl>\
</w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

#[test]
fn word_that_numbers_by_itself() {
    let body = [
        listed(0, "Phạm vi"),
        listed(1, "Một"),
        listed(1, "Hai:"),
        listed(2, "A"),
        listed(2, "B"),
        listed(0, "Khác"),
        listed(1, "Lại một"),
    ]
    .concat();
    let read_in = read_bytes(&word(&body, LISTS)).unwrap();
    assert_eq!(read_in.format, Format::Docx);
    assert_eq!(read_in.text, "Điều 1. Phạm vi\n1. Một\n2. Hai:\na) A\nb) B\nĐiều 2. Khác\n1. Lại một\n");
    assert_eq!(said(&read(&read_in.text)), "D1 K1 K2 Pa Pb D2 K1");
}

#[test]
fn word_with_tables_and_what_is_left_out() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", text.split('|').map(p).collect::<String>());
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|it| cell(it)).collect::<String>());
    let heading = format!("<w:tbl>{}</w:tbl>", row(&["CHÍNH PHỦ|Số: 1/2020/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập"]));
    let table = format!("<w:tbl>{}{}</w:tbl>", row(&["STT", "Xã|thôn", "Tiền"]), row(&["1", "", "5 &amp; 6"]));
    let changed = "<w:p><w:r><w:t>Giữ</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins><w:r><w:footnoteReference w:id=\"2\"/><w:tab/><w:t>sau</w:t></w:r></w:p>";
    let text = read_bytes(&word(&[heading, p("Điều 1. A"), table, changed.to_owned()].concat(), "")).unwrap().text;
    let wanted = "CHÍNH PHỦ\nSố: 1/2020/NĐ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\nĐiều 1. A\nSTT\tXã thôn\tTiền\n1\t\t5 & 6\nGiữ thêm\tsau\n";
    assert_eq!(text, wanted);
    assert_eq!(read(&text).front.number.as_deref(), Some("1/2020/NĐ-CP"));
}

#[test]
fn word_that_is_broken_names_the_line() {
    let good = word(&[p("Một"), p("Hai")].concat(), "");
    assert_eq!(read_bytes(&good[..good.len() / 2]), Err(Unreadable { why: Fault::NotWord, line: 0 }));
    let cut = word(&format!("{}{}</w:p></w:tbl><w:p", p("Một"), p("Hai")), "");
    assert_eq!(read_bytes(&cut), Err(Unreadable { why: Fault::Broken, line: 3 }));
    for (bytes, why) in
        [(&b"\xD0\xCF\x11\xE0 old"[..], Fault::OldWord), (b"{\\rtf1", Fault::Rtf), (b"%PDF-1.4", Fault::Pdf), (b" \n ", Fault::Empty)]
    {
        assert_eq!(read_bytes(bytes), Err(Unreadable { why, line: 0 }));
    }
}

#[test]
fn pages() {
    let page = "<!DOCTYPE html><html><head><title>Không</title><style>p{}</style></head><body><p class='a>b'>Điều 1. T&ecirc;n &amp; \n việc</p>\
<p>1. M&#7897;t<br/>d&ograve;ng hai</p><ol start=2><li>Hai<ol type=a><li>A<li>B</ol></ol>\
<table><tr><td><p>STT</p></td><td>Xã<br>thôn</td></tr><tr><td>1</td><td></td></tr></table><script>if (a<b) {}</script>&copy &khongco; 5 < 6</body>";
    let it = read_bytes(page.as_bytes()).unwrap();
    assert_eq!(it.format, Format::Html);
    assert_eq!(it.text, "Điều 1. Tên & việc\n1. Một\ndòng hai\n2. Hai\na) A\nb) B\nSTT\tXã thôn\n1\n© &khongco; 5 < 6\n");
    assert_eq!(said(&read(&it.text)), "D1 K1 K2 Pa Pb");
}

#[test]
fn plain_text_in_its_charset() {
    let text = "Điều 1. Phạm vi\n1. Hòa giải ở cơ sở.\n";
    assert_eq!(read_bytes(text.as_bytes()).unwrap().charset, "UTF-8");
    let marked: Vec<u8> = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    assert_eq!(read_bytes(&marked).unwrap().text, text);
    for (mark, little) in [(&b"\xFF\xFE"[..], true), (b"\xFE\xFF", false), (b"", true), (b"", false)] {
        let units = text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
        let bytes: Vec<u8> = mark.iter().copied().chain(units).collect();
        let it = read_bytes(&bytes).unwrap();
        assert_eq!((it.text.as_str(), it.charset), (text, if little { "UTF-16LE" } else { "UTF-16BE" }));
    }
    // windows-1258: letters with their shape, tones as marks after them.
    let bytes = b"\xD0i\xEA\xCC\xF2u 1. Ph\xE1m vi \xF0i\xEA\xD2m h\xF4\xF2p\n";
    let it = read_bytes(bytes).unwrap();
    assert_eq!(it.charset, "windows-1258");
    assert!(it.text.nfc().collect::<String>().contains("điểm hộp"), "{}", it.text);
}

#[test]
fn broken_text_names_the_line() {
    let mut bytes = "Dòng một, đủ dài để biết là UTF-8: được bãi bỏ, sửa đổi, bổ sung.\nDòng hai có chữ ".as_bytes().to_vec();
    bytes.extend(b"\xE1\xBB roi\n");
    assert_eq!(read_bytes(&bytes), Err(Unreadable { why: Fault::NotText, line: 2 }));
    assert_eq!(read_bytes(b"a\nb\nc\0d\n\x01"), Err(Unreadable { why: Fault::NotText, line: 3 }));
}

#[test]
fn old_codes_are_offered_never_taken() {
    let cases = [
        (Encoding::Tcvn3, "NghÞ ®Þnh nµy quy ®Þnh vÒ c«ng t¸c d©n téc", "Nghị định này quy định về công tác dân tộc"),
        (Encoding::Vni, "Nghò ñònh naøy quy ñònh veà coâng taùc daân toäc", "Nghị định này quy định về công tác dân tộc"),
        (
            Encoding::Vni,
            "ÑIEÀU KIEÄN HOÃ TRÔÏ ÔÛ CAÁP XAÕ; luùc öùng tröôùc, ñaêng kyù, laøng xoùm, chæ tieâu, kyõ",
            "ĐIỀU KIỆN HỖ TRỢ Ở CẤP XÃ; lúc ứng trước, đăng ký, làng xóm, chỉ tiêu, kỹ",
        ),
        (Encoding::LookAlikes, "Ðiều 1. ðịnh", "Điều 1. định"),
    ];
    for (encoding, old, new) in cases {
        let text = format!("Dòng đúng sẵn.\n{old}\n");
        let found = oddities(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        let it = &found[0];
        assert_eq!((it.encoding, it.line, it.lines, it.sample.as_str(), it.converted.as_str()), (encoding, 2, 1, old, new));
        assert_eq!(convert(&text, encoding), format!("Dòng đúng sẵn.\n{new}\n"));
    }
    let apart: String = "Hòa giải ở cơ sở".nfd().collect();
    assert_eq!(oddities(&apart)[0].encoding, Encoding::Decomposed);
    assert_eq!(convert(&apart, Encoding::Decomposed), "Hòa giải ở cơ sở");
    for ordinary in ["Điều 1. Hòa giải “ở cơ sở” «khác» 5°C § 2.", "café naïve", "Đoàn kết – tiến bộ"] {
        assert_eq!(oddities(ordinary), [], "{ordinary}");
    }
    // A whole file of one byte a letter.
    let bytes: Vec<u8> = cases[0].1.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let it = read_bytes(&bytes).unwrap();
    assert_eq!((it.charset, convert(&it.text, Encoding::Tcvn3).as_str()), ("windows-1252", cases[0].2));
}
