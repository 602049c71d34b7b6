//! Merge what is the same; assign to an expert; an expert takes it.

use super::{for_verb, is_done};
use crate::db::{Db, Deed, Run, args};
use crate::difficulties::difficulty::{State, Verb};
use crate::difficulties::{event, store};
use crate::ground::{Invalid, Refused, is_id};
use crate::people::with_role;
use crate::web::{Actor, Role};

/// Merges `id` into another of the same project (`into`: its id or its code, `PT18-07`): the id of that one. Who raised or joined this
/// one has joined that one.
pub async fn merge(db: &Db, actor: &Actor, deed: Deed, id: &str, into: &str) -> Result<String, Refused> {
    let refuse = |key| Err(Refused::from(Invalid::field("into", key)));
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(store::difficulty(&tx, id).await?.and_then(|it| it.merged_into).unwrap_or_else(|| id.to_owned()));
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Merge).await?;
    let into = if is_id(into) { Some(into.to_owned()) } else { tx.one(&store::BY_CODE, args![into.to_uppercase()]).await? };
    let Some(into) = into else { return refuse("difficulty-wrong-into") };
    let target = store::difficulty(&tx, &into).await?.filter(|it| it.project_id == found.project_id && actor.sees(it.class()));
    match target {
        None => return refuse("difficulty-wrong-into"),
        Some(it) if it.id == id => return refuse("difficulty-wrong-into-itself"),
        Some(it) if it.state == State::Merged => return refuse("difficulty-wrong-into-merged"),
        Some(_) => {}
    }
    tx.record(&deed, event::MERGED, id, Some(&found.class_id), &event::Merged { into: into.clone() }).await?;
    tx.commit().await?;
    Ok(into)
}

/// Asks an expert of the class to answer it.
pub async fn assign(db: &Db, actor: &Actor, deed: Deed, id: &str, expert: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Assign).await?;
    let experts = with_role(&tx, Role::Expert, Some(&found.class_id), Some(&found.project_id)).await?;
    if !experts.iter().any(|it| it.id == expert) {
        return Err(Invalid::field("expert", "difficulty-wrong-expert").into());
    }
    let body = event::Assigned { expert_id: expert.to_owned() };
    tx.record(&deed, event::ASSIGNED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// An expert takes it.
pub async fn take(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Take).await?;
    let body = event::Assigned { expert_id: actor.id().to_owned() };
    tx.record(&deed, event::ASSIGNED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}
