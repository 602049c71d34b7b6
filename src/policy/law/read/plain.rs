//! Bytes as letters: UTF-8, UTF-16, windows-1258; what is none of these is shown as windows-1252, as TCVN3 and VNI are.

use super::{Fault, Unreadable};
use crate::policy::law::encoding::{Encoding, oddities};
use encoding_rs::{Encoding as Charset, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Unreadable> {
    if let Some((charset, length)) = Charset::for_bom(bytes) {
        return decoded(bytes.get(length..).unwrap_or_default(), charset);
    }
    if let Some(charset) = wide(bytes) {
        return decoded(bytes, charset);
    }
    if let Some(charset) = declared(bytes).filter(|it| *it != UTF_8) {
        return decoded(bytes, charset);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => whole(text.to_owned(), "UTF-8"),
        Err(error) => {
            // UTF-8 with a broken place is that, and the place is named.
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let multibyte = good.iter().filter(|&&b| b >= 0xC3).count();
            let bad = String::from_utf8_lossy(bytes).matches('\u{FFFD}').count();
            if bad * 20 < multibyte {
                return Err(Unreadable::at(Fault::NotText, line_of(good)));
            }
            single(bytes)
        }
    }
}

fn line_of(before: &[u8]) -> usize {
    before.split(|&b| b == b'\n').count()
}

fn decoded(bytes: &[u8], charset: &'static Charset) -> Result<(String, &'static str), Unreadable> {
    let (text, wrong) = charset.decode_without_bom_handling(bytes);
    if wrong {
        let good = text.split('\u{FFFD}').next().unwrap_or_default();
        return Err(Unreadable::at(Fault::NotText, line_of(good.as_bytes())));
    }
    whole(text.into_owned(), charset.name())
}

/// Text has no zero bytes and few other controls.
fn whole(text: String, charset: &'static str) -> Result<(String, &'static str), Unreadable> {
    match text
        .find(|c: char| c == '\0' || (c.is_control() && !c.is_whitespace() && !matches!(c, '\u{1A}' | '\u{1F}' | '\u{80}'..='\u{9F}')))
    {
        Some(at) => Err(Unreadable::at(Fault::NotText, line_of(text.get(..at).unwrap_or_default().as_bytes()))),
        None => Ok((text, charset)),
    }
}

/// UTF-16 without its mark: every other byte of plain letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static Charset> {
    let head = bytes.get(..bytes.len().min(2000))?;
    let zeros = |odd: usize| head.iter().enumerate().filter(|(at, b)| at % 2 == odd && **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if head.len() < 8 || even.max(odd) * 5 < head.len() {
        return None;
    }
    Some(if odd > even { UTF_16LE } else { UTF_16BE })
}

/// `<meta charset=…>`
fn declared(bytes: &[u8]) -> Option<&'static Charset> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2000))?).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let name: String =
        after.trim_start_matches(['"', '\'']).chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    Charset::for_label(name.as_bytes()).filter(|_| head.contains('<'))
}

/// One byte a letter. windows-1258 has marks that follow vowels; elsewhere those bytes stand anywhere.
fn single(bytes: &[u8]) -> Result<(String, &'static str), Unreadable> {
    let (vietnamese, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let (western, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let mut before = ' ';
    let (mut placed, mut marks) = (0_usize, 0_usize);
    for c in vietnamese.nfd() {
        if matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') {
            marks += 1;
            placed += usize::from("aăâeêioôơuưy\u{302}\u{306}\u{31B}".contains(before.to_ascii_lowercase()));
        }
        before = c;
    }
    let legacy =
        oddities(&western).iter().filter(|it| matches!(it.encoding, Encoding::Tcvn3 | Encoding::Vni)).map(|it| it.lines).sum::<usize>();
    if marks > 0 && placed * 10 >= marks * 9 && legacy == 0 {
        return whole(vietnamese.into_owned(), "windows-1258");
    }
    whole(western.into_owned(), "windows-1252")
}
