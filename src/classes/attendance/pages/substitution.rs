//! Somebody else has come: the second of two touches.

use super::super::actions::{meeting_run, substitute};
use super::super::store::{self, Guest, Meeting};
use super::screen;
use crate::ground::{Invalid, Refused};
use crate::people::NewPerson;
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/attendance/pages/substitution.html")]
pub(super) struct SubstitutionPage {
    pub(super) s: Shell,
    pub(super) meeting: Meeting,
    pub(super) original: Guest,
    pub(super) form: Form,
    pub(super) invalid: Invalid,
}

impl SubstitutionPage {
    fn wrong(&self, field: &str) -> Option<String> {
        self.invalid.at(field).map(|it| self.s.w.word(it))
    }

    fn value(&self, field: &str) -> &str {
        self.form.raw(field)
    }
}

async fn form_page(ask: &Ask, session: &str, trainee: &str) -> Result<SubstitutionPage, Refused> {
    let db = ask.db();
    let meeting = meeting_run(db, &ask.actor, session).await?;
    let original = store::by_trainee(db, &meeting.class_id, session, trainee).await?.ok_or(Refused::Absent)?;
    let w = ask.w();
    let s = ask.shell(w.x("substitution-title", &original.name));
    let s = s.crumb(format!("/classes/{}", meeting.class_id), meeting.class_name.clone());
    let s = s.crumb(screen(&meeting), w.x("attendance-title", meeting.ordinal));
    Ok(SubstitutionPage { s, meeting, original, form: Form::default(), invalid: Invalid::default() })
}

/// `GET /sessions/{session}/attendance/{trainee}/substitution`
pub(super) async fn show(ask: Ask, Path((session, trainee)): Path<(String, String)>) -> Answer {
    page(&form_page(&ask, &session, &trainee).await?)
}

/// `POST /sessions/{session}/attendance/{trainee}/substitution`
pub(super) async fn name(ask: Ask, Path((session, trainee)): Path<(String, String)>, form: Form) -> Answer {
    let new = NewPerson { name: form.line("name"), phone: form.some("phone"), position: form.line("position"), ..NewPerson::default() };
    match substitute(ask.db(), &ask.actor, ask.deed(&form), &session, &trainee, new).await {
        Ok(()) => see(format!("/sessions/{session}/attendance?done=substituted")),
        Err(Refused::Invalid(invalid)) => {
            let it = form_page(&ask, &session, &trainee).await?;
            again(&SubstitutionPage { form, invalid, ..it })
        }
        Err(refused) => Err(refused.into()),
    }
}
