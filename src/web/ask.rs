//! One request as a handler sees it: who asks, in which language, for what.

use super::errors::Failure;
use super::forms::Form;
use super::shell::Shell;
use super::who::{Actor, Role};
use super::words::{Lang, W};
use super::{App, Db, House};
use crate::db::Deed;
use crate::ground::{Instant, Refused, new_id};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use std::sync::Arc;

/// See the module.
pub struct Ask {
    pub app: App,
    pub actor: Actor,
    pub lang: Lang,
    pub path: String,
    query: Form,
    /// `https://host` as the browser sees us.
    pub origin: String,
    pub headers: HeaderMap,
}

impl Ask {
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    #[must_use]
    pub fn house(&self) -> &House {
        &self.app.0
    }

    #[must_use]
    pub fn now(&self) -> Instant {
        self.app.clock.now()
    }

    /// The words in the asker's language.
    #[must_use]
    pub fn w(&self) -> W {
        W::new(Arc::clone(&self.app.words), self.lang)
    }

    /// A value of the address's query, cleaned; empty when absent.
    #[must_use]
    pub fn query(&self, name: &str) -> String {
        self.query.line(name)
    }

    /// The query as a form, for lists with filters.
    #[must_use]
    pub fn queries(&self) -> &Form {
        &self.query
    }

    /// The page around, under a title that is already in the asker's language.
    #[must_use]
    pub fn shell(&self, title: impl Into<String>) -> Shell {
        Shell::of(self, title.into())
    }

    /// The deed that this form asks for: under the form's own identity, or a new one where the form brought none.
    #[must_use]
    pub fn deed(&self, form: &Form) -> Deed {
        let id = form.deed().map_or_else(|| new_id(&self.app.clock, &self.app.chance), str::to_owned);
        Deed { id, actor: self.actor.person.clone(), on_behalf: None, at: self.now() }
    }

    /// A new identity.
    #[must_use]
    pub fn new_id(&self) -> String {
        new_id(&self.app.clock, &self.app.chance)
    }

    /// Refuses unless the asker has one of these roles somewhere. The route's guard usually has said so already.
    pub fn must(&self, roles: &[Role]) -> Result<(), Refused> {
        if roles.iter().any(|role| self.actor.has(*role)) { Ok(()) } else { Err(Refused::Denied) }
    }
}

impl FromRequestParts<App> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let actor = parts.extensions.get::<Actor>().cloned().unwrap_or_default();
        let lang = parts.extensions.get::<Lang>().copied().unwrap_or_default();
        let pairs: Vec<(String, String)> = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        let query = Form::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let host = parts.headers.get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or("localhost");
        let scheme = if super::guard::is_https(&parts.headers) { "https" } else { "http" };
        Ok(Self {
            app: app.clone(),
            actor,
            lang,
            path: parts.uri.path().to_owned(),
            query,
            origin: format!("{scheme}://{host}"),
            headers: parts.headers.clone(),
        })
    }
}
