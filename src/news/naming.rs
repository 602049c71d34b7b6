//! Names in a text: finding them, and taking them out. Pure.
//!
//! Names are looked for with their diacritics, and without them where the text itself has none. Names of one word are words of the
//! language as well ("Bình", "Hòa"), so only those of two words or more are looked for.

use crate::difficulties::{Told, tells_of_person};
use crate::ground::text::{accent_fold, fold};
use std::ops::Range;

/// Stands in place of a name that is taken out.
const SOMEBODY: &str = "một học viên";

/// Goes with a name.
const TITLES: [&[&str]; 8] = [&["đồng", "chí"], &["ông"], &["bà"], &["anh"], &["chị"], &["cô"], &["chú"], &["bác"]];

/// A telephone number in the text, as written.
#[must_use]
pub fn phone_in(text: &str) -> Option<String> {
    match tells_of_person(text, &[]) {
        Some(Told::Phone(phone)) => Some(phone),
        _ => None,
    }
}

/// Does the text name this person?
#[must_use]
pub fn is_named(text: &str, name: &str) -> bool {
    !places_of(text, name).is_empty()
}

/// The text with somebody in place of each of these names, titles before them included.
#[must_use]
pub fn without(text: &str, names: &[&str]) -> String {
    let mut text = text.to_owned();
    for name in names {
        for place in places_of(&text, name).into_iter().rev() {
            let begins =
                text.get(..place.start).is_none_or(|it| it.trim_end().is_empty() || it.trim_end().ends_with(['.', '!', '?', '\n']));
            let somebody = if begins { SOMEBODY.replacen('m', "M", 1) } else { SOMEBODY.to_owned() };
            text.replace_range(place, &somebody);
        }
    }
    text
}

/// Where the name stands in the text, from its title on.
fn places_of(text: &str, name: &str) -> Vec<Range<usize>> {
    let bare = text.is_ascii();
    let folded = |it: &str| if bare { fold(it) } else { accent_fold(it) };
    let words: Vec<(Range<usize>, String)> =
        words(text).into_iter().map(|it| (it.clone(), folded(text.get(it).unwrap_or_default()))).collect();
    let wanted: Vec<String> = self::words(name).into_iter().map(|it| folded(name.get(it).unwrap_or_default())).collect();
    if wanted.len() < 2 {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, window) in words.windows(wanted.len()).enumerate() {
        let (Some((first, _)), Some((last, _))) = (window.first(), window.last()) else { continue };
        if window.iter().map(|it| &it.1).eq(&wanted) && found.last().is_none_or(|it| it.end <= first.start) {
            found.push(title_before(words.get(..at).unwrap_or_default(), &folded).unwrap_or(first.start)..last.end);
        }
    }
    found
}

/// Where the title begins that these words end with.
fn title_before(words: &[(Range<usize>, String)], folded: &impl Fn(&str) -> String) -> Option<usize> {
    TITLES.iter().find_map(|title| {
        let from = words.len().checked_sub(title.len())?;
        let last = words.get(from..)?;
        last.iter().zip(*title).all(|(word, it)| word.1 == folded(it)).then(|| last.first().map(|it| it.0.start))?
    })
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| from..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_found_as_people_write_them() {
        for text in ["Ông Hà Văn An nói", "HÀ VĂN AN", "xã Mỹ Lung (Hà Văn An)", "ong ha van an", "Hà  Văn\nAn"] {
            assert!(is_named(text, "Hà Văn An"), "{text}");
        }
        for text in ["Hà Văn Ân", "Hà Văn Anh", "Văn An", "", "ông ha van an"] {
            assert!(!is_named(text, "Hà Văn An"), "{text}");
        }
        assert!(!is_named("Hòa Bình", "Bình"));
        assert_eq!(phone_in("Liên hệ 0912 345 678."), Some("0912 345 678".into()));
        assert_eq!(phone_in("Kinh phí 4.800.000.000 đồng, từ 16/10/2018"), None);
    }

    #[test]
    fn a_name_is_taken_out_with_its_title() {
        let names = ["Hà Văn An", "Đinh Thị Bình"];
        let out = |text| without(text, &names);
        assert_eq!(out("Theo ông Hà Văn An, mương bị cuốn."), "Theo một học viên, mương bị cuốn.");
        assert_eq!(out("Ông Hà Văn An nói. Bà Đinh Thị Bình cũng vậy."), "Một học viên nói. Một học viên cũng vậy.");
        assert_eq!(out("Đồng chí Hà Văn An"), "Một học viên");
        assert_eq!(out("Không ai được nhắc tên."), "Không ai được nhắc tên.");
    }

    proptest! {
        #[test]
        fn what_was_taken_out_is_not_there(before in "[ a-zà-ỹĐđ,.]{0,40}", after in "[ a-zà-ỹ,.]{0,40}") {
            let text = format!("{before} Hà Văn An {after}");
            let left = without(&text, &["Hà Văn An"]);
            prop_assert!(!is_named(&left, "Hà Văn An"), "{}", left);
            prop_assert!(left.contains(after.trim_end()) || after.trim().is_empty());
        }
    }
}
