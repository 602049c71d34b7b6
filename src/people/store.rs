//! Finding persons, roles, consents and sign-ins; and the tables of this store alone: passwords, sign-ins, codes, tries.

use super::consent::{Purpose, consent_word};
use super::field::Field;
use super::person::Person;
use super::sign_in::{code, digest, is_token};
use crate::args;
use crate::db::{Run, Tx};
use crate::ground::text::fold;
use crate::ground::{Instant, Problem};
use crate::web::{Actor, App, Grant, Role};
use std::future::Future;
use std::pin::Pin;

pub(super) mod lists;
pub(super) use lists::{Held, Line, MOST_A_PAGE, SignIn, grants_of, is_empty, listed, same_phone, sign_ins, whole};

crate::row!(Person { id, name, family, given, phone, email, sex, birth_year, position, unit, place_id, illustration });

crate::statements! {
    PERSON = "select id, name, family, given, phone, email, sex, birth_year, position, unit, place_id, illustration
        from persons where id = $1 and erased_at is null";
    BY_PHONE = "select id, name, family, given, phone, email, sex, birth_year, position, unit, place_id, illustration
        from persons where phone = $1 and erased_at is null order by name_sort, id";
    SAME_PERSON = "select id from persons
        where name_fold = $1 and erased_at is null and (phone = cast($2 as text) or email = cast($3 as text)) order by id";
    EMAIL_TAKEN = "select id from persons where email = $1 and id <> $2";
    PLACE_IS = "select id from places where id = $1";
    WITH_ROLE = "select p.id, p.name, p.family, p.given, p.phone, p.email, p.sex, p.birth_year, p.position, p.unit, p.place_id, p.illustration
        from persons p
        where p.erased_at is null and exists (
            select 1 from grants g where g.person_id = p.id and g.role = $1 and g.ended_at is null
            and ($4 or g.class_id = $2 or (g.class_id is null and (g.project_id = $3 or g.project_id is null))))
        order by p.name_sort, p.id";
    EXPERT_FIELDS = "select f.person_id, f.field from expert_fields f join persons p on p.id = f.person_id order by p.name_sort, p.id, f.field";
    FIELDS_OF = "select field from expert_fields where person_id = $1 order by field";
    HELD = "select id from grants where person_id = $1 and role = $2 and ended_at is null
        and ((class_id is null and cast($3 as text) is null) or class_id = $3)
        and ((project_id is null and cast($4 as text) is null) or project_id = $4 or class_id is not null)";
    HELD_IN = "select id from grants where person_id = $1 and role = $2 and ended_at is null
        and ((class_id is null and cast($3 as text) is null) or class_id = $3)";
    ROLE_HOLDERS = "select count(*) from grants where role = $1 and class_id is null and project_id is null and ended_at is null";
    ETHNICITY = "select ethnicity from ethnicities where person_id = $1";
    CONSENTS = "select id, class_id, purpose, wording, given_at, withdrawn_at from consents where person_id = $1 order by given_at desc, id";
    CONSENTED = "select id from consents
        where person_id = $1 and withdrawn_at is null and ((class_id is null and cast($2 as text) is null) or class_id = $2)
        and wording = $3 and purpose = $4";
    CONSENT_STATE = "select given_at, withdrawn_at from consents where person_id = $1 and class_id = $2 and purpose = 'class'
        order by case when withdrawn_at is null then 0 else 1 end, withdrawn_at desc, given_at desc, id limit 1";
    HAS_CONSENTED = "select id from consents where person_id = $1 and class_id = $2 and purpose = 'class' and withdrawn_at is null
        limit 1";
    IDENTIFY = "select p.id, p.name, g.role, g.class_id, g.project_id
        from sign_ins s
        join persons p on p.id = s.person_id and p.erased_at is null
        left join grants g on g.person_id = p.id and g.ended_at is null and (s.means in ('password', 'setup') or g.role = 'trainee')
        where s.id = $1 and s.revoked_at is null and s.expires_at > $2
        order by g.granted_at, g.id";
    ROUND = "select round from code_rounds where person_id = $1";
    CODES_OF = "select distinct g.person_id, coalesce(r.round, 0)
        from grants g left join code_rounds r on r.person_id = g.person_id
        where g.class_id = $1 and g.role = 'trainee' and g.ended_at is null";
    CODES_BY_PHONE = "select p.id, coalesce(r.round, 0)
        from persons p left join code_rounds r on r.person_id = p.id
        where p.phone = $1 and p.erased_at is null
        and exists (select 1 from grants g where g.person_id = p.id and g.role = 'trainee' and g.ended_at is null)
        order by p.id";
    PASSWORDS = "select c.person_id, c.password_hash
        from credentials c join persons p on p.id = c.person_id
        where p.erased_at is null and (p.phone = $1 or p.email = $1) order by c.set_at, c.person_id limit 3";
    PASSWORD_OF = "select password_hash from credentials where person_id = $1";
    KEEP_PASSWORD = "insert into credentials (person_id, password_hash, set_at) values ($1, $2, $3)
        on conflict (person_id) do update set password_hash = excluded.password_hash, set_at = excluded.set_at";
    NEXT_ROUND = "insert into code_rounds (person_id, round) values ($1, 1)
        on conflict (person_id) do update set round = code_rounds.round + 1";
    BEGIN_SIGN_IN = "insert into sign_ins (id, person_id, means, device, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)";
    FORGET_SIGN_INS = "delete from sign_ins where person_id = $1 and expires_at < $2";
    REVOKE = "update sign_ins set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null";
    REVOKE_OTHERS = "update sign_ins set revoked_at = $3 where person_id = $1 and id <> $2 and revoked_at is null";
    REVOKE_BY_CODE = "update sign_ins set revoked_at = $2 where person_id = $1 and means = 'code' and revoked_at is null";
    TRIES = "select slot, tries from attempts where what = $1 and slot > $2 order by slot";
    COUNT_TRY = "insert into attempts (what, slot, tries) values ($1, $2, 1)
        on conflict (what, slot) do update set tries = attempts.tries + 1";
    FORGET_TRIES = "delete from attempts where what = $1";
    FORGET_OLD_TRIES = "delete from attempts where slot < $1";
}

