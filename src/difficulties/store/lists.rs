//! Lists: of a class or a place, what waits for experts, for one person, for an authority.

use super::{Difficulty, PAGE};
use crate::db::{Run, Value, args};
use crate::difficulties::difficulty::{State, Verdict};
use crate::ground::dates::Date;
use crate::ground::{Instant, Problem};
use crate::people::Scope;
use crate::web::{Actor, Role};
use std::collections::HashMap;

// `$1` scope, `$2` class, `$3` state, `$4` field, `$5` place, `$6` whose, `$7` only what needs review, `$8` who looks. What was
// raised anonymously is not found by its place, unless by its raiser, or by whoever advises in or runs its class (`$9`).
macro_rules! listed {
    () => {
        "where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and (cast($2 as text) = '' or d.class_id = $2)
        and (cast($3 as text) = d.state or ($3 = '' and d.state <> 'merged'))
        and (cast($4 as text) = '' or d.field = $4)
        and (cast($5 as text) = '' or ((not d.anonymous or d.raiser_id = $8
                or $9 = '*' or $9 like '%,' || d.class_id || ',%' or $9 like '%,' || d.project_id || ',%')
            and (d.place_id = $5 or p.parent_id = $5
                or d.place_id in (select su.before_id from successors su where su.after_id = $5)
                or d.place_id in (select su.after_id from successors su where su.before_id = $5))))
        and (cast($6 as text) = '' or d.raiser_id = $6 or d.assigned_to = $6
            or exists (select 1 from me_toos m where m.difficulty_id = d.id and m.person_id = $6))
        and (not $7 or d.needs_review)"
    };
}

crate::statements! {
    LIST = difficulty!(listed!(), " order by d.state = 'closed', d.urgent desc, d.weight desc, d.raised_at, d.id limit $10 offset $11");
    LIST_COUNT = concat!("select count(*) from difficulties d join places p on p.id = d.place_id ", listed!());
    /// What waits for an expert, also what was resolved only partly and not long ago (`$6`); mine first, then the urgent, then the heavy, then the old.
    QUEUE = difficulty!("where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and (d.state in ('raised', 'assigned') or (d.needs_review and d.state <> 'merged')
            or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at > $6))
        and (cast($2 as text) = '' or d.field = $2)
        order by case when d.assigned_to = $3 then 0 else 1 end, d.urgent desc, d.weight desc, d.raised_at, d.id limit $4 offset $5");
    QUEUE_COUNTS = "select count(*), count(case when d.assigned_to = $2 then 1 end), count(case when d.needs_review then 1 end),
            count(case when d.assigned_to is null and (d.state in ('raised', 'assigned')
                or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at > $4)) then 1 end)
        from difficulties d
        where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and (cast($3 as text) = '' or d.field = $3)
        and (d.state in ('raised', 'assigned') or (d.needs_review and d.state <> 'merged')
            or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at > $4))";
    /// What waits for this person: to make clear, to give a verdict, to answer, to read again.
    FOR_PERSON = difficulty!("where ($2 = '*' or $2 like '%,' || d.class_id || ',%' or $2 like '%,' || d.project_id || ',%')
        and ((d.raiser_id = $1 and (d.state in ('asked', 'advised')
                or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at < $3)))
            or (d.assigned_to = $1 and d.state <> 'merged' and (d.state in ('raised', 'assigned') or d.needs_review
                or (d.state = 'closed' and d.verdict = 'partly' and d.changed_at >= $3))))
        order by d.urgent desc, d.weight desc, d.raised_at, d.id limit 100");
    /// With an authority, past the day it was given.
    OVERDUE = difficulty!("where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%')
        and d.state = 'escalated'
        and exists (select 1 from escalations s where s.difficulty_id = d.id and s.answered_at is null and s.due_on < $2)
        order by d.weight desc, d.raised_at, d.id limit 100");
    /// What was said with the verdict that these have, the oldest first.
    REASONS = "select v.difficulty_id, v.reason from verdicts v join difficulties d on d.id = v.difficulty_id and d.verdict = v.verdict
        where $1 like '%,' || v.difficulty_id || ',%' order by v.at, v.id";
}

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub class: String,
    /// The name of a state, or empty for all that are not merged.
    pub state: String,
    pub field: String,
    pub place: String,
    /// A person: what they raised, joined or were assigned.
    pub whose: String,
    pub needs_review: bool,
    /// From 0.
    pub page: i64,
}

