//! Planning where a project goes.

use super::super::event::ROLLOUT_PLANNED;
use super::super::rollout::NewRollout;
use super::super::store;
use super::projects::must_be_province;
use crate::db::{Db, Deed};
use crate::ground::Refused;
use crate::web::{Actor, ClassRef};

/// Plans classes in a province and a month, or plans them anew: for those who run the whole project. No classes takes the line back.
pub async fn plan_rollout(db: &Db, actor: &Actor, deed: Deed, project: &str, new: NewRollout) -> Result<(), Refused> {
    store::project_seen(db, actor, project).await?;
    if !actor.runs(ClassRef { class: "", project }) {
        return Err(Refused::Denied);
    }
    let new = new.checked()?;
    let mut tx = db.begin().await?;
    must_be_province(&tx, &new.province_id).await?;
    tx.record(&deed, ROLLOUT_PLANNED, project, None, &new).await?;
    tx.commit().await?;
    Ok(())
}
