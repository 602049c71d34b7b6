//! A person: name, position, unit, how to reach them. Kept once, however many classes they come to.
//!
//! The ethnicity is no fact of the person but a figure of the programme's reports: stored apart, with its purpose, shown to nobody but
//! the person and those who run the class.

use crate::ground::names::{LONGEST, Name, NameError};
use crate::ground::phones::{Mending, Phone, PhoneError};
use crate::ground::{Instant, Invalid, Word, text};
use crate::web::Role;
use serde::{Deserialize, Serialize};

/// A person, as the rooms see them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub id: String,
    /// As typed.
    pub name: String,
    /// Họ và đệm.
    pub family: String,
    /// Tên.
    pub given: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// `female`, `male`
    pub sex: Option<String>,
    pub birth_year: Option<i64>,
    pub position: String,
    pub unit: String,
    pub place_id: Option<String>,
    /// Invented, for the demonstration.
    pub illustration: bool,
}

/// One person with all that is kept of them: for the pages of those who run the class, and for themselves.
#[derive(Clone, Debug)]
pub struct Whole {
    pub id: String,
    pub name: String,
    pub family: String,
    pub given: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub sex: Option<String>,
    pub birth_year: Option<i64>,
    pub position: String,
    pub unit: String,
    pub place_id: Option<String>,
    /// The place's full name.
    pub place: Option<String>,
    pub illustration: bool,
    pub ethnicity: Option<String>,
    /// When the password was set; nothing when there is none.
    pub password_set_at: Option<Instant>,
    pub entered_at: Instant,
}

impl Whole {
    /// The number grouped for the eye: `0912 345 678`.
    #[must_use]
    pub fn phone_spaced(&self) -> Option<String> {
        self.phone.as_deref().map(spaced)
    }
}

/// A stored number grouped for the eye.
#[must_use]
pub fn spaced(digits: &str) -> String {
    Phone::try_from(digits.to_owned()).map_or_else(|_| digits.to_owned(), |it| it.to_string())
}

/// What a list of persons is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Folded part of the name.
    pub name: String,
    /// Digits of the number.
    pub digits: String,
    pub role: Option<Role>,
}

impl Filter {
    /// From what was typed: a name with or without diacritics, or a number however it is written; and a role's name.
    #[must_use]
    pub fn read(typed: &str, role: &str) -> Self {
        let role = Role::from_name(role);
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let is_number = digits.len() >= 3 && !typed.chars().any(char::is_alphabetic);
        if is_number {
            let digits = Phone::read(typed).map_or(digits, |it| it.phone.as_str().to_owned());
            return Self { digits, role, ..Self::default() };
        }
        // The wildcards of the query are no letters of a name.
        Self { name: text::fold(&typed.replace(['%', '_', '\\'], " ")), role, ..Self::default() }
    }
}

/// A person as a form or a list brings them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPerson {
    pub name: String,
    /// The split of the name where it is not at the last blank; both or neither.
    pub family: Option<String>,
    pub given: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub sex: Option<String>,
    pub birth_year: Option<i64>,
    pub position: String,
    pub unit: String,
    pub place_id: Option<String>,
    pub ethnicity: Option<String>,
    pub illustration: bool,
}

/// Why the ethnicity is recorded at all; stored beside it.
pub const ETHNICITY_PURPOSE: &str = "programme-statistics";

/// The facts of a person after the rules: what the journal keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    pub name: String,
    pub family: String,
    pub given: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<i64>,
    pub position: String,
    pub unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_id: Option<String>,
    /// In a correction: absent leaves it as it is, empty takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ethnicity: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub illustration: bool,
}

impl NewPerson {
    /// The facts, or what is wrong with them. `year` is the present one.
    pub fn checked(self, year: i64) -> Result<Facts, Invalid> {
        let mut wrong = Invalid::default();
        let name = self.split().unwrap_or_else(|word| {
            wrong.add("name", word);
            Name { family_and_middle: String::new(), given: String::new() }
        });
        let phone = self.phone.as_deref().map_or(Ok(None), read_phone).unwrap_or_else(|word| {
            wrong.add("phone", word);
            None
        });
        let email = self.email.as_deref().map(read_email).filter(|it| !it.is_empty());
        if email.as_deref().is_some_and(|it| !is_email(it)) {
            wrong.add("email", Word::new("person-email-odd"));
        }
        if self.birth_year.is_some_and(|born| !(year - 100..=year - 14).contains(&born)) {
            wrong.add("birth_year", Word::new("person-birth-year-odd"));
        }
        let sex = self.sex.filter(|it| !it.is_empty());
        if sex.as_deref().is_some_and(|it| it != "female" && it != "male") {
            wrong.add("sex", Word::new("person-sex-odd"));
        }
        let (position, unit) = (text::clean(&self.position), text::clean(&self.unit));
        for (field, value) in [("position", Some(&position)), ("unit", Some(&unit)), ("ethnicity", self.ethnicity.as_ref())] {
            if value.is_some_and(|it| it.chars().count() > LONGEST) {
                wrong.add(field, Word::new("person-text-long"));
            }
        }
        wrong.verdict()?;
        Ok(Facts {
            name: name.full(),
            family: name.family_and_middle,
            given: name.given,
            phone: phone.map(|(phone, _)| phone),
            email,
            sex,
            birth_year: self.birth_year,
            position,
            unit,
            place_id: self.place_id.filter(|it| !it.is_empty()),
            ethnicity: self.ethnicity.map(|it| text::clean(&it)),
            illustration: self.illustration,
        })
    }

