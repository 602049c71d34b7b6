//! The deeds of the page of one difficulty. A form that can be mended comes back on the page, open, with what was typed.

use super::mendable;
use super::show::mend;
use crate::difficulties::actions::{self, Authority, Escalate};
use crate::difficulties::difficulty::{Level, Verdict};
use crate::ground::Refused;
use crate::web::{Answer, Ask, Form, see};
use axum::extract::Path;

/// After a deed: the difficulty again, with a notice; or the form, if it can be mended.
async fn after<T>(ask: &Ask, id: &str, outcome: Result<T, Refused>, done: &str, open: &'static str, form: Form) -> Answer {
    match mendable(outcome)? {
        Ok(_) => see(format!("/difficulties/{id}{done}")),
        Err(invalid) => mend(ask, id, &invalid, open, form).await,
    }
}

pub(super) async fn join(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::join(ask.db(), &ask.actor, ask.deed(&form), &id).await;
    // It goes into an address: only what a key of a draft is made of.
    let is_key = |it: &String| it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let draft = Some(form.line("draft")).filter(is_key).unwrap_or_default();
    let done = if draft.is_empty() { "?done=difficulty-joined".to_owned() } else { format!("?done=difficulty-joined&draft={draft}") };
    after(&ask, &id, outcome, &done, "", form).await
}

pub(super) async fn leave(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::leave(ask.db(), &ask.actor, ask.deed(&form), &id).await;
    after(&ask, &id, outcome, "?done=difficulty-left", "", form).await
}

pub(super) async fn ask_clarification(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::ask_clarification(ask.db(), &ask.actor, ask.deed(&form), &id, &form.lines("question")).await;
    after(&ask, &id, outcome, "?done=difficulty-asked", "ask", form).await
}

pub(super) async fn clarify(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::clarify(ask.db(), &ask.actor, ask.deed(&form), &id, &form.lines("answer")).await;
    after(&ask, &id, outcome, "?done=difficulty-clarified", "clarify", form).await
}

/// To an expert who is chosen; or the asker takes it (`take`).
pub(super) async fn assign(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let deed = ask.deed(&form);
    if form.ticked("take") {
        let outcome = actions::take(ask.db(), &ask.actor, deed, &id).await;
        return after(&ask, &id, outcome, "?done=difficulty-taken", "", form).await;
    }
    let outcome = actions::assign(ask.db(), &ask.actor, deed, &id, &form.line("expert")).await;
    after(&ask, &id, outcome, "?done=difficulty-assigned", "assign", form).await
}

pub(super) async fn merge(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    // The code typed goes before the one chosen.
    let into = form.some("code").unwrap_or_else(|| form.line("into"));
    match mendable(actions::merge(ask.db(), &ask.actor, ask.deed(&form), &id, &into).await)? {
        Ok(into) => see(format!("/difficulties/{into}?done=difficulty-merged")),
        Err(invalid) => mend(&ask, &id, &invalid, "merge", form).await,
    }
}

pub(super) async fn escalate(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let input = Escalate {
        level: Level::from_name(&form.line("level")),
        owner: form.line("owner"),
        due_on: form.line("due_on"),
        reason: form.lines("reason"),
    };
    let outcome = actions::escalate(ask.db(), &ask.actor, ask.deed(&form), &id, input).await;
    after(&ask, &id, outcome, "?done=difficulty-escalated", "escalate", form).await
}

pub(super) async fn answer(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let input = Authority { number: form.line("number"), text: form.lines("text") };
    let outcome = actions::answer(ask.db(), &ask.actor, ask.deed(&form), &id, input).await;
    after(&ask, &id, outcome, "?done=difficulty-answered", "answer", form).await
}

pub(super) async fn give_verdict(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let verdict = Verdict::from_name(&form.line("verdict"));
    let outcome = actions::give_verdict(ask.db(), &ask.actor, ask.deed(&form), &id, verdict, &form.lines("reason")).await;
    let done = if verdict == Some(Verdict::Not) { "?done=difficulty-verdict-back" } else { "?done=difficulty-verdict-given" };
    after(&ask, &id, outcome, done, "verdict", form).await
}

pub(super) async fn reopen(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::reopen(ask.db(), &ask.actor, ask.deed(&form), &id, &form.lines("reason")).await;
    after(&ask, &id, outcome, "?done=difficulty-reopened", "reopen", form).await
}

pub(super) async fn confirm_review(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::confirm_review(ask.db(), &ask.actor, ask.deed(&form), &id, &form.lines("note")).await;
    after(&ask, &id, outcome, "?done=difficulty-review-confirmed", "review", form).await
}
