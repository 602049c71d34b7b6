//! The form of a step. It carries what stood in it when it was drawn, so that only what somebody changed is changed.

use super::{Choice, Wrong, in_plans, kicker, mendable};
use crate::classes::trainees;
use crate::ground::numbers::money;
use crate::ground::{Refused, text};
use crate::plans::actions::{self, Change};
use crate::plans::plan::Verb;
use crate::plans::step::{MOST_RESOURCES, Typed, TypedResource};
use crate::plans::store::{self, Plan};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

/// The fields of the form that are one line or several, besides resources.
const FIELDS: [&str; 8] = ["text", "result", "starts_on", "due_on", "owner", "owner_id", "partners", "link"];

#[derive(Template)]
#[template(path = "plans/pages/step.html")]
pub(super) struct StepPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) action: String,
    pub(super) draft: String,
    pub(super) until: String,
    /// What stood in the fields: only of a step that there is.
    pub(super) was: String,
    /// The step that may be removed.
    pub(super) removal: String,
    pub(super) people: Vec<Choice>,
    pub(super) difficulties: Vec<Choice>,
    pub(super) practices: Vec<Choice>,
    /// The numbers of the lines of resources, from 0.
    pub(super) lines: Vec<String>,
    pub(super) form: Form,
    pub(super) wrong: Wrong,
}

impl StepPage {
    fn field(name: &str, n: &str) -> String {
        format!("{name}{n}")
    }

    fn typed(&self, name: &str, n: &str) -> &str {
        self.form.raw(&Self::field(name, n))
    }
}

/// `GET /plans/{plan}/steps/new`
pub(super) async fn form(ask: Ask, Path(plan): Path<String>) -> Answer {
    let (plan, _) = actions::for_verb(ask.db(), &ask.actor, &plan, Verb::Write).await?;
    page(&draw(&ask, &plan, None, Form::default(), Wrong::default()).await?)
}

/// `GET /steps/{step}`
pub(super) async fn edit(ask: Ask, Path(id): Path<String>) -> Answer {
    let (step, plan, _) = actions::step_for(ask.db(), &ask.actor, &id, Verb::Write, ask.now()).await?;
    let resources = store::resources(ask.db(), &plan.class_id, &plan.place_id).await?;
    let (starts, due) = (step.starts_on.to_string(), step.due_on.to_string());
    let link = step.link().map(|it| it.text()).unwrap_or_default();
    let mut pairs: Vec<(String, String)> = FIELDS
        .iter()
        .zip([
            step.text.clone(),
            step.result.clone(),
            starts,
            due,
            step.owner.clone(),
            step.owner_id.clone().unwrap_or_default(),
            step.partners.clone(),
            link,
        ])
        .map(|(name, value)| ((*name).to_owned(), value))
        .collect();
    for (n, (_, it)) in resources.iter().filter(|it| it.0 == step.id).enumerate() {
        pairs.push((format!("source{n}"), it.source.clone()));
        pairs.push((format!("amount{n}"), it.amount.map(money).unwrap_or_default()));
        pairs.push((format!("note{n}"), it.note.clone()));
    }
    let was = was(&pairs);
    pairs.push(("was".to_owned(), was));
    let form = Form::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    page(&draw(&ask, &plan, Some(&id), form, Wrong::default()).await?)
}

async fn draw(ask: &Ask, plan: &Plan, step: Option<&str>, form: Form, wrong: Wrong) -> Result<StepPage, Refused> {
    let (db, w) = (ask.db(), ask.w());
    let people = trainees(db, &plan.class_id).await?.into_iter().filter(|it| it.place_id == plan.place_id && it.is_named());
    let people = people.map(|it| Choice {
        chosen: form.is("owner_id", &it.person_id),
        name: if it.position.is_empty() { it.name.clone() } else { format!("{}, {}", it.name, it.position) },
        value: it.person_id,
    });
    let linkable = |kind: &str, (id, code, words): store::Linkable| {
        let value = format!("{kind}/{id}");
        Choice { chosen: form.is("link", &value), name: format!("{code}: {}", shortened(&words)), value }
    };
    let difficulties = store::difficulties(db, &plan.class_id, &plan.place_id).await?.into_iter().map(|it| linkable("d", it)).collect();
    let practices = store::practices(db, &plan.class_id, &plan.place_id).await?.into_iter().map(|it| linkable("p", it)).collect();
    let heading = w.t(if step.is_some() { "step-change-heading" } else { "step-heading" });
    let s = in_plans(ask.shell(heading.clone()), &plan.class_id, &plan.class_name);
    Ok(StepPage {
        s: s.crumb(format!("/plans/{}", plan.id), plan.title.clone()),
        kicker: kicker(plan, &w),
        heading,
        action: step.map_or_else(|| format!("/plans/{}/steps", plan.id), |id| format!("/steps/{id}")),
        draft: format!("step-{}", step.unwrap_or(&plan.id)),
        until: w.x(
            if plan.horizon == crate::plans::Horizon::Short { "step-due-hint-short" } else { "step-due-hint-medium" },
            plan.horizon.last_day(plan.class_ends),
        ),
        was: form.raw("was").to_owned(),
        removal: step.map_or_else(String::new, |id| format!("/steps/{id}/removal")),
        people: people.collect(),
        difficulties,
        practices,
        lines: (0..MOST_RESOURCES).map(|n| n.to_string()).collect(),
        form,
        wrong,
    })
}

