//! The programme of a class: planning sessions, changing one, its speakers and its material.

use super::super::actions::{self, Speaking};
use super::super::class::Class;
use super::super::session::{Material, NewMaterial, PlanForm, Session, Speaker, days_of};
use super::super::store;
use super::classes::{SessionLine, programme};
use super::{Filled, class_shell, sample_class};
use crate::ground::dates::{Date, Instant};
use crate::ground::{Invalid, Refused, Word};
use crate::people::{self, NewPerson, Person};
use crate::policy::{self, Document, Kind, Mark};
use crate::web::{Answer, Ask, Form, Role, Sample, Shell, again, draw, page, see};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

#[derive(Template)]
#[template(path = "classes/pages/sessions.html")]
struct ListPage {
    s: Shell,
    class: Class,
    sessions: Vec<SessionLine>,
    days: Vec<Date>,
    f: Filled,
}

#[derive(Template)]
#[template(path = "classes/pages/session.html")]
struct SessionPage {
    s: Shell,
    class: Class,
    it: SessionLine,
    base: String,
    days: Vec<Date>,
    people: Vec<Person>,
    documents: Vec<Document>,
    f: Filled,
    speaking: Filled,
    giving: Filled,
}

pub(super) async fn list(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = store::class_run(ask.db(), &ask.actor, &id).await?;
    page(&list_page(&ask, class, None).await?)
}

async fn list_page(ask: &Ask, class: Class, f: Option<Filled>) -> Result<ListPage, Refused> {
    let sessions = programme(ask, &class.id).await?;
    let days = days_of(&class);
    let f = f.unwrap_or_else(|| proposal(&days, &sessions));
    Ok(ListPage { s: class_shell(ask, &class, ask.w().t("sessions-crumb")), class, sessions, days, f })
}

/// The hours at which sessions are usually held: morning, afternoon, evening.
const HOURS: [(&str, &str); 3] = [("07:30", "11:30"), ("13:30", "17:00"), ("19:30", "21:30")];

/// A proposal for the session after the last one.
fn proposal(days: &[Date], sessions: &[SessionLine]) -> Filled {
    let last = sessions.iter().map(|it| it.session.ends_at).max();
    let free = days.iter().flat_map(|day| HOURS.map(|(from, to)| (*day, from, to))).find(|(day, from, _)| {
        last.is_none_or(|last| *day > last.date() || (*day == last.date() && *from >= last.time().to_string().as_str()))
    });
    match free {
        Some((day, from, to)) => Filled::with([("day", day.iso().as_str()), ("from", from), ("to", to)]),
        None => Filled::default(),
    }
}

fn typed(form: &Form) -> PlanForm {
    PlanForm { day: form.line("day"), from: form.line("from"), to: form.line("to"), topic: form.line("topic"), hall: form.line("hall") }
}

pub(super) async fn plan(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let class = store::class_run(ask.db(), &ask.actor, &id).await?;
    let done = match typed(&form).read() {
        Ok(plan) => actions::plan_session(ask.db(), &ask.actor, ask.deed(&form), &id, plan).await,
        Err(invalid) => Err(invalid.into()),
    };
    match done {
        Ok(_) => see(format!("/classes/{id}/sessions?done=session-planned")),
        Err(refused) => again(&list_page(&ask, class, Some(Filled::again(form, refused)?)).await?),
    }
}

/// What is wrong on which of the page's three forms.
#[derive(Default)]
struct Wrong {
    plan: Option<Filled>,
    speaking: Filled,
    giving: Filled,
}

async fn session_page(ask: &Ask, class: &str, id: &str, wrong: Wrong) -> Result<SessionPage, Refused> {
    let class = store::class_run(ask.db(), &ask.actor, class).await?;
    let it = programme(ask, &class.id).await?.into_iter().find(|it| it.session.id == id).ok_or(Refused::Absent)?;
    let mut people = people::with_role(ask.db(), Role::Expert, Some(&class.id), Some(&class.project_id)).await?;
    for person in people::with_role(ask.db(), Role::Organiser, Some(&class.id), Some(&class.project_id)).await? {
        if !people.iter().any(|it| it.id == person.id) {
            people.push(person);
        }
    }
    people.retain(|person| !it.speakers.iter().any(|it| it.person_id == person.id));
    let (day, from, to) =
        (it.session.starts_at.date().iso(), it.session.starts_at.time().to_string(), it.session.ends_at.time().to_string());
    let hlc = it.session.changed_hlc.to_string();
    let f = wrong.plan.unwrap_or_else(|| {
        Filled::with([
            ("base", hlc.as_str()),
            ("day", day.as_str()),
            ("from", from.as_str()),
            ("to", to.as_str()),
            ("topic", it.session.topic.as_str()),
            ("hall", it.session.hall.as_str()),
        ])
    });
    let s =
        class_shell(ask, &class, it.session.topic.clone()).crumb(format!("/classes/{}/sessions", class.id), ask.w().t("sessions-crumb"));
    let base = format!("/classes/{}/sessions/{id}", class.id);
    let documents = policy::documents(ask.db()).await?;
    Ok(SessionPage { s, days: days_of(&class), class, it, base, people, documents, f, speaking: wrong.speaking, giving: wrong.giving })
}

