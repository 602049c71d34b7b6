//! What is not clear in a document.

use super::for_verb;
use crate::db::{Db, Deed};
use crate::discussion::event::{self, Unclear};
use crate::discussion::opinion::LONGEST_NOTE;
use crate::discussion::standing::Verb;
use crate::discussion::store;
use crate::ground::{Invalid, Refused, Word};
use crate::policy::{self, Cite};
use crate::web::Actor;

/// Marks a clause of a document of the session as not clear, with or without a note; again: with another note.
pub async fn mark_unclear(db: &Db, actor: &Actor, deed: Deed, session: &str, cite: Cite, note: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (sitting, _) = for_verb(&tx, actor, session, Verb::Mark).await?;
    if !store::is_material(&tx, session, &cite.document_id).await? {
        return Err(Refused::Absent);
    }
    // A clause that the library has, or the whole document.
    let known = cite.article.is_empty() || policy::provisions(&tx, &cite.document_id).await?.iter().any(|it| it.cite() == cite);
    if !known {
        return Err(Refused::Absent);
    }
    if note.chars().count() > LONGEST_NOTE {
        let mut invalid = Invalid::default();
        invalid.add("note", Word::new("unclear-note-long").with("x", LONGEST_NOTE.to_string()));
        return Err(invalid.into());
    }
    let stands = store::marks_of(&tx, session, &cite.document_id, actor.id()).await?;
    if !stands.iter().any(|it| it.cite == cite && it.text == note) {
        tx.record(&deed, event::UNCLEAR, session, Some(&sitting.class_id), &Unclear { cite, note: note.to_owned() }).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Takes the mark back: it has become clear.
pub async fn mark_clear(db: &Db, actor: &Actor, deed: Deed, session: &str, cite: Cite) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (sitting, _) = for_verb(&tx, actor, session, Verb::Mark).await?;
    let stands = store::marks_of(&tx, session, &cite.document_id, actor.id()).await?;
    if stands.iter().any(|it| it.cite == cite) {
        tx.record(&deed, event::CLEAR, session, Some(&sitting.class_id), &Unclear { cite, note: String::new() }).await?;
        tx.commit().await?;
    }
    Ok(())
}
