//! A class of two communes, its people, a difficulty, and another class whose people see nothing of it.

use crate::classes::{Asked, Naming, NewClass, NewProject, ask_seats, class, name_trainee, open_class, open_project};
use crate::db::Deed;
use crate::ground::dates::{Date, Instant, TimeOfDay};
use crate::ground::{Problem, Refused, new_id};
use crate::people::{Means, NewPerson, enter, grant, token_for};
use crate::places::{Unit, list_units};
use crate::stage::{Got, Stage, Visitor};
use crate::web::{Actor, Grant, Role};

pub(super) struct World {
    pub(super) class: String,
    /// Of Mỹ Lung; Bình too.
    pub(super) an: Visitor,
    pub(super) an_id: String,
    pub(super) binh: Visitor,
    /// Of Trung Sơn.
    pub(super) cuong: Visitor,
    pub(super) secretary: Visitor,
    pub(super) hoa: Visitor,
    pub(super) sponsor: Visitor,
    pub(super) stranger: Visitor,
    people: Vec<String>,
}

pub(super) fn deed(stage: &Stage) -> Deed {
    Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

fn must<T>(it: Result<T, Refused>) -> Result<T, Problem> {
    it.map_err(|refused| Problem::new(format!("{refused:?}")))
}

/// What a redirect led to.
pub(super) fn to(got: &Got) -> String {
    assert_eq!(got.status, 303, "{}", got.body);
    got.to.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The fields of a step that keeps the rules, with some of them otherwise.
pub(super) fn step<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("text", "Công khai danh sách hộ hưởng lợi"),
        ("result", "8 khu niêm yết đủ 15 ngày"),
        ("starts_on", "18/10/2018"),
        ("due_on", "15/11/2018"),
        ("owner", "Trưởng ban giám sát đầu tư của cộng đồng"),
        ("partners", "Mặt trận Tổ quốc xã"),
        ("source0", "Ngân sách xã"),
        ("amount0", "1,5 triệu"),
    ];
    for change in changes {
        match all.iter_mut().find(|it| it.0 == change.0) {
            Some(field) => field.1 = change.1,
            None => all.push(*change),
        }
    }
    all
}

impl World {
    pub(super) async fn on(stage: &Stage) -> Result<Self, Problem> {
        list_places(stage).await?;
        let keeper = person(stage, "Trần Thị Giang", Role::Administrator, None).await?;
        let grants = vec![Grant { role: Role::Administrator, class: None, project: None }];
        let keeper = Actor { person: Some(keeper), grants, ..Actor::default() };
        let (project, class) = class_of(stage, &keeper, "PT18").await?;
        let (_, other) = class_of(stage, &keeper, "KH18").await?;
        let asked = ["o08470", "o08473"].map(|it| Asked { place_id: it.into(), seats: 2, unit: String::new() }).to_vec();
        must(ask_seats(stage.db(), &keeper, deed(stage), &class, asked).await)?;
        let an = trainee(stage, &class, "o08470", "Hà Văn An", "0912345678").await?;
        let binh = trainee(stage, &class, "o08470", "Đinh Thị Bình", "0912345679").await?;
        let cuong = trainee(stage, &class, "o08473", "Phùng Đức Cường", "0912345680").await?;
        let stranger = trainee(stage, &other, "o08470", "Nguyễn Văn Lạ", "0912345682").await?;
        let secretary = person(stage, "Vũ Thị Thư", Role::Organiser, Some(&project)).await?;
        let hoa = person(stage, "Lê Thị Hoa", Role::Expert, Some(&project)).await?;
        let sponsor = person(stage, "Bùi Văn Phong", Role::Sponsor, Some(&project)).await?;
        let people = vec![an.clone(), binh, cuong, secretary, hoa, sponsor, stranger];
        let [an_at, binh, cuong, secretary, hoa, sponsor, stranger] = visitors(stage, &people).await?;
        Ok(Self { class, an: an_at, an_id: an, binh, cuong, secretary, hoa, sponsor, stranger, people })
    }

    /// On another day everybody signs in again.
    pub(super) async fn on_day(&mut self, stage: &Stage, day: &str) -> Result<(), Problem> {
        let date = Date::read(day)?;
        stage.clock.set(Instant::from_local(date, TimeOfDay::new(9, 0).unwrap()).0);
        let people = self.people.clone();
        [self.an, self.binh, self.cuong, self.secretary, self.hoa, self.sponsor, self.stranger] = visitors(stage, &people).await?;
        Ok(())
    }