pub(super) async fn show(ask: Ask, Path((class, id)): Path<(String, String)>) -> Answer {
    page(&session_page(&ask, &class, &id, Wrong::default()).await?)
}

/// Back to the session, or its page again with what is wrong.
async fn done(
    ask: &Ask,
    at: (&str, &str),
    then: &str,
    form: Form,
    done: Result<(), Refused>,
    wrong: fn(Filled) -> Wrong,
) -> Result<Response, crate::web::Failure> {
    match done {
        Ok(()) => see(format!("/classes/{}/sessions/{}{then}", at.0, at.1)),
        Err(refused) => again(&session_page(ask, at.0, at.1, wrong(Filled::again(form, refused)?)).await?),
    }
}

pub(super) async fn change(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    let base = form.line("base").parse().ok();
    let changed = match typed(&form).read() {
        Ok(plan) => actions::change_session(ask.db(), &ask.actor, ask.deed(&form), &id, plan, base).await,
        Err(invalid) => Err(invalid.into()),
    };
    done(&ask, (&class, &id), "?done=session-changed", form, changed, |f| Wrong { plan: Some(f), ..Wrong::default() }).await
}

pub(super) async fn remove(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    actions::remove_session(ask.db(), &ask.actor, ask.deed(&form), &id).await?;
    see(format!("/classes/{class}/sessions?done=session-removed"))
}

pub(super) async fn speaker(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    let who = match form.some("person") {
        Some(person) => Speaking::Known(person),
        None => Speaking::New(Box::new(NewPerson {
            name: form.line("name"),
            phone: form.some("phone"),
            position: form.line("position"),
            unit: form.line("unit"),
            ..NewPerson::default()
        })),
    };
    let set = actions::set_speaker(ask.db(), &ask.actor, ask.deed(&form), &id, who, &form.line("part")).await;
    done(&ask, (&class, &id), "?done=session-speaker-set", form, set, |f| Wrong { speaking: f, ..Wrong::default() }).await
}

pub(super) async fn no_speaker(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    actions::remove_speaker(ask.db(), &ask.actor, ask.deed(&form), &id, &form.line("person")).await?;
    see(format!("/classes/{class}/sessions/{id}?done=session-speaker-removed"))
}

pub(super) async fn material(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    let given = NewMaterial { title: form.line("title"), link: form.line("link"), document_id: form.some("document") };
    let added = match with_news(&ask, given, &form.line("news")).await {
        Ok(new) => actions::add_material(ask.db(), &ask.actor, ask.deed(&form), &id, new).await.map(|_| ()),
        Err(refused) => Err(refused),
    };
    done(&ask, (&class, &id), "?done=session-material-added", form, added, |f| Wrong { giving: f, ..Wrong::default() }).await
}

/// With what is new in its document, where that was chosen: since an earlier day (`days`), or beside another document.
async fn with_news(ask: &Ask, new: NewMaterial, news: &str) -> Result<NewMaterial, Refused> {
    if news.is_empty() {
        return Ok(new);
    }
    let wrong = |word| Refused::from(Invalid::field("news", word));
    let Some(id) = new.document_id.clone() else { return Err(wrong("session-news-of-what")) };
    if news == id {
        return Err(wrong("session-news-itself"));
    }
    let document = policy::document(ask.db(), &id).await?.ok_or_else(|| Invalid::field("document", "session-document-unknown"))?;
    let w = ask.w();
    let (link, title) = if news == "days" {
        (format!("/documents/{id}/changes"), w.x("compare-title-days", document.name()))
    } else {
        let before = policy::document(ask.db(), news).await?.ok_or_else(|| wrong("session-document-unknown"))?;
        (format!("/documents/{news}/compare/{id}"), w.xy("session-news-title", document.name(), before.name()))
    };
    let title = if new.title.trim().is_empty() { title } else { new.title };
    Ok(NewMaterial { title, link, ..new })
}

