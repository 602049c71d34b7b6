//! The personal link of a trainee, and the question of consent.

use super::super::actions::sign_in;
use super::super::door;
use super::super::store::{self, Owner};
use crate::classes::{Class, Session, class, class_seen, sessions, trainee_of};
use crate::ground::dates::Date;
use crate::ground::{Instant, Refused};
use crate::people::{self, Means};
use crate::web::{Answer, Ask, Form, Shell, again, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};

/// A link leads into a class until so many months after its end: the round twelve months after it has to be answered too.
const MONTHS_AFTER: i16 = 18;

#[derive(Template)]
#[template(path = "classes/attendance/pages/welcome.html")]
pub(super) struct WelcomePage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) sessions: Vec<Session>,
    pub(super) owner: Owner,
    pub(super) token: String,
    pub(super) consented: bool,
    pub(super) problem: bool,
}

/// A link that leads nowhere any more.
#[derive(Template)]
#[template(path = "classes/attendance/pages/gone.html")]
pub(super) struct GonePage {
    pub(super) s: Shell,
    pub(super) name: String,
    pub(super) class: String,
    pub(super) why: &'static str,
}

impl GonePage {
    fn line(&self) -> String {
        self.s.w.t(&format!("welcome-gone-{}", self.why))
    }
}

/// Do personal links no longer lead into the class, because it is so long ago?
pub(super) fn is_over(class: &Class, now: Instant) -> bool {
    Date::from_iso(&class.ends_on).is_ok_and(|it| now.date() > it.plus_months(MONTHS_AFTER))
}

/// Why a personal link no longer leads into the class.
fn gone(class: &Class, owner: &Owner, now: Instant) -> Option<&'static str> {
    if owner.state != "named" {
        Some("withdrawn")
    } else if class.state == "cancelled" {
        Some("cancelled")
    } else if is_over(class, now) {
        Some("over")
    } else {
        None
    }
}

/// The page, or why it is gone.
async fn welcome(ask: &Ask, token: &str) -> Result<Result<(WelcomePage, String), GonePage>, Refused> {
    let db = ask.db();
    let trainee = door::link_owner(token).ok_or(Refused::Absent)?;
    let owner = store::owner(db, &trainee).await?.ok_or(Refused::Absent)?;
    if !door::is_link(&ask.house().key, &owner.class_id, &trainee, token) {
        return Err(Refused::Absent);
    }
    let class = class(db, &owner.class_id).await?.ok_or(Refused::Absent)?;
    if let Some(why) = gone(&class, &owner, ask.now()) {
        let s = ask.shell(ask.w().t("welcome-gone"));
        return Ok(Err(GonePage { s, name: owner.name, class: class.name, why }));
    }
    let person = owner.person_id.clone();
    let it = WelcomePage {
        s: ask.shell(class.name.clone()),
        sessions: sessions(db, &class.id).await?,
        consented: people::has_consented(db, &person, &class.id).await?,
        class,
        owner,
        token: token.to_owned(),
        problem: false,
    };
    Ok(Ok((it, person)))
}

/// `GET /welcome/{token}`
pub(super) async fn show(ask: Ask, Path(token): Path<String>) -> Answer {
    match welcome(&ask, &token).await? {
        Ok((it, _)) => page(&it),
        Err(it) => page_as(StatusCode::GONE, &it),
    }
}

/// `POST /welcome/{token}`: consents, where that is still open, and signs in.
pub(super) async fn enter(ask: Ask, Path(token): Path<String>, form: Form) -> Answer {
    let (mut it, person) = match welcome(&ask, &token).await? {
        Ok(found) => found,
        Err(it) => return page_as(StatusCode::GONE, &it),
    };
    // Consent is free: who does not give it comes in all the same.
    if !it.consented && !form.ticked("later") {
        if !form.ticked("consent") {
            it.problem = true;
            return again(&it);
        }
        keep_consent(&ask, &form, &person, &it.class.id).await?;
    }
    let cookie = sign_in(&ask, &person, Means::Link).await?;
    let mut response = see(format!("/classes/{}?done=welcome", it.class.id))?;
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

async fn keep_consent(ask: &Ask, form: &Form, person: &str, class: &str) -> Result<(), Refused> {
    let mut deed = ask.deed(form);
    deed.actor = Some(person.to_owned());
    let mut tx = ask.db().begin().await?;
    people::consent(&mut tx, &deed, person, Some(class)).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "classes/attendance/pages/consent.html")]
pub(super) struct ConsentPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) problem: bool,
}

async fn consent_page(ask: &Ask, class: &str) -> Result<ConsentPage, Refused> {
    let class = class_seen(ask.db(), &ask.actor, class).await?;
    trainee_of(ask.db(), &class.id, ask.actor.id()).await?.ok_or(Refused::Absent)?;
    Ok(ConsentPage { s: ask.shell(ask.w().t("agree-title")), class, problem: false })
}

/// `GET /classes/{class}/consent`
pub(super) async fn ask_consent(ask: Ask, Path(class): Path<String>) -> Answer {
    page(&consent_page(&ask, &class).await?)
}

/// `POST /classes/{class}/consent`
pub(super) async fn consent(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let it = consent_page(&ask, &class).await?;
    if !form.ticked("consent") {
        return again(&ConsentPage { problem: true, ..it });
    }
    keep_consent(&ask, &form, ask.actor.id(), &it.class.id).await?;
    see(format!("/classes/{}?done=consented", it.class.id))
}
