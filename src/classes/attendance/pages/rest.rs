//! Many at once: the signed sheet typed in, and whoever did not come.

use super::super::actions::{mark_from_paper, mark_rest_absent, meeting_run};
use super::super::store::{self, Meeting};
use super::{Line, lines, screen};
use crate::classes::trainees;
use crate::web::{Answer, Ask, Form, Shell, page, see};
use askama::Template;
use axum::extract::Path;

/// `POST /sessions/{session}/attendance/rest`: everyone without a mark was absent.
pub(super) async fn mark(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    mark_rest_absent(ask.db(), &ask.actor, ask.deed(&form), &session).await?;
    see(format!("/sessions/{session}/attendance?done=marked-rest&show=all"))
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/paper.html")]
pub(super) struct PaperPage {
    pub(super) s: Shell,
    pub(super) meeting: Meeting,
    /// Those who have not come by another way.
    pub(super) lines: Vec<Line>,
}

/// `GET /sessions/{session}/attendance/paper`
pub(super) async fn paper(ask: Ask, Path(session): Path<String>) -> Answer {
    let db = ask.db();
    let meeting = meeting_run(db, &ask.actor, &session).await?;
    let mut lines = lines(trainees(db, &meeting.class_id).await?, store::marks_of(db, &session).await?);
    lines.retain(|it| it.trainee.is_named() && !it.came());
    let w = ask.w();
    let s = ask.shell(w.x("paper-title", meeting.ordinal));
    let s = s.crumb(format!("/classes/{}", meeting.class_id), meeting.class_name.clone());
    let s = s.crumb(screen(&meeting), w.x("attendance-title", meeting.ordinal));
    page(&PaperPage { s, meeting, lines })
}

/// `POST /sessions/{session}/attendance/paper`
pub(super) async fn from_paper(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    let signed = form.list("signed");
    mark_from_paper(ask.db(), &ask.actor, ask.deed(&form), &session, &signed, form.ticked("rest")).await?;
    see(format!("/sessions/{session}/attendance?done=marked-paper&show=all"))
}
