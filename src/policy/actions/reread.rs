//! Reading again: one press says that a thing is right under what applies now.

use crate::db::{Deed, Tx};
use crate::ground::Refused;
use crate::policy::event::{REREAD, ReadAgain};
use crate::policy::rereading::Subject;
use crate::policy::store;

/// It was read against what changed, and is still right. For the verb of a room below, which has asked who may; `class` is whose journal
/// it belongs to. Does nothing where nothing is open.
pub async fn reread(tx: &mut Tx, deed: &Deed, class: &str, subject: Subject, id: &str) -> Result<(), Refused> {
    let relations = store::open_rereadings(tx, subject, id).await?;
    if relations.is_empty() {
        return Ok(());
    }
    let body = ReadAgain { subject: subject.name().to_owned(), relations, note: String::new() };
    tx.record(deed, REREAD, id, Some(class), &body).await?;
    Ok(())
}