/// The person of this id, unless erased.
pub async fn person(run: &impl Run, id: &str) -> Result<Option<Person>, Problem> {
    run.one(&PERSON, args![id]).await
}

/// Everyone under this number (ten digits as stored), by name.
pub async fn by_phone(run: &impl Run, phone: &str) -> Result<Vec<Person>, Problem> {
    run.all(&BY_PHONE, args![phone]).await
}

/// Those whose grant of the role holds in this class (of this project): by the class, by its project, or everywhere. Neither named:
/// everyone who has the role anywhere. By name.
pub async fn with_role(run: &impl Run, role: Role, class: Option<&str>, project: Option<&str>) -> Result<Vec<Person>, Problem> {
    let anywhere = class.is_none() && project.is_none();
    run.all(&WITH_ROLE, args![role.name(), class, project, anywhere]).await
}

/// Every expert's fields, experts by name.
pub async fn expert_fields(run: &impl Run) -> Result<Vec<(String, Field)>, Problem> {
    let rows: Vec<(String, String)> = run.all(&EXPERT_FIELDS, &[]).await?;
    Ok(rows.into_iter().filter_map(|(person, field)| Some((person, Field::from_name(&field)?))).collect())
}

pub(super) async fn fields_of(run: &impl Run, person: &str) -> Result<Vec<Field>, Problem> {
    let rows: Vec<String> = run.all(&FIELDS_OF, args![person]).await?;
    Ok(rows.iter().filter_map(|it| Field::from_name(it)).collect())
}

/// Has the person agreed to their data being used for this class?
pub async fn has_consented(run: &impl Run, person: &str, class: &str) -> Result<bool, Problem> {
    Ok(run.one::<String>(&HAS_CONSENTED, args![person, class]).await?.is_some())
}

