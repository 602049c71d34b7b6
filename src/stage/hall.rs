//! A small class: three trainees of two communes, two sessions, four difficulties, of which one is resolved, one advised, one sent to the
//! province, one still free.

use super::{Got, Stage, Visitor};
use crate::classes::{
    Asked, Naming, NewClass, NewProject, Plan, State, ask_seats, class, name_trainee, open_class, open_project, plan_session, set_state,
    trainee_id,
};
use crate::db::Deed;
use crate::ground::dates::{Date, Instant, TimeOfDay};
use crate::ground::{Problem, Refused, new_id};
use crate::people::{Field, Means, NewPerson, enter, grant, set_fields, token_for};
use crate::places::{Unit, list_units};
use crate::policy::{Cite, NewDocument, NewProvision, cite_to_text, keep_document, keep_provision};
use crate::web::{Actor, Grant, Role};

pub(crate) struct Hall {
    pub(crate) class: String,
    pub(crate) other: String,
    /// The projects of the two classes.
    pub(crate) project: String,
    pub(crate) other_project: String,
    pub(crate) sessions: Vec<String>,
    /// The difficulty that nobody has taken.
    pub(crate) free: String,
    /// An, Bình, the secretary, Hoa, the sponsor, the keeper, the stranger, Cường.
    pub(crate) people: Vec<String>,
    pub(crate) an: Visitor,
    pub(crate) binh: Visitor,
    pub(crate) secretary: Visitor,
    pub(crate) hoa: Visitor,
    pub(crate) sponsor: Visitor,
    pub(crate) keeper: Visitor,
    pub(crate) stranger: Visitor,
}

