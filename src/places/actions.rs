//! The verbs of places: a list of units is taken over.

use super::event::{LISTED, Listed};
use super::place::{Place, Succession, Unit};
use super::reading::{read_provinces, read_successors, read_units};
use super::store::{STANDING, STANDING_SUCCESSIONS};
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::Problem;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Units or successions in one event: small enough to read, large enough for the whole country in some fifty events.
const CHUNK: usize = 500;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// In the lists.
    pub units: usize,
    pub successors: usize,
    /// Not standing so before.
    pub changed: usize,
}

/// Takes over one piece of a list, as one event. A succession names units of this piece or of earlier ones. The same piece under the
/// same deed is taken over once.
pub async fn list_units(tx: &mut Tx, deed: &Deed, units: &[Unit], successors: &[Succession]) -> Result<(), Problem> {
    let body = Listed { units: Cow::Borrowed(units), successors: Cow::Borrowed(successors) };
    let print = hex::encode(Sha256::digest(serde_json::to_vec(&body)?));
    let about = units.first().map(Unit::id).or_else(|| successors.first().map(|it| it.before.clone())).unwrap_or_default();
    tx.record(&deed.part(&format!("{LISTED}/{print}")), LISTED, &about, None, &body).await?;
    Ok(())
}

/// Takes over lists given as texts, in either of the two shapes that `reading` knows. Only what does not stand so already becomes an
/// event, so the same lists twice are harmless. What a list no longer names is left as it stands: a unit that ended has an end.
pub async fn import_tsv(tx: &mut Tx, deed: &Deed, units: &str, successors: &str, provinces: &str) -> Result<Imported, Problem> {
    let units = read_units(units)?;
    let mut links = read_provinces(provinces)?;
    links.extend(read_successors(successors)?);
    let standing: Vec<Place> = tx.all(&STANDING, &[]).await?;
    let standing: HashMap<&str, &Place> = standing.iter().map(|it| (it.id.as_str(), it)).collect();
    known_ends(&units, &links, &standing)?;
    let succeeded: Vec<(String, String, String)> = tx.all(&STANDING_SUCCESSIONS, &[]).await?;
    let succeeded: HashSet<(&str, &str, &str)> =
        succeeded.iter().map(|(before, after, extent)| (before.as_str(), after.as_str(), extent.as_str())).collect();

    let (all_units, all_links) = (units.len(), links.len());
    let units: Vec<Unit> = units.into_iter().filter(|it| !standing.get(it.id().as_str()).is_some_and(|place| it.is(place))).collect();
    links.retain(|it| !succeeded.contains(&(it.before.as_str(), it.after.as_str(), it.extent.as_str())));
    for piece in units.chunks(CHUNK) {
        list_units(tx, deed, piece, &[]).await?;
    }
    for piece in links.chunks(CHUNK) {
        list_units(tx, deed, &[], piece).await?;
    }
    Ok(Imported { units: all_units, successors: all_links, changed: units.len() + links.len() })
}

/// Parents and both ends of successions must be in the lists or stand already.
fn known_ends(units: &[Unit], links: &[Succession], standing: &HashMap<&str, &Place>) -> Result<(), Problem> {
    let listed: HashSet<String> = units.iter().map(Unit::id).collect();
    let known = |id: &str| listed.contains(id) || standing.contains_key(id);
    let parents = units.iter().filter_map(|it| it.parent_id.as_deref().map(|parent| (it.id(), parent)));
    let stray = parents.into_iter().find(|(_, parent)| !known(parent)).map(|(id, parent)| format!("{id} lies in {parent}"));
    let lost = links.iter().find(|it| !known(&it.before) || !known(&it.after)).map(|it| format!("{} becomes {}", it.before, it.after));
    stray.or(lost).map_or(Ok(()), |it| Err(Problem::new(format!("{it}, which no list names"))))
}

/// Takes over the lists of a folder: `units`, `successors` and `province_successors` (or `provinces`), as `.csv` or `.tsv`.
pub async fn import_folder(db: &Db, deed: &Deed, folder: &Path) -> Result<Imported, Problem> {
    let read = |names: &[&str]| {
        let paths = names.iter().flat_map(|name| [folder.join(format!("{name}.csv")), folder.join(format!("{name}.tsv"))]);
        let path = paths
            .into_iter()
            .find(|it| it.is_file())
            .ok_or_else(|| Problem::new(format!("{} has no {}.csv or .tsv", folder.display(), names.join(" or "))))?;
        std::fs::read_to_string(&path).map_err(|error| Problem::new(format!("{}: {error}", path.display())))
    };
    let (units, successors, provinces) = (read(&["units"])?, read(&["successors"])?, read(&["province_successors", "provinces"])?);
    let mut tx = db.begin().await?;
    let imported = import_tsv(&mut tx, deed, &units, &successors, &provinces).await?;
    tx.commit().await?;
    Ok(imported)
}
