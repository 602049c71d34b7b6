//! Difficulties: the thing itself for those who see its class, and the published answer for everyone else.
//!
//! The published one names neither person nor place, and has no place here either. Of what was raised anonymously the place is nowhere in
//! the index: nobody finds it by its commune, and nobody is shown it. What was merged is found as what it was merged into.

use super::{mark, province_mark};
use crate::db::{Run, args};
use crate::difficulties::{State, Verdict, look_of};
use crate::ground::Problem;
use crate::search::engine::Entry;
use crate::search::entry::{Kind, Passage, Shown, lines, shortened};
use crate::search::sees::Of;

crate::statements! {
    REGISTER = "select d.id, d.code, d.class_id, d.project_id, d.anonymous, d.field, coalesce(d.component_id, ''),
            coalesce(co.period_id, j.period_id, ''), d.text, d.tried, d.wish, d.state, d.verdict, d.needs_review, d.changed_at,
            p.full_name, coalesce(gp.name, pp.name, p.name), coalesce(v.text, ''),
            coalesce((select s.answer from escalations s where s.difficulty_id = d.id and s.answered_at is not null
                order by s.answered_at desc, s.id desc limit 1), ''),
            coalesce(a.question, ''), coalesce(a.answer, ''), coalesce(a.published_at, 0)
        from difficulties d
        join projects j on j.id = d.project_id
        join places p on p.id = d.place_id
        left join places pp on pp.id = p.parent_id
        left join places gp on gp.id = pp.parent_id
        left join components co on co.id = d.component_id
        left join advices v on v.difficulty_id = d.id and v.superseded_at is null
        left join answers a on a.difficulty_id = d.id and a.withdrawn_at is null
        where d.state <> 'merged' and ($1 = '*' or $1 like '%,' || d.id || ',%') order by d.id";
    /// Whose advice stands on a document.
    CITING = "select distinct v.difficulty_id from citations c join advices v on v.id = c.advice_id where c.document_id = $1";
}

struct Register {
    id: String,
    code: String,
    class_id: String,
    project_id: String,
    anonymous: bool,
    field: String,
    component_id: String,
    period_id: String,
    text: String,
    tried: String,
    wish: String,
    state: State,
    verdict: Option<Verdict>,
    needs_review: bool,
    changed_at: i64,
    place: String,
    province: String,
    advice: String,
    from_above: String,
    question: String,
    answer: String,
    published_at: i64,
}
crate::row!(Register {
    id,
    code,
    class_id,
    project_id,
    anonymous,
    field,
    component_id,
    period_id,
    text,
    tried,
    wish,
    state,
    verdict,
    needs_review,
    changed_at,
    place,
    province,
    advice,
    from_above,
    question,
    answer,
    published_at,
});

/// The difficulties whose advice stands on a document.
pub(crate) async fn citing(run: &impl Run, document: &str) -> Result<Vec<String>, Problem> {
    run.all(&CITING, args![document]).await
}

/// The entries of difficulties (`,id,id,`, or all).
pub(crate) async fn register(run: &impl Run, ids: &str) -> Result<Vec<Entry>, Problem> {
    let all: Vec<Register> = run.all(&REGISTER, args![ids]).await?;
    Ok(all.iter().flat_map(|it| std::iter::once(it.inside()).chain(it.published())).collect())
}

impl Register {
    fn of(&self) -> Of<'_> {
        Of { class: &self.class_id, project: &self.project_id }
    }

    fn marks(&self, seen: Vec<String>) -> Vec<String> {
        let mut marks = vec!["source:difficulty".to_owned(), Kind::Difficulty.mark()];
        marks.extend(seen);
        marks.extend(
            mark("field", &self.field).into_iter().chain(mark("component", &self.component_id)).chain(mark("period", &self.period_id)),
        );
        marks
    }

    fn state(&self) -> (String, String) {
        let (class, word) = look_of(self.state, self.verdict);
        (class.to_owned(), word.to_owned())
    }

    fn inside(&self) -> Entry {
        let mut marks = self.marks(self.of().inside());
        let place = if self.anonymous { String::new() } else { self.place.clone() };
        if !self.anonymous {
            marks.push(province_mark(&self.province));
        }
        let texts = [&self.advice, &self.from_above, &self.answer, &self.tried, &self.wish];
        let passages = lines(&self.text).chain(texts.into_iter().flat_map(|text| lines(text)));
        let shown = self.shown(&self.text, format!("/difficulties/{}", self.id), place, passages);
        self.entry(format!("difficulty/{}", self.id), marks, format!("{} {}", self.text, self.question), &shown, self.changed_at)
    }

    fn published(&self) -> Option<Entry> {
        if self.question.is_empty() {
            return None;
        }
        let passages = lines(&self.question).chain(lines(&self.answer));
        let shown = self.shown(&self.question, format!("/answers/{}", self.id), String::new(), passages);
        let marks = self.marks(self.of().copy());
        Some(self.entry(format!("answer/{}", self.id), marks, self.question.clone(), &shown, self.published_at))
    }

    fn shown(&self, text: &str, path: String, place: String, passages: impl Iterator<Item = Passage>) -> Shown {
        Shown {
            kind: Kind::Difficulty,
            title: shortened(text, 180),
            path,
            place,
            facts: vec![self.code.clone()],
            state: self.state(),
            needs_review: self.needs_review,
            passages: passages.collect(),
        }
    }

    fn entry(&self, key: String, marks: Vec<String>, title: String, shown: &Shown, at: i64) -> Entry {
        let of = format!("difficulty/{}", self.id);
        Entry { of, key, marks, title, passages: shown.texts(), shown: shown.kept(), at, is_name: false }
    }
}
