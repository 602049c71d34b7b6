//! Letters that only look like Vietnamese: reported, with a mending to offer. Nothing here changes a text unasked.

use unicode_normalization::UnicodeNormalization;

/// Why a letter or a stretch of text is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Oddity {
    /// `Ð`, `ð` (Icelandic) or `Ɖ`, `ɖ` (African) where `Đ`, `đ` is surely meant.
    WrongD,
    /// A Cyrillic or Greek letter inside a word of Latin letters, as in copy-protected texts.
    ForeignLetter,
    /// Bytes of the TCVN3 (ABC) encoding shown as Latin-1: `ho¹ch` for "hoạch".
    Tcvn3,
    /// Bytes of the VNI encoding shown as Latin-1: `HOAÏCH` for "HOẠCH".
    Vni,
}

/// One doubtful letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// What is doubtful about it.
    pub oddity: Oddity,
    /// The letter.
    pub letter: char,
    /// Its place, counted in characters (not bytes) of the text in NFC, from 0.
    pub at: usize,
}

/// Reports doubtful letters, in the order of the text; changes nothing. Empty for ordinary text.
///
/// A report, not a verdict: a borrowed word may be reported (`naïve` looks like VNI).
#[must_use]
pub fn oddities(text: &str) -> Vec<Found> {
    let letters: Vec<char> = text.nfc().collect();
    let mut found = Vec::new();
    let mut at = 0;
    for word in letters.split(|c| c.is_whitespace()) {
        let latin = word.iter().any(|&c| is_latin(c));
        let mut before = None;
        for (offset, &letter) in word.iter().enumerate() {
            let after = word.get(offset + 1).copied();
            let oddity = if matches!(letter, 'Ð' | 'ð' | 'Ɖ' | 'ɖ') {
                Some(Oddity::WrongD)
            } else if latin && is_cyrillic_or_greek(letter) {
                Some(Oddity::ForeignLetter)
            } else if is_tcvn3(before, letter, after) {
                Some(Oddity::Tcvn3)
            } else if before.is_some_and(|before| is_vni(before, letter)) {
                Some(Oddity::Vni)
            } else {
                None
            };
            found.extend(oddity.map(|oddity| Found { oddity, letter, at: at + offset }));
            before = Some(letter);
        }
        at += word.len() + 1;
    }
    found
}

/// The text with look-alike letters put right (`Ð` to `Đ`; Cyrillic and Greek letters inside Latin words), or `None`
/// if there is nothing to mend. An offer to show beside the original, never to apply unasked.
///
/// TCVN3 and VNI are not letters but encodings: they are only reported, by [`oddities`].
#[must_use]
pub fn mend_letters(text: &str) -> Option<String> {
    let composed: String = text.nfc().collect();
    let mended: String = composed
        .split_inclusive(char::is_whitespace)
        .flat_map(|word| {
            let latin = word.chars().any(is_latin);
            // Decomposed, because a look-alike may carry Vietnamese marks: Cyrillic `е` with a circumflex.
            word.nfd().map(move |c| latin_twin(c, latin))
        })
        .nfc()
        .collect();
    (mended != composed).then_some(mended)
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

fn is_cyrillic_or_greek(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}')
}

/// Signs that Latin-1 shows for TCVN3 letters, told from their own use by the letters beside them.
fn is_tcvn3(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match sign {
        '«' => letter(before),
        'µ' | '¸' | '¶' | '¬' | '¨' | '©' | '\u{AD}' => letter(before) || letter(after),
        '§' | '®' | 'ª' | '·' | '¹' | '»' | '¼' | '½' | '¾' | '¡'..='¦' => letter(after),
        _ => false,
    }
}

/// Pairs of letters that VNI makes and Vietnamese does not have.
fn is_vni(before: char, letter: char) -> bool {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    matches!(
        (lower(before), lower(letter)),
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ö' | 'ô', 'ù' | 'ø' | 'û' | 'õ' | 'ï')
            | ('a', 'ê' | 'é' | 'è' | 'ú' | 'ü' | 'ë')
            | ('a' | 'e', 'â' | 'á' | 'à' | 'å' | 'ã' | 'ä')
            | ('o', 'â' | 'å' | 'ä')
    )
}

/// The Latin letter a look-alike stands for, or the letter itself.
fn latin_twin(c: char, inside_latin: bool) -> char {
    const FOREIGN: &str = "АВЕКМНОРСТХУІЅЈПаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοǤƔ";
    const LATIN: &str = "ABEKMHOPCTXYISJNaeopcyxisjABEZHIKMNOPTYXoGY";
    match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        c if inside_latin && !c.is_ascii() => {
            FOREIGN.chars().zip(LATIN.chars()).find_map(|(foreign, latin)| (foreign == c).then_some(latin)).unwrap_or(c)
        }
        c => c,
    }
}
