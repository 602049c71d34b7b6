//! The door as somebody with a phone sees it: the short address of the class, the code, the phone number.

use super::super::actions::{Entry, Who, come_in, sign_in};
use super::super::door::{self, Code, Ticket};
use super::super::mark::State;
use super::super::store::{self, Guest, Meeting};
use crate::classes::pages::lost;
use crate::classes::{Class, Session, class_of_code, sessions};
use crate::ground::text::fold;
use crate::ground::{Refused, phones::Phone};
use crate::people::{self, Means};
use crate::web::{Answer, Ask, Form, Shell, again, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};

/// A door that does not open, and what to do.
#[derive(Template)]
#[template(path = "classes/attendance/pages/refused.html")]
pub(super) struct RefusedPage {
    pub(super) s: Shell,
    pub(super) why: &'static str,
    pub(super) meeting: Option<Meeting>,
    /// Whose name stands in the words, where one does.
    pub(super) name: String,
    pub(super) keeper_phone: Option<String>,
}

impl RefusedPage {
    fn heading(&self) -> String {
        self.s.w.t(&format!("door-no-{}", self.why))
    }

    fn tel(&self) -> String {
        digits(self.keeper_phone.as_deref())
    }

    fn next(&self) -> String {
        self.s.w.x(&format!("door-next-{}", self.why), &self.name)
    }
}

fn refused(ask: &Ask, why: &'static str, meeting: Option<&Meeting>, name: &str) -> Answer {
    let status = match why {
        "wrong" => StatusCode::NOT_FOUND,
        "expired" | "ticket" | "closed" => StatusCode::GONE,
        _ => StatusCode::CONFLICT,
    };
    let mut it = RefusedPage {
        s: ask.shell(""),
        why,
        keeper_phone: meeting.and_then(|it| it.keeper_phone.as_deref()).map(shown),
        meeting: meeting.cloned(),
        name: name.to_owned(),
    };
    it.s.title = it.heading();
    page_as(status, &it)
}

/// A number as a telephone dials it.
fn digits(shown: Option<&str>) -> String {
    shown.unwrap_or_default().replace(' ', "")
}

fn shown(phone: &str) -> String {
    Phone::read(phone).map_or_else(|_| phone.to_owned(), |it| it.phone.to_string())
}

/// The phone number is asked, or one touch of somebody signed in.
#[derive(Template)]
#[template(path = "classes/attendance/pages/enter.html")]
pub(super) struct EnterPage {
    pub(super) s: Shell,
    pub(super) meeting: Meeting,
    pub(super) ticket: String,
    pub(super) typed: String,
    pub(super) problem: Option<&'static str>,
    /// Two persons under one number: which one?
    pub(super) guests: Vec<Guest>,
    /// The trainee who is signed in on this phone.
    pub(super) me: Option<Guest>,
    pub(super) keeper_phone: Option<String>,
}

impl EnterPage {
    fn tel(&self) -> String {
        digits(self.keeper_phone.as_deref())
    }

    fn new(ask: &Ask, meeting: Meeting, ticket: &Ticket) -> Self {
        Self {
            s: ask.shell(ask.w().x("door-enter-title", meeting.ordinal)),
            keeper_phone: meeting.keeper_phone.as_deref().map(shown),
            meeting,
            ticket: ticket.sealed(&ask.house().key),
            typed: String::new(),
            problem: None,
            guests: Vec::new(),
            me: None,
        }
    }
}

/// `GET /door/{token}`: a code was scanned.
pub(super) async fn scanned(ask: Ask, Path(token): Path<String>) -> Answer {
    let (code, session) = door::read_scanned(&ask.house().key, &token, ask.now());
    let meeting = match session {
        Some(session) => store::meeting(ask.db(), &session).await?,
        None => None,
    };
    let Some(meeting) = meeting else { return refused(&ask, "wrong", None, "") };
    if !meeting.is_open(ask.now()) {
        return refused(&ask, "closed", Some(&meeting), "");
    }
    if code != Code::Good {
        return refused(&ask, "expired", Some(&meeting), "");
    }
    let ticket = Ticket::new(ask.new_id(), &meeting.id, ask.now());
    let me = match ask.actor.person.as_deref() {
        Some(person) => store::by_person(ask.db(), &meeting.class_id, &meeting.id, person).await?,
        None => None,
    };
    let mut it = EnterPage::new(&ask, meeting, &ticket);
    it.me = me;
    page(&it)
}

