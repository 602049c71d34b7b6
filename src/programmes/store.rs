//! Queries of programmes and local items. Everyone who is signed in may read them.

use super::item::LocalItem;
use super::programme::{Component, Listing, Period, in_tree_order};
use crate::db::{FromRow, Row, Run, args, statements};
use crate::ground::Problem;
use crate::places::within_sentence;

statements! {
    PERIODS = "select p.id, p.programme_id, r.short_name, r.name, p.name, p.starts_on, p.ends_on, p.agency, p.legal_basis, p.mark, p.note,
            (select count(*) from components c where c.period_id = p.id),
            (select count(distinct l.place_id) from listings l where l.period_id = p.id)
        from periods p join programmes r on r.id = p.programme_id
        order by r.sort, p.starts_on, p.id";
    PERIOD = "select p.id, p.programme_id, r.short_name, r.name, p.name, p.starts_on, p.ends_on, p.agency, p.legal_basis, p.mark, p.note,
            (select count(*) from components c where c.period_id = p.id),
            (select count(distinct l.place_id) from listings l where l.period_id = p.id)
        from periods p join programmes r on r.id = p.programme_id
        where p.id = $1";
    COMPONENTS = "select id, period_id, parent_id, code, name, cast(0 as bigint), mark, note
        from components where period_id = $1 order by sort, id";
    COMPONENT = "select id, period_id, parent_id, code, name, cast(0 as bigint), mark, note from components where id = $1";
    ALL_COMPONENTS = "select c.id, c.period_id, c.parent_id, c.code, c.name, cast(0 as bigint), c.mark, c.note
        from components c join periods p on p.id = c.period_id join programmes r on r.id = p.programme_id
        order by r.sort, p.starts_on, p.id, c.sort, c.id";
    LISTED_PLACES = "select l.period_id, r.short_name || ', ' || substr(p.starts_on, 1, 4) || '–' || substr(p.ends_on, 1, 4), l.place_id, o.full_name, l.standing, l.valid_from, l.valid_to, l.basis, l.mark, l.source,
            d.full_name, g.full_name
        from listings l join periods p on p.id = l.period_id join programmes r on r.id = p.programme_id
          join places o on o.id = l.place_id left join places d on d.id = o.parent_id left join places g on g.id = d.parent_id
        where l.period_id = $1
        order by coalesce(g.name_sort, ''), coalesce(d.name_sort, ''), l.valid_from, o.name_sort, l.id limit $2";
    // Of the place itself and of what it was made of or became.
    STANDINGS = "select l.period_id, r.short_name || ', ' || substr(p.starts_on, 1, 4) || '–' || substr(p.ends_on, 1, 4), l.place_id, o.full_name, l.standing, l.valid_from, l.valid_to, l.basis, l.mark, l.source,
            d.full_name, g.full_name
        from listings l join periods p on p.id = l.period_id join programmes r on r.id = p.programme_id
          join places o on o.id = l.place_id left join places d on d.id = o.parent_id left join places g on g.id = d.parent_id
        where l.place_id = $1 or l.place_id in (select before_id from successors where after_id = $1)
          or l.place_id in (select after_id from successors where before_id = $1)
        order by case when l.place_id = $1 then 0 else 1 end, o.name_sort, o.id, l.valid_from, l.id";
    ITEMS = "select i.id, i.place_id, i.component_id, c.name, r.short_name || ', ' || substr(p.starts_on, 1, 4) || '–' || substr(p.ends_on, 1, 4), i.name, i.year, i.planned, i.spent, i.state, i.note, i.illustration,
            i.changed_at, h.name, i.changed_hlc
        from local_items i join components c on c.id = i.component_id join periods p on p.id = c.period_id join programmes r on r.id = p.programme_id
          left join persons h on h.id = i.changed_by
        where i.place_id = $1
        order by i.year desc, i.name_fold, i.id";
    ITEMS_OF = "select i.id, i.place_id, i.component_id, c.name, r.short_name || ', ' || substr(p.starts_on, 1, 4) || '–' || substr(p.ends_on, 1, 4), i.name, i.year, i.planned, i.spent, i.state, i.note, i.illustration,
            i.changed_at, h.name, i.changed_hlc
        from local_items i join components c on c.id = i.component_id join periods p on p.id = c.period_id join programmes r on r.id = p.programme_id
          left join persons h on h.id = i.changed_by
        where $1 like '%,' || i.place_id || ',%'
        order by i.place_id, i.year desc, i.name_fold, i.id";
    ITEM = "select i.id, i.place_id, i.component_id, c.name, r.short_name || ', ' || substr(p.starts_on, 1, 4) || '–' || substr(p.ends_on, 1, 4), i.name, i.year, i.planned, i.spent, i.state, i.note, i.illustration,
            i.changed_at, h.name, i.changed_hlc
        from local_items i join components c on c.id = i.component_id join periods p on p.id = c.period_id join programmes r on r.id = p.programme_id
          left join persons h on h.id = i.changed_by
        where i.id = $1";
    // Places that this one was made of or became and that have items of their own.
    KIN_WITH_ITEMS = "select o.id, o.full_name, count(*)
        from local_items i join places o on o.id = i.place_id
        where o.id in (select before_id from successors where after_id = $1 union select after_id from successors where before_id = $1)
        group by o.id, o.full_name, o.name_sort
        order by o.name_sort, o.id";
    OWN_PLACE = "select place_id from persons where id = $1";
    WAS_DONE = "select count(*) from journal where id = $1";
}

