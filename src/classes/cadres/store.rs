//! What is asked of core cadres. Whom they train follows from speakers, attendance and material: however many they are, the same few queries.

use super::cadre::{State, Want, fields_of, may};
use crate::classes::class::State as ClassState;
use crate::db::{FromRow, Row, Run};
use crate::ground::{Instant, Problem, Refused};
use crate::people::{Field, Scope};
use crate::web::{Actor, ClassRef};
use crate::{args, row, statements};

statements! {
    ONE = "select k.id, k.person_id, k.project_id, k.class_id, k.reason, k.fields, k.nominated_at, k.confirmed_at, k.ended_at, k.ended_why,
        p.name, p.name_sort, c.code, c.name, c.starts_on, coalesce(n.name, ''), coalesce(l.full_name, ''), coalesce(t.position, ''),
        (select count(*) from sessions s where s.class_id = k.class_id)
        from cadres k join persons p on p.id = k.person_id join classes c on c.id = k.class_id left join persons n on n.id = k.nominated_by
        left join trainees t on t.class_id = k.class_id and t.person_id = k.person_id left join places l on l.id = t.place_id
        where k.id = $1";
    OF_CLASS = "select k.id, k.person_id, k.project_id, k.class_id, k.reason, k.fields, k.nominated_at, k.confirmed_at, k.ended_at,
        k.ended_why, p.name, p.name_sort, c.code, c.name, c.starts_on, coalesce(n.name, ''), coalesce(l.full_name, ''),
        coalesce(t.position, ''), (select count(*) from sessions s where s.class_id = k.class_id)
        from cadres k join persons p on p.id = k.person_id join classes c on c.id = k.class_id left join persons n on n.id = k.nominated_by
        left join trainees t on t.class_id = k.class_id and t.person_id = k.person_id left join places l on l.id = t.place_id
        where k.class_id = $1 order by p.name_sort, k.id";
    // Those who came out of the project's classes, and those of other projects who speak in them; within the scope.
    OF_PROJECT = "select k.id, k.person_id, k.project_id, k.class_id, k.reason, k.fields, k.nominated_at, k.confirmed_at, k.ended_at,
        k.ended_why, p.name, p.name_sort, c.code, c.name, c.starts_on, coalesce(n.name, ''), coalesce(l.full_name, ''),
        coalesce(t.position, ''), (select count(*) from sessions s where s.class_id = k.class_id)
        from cadres k join persons p on p.id = k.person_id join classes c on c.id = k.class_id left join persons n on n.id = k.nominated_by
        left join trainees t on t.class_id = k.class_id and t.person_id = k.person_id left join places l on l.id = t.place_id
        where (k.project_id = $1 and ($2 = '*' or $2 like '%,' || k.class_id || ',%' or $2 like '%,' || k.project_id || ',%'))
        or exists (select 1 from speakers q join sessions s on s.id = q.session_id join classes g on g.id = s.class_id
            where q.person_id = k.person_id and g.project_id = $1 and g.id <> k.class_id and g.state <> 'cancelled'
            and s.starts_at > k.nominated_at
            and ($2 = '*' or $2 like '%,' || g.id || ',%' or $2 like '%,' || g.project_id || ',%'))
        order by c.starts_on, c.code, p.name_sort, k.id";
    // `$1`: cadres. Sessions in which they have spoken since, or are to speak; with how many came.
    GIVEN = "select k.id, g.id, g.project_id, g.code, g.name, g.starts_on, g.state, s.id, s.ordinal, s.topic, s.starts_at,
        (select count(*) from attendance a where a.session_id = s.id and a.state in ('present', 'late', 'left_early'))
        from cadres k join speakers q on q.person_id = k.person_id join sessions s on s.id = q.session_id join classes g on g.id = s.class_id
        where $1 like '%,' || k.id || ',%' and g.id <> k.class_id and g.state <> 'cancelled' and s.starts_at > k.nominated_at
        order by g.starts_on, g.code, s.ordinal, k.id";
    // Whom they have trained there: different people of a class, by place.
    TRAINED = "select k.id, g.id, l.full_name, count(distinct t.id)
        from cadres k join speakers q on q.person_id = k.person_id join sessions s on s.id = q.session_id join classes g on g.id = s.class_id
        join attendance a on a.session_id = s.id and a.state in ('present', 'late', 'left_early')
        join trainees t on t.id = a.trainee_id join places l on l.id = t.place_id
        where $1 like '%,' || k.id || ',%' and g.id <> k.class_id and g.state <> 'cancelled' and s.starts_at > k.nominated_at
        group by k.id, g.id, l.id, l.full_name, l.name_sort order by k.id, g.id, l.name_sort, l.id";
    // What they have learnt: the sessions of their own class to which they came.
    LEARNT = "select k.id, s.id, s.ordinal, s.topic from cadres k join trainees t on t.class_id = k.class_id and t.person_id = k.person_id
        join attendance a on a.trainee_id = t.id and a.state in ('present', 'late', 'left_early') join sessions s on s.id = a.session_id
        where $1 like '%,' || k.id || ',%' order by s.ordinal, s.id, k.id";
    // `$1`: sessions.
    SPEAKERS_OF = "select q.session_id, p.name from speakers q join persons p on p.id = q.person_id
        where $1 like '%,' || q.session_id || ',%' order by q.session_id, q.sort, q.person_id";
    MATERIAL_OF = "select m.session_id, m.title from materials m where $1 like '%,' || m.session_id || ',%'
        order by m.session_id, m.sort, m.id";
}

