//! What is there before anything happens: places, programmes, the provider's staff, experts, the sponsor's officer.

use super::facts::{self, ClassFile, place_id};
use super::{Stage, instant, told};
use crate::ground::Problem;
use crate::people::{self, Field, NewPerson};
use crate::places;
use crate::programmes::{self, Mark, NewComponent, NewListing, NewPeriod, Programme};
use crate::web::{Grant, Role};

/// When the demonstration's library and lists are first kept.
pub(super) const START: &str = "2017-03-01T08:00";

/// A mark of the files as the rooms keep it.
pub(super) fn mark(file: &str) -> Mark {
    match file {
        "KC" => Mark::Checked,
        "KC1" => Mark::Partly,
        _ => Mark::Memory,
    }
}

impl Stage<'_> {
    pub(super) async fn set(&mut self) -> Result<(), Problem> {
        let at = instant(START)?;
        let mut tx = self.db.begin().await?;
        let (units, successors, provinces) = (
            include_str!("../../demo/places/units.tsv"),
            include_str!("../../demo/places/successors.tsv"),
            include_str!("../../demo/places/provinces.tsv"),
        );
        places::import_tsv(&mut tx, &Self::deed("places", None, at), units, successors, provinces).await?;
        tx.commit().await?;
        self.set_programmes().await?;
        for class in 0..self.classes.len() {
            self.set_staff(class).await?;
        }
        Ok(())
    }

    async fn set_programmes(&self) -> Result<(), Problem> {
        let deed = Self::deed("programmes", None, instant(START)?);
        let short =
            |key: &str| self.library.documents.iter().find(|it| it.key == key).map_or_else(|| key.to_owned(), |it| it.short.clone());
        let mut tx = self.db.begin().await?;
        for (sort, programme) in (0..).zip(&self.programmes.programmes) {
            let new = Programme { id: programme.key.clone(), name: programme.full_name.clone(), short_name: programme.name.clone(), sort };
            programmes::add_programme(&mut tx, &deed, &new).await?;
            for period in &programme.periods {
                let basis: Vec<String> = period.basis.iter().map(|key| short(key)).collect();
                let new = NewPeriod {
                    id: period.key.clone(),
                    programme_id: programme.key.clone(),
                    name: period.name.clone(),
                    starts_on: period.from.clone(),
                    ends_on: period.to.clone(),
                    agency: period.lead.clone(),
                    legal_basis: basis.join("\n"),
                    mark: mark(&period.mark),
                    note: period.note.clone(),
                };
                programmes::add_period(&mut tx, &deed, &new).await?;
                for (sort, it) in (0..).zip(&period.components) {
                    let new = NewComponent {
                        period_id: period.key.clone(),
                        parent: it.parent.clone(),
                        code: it.code.clone(),
                        name: it.name.clone(),
                        sort,
                        mark: mark(&it.mark),
                        note: it.note.clone(),
                    };
                    programmes::add_component(&mut tx, &deed, &new).await?;
                }
            }
        }
        for it in &self.programmes.listings {
            let new = NewListing {
                period_id: it.period.clone(),
                place_id: place_id(&it.era, &it.place),
                standing: it.list.clone(),
                valid_from: it.from.clone(),
                valid_to: it.to.clone(),
                basis: short(&it.basis),
                mark: mark(&it.mark),
                source: it.source.clone(),
            };
            programmes::list_place(&mut tx, &deed, &new).await?;
        }
        tx.commit().await
    }

    /// The provider's people of a class's file, with the roles that hold everywhere. Roles in a project come with the project.
    async fn set_staff(&mut self, class: usize) -> Result<(), Problem> {
        let at = instant(START)?;
        let Some(file) = self.classes.get(class) else { return Ok(()) };
        let staff: Vec<(String, NewPerson, Vec<String>, Vec<String>)> = file
            .persons
            .iter()
            .filter(|it| !it.roles.is_empty())
            .map(|it| (it.key.clone(), new_person(file, it), it.roles.clone(), it.fields.clone()))
            .collect();
        for (key, new, roles, fields) in staff {
            let deed = Self::deed(&format!("person/{key}"), None, at);
            let name = new.name.clone();
            let mut tx = self.db.begin().await?;
            let id = people::enter(&mut tx, &deed, new).await.map_err(told)?;
            self.persons.insert(key.clone(), id.clone());
            for role in roles {
                let role = match role.as_str() {
                    "administrator" => Role::Administrator,
                    // The co-ordinator opens projects and classes everywhere; the secretary is made organiser of each class.
                    "organiser" => Role::Organiser,
                    _ => continue,
                };
                people::grant(&mut tx, &deed.part(role.name()), &id, role, None, None).await?;
                self.give(&key, &name, Grant { role, class: None, project: None })?;
            }
            let fields: Vec<Field> = fields.iter().filter_map(|it| field(it)).collect();
            if !fields.is_empty() {
                people::set_fields(&mut tx, &deed.part("fields"), &id, &fields).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }
}

/// A field as the files call it.
pub(super) fn field(name: &str) -> Option<Field> {
    Field::from_name(if name == "supervision" { "publicity" } else { name })
}

/// A person of a class's file as the `people` room enters them.
pub(super) fn new_person(file: &ClassFile, it: &facts::Person) -> NewPerson {
    NewPerson {
        name: format!("{} {}", it.family, it.given),
        family: Some(it.family.clone()),
        given: Some(it.given.clone()),
        phone: Some(it.phone.clone()),
        email: it.email.clone(),
        sex: Some(if it.sex == "f" { "female" } else { "male" }.to_owned()),
        birth_year: it.born,
        position: it.position.clone(),
        unit: it.organisation.clone(),
        place_id: it.place.as_ref().map(|code| place_id(&file.class.era, code)),
        ethnicity: it.ethnicity.clone(),
        illustration: true,
    }
}
