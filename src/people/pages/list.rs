//! The list of persons.

use super::super::person::Filter;
use super::super::scope::Scope;
use super::super::store::{self, Held, Line, MOST_A_PAGE};
use crate::web::{Answer, Ask, Form, Role, Shell, page};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

#[derive(Template)]
#[template(path = "people/pages/list.html")]
pub(super) struct ListPage {
    pub(super) s: Shell,
    pub(super) form: Form,
    pub(super) roles: [Role; 5],
    pub(super) lines: Vec<Line>,
    pub(super) count: i64,
    pub(super) narrowed: bool,
    pub(super) page: i64,
    pub(super) last: i64,
    /// The class or project for which somebody is looked for, as hidden fields and as the end of an address.
    pub(super) kept: Vec<(&'static str, String)>,
    pub(super) at: String,
}

impl ListPage {
    /// The address of another page of the same list.
    fn turn(&self, page: i64) -> String {
        let kept = self.kept.iter().map(|(name, value)| (*name, value.as_str()));
        let typed = ["q", "role"].map(|name| (name, self.form.raw(name)));
        let all = typed.into_iter().chain(kept).filter(|(_, value)| !value.is_empty());
        let mut parts = vec![format!("/people?page={page}")];
        parts.extend(all.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))));
        parts.join("&")
    }
}

/// The class or project that the address names, for which a role may then be given.
pub(super) fn kept(ask: &Ask) -> Vec<(&'static str, String)> {
    ["class", "project"].into_iter().map(|name| (name, ask.query(name))).filter(|(_, id)| crate::ground::is_id(id)).take(1).collect()
}

/// The classes and projects in which these roles are held.
pub(super) fn named_in(held: &[Held]) -> impl Iterator<Item = &str> {
    held.iter().filter_map(|it| it.grant.class.as_deref().or(it.grant.project.as_deref()))
}

/// The same as the end of an address.
pub(super) fn at(kept: &[(&'static str, String)]) -> String {
    kept.first().map(|(name, id)| format!("?{name}={id}")).unwrap_or_default()
}

/// `GET /people`
pub(super) async fn show(ask: Ask) -> Answer {
    let form = ask.queries().clone();
    let filter = Filter::read(&form.line("q"), form.raw("role"));
    let number = form.line("page").parse::<i64>().unwrap_or(1).clamp(1, 100_000);
    let (lines, count) = store::listed(ask.db(), &Scope::run_by(&ask.actor), &filter, number).await?;
    let kept = kept(&ask);
    page(&ListPage {
        s: ask.shell(ask.w().t("people-name")),
        roles: Role::ALL,
        lines,
        count,
        narrowed: filter != Filter::default(),
        page: number,
        last: (count + MOST_A_PAGE - 1) / MOST_A_PAGE,
        at: at(&kept),
        kept,
        form,
    })
}
