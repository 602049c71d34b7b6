//! A class of two communes, its people, a difficulty, and another class whose people see nothing of it.

use crate::classes::{Asked, ask_seats};
use crate::ground::Problem;
use crate::ground::dates::{Date, Instant, TimeOfDay};
use crate::people::{Means, token_for};
use crate::stage::hall::{class_of, deed, list, must, person, trainee, unit};
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
        let units = [
            unit("25", "province", "Tỉnh Phú Thọ", None),
            unit("237", "district", "Huyện Yên Lập", Some("o25")),
            unit("08470", "commune", "Xã Mỹ Lung", Some("o237")),
            unit("08473", "commune", "Xã Trung Sơn", Some("o237")),
            unit("08476", "commune", "Xã Lương Sơn", Some("o237")),
        ];
        list(stage, &units).await?;
        let keeper = person(stage, "Trần Thị Giang", Role::Administrator, None).await?;
        let grants = vec![Grant { role: Role::Administrator, class: None, project: None }];
        let keeper = Actor { person: Some(keeper), grants, ..Actor::default() };
        let (project, class) = class_of(stage, &keeper, "PT18").await?;
        let (_, other) = class_of(stage, &keeper, "KH18").await?;
        let asked = ["o08470", "o08473"].map(|it| Asked { place_id: it.into(), seats: 2, unit: String::new() }).to_vec();
        must(ask_seats(stage.db(), &keeper, deed(stage), &class, asked).await)?;
        let an = trainee(stage, &class, "o08470", "Hà Văn An", "0912345678", "").await?;
        let binh = trainee(stage, &class, "o08470", "Đinh Thị Bình", "0912345679", "").await?;
        let cuong = trainee(stage, &class, "o08473", "Phùng Đức Cường", "0912345680", "").await?;
        let stranger = trainee(stage, &other, "o08470", "Nguyễn Văn Lạ", "0912345682", "").await?;
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
