//! Me too; asked to make it clear; made clear.

use super::{for_verb, is_done, needed};
use crate::classes::{Trainee, trainee_of};
use crate::db::{Db, Deed, Run, args};
use crate::difficulties::difficulty::{LONGEST_LINE, LONGEST_TEXT, Verb};
use crate::difficulties::{event, store};
use crate::ground::{Invalid, Refused, child_id};
use crate::web::Actor;

/// "Me too": once a person, and not of one's own.
pub async fn join(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, who) = super::seen(&tx, actor, id).await?;
    if who.joined {
        return Ok(()); // pressed on two pages
    }
    for_verb(&tx, actor, id, Verb::Join).await?;
    let own = trainee_of(&tx, &found.class_id, actor.id()).await?.filter(Trainee::is_named).ok_or(Refused::Denied)?;
    let body = event::Joined { person_id: own.person_id, place_id: own.place_id };
    tx.record(&deed, event::JOINED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// Not me after all.
pub async fn leave(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Leave).await?;
    let body = event::Joined { person_id: actor.id().to_owned(), place_id: String::new() };
    tx.record(&deed, event::LEFT, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// Asks the raiser to make it clearer.
pub async fn ask_clarification(db: &Db, actor: &Actor, deed: Deed, id: &str, question: &str) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "question", question, LONGEST_LINE * 3, "difficulty-wrong-question");
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::AskClarification).await?;
    let body = event::ClarificationAsked { clarification_id: child_id(&deed.id, "clarification"), question: question.to_owned() };
    tx.record(&deed, event::CLARIFICATION_ASKED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// Makes it clear: the raiser, or staff on the raiser's behalf. One answer to everything that was asked.
pub async fn clarify(db: &Db, actor: &Actor, deed: Deed, id: &str, answer: &str) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "answer", answer, LONGEST_TEXT, "difficulty-wrong-answer");
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, who) = for_verb(&tx, actor, id, Verb::Clarify).await?;
    let deed = Deed { on_behalf: found.raiser_id.clone().filter(|_| !who.raiser), ..deed };
    let open: Vec<String> = tx.all(&store::OPEN_QUESTIONS, args![id]).await?;
    let body = event::Clarified { clarification_ids: open, answer: answer.to_owned() };
    tx.record(&deed, event::CLARIFIED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}