fn shortened(text: &str) -> String {
    let mut cut: String = text.chars().take(90).collect();
    if text.chars().count() > 90 {
        cut.push('…');
    }
    cut
}

fn read(form: &Form) -> Typed {
    let line = |n: usize| TypedResource {
        source: form.line(&format!("source{n}")),
        amount: form.line(&format!("amount{n}")),
        note: form.line(&format!("note{n}")),
    };
    Typed {
        text: form.line("text"),
        result: form.lines("result"),
        starts_on: form.line("starts_on"),
        due_on: form.line("due_on"),
        owner: form.line("owner"),
        owner_id: form.some("owner_id"),
        partners: form.line("partners"),
        link: form.line("link"),
        resources: (0..MOST_RESOURCES).map(line).collect(),
    }
}

/// What stands in the fields, as one value of the form: a line for each field.
fn was(pairs: &[(String, String)]) -> String {
    let all = pairs.iter().filter(|(_, value)| !value.is_empty());
    all.map(|(name, value)| format!("{name}={}", text::clean(value))).collect::<Vec<_>>().join("\n")
}

/// Which fields are no longer what they were.
fn changed(form: &Form) -> Change {
    let before = form.lines("was");
    let of = |name: &str| before.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')).unwrap_or_default();
    let differs = |name: &str| form.line(name) != of(name);
    let any = |names: &[&str]| names.iter().any(|it| differs(it));
    let resources = (0..MOST_RESOURCES).any(|n| ["source", "amount", "note"].iter().any(|it| differs(&format!("{it}{n}"))));
    Change {
        text: differs("text"),
        result: differs("result"),
        days: any(&["starts_on", "due_on"]),
        owner: any(&["owner", "owner_id"]),
        partners: differs("partners"),
        link: differs("link"),
        resources,
    }
}

/// `POST /plans/{plan}/steps`
pub(super) async fn add(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match mendable(actions::add_step(ask.db(), &ask.actor, ask.deed(&form), &id, &read(&form)).await)? {
        Ok(_) if form.ticked("more") => see(format!("/plans/{id}/steps/new?done=step-added&draft=step-{id}")),
        Ok(step) => see(format!("/plans/{id}?done=step-added&draft=step-{id}#step-{step}")),
        Err(invalid) => {
            let (plan, _) = actions::seen(ask.db(), &ask.actor, &id).await?;
            again(&draw(&ask, &plan, None, form, Wrong::of(&invalid, &ask.w())).await?)
        }
    }
}

/// `POST /steps/{step}`
pub(super) async fn change(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let outcome = actions::change_step(ask.db(), &ask.actor, ask.deed(&form), &id, &read(&form), changed(&form)).await;
    let outcome = mendable(outcome)?;
    let step = store::step(ask.db(), &id, ask.now()).await?.ok_or(Refused::Absent)?;
    match outcome {
        Ok(()) => see(format!("/plans/{}?done=step-changed&draft=step-{id}#step-{id}", step.plan_id)),
        Err(invalid) => {
            let (plan, _) = actions::seen(ask.db(), &ask.actor, &step.plan_id).await?;
            again(&draw(&ask, &plan, Some(&id), form, Wrong::of(&invalid, &ask.w())).await?)
        }
    }
}

/// `POST /steps/{step}/removal`
pub(super) async fn remove(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let plan = actions::remove_step(ask.db(), &ask.actor, ask.deed(&form), &id).await?;
    see(format!("/plans/{plan}?done=step-removed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_changed_is_changed() {
        let pairs = |due: &str, amount: &str| {
            [("text", "Tập huấn lại"), ("result", "38 người\ncó mặt"), ("due_on", due), ("source0", "Ngân sách xã"), ("amount0", amount)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec()
        };
        let before = was(&pairs("30/11/2018", "5 triệu đồng"));
        let form = |due: &str, amount: &str| {
            let mut all = pairs(due, amount);
            all.push(("was".to_owned(), before.clone()));
            Form::from_pairs(all.iter().map(|(name, value)| (name.as_str(), value.as_str())))
        };
        assert_eq!(changed(&form("30/11/2018", "5 triệu đồng")), Change::default());
        assert_eq!(changed(&form("15/12/2018", "5 triệu đồng")), Change { days: true, ..Change::default() });
        assert_eq!(changed(&form("30/11/2018", "")), Change { resources: true, ..Change::default() });
    }
}
