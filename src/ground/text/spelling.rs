//! How a Vietnamese syllable is spelled: where the tone mark stands, and where `y` may be written `i`.

use unicode_normalization::char::is_combining_mark;

/// A base letter with its marks, for the rules about where Vietnamese marks stand.
pub(super) struct Letter {
    base: char,
    /// Breve, circumflex or horn: makes another letter of it.
    shape: Option<char>,
    tone: Option<char>,
    /// Marks Vietnamese has not, and all that follow them, in order.
    other: String,
}

impl Letter {
    fn lower(&self) -> char {
        self.base.to_ascii_lowercase()
    }
}

/// Runs `change` over every word of decomposed text and puts the text together again (still decomposed).
pub(super) fn by_word(text: impl Iterator<Item = char>, change: impl Fn(&mut [Letter])) -> std::vec::IntoIter<char> {
    let mut out = Vec::new();
    let mut word: Vec<Letter> = Vec::new();
    let flush = |word: &mut Vec<Letter>, out: &mut Vec<char>| {
        change(word);
        for letter in word.drain(..) {
            out.push(letter.base);
            out.extend(letter.shape.into_iter().chain(letter.tone));
            out.extend(letter.other.chars());
        }
    };
    for c in text {
        match word.last_mut() {
            Some(letter) if is_combining_mark(c) => {
                if letter.other.is_empty() && letter.tone.is_none() && is_tone(c) {
                    letter.tone = Some(c);
                } else if letter.other.is_empty() && letter.shape.is_none() && is_shape(c) && goes_before(c, letter.tone) {
                    letter.shape = Some(c);
                } else {
                    letter.other.push(c);
                }
            }
            _ if c.is_alphabetic() => word.push(Letter { base: c, shape: None, tone: None, other: String::new() }),
            _ => {
                flush(&mut word, &mut out);
                out.push(c);
            }
        }
    }
    flush(&mut word, &mut out);
    out.into_iter()
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

fn is_shape(c: char) -> bool {
    matches!(c, '\u{302}' | '\u{306}' | '\u{31B}')
}

/// Whether a shape mark met after this tone may be written before it without making another letter of it: true of the
/// dot below, which canonical order puts first.
fn goes_before(shape: char, tone: Option<char>) -> bool {
    tone.is_none_or(|tone| tone == '\u{323}' || shape == '\u{31B}')
}

fn is_vowel(letter: &Letter) -> bool {
    letter.other.is_empty() && matches!(letter.lower(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn is_consonant(letter: &Letter) -> bool {
    letter.other.is_empty() && (letter.base.is_ascii_alphabetic() || matches!(letter.base, 'đ' | 'Đ')) && !is_vowel(letter)
}

/// Moves the one tone mark of a Vietnamese syllable to its place by the older rule (`hoà` to `hòa`); leaves alone
/// whatever is not built like such a syllable.
pub(super) fn place_tone(word: &mut [Letter]) {
    let mut toned = word.iter().filter(|letter| letter.tone.is_some());
    let tone = match (toned.next(), toned.next()) {
        (Some(only), None) if is_vowel(only) => only.tone,
        _ => return,
    };
    let onset = word.iter().take_while(|letter| is_consonant(letter)).count();
    let vowels = word.iter().skip(onset).take_while(|letter| is_vowel(letter)).count();
    let end = onset + vowels;
    if !word.iter().skip(end).all(is_consonant) {
        return;
    }
    // The `u` of `qu` and the `i` of `gi`, before another vowel, belong to the consonant.
    let start = match word {
        [a, b, ..] if onset == 1 && vowels > 1 && matches!((a.lower(), b.lower()), ('q', 'u') | ('g', 'i')) => 2,
        _ => onset,
    };
    let shaped = word.iter().take(end).rposition(|letter| is_vowel(letter) && letter.shape.is_some());
    let place = match (shaped, end - start) {
        (Some(shaped), _) => shaped,
        (None, 1) => start,
        (None, 2) if end == word.len() => start,
        _ => start + 1,
    };
    for (at, letter) in word.iter_mut().enumerate() {
        letter.tone = if at == place { tone } else { None };
    }
}

/// Writes `i` for a final `y` that is the only vowel after a consonant, where both are in use: `kỹ`, `Mỹ`, `quý`.
///
/// Not in `ay`, `ây`, `uy`; and not `y` alone, for points `i` and `y` of a clause are two.
pub(super) fn free_y_to_i(word: &mut [Letter]) {
    let Some((last, onset)) = word.split_last_mut() else { return };
    let free = onset.iter().all(is_consonant) || onset.iter().map(Letter::lower).eq(['q', 'u']);
    if last.lower() == 'y' && last.shape.is_none() && last.other.is_empty() && !onset.is_empty() && free {
        last.base = 'i';
    }
}
