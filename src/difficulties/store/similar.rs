//! Difficulties that are like a text: a few queries, whatever the text and however many there are; the ranking is
//! [`crate::difficulties::similar`].

use crate::db::{Run, Value, args};
use crate::difficulties::difficulty::{State, Verdict};
use crate::difficulties::similar::{CLOSE, MOST_TERMS, Weights, asked, score, worth as worth_asking};
use crate::ground::Problem;

macro_rules! terms {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)",
            $after
        )
    };
}

crate::statements! {
    ALL_COUNT = "select count(*) from difficulties";
    TERM_COUNTS = terms!("select t.term, count(*) from difficulty_terms t where t.term in ", " group by t.term");
    /// `$25` a class, `$26` a project (either may be empty): what lies there, beside all that is published.
    HAVING = terms!("select t.difficulty_id, t.term from difficulty_terms t
        join difficulties d on d.id = t.difficulty_id
        left join answers a on a.difficulty_id = d.id and a.withdrawn_at is null
        where d.state <> 'merged' and (d.class_id = $25 or d.project_id = $26 or a.difficulty_id is not null) and t.term in ", "");
    BEST = terms!("select d.id, d.code, d.class_id, d.project_id, d.raiser_id, d.text, a.question, a.answer, v.text, d.state, d.verdict,
        d.weight, d.needs_review, coalesce(r.illustration, false), (select count(*) from difficulty_terms t where t.difficulty_id = d.id)
        from difficulties d
        left join answers a on a.difficulty_id = d.id and a.withdrawn_at is null
        left join persons r on r.id = d.raiser_id
        left join advices v on v.difficulty_id = d.id and v.superseded_at is null
        where d.id in ", "");
}

/// Where to look beside the published answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Within<'a> {
    pub class: &'a str,
    pub project: &'a str,
}

/// A difficulty like the text, the closest first.
#[derive(Clone, Debug)]
pub struct Near {
    pub id: String,
    pub code: String,
    pub class_id: String,
    pub project_id: String,
    pub raiser_id: Option<String>,
    pub text: String,
    pub question: Option<String>,
    pub answer: Option<String>,
    pub advice: Option<String>,
    pub state: State,
    pub verdict: Option<Verdict>,
    pub weight: i64,
    pub needs_review: bool,
    pub illustration: bool,
    length: i64,
    /// How much of what the text says it shares, from 0 to 1.
    pub share: f64,
}

impl crate::db::FromRow for Near {
    fn from_row(row: &mut crate::db::Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            code: row.take()?,
            class_id: row.take()?,
            project_id: row.take()?,
            raiser_id: row.take()?,
            text: row.take()?,
            question: row.take()?,
            answer: row.take()?,
            advice: row.take()?,
            state: row.take()?,
            verdict: row.take()?,
            weight: row.take()?,
            needs_review: row.take()?,
            illustration: row.take()?,
            length: row.take()?,
            share: 0.0,
        })
    }
}

impl Near {
    /// Close enough to be offered instead of raising the same again.
    #[must_use]
    pub fn is_close(&self) -> bool {
        self.share >= CLOSE
    }

    /// Anyone may read it.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.question.is_some()
    }
}

/// What is like `text`, at most `most`, the closest first.
pub async fn near(run: &impl Run, text: &str, within: Within<'_>, most: usize) -> Result<Vec<Near>, Problem> {
    let asked = asked(text);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let all: i64 = run.the(&ALL_COUNT, &[]).await?;
    let mut known: Vec<(String, i64)> = Vec::new();
    for group in asked.chunks(MOST_TERMS) {
        known.extend(run.all::<(String, i64)>(&TERM_COUNTS, &padded(group)).await?);
    }
    let weights = Weights::of(&asked, &known, all);
    let worth = worth_asking(&known);
    if worth.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = padded(&worth);
    values.extend(args![within.class, within.project].iter().cloned());
    let found: Vec<(String, String)> = run.all(&HAVING, &values).await?;
    let best = weights.best(&found, MOST_TERMS);
    if best.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = best.iter().map(|it| it.0.clone()).collect();
    let mut rows: Vec<Near> = run.all(&BEST, &padded(&ids)).await?;
    let usual = mean(&rows);
    let shared = |id: &str| best.iter().find(|it| it.0 == id).map_or(0.0, |it| it.1);
    let mut ranked: Vec<(f64, Near)> = rows
        .drain(..)
        .map(|mut row| {
            let weight = shared(&row.id);
            row.share = weight / weights.whole.max(f64::MIN_POSITIVE);
            (score(weight, row.length, usual), row)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    Ok(ranked.into_iter().map(|it| it.1).take(most).collect())
}

/// Two dozen values: the last one again where there are fewer.
fn padded(values: &[String]) -> Vec<Value> {
    let last = values.last().map_or(Value::from(""), Value::from);
    values.iter().map(Value::from).chain(std::iter::repeat(last)).take(MOST_TERMS).collect()
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "lengths are small")]
fn mean(rows: &[Near]) -> f64 {
    rows.iter().map(|it| it.length as f64).sum::<f64>() / (rows.len().max(1) as f64)
}
