//! What happens to persons, and what it does to the tables.
//!
//! Two corrections of one person: the later one (by logical time) stands as a whole. Grants and consents are rows of their own, ended
//! and never changed. Erasing a person takes their data out of the tables and out of the bodies of their own events, so that a replay
//! of the journal makes the same tables and no copy of the data is left in it; backups made before keep it until they are thrown away.

use super::field::Field;
use super::person::{ETHNICITY_PURPOSE, Facts};
use crate::args;
use crate::db::{Applying, Event, Run, Tx};
use crate::ground::text::fold;
use crate::ground::{Problem, child_id, sort};
use crate::web::Role;
use serde::{Deserialize, Serialize};

pub(super) const KINDS: &[&str] = &[
    "person.entered",
    "person.corrected",
    "person.granted",
    "person.grant_ended",
    "person.fields_set",
    "person.consented",
    "person.consent_withdrawn",
    "person.erased",
];

/// `person.granted`
#[derive(Serialize, Deserialize)]
pub(super) struct Granted {
    pub(super) role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) project: Option<String>,
}

/// `person.grant_ended`
#[derive(Serialize, Deserialize)]
pub(super) struct GrantEnded {
    pub(super) grants: Vec<String>,
}

/// `person.fields_set`
#[derive(Serialize, Deserialize)]
pub(super) struct FieldsSet {
    pub(super) fields: Vec<Field>,
}

/// `person.consented`
#[derive(Serialize, Deserialize)]
pub(super) struct Consented {
    pub(super) purpose: String,
    /// The version of the words agreed to.
    pub(super) wording: String,
}

/// `person.consent_withdrawn`
#[derive(Serialize, Deserialize)]
pub(super) struct ConsentWithdrawn {
    pub(super) consent: String,
}

/// `person.erased`
#[derive(Serialize, Deserialize)]
pub(super) struct Erased {}

/// What stands in place of an erased name.
pub(super) const NO_NAME: &str = "(đã xóa)";

crate::statements! {
    ENTER = "insert into persons (id, name, family, given, name_fold, name_sort, phone, email, sex, birth_year, position, unit, place_id,
        illustration, entered_at, changed_hlc) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    CORRECT = "update persons set name = $2, family = $3, given = $4, name_fold = $5, name_sort = $6, phone = $7, email = $8, sex = $9,
        birth_year = $10, position = $11, unit = $12, place_id = $13, changed_hlc = $14
        where id = $1 and changed_hlc < $14 and erased_at is null";
    KEEP_ETHNICITY = "insert into ethnicities (person_id, ethnicity, purpose, recorded_at) values ($1, $2, $3, $4)
        on conflict (person_id) do update set ethnicity = excluded.ethnicity, purpose = excluded.purpose, recorded_at = excluded.recorded_at";
    DROP_ETHNICITY = "delete from ethnicities where person_id = $1";
    GRANT = "insert into grants (id, person_id, role, class_id, project_id, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6, $7)";
    END_GRANT = "update grants set ended_at = $3 where id = $1 and person_id = $2 and ended_at is null";
    END_GRANTS = "update grants set ended_at = $2 where person_id = $1 and ended_at is null";
    DROP_FIELDS = "delete from expert_fields where person_id = $1";
    ADD_FIELD = "insert into expert_fields (person_id, field) values ($1, $2) on conflict (person_id, field) do nothing";
    CONSENT = "insert into consents (id, person_id, class_id, purpose, wording, given_at) values ($1, $2, $3, $4, $5, $6)";
    WITHDRAW = "update consents set withdrawn_at = $3 where id = $1 and person_id = $2 and withdrawn_at is null";
    WITHDRAW_ALL = "update consents set withdrawn_at = $2 where person_id = $1 and withdrawn_at is null";
    ERASE = "update persons set name = $2, family = '', given = $2, name_fold = $3, name_sort = $4, phone = null, email = null, sex = null,
        birth_year = null, position = '', unit = '', changed_hlc = $5, erased_at = $6 where id = $1";
    ERASE_CREDENTIAL = "delete from credentials where person_id = $1";
    ERASE_SIGN_INS = "delete from sign_ins where person_id = $1";
    ERASE_CODE = "delete from code_rounds where person_id = $1";
    THEIR_FACTS = "select id, body from journal where about = $1 and kind in ('person.entered', 'person.corrected') order by position";
    REDACT = "update journal set body = $2 where id = $1";
}

