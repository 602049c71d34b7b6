//! One person: what is known, what they may do, and what the keeper may do about it.

use super::super::actions;
use super::super::field::Field;
use super::super::person::Whole;
use super::super::power::{may_correct, may_erase, may_grant, may_see_code, may_set_password};
use super::super::store::{self, Held};
use super::list::{at, kept, named_in};
use crate::ground::{Invalid, Refused};
use crate::web::{Answer, Ask, Failure, Form, Grant, Names, Role, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "people/pages/person.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one part of the page is drawn")]
pub(super) struct PersonPage {
    pub(super) s: Shell,
    pub(super) it: Whole,
    /// Roles held, and whether the asker may end each.
    pub(super) held: Vec<(Held, bool)>,
    pub(super) roles: Vec<Role>,
    pub(super) ended: Vec<Held>,
    pub(super) twins: Vec<(String, String)>,
    /// What classes and projects are called.
    pub(super) called: Names,
    pub(super) is_expert: bool,
    pub(super) fields: Vec<Field>,
    pub(super) all_fields: [Field; 10],
    pub(super) code: Option<String>,
    pub(super) corrects: bool,
    pub(super) sets_password: bool,
    pub(super) erases: bool,
    pub(super) grantable: Vec<Role>,
    /// Where a role may be given: value and name.
    pub(super) wheres: Vec<(String, String)>,
    /// The page was asked for so as to give a role.
    pub(super) opens: bool,
    /// What was chosen of a role that is not given yet.
    pub(super) form: Form,
    pub(super) invalid: Invalid,
}

async fn draw(ask: &Ask, person: &str) -> Result<PersonPage, Failure> {
    let (it, _) = actions::kept_by(ask.db(), &ask.actor, person).await?;
    let all = store::grants_of(ask.db(), person).await?;
    let asked = kept(ask);
    let own = ask.actor.grants.iter().flat_map(|it| [it.class.as_deref(), it.project.as_deref()]).flatten();
    let ids: Vec<&str> = named_in(&all).chain(own).chain(asked.iter().map(|it| it.1.as_str())).collect();
    let called = (ask.app.called)(&ask.app, &ids).await?;
    let (held, ended): (Vec<Held>, Vec<Held>) = all.into_iter().partition(|it| it.ended_at.is_none());
    let grants: Vec<Grant> = held.iter().map(|it| it.grant.clone()).collect();
    let mut roles: Vec<Role> = grants.iter().map(|it| it.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let code = if may_see_code(&ask.actor, &grants) { Some(store::personal_code(ask.db(), &ask.house().key, person).await?) } else { None };
    let wheres = wheres(ask, &asked, &called);
    let mut grantable: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Trainee && wheres.iter().any(|(at, _)| may_grant(&ask.actor, &grant(*role, at))))
        .collect();
    // The role that may do everything comes last, where no hand falls on it unawares.
    grantable.sort_by_key(|role| *role == Role::Administrator);
    Ok(PersonPage {
        s: ask.shell(it.name.as_str()).crumb(format!("/people{}", at(&asked)), ask.w().t("people-name")),
        corrects: may_correct(&ask.actor, &grants),
        sets_password: may_set_password(&ask.actor, &grants, it.password_set_at.is_some()),
        erases: may_erase(&ask.actor, &grants),
        is_expert: roles.contains(&Role::Expert),
        fields: store::fields_of(ask.db(), person).await?,
        twins: store::same_phone(ask.db(), person).await?,
        held: held.into_iter().map(|it| (may_grant(&ask.actor, &it.grant), it)).map(|(mine, it)| (it, mine)).collect(),
        all_fields: Field::ALL,
        opens: !asked.is_empty(),
        form: Form::default(),
        invalid: Invalid::default(),
        it,
        called,
        roles,
        ended,
        code,
        grantable,
        wheres,
    })
}

