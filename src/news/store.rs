//! The queries of this room: the facts of a class for its draft, its item as it stands, the released ones.

use super::draft::{Facts, Next};
use super::item::{Figures, Part, Piece, State};
use crate::args;
use crate::classes::{Class, sessions};
use crate::db::{FromRow, Row, Run};
use crate::difficulties::{self, Verdict};
use crate::ground::dates::Date;
use crate::ground::{Instant, Problem};
use crate::people::Field;
use crate::places::within_sentence;
use crate::policy::cite_label;

crate::statements! {
    DONE = "select about from journal where id = $1";
    /// Who came, or, before anybody was marked, who was named.
    PEOPLE = "select l.full_name, l.kind, coalesce(d.full_name, ''), coalesce(d.kind, ''), coalesce(p.sex, ''),
        exists (select 1 from attendance a where a.trainee_id = t.id and a.state in ('present', 'late', 'left_early'))
        from trainees t join persons p on p.id = t.person_id join places l on l.id = t.place_id left join places d on d.id = l.parent_id
        where t.class_id = $1 and t.state = 'named' order by d.name_sort nulls last, l.name_sort, t.id";
    DOCUMENTS = "select distinct d.number, d.issued_on from materials m join sessions s on s.id = m.session_id
        join documents d on d.id = m.document_id where s.class_id = $1 order by d.issued_on nulls last, d.number";
    SUMS = "select
        (select count(*) from unclear_marks where class_id = $1 and withdrawn_at is null),
        (select count(*) from opinions where class_id = $1 and withdrawn_at is null),
        (select count(*) from groups g where g.class_id = $1 and exists (select 1 from trainees t where t.group_id = g.id)),
        (select count(*) from practices where class_id = $1 and kind = 'story' and state in ('shown', 'released')),
        (select count(*) from practices where class_id = $1 and kind = 'practice' and state in ('shown', 'released')),
        (select count(distinct a.place_id) from adoptions a join practices r on r.id = a.practice_id
            where r.class_id = $1 and r.state = 'released' and a.state <> 'stopped'),
        (select count(distinct place_id) from plans where class_id = $1 and state = 'presented'),
        (select count(*) from plans where class_id = $1 and state = 'presented' and horizon = 'short'),
        (select count(*) from plans where class_id = $1 and state = 'presented' and horizon = 'medium'),
        (select count(*) from plan_steps s join plans p on p.id = s.plan_id
            where p.class_id = $1 and p.state = 'presented' and s.removed_at is null and s.state <> 'dropped'),
        (select coalesce(max(answered), 0) from evaluations where class_id = $1 and closed_at is not null),
        (select count(*) from difficulties d where d.class_id = $1 and d.state <> 'merged'
            and exists (select 1 from advices v where v.difficulty_id = d.id)),
        (select count(*) from cadres where class_id = $1 and confirmed_at is not null and ended_at is null)";
    EXAMPLES = "select r.title, l.full_name from practices r join places l on l.id = r.place_id
        where r.class_id = $1 and r.state = 'released'
        order by (select count(*) from adoptions a where a.practice_id = r.id) desc, r.released_at, r.id limit 2";
    NEXT = "select l.full_name, c.starts_on, c.state from classes c join places l on l.id = c.province_id
        where c.project_id = $1 and c.starts_on > $2 and c.state <> 'cancelled' order by c.starts_on, c.id limit 1";
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
    PHOTOS = "select h.id, h.practice_id, h.blob, h.small_blob, h.width, h.height, h.caption, r.title, l.full_name
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

struct Came {
    place: String,
    kind: String,
    parent: String,
    parent_kind: String,
    sex: String,
    came: bool,
}
crate::row!(Came { place, kind, parent, parent_kind, sex, came });

struct Sums {
    unclear: i64,
    opinions: i64,
    groups: i64,
    stories: i64,
    practices: i64,
    adoptions: i64,
    planning: i64,
    short_plans: i64,
    medium_plans: i64,
    steps: i64,
    evaluated: i64,
    advised: i64,
    cadres: i64,
}
crate::row!(Sums {
    unclear,
    opinions,
    groups,
    stories,
    practices,
    adoptions,
    planning,
    short_plans,
    medium_plans,
    steps,
    evaluated,
    advised,
    cadres
});

/// What the data of a class say now: ten queries, whatever the class holds. Fields are called as `field` says.
pub async fn facts(run: &impl Run, class: &Class, field: impl Fn(Field) -> String + Send) -> Result<Facts, Problem> {
    let id = class.id.as_str();
    let people: Vec<Came> = run.all(&PEOPLE, args![id]).await?;
    let documents: Vec<(String, Option<String>)> = run.all(&DOCUMENTS, args![id]).await?;
    let sums: Sums = run.the(&SUMS, args![id]).await?;
    let counts = difficulties::counts(run, id).await?;
    let fields = difficulties::counts_by_field(run, id).await?;
    let next: Option<(String, String, String)> = run.one(&NEXT, args![&class.project_id, &class.starts_on]).await?;
    let topics = sessions(run, id).await?.into_iter().map(|it| it.topic).collect();
    let with = |verdict| counts.with_verdict(verdict);
    let facts = Facts {
        name: class.name.clone(),
        province: class.province_name.clone(),
        venue: class.venue.clone(),
        host: class.host.clone(),
        project: class.project_name.clone(),
        sponsor: class.sponsor.clone(),
        provider: class.provider.clone(),
        starts_on: Date::from_iso(&class.starts_on).ok(),
        ends_on: Date::from_iso(&class.ends_on).ok(),
        topics,
        documents: documents.into_iter().map(|(number, _)| cite_label(&number, "", "", "")).collect(),
        unclear: sums.unclear,
        opinions: sums.opinions,
        groups: sums.groups,
        raised: counts.all,
        advised: sums.advised,
        resolved: with(Verdict::Resolved),
        partly: with(Verdict::Partly),
        sent: counts.in_state(difficulties::State::Escalated),
        dropped: with(Verdict::NoLongerNeeded),
        fields: fields.into_iter().map(|(it, n, _, _)| (field(it), n)).collect(),
        published: counts.published,
        stories: sums.stories,
        practices: sums.practices,
        examples: run.all(&EXAMPLES, args![id]).await?,
        adoptions: sums.adoptions,
        planning: sums.planning,
        short_plans: sums.short_plans,
        medium_plans: sums.medium_plans,
        steps: sums.steps,
        evaluated: sums.evaluated,
        cadres: sums.cadres,
        next: next.map(|(province, starts_on, state)| Next {
            province,
            starts_on: Date::from_iso(&starts_on).ok(),
            planned: state == "preparing",
        }),
        ..Facts::default()
    };
    Ok(with_people(facts, &people))
}

/// Who came; before anybody was marked, who was named.
fn with_people(facts: Facts, all: &[Came]) -> Facts {
    let marked = all.iter().any(|it| it.came);
    let came: Vec<&Came> = all.iter().filter(|it| it.came || !marked).collect();
    let count = |so: &dyn Fn(&Came) -> bool| i64::try_from(came.iter().filter(|it| so(it)).count()).unwrap_or_default();
    let is_commune = |it: &Came| it.kind != "province" && it.kind != "district";
    let distinct = |names: Vec<&str>| {
        let mut seen: Vec<String> = Vec::new();
        for name in names {
            if !seen.iter().any(|it| it == name) {
                seen.push(name.to_owned());
            }
        }
        seen
    };
    let communes = distinct(came.iter().filter(|it| is_commune(it)).map(|it| it.place.as_str()).collect());
    let of_districts = came.iter().filter(|it| is_commune(it)).all(|it| it.parent_kind == "district");
    let districts = distinct(came.iter().filter(|it| is_commune(it) && of_districts).map(|it| it.parent.as_str()).collect());
    Facts {
        people: count(&|_| true),
        women: count(&|it| it.sex == "female"),
        officers: count(&|it| it.kind == "district"),
        provincial: count(&|it| it.kind == "province"),
        communes: i64::try_from(communes.len()).unwrap_or_default(),
        districts,
        ..facts
    }
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
        if !self.position.is_empty() {
            line.push_str(", ");
            line.push_str(&self.position);
        }
        if !self.position.contains(bare) {
            line.push_str(", ");
            line.push_str(&whereof);
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
    pub(super) practice_id: String,
    pub(super) blob: String,
    pub(super) small_blob: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) caption: String,
    pub(super) title: String,
    pub(super) place: String,
}
crate::row!(Photo { id, practice_id, blob, small_blob, width, height, caption, title, place });

impl Photo {
    /// Where the picture is.
    pub(super) fn path(&self) -> String {
        format!("/practices/{}/photos/{}", self.practice_id, self.blob)
    }

    pub(super) fn small_path(&self) -> String {
        format!("/practices/{}/photos/{}", self.practice_id, self.small_blob)
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
