//! Seats (suất): how many people the class asks of a place, and the place's answer.

use super::class::Class;
use crate::ground::seal::{same_seal, short_seal};
use crate::ground::{Instant, Invalid, Word, text};
use crate::places::within_sentence;
use serde::{Deserialize, Serialize};

/// The most seats asked of one place.
pub const MOST: i64 = 200;

/// What is asked of a place and how it has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub place_id: String,
    pub place_name: String,
    /// "huyện Yên Lập"; empty for a place without a parent.
    pub parent_name: String,
    pub parent_id: Option<String>,
    pub seats: i64,
    pub unit: String,
    pub answered_at: Option<Instant>,
    pub declined_why: Option<String>,
    pub named: i64,
}
crate::row!(Seat { place_id, place_name, parent_name, parent_id, seats, unit, answered_at, declined_why, named });

/// A place's answer to the call-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Has said nothing yet.
    None,
    /// Has named some of those asked for.
    Part,
    /// Has named all.
    Full,
    /// Sends nobody, and has said why.
    Declined,
}

impl Reply {
    /// The key of its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "seat-reply-none",
            Self::Part => "seat-reply-part",
            Self::Full => "seat-reply-full",
            Self::Declined => "seat-reply-declined",
        }
    }

    /// The name of its mark and colour in pages.
    #[must_use]
    pub fn tone(self) -> &'static str {
        match self {
            Self::None => "wait",
            Self::Part => "part",
            Self::Full => "good",
            Self::Declined => "off",
        }
    }
}

impl Seat {
    /// `huyện Yên Lập`, as within a sentence.
    #[must_use]
    pub fn parent(&self) -> String {
        within_sentence(&self.parent_name)
    }

    /// `xã Mỹ Lung`, as within a sentence.
    #[must_use]
    pub fn place(&self) -> String {
        within_sentence(&self.place_name)
    }

    #[must_use]
    pub fn reply(&self) -> Reply {
        match (&self.declined_why, self.named) {
            (_, named) if named > 0 && named >= self.seats => Reply::Full,
            (_, named) if named > 0 => Reply::Part,
            (Some(_), _) => Reply::Declined,
            (None, _) => Reply::None,
        }
    }

    /// Seats still free; none when more were named than asked.
    #[must_use]
    pub fn free(&self) -> i64 {
        (self.seats - self.named).max(0)
    }
}

/// Seats to ask of one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub place_id: String,
    pub seats: i64,
    /// The body of that place that is asked: "UBND xã", "Phòng Dân tộc".
    #[serde(default)]
    pub unit: String,
}

impl Asked {
    /// With its lines cleaned, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        if !(0..=MOST).contains(&self.seats) {
            invalid.add("seats", Word::new("seat-count-form").with("x", MOST.to_string()));
        }
        let unit = text::clean(&self.unit);
        if unit.chars().count() > 300 {
            invalid.add("unit", Word::new("class-line-long").with("x", "300"));
        }
        invalid.verdict().map(|()| Self { unit, ..self })
    }
}

/// The last part of a place's own link, `/call/{token}`: only this store can make it, and it needs no account.
#[must_use]
pub fn call_token(key: &str, class: &Class, place: &str) -> String {
    format!("{}-{place}-{}", class.code, short_seal(key, &["call", &class.id, place], 20))
}

/// Code of the class, place and seal, as they stand in a token.
#[must_use]
pub fn token_parts(token: &str) -> Option<(&str, &str, &str)> {
    let (code, rest) = token.split_once('-')?;
    let (place, seal) = rest.rsplit_once('-')?;
    Some((code, place, seal))
}

/// Was this seal made here for this class and place?
#[must_use]
pub fn is_call(key: &str, class: &Class, place: &str, seal: &str) -> bool {
    same_seal(&short_seal(key, &["call", &class.id, place], 20), seal)
}
