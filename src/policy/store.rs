//! Queries of documents. Everyone who is signed in may read them all.

mod compare;
mod texts;
mod words;

pub(super) use compare::{ALL as COMPARE, ChangedOn, Readable, changed_on, open_rereadings, readable};
pub(super) use texts::{
    ALL as TEXTS, Leftover, by_numbers, carried, headings, leftover, leftovers, no_change, reworded, waiting, waiting_for, with_text,
};
pub use texts::{
    CitedAt, Citing, Text, article_cited, cited_by, mentions, text, versions_of, wording_changes, wordings, wordings_of_article,
};

pub(super) use words::ALL as WORDS;

use super::choice::{Choice, offer};
use super::citing::Wanted;
use super::document::{Document, Kind, Mark};
use super::provision::Provision;
use super::relation::{Effect, Touch};
use crate::db::{FromRow, Row, Run, args, statements};
use crate::ground::Problem;
use crate::ground::dates::Date;
use std::collections::HashMap;

statements! {
    DOCUMENT = "select id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note
        from documents where id = $1";
    DOCUMENTS = "select id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note
        from documents order by issued_on desc nulls last, number_fold, id";
    /// By number (or, when it stood alone, as a word); each word, where it is not empty, in the kind, the number, the title or the
    /// issuer; of a kind; of a year.
    FOUND = "select id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note
        from documents
        where ($1 = '' or number_fold = $1 or number_fold like $1 || '/%' or ($8 and title_fold like '% ' || $1 || ' %'))
          and ($2 = '' or title_fold like '% ' || $2 || ' %') and ($3 = '' or title_fold like '% ' || $3 || ' %')
          and ($4 = '' or title_fold like '% ' || $4 || ' %') and ($5 = '' or title_fold like '% ' || $5 || ' %')
          and ($6 = '' or title_fold like '% ' || $6 || ' %')
          and ($9 = '' or kind = $9) and ($10 = '' or issued_on like $10 || '%' or number_fold like '%/' || $10 || '/%')
        order by issued_on desc nulls last, number_fold, id limit $7";
    /// Of documents by number; by article; by words.
    CLAUSES = "select p.id, p.document_id, p.article, p.clause, p.point, p.heading, p.summary, p.mark, p.source, p.checked_on
        from provisions p join documents d on d.id = p.document_id
        where ($1 = '' or d.number_fold = $1 or d.number_fold like $1 || '/%') and ($2 = '' or p.article = $2)
          and ($3 = '' or p.summary_fold like '% ' || $3 || ' %') and ($4 = '' or p.summary_fold like '% ' || $4 || ' %')
          and ($5 = '' or p.summary_fold like '% ' || $5 || ' %') and ($6 = '' or p.summary_fold like '% ' || $6 || ' %')
          and ($7 = '' or p.summary_fold like '% ' || $7 || ' %')
        order by d.issued_on desc nulls last, p.document_id, p.sort limit $8";
    /// The documents of provisions that were found by their own words.
    OF_CLAUSES = "select id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note
        from documents where $1 like '%,' || id || ',%' order by issued_on desc nulls last, number_fold, id";
    PROVISIONS = "select id, document_id, article, clause, point, heading, summary, mark, source, checked_on
        from provisions where document_id = $1 order by sort";
    /// What touches documents: `*`, or `,id,id,`.
    TOUCHES = "select r.to_id, r.kind, r.from_id, f.kind, f.number, f.effective_on, r.article, r.clause, r.point, r.partial, r.basis, r.on_date,
            r.note, r.mark, (exists (select 1 from provisions p where p.document_id = r.from_id))
        from relations r join documents f on f.id = r.from_id
        where $1 = '*' or $1 like '%,' || r.to_id || ',%'
        order by coalesce(r.on_date, f.effective_on) nulls last, r.id";
    /// What a document does to others.
    DOES = "select r.to_id, r.kind, t.id, t.kind, t.number, t.effective_on, r.article, r.clause, r.point, r.partial, r.basis, r.on_date,
            r.note, r.mark, (exists (select 1 from provisions p where p.document_id = t.id))
        from relations r join documents t on t.id = r.to_id
        where r.from_id = $1 order by coalesce(r.on_date, t.effective_on) nulls last, r.id";
    SAME_NUMBER = "select id from documents where number_fold = $1 and coalesce(issued_on, '') = $2 and id <> $3";
    SAME_RELATION = "select id from relations
        where from_id = $1 and kind = $2 and to_id = $3 and article = $4 and clause = $5 and point = $6 and id <> $7";
}

impl FromRow for Document {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            number: row.take()?,
            kind: named(row, Kind::from_name)?,
            issuer: row.take()?,
            title: row.take()?,
            issued_on: row.take()?,
            effective_on: row.take()?,
            expires_on: row.take()?,
            mark: named(row, Mark::from_name)?,
            dates_mark: named(row, Mark::from_name)?,
            source: row.take()?,
            checked_on: row.take()?,
            note: row.take()?,
        })
    }
}

impl FromRow for Provision {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            document_id: row.take()?,
            article: row.take()?,
            clause: row.take()?,
            point: row.take()?,
            heading: row.take()?,
            summary: row.take()?,
            mark: named(row, Mark::from_name)?,
            source: row.take()?,
            checked_on: row.take()?,
        })
    }
}

/// A relation as one end sees it.
pub(super) struct End {
    pub(super) of: String,
    pub(super) touch: Touch,
}

