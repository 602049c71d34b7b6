//! The queries of this room: the item of a class as it stands, and the released ones.

pub(super) mod facts;

pub(super) use facts::facts;

use super::item::{Figures, Part, Piece, State};
use crate::args;
use crate::db::{FromRow, Row, Run};
use crate::ground::{Instant, Problem};
use crate::places::{post_at, within_sentence};

crate::statements! {
    DONE = "select about from journal where id = $1";
    ITEM = "select n.class_id, n.photo_id, n.state, n.revision, n.people, n.communes, n.raised, n.advised, n.resolved, n.partly, n.sent, n.dropped, n.drawn_at,
        n.edited_at, coalesce(p.name, ''), n.released_at from news_items n left join persons p on p.id = n.edited_by where n.class_id = $1";
    PIECES = "select part, text, drawn from news_pieces where class_id = $1";
    /// Whoever is or was a trainee of the class, with what they have said of being named.
    ROSTER = "select t.person_id, p.name, coalesce(p.sex, ''), t.position, t.unit, l.full_name,
        exists (select 1 from consents k where k.person_id = p.id and k.class_id = t.class_id and k.purpose = 'publication'
            and k.withdrawn_at is null),
        exists (select 1 from news_persons x where x.class_id = t.class_id and x.person_id = t.person_id)
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id
        where t.class_id = $1 and p.erased_at is null order by p.name_sort, t.id";
    /// Those named below the text whose consent holds.
    NAMED = "select p.name, coalesce(p.sex, ''), t.position, t.unit, l.full_name from news_persons x
        join persons p on p.id = x.person_id and p.erased_at is null
        join trainees t on t.class_id = x.class_id and t.person_id = x.person_id join places l on l.id = t.place_id
        where x.class_id = $1 and exists (select 1 from consents k where k.person_id = x.person_id and k.class_id = x.class_id
            and k.purpose = 'publication' and k.withdrawn_at is null)
        order by p.name_sort, p.id";
    /// Names in the text whose consent does not hold (any more).
    VEILED = "select x.name from news_mentions x where x.class_id = $1
        and not exists (select 1 from consents k where k.person_id = x.person_id and k.class_id = x.class_id
            and k.purpose = 'publication' and k.withdrawn_at is null)
        order by x.person_id";
    VEILED_IN_RELEASED = "select x.class_id, x.name from news_mentions x join news_items n on n.class_id = x.class_id and n.state = 'released'
        where not exists (select 1 from consents k where k.person_id = x.person_id and k.class_id = x.class_id
            and k.purpose = 'publication' and k.withdrawn_at is null)
        order by x.class_id, x.person_id";
    /// Photos of released practices of the class.
    PHOTOS = "select h.id, h.blob, h.small_blob, h.width, h.height, h.caption, r.title, l.full_name
        from practice_photos h join practices r on r.id = h.practice_id join places l on l.id = r.place_id
        where r.class_id = $1 and r.state = 'released' and h.removed_at is null order by r.released_at, r.id, h.sort, h.id";
    RELEASED = "select c.code, h.text, d.text, l.full_name, n.released_at, n.class_id from news_items n join classes c on c.id = n.class_id
        join places l on l.id = c.province_id
        join news_pieces h on h.class_id = n.class_id and h.part = 'headline'
        join news_pieces d on d.class_id = n.class_id and d.part = 'lead'
        where n.state = 'released' order by n.released_at desc, n.class_id limit $1 offset $2";
    HOW_MANY = "select count(*) from news_items where state = 'released'";
    IS_INVENTED = "select count(*) from trainees t join persons p on p.id = t.person_id where t.class_id = $1 and p.illustration";
}

/// An item as it stands.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) photo: Option<String>,
    pub(super) state: State,
    pub(super) revision: i64,
    pub(super) figures: Figures,
    pub(super) drawn_at: Instant,
    pub(super) edited_at: Instant,
    pub(super) edited_by: String,
    pub(super) released_at: Option<Instant>,
    pub(super) pieces: Vec<Piece>,
}

impl FromRow for Item {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let _: String = row.take()?;
        let photo = row.take()?;
        let state: String = row.take()?;
        Ok(Self {
            photo,
            state: State::from_name(&state).ok_or_else(|| Problem::new(format!("{state} is no state of an item")))?,
            revision: row.take()?,
            figures: Figures {
                people: row.take()?,
                communes: row.take()?,
                raised: row.take()?,
                advised: row.take()?,
                resolved: row.take()?,
                partly: row.take()?,
                sent: row.take()?,
                dropped: row.take()?,
            },
            drawn_at: row.take()?,
            edited_at: row.take()?,
            edited_by: row.take()?,
            released_at: row.take()?,
            pieces: Vec::new(),
        })
    }
}

/// The item of a class with its parts in their order.
pub(super) async fn item(run: &impl Run, class: &str) -> Result<Option<Item>, Problem> {
    let Some(mut item) = run.one::<Item>(&ITEM, args![class]).await? else { return Ok(None) };
    let rows: Vec<(String, String, String)> = run.all(&PIECES, args![class]).await?;
    let read = |(part, text, drawn): (String, String, String)| Some(Piece { part: Part::from_name(&part)?, text, drawn });
    item.pieces = rows.into_iter().filter_map(read).collect();
    item.pieces.sort_by_key(|it| it.part);
    Ok(Some(item))
}

pub(super) async fn is_done(run: &impl Run, deed: &str) -> Result<bool, Problem> {
    Ok(run.one::<String>(&DONE, args![deed]).await?.is_some())
}

