//! Cancelling a class: asked once more, with who will see it, and not done without a reason.

use super::super::actions;
use super::super::class::{Class, State};
use super::super::store;
use super::{Filled, class_shell, sample_class};
use crate::ground::{Invalid, Refused};
use crate::web::{Answer, Ask, Form, Sample, Shell, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/pages/cancellation.html")]
struct CancelPage {
    s: Shell,
    class: Class,
    /// Places that hold a link of their own.
    asked: usize,
    named: i64,
    f: Filled,
}

async fn cancel_page(ask: &Ask, id: &str, f: Filled) -> Result<CancelPage, Refused> {
    let class = store::class_run(ask.db(), &ask.actor, id).await?;
    let seats = store::seats(ask.db(), id).await?;
    let s = class_shell(ask, &class, ask.w().x("class-cancel-title", &class.name));
    Ok(CancelPage { s, asked: seats.len(), named: seats.iter().map(|it| it.named).sum(), class, f })
}

pub(super) async fn form(ask: Ask, Path(id): Path<String>) -> Answer {
    let it = cancel_page(&ask, &id, Filled::default()).await?;
    // What cannot be cancelled, or is so already, is not asked about.
    if it.class.state().next().contains(&State::Cancelled) { page(&it) } else { see(format!("/classes/{id}")) }
}

pub(super) async fn cancel(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match actions::cancel_class(ask.db(), &ask.actor, ask.deed(&form), &id, form.raw("why")).await {
        Ok(()) => see(format!("/classes/{id}?done=class-cancelled")),
        Err(refused) => again(&cancel_page(&ask, &id, Filled::again(form, refused)?).await?),
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let one = |asked: usize, named: i64, f: Filled| CancelPage { s: s.clone(), class: sample_class(), asked, named, f };
    let f = Filled { invalid: Invalid::field("why", "class-cancel-why-missing"), ..Filled::default() };
    vec![draw("class-cancel", &one(20, 3, f)), draw("class-cancel-none", &one(0, 0, Filled::default()))]
}
