//! The table of the domain notes, and words read back into numbers.

use proptest::prelude::*;

use super::*;

const SOUTHERN: Wording = Wording { zero_tens: ZeroTens::Le, thousand: Thousand::Ngan, billion: Billion::Ti, skipped: Skipped::Silent };

fn words(number: i64) -> String {
    in_words(number, Wording::default())
}

#[test]
fn words_are_those_of_the_table() {
    for (number, expected) in [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (10_010, "mười nghìn không trăm mười"),
        (1_000_000, "một triệu"),
        (3_450_000, "ba triệu bốn trăm năm mươi nghìn"),
        (1_000_001, "một triệu không nghìn không trăm linh một"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (21_000_000_000, "hai mươi mốt tỷ"),
        (1_000_000_001, "một tỷ không triệu không nghìn không trăm linh một"),
        (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
        (2_000_000_000_000_000_000, "hai tỷ tỷ"),
        (-15, "âm mười lăm"),
    ] {
        assert_eq!(words(number), expected, "{number}");
    }
}

#[test]
fn the_other_usages_are_choices() {
    assert_eq!(in_words(1_000_001, SOUTHERN), "một triệu không trăm lẻ một");
    assert_eq!(in_words(5_000_021_105, SOUTHERN), "năm tỉ không trăm hai mươi mốt ngàn một trăm lẻ năm");
    let silent = Wording { skipped: Skipped::Silent, ..Wording::default() };
    assert_eq!(in_words(1_000_001, silent), "một triệu không trăm linh một");
}

#[test]
fn money_begins_with_a_capital_and_ends_with_dong() {
    let money = |dong, ending| money_in_words(dong, Wording::default(), ending);
    assert_eq!(money(3_450_000, Ending::Dong), "Ba triệu bốn trăm năm mươi nghìn đồng");
    assert_eq!(money(3_450_000, Ending::DongChan), "Ba triệu bốn trăm năm mươi nghìn đồng chẵn");
    assert_eq!(money(0, Ending::Dong), "Không đồng");
    assert_eq!(money(-5_000, Ending::Dong), "Âm năm nghìn đồng");
}

#[test]
fn figures_have_a_decimal_comma_and_thousands_dots() {
    assert_eq!(Decimal::new(123_456_789, 2).unwrap().to_string(), "1.234.567,89");
    assert_eq!(Decimal::new(-5, 2).unwrap().to_string(), "-0,05");
    assert_eq!(Decimal::new(1_000, 3).unwrap().shortened().to_string(), "1");
    assert_eq!(Decimal::new(1, MOST_PLACES + 1), None);
    assert_eq!(grouped(541_611), "541.611");
    assert_eq!(grouped(i64::MIN), "-9.223.372.036.854.775.808");
    assert_eq!(money(50_000), "50.000 đồng");
    for (dong, short) in [
        (4_800_000_000, "4,8 tỷ đồng"),
        (541_611_000_000, "541,6 tỷ đồng"),
        (541_611_000, "541,6 triệu đồng"),
        (5_000_000_000, "5 tỷ đồng"),
        (999_949_999, "999,9 triệu đồng"),
        (999_950_000, "1 tỷ đồng"),
        (-1_250_000, "-1,3 triệu đồng"),
        (999_999, "999.999 đồng"),
        (0, "0 đồng"),
    ] {
        assert_eq!(money_short(dong), short);
    }
}

#[test]
fn shares_are_in_percent() {
    for (part, whole, expected) in [
        (264, 1000, Some("26,4%")),
        (1, 3, Some("33,3%")),
        (2, 3, Some("66,7%")),
        (5, 5, Some("100%")),
        (0, 7, Some("0%")),
        (-1, 8, Some("-12,5%")),
        (1, 2000, Some("0,1%")),
        (1, 0, None),
    ] {
        assert_eq!(percent(part, whole).as_deref(), expected, "{part}/{whole}");
    }
    assert!(percent(i64::MAX, 1).is_some());
}

#[test]
fn typed_numbers_are_read_with_their_doubt() {
    let shown = |text| read(text).map(|r| (r.value.to_string(), r.doubt.map(|d| d.to_string())));
    for (text, value, doubt) in [
        ("1.234.567,89", "1.234.567,89", None),
        ("1,234,567.89", "1.234.567,89", None),
        ("1 234 567,5", "1.234.567,5", None),
        ("4,8", "4,8", None),
        ("4.8", "4,8", None),
        ("26,4%", "26,4", None),
        ("1.234", "1.234", Some("1,234")),
        ("1,234", "1,234", Some("1.234")),
        ("0,125", "0,125", None),
        ("0.125", "0,125", None),
        ("1234,567", "1234,567", None),
        ("1.234.567", "1.234.567", None),
        ("-12,50", "-12,50", None),
        ("− 3", "-3", None),
        ("007", "7", None),
        ("1\u{A0}000", "1.000", None),
        ("1.0", "1,0", None),
    ] {
        let value = if value == "1234,567" { "1.234,567" } else { value };
        assert_eq!(shown(text), Ok((value.to_owned(), doubt.map(str::to_owned))), "{text}");
    }
    for (text, error) in [
        ("", NumberError::Empty),
        (" ", NumberError::Empty),
        ("-", NumberError::NotANumber),
        ("%", NumberError::NotANumber),
        ("ba", NumberError::NotANumber),
        ("1.", NumberError::NotANumber),
        (",5", NumberError::NotANumber),
        ("1..2", NumberError::NotANumber),
        ("1.23.456", NumberError::BadGroups),
        ("1,2.3,4", NumberError::BadGroups),
        ("12 34", NumberError::BadGroups),
        ("99999999999999999999", NumberError::TooLarge),
        ("0,1234567890123456", NumberError::TooLarge),
    ] {
        assert_eq!(read(text), Err(error), "{text}");
    }
}

#[test]
fn typed_money_is_read() {
    for (text, value, doubt) in [
        ("50.000", 50_000, None),
        ("50,000 đ", 50_000, None),
        ("50.000đồng", 50_000, None),
        ("50 000 VNĐ", 50_000, None),
        ("50000.0", 50_000, None),
        ("50.000,00 đồng", 50_000, None),
        ("50k", 50_000, None),
        ("50 nghìn đồng", 50_000, None),
        ("4,8 tỷ đồng", 4_800_000_000, None),
        ("4.8 tỉ", 4_800_000_000, None),
        ("541.611 triệu đồng", 541_611_000_000, Some(541_611_000)),
        ("1,234 tỷ", 1_234_000_000, Some(1_234_000_000_000)),
        ("2 nghìn tỷ", 2_000_000_000_000, None),
        ("3,5 tr", 3_500_000, None),
        ("-5.000 ₫", -5_000, None),
    ] {
        assert_eq!(read_money(text), Ok(Reading { value, doubt }), "{text}");
    }
    for (text, error) in [
        ("", NumberError::Empty),
        ("đồng", NumberError::NotANumber),
        ("5 usd", NumberError::NotANumber),
        ("3tr5", NumberError::NotANumber),
        ("4,8 đồng", NumberError::NotWhole),
        ("4,8765 nghìn", NumberError::NotWhole),
        ("99999999999 tỷ", NumberError::TooLarge),
    ] {
        assert_eq!(read_money(text), Err(error), "{text}");
    }
}

/// Reads words back, of any of the usages: the sum of groups, each group times the units that follow it.
fn from_words(text: &str) -> Option<i64> {
    let (mut total, mut billions, mut group, mut ones) = (0, 0, 0, 0);
    for word in text.split(' ') {
        match word {
            "mươi" => (group, ones) = (group + ones * 10, 0),
            "trăm" => (group, ones) = (group + ones * 100, 0),
            "mười" => group += 10,
            "linh" | "lẻ" => {}
            "nghìn" | "ngàn" | "triệu" => {
                total += (group + ones) * if word == "triệu" { 1_000_000 } else { 1_000 };
                (group, ones) = (0, 0);
            }
            "tỷ" | "tỉ" => {
                billions = (billions + total + group + ones) * 1_000_000_000;
                (total, group, ones) = (0, 0, 0);
            }
            digit => {
                let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
                ones = match digit {
                    "mốt" => 1,
                    "tư" => 4,
                    "lăm" => 5,
                    _ => i64::try_from(digits.iter().position(|d| *d == digit)?).ok()?,
                };
            }
        }
    }
    Some(billions + total + group + ones)
}

proptest! {
    #[test]
    fn words_say_the_number(number in 0..1_000_000_000_000_i64, power in 0..12_u32) {
        for number in [number, number / 10_i64.pow(power), number / 10_i64.pow(power) * 10_i64.pow(power)] {
            prop_assert_eq!(from_words(&in_words(number, Wording::default())), Some(number));
            prop_assert_eq!(from_words(&in_words(number, SOUTHERN)), Some(number));
        }
    }

    #[test]
    fn small_words_say_the_number(number in 0..3_000_i64) {
        prop_assert_eq!(from_words(&words(number)), Some(number));
    }

    #[test]
    fn any_number_has_words(number in any::<i64>()) {
        prop_assert!(!words(number).is_empty());
    }

    #[test]
    fn what_is_shown_is_read_as_it_was(unscaled in any::<i64>().prop_filter("has no opposite", |n| *n != i64::MIN), places in 0..=MOST_PLACES) {
        let number = Decimal::new(unscaled, places).unwrap();
        let reading = read(&number.to_string()).unwrap();
        prop_assert!(reading.value == number || reading.doubt == Some(number), "{} {:?}", number, reading);
        prop_assert_eq!(read_money(&money(unscaled)), Ok(Reading { value: unscaled, doubt: None }));
    }

    #[test]
    fn reading_never_fails_otherwise_than_by_value(text in "[0-9., −-]{0,25}|.{0,20}") {
        let _ = read(&text);
        let _ = read_money(&text);
    }
}
