//! A provision: an article (điều), a clause (khoản) or a point (điểm), summarised in our own words; and how it is cited. Pure.

use super::document::{Kind, Mark, read_day, too_long};
use crate::ground::dates::Date;
use crate::ground::text::{clean, clean_lines};
use crate::ground::{Invalid, Word, child_id, is_id};
use serde::{Deserialize, Serialize};

/// The points of a clause, in the order of the Vietnamese alphabet without f, j, w, z: a, b, c, d, đ, e …
const POINTS: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";

/// A provision with its summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    pub id: String,
    pub document_id: String,
    pub article: String,
    /// Empty for the whole article.
    pub clause: String,
    /// Empty for the whole clause.
    pub point: String,
    pub heading: String,
    pub summary: String,
    pub mark: Mark,
    pub source: String,
    pub checked_on: Option<String>,
}

impl Provision {
    /// This provision as a citation.
    #[must_use]
    pub fn cite(&self) -> Cite {
        Cite {
            document_id: self.document_id.clone(),
            article: self.article.clone(),
            clause: self.clause.clone(),
            point: self.point.clone(),
        }
    }
}

/// A provision as a person or a file brings it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewProvision {
    pub article: String,
    pub clause: String,
    pub point: String,
    pub heading: String,
    pub summary: String,
    /// `checked`, `partly`; anything else is from memory.
    pub mark: String,
    pub source: String,
    pub checked_on: String,
}

/// The provision that was meant, or what is wrong with it.
pub fn draft_provision(new: &NewProvision, document: &str) -> Result<Provision, Invalid> {
    let mut wrong = Invalid::default();
    let place = tidy(&new.article, &new.clause, &new.point);
    match place {
        Err("article") => wrong.add("article", Word::new("provision-article-wrong")),
        Err("clause") => wrong.add("clause", Word::new("provision-clause-wrong")),
        Err(_) => wrong.add("point", Word::new("provision-point-wrong")),
        Ok(_) => {}
    }
    let (heading, summary, source) = (clean(&new.heading), clean_lines(&new.summary), clean(&new.source));
    if summary.is_empty() {
        wrong.add("summary", Word::new("provision-summary-missing"));
    }
    let mark = Mark::from_name(&new.mark).unwrap_or_default();
    if mark != Mark::Memory && source.is_empty() {
        wrong.add("source", Word::new("policy-source-missing"));
    }
    for (field, text, most) in [("heading", &heading, 300), ("summary", &summary, 2000), ("source", &source, 500)] {
        too_long(&mut wrong, field, text, most);
    }
    let checked_on = read_day(&mut wrong, "checked_on", &new.checked_on).map(Date::iso);
    wrong.verdict()?;
    let [article, clause, point] = place.unwrap_or_default();
    let id = child_id(document, &format!("{article}/{clause}/{point}"));
    Ok(Provision { id, document_id: document.to_owned(), article, clause, point, heading, summary, mark, source, checked_on })
}

/// A citation: a document, or an article, clause or point of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cite {
    pub document_id: String,
    /// Empty for the whole document.
    #[serde(default)]
    pub article: String,
    #[serde(default)]
    pub clause: String,
    #[serde(default)]
    pub point: String,
}

impl Cite {
    /// Where it stands on its document's page: `d14`, `d14.2`, `d14.2.a`; empty for the whole document.
    #[must_use]
    pub fn anchor(&self) -> String {
        if self.article.is_empty() { String::new() } else { format!("d{}", joined(&[&self.article, &self.clause, &self.point], ".")) }
    }

    /// Its address: `/documents/…/articles/14#k2-a`; of the whole document `/documents/…`.
    #[must_use]
    pub fn path(&self) -> String {
        self.path_on("")
    }

    /// The same as of a day (`2022-07-01`; empty for today).
    #[must_use]
    pub fn path_on(&self, day: &str) -> String {
        let on = if day.is_empty() { String::new() } else { format!("?on={day}") };
        if self.article.is_empty() {
            return format!("/documents/{}{on}", self.document_id);
        }
        let anchor = super::wording::anchor(&self.clause, &self.point);
        let sign = if anchor.is_empty() { "" } else { "#" };
        format!("/documents/{}/articles/{}{on}{sign}{anchor}", self.document_id, self.article)
    }

