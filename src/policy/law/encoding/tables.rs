//! The two codes, as Latin-1 shows them.

use unicode_normalization::UnicodeNormalization;

/// TCVN3: one sign, one letter. Capitals with tones are small letters in a font of capitals, and come out small.
const TCVN3: [(&str, &str); 3] = [
    ("¡¢£¤¥¦§¨©ª«¬\u{AD}®", "ĂÂÊÔƠƯĐăâêôơưđ"),
    ("µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ", "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíị"),
    ("ßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ", "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"),
];

pub(super) fn tcvn3(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    TCVN3.iter().find_map(|(signs, letters)| signs.chars().zip(letters.chars()).find_map(|(sign, letter)| (sign == c).then_some(letter)))
}

/// VNI: a letter and, after it, a sign for its marks.
pub(super) fn vni(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        let marked = letters.peek().and_then(|&sign| pair(c, sign));
        if marked.is_some() {
            letters.next();
        }
        match marked {
            Some(marked) => out.extend(marked.nfc()),
            None => out.push(single(c).unwrap_or(c)),
        }
    }
    out
}

/// A letter of its own.
fn single(c: char) -> Option<char> {
    let letters = "ñÑíÍìÌæÆóÓòÒîÎôÔöÖ".chars().zip("đĐíÍìÌỉỈĩĨịỊỵỴơƠưƯ".chars());
    letters.into_iter().find_map(|(sign, letter)| (sign == c).then_some(letter))
}

/// The letter with the marks that the sign after it means, decomposed.
fn pair(c: char, sign: char) -> Option<std::vec::IntoIter<char>> {
    const GRAVE: char = '\u{300}';
    const ACUTE: char = '\u{301}';
    const HOOK: char = '\u{309}';
    const TILDE: char = '\u{303}';
    const DOT: char = '\u{323}';
    const HAT: char = '\u{302}';
    const BREVE: char = '\u{306}';
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let base = small(c);
    let letter = if matches!(base, 'ô' | 'ö') { single(c)? } else { c };
    let marks: &[char] = match (base, small(sign)) {
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'ù') => &[ACUTE],
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'ø') => &[GRAVE],
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'û') => &[HOOK],
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'õ') => &[TILDE],
        ('a' | 'e' | 'o' | 'u' | 'ô' | 'ö', 'ï') => &[DOT],
        ('a' | 'e' | 'o', 'â') => &[HAT],
        ('a' | 'e' | 'o', 'á') => &[HAT, ACUTE],
        ('a' | 'e' | 'o', 'à') => &[HAT, GRAVE],
        ('a' | 'e' | 'o', 'å') => &[HAT, HOOK],
        ('a' | 'e' | 'o', 'ã') => &[HAT, TILDE],
        ('a' | 'e' | 'o', 'ä') => &[DOT, HAT],
        ('a', 'ê') => &[BREVE],
        ('a', 'é') => &[BREVE, ACUTE],
        ('a', 'è') => &[BREVE, GRAVE],
        ('a', 'ú') => &[BREVE, HOOK],
        ('a', 'ü') => &[BREVE, TILDE],
        ('a', 'ë') => &[DOT, BREVE],
        _ => return None,
    };
    let mut out = vec![letter];
    out.extend(marks);
    Some(out.into_iter())
}