    fn split(&self) -> Result<Name, Word> {
        let name = match (self.family.as_deref(), self.given.as_deref()) {
            (family, Some(given)) if !text::clean(given).is_empty() => Name::from_parts(family.unwrap_or_default(), given),
            _ => Name::split(&self.name),
        };
        name.map_err(|error| match error {
            NameError::Empty => Word::new("person-name-empty"),
            NameError::TooLong(_) => Word::new("person-name-long"),
        })
    }
}

impl Facts {
    /// Fills what is still unknown of `known` from these facts; says whether there was anything.
    #[must_use]
    pub fn fill(self, known: Self) -> Option<Self> {
        let kept = |old: &str, new: String| if old.is_empty() { new } else { old.to_owned() };
        let filled = Self {
            phone: known.phone.clone().or(self.phone),
            email: known.email.clone().or(self.email),
            sex: known.sex.clone().or(self.sex),
            birth_year: known.birth_year.or(self.birth_year),
            position: kept(&known.position, self.position),
            unit: kept(&known.unit, self.unit),
            place_id: known.place_id.clone().or(self.place_id),
            ethnicity: if known.ethnicity.is_none() { self.ethnicity.filter(|it| !it.is_empty()) } else { None },
            ..known.clone()
        };
        // A known ethnicity stays as it is: nothing to say about it.
        let nothing = filled == Self { ethnicity: None, ..known };
        (!nothing).then_some(filled)
    }
}

/// Reads a telephone number: the digits as stored and what was repaired; nothing when the field is empty.
pub fn read_phone(typed: &str) -> Result<Option<(String, Vec<Mending>)>, Word> {
    match Phone::read(typed) {
        Ok(reading) => Ok(Some((reading.phone.into(), reading.mendings))),
        Err(PhoneError::Empty) => Ok(None),
        Err(PhoneError::NotANumber) => Err(Word::new("person-phone-letters")),
        Err(PhoneError::Several) => Err(Word::new("person-phone-several")),
        Err(PhoneError::Scientific) => Err(Word::new("person-phone-scientific")),
        Err(PhoneError::WrongLength(digits)) => Err(Word::new("person-phone-length").with("x", digits.to_string())),
        Err(PhoneError::UnknownPrefix) => Err(Word::new("person-phone-prefix")),
    }
}

/// An e-mail address as compared and stored.
#[must_use]
pub fn read_email(typed: &str) -> String {
    text::clean(typed).to_lowercase()
}

fn is_email(text: &str) -> bool {
    let whole = text.len() <= 200 && !text.contains(char::is_whitespace);
    whole
        && text
            .split_once('@')
            .is_some_and(|(before, host)| !before.is_empty() && !host.contains('@') && host.trim_matches('.').contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_mended_and_a_fault_is_named() {
        let facts = NewPerson { name: " Hà  Văn An ".into(), phone: Some("912345678".into()), ..NewPerson::default() }.checked(2018);
        let facts = facts.expect("facts");
        assert_eq!((facts.family.as_str(), facts.given.as_str(), facts.phone.as_deref()), ("Hà Văn", "An", Some("0912345678")));
        let wrong = NewPerson {
            phone: Some("12345".into()),
            email: Some("an@".into()),
            birth_year: Some(2017),
            sex: Some("?".into()),
            ..NewPerson::default()
        };
        let wrong = wrong.checked(2018).expect_err("wrong");
        for field in ["name", "phone", "email", "birth_year", "sex"] {
            assert!(wrong.at(field).is_some(), "{field}");
        }
    }

    #[test]
    fn only_gaps_are_filled() {
        let known = Facts { name: "Hà Văn An".into(), position: "Phó Chủ tịch".into(), ..Facts::default() };
        let new =
            Facts { position: "Chủ tịch".into(), unit: "UBND xã Mỹ Lung".into(), sex: Some("male".into()), ..Facts::default() };
        let filled = new.clone().fill(known).expect("something");
        assert_eq!(
            (filled.position.as_str(), filled.unit.as_str(), filled.sex.as_deref()),
            ("Phó Chủ tịch", "UBND xã Mỹ Lung", Some("male"))
        );
        assert_eq!(new.fill(filled), None);
    }

    #[test]
    fn what_is_looked_for() {
        assert_eq!(Filter::read("+84 912 345 678", "").digits, "0912345678");
        assert_eq!(Filter::read("345 678", "expert"), Filter { digits: "345678".into(), role: Some(Role::Expert), ..Filter::default() });
        assert_eq!(Filter::read(" Đinh  100% ", "").name, "dinh 100");
    }

    #[test]
    fn addresses() {
        for good in ["an.ha@phutho.gov.vn", "a@b.c"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "an", "@b.c", "a@b", "a b@c.d", "a@b@c.d", "a@.b"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
