//! The facts of programmes as a file: programmes, their periods with components, and the places that stand in them. Pure.
//!
//! Documents are named by keys; a second file says what each key is called. Marks: `KC` read in a source, `KC1` partly, `BN` from memory.

use super::programme::{Mark, NewComponent, NewListing, NewPeriod, Programme};
use crate::ground::Problem;
use crate::ground::dates::Date;
use crate::places::place_id;
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
struct ProgrammesFile {
    programmes: Vec<ProgrammeLine>,
    #[serde(default)]
    listings: Vec<ListingLine>,
}

#[derive(Deserialize)]
struct ProgrammeLine {
    key: String,
    name: String,
    full_name: String,
    periods: Vec<PeriodLine>,
}

#[derive(Deserialize)]
struct PeriodLine {
    key: String,
    name: String,
    from: String,
    to: String,
    lead: String,
    basis: Vec<String>,
    mark: String,
    #[serde(default)]
    note: Option<String>,
    components: Vec<ComponentLine>,
}

#[derive(Deserialize)]
struct ComponentLine {
    code: String,
    parent: Option<String>,
    name: String,
    mark: String,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize)]
struct ListingLine {
    era: String,
    place: String,
    period: String,
    list: String,
    basis: String,
    from: String,
    to: Option<String>,
    mark: String,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
struct DocumentsFile {
    documents: Vec<DocumentLine>,
}

#[derive(Deserialize)]
struct DocumentLine {
    key: String,
    kind_name: String,
    number: String,
    issued_on: Option<String>,
}

/// What the files say, in the order in which it can be added.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) programmes: Vec<Programme>,
    pub(super) periods: Vec<NewPeriod>,
    pub(super) components: Vec<NewComponent>,
    pub(super) listings: Vec<NewListing>,
}

/// Reads both files.
pub(super) fn read(programmes: &str, documents: &str) -> Result<Facts, Problem> {
    let file: ProgrammesFile = serde_json::from_str(programmes)?;
    let labels = labels(documents)?;
    let mut facts = Facts::default();
    for (sort, line) in (0..).zip(file.programmes) {
        let (id, periods) = (line.key, line.periods);
        facts.programmes.push(Programme { id: id.clone(), name: line.full_name, short_name: line.name, sort });
        for period in periods {
            read_period(&mut facts, &id, period, &labels)?;
        }
    }
    for line in file.listings {
        let ListingLine { era, place, period, list, basis, from, to, mark, source } = line;
        let to = to.map(|it| day(&it)).transpose()?;
        facts.listings.push(NewListing {
            period_id: period,
            place_id: place_id(&era, &place),
            standing: list,
            valid_from: day(&from)?,
            valid_to: to,
            basis: label(&labels, &basis)?,
            mark: self::mark(&mark)?,
            source,
        });
    }
    Ok(facts)
}

fn read_period(facts: &mut Facts, programme: &str, line: PeriodLine, labels: &HashMap<String, String>) -> Result<(), Problem> {
    let basis: Vec<String> = line.basis.iter().map(|key| label(labels, key)).collect::<Result<_, _>>()?;
    for (sort, it) in (0..).zip(line.components) {
        let known = |parent: &String| facts.components.iter().any(|above| above.period_id == line.key && above.code == *parent);
        if let Some(parent) = it.parent.as_ref().filter(|parent| !known(parent)) {
            return Err(Problem::new(format!("{}: {} stands before its parent {parent}, or that is missing", line.key, it.code)));
        }
        let ComponentLine { code, parent, name, mark, note } = it;
        let (mark, note) = (self::mark(&mark)?, note.unwrap_or_default());
        facts.components.push(NewComponent { period_id: line.key.clone(), parent, code, name, sort, mark, note });
    }
    facts.periods.push(NewPeriod {
        id: line.key,
        programme_id: programme.to_owned(),
        name: line.name,
        starts_on: day(&line.from)?,
        ends_on: day(&line.to)?,
        agency: line.lead,
        legal_basis: basis.join("\n"),
        mark: mark(&line.mark)?,
        note: line.note.unwrap_or_default(),
    });
    Ok(())
}

/// `Quyết định 135/1998/QĐ-TTg ngày 31/07/1998` by key.
fn labels(documents: &str) -> Result<HashMap<String, String>, Problem> {
    let file: DocumentsFile = serde_json::from_str(documents)?;
    let label = |it: DocumentLine| {
        let issued = it.issued_on.map(|it| day(&it).map(|it| super::programme::day(&it))).transpose()?;
        let name = format!("{} {}", it.kind_name, it.number);
        Ok((it.key, issued.map_or_else(|| name.clone(), |issued| format!("{name} ngày {issued}"))))
    };
    file.documents.into_iter().map(label).collect()
}

fn label(labels: &HashMap<String, String>, key: &str) -> Result<String, Problem> {
    labels.get(key).cloned().ok_or_else(|| Problem::new(format!("no document is called {key}")))
}

fn day(iso: &str) -> Result<String, Problem> {
    Date::from_iso(iso).map(Date::iso).map_err(|error| Problem::new(format!("“{iso}” is no day: {error}")))
}

fn mark(mark: &str) -> Result<Mark, Problem> {
    match mark {
        "KC" => Ok(Mark::Checked),
        "KC1" => Ok(Mark::Partly),
        "BN" => Ok(Mark::Memory),
        other => Err(Problem::new(format!("no mark is called {other}"))),
    }
}
