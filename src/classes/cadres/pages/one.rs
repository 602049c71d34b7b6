//! One cadre: out of which class, why, what they learnt from whom, what they give and whom they have trained.

use super::super::actions;
use super::super::cadre::{State, Want, may, oversees};
use super::super::store::{self, Cadre, Learnt, Seen, Trained};
use super::{Filled, GivenClass, classes_given, of};
use crate::ground::Refused;
use crate::web::{Answer, Ask, Form, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/cadres/pages/cadre.html")]
pub(super) struct CadrePage {
    pub(super) s: Shell,
    pub(super) cadre: Cadre,
    pub(super) heading: String,
    pub(super) fields: String,
    pub(super) given: Vec<GivenClass>,
    pub(super) learnt: Vec<Lesson>,
    /// The asker sees the class out of which they came, may decide, is the cadre.
    pub(super) sees_class: bool,
    pub(super) decides: bool,
    pub(super) own: bool,
}

/// A session to which the cadre came as a trainee.
pub(super) struct Lesson {
    pub(super) line: String,
    pub(super) speakers: Vec<String>,
    pub(super) materials: Vec<String>,
}

/// What the page draws, from its six queries.
pub(super) struct Found {
    pub(super) seen: Seen,
    pub(super) trained: Vec<Trained>,
    pub(super) learnt: Vec<Learnt>,
    pub(super) speakers: Vec<(String, String)>,
    pub(super) material: Vec<(String, String)>,
}

/// `GET /cadres/{cadre}`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let (db, actor) = (ask.db(), &ask.actor);
    let seen = store::seen(db, actor, &id).await?;
    let own = actor.id() == seen.cadre.person_id;
    let one = std::slice::from_ref(&seen.cadre);
    let trained = store::trained(db, one).await?;
    let sees_class = own || oversees(actor, seen.cadre.of());
    // What they learnt belongs to the class out of which they came.
    let learnt = if sees_class { store::learnt(db, one).await? } else { Vec::new() };
    let lessons = || learnt.iter().map(|it| it.session_id.as_str());
    let speakers = store::speakers(db, lessons()).await?;
    let material = store::material(db, lessons().chain(seen.given.iter().map(|it| it.session_id.as_str()))).await?;
    let w = ask.w();
    let mut s = ask.shell(seen.cadre.name.clone());
    if !own && oversees(actor, seen.cadre.of()) {
        s = s.crumb("/classes", w.t("class-crumb"));
        s = s.crumb(format!("/classes/{}", seen.cadre.class_id), seen.cadre.class_name.clone());
        s = s.crumb(format!("/classes/{}/cadres", seen.cadre.class_id), w.t("cadres-title"));
    }
    let decides = may(Want::Decide, actor, seen.cadre.of(), &[], own);
    page(&draw(s, Found { seen, trained, learnt, speakers, material }, (sees_class, decides, own)))
}

pub(super) fn draw(s: Shell, found: Found, (sees_class, decides, own): (bool, bool, bool)) -> CadrePage {
    let w = s.w.clone();
    let Found { seen: Seen { cadre, given }, trained, learnt, speakers, material } = found;
    let given = classes_given(&w, &cadre, &given, &trained, &material);
    let learnt = learnt.into_iter().map(|it| Lesson {
        line: w.xy("cadre-session", it.ordinal, &it.topic),
        speakers: of(&speakers, &it.session_id),
        materials: of(&material, &it.session_id),
    });
    CadrePage {
        heading: heading(&w, &cadre, &given),
        fields: super::fields(&w, &cadre),
        learnt: learnt.collect(),
        s,
        cadre,
        given,
        sees_class,
        decides,
        own,
    }
}

fn heading(w: &W, cadre: &Cadre, given: &[GivenClass]) -> String {
    let trained: i64 = given.iter().map(GivenClass::trained).sum();
    match (given.len(), trained) {
        (0, _) => w.x("cadre-heading-none", &cadre.name),
        (classes, 0) => w.nx("cadre-heading-soon", classes, &cadre.name),
        (_, trained) => w.nx("cadre-heading", trained, &cadre.name),
    }
}

/// `POST /cadres/{cadre}/confirmation`
pub(super) async fn confirm(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    actions::confirm(ask.db(), &ask.actor, ask.deed(&form), &id).await?;
    see(format!("/cadres/{id}?done=cadre-confirmed"))
}

#[derive(Template)]
#[template(path = "classes/cadres/pages/ending.html")]
pub(super) struct EndingPage {
    pub(super) s: Shell,
    pub(super) cadre: Cadre,
    pub(super) f: Filled,
}

/// `GET /cadres/{cadre}/ending`: asks first.
pub(super) async fn ask_end(ask: Ask, Path(id): Path<String>) -> Answer {
    let it = ending_page(&ask, &id, Filled::default()).await?;
    if it.cadre.state() == State::Ended { see(format!("/cadres/{id}")) } else { page(&it) }
}

async fn ending_page(ask: &Ask, id: &str, f: Filled) -> Result<EndingPage, Refused> {
    let cadre = store::seen(ask.db(), &ask.actor, id).await?.cadre;
    if !may(Want::Decide, &ask.actor, cadre.of(), &[], false) {
        return Err(Refused::Denied);
    }
    let s = ask.shell(ask.w().t("cadre-end")).crumb(format!("/cadres/{id}"), cadre.name.clone());
    Ok(EndingPage { s, cadre, f })
}

/// `POST /cadres/{cadre}/ending`
pub(super) async fn end(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match actions::end(ask.db(), &ask.actor, ask.deed(&form), &id, form.raw("why")).await {
        Ok(()) => see(format!("/cadres/{id}?done=cadre-ended")),
        Err(refused) => {
            let f = Filled::again(form, refused)?;
            again(&ending_page(&ask, &id, f).await?)
        }
    }
}
