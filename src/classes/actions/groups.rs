//! Groups: formed all at once by a proposal or one by one, renamed, dissolved; trainees moved between them.

use super::super::event::{DISSOLVED, Dissolved, GROUPED, GROUPS_FORMED, Grouped, GroupsFormed, RENAMED, Renamed};
use super::super::group::{MOST, NewGroup, checked_name};
use super::super::store;
use super::super::trainee::Trainee;
use crate::db::{Db, Deed};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::web::Actor;
use std::collections::HashSet;

/// Forms groups. `anew`: in place of all that there were. Each group is a name and the trainees that come to it.
pub async fn form_groups(
    db: &Db,
    actor: &Actor,
    deed: Deed,
    class: &str,
    anew: bool,
    wanted: Vec<(String, Vec<String>)>,
) -> Result<(), Refused> {
    let class = store::class_run(db, actor, class).await?;
    let mut tx = db.begin().await?;
    let standing = store::groups(&tx, &class.id).await?;
    let known: HashSet<String> = store::trainees(&tx, &class.id).await?.into_iter().filter(Trainee::is_named).map(|it| it.id).collect();
    let kept = if anew { 0 } else { standing.len() };
    if kept + wanted.len() > MOST {
        let mut invalid = Invalid::default();
        invalid.add("name", Word::new("group-too-many").with("x", MOST.to_string()));
        return Err(invalid.into());
    }
    let last = if anew { 0 } else { standing.iter().map(|it| it.sort).max().unwrap_or_default() };
    let mut groups = Vec::new();
    for (number, (name, mut trainees)) in (1..).zip(wanted) {
        trainees.retain(|it| known.contains(it));
        groups.push(NewGroup {
            id: child_id(&deed.id, &format!("group-{number}")),
            name: checked_name(&name)?,
            sort: last + number,
            trainees,
        });
    }
    tx.record(&deed, GROUPS_FORMED, &class.id, Some(&class.id), &GroupsFormed { anew, groups }).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a group another name.
pub async fn rename_group(db: &Db, actor: &Actor, deed: Deed, class: &str, group: &str, name: &str) -> Result<(), Refused> {
    let class = store::class_run(db, actor, class).await?;
    let name = checked_name(name)?;
    let mut tx = db.begin().await?;
    let standing = store::groups(&tx, &class.id).await?.into_iter().find(|it| it.id == group).ok_or(Refused::Absent)?;
    if standing.name == name {
        return Ok(());
    }
    tx.record(&deed, RENAMED, &class.id, Some(&class.id), &Renamed { group_id: group.to_owned(), name }).await?;
    tx.commit().await?;
    Ok(())
}

/// Dissolves a group; its trainees are in none.
pub async fn dissolve_group(db: &Db, actor: &Actor, deed: Deed, class: &str, group: &str) -> Result<(), Refused> {
    let class = store::class_run(db, actor, class).await?;
    let mut tx = db.begin().await?;
    if !store::groups(&tx, &class.id).await?.iter().any(|it| it.id == group) {
        return Ok(());
    }
    tx.record(&deed, DISSOLVED, &class.id, Some(&class.id), &Dissolved { group_id: group.to_owned() }).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves trainees to a group, or out of all groups.
pub async fn move_trainees(
    db: &Db,
    actor: &Actor,
    deed: Deed,
    class: &str,
    trainees: Vec<String>,
    group: Option<&str>,
) -> Result<(), Refused> {
    let class = store::class_run(db, actor, class).await?;
    let mut tx = db.begin().await?;
    if let Some(group) = group
        && !store::groups(&tx, &class.id).await?.iter().any(|it| it.id == group)
    {
        return Err(Refused::Absent);
    }
    let known: HashSet<String> = store::trainees(&tx, &class.id).await?.into_iter().filter(Trainee::is_named).map(|it| it.id).collect();
    let trainees: Vec<String> = trainees.into_iter().filter(|it| known.contains(it)).collect();
    if trainees.is_empty() {
        return Err(Invalid::field("trainee", "group-nobody").into());
    }
    let body = Grouped { trainees, group_id: group.map(str::to_owned) };
    tx.record(&deed, GROUPED, &class.id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(())
}
