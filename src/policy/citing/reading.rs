//! The reading itself: runs of characters, one after the other, each taken for the first thing that it can be.

use super::{Wanted, dash, kind_of_letters};
use crate::ground::text::{clean, fold};
use crate::policy::document::Kind;
use crate::policy::provision::{is_numbered, is_point};

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

/// Where a reading stands.
pub(super) struct Reader {
    wanted: Wanted,
    /// Digits that stand alone: a number if nothing else is typed, a word otherwise.
    bare: Option<String>,
    typed: Vec<Typed>,
    at: usize,
}

impl Reader {
    pub(super) fn of(text: &str) -> Self {
        let text: String = clean(text).to_lowercase().chars().map(|c| if c == 'ð' { 'đ' } else { dash(c) }).collect();
        let wanted = Wanted { plain: text.is_ascii(), ..Wanted::default() };
        Self { wanted, bare: None, typed: typed(&text), at: 0 }
    }

    pub(super) fn read(mut self) -> Wanted {
        while self.at < self.typed.len() {
            self.step();
        }
        self.done()
    }

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
        let after = |words: &[&str]| {
            words.iter().find_map(|word| here.strip_prefix(word)).filter(|it| it.starts_with(|c: char| c.is_ascii_digit()))
        };
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
