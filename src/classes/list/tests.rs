//! Lists as places really send them.

use super::workbook::sheets;
use super::{Cell, ListError, Offered, Reading, Table, Why, read};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

fn text(it: &str) -> Cell {
    if it.is_empty() { Cell::Empty } else { Cell::Text(it.to_owned()) }
}

fn row(cells: &[&str]) -> Vec<Cell> {
    cells.iter().map(|it| text(it)).collect()
}

const HEAD: [&str; 6] = ["TT", "Họ và tên", "Năm sinh", "Nam/Nữ", "Chức vụ", "Điện thoại"];

/// A table of this header and these rows.
fn table(rows: &[&[&str]]) -> Table {
    std::iter::once(row(&HEAD)).chain(rows.iter().map(|it| row(it))).collect()
}

fn one(cells: &[&str]) -> Reading {
    read(&[table(&[cells])]).unwrap()
}

/// The file that `write` makes.
fn book(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn read_bytes(bytes: &[u8]) -> Result<Reading, ListError> {
    read(&sheets(bytes)?)
}

#[test]
fn the_header_is_found_below_merged_titles_and_signatures_are_no_people() {
    let bytes = book(|sheet| {
        let bold = Format::new().set_bold();
        sheet.merge_range(0, 0, 0, 3, "ỦY BAN NHÂN DÂN XÃ MỸ LUNG", &bold).unwrap();
        sheet.merge_range(0, 5, 0, 9, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &bold).unwrap();
        sheet.merge_range(2, 0, 2, 9, "DANH SÁCH HỌC VIÊN (Kèm theo Công văn số 12/UBND ngày 05/10/2018)", &bold).unwrap();
        let titles = [
            "TT",
            "Họ và đệm",
            "Tên",
            "Năm sinh",
            "Nam/Nữ",
            "Dân tộc",
            "Chức vụ",
            "Đơn vị (xã)",
            "Điện thoại",
            "Thuộc nhóm đối tượng",
            "Ghi chú",
            "Số CCCD",
        ];
        for (column, title) in (0..).zip(titles) {
            sheet.write_string(4, column, title).unwrap();
            sheet.write_number(5, column, f64::from(column) + 1.0).unwrap();
        }
        let people = [
            ("Hà Văn", "An", 1980.0, "Nam", "Mường", "Phó Chủ tịch UBND xã", 912_345_678.0),
            ("Đinh Thị", "Bình", 1985.0, "Nữ", "Mường", "Công chức Tài chính - Kế toán", 987_654_321.0),
        ];
        for (number, (family, given, year, sex, ethnicity, position, phone)) in (0..).zip(people) {
            let line = 6 + number;
            sheet.write_number(line, 0, f64::from(number) + 1.0).unwrap();
            for (column, value) in [
                (1, family),
                (2, given),
                (4, sex),
                (5, ethnicity),
                (6, position),
                (7, "UBND xã Mỹ Lung"),
                (9, "Cán bộ xã"),
                (11, "025080001234"),
            ] {
                sheet.write_string(line, column, value).unwrap();
            }
            sheet.write_number(line, 3, year).unwrap();
            sheet.write_number(line, 8, phone).unwrap();
        }
        sheet.write_string(8, 1, "Tổng cộng: 02 người").unwrap();
        sheet.write_string(10, 6, "Mỹ Lung, ngày 05 tháng 10 năm 2018").unwrap();
        sheet.write_string(11, 1, "NGƯỜI LẬP BIỂU").unwrap();
        sheet.write_string(11, 6, "TM. ỦY BAN NHÂN DÂN").unwrap();
        sheet.write_string(12, 6, "CHỦ TỊCH").unwrap();
        sheet.write_string(16, 1, "Nguyễn Thị Lan").unwrap();
        sheet.write_string(16, 6, "Hà Văn Thắng").unwrap();
    });
    let reading = read_bytes(&bytes).unwrap();
    assert_eq!(reading.header, 5);
    assert_eq!(reading.unused, ["Số CCCD"]);
    assert_eq!(reading.rows.len(), 2, "{:#?}", reading.left_out);
    let first = &reading.rows[0];
    assert_eq!((first.at, first.family.as_str(), first.given.as_str()), (7, "Hà Văn", "An"));
    assert_eq!((first.phone.as_deref(), first.birth_year, first.sex.as_deref()), (Some("0912345678"), Some(1980), Some("male")));
    assert_eq!(
        (first.ethnicity.as_deref(), first.unit.as_str(), first.target_group.as_str()),
        (Some("Mường"), "UBND xã Mỹ Lung", "Cán bộ xã")
    );
    assert_eq!(first.said[0].key, "list-said-zero");
    assert_eq!(reading.rows[1].sex.as_deref(), Some("female"));
    assert_eq!(reading.faults(), 0);
    assert_eq!(reading.left_out.len(), 5, "every row that is no person is shown: {:#?}", reading.left_out);
}

#[test]
fn titles_have_many_spellings() {
    let head = row(&[
        "STT",
        "HỌ VÀ TÊN HỌC VIÊN",
        "Ngày, tháng, năm sinh",
        "Giới tính",
        "Chức danh",
        "Cơ quan/Đơn vị công tác",
        "SĐT",
        "ĐT",
        "Đối tượng",
    ]);
    let person = row(&["1", "Lò Văn Póm", "05/02/1979", "nam", "Trưởng bản", "bản Pà Cò", "0987 654 321", "", "Người có uy tín"]);
    let reading = read(&[vec![head, person]]).unwrap();
    let it = &reading.rows[0];
    assert_eq!((it.name().as_str(), it.birth_year, it.phone.as_deref()), ("Lò Văn Póm", Some(1979), Some("0987654321")));
    assert_eq!((it.position.as_str(), it.unit.as_str(), it.target_group.as_str()), ("Trưởng bản", "bản Pà Cò", "Người có uy tín"));
}

#[test]
fn a_name_may_stand_under_one_title_over_two_columns() {
    let reading = read(&[vec![
        row(&["TT", "Họ và tên", "", "Năm sinh", "", "Chức vụ"]),
        row(&["", "", "", "Nam", "Nữ", ""]),
        row(&["1", "Hà Văn", "An", "1980", "", "Chủ tịch"]),
        row(&["2", "Đinh Thị", "Bình", "", "1985", "Phó Chủ tịch"]),
        row(&["3", "Y", "Blim", "", "1990", "Kế toán"]),
    ]])
    .unwrap();
    let rows: Vec<_> = reading.rows.iter().map(|it| (it.family.as_str(), it.given.as_str(), it.birth_year, it.sex.as_deref())).collect();
    assert_eq!(
        rows,
        [
            ("Hà Văn", "An", Some(1980), Some("male")),
            ("Đinh Thị", "Bình", Some(1985), Some("female")),
            ("Y", "Blim", Some(1990), Some("female"))
        ]
    );
}

#[test]
fn telephone_numbers_are_repaired_and_it_is_said() {
    let phone = |raw: &str| {
        let reading = one(&["1", "Hà Văn An", "1980", "Nam", "", raw]);
        let it = &reading.rows[0];
        (it.phone.clone(), it.said.iter().map(|it| it.key).collect::<Vec<_>>(), it.offers.clone())
    };
    assert_eq!(phone("0912.345.678"), (Some("0912345678".into()), vec![], vec![]));
    assert_eq!(phone("912345678"), (Some("0912345678".into()), vec!["list-said-zero"], vec![]));
    assert_eq!(phone("+84 912 345 678"), (Some("0912345678".into()), vec!["list-said-country"], vec![]));
    assert_eq!(phone("0168 345 6789"), (Some("0383456789".into()), vec!["list-said-prefix"], vec![]));
    assert_eq!(phone("0210 384 6647"), (None, vec!["list-said-fixed-line"], vec![]));
    let (none, _, offers) = phone("0912345678 / 0987654321");
    assert_eq!((none, offers[0].what, offers[0].to.as_str()), (None, Offered::FirstPhone, "0912345678"));
    let reading = one(&["1", "Hà Văn An", "1980", "Nam", "", "0912345678; 0987654321"]);
    assert_eq!(reading.rows[0].clone().with(0).phone.as_deref(), Some("0912345678"));
    for (raw, why) in [
        ("chưa có", Why::Phone("chưa có".into())),
        ("9.12E+08", Why::PhoneScientific("9.12E+08".into())),
        ("09123", Why::Phone("09123".into())),
    ] {
        let reading = one(&["1", "Hà Văn An", "1980", "Nam", "", raw]);
        assert_eq!((reading.rows.len(), &reading.left_out[0].why), (0, &why));
    }
}

#[test]
fn a_number_cell_is_not_a_scientific_text() {
    let mut table = table(&[]);
    table.push(vec![Cell::Number(1.0), text("Hà Văn An"), Cell::Number(1980.0), text("Nam"), Cell::Empty, Cell::Number(9.123_456_78E8)]);
    let reading = read(&[table]).unwrap();
    assert_eq!(reading.rows[0].phone.as_deref(), Some("0912345678"));
    assert_eq!(reading.rows[0].birth_year, Some(1980));
}

#[test]
fn capitals_are_offered_to_be_mended_and_never_mended_unasked() {
    let reading = one(&["1", "ĐINH THỊ H'HEN", "1980", "Nữ", "CHỦ TỊCH", "0912345678"]);
    let it = &reading.rows[0];
    assert_eq!((it.name().as_str(), it.position.as_str()), ("ĐINH THỊ H'HEN", "CHỦ TỊCH"));
    assert_eq!((it.offers[0].what, it.offers[0].to.as_str()), (Offered::Capitals, "Đinh Thị H'Hen"));
    let taken = it.clone().with(0);
    assert_eq!((taken.family.as_str(), taken.given.as_str()), ("Đinh Thị", "H'Hen"));
    assert_eq!(it.clone().with(7), *it, "an offer that nobody made changes nothing");
    let letters = one(&["1", "Ðinh Thị Bình", "1980", "Nữ", "", ""]);
    assert_eq!((letters.rows[0].offers[0].what, letters.rows[0].offers[0].to.as_str()), (Offered::Letters, "Đinh Thị Bình"));
}

#[test]
fn names_of_every_people_pass_and_what_is_no_name_is_refused_with_its_reason() {
    for name in ["Bùi Văn Pộng", "Hà Thị Ṷn", "Y", "H'Hen Niê", "Lò Thị Mai-Anh", "Đinh Pḙl", "Quách Thị Mo̒ng"] {
        assert_eq!(one(&["1", name, "", "", "", ""]).rows[0].name(), name);
    }
    let long = "Hà ".repeat(70);
    let cases: [(&str, Why); 3] =
        [("12345", Why::NameWithoutLetters("12345".into())), ("", Why::NoName), (long.as_str(), Why::NameLong(209))];
    for (name, why) in cases {
        let reading = one(&["1", name, "1980", "Nam", "Chủ tịch", "0912345678"]);
        assert_eq!((reading.rows.len(), &reading.left_out[0].why), (0, &why));
    }
    let just = "á".repeat(200);
    assert_eq!(one(&["1", &just, "", "", "", ""]).rows.len(), 1);
}

#[test]
fn years_and_sexes_that_cannot_be_made_out_are_refused() {
    let why = |year: &str, sex: &str| one(&["1", "Hà Văn An", year, sex, "", ""]).left_out[0].why.clone();
    assert_eq!(why("5/2/80", ""), Why::BirthShort("5/2/80".into()));
    assert_eq!(why("1880", ""), Why::Birth("1880".into()));
    assert_eq!(why("không nhớ", ""), Why::Birth("không nhớ".into()));
    assert_eq!(why("1980", "x"), Why::Sex("x".into()));
    for year in ["1980", "05/02/1980", "02/1980", "khoảng 1980", "1980-02-05 00:00:00"] {
        assert_eq!(one(&["1", "Hà Văn An", year, "", "", ""]).rows[0].birth_year, Some(1980), "{year}");
    }
}

#[test]
fn the_same_person_twice_is_one_and_a_shared_number_is_said() {
    let reading = read(&[table(&[
        &["1", "Hà Văn An", "1980", "Nam", "", "0912345678"],
        &["", "", "", "", "", ""],
        &["2", "HÀ VĂN AN", "1980", "Nam", "", "912345678"],
        &["3", "Hà Thị Bình", "1982", "Nữ", "", "0912345678"],
        &["4", "Hà Văn An", "1991", "Nam", "", "0987654321"],
    ])])
    .unwrap();
    assert_eq!(reading.rows.iter().map(|it| it.at).collect::<Vec<_>>(), [2, 5, 6]);
    assert_eq!((reading.left_out[0].at, &reading.left_out[0].why), (4, &Why::Twice(2)));
    assert_eq!(reading.rows[1].said[0].key, "list-said-shared-phone");
}

#[test]
fn headings_of_parts_are_no_people() {
    let reading = read(&[table(&[
        &["I", "Xã Mỹ Lung", "", "", "", ""],
        &["1", "Hà Văn An", "1980", "Nam", "", ""],
        &["II", "UBND huyện Yên Lập", "", "", "", ""],
        &["1", "Đinh Thị Bình", "1985", "Nữ", "", ""],
        &["2", "Xa Văn Xạ", "1985", "Nam", "", ""],
    ])])
    .unwrap();
    assert_eq!(reading.rows.len(), 3);
    assert!(reading.left_out.iter().all(|it| it.why == Why::Section));
}

#[test]
fn formulas_count_as_their_values_and_faults_are_shown() {
    let bytes = book(|sheet| {
        for (column, title) in (0..).zip(HEAD) {
            sheet.write_string(0, column, title).unwrap();
        }
        sheet.write_formula(1, 0, Formula::new("=ROW()-1").set_result("1")).unwrap();
        sheet.write_formula(1, 1, Formula::new("=PROPER(\"hà văn an\")").set_result("Hà Văn An")).unwrap();
        sheet.write_formula(1, 2, Formula::new("=2018-38").set_result("1980")).unwrap();
        sheet.write_string(2, 1, "Đinh Thị Bình").unwrap();
        sheet.write_formula(2, 5, Formula::new("=Sheet9!A1").set_result("#REF!")).unwrap();
        sheet.write_formula(3, 1, Formula::new("=A1&B1")).unwrap(); // never calculated: 0
    });
    let reading = read_bytes(&bytes).unwrap();
    assert_eq!((reading.rows.len(), reading.rows[0].name().as_str(), reading.rows[0].birth_year), (1, "Hà Văn An", Some(1980)));
    assert_eq!(reading.left_out[0].why, Why::Fault("#REF!".into(), "Điện thoại".into()));
    assert_eq!(reading.left_out[1].why, Why::NameWithoutLetters("0".into()));
}

#[test]
fn what_is_no_list_is_refused_with_its_reason() {
    assert_eq!(read_bytes(b"").unwrap_err(), ListError::Empty);
    assert_eq!(read_bytes(b"%PDF-1.7 renamed").unwrap_err(), ListError::Pdf);
    assert_eq!(read_bytes(b"\xFF\xD8\xFF\xE0 a photograph").unwrap_err(), ListError::Picture);
    assert_eq!(read_bytes("Họ và tên;Năm sinh".as_bytes()).unwrap_err(), ListError::NotASheet);
    assert_eq!(read_bytes(b"PK\x03\x04 cut off").unwrap_err(), ListError::TooLarge, "a broken archive says nothing of its size");
    assert_eq!(read_bytes(b"\xD0\xCF\x11\xE0 broken").unwrap_err(), ListError::NotASheet);
    assert_eq!(read_bytes(&zip(&[("word/document.xml", "<w/>")])).unwrap_err(), ListError::Word);
    assert_eq!(read_bytes(&book(|_| {})).unwrap_err(), ListError::NoHeader);
    assert_eq!(read(&[table(&[])]).unwrap_err(), ListError::NoRows);
    assert_eq!(read(&[vec![row(&["Kính gửi: UBND xã"]), row(&["Hà Văn An", "1980"])]]).unwrap_err(), ListError::NoHeader);
}

#[test]
fn twenty_thousand_rows_are_too_many_and_a_far_cell_costs_nothing() {
    let many = book(|sheet| {
        for (column, title) in (0..).zip(HEAD) {
            sheet.write_string(0, column, title).unwrap();
        }
        for line in 1..=20_000 {
            sheet.write_string(line, 1, format!("Hà Văn An {line}")).unwrap();
        }
    });
    assert_eq!(read_bytes(&many).unwrap_err(), ListError::TooMany);
    let far = book(|sheet| {
        for (column, title) in (0..).zip(HEAD) {
            sheet.write_string(0, column, title).unwrap();
        }
        sheet.write_string(1, 1, "Hà Văn An").unwrap();
        sheet.write_string(1, 16_000, "lạc").unwrap();
        sheet.write_string(1_048_575, 0, "lạc").unwrap();
    });
    assert_eq!(read_bytes(&far).unwrap().rows.len(), 1);
    let most: Table = std::iter::once(row(&HEAD)).chain((0..500).map(|it| row(&["", &format!("Hà Văn An {it}")]))).collect();
    assert_eq!(read(&[most]).unwrap().rows.len(), 500);
}

#[test]
fn the_old_format_and_opendocument_are_read_too() {
    let reading = read_bytes(include_bytes!("tests/old.xls")).unwrap();
    assert_eq!((reading.rows[0].name().as_str(), reading.rows[0].phone.as_deref()), ("Hà Văn An", Some("0912345678")));
    let cell = |it: &str| format!("<table:table-cell office:value-type=\"string\"><text:p>{it}</text:p></table:table-cell>");
    let line = |cells: &[&str]| format!("<table:table-row>{}</table:table-row>", cells.iter().map(|it| cell(it)).collect::<String>());
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Sheet1\">{}{}</table:table></office:spreadsheet></office:body></office:document-content>",
        line(&HEAD),
        line(&["1", "Hà Văn An", "1980", "Nam", "Chủ tịch", "0912345678"])
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let bytes = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ]);
    assert_eq!(read_bytes(&bytes).unwrap().rows[0].name(), "Hà Văn An");
}

#[test]
fn the_sample_is_a_list_without_people() {
    let bytes = super::sample::xlsx("Lớp tập huấn", "xã Mỹ Lung").unwrap();
    assert_eq!(read_bytes(&bytes).unwrap_err(), ListError::NoRows);
}

/// An archive whose files are stored as they are.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |it, _| if it & 1 == 1 { it >> 1 ^ 0xEDB8_8320 } else { it >> 1 })
        })
    };
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let at = u32::try_from(out.len()).unwrap();
        let size = u32::try_from(text.len()).unwrap();
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 33, 0];
        for number in [crc(text.as_bytes()), size, size] {
            about.extend(number.to_le_bytes());
        }
        about.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        about.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&about);
        out.extend(name.bytes());
        out.extend(text.bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.bytes());
    }
    let at = u32::try_from(out.len()).unwrap();
    let (count, length) = (u16::try_from(files.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    out.extend(directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}
