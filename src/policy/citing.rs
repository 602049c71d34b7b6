//! Reads what a person types to find a document or a clause: "d14 nd27", "điều 3 tt55", "k2 d34 tt 02/2022",
//! "điểm b khoản 1 điều 18 nđ 27/2022/NĐ-CP", or just words. Pure.
//!
//! Everything is a guess in the person's favour: what is no number, kind or place is a word, and nothing typed is refused. Numbers come
//! with blanks, in lower case, with `&`, with and without a leading zero, in two numberings for one document.

use super::document::{Document, Kind};
use super::provision::{is_numbered, is_point};
use crate::ground::text::{clean, fold};

/// What was made out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Option<Kind>,
    /// The number without leading zeros, year and letters: `27`.
    pub number: String,
    pub year: Option<i16>,
    /// The letters of the number, folded: `nd-cp`.
    pub letters: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    /// Typed without diacritics: point d may be đ.
    pub plain: bool,
    /// The number stood alone: it may as well be a word ("135").
    pub loose: bool,
    /// The other words, folded.
    pub words: Vec<String>,
}

/// How kinds are written ("ct" is left out: it is the programme, "ct135"); longer ones first, so that "ttlt" is not "tt" with letters after it.
const KINDS: [(&str, Option<Kind>); 18] = [
    ("thong tu lien tich", Some(Kind::JointCircular)),
    ("nghi quyet", Some(Kind::Resolution)),
    ("nghi dinh", Some(Kind::Decree)),
    ("quyet dinh", Some(Kind::Decision)),
    ("phap lenh", Some(Kind::Ordinance)),
    ("thong tu", Some(Kind::Circular)),
    ("cong van", Some(Kind::Letter)),
    ("chi thi", Some(Kind::Directive)),
    ("van ban", None),
    ("luat", Some(Kind::Law)),
    ("ttlt", Some(Kind::JointCircular)),
    ("nq", Some(Kind::Resolution)),
    ("nd", Some(Kind::Decree)),
    ("qd", Some(Kind::Decision)),
    ("pl", Some(Kind::Ordinance)),
    ("tt", Some(Kind::Circular)),
    ("cv", Some(Kind::Letter)),
    ("vb", None),
];

/// Words that find nothing, as written: without its mark "tại" would take "tài" along.
const EMPTY: [&str; 14] = ["số", "của", "cua", "theo", "tại", "ngày", "và", "va", "năm", "căn", "cứ", "này", "ở", "về"];

/// The kind that the letters of a number say; `None` where they are shared (`QH15`) or say nothing.
#[must_use]
pub fn kind_of(number: &str) -> Option<Kind> {
    let folded = fold_number(number);
    let letters = folded.split('/').find(|part| !part.chars().all(|c| c.is_ascii_digit()))?;
    kind_of_letters(letters)
}

fn kind_of_letters(letters: &str) -> Option<Kind> {
    match letters.split('-').next().unwrap_or_default() {
        "nd" => Some(Kind::Decree),
        "tt" => Some(Kind::Circular),
        "qd" => Some(Kind::Decision),
        "nq" | "nqlt" => Some(Kind::Resolution),
        "ct" => Some(Kind::Directive),
        "pl" => Some(Kind::Ordinance),
        it if it.starts_with("ttlt") => Some(Kind::JointCircular),
        it if it.starts_with("qh") || it.starts_with("ubtvqh") || it.is_empty() => None,
        // Letters of an office and its unit: 583/UBDT-CSDT.
        _ if letters.contains('-') => Some(Kind::Letter),
        _ => None,
    }
}

/// A number as it is compared: lower case, no diacritics, no blanks, no `&`, one kind of dash, no leading zeros.
#[must_use]
pub fn fold_number(number: &str) -> String {
    let bare: String = number.chars().filter(|c| !c.is_whitespace() && *c != '&').map(dash).collect();
    fold(&bare).trim_start_matches('0').to_owned()
}

fn dash(c: char) -> char {
    if matches!(c, '–' | '—' | '‐' | '‑' | '−' | '_') { '-' } else { c }
}