/// A trainee of the class, as the editing sees them.
#[derive(Clone, Debug)]
pub(super) struct OnRoster {
    pub(super) person_id: String,
    pub(super) named: Named,
    /// Agrees to be named.
    pub(super) consents: bool,
    /// Is to be named below the text.
    pub(super) chosen: bool,
}

impl FromRow for OnRoster {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self { person_id: row.take()?, named: Named::from_row(row)?, consents: row.take()?, chosen: row.take()? })
    }
}

/// A person as the page names them.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) sex: String,
    pub(super) position: String,
    pub(super) unit: String,
    pub(super) place: String,
}
crate::row!(Named { name, sex, position, unit, place });

impl Named {
    /// `bà Đinh Thị Bình, Chủ tịch Hội Phụ nữ, UBND xã Mỹ Lung`
    pub(super) fn line(&self) -> String {
        let title = match self.sex.as_str() {
            "female" => "bà ",
            "male" => "ông ",
            _ => "",
        };
        let mut line = format!("{title}{}", self.name);
        let mut whereof = if self.unit.is_empty() { within_sentence(&self.place) } else { self.unit.clone() };
        // "UBND xã" is every commune's: its name says whose.
        let bare = within_sentence(&self.place);
        let bare = bare.split_once(' ').map_or(bare.as_str(), |it| it.1);
        if !whereof.contains(bare) && !self.position.contains(bare) {
            whereof = format!("{whereof} {bare}");
        }
        let post = if self.position.contains(bare) { self.position.clone() } else { post_at(&self.position, &whereof) };
        if !post.is_empty() {
            line.push_str(", ");
            line.push_str(&post);
        }
        line
    }
}

pub(super) async fn roster(run: &impl Run, class: &str) -> Result<Vec<OnRoster>, Problem> {
    run.all(&ROSTER, args![class]).await
}

pub(super) async fn named(run: &impl Run, class: &str) -> Result<Vec<Named>, Problem> {
    run.all(&NAMED, args![class]).await
}

/// Names to be taken out of the text before anybody reads it.
pub(super) async fn veiled(run: &impl Run, class: &str) -> Result<Vec<String>, Problem> {
    run.all(&VEILED, args![class]).await
}

/// A photo that the page may show.
#[derive(Clone, Debug)]
pub(super) struct Photo {
    pub(super) id: String,
    pub(super) blob: String,
    pub(super) small_blob: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) caption: String,
    pub(super) title: String,
    pub(super) place: String,
}
crate::row!(Photo { id, blob, small_blob, width, height, caption, title, place });

impl Photo {
    /// Where the picture is.
    pub(super) fn path(&self) -> String {
        format!("/photos/{}", self.blob)
    }

    pub(super) fn small_path(&self) -> String {
        format!("/photos/{}", self.small_blob)
    }

    /// What it shows, as a line below it.
    pub(super) fn line(&self) -> String {
        let caption = if self.caption.is_empty() { &self.title } else { &self.caption };
        format!("{}. Ảnh: {}", caption.trim_end_matches(['.', ' ']), within_sentence(&self.place))
    }
}

pub(super) async fn photos(run: &impl Run, class: &str) -> Result<Vec<Photo>, Problem> {
    run.all(&PHOTOS, args![class]).await
}

/// Is it the class of a demonstration?
pub(super) async fn is_invented(run: &impl Run, class: &str) -> Result<bool, Problem> {
    Ok(run.the::<i64>(&IS_INVENTED, args![class]).await? > 0)
}

/// A released item in a list.
#[derive(Clone, Debug)]
pub struct Line {
    pub code: String,
    pub headline: String,
    pub lead: String,
    province: String,
    pub released_at: Instant,
    class_id: String,
}
crate::row!(Line { code, headline, lead, province, released_at, class_id });

impl Line {
    /// A line of invented values.
    #[must_use]
    pub fn sample(code: &str, headline: &str, lead: &str, released_at: Instant) -> Self {
        let text = str::to_owned;
        Self {
            code: text(code),
            headline: text(headline),
            lead: text(lead),
            province: text("Tỉnh Phú Thọ"),
            released_at,
            class_id: String::new(),
        }
    }

    /// The lead, as a list has room for it.
    #[must_use]
    pub fn lead_shortened(&self) -> String {
        cut(&self.lead, 180)
    }

    /// `tỉnh Phú Thọ`
    #[must_use]
    pub fn whereabouts(&self) -> String {
        within_sentence(&self.province)
    }
}

/// The newest released items, so many from so many on: two queries. No name stands in them that its bearer does not want there.
pub async fn newest(run: &impl Run, limit: i64, skip: i64) -> Result<Vec<Line>, Problem> {
    let mut lines: Vec<Line> = run.all(&RELEASED, args![limit, skip]).await?;
    let veiled: Vec<(String, String)> = run.all(&VEILED_IN_RELEASED, &[]).await?;
    for line in &mut lines {
        let names: Vec<&str> = veiled.iter().filter(|it| it.0 == line.class_id).map(|it| it.1.as_str()).collect();
        line.headline = super::naming::without(&line.headline, &names);
        line.lead = super::naming::without(&line.lead, &names);
    }
    Ok(lines)
}

pub(super) async fn how_many(run: &impl Run) -> Result<i64, Problem> {
    run.the(&HOW_MANY, &[]).await
}

/// No longer than so many letters, cut at a blank.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most).collect();
    format!("{}…", kept.rsplit_once(' ').map_or(kept.as_str(), |it| it.0).trim_end_matches([',', ';', '.', ' ']))
}