    /// A short plan of Mỹ Lung with these steps, presented: its address, and those of its steps.
    pub(super) async fn presented(&mut self, steps: &[Vec<(&str, &str)>]) -> Result<(String, Vec<String>), Problem> {
        let fields = [("horizon", "short"), ("title", "Làm đúng, công khai đủ"), ("aim", "Hồ sơ không bị trả lại")];
        let plan = to(&self.an.post(&format!("/classes/{}/plans", self.class), &fields).await?);
        let mut made = Vec::new();
        for it in steps {
            let got = self.an.post(&format!("{plan}/steps"), it).await?;
            assert_eq!(got.status, 303, "{}", got.body);
            made.push(got.to.split("#step-").nth(1).unwrap_or_default().to_owned());
        }
        to(&self.an.post(&format!("{plan}/presentation"), &[]).await?);
        Ok((plan, made))
    }
}

async fn visitors(stage: &Stage, people: &[String]) -> Result<[Visitor; 7], Problem> {
    let mut all = Vec::new();
    for id in people {
        all.push(stage.with_token(&token_for(&stage.app, id, Means::Password).await?));
    }
    <[Visitor; 7]>::try_from(all).map_err(|_| Problem::new("seven people"))
}

async fn list_places(stage: &Stage) -> Result<(), Problem> {
    let unit = |code: &str, kind: &str, name: &str, full_name: &str, parent: Option<&str>| Unit {
        era: "old".into(),
        code: code.into(),
        kind: kind.into(),
        name: name.into(),
        full_name: full_name.into(),
        parent_id: parent.map(str::to_owned),
        lat: None,
        lon: None,
        valid_from: "1997-01-01".into(),
        valid_to: Some("2025-06-30".into()),
    };
    let mut tx = stage.db().begin().await?;
    let units = [
        unit("25", "province", "Phú Thọ", "Tỉnh Phú Thọ", None),
        unit("237", "district", "Yên Lập", "Huyện Yên Lập", Some("o25")),
        unit("08470", "commune", "Mỹ Lung", "Xã Mỹ Lung", Some("o237")),
        unit("08473", "commune", "Trung Sơn", "Xã Trung Sơn", Some("o237")),
        unit("08476", "commune", "Lương Sơn", "Xã Lương Sơn", Some("o237")),
    ];
    list_units(&mut tx, &deed(stage), &units, &[]).await?;
    tx.commit().await
}

async fn class_of(stage: &Stage, keeper: &Actor, code: &str) -> Result<(String, String), Problem> {
    let new = NewProject {
        code: format!("DA{code}"),
        name: format!("Dự án {code}"),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "Trung tâm GES".into(),
        period_id: None,
        component_id: None,
    };
    let project = must(open_project(stage.db(), keeper, deed(stage), new).await)?;
    let new = NewClass {
        project_id: project.clone(),
        code: code.into(),
        name: format!("Lớp tập huấn cán bộ xã, huyện {code}"),
        province_id: "o25".into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        host: String::new(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        nominate_by: None,
        allowance: String::new(),
        late_after: 15,
    };
    let class = must(open_class(stage.db(), keeper, deed(stage), new).await)?;
    Ok((project, class))
}

async fn trainee(stage: &Stage, class_id: &str, place: &str, name: &str, phone: &str) -> Result<String, Problem> {
    let at = deed(stage);
    let mut tx = stage.db().begin().await?;
    let of = class(&tx, class_id).await?.ok_or_else(|| Problem::new("no class"))?;
    let new = NewPerson { name: name.into(), phone: Some(phone.into()), illustration: true, ..NewPerson::default() };
    must(name_trainee(&mut tx, &at, &of, place, new.clone(), Naming::default()).await)?;
    let id = must(enter(&mut tx, &at.part("found"), new).await)?;
    tx.commit().await?;
    Ok(id)
}

async fn person(stage: &Stage, name: &str, role: Role, project: Option<&str>) -> Result<String, Problem> {
    let at = deed(stage);
    let mut tx = stage.db().begin().await?;
    let new = NewPerson { name: name.into(), illustration: true, ..NewPerson::default() };
    let id = must(enter(&mut tx, &at, new).await)?;
    grant(&mut tx, &at.part("role"), &id, role, None, project).await?;
    tx.commit().await?;
    Ok(id)
}
