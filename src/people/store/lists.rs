//! What the pages of this room show: the list of persons, one person whole, what is kept of oneself.

use super::super::person::{Filter, Whole, spaced};
use super::super::scope::Scope;
use crate::args;
use crate::db::{Row, Run};
use crate::ground::{Instant, Problem};
use crate::web::{Grant, Role};

/// Within the scope `$1`: not erased, and with a role held there, or expert everywhere; who holds none any more, where they held one;
/// who never held one, everywhere.
macro_rules! within {
    () => {
        "p.erased_at is null and ($1 = '*' or exists (
            select 1 from grants g where g.person_id = p.id
            and (g.ended_at is null or not exists (select 1 from grants h where h.person_id = p.id and h.ended_at is null))
            and ($1 like '%,' || g.class_id || ',%' or $1 like '%,' || g.project_id || ',%'
                or (g.role = 'expert' and g.class_id is null and g.project_id is null)))
        or not exists (select 1 from grants g where g.person_id = p.id))"
    };
}

/// And found by a folded part of the name `$2`, by digits of the number `$3`, by a role `$4`; empty ones do not count.
macro_rules! matching {
    () => {
        concat!(
            within!(),
            " and (($2 = '' and $3 = '') or ($2 <> '' and p.name_fold like '%' || $2 || '%')
                or ($3 <> '' and p.phone like '%' || $3 || '%'))
            and ($4 = '' or exists (select 1 from grants g where g.person_id = p.id and g.ended_at is null and g.role = $4))"
        )
    };
}

crate::statements! {
    LISTED = concat!(
        "with page as (
            select p.id, p.name, p.name_sort, p.phone, p.position, p.unit, l.name as place, p.illustration
            from persons p left join places l on l.id = p.place_id
            where ", matching!(), "
            order by p.name_sort, p.id limit $5 offset $6)
        select page.id, page.name, page.phone, page.position, page.unit, page.place, page.illustration, g.role
        from page left join grants g on g.person_id = page.id and g.ended_at is null
        order by page.name_sort, page.id, g.granted_at, g.id"
    );
    HOW_MANY = concat!("select count(*) from persons p where ", matching!());
    WHOLE = concat!(
        "select p.id, p.name, p.family, p.given, p.phone, p.email, p.sex, p.birth_year, p.position, p.unit, p.place_id, l.full_name,
            p.illustration, e.ethnicity, c.set_at, p.entered_at
        from persons p
        left join places l on l.id = p.place_id
        left join ethnicities e on e.person_id = p.id
        left join credentials c on c.person_id = p.id
        where ", within!(), " and p.id = $2"
    );
    GRANTS_OF = "select g.id, g.role, g.class_id, g.project_id, g.granted_at, b.name, g.ended_at
        from grants g left join persons b on b.id = g.granted_by
        where g.person_id = $1 order by g.granted_at, g.id";
    SAME_PHONE = "select p.id, p.name from persons p join persons q on q.phone = p.phone
        where q.id = $1 and p.id <> $1 and p.erased_at is null order by p.name_sort, p.id";
    SIGN_INS = "select id, means, device, created_at, expires_at from sign_ins
        where person_id = $1 and revoked_at is null and expires_at > $2 order by created_at desc, id";
    HELD_ROLES = "select count(*) from grants where ended_at is null";
}

/// A line of the list.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Line {
    pub(in super::super) id: String,
    pub(in super::super) name: String,
    pub(in super::super) phone: Option<String>,
    pub(in super::super) position: String,
    pub(in super::super) unit: String,
    pub(in super::super) place: Option<String>,
    pub(in super::super) illustration: bool,
    /// Each once.
    pub(in super::super) roles: Vec<Role>,
}

impl Line {
    /// The place, unless the unit names it already.
    pub(in super::super) fn place_beside(&self) -> Option<&str> {
        self.place.as_deref().filter(|place| !self.unit.contains(place))
    }

    /// The number grouped for the eye.
    pub(in super::super) fn phone_spaced(&self) -> Option<String> {
        self.phone.as_deref().map(spaced)
    }
}

/// How many persons a page of the list holds.
pub(in super::super) const MOST_A_PAGE: i64 = 50;

