//! The queries of this room. Lists are asked for within a `Scope`; how many queries a page takes never depends on its rows.

macro_rules! difficulty {
    ($($rest:expr),+) => {
        concat!(
            "select d.id, d.code, d.class_id, d.project_id, c.code, c.name, d.place_id, p.full_name, coalesce(pp.full_name, ''),
            d.raiser_id, coalesce(r.name, ''), d.anonymous, d.how, d.field, coalesce(co.name, ''), d.local_item_id, coalesce(li.name, ''),
            d.text, d.tried, d.wish, d.urgent, d.state, d.verdict, d.weight, d.needs_review, d.assigned_to, coalesce(e.name, ''),
            d.merged_into, coalesce(o.code, ''), d.raised_at, d.changed_at, an.published_at, coalesce(r.illustration, false),
            exists (select 1 from advices v where v.difficulty_id = d.id)
                or exists (select 1 from escalations s where s.difficulty_id = d.id and s.answered_at is not null),
            exists (select 1 from escalations s where s.difficulty_id = d.id and s.answered_at is null)
            from difficulties d
            join classes c on c.id = d.class_id
            join places p on p.id = d.place_id
            left join places pp on pp.id = p.parent_id
            left join persons r on r.id = d.raiser_id
            left join components co on co.id = d.component_id
            left join local_items li on li.id = d.local_item_id
            left join persons e on e.id = d.assigned_to
            left join difficulties o on o.id = d.merged_into
            left join answers an on an.difficulty_id = d.id and an.withdrawn_at is null ",
            $($rest),+
        )
    };
}

mod history;
mod lists;
mod similar;
mod standing;
mod sums;

pub(super) use history::{
    Advice, Beside, Cited, Escalation, Line, MergedOne, Review, advices, beside, citations, clarifications, escalations, history, reviews,
    rewordings,
};
pub use lists::{Filter, Waiting, for_person, list, overdue, queue_counts};
pub(super) use lists::{list_count, queue, reasons};
pub use similar::{Near, Within, near};
pub use standing::standing;
pub use sums::{ClassSum, Counts, Handling, TableRow, counts, counts_by_field, counts_by_place, counts_in, table};

use super::difficulty::{How, Level, Standing, Stands, State, Verdict};
use crate::db::{FromRow, Row, Run, Statement, args};
use crate::ground::{Instant, Problem};
use crate::people::Field;
use crate::policy::Cite;
use crate::web::{Actor, ClassRef, Role};

/// Every list of statements.
pub(super) const LISTS: [&[Statement]; 6] = [ALL, history::ALL, lists::ALL, similar::ALL, standing::ALL, sums::ALL];

/// How many lines one page of a list has.
pub const PAGE: i64 = 50;

const OF_CLASS_SQL: &str = difficulty!("where d.class_id = $1 and d.state <> 'merged' order by length(d.code), d.code");

