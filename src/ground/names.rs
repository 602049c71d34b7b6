//! Names of persons: họ và đệm, then tên. Kept as typed; nothing is capitalised for anybody.
//!
//! The split at the last blank is right for most names and not for all, so it is a proposal that stays editable.
//! One-word names, `Y`, `A`, `H'`, hyphens, apostrophes and letters that Vietnamese has not are names like any other.

use super::text::clean;

#[cfg(test)]
mod tests;

/// The longest name kept, in characters (NFC).
pub const LONGEST: usize = 200;

/// A name in its two parts, both as typed (NFC, single blanks).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// Họ và đệm: "Hà Văn". Empty for a name of one word.
    pub family_and_middle: String,
    /// Tên: "An". Never empty.
    pub given: String,
}

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameError {
    /// Nothing but blanks, or no letter at all.
    Empty,
    /// More than [`LONGEST`] characters; says how many.
    TooLong(usize),
}

impl Name {
    /// Splits a full name at its last blank.
    ///
    /// # Errors
    /// [`NameError`] if there is no letter in it or it is too long.
    pub fn split(full: &str) -> Result<Self, NameError> {
        let full = checked(full)?;
        Ok(match full.rsplit_once(' ') {
            Some((family_and_middle, given)) => Self { family_and_middle: family_and_middle.to_owned(), given: given.to_owned() },
            None => Self { family_and_middle: String::new(), given: full },
        })
    }

    /// A name from the two parts a person edited.
    ///
    /// # Errors
    /// [`NameError`] if the given name is empty, the whole has no letter, or is too long.
    pub fn from_parts(family_and_middle: &str, given: &str) -> Result<Self, NameError> {
        let name = Self { family_and_middle: clean(family_and_middle), given: clean(given) };
        if name.given.is_empty() {
            return Err(NameError::Empty);
        }
        checked(&name.full())?;
        Ok(name)
    }

    /// The whole name: "Hà Văn An".
    #[must_use]
    pub fn full(&self) -> String {
        // Cleaned once more, for the first part may be empty.
        clean(&format!("{} {}", self.family_and_middle, self.given))
    }
}

/// A name in capitals with only the first letter of each word left so: `LÒ VĂN PÓM` as `Lò Văn Póm`. To be offered,
/// never applied unasked. `None` if any letter is small already or nothing would change (`Y`, `A`).
///
/// A word begins after a blank, a hyphen or an apostrophe: `H'HEN NIÊ` as `H'Hen Niê`.
#[must_use]
pub fn mend_capitals(name: &str) -> Option<String> {
    let name = clean(name);
    if name.chars().any(char::is_lowercase) {
        return None;
    }
    let mut begins = true;
    let mut mended = String::with_capacity(name.len());
    for c in name.chars() {
        if begins || !c.is_uppercase() {
            mended.push(c);
        } else {
            mended.extend(c.to_lowercase());
        }
        begins = matches!(c, ' ' | '-' | '‐' | '\'' | '’' | '‘' | 'ʼ' | '.' | '(');
    }
    (mended != name).then_some(mended)
}

fn checked(full: &str) -> Result<String, NameError> {
    let full = clean(full);
    if !full.chars().any(char::is_alphabetic) {
        return Err(NameError::Empty);
    }
    match full.chars().count() {
        length if length > LONGEST => Err(NameError::TooLong(length)),
        _ => Ok(full),
    }
}
