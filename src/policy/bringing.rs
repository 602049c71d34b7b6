//! What a brought text says of itself: number, kind, issuer, title, days. An offer to the librarian, who corrects it. Pure.

use super::document::Kind;
use super::law::{self, Encoding, Level, convert};
use crate::ground::dates::Date;
use crate::ground::text::{clean, fold};

/// What was made out; empty where the text does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    pub number: String,
    pub kind: Option<Kind>,
    pub issuer: String,
    pub title: String,
    pub issued_on: Option<Date>,
    pub effective_on: Option<Date>,
}

impl Understood {
    /// With the issuers that the library knows, for names in capitals.
    #[must_use]
    pub fn of(text: &str, read: &law::Document, issuers: &[&str]) -> Self {
        let front = &read.front;
        let said = |span: Option<law::Span>| span.map(|it| clean(&it.of(text).replace(['\n', '\t'], " "))).unwrap_or_default();
        let issued_on = front
            .date
            .and_then(|(year, month, day)| Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?));
        let number = front.number.clone().unwrap_or_default();
        Self {
            kind: front.kind.or_else(|| super::citing::kind_of(&number)),
            issuer: name(&said(front.issuer), issuers),
            title: said(front.title),
            effective_on: effective_on(text, read, issued_on),
            issued_on,
            number,
        }
    }
}

/// `ỦY BAN DÂN TỘC` as the library writes it: Ủy ban Dân tộc. Another name in capitals keeps only its first.
fn name(capitals: &str, known: &[&str]) -> String {
    if capitals.chars().any(char::is_lowercase) {
        return capitals.to_owned();
    }
    if let Some(known) = known.iter().find(|it| fold(it) == fold(capitals)) {
        return (*known).to_owned();
    }
    let low = capitals.to_lowercase();
    let mut letters = low.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2023", "kể từ ngày ký".
fn effective_on(text: &str, read: &law::Document, issued_on: Option<Date>) -> Option<Date> {
    let own = read.nodes().into_iter().filter(|it| it.level >= Level::Article).map(|it| it.own.of(text));
    own.filter_map(|said| day_of_effect(&said.to_lowercase(), issued_on)).next_back()
}

fn day_of_effect(low: &str, issued_on: Option<Date>) -> Option<Date> {
    let at = low.match_indices("hiệu lực").map(|(at, _)| at).find(|at| {
        let before: Vec<&str> = low.get(..*at).unwrap_or_default().split_whitespace().rev().take(3).collect();
        before.contains(&"này")
    })?;
    let rest: String = low.get(at..)?.chars().take(140).collect();
    let after = rest.split_once("ngày").map(|it| it.1.trim_start())?;
    if after.starts_with("ký") || after.starts_with("ban hành") {
        return issued_on;
    }
    let written: String = after.chars().take_while(|c| !matches!(c, '.' | ';' | ',')).collect();
    let mut words = Vec::new();
    for word in written.split_whitespace() {
        words.push(word);
        if word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) || word.len() > 7 && word.contains('/') {
            break;
        }
    }
    Date::read(&words.join(" ")).ok()
}

/// A line that a conversion would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// From 1.
    pub line: usize,
    pub before: String,
    pub after: String,
}

/// The first lines that a conversion changes, and how many there are.
#[must_use]
pub fn rewrites(text: &str, encoding: Encoding, most: usize) -> (Vec<Rewrite>, usize) {
    let after = convert(text, encoding);
    let changed = text.lines().zip(after.lines()).enumerate().filter(|(_, (before, after))| before != after);
    let mut out = Vec::new();
    let mut count = 0;
    for (at, (before, after)) in changed {
        count += 1;
        if out.len() < most {
            let (before, after) = differing(before, after);
            out.push(Rewrite { line: at + 1, before, after });
        }
    }
    (out, count)
}

/// The words of two lines from the first to the last that differ, with two around them.
fn differing(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = old.iter().zip(&new).take_while(same).count().saturating_sub(2);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count().saturating_sub(2);
    let cut = |words: &[&str]| {
        let end = words.len().saturating_sub(tail).max(head);
        let kept = words.get(head..end).unwrap_or_default().join(" ");
        format!("{}{kept}{}", if head > 0 { "… " } else { "" }, if end < words.len() { " …" } else { "" })
    };
    (cut(&old), cut(&new))
}

/// The name of an encoding in a form.
#[must_use]
pub fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Tcvn3 => "tcvn3",
        Encoding::Vni => "vni",
        Encoding::Decomposed => "decomposed",
        Encoding::LookAlikes => "look-alikes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::law::parse;

    fn day(year: i16, month: i8, day: i8) -> Option<Date> {
        Date::new(year, month, day)
    }

    #[test]
    fn the_day_of_effect_is_read_as_it_is_written() {
        let issued = day(2023, 6, 24);
        for (said, expected) in [
            ("Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2023.", day(2023, 8, 1)),
            ("Thông tư này có hiệu lực kể từ ngày 15/8/2023 và thay thế", day(2023, 8, 15)),
            ("Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.", issued),
            ("Quyết định này có hiệu lực từ ngày ký.", issued),
            ("Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025, trừ quy định tại khoản 2", day(2025, 1, 1)),
            ("Nghị định số 27/2022/NĐ-CP hết hiệu lực từ ngày 01 tháng 01 năm 2026.", None),
            ("Nghị định này có hiệu lực.", None),
        ] {
            assert_eq!(day_of_effect(&said.to_lowercase(), issued), expected, "{said}");
        }
    }

    #[test]
    fn the_heading_is_understood() {
        let text = "ỦY BAN DÂN TỘC\nSố: 02/2022/TT-UBDT\nHà Nội, ngày 30 tháng 6 năm 2022\nTHÔNG TƯ\nHướng dẫn thực hiện một số dự án\n\
            Căn cứ Nghị định số 66/2022/NĐ-CP;\nĐiều 1. Phạm vi\nMột số dự án.\nĐiều 2. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 15 tháng 8 năm 2022.\n";
        let it = Understood::of(text, &parse(text), &["Chính phủ", "Ủy ban Dân tộc"]);
        assert_eq!((it.number.as_str(), it.kind, it.issuer.as_str()), ("02/2022/TT-UBDT", Some(Kind::Circular), "Ủy ban Dân tộc"));
        assert_eq!(
            (it.title.as_str(), it.issued_on, it.effective_on),
            ("Hướng dẫn thực hiện một số dự án", day(2022, 6, 30), day(2022, 8, 15))
        );
        assert_eq!(name("ỦY BAN NHÂN DÂN TỈNH", &[]), "Ủy ban nhân dân tỉnh");
    }

    #[test]
    fn lines_that_a_conversion_changes_are_shown() {
        let text = "Một dòng\nÐiều 1. Phạm vi\nÐiều 2. Hiệu lực\n";
        let (shown, count) = rewrites(text, Encoding::LookAlikes, 1);
        assert_eq!((count, shown.len()), (2, 1));
        assert_eq!((shown[0].line, shown[0].before.as_str(), shown[0].after.as_str()), (2, "Ðiều 1. Phạm …", "Điều 1. Phạm …"));
        assert_eq!(differing("một hai ba bốn năm sáu bảy", "một hai ba BỐN năm sáu bảy").1, "… hai ba BỐN năm sáu …");
    }
}
