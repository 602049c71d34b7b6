//! Nominations as the organiser sees them: who has answered, who is named, naming for a place, withdrawing.

use super::super::actions;
use super::super::class::{Class, State};
use super::super::seat::{Reply, Seat, call_token};
use super::super::store;
use super::super::trainee::{Elsewhere, Naming, Trainee};
use super::{Filled, class_shell, sample_class};
use crate::ground::dates::Date;
use crate::ground::phones::Phone;
use crate::ground::{Invalid, Refused, Word};
use crate::people::NewPerson;
use crate::web::{Answer, Ask, Form, Sample, Shell, W, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/nominations.html")]
struct ListPage {
    s: Shell,
    class: Class,
    heading: String,
    reply: String,
    lines: Vec<Line>,
    people: Vec<Named>,
    all: usize,
    silent: usize,
    named: i64,
    asked: i64,
    /// Since when places' own pages take no names.
    closed: Option<String>,
}

struct Line {
    seat: Seat,
    trainees: Vec<Trainee>,
    token: String,
    /// The place's own link, whole.
    link: String,
    /// A message to send to a place that has still to answer.
    reminder: Option<String>,
}

/// A trainee with where else they are or were trained.
pub(super) struct Named {
    pub(super) trainee: Trainee,
    elsewhere: Vec<Elsewhere>,
    days: (String, String),
}

impl Named {
    fn phone(&self) -> Option<String> {
        self.trainee.phone.clone().and_then(|it| Phone::try_from(it).ok()).map(|it| it.to_string())
    }

    fn state_word(&self) -> &'static str {
        match self.trainee.state.as_str() {
            "withdrawn" => "trainee-withdrawn",
            "replaced" => "trainee-replaced",
            _ => "trainee-named",
        }
    }

    fn warnings(&self, s: &Shell) -> Vec<String> {
        warnings(&s.w, &self.elsewhere, &self.days)
    }
}

/// What is worth a look in where else a person is or was trained. Warnings: nothing is refused for them.
pub(super) fn warnings(w: &W, elsewhere: &[Elsewhere], days: &(String, String)) -> Vec<String> {
    let said = elsewhere.iter().filter_map(|it| {
        if it.overlaps(&days.0, &days.1) {
            Some(w.x("trainee-overlap", &it.class_name))
        } else if it.ends_on < days.0 && it.state != "cancelled" {
            Some(w.x("trainee-before", &it.class_name))
        } else {
            None
        }
    });
    said.take(3).collect()
}

#[derive(Template)]
#[template(path = "classes/pages/nominee.html")]
struct FormPage {
    s: Shell,
    class: Class,
    seats: Vec<Seat>,
    f: Filled,
}

#[derive(Template)]
#[template(path = "classes/pages/trainee.html")]
struct TraineePage {
    s: Shell,
    class: Class,
    it: Named,
    f: Filled,
}

pub(super) async fn list(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = store::class_run(ask.db(), &ask.actor, &id).await?;
    let seats = store::seats(ask.db(), &id).await?;
    let trainees: Vec<Trainee> = store::trainees(ask.db(), &id).await?.into_iter().filter(Trainee::is_named).collect();
    let elsewhere = store::elsewhere(ask.db(), &id).await?;
    let silent = seats.iter().filter(|it| it.reply() == Reply::None).count();
    let reply = ask.query("reply");
    let (named, asked, all) = (seats.iter().map(|it| it.named).sum(), seats.iter().map(|it| it.seats).sum(), seats.len());
    let (w, open) = (ask.w(), class.takes_names(ask.now().date()));
    let lines = seats.into_iter().filter(|it| reply != "none" || it.reply() == Reply::None).map(|seat| {
        let token = call_token(&ask.house().key, &class, &seat.place_id);
        let link = format!("{}/call/{token}", ask.origin);
        Line {
            trainees: trainees.iter().filter(|it| it.place_id == seat.place_id).cloned().collect(),
            reminder: (open && matches!(seat.reply(), Reply::None | Reply::Part)).then(|| reminder(&w, &class, &seat, &link)),
            token,
            link,
            seat,
        }
    });
    let lines = lines.collect();
    let days = (class.starts_on.clone(), class.ends_on.clone());
    let people = trainees.into_iter().map(|trainee| Named {
        elsewhere: elsewhere.iter().filter(|it| it.person_id == trainee.person_id).cloned().collect(),
        days: days.clone(),
        trainee,
    });
    page(&ListPage {
        s: class_shell(&ask, &class, ask.w().t("nominations-crumb")),
        heading: heading(&ask.w(), all, silent),
        reply,
        lines,
        people: people.collect(),
        all,
        silent,
        named,
        asked,
        closed: closed(&class, ask.now().date()),
        class,
    })
}

