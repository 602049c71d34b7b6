//! One practice with all that belongs to it.

use crate::db::{FromRow, Row, Run, args, row};
use crate::ground::{Instant, Problem};
use crate::people::Scope;
use crate::practices::adoption::Going;
use crate::practices::photo::Moment;
use crate::practices::practice::{Figure, Kind, State, Text};
use crate::web::{Actor, ClassRef};

crate::statements! {
    PRACTICE = "select pr.id, pr.code, pr.kind, coalesce(pr.class_id, ''), coalesce(pr.project_id, ''), coalesce(c.name, ''),
        c.period_id, pr.place_id, p.full_name, coalesce(pp.full_name, ''), coalesce(gp.full_name, ''), p.lat, p.lon, pr.component_id,
        coalesce(co.name, ''), pr.local_item_id, coalesce(li.name, ''), pr.difficulty_id, coalesce(d.code, ''),
        exists (select 1 from answers an where an.difficulty_id = pr.difficulty_id and an.withdrawn_at is null),
        pr.author_id, coalesce(a.name, ''), coalesce(a.position, ''), pr.title, pr.before_text, pr.after_text, pr.steps, pr.who, pr.cost,
        pr.cost_note, pr.result, pr.conditions, pr.illustration, pr.state, pr.shown_at, pr.released_at, pr.written_at, pr.changed_hlc
        from practices pr
        join places p on p.id = pr.place_id
        left join places pp on pp.id = p.parent_id
        left join places gp on gp.id = pp.parent_id
        left join (select c.id, c.code, c.name, j.period_id from classes c join projects j on j.id = c.project_id) c on c.id = pr.class_id
        left join components co on co.id = pr.component_id
        left join local_items li on li.id = pr.local_item_id
        left join difficulties d on d.id = pr.difficulty_id
        left join persons a on a.id = pr.author_id
        where pr.id = $1";
    FIGURES = "select what, unit, before_value, after_value from practice_figures where practice_id = $1 order by sort";
    PHOTOS = "select id, blob, small_blob, width, height, caption, moment, sort from practice_photos
        where practice_id = $1 and removed_at is null order by sort, added_at, id";
    PHOTO = "select id, blob, small_blob, width, height, caption, moment, sort from practice_photos where id = $1 and practice_id = $2
        and removed_at is null";
    /// The practices that show this blob.
    SEEN_BY_BLOB = "select pr.state, coalesce(pr.class_id, ''), coalesce(pr.project_id, ''), pr.author_id
        from practice_photos ph join practices pr on pr.id = ph.practice_id
        where (ph.blob = $1 or ph.small_blob = $1) and ph.removed_at is null";
    /// Every blob that a photo names.
    BLOBS_NAMED = "select p.blob from practice_photos p where p.removed_at is null
        union select p.small_blob from practice_photos p where p.removed_at is null";
    ADOPTIONS = "select ad.id, ad.practice_id, ad.place_id, p.full_name, coalesce(pp.full_name, ''), coalesce(gp.full_name, ''), p.lat, p.lon,
        coalesce(ad.class_id, ''), coalesce(c.project_id, ''), ad.person_id, ad.state, ad.begun_on, ad.taken_up_at
        from adoptions ad join places p on p.id = ad.place_id
        left join places pp on pp.id = p.parent_id left join places gp on gp.id = pp.parent_id
        left join classes c on c.id = ad.class_id
        where ad.practice_id = $1 order by ad.taken_up_at, ad.id";
    ADOPTION = "select ad.id, ad.practice_id, ad.place_id, p.full_name, coalesce(pp.full_name, ''), coalesce(gp.full_name, ''), p.lat, p.lon,
        coalesce(ad.class_id, ''), coalesce(c.project_id, ''), ad.person_id, ad.state, ad.begun_on, ad.taken_up_at
        from adoptions ad join places p on p.id = ad.place_id
        left join places pp on pp.id = p.parent_id left join places gp on gp.id = pp.parent_id
        left join classes c on c.id = ad.class_id
        where ad.id = $1";
    REPORTS = "select r.adoption_id, r.state, r.note, r.at from adoption_reports r join adoptions ad on ad.id = r.adoption_id
        where ad.practice_id = $1 order by r.at, r.id";
    DONE = "select about from journal where id = $1";
    NUMBER = "select count(*) from practices where class_id = $1 and kind = $2";
    CHANGED_BY = "select coalesce(n.name, '') from journal j left join persons n on n.id = j.actor
        where j.about = $1 and j.kind in ('practice.written', 'practice.changed') order by j.position desc limit 1";
    OF_CODE = "select id from difficulties where class_id = $1 and (upper(code) = $2 or id = $3)";
    /// The places of a trainee, through each of their classes.
    OWN_PLACES = "select t.class_id, c.code, t.place_id, p.full_name from trainees t
        join classes c on c.id = t.class_id join places p on p.id = t.place_id
        where t.person_id = $1 and t.state = 'named' order by c.starts_on desc, c.id";
    /// Places that were asked for people, by class, the latest class first.
    ASKED_PLACES = "select s.class_id, c.code, s.place_id, p.full_name from seats s
        join classes c on c.id = s.class_id join places p on p.id = s.place_id
        where s.seats > 0 and ($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%')
        order by c.starts_on desc, c.id, p.name_sort, p.id limit 200";
    PLACES_OF_CLASS = "select s.class_id, c.code, s.place_id, p.full_name from seats s
        join classes c on c.id = s.class_id join places p on p.id = s.place_id
        where s.class_id = $1 and s.seats > 0 order by p.name_sort, p.id";
}

/// A practice with the names around it.
#[derive(Clone, Debug)]
pub(in crate::practices) struct Practice {
    pub(in crate::practices) id: String,
    pub(in crate::practices) code: String,
    pub(in crate::practices) kind: Kind,
    pub(in crate::practices) class_id: String,
    pub(in crate::practices) project_id: String,
    pub(in crate::practices) class_name: String,
    pub(in crate::practices) period_id: Option<String>,
    pub(in crate::practices) place_id: String,
    pub(in crate::practices) place_name: String,
    pub(in crate::practices) place_parents: [String; 2],
    pub(in crate::practices) lat: Option<f64>,
    pub(in crate::practices) lon: Option<f64>,
    pub(in crate::practices) component_name: String,
    pub(in crate::practices) local_item_name: String,
    pub(in crate::practices) difficulty_code: String,
    /// Its answer is for anyone.
    pub(in crate::practices) difficulty_published: bool,
    pub(in crate::practices) author_id: Option<String>,
    pub(in crate::practices) author_name: String,
    pub(in crate::practices) author_position: String,
    /// Without the figures.
    pub(in crate::practices) text: Text,
    pub(in crate::practices) illustration: bool,
    pub(in crate::practices) state: State,
    pub(in crate::practices) shown_at: Option<Instant>,
    pub(in crate::practices) released_at: Option<Instant>,
    pub(in crate::practices) written_at: Instant,
    pub(in crate::practices) changed_hlc: i64,
}

impl FromRow for Practice {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        let mut text = Text::default();
        Ok(Self {
            id: row.take()?,
            code: row.take()?,
            kind: row.take()?,
            class_id: row.take()?,
            project_id: row.take()?,
            class_name: row.take()?,
            period_id: row.take()?,
            place_id: row.take()?,
            place_name: row.take()?,
            place_parents: [row.take()?, row.take()?],
            lat: row.take()?,
            lon: row.take()?,
            component_name: {
                text.component_id = row.take()?;
                row.take()?
            },
            local_item_name: {
                text.local_item_id = row.take()?;
                row.take()?
            },
            difficulty_code: {
                text.difficulty_id = row.take()?;
                row.take()?
            },
            difficulty_published: row.take()?,
            author_id: row.take()?,
            author_name: row.take()?,
            author_position: row.take()?,
            text: {
                text.title = row.take()?;
                text.before = row.take()?;
                text.after = row.take()?;
                text.steps = row.take()?;
                text.who = row.take()?;
                text.cost = row.take()?;
                text.cost_note = row.take()?;
                text.result = row.take()?;
                text.conditions = row.take()?;
                text
            },
            illustration: row.take()?,
            state: row.take()?,
            shown_at: row.take()?,
            released_at: row.take()?,
            written_at: row.take()?,
            changed_hlc: row.take()?,
        })
    }
}