/// A deed of nobody, now.
pub(crate) fn deed(stage: &Stage) -> Deed {
    Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

/// A verb of the stage is never refused.
pub(crate) fn must<T>(it: Result<T, Refused>) -> Result<T, Problem> {
    it.map_err(|refused| Problem::new(format!("{refused:?}")))
}

fn seen(got: &Got) -> &Got {
    assert_eq!(got.status, 303, "{}", got.body);
    got
}

impl Hall {
    pub(crate) async fn on(stage: &Stage) -> Result<Self, Problem> {
        list_places(stage).await?;
        let document = document(stage).await?;
        let keeper_id = person(stage, "Trần Thị Giang", Role::Administrator, None).await?;
        let grants = vec![Grant { role: Role::Administrator, class: None, project: None }];
        let keeper = Actor { person: Some(keeper_id.clone()), grants, ..Actor::default() };
        let (project, class) = class_of(stage, &keeper, "PT18").await?;
        let (other_project, other) = class_of(stage, &keeper, "KH18").await?;
        let asked = ["o08470", "o08473"].map(|it| Asked { place_id: it.into(), seats: 2, unit: String::new() }).to_vec();
        must(ask_seats(stage.db(), &keeper, deed(stage), &class, asked).await)?;
        let mut sessions = Vec::new();
        for (from, to) in [((7, 30), (11, 30)), ((13, 30), (17, 0))] {
            sessions.push(must(plan_session(stage.db(), &keeper, deed(stage), &class, plan(from, to)).await)?);
        }
        let an = trainee(stage, &class, "o08470", "Hà Văn An", "0912345678", "male").await?;
        let binh = trainee(stage, &class, "o08470", "Đinh Thị Bình", "0912345679", "female").await?;
        let cuong = trainee(stage, &class, "o08473", "Phùng Đức Cường", "0912345680", "male").await?;
        let stranger = trainee(stage, &other, "o08470", "Nguyễn Văn Lạ", "0912345682", "male").await?;
        must(set_state(stage.db(), &keeper, deed(stage), &class, State::Running).await)?;
        let secretary = person(stage, "Vũ Thị Thư", Role::Organiser, Some(&project)).await?;
        let hoa = person(stage, "Lê Thị Hoa", Role::Expert, Some(&project)).await?;
        let sponsor = person(stage, "Bùi Văn Phong", Role::Sponsor, Some(&project)).await?;
        let mut tx = stage.db().begin().await?;
        set_fields(&mut tx, &deed(stage), &hoa, &[Field::Procurement]).await?;
        tx.commit().await?;
        let trainees = [&an, &binh, &cuong].map(|it| trainee_id(&class, it));
        let people = vec![an, binh, secretary, hoa, sponsor, keeper_id, stranger, cuong];
        let mut doors = Vec::new();
        for id in &people {
            doors.push(stage.with_token(&token_for(&stage.app, id, Means::Password).await?));
        }
        let [an, binh, secretary, hoa, sponsor, keeper, stranger, cuong] =
            <[Visitor; 8]>::try_from(doors).map_err(|_| Problem::new("eight people"))?;
        let mut it = Self {
            class,
            other,
            project,
            other_project,
            sessions,
            free: String::new(),
            people,
            an,
            binh,
            secretary,
            hoa,
            sponsor,
            keeper,
            stranger,
        };
        it.live(cuong, &document, &trainees).await?;
        Ok(it)
    }

    /// The morning: two come, four difficulties are raised, three go their way.
    async fn live(&mut self, mut cuong: Visitor, document: &str, trainees: &[String; 3]) -> Result<(), Problem> {
        let attendance = format!("/sessions/{}/attendance", self.sessions[0]);
        for (trainee, state) in trainees.iter().zip(["present", "late", "absent"]) {
            seen(&self.secretary.post(&attendance, &[("trainee", trainee), ("state", state)]).await?);
        }
        let list = format!("/classes/{}/difficulties", self.class);
        let mut ids = Vec::new();
        for text in [
            "Mua con giống của người dân trong xã thì không có hóa đơn",
            "Mương bị lũ cuốn sáu mươi mét",
            "Duyệt quyết toán công trình cũ do ai làm",
        ] {
            ids.push(raise(&mut self.an, &list, text, &[]).await?);
        }
        self.free = raise(&mut cuong, &list, "Người giám sát cộng đồng có được bồi dưỡng không", &[("anonymous", "1")]).await?;
        let cite = cite_to_text(&Cite { document_id: document.into(), article: "3".into(), clause: "2".into(), point: String::new() });
        for id in ids.iter().take(2) {
            let page = format!("/difficulties/{id}");
            let advice = [("text", "Lập giấy biên nhận có xác nhận của xã."), ("cite", cite.as_str()), ("against", "0")];
            seen(&self.hoa.post(&format!("{page}/advice"), &advice).await?);
        }
        seen(&self.an.post(&format!("/difficulties/{}/verdict", ids[0]), &[("verdict", "resolved")]).await?);
        seen(&self.binh.post(&format!("/difficulties/{}/me-too", ids[1]), &[]).await?);
        let sent = [("level", "province"), ("owner", "Sở Tài chính"), ("due_on", "15/11/2018"), ("reason", "Thuộc thẩm quyền của sở")];
        seen(&self.secretary.post(&format!("/difficulties/{}/escalations", ids[2]), &sent).await?);
        Ok(())
    }

    /// Weeks later everybody signs in again.
    pub(crate) async fn later(&mut self, stage: &Stage, days: i64) -> Result<(), Problem> {
        stage.clock.set(stage.clock.now().0 + days * 86_400_000);
        let visitors = [&mut self.an, &mut self.binh, &mut self.secretary, &mut self.hoa, &mut self.sponsor, &mut self.keeper];
        for (visitor, id) in visitors.into_iter().zip(&self.people) {
            *visitor = stage.with_token(&token_for(&stage.app, id, Means::Password).await?);
        }
        Ok(())
    }
}

async fn raise(by: &mut Visitor, list: &str, text: &str, more: &[(&str, &str)]) -> Result<String, Problem> {
    let mut fields = vec![("text", text), ("field", "procurement"), ("new", "1")];
    fields.extend_from_slice(more);
    let got = by.post(list, &fields).await?;
    Ok(seen(&got).to.trim_start_matches("/difficulties/").chars().take(36).collect())
}

fn plan((hour, minute): (i8, i8), (end, after): (i8, i8)) -> Plan {
    let day = Date::from_iso("2018-10-16").expect("a day");
    let at = |hour, minute| Instant::from_local(day, TimeOfDay::new(hour, minute).expect("a time"));
    Plan { starts_at: at(hour, minute), ends_at: at(end, after), topic: "Chính sách mới".into(), hall: "Hội trường A".into() }
}

async fn list_places(stage: &Stage) -> Result<(), Problem> {
    let units = [
        (unit("25", "province", "Tỉnh Phú Thọ", None), 21.3),
        (unit("237", "district", "Huyện Yên Lập", Some("o25")), 21.35),
        (unit("08470", "commune", "Xã Mỹ Lung", Some("o237")), 21.46),
        (unit("08473", "commune", "Xã Trung Sơn", Some("o237")), 21.42),
    ];
    list(stage, &units.map(|(unit, lat)| Unit { lat: Some(lat), lon: Some(105.0), ..unit })).await
}

/// A place of the map before July 2025.
pub(crate) fn unit(code: &str, kind: &str, full_name: &str, parent: Option<&str>) -> Unit {
    Unit {
        era: "old".into(),
        code: code.into(),
        kind: kind.into(),
        name: full_name.split_once(' ').map(|it| it.1.to_owned()).unwrap_or_default(),
        full_name: full_name.into(),
        parent_id: parent.map(str::to_owned),
        lat: None,
        lon: None,
        valid_from: "1997-01-01".into(),
        valid_to: Some("2025-06-30".into()),
    }
}

pub(crate) async fn list(stage: &Stage, units: &[Unit]) -> Result<(), Problem> {
    let mut tx = stage.db().begin().await?;
    list_units(&mut tx, &deed(stage), units, &[]).await?;
    tx.commit().await
}

async fn document(stage: &Stage) -> Result<String, Problem> {
    let mut tx = stage.db().begin().await?;
    let new = NewDocument {
        number: "55/2017/TT-BTC".into(),
        kind: "circular".into(),
        issuer: "Bộ Tài chính".into(),
        title: "về quản lý, sử dụng kinh phí".into(),
        issued_on: "2017-05-19".into(),
        effective_on: "2017-07-05".into(),
        mark: "checked".into(),
        source: "minh họa".into(),
        ..NewDocument::default()
    };
    let id = must(keep_document(&mut tx, &deed(stage), new).await)?;
    let provision = NewProvision {
        article: "3".into(),
        clause: "2".into(),
        heading: "Mua sắm".into(),
        summary: "Mua của người dân thì lập giấy biên nhận.".into(),
        mark: "checked".into(),
        source: "minh họa".into(),
        ..NewProvision::default()
    };
    must(keep_provision(&mut tx, &deed(stage), &id, provision).await)?;
    tx.commit().await?;
    Ok(id)
}

/// A project with a class of two days in October 2018.
pub(crate) async fn class_of(stage: &Stage, keeper: &Actor, code: &str) -> Result<(String, String), Problem> {
    let project = project(stage, keeper, &format!("DA{code}"), None).await?;
    let class = open(stage, keeper, &project, code, "o25").await?;
    Ok((project, class))
}

/// A training project, of a programme's period perhaps.
pub(crate) async fn project(stage: &Stage, keeper: &Actor, code: &str, period: Option<&str>) -> Result<String, Problem> {
    let new = NewProject {
        code: code.into(),
        name: format!("Dự án {code}"),
        sponsor: "Ủy ban Dân tộc".into(),
        provider: "GES".into(),
        period_id: period.map(str::to_owned),
        component_id: None,
    };
    must(open_project(stage.db(), keeper, deed(stage), new).await)
}

/// A class of two days in October 2018.
pub(crate) async fn open(stage: &Stage, keeper: &Actor, project: &str, code: &str, province: &str) -> Result<String, Problem> {
    let new = NewClass {
        project_id: project.into(),
        code: code.into(),
        name: format!("Lớp tập huấn cán bộ xã, huyện {code}"),
        province_id: province.into(),
        venue: "Trung tâm hội nghị tỉnh".into(),
        starts_on: "2018-10-16".into(),
        ends_on: "2018-10-17".into(),
        late_after: 15,
        ..NewClass::default()
    };
    must(open_class(stage.db(), keeper, deed(stage), new).await)
}

/// A trainee of a class, of a sex or of none that is said: the person's id.
pub(crate) async fn trainee(stage: &Stage, class_id: &str, place: &str, name: &str, phone: &str, sex: &str) -> Result<String, Problem> {
    let at = deed(stage);
    let mut tx = stage.db().begin().await?;
    let of = class(&tx, class_id).await?.ok_or_else(|| Problem::new("no class"))?;
    let new = NewPerson {
        name: name.into(),
        phone: Some(phone.into()),
        sex: (!sex.is_empty()).then(|| sex.into()),
        position: "Phó Chủ tịch UBND xã".into(),
        illustration: true,
        ..NewPerson::default()
    };
    must(name_trainee(&mut tx, &at, &of, place, new.clone(), Naming::default()).await)?;
    let id = must(enter(&mut tx, &at.part("found"), new).await)?;
    tx.commit().await?;
    Ok(id)
}

/// A person with a role in a project, or everywhere: the id.
pub(crate) async fn person(stage: &Stage, name: &str, role: Role, project: Option<&str>) -> Result<String, Problem> {
    let at = deed(stage);
    let mut tx = stage.db().begin().await?;
    let new = NewPerson { name: name.into(), illustration: true, ..NewPerson::default() };
    let id = must(enter(&mut tx, &at, new).await)?;
    grant(&mut tx, &at.part("role"), &id, role, None, project).await?;
    tx.commit().await?;
    Ok(id)
}
