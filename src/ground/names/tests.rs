//! Names survive.

use proptest::prelude::*;

use super::*;

#[test]
fn the_given_name_is_the_last_word() {
    for (full, family_and_middle, given) in [
        ("Hà Văn An", "Hà Văn", "An"),
        ("  Nguyễn\u{A0}Thị  Hương ", "Nguyễn Thị", "Hương"),
        ("Tài", "", "Tài"),
        ("H'Hen Niê", "H'Hen", "Niê"),
        ("H’Hen", "", "H’Hen"),
        ("Y Bê", "Y", "Bê"),
        ("A Lưới", "A", "Lưới"),
        ("Y-Moan Ê-nuôl", "Y-Moan", "Ê-nuôl"),
        ("Bùi Thị Ṷn", "Bùi Thị", "Ṷn"),
        ("Qua\u{32D}ch o\u{312}", "Qua\u{32D}ch", "o\u{312}"),
        ("lò văn PÓM", "lò văn", "PÓM"),
    ] {
        let name = Name::split(full).unwrap();
        assert_eq!((name.family_and_middle.as_str(), name.given.as_str()), (family_and_middle, given), "{full}");
        assert_eq!(name.full(), clean(full));
        assert_eq!(Name::from_parts(family_and_middle, given), Ok(name));
    }
}

#[test]
fn what_is_no_name_is_refused_by_value() {
    assert_eq!(Name::split(" \u{200B} "), Err(NameError::Empty));
    assert_eq!(Name::split("12 - 3"), Err(NameError::Empty));
    assert_eq!(Name::from_parts("Hà Văn", " "), Err(NameError::Empty));
    assert!(Name::split(&"ạ".repeat(LONGEST)).is_ok());
    assert_eq!(Name::split(&"ạ".repeat(LONGEST + 1)), Err(NameError::TooLong(LONGEST + 1)));
    assert_eq!(Name::from_parts(&"ạ".repeat(LONGEST), "An"), Err(NameError::TooLong(LONGEST + 3)));
}

#[test]
fn capitals_are_offered_a_mending() {
    for (capitals, offered) in [
        ("LÒ VĂN PÓM", Some("Lò Văn Póm")),
        (" ĐINH THỊ  ÁNH", Some("Đinh Thị Ánh")),
        ("H'HEN NIÊ", Some("H'Hen Niê")),
        ("Y-MOAN Ê-NUÔL", Some("Y-Moan Ê-Nuôl")),
        ("A\u{32D}N O\u{312}N", Some("A\u{32D}n O\u{312}n")),
        ("TÀI", Some("Tài")),
        ("Y", None),
        ("Y A", None),
        ("Lò Văn Póm", None),
        ("LÒ VĂN Póm", None),
        ("", None),
        ("123", None),
    ] {
        assert_eq!(mend_capitals(capitals).as_deref(), offered, "{capitals}");
    }
}

proptest! {
    #[test]
    fn names_survive(full in prop_oneof![".{0,60}", "[A-ZĐÂẬa-zđâậḙṷ'’ \u{300}-\u{32D}-]{1,40}"]) {
        match Name::split(&full) {
            Ok(name) => {
                prop_assert_eq!(name.full(), clean(&full));
                prop_assert!(!name.given.is_empty() && !name.given.contains(' '));
                prop_assert_eq!(Name::split(&name.full()), Ok(name.clone()));
                prop_assert_eq!(Name::from_parts(&name.family_and_middle, &name.given), Ok(name));
            }
            Err(error) => prop_assert_eq!(error, NameError::Empty),
        }
    }

    #[test]
    fn a_mended_name_needs_no_more(full in ".{0,40}") {
        if let Some(mended) = mend_capitals(&full) {
            prop_assert_eq!(mend_capitals(&mended), None);
            prop_assert_eq!(super::super::text::fold(&mended), super::super::text::fold(&full));
        }
    }
}