/// One page of the list (from 1), and how many persons there are in all.
pub(in super::super) async fn listed(run: &impl Run, scope: &Scope, filter: &Filter, page: i64) -> Result<(Vec<Line>, i64), Problem> {
    let role = filter.role.map_or("", Role::name);
    let (name, digits) = (filter.name.as_str(), filter.digits.as_str());
    let count: i64 = run.the(&HOW_MANY, args![scope.text(), name, digits, role]).await?;
    let skip = (page - 1) * MOST_A_PAGE;
    let mut rows = run.rows(&LISTED, args![scope.text(), name, digits, role, MOST_A_PAGE, skip]).await?;
    let mut lines: Vec<Line> = Vec::new();
    for row in &mut rows {
        let (next, role) = line(row)?;
        if lines.last().is_none_or(|it| it.id != next.id) {
            lines.push(next);
        }
        if let (Some(line), Some(role)) = (lines.last_mut(), role)
            && !line.roles.contains(&role)
        {
            line.roles.push(role);
        }
    }
    Ok((lines, count))
}

fn line(row: &mut Row) -> Result<(Line, Option<Role>), Problem> {
    let line = Line {
        id: row.take()?,
        name: row.take()?,
        phone: row.take()?,
        position: row.take()?,
        unit: row.take()?,
        place: row.take()?,
        illustration: row.take()?,
        roles: Vec::new(),
    };
    let role: Option<String> = row.take()?;
    Ok((line, role.as_deref().and_then(Role::from_name)))
}

crate::row!(Whole {
    id,
    name,
    family,
    given,
    phone,
    email,
    sex,
    birth_year,
    position,
    unit,
    place_id,
    place,
    illustration,
    ethnicity,
    password_set_at,
    entered_at
});

/// One person whole, if they are within the scope.
pub(in super::super) async fn whole(run: &impl Run, scope: &Scope, person: &str) -> Result<Option<Whole>, Problem> {
    run.one(&WHOLE, args![scope.text(), person]).await
}

/// A grant with its story.
#[derive(Clone, Debug)]
pub(in super::super) struct Held {
    pub(in super::super) id: String,
    pub(in super::super) grant: Grant,
    pub(in super::super) granted_at: Instant,
    pub(in super::super) granted_by: Option<String>,
    pub(in super::super) ended_at: Option<Instant>,
}

/// Every grant of a person, held and ended, oldest first.
pub(in super::super) async fn grants_of(run: &impl Run, person: &str) -> Result<Vec<Held>, Problem> {
    let mut held = Vec::new();
    for row in &mut run.rows(&GRANTS_OF, args![person]).await? {
        let id = row.take()?;
        let role: String = row.take()?;
        let role = Role::from_name(&role).ok_or_else(|| Problem::new(format!("there is no role {role}")))?;
        let grant = Grant { role, class: row.take()?, project: row.take()? };
        held.push(Held { id, grant, granted_at: row.take()?, granted_by: row.take()?, ended_at: row.take()? });
    }
    Ok(held)
}

/// Other persons under the same number: id and name.
pub(in super::super) async fn same_phone(run: &impl Run, person: &str) -> Result<Vec<(String, String)>, Problem> {
    run.all(&SAME_PHONE, args![person]).await
}

/// An open sign-in, as its owner sees it.
#[derive(Clone, Debug)]
pub(in super::super) struct SignIn {
    pub(in super::super) id: String,
    pub(in super::super) means: String,
    pub(in super::super) device: String,
    pub(in super::super) created_at: Instant,
    pub(in super::super) expires_at: Instant,
}
crate::row!(SignIn { id, means, device, created_at, expires_at });

/// A person's open sign-ins, latest first.
pub(in super::super) async fn sign_ins(run: &impl Run, person: &str, now: Instant) -> Result<Vec<SignIn>, Problem> {
    run.all(&SIGN_INS, args![person, now]).await
}

/// Does nobody hold any role? Then the first organiser is still to be made.
pub(in super::super) async fn is_empty(run: &impl Run) -> Result<bool, Problem> {
    Ok(run.the::<i64>(&HELD_ROLES, &[]).await? == 0)
}
