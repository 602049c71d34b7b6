//! What belongs to one difficulty: advice, citations, questions, authorities, reviews, and all that happened.

use crate::db::{Row, Run, args};
use crate::difficulties::difficulty::Level;
use crate::ground::dates::Date;
use crate::ground::{Instant, Problem};
use crate::policy::{Cite, Rewording, cite_label};

crate::statements! {
    ADVICES = "select a.id, coalesce(p.name, ''), a.text, a.warning, a.revision, a.at, a.superseded_at
        from advices a left join persons p on p.id = a.expert_id where a.difficulty_id = $1 order by a.revision desc, a.at desc";
    /// Each with whether the library has the clause, and how its document stands on the day `$2`.
    CITATIONS = "select c.advice_id, c.document_id, o.number, c.article, c.clause, c.point, coalesce(v.summary, ''),
            (c.article = '' or v.id is not null or exists (select 1 from wordings n where n.document_id = c.document_id
                and n.article = c.article and n.clause = c.clause and n.point = c.point)), coalesce(o.expires_on, '9999') <= $2,
            coalesce((select min(f.number) from relations r join documents f on f.id = r.from_id
                where r.to_id = o.id and r.kind in ('replaces', 'repeals') and r.article = '' and not r.partial and r.mark <> 'memory'
                and coalesce(r.on_date, f.effective_on, '') <= $2), '')
        from citations c
        join advices a on a.id = c.advice_id
        join documents o on o.id = c.document_id
        left join provisions v on v.document_id = c.document_id and v.article = c.article and v.clause = c.clause and v.point = c.point
        where a.difficulty_id = $1 order by a.revision desc, o.number, v.sort nulls last, c.article, c.clause, c.point";
    /// Of the advice that stands, for every difficulty of a class.
    CITATIONS_OF_CLASS = "select a.difficulty_id, c.document_id, o.number, c.article, c.clause, c.point, '', true, false, ''
        from citations c
        join advices a on a.id = c.advice_id
        join difficulties d on d.id = a.difficulty_id
        join documents o on o.id = c.document_id
        where d.class_id = $1 and a.superseded_at is null order by a.difficulty_id, o.number, c.article, c.clause, c.point";
    CLARIFICATIONS = "select k.question, coalesce(k.answer, '') from clarifications k where k.difficulty_id = $1 order by k.asked_at, k.id";
    /// What stands beside a difficulty, in one question: what was asked and not answered, what was sent up, what was said with verdicts,
    /// what was merged into it. The oldest first.
    BESIDE = "select 'asked', k.asked_at, coalesce(p.name, ''), k.question, '', '', '', '', k.answered_at
            from clarifications k left join persons p on p.id = k.asked_by where k.difficulty_id = $1 and k.answered_at is null
        union all select 'sent', e.at, e.level, e.owner, e.due_on, e.reason, coalesce(e.answer, ''), coalesce(e.answer_number, ''),
            e.answered_at from escalations e where e.difficulty_id = $1
        union all select 'said', v.at, v.reason, v.id, '', '', '', '', v.at from verdicts v
            join difficulties o on o.id = v.difficulty_id and o.verdict = v.verdict where v.difficulty_id = $1
        union all select 'merged', d.changed_at, d.id, d.code, d.text, '', '', '', d.changed_at from difficulties d where d.merged_into = $1
        order by 2, 4";
    ESCALATIONS = "select level, owner, due_on, reason, answered_at, answer, answer_number
        from escalations where difficulty_id = $1 order by at desc, id";
    REVIEWS = "select w.opened_at, w.closed_at, l.kind, l.from_id, f.number, t.number, l.article, l.clause,
        l.point, l.on_date, l.note, l.to_id, l.id,
        (exists (select 1 from wordings n where n.by_id = l.from_id and n.document_id = l.to_id))
            or (l.kind = 'replaces' and exists (select 1 from texts x where x.document_id = l.from_id)
                and exists (select 1 from texts x where x.document_id = l.to_id))
        from reviews w
        join relations l on l.id = w.relation_id
        join documents f on f.id = l.from_id
        join documents t on t.id = l.to_id
        where w.difficulty_id = $1 order by w.opened_at desc, w.id";
    /// What documents did to the words that open reviews are about, each with what stood there before.
    REWORDINGS = "select l.id, n.document_id, n.article, n.clause, n.point, coalesce(o.label, ''), coalesce(o.title, ''), coalesce(o.body, ''),
            n.label, n.title, n.body
        from reviews w
        join relations l on l.id = w.relation_id
        join wordings n on n.by_id = l.from_id and n.document_id = l.to_id and n.article <> ''
            and (l.article = '' or (n.article = l.article and (l.clause = '' or n.clause = '' or (n.clause = l.clause
                and (l.point = '' or n.point = '' or n.point = l.point)))))
        left join wordings o on o.document_id = n.document_id and o.article = n.article and o.clause = n.clause and o.point = n.point
            and o.sort = n.sort and o.until_on = n.from_on and o.from_on < n.from_on
        where w.difficulty_id = $1 and w.closed_at is null order by l.id, n.sort, n.from_on, n.since_hlc, n.id limit 200";
    HISTORY = "select j.kind, j.at, j.actor, coalesce(a.name, ''), j.on_behalf, coalesce(b.name, ''), coalesce(x.name, ''), j.body
        from journal j
        left join persons a on a.id = j.actor
        left join persons b on b.id = j.on_behalf
        left join assignments s on s.id = j.id
        left join persons x on x.id = s.expert_id
        where j.about = $1 order by j.at, j.position";
}

