//! Sums and the table of a class, for pages and papers. What is merged counts with what it was merged into.

use super::Difficulty;
use super::history::citations_of_class;
use crate::db::{Run, args};
use crate::difficulties::difficulty::{Level, State, Verdict};
use crate::ground::Problem;
use crate::people::{Field, Scope};
use std::collections::HashMap;

crate::statements! {
    COUNTS = "select d.state, d.verdict, count(*), cast(coalesce(sum(d.weight), 0) as bigint),
        count(case when d.needs_review then 1 end), count(case when d.urgent then 1 end), count(a.difficulty_id)
        from difficulties d left join answers a on a.difficulty_id = d.id and a.withdrawn_at is null
        where d.class_id = $1 and d.state <> 'merged' group by d.state, d.verdict order by d.state, d.verdict";
    COUNTS_IN = "select d.class_id, d.state, d.verdict, count(*), count(case when d.needs_review then 1 end) from difficulties d
        where ($1 = '*' or $1 like '%,' || d.class_id || ',%' or $1 like '%,' || d.project_id || ',%') and d.state <> 'merged'
        group by d.class_id, d.state, d.verdict order by d.class_id, d.state, d.verdict";
    MERGED_COUNT = "select count(*) from difficulties where class_id = $1 and state = 'merged'";
    BY_FIELD = "select d.field, count(*), count(case when d.verdict = 'resolved' then 1 end), count(case when d.verdict = 'partly' then 1 end)
        from difficulties d where d.class_id = $1 and d.state <> 'merged' group by d.field order by count(*) desc, d.field";
    BY_PLACE = "select d.place_id, p.full_name, count(*), count(case when d.verdict = 'resolved' then 1 end),
        count(case when d.verdict = 'partly' then 1 end)
        from difficulties d join places p on p.id = d.place_id
        where d.class_id = $1 and d.state <> 'merged' and not d.anonymous
        group by d.place_id, p.full_name, p.name_sort order by p.name_sort, d.place_id";
    OF_CLASS = super::OF_CLASS_SQL;
    ADVICES_OF_CLASS = "select a.difficulty_id, a.text, a.warning from advices a join difficulties d on d.id = a.difficulty_id
        where d.class_id = $1 and a.superseded_at is null";
    ESCALATIONS_OF_CLASS = "select s.difficulty_id, s.level, s.owner, s.due_on, s.answer_number, s.answer
        from escalations s join difficulties d on d.id = s.difficulty_id where d.class_id = $1 order by s.at, s.id";
    REASONS_OF_CLASS = "select v.difficulty_id, v.reason from verdicts v join difficulties d on d.id = v.difficulty_id
        where d.class_id = $1 order by v.at, v.id";
}

/// How the difficulties of a class stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All that are not merged away.
    pub all: i64,
    pub merged: i64,
    pub by_state: Vec<(State, i64)>,
    pub by_verdict: Vec<(Verdict, i64)>,
    pub weight: i64,
    pub needs_review: i64,
    pub urgent: i64,
    pub published: i64,
}

impl Counts {
    #[must_use]
    pub fn in_state(&self, state: State) -> i64 {
        self.by_state.iter().find(|it| it.0 == state).map_or(0, |it| it.1)
    }

    #[must_use]
    pub fn with_verdict(&self, verdict: Verdict) -> i64 {
        self.by_verdict.iter().find(|it| it.0 == verdict).map_or(0, |it| it.1)
    }

    /// What waits for an expert, by its state.
    #[must_use]
    pub fn waiting(&self) -> i64 {
        self.by_state.iter().filter(|it| it.0.waits_for_expert()).map(|it| it.1).sum()
    }

    fn add(&mut self, state: State, verdict: Option<Verdict>, n: i64) {
        self.all += n;
        match self.by_state.iter_mut().find(|it| it.0 == state) {
            Some(it) => it.1 += n,
            None => self.by_state.push((state, n)),
        }
        if let Some(verdict) = verdict {
            match self.by_verdict.iter_mut().find(|it| it.0 == verdict) {
                Some(it) => it.1 += n,
                None => self.by_verdict.push((verdict, n)),
            }
        }
    }
}

/// One state and verdict, summed.
struct Sum {
    state: State,
    verdict: Option<Verdict>,
    count: i64,
    weight: i64,
    needs_review: i64,
    urgent: i64,
    published: i64,
}
crate::row!(Sum { state, verdict, count, weight, needs_review, urgent, published });

/// The sums of one class.
pub async fn counts(run: &impl Run, class: &str) -> Result<Counts, Problem> {
    let rows: Vec<Sum> = run.all(&COUNTS, args![class]).await?;
    let mut counts = Counts { merged: run.the(&MERGED_COUNT, args![class]).await?, ..Counts::default() };
    for it in rows {
        counts.add(it.state, it.verdict, it.count);
        counts.weight += it.weight;
        counts.needs_review += it.needs_review;
        counts.urgent += it.urgent;
        counts.published += it.published;
    }
    Ok(counts)
}

/// The sums of one of several classes.
#[derive(Clone, Debug)]
pub struct ClassSum {
    pub class_id: String,
    pub counts: Counts,
}

