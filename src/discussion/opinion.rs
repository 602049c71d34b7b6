//! What was said in a session. Pure.

use super::standing::{Standing, Verb, is_theirs};
use crate::ground::{Instant, Invalid, Word};

/// The longest texts, in characters.
pub const LONGEST_OPINION: usize = 2000;
pub const LONGEST_NOTE: usize = 500;

/// An opinion, with the names around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    pub id: String,
    pub class_id: String,
    pub session_id: String,
    /// The number of its session.
    pub ordinal: i64,
    pub question_id: Option<String>,
    pub question: String,
    /// Whose it is; nothing where that is kept from the asker.
    pub person_id: Option<String>,
    pub name: String,
    /// The commune of a trainee, the office of anybody else.
    pub place: String,
    /// Of a trainee: for which place they speak.
    pub place_id: Option<String>,
    pub illustration: bool,
    pub text: String,
    pub anonymous: bool,
    pub at: Instant,
    pub withdrawn_at: Option<Instant>,
    pub difficulty_id: Option<String>,
    /// `PT18-07`, or empty.
    pub difficulty_code: String,
}

impl Opinion {
    /// As one sees it who may not know who said what was said anonymously.
    #[must_use]
    pub fn without_name(self) -> Self {
        Self { person_id: None, name: String::new(), place: String::new(), place_id: None, ..self }
    }

    /// As an asker of this standing sees it.
    #[must_use]
    pub fn seen_by(self, who: Standing) -> Self {
        if self.anonymous && !is_theirs(Verb::KnowWho, who) { self.without_name() } else { self }
    }

    /// The standing of somebody towards this opinion.
    #[must_use]
    pub fn standing(&self, who: Standing, person: &str) -> Standing {
        Standing { author: !person.is_empty() && self.person_id.as_deref() == Some(person), ..who }
    }

    /// Can a difficulty be raised out of it: a trainee's, that stands and has not become one?
    #[must_use]
    pub fn can_become_difficulty(&self) -> bool {
        self.place_id.is_some() && self.withdrawn_at.is_none() && self.difficulty_id.is_none()
    }
}

/// What a person says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewOpinion {
    pub text: String,
    /// The question it answers.
    pub question: Option<String>,
    pub anonymous: bool,
}

impl NewOpinion {
    /// The opinion that was meant, or what is wrong with it.
    pub fn checked(self) -> Result<Self, Invalid> {
        let length = self.text.chars().count();
        let mut invalid = Invalid::default();
        if length == 0 {
            invalid.add("text", Word::new("opinion-missing"));
        } else if length > LONGEST_OPINION {
            invalid.add("text", Word::new("opinion-long").with("x", LONGEST_OPINION.to_string()));
        }
        invalid.verdict().map(|()| self)
    }
}

#[cfg(test)]
pub(super) fn sample() -> Opinion {
    Opinion {
        id: "o".into(),
        class_id: "c".into(),
        session_id: "s".into(),
        ordinal: 3,
        question_id: None,
        question: String::new(),
        person_id: Some("an".into()),
        name: "Hà Văn An".into(),
        place: "xã Mỹ Lung".into(),
        place_id: Some("o08470".into()),
        illustration: true,
        text: "Mương bị lũ cuốn".into(),
        anonymous: true,
        at: Instant(0),
        withdrawn_at: None,
        difficulty_id: None,
        difficulty_code: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anonymous_opinion_names_nobody_but_to_those_who_run_and_advise() {
        let none = Standing::default();
        for who in [Standing { runs: true, ..none }, Standing { expert: true, ..none }, Standing { author: true, ..none }] {
            assert_eq!(sample().seen_by(who).name, "Hà Văn An");
        }
        for who in [none, Standing { trainee: true, ..none }, Standing { speaks: true, ..none }] {
            let seen = sample().seen_by(who);
            assert_eq!((seen.name.as_str(), seen.place.as_str(), seen.person_id, seen.place_id), ("", "", None, None), "{who:?}");
        }
        let open = Opinion { anonymous: false, ..sample() };
        assert_eq!(open.seen_by(none).name, "Hà Văn An");
        assert!(sample().standing(none, "an").author && !sample().standing(none, "").author);
    }

    #[test]
    fn a_standing_opinion_of_a_trainee_becomes_a_difficulty_once() {
        assert!(sample().can_become_difficulty());
        assert!(!Opinion { place_id: None, ..sample() }.can_become_difficulty());
        assert!(!Opinion { withdrawn_at: Some(Instant(1)), ..sample() }.can_become_difficulty());
        assert!(!Opinion { difficulty_id: Some("d".into()), ..sample() }.can_become_difficulty());
    }

    #[test]
    fn something_must_be_said_and_not_too_much() {
        let said = |text: String| NewOpinion { text, ..NewOpinion::default() }.checked();
        assert!(said("Được".into()).is_ok() && said("ă".repeat(2000)).is_ok());
        assert!(said(String::new()).is_err() && said("ă".repeat(2001)).is_err());
    }
}