/// One revision of the advice.
#[derive(Clone, Debug)]
pub struct Advice {
    pub id: String,
    pub expert: String,
    pub text: String,
    pub warning: String,
    pub revision: i64,
    pub at: Instant,
    pub superseded_at: Option<Instant>,
}
crate::row!(Advice { id, expert, text, warning, revision, at, superseded_at });

/// A clause that an advice stands on.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The advice (or, in a list of a whole class, the difficulty) that cites it.
    pub of: String,
    pub cite: Cite,
    pub number: String,
    pub summary: String,
    /// The library has it.
    pub kept: bool,
    /// Its document's days are over.
    pub expired: bool,
    /// The number of what replaced or repealed its document wholly; or empty.
    pub replaced_by: String,
}

impl crate::db::FromRow for Cited {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let (of, document_id) = (row.take()?, row.take()?);
        let number = row.take()?;
        let cite = Cite { document_id, article: row.take()?, clause: row.take()?, point: row.take()? };
        Ok(Self { of, cite, number, summary: row.take()?, kept: row.take()?, expired: row.take()?, replaced_by: row.take()? })
    }
}

impl Cited {
    /// "điểm a khoản 2 Điều 7 Nghị định 27/2022/NĐ-CP"
    #[must_use]
    pub fn label(&self) -> String {
        cite_label(&self.number, &self.cite.article, &self.cite.clause, &self.cite.point)
    }
}

/// What was asked of the raiser; the answer is empty until there is one.
#[derive(Clone, Debug)]
pub struct Clarification {
    pub question: String,
    pub answer: String,
}
crate::row!(Clarification { question, answer });

/// What was sent to an authority above.
#[derive(Clone, Debug)]
pub struct Escalation {
    pub level: Level,
    pub owner: String,
    pub due_on: String,
    pub reason: String,
    pub answered_at: Option<Instant>,
    pub answer: Option<String>,
    pub answer_number: Option<String>,
}
crate::row!(Escalation { level, owner, due_on, reason, answered_at, answer, answer_number });

/// Why an advice needs, or needed, to be read again.
#[derive(Clone, Debug)]
pub struct Review {
    pub opened_at: Instant,
    pub closed_at: Option<Instant>,
    pub kind: String,
    pub from_id: String,
    pub from_number: String,
    pub to_number: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    pub on_date: Option<String>,
    pub note: String,
    pub to_id: String,
    pub relation_id: String,
    /// Has the library the words before and after?
    pub shown: bool,
}
crate::row!(Review {
    opened_at,
    closed_at,
    kind,
    from_id,
    from_number,
    to_number,
    article,
    clause,
    point,
    on_date,
    note,
    to_id,
    relation_id,
    shown
});

