//! Escalate to an authority above, with an owner and a date; record its answer.

use super::{for_verb, is_done, needed};
use crate::db::{Db, Deed, Run, args};
use crate::difficulties::difficulty::{LONGEST_ADVICE, LONGEST_LINE, Level, Verb};
use crate::difficulties::{event, store};
use crate::ground::dates::Date;
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::web::Actor;

/// To whom, until when, why.
#[derive(Clone, Debug, Default)]
pub struct Escalate {
    pub level: Option<Level>,
    /// The body that is to answer.
    pub owner: String,
    /// As typed, or ISO.
    pub due_on: String,
    pub reason: String,
}

/// Sends it up.
pub async fn escalate(db: &Db, actor: &Actor, deed: Deed, id: &str, input: Escalate) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    if input.level.is_none() {
        invalid.add("level", Word::new("difficulty-wrong-level"));
    }
    needed(&mut invalid, "owner", &input.owner, LONGEST_LINE, "difficulty-wrong-owner");
    needed(&mut invalid, "reason", &input.reason, LONGEST_LINE * 3, "difficulty-wrong-reason");
    let due = Date::from_iso(&input.due_on).or_else(|_| Date::read(&input.due_on)).ok();
    match due {
        None => invalid.add("due_on", Word::new("difficulty-wrong-due")),
        Some(due) if due <= deed.at.date() => invalid.add("due_on", Word::new("difficulty-wrong-due-past")),
        Some(_) => {}
    }
    let (Some(level), Some(due), true) = (input.level, due, invalid.is_empty()) else { return Err(invalid.into()) };
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Escalate).await?;
    let body = event::Escalated {
        escalation_id: child_id(&deed.id, "escalation"),
        level: level.name().to_owned(),
        owner: input.owner,
        due_on: due.iso(),
        reason: input.reason,
    };
    tx.record(&deed, event::ESCALATED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// The authority's letter.
#[derive(Clone, Debug, Default)]
pub struct Authority {
    /// Of the letter, as written on it.
    pub number: String,
    pub text: String,
}

/// Records the authority's answer; the raiser is asked for the verdict.
pub async fn answer(db: &Db, actor: &Actor, deed: Deed, id: &str, input: Authority) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "number", &input.number, LONGEST_LINE, "difficulty-wrong-number");
    needed(&mut invalid, "text", &input.text, LONGEST_ADVICE, "difficulty-wrong-letter");
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Answer).await?;
    let escalation_id: String = tx.one(&store::OPEN_ESCALATION, args![id]).await?.ok_or(Refused::Absent)?;
    let body = event::Answered { escalation_id, number: input.number, text: input.text };
    tx.record(&deed, event::ANSWERED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}