/// Where the asker may give a role: where the address says, where they run classes themselves, everywhere if they may that.
fn wheres(ask: &Ask, asked: &[(&'static str, String)], called: &Names) -> Vec<(String, String)> {
    let w = ask.w();
    let name = |word: &str, id: &str| called.of(id).map_or_else(|| w.t(word), |name| format!("{} ({name})", w.t(word)));
    let mut found: Vec<(String, String)> = Vec::new();
    for (kind, id) in asked {
        let word = if *kind == "class" { "grant-this-class" } else { "grant-this-project" };
        found.push((format!("{kind}:{id}"), name(word, id)));
    }
    for own in ask.actor.grants.iter().filter(|it| it.role == Role::Organiser) {
        match (&own.class, &own.project) {
            (Some(class), _) => found.push((format!("class:{class}"), name("grant-one-class", class))),
            (None, Some(project)) => found.push((format!("project:{project}"), name("grant-one-project", project))),
            (None, None) => {}
        }
    }
    let everywhere = Grant { role: Role::Expert, class: None, project: None };
    if may_grant(&ask.actor, &everywhere) {
        found.push((String::new(), w.t("grant-everywhere")));
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|(at, _)| seen.insert(at.clone()));
    found
}

fn grant(role: Role, at: &str) -> Grant {
    let id = |kind: &str| at.strip_prefix(kind).filter(|id| crate::ground::is_id(id)).map(str::to_owned);
    // An administrator keeps the whole house, wherever they were found.
    let (class, project) = if role == Role::Administrator { (None, None) } else { (id("class:"), id("project:")) };
    Grant { role, class, project }
}

/// `GET /people/{person}`
pub(super) async fn show(ask: Ask, Path(person): Path<String>) -> Answer {
    page(&draw(&ask, &person).await?)
}

/// After a deed on the page: back to it; or the page again, with what was wrong.
async fn after(ask: &Ask, person: &str, done: Result<(), Refused>, word: &str) -> Answer {
    match done {
        Ok(()) => see(format!("/people/{person}?{word}")),
        Err(Refused::Invalid(invalid)) => again(&PersonPage { invalid, ..draw(ask, person).await? }),
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /people/{person}/grants`
pub(super) async fn give(ask: Ask, Path(person): Path<String>, form: Form) -> Answer {
    let at = form.line("where");
    let missing = match Role::from_name(form.raw("role")) {
        None => Some(("role", "grant-role-empty")),
        Some(Role::Administrator) if !form.is("sure", "1") => Some(("sure", "grant-administrator-unsure")),
        Some(_) => None,
    };
    if let Some((field, word)) = missing {
        let invalid = Invalid::field(field, word);
        return again(&PersonPage { invalid, form, opens: true, ..draw(&ask, &person).await? });
    }
    let role = Role::from_name(form.raw("role")).ok_or(Refused::Absent)?;
    let new = grant(role, &at);
    // An address that names no class must not become a role everywhere.
    if !at.is_empty() && role != Role::Administrator && new.class.is_none() && new.project.is_none() {
        return Err(Refused::Absent.into());
    }
    let done = actions::give(ask.db(), &ask.actor, &ask.deed(&form), &person, &new).await;
    after(&ask, &person, done, "done=grant-given").await
}

/// `POST /people/{person}/grants/{grant}/ending`
pub(super) async fn take(ask: Ask, Path((person, grant)): Path<(String, String)>, form: Form) -> Answer {
    let done = actions::take(ask.db(), &ask.actor, &ask.deed(&form), &person, &grant).await;
    if done.is_ok() && matches!(actions::kept_by(ask.db(), &ask.actor, &person).await, Err(Refused::Absent)) {
        return see("/people?done=grant-ended"); // it was their last role in the asker's classes
    }
    after(&ask, &person, done, "done=grant-ended").await
}

/// `POST /people/{person}/fields`
pub(super) async fn fields(ask: Ask, Path(person): Path<String>, form: Form) -> Answer {
    let fields: Vec<Field> = form.list("field").iter().filter_map(|it| Field::from_name(it)).collect();
    let done = actions::choose_fields(ask.db(), &ask.actor, &ask.deed(&form), &person, &fields).await;
    after(&ask, &person, done, "done=fields-set").await
}

/// `POST /people/{person}/password`
pub(super) async fn password(ask: Ask, Path(person): Path<String>, form: Form) -> Answer {
    let done = actions::give_password(ask.house(), &ask.actor, &person, form.raw("password"), form.raw("again")).await;
    after(&ask, &person, done, "done=password-given").await
}

/// `POST /people/{person}/code`
pub(super) async fn code(ask: Ask, Path(person): Path<String>) -> Answer {
    let done = actions::renew_code(ask.house(), &ask.actor, &person).await;
    after(&ask, &person, done, "done=code-renewed").await
}

#[derive(Template)]
#[template(path = "people/pages/erasure.html")]
pub(super) struct ErasurePage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) invalid: Invalid,
}

/// `GET /people/{person}/erasure`: asks once more.
pub(super) async fn erasure(ask: Ask, Path(person): Path<String>) -> Answer {
    page(&asked_once_more(&ask, &person, Invalid::default()).await?)
}

async fn asked_once_more(ask: &Ask, person: &str, invalid: Invalid) -> Result<ErasurePage, Failure> {
    let (it, held) = actions::kept_by(ask.db(), &ask.actor, person).await?;
    if !may_erase(&ask.actor, &held) {
        return Err(Refused::Denied.into());
    }
    let s = ask
        .shell(ask.w().x("erasure-title", &it.name))
        .crumb("/people", ask.w().t("people-name"))
        .crumb(format!("/people/{person}"), it.name.as_str());
    Ok(ErasurePage { s, id: it.id, name: it.name, invalid })
}

/// `POST /people/{person}/erasure`
pub(super) async fn erase(ask: Ask, Path(person): Path<String>, form: Form) -> Answer {
    if !form.is("sure", "1") {
        return again(&asked_once_more(&ask, &person, Invalid::field("sure", "erasure-unsure")).await?);
    }
    actions::erase(ask.db(), &ask.actor, &ask.deed(&form), &person).await?;
    see("/people?done=person-erased")
}
