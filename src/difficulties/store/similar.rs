//! Difficulties that are like a text. The index of the house finds them, by their own words, by what was published and by what was advised;
//! how they stand now comes from the tables, in one query.

use crate::db::{Run, args};
use crate::difficulties::difficulty::{State, Verdict};
use crate::ground::Problem;
use crate::web::{House, Like};

crate::statements! {
    /// `$2` a class, `$3` a project (either may be empty): what lies there, beside all that is published.
    THESE = "select d.id, d.code, d.class_id, d.project_id, d.raiser_id, d.text, a.question, a.answer, v.text, d.state, d.verdict,
        d.weight, d.needs_review, coalesce(r.illustration, false)
        from difficulties d
        left join answers a on a.difficulty_id = d.id and a.withdrawn_at is null
        left join persons r on r.id = d.raiser_id
        left join advices v on v.difficulty_id = d.id and v.superseded_at is null
        where $1 like '%,' || d.id || ',%' and d.state <> 'merged'
        and (d.class_id = $2 or d.project_id = $3 or a.difficulty_id is not null)";
}

/// The part of what a text says that another must say too to be offered as similar.
const CLOSE: f32 = 0.36;

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
    /// How much of what the text says it shares, from 0 to 1.
    pub share: f32,
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
pub async fn near(house: &House, text: &str, within: Within<'_>, most: usize) -> Result<Vec<Near>, Problem> {
    let like = Like { kind: "difficulty", text, within: &[within.class, within.project], most };
    let alike = house.finder.alike(like).await?;
    if alike.is_empty() {
        return Ok(Vec::new());
    }
    let ids = alike.iter().fold(String::from(","), |all, it| all + &it.id + ",");
    let mut rows: Vec<Near> = house.db.all(&THESE, args![ids, within.class, within.project]).await?;
    let place = |id: &str| alike.iter().position(|it| it.id == id).unwrap_or(usize::MAX);
    rows.sort_by_key(|row| place(&row.id));
    for row in &mut rows {
        row.share = alike.iter().find(|it| it.id == row.id).map_or(0.0, |it| it.share);
    }
    Ok(rows)
}