/// The only writer of this room's journal-drawn tables.
pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        let person = event.about.as_str();
        match event.kind.as_str() {
            "person.entered" => {
                let facts: Facts = event.body()?;
                let sort = sort::name_sort_key(&facts.family, &facts.given);
                let Facts { name, family, given, phone, email, sex, birth_year, position, unit, place_id, illustration, .. } = &facts;
                let row = args![
                    person,
                    name,
                    family,
                    given,
                    fold(name),
                    sort,
                    phone,
                    email,
                    sex,
                    *birth_year,
                    position,
                    unit,
                    place_id,
                    *illustration,
                    event.at,
                    event.hlc
                ];
                tx.run(&ENTER, row).await?;
                keep_ethnicity(tx, event, &facts).await
            }
            "person.corrected" => {
                let facts: Facts = event.body()?;
                let sort = sort::name_sort_key(&facts.family, &facts.given);
                let Facts { name, family, given, phone, email, sex, birth_year, position, unit, place_id, .. } = &facts;
                let row = args![
                    person,
                    name,
                    family,
                    given,
                    fold(name),
                    sort,
                    phone,
                    email,
                    sex,
                    *birth_year,
                    position,
                    unit,
                    place_id,
                    event.hlc
                ];
                tx.run(&CORRECT, row).await?;
                keep_ethnicity(tx, event, &facts).await
            }
            "person.granted" => {
                let Granted { role, class, project } = event.body()?;
                let id = child_id(&event.id, "grant");
                tx.run(&GRANT, args![id, person, role.name(), class, project, event.at, &event.actor]).await
            }
            "person.grant_ended" => {
                for grant in event.body::<GrantEnded>()?.grants {
                    tx.run(&END_GRANT, args![grant, person, event.at]).await?;
                }
                Ok(())
            }
            "person.fields_set" => {
                tx.run(&DROP_FIELDS, args![person]).await?;
                for field in event.body::<FieldsSet>()?.fields {
                    tx.run(&ADD_FIELD, args![person, field.name()]).await?;
                }
                Ok(())
            }
            "person.consented" => {
                let Consented { purpose, wording } = event.body()?;
                let id = child_id(&event.id, "consent");
                tx.run(&CONSENT, args![id, person, &event.class_id, purpose, wording, event.at]).await
            }
            "person.consent_withdrawn" => {
                let ConsentWithdrawn { consent } = event.body()?;
                tx.run(&WITHDRAW, args![consent, person, event.at]).await
            }
            "person.erased" => erase(tx, event).await,
            _ => Ok(()),
        }
    })
}

async fn keep_ethnicity(tx: &Tx, event: &Event, facts: &Facts) -> Result<(), Problem> {
    let person = event.about.as_str();
    match facts.ethnicity.as_deref() {
        None => Ok(()),
        Some("") => tx.run(&DROP_ETHNICITY, args![person]).await,
        Some(it) => tx.run(&KEEP_ETHNICITY, args![person, it, ETHNICITY_PURPOSE, event.at]).await,
    }
}

/// Sets every column that held something of the person, so that it does not matter what the redacted events before it left there.
async fn erase(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let person = event.about.as_str();
    let sort = sort::name_sort_key("", NO_NAME);
    tx.run(&ERASE, args![person, NO_NAME, fold(NO_NAME), sort, event.hlc, event.at]).await?;
    for statement in [&DROP_ETHNICITY, &DROP_FIELDS, &ERASE_CREDENTIAL, &ERASE_SIGN_INS, &ERASE_CODE] {
        tx.run(statement, args![person]).await?;
    }
    tx.run(&END_GRANTS, args![person, event.at]).await?;
    tx.run(&WITHDRAW_ALL, args![person, event.at]).await?;
    let kept: Vec<(String, String)> = tx.all(&THEIR_FACTS, args![person]).await?;
    for (id, body) in kept {
        let facts: Facts = serde_json::from_str(&body)?;
        // What is not the person's own stays: whose place they came from, and that they were invented.
        let left = Facts {
            name: NO_NAME.to_owned(),
            given: NO_NAME.to_owned(),
            place_id: facts.place_id,
            illustration: facts.illustration,
            ..Facts::default()
        };
        tx.run(&REDACT, args![id, serde_json::to_string(&left)?]).await?;
    }
    Ok(())
}
