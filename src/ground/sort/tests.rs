//! The order of the domain notes, and the keys against the collator itself.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

const ORDERED: [&str; 19] =
    ["An", "Ân", "Ẩn", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Bùi", "Cao", "Dương", "Đinh", "Đỗ", "Hà", "Hoa", "Hoà", "Hòa", "Lò"];

#[test]
fn lists_stand_in_the_order_of_cldr() {
    for pair in ORDERED.windows(2) {
        assert!(sort_key(pair[0]) < sort_key(pair[1]), "{pair:?}");
        assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
    }
    let mut shuffled = ORDERED;
    shuffled.reverse();
    shuffled.sort_by_cached_key(|text| sort_key(text));
    assert_eq!(shuffled, ORDERED);
}

#[test]
fn letters_come_before_tones_and_tones_before_capitals() {
    let ordered = ["a", "A", "à", "ả", "ã", "á", "ạ", "ab", "ă", "â", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư"];
    for pair in ordered.windows(2) {
        assert!(sort_key(pair[0]) < sort_key(pair[1]), "{pair:?}");
    }
    assert!(sort_key("Khu 2") < sort_key("Khu 10"));
    assert!(sort_key("Khu 10") < sort_key("Khu Đồng"));
    assert!(sort_key("").is_empty() || sort_key("") < sort_key("a"));
}

#[test]
fn persons_stand_by_given_name_then_by_the_rest() {
    let ordered = [("Hà Văn", "An"), ("Đinh Thị", "Bình"), ("Hà Thị", "Bình"), ("Phùng Đức", "Cường"), ("Nguyễn Văn", "Đạt")];
    for pair in ordered.windows(2) {
        assert!(name_sort_key(pair[0].0, pair[0].1) < name_sort_key(pair[1].0, pair[1].1), "{pair:?}");
    }
    let between = |low: (&str, &str), middle: (&str, &str), high: (&str, &str)| {
        let [low, middle, high] = [low, middle, high].map(|(family, given)| name_sort_key(family, given));
        low < middle && middle < high
    };
    assert!(between(("Đinh Thị", "Bình"), ("HÀ THỊ", "BÌNH"), ("Lò Thị", "Bình")), "capitals stand among the others");
    assert!(between(("Bùi Văn", "Hoà"), ("Cao Văn", "Hòa"), ("Đỗ Văn", "Hoà")), "so do both placements of the tone");
    assert!(between(("", "An"), ("Hà", "An"), ("Hà Văn", "An")));
    assert!(between(("Hà", "An"), ("", "An Bình"), ("", "Bình")));
}

#[test]
fn keys_are_plain_text_for_both_engines() {
    let key = name_sort_key("Nguyễn Thị", "Hương");
    assert!(key.chars().all(|c| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c)), "{key}");
    assert!(key.len() < 200, "{}", key.len());
}

proptest! {
    #[test]
    fn keys_compare_as_the_collator_does(a in ".{0,12}", b in ".{0,12}") {
        prop_assert_eq!(sort_key(&a).cmp(&sort_key(&b)), compare(&a, &b));
    }

    #[test]
    fn so_do_keys_of_vietnamese(a in "[aăâbcdđeêghioôơuưyàáảãạ ẬỆ0-9]{0,6}", b in "[aăâbcdđeêghioôơuưyàáảãạ ẬỆ0-9]{0,6}") {
        prop_assert_eq!(sort_key(&a).cmp(&sort_key(&b)), compare(&a, &b));
        let decomposed: String = a.nfd().collect();
        prop_assert_eq!(sort_key(&decomposed), sort_key(&a));
    }
}
