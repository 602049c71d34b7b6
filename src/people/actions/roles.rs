//! Granting roles, ending them; an expert's fields.

use super::super::event::{FieldsSet, GrantEnded, Granted};
use super::super::field::Field;
use super::super::store::{self, HELD, HELD_IN};
use crate::args;
use crate::db::{Deed, Run, Tx};
use crate::ground::Problem;
use crate::web::Role;

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
