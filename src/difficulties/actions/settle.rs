//! The raiser's verdict, given by themselves or by the secretary on their behalf; and reopening.

use super::{at_most, for_verb, is_done, needed};
use crate::db::{Db, Deed};
use crate::difficulties::difficulty::{LONGEST_LINE, Verb, Verdict};
use crate::difficulties::event;
use crate::ground::{Invalid, Refused, child_id};
use crate::web::Actor;

/// Resolved, partly, not, or no longer needed. Partly and not say why.
pub async fn give_verdict(db: &Db, actor: &Actor, deed: Deed, id: &str, verdict: Option<Verdict>, reason: &str) -> Result<(), Refused> {
    let Some(verdict) = verdict else { return Err(Invalid::field("verdict", "difficulty-wrong-verdict").into()) };
    let mut invalid = Invalid::default();
    if verdict.needs_reason() {
        needed(&mut invalid, "reason", reason, LONGEST_LINE * 3, "difficulty-wrong-verdict-reason");
    } else {
        at_most(&mut invalid, "reason", reason, LONGEST_LINE * 3);
    }
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, who) = for_verb(&tx, actor, id, Verb::GiveVerdict(verdict)).await?;
    let deed = Deed { on_behalf: found.raiser_id.clone().filter(|_| !who.raiser), ..deed };
    let body =
        event::VerdictGiven { verdict_id: child_id(&deed.id, "verdict"), verdict: verdict.name().to_owned(), reason: reason.to_owned() };
    tx.record(&deed, event::VERDICT_GIVEN, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// It is a difficulty again.
pub async fn reopen(db: &Db, actor: &Actor, deed: Deed, id: &str, reason: &str) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "reason", reason, LONGEST_LINE * 3, "difficulty-wrong-reopening");
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, who) = for_verb(&tx, actor, id, Verb::Reopen).await?;
    let on_behalf = found.raiser_id.clone().filter(|_| !who.raiser);
    let deed = Deed { on_behalf, ..deed };
    tx.record(&deed, event::REOPENED, id, Some(&found.class_id), &event::Reopened { reason: reason.to_owned() }).await?;
    Ok(tx.commit().await?)
}
