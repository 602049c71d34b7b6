//! The facts of a class, for its draft. Nothing here tells of a person.

use super::super::draft::{Facts, Next};
use crate::args;
use crate::classes::{Class, sessions};
use crate::db::Run;
use crate::difficulties::{self, Verdict};
use crate::ground::Problem;
use crate::ground::dates::Date;
use crate::people::Field;
use crate::policy::cite_label;

crate::statements! {
    /// Who came, or, before anybody was marked, who was named.
    PEOPLE = "select l.full_name, l.kind, coalesce(d.full_name, ''), coalesce(d.kind, ''), coalesce(p.sex, ''),
        exists (select 1 from attendance a where a.trainee_id = t.id and a.state in ('present', 'late', 'left_early'))
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id left join places d on d.id = l.parent_id
        where t.class_id = $1 and t.state = 'named' order by d.name_sort nulls last, l.name_sort, t.id";
    DOCUMENTS = "select distinct d.number, d.issued_on from materials m join sessions s on s.id = m.session_id
        join documents d on d.id = m.document_id where s.class_id = $1 order by d.issued_on nulls last, d.number";
    SUMS = "select
        (select count(*) from unclear_marks where class_id = $1 and withdrawn_at is null),
        (select count(*) from opinions where class_id = $1 and withdrawn_at is null),
        (select count(*) from groups g where g.class_id = $1 and exists (select 1 from trainees t where t.group_id = g.id)),
        (select count(*) from practices where class_id = $1 and kind = 'story' and state in ('shown', 'released')),
        (select count(*) from practices where class_id = $1 and kind = 'practice' and state in ('shown', 'released')),
        (select count(distinct a.place_id) from adoptions a join practices r on r.id = a.practice_id
            where r.class_id = $1 and r.state = 'released' and a.state <> 'stopped'),
        (select count(distinct place_id) from plans where class_id = $1 and state = 'presented'),
        (select count(*) from plans where class_id = $1 and state = 'presented' and horizon = 'short'),
        (select count(*) from plans where class_id = $1 and state = 'presented' and horizon = 'medium'),
        (select count(*) from plan_steps s join plans p on p.id = s.plan_id
            where p.class_id = $1 and p.state = 'presented' and s.removed_at is null and s.state <> 'dropped'),
        (select coalesce(max(answered), 0) from evaluations where class_id = $1 and closed_at is not null),
        (select count(*) from difficulties d where d.class_id = $1 and d.state <> 'merged'
            and exists (select 1 from advices v where v.difficulty_id = d.id)),
        (select count(*) from cadres where class_id = $1 and confirmed_at is not null and ended_at is null)";
    EXAMPLES = "select r.title, l.full_name from practices r join places l on l.id = r.place_id
        where r.class_id = $1 and r.state = 'released'
        order by (select count(*) from adoptions a where a.practice_id = r.id) desc, r.released_at, r.id limit 2";
    NEXT = "select l.full_name, c.starts_on, c.state from classes c join places l on l.id = c.province_id
        where c.project_id = $1 and c.starts_on > $2 and c.state <> 'cancelled' order by c.starts_on, c.id limit 1";
}

struct Attendee {
    place: String,
    kind: String,
    parent: String,
    parent_kind: String,
    sex: String,
    came: bool,
}
crate::row!(Attendee { place, kind, parent, parent_kind, sex, came });

struct Sums {
    unclear: i64,
    opinions: i64,
    groups: i64,
    stories: i64,
    practices: i64,
    adoptions: i64,
    planning: i64,
    short_plans: i64,
    medium_plans: i64,
    steps: i64,
    evaluated: i64,
    advised: i64,
    cadres: i64,
}
crate::row!(Sums {
    unclear,
    opinions,
    groups,
    stories,
    practices,
    adoptions,
    planning,
    short_plans,
    medium_plans,
    steps,
    evaluated,
    advised,
    cadres
});

