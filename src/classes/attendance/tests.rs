//! The story of a morning at the door, through the front door.

mod at_the_door;
mod links;
mod secretary;

use super::door;
use crate::classes::{self, Naming, NewClass, NewProject, Plan};
use crate::ground::dates::{Date, TimeOfDay};
use crate::ground::{Instant, Problem, Refused};
use crate::people::NewPerson;
use crate::stage::hall::{deed, list, unit};
use crate::stage::{Stage, Visitor};
use crate::web::{Actor, Grant, Role};

/// A class in its hall, with its organiser.
struct Hall {
    class: String,
    project: String,
    morning: String,
    afternoon: String,
    organiser: Visitor,
    /// Trainee, person, phone; in the order in which they were named.
    people: Vec<(String, String, String)>,
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn problem(refused: Refused) -> Problem {
    Problem::new(format!("{refused:?}"))
}

fn at(hour: i8, minute: i8) -> Instant {
    Instant::from_local(Date::new(2018, 10, 16).unwrap(), TimeOfDay::new(hour, minute).unwrap())
}

/// Thirty given names, so that sixty people have names that sort.
const GIVEN: [&str; 30] = [
    "An", "Bình", "Chiến", "Cường", "Dung", "Đạt", "Giang", "Hà", "Hiền", "Hoa", "Hòa", "Hùng", "Huệ", "Khánh", "Lan", "Liên", "Long",
    "Mai", "Minh", "Nga", "Ngọc", "Phúc", "Quý", "Sơn", "Tâm", "Thanh", "Thủy", "Tiến", "Tuấn", "Xuân",
];

/// The class of the story, with so many people of two communes and a district office; it is ten past seven.
async fn hall(stage: &Stage, many: usize) -> Result<Hall, Problem> {
    stage.clock.set(at(7, 10).0);
    let db = stage.db();
    let units = [
        unit("25", "province", "tỉnh Phú Thọ", None),
        unit("08620", "commune", "xã Mỹ Lung", None),
        unit("08545", "commune", "xã Kim Thượng", None),
        unit("237", "district", "huyện Yên Lập", None),
    ];
    list(stage, &units).await?;
    let keeper = Actor { grants: vec![Grant { role: Role::Administrator, class: None, project: None }], ..Actor::default() };
    let project = NewProject {
        code: "DA135".into(),
        name: "Nâng cao năng lực cho cộng đồng và cán bộ cơ sở".into(),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        ..NewProject::default()
    };
    let project = classes::open_project(db, &keeper, deed(stage), project).await.map_err(problem)?;
    let class = NewClass {
        project_id: project.clone(),
        code: "PT18".into(),
        name: "Lớp tập huấn cán bộ xã, huyện tỉnh Phú Thọ".into(),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        late_after: 15,
        ..NewClass::default()
    };
    let class = classes::open_class(db, &keeper, deed(stage), class).await.map_err(problem)?;
    let plan = |from: Instant, to: Instant, topic: &str| Plan { starts_at: from, ends_at: to, topic: topic.into(), hall: String::new() };
    let morning = plan(at(7, 30), at(11, 30), "Chính sách mới, văn bản mới");
    let morning = classes::plan_session(db, &keeper, deed(stage), &class, morning).await.map_err(problem)?;
    let afternoon = plan(at(13, 30), at(17, 0), "Các hạng mục tại địa phương");
    let afternoon = classes::plan_session(db, &keeper, deed(stage), &class, afternoon).await.map_err(problem)?;
    let mut people = Vec::new();
    let full = classes::class(db, &class).await?.unwrap();
    let mut tx = db.begin().await?;
    for n in 0..many {
        let phone = format!("0912{:06}", 345_000 + n);
        let place = ["o08620", "o08545", "o237"][n % 3];
        let new = NewPerson {
            name: format!("{} {}", ["Hà Văn", "Đinh Thị", "Lò Văn", "Hà Thị", "Phùng Đức", "Nguyễn Văn", "Mùa A"][n / 30], GIVEN[n % 30]),
            phone: Some(phone.clone()),
            position: "Phó Chủ tịch UBND xã".into(),
            illustration: true,
            ..NewPerson::default()
        };
        let trainee = classes::name_trainee(&mut tx, &deed(stage), &full, place, new, Naming::default()).await.map_err(problem)?;
        let person = classes::trainee(&tx, &trainee).await?.unwrap().person_id;
        people.push((trainee, person, phone));
    }
    tx.commit().await?;
    let (_, organiser) = stage.person("Phùng Đức Cường", "0987654321", Role::Organiser, Some(&class), None).await?;
    Ok(Hall { class, project, morning, afternoon, organiser, people })
}

impl Hall {
    /// The address of the morning session's screen.
    fn screen(&self) -> String {
        format!("/sessions/{}/attendance", self.morning)
    }

    async fn turn(&mut self, turn: &str) -> Result<(), Problem> {
        let to = self.screen();
        let page = self.organiser.get(&to).await?;
        let got = self.organiser.post(&format!("/sessions/{}/door", self.morning), &[("deed", &page.deed()), ("turn", turn)]).await?;
        assert!(got.to.starts_with(&to), "{} {}", got.status, got.body);
        Ok(())
    }

    /// What the code on the wall says now, as a phone reads it.
    fn on_the_wall(&self, stage: &Stage) -> String {
        let slot = door::slot(stage.app.clock.now());
        format!("/door/{}", door::scanned(&stage.app.key, &self.morning, slot))
    }

    /// Scans the wall: the ticket in the form.
    async fn scan(&self, stage: &Stage, visitor: &mut Visitor) -> Result<String, Problem> {
        let got = visitor.get(&self.on_the_wall(stage)).await?;
        assert_eq!(got.status, 200, "{}", got.body);
        Ok(got.between("name=\"ticket\" value=\"", "\""))
    }
}

fn after(stage: &Stage, seconds: i64) {
    stage.clock.set(stage.app.clock.now().0 + seconds * 1000);
}
