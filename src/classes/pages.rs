//! The pages of this room, and who may come to each. What they may do there is for the verbs to say.

mod call;
mod cancellation;
mod classes;
mod groups;
mod lists;
mod nominations;
mod projects;
mod rollout;
mod seats;
mod sessions;

pub(super) use nominations::sample_trainee;

use super::class::Class;
use crate::ground::{Invalid, Refused, Word};
use crate::web::{Answer, Ask, Form, May, Route, Sample, Shell, draw, get, page_as, post};
use askama::Template;
use axum::http::StatusCode;

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/projects", May::OVERSEERS, projects::list),
        post("/projects", May::RUNNERS, projects::open),
        get("/projects/new", May::RUNNERS, projects::form),
        get("/projects/{project}", May::OVERSEERS, projects::show),
        get("/projects/{project}/rollout", May::RUNNERS, rollout::show),
        post("/projects/{project}/rollout", May::RUNNERS, rollout::plan),
        get("/projects/{project}/classes/new", May::RUNNERS, classes::form),
        post("/projects/{project}/classes", May::RUNNERS, classes::open),
        get("/classes", May::Known, classes::list),
        get("/classes/{class}", May::Known, classes::show),
        get("/classes/{class}/live", May::Known, classes::live),
        get("/classes/{class}/edit", May::RUNNERS, classes::edit),
        post("/classes/{class}/edit", May::RUNNERS, classes::change),
        post("/classes/{class}/state", May::RUNNERS, classes::state),
        get("/classes/{class}/cancellation", May::RUNNERS, cancellation::form),
        post("/classes/{class}/cancellation", May::RUNNERS, cancellation::cancel),
        get("/classes/{class}/sessions", May::RUNNERS, sessions::list),
        post("/classes/{class}/sessions", May::RUNNERS, sessions::plan),
        get("/classes/{class}/sessions/{session}", May::RUNNERS, sessions::show),
        post("/classes/{class}/sessions/{session}", May::RUNNERS, sessions::change),
        post("/classes/{class}/sessions/{session}/removal", May::RUNNERS, sessions::remove),
        post("/classes/{class}/sessions/{session}/speakers", May::RUNNERS, sessions::speaker),
        post("/classes/{class}/sessions/{session}/speakers/removal", May::RUNNERS, sessions::no_speaker),
        post("/classes/{class}/sessions/{session}/materials", May::RUNNERS, sessions::material),
        post("/classes/{class}/sessions/{session}/materials/removal", May::RUNNERS, sessions::no_material),
        post("/classes/{class}/sessions/{session}/materials/rereading", May::RUNNERS, sessions::reread_material),
        get("/classes/{class}/seats", May::RUNNERS, seats::show),
        post("/classes/{class}/seats", May::RUNNERS, seats::ask_seats),
        post("/classes/{class}/seats/district", May::RUNNERS, seats::district),
        get("/classes/{class}/nominations", May::RUNNERS, nominations::list),
        post("/classes/{class}/nominations", May::RUNNERS, nominations::name),
        get("/classes/{class}/nominations/new", May::RUNNERS, nominations::form),
        get("/classes/{class}/nominations/list", May::RUNNERS, lists::form),
        post("/classes/{class}/nominations/list", May::RUNNERS, lists::preview),
        post("/classes/{class}/nominations/list/confirmation", May::RUNNERS, lists::confirm),
        get("/classes/{class}/nominations/sample.xlsx", May::RUNNERS, lists::sample),
        get("/classes/{class}/nominations/{trainee}", May::RUNNERS, nominations::trainee),
        post("/classes/{class}/nominations/{trainee}/withdrawal", May::RUNNERS, nominations::withdraw),
        get("/classes/{class}/groups", May::Known, groups::show),
        post("/classes/{class}/groups", May::RUNNERS, groups::form),
        post("/classes/{class}/groups/members", May::RUNNERS, groups::members),
        post("/classes/{class}/groups/{group}/name", May::RUNNERS, groups::rename),
        post("/classes/{class}/groups/{group}/dissolution", May::RUNNERS, groups::dissolve),
        // A place's own page: whoever holds its link.
        get("/call/{token}", May::Anyone, call::show),
        post("/call/{token}", May::Anyone, call::name),
        post("/call/{token}/refusal", May::Anyone, call::decline),
        post("/call/{token}/withdrawal", May::Anyone, call::withdraw),
        get("/call/{token}/list", May::Anyone, lists::call_form),
        post("/call/{token}/list", May::Anyone, lists::call_preview),
        post("/call/{token}/list/confirmation", May::Anyone, lists::call_confirm),
        get("/call/{token}/sample.xlsx", May::Anyone, lists::call_sample),
    ]
}

/// Every page of this room from invented values.
pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    [
        projects::samples(s),
        rollout::samples(s),
        classes::samples(s),
        cancellation::samples(s),
        sessions::samples(s),
        seats::samples(s),
        nominations::samples(s),
        call::samples(s),
        lists::samples(s),
        groups::samples(s),
        vec![draw("lost", &LostPage { s: s.clone(), next: s.w.t("call-wrong-next") })],
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A form as it is drawn: what was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) form: Form,
    pub(super) invalid: Invalid,
}

impl Filled {
    /// A form shown for the first time with these values.
    pub(super) fn with<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { form: Form::from_pairs(pairs), invalid: Invalid::default() }
    }

    /// The form again, if the refusal is one that the person can mend; any other refusal stays one.
    pub(super) fn again(form: Form, refused: Refused) -> Result<Self, Refused> {
        match refused {
            Refused::Invalid(invalid) => Ok(Self { form, invalid }),
            other => Err(other),
        }
    }

    pub(super) fn raw(&self, field: &str) -> &str {
        self.form.raw(field)
    }

    pub(super) fn is(&self, field: &str, value: &str) -> bool {
        self.form.is(field, value)
    }

    pub(super) fn bad(&self, field: &str) -> Option<&Word> {
        self.invalid.at(field)
    }

    pub(super) fn errors(&self) -> &[(String, Word)] {
        &self.invalid.fields
    }
}

/// An address that leads to nothing, with what to do about it.
#[derive(Template)]
#[template(path = "classes/pages/lost.html")]
struct LostPage {
    s: Shell,
    next: String,
}

/// Nothing is here: said in words of the thing that was looked for.
pub(super) fn lost(ask: &Ask, title: String, next: String) -> Answer {
    page_as(StatusCode::NOT_FOUND, &LostPage { s: ask.shell(title), next })
}

/// The page around a page of a class, with the way back to it.
fn class_shell(ask: &Ask, class: &Class, title: impl Into<String>) -> Shell {
    ask.shell(title).crumb("/classes", ask.w().t("class-crumb")).crumb(format!("/classes/{}", class.id), class.name.clone())
}

/// A class for samples.
pub(super) fn sample_class() -> Class {
    Class {
        id: "0166752b-0000-7000-8000-00000000000a".into(),
        project_id: "0166752b-0000-7000-8000-00000000000b".into(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh Phú Thọ".into(),
        host: "Ban Dân tộc tỉnh Phú Thọ".into(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        nominate_by: Some("2018-10-10".into()),
        allowance: "Ban tổ chức bảo đảm tiền ăn, nghỉ theo quy định.".into(),
        state: "preparing".into(),
        late_after: 15,
        changed_hlc: 1,
        project_name: "Nâng cao năng lực cho cộng đồng và cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        province_name: "Tỉnh Phú Thọ".into(),
        period_id: None,
    }
}
