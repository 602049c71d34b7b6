use crate::db::{Deed, Tx};
use crate::ground::{Problem, is_id};
use crate::people::{Field, Means, set_fields, token_for};
use crate::places::{Unit, list_units};
use crate::policy::{Cite, Effect, NewDocument, NewProvision, NewRelation, cite_to_text, keep_document, keep_provision, relate};
use crate::programmes::{
    ItemState, Mark, NewComponent, NewLocalItem, NewPeriod, Programme, add_component, add_period, add_programme, keep_local_item,
};
use crate::stage::hall::{must, open, person, project, trainee};
use crate::stage::{Got, Stage, Visitor};

pub(super) use crate::stage::hall::deed;
use crate::web::{Actor, Grant, Role};

pub(super) const PERIOD: &str = "135-2016-2020";

/// Two classes of one project, in Phú Thọ and in Sơn La, and one of another project; their people; three documents.
pub(super) struct World {
    pub(super) class: String,
    pub(super) sonla: String,
    pub(super) other: String,
    pub(super) component: String,
    pub(super) item: String,
    pub(super) tt55: String,
    pub(super) nd27: String,
    pub(super) newer: String,
    pub(super) trainees: Vec<String>,
    pub(super) expert2: String,
    people: [String; 3],
    pub(super) an: Visitor,
    pub(super) binh: Visitor,
    pub(super) cuong: Visitor,
    pub(super) sen: Visitor,
    pub(super) stranger: Visitor,
    pub(super) secretary: Visitor,
    pub(super) dat: Visitor,
    pub(super) hoa: Visitor,
    pub(super) sponsor: Visitor,
    pub(super) keeper: Actor,
}

fn unit(code: &str, kind: &str, name: &str, full_name: &str, parent: Option<&str>) -> Unit {
    Unit {
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
    }
}

impl World {
    pub(super) async fn on(stage: &Stage) -> Result<Self, Problem> {
        let (component, item) = places_and_programmes(stage).await?;
        let (tt55, nd27, newer) = documents(stage).await?;
        let keeper = person(stage, "Trần Thị Giang", Role::Administrator, None).await?;
        let keeper = Actor {
            person: Some(keeper),
            grants: vec![Grant { role: Role::Administrator, class: None, project: None }],
            ..Actor::default()
        };
        let project = project(stage, &keeper, "DA135", Some(PERIOD)).await?;
        let class = open(stage, &keeper, &project, "PT18", "o25").await?;
        let sonla = open(stage, &keeper, &project, "SL19", "o14").await?;
        let elsewhere = self::project(stage, &keeper, "DAKHAC", Some(PERIOD)).await?;
        let other = open(stage, &keeper, &elsewhere, "KH18", "o25").await?;
        let an = trainee(stage, &class, "o08470", "Hà Văn An", "0912345678", "male").await?;
        let binh = trainee(stage, &class, "o08470", "Đinh Thị Bình", "0912345679", "female").await?;
        let cuong = trainee(stage, &class, "o08473", "Phùng Đức Cường", "0912345680", "male").await?;
        let sen = trainee(stage, &sonla, "o03700", "Lò Thị Sen", "0912345681", "female").await?;
        let stranger = trainee(stage, &other, "o08470", "Nguyễn Văn Lạ", "0912345682", "male").await?;
        let secretary = person(stage, "Vũ Thị Thư", Role::Organiser, Some(&project)).await?;
        let dat = person(stage, "Nguyễn Văn Đạt", Role::Expert, Some(&project)).await?;
        let hoa = person(stage, "Lê Thị Hoa", Role::Expert, Some(&project)).await?;
        let sponsor = person(stage, "Bùi Văn Phong", Role::Sponsor, Some(&project)).await?;
        let mut tx = stage.db().begin().await?;
        set_fields(&mut tx, &deed(stage), &hoa, &[Field::Procurement]).await?;
        tx.commit().await?;
        let visitor = async |id: &str| Ok::<_, Problem>(stage.with_token(&token_for(&stage.app, id, Means::Password).await?));
        let trainees = [&an, &binh, &cuong].map(|it| crate::classes::trainee_id(&class, it)).to_vec();
        Ok(Self {
            an: visitor(&an).await?,
            binh: visitor(&binh).await?,
            cuong: visitor(&cuong).await?,
            sen: visitor(&sen).await?,
            stranger: visitor(&stranger).await?,
            secretary: visitor(&secretary).await?,
            dat: visitor(&dat).await?,
            hoa: visitor(&hoa).await?,
            sponsor: visitor(&sponsor).await?,
            class,
            sonla,
            other,
            component,
            item,
            tt55,
            nd27,
            newer,
            trainees,
            people: [an, dat, hoa.clone()],
            expert2: hoa,
            keeper,
        })
    }

    /// Weeks later everybody signs in again.
    pub(super) async fn later(&mut self, stage: &Stage, days: i64) -> Result<(), Problem> {
        stage.clock.set(stage.clock.now().0 + days * 86_400_000);
        let ids = self.people.clone();
        let visitors = [&mut self.an, &mut self.dat, &mut self.hoa];
        for (visitor, id) in visitors.into_iter().zip(&ids) {
            *visitor = stage.with_token(&token_for(&stage.app, id, Means::Password).await?);
        }
        Ok(())
    }

    /// The citation of a provision, as a form says it.
    pub(super) fn cite(document: &str, article: &str, clause: &str) -> String {
        cite_to_text(&Cite { document_id: document.into(), article: article.into(), clause: clause.into(), point: String::new() })
    }