impl Wanted {
    /// Makes out what a person typed.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text: String = clean(text).to_lowercase().chars().map(|c| if c == 'ð' { 'đ' } else { dash(c) }).collect();
        let mut reader = Reader { wanted: Self { plain: text.is_ascii(), ..Self::default() }, bare: None, typed: typed(&text), at: 0 };
        while reader.at < reader.typed.len() {
            reader.step();
        }
        reader.done()
    }

    /// Is there nothing to look for?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.number.is_empty() && self.article.is_empty() && self.words.is_empty()
    }

    /// May this be the document that is meant by kind, number, year and letters? A joint circular is a circular too.
    #[must_use]
    pub fn fits(&self, document: &Document) -> bool {
        let number = fold_number(&document.number);
        let (first, rest) = number.split_once('/').unwrap_or((&number, ""));
        let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('/');
        let issued = document.issued_on.as_deref().and_then(|it| it.split('-').next()).and_then(|it| it.parse().ok());
        let of_kind = |kind: Kind| {
            kind == document.kind || document.kind == Kind::Other || (kind, document.kind) == (Kind::Circular, Kind::JointCircular)
        };
        (self.number.is_empty() || self.number == first || self.loose)
            && self.year.is_none_or(|year| document.year() == Some(year) || issued == Some(year))
            && letters.starts_with(&self.letters)
            && self.kind.is_none_or(of_kind)
    }

    /// The points that may be meant.
    #[must_use]
    pub fn points(&self) -> Vec<&str> {
        if self.plain && self.point == "d" { vec!["d", "đ"] } else { vec![self.point.as_str()] }
    }
}

/// A run of characters as typed (lower case) and folded.
struct Typed {
    typed: String,
    folded: String,
}

/// The runs of a text; those of a number with blanks in it are one: `27 / 2022 / NĐ - CP`.
fn typed(text: &str) -> Vec<Typed> {
    let mut runs: Vec<String> = Vec::new();
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '“' | '”'));
    for part in parts.filter(|it| !it.is_empty()) {
        match runs.last_mut() {
            Some(last) if goes_on(last, part) => last.push_str(part),
            _ => runs.push(part.to_owned()),
        }
    }
    let kept = runs.iter().map(|run| run.replace('&', "")).map(|run| run.trim_matches(['.', '-', '/']).to_owned());
    kept.filter(|run| !run.is_empty()).map(|typed| Typed { folded: fold(&typed), typed }).collect()
}

fn goes_on(last: &str, part: &str) -> bool {
    let numbered = last.ends_with(|c: char| c.is_ascii_digit()) || last.contains('/');
    let joined = last.ends_with('/') || part.starts_with('/');
    let dashed = last.contains('/') && (last.ends_with('-') || part.starts_with('-'));
    (numbered && joined) || dashed
}

struct Reader {
    wanted: Wanted,
    /// Digits that stand alone: a number if nothing else is typed, a word otherwise.
    bare: Option<String>,
    typed: Vec<Typed>,
    at: usize,
}

impl Reader {
    fn folded(&self, at: usize) -> &str {
        self.typed.get(at).map_or("", |it| it.folded.as_str())
    }

    fn typed(&self, at: usize) -> &str {
        self.typed.get(at).map_or("", |it| it.typed.as_str())
    }