/// What the data of a class say now: ten queries, whatever the class holds. Fields are called as `field` says.
pub(in super::super) async fn facts(run: &impl Run, class: &Class, field: impl Fn(Field) -> String + Send) -> Result<Facts, Problem> {
    let id = class.id.as_str();
    let people: Vec<Attendee> = run.all(&PEOPLE, args![id]).await?;
    let documents: Vec<(String, Option<String>)> = run.all(&DOCUMENTS, args![id]).await?;
    let sums: Sums = run.the(&SUMS, args![id]).await?;
    let counts = difficulties::counts(run, id).await?;
    let fields = difficulties::counts_by_field(run, id).await?;
    let next: Option<(String, String, String)> = run.one(&NEXT, args![&class.project_id, &class.starts_on]).await?;
    let topics = sessions(run, id).await?.into_iter().map(|it| it.topic).collect();
    let with = |verdict| counts.with_verdict(verdict);
    let facts = Facts {
        name: class.name.clone(),
        province: class.province_name.clone(),
        venue: class.venue.clone(),
        host: class.host.clone(),
        project: class.project_name.clone(),
        sponsor: class.sponsor.clone(),
        provider: class.provider.clone(),
        starts_on: Date::from_iso(&class.starts_on).ok(),
        ends_on: Date::from_iso(&class.ends_on).ok(),
        topics,
        documents: documents.into_iter().map(|(number, _)| cite_label(&number, "", "", "")).collect(),
        unclear: sums.unclear,
        opinions: sums.opinions,
        groups: sums.groups,
        raised: counts.all,
        advised: sums.advised,
        resolved: with(Verdict::Resolved),
        partly: with(Verdict::Partly),
        sent: counts.in_state(difficulties::State::Escalated),
        dropped: with(Verdict::NoLongerNeeded),
        fields: fields.into_iter().map(|(it, n, _, _)| (field(it), n)).collect(),
        published: counts.published,
        stories: sums.stories,
        practices: sums.practices,
        examples: run.all(&EXAMPLES, args![id]).await?,
        adoptions: sums.adoptions,
        planning: sums.planning,
        short_plans: sums.short_plans,
        medium_plans: sums.medium_plans,
        steps: sums.steps,
        evaluated: sums.evaluated,
        cadres: sums.cadres,
        next: next.map(|(province, starts_on, state)| Next {
            province,
            starts_on: Date::from_iso(&starts_on).ok(),
            planned: state == "preparing",
        }),
        ..Facts::default()
    };
    Ok(with_people(facts, &people))
}

/// Who came; before anybody was marked, who was named.
fn with_people(facts: Facts, all: &[Attendee]) -> Facts {
    let marked = all.iter().any(|it| it.came);
    let came: Vec<&Attendee> = all.iter().filter(|it| it.came || !marked).collect();
    let count = |so: &dyn Fn(&Attendee) -> bool| i64::try_from(came.iter().filter(|it| so(it)).count()).unwrap_or_default();
    let is_commune = |it: &Attendee| it.kind != "province" && it.kind != "district";
    let distinct = |names: Vec<&str>| {
        let mut seen: Vec<String> = Vec::new();
        for name in names {
            if !seen.iter().any(|it| it == name) {
                seen.push(name.to_owned());
            }
        }
        seen
    };
    let communes = distinct(came.iter().filter(|it| is_commune(it)).map(|it| it.place.as_str()).collect());
    let of_districts = came.iter().filter(|it| is_commune(it)).all(|it| it.parent_kind == "district");
    let districts = distinct(came.iter().filter(|it| is_commune(it) && of_districts).map(|it| it.parent.as_str()).collect());
    Facts {
        people: count(&|_| true),
        marked,
        women: count(&|it| it.sex == "female"),
        officers: count(&|it| it.kind == "district"),
        provincial: count(&|it| it.kind == "province"),
        communes: i64::try_from(communes.len()).unwrap_or_default(),
        districts,
        ..facts
    }
}
