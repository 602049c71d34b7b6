//! The order of Vietnamese lists, as text keys that both engines compare byte by byte.
//!
//! The order is CLDR's for `vi`: a < ă < â, d < đ, e < ê, o < ô < ơ, u < ư, then the tones ngang, huyền, hỏi, ngã,
//! sắc, nặng. Some dictionaries order the tones otherwise; one had to be chosen. Runs of digits count as numbers, so
//! "Khu 2" stands before "Khu 10".
//!
//! A key is lower-case hexadecimal, for a text column in `SQLite` (`BINARY`) or `PostgreSQL` (`C`). Keys of different
//! releases of the collator do not compare: store [`MADE_BY`] beside them and make them anew when it changes.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::text::one_tone_placement;

#[cfg(test)]
mod tests;

/// What made the keys; to be raised whenever `icu_collator` or a rule of this file changes an order.
pub const MADE_BY: &str = "icu_collator 2.4 vi numeric 1";

static FULL: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| collator(Strength::Tertiary));
static CASELESS: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| collator(Strength::Secondary));

/// The key of a text: hexadecimal, so that keys compare by bytes as the texts do by [`compare`].
///
/// Equal texts, and texts equal but for invisible characters or the way they are encoded, have equal keys; add the id
/// as a last column for a total order.
#[must_use]
pub fn sort_key(text: &str) -> String {
    key(&FULL, text)
}

/// The key of a person's name for a list: by tên, then by họ và đệm; capitals and the placement of the tone mark only
/// break ties, so that "HÀ VĂN AN" and "Hà Văn An", "Hoà" and "Hòa" stand together.
#[must_use]
pub fn name_sort_key(family_and_middle: &str, given: &str) -> String {
    // '-' is below every hexadecimal digit: a name stands before a longer one that begins with it.
    [
        key(&CASELESS, &one_tone_placement(given)),
        key(&CASELESS, &one_tone_placement(family_and_middle)),
        sort_key(given),
        sort_key(family_and_middle),
    ]
    .join("-")
}

/// The order of two texts in a list, for what is already in memory.
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    FULL.compare(a, b)
}

fn key(collator: &CollatorBorrowed<'_>, text: &str) -> String {
    let mut bytes = Vec::new();
    let Ok(()) = collator.write_sort_key_to(text, &mut bytes);
    hex::encode(bytes)
}

#[expect(clippy::expect_used, reason = "the data is compiled in and holds `vi`; every test of this file would fail")]
fn collator(strength: Strength) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    Collator::try_new(preferences, options).expect("collation data for vi")
}
