//! How a text names a document: "Nghị định số 27/2022/NĐ-CP", "NĐ 27", "Luật Đất đai năm 2013", "Nghị định này", "Thông tư nói trên".

use super::Named;
use super::number::{kind_of_number, number_at, short_at};
use super::token::{Key, Token};
use crate::policy::document::Kind;
use crate::policy::law::Span;
use crate::policy::law::label::lower;

/// The documents named so far: "Nghị định đó" is the last decree.
#[derive(Debug, Default)]
pub(super) struct Memory {
    last: Vec<(Kind, Named)>,
}

impl Memory {
    fn keep(&mut self, kind: Kind, named: &Named) {
        self.last.retain(|(it, _)| *it != kind);
        self.last.push((kind, named.clone()));
    }

    fn last(&self, kind: Kind) -> Named {
        self.last.iter().find(|(it, _)| *it == kind).map_or(Named::Unknown, |(_, named)| named.clone())
    }
}

/// Names of laws that have a comma or an "và" in them; others end there.
const JOINED: [&str; 24] = [
    "phí và lệ phí",
    "chất lượng sản phẩm, hàng hóa",
    "giáo dục quốc phòng và an ninh",
    "trách nhiệm bồi thường của nhà nước",
    "hiến, lấy, ghép mô",
    "vệ sinh, lao động",
    "ban hành văn bản quy phạm pháp luật",
    "phổ biến, giáo dục pháp luật",
    "phòng, chống",
    "hôn nhân và gia đình",
    "bảo vệ và phát triển",
    "bảo vệ và kiểm dịch",
    "thực hành tiết kiệm, chống lãng phí",
    "khoa học và công nghệ",
    "an toàn, vệ sinh",
    "quản lý, sử dụng",
    "tài nguyên, môi trường",
    "giám sát và phản biện",
    "hòa giải, đối thoại",
    "nhập cảnh, xuất cảnh, quá cảnh",
    "xuất cảnh, nhập cảnh",
    "đầu tư kinh doanh vốn nhà nước",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân",
    "quy hoạch đô thị và nông thôn",
];

/// Words that keep their capital inside a name: "Luật Tổ chức Chính phủ".
const CAPITALS: [&str; 16] =
    ["chính", "phủ", "quốc", "hội", "nhà", "nước", "tổ", "việt", "nam", "đảng", "mặt", "trận", "viện", "tòa", "toà", "kiểm"];

/// Words that no name of a law goes on with.
const ENDS: [&str; 42] = [
    "đối", "góp", "vẫn", "bị", "số", "ngày", "năm", "này", "được", "quy", "và", "hoặc", "có", "là", "thì", "để", "về", "do", "của", "phải",
    "không", "trong", "theo", "tại", "đã", "sửa", "thuộc", "hiện", "khi", "nếu", "với", "cho", "từ", "đến", "hay", "cũng", "còn", "mà",
    "như", "trừ", "gồm", "bao",
];

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// The document named here, and the token after it.
pub(super) fn read(text: &str, tokens: &[Token], at: usize, memory: &mut Memory) -> Option<(Named, usize)> {
    let reader = Reader { text, tokens };
    let (named, next) = reader.read(at, memory)?;
    match &named {
        Named::Number { kind: Some(kind), .. } | Named::Short { kind, .. } | Named::Title { kind, .. } => memory.keep(*kind, &named),
        _ => {}
    }
    Some((named, next))
}

