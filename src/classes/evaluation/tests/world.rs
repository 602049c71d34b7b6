//! A class in its hall, for the tests of this alcove and of the core cadres.

use crate::classes::{self, Naming, NewClass, NewProject, Plan, State};
use crate::ground::dates::{Date, TimeOfDay};
use crate::ground::{Instant, Problem, Refused};
use crate::people::{Means, NewPerson, token_for};
use crate::stage::hall::{deed, list, unit};
use crate::stage::{Stage, Visitor};
use crate::web::{Actor, Grant, Role};

pub(in crate::classes) struct Hall {
    pub(in crate::classes) project: String,
    pub(in crate::classes) class: String,
    /// A morning, an afternoon.
    pub(in crate::classes) sessions: Vec<String>,
    pub(in crate::classes) organiser: Visitor,
    pub(in crate::classes) keeper: Actor,
    /// Trainee and person, in the order in which they were named.
    pub(in crate::classes) people: Vec<(String, String)>,
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
pub(in crate::classes) fn told(refused: Refused) -> Problem {
    Problem::new(format!("{refused:?}"))
}

pub(in crate::classes) fn at(day: i8, hour: i8) -> Instant {
    Instant::from_local(Date::new(2018, 10, day).unwrap(), TimeOfDay::new(hour, 0).unwrap())
}

/// A class of two sessions on 16 October, running, with so many people of two communes; it is four in the afternoon.
pub(in crate::classes) async fn hall(stage: &Stage, many: usize) -> Result<Hall, Problem> {
    stage.clock.set(at(16, 7).0);
    let db = stage.db();
    let communes = [unit("08620", "commune", "Xã Mỹ Lung", None), unit("08545", "commune", "Xã Kim Thượng", None)];
    list(stage, &[unit("25", "province", "Tỉnh Phú Thọ", None)]).await?;
    list(stage, &communes).await?;
    let keeper = Actor { grants: vec![Grant { role: Role::Administrator, class: None, project: None }], ..Actor::default() };
    let project = NewProject {
        code: "CT135".into(),
        name: "Nâng cao năng lực cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        ..NewProject::default()
    };
    let project = classes::open_project(db, &keeper, deed(stage), project).await.map_err(told)?;
    let (class, sessions) = class(stage, &keeper, &project, "PT18", 16).await?;
    let mut it = Hall { project, class: class.clone(), sessions, organiser: stage.guest(), keeper, people: Vec::new() };
    it.people = name(stage, &class, many).await?;
    (_, it.organiser) = stage.person("Phùng Đức Cường", "0987654321", Role::Organiser, Some(&class), None).await?;
    stage.clock.set(at(16, 16).0);
    Ok(it)
}

/// A class of two sessions on a day of October, running.
pub(in crate::classes) async fn class(
    stage: &Stage,
    keeper: &Actor,
    project: &str,
    code: &str,
    day: i8,
) -> Result<(String, Vec<String>), Problem> {
    let db = stage.db();
    let new = NewClass {
        project_id: project.to_owned(),
        code: code.into(),
        name: format!("Lớp tập huấn {code}"),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        starts_on: format!("2018-10-{day}"),
        ends_on: format!("2018-10-{day}"),
        late_after: 15,
        ..NewClass::default()
    };
    let class = classes::open_class(db, keeper, deed(stage), new).await.map_err(told)?;
    let mut sessions = Vec::new();
    for (from, to, topic) in [(8, 11, "Chính sách mới"), (14, 17, "Các hạng mục tại địa phương")] {
        let plan = Plan { starts_at: at(day, from), ends_at: at(day, to), topic: topic.into(), hall: String::new() };
        sessions.push(classes::plan_session(db, keeper, deed(stage), &class, plan).await.map_err(told)?);
    }
    stage.clock.set(at(day, 7).0);
    classes::set_state(db, keeper, deed(stage), &class, State::Running).await.map_err(told)?;
    Ok((class, sessions))
}

/// Names so many people for a class, of two communes by turns; the same number is the same person in every class.
pub(in crate::classes) async fn name(stage: &Stage, class: &str, many: usize) -> Result<Vec<(String, String)>, Problem> {
    let full = classes::class(stage.db(), class).await?.ok_or_else(|| Problem::new("no class"))?;
    let mut people = Vec::new();
    let mut tx = stage.db().begin().await?;
    for n in 0..many {
        let new = NewPerson {
            name: format!("Hà Văn {}", ["An", "Bình", "Chiến", "Dũng", "Giang"][n % 5]),
            phone: Some(format!("0912{:06}", 345_000 + n)),
            position: "Công chức xã".into(),
            illustration: true,
            ..NewPerson::default()
        };
        let place = ["o08620", "o08545"][n % 2];
        let trainee = classes::name_trainee(&mut tx, &deed(stage), &full, place, new, Naming::default()).await.map_err(told)?;
        let person = classes::trainee(&tx, &trainee).await?.ok_or_else(|| Problem::new("no trainee"))?.person_id;
        people.push((trainee, person));
    }
    tx.commit().await?;
    Ok(people)
}

impl Hall {
    /// The trainee of this number, signed in.
    pub(in crate::classes) async fn trainee(&self, stage: &Stage, n: usize) -> Result<Visitor, Problem> {
        Ok(stage.with_token(&token_for(&stage.app, &self.people[n].1, Means::Door).await?))
    }

    /// Another class with the same people takes the place of this one.
    pub(in crate::classes) async fn start_anew(&mut self, stage: &Stage) -> Result<(), Problem> {
        let (class, sessions) = class(stage, &self.keeper, &self.project, "YB18", 20).await?;
        self.people = name(stage, &class, self.people.len()).await?;
        (_, self.organiser) = stage.person("Phùng Đức Cường", "0987654321", Role::Organiser, Some(&class), None).await?;
        (self.class, self.sessions) = (class, sessions);
        stage.clock.set(at(20, 16).0);
        Ok(())
    }
}
