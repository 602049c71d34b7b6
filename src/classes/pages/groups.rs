//! Groups of a class: proposed by cluster or by number, then moved by hand.

use super::super::actions;
use super::super::class::Class;
use super::super::group::{Group, MOST, by_cluster, by_count};
use super::super::store;
use super::super::trainee::Trainee;
use super::nominations::sample_trainee;
use super::{Filled, class_shell, sample_class};
use crate::ground::{Invalid, Refused, Word};
use crate::places::within_sentence;
use crate::web::{Answer, Ask, Form, Sample, Shell, W, again, draw, page, see};
use askama::Template;
use axum::extract::Path;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "classes/pages/groups.html")]
struct GroupsPage {
    s: Shell,
    class: Class,
    heading: String,
    runs: bool,
    all: usize,
    lines: Vec<Line>,
    loose: Vec<Trainee>,
    clusters: Vec<(String, usize)>,
    /// So many groups, as they would be: the people of each and the places they come from.
    even: Vec<(usize, String)>,
    f: Filled,
}

struct Line {
    group: Group,
    members: Vec<Trainee>,
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let count = ask.query("count");
    let mut f = Filled::with([("count", count.as_str())]);
    if !count.is_empty()
        && let Err(invalid) = count_of(&count)
    {
        f.invalid = invalid;
    }
    page(&groups_page(&ask, &id, f).await?)
}

fn count_of(raw: &str) -> Result<usize, Invalid> {
    raw.trim().parse().ok().filter(|it| (2..=MOST).contains(it)).ok_or_else(|| {
        let mut invalid = Invalid::default();
        invalid.add("count", Word::new("groups-count-form").with("x", MOST.to_string()));
        invalid
    })
}

/// What a division into so many groups would be.
fn evenly(trainees: &[Trainee], count: usize) -> Vec<(usize, String)> {
    let places: HashMap<&str, String> = trainees.iter().map(|it| (it.id.as_str(), it.place())).collect();
    let group = |people: Vec<String>| {
        let mut from: Vec<&str> = people.iter().filter_map(|it| places.get(it.as_str()).map(String::as_str)).collect();
        from.sort_unstable();
        from.dedup();
        (people.len(), from.join(", "))
    };
    by_count(trainees, count).into_iter().map(group).collect()
}

async fn groups_page(ask: &Ask, id: &str, f: Filled) -> Result<GroupsPage, Refused> {
    let class = store::class_seen(ask.db(), &ask.actor, id).await?;
    let groups = store::groups(ask.db(), id).await?;
    let trainees: Vec<Trainee> = store::trainees(ask.db(), id).await?.into_iter().filter(Trainee::is_named).collect();
    let runs = ask.actor.runs(class.of());
    let clusters = if runs { clustered(&trainees, store::clusters(ask.db(), id).await?) } else { Vec::new() };
    let all = trainees.len();
    let even = if runs { count_of(f.raw("count")).map_or_else(|_| Vec::new(), |count| evenly(&trainees, count)) } else { Vec::new() };
    let lines: Vec<Line> = groups
        .into_iter()
        .map(|group| Line { members: trainees.iter().filter(|it| it.group_id.as_deref() == Some(&group.id)).cloned().collect(), group })
        .collect();
    let loose: Vec<Trainee> = trainees.into_iter().filter(|it| it.group_id.is_none()).collect();
    Ok(GroupsPage {
        s: class_shell(ask, &class, ask.w().t("groups-crumb")),
        heading: heading(&ask.w(), lines.len(), loose.len()),
        runs,
        all,
        lines,
        loose,
        clusters: clusters.into_iter().map(|(name, trainees)| (name, trainees.len())).collect(),
        even,
        f,
        class,
    })
}

fn heading(w: &W, groups: usize, loose: usize) -> String {
    match (groups, loose) {
        (0, _) => w.t("groups-none"),
        (groups, 0) => w.n("groups-title-all", groups),
        (groups, loose) => w.xy("groups-title", groups, loose),
    }
}

