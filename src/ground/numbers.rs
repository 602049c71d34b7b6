//! Numbers as Vietnamese papers write them, and as people type them.
//!
//! Decimal comma, thousands dot. Money is whole đồng in an `i64`; a number with a fraction is a [`Decimal`], never a
//! float. Reading accepts both signs and both meanings of them, and says so when a text has a second reading, for the
//! form to show back.

use std::fmt;

use super::text::fold;

pub use words::{Billion, Ending, Skipped, Thousand, Wording, ZeroTens, in_words, money_in_words};

#[cfg(test)]
mod tests;
mod words;

/// A number with a fixed count of decimal places: `unscaled / 10^places`.
///
/// Shown as `1.234.567,89`. Two decimals are equal only with equal places: 1,0 is not 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    unscaled: i64,
    places: u8,
}

/// The most decimal places a [`Decimal`] has.
pub const MOST_PLACES: u8 = 15;

impl Decimal {
    /// `unscaled / 10^places`, or `None` with more than [`MOST_PLACES`].
    #[must_use]
    pub const fn new(unscaled: i64, places: u8) -> Option<Self> {
        if places > MOST_PLACES { None } else { Some(Self { unscaled, places }) }
    }

    /// The digits without the comma: 123456789 of 1.234.567,89.
    #[must_use]
    pub const fn unscaled(self) -> i64 {
        self.unscaled
    }

    /// The count of digits after the comma.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The number if it is whole, whatever zeros it was written with.
    #[must_use]
    pub fn whole(self) -> Option<i64> {
        self.times(1).ok()
    }

    /// The number times a factor, if the product is whole.
    ///
    /// # Errors
    /// [`NumberError::NotWhole`], or [`NumberError::TooLarge`] if it does not fit.
    pub fn times(self, factor: i64) -> Result<i64, NumberError> {
        let product = i128::from(self.unscaled) * i128::from(factor);
        let unit = i128::from(power(self.places));
        if product % unit != 0 {
            return Err(NumberError::NotWhole);
        }
        i64::try_from(product / unit).map_err(|_| NumberError::TooLarge)
    }

    /// Without zeros at the end of the fraction: 5,0 as 5.
    #[must_use]
    pub fn shortened(self) -> Self {
        let mut short = self;
        while short.places > 0 && short.unscaled % 10 == 0 {
            short = Self { unscaled: short.unscaled / 10, places: short.places - 1 };
        }
        short
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self { unscaled: whole, places: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = power(self.places);
        let size = self.unscaled.unsigned_abs();
        if self.unscaled < 0 {
            f.write_str("-")?;
        }
        f.write_str(&dotted(size / unit))?;
        if self.places > 0 {
            write!(f, ",{:0width$}", size % unit, width = usize::from(self.places))?;
        }
        Ok(())
    }
}

/// A whole number with thousands dots: `1.234.567`.
#[must_use]
pub fn grouped(number: i64) -> String {
    Decimal::from(number).to_string()
}

/// An amount to the đồng: `50.000 đồng`.
#[must_use]
pub fn money(dong: i64) -> String {
    format!("{} đồng", grouped(dong))
}

/// An amount for reading at a glance, rounded to one decimal place of its unit: `4,8 tỷ đồng`, `541,6 triệu đồng`,
/// `50.000 đồng`. Not for papers that are added up.
#[must_use]
pub fn money_short(dong: i64) -> String {
    let tenths = |unit: i64| Decimal { unscaled: rounded(i128::from(dong) * 10, i128::from(unit)), places: 1 }.shortened();
    // What rounds up to 1.000 triệu is 1 tỷ.
    match dong.unsigned_abs() {
        999_950_000.. => format!("{} tỷ đồng", tenths(1_000_000_000)),
        1_000_000.. => format!("{} triệu đồng", tenths(1_000_000)),
        _ => money(dong),
    }
}

/// A share in percent with at most one decimal place, half away from zero: `26,4%`, `100%`. `None` of a whole of zero.
#[must_use]
pub fn percent(part: i64, whole: i64) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let tenths = rounded(i128::from(part) * 1000, i128::from(whole));
    Some(format!("{}%", Decimal { unscaled: tenths, places: 1 }.shortened()))
}

/// What was read, and what else the text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading<T> {
    /// The value by Vietnamese usage.
    pub value: T,
    /// The value by the other usage of dot and comma, if the text allows it: `1,234` is 1,234 or 1.234.
    pub doubt: Option<T>,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberError {
    /// Nothing there.
    Empty,
    /// Something else than digits, dots, commas, a sign and a known unit.
    NotANumber,
    /// Dots and commas that fit neither usage: `1.23.456`.
    BadGroups,
    /// An amount with a fraction of a đồng.
    NotWhole,
    /// Beyond what is kept: about 9 · 10^18 without the comma, or more than [`MOST_PLACES`].
    TooLarge,
}

