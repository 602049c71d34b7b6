//! A class with two groups, and those around it.

use crate::classes::{self, Naming, form_groups, groups, name_trainee};
use crate::ground::Problem;
use crate::people::{Means, NewPerson, grant, token_for};
use crate::stage::hall::{deed, list, must, open, project, unit};
use crate::stage::{Stage, Visitor};
use crate::web::{Actor, Grant, Role};

pub(super) struct World {
    pub(super) class: String,
    /// Of An, Bình and Cường; and of Dung.
    pub(super) groups: Vec<String>,
    pub(super) trainees: Vec<String>,
    pub(super) persons: Vec<String>,
    pub(super) an: Visitor,
    pub(super) binh: Visitor,
    pub(super) cuong: Visitor,
    /// Of the other group.
    pub(super) dung: Visitor,
    pub(super) secretary: Visitor,
    pub(super) expert: Visitor,
    pub(super) sponsor: Visitor,
    /// A trainee of another class.
    pub(super) stranger: Visitor,
    pub(super) keeper: Actor,
}

/// The person and the trainee.
async fn trainee(stage: &Stage, class: &str, name: &str, phone: &str) -> Result<(String, String, Visitor), Problem> {
    let found = classes::class(stage.db(), class).await?.ok_or_else(|| Problem::new("no class"))?;
    let new = NewPerson { name: name.into(), phone: Some(phone.into()), illustration: true, ..NewPerson::default() };
    let mut tx = stage.db().begin().await?;
    let id = must(name_trainee(&mut tx, &deed(stage), &found, "o08293", new, Naming::default()).await)?;
    tx.commit().await?;
    let person = classes::trainee(stage.db(), &id).await?.ok_or_else(|| Problem::new("no trainee"))?.person_id;
    let mut tx = stage.db().begin().await?;
    grant(&mut tx, &deed(stage), &person, Role::Trainee, Some(class), None).await?;
    tx.commit().await?;
    let visitor = stage.with_token(&token_for(&stage.app, &person, Means::Password).await?);
    Ok((person, id, visitor))
}

impl World {
    pub(super) async fn on(stage: &Stage) -> Result<Self, Problem> {
        list(stage, &[unit("25", "province", "Tỉnh Phú Thọ", None), unit("08293", "commune", "Xã Mỹ Lung", Some("o25"))]).await?;
        let (keeper, _) = stage.person("Trần Thị Giang", "0912000001", Role::Administrator, None, None).await?;
        let grants = vec![Grant { role: Role::Administrator, class: None, project: None }];
        let keeper = Actor { person: Some(keeper), grants, ..Actor::default() };
        let project = project(stage, &keeper, "DA135", None).await?;
        let class = open(stage, &keeper, &project, "PT18", "o25").await?;
        let other = open(stage, &keeper, &project, "KH18", "o25").await?;
        let people = [
            trainee(stage, &class, "Hà Văn An", "0912345601").await?,
            trainee(stage, &class, "Đinh Thị Bình", "0912345602").await?,
            trainee(stage, &class, "Phùng Đức Cường", "0912345603").await?,
            trainee(stage, &class, "Hà Thị Dung", "0912345604").await?,
        ];
        let (_, _, stranger) = trainee(stage, &other, "Nguyễn Văn Lạ", "0912345605").await?;
        let trainees: Vec<String> = people.iter().map(|it| it.1.clone()).collect();
        let wanted = vec![
            ("Cụm 5 – Yên Lập".to_owned(), trainees.iter().take(3).cloned().collect()),
            ("Cụm 1 – Tân Sơn".to_owned(), trainees.iter().skip(3).cloned().collect()),
        ];
        must(form_groups(stage.db(), &keeper, deed(stage), &class, true, wanted).await)?;
        let groups = groups(stage.db(), &class).await?.into_iter().map(|it| it.id).collect();
        let persons = people.iter().map(|it| it.0.clone()).collect();
        let [an, binh, cuong, dung] = people.map(|it| it.2);
        let (_, secretary) = stage.person("Vũ Thị Thư", "0912000002", Role::Organiser, Some(&class), None).await?;
        let (_, expert) = stage.person("Nguyễn Văn Đạt", "0912000003", Role::Expert, None, Some(&project)).await?;
        let (_, sponsor) = stage.person("Bùi Văn Phong", "0912000004", Role::Sponsor, None, Some(&project)).await?;
        Ok(Self { class, groups, trainees, persons, an, binh, cuong, dung, secretary, expert, sponsor, stranger, keeper })
    }

    pub(super) fn board(&self) -> String {
        format!("/groups/{}/board", self.groups[0])
    }

    /// The id of the line with this text.
    pub(super) async fn line(&self, stage: &Stage, text: &str) -> Result<String, Problem> {
        let all = super::super::store::lines(stage.db(), &self.groups[0], "").await?;
        all.into_iter().find(|it| it.text == text).map(|it| it.id).ok_or_else(|| Problem::new(format!("no line says {text}")))
    }
}
