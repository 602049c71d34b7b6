//! Questions, votes, opinions.

use super::{for_verb, seen};
use crate::db::{Db, Deed, Tx};
use crate::discussion::event::{self, Asked, Became, Ended, Said, Voted};
use crate::discussion::opinion::{NewOpinion, Opinion};
use crate::discussion::question::NewQuestion;
use crate::discussion::standing::{Verb, is_theirs};
use crate::discussion::store;
use crate::ground::{Invalid, Problem, Refused, child_id};
use crate::web::Actor;

/// Puts a question to the hall: its id. It takes the place of the one that was open in the session.
pub async fn ask(db: &Db, actor: &Actor, deed: Deed, session: &str, new: NewQuestion) -> Result<String, Refused> {
    let id = child_id(&deed.id, "question");
    let mut tx = db.begin().await?;
    let (sitting, _) = for_verb(&tx, actor, session, Verb::Ask).await?;
    let new = new.checked()?;
    if store::done(&tx, &deed.id).await? {
        return Ok(id);
    }
    let earlier = store::questions_of_session(&tx, session, actor.id()).await?;
    for it in earlier.iter().filter(|it| it.closed_at.is_none()) {
        tx.record(&deed.part(&it.id), event::CLOSED, &it.id, Some(&sitting.class_id), &Ended {}).await?;
    }
    let body = Asked { session_id: session.to_owned(), text: new.text, choices: new.choices };
    tx.record(&deed, event::ASKED, &id, Some(&sitting.class_id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Closes a question: its session. One that is closed already stays as it is.
pub async fn close(db: &Db, actor: &Actor, deed: Deed, question: &str) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let found = store::question(&tx, question, actor.id()).await?.ok_or(Refused::Absent)?;
    let (sitting, _) = for_verb(&tx, actor, &found.session_id, Verb::Close).await?;
    if found.closed_at.is_none() {
        tx.record(&deed, event::CLOSED, question, Some(&sitting.class_id), &Ended {}).await?;
        tx.commit().await?;
    }
    Ok(found.session_id)
}

/// Votes in a poll, or votes otherwise than before: its session.
pub async fn vote(db: &Db, actor: &Actor, deed: Deed, question: &str, ordinal: i64) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let found = store::question(&tx, question, actor.id()).await?.ok_or(Refused::Absent)?;
    let (sitting, _) = for_verb(&tx, actor, &found.session_id, Verb::Vote).await?;
    let Some(choice) = found.choices.iter().find(|it| it.ordinal == ordinal) else {
        return Err(Invalid::field("choice", "poll-choice-unknown").into());
    };
    if found.closed_at.is_some() {
        return Err(Invalid::field("choice", "poll-closed").into());
    }
    if !choice.mine {
        tx.record(&deed, event::VOTED, question, Some(&sitting.class_id), &Voted { ordinal }).await?;
        tx.commit().await?;
    }
    Ok(found.session_id)
}

/// Says something in a session: its id.
pub async fn say(db: &Db, actor: &Actor, deed: Deed, session: &str, new: NewOpinion) -> Result<String, Refused> {
    let id = child_id(&deed.id, "opinion");
    let mut tx = db.begin().await?;
    let (sitting, who) = for_verb(&tx, actor, session, Verb::Say).await?;
    let new = new.checked()?;
    // It answers the question that its writer had before them, be it closed meanwhile; never one of another session.
    let question = match &new.question {
        Some(id) => store::question(&tx, id, actor.id()).await?.filter(|it| it.session_id == session).map(|it| it.id),
        None => None,
    };
    let body = Said {
        session_id: session.to_owned(),
        question_id: question,
        place_id: sitting.place_id.clone().filter(|_| who.trainee),
        text: new.text,
        // Those who lead speak under their names.
        anonymous: new.anonymous && who.trainee,
    };
    tx.record(&deed, event::SAID, &id, Some(&sitting.class_id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes an opinion back, or hides it: its session. What is gone already stays gone.
pub async fn withdraw(db: &Db, actor: &Actor, deed: Deed, opinion: &str) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let found = store::opinion(&tx, opinion).await?.ok_or(Refused::Absent)?;
    let (sitting, who) = seen(&tx, actor, &found.session_id).await?;
    let who = found.standing(who, actor.id());
    if !is_theirs(Verb::Withdraw, who) && !is_theirs(Verb::Hide, who) {
        return Err(Refused::Denied);
    }
    if found.withdrawn_at.is_none() {
        tx.record(&deed, event::WITHDRAWN, opinion, Some(&sitting.class_id), &Ended {}).await?;
        tx.commit().await?;
    }
    Ok(found.session_id)
}

/// The opinion out of which the asker would raise a difficulty of this class: with whoever said it, for the room below.
pub async fn opinion_to_raise(run: &impl crate::db::Run, actor: &Actor, class: &str, opinion: &str) -> Result<Opinion, Refused> {
    let found = store::opinion(run, opinion).await?.filter(|it| it.class_id == class).ok_or(Refused::Absent)?;
    let (_, who) = seen(run, actor, &found.session_id).await?;
    let who = found.standing(who, actor.id());
    if !is_theirs(Verb::Raise, who) || found.place_id.is_none() {
        return Err(Refused::Denied);
    }
    Ok(found)
}

/// The room below has raised a difficulty out of the opinion, in this transaction; without a name, if that is so.
pub async fn became_difficulty(
    tx: &mut Tx,
    deed: &Deed,
    opinion: &str,
    (difficulty, code): (&str, &str),
    anonymous: bool,
) -> Result<(), Problem> {
    let found = store::opinion(tx, opinion).await?.ok_or_else(|| Problem::new("no such opinion"))?;
    let body = Became { difficulty_id: difficulty.to_owned(), code: code.to_owned(), anonymous };
    tx.record(&deed.part("opinion"), event::BECAME_DIFFICULTY, opinion, Some(&found.class_id), &body).await?;
    Ok(())
}