/// Reads a number a person typed; `.`, `,` and blanks separate, a `%` at the end is passed over.
///
/// # Errors
/// [`NumberError`] says what is wrong with the text.
pub fn read(text: &str) -> Result<Reading<Decimal>, NumberError> {
    let text = fold(text);
    let bare = text.strip_suffix('%').unwrap_or(&text).trim();
    let (negative, digits) = match bare.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, bare.strip_prefix('+').unwrap_or(bare)),
    };
    if digits.is_empty() {
        return Err(if text.is_empty() { NumberError::Empty } else { NumberError::NotANumber });
    }
    let Reading { value, doubt } = read_unsigned(digits)?;
    let signed = |n: Decimal| Decimal { unscaled: if negative { -n.unscaled } else { n.unscaled }, places: n.places };
    Ok(Reading { value: signed(value), doubt: doubt.map(signed) })
}

/// Reads an amount in đồng: `50.000`, `50,000 đ`, `50k`, `4,8 tỷ đồng`, `541.611 triệu`.
///
/// In plain đồng a group of three is always thousands, for there is no fraction; before a unit it may be doubtful.
///
/// # Errors
/// [`NumberError`] says what is wrong with the text.
pub fn read_money(text: &str) -> Result<Reading<i64>, NumberError> {
    let text = fold(text);
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '−' | '–' | '+');
    let number: String = text.chars().take_while(|&c| numeric(c)).collect();
    let unit = text.strip_prefix(number.as_str()).unwrap_or_default();
    if number.is_empty() {
        return Err(if text.is_empty() { NumberError::Empty } else { NumberError::NotANumber });
    }
    let factor = factor(unit).ok_or(NumberError::NotANumber)?;
    let Reading { value, doubt } = read(&number)?;
    let product = |n: Decimal| n.times(factor);
    if factor == 1 {
        let whole = doubt.filter(|doubt| doubt.places() == 0).unwrap_or(value);
        return Ok(Reading { value: product(whole)?, doubt: None });
    }
    Ok(Reading { value: product(value)?, doubt: doubt.and_then(|doubt| product(doubt).ok()) })
}

/// How many đồng a folded unit is.
fn factor(unit: &str) -> Option<i64> {
    let unit = unit.trim();
    let bare = ["dong", "vnd", "d", "₫"].iter().find_map(|dong| unit.strip_suffix(dong)).unwrap_or(unit);
    match bare.trim() {
        "" => Some(1),
        "k" | "nghin" | "ngan" => Some(1_000),
        "tr" | "trieu" => Some(1_000_000),
        "t" | "ti" => Some(1_000_000_000),
        "nghin ti" | "ngan ti" => Some(1_000_000_000_000),
        _ => None,
    }
}

/// Reads digits with separators; the first and the last character are digits.
fn read_unsigned(text: &str) -> Result<Reading<Decimal>, NumberError> {
    let groups: Vec<&str> = text.split(['.', ',', ' ']).collect();
    if groups.iter().any(|group| group.is_empty() || !group.chars().all(|c| c.is_ascii_digit())) {
        return Err(NumberError::NotANumber);
    }
    let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (Some((&last, others)), Some((&fraction, head))) = (signs.split_last(), groups.split_last()) else {
        return Ok(Reading { value: decimal(text, "")?, doubt: None });
    };
    let thousands = || decimal(&groups.concat(), "");
    let with_fraction = || decimal(&head.concat(), fraction);
    let even = |signs: &[char]| signs.windows(2).all(|pair| pair.first() == pair.last());
    let by_three = |groups: &[&str]| match groups.split_first() {
        Some((first, rest)) => rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3)),
        None => false,
    };
    let as_thousands = even(&signs) && by_three(&groups) && !text.starts_with('0');
    let as_fraction = last != ' ' && !others.contains(&last) && even(others) && by_three(head);
    match (as_thousands, as_fraction) {
        (true, true) if last == '.' => Ok(Reading { value: thousands()?, doubt: with_fraction().ok() }),
        (true, true) => Ok(Reading { value: with_fraction()?, doubt: thousands().ok() }),
        (true, false) => Ok(Reading { value: thousands()?, doubt: None }),
        (false, true) => Ok(Reading { value: with_fraction()?, doubt: None }),
        (false, false) => Err(NumberError::BadGroups),
    }
}

fn decimal(whole: &str, fraction: &str) -> Result<Decimal, NumberError> {
    let places = u8::try_from(fraction.len()).map_err(|_| NumberError::TooLarge)?;
    let unscaled = format!("{whole}{fraction}").parse().map_err(|_| NumberError::TooLarge)?;
    Decimal::new(unscaled, places).ok_or(NumberError::TooLarge)
}

/// 10 to the power of `places`, of which there are at most [`MOST_PLACES`].
fn power(places: u8) -> u64 {
    10_u64.pow(u32::from(places))
}

/// The quotient rounded half away from zero. The callers keep it far inside an `i64`, but for absurd shares.
fn rounded(dividend: i128, divisor: i128) -> i64 {
    let quotient = (dividend.abs() + divisor.abs() / 2) / divisor.abs();
    let signed = if (dividend < 0) == (divisor < 0) { quotient } else { -quotient };
    i64::try_from(signed).unwrap_or(if signed < 0 { i64::MIN } else { i64::MAX })
}

/// Thousands dots.
fn dotted(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{}.{:03}", dotted(number / 1000), number % 1000) }
}
