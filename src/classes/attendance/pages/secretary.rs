//! The secretary's screen: one session, one touch a person.

use super::super::actions::{self, meeting_run};
use super::super::event::{self, Marked, Substituted};
use super::super::mark::{How, State};
use super::super::store::{self, Guest, Meeting, Said};
use super::{Line, Tally, lines, screen, tally};
use crate::classes::{Session, sessions, trainees};
use crate::ground::phones::Phone;
use crate::ground::{Instant, Invalid, Refused};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/attendance/pages/secretary.html")]
pub(super) struct SecretaryPage {
    pub(super) s: Shell,
    pub(super) meeting: Meeting,
    pub(super) open: bool,
    /// `rest`, `came`, `out`, `all`
    pub(super) show: String,
    pub(super) lines: Vec<Line>,
    pub(super) tally: Tally,
    /// Where to go when everyone is marked: the session after this one.
    pub(super) next: Option<Session>,
}

impl SecretaryPage {
    /// Everyone is marked and nobody comes in any more.
    fn is_complete(&self) -> bool {
        !self.open && self.tally.unmarked == 0 && self.tally.called > 0
    }

    fn shown(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|it| match self.show.as_str() {
            "rest" => it.trainee.is_named() && it.mark.is_none(),
            "came" => it.came(),
            "out" => it.mark.is_some() && !it.came(),
            _ => true,
        })
    }

    /// What can be shown: key, word, count.
    fn tabs(&self) -> [(&'static str, &'static str, usize); 4] {
        let out = self.lines.iter().filter(|it| it.mark.is_some() && !it.came()).count();
        [
            ("rest", "attendance-show-rest", self.tally.unmarked),
            ("came", "attendance-show-came", self.tally.came),
            ("out", "attendance-show-out", out),
            ("all", "attendance-show-all", self.lines.len()),
        ]
    }

    /// Before a session begins nobody is absent from it.
    fn has_begun(&self) -> bool {
        self.meeting.starts_at < self.s.now
    }

    fn is_over(&self) -> bool {
        self.meeting.ends_at < self.s.now
    }
}

/// A phone for the eye.
pub(super) fn phone(phone: Option<&str>) -> String {
    phone.map(|it| Phone::read(it).map_or_else(|_| it.to_owned(), |it| it.phone.to_string())).unwrap_or_default()
}

/// `GET /sessions/{session}/attendance`
pub(super) async fn show(ask: Ask, Path(session): Path<String>) -> Answer {
    let db = ask.db();
    let meeting = meeting_run(db, &ask.actor, &session).await?;
    let lines = lines(trainees(db, &meeting.class_id).await?, store::marks_of(db, &session).await?);
    let tally = tally(&lines);
    let asked = ask.query("show");
    let show = match asked.as_str() {
        "rest" | "came" | "out" | "all" => asked,
        // Whoever is still missing is what the secretary looks for.
        _ if tally.unmarked > 0 => "rest".to_owned(),
        _ => "all".to_owned(),
    };
    let w = ask.w();
    let s = ask.shell(w.x("attendance-title", meeting.ordinal));
    let s = s.crumb(format!("/classes/{}", meeting.class_id), meeting.class_name.clone());
    let mut it = SecretaryPage { s, open: meeting.is_open(ask.now()), meeting, show, lines, tally, next: None };
    if it.is_complete() {
        it.next = sessions(db, &it.meeting.class_id).await?.into_iter().find(|next| next.ordinal > it.meeting.ordinal);
    }
    page(&it)
}

/// Everything about one trainee at one session.
#[derive(Template)]
#[template(path = "classes/attendance/pages/person.html")]
pub(super) struct PersonPage {
    pub(super) s: Shell,
    pub(super) meeting: Meeting,
    pub(super) guest: Guest,
    pub(super) note: String,
    pub(super) said: Vec<Told>,
    pub(super) problem: Option<String>,
}

/// A word of the past, as shown.
pub(super) struct Told {
    pub(super) at: Instant,
    pub(super) state: State,
    pub(super) how: How,
    pub(super) note: String,
    pub(super) by: String,
}

impl PersonPage {
    /// The one primary button: the first state that does not stand already.
    fn is_first(&self, state: State) -> bool {
        State::CHOICES.into_iter().find(|it| self.guest.mark != Some(*it)) == Some(state)
    }
}

/// What was said of this session.
fn told(said: Vec<Said>, session: &str) -> Vec<Told> {
    let read = |it: Said| {
        let (at, by) = (it.at, it.by.unwrap_or_default());
        if it.kind == event::SUBSTITUTED {
            let body: Substituted = serde_json::from_str(&it.body).ok()?;
            return (body.session == session).then_some(Told { at, by, state: State::Substituted, how: body.how, note: String::new() });
        }
        let body: Marked = serde_json::from_str(&it.body).ok()?;
        (body.session == session).then_some(Told { at, by, state: body.state, how: body.how, note: body.note })
    };
    said.into_iter().filter_map(read).collect()
}

async fn person_page(ask: &Ask, session: &str, trainee: &str) -> Result<PersonPage, Refused> {
    let db = ask.db();
    let meeting = meeting_run(db, &ask.actor, session).await?;
    let guest = store::by_trainee(db, &meeting.class_id, session, trainee).await?.ok_or(Refused::Absent)?;
    let said = told(store::history(db, trainee).await?, session);
    let note = said.first().map(|it| it.note.clone()).unwrap_or_default();
    let s = ask.shell(guest.name.clone());
    let s = s.crumb(format!("/classes/{}", meeting.class_id), meeting.class_name.clone());
    let s = s.crumb(screen(&meeting), ask.w().x("attendance-title", meeting.ordinal));
    Ok(PersonPage { s, meeting, guest, note, said, problem: None })
}

/// `GET /sessions/{session}/attendance/{trainee}`
pub(super) async fn person(ask: Ask, Path((session, trainee)): Path<(String, String)>) -> Answer {
    page(&person_page(&ask, &session, &trainee).await?)
}

/// `POST /sessions/{session}/attendance`: one trainee is marked.
pub(super) async fn mark(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    // A list of many buttons is one form: each button names its trainee.
    let (trainee, state) = match form.some("came") {
        Some(trainee) => (trainee, Some(State::Present)),
        None => (form.line("trainee"), State::from_name(form.raw("state"))),
    };
    let how = if form.ticked("paper") { How::Paper } else { How::Secretary };
    let deed = ask.deed(&form);
    let marked = match state {
        Some(state) => actions::mark(ask.db(), &ask.actor, deed, &session, &trainee, (state, how), form.raw("note")).await,
        None => Err(Refused::Invalid(Invalid::field("state", "attendance-state-unknown"))),
    };
    match marked {
        Err(Refused::Invalid(invalid)) => {
            let mut it = person_page(&ask, &session, &trainee).await?;
            form.raw("note").clone_into(&mut it.note);
            it.problem = invalid.fields.first().map(|(_, word)| it.s.w.word(word));
            again(&it)
        }
        Err(refused) => Err(refused.into()),
        Ok(()) => {
            let show = form.some("show").map(|it| format!("&show={it}")).filter(|it| it.len() < 12).unwrap_or_default();
            see(format!("/sessions/{session}/attendance?done=marked{show}"))
        }
    }
}