/// `POST /door`: somebody comes in with a ticket.
pub(super) async fn enter(ask: Ask, form: Form) -> Answer {
    let ticket = Ticket::read(&ask.house().key, form.raw("ticket"));
    let meeting = match &ticket {
        Some(ticket) => store::meeting(ask.db(), &ticket.session).await?,
        None => None,
    };
    let (Some(ticket), Some(meeting)) = (ticket, meeting) else { return refused(&ask, "wrong", None, "") };
    let who = match ask.actor.person.as_deref().filter(|_| form.ticked("me")) {
        Some(person) => Who::Myself(person),
        None => Who::Phone { typed: form.raw("phone"), chosen: form.raw("trainee") },
    };
    let entry = come_in(ask.house(), &ask.deed(&form), &meeting, &ticket, who).await?;
    let mut it = match entry {
        Entry::Marked(guest, state) => return through(&ask, &meeting, &guest, state, false).await,
        Entry::Already(guest, state) => return through(&ask, &meeting, &guest, state, true).await,
        Entry::Used => return refused(&ask, "used", Some(&meeting), ""),
        Entry::Expired => return refused(&ask, "ticket", Some(&meeting), ""),
        Entry::Closed => return refused(&ask, "closed", Some(&meeting), ""),
        Entry::Replaced(guest) => return refused(&ask, "replaced", Some(&meeting), &guest.name),
        Entry::Choose(guests) => EnterPage { guests, ..EnterPage::new(&ask, meeting, &ticket) },
        Entry::Unknown => EnterPage { problem: Some("door-phone-unknown"), ..EnterPage::new(&ask, meeting, &ticket) },
        Entry::Unreadable => EnterPage { problem: Some("door-phone-unreadable"), ..EnterPage::new(&ask, meeting, &ticket) },
    };
    form.raw("phone").clone_into(&mut it.typed);
    if it.problem.is_some() { again(&it) } else { page(&it) }
}

/// Inside: signed in, and on to the class, past the question of consent if it is still open.
async fn through(ask: &Ask, meeting: &Meeting, guest: &Guest, state: State, before: bool) -> Answer {
    let class = &meeting.class_id;
    let cookie = sign_in(ask, &guest.person_id, Means::Door).await?;
    let done = match state {
        _ if before => "?done=present-before",
        State::Late => "?done=present-late",
        _ => "?done=present",
    };
    let consented = people::has_consented(ask.db(), &guest.person_id, class).await?;
    let to = if consented { format!("/classes/{class}") } else { format!("/classes/{class}/consent") };
    let mut response = see(format!("{to}{done}"))?;
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A class as anyone may see it: no person in it.
#[derive(Template)]
#[template(path = "classes/attendance/pages/public.html")]
pub(super) struct PublicPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) sessions: Vec<Session>,
    /// The session whose door is open.
    pub(super) open: Option<i64>,
    pub(super) typed: String,
    pub(super) problem: Option<&'static str>,
}

impl PublicPage {
    fn cancelled(&self) -> bool {
        self.class.state == "cancelled"
    }

    fn ended(&self) -> bool {
        self.class.state == "done"
    }
}

async fn public_page(ask: &Ask, code: &str) -> Result<(PublicPage, Vec<Meeting>), Refused> {
    let db = ask.db();
    let class = class_of_code(db, &plain(code)).await?.ok_or(Refused::Absent)?;
    let sessions = sessions(db, &class.id).await?;
    let open = store::open_in(db, &class.id, ask.now()).await?;
    let it = PublicPage {
        s: ask.shell(class.name.clone()),
        class,
        sessions,
        open: open.first().map(|it| it.ordinal),
        typed: String::new(),
        problem: None,
    };
    Ok((it, open))
}

/// `GET /c/{code}`
pub(super) async fn public(ask: Ask, Path(code): Path<String>) -> Answer {
    match public_page(&ask, &code).await {
        Ok((it, _)) => page(&it),
        Err(Refused::Absent) => lost(&ask, ask.w().x("door-class-unknown", plain(&code)), ask.w().t("door-class-unknown-next")),
        Err(refused) => Err(refused.into()),
    }
}

/// A class's code as people write it: `db 27`, `DB-27`, `Đb27` are `DB27`.
fn plain(code: &str) -> String {
    fold(code).to_uppercase().chars().filter(char::is_ascii_alphanumeric).take(12).collect()
}

/// Wrong codes typed for one class within ten minutes: a hall full of people who mistype, but not a machine that guesses.
const MOST_TYPED: i64 = 200;

/// `POST /c/{code}`: the code on the wall was typed.
pub(super) async fn typed(ask: Ask, Path(code): Path<String>, form: Form) -> Answer {
    let (mut it, open) = public_page(&ask, &code).await?;
    let what = format!("door code {}", it.class.id);
    people::too_many(ask.house(), &what, MOST_TYPED, 600).await?;
    let (key, now) = (&ask.house().key, ask.now());
    let read: Vec<(Code, &Meeting)> =
        open.iter().map(|meeting| (door::read_typed(key, &meeting.id, form.raw("code"), now), meeting)).collect();
    if let Some((_, meeting)) = read.iter().find(|(code, _)| *code == Code::Good) {
        return see(format!("/door/{}", door::scanned(key, &meeting.id, door::slot(now))));
    }
    form.raw("code").clone_into(&mut it.typed);
    it.problem = Some(if open.is_empty() {
        "door-code-closed"
    } else if read.iter().any(|(code, _)| *code == Code::Expired) {
        "door-code-expired"
    } else {
        people::failed_try(ask.house(), &what).await?;
        "door-code-wrong"
    });
    again(&it)
}