impl FromRow for Listing {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let mut listing = Self {
            period_id: row.take()?,
            period: row.take()?,
            place_id: row.take()?,
            place_name: row.take()?,
            lies: String::new(),
            standing: row.take()?,
            valid_from: row.take()?,
            valid_to: row.take()?,
            basis: row.take()?,
            mark: row.take()?,
            source: row.take()?,
        };
        let above: [Option<String>; 2] = [row.take()?, row.take()?];
        listing.lies = above.iter().flatten().map(|it| within_sentence(it)).collect::<Vec<_>>().join(", ");
        Ok(listing)
    }
}

/// The chain of programmes: every period, in order.
pub async fn periods(run: &impl Run) -> Result<Vec<Period>, Problem> {
    run.all(&PERIODS, &[]).await
}

/// The period of this id.
pub async fn period(run: &impl Run, id: &str) -> Result<Option<Period>, Problem> {
    run.one(&PERIOD, args![id]).await
}

/// The components of a period in tree order.
pub async fn components(run: &impl Run, period: &str) -> Result<Vec<Component>, Problem> {
    Ok(in_tree_order(run.all(&COMPONENTS, args![period]).await?))
}

/// The components of all periods, in tree order within each.
pub async fn all_components(run: &impl Run) -> Result<Vec<Component>, Problem> {
    Ok(in_tree_order(run.all(&ALL_COMPONENTS, &[]).await?))
}

/// The component of this id; how deep it stands is not told.
pub(super) async fn component(run: &impl Run, id: &str) -> Result<Option<Component>, Problem> {
    run.one(&COMPONENT, args![id]).await
}

/// The items of a place, the latest year first.
pub async fn local_items(run: &impl Run, place: &str) -> Result<Vec<LocalItem>, Problem> {
    run.all(&ITEMS, args![place]).await
}

/// The items of several places, given as `,o08620,n08620,`.
pub async fn local_items_of(run: &impl Run, places: &str) -> Result<Vec<LocalItem>, Problem> {
    run.all(&ITEMS_OF, args![places]).await
}

/// The item of this id.
pub async fn local_item(run: &impl Run, id: &str) -> Result<Option<LocalItem>, Problem> {
    run.one(&ITEM, args![id]).await
}

/// A place's standings in programmes, its own first, then those of what it was made of or became.
pub async fn standings(run: &impl Run, place: &str) -> Result<Vec<Listing>, Problem> {
    run.all(&STANDINGS, args![place]).await
}

/// The places listed in a period, by province and district; at most so many.
pub(super) async fn listed_places(run: &impl Run, period: &str, most: i64) -> Result<Vec<Listing>, Problem> {
    run.all(&LISTED_PLACES, args![period, most]).await
}

/// Id, full name and count of items.
pub(super) type Kin = (String, String, i64);

pub(super) async fn kin_with_items(run: &impl Run, place: &str) -> Result<Vec<Kin>, Problem> {
    run.all(&KIN_WITH_ITEMS, args![place]).await
}

/// The place that a person comes from.
pub(super) async fn own_place(run: &impl Run, person: &str) -> Result<Option<String>, Problem> {
    Ok(run.one::<Option<String>>(&OWN_PLACE, args![person]).await?.flatten())
}

/// Was this deed done already?
pub(super) async fn was_done(run: &impl Run, deed: &str) -> Result<bool, Problem> {
    Ok(run.the::<i64>(&WAS_DONE, args![deed]).await? > 0)
}