/// Difficulties within the asker's scope, one more than a page if there are more.
pub async fn list(run: &impl Run, actor: &Actor, filter: &Filter) -> Result<Vec<Difficulty>, Problem> {
    let mut values = asked(actor, filter);
    values.extend(args![PAGE + 1, filter.page * PAGE].iter().cloned());
    run.all(&LIST, &values).await
}

/// How many there are in all.
pub(in crate::difficulties) async fn list_count(run: &impl Run, actor: &Actor, filter: &Filter) -> Result<i64, Problem> {
    run.the(&LIST_COUNT, &asked(actor, filter)).await
}

/// `$1` to `$9` of a list.
fn asked(actor: &Actor, filter: &Filter) -> Vec<Value> {
    let scope = Scope::of(actor);
    let values = args![
        scope.text(),
        &filter.class,
        &filter.state,
        &filter.field,
        &filter.place,
        &filter.whose,
        filter.needs_review,
        actor.id(),
        staff_scope(actor)
    ];
    values.to_vec()
}

/// Where the asker may know who raised what was raised anonymously: as `Scope::text`, of what they run or advise in.
fn staff_scope(actor: &Actor) -> String {
    let staff = || actor.grants.iter().filter(|it| matches!(it.role, Role::Administrator | Role::Organiser | Role::Expert));
    if staff().any(|it| it.role == Role::Administrator || (it.class.is_none() && it.project.is_none())) {
        return "*".to_owned();
    }
    let ids = staff().filter_map(|it| it.class.as_deref().or(it.project.as_deref()));
    ids.fold(",".to_owned(), |all, id| all + id + ",")
}

/// How much waits for experts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub all: i64,
    /// Assigned to the asker.
    pub mine: i64,
    /// Its advice needs to be read again.
    pub review: i64,
    /// Nobody has it; what merely needs review is not meant.
    pub unassigned: i64,
}
crate::row!(Waiting { all, mine, review, unassigned });

/// How much waits for experts within the scope, of a field where it is not empty.
pub async fn queue_counts(run: &impl Run, actor: &Actor, field: &str, now: Instant) -> Result<Waiting, Problem> {
    run.the(&QUEUE_COUNTS, args![Scope::of(actor).text(), actor.id(), field, now.0 - ASKED_AGAIN_AFTER]).await
}

/// What waits for experts within the scope.
pub(in crate::difficulties) async fn queue(
    run: &impl Run,
    actor: &Actor,
    field: &str,
    page: i64,
    now: Instant,
) -> Result<Vec<Difficulty>, Problem> {
    run.all(&QUEUE, args![Scope::of(actor).text(), field, actor.id(), PAGE + 1, page * PAGE, now.0 - ASKED_AGAIN_AFTER]).await
}

/// What was said with the last verdict of each of these.
pub(in crate::difficulties) async fn reasons(run: &impl Run, ids: &[&str]) -> Result<HashMap<String, String>, Problem> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let all: Vec<(String, String)> = run.all(&REASONS, args![format!(",{},", ids.join(","))]).await?;
    Ok(all.into_iter().collect())
}

/// What waits for the asker themselves, for *Việc của tôi*: to make clear, to give a verdict (on what was partly resolved again every
/// three months), to advise, to review.
pub async fn for_person(run: &impl Run, actor: &Actor, now: Instant) -> Result<Vec<Difficulty>, Problem> {
    if !actor.is_known() {
        return Ok(Vec::new());
    }
    run.all(&FOR_PERSON, args![actor.id(), Scope::of(actor).text(), now.0 - ASKED_AGAIN_AFTER]).await
}

/// Ninety days: so long what was resolved partly is with the experts again; then the raiser is asked again.
const ASKED_AGAIN_AFTER: i64 = 90 * 86_400_000;

/// What an authority has not answered by its day, within the scope.
pub async fn overdue(run: &impl Run, actor: &Actor, today: Date) -> Result<Vec<Difficulty>, Problem> {
    run.all(&OVERDUE, args![Scope::of(actor).text(), today.iso()]).await
}

impl Difficulty {
    /// Resolved only partly, and not so long ago that it is with nobody any more: experts go on with it.
    #[must_use]
    pub fn goes_on(&self, now: Instant) -> bool {
        self.state == State::Closed && self.verdict == Some(Verdict::Partly) && self.changed_at.0 > now.0 - ASKED_AGAIN_AFTER
    }
}