/// A cadre, with the class out of which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cadre {
    pub(super) id: String,
    pub(super) person_id: String,
    pub(super) project_id: String,
    pub(super) class_id: String,
    pub(super) reason: String,
    fields: String,
    pub(super) nominated_at: Instant,
    pub(super) confirmed_at: Option<Instant>,
    pub(super) ended_at: Option<Instant>,
    pub(super) ended_why: String,
    pub(super) name: String,
    pub(super) name_sort: String,
    pub(super) class_code: String,
    pub(super) class_name: String,
    pub(super) class_starts_on: String,
    /// By name; empty where it was nobody in particular.
    pub(super) nominated_by: String,
    pub(super) place: String,
    pub(super) position: String,
    /// Sessions of their class.
    pub(super) sessions: i64,
}
row!(Cadre {
    id,
    person_id,
    project_id,
    class_id,
    reason,
    fields,
    nominated_at,
    confirmed_at,
    ended_at,
    ended_why,
    name,
    name_sort,
    class_code,
    class_name,
    class_starts_on,
    nominated_by,
    place,
    position,
    sessions
});

impl Cadre {
    pub(super) fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }

    pub(super) fn state(&self) -> State {
        State::of(self.confirmed_at, self.ended_at)
    }

    pub(super) fn fields(&self) -> Vec<Field> {
        fields_of(&self.fields)
    }

    /// `Công chức tài chính – kế toán, xã Thu Ngạc`
    pub(super) fn standing(&self) -> String {
        crate::places::post_at(&self.position, &crate::places::within_sentence(&self.place))
    }

    #[cfg(test)]
    pub(super) fn fields_text(&self) -> &str {
        &self.fields
    }

    /// For samples.
    pub(super) fn sample(name: &str, confirmed: bool, ended: bool) -> Self {
        let at = Instant(1_539_766_800_000);
        Self {
            id: format!("k-{name}"),
            person_id: name.into(),
            project_id: "p".into(),
            class_id: "c".into(),
            reason: "Làm kế toán xã 8 năm, trình bày hồ sơ thanh toán rõ, cả nhóm hỏi theo.".into(),
            fields: "settlement,production".into(),
            nominated_at: at,
            confirmed_at: confirmed.then_some(at),
            ended_at: ended.then_some(at),
            ended_why: if ended { "Chuyển công tác khỏi ngành".into() } else { String::new() },
            name: name.into(),
            name_sort: name.into(),
            class_code: "PT18".into(),
            class_name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
            class_starts_on: "2018-10-16".into(),
            nominated_by: "Phạm Thu Trang".into(),
            place: "Xã Thu Ngạc".into(),
            position: "Công chức tài chính – kế toán".into(),
            sessions: 5,
        }
    }
}

/// A session that a cadre gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) cadre_id: String,
    pub(super) class_id: String,
    pub(super) project_id: String,
    pub(super) class_code: String,
    pub(super) class_name: String,
    pub(super) starts_on: String,
    pub(super) class_state: ClassState,
    pub(super) session_id: String,
    pub(super) ordinal: i64,
    pub(super) topic: String,
    pub(super) starts_at: Instant,
    pub(super) came: i64,
}