/// The sums of every class within a scope: one query.
pub async fn counts_in(run: &impl Run, scope: &Scope) -> Result<Vec<ClassSum>, Problem> {
    let rows: Vec<(String, State, Option<Verdict>, i64, i64)> = run.all(&COUNTS_IN, args![scope.text()]).await?;
    let mut out: Vec<ClassSum> = Vec::new();
    for (class_id, state, verdict, n, needs_review) in rows {
        if out.last().is_none_or(|it| it.class_id != class_id) {
            out.push(ClassSum { class_id, counts: Counts::default() });
        }
        if let Some(last) = out.last_mut() {
            last.counts.add(state, verdict, n);
            last.counts.needs_review += needs_review;
        }
    }
    Ok(out)
}

/// By field: how many, of them resolved, of them partly; the most first.
pub async fn counts_by_field(run: &impl Run, class: &str) -> Result<Vec<(Field, i64, i64, i64)>, Problem> {
    let rows: Vec<(String, i64, i64, i64)> = run.all(&BY_FIELD, args![class]).await?;
    rows.into_iter().map(|(field, all, resolved, partly)| Ok((super::field(&field)?, all, resolved, partly))).collect()
}

/// By place (id, name): how many, of them resolved, of them partly. Without what was raised anonymously.
pub async fn counts_by_place(run: &impl Run, class: &str) -> Result<Vec<(String, String, i64, i64, i64)>, Problem> {
    run.all(&BY_PLACE, args![class]).await
}

/// What became of it, as the table of a class says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handling {
    /// Untangled (wholly or in part) by advice.
    AtClass,
    /// Sent to an authority above.
    Sent(Level),
    /// Advised; the raiser has not said yet.
    AwaitsVerdict,
    /// Waits for an expert, or for the raiser to make it clear.
    Waits,
    /// No longer needed.
    Dropped,
}

impl Handling {
    /// The key of its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AtClass => "handling-at-class",
            Self::Sent(Level::District) => "handling-district",
            Self::Sent(Level::Province) => "handling-province",
            Self::Sent(Level::Ministry) => "handling-ministry",
            Self::AwaitsVerdict => "handling-awaits-verdict",
            Self::Waits => "handling-waits",
            Self::Dropped => "handling-dropped",
        }
    }
}

/// A row of the table of difficulties of a class (the paper's columns, in their order).
#[derive(Clone, Debug)]
pub struct TableRow {
    pub difficulty: Difficulty,
    /// Labels of the clauses that the standing advice cites.
    pub basis: Vec<String>,
    pub advice: String,
    pub warning: String,
    pub handling: Handling,
    /// The authority it was sent to; empty if to none.
    pub authority: String,
    /// ISO; empty if none.
    pub due_on: String,
    /// The authority's answer (its number and text), if there is one.
    pub answer: String,
    /// The reason given with the last verdict.
    pub reason: String,
}

/// The last authority that a difficulty was sent to.
struct Sent {
    difficulty_id: String,
    level: Level,
    owner: String,
    due_on: String,
    number: Option<String>,
    answer: Option<String>,
}
crate::row!(Sent { difficulty_id, level, owner, due_on, number, answer });

/// Every difficulty of a class that is not merged away, by code. Five queries, however many there are. The caller hides the place and
/// the raiser of what [`Difficulty::is_hidden_from`] the asker.
pub async fn table(run: &impl Run, class: &str) -> Result<Vec<TableRow>, Problem> {
    let difficulties: Vec<Difficulty> = run.all(&OF_CLASS, args![class]).await?;
    let mut basis: HashMap<String, Vec<String>> = HashMap::new();
    for cited in citations_of_class(run, class).await? {
        let label = cited.label();
        basis.entry(cited.of).or_default().push(label);
    }
    let advices: Vec<(String, String, String)> = run.all(&ADVICES_OF_CLASS, args![class]).await?;
    let mut advices: HashMap<String, (String, String)> = advices.into_iter().map(|(id, text, warning)| (id, (text, warning))).collect();
    let sent: Vec<Sent> = run.all(&ESCALATIONS_OF_CLASS, args![class]).await?;
    let mut sent: HashMap<String, Sent> = sent.into_iter().map(|it| (it.difficulty_id.clone(), it)).collect();
    let reasons: Vec<(String, String)> = run.all(&REASONS_OF_CLASS, args![class]).await?;
    let mut reasons: HashMap<String, String> = reasons.into_iter().collect();
    Ok(difficulties
        .into_iter()
        .map(|it| {
            let (advice, warning) = advices.remove(&it.id).unwrap_or_default();
            let sent = sent.remove(&it.id);
            let handling = handling(&it, sent.as_ref().map(|it| it.level));
            let (authority, due_on, answer) = sent.map_or_else(Default::default, |it| {
                let answer = [it.number, it.answer].into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(": ");
                (it.owner, it.due_on, answer)
            });
            let basis = basis.remove(&it.id).unwrap_or_default();
            let reason = reasons.remove(&it.id).unwrap_or_default();
            TableRow { difficulty: it, basis, advice, warning, handling, authority, due_on, answer, reason }
        })
        .collect())
}

fn handling(it: &Difficulty, sent: Option<Level>) -> Handling {
    match (it.state, it.verdict, sent) {
        (_, Some(Verdict::NoLongerNeeded), _) => Handling::Dropped,
        (_, _, Some(level)) => Handling::Sent(level),
        (State::Closed, _, None) => Handling::AtClass,
        (State::Advised, _, None) => Handling::AwaitsVerdict,
        _ => Handling::Waits,
    }
}