/// A message for Zalo: who is called where, until when, and the link to answer by.
fn reminder(w: &W, class: &Class, seat: &Seat, link: &str) -> String {
    let place = if seat.unit.is_empty() { seat.place() } else { format!("{}, {}", seat.unit, seat.place()) };
    let word = match class.nominate_by_shown() {
        Some(day) => Word::new("nominations-reminder").with("by", day),
        None => Word::new("nominations-reminder-soon"),
    };
    let word = word.with("place", place).with("class", class.name.clone()).with("dates", class.dates());
    w.word(&word.with("seats", seat.free().to_string()).with("link", link))
}

/// The first day on which places' own pages took no names, when that day has come in a class still prepared.
fn closed(class: &Class, today: Date) -> Option<String> {
    if class.state() != State::Preparing || class.takes_names(today) {
        return None;
    }
    class.takes_names_until().map(|it| it.plus_days(1).to_string())
}

fn heading(w: &W, all: usize, silent: usize) -> String {
    match (all, silent) {
        (0, _) => w.t("seats-none"),
        (all, 0) => w.n("class-call-all", all),
        (all, silent) => w.xy("class-call-title", silent, all),
    }
}

pub(super) async fn form(ask: Ask, Path(id): Path<String>) -> Answer {
    let place = ask.query("place");
    page(&form_page(&ask, &id, Filled::with([("place", place.as_str())])).await?)
}

async fn form_page(ask: &Ask, id: &str, f: Filled) -> Result<FormPage, Refused> {
    let class = store::class_run(ask.db(), &ask.actor, id).await?;
    let w = ask.w();
    let s = class_shell(ask, &class, w.t("nominations-add-title")).crumb(format!("/classes/{id}/nominations"), w.t("nominations-crumb"));
    Ok(FormPage { s, seats: store::seats(ask.db(), id).await?, class, f })
}

/// The person and what else the nomination says, as typed.
pub(super) fn typed(form: &Form) -> Result<(NewPerson, Naming), Invalid> {
    let year = form.line("birth_year");
    let birth_year =
        if year.is_empty() { None } else { Some(year.parse().map_err(|_| Invalid::field("birth_year", "nominee-birth-form"))?) };
    let new = NewPerson {
        name: form.line("name"),
        phone: form.some("phone"),
        sex: form.some("sex"),
        birth_year,
        position: form.line("position"),
        unit: form.line("unit"),
        ethnicity: form.some("ethnicity"),
        ..NewPerson::default()
    };
    Ok((new, Naming { target_group: form.line("target_group"), note: form.line("note"), stands_for: None }))
}

pub(super) async fn name(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let class = store::class_run(ask.db(), &ask.actor, &id).await?;
    match name_for(&ask, &class, &form).await {
        Ok(()) => see(format!("/classes/{id}/nominations?done=trainee-named")),
        Err(refused) => again(&form_page(&ask, &id, Filled::again(form, refused)?).await?),
    }
}

async fn name_for(ask: &Ask, class: &Class, form: &Form) -> Result<(), Refused> {
    let (new, more) = typed(form)?;
    let place = form.line("place");
    let mut tx = ask.db().begin().await?;
    if store::seat(&tx, &class.id, &place).await?.is_none() {
        return Err(Invalid::field("place", "nominee-place-missing").into());
    }
    actions::name_trainee(&mut tx, &ask.deed(form), class, &place, new, more).await?;
    tx.commit().await?;
    Ok(())
}

async fn trainee_page(ask: &Ask, class: &str, id: &str, f: Filled) -> Result<TraineePage, Refused> {
    let class = store::class_run(ask.db(), &ask.actor, class).await?;
    let trainee = store::trainee(ask.db(), id).await?.filter(|it| it.class_id == class.id).ok_or(Refused::Absent)?;
    let w = ask.w();
    let s = class_shell(ask, &class, trainee.name.clone()).crumb(format!("/classes/{}/nominations", class.id), w.t("nominations-crumb"));
    let mut elsewhere = store::elsewhere(ask.db(), &class.id).await?;
    elsewhere.retain(|it| it.person_id == trainee.person_id);
    let days = (class.starts_on.clone(), class.ends_on.clone());
    Ok(TraineePage { s, class, it: Named { trainee, elsewhere, days }, f })
}

pub(super) async fn trainee(ask: Ask, Path((class, id)): Path<(String, String)>) -> Answer {
    page(&trainee_page(&ask, &class, &id, Filled::default()).await?)
}

