//! Forms in, views out: the sheet, how it stands, the paper sheets, the results.

mod paper;
mod results;
mod samples;
mod sheet;

pub(in crate::classes) use samples::samples;

use crate::classes::Class;
use crate::ground::{Invalid, Refused, Word};
use crate::web::{Ask, Form, May, Route, Shell, get, post};

/// Who may come to what; what they may do with the thing itself the verbs say.
pub(in crate::classes) fn routes() -> Vec<Route> {
    vec![
        get("/classes/{class}/evaluation", May::Known, sheet::show),
        post("/classes/{class}/evaluation", May::Known, sheet::answer),
        post("/classes/{class}/evaluation/opening", May::RUNNERS, sheet::open),
        post("/classes/{class}/evaluation/closing", May::RUNNERS, sheet::close),
        get("/classes/{class}/evaluation/paper", May::RUNNERS, paper::show),
        post("/classes/{class}/evaluation/paper", May::RUNNERS, paper::take),
        get("/classes/{class}/evaluation/results", May::Known, results::show),
    ]
}

/// The page around, with the way back to the class.
fn shell(ask: &Ask, class: &Class, title: &str) -> Shell {
    let w = ask.w();
    ask.shell(w.t(title)).crumb("/classes", w.t("class-crumb")).crumb(format!("/classes/{}", class.id), class.name.clone())
}

/// What was typed, and what is wrong with it.
#[derive(Clone, Default)]
struct Filled {
    form: Form,
    invalid: Invalid,
}

impl Filled {
    /// The form again where something can be mended; any other refusal stays one.
    fn again(form: Form, refused: Refused) -> Result<Self, Refused> {
        match refused {
            Refused::Invalid(invalid) => Ok(Self { form, invalid }),
            other => Err(other),
        }
    }

    fn raw(&self, field: &str) -> &str {
        self.form.raw(field)
    }

    fn is(&self, field: &str, value: &str) -> bool {
        self.form.is(field, value)
    }

    fn bad(&self, field: &str) -> Option<&Word> {
        self.invalid.at(field)
    }

    fn errors(&self) -> &[(String, Word)] {
        &self.invalid.fields
    }
}