crate::statements! {
    DONE = "select about from journal where id = $1";
    COUNT_OF_CLASS = "select count(*) from difficulties where class_id = $1";
    DIFFICULTY = difficulty!("where d.id = $1");
    ME_TOOS = "select count(*), count(distinct m.place_id), count(case when m.person_id = $2 then 1 end)
        from me_toos m where m.difficulty_id = $1";
    JOINED = "select m.person_id, m.place_id, p.full_name from me_toos m join places p on p.id = m.place_id
        where m.difficulty_id = $1 order by p.full_name, m.place_id, m.person_id";
    OPEN_QUESTIONS = "select id from clarifications where difficulty_id = $1 and answered_at is null order by asked_at, id";
    OPEN_REVIEWS = "select id from reviews where difficulty_id = $1 and closed_at is null order by opened_at, id";
    OPEN_ESCALATION = "select id from escalations where difficulty_id = $1 and answered_at is null order by at desc, id desc limit 1";
    STANDING_ADVICE = "select a.text, a.revision, coalesce(p.name, '') from advices a left join persons p on p.id = a.expert_id
        where a.difficulty_id = $1 order by a.revision desc, a.at desc limit 1";
    ANSWER = "select a.question, a.answer, a.published_at, coalesce(p.name, '') from answers a left join persons p on p.id = a.by_person
        where a.difficulty_id = $1 and a.withdrawn_at is null";
    /// Published answers, the latest first.
    ANSWERS = "select d.id, d.code, d.field, a.question, a.answer, a.published_at, d.needs_review, d.verdict, coalesce(r.illustration, false)
        from answers a join difficulties d on d.id = a.difficulty_id left join persons r on r.id = d.raiser_id
        where a.withdrawn_at is null and (cast($1 as text) = '' or d.field = $1)
        order by a.published_at desc, d.id limit $2 offset $3";
    ANSWERS_COUNT = "select count(*) from answers a join difficulties d on d.id = a.difficulty_id
        where a.withdrawn_at is null and (cast($1 as text) = '' or d.field = $1)";
    ANSWER_ROW = "select d.id, d.code, d.field, a.question, a.answer, a.published_at, d.needs_review, d.verdict, coalesce(r.illustration, false)
        from answers a join difficulties d on d.id = a.difficulty_id left join persons r on r.id = d.raiser_id where a.difficulty_id = $1 and a.withdrawn_at is null";
    NUMBERS = "select id, number from documents order by id";
    /// The clauses that the library has, of the documents `,id,id,`.
    KEPT = "select document_id, article, clause, point, summary from provisions where $1 like '%,' || document_id || ',%'
        union all select w.document_id, w.article, w.clause, w.point, '' from wordings w
        where w.document_id in (select d.id from documents d where $1 like '%,' || d.id || ',%') and w.until_on is null and w.article <> ''
            and not exists (select 1 from provisions p where p.document_id = w.document_id and p.article = w.article and p.clause = w.clause
                and p.point = w.point)";
    BY_CODE = "select id from difficulties where code = $1";
    PEOPLE_OF = "select distinct p.name from persons p where p.id in (
        select d.raiser_id from difficulties d where d.id = $1 or d.merged_into = $1
        union select m.person_id from me_toos m where m.difficulty_id = $1)";
}

/// The revision of the advice that stands; 0: there is none yet.
pub async fn revision(run: &impl Run, id: &str) -> Result<i64, Problem> {
    let standing: Option<(String, i64, String)> = run.one(&STANDING_ADVICE, args![id]).await?;
    Ok(standing.map_or(0, |it| it.1))
}

crate::stored!(State, Verdict, How, Level);

/// A difficulty with the names around it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one fact of the row")]
pub struct Difficulty {
    pub id: String,
    pub code: String,
    pub class_id: String,
    pub project_id: String,
    pub class_code: String,
    pub class_name: String,
    pub place_id: String,
    pub place_name: String,
    pub place_parent: String,
    pub raiser_id: Option<String>,
    pub raiser_name: String,
    pub anonymous: bool,
    pub how: How,
    pub field: Field,
    pub component_name: String,
    pub local_item_id: Option<String>,
    pub local_item_name: String,
    pub text: String,
    pub tried: String,
    pub wish: String,
    pub urgent: bool,
    pub state: State,
    pub verdict: Option<Verdict>,
    pub weight: i64,
    pub needs_review: bool,
    pub assigned_to: Option<String>,
    pub assigned_name: String,
    pub merged_into: Option<String>,
    pub merged_code: String,
    pub raised_at: Instant,
    pub changed_at: Instant,
    pub published_at: Option<Instant>,
    /// Raised by an invented person: shown as such.
    pub illustration: bool,
    /// There is an advice, or an authority's answer.
    pub advised: bool,
    /// An authority has not answered yet.
    pub with_authority: bool,
}

impl FromRow for Difficulty {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            code: row.take()?,
            class_id: row.take()?,
            project_id: row.take()?,
            class_code: row.take()?,
            class_name: row.take()?,
            place_id: row.take()?,
            place_name: row.take()?,
            place_parent: row.take()?,
            raiser_id: row.take()?,
            raiser_name: row.take()?,
            anonymous: row.take()?,
            how: row.take()?,
            field: field(&row.take::<String>()?)?,
            component_name: row.take()?,
            local_item_id: row.take()?,
            local_item_name: row.take()?,
            text: row.take()?,
            tried: row.take()?,
            wish: row.take()?,
            urgent: row.take()?,
            state: row.take()?,
            verdict: row.take()?,
            weight: row.take()?,
            needs_review: row.take()?,
            assigned_to: row.take()?,
            assigned_name: row.take()?,
            merged_into: row.take()?,
            merged_code: row.take()?,
            raised_at: row.take()?,
            changed_at: row.take()?,
            published_at: row.take()?,
            illustration: row.take()?,
            advised: row.take()?,
            with_authority: row.take()?,
        })
    }
}

