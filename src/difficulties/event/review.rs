//! When a document changes: which answers stand on what was changed.
//!
//! A relation opens a review for every standing advice given before the relation's date that cites what it touches; an advice opens one
//! for every known relation of a later date. So it does not matter which of the two came to this store first.

use super::{Advised, ReviewConfirmed};
use crate::db::{Event, Run, Tx, args};
use crate::ground::{Instant, Problem, child_id};
use crate::policy::{Cite, Related, touches};

crate::statements! {
    /// Standing advice that cites a document, clause by clause.
    STANDING_ON = "select a.id, a.difficulty_id, a.at, c.article, c.clause, c.point from citations c
        join advices a on a.id = c.advice_id
        join difficulties d on d.id = a.difficulty_id
        where c.document_id = $1 and a.superseded_at is null and d.state <> 'merged' order by a.id, c.id";
    /// What changed a document later than a day.
    CHANGES_AFTER = "select id, article, clause, point from relations
        where to_id = $1 and kind in ('replaces', 'amends', 'repeals') and on_date > $2 order by id";
    OPEN = "insert into reviews (id, difficulty_id, advice_id, relation_id, opened_at) values ($1, $2, $3, $4, $5)
        on conflict (id) do nothing";
    CLOSE = "update reviews set closed_at = $2, closed_by = $3, outcome = 'still_right' where id = $1 and closed_at is null";
    CLOSE_ALL = "update reviews set closed_at = $2, closed_by = $3, outcome = 'advised_anew'
        where difficulty_id = $1 and closed_at is null";
    MARK = "update difficulties set needs_review =
        exists (select 1 from reviews r where r.difficulty_id = $1 and r.closed_at is null) where id = $1";
}

struct Standing {
    advice_id: String,
    difficulty_id: String,
    at: Instant,
    article: String,
    clause: String,
    point: String,
}
crate::row!(Standing { advice_id, difficulty_id, at, article, clause, point });

/// Listens to the room `policy`: a document replaces, amends or repeals another, wholly or in part.
pub(super) async fn document_related(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Related = event.body()?;
    if !matches!(it.kind.as_str(), "replaces" | "amends" | "repeals") {
        return Ok(());
    }
    let standing: Vec<Standing> = tx.all(&STANDING_ON, args![&it.to_id]).await?;
    for one in standing {
        let given_after = it.on_date.as_ref().is_some_and(|on| on.as_str() <= one.at.date().iso().as_str());
        let cite = Cite { document_id: it.to_id.clone(), article: one.article, clause: one.clause, point: one.point };
        if !given_after && touches(&it.article, &it.clause, &it.point, &cite) {
            open(tx, event, &one.difficulty_id, &one.advice_id, &it.relation_id).await?;
            tx.run(&MARK, args![one.difficulty_id]).await?;
        }
    }
    Ok(())
}

/// A new advice closes what was open about the older one, and opens what is already known about the clauses it stands on.
pub(super) async fn advised_anew(tx: &Tx, event: &Event, it: &Advised) -> Result<(), Problem> {
    tx.run(&CLOSE_ALL, args![&event.about, event.at, &event.actor]).await?;
    let day = event.at.date().iso();
    for cite in &it.cites {
        let changes: Vec<(String, String, String, String)> = tx.all(&CHANGES_AFTER, args![&cite.document_id, &day]).await?;
        for (relation, article, clause, point) in changes {
            if touches(&article, &clause, &point, cite) {
                open(tx, event, &event.about, &it.advice_id, &relation).await?;
            }
        }
    }
    tx.run(&MARK, args![&event.about]).await
}

pub(super) async fn confirmed(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: ReviewConfirmed = event.body()?;
    for id in &it.review_ids {
        tx.run(&CLOSE, args![id, event.at, &event.actor]).await?;
    }
    tx.run(&MARK, args![&event.about]).await
}

/// The same relation and advice make the same review.
async fn open(tx: &Tx, event: &Event, difficulty: &str, advice: &str, relation: &str) -> Result<(), Problem> {
    let id = child_id(advice, &format!("review/{relation}"));
    tx.run(&OPEN, args![id, difficulty, advice, relation, event.at]).await
}