impl FromRow for Given {
    fn from_row(row: &mut Row) -> Result<Self, Problem> {
        Ok(Self {
            cadre_id: row.take()?,
            class_id: row.take()?,
            project_id: row.take()?,
            class_code: row.take()?,
            class_name: row.take()?,
            starts_on: row.take()?,
            class_state: ClassState::from_name(&row.take::<String>()?).unwrap_or(ClassState::Preparing),
            session_id: row.take()?,
            ordinal: row.take()?,
            topic: row.take()?,
            starts_at: row.take()?,
            came: row.take()?,
        })
    }
}

impl Given {
    pub(super) fn of(&self) -> ClassRef<'_> {
        ClassRef { class: &self.class_id, project: &self.project_id }
    }
}

/// So many people of a place, trained by a cadre in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trained {
    pub(super) cadre_id: String,
    pub(super) class_id: String,
    pub(super) place: String,
    pub(super) people: i64,
}
row!(Trained { cadre_id, class_id, place, people });

/// A session to which a cadre came when they were a trainee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Learnt {
    pub(super) cadre_id: String,
    pub(super) session_id: String,
    pub(super) ordinal: i64,
    pub(super) topic: String,
}
row!(Learnt { cadre_id, session_id, ordinal, topic });

pub(super) async fn cadre(run: &impl Run, id: &str) -> Result<Option<Cadre>, Problem> {
    run.one(&ONE, args![id]).await
}

pub(super) async fn of_class(run: &impl Run, class: &str) -> Result<Vec<Cadre>, Problem> {
    run.all(&OF_CLASS, args![class]).await
}

pub(super) async fn of_project(run: &impl Run, scope: &Scope, project: &str) -> Result<Vec<Cadre>, Problem> {
    run.all(&OF_PROJECT, args![project, scope.text()]).await
}

/// A cadre with what they give.
pub(super) struct Seen {
    pub(super) cadre: Cadre,
    pub(super) given: Vec<Given>,
}

/// The cadre, if the actor may see them; of what they give, the classes that the actor oversees (the cadre sees all).
pub(super) async fn seen(run: &impl Run, actor: &Actor, id: &str) -> Result<Seen, Refused> {
    let cadre = cadre(run, id).await?.ok_or(Refused::Absent)?;
    let mut given = given(run, std::slice::from_ref(&cadre)).await?;
    let own = actor.is_known() && actor.id() == cadre.person_id;
    let classes: Vec<ClassRef<'_>> = given.iter().map(Given::of).collect();
    if !may(Want::See, actor, cadre.of(), &classes, own) {
        return Err(Refused::Absent);
    }
    if !own {
        given.retain(|it| super::cadre::oversees(actor, it.of()));
    }
    Ok(Seen { cadre, given })
}

pub(super) async fn given(run: &impl Run, cadres: &[Cadre]) -> Result<Vec<Given>, Problem> {
    run.all(&GIVEN, args![list(cadres.iter().map(|it| it.id.as_str()))]).await
}

pub(super) async fn trained(run: &impl Run, cadres: &[Cadre]) -> Result<Vec<Trained>, Problem> {
    run.all(&TRAINED, args![list(cadres.iter().map(|it| it.id.as_str()))]).await
}

pub(super) async fn learnt(run: &impl Run, cadres: &[Cadre]) -> Result<Vec<Learnt>, Problem> {
    run.all(&LEARNT, args![list(cadres.iter().map(|it| it.id.as_str()))]).await
}

/// Session and name of who speaks in it.
pub(super) async fn speakers<'a>(run: &impl Run, sessions: impl Iterator<Item = &'a str>) -> Result<Vec<(String, String)>, Problem> {
    run.all(&SPEAKERS_OF, args![list(sessions)]).await
}

/// Session and title of its material.
pub(super) async fn material<'a>(run: &impl Run, sessions: impl Iterator<Item = &'a str>) -> Result<Vec<(String, String)>, Problem> {
    run.all(&MATERIAL_OF, args![list(sessions)]).await
}

/// `,id,id,`, each once.
fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().fold(",".to_owned(), |text, id| text + id + ",")
}
