//! Places of both eras, by their names and where they lie.

use super::province_mark;
use crate::db::{Run, row};
use crate::ground::Problem;
use crate::ground::dates::Date;
use crate::search::engine::Entry;
use crate::search::entry::{Kind, Shown};
use crate::search::sees;

crate::statements! {
    PLACES = "select p.id, p.name, p.full_name, coalesce(pp.full_name, ''), coalesce(gp.full_name, ''), coalesce(gp.name, pp.name, p.name), p.valid_to
        from places p left join places pp on pp.id = p.parent_id left join places gp on gp.id = pp.parent_id order by p.id";
}

struct Lying {
    id: String,
    name: String,
    full_name: String,
    parent: String,
    grand: String,
    province: String,
    valid_to: Option<String>,
}
row!(Lying { id, name, full_name, parent, grand, province, valid_to });

/// The entries of all places.
pub(crate) async fn places(run: &impl Run) -> Result<Vec<Entry>, Problem> {
    let all: Vec<Lying> = run.all(&PLACES, &[]).await?;
    Ok(all.iter().map(Lying::entry).collect())
}

impl Lying {
    fn entry(&self) -> Entry {
        let lies: Vec<&str> = [self.parent.as_str(), self.grand.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
        let until = self.valid_to.as_deref().map(|it| Date::from_iso(it).map_or_else(|_| it.to_owned(), |day| day.to_string()));
        let whole = std::iter::once(self.full_name.as_str()).chain(lies.iter().copied()).collect::<Vec<_>>().join(", ");
        let shown = Shown {
            kind: Kind::Place,
            title: self.full_name.clone(),
            path: format!("/places/{}", self.id),
            place: lies.join(", "),
            facts: Vec::new(),
            state: if until.is_some() { ("off".into(), "search-place-past".into()) } else { Default::default() },
            needs_review: false,
            passages: Vec::new(),
        };
        Entry {
            of: format!("place/{}", self.id),
            key: format!("place/{}", self.id),
            marks: vec!["source:place".into(), Kind::Place.mark(), sees::ALL.into(), province_mark(&self.province)],
            title: self.name.clone(),
            passages: vec![whole],
            shown: shown.kept(),
            // Those of today first.
            at: i64::from(until.is_none()),
            is_name: true,
        }
    }
}