/// Still right under what applies now.
pub(super) async fn reread_material(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    actions::reread_material(ask.db(), &ask.actor, ask.deed(&form), &id, &form.line("material")).await?;
    see(format!("/classes/{class}/sessions/{id}?done=session-material-reread"))
}

pub(super) async fn no_material(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    actions::remove_material(ask.db(), &ask.actor, ask.deed(&form), &id, &form.line("material")).await?;
    see(format!("/classes/{class}/sessions/{id}?done=session-material-removed"))
}

/// A session for samples.
pub(super) fn sample_line() -> SessionLine {
    let session = Session {
        id: "0166752b-0000-7000-8000-00000000000c".into(),
        class_id: sample_class().id,
        ordinal: 1,
        starts_at: Instant(1_539_649_800_000),
        ends_at: Instant(1_539_664_200_000),
        topic: "Chính sách mới, văn bản mới".into(),
        hall: "Hội trường tầng 2".into(),
        changed_hlc: 1,
    };
    let speaker = Speaker {
        session_id: session.id.clone(),
        person_id: "p".into(),
        name: "Nguyễn Văn Đạt".into(),
        position: "Chuyên gia".into(),
        unit: "GES".into(),
        part: "Văn bản mới".into(),
    };
    let material = |link: &str, document: Option<&str>| Material {
        id: "m".into(),
        session_id: session.id.clone(),
        title: "Tài liệu buổi 1".into(),
        link: link.into(),
        document_id: document.map(Into::into),
    };
    let links = [("https://nguon.example/tai-lieu.pdf", None), ("", Some("d")), ("", None), ("/documents/d/changes", Some("d"))];
    let materials = links.map(|(link, document)| material(link, document)).into();
    let change = policy::ToReread { subject_id: "m".into(), kind: "amends".into(), ..policy::ToReread::default() };
    let to_reread = vec![change.clone(), policy::ToReread { on_date: Some("2018-10-01".into()), shown: true, ..change }];
    SessionLine { speakers: vec![speaker.clone(), Speaker { part: String::new(), ..speaker }], materials, to_reread, session }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let class = sample_class();
    let days = days_of(&class);
    let list = |sessions: Vec<SessionLine>| ListPage {
        s: s.clone(),
        class: class.clone(),
        f: Filled { invalid: Invalid::field("from", "session-time-form"), ..proposal(&days, &sessions) },
        sessions,
        days: days.clone(),
    };
    let document = Document {
        id: "d".into(),
        number: "27/2022/NĐ-CP".into(),
        kind: Kind::Decree,
        issuer: "Chính phủ".into(),
        title: String::new(),
        issued_on: None,
        effective_on: None,
        expires_on: None,
        mark: Mark::Checked,
        dates_mark: Mark::Checked,
        source: String::new(),
        checked_on: None,
        note: String::new(),
    };
    let mut giving_wrong = Invalid::field("link", "session-link-form");
    giving_wrong.add("news", Word::new("session-news-itself"));
    giving_wrong.add("document", Word::new("session-document-unknown"));
    let session = |people: Vec<Person>, it: SessionLine| SessionPage {
        s: s.clone(),
        class: class.clone(),
        documents: vec![document.clone()],
        it,
        base: "/".into(),
        days: days.clone(),
        people,
        f: Filled { invalid: Invalid::field("day", "class-day-form"), ..Filled::default() },
        speaking: Filled { invalid: Invalid::field("person", "session-speaker-unknown"), ..Filled::default() },
        giving: Filled { invalid: giving_wrong.clone(), ..Filled::default() },
    };
    let bare = SessionLine { speakers: Vec::new(), materials: Vec::new(), to_reread: Vec::new(), ..sample_line() };
    let person = Person {
        id: "p".into(),
        name: "Nguyễn Văn Đạt".into(),
        family: "Nguyễn Văn".into(),
        given: "Đạt".into(),
        phone: None,
        email: None,
        sex: None,
        birth_year: None,
        position: "Chuyên gia".into(),
        unit: "GES".into(),
        place_id: None,
        illustration: true,
    };
    vec![
        draw("sessions", &list(vec![sample_line()])),
        draw("sessions-none", &list(Vec::new())),
        draw("session", &session(vec![person], sample_line())),
        draw("session-bare", &session(Vec::new(), bare)),
    ]
}
