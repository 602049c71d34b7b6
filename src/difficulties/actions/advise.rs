//! Advise with citations; confirm that an advice is still right under a changed text.

use super::{at_most, for_verb, is_done, needed};
use crate::db::{Db, Deed, Run, args};
use crate::difficulties::difficulty::{LONGEST_ADVICE, LONGEST_LINE, Verb};
use crate::difficulties::{event, store};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::policy::{Cite, document};
use crate::web::Actor;

/// An advice as written.
#[derive(Clone, Debug, Default)]
pub struct Advise {
    pub text: String,
    pub warning: String,
    pub cites: Vec<Cite>,
    /// The revision that stood when the writing began; 0: none.
    pub against: i64,
}

/// As many clauses as one advice may stand on.
pub const MOST_CITES: usize = 20;

/// Advises; a new advice takes the place of the older one. If somebody else advised meanwhile, both texts are shown.
pub async fn advise(db: &Db, actor: &Actor, deed: Deed, id: &str, input: Advise) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "text", &input.text, LONGEST_ADVICE, "difficulty-wrong-advice");
    at_most(&mut invalid, "warning", &input.warning, LONGEST_LINE * 3);
    if input.cites.len() > MOST_CITES {
        invalid.add("cite", Word::new("difficulty-too-many-cites"));
    }
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Advise).await?;
    let standing: Option<(String, i64, String)> = tx.one(&store::STANDING_ADVICE, args![id]).await?;
    let revision = standing.as_ref().map_or(0, |it| it.1);
    if let Some((theirs, _, by)) = standing.filter(|_| revision != input.against) {
        return Err(Refused::Conflict { theirs, by });
    }
    let mut cites: Vec<Cite> = Vec::new();
    for cite in input.cites {
        if document(&tx, &cite.document_id).await?.is_none() {
            return Err(Invalid::field("cite", "difficulty-wrong-cite").into());
        }
        if !cites.contains(&cite) {
            cites.push(cite);
        }
    }
    let advice_id = child_id(&deed.id, "advice");
    let body = event::Advised { advice_id, text: input.text, warning: input.warning, revision: revision + 1, cites };
    tx.record(&deed, event::ADVISED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// The advice was read against what changed, and is still right.
pub async fn confirm_review(db: &Db, actor: &Actor, deed: Deed, id: &str, note: &str) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    at_most(&mut invalid, "note", note, LONGEST_LINE * 3);
    invalid.verdict()?;
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::ConfirmReview).await?;
    let review_ids: Vec<String> = tx.all(&store::OPEN_REVIEWS, args![id]).await?;
    let body = event::ReviewConfirmed { review_ids, note: note.to_owned() };
    tx.record(&deed, event::REVIEW_CONFIRMED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}
