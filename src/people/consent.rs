//! What a person agrees to: for what, and in which words. Pure.

/// What the consent is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The use of their data for a class.
    Class,
    /// That the public page of a class names them.
    Publication,
}

crate::names! { Purpose {
    Class = "class", "consent-for-class";
    Publication = "publication", "consent-for-publication";
} }

/// The version of the words that people agree to now. Other words are another version, under a key of their own.
pub const CONSENT_WORDING: &str = "2026-11";

/// The key of the words of a version.
#[must_use]
pub fn consent_word(purpose: Purpose, version: &str) -> String {
    match purpose {
        Purpose::Class => format!("consent-wording-{version}"),
        Purpose::Publication => format!("consent-publication-{version}"),
    }
}
