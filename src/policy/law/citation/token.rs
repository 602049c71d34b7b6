//! A text as words, figures and signs, those that citations are made of known by name.

use crate::policy::law::Span;
use crate::policy::law::label::is_letter;
use unicode_normalization::UnicodeNormalization;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Diem,
    Khoan,
    Dieu,
    Chuong,
    Muc,
    Phu,
    Luc,
    Nay,
    Do,
    Tren,
    Noi,
    Neu,
    Cac,
    Va,
    Hoac,
    Den,
    Tu,
    Cua,
    Tai,
    So,
    Nam,
    Nghi,
    Dinh,
    Thong,
    Lien,
    Tich,
    Quyet,
    Luat,
    Bo,
    Phap,
    Lenh,
    Hien,
    Chi,
    Thi,
    Cong,
    Van,
    Quy,
    Che,
    Ban,
    /// "tư" of "thông tư".
    TuThong,
    Tt,
    Ttlt,
    Nd,
    Qd,
    Nq,
    Ct,
    /// `27`, `7a`
    Digits,
    /// One letter.
    Letter,
    Word,
    Sign(char),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) key: Key,
    pub(super) span: Span,
    /// Begins with a capital.
    pub(super) capital: bool,
    /// A line ended before it.
    pub(super) fresh: bool,
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5 + 1);
    let mut low = String::new();
    let mut fresh = false;
    let mut letters = text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        if c == '\n' {
            fresh = true;
        }
        if super::super::is_blank(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        let digits = c.is_ascii_digit();
        let word = !digits && is_letter(c);
        if digits || word {
            while let Some((at, c)) = letters.next_if(|&(_, c)| if digits { c.is_ascii_digit() } else { is_letter(c) }) {
                end = at + c.len_utf8();
            }
        }
        if digits && let Some(suffix) = suffix(text, end) {
            end = suffix;
            while letters.next_if(|&(at, _)| at < end).is_some() {}
        }
        let span = Span::new(start, end);
        let key = if digits {
            Key::Digits
        } else if word {
            key(span.of(text), &mut low)
        } else {
            Key::Sign(c)
        };
        out.push(Token { key, span, capital: c.is_uppercase(), fresh });
        fresh = false;
    }
    out
}

/// A letter right after figures that no other letter or figure follows: `7a`, `48đ`.
fn suffix(text: &str, at: usize) -> Option<usize> {
    let mut rest = text.get(at..)?.char_indices();
    let (_, first) = rest.next().filter(|(_, c)| c.is_lowercase())?;
    let marks = rest.clone().take_while(|&(_, c)| is_letter(c) && !c.is_alphabetic()).count();
    if marks > 0 {
        return None;
    }
    let lone = rest.next().is_none_or(|(_, c)| !c.is_alphanumeric());
    lone.then(|| at + first.len_utf8())
}

fn key(word: &str, low: &mut String) -> Key {
    // No word of a citation is longer than "khoản" decomposed.
    if word.len() > 12 {
        return Key::Word;
    }
    low.clear();
    let composed = |c: char| !matches!(c, '\u{300}'..='\u{36F}');
    let lowered = |c: char| if matches!(c, 'Ð' | 'ð' | 'Ɖ' | 'ɖ') { 'đ' } else { c.to_lowercase().next().unwrap_or(c) };
    if word.chars().all(composed) {
        low.extend(word.chars().map(lowered));
    } else {
        low.extend(word.nfc().map(lowered));
    }
    match low.as_str() {
        "điểm" | "diem" => Key::Diem,
        "khoản" | "khoan" => Key::Khoan,
        "điều" | "dieu" => Key::Dieu,
        "chương" => Key::Chuong,
        "mục" => Key::Muc,
        "phụ" => Key::Phu,
        "lục" => Key::Luc,
        "này" => Key::Nay,
        "đó" => Key::Do,
        "trên" => Key::Tren,
        "nói" => Key::Noi,
        "nêu" => Key::Neu,
        "các" | "những" => Key::Cac,
        "và" => Key::Va,
        "hoặc" | "hay" => Key::Hoac,
        "đến" | "tới" => Key::Den,
        "từ" => Key::Tu,
        "của" => Key::Cua,
        "tại" | "thuộc" => Key::Tai,
        "số" => Key::So,
        "năm" => Key::Nam,
        "nghị" => Key::Nghi,
        "định" => Key::Dinh,
        "thông" => Key::Thong,
        "tư" => Key::TuThong,
        "liên" => Key::Lien,
        "tịch" => Key::Tich,
        "quyết" => Key::Quyet,
        "luật" => Key::Luat,
        "bộ" => Key::Bo,
        "pháp" => Key::Phap,
        "lệnh" => Key::Lenh,
        "hiến" => Key::Hien,
        "chỉ" => Key::Chi,
        "thị" => Key::Thi,
        "công" => Key::Cong,
        "văn" => Key::Van,
        "quy" => Key::Quy,
        "chế" => Key::Che,
        "bản" => Key::Ban,
        "tt" => Key::Tt,
        "ttlt" => Key::Ttlt,
        "nđ" | "nd" => Key::Nd,
        "qđ" | "qd" => Key::Qd,
        "nq" => Key::Nq,
        "ct" => Key::Ct,
        low if low.chars().nth(1).is_none() => Key::Letter,
        _ => Key::Word,
    }
}
