//! What is wrong with a form, said in the reader's language: for the page that shows the form again.

use super::W;
use crate::ground::{Invalid, Refused};

/// Field and sentence, in the order of the form.
#[derive(Clone, Debug, Default)]
pub struct Wrong {
    lines: Vec<(String, String)>,
    /// A field that has another anchor on its page than its name.
    anchor: Option<(&'static str, &'static str)>,
}

impl Wrong {
    #[must_use]
    pub fn of(invalid: &Invalid, w: &W) -> Self {
        Self { lines: invalid.fields.iter().map(|(field, word)| (field.clone(), w.word(word))).collect(), anchor: None }
    }

    /// One sentence about one field.
    #[must_use]
    pub fn one(field: &str, sentence: String) -> Self {
        Self { lines: vec![(field.to_owned(), sentence)], anchor: None }
    }

    #[must_use]
    pub fn anchored(self, field: &'static str, anchor: &'static str) -> Self {
        Self { anchor: Some((field, anchor)), ..self }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Anchor and sentence.
    #[must_use]
    pub fn lines(&self) -> Vec<(&str, &str)> {
        let anchor = |field| self.anchor.filter(|it| it.0 == field).map_or(field, |it| it.1);
        self.lines.iter().map(|(field, sentence)| (anchor(field.as_str()), sentence.as_str())).collect()
    }

    #[must_use]
    pub fn at(&self, field: &str) -> &str {
        self.lines.iter().find(|it| it.0 == field).map_or("", |it| it.1.as_str())
    }

    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        !self.at(field).is_empty()
    }
}

/// A verb's refusal that the person can mend; anything else goes on as it is.
pub fn mendable<T>(outcome: Result<T, Refused>) -> Result<Result<T, Invalid>, Refused> {
    match outcome {
        Ok(done) => Ok(Ok(done)),
        Err(Refused::Invalid(invalid)) => Ok(Err(invalid)),
        Err(refused) => Err(refused),
    }
}
