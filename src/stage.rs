//! The stage for tests: a house on a store of its own, and visitors who use only the front door.

#[cfg(test)]
pub(crate) mod hall;

use crate::db::{Access, Blobs, Db, Deed, Report, Run, Shelf, Statement, Store};
use crate::ground::{Chance, Clock, Problem, new_id};
use crate::house;
use crate::people::{self, Means, NewPerson};
use crate::settings;
use crate::web::{App, Role};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use futures_util::StreamExt;
use std::path::PathBuf;
use std::time::Duration;
use tower::ServiceExt;

/// Noon of 16 October 2018 in Vietnam, when the demonstration's class is in its first day.
pub const CLASS_DAY: i64 = 1_539_666_000_000;

/// A house on a store of its own.
pub struct Stage {
    pub app: App,
    pub clock: Clock,
    router: Router,
    folder: Option<tempfile::TempDir>,
    blobs: tempfile::TempDir,
    store: Store,
}

impl Stage {
    /// On SQLite, in a folder that goes away with the stage.
    pub async fn sqlite() -> Result<Self, Problem> {
        let folder = tempfile::tempdir()?;
        let store = Store::Folder(folder.path().to_owned());
        Self::on(store, Some(folder)).await
    }

    /// On a new database of the PostgreSQL that `NGUON_TEST_POSTGRES` names; nothing when it names none (which CI does not allow).
    pub async fn postgres() -> Result<Option<Self>, Problem> {
        let Some(server) = settings::variable("NGUON_TEST_POSTGRES") else {
            return if settings::variable("CI").is_some() { Err(Problem::new("CI must name NGUON_TEST_POSTGRES")) } else { Ok(None) };
        };
        let address = crate::db::new_database(&server, &Chance::System).await?;
        Ok(Some(Self::on(Store::Postgres(address), None).await?))
    }

    async fn on(store: Store, folder: Option<tempfile::TempDir>) -> Result<Self, Problem> {
        let clock = Clock::fixed(CLASS_DAY);
        let chance = Chance::seeded(135);
        let db = open(&store, &clock, &chance).await?;
        let blobs = tempfile::tempdir()?;
        let shelf = Blobs::open(&Shelf::Folder(blobs.path().to_owned()))?;
        let app = house::furnish(db, shelf, clock.clone(), chance).await?;
        let router = house::router(app.clone());
        Ok(Self { app, clock, router, folder, blobs, store })
    }

    #[must_use]
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The folder of an SQLite stage.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|it| it.path().to_owned())
    }

    /// Where its blobs lie.
    #[must_use]
    pub fn blobs(&self) -> &std::path::Path {
        self.blobs.path()
    }

    /// A visitor who is not signed in.
    #[must_use]
    pub fn guest(&self) -> Visitor {
        Visitor { router: self.router.clone(), cookies: Vec::new() }
    }

    /// A visitor with this sign-in token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Visitor {
        Visitor { router: self.router.clone(), cookies: vec![(crate::web::SIGN_IN.to_owned(), token.to_owned())] }
    }

    /// Enters a person, grants them a role (in a class, in a project, or everywhere) and signs them in, as by password.
    pub async fn person(
        &self,
        name: &str,
        phone: &str,
        role: Role,
        class: Option<&str>,
        project: Option<&str>,
    ) -> Result<(String, Visitor), Problem> {
        let new = NewPerson { name: name.to_owned(), phone: Some(phone.to_owned()), illustration: true, ..NewPerson::default() };
        let deed = Deed { id: new_id(&self.app.clock, &self.app.chance), actor: None, on_behalf: None, at: self.app.clock.now() };
        let mut tx = self.db().begin().await?;
        let id = people::enter(&mut tx, &deed, new).await.map_err(|refused| Problem::new(format!("{refused:?}")))?;
        people::grant(&mut tx, &deed, &id, role, class, project).await?;
        tx.commit().await?;
        let token = people::token_for(&self.app, &id, Means::Password).await?;
        Ok((id, self.with_token(&token)))
    }

    /// The journal makes the tables: how every story ends.
    pub async fn check(&self) -> Result<Report, Problem> {
        let report = self.db().check().await?;
        if report.differences.is_empty() {
            Ok(report)
        } else {
            Err(Problem::new(format!("the journal does not make the tables: {:#?}", report.differences)))
        }
    }

    /// One number from the store, for asserting on what no page shows.
    pub async fn count(&self, sql: &'static str) -> Result<i64, Problem> {
        self.db().the(&Statement { name: "count", sql }, &[]).await
    }
}

async fn open(store: &Store, clock: &Clock, chance: &Chance) -> Result<Db, Problem> {
    house::open_store(store, Access::Write, clock, chance).await.map_err(|error| Problem::new(format!("{error:?}")))
}

/// Somebody at the front door, with the cookies they were given.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    cookies: Vec<(String, String)>,
}

/// What a visitor got.
#[derive(Debug)]
pub struct Got {
    pub status: StatusCode,
    pub body: String,
    pub bytes: Vec<u8>,
    /// Where a redirect leads.
    pub to: String,
    /// Queries asked for it.
    pub queries: u32,
    pub kind: String,
}

impl Got {
    /// The identity that the page's first form offers for its deed.
    #[must_use]
    pub fn deed(&self) -> String {
        self.between("name=\"deed\" value=\"", "\"")
    }

