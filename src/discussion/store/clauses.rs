//! What is not clear in the documents of a session.

use crate::db::{FromRow, Row, Run, args};
use crate::ground::Problem;
use crate::policy::{Cite, Kind};

crate::statements! {
    READINGS = "select d.id, d.kind, d.number, d.title,
        (select count(*) from unclear_marks u where u.session_id = $1 and u.document_id = d.id and u.withdrawn_at is null)
        from documents d where d.id in (select m.document_id from materials m where m.session_id = $1) order by d.issued_on, d.id";
    IS_MATERIAL = "select count(*) from materials where session_id = $1 and document_id = $2";
    COUNTS = "select document_id, article, clause, point, count(*) from unclear_marks
        where session_id = $1 and document_id = $2 and withdrawn_at is null group by document_id, article, clause, point
        order by count(*) desc, document_id, article, clause, point";
    NOTES = "select document_id, article, clause, point, note from unclear_marks
        where session_id = $1 and document_id = $2 and withdrawn_at is null and note <> '' order by at, person_id limit 300";
    MINE = "select document_id, article, clause, point, note from unclear_marks
        where session_id = $1 and document_id = $2 and person_id = $3 and withdrawn_at is null";
}

/// A document of a session, with how many marks stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discussion) struct Reading {
    pub id: String,
    pub name: String,
    pub title: String,
    pub marks: i64,
}

impl FromRow for Reading {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let (id, kind, number): (String, String, String) = (row.take()?, row.take()?, row.take()?);
        let kind = Kind::from_name(&kind).ok_or_else(|| Problem::new(format!("{kind} is no kind of document")))?;
        Ok(Self { id, name: format!("{} {number}", kind.title()), title: row.take()?, marks: row.take()? })
    }
}

/// How many have marked a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discussion) struct Count {
    pub cite: Cite,
    pub people: i64,
}

impl FromRow for Count {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { cite: cite(row)?, people: row.take()? })
    }
}

/// What somebody noted with a mark; nobody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::discussion) struct Note {
    pub cite: Cite,
    pub text: String,
}

impl FromRow for Note {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { cite: cite(row)?, text: row.take()? })
    }
}

/// One's own mark.
pub(in crate::discussion) type Mark = Note;

fn cite(row: &mut Row) -> Result<Cite, Problem> {
    Ok(Cite { document_id: row.take()?, article: row.take()?, clause: row.take()?, point: row.take()? })
}

/// The documents of a session.
pub(in crate::discussion) async fn readings(run: &impl Run, session: &str) -> Result<Vec<Reading>, Problem> {
    run.all(&READINGS, args![session]).await
}

/// Is the document given out in the session?
pub(in crate::discussion) async fn is_material(run: &impl Run, session: &str, document: &str) -> Result<bool, Problem> {
    Ok(run.the::<i64>(&IS_MATERIAL, args![session, document]).await? > 0)
}

/// How many marked which clause, the heaviest first.
pub(in crate::discussion) async fn counts(run: &impl Run, session: &str, document: &str) -> Result<Vec<Count>, Problem> {
    run.all(&COUNTS, args![session, document]).await
}

pub(in crate::discussion) async fn notes(run: &impl Run, session: &str, document: &str) -> Result<Vec<Note>, Problem> {
    run.all(&NOTES, args![session, document]).await
}

/// A person's own marks.
pub(in crate::discussion) async fn marks_of(run: &impl Run, session: &str, document: &str, person: &str) -> Result<Vec<Mark>, Problem> {
    run.all(&MINE, args![session, document, person]).await
}