    /// "điểm a khoản 2 Điều 7", as it stands inside its document; empty for the whole document.
    #[must_use]
    pub fn place(&self) -> String {
        place_label(&self.article, &self.clause, &self.point)
    }
}

/// "điểm a khoản 2 Điều 7"; empty for a whole document.
#[must_use]
pub fn place_label(article: &str, clause: &str, point: &str) -> String {
    let named = [("điểm", point), ("khoản", clause), ("Điều", article)];
    let parts: Vec<String> = named.into_iter().filter(|(_, it)| !it.is_empty()).map(|(word, it)| format!("{word} {it}")).collect();
    parts.join(" ")
}

/// "điểm a khoản 2 Điều 7 Nghị định 27/2022/NĐ-CP". The number may come with its kind before it; where it does not, the letters of the
/// number say the kind.
#[must_use]
pub fn cite_label(number: &str, article: &str, clause: &str, point: &str) -> String {
    let place = place_label(article, clause, point);
    let name = named(number);
    if place.is_empty() { name } else { format!("{place} {name}") }
}

/// A number with its kind before it. Laws and resolutions of the National Assembly share their letters (`QH15`): then only "văn bản số".
fn named(number: &str) -> String {
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return number.to_owned();
    }
    match super::citing::kind_of(number) {
        Some(kind) => format!("{} {number}", kind.title()),
        None => format!("{} số {number}", Kind::Other.title().to_lowercase()),
    }
}

/// A citation as the value of a form's field: `docid/3/2/a`.
#[must_use]
pub fn cite_to_text(cite: &Cite) -> String {
    joined(&[&cite.document_id, &cite.article, &cite.clause, &cite.point], "/")
}

/// A citation from a form's field. `None` for anything that [`cite_to_text`] does not write.
#[must_use]
pub fn cite_from_text(text: &str) -> Option<Cite> {
    let mut parts = text.split('/');
    let document_id = parts.next().filter(|it| is_id(it))?.to_owned();
    let (article, clause, point) = (parts.next(), parts.next(), parts.next());
    let short = |it: &str| !it.is_empty() && it.chars().count() <= 5 && it.chars().all(char::is_alphanumeric);
    let sound = parts.next().is_none() && [article, clause, point].into_iter().flatten().all(short);
    let text = |it: Option<&str>| it.unwrap_or_default().to_owned();
    sound.then(|| Cite { document_id, article: text(article), clause: text(clause), point: text(point) })
}

/// Parts up to the first that is empty.
fn joined(parts: &[&str], sign: &str) -> String {
    parts.iter().copied().take_while(|it| !it.is_empty()).collect::<Vec<_>>().join(sign)
}

/// The order of provisions in a document: Điều 2 before Điều 10, Điều 7 before Điều 7a, điểm d before đ before e; the whole before its
/// parts. Text that both engines compare byte by byte.
#[must_use]
pub fn sort_key(article: &str, clause: &str, point: &str) -> String {
    [article, clause, point].map(rank).join("-")
}

/// Digits as a number of five places, then each letter by its place in the alphabet.
fn rank(part: &str) -> String {
    let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
    let letters = part.chars().skip(digits.len()).flat_map(char::to_lowercase);
    let letters = letters.map(|c| POINTS.chars().position(|it| it == c).map_or_else(|| format!("99{c}"), |at| format!("{:02}", at + 1)));
    format!("{digits:0>5}{}", letters.collect::<String>())
}