    /// The text between two marks; empty when they are not there.
    #[must_use]
    pub fn between(&self, from: &str, to: &str) -> String {
        self.body.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(it, _)| it.to_owned()).unwrap_or_default()
    }
}

impl Visitor {
    /// Looks at a page.
    pub async fn get(&mut self, path: &str) -> Result<Got, Problem> {
        self.send(Method::GET, path, None).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Got, Problem> {
        // Made in one go, so that a visitor may be a task of their own: a serializer cannot be sent to another thread.
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes();
        self.send(Method::POST, path, Some(("application/x-www-form-urlencoded".to_owned(), body))).await
    }

    /// Sends a form with one file.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], field: &str, name: &str, bytes: &[u8]) -> Result<Got, Problem> {
        self.upload_all(path, fields, field, &[(name, bytes)]).await
    }

    /// Sends a form with several files in one field.
    pub async fn upload_all(&mut self, path: &str, fields: &[(&str, &str)], field: &str, files: &[(&str, &[u8])]) -> Result<Got, Problem> {
        let mark = "nguonstageboundary";
        let mut body = Vec::new();
        for (it, value) in fields {
            body.extend(format!("--{mark}\r\ncontent-disposition: form-data; name=\"{it}\"\r\n\r\n{value}\r\n").bytes());
        }
        for (name, bytes) in files {
            body.extend(format!("--{mark}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend(format!("--{mark}--\r\n").bytes());
        self.send(Method::POST, path, Some((format!("multipart/form-data; boundary={mark}"), body))).await
    }

    /// Opens a stream of events, as a live page does.
    pub async fn listen(&self, path: &str) -> Result<Listening, Problem> {
        let mut request = Request::builder().method(Method::GET).uri(path).header(header::HOST, "nguon.example");
        let all: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request = request.header(header::COOKIE, all.join("; "));
        let response = self.router.clone().oneshot(request.body(Body::empty())?).await?;
        let status = response.status();
        Ok(Listening { status, body: response.into_body().into_data_stream(), text: String::new() })
    }

    async fn send(&mut self, method: Method, path: &str, body: Option<(String, Vec<u8>)>) -> Result<Got, Problem> {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "nguon.example");
        if !self.cookies.is_empty() {
            let all: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, all.join("; "));
        }
        if let Some((kind, _)) = &body {
            request = request.header(header::CONTENT_TYPE, kind).header("sec-fetch-site", "same-origin");
        }
        let request = request.body(body.map_or_else(Body::empty, |(_, bytes)| Body::from(bytes)))?;
        let response = self.router.clone().oneshot(request).await?;
        let (parts, body) = response.into_parts();
        let status = parts.status;
        let text = |name: &str| parts.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
        let (to, kind) = (text("location"), text("content-type"));
        let queries = text("server-timing").split('"').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let Some(Ok(it)) = set.to_str().ok().map(|it| cookie::Cookie::parse(it.to_owned())) else { continue };
            self.cookies.retain(|(name, _)| name != it.name());
            if !it.value().is_empty() {
                self.cookies.push((it.name().to_owned(), it.value().to_owned()));
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await?.to_vec();
        Ok(Got { status, body: String::from_utf8_lossy(&bytes).into_owned(), bytes, to, queries, kind })
    }
}

/// An open stream of events.
pub struct Listening {
    pub status: StatusCode,
    body: axum::body::BodyDataStream,
    text: String,
}

impl Listening {
    /// What is said next, if something is within the time: the position and the kind.
    pub async fn next(&mut self, patience: Duration) -> Result<Option<(i64, String)>, Problem> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n").map(|(event, rest)| (event.to_owned(), rest.to_owned())) {
                self.text = rest;
                let line = |name: &str| event.lines().find_map(|it| it.strip_prefix(name)).map(str::trim);
                if let Some((position, kind)) = line("id:").and_then(|it| it.parse().ok()).zip(line("data:")) {
                    return Ok(Some((position, kind.to_owned())));
                }
                continue;
            }
            match tokio::time::timeout(patience, self.body.next()).await {
                Ok(Some(bytes)) => self.text.push_str(&String::from_utf8_lossy(&bytes?)),
                Ok(None) | Err(_) => return Ok(None),
            }
        }
    }

    /// Has the house ended the stream?
    pub async fn has_ended(&mut self, patience: Duration) -> bool {
        matches!(tokio::time::timeout(patience, self.body.next()).await, Ok(None))
    }
}

/// One test, both engines: `both!(name, stage, { … })` makes `name::sqlite` and `name::postgres`. The body may use `?`.
#[macro_export]
macro_rules! both {
    ($(#[$doc:meta])* $name:ident, $stage:ident, $body:block) => {
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, clippy::allow_attributes, clippy::allow_attributes_without_reason)]
            use super::*;

            async fn story($stage: &$crate::stage::Stage) -> Result<(), $crate::ground::Problem> {
                $body
                $stage.check().await?;
                Ok(())
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() -> Result<(), $crate::ground::Problem> {
                story(&$crate::stage::Stage::sqlite().await?).await
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() -> Result<(), $crate::ground::Problem> {
                match $crate::stage::Stage::postgres().await? {
                    Some(stage) => story(&stage).await,
                    None => Ok(()),
                }
            }
        }
    };
}
