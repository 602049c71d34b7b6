//! Opening projects and classes, changing a class, moving it from state to state.

use super::super::class::{Class, NewClass, State};
use super::super::event::{CLASS_CHANGED, CLASS_OPENED, PROJECT_OPENED, STATE_CHANGED, StateChanged};
use super::super::project::NewProject;
use super::super::store;
use crate::db::{Db, Deed, Run};
use crate::ground::{Invalid, Refused, Word, child_id, text};
use crate::people;
use crate::places;
use crate::web::{Actor, ClassRef, Role};

/// Opens a training project: for administrators, and organisers of everything.
pub async fn open_project(db: &Db, actor: &Actor, deed: Deed, new: NewProject) -> Result<String, Refused> {
    if !actor.runs(ClassRef { class: "", project: "" }) {
        return Err(Refused::Denied);
    }
    let new = new.checked()?;
    let id = child_id(&deed.id, "project");
    let mut tx = db.begin().await?;
    if store::project_of_code(&tx, &new.code).await?.is_some_and(|it| it != id) {
        return Err(Invalid::field("code", "class-code-taken").into());
    }
    tx.record(&deed, PROJECT_OPENED, &id, None, &new).await?;
    tx.commit().await?;
    Ok(id)
}

/// Opens a class in a project. Whoever opens it runs it.
pub async fn open_class(db: &Db, actor: &Actor, deed: Deed, new: NewClass) -> Result<String, Refused> {
    store::project_seen(db, actor, &new.project_id).await?;
    if !store::opens_in(db, actor, &new.project_id).await? {
        return Err(Refused::Denied);
    }
    let new = new.checked()?;
    let id = child_id(&deed.id, "class");
    let mut tx = db.begin().await?;
    must_be_province(&tx, &new.province_id).await?;
    if store::class_of_code(&tx, &new.code).await?.is_some_and(|it| it.id != id) {
        return Err(Invalid::field("code", "class-code-taken").into());
    }
    tx.record(&deed, CLASS_OPENED, &id, Some(&id), &new).await?;
    if let Some(person) = actor.person.as_deref()
        && !actor.runs(ClassRef { class: &id, project: &new.project_id })
    {
        people::grant(&mut tx, &deed.part("organiser"), person, Role::Organiser, Some(&id), None).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// Changes what a class says of itself; its code stays. `base` is the version that was on the form: when another stands now, both are shown.
pub async fn change_class(db: &Db, actor: &Actor, deed: Deed, id: &str, new: NewClass, base: Option<i64>) -> Result<(), Refused> {
    let class = store::class_run(db, actor, id).await?;
    let new = NewClass { project_id: class.project_id.clone(), code: class.code.clone(), ..new }.checked()?;
    let mut tx = db.begin().await?;
    let now = store::class(&tx, id).await?.ok_or(Refused::Absent)?;
    must_be_province(&tx, &new.province_id).await?;
    if said(&now) == new {
        return Ok(());
    }
    if base.is_some_and(|it| it != now.changed_hlc) {
        return Err(Refused::Conflict { theirs: shown(&now), by: store::last_hand(&tx, id).await? });
    }
    let outside = store::sessions(&tx, id).await?.into_iter().find(|it| {
        let day = it.starts_at.date().iso();
        day < new.starts_on || new.ends_on < day
    });
    if outside.is_some() {
        return Err(Invalid::field("starts_on", "class-days-leave-session").into());
    }
    tx.record(&deed, CLASS_CHANGED, id, Some(id), &new).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves a class to another state.
pub async fn set_state(db: &Db, actor: &Actor, deed: Deed, id: &str, state: State) -> Result<(), Refused> {
    move_to(db, actor, deed, id, state, None).await
}

/// Cancels a class, which needs a reason.
pub async fn cancel_class(db: &Db, actor: &Actor, deed: Deed, id: &str, why: &str) -> Result<(), Refused> {
    store::class_run(db, actor, id).await?;
    let why = text::clean_lines(why);
    if why.is_empty() {
        return Err(Invalid::field("why", "class-cancel-why-missing").into());
    }
    if why.chars().count() > 500 {
        let mut invalid = Invalid::default();
        invalid.add("why", Word::new("class-line-long").with("x", "500"));
        return Err(invalid.into());
    }
    move_to(db, actor, deed, id, State::Cancelled, Some(why)).await
}

async fn move_to(db: &Db, actor: &Actor, deed: Deed, id: &str, state: State, why: Option<String>) -> Result<(), Refused> {
    store::class_run(db, actor, id).await?;
    let mut tx = db.begin().await?;
    let now = store::class(&tx, id).await?.ok_or(Refused::Absent)?.state();
    if now == state {
        return Ok(());
    }
    if !now.next().contains(&state) {
        return Err(Invalid::field("state", "class-state-unreachable").into());
    }
    tx.record(&deed, STATE_CHANGED, id, Some(id), &StateChanged { state, why }).await?;
    tx.commit().await?;
    Ok(())
}

pub(super) async fn must_be_province(run: &impl Run, id: &str) -> Result<(), Refused> {
    match places::place(run, id).await? {
        Some(place) if place.kind == "province" => Ok(()),
        _ => Err(Invalid::field("province_id", "class-province-missing").into()),
    }
}

fn said(class: &Class) -> NewClass {
    NewClass {
        project_id: class.project_id.clone(),
        code: class.code.clone(),
        name: class.name.clone(),
        province_id: class.province_id.clone(),
        venue: class.venue.clone(),
        host: class.host.clone(),
        starts_on: class.starts_on.clone(),
        ends_on: class.ends_on.clone(),
        nominate_by: class.nominate_by.clone(),
        allowance: class.allowance.clone(),
        late_after: class.late_after,
    }
}

/// A class in lines, for whoever must compare two versions.
fn shown(class: &Class) -> String {
    [class.name.as_str(), &class.dates(), &class.venue, &class.host, &class.allowance].join(" · ")
}
