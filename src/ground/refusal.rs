//! The ways a thing can fail to be done.
//!
//! The rule: absent is `Option` (or [`Refused::Absent`] where a verb needed it); what a person can mend is [`Invalid`], and
//! comes back as the form with what they typed; two people's versions are a [`Refused::Conflict`]; everything else is a
//! [`Problem`], which is ours, is logged once at the edge and shown as a page with a reference number.

use std::fmt;

/// A sentence by its key in the room's words, with what fills its gaps. Floors below the pages speak only in these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Word {
    /// A sentence without gaps.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Fills one gap.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What is wrong with a form: for each field, the sentence to show beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invalid {
    pub fields: Vec<(String, Word)>,
}

impl Invalid {
    /// One field, one sentence.
    #[must_use]
    pub fn field(field: &str, key: &'static str) -> Self {
        Self { fields: vec![(field.to_owned(), Word::new(key))] }
    }

    /// Adds a field's sentence.
    pub fn add(&mut self, field: &str, word: Word) {
        self.fields.push((field.to_owned(), word));
    }

    /// The first sentence for `field`.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&Word> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, word)| word)
    }

    /// Nothing wrong after all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// `Ok` when nothing is wrong, otherwise the refusal.
    pub fn verdict(self) -> Result<(), Self> {
        if self.fields.is_empty() { Ok(()) } else { Err(self) }
    }
}

/// A failure of ours: the chain of causes for the log, never for the person.
pub struct Problem(Box<dyn std::error::Error + Send + Sync>);

impl Problem {
    /// A problem described in our own words.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into().into())
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

/// Why a verb did nothing.
#[derive(Debug)]
pub enum Refused {
    /// There is no such thing, or the asker may not know of it.
    Absent,
    /// The asker may see it and may not do this.
    Denied,
    /// The person can mend it.
    Invalid(Invalid),
    /// Somebody else changed it meanwhile: `theirs` is what stands now.
    Conflict { theirs: String, by: String },
    /// Too many tries: again after this many seconds.
    TooMany { seconds: i64 },
    /// Ours to mend.
    Problem(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Invalid> for Refused {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<serde_json::Error> for Refused {
    fn from(error: serde_json::Error) -> Self {
        Self::Problem(error.into())
    }
}