/// What a person has said of the use of their data for a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentState {
    /// Was never agreed to.
    Never,
    /// Agreed to, at this instant, and not taken back.
    Given(Instant),
    /// Agreed to once, and taken back at this instant.
    Withdrawn(Instant),
}

/// What the person has said of the use of their data for this class.
pub async fn consent_state(run: &impl Run, person: &str, class: &str) -> Result<ConsentState, Problem> {
    let found: Option<(Instant, Option<Instant>)> = run.one(&CONSENT_STATE, args![person, class]).await?;
    Ok(match found {
        None => ConsentState::Never,
        Some((given, None)) => ConsentState::Given(given),
        Some((_, Some(withdrawn))) => ConsentState::Withdrawn(withdrawn),
    })
}

/// A consent, as its giver sees it.
#[derive(Clone, Debug)]
pub(super) struct Consent {
    pub(super) id: String,
    pub(super) class_id: Option<String>,
    pub(super) purpose: String,
    pub(super) wording: String,
    pub(super) given_at: Instant,
    pub(super) withdrawn_at: Option<Instant>,
}
crate::row!(Consent { id, class_id, purpose, wording, given_at, withdrawn_at });

impl Consent {
    pub(super) fn purpose(&self) -> Purpose {
        Purpose::from_name(&self.purpose).unwrap_or(Purpose::Class)
    }

    /// The key of the words agreed to.
    pub(super) fn words(&self) -> String {
        consent_word(self.purpose(), &self.wording)
    }
}

pub(super) async fn consents(run: &impl Run, person: &str) -> Result<Vec<Consent>, Problem> {
    run.all(&CONSENTS, args![person]).await
}

pub(super) async fn ethnicity(run: &impl Run, person: &str) -> Result<Option<String>, Problem> {
    run.one(&ETHNICITY, args![person]).await
}

/// The six digits printed on a person's badge: derived from the house's key, the person and the round; nothing but the round is stored.
pub async fn personal_code(run: &impl Run, house_key: &str, person: &str) -> Result<String, Problem> {
    let round: Option<i64> = run.one(&ROUND, args![person]).await?;
    Ok(code(house_key, person, round.unwrap_or_default()))
}

/// The codes of all trainees of a class, by person, in one query: for printing badges.
pub async fn personal_codes(run: &impl Run, house_key: &str, class: &str) -> Result<Vec<(String, String)>, Problem> {
    let rounds: Vec<(String, i64)> = run.all(&CODES_OF, args![class]).await?;
    Ok(rounds
        .into_iter()
        .map(|(person, round)| {
            let code = code(house_key, &person, round);
            (person, code)
        })
        .collect())
}

/// The person behind a sign-in cookie, in one query; a guest when the sign-in has ended.
pub fn identify<'a>(app: &'a App, token: &'a str) -> Pin<Box<dyn Future<Output = Result<Actor, Problem>> + Send + 'a>> {
    Box::pin(async move {
        if !is_token(token) {
            return Ok(Actor::default());
        }
        let id = digest(token);
        let mut rows = app.db.rows(&IDENTIFY, args![&id, app.clock.now()]).await?;
        let mut actor = Actor::default();
        for row in &mut rows {
            actor.person = Some(row.take()?);
            actor.name = row.take()?;
            let role: Option<String> = row.take()?;
            if let Some(role) = role.as_deref().and_then(Role::from_name) {
                actor.grants.push(Grant { role, class: row.take()?, project: row.take()? });
            }
        }
        if actor.is_known() {
            actor.sign_in = Some(id);
        }
        Ok(actor)
    })
}

/// The same person met before: the same folded name with the same telephone number or e-mail address.
pub(super) async fn same_person(tx: &Tx, name: &str, phone: Option<&str>, email: Option<&str>) -> Result<Option<String>, Problem> {
    tx.one(&SAME_PERSON, args![fold(name), phone, email]).await
}