    /// A trainee raises, whatever is like it: the new id.
    pub(super) async fn raise(&self, by: &mut Visitor, text: &str, more: &[(&str, &str)]) -> Result<String, Problem> {
        let mut fields = more.to_vec();
        fields.extend([("text", text), ("field", "procurement"), ("new", "1")]);
        let got = by.post(&format!("/classes/{}/difficulties", self.class), &fields).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        Ok(id_in(&got))
    }

    /// An amendment of a provision, entered on the stage's present day.
    pub(super) async fn amend(
        &self,
        stage: &Stage,
        effect: Effect,
        to: &str,
        article: &str,
        clause: &str,
        on: &str,
    ) -> Result<(), Problem> {
        let mut tx = stage.db().begin().await?;
        let new = NewRelation {
            from_id: self.newer.clone(),
            effect,
            to_id: to.to_owned(),
            article: article.into(),
            clause: clause.into(),
            on_date: on.into(),
            mark: "checked".into(),
            ..NewRelation::default()
        };
        must(relate(&mut tx, &deed(stage), new).await)?;
        tx.commit().await
    }
}

/// The difficulty in the address that a deed led to.
pub(super) fn id_in(got: &Got) -> String {
    let id: String = got.to.trim_start_matches("/difficulties/").chars().take(36).collect();
    assert!(is_id(&id), "{}", got.to);
    id
}

async fn places_and_programmes(stage: &Stage) -> Result<(String, String), Problem> {
    let mut tx = stage.db().begin().await?;
    let units = [
        unit("25", "province", "Phú Thọ", "tỉnh Phú Thọ", None),
        unit("14", "province", "Sơn La", "tỉnh Sơn La", None),
        unit("237", "district", "Yên Lập", "huyện Yên Lập", Some("o25")),
        unit("118", "district", "Mường La", "huyện Mường La", Some("o14")),
        unit("08470", "commune", "Mỹ Lung", "xã Mỹ Lung", Some("o237")),
        unit("08473", "commune", "Trung Sơn", "xã Trung Sơn", Some("o237")),
        unit("03700", "commune", "Nậm Păm", "xã Nậm Păm", Some("o118")),
    ];
    list_units(&mut tx, &deed(stage), &units, &[]).await?;
    let at = deed(stage);
    let programme = Programme { id: "135".into(), name: "Chương trình 135".into(), short_name: "CT 135".into(), sort: 1 };
    add_programme(&mut tx, &at, &programme).await?;
    let period = NewPeriod {
        id: PERIOD.into(),
        programme_id: "135".into(),
        name: "2016–2020".into(),
        starts_on: "2016-01-01".into(),
        ends_on: "2020-12-31".into(),
        agency: "Ủy ban Dân tộc".into(),
        legal_basis: String::new(),
        mark: Mark::Checked,
        note: String::new(),
    };
    add_period(&mut tx, &at, &period).await?;
    let component = NewComponent {
        period_id: PERIOD.into(),
        parent: None,
        code: "SX".into(),
        name: "Hỗ trợ phát triển sản xuất".into(),
        sort: 1,
        mark: Mark::Checked,
        note: String::new(),
    };
    let component = add_component(&mut tx, &at, &component).await?;
    let item = NewLocalItem {
        id: None,
        place_id: "o08470".into(),
        component_id: component.clone(),
        name: "Nuôi bò sinh sản khu 5".into(),
        year: 2018,
        planned: 300_000_000,
        spent: 0,
        state: ItemState::UnderWay,
        note: String::new(),
        illustration: true,
    };
    let item = keep_local_item(&mut tx, &deed(stage), item).await?;
    tx.commit().await?;
    Ok((component, item))
}

async fn documents(stage: &Stage) -> Result<(String, String, String), Problem> {
    let mut tx = stage.db().begin().await?;
    let mut ids = Vec::new();
    for (number, kind, issued) in [
        ("55/2017/TT-BTC", "circular", "2017-05-19"),
        ("27/2016/NĐ-CP", "decree", "2016-04-19"),
        ("15/2019/TT-BTC", "circular", "2019-03-01"),
    ] {
        let new = NewDocument {
            number: number.into(),
            kind: kind.into(),
            issuer: "Bộ Tài chính".into(),
            title: "về quản lý, sử dụng kinh phí".into(),
            issued_on: issued.into(),
            effective_on: issued.into(),
            mark: "checked".into(),
            source: "minh họa".into(),
            ..NewDocument::default()
        };
        ids.push(must(keep_document(&mut tx, &deed(stage), new).await)?);
    }
    let (tt55, nd27, newer) = (ids[0].clone(), ids[1].clone(), ids[2].clone());
    for (document, article, clause) in [(&tt55, "3", "2"), (&nd27, "14", "")] {
        provision(&mut tx, &deed(stage), document, article, clause).await?;
    }
    tx.commit().await?;
    Ok((tt55, nd27, newer))
}

async fn provision(tx: &mut Tx, deed: &Deed, document: &str, article: &str, clause: &str) -> Result<(), Problem> {
    let new = NewProvision {
        article: article.into(),
        clause: clause.into(),
        heading: "Mua sắm".into(),
        summary: "Mua của người dân thì lập giấy biên nhận có xác nhận của xã.".into(),
        mark: "checked".into(),
        source: "minh họa".into(),
        ..NewProvision::default()
    };
    must(keep_provision(tx, deed, document, new).await).map(|_| ())
}
