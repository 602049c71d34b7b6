//! Queries of places. What is found is official lists: nobody is kept from them.

use super::place::{Found, Place, Wanted, within_sentence};
use crate::db::{FromRow, Row, Run, args, statements};
use crate::ground::Problem;
use crate::ground::dates::Date;

statements! {
    PLACE = "select id, era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to from places where id = $1";
    FOUND = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name
        from places p left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where p.id = $1";
    LINEAGE = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name,
            d.id, d.full_name, g.id, g.full_name
        from places p left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where p.id = $1";
    BY_CODE = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name
        from places p left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where p.code like $1 || '%' and ($2 = '' or (p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)))
        order by length(p.code), p.code, p.era limit $3";
    BY_NAME = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name
        from places p left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where (p.name_fold like '%' || $1 || '%' or p.name_fold like '%' || $2 || '%' or $1 like p.name_fold || ' %' or $2 like p.name_fold || ' %')
          and ($3 = '' or (p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3)))
        order by case when p.name_fold in ($1, $2) then 0
            when $1 like p.name_fold || ' %' or $2 like p.name_fold || ' %' then 1
            when p.name_fold like $1 || '%' or p.name_fold like $2 || '%' then 2 else 3 end,
          length(p.code), p.name_sort, p.id
        limit $4";
    WITHIN = "select id, era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to
        from places where parent_id = $1 order by name_sort, id";
    PROVINCES = "select id, era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to
        from places where kind = 'province' order by era, name_sort, id";
    COMMUNES = "select id, era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to
        from places
        where kind = 'commune' and (parent_id = $1 or parent_id in (select id from places where parent_id = $1 and kind = 'district'))
        order by name_sort, id";
    SUCCESSORS = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name,
            s.extent, (select count(*) from successors t where t.after_id = s.after_id)
        from successors s join places p on p.id = s.after_id left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where s.before_id = $1 order by s.extent desc, p.name_sort, p.id";
    PREDECESSORS = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name,
            s.extent, (select count(*) from successors t where t.before_id = s.before_id)
        from successors s join places p on p.id = s.before_id left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where s.after_id = $1 order by s.extent desc, p.name_sort, p.id";
    WITHIN_BECAME = "select c.id, c.full_name, c.code, o.full_name, s.extent
        from places c left join successors s on s.before_id = c.id left join places o on o.id = s.after_id
        where c.parent_id = $1 order by c.name_sort, c.id, s.extent desc, o.name_sort, o.id";
    WITHIN_MADE_OF = "select c.id, c.full_name, c.code, o.full_name, s.extent
        from places c left join successors s on s.after_id = c.id left join places o on o.id = s.before_id
        where c.parent_id = $1 order by c.name_sort, c.id, s.extent desc, o.name_sort, o.id";
    // Of the other era: the same code, or the same name in a province that this one's became or was made of.
    TWINS = "select p.id, p.era, p.code, p.kind, p.name, p.full_name, p.parent_id, p.lat, p.lon, p.valid_from, p.valid_to, d.full_name, g.full_name
        from places p left join places d on d.id = p.parent_id left join places g on g.id = d.parent_id
        where p.era <> $1 and p.kind = $2
          and (p.code = $3 or (p.name_fold = $4 and exists (select 1 from successors s
            where (s.before_id = $5 and s.after_id in (d.id, g.id)) or (s.after_id = $5 and s.before_id in (d.id, g.id)))))
          and not exists (select 1 from successors s where (s.before_id = p.id and s.after_id = $6) or (s.after_id = p.id and s.before_id = $6))
        order by p.name_sort, p.id";
    STANDING = "select id, era, code, kind, name, full_name, parent_id, lat, lon, valid_from, valid_to from places";
    STANDING_SUCCESSIONS = "select before_id, after_id, extent from successors";
}

/// The place, then the full names of what it lies in, the nearest first.
impl FromRow for Found {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let place = Place::from_row(row)?;
        let above: [Option<String>; 2] = [row.take()?, row.take()?];
        let parents: Vec<String> = above.iter().flatten().map(|it| within_sentence(it)).collect();
        Ok(Self { place, parents: parents.join(", ") })
    }
}

/// The place of this id.
pub async fn place(run: &impl Run, id: &str) -> Result<Option<Place>, Problem> {
    run.one(&PLACE, args![id]).await
}

/// The place of this id with where it lies.
pub async fn located(run: &impl Run, id: &str) -> Result<Option<Found>, Problem> {
    run.one(&FOUND, args![id]).await
}