impl Review {
    /// What was changed: "khoản 2 Điều 3 Thông tư 55/2023/TT-BTC", or the whole document.
    #[must_use]
    pub fn label(&self) -> String {
        cite_label(&self.to_number, &self.article, &self.clause, &self.point)
    }
}

/// One that was merged into this one.
#[derive(Clone, Debug)]
pub struct MergedOne {
    pub id: String,
    pub code: String,
    pub text: String,
    /// When it was merged: nothing happens to it afterwards.
    pub at: Instant,
}

/// What stands beside a difficulty.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Who asked what, and was not answered yet.
    pub asked: Vec<(String, String)>,
    /// The latest authority first.
    pub sent: Vec<Escalation>,
    /// What was said with the last verdict.
    pub reason: String,
    pub merged: Vec<MergedOne>,
}

struct BesideRow {
    kind: String,
    at: Instant,
    texts: [String; 6],
    done_at: Option<Instant>,
}

impl crate::db::FromRow for BesideRow {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let (kind, at) = (row.take()?, row.take()?);
        let texts = [row.take()?, row.take()?, row.take()?, row.take()?, row.take()?, row.take()?];
        Ok(Self { kind, at, texts, done_at: row.take()? })
    }
}

/// One thing that happened, as the journal has it.
#[derive(Clone, Debug)]
pub struct Line {
    pub kind: String,
    pub at: Instant,
    pub actor: Option<String>,
    pub actor_name: String,
    pub on_behalf: Option<String>,
    pub on_behalf_name: String,
    pub assigned_name: String,
    pub body: String,
}
crate::row!(Line { kind, at, actor, actor_name, on_behalf, on_behalf_name, assigned_name, body });

/// The advice that stands first, then older revisions.
pub async fn advices(run: &impl Run, id: &str) -> Result<Vec<Advice>, Problem> {
    run.all(&ADVICES, args![id]).await
}

pub async fn citations(run: &impl Run, id: &str, on: Date) -> Result<Vec<Cited>, Problem> {
    run.all(&CITATIONS, args![id, on.iso()]).await
}

pub async fn citations_of_class(run: &impl Run, class: &str) -> Result<Vec<Cited>, Problem> {
    run.all(&CITATIONS_OF_CLASS, args![class]).await
}

pub async fn clarifications(run: &impl Run, id: &str) -> Result<Vec<Clarification>, Problem> {
    run.all(&CLARIFICATIONS, args![id]).await
}

pub async fn escalations(run: &impl Run, id: &str) -> Result<Vec<Escalation>, Problem> {
    run.all(&ESCALATIONS, args![id]).await
}

pub async fn reviews(run: &impl Run, id: &str) -> Result<Vec<Review>, Problem> {
    run.all(&REVIEWS, args![id]).await
}

/// The words that changed under what is to be reviewed.
pub async fn rewordings(run: &impl Run, id: &str) -> Result<Vec<Rewording>, Problem> {
    run.all(&REWORDINGS, args![id]).await
}

pub async fn beside(run: &impl Run, id: &str) -> Result<Beside, Problem> {
    let mut out = Beside::default();
    for it in run.all::<BesideRow>(&BESIDE, args![id]).await? {
        let [first, second, third, fourth, fifth, sixth] = it.texts;
        match it.kind.as_str() {
            "asked" => out.asked.push((first, second)),
            "sent" => {
                let level = Level::from_name(&first).ok_or_else(|| Problem::new(format!("{first} is no level")))?;
                let some = |text: String| Some(text).filter(|it| !it.is_empty());
                let (answer, answer_number) = (some(fifth), some(sixth));
                out.sent.push(Escalation {
                    level,
                    owner: second,
                    due_on: third,
                    reason: fourth,
                    answered_at: it.done_at,
                    answer,
                    answer_number,
                });
            }
            "said" => out.reason = first,
            _ => out.merged.push(MergedOne { id: first, code: second, text: third, at: it.at }),
        }
    }
    out.sent.reverse();
    Ok(out)
}

/// All that happened to it, oldest first.
pub async fn history(run: &impl Run, id: &str) -> Result<Vec<Line>, Problem> {
    run.all(&HISTORY, args![id]).await
}