/// The field of this name.
pub(super) fn field(name: &str) -> Result<Field, Problem> {
    Field::from_name(name).ok_or_else(|| Problem::new(format!("{name} is no field")))
}

impl Difficulty {
    /// The class as access sees it.
    #[must_use]
    pub fn class(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }

    /// How it stands, for the rules.
    #[must_use]
    pub fn stands(&self) -> Stands {
        Stands {
            state: self.state,
            verdict: self.verdict,
            needs_review: self.needs_review,
            advised: self.advised,
            with_authority: self.with_authority,
            published: self.published_at.is_some(),
        }
    }

    /// What the asker is to it; whether they said "me too" is for the caller to know.
    #[must_use]
    pub fn standing(&self, actor: &Actor, joined: bool) -> Standing {
        Standing {
            runs: actor.runs(self.class()),
            expert: actor.has_in(Role::Expert, self.class()),
            trainee: actor.has_in(Role::Trainee, self.class()),
            raiser: actor.is_known() && self.raiser_id.as_deref() == actor.person.as_deref(),
            joined,
        }
    }

    /// Whether who raised it, and from which commune, is kept from this asker: anonymous is towards all but the raiser and those who
    /// advise in the class or run it.
    #[must_use]
    pub fn is_hidden_from(&self, actor: &Actor) -> bool {
        let who = self.standing(actor, false);
        self.anonymous && !who.staff() && !who.raiser
    }
}

/// A difficulty, whoever asks.
pub(super) async fn difficulty(run: &impl Run, id: &str) -> Result<Option<Difficulty>, Problem> {
    run.one(&DIFFICULTY, args![id]).await
}

/// How many joined, from how many places, and whether this person did.
pub(super) async fn me_toos(run: &impl Run, id: &str, person: &str) -> Result<(i64, i64, bool), Problem> {
    let (all, places, mine): (i64, i64, i64) = run.the(&ME_TOOS, args![id, person]).await?;
    Ok((all, places, mine > 0))
}

/// One who said "me too".
#[derive(Clone, Debug)]
pub(super) struct Joined {
    pub(super) person_id: String,
    pub(super) place_id: String,
    pub(super) place: String,
}
crate::row!(Joined { person_id, place_id, place });

/// Who said "me too", by their place.
pub(super) async fn joined(run: &impl Run, id: &str) -> Result<Vec<Joined>, Problem> {
    run.all(&JOINED, args![id]).await
}

/// A published answer: no person and no place in it.
#[derive(Clone, Debug)]
pub struct Answer {
    pub id: String,
    pub code: String,
    pub field: String,
    pub question: String,
    pub answer: String,
    pub published_at: Instant,
    pub needs_review: bool,
    pub verdict: Option<Verdict>,
    pub illustration: bool,
}
crate::row!(Answer { id, code, field, question, answer, published_at, needs_review, verdict, illustration });

/// Published answers, the latest first, one more than a page if there are more.
pub(super) async fn answers(run: &impl Run, field: &str, page: i64) -> Result<Vec<Answer>, Problem> {
    run.all(&ANSWERS, args![field, PAGE + 1, page * PAGE]).await
}

/// The newest published answers.
pub async fn newest_answers(run: &impl Run, limit: i64) -> Result<Vec<Answer>, Problem> {
    run.all(&ANSWERS, args!["", limit, 0_i64]).await
}

pub(super) async fn answers_count(run: &impl Run, field: &str) -> Result<i64, Problem> {
    run.the(&ANSWERS_COUNT, args![field]).await
}

pub(super) async fn answer(run: &impl Run, id: &str) -> Result<Option<Answer>, Problem> {
    run.one(&ANSWER_ROW, args![id]).await
}

/// Which of these clauses the library has, with their summaries.
pub(super) async fn kept(run: &impl Run, cites: &[Cite]) -> Result<Vec<(Cite, String)>, Problem> {
    let ids = cites.iter().fold(",".to_owned(), |all, it| all + &it.document_id + ",");
    let found: Vec<(String, String, String, String, String)> = run.all(&KEPT, args![ids]).await?;
    let read = |(document_id, article, clause, point, summary)| (Cite { document_id, article, clause, point }, summary);
    Ok(found.into_iter().map(read).collect())
}

/// The number of every document: for the words of a citation.
pub(super) async fn labels(run: &impl Run) -> Result<Vec<(String, String)>, Problem> {
    run.all(&NUMBERS, &[]).await
}