impl Reader<'_> {
    fn key(&self, at: usize) -> Option<Key> {
        self.tokens.get(at).map(|it| it.key)
    }

    fn said(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.span.of(self.text))
    }

    fn start(&self, at: usize) -> Option<usize> {
        self.tokens.get(at).map(|it| it.span.start)
    }

    /// The first token that begins at or after a byte.
    fn past(&self, mut at: usize, byte: usize) -> usize {
        while self.start(at).is_some_and(|start| start < byte) {
            at += 1;
        }
        at
    }

    fn read(&self, at: usize, memory: &Memory) -> Option<(Named, usize)> {
        if self.key(at) == Some(Key::Digits) {
            let stroke = matches!(self.key(at + 1), Some(Key::Sign('/'))) || matches!(self.key(at + 2), Some(Key::Sign('/')));
            let (number, span) = stroke.then(|| number_at(self.text, self.start(at)?, self.text.len())).flatten()?;
            return Some((Named::Number { kind: kind_of_number(&number), number }, self.past(at, span.end)));
        }
        let (kind, length, short) = self.kind(at)?;
        let next = at + length;
        if !short && let Some((named, next)) = self.pointing(at, next, kind, memory) {
            return Some((named, next));
        }
        if let Some(found) = self.numbered(next, kind) {
            return Some(found);
        }
        if short { None } else { self.titled(next, kind) }
    }

    /// The kind, how many tokens name it, and whether they are an abbreviation.
    fn kind(&self, at: usize) -> Option<(Kind, usize, bool)> {
        use Key::{
            Bo, Che, Chi, Cong, Ct, Dinh, Hien, Lenh, Lien, Luat, Nd, Nghi, Nq, Phap, Qd, Quy, Quyet, Thi, Thong, Tich, Tt, Ttlt, TuThong,
            Van,
        };
        let long = |kind, length| Some((kind, length, false));
        let keys = (self.key(at)?, self.key(at + 1), self.key(at + 2), self.key(at + 3));
        match keys {
            (Thong, Some(TuThong), Some(Lien), Some(Tich)) => long(Kind::JointCircular, 4),
            (Thong, Some(TuThong), ..) => long(Kind::Circular, 2),
            (Nghi, Some(Dinh), ..) => long(Kind::Decree, 2),
            (Nghi, Some(Quyet), Some(Lien), Some(Tich)) => long(Kind::Resolution, 4),
            (Nghi, Some(Quyet), ..) => long(Kind::Resolution, 2),
            (Quyet, Some(Dinh), ..) => long(Kind::Decision, 2),
            (Chi, Some(Thi), ..) => long(Kind::Directive, 2),
            (Phap, Some(Lenh), ..) => long(Kind::Ordinance, 2),
            (Cong, Some(Van), ..) => long(Kind::Letter, 2),
            (Quy, Some(Che | Dinh), ..) | (Van, Some(Key::Ban), ..) => long(Kind::Other, 2),
            (Hien, Some(Phap), ..) | (Bo, Some(Luat), ..) => long(Kind::Law, 2),
            (Luat, ..) if at == 0 || self.key(at - 1) != Some(Phap) => long(Kind::Law, 1),
            (Nd, ..) => Some((Kind::Decree, 1, true)),
            (Tt, ..) => Some((Kind::Circular, 1, true)),
            (Ttlt, ..) => Some((Kind::JointCircular, 1, true)),
            (Qd, ..) => Some((Kind::Decision, 1, true)),
            (Nq, ..) => Some((Kind::Resolution, 1, true)),
            (Ct, ..) => Some((Kind::Directive, 1, true)),
            _ => None,
        }
    }

    /// "này", "đó", "nói trên". A decision is also a deed and a regulation a verb: those need their capital.
    fn pointing(&self, at: usize, next: usize, kind: Kind, memory: &Memory) -> Option<(Named, usize)> {
        let capital = self.tokens.get(at).is_some_and(|it| it.capital);
        if matches!(kind, Kind::Decision | Kind::Other | Kind::Letter) && !capital {
            return None;
        }
        match (self.key(next)?, self.key(next + 1)) {
            (Key::Nay, _) => Some((Named::This, next + 1)),
            (Key::Do, _) => Some((memory.last(kind), next + 1)),
            (Key::Noi | Key::Neu, Some(Key::Tren)) => Some((memory.last(kind), next + 2)),
            _ => None,
        }
    }

    /// "số 27/2022/NĐ-CP", "27/2022", "27"; a law may say its name first.
    fn numbered(&self, next: usize, kind: Kind) -> Option<(Named, usize)> {
        let mut at = next;
        if self.key(at) == Some(Key::So) {
            at += 1;
            if self.key(at) == Some(Key::Sign(':')) {
                at += 1;
            }
        }
        if self.key(at) != Some(Key::Digits) {
            return if kind == Kind::Law || kind == Kind::Ordinance { self.number_after_name(next, kind) } else { None };
        }
        let start = self.start(at)?;
        if let Some((number, span)) = number_at(self.text, start, self.text.len()) {
            return Some((Named::Number { kind: Some(kind), number }, self.past(at, span.end)));
        }
        let (number, year, end) = short_at(self.text, start)?;
        // "Nghị định 27" names one; "công văn 3 trang", "luật 5" and a day of the month do not.
        let counted = self.key(self.past(at, end)).is_some_and(|key| matches!(key, Key::Sign('/' | '%')));
        let named =
            matches!(kind, Kind::Decree | Kind::Circular | Kind::JointCircular | Kind::Decision | Kind::Resolution | Kind::Directive);
        (named && !counted && number.len() <= 5).then(|| (Named::Short { kind, number, year }, self.past(at, end)))
    }

    /// "Luật Đất đai số 45/2013/QH13": whatever the name, up to its number.
    fn number_after_name(&self, next: usize, kind: Kind) -> Option<(Named, usize)> {
        let end = self.name_end(next)?;
        let at = (end..end + 2).find(|&at| self.key(at) == Some(Key::So)).filter(|&at| at == end)?;
        let (number, span) = number_at(self.text, self.start(at + 1).filter(|_| self.key(at + 1) == Some(Key::Digits))?, self.text.len())?;
        Some((Named::Number { kind: Some(kind), number }, self.past(at, span.end)))
    }

    /// The token after a name that begins here with a capital.
    fn name_end(&self, from: usize) -> Option<usize> {
        let first = self.tokens.get(from).filter(|it| !it.fresh && !matches!(it.key, Key::Sign(_) | Key::Digits))?;
        // "Luật đất đai" is named so by many; "luật có hiệu lực" and "Luật sư" name none.
        let low = lower(self.said(from));
        let other = [
            "sư", "gia", "lệ", "khoa", "tục", "pháp", "định", "mới", "khác", "hoá", "hóa", "chơi", "chuyên", "chỉ", "nêu", "cần", "đều",
            "chưa", "sẽ", "bị", "hết", "cấm", "áp", "việt",
        ];
        let head = from.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|it| it.capital && it.key == Key::Luat);
        if low == "việt" {
            return None;
        }
        if !first.capital && (!head || other.contains(&low.as_str()) || (low != "sửa" && ENDS.contains(&low.as_str()))) {
            return None;
        }
        if let Some(inner) = self.amending_name(from) {
            return Some(inner);
        }
        let mut at = from + 1;
        let rest: String = self.text.get(first.span.start..)?.chars().take(80).collect();
        let rest = lower(&rest);
        if let Some(joined) = JOINED.iter().find(|it| rest.starts_with(**it)) {
            let words = joined.split([' ', ',']).filter(|it| !it.is_empty()).count() + joined.matches(',').count();
            at = from + words;
        }
        while let Some(token) = self.tokens.get(at) {
            let said = lower(token.span.of(self.text));
            let capital = token.capital && !CAPITALS.contains(&said.as_str());
            let word = !matches!(token.key, Key::Sign(_) | Key::Digits) && !capital && !token.fresh;
            let end = ENDS.contains(&said.as_str()) && !(token.capital && said == "nam");
            if !word || end || at > from + 14 {
                break;
            }
            at += 1;
        }
        Some(at)
    }

    /// "Luật sửa đổi, bổ sung một số điều của Luật Đất đai": ends where the other law's name does.
    fn amending_name(&self, from: usize) -> Option<usize> {
        let said = |at: usize| lower(self.said(at));
        if said(from) != "sửa" || said(from + 1) != "đổi" {
            return None;
        }
        let law = (from..from + 14)
            .find(|&at| self.key(at) == Some(Key::Luat) || (self.key(at) == Some(Key::Bo) && self.key(at + 1) == Some(Key::Luat)))?;
        self.name_end(law + if self.key(law) == Some(Key::Bo) { 2 } else { 1 })
    }

    /// A law by its name, or the Constitution.
    fn titled(&self, next: usize, kind: Kind) -> Option<(Named, usize)> {
        if !matches!(kind, Kind::Law | Kind::Ordinance) {
            return None;
        }
        let constitution = next >= 2 && self.key(next - 2) == Some(Key::Hien);
        let code = next >= 2 && self.key(next - 2) == Some(Key::Bo);
        let head = if constitution {
            "Hiến pháp"
        } else if code {
            "Bộ luật"
        } else {
            kind.title()
        };
        let end = if constitution { next } else { self.name_end(next)? };
        let name = Span::new(self.start(next).unwrap_or_default(), self.tokens.get(end.checked_sub(1)?)?.span.end);
        let words: Vec<&str> = name.of(self.text).split_whitespace().collect();
        let name = if end == next { head.to_owned() } else { format!("{head} {}", words.join(" ")) };
        let mut at = end;
        let mut year = None;
        if self.key(end) == Some(Key::Nam) && self.key(end + 1) == Some(Key::Digits) {
            year = self.said(end + 1).parse().ok().filter(|it| (1945..2100).contains(it));
            at += if year.is_some() { 2 } else { 0 };
        } else if let Some(found) = self.said(end).parse().ok().filter(|it| (1945..2100).contains(it)) {
            (year, at) = (Some(found), at + 1);
        } else if lower(self.said(end)) == "ngày" {
            // "ngày 19 tháng 6 năm 2015" says the year, and is no part of the name.
            let near = (end + 1..end + 6).find(|&at| self.key(at) == Some(Key::Nam));
            year = near.and_then(|at| self.said(at + 1).parse().ok()).filter(|it| (1945..2100).contains(it));
        }
        Some((Named::Title { kind, name, year }, at))
    }
}
