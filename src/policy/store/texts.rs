//! Queries of texts: what a document says on a day, what changed it, who cites it, what is left to settle.

use super::{Document, named};
use crate::db::{FromRow, Row, Run, args, statements};
use crate::ground::{Instant, Problem};
use crate::policy::document::Kind;
use crate::policy::mention::Mention;
use crate::policy::wording::Wording;

statements! {
    WORDINGS = "select id, document_id, level, article, clause, point, label, title, body, sort, from_on, until_on, by_id, basis, change
        from wordings where document_id = $1 and from_on <= $2 and (until_on is null or until_on > $2) order by sort, id";
    /// Without what the parts say: enough for a list of headings.
    HEADINGS = "select id, document_id, level, article, clause, point, label,
            case when change = 'repealed' then coalesce((select max(p.title) from wordings p where p.document_id = $1
                and p.article = wordings.article and p.level = 'article'), '') else title end,
            case when level in ('article', 'part', 'chapter', 'section', 'subsection', 'annex', 'form') then substr(body, 1, 200) else '' end,
            sort, from_on, until_on, by_id, basis, change
        from wordings where document_id = $1 and from_on <= $2 and (until_on is null or until_on > $2)
            and level not in ('clause', 'point') order by sort, id";
    WORDING_CHANGES = "select id, document_id, level, article, clause, point, label, title, body, sort, from_on, until_on, by_id, basis, change
        from wordings where document_id = $1
            and ((from_on >= $2 and from_on <= $3) or (until_on is not null and until_on >= $2 and until_on <= $3))
        order by sort, from_on, since_hlc, id";
    /// All that was ever said under an article.
    OF_ARTICLE = "select id, document_id, level, article, clause, point, label, title, body, sort, from_on, until_on, by_id, basis, change
        from wordings where document_id = $1 and article = $2 order by sort, from_on, since_hlc, id";
    VERSIONS = "select distinct from_on from wordings where document_id = $1 order by from_on";
    TEXT = "select document_id, file_name, format, encoding, text, kept_at from texts where document_id = $1";
    /// Articles of a document that were worded anew: how often.
    REWORDED = "select article, count(distinct from_on) from wordings where document_id = $1 and by_id is not null and article <> ''
            and from_on <= $2 group by article order by article";
    /// Who cites a document: the documents, with how often.
    CITED_BY = "select d.id, d.kind, d.number, count(*) from mentions m join documents d on d.id = m.document_id
        where m.to_id = $1 and m.document_id <> $1 group by d.id, d.kind, d.number order by count(*) desc, d.id limit 60";
    /// Where an article is cited, also in its own document.
    ARTICLE_CITED = "select d.id, d.kind, d.number, m.article, m.clause, m.point, m.to_clause, m.to_point
        from mentions m join documents d on d.id = m.document_id
        where m.to_id = $1 and m.to_article = $2 and (m.document_id <> $1 or m.article <> $2)
        order by case when d.id = $1 then 0 else 1 end, d.issued_on desc nulls last, d.id, m.article, m.clause, m.point, m.id limit 200";
    MENTIONS = "select article, clause, point, to_id, to_number, to_article, to_clause, to_point from mentions
        where document_id = $1 order by id";
    LEFTOVERS = "select l.id, l.by_id, l.to_id, l.article, l.clause, l.point, l.told, l.basis, l.why, l.settled_at, l.how,
            coalesce(t.kind, ''), coalesce(t.number, ''), (exists (select 1 from texts x where x.document_id = l.to_id))
        from leftovers l left join documents t on t.id = l.to_id where l.by_id = $1 order by l.sort, l.id";
    LEFTOVER = "select l.id, l.by_id, l.to_id, l.article, l.clause, l.point, l.told, l.basis, l.why, l.settled_at, l.how,
            coalesce(t.kind, ''), coalesce(t.number, ''), (exists (select 1 from texts x where x.document_id = l.to_id))
        from leftovers l left join documents t on t.id = l.to_id where l.id = $1";
    /// How many wait, by document.
    WAITING = "select count(*) from leftovers where by_id = $1 and settled_at is null";
    /// Has this document reworded that one already?
    CARRIED = "select distinct document_id from wordings where by_id = $1";
    /// Orders on a document of which a person said that nothing has to be changed.
    NO_CHANGE = "select by_id, article, clause, point from leftovers where to_id = $1 and how = 'no-change'";
    HAS_TEXT = "select document_id from texts where $1 like '%,' || document_id || ',%'";
    /// Amending documents with a text whose orders wait for the text of this one.
    WAITING_FOR = "select distinct l.by_id from leftovers l where l.settled_at is null
            and ((l.to_id = $1 and l.why = 'no-text') or (l.to_id is null and l.why = 'other-document'
                and exists (select 1 from mentions m where m.document_id = l.by_id and m.to_id = $1)))
        order by l.by_id";
    BY_NUMBERS = "select id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note
        from documents where $1 like '%,' || number_fold || ',%' order by issued_on desc nulls last, id";
}

