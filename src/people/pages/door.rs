//! Coming in, going out, the language, and the first start.

use super::super::actions;
use super::super::person::NewPerson;
use super::super::sign_in::{self, Means};
use super::super::store;
use crate::ground::{Invalid, Refused, Word};
use crate::web::{Answer, Ask, Form, LANGUAGE, Lang, Shell, again, page, page_as, see};
use askama::Template;
use axum::Extension;
use axum::extract::{ConnectInfo, Path};
use axum::http::{HeaderValue, StatusCode, header};
use std::net::SocketAddr;

#[derive(Template)]
#[template(path = "people/pages/sign_in.html")]
pub(super) struct SignInPage {
    pub(super) s: Shell,
    pub(super) to: String,
    /// The way of staff stands open.
    pub(super) staff: bool,
    pub(super) code_form: Form,
    pub(super) code_invalid: Invalid,
    pub(super) staff_form: Form,
    pub(super) staff_invalid: Invalid,
}

impl SignInPage {
    pub(super) fn of(s: Shell, to: String, staff: bool, form: Form, invalid: Invalid) -> Self {
        let empty = (Form::default(), Invalid::default());
        let ((staff_form, staff_invalid), (code_form, code_invalid)) =
            if staff { ((form, invalid), empty) } else { (empty, (form, invalid)) };
        Self { s, to, staff, code_form, code_invalid, staff_form, staff_invalid }
    }
}

/// Where a sign-in leads: an address of this house, or the first page.
fn onward(to: &str) -> &str {
    if sign_in::is_local(to) { to } else { "/" }
}

/// `GET /sign-in`
pub(super) async fn sign_in(ask: Ask) -> Answer {
    let to = ask.query("to");
    if ask.actor.is_known() {
        return see(onward(&to));
    }
    if store::is_empty(ask.db()).await? {
        return see("/setup");
    }
    let staff = ask.query("way") == "password";
    page(&SignInPage::of(ask.shell(ask.w().t("sign-in")), to, staff, Form::default(), Invalid::default()))
}

/// `POST /sign-in`
pub(super) async fn come_in(peer: Option<Extension<ConnectInfo<SocketAddr>>>, ask: Ask, form: Form) -> Answer {
    let forwarded = ask.headers.get("x-forwarded-for").and_then(|it| it.to_str().ok()).unwrap_or_default();
    let network = sign_in::network(peer.map(|Extension(ConnectInfo(peer))| peer.ip()), forwarded);
    let staff = form.raw("way") == "password";
    let (found, means) = if staff {
        (actions::by_password(ask.house(), &network, form.raw("name"), form.raw("password")).await, Means::Password)
    } else {
        (actions::by_code(ask.house(), &network, form.raw("phone"), form.raw("code")).await, Means::Code)
    };
    let to = form.raw("to").to_owned();
    match found {
        Ok(person) => with_cookie(see(onward(&to)), actions::begin_sign_in(&ask, &person, means).await?),
        Err(Refused::Invalid(invalid)) => again(&SignInPage::of(ask.shell(ask.w().t("sign-in")), to, staff, form, invalid)),
        // What was typed stays, for when the wait is over.
        Err(Refused::TooMany { seconds }) => {
            let mut invalid = Invalid::default();
            let minutes = ((seconds + 59) / 60).to_string();
            invalid.add(if staff { "name" } else { "phone" }, Word::new("sign-in-too-many").with("x", minutes));
            let it = SignInPage::of(ask.shell(ask.w().t("sign-in")), to, staff, form, invalid);
            let mut answer = page_as(StatusCode::TOO_MANY_REQUESTS, &it)?;
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            Ok(answer)
        }
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /sign-out`
pub(super) async fn sign_out(ask: Ask) -> Answer {
    let Some(sign_in) = &ask.actor.sign_in else { return see("/") };
    actions::revoke(ask.house(), ask.actor.id(), sign_in).await?;
    with_cookie(see("/sign-in?done=signed-out"), actions::NO_COOKIE)
}

fn with_cookie(answer: Answer, cookie: HeaderValue) -> Answer {
    let mut answer = answer?;
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(answer)
}

/// `GET /language/{lang}`
pub(super) async fn language(ask: Ask, Path(lang): Path<String>) -> Answer {
    let tag = Lang::from_tag(&lang).tag();
    let to = ask.query("to");
    let to = if sign_in::is_here(&to) { to } else { "/".to_owned() };
    let secure = if ask.origin.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{LANGUAGE}={tag}; Path=/; Max-Age=31536000; SameSite=Lax{secure}");
    with_cookie(see(to), HeaderValue::from_str(&cookie).map_err(crate::ground::Problem::from)?)
}

#[derive(Template)]
#[template(path = "people/pages/setup.html")]
pub(super) struct SetupPage {
    pub(super) s: Shell,
    pub(super) form: Form,
    pub(super) invalid: Invalid,
}

/// `GET /setup`: only while nobody holds any role.
pub(super) async fn setup(ask: Ask) -> Answer {
    if !store::is_empty(ask.db()).await? {
        return Err(Refused::Absent.into());
    }
    page(&SetupPage { s: ask.shell(ask.w().t("setup-name")), form: Form::default(), invalid: Invalid::default() })
}

/// `POST /setup`
pub(super) async fn set_up(ask: Ask, form: Form) -> Answer {
    if !store::is_empty(ask.db()).await? {
        return Err(Refused::Absent.into());
    }
    let new = NewPerson {
        name: form.line("name"),
        email: form.some("email"),
        phone: form.some("phone"),
        position: form.line("position"),
        unit: form.line("unit"),
        ..NewPerson::default()
    };
    match actions::set_up(ask.house(), &ask.deed(&form), new, form.raw("password"), form.raw("again")).await {
        Ok(person) => with_cookie(see("/?done=set-up"), actions::begin_sign_in(&ask, &person, Means::Setup).await?),
        Err(Refused::Invalid(invalid)) => again(&SetupPage { s: ask.shell(ask.w().t("setup-name")), form, invalid }),
        Err(refused) => Err(refused.into()),
    }
}
