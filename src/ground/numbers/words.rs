//! Numbers in words, for the payment tables that must repeat an amount in letters.

/// How the word for an empty place of tens is written: 105 is "một trăm linh năm".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ZeroTens {
    /// "linh", in the north.
    #[default]
    Linh,
    /// "lẻ", in the south.
    Le,
}

/// The word for a thousand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Thousand {
    /// "nghìn", in the north.
    #[default]
    Nghin,
    /// "ngàn", in the south.
    Ngan,
}

/// The spelling of a thousand million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Billion {
    /// "tỷ".
    #[default]
    Ty,
    /// "tỉ".
    Ti,
}

/// Whether a group of three zeros between others is said: 1.000.001.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Skipped {
    /// "một triệu không nghìn không trăm linh một".
    #[default]
    Said,
    /// "một triệu không trăm linh một".
    Silent,
}

/// The choices of a house that writes numbers in words; the default is the northern usage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wording {
    /// "linh" or "lẻ".
    pub zero_tens: ZeroTens,
    /// "nghìn" or "ngàn".
    pub thousand: Thousand,
    /// "tỷ" or "tỉ".
    pub billion: Billion,
    /// Whether empty groups are said.
    pub skipped: Skipped,
}

/// How an amount in words ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ending {
    /// "… đồng".
    #[default]
    Dong,
    /// "… đồng chẵn".
    DongChan,
}

/// A number in words, in small letters: 3.450.000 is "ba triệu bốn trăm năm mươi nghìn". Any `i64`; below zero it
/// begins with "âm".
#[must_use]
pub fn in_words(number: i64, wording: Wording) -> String {
    let mut words = Words { said: Vec::new(), wording };
    if number < 0 {
        words.said.push("âm");
    }
    match number.unsigned_abs() {
        0 => words.said.push("không"),
        size => words.any(size),
    }
    words.said.join(" ")
}

/// An amount in words: capital first letter, "đồng" and perhaps "chẵn" last.
#[must_use]
pub fn money_in_words(dong: i64, wording: Wording, ending: Ending) -> String {
    let words = in_words(dong, wording);
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let end = match ending {
        Ending::Dong => " đồng",
        Ending::DongChan => " đồng chẵn",
    };
    first.chain(letters).chain(end.chars()).collect()
}

/// The words said so far. A group after others is said in full: "không trăm linh năm".
struct Words {
    said: Vec<&'static str>,
    wording: Wording,
}

impl Words {
    /// Any number above zero: what is above a thousand million is itself a number of them ("một nghìn tỷ").
    fn any(&mut self, number: u64) {
        let (billions, rest) = (number / 1_000_000_000, number % 1_000_000_000);
        if billions > 0 {
            self.any(billions);
            self.said.push(match self.wording.billion {
                Billion::Ty => "tỷ",
                Billion::Ti => "tỉ",
            });
        }
        if rest > 0 {
            self.below_billion(rest, billions > 0);
        }
    }

    fn below_billion(&mut self, number: u64, after_others: bool) {
        let thousand = match self.wording.thousand {
            Thousand::Nghin => "nghìn",
            Thousand::Ngan => "ngàn",
        };
        let mut in_full = after_others;
        let mut rest = number;
        for (unit, name) in [(1_000_000, "triệu"), (1_000, thousand)] {
            let group = rest / unit;
            rest %= unit;
            if group > 0 {
                self.below_thousand(group, in_full);
                self.said.push(name);
                in_full = true;
            } else if in_full && rest > 0 && self.wording.skipped == Skipped::Said {
                self.said.extend(["không", name]);
            }
        }
        if rest > 0 {
            self.below_thousand(rest, in_full);
        }
    }

    fn below_thousand(&mut self, number: u64, in_full: bool) {
        let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        let hundreds_said = hundreds > 0 || in_full;
        if hundreds_said {
            self.said.extend([digit(hundreds), "trăm"]);
        }
        match tens {
            0 if ones > 0 && hundreds_said => self.said.push(match self.wording.zero_tens {
                ZeroTens::Linh => "linh",
                ZeroTens::Le => "lẻ",
            }),
            0 => {}
            1 => self.said.push("mười"),
            _ => self.said.extend([digit(tens), "mươi"]),
        }
        match (tens, ones) {
            (_, 0) => {}
            (2.., 1) => self.said.push("mốt"),
            (2.., 4) => self.said.push("tư"),
            (1.., 5) => self.said.push("lăm"),
            _ => self.said.push(digit(ones)),
        }
    }
}

fn digit(digit: u64) -> &'static str {
    match digit {
        0 => "không",
        1 => "một",
        2 => "hai",
        3 => "ba",
        4 => "bốn",
        5 => "năm",
        6 => "sáu",
        7 => "bảy",
        8 => "tám",
        _ => "chín",
    }
}
