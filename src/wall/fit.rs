//! How large a text may stand on the wall so that all of it is seen without scrolling. Pure.
//!
//! Lengths are tenths of a hundredth of the wall's width (10 is 1 vw); a wall of sixteen to nine is 1000 wide and 562 high.

/// The sizes of the style sheet's `fit-1` to `fit-6`, the largest first.
const SIZES: [(usize, &str); 6] = [(60, "fit-1"), (48, "fit-2"), (38, "fit-3"), (30, "fit-4"), (24, "fit-5"), (19, "fit-6")];
/// The width of a letter in hundredths of the size, with the wide fonts of some systems in mind; and the height of a line in tenths.
const LETTER: usize = 53;
const LINE: usize = 13;

/// A frame to be filled with texts, one under the other.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub width: usize,
    pub height: usize,
    /// What stands around each text (a name under it, a gap), in tenths of a line.
    pub around: usize,
    /// Nothing larger than this class: 1 is the largest.
    pub largest: usize,
}

/// How many of the texts fit, and in which size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    pub class: &'static str,
    pub texts: usize,
}

impl Frame {
    /// As many of the texts as fit in the smallest size, in the largest size in which they fit. The first is always among them.
    #[must_use]
    pub fn fit(self, texts: &[usize]) -> Fit {
        let sizes = || SIZES.iter().skip(self.largest.saturating_sub(1));
        let mut many = texts.len();
        while many > 0 {
            let some = texts.iter().take(many);
            if let Some((_, class)) =
                sizes().find(|(size, _)| some.clone().map(|it| self.height_of(*it, *size)).sum::<usize>() <= self.height)
            {
                return Fit { class, texts: many };
            }
            many -= 1;
        }
        Fit { class: SIZES.last().map_or("", |it| it.1), texts: usize::from(!texts.is_empty()) }
    }

    /// The class for one text.
    #[must_use]
    pub fn class(self, text: &str) -> &'static str {
        self.fit(&[text.chars().count()]).class
    }

    /// So many letters fit in the smallest size.
    #[must_use]
    pub fn most(self) -> usize {
        let size = SIZES.last().map_or(1, |it| it.0);
        let lines = (self.height * 10 / (size * LINE)).saturating_sub(self.around / 10).max(1);
        // Words are not broken: a line is seldom full.
        lines * per_line(self.width, size) * 19 / 20
    }

    fn height_of(self, letters: usize, size: usize) -> usize {
        let lines = (letters * 21 / 20).div_ceil(per_line(self.width, size)).max(1);
        (lines * 10 + self.around) * size * LINE / 100
    }
}

fn per_line(width: usize, size: usize) -> usize {
    (width * 100 / (LETTER * size)).max(1)
}

/// The text, or as many whole words of it as have at most `most` letters.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let short: String = text.chars().take(most.saturating_sub(1)).collect();
    let whole = short.rsplit_once(char::is_whitespace).map_or(short.as_str(), |it| it.0);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':', '–', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_text_is_smaller_and_never_more_than_the_frame() {
        let frame = Frame { width: 936, height: 400, around: 0, largest: 1 };
        assert_eq!(frame.fit(&[40]), Fit { class: "fit-1", texts: 1 });
        assert_eq!(frame.fit(&[400]).class, "fit-4");
        assert_eq!(frame.fit(&[300; 3]).class, "fit-6");
        assert!(frame.fit(&[300; 20]).texts < 20);
        assert_eq!(frame.fit(&[100_000]).texts, 1);
        assert_eq!(frame.fit(&[]).texts, 0);
        assert_eq!(frame.class(&"a".repeat(frame.most())), "fit-6");
    }

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(cut("Mương bị lũ cuốn", 40), "Mương bị lũ cuốn");
        assert_eq!(cut("Mương bị lũ cuốn, dân góp công", 19), "Mương bị lũ cuốn…");
        assert_eq!(cut("Mươngbịlũcuốn", 6), "Mương…");
    }
}
