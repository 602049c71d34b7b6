//! What is read to be found, as it stands in the tables; and what facets are called. Each reader gives the entries of some things of one
//! source, or of all of them, always made anew as a whole.

mod law;
mod places;
mod practices;
mod register;

pub(super) use law::{documents, law, turned};
pub(super) use places::places;
pub(super) use practices::practices;
pub(super) use register::{citing, register};

use crate::db::{Run, Statement, args};
use crate::ground::Problem;
use std::collections::HashMap;

/// Every list of statements.
pub(super) const LISTS: [&[Statement]; 5] = [ALL, law::ALL, register::ALL, practices::ALL, places::ALL];

/// All things of a source.
pub(super) const EVERY: &str = "*";

crate::statements! {
    /// What components and periods are called, by their marks.
    NAMES = "select 'component:' || co.id, co.name from components co where $1 like '%,' || co.id || ',%'
        union all
        select 'period:' || pe.id, pr.name || ', ' || pe.name from periods pe join programmes pr on pr.id = pe.programme_id
        where $1 like '%,' || pe.id || ',%'";
    EVENT_AT = "select id from journal where position = $1";
}

/// What these marks of components and periods are called.
pub(super) async fn names<'a>(run: &impl Run, marks: impl Iterator<Item = &'a str>) -> Result<HashMap<String, String>, Problem> {
    let ids = listed(marks.filter_map(|mark| mark.split_once(':')).map(|(_, id)| id));
    let all: Vec<(String, String)> = run.all(&NAMES, args![ids]).await?;
    Ok(all.into_iter().collect())
}

/// The event that a journal has at this position: whether it is still the journal that it was.
pub(super) async fn event_at(run: &impl Run, position: i64) -> Result<Option<String>, Problem> {
    run.one(&EVENT_AT, args![position]).await
}

/// `,id,id,`
pub(super) fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.fold(String::from(","), |all, id| all + id + ",")
}

/// What is said of the province in a mark: the same name before and after 1 July 2025 is one facet.
fn province_mark(name: &str) -> String {
    format!("province:{name}")
}

/// A mark, where there is something to say.
fn mark(kind: &str, id: &str) -> Option<String> {
    (!id.is_empty()).then(|| format!("{kind}:{id}"))
}