crate::row!(Wording { id, document_id, level, article, clause, point, label, title, body, sort, from_on, until_on, by_id, basis, change });
crate::row!(Mention { article, clause, point, to_id, to_number, to_article, to_clause, to_point });

/// The text of a document as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub document_id: String,
    pub file_name: String,
    pub format: String,
    pub encoding: String,
    pub text: String,
    pub kept_at: Instant,
}
crate::row!(Text { document_id, file_name, format, encoding, text, kept_at });

/// A document that cites, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    pub id: String,
    /// "Thông tư 02/2022/TT-UBDT"
    pub name: String,
    pub times: i64,
}

impl FromRow for Citing {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            name: format!("{} {}", named(row, Kind::from_name)?.title(), row.take::<String>()?),
            times: row.take()?,
        })
    }
}

/// One place that cites a provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedAt {
    pub id: String,
    pub name: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    /// The clause and point that it cites.
    pub to_clause: String,
    pub to_point: String,
}

impl FromRow for CitedAt {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            name: format!("{} {}", named(row, Kind::from_name)?.title(), row.take::<String>()?),
            article: row.take()?,
            clause: row.take()?,
            point: row.take()?,
            to_clause: row.take()?,
            to_point: row.take()?,
        })
    }
}

/// What an amending document orders and was not carried out mechanically.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftover {
    pub id: String,
    pub by_id: String,
    pub to_id: Option<String>,
    pub article: String,
    pub clause: String,
    pub point: String,
    pub told: String,
    pub basis: String,
    pub why: String,
    pub settled_at: Option<Instant>,
    pub how: Option<String>,
    /// The document it is about, by name; empty where nobody knows.
    pub to_name: String,
    /// Has the library its text?
    pub to_kept: bool,
}

impl FromRow for Leftover {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let mut it = Self {
            id: row.take()?,
            by_id: row.take()?,
            to_id: row.take()?,
            article: row.take()?,
            clause: row.take()?,
            point: row.take()?,
            told: row.take()?,
            basis: row.take()?,
            why: row.take()?,
            settled_at: row.take()?,
            how: row.take()?,
            ..Self::default()
        };
        let (kind, number): (String, String) = (row.take()?, row.take()?);
        it.to_name = Kind::from_name(&kind).map(|kind| format!("{} {number}", kind.title())).unwrap_or_default();
        it.to_kept = row.take()?;
        Ok(it)
    }
}

/// What a document says on a day (`2022-07-01`), in its order. A repealed provision is there with an empty body; it has no label where it
/// went with the one it stood in. Nothing before the document's first day.
pub async fn wordings(run: &impl Run, document: &str, on: &str) -> Result<Vec<Wording>, Problem> {
    run.all(&WORDINGS, args![document, on]).await
}

