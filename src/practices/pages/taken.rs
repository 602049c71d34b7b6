//! Who took a practice up: the map, the places with what they told, and the two forms.

use super::show::mend;
use super::{Choice, mendable};
use crate::ground::Refused;
use crate::places::within_sentence;
use crate::practices::actions::{self, Adopt, nearness, own_places};
use crate::practices::adoption::{Going, may_report};
use crate::practices::practice::{Standing, Verb, may};
use crate::practices::store::{self, Adoption, Held, Practice};
use crate::web::picture::{Dot, Picture, dots};
use crate::web::{Answer, Ask, Form, W, see};
use axum::extract::Path;

/// A place that took it up.
pub(super) struct Taken {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) place: String,
    pub(super) mark: &'static str,
    pub(super) state: String,
    pub(super) since: String,
    /// When, state, what was told, the look of its mark.
    pub(super) reports: Vec<(String, String, String, &'static str)>,
    /// For those who tell how it goes.
    pub(super) states: Option<Vec<Choice>>,
}

/// For those who have a place that could take it up.
pub(super) struct AdoptForm {
    /// To choose among; empty when there is one.
    pub(super) places: Vec<Choice>,
    pub(super) heading: String,
    pub(super) states: Vec<Choice>,
}

pub(super) struct Spread {
    pub(super) finding: String,
    pub(super) map: Option<Picture>,
    pub(super) taken: Vec<Taken>,
    pub(super) adopt: Option<AdoptForm>,
}

/// `POST /practices/{practice}/adoptions`
pub(super) async fn adopt(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let place = form.line("place");
    let input = Adopt {
        place: place.split_once('/').map(|(class, place)| (class.to_owned(), place.to_owned())),
        state: Going::from_name(&form.line("going")),
        begun_on: form.line("begun_on"),
        note: form.lines("note"),
    };
    match mendable(actions::adopt(ask.db(), &ask.actor, ask.deed(&form), &id, input).await)? {
        Ok(_) => see(format!("/practices/{id}?done=adoption-kept#taken")),
        Err(invalid) => mend(&ask, &id, &invalid, "adopt", form).await,
    }
}

/// `POST /adoptions/{adoption}/reports`
pub(super) async fn report(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let (state, note) = (Going::from_name(&form.line("going")), form.lines("note"));
    match mendable(actions::report(ask.db(), &ask.actor, ask.deed(&form), &id, state, &note).await)? {
        Ok(practice) => see(format!("/practices/{practice}?done=adoption-told#taken")),
        Err(invalid) => {
            let found = store::adoption(ask.db(), &id).await?.ok_or(Refused::Absent)?;
            mend(&ask, &found.practice_id, &invalid, &id, form).await
        }
    }
}

pub(super) async fn spread(ask: &Ask, it: &Practice, who: Standing, form: &Form, open: &str) -> Result<Spread, Refused> {
    let (db, w) = (ask.db(), ask.w());
    let adoptions = store::adoptions(db, &it.id).await?;
    let reports = store::reports(db, &it.id).await?;
    let places = if who.has_places { own_places(db, &ask.actor, it).await? } else { Vec::new() };
    let taken = adoptions.iter().map(|adoption| {
        let told = reports.iter().filter(|report| report.adoption_id == adoption.id && !report.note.is_empty());
        let may = may_report(nearness(adoption, it, &ask.actor, &places));
        let typed = if open == adoption.id { form.line("going") } else { adoption.state.name().to_owned() };
        Taken {
            path: format!("/adoptions/{}/reports", adoption.id),
            id: adoption.id.clone(),
            place: whole_name(adoption),
            mark: adoption.state.mark(),
            state: w.t(adoption.state.word()),
            since: since(adoption, &w),
            reports: told.map(|it| (it.at.date().to_string(), w.t(it.state.word()), it.note.clone(), in_history(it.state))).collect(),
            states: may.then(|| states(&typed, &w)),
        }
    });
    let finding = if adoptions.is_empty() { w.t("adoption-none") } else { w.n("adoption-finding", adoptions.len()) };
    Ok(Spread {
        map: map(it, &adoptions, &finding, &w),
        finding,
        taken: taken.collect(),
        adopt: may(Verb::Adopt, it.state, who).then(|| adopt_form(&places, &adoptions, form, &w)).flatten(),
    })
}

