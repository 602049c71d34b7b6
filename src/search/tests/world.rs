use crate::ground::Problem;
use crate::stage::hall::Hall;
use crate::stage::{Got, Stage, Visitor};

/// The hall, with a practice and a story of An's.
pub(super) struct World {
    pub(super) hall: Hall,
    pub(super) guest: Visitor,
    pub(super) practice: String,
}

impl World {
    pub(super) async fn on(stage: &Stage) -> Result<Self, Problem> {
        let mut hall = Hall::on(stage).await?;
        let fields = [
            ("kind", "practice"),
            ("title", "Cấy một giống nếp Gà gáy trên cả cánh đồng"),
            ("before", "Mỗi nhà cấy một giống, lúa chín rải rác, thương lái ép giá."),
            ("after", "Cả cánh đồng chín cùng lúc, bán được giá."),
        ];
        let got = hall.an.post(&format!("/classes/{}/practices", hall.class), &fields).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        let practice = got.to.trim_start_matches("/practices/").chars().take(36).collect();
        Ok(Self { hall, guest: stage.guest(), practice })
    }

    /// The secretary moves the practice.
    pub(super) async fn to(&mut self, state: &str) -> Result<(), Problem> {
        let got = self.hall.secretary.post(&format!("/practices/{}/state", self.practice), &[("to", state)]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
        Ok(())
    }
}

/// A look by the front door.
pub(super) async fn search(who: &mut Visitor, query: &str) -> Result<Got, Problem> {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query.split('&').filter_map(|it| it.split_once('='))).finish();
    let got = who.get(&format!("/search?{query}")).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    Ok(got)
}

/// How many the tab of a kind says; 0 when there is no such tab.
pub(super) fn counted(got: &Got, kind: &str) -> usize {
    let link = format!("kind={kind}");
    let tab = got.body.lines().flat_map(|line| line.split("<li>")).find(|it| it.contains(&link) && it.contains("class=\"count\""));
    tab.and_then(|it| it.split_once("class=\"count\">"))
        .and_then(|(_, rest)| rest.split('<').next())
        .and_then(|it| it.parse().ok())
        .unwrap_or_default()
}