/// Its parts on a day without clauses and points, with the beginning of each body.
pub(in crate::policy) async fn headings(run: &impl Run, document: &str, on: &str) -> Result<Vec<Wording>, Problem> {
    run.all(&HEADINGS, args![document, on]).await
}

/// Wordings that begin or end in a span of days, both ends included.
pub async fn wording_changes(run: &impl Run, document: &str, from: &str, to: &str) -> Result<Vec<Wording>, Problem> {
    run.all(&WORDING_CHANGES, args![document, from, to]).await
}

/// All wordings of an article, its clauses and points, of every day.
pub async fn wordings_of_article(run: &impl Run, document: &str, article: &str) -> Result<Vec<Wording>, Problem> {
    run.all(&OF_ARTICLE, args![document, article]).await
}

/// The days at which something changes, the first day of the document first; none where the library has no text.
pub async fn versions_of(run: &impl Run, document: &str) -> Result<Vec<String>, Problem> {
    run.all(&VERSIONS, args![document]).await
}

/// The text as it was kept.
pub async fn text(run: &impl Run, document: &str) -> Result<Option<Text>, Problem> {
    run.one(&TEXT, args![document]).await
}

/// Articles that were worded anew up to a day, with how many times.
pub(in crate::policy) async fn reworded(run: &impl Run, document: &str, on: &str) -> Result<Vec<(String, i64)>, Problem> {
    run.all(&REWORDED, args![document, on]).await
}

/// The documents that cite this one.
pub async fn cited_by(run: &impl Run, document: &str) -> Result<Vec<Citing>, Problem> {
    run.all(&CITED_BY, args![document]).await
}

/// The places that cite an article, in its own document first.
pub async fn article_cited(run: &impl Run, document: &str, article: &str) -> Result<Vec<CitedAt>, Problem> {
    run.all(&ARTICLE_CITED, args![document, article]).await
}

/// What a document cites.
pub async fn mentions(run: &impl Run, document: &str) -> Result<Vec<Mention>, Problem> {
    run.all(&MENTIONS, args![document]).await
}

/// What a document orders and was not carried out mechanically, in its order.
pub(in crate::policy) async fn leftovers(run: &impl Run, by: &str) -> Result<Vec<Leftover>, Problem> {
    run.all(&LEFTOVERS, args![by]).await
}

pub(in crate::policy) async fn leftover(run: &impl Run, id: &str) -> Result<Option<Leftover>, Problem> {
    run.one(&LEFTOVER, args![id]).await
}

/// How many of these wait for a person.
pub(in crate::policy) async fn waiting(run: &impl Run, by: &str) -> Result<i64, Problem> {
    run.the(&WAITING, args![by]).await
}

/// The documents that this one has reworded.
pub(in crate::policy) async fn carried(run: &impl Run, by: &str) -> Result<Vec<String>, Problem> {
    run.all(&CARRIED, args![by]).await
}

/// Orders on a document that change nothing in its text: by whom, and on which provision.
pub(in crate::policy) async fn no_change(run: &impl Run, document: &str) -> Result<Vec<(String, String, String, String)>, Problem> {
    run.all(&NO_CHANGE, args![document]).await
}

/// Which of `,id,id,` have a text.
pub(in crate::policy) async fn with_text(run: &impl Run, ids: &str) -> Result<Vec<String>, Problem> {
    run.all(&HAS_TEXT, args![ids]).await
}

/// Kept documents that amend this one and wait for it, or for its text.
pub(in crate::policy) async fn waiting_for(run: &impl Run, document: &str) -> Result<Vec<String>, Problem> {
    run.all(&WAITING_FOR, args![document]).await
}

/// The documents of `,number,number,`, folded.
pub(in crate::policy) async fn by_numbers(run: &impl Run, numbers: &str) -> Result<Vec<Document>, Problem> {
    run.all(&BY_NUMBERS, args![numbers]).await
}