pub(super) async fn withdraw(ask: Ask, Path((class, id)): Path<(String, String)>, form: Form) -> Answer {
    let class = store::class_run(ask.db(), &ask.actor, &class).await?;
    match withdraw_from(&ask, &class, &id, &form).await {
        Ok(()) => see(format!("/classes/{}/nominations?reply=people&done=trainee-withdrawn", class.id)),
        Err(refused) => again(&trainee_page(&ask, &class.id, &id, Filled::again(form, refused)?).await?),
    }
}

/// Withdraws a trainee of this class.
pub(super) async fn withdraw_from(ask: &Ask, class: &Class, id: &str, form: &Form) -> Result<(), Refused> {
    let mut tx = ask.db().begin().await?;
    let trainee = store::trainee(&tx, id).await?.filter(|it| it.class_id == class.id).ok_or(Refused::Absent)?;
    actions::withdraw_trainee(&mut tx, &ask.deed(form), &trainee, form.raw("why")).await?;
    tx.commit().await?;
    Ok(())
}

/// A trainee for samples.
pub(in crate::classes) fn sample_trainee() -> Trainee {
    Trainee {
        id: "0166752b-0000-7000-8000-00000000000d".into(),
        class_id: sample_class().id,
        person_id: "p".into(),
        place_id: "o08542".into(),
        place_name: "Xã Mỹ Lung".into(),
        name: "Hà Văn An".into(),
        family: "Hà Văn".into(),
        given: "An".into(),
        name_fold: "ha van an".into(),
        name_sort: String::new(),
        phone: Some("0912345678".into()),
        sex: Some("male".into()),
        birth_year: Some(1980),
        position: "Phó Chủ tịch".into(),
        unit: "UBND xã Mỹ Lung".into(),
        target_group: "Cán bộ xã".into(),
        note: "Ăn chay".into(),
        state: "named".into(),
        stands_for: None,
        group_id: None,
        illustration: true,
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let class = sample_class();
    let days = (class.starts_on.clone(), class.ends_on.clone());
    let other = |starts_on: &str, ends_on: &str| Elsewhere {
        person_id: "p".into(),
        class_id: "c".into(),
        class_name: "Lớp tập huấn tỉnh Hòa Bình".into(),
        starts_on: starts_on.into(),
        ends_on: ends_on.into(),
        state: "done".into(),
    };
    let named = |state: &str, phone: bool| Named {
        trainee: Trainee { state: state.into(), phone: sample_trainee().phone.filter(|_| phone), ..sample_trainee() },
        elsewhere: vec![other("2018-10-17", "2018-10-18"), other("2017-05-01", "2017-05-02"), other("2019-05-01", "2019-05-02")],
        days: days.clone(),
    };
    let seat = |named: i64, declined: bool| Seat {
        named,
        declined_why: declined.then(|| "Xã đang có dịch".to_owned()),
        ..super::seats::sample_seat()
    };
    let seats = [seat(0, false), seat(1, false), seat(2, false), seat(0, true)];
    let list = |reply: &str, lines: bool, people: bool| ListPage {
        s: s.clone(),
        class: class.clone(),
        heading: heading(&s.w, if lines { 4 } else { 0 }, usize::from(people)),
        reply: reply.into(),
        lines: seats
            .iter()
            .filter(|_| lines)
            .map(|it| Line {
                reminder: Some(reminder(&s.w, &if people { class.clone() } else { Class { nominate_by: None, ..class.clone() } }, it, "l")),
                seat: it.clone(),
                trainees: vec![sample_trainee()],
                token: "t".into(),
                link: "l".into(),
            })
            .collect(),
        people: if people { vec![named("named", true), named("named", false)] } else { Vec::new() },
        all: if lines { 4 } else { 0 },
        silent: 1,
        named: 3,
        asked: 8,
        closed: closed(&class, if people { s.now.date() } else { Date::from_iso("2018-10-01").unwrap_or(s.now.date()) }),
    };
    let mut f = Filled::with([("place", "o08542"), ("sex", "male")]);
    f.invalid = Invalid::field("place", "nominee-place-missing");
    let trainee = |state: &str| TraineePage { s: s.clone(), class: class.clone(), it: named(state, true), f: Filled::default() };
    vec![
        draw("nominations", &list("all", true, true)),
        draw("nominations-none", &list("none", false, false)),
        draw("nominations-silent", &list("none", true, false)),
        draw("nominations-people", &list("people", true, true)),
        draw("nominations-nobody", &list("people", true, false)),
        draw("nominations-answered", &ListPage { lines: Vec::new(), ..list("none", true, true) }),
        draw("nominee", &FormPage { s: s.clone(), class: class.clone(), seats: seats.to_vec(), f }),
        draw("trainee", &trainee("named")),
        draw("trainee-withdrawn", &trainee("withdrawn")),
        draw("trainee-replaced", &trainee("replaced")),
    ]
}