/// The provision named by three typed fields, tidied: "Điều 7" is 7, "Đ" is đ. The name of the field that cannot be one, otherwise.
pub fn tidy(article: &str, clause: &str, point: &str) -> Result<[String; 3], &'static str> {
    let bare = |text: &str, words: &[&str]| {
        let text = text.trim().trim_end_matches(['.', ')']).to_lowercase();
        let word = words.iter().find_map(|word| text.strip_prefix(word));
        word.unwrap_or(&text).trim().to_owned()
    };
    let (article, clause, point) = (bare(article, &["điều"]), bare(clause, &["khoản"]), bare(point, &["điểm"]));
    if !is_numbered(&article) {
        return Err("article");
    }
    if !clause.is_empty() && !is_numbered(&clause) {
        return Err("clause");
    }
    if !point.is_empty() && (clause.is_empty() || !is_point(&point)) {
        return Err("point");
    }
    Ok([article, clause, point])
}

/// 7, 15a
pub(super) fn is_numbered(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut rest = text.chars().skip(digits);
    (1..=3).contains(&digits) && rest.next().is_none_or(|c| POINTS.contains(c)) && rest.next().is_none()
}

/// a, đ, a1
pub(super) fn is_point(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|c| POINTS.contains(c)) && text.chars().count() <= 2 && letters.all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provisions_stand_in_the_order_of_the_document() {
        let order = [
            ("2", "", ""),
            ("7", "", ""),
            ("7", "1", ""),
            ("7", "1", "a"),
            ("7", "1", "c"),
            ("7", "1", "d"),
            ("7", "1", "đ"),
            ("7", "1", "e"),
            ("7", "2", ""),
            ("7", "10", ""),
            ("7a", "", ""),
            ("10", "", ""),
            ("103", "1", ""),
        ];
        let keys: Vec<String> = order.iter().map(|(article, clause, point)| sort_key(article, clause, point)).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert_eq!(sort_key("7", "1", "Đ"), sort_key("7", "1", "đ"));
    }

    #[test]
    fn labels_are_written_as_papers_write_them() {
        assert_eq!(cite_label("27/2022/NĐ-CP", "7", "2", "a"), "điểm a khoản 2 Điều 7 Nghị định 27/2022/NĐ-CP");
        assert_eq!(cite_label("55/2023/TT-BTC", "3", "", ""), "Điều 3 Thông tư 55/2023/TT-BTC");
        assert_eq!(cite_label("1719/QĐ-TTg", "", "", ""), "Quyết định 1719/QĐ-TTg");
        assert_eq!(cite_label("05/2013/TTLT-UBDT-NNPTNT", "1", "", ""), "Điều 1 Thông tư liên tịch 05/2013/TTLT-UBDT-NNPTNT");
        assert_eq!(cite_label("583/UBDT-CSDT", "", "", ""), "Công văn 583/UBDT-CSDT");
        assert_eq!(cite_label("72/2025/QH15", "5", "", ""), "Điều 5 văn bản số 72/2025/QH15");
        assert_eq!(cite_label("Luật 72/2025/QH15", "5", "", ""), "Điều 5 Luật 72/2025/QH15");
    }

    #[test]
    fn a_citation_survives_a_form() {
        let id = "0166752b-1234-7000-8000-000000000000";
        for (article, clause, point) in [("", "", ""), ("14", "", ""), ("14", "2", ""), ("14", "2", "đ"), ("15a", "", "")] {
            let cite = Cite { document_id: id.into(), article: article.into(), clause: clause.into(), point: point.into() };
            assert_eq!(cite_from_text(&cite_to_text(&cite)), Some(cite));
        }
        for bad in ["", "x/1", &format!("{id}//2"), &format!("{id}/1/2/a/b"), &format!("{id}/1;drop")] {
            assert_eq!(cite_from_text(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_was_typed_is_tidied_or_refused() {
        assert_eq!(tidy("Điều 7", "khoản 2.", "Đ)"), Ok(["7".into(), "2".into(), "đ".into()]));
        assert_eq!(tidy("15a", "", ""), Ok(["15a".into(), String::new(), String::new()]));
        assert_eq!(tidy("", "", ""), Err("article"));
        assert_eq!(tidy("7", "x", ""), Err("clause"));
        assert_eq!(tidy("7", "", "a"), Err("point"));
        assert_eq!(tidy("7", "1", "ab"), Err("point"));
    }
}