/// A place with those that it lies in, the nearest first.
#[derive(Clone, Debug)]
pub(super) struct Lineage {
    pub(super) found: Found,
    /// Id and full name.
    pub(super) above: Vec<(String, String)>,
}

impl FromRow for Lineage {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let found = Found::from_row(row)?;
        let mut above = Vec::new();
        for _ in 0..2 {
            let (id, name): (Option<String>, Option<String>) = (row.take()?, row.take()?);
            above.extend(id.zip(name));
        }
        Ok(Self { found, above })
    }
}

impl Lineage {
    /// The id of the province: the last above, or the place itself.
    pub(super) fn province(&self) -> &str {
        self.above.last().map_or(self.found.place.id.as_str(), |(id, _)| id.as_str())
    }
}

pub(super) async fn lineage(run: &impl Run, id: &str) -> Result<Option<Lineage>, Problem> {
    run.one(&LINEAGE, args![id]).await
}

/// Places by name, with or without diacritics, or by code; at a day, or of all times. What is typed may begin with the kind and may go
/// on with where the place lies: "Xã Mỹ Lung, huyện Yên Lập". The best answers first; limits beyond a few hundred are not reached.
pub async fn find(run: &impl Run, text: &str, at: Option<Date>, limit: i64) -> Result<Vec<Found>, Problem> {
    let Some(wanted) = Wanted::read(text) else { return Ok(Vec::new()) };
    let at = at.map(Date::iso).unwrap_or_default();
    let mut found: Vec<Found> =
        if wanted.is_code() { run.all(&BY_CODE, args![&wanted.folded, &at, limit.max(50)]).await? } else { Vec::new() };
    if found.is_empty() {
        // "Phường 1" is asked for by its digits too; and the finest order, by diacritics, is made here: the store knows folded names.
        found = run.all(&BY_NAME, args![&wanted.folded, &wanted.bare, &at, limit.max(400)]).await?;
    }
    let mut ranked: Vec<(u8, Found)> = found.into_iter().filter_map(|it| Some((wanted.rank(&it)?, it))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(ranked.into_iter().map(|(_, it)| it).collect())
}

/// What lies directly within a place, sorted.
pub async fn within(run: &impl Run, parent: &str) -> Result<Vec<Place>, Problem> {
    run.all(&WITHIN, args![parent]).await
}

/// The provinces of both eras, the new ones first, sorted.
pub async fn provinces(run: &impl Run) -> Result<Vec<Place>, Problem> {
    run.all(&PROVINCES, &[]).await
}

/// The communes of a province (in the old era through its districts), sorted.
pub async fn descendants_of_province(run: &impl Run, province: &str) -> Result<Vec<Place>, Problem> {
    run.all(&COMMUNES, args![province]).await
}

/// One end of a succession as seen from the other.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) other: Found,
    pub(super) extent: String,
    /// How many such links the other end has.
    pub(super) shared: i64,
}

impl FromRow for Link {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { other: Found::from_row(row)?, extent: row.take()?, shared: row.take()? })
    }
}

pub(super) async fn became(run: &impl Run, id: &str) -> Result<Vec<Link>, Problem> {
    run.all(&SUCCESSORS, args![id]).await
}

pub(super) async fn made_of(run: &impl Run, id: &str) -> Result<Vec<Link>, Problem> {
    run.all(&PREDECESSORS, args![id]).await
}

/// What became of a place: each with `whole` or `part`.
pub async fn successors(run: &impl Run, id: &str) -> Result<Vec<(Place, String)>, Problem> {
    Ok(became(run, id).await?.into_iter().map(|it| (it.other.place, it.extent)).collect())
}

/// What a place was made of: each with `whole` or `part`.
pub async fn predecessors(run: &impl Run, id: &str) -> Result<Vec<(Place, String)>, Problem> {
    Ok(made_of(run, id).await?.into_iter().map(|it| (it.other.place, it.extent)).collect())
}

/// A line of the list of what lies within a place: id, full name, code; one end of one succession and its extent.
pub(super) type Child = (String, String, String, Option<String>, Option<String>);

pub(super) async fn children(run: &impl Run, parent: &Place) -> Result<Vec<Child>, Problem> {
    run.all(if parent.is_old() { &WITHIN_BECAME } else { &WITHIN_MADE_OF }, args![&parent.id]).await
}

/// Places of the other era that are easily taken for this one and are not what became of it.
pub(super) async fn twins(run: &impl Run, place: &Place, province: &str) -> Result<Vec<Found>, Problem> {
    let fold = crate::ground::text::fold(&place.name);
    run.all(&TWINS, args![&place.era, &place.kind, &place.code, fold, province, &place.id]).await
}
