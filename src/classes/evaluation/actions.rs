//! The verbs of an evaluation. Only opening and closing are deeds of the journal.

use super::event::{self, Opened};
use super::question::{Answer, Want, may};
use super::store::{self, Standing};
use super::tally::Sheets;
use crate::classes::{Class, State, class};
use crate::db::{Db, Deed, Tx};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::web::Actor;

/// The class and how its evaluation stands, if the asker may do this with it.
async fn stands(tx: &Tx, actor: &Actor, id: &str, want: Want) -> Result<(Class, Standing), Refused> {
    let class = class(tx, id).await?.ok_or(Refused::Absent)?;
    let standing = store::standing(tx, id, actor.id()).await?;
    if !may(Want::See, actor, class.of(), standing.takes_part) {
        return Err(Refused::Absent);
    }
    if may(want, actor, class.of(), standing.takes_part) { Ok((class, standing)) } else { Err(Refused::Denied) }
}

/// Opens it. One that was closed with a result is not opened again: the difference of two results would be somebody's answer.
pub async fn open(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (class, standing) = stands(&tx, actor, id, Want::Run).await?;
    if standing.is_open() {
        return Ok(());
    }
    if standing.has_result() {
        return Err(Invalid::field("evaluation", "evaluation-never-again").into());
    }
    if !matches!(class.state(), State::Running | State::Done) {
        return Err(Invalid::field("evaluation", "evaluation-not-begun").into());
    }
    if tx.record(&deed, event::OPENED, id, Some(id), &Opened {}).await? {
        store::empty(&tx, id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes in an answer. There is no deed: no identity of the form, no time. Whoever has answered before is thanked again, and nothing changes.
pub async fn answer(db: &Db, actor: &Actor, id: &str, answer: &Answer) -> Result<(), Refused> {
    let tx = db.begin().await?;
    let (_, standing) = stands(&tx, actor, id, Want::Answer).await?;
    if !standing.is_open() {
        return Err(Invalid::field("evaluation", "evaluation-closed-now").into());
    }
    let mut urn = store::urn(&tx, id).await?;
    if urn.came.insert(actor.id().to_owned()) {
        urn.tally.take(answer);
        store::fill(&tx, id, &urn).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Takes in paper sheets that somebody has counted: at most as many as there are trainees (not: as have not answered, since a refusal would
/// tell how many have). Sent twice, they count once.
pub(super) async fn take_sheets(db: &Db, actor: &Actor, deed: &Deed, id: &str, sheets: Sheets) -> Result<(), Refused> {
    let tx = db.begin().await?;
    let (_, standing) = stands(&tx, actor, id, Want::Run).await?;
    if !standing.is_open() {
        return Err(Invalid::field("evaluation", "evaluation-closed-now").into());
    }
    let mut urn = store::urn(&tx, id).await?;
    // A mark of the form beside the persons' ids, made so that it tells no time.
    if !urn.came.insert(child_id(&deed.id, "sheets")) {
        return Ok(());
    }
    if urn.tally.papers + sheets.number > standing.named {
        let mut invalid = Invalid::default();
        invalid.add("number", Word::new("evaluation-sheets-many").with("x", standing.named.to_string()));
        return Err(invalid.into());
    }
    urn.tally.take_sheets(sheets);
    store::fill(&tx, id, &urn).await?;
    tx.commit().await?;
    Ok(())
}

/// Closes it: the tally is kept, the urn emptied, and what lay under it wiped off the disk as far as the engine lets us.
pub async fn close(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (_, standing) = stands(&tx, actor, id, Want::Run).await?;
    if !standing.is_open() {
        return Ok(());
    }
    let urn = store::urn(&tx, id).await?;
    if tx.record(&deed, event::CLOSED, id, Some(id), &urn.tally.told()).await? {
        store::empty(&tx, id).await?;
    }
    tx.commit().await?;
    // It is closed, whatever the engine says to this.
    if let Err(problem) = db.wipe("urns").await {
        tracing::warn!(%problem, "what the urn left on the disk was not wiped");
    }
    Ok(())
}