fn states(chosen: &str, w: &W) -> Vec<Choice> {
    let choice = |it: &Going| Choice { value: it.name().to_owned(), name: w.t(it.word()), chosen: it.name() == chosen };
    Going::ALL.iter().map(choice).collect()
}

/// In a history only what is done, under way or needs somebody is filled.
fn in_history(state: Going) -> &'static str {
    match state {
        Going::Done => "good",
        Going::UnderWay => "part",
        Going::Planned | Going::Stopped => "",
    }
}

fn adopt_form(places: &[Held], adoptions: &[Adoption], form: &Form, w: &W) -> Option<AdoptForm> {
    let free: Vec<&Held> = places.iter().filter(|it| adoptions.iter().all(|other| other.place_id != it.place_id)).collect();
    let first = free.first()?;
    let one = places.len() == 1;
    let choice = |it: &&Held| {
        let value = format!("{}/{}", it.class_id, it.place_id);
        Choice { chosen: form.is("place", &value), value, name: format!("{} ({})", it.place_name, it.class_code) }
    };
    let going = form.line("going");
    Some(AdoptForm {
        heading: if one { w.x("adoption-do-own", within_sentence(&first.place_name)) } else { w.t("adoption-do-any") },
        places: if one { Vec::new() } else { free.iter().map(choice).collect() },
        states: states(if going.is_empty() { Going::Planned.name() } else { &going }, w).into_iter().take(3).collect(),
    })
}

/// `xã Ngọc Chiến, tỉnh Sơn La`
fn whole_name(it: &Adoption) -> String {
    let all = [it.place_name.as_str(), &it.place_parent, &it.place_grand];
    let mut names = all.into_iter().filter(|it| !it.is_empty());
    let first = names.next().unwrap_or_default().to_owned();
    names.fold(first, |so_far, it| format!("{so_far}, {}", within_sentence(it)))
}

fn since(it: &Adoption, w: &W) -> String {
    let begun = it.begun_on.as_deref().and_then(|it| crate::ground::dates::Date::from_iso(it).ok());
    match begun {
        Some(day) => w.x("adoption-begun", day),
        None => w.x("adoption-taken-up", it.taken_up_at.date()),
    }
}

/// Where it comes from, and where it has spread; nothing to see while it has not.
fn map(it: &Practice, adoptions: &[Adoption], finding: &str, w: &W) -> Option<Picture> {
    let (lat, lon) = (it.lat?, it.lon?);
    let bare = |name: &str| within_sentence(name).trim_start_matches("xã ").trim_start_matches("thị trấn ").to_owned();
    let home = Dot {
        name: bare(&it.place_name),
        title: w.x("adoption-home", within_sentence(&it.place_name)),
        lat,
        lon,
        all: 3,
        resolved: 3,
        waiting: 0,
        look: "wait",
    };
    let others = adoptions.iter().filter_map(|adoption| {
        let done = u32::from(adoption.state == Going::Done);
        Some(Dot {
            name: bare(&adoption.place_name),
            title: format!("{}: {}", within_sentence(&adoption.place_name), w.t(adoption.state.word())),
            lat: adoption.lat?,
            lon: adoption.lon?,
            all: u32::from(adoption.state != Going::Stopped),
            resolved: done,
            waiting: 0,
            look: "wait",
        })
    });
    let others: Vec<Dot> = others.collect();
    if others.is_empty() {
        return None;
    }
    let all: Vec<Dot> = std::iter::once(home).chain(others).collect();
    Some(dots("picture-spread", finding, &all))
}

/// For samples.
pub(super) fn sample_map(w: &W) -> Picture {
    let dot = |name: &str, lat, lon, all, resolved| Dot {
        name: name.into(),
        title: name.into(),
        lat,
        lon,
        all,
        resolved,
        waiting: 0,
        look: "wait",
    };
    dots("picture-spread", &w.n("adoption-finding", 1), &[dot("Mỹ Lung", 21.4, 104.9, 3, 3), dot("Ngọc Chiến", 21.6, 104.2, 1, 0)])
}
