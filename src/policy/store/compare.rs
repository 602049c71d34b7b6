//! Queries of what is new: which documents can be put side by side, and who changed one on which day.

use super::named;
use crate::db::{FromRow, Row, Run, args, statements};
use crate::ground::Problem;
use crate::policy::document::Kind;
use crate::policy::rereading::Subject;

statements! {
    /// Documents that the library has the text of, the newest first.
    READABLE = "select d.id, d.kind, d.number, coalesce(d.effective_on, d.issued_on, '') from documents d
        where exists (select 1 from texts t where t.document_id = d.id)
        order by d.issued_on desc nulls last, d.number_fold, d.id limit 200";
    /// The days on which a document changes, each with the documents that did it.
    CHANGED_ON = "select distinct w.from_on, coalesce(d.id, ''), coalesce(d.kind, 'other'), coalesce(d.number, '')
        from wordings w left join documents d on d.id = w.by_id where w.document_id = $1 order by 1, 4";
    OPEN_REREADINGS = "select relation_id from rereadings where subject = $1 and subject_id = $2 and closed_at is null order by relation_id";
}

/// A document to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::policy) struct Readable {
    pub(in crate::policy) id: String,
    pub(in crate::policy) name: String,
    /// From when it applies; or empty.
    pub(in crate::policy) since: String,
}

impl FromRow for Readable {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            id: row.take()?,
            name: format!("{} {}", named(row, Kind::from_name)?.title(), row.take::<String>()?),
            since: row.take()?,
        })
    }
}

/// A day on which a document changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::policy) struct ChangedOn {
    pub(in crate::policy) day: String,
    /// Empty: as issued.
    pub(in crate::policy) by_id: String,
    pub(in crate::policy) by: String,
}

impl FromRow for ChangedOn {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let (day, by_id) = (row.take()?, row.take::<String>()?);
        let (kind, number) = (named(row, Kind::from_name)?, row.take::<String>()?);
        Ok(Self { day, by: if by_id.is_empty() { String::new() } else { format!("{} {number}", kind.title()) }, by_id })
    }
}

pub(in crate::policy) async fn readable(run: &impl Run) -> Result<Vec<Readable>, Problem> {
    run.all(&READABLE, &[]).await
}

pub(in crate::policy) async fn changed_on(run: &impl Run, document: &str) -> Result<Vec<ChangedOn>, Problem> {
    run.all(&CHANGED_ON, args![document]).await
}

/// What changed under a thing since it was last read.
pub(in crate::policy) async fn open_rereadings(run: &impl Run, subject: Subject, id: &str) -> Result<Vec<String>, Problem> {
    run.all(&OPEN_REREADINGS, args![subject.name(), id]).await
}
