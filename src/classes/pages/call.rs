//! A place's own page: it names its people or says that it sends nobody, by its link and without an account.

use super::super::actions;
use super::super::class::{Class, State};
use super::super::seat::{Seat, call_token, is_call, token_parts};
use super::super::store;
use super::super::trainee::Trainee;
use super::nominations::{sample_trainee, typed, warnings};
use super::{Filled, lost, sample_class};
use crate::db::Run;
use crate::ground::phones::Phone;
use crate::ground::{Invalid, Problem, Refused, Word};
use crate::people::{Person, with_role};
use crate::web::{Answer, Ask, Form, Role, Sample, Shell, W, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/call.html")]
struct CallPage {
    s: Shell,
    token: String,
    draft: String,
    class: Class,
    seat: Seat,
    heading: String,
    open: bool,
    /// Why the page takes no names, and whom to call.
    closed: String,
    keepers: Vec<Keeper>,
    trainees: Vec<Named>,
    f: Filled,
    declining: Filled,
}

/// An organiser whom the place may call.
struct Keeper {
    name: String,
    phone: String,
}

impl Keeper {
    /// The number as a telephone dials it.
    fn tel(&self) -> String {
        self.phone.replace(' ', "")
    }
}

/// The organisers of the class who can be reached: its own first.
async fn keepers(ask: &Ask, class: &Class) -> Result<Vec<Keeper>, Problem> {
    let people = with_role(ask.db(), Role::Organiser, Some(&class.id), Some(&class.project_id)).await?;
    let shown = |it: Person| {
        let phone = Phone::try_from(it.phone?).ok()?.to_string();
        Some(Keeper { name: it.name, phone })
    };
    Ok(people.into_iter().filter_map(shown).take(3).collect())
}

/// A person named by the place. Whoever holds the link may see that the number is there, not the number.
struct Named {
    trainee: Trainee,
    phone: Option<String>,
    warnings: Vec<String>,
}

/// The class and the place that a link opens; to a link that was not made here there is nothing.
pub(super) async fn called(run: &impl Run, key: &str, token: &str) -> Result<(Class, Seat), Refused> {
    let (code, place, sealed) = token_parts(token).ok_or(Refused::Absent)?;
    let class = store::class_of_code(run, code).await?.filter(|it| is_call(key, it, place, sealed)).ok_or(Refused::Absent)?;
    let seat = store::seat(run, &class.id, place).await?.ok_or(Refused::Absent)?;
    Ok((class, seat))
}

/// Refuses a place's deed on a day on which its page takes none.
pub(super) fn must_be_open(ask: &Ask, class: &Class) -> Result<(), Refused> {
    if class.takes_names(ask.now().date()) { Ok(()) } else { Err(Invalid::field("name", "call-closed").into()) }
}

async fn call_page(ask: &Ask, token: &str, f: Filled, declining: Filled) -> Result<CallPage, Refused> {
    let (class, seat) = called(ask.db(), &ask.house().key, token).await?;
    let w = ask.w();
    let mine = store::trainees_of_place(ask.db(), &class.id, &seat.place_id).await?;
    let elsewhere = store::elsewhere(ask.db(), &class.id).await?;
    let days = (class.starts_on.clone(), class.ends_on.clone());
    let trainees = mine.into_iter().filter(Trainee::is_named).map(|trainee| {
        let other: Vec<_> = elsewhere.iter().filter(|it| it.person_id == trainee.person_id).cloned().collect();
        Named { phone: trainee.phone.as_deref().map(masked), warnings: warnings(&w, &other, &days), trainee }
    });
    let open = class.takes_names(ask.now().date());
    let (heading, closed) = if open { (heading(&w, &class, &seat), String::new()) } else { over(&w, &class) };
    Ok(CallPage {
        s: ask.shell(w.x("call-title", &seat.place_name)),
        token: token.to_owned(),
        draft: class.id.clone(),
        heading,
        keepers: if open || class.state() == State::Done { Vec::new() } else { keepers(ask, &class).await? },
        open,
        closed,
        trainees: trainees.collect(),
        class,
        seat,
        f,
        declining,
    })
}

fn heading(w: &W, class: &Class, seat: &Seat) -> String {
    if seat.named > 0 && seat.free() == 0 { w.n("call-heading-full", seat.named) } else { w.nx("call-heading", seat.seats, &class.name) }
}

/// The heading and the next line of a page that takes names no more.
fn over(w: &W, class: &Class) -> (String, String) {
    match (class.state(), class.nominate_by_shown()) {
        (State::Cancelled, _) => (w.t("call-over-cancelled"), w.t("call-cancelled")),
        (State::Done, _) => (w.t("call-over-done"), w.t("call-done")),
        (State::Running, _) | (_, None) => (w.t("call-over-begun"), w.t("call-late")),
        (State::Preparing, Some(day)) => (w.x("call-over", day), w.t("call-late")),
    }
}

/// `•••• ••• 678`
fn masked(phone: &str) -> String {
    format!("•••• ••• {}", phone.chars().skip(phone.chars().count().saturating_sub(3)).collect::<String>())
}

pub(super) async fn show(ask: Ask, Path(token): Path<String>) -> Answer {
    match call_page(&ask, &token, Filled::default(), Filled::default()).await {
        Ok(it) => page(&it),
        Err(Refused::Absent) => lost(&ask, ask.w().t("call-wrong"), ask.w().t("call-wrong-next")),
        Err(refused) => Err(refused.into()),
    }
}

pub(super) async fn name(ask: Ask, Path(token): Path<String>, form: Form) -> Answer {
    match name_one(&ask, &token, &form).await {
        Ok(draft) => see(format!("/call/{token}?done=trainee-named&draft=call-{draft}")),
        Err(refused) => again(&call_page(&ask, &token, Filled::again(form, refused)?, Filled::default()).await?),
    }
}

async fn name_one(ask: &Ask, token: &str, form: &Form) -> Result<String, Refused> {
    let mut tx = ask.db().begin().await?;
    let (class, seat) = called(&tx, &ask.house().key, token).await?;
    must_be_open(ask, &class)?;
    let (new, more) = typed(form)?;
    actions::name_trainee(&mut tx, &ask.deed(form), &class, &seat.place_id, new, more).await?;
    must_fit(&tx, &class, &seat.place_id).await?;
    tx.commit().await?;
    Ok(class.id)
}

/// A place may name as many people as it has seats; more is for the organisers to allow.
pub(super) async fn must_fit(run: &impl Run, class: &Class, place: &str) -> Result<(), Refused> {
    let seat = store::seat(run, &class.id, place).await?.ok_or(Refused::Absent)?;
    if seat.named <= seat.seats {
        return Ok(());
    }
    let mut invalid = Invalid::default();
    invalid.add("name", Word::new("call-full").with("x", seat.seats.to_string()).with("y", seat.named.to_string()));
    Err(invalid.into())
}

pub(super) async fn decline(ask: Ask, Path(token): Path<String>, form: Form) -> Answer {
    match decline_one(&ask, &token, &form).await {
        Ok(()) => see(format!("/call/{token}?done=call-declined")),
        Err(refused) => again(&call_page(&ask, &token, Filled::default(), Filled::again(form, refused)?).await?),
    }
}

async fn decline_one(ask: &Ask, token: &str, form: &Form) -> Result<(), Refused> {
    let mut tx = ask.db().begin().await?;
    let (class, seat) = called(&tx, &ask.house().key, token).await?;
    must_be_open(ask, &class)?;
    actions::decline_call(&mut tx, &ask.deed(form), &class, &seat.place_id, form.raw("why")).await?;
    tx.commit().await?;
    Ok(())
}

pub(super) async fn withdraw(ask: Ask, Path(token): Path<String>, form: Form) -> Answer {
    let mut tx = ask.db().begin().await?;
    let (class, seat) = called(&tx, &ask.house().key, &token).await?;
    must_be_open(&ask, &class)?;
    let mine = |it: &Trainee| it.class_id == class.id && it.place_id == seat.place_id;
    let trainee = store::trainee(&tx, &form.line("trainee")).await?.filter(mine).ok_or(Refused::Absent)?;
    actions::withdraw_trainee(&mut tx, &ask.deed(&form), &trainee, "").await?;
    tx.commit().await?;
    see(format!("/call/{token}?done=trainee-withdrawn"))
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let class = sample_class();
    let one = |named: i64, open: bool, declined: bool| {
        let seat = Seat { named, declined_why: declined.then(|| "Xã đang có dịch".to_owned()), ..super::seats::sample_seat() };
        let people = (0..named).map(|n| Named {
            trainee: sample_trainee(),
            phone: (n == 0).then(|| masked("0912345678")),
            warnings: vec![s.w.x("trainee-before", "Lớp tập huấn tỉnh Hòa Bình")],
        });
        CallPage {
            s: s.clone(),
            token: call_token("key", &class, "o08542"),
            draft: class.id.clone(),
            heading: if open { heading(&s.w, &class, &seat) } else { over(&s.w, &class).0 },
            open,
            closed: over(&s.w, &class).1,
            keepers: vec![Keeper { name: "Nguyễn Hoài Nam".into(), phone: "0900 000 072".into() }],
            trainees: people.collect(),
            class: class.clone(),
            seat,
            f: Filled { invalid: Invalid::field("birth_year", "nominee-birth-form"), ..Filled::default() },
            declining: Filled { invalid: Invalid::field("why", "call-why-missing"), ..Filled::default() },
        }
    };
    let over = |state: &str| {
        let class = Class { state: state.into(), ..sample_class() };
        let (heading, closed) = over(&s.w, &class);
        CallPage { class, heading, closed, keepers: Vec::new(), ..one(0, false, false) }
    };
    vec![
        draw("call-begun", &over("running")),
        draw("call-done", &over("done")),
        draw("call-cancelled", &over("cancelled")),
        draw("call", &one(0, true, false)),
        draw("call-some", &one(1, true, false)),
        draw("call-full", &one(2, true, false)),
        draw("call-declined", &one(0, false, true)),
        draw("call-closed", &one(1, false, false)),
    ]
}
