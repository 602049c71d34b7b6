//! Two classes with their sessions; who is in them.

use crate::classes::{self, Naming, NewMaterial, Plan, Speaking};
use crate::ground::Problem;
use crate::people::{self, Means, NewPerson};
use crate::policy::{self, NewDocument, NewProvision};
use crate::stage::hall::{deed, list, must, open, project, unit};
use crate::stage::{Got, Stage, Visitor};
use crate::web::{Actor, Grant, Role};

pub(crate) struct World {
    pub(crate) class: String,
    pub(crate) session: String,
    pub(crate) elsewhere: String,
    pub(crate) document: String,
    pub(crate) unread: String,
    pub(crate) an: Visitor,
    pub(crate) binh: Visitor,
    pub(crate) stranger: Visitor,
    pub(crate) secretary: Visitor,
    pub(crate) expert: Visitor,
    /// The sponsor's officer, who speaks in the session.
    pub(crate) officer: Visitor,
    pub(crate) sponsor: Visitor,
    pub(crate) keeper: Actor,
    pub(crate) an_id: String,
}

impl World {
    pub(crate) async fn on(stage: &Stage) -> Result<Self, Problem> {
        let db = stage.db();
        let communes = [unit("08620", "commune", "xã Mỹ Lung", None), unit("08545", "commune", "xã Thu Cúc", None)];
        list(stage, &[unit("25", "province", "tỉnh Phú Thọ", None)]).await?;
        list(stage, &communes).await?;
        let keeper = Actor { grants: vec![Grant { role: Role::Administrator, class: None, project: None }], ..Actor::default() };
        let project = project(stage, &keeper, "DA135", None).await?;
        let class = open(stage, &keeper, &project, "PT18", "o25").await?;
        let other = open(stage, &keeper, &project, "PT19", "o25").await?;
        let session = plan(stage, &keeper, &class).await?;
        let elsewhere = plan(stage, &keeper, &other).await?;
        let (an_id, an) = trainee(stage, &class, "o08620", "Hà Văn An", "0912345678").await?;
        let (_, binh) = trainee(stage, &class, "o08545", "Đinh Thị Bình", "0912345679").await?;
        let (_, stranger) = trainee(stage, &other, "o08545", "Nguyễn Văn Lạ", "0912345680").await?;
        let (_, secretary) = stage.person("Vũ Thị Thư", "0987654321", Role::Organiser, Some(&class), None).await?;
        let (_, expert) = stage.person("Nguyễn Văn Đạt", "0987654322", Role::Expert, Some(&class), None).await?;
        let (officer_id, officer) = stage.person("Hoàng Văn Đoàn", "0987654323", Role::Sponsor, None, Some(&project)).await?;
        let (_, sponsor) = stage.person("Bùi Văn Phong", "0987654324", Role::Sponsor, None, Some(&project)).await?;
        must(classes::set_speaker(db, &keeper, deed(stage), &session, Speaking::Known(officer_id), "").await)?;
        let document = document(stage, "344/2016/TT-BTC").await?;
        let unread = self::document(stage, "349/2016/TT-BTC").await?;
        let material = NewMaterial { document_id: Some(document.clone()), ..NewMaterial::default() };
        must(classes::add_material(db, &keeper, deed(stage), &session, material).await)?;
        must(classes::set_state(db, &keeper, deed(stage), &class, classes::State::Running).await)?;
        Ok(Self { class, session, elsewhere, document, unread, an, binh, stranger, secretary, expert, officer, sponsor, keeper, an_id })
    }

    /// The page of the session's discussion.
    pub(crate) fn hall(&self) -> String {
        format!("/sessions/{}/discussion", self.session)
    }

    /// Somebody says something in the session: the opinion's id.
    pub(crate) async fn say(&self, stage: &Stage, by: &mut Visitor, text: &str, more: &[(&str, &str)]) -> Result<String, Problem> {
        let mut fields = more.to_vec();
        fields.push(("text", text));
        let got = by.post(&format!("/sessions/{}/opinions", self.session), &fields).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        stage.clock.set(stage.clock.now().0 + 1000);
        let found = super::super::latest_opinions(stage.db(), &self.class, 1).await?;
        Ok(found.into_iter().next().map(|it| it.id).unwrap_or_default())
    }

    /// The secretary puts a question: its id.
    pub(crate) async fn ask(&mut self, stage: &Stage, text: &str, choices: &str) -> Result<String, Problem> {
        stage.clock.set(stage.clock.now().0 + 1000);
        let got = self.secretary.post(&format!("/sessions/{}/questions", self.session), &[("text", text), ("choices", choices)]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        Ok(super::super::open_question(stage.db(), &self.class).await?.map(|it| it.id).unwrap_or_default())
    }
}

/// What a page says of the question now.
pub(super) fn of_now(got: &Got) -> String {
    got.between("data-kinds=\"question. vote.\"", "</div>\n")
}

async fn plan(stage: &Stage, keeper: &Actor, class: &str) -> Result<String, Problem> {
    let starts = stage.clock.now();
    let plan = Plan {
        starts_at: crate::ground::Instant(starts.0 - 3_600_000),
        ends_at: crate::ground::Instant(starts.0 + 3_600_000),
        topic: "Chính sách mới, văn bản mới".into(),
        hall: String::new(),
    };
    must(classes::plan_session(stage.db(), keeper, deed(stage), class, plan).await)
}

async fn trainee(stage: &Stage, class: &str, place: &str, name: &str, phone: &str) -> Result<(String, Visitor), Problem> {
    let at = deed(stage);
    let mut tx = stage.db().begin().await?;
    let of = classes::class(&tx, class).await?.ok_or_else(|| Problem::new("no class"))?;
    let new = NewPerson { name: name.into(), phone: Some(phone.into()), illustration: true, ..NewPerson::default() };
    let trainee = must(classes::name_trainee(&mut tx, &at, &of, place, new, Naming::default()).await)?;
    let person = classes::trainee(&tx, &trainee).await?.map(|it| it.person_id).unwrap_or_default();
    tx.commit().await?;
    let token = people::token_for(&stage.app, &person, Means::Password).await?;
    Ok((person, stage.with_token(&token)))
}

async fn document(stage: &Stage, number: &str) -> Result<String, Problem> {
    let new = NewDocument {
        number: number.into(),
        kind: "circular".into(),
        issuer: "Bộ Tài chính".into(),
        title: "Quy định quản lý ngân sách xã".into(),
        issued_on: "2016-12-30".into(),
        effective_on: "2017-02-13".into(),
        mark: "checked".into(),
        source: "minh họa".into(),
        ..NewDocument::default()
    };
    let mut tx = stage.db().begin().await?;
    let id = must(policy::keep_document(&mut tx, &deed(stage), new).await)?;
    for (article, clause) in [("7", "2"), ("13", "2")] {
        let new = NewProvision {
            article: article.into(),
            clause: clause.into(),
            summary: format!("Tóm lược khoản {clause} Điều {article}."),
            mark: "checked".into(),
            source: "minh họa".into(),
            ..NewProvision::default()
        };
        must(policy::keep_provision(&mut tx, &deed(stage).part(article), &id, new).await)?;
    }
    tx.commit().await?;
    Ok(id)
}