    /// Reads what stands here and goes past it.
    fn step(&mut self) {
        let read = self.kind().or_else(|| self.number()).or_else(|| self.place()).or_else(|| self.year());
        let read = read.unwrap_or_else(|| {
            let word = self.folded(self.at).to_owned();
            if word.chars().all(|c| c.is_ascii_digit()) && self.bare.is_none() {
                self.bare = Some(word);
            } else if !EMPTY.contains(&self.typed(self.at)) {
                self.wanted.words.extend(word.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned));
            }
            1
        });
        self.at += read;
    }

    /// `nghị định số 27/2022`, `tt 02/2022`, `nd27`. A kind without a number is words.
    fn kind(&mut self) -> Option<usize> {
        for (name, kind) in KINDS {
            let length = name.split(' ').count();
            let here: Vec<&str> = (self.at..self.at + length).map(|at| self.folded(at)).collect();
            let so = usize::from(self.folded(self.at + length) == "so");
            let next = self.folded(self.at + length + so);
            if here.join(" ") == name && next.starts_with(|c: char| c.is_ascii_digit()) {
                let next = next.to_owned();
                self.take_number(kind, &next);
                return Some(length + so + 1);
            }
            let glued = self.folded(self.at).strip_prefix(name).map(|it| it.trim_start_matches(['.', '-']).to_owned());
            if let Some(rest) = glued.filter(|it| it.starts_with(|c: char| c.is_ascii_digit())) {
                self.take_number(kind, &rest);
                return Some(1);
            }
        }
        None
    }

    /// `27/2022/NĐ-CP`, `13/cp`. Three groups of digits are a day, which says the year.
    fn number(&mut self) -> Option<usize> {
        let here = self.folded(self.at).to_owned();
        if !here.starts_with(|c: char| c.is_ascii_digit()) || !here.contains('/') {
            return None;
        }
        let parts: Vec<&str> = here.split('/').collect();
        if parts.len() == 3 && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit())) {
            self.wanted.year = self.wanted.year.or_else(|| parts.last().and_then(|it| year_of(it)));
        } else {
            self.take_number(None, &here);
        }
        Some(1)
    }

    fn take_number(&mut self, kind: Option<Kind>, folded: &str) {
        // `nd27-2022`: a dash for a stroke.
        let folded = if folded.contains('/') { folded.to_owned() } else { folded.replacen('-', "/", 1) };
        let mut parts = folded.split('/');
        let first = parts.next().unwrap_or_default();
        first.trim_start_matches('0').clone_into(&mut self.wanted.number);
        let mut letters = Vec::new();
        for part in parts {
            match year_of(part) {
                Some(year) if letters.is_empty() => self.wanted.year = Some(year),
                _ => letters.push(part),
            }
        }
        self.wanted.letters = letters.join("/");
        self.wanted.kind = kind.or_else(|| kind_of_letters(&self.wanted.letters));
    }

    /// `điều 14`, `d14`, `khoản 2`, `k2`, `điểm a`, `d14k2`, `d14.2.a`, `khoản 5b`.
    fn place(&mut self) -> Option<usize> {
        let next = self.typed(self.at + 1).to_owned();
        let digits_next = next.starts_with(|c: char| c.is_ascii_digit());
        let here = self.folded(self.at).to_owned();
        match here.as_str() {
            "dieu" | "d" if digits_next && self.article(&next) => return Some(2),
            "khoan" | "k" if digits_next && self.clause(&next) => return Some(2),
            "diem" | "dm" | "d" if is_point(&next) => {
                self.wanted.point = next;
                return Some(2);
            }
            _ => {}
        }
        let here = self.typed(self.at).to_owned();
        let after = |words: &[&str]| words.iter().find_map(|word| here.strip_prefix(word)).filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
        if let Some(rest) = after(&["điều", "dieu", "đ.", "d.", "đ", "d"])
            && self.article(rest)
        {
            return Some(1);
        }
        if let Some(rest) = after(&["khoản", "khoan", "k.", "k"])
            && self.clause(rest)
        {
            return Some(1);
        }
        // `k2 a`: a letter right after its clause.
        if here.chars().count() == 1 && is_point(&here) && !self.wanted.clause.is_empty() && self.wanted.point.is_empty() {
            self.wanted.point = here;
            return Some(1);
        }
        None
    }

    /// `14`, `15a`, `14k2`, `14.2.a`
    fn article(&mut self, text: &str) -> bool {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        let rest: String = text.chars().skip(digits).collect();
        let (number, rest) = if is_numbered(text) || rest.is_empty() {
            (text.to_owned(), String::new())
        } else {
            (text.chars().take(digits).collect(), rest)
        };
        let rest = rest.trim_start_matches(['.', '-']);
        let rest = ["khoản", "khoan", "k"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        let sound = is_numbered(&number) && (rest.is_empty() || self.clause(rest));
        if sound {
            self.wanted.article = number;
        }
        sound
    }

    /// `2`, `2b`, `2.b`
    fn clause(&mut self, text: &str) -> bool {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest: String = text.chars().skip(digits.len()).collect();
        let rest = rest.trim_start_matches(['.', '-']);
        let rest = ["điểm", "diem"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        let sound = is_numbered(&digits) && (rest.is_empty() || is_point(rest));
        if sound {
            self.wanted.clause = digits;
            if !rest.is_empty() {
                rest.clone_into(&mut self.wanted.point);
            }
        }
        sound
    }

    /// `năm 2022`, or a year after a number.
    fn year(&mut self) -> Option<usize> {
        let worded = self.folded(self.at) == "nam";
        let year = year_of(self.folded(self.at + usize::from(worded))).filter(|it| (1945..2100).contains(it))?;
        let four = self.folded(self.at + usize::from(worded)).len() == 4;
        if four && (worded || !self.wanted.number.is_empty()) {
            self.wanted.year = Some(year);
            return Some(1 + usize::from(worded));
        }
        None
    }

    fn done(mut self) -> Wanted {
        if let Some(bare) = self.bare {
            if self.wanted.number.is_empty() && self.wanted.words.is_empty() {
                bare.trim_start_matches('0').clone_into(&mut self.wanted.number);
                self.wanted.loose = self.wanted.article.is_empty();
            } else {
                self.wanted.words.push(bare);
            }
        }
        self.wanted
    }
}

/// 2022, or 98 and 22.
fn year_of(digits: &str) -> Option<i16> {
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let number: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(number),
        2 if number >= 45 => Some(1900 + number),
        2 => Some(2000 + number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
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
        for odd in ["đ", "k", "điều", "khoản khoản", "//", "27//", "nd", "điểm", "d14.", "k.", "9999999999999999999999/2022", "Điều 14 Điều 15", "a/b/c", "%_'"] {
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
}
