//! Lists: of a class, and the gallery.

use crate::db::{Run, args, row};
use crate::ground::Problem;
use crate::ground::text::syllables;
use crate::practices::practice::{Kind, State};

/// A line or a card with its first photo: of what is now rather than of what was.
macro_rules! brief {
    ($($rest:expr),+) => {
        concat!(
            "select pr.id, pr.code, pr.kind, pr.title, p.full_name, coalesce(gp.full_name, pp.full_name, ''), coalesce(co.name, ''), pr.state,
            ph.small_blob, coalesce(ph.width, 0), coalesce(ph.height, 0), coalesce(ph.caption, ''),
            (select count(*) from adoptions ad where ad.practice_id = pr.id and ad.state <> 'stopped'),
            pr.illustration, coalesce(pr.author_id, '')
            from practices pr
            join places p on p.id = pr.place_id
            left join places pp on pp.id = p.parent_id
            left join places gp on gp.id = pp.parent_id
            left join components co on co.id = pr.component_id
            left join practice_photos ph on ph.id = (select x.id from practice_photos x
                where x.practice_id = pr.id and x.removed_at is null
                order by case x.moment when 'after' then 0 when '' then 1 else 2 end, x.sort, x.id limit 1) ",
            $($rest),+
        )
    };
}

/// What the gallery is narrowed to: released; component; province; four words.
macro_rules! within {
    () => {
        "where pr.state = 'released' and (cast($1 as text) = '' or pr.component_id = $1)
        and (cast($2 as text) = '' or coalesce(gp.id, pp.id, p.id) = $2)
        and (pr.text_fold || ' ' || p.name_fold) like '%' || cast($3 as text) || '%'
        and (pr.text_fold || ' ' || p.name_fold) like '%' || cast($4 as text) || '%'
        and (pr.text_fold || ' ' || p.name_fold) like '%' || cast($5 as text) || '%'
        and (pr.text_fold || ' ' || p.name_fold) like '%' || cast($6 as text) || '%' "
    };
}

crate::statements! {
    OF_CLASS = brief!("where pr.class_id = $1 order by pr.kind, length(pr.code), pr.code");
    GALLERY = brief!(within!(), "order by pr.released_at desc, pr.id limit $7 offset $8");
    GALLERY_COUNT = concat!("select count(*) from practices pr join places p on p.id = pr.place_id
        left join places pp on pp.id = p.parent_id left join places gp on gp.id = pp.parent_id ", within!());
    /// Components and provinces of what is released, with how many.
    CHOICES = "select 'component', co.id, co.name, count(*) from practices pr join components co on co.id = pr.component_id
        where pr.state = 'released' group by co.id, co.name
        union all
        select 'province', coalesce(gp.id, pp.id, p.id), coalesce(gp.full_name, pp.full_name, p.full_name), count(*)
        from practices pr join places p on p.id = pr.place_id left join places pp on pp.id = p.parent_id
        left join places gp on gp.id = pp.parent_id where pr.state = 'released'
        group by coalesce(gp.id, pp.id, p.id), coalesce(gp.full_name, pp.full_name, p.full_name)
        order by 1, 3, 2";
}

/// How many cards one page of the gallery has.
pub(in crate::practices) const PAGE: i64 = 24;

/// A practice in a list.
#[derive(Clone, Debug)]
pub struct Brief {
    pub id: String,
    pub code: String,
    pub kind: Kind,
    pub title: String,
    pub place_name: String,
    pub province_name: String,
    pub component_name: String,
    pub state: State,
    /// The small blob of its first photo: of what is now rather than of what was.
    pub photo: Option<String>,
    /// Of the large one.
    pub width: i64,
    pub height: i64,
    pub caption: String,
    /// Places that have taken it up and have not stopped.
    pub adoptions: i64,
    pub illustration: bool,
    /// Empty when nobody is known to have written it.
    pub author_id: String,
}
row!(Brief {
    id,
    code,
    kind,
    title,
    place_name,
    province_name,
    component_name,
    state,
    photo,
    width,
    height,
    caption,
    adoptions,
    illustration,
    author_id,
});

/// Everything that was written in a class, in whichever state: stories after practices, by number. The caller leaves out what the asker
/// may not see: to a class belong those that are shown or released.
pub async fn briefs_of_class(run: &impl Run, class: &str) -> Result<Vec<Brief>, Problem> {
    run.all(&OF_CLASS, args![class]).await
}

/// What the gallery is narrowed to; empty: not at all.
#[derive(Clone, Debug, Default)]
pub(in crate::practices) struct Chosen {
    pub(in crate::practices) component: String,
    pub(in crate::practices) province: String,
    pub(in crate::practices) text: String,
}

/// Four words that all must be there; what is typed beyond the third is one word more, as it stands.
fn words(text: &str) -> [String; 4] {
    let mut words = syllables(text).into_iter();
    let first = [words.next(), words.next(), words.next()].map(Option::unwrap_or_default);
    let rest = words.collect::<Vec<_>>().join(" ");
    let [a, b, c] = first;
    [a, b, c, rest]
}

/// Released practices, the latest first, one more than a page if there are more.
pub(in crate::practices) async fn gallery(run: &impl Run, chosen: &Chosen, page: i64) -> Result<Vec<Brief>, Problem> {
    let [a, b, c, d] = words(&chosen.text);
    run.all(&GALLERY, args![&chosen.component, &chosen.province, a, b, c, d, PAGE + 1, page * PAGE]).await
}

pub(in crate::practices) async fn gallery_count(run: &impl Run, chosen: &Chosen) -> Result<i64, Problem> {
    let [a, b, c, d] = words(&chosen.text);
    run.the(&GALLERY_COUNT, args![&chosen.component, &chosen.province, a, b, c, d]).await
}

/// Which (`component`, `province`), its id, its name, how many.
pub(in crate::practices) async fn gallery_choices(run: &impl Run) -> Result<Vec<(String, String, String, i64)>, Problem> {
    run.all(&CHOICES, &[]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_four_words() {
        assert_eq!(words("  Đường 100% nội_thôn xã Mỹ Lung"), ["duong", "100", "noi", "thon xa mi lung"]);
        assert_eq!(words(""), ["", "", "", ""]);
    }
}