impl Practice {
    /// Its class as access sees it.
    pub(in crate::practices) fn class(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }
}

pub(in crate::practices) async fn practice(run: &impl Run, id: &str) -> Result<Option<Practice>, Problem> {
    run.one(&PRACTICE, args![id]).await
}

row!(Figure { what, unit, before, after });

pub(in crate::practices) async fn figures(run: &impl Run, id: &str) -> Result<Vec<Figure>, Problem> {
    run.all(&FIGURES, args![id]).await
}

/// A photo of a practice, in two sizes.
#[derive(Clone, Debug)]
pub struct Photo {
    pub id: String,
    pub blob: String,
    pub small_blob: String,
    /// Of the large one.
    pub width: i64,
    pub height: i64,
    pub caption: String,
    /// Of what was before, of what is now, or neither.
    pub moment: Moment,
    pub sort: i64,
}
row!(Photo { id, blob, small_blob, width, height, caption, moment, sort });

/// The photos of a practice, in the order in which they are shown. Whether the asker may see the practice is for the caller to know.
pub async fn photos(run: &impl Run, practice: &str) -> Result<Vec<Photo>, Problem> {
    run.all(&PHOTOS, args![practice]).await
}

pub(in crate::practices) async fn photo(run: &impl Run, practice: &str, id: &str) -> Result<Option<Photo>, Problem> {
    run.one(&PHOTO, args![id, practice]).await
}

