//! Granting roles, ending them; an expert's fields.

use super::super::event::{FieldsSet, GrantEnded, Granted};
use super::super::field::Field;
use super::super::power::{may_correct, may_grant};
use super::super::store::{self, HELD, HELD_IN, ROLE_HOLDERS};
use super::persons::kept_by;
use crate::args;
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::{Invalid, Problem, Refused};
use crate::web::{Actor, Grant, Role};

/// Grants a role: in one class, in all classes of a project, or (neither named) everywhere. Done once, however often it is said. A grant
/// for one class may name the class's project beside it, so that the organisers of the project find the person in their list.
pub async fn grant(tx: &mut Tx, deed: &Deed, person: &str, role: Role, class: Option<&str>, project: Option<&str>) -> Result<(), Problem> {
    if tx.one::<String>(&HELD, args![person, role.name(), class, project]).await?.is_some() {
        return Ok(());
    }
    let part = format!("grant/{person}/{}/{}/{}", role.name(), class.unwrap_or_default(), project.unwrap_or_default());
    let body = Granted { role, class: class.map(str::to_owned), project: project.map(str::to_owned) };
    tx.record(&deed.part(&part), "person.granted", person, class, &body).await?;
    Ok(())
}

/// Ends a person's role in a class; no class named: the role in whole projects and everywhere.
pub async fn end_grant(tx: &mut Tx, deed: &Deed, person: &str, role: Role, class: Option<&str>) -> Result<(), Problem> {
    let grants: Vec<String> = tx.all(&HELD_IN, args![person, role.name(), class]).await?;
    if grants.is_empty() {
        return Ok(());
    }
    let part = format!("end-grant/{person}/{}/{}", role.name(), class.unwrap_or_default());
    tx.record(&deed.part(&part), "person.grant_ended", person, class, &GrantEnded { grants }).await?;
    Ok(())
}

/// Sets the fields in which a person answers difficulties.
pub async fn set_fields(tx: &mut Tx, deed: &Deed, person: &str, fields: &[Field]) -> Result<(), Problem> {
    let mut fields = fields.to_vec();
    fields.sort_by_key(|it| it.name());
    fields.dedup();
    if store::fields_of(tx, person).await? != fields {
        tx.record(&deed.part(&format!("fields/{person}")), "person.fields_set", person, None, &FieldsSet { fields }).await?;
    }
    Ok(())
}

/// Gives a role from a person's page.
pub(in super::super) async fn give(db: &Db, actor: &Actor, deed: &Deed, person: &str, new: &Grant) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    kept_by(&tx, actor, person).await?;
    if !may_grant(actor, new) {
        return Err(Refused::Denied);
    }
    grant(&mut tx, deed, person, new.role, new.class.as_deref(), new.project.as_deref()).await?;
    Ok(tx.commit().await?)
}

/// Takes a role back. The last administrator keeps theirs, or nobody could open the house again.
pub(in super::super) async fn take(db: &Db, actor: &Actor, deed: &Deed, person: &str, grant: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    kept_by(&tx, actor, person).await?;
    let held = store::grants_of(&tx, person).await?.into_iter().find(|it| it.id == grant).ok_or(Refused::Absent)?;
    if !may_grant(actor, &held.grant) {
        return Err(Refused::Denied);
    }
    if held.ended_at.is_some() {
        return Ok(());
    }
    if held.grant.role == Role::Administrator && tx.the::<i64>(&ROLE_HOLDERS, args![Role::Administrator.name()]).await? < 2 {
        return Err(Invalid::field("grants", "grant-last-administrator").into());
    }
    let body = GrantEnded { grants: vec![held.id] };
    tx.record(deed, "person.grant_ended", person, held.grant.class.as_deref(), &body).await?;
    Ok(tx.commit().await?)
}

/// Sets an expert's fields from their page.
pub(in super::super) async fn choose_fields(db: &Db, actor: &Actor, deed: &Deed, person: &str, fields: &[Field]) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let (_, held) = kept_by(&tx, actor, person).await?;
    if !may_correct(actor, &held) {
        return Err(Refused::Denied);
    }
    set_fields(&mut tx, deed, person, fields).await?;
    Ok(tx.commit().await?)
}
