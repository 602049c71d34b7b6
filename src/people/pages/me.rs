//! What is kept of oneself: every right one has over it, on one page.

use super::super::actions;
use super::super::consent::Purpose;
use super::super::person::Whole;
use super::super::scope::Scope;
use super::super::store::{self, Consent, Held, SignIn};
use super::list::named_in;
use crate::ground::{Invalid, Refused};
use crate::web::{Answer, Ask, Failure, Form, Names, Shell, again, file, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "people/pages/me.html")]
pub(super) struct MePage {
    pub(super) s: Shell,
    pub(super) it: Whole,
    pub(super) grants: Vec<Held>,
    pub(super) sign_ins: Vec<SignIn>,
    pub(super) consents: Vec<Consent>,
    pub(super) open_consents: usize,
    /// Classes on whose public page the asker may still agree to be named.
    pub(super) publications: Vec<String>,
    /// What classes and projects are called.
    pub(super) called: Names,
    pub(super) invalid: Invalid,
}

async fn mine(ask: &Ask) -> Result<MePage, Failure> {
    let me = ask.actor.id();
    let it = store::whole(ask.db(), &Scope::everything(), me).await?.ok_or(Refused::Absent)?;
    let grants: Vec<Held> = store::grants_of(ask.db(), me).await?.into_iter().filter(|it| it.ended_at.is_none()).collect();
    let sign_ins = store::sign_ins(ask.db(), me, ask.now()).await?;
    let consents = store::consents(ask.db(), me).await?;
    let open_consents = consents.iter().filter(|it| it.withdrawn_at.is_none() && it.purpose() == Purpose::Class).count();
    let publications: Vec<String> = actions::may_publish(&ask.actor).filter(|it| !is_published(&consents, it)).map(str::to_owned).collect();
    let asked: Vec<&str> = named_in(&grants).chain(consents.iter().filter_map(|it| it.class_id.as_deref())).collect();
    let called = (ask.app.called)(&ask.app, &asked).await?;
    let s = ask.shell(ask.w().t("my-data"));
    Ok(MePage { s, it, grants, sign_ins, consents, open_consents, publications, called, invalid: Invalid::default() })
}

/// Is there a consent in force to be named on the public page of this class?
fn is_published(consents: &[Consent], class: &str) -> bool {
    let mut given = consents.iter().filter(|it| it.withdrawn_at.is_none() && it.purpose() == Purpose::Publication);
    given.any(|it| it.class_id.as_deref() == Some(class))
}

/// `POST /me/consents`: to be named on the public page of a class.
pub(super) async fn agree(ask: Ask, form: Form) -> Answer {
    actions::agree_to_publication(ask.db(), &ask.actor, ask.deed(&form), &form.line("class")).await?;
    see("/me?done=consent-given#consents")
}

/// `GET /me`
pub(super) async fn show(ask: Ask) -> Answer {
    page(&mine(&ask).await?)
}

/// `GET /me/data`: the same as a file that other programs read.
pub(super) async fn data(ask: Ask) -> Answer {
    let MePage { it, grants, sign_ins, consents, .. } = mine(&ask).await?;
    let body = serde_json::json!({
        "name": it.name, "family": it.family, "given": it.given, "phone": it.phone, "email": it.email, "sex": it.sex,
        "birth_year": it.birth_year, "position": it.position, "unit": it.unit, "place_id": it.place_id, "place": it.place,
        "ethnicity": it.ethnicity, "entered_at": it.entered_at,
        "roles": grants.iter().map(|it| serde_json::json!({
            "role": it.grant.role, "class": it.grant.class, "project": it.grant.project, "since": it.granted_at,
        })).collect::<Vec<_>>(),
        "consents": consents.iter().map(|it| serde_json::json!({
            "class": it.class_id, "purpose": it.purpose().name(), "wording": it.wording, "given_at": it.given_at, "withdrawn_at": it.withdrawn_at,
        })).collect::<Vec<_>>(),
        "sign_ins": sign_ins.iter().map(|it| serde_json::json!({
            "means": it.means, "device": it.device, "created_at": it.created_at, "expires_at": it.expires_at,
        })).collect::<Vec<_>>(),
    });
    let bytes = serde_json::to_vec_pretty(&body).map_err(crate::ground::Problem::from)?;
    file(&format!("{}.json", ask.w().t("me-file")), "application/json", bytes)
}

/// `POST /me/password`
pub(super) async fn password(ask: Ask, form: Form) -> Answer {
    match actions::change_password(ask.house(), &ask.actor, form.raw("old"), form.raw("password"), form.raw("again")).await {
        Ok(()) => see("/me?done=password-changed"),
        Err(Refused::Invalid(invalid)) => again(&MePage { invalid, ..mine(&ask).await? }),
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /me/sign-ins/{sign_in}/revocation`
pub(super) async fn revoke(ask: Ask, Path(sign_in): Path<String>) -> Answer {
    actions::revoke(ask.house(), ask.actor.id(), &sign_in).await?;
    see("/me?done=sign-in-revoked#sign-ins")
}

/// `POST /me/sign-ins/revocation`: all but this one.
pub(super) async fn revoke_others(ask: Ask) -> Answer {
    actions::revoke_others(ask.house(), ask.actor.id(), ask.actor.sign_in.as_deref().unwrap_or_default()).await?;
    see("/me?done=sign-in-revoked#sign-ins")
}

/// `POST /me/consents/{consent}/withdrawal`
pub(super) async fn withdraw(ask: Ask, Path(consent): Path<String>, form: Form) -> Answer {
    actions::withdraw_consent(ask.db(), &ask.actor, ask.deed(&form), &consent).await?;
    see("/me?done=consent-withdrawn#consents")
}