/// A practice that shows a blob: its state, its class, its project, its author.
pub(in crate::practices) type Seen = (State, String, String, Option<String>);

pub(in crate::practices) async fn seen_by_blob(run: &impl Run, blob: &str) -> Result<Vec<Seen>, Problem> {
    run.all(&SEEN_BY_BLOB, args![blob]).await
}

/// A place that took a practice up.
#[derive(Clone, Debug)]
pub struct Adoption {
    pub id: String,
    pub practice_id: String,
    pub place_id: String,
    pub place_name: String,
    pub place_parent: String,
    pub place_grand: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub class_id: String,
    pub project_id: String,
    pub person_id: Option<String>,
    pub state: Going,
    pub begun_on: Option<String>,
    pub taken_up_at: Instant,
}
row!(Adoption {
    id,
    practice_id,
    place_id,
    place_name,
    place_parent,
    place_grand,
    lat,
    lon,
    class_id,
    project_id,
    person_id,
    state,
    begun_on,
    taken_up_at,
});

impl Adoption {
    /// The class through which the place took it up, as access sees it.
    pub(in crate::practices) fn class(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }
}

pub(in crate::practices) async fn adoptions(run: &impl Run, practice: &str) -> Result<Vec<Adoption>, Problem> {
    run.all(&ADOPTIONS, args![practice]).await
}

pub(in crate::practices) async fn adoption(run: &impl Run, id: &str) -> Result<Option<Adoption>, Problem> {
    run.one(&ADOPTION, args![id]).await
}

/// What was told of an adoption.
#[derive(Clone, Debug)]
pub(in crate::practices) struct Report {
    pub(in crate::practices) adoption_id: String,
    pub(in crate::practices) state: Going,
    pub(in crate::practices) note: String,
    pub(in crate::practices) at: Instant,
}
row!(Report { adoption_id, state, note, at });

pub(in crate::practices) async fn reports(run: &impl Run, practice: &str) -> Result<Vec<Report>, Problem> {
    run.all(&REPORTS, args![practice]).await
}

/// Whether this deed was done before: a form posted twice.
pub(in crate::practices) async fn is_done(run: &impl Run, deed: &str) -> Result<bool, Problem> {
    Ok(run.one::<String>(&DONE, args![deed]).await?.is_some())
}

pub(in crate::practices) async fn next_number(run: &impl Run, class: &str, kind: Kind) -> Result<i64, Problem> {
    Ok(run.the::<i64>(&NUMBER, args![class, kind.name()]).await? + 1)
}

/// Who had the last word.
pub(in crate::practices) async fn changed_by(run: &impl Run, id: &str) -> Result<String, Problem> {
    Ok(run.one(&CHANGED_BY, args![id]).await?.unwrap_or_default())
}

pub(in crate::practices) async fn difficulty_of_code(run: &impl Run, class: &str, code: &str) -> Result<Option<String>, Problem> {
    run.one(&OF_CODE, args![class, code.to_uppercase(), code]).await
}

/// A place of a class.
#[derive(Clone, Debug)]
pub(in crate::practices) struct Held {
    pub(in crate::practices) class_id: String,
    pub(in crate::practices) class_code: String,
    pub(in crate::practices) place_id: String,
    pub(in crate::practices) place_name: String,
}
row!(Held { class_id, class_code, place_id, place_name });

/// The places for which the asker may take something up: their own as a trainee, and those of the classes that they run.
pub(in crate::practices) async fn own_places(run: &impl Run, actor: &Actor) -> Result<Vec<Held>, Problem> {
    let mut found: Vec<Held> = run.all(&OWN_PLACES, args![actor.id()]).await?;
    let asked: Vec<Held> = run.all(&ASKED_PLACES, args![Scope::run_by(actor).text()]).await?;
    found.extend(asked);
    Ok(found)
}

/// The places that were asked for people.
pub(in crate::practices) async fn places_of_class(run: &impl Run, class: &str) -> Result<Vec<Held>, Problem> {
    run.all(&PLACES_OF_CLASS, args![class]).await
}
