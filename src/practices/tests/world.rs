use crate::classes::{Asked, NewProject, ask_seats, open_project};
use crate::ground::{Problem, is_id};
use crate::people::{Means, NewPerson, consent, enter, grant, token_for};
use crate::places::{Unit, list_units};
use crate::stage::hall::{deed, must, open, person, trainee};
use crate::stage::{Got, Stage, Visitor};
use crate::web::{Actor, Grant, Role};

/// Two classes of one project, in Phú Thọ and in Sơn La; their people.
pub(super) struct World {
    pub(super) class: String,
    pub(super) sonla: String,
    /// Trainees of Mỹ Lung, the second of the same commune.
    pub(super) an: Visitor,
    pub(super) binh: Visitor,
    /// Of Trung Sơn, in the same class.
    pub(super) cuong: Visitor,
    /// Of Ngọc Chiến, in the other class.
    pub(super) sen: Visitor,
    pub(super) secretary: Visitor,
    pub(super) sponsor: Visitor,
    an_id: String,
}

fn unit(era: &str, code: &str, kind: &str, name: &str, full_name: &str, parent: Option<&str>, at: (f64, f64)) -> Unit {
    let old = era == "old";
    Unit {
        era: era.into(),
        code: code.into(),
        kind: kind.into(),
        name: name.into(),
        full_name: full_name.into(),
        parent_id: parent.map(str::to_owned),
        lat: Some(at.0),
        lon: Some(at.1),
        valid_from: if old { "1997-01-01".into() } else { "2025-07-01".into() },
        valid_to: old.then(|| "2025-06-30".into()),
    }
}

impl World {
    pub(super) async fn on(stage: &Stage) -> Result<Self, Problem> {
        let mut tx = stage.db().begin().await?;
        let units = [
            unit("old", "25", "province", "Phú Thọ", "tỉnh Phú Thọ", None, (21.3, 105.1)),
            unit("old", "237", "district", "Yên Lập", "huyện Yên Lập", Some("o25"), (21.35, 105.05)),
            unit("old", "08293", "commune", "Mỹ Lung", "xã Mỹ Lung", Some("o237"), (21.43, 104.95)),
            unit("old", "08311", "commune", "Trung Sơn", "xã Trung Sơn", Some("o237"), (21.3, 104.9)),
            unit("new", "14", "province", "Sơn La", "tỉnh Sơn La", None, (21.3, 104.0)),
            unit("new", "03820", "commune", "Ngọc Chiến", "xã Ngọc Chiến", Some("n14"), (21.6, 104.2)),
        ];
        list_units(&mut tx, &deed(stage), &units, &[]).await?;
        tx.commit().await?;
        let keeper = person(stage, "Trần Thị Giang", Role::Administrator, None).await?;
        let keeper = Actor {
            person: Some(keeper),
            grants: vec![Grant { role: Role::Administrator, class: None, project: None }],
            ..Actor::default()
        };
        let project = NewProject {
            code: "DA135".into(),
            name: "Dự án".into(),
            sponsor: "Ủy ban Dân tộc".into(),
            provider: "GES".into(),
            period_id: None,
            component_id: None,
        };
        let project = must(open_project(stage.db(), &keeper, deed(stage), project).await)?;
        let class = open(stage, &keeper, &project, "PT18", "o25").await?;
        let sonla = open(stage, &keeper, &project, "SL26", "n14").await?;
        let seats = ["o08293", "o08311"].map(|place| Asked { place_id: place.into(), seats: 2, unit: "UBND xã".into() });
        must(ask_seats(stage.db(), &keeper, deed(stage), &class, seats.to_vec()).await)?;
        let an = trainee(stage, &class, "o08293", "Hà Văn An", "0912345678", "").await?;
        let binh = trainee(stage, &class, "o08293", "Đinh Thị Bình", "0912345679", "").await?;
        let cuong = trainee(stage, &class, "o08311", "Phùng Đức Cường", "0912345680", "").await?;
        let sen = trainee(stage, &sonla, "n03820", "Lò Thị Sen", "0912345681", "").await?;
        let secretary = {
            let at = deed(stage);
            let mut tx = stage.db().begin().await?;
            let new = NewPerson { name: "Vũ Thị Thư".into(), illustration: true, ..NewPerson::default() };
            let id = must(enter(&mut tx, &at, new).await)?;
            grant(&mut tx, &at.part("role"), &id, Role::Organiser, Some(&class), None).await?;
            tx.commit().await?;
            id
        };
        let sponsor = person(stage, "Bùi Văn Phong", Role::Sponsor, Some(&project)).await?;
        let visitor = async |id: &str| Ok::<_, Problem>(stage.with_token(&token_for(&stage.app, id, Means::Password).await?));
        Ok(Self {
            an: visitor(&an).await?,
            binh: visitor(&binh).await?,
            cuong: visitor(&cuong).await?,
            sen: visitor(&sen).await?,
            secretary: visitor(&secretary).await?,
            sponsor: visitor(&sponsor).await?,
            class,
            sonla,
            an_id: an,
        })
    }

    pub(super) async fn an_consents(&self, stage: &Stage) -> Result<(), Problem> {
        let mut tx = stage.db().begin().await?;
        consent(&mut tx, &deed(stage), &self.an_id, Some(&self.class)).await?;
        tx.commit().await
    }

    /// An writes a practice: its id.
    pub(super) async fn written(&mut self, more: &[(&str, &str)]) -> Result<String, Problem> {
        let mut fields = vec![("kind", "practice"), ("title", "Cấy một giống nếp Gà gáy trên cả cánh đồng"), ("before", BEFORE)];
        fields.extend(more);
        let got = self.an.post(&format!("/classes/{}/practices", self.class), &fields).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        Ok(id_in(&got))
    }

    /// Shown and released by the secretary.
    pub(super) async fn to(&mut self, id: &str, states: &[&str]) -> Result<(), Problem> {
        for state in states {
            let got = self.secretary.post(&format!("/practices/{id}/state"), &[("to", state)]).await?;
            assert_eq!(got.status, 303, "{}", got.body);
        }
        Ok(())
    }
}

pub(super) const BEFORE: &str = "Mỗi nhà cấy một giống, lúa chín rải rác, thương lái ép giá.";

/// The practice in the address that a deed led to.
pub(super) fn id_in(got: &Got) -> String {
    let id: String = got.to.trim_start_matches("/practices/").chars().take(36).collect();
    assert!(is_id(&id), "{}", got.to);
    id
}
