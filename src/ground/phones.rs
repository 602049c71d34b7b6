//! Telephone numbers as lists bring them: with blanks and dots, with +84, without the leading 0 that a spreadsheet
//! dropped, with a mobile prefix from before 2018. What was repaired is said, so that a person can look.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::clean;

#[cfg(test)]
mod tests;

/// A Vietnamese number: ASCII digits with the leading 0; ten of a mobile (`0912345678`), eleven of a fixed line with
/// its area code (`02103846647`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Something repaired in a number. Blanks, dots and dashes are not worth saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mending {
    /// `.0` taken off: a spreadsheet had made a decimal number of it.
    Fraction,
    /// +84, 0084 or 84 replaced by 0.
    CountryCode,
    /// A leading 0 put back.
    LeadingZero,
    /// A mobile prefix of eleven digits replaced by the one of ten that took its place in 2018: 0168 by 038.
    OldPrefix,
}

/// A number as read, with what was repaired in it, in the order it was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The number.
    pub phone: Phone,
    /// The repairs; empty if it was written in full.
    pub mendings: Vec<Mending>,
}

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhoneError {
    /// Nothing there.
    Empty,
    /// Something else than digits and separators.
    NotANumber,
    /// Two numbers or more in one place.
    Several,
    /// A spreadsheet's `9.12E+08`: the last digits may be lost.
    Scientific,
    /// A count of digits no number has; says how many after repair.
    WrongLength(usize),
    /// The right count, but no network has such a prefix.
    UnknownPrefix,
}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for PhoneError {}

impl Phone {
    /// Reads a number a person typed or a list brought.
    ///
    /// # Errors
    /// [`PhoneError`] if it cannot be made out for certain.
    pub fn read(text: &str) -> Result<Reading, PhoneError> {
        let text = clean(text);
        let (bare, fraction) = without_fraction(&text);
        let plus = bare.starts_with('+') || bare.starts_with("(+");
        let digits = digits(bare)?;
        let mut mendings = Vec::new();
        if fraction {
            mendings.push(Mending::Fraction);
        }
        let national = national(&digits, plus, &mut mendings);
        let renewed = renewed(&national).inspect(|_| mendings.push(Mending::OldPrefix)).unwrap_or(national);
        checked(renewed).map(|phone| Reading { phone, mendings })
    }

    /// The digits, as stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Grouped for the eye: `0912 345 678`, `0210 384 6647`.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.chars().enumerate() {
            if place == 4 || place == 7 {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

/// Only a number written in full: what is stored was repaired before.
impl TryFrom<String> for Phone {
    type Error = PhoneError;

    fn try_from(digits: String) -> Result<Self, PhoneError> {
        if digits.chars().all(|c| c.is_ascii_digit()) { checked(digits) } else { Err(PhoneError::NotANumber) }
    }
}

/// Takes off the `.0` of a float; but `091.234.567.0` is a number with dots.
fn without_fraction(text: &str) -> (&str, bool) {
    let float = text.strip_suffix(".0").or_else(|| text.strip_suffix(".00")).or_else(|| text.strip_suffix(",0"));
    match float {
        Some(whole) if whole.len() >= 9 && whole.chars().all(|c| c.is_ascii_digit()) => (whole, true),
        _ => (text, false),
    }
}

/// The digits of one number; anything but separators beside them is refused.
fn digits(text: &str) -> Result<String, PhoneError> {
    let (digits, rest): (String, String) = text.chars().partition(char::is_ascii_digit);
    let within = |c: char| matches!(c, ' ' | '.' | '-' | '‐' | '–' | '(' | ')' | '+');
    let between = |c: char| within(c) || matches!(c, '/' | ';' | ',' | '&');
    if text.is_empty() {
        Err(PhoneError::Empty)
    } else if digits.is_empty() {
        Err(PhoneError::NotANumber)
    } else if rest.contains(['e', 'E']) && rest.trim_matches(['.', ',', '+', 'e', 'E']).is_empty() {
        Err(PhoneError::Scientific)
    } else if digits.len() >= 17 && rest.chars().all(between) {
        Err(PhoneError::Several)
    } else if rest.chars().all(within) {
        Ok(digits)
    } else {
        Err(PhoneError::NotANumber)
    }
}

/// The number with its leading 0, however it was written.
fn national(digits: &str, plus: bool, mendings: &mut Vec<Mending>) -> String {
    // 84 is also a network: 849123456 has lost the 0 of 0849123456. Only what is too long for that is a country code.
    let abroad = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84").filter(|_| plus || digits.len() >= 11));
    if let Some(rest) = abroad {
        mendings.push(Mending::CountryCode);
        // "+84 (0) 912 345 678"
        return format!("0{}", rest.strip_prefix('0').unwrap_or(rest));
    }
    // Nine digits of a mobile, ten of a fixed line or of an old mobile.
    let lost = match digits.len() {
        9 => digits.starts_with(['3', '5', '7', '8', '9']),
        10 => digits.starts_with(['1', '2']),
        _ => false,
    };
    if lost {
        mendings.push(Mending::LeadingZero);
        return format!("0{digits}");
    }
    digits.to_owned()
}

/// The number of ten digits that took the place of an old mobile number of eleven.
fn renewed(number: &str) -> Option<String> {
    /// The table of the change of 15/9–14/11/2018, by network.
    const PREFIXES: [(&str, &str); 21] = [
        ("0162", "032"),
        ("0163", "033"),
        ("0164", "034"),
        ("0165", "035"),
        ("0166", "036"),
        ("0167", "037"),
        ("0168", "038"),
        ("0169", "039"),
        ("0120", "070"),
        ("0121", "079"),
        ("0122", "077"),
        ("0126", "076"),
        ("0128", "078"),
        ("0123", "083"),
        ("0124", "084"),
        ("0125", "085"),
        ("0127", "081"),
        ("0129", "082"),
        ("0186", "056"),
        ("0188", "058"),
        ("0199", "059"),
    ];
    if number.len() != 11 {
        return None;
    }
    PREFIXES.iter().find_map(|(old, new)| number.strip_prefix(old).map(|rest| format!("{new}{rest}")))
}

fn checked(number: String) -> Result<Phone, PhoneError> {
    let fixed = number.starts_with("02");
    let mobile = ["03", "05", "07", "08", "09"].iter().any(|prefix| number.starts_with(prefix));
    match number.len() {
        10 if mobile => Ok(Phone(number)),
        11 if fixed => Ok(Phone(number)),
        10 if fixed => Err(PhoneError::WrongLength(10)),
        11 if mobile => Err(PhoneError::WrongLength(11)),
        10 | 11 => Err(PhoneError::UnknownPrefix),
        length => Err(PhoneError::WrongLength(length)),
    }
}