impl FromRow for End {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let of = row.take()?;
        let effect = named(row, Effect::from_name)?;
        let by_id = row.take()?;
        let by = format!("{} {}", named(row, Kind::from_name)?.title(), row.take::<String>()?);
        let touch = Touch {
            effect,
            by,
            by_id,
            by_since: row.take()?,
            article: row.take()?,
            clause: row.take()?,
            point: row.take()?,
            partial: row.take()?,
            basis: row.take()?,
            on_date: row.take()?,
            note: row.take()?,
            mark: named(row, Mark::from_name)?,
            by_kept: row.take()?,
        };
        Ok(Self { of, touch })
    }
}

fn named<T>(row: &mut Row, read: fn(&str) -> Option<T>) -> Result<T, Problem> {
    let name: String = row.take()?;
    read(&name).ok_or_else(|| Problem::new(format!("the library does not know “{name}”")))
}

/// Every document, the newest first.
pub async fn documents(run: &impl Run) -> Result<Vec<Document>, Problem> {
    run.all(&DOCUMENTS, &[]).await
}

/// The document of this id.
pub async fn document(run: &impl Run, id: &str) -> Result<Option<Document>, Problem> {
    run.one(&DOCUMENT, args![id]).await
}

/// The documents of `,id,id,`.
pub(super) async fn by_ids(run: &impl Run, ids: &str) -> Result<Vec<Document>, Problem> {
    run.all(&OF_CLAUSES, args![ids]).await
}

/// Its provisions in their order.
pub async fn provisions(run: &impl Run, document: &str) -> Result<Vec<Provision>, Problem> {
    run.all(&PROVISIONS, args![document]).await
}

/// What touches documents, by the id of the touched one: all of them, or those of `,id,id,`.
pub async fn touches(run: &impl Run, ids: &str) -> Result<HashMap<String, Vec<Touch>>, Problem> {
    let mut by_document: HashMap<String, Vec<Touch>> = HashMap::new();
    for end in run.all::<End>(&TOUCHES, args![ids]).await? {
        by_document.entry(end.of).or_default().push(end.touch);
    }
    Ok(by_document)
}

/// What a document does to others; `by` is then the other one.
pub(super) async fn does(run: &impl Run, document: &str) -> Result<Vec<Touch>, Problem> {
    Ok(run.all::<End>(&DOES, args![document]).await?.into_iter().map(|end| end.touch).collect())
}

/// The documents that a text asks for, by number and by words; of a kind and a year where these are not empty.
pub(super) async fn found(run: &impl Run, wanted: &Wanted, kind: &str, year: &str, limit: i64) -> Result<Vec<Document>, Problem> {
    let word = |at: usize| wanted.words.get(at).map_or("", String::as_str);
    let values = args![&wanted.number, word(0), word(1), word(2), word(3), word(4), limit, wanted.loose, kind, year];
    let mut found: Vec<Document> = run.all(&FOUND, values).await?;
    found.retain(|it| wanted.fits(it));
    Ok(found)
}

/// What can be cited for a typed text on a day: "d14 nd27", "điều 3 tt55", a number, words. Best first. Five queries at most.
pub async fn choices(run: &impl Run, text: &str, limit: i64, on: Date) -> Result<Vec<Choice>, Problem> {
    let mut wanted = Wanted::read(text);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    if !wanted.number.is_empty() && !wanted.article.is_empty() {
        wanted.words.clear();
    }
    let word = |at: usize| wanted.words.get(at).map_or("", String::as_str);
    let values = args![&wanted.number, &wanted.article, word(0), word(1), word(2), word(3), word(4), 400];
    let clauses: Vec<Provision> = run.all(&CLAUSES, values).await?;
    // A number alone says too little for every article of this number in the library to be looked at.
    let said = if wanted.number.is_empty() || wanted.article.is_empty() { Vec::new() } else { words::said(run, &wanted, on).await? };
    let mut documents = if wanted.number.is_empty() && !wanted.article.is_empty() {
        Vec::new()
    } else if wanted.number.is_empty() {
        found(run, &wanted, "", "", limit).await?
    } else {
        // With a number the words say which clause, not which document.
        found(run, &Wanted { words: Vec::new(), ..wanted.clone() }, "", "", 200).await?
    };
    let strangers = |it: &&Provision| documents.iter().all(|known| known.id != it.document_id);
    let missing = list(clauses.iter().filter(strangers).map(|it| it.document_id.as_str()));
    if missing.len() > 1 {
        documents.extend(run.all::<Document>(&OF_CLAUSES, args![missing]).await?);
    }
    let mut choices = offer(&wanted, &documents, &clauses, &said, usize::try_from(limit).unwrap_or_default());
    if !choices.is_empty() {
        let touched = touches(run, &list(choices.iter().map(|it| it.cite.document_id.as_str()))).await?;
        for choice in &mut choices {
            choice.state.touches = touched.get(&choice.cite.document_id).cloned().unwrap_or_default();
        }
    }
    Ok(choices)
}

/// `,id,id,`
fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::from(",");
    for id in ids {
        if !out.contains(id) {
            out.push_str(id);
            out.push(',');
        }
    }
    out
}

/// Another document of this number and day.
pub(super) async fn same_number(run: &impl Run, number_fold: &str, issued_on: &str, but: &str) -> Result<Option<String>, Problem> {
    run.one(&SAME_NUMBER, args![number_fold, issued_on, but]).await
}

/// The same relation under another id.
pub(super) async fn same_relation(run: &impl Run, it: &super::Related) -> Result<bool, Problem> {
    let values = args![&it.from_id, &it.kind, &it.to_id, &it.article, &it.clause, &it.point, &it.relation_id];
    Ok(run.one::<String>(&SAME_RELATION, values).await?.is_some())
}
