//! Routes: each names who may, and what is not named is refused.

use super::App;
use super::errors::Failure;
use super::who::{Actor, Role};
use crate::ground::Refused;
use axum::Router;
use axum::extract::{Extension, Request};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;

/// Who may come to a route at all. What they may do with the thing itself is for the verb to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Anyone, also a guest.
    Anyone,
    /// Anyone who is signed in.
    Known,
    /// Those who have one of these roles somewhere. Administrators are named where they may.
    Roles(&'static [Role]),
}

impl May {
    /// Those who run classes.
    pub const RUNNERS: Self = Self::Roles(&[Role::Administrator, Role::Organiser]);
    /// Those who run classes and those who advise in them.
    pub const STAFF: Self = Self::Roles(&[Role::Administrator, Role::Organiser, Role::Expert]);
    /// Staff and sponsors: all but trainees.
    pub const OVERSEERS: Self = Self::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor]);
    /// Keepers of the system.
    pub const KEEPERS: Self = Self::Roles(&[Role::Administrator]);

    /// Does this actor come in?
    #[must_use]
    pub fn admits(self, actor: &Actor) -> bool {
        match self {
            Self::Anyone => true,
            Self::Known => actor.is_known(),
            Self::Roles(roles) => roles.iter().any(|role| actor.has(*role)),
        }
    }
}

/// One method on one path.
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub may: May,
    pub to: MethodRouter<App>,
}

/// A page to look at.
pub fn get<H: Handler<T, App>, T: 'static>(path: &'static str, may: May, to: H) -> Route {
    Route { method: Method::GET, path, may, to: axum::routing::get(to) }
}

/// A deed.
pub fn post<H: Handler<T, App>, T: 'static>(path: &'static str, may: May, to: H) -> Route {
    Route { method: Method::POST, path, may, to: axum::routing::post(to) }
}

/// Puts the routes of every room on one router, each behind its guard.
pub fn mount(routes: Vec<Route>) -> Router<App> {
    routes.into_iter().fold(Router::new(), |router, route| {
        let may = route.may;
        router.route(route.path, route.to.layer(from_fn(move |actor: Extension<Actor>, request, next| guard(may, actor, request, next))))
    })
}

async fn guard(may: May, Extension(actor): Extension<Actor>, request: Request, next: Next) -> Response {
    if may.admits(&actor) { next.run(request).await } else { Failure::from(Refused::Denied).into_response() }
}