fn clustered(trainees: &[Trainee], clusters: Vec<(String, String)>) -> Vec<(String, Vec<String>)> {
    let clusters: HashMap<String, String> = clusters.into_iter().map(|(place, name)| (place, within_sentence(&name))).collect();
    by_cluster(trainees, |place| clusters.get(place).map_or("", String::as_str))
}

pub(super) async fn form(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match form_by(&ask, &id, &form).await {
        Ok(()) => see(format!("/classes/{id}/groups?done=groups-formed")),
        Err(refused) => again(&groups_page(&ask, &id, Filled::again(form, refused)?).await?),
    }
}

async fn form_by(ask: &Ask, id: &str, form: &Form) -> Result<(), Refused> {
    let class = store::class_run(ask.db(), &ask.actor, id).await?;
    let deed = ask.deed(form);
    let how = form.line("how");
    if how == "one" {
        return actions::form_groups(ask.db(), &ask.actor, deed, id, false, vec![(form.line("name"), Vec::new())]).await;
    }
    let trainees: Vec<Trainee> = store::trainees(ask.db(), &class.id).await?.into_iter().filter(Trainee::is_named).collect();
    let w = ask.w();
    let wanted = if how == "cluster" {
        let clusters = clustered(&trainees, store::clusters(ask.db(), id).await?);
        (1..).zip(clusters).map(|(number, (name, trainees)): (i32, _)| (w.xy("groups-cluster-name", number, name), trainees)).collect()
    } else {
        let groups = by_count(&trainees, count_of(&form.line("count"))?);
        (1..).zip(groups).map(|(number, trainees): (i32, _)| (w.x("groups-number", number), trainees)).collect()
    };
    actions::form_groups(ask.db(), &ask.actor, deed, id, true, wanted).await
}

pub(super) async fn members(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let group = form.some("group");
    match actions::move_trainees(ask.db(), &ask.actor, ask.deed(&form), &id, form.list("trainee"), group.as_deref()).await {
        Ok(()) => see(format!("/classes/{id}/groups?done=groups-moved")),
        Err(refused) => again(&groups_page(&ask, &id, Filled::again(form, refused)?).await?),
    }
}

pub(super) async fn rename(ask: Ask, Path((id, group)): Path<(String, String)>, form: Form) -> Answer {
    actions::rename_group(ask.db(), &ask.actor, ask.deed(&form), &id, &group, &form.line("name")).await?;
    see(format!("/classes/{id}/groups?done=groups-renamed"))
}

pub(super) async fn dissolve(ask: Ask, Path((id, group)): Path<(String, String)>, form: Form) -> Answer {
    actions::dissolve_group(ask.db(), &ask.actor, ask.deed(&form), &id, &group).await?;
    see(format!("/classes/{id}/groups?done=groups-dissolved"))
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let group = Group { id: "g".into(), name: "Nhóm 1: huyện Yên Lập".into(), sort: 1, members: 1 };
    let one = |runs: bool, all: usize, groups: usize, loose: usize| GroupsPage {
        s: s.clone(),
        class: sample_class(),
        heading: heading(&s.w, groups, loose),
        runs,
        all,
        lines: (0..groups).map(|n| Line { group: group.clone(), members: vec![sample_trainee(); n] }).collect(),
        loose: vec![sample_trainee(); loose],
        clusters: vec![("Huyện Yên Lập".into(), 15)],
        even: if loose > 1 { vec![(30, "xã Mỹ Lung, xã Mỹ Lương".into()); 2] } else { Vec::new() },
        f: Filled { invalid: Invalid::field("name", "class-line-missing"), ..Filled::default() },
    };
    vec![
        draw("groups", &one(true, 60, 2, 1)),
        draw("groups-read", &one(false, 60, 2, 0)),
        draw("groups-none", &one(true, 60, 0, 60)),
        draw("groups-nobody", &one(true, 0, 0, 0)),
    ]
}
