//! What the forms of one difficulty offer to choose from: verdicts, authorities, experts, others that are the same.

use super::Choice;
use super::similar::NearRow;
use crate::difficulties::difficulty::{Level, Standing, Verb, Verdict, may};
use crate::difficulties::store::{Difficulty, Within, near};
use crate::ground::Refused;
use crate::ground::dates::Date;
use crate::people::{expert_fields, with_role};
use crate::places;
use crate::web::{Ask, Form, Role, W};

/// An expert who could answer it.
pub(in crate::difficulties) struct ExpertChoice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) chosen: bool,
}

/// The verdicts that can be given now.
pub(super) fn verdicts(it: &Difficulty, who: Standing, form: &Form, w: &W) -> Vec<Choice> {
    let open = Verdict::ALL.iter().filter(|verdict| may(Verb::GiveVerdict(**verdict), it.stands(), who));
    open.map(|it| Choice { value: it.name().to_owned(), name: w.t(it.word()), chosen: form.is("verdict", it.name()) }).collect()
}

/// The levels there are on a day: districts ended in 2025.
pub(super) fn levels(form: &Form, on: Date, w: &W) -> Vec<Choice> {
    let there = |level: &&Level| **level != Level::District || on.iso().as_str() <= places::LAST_OLD;
    let choice = |it: &Level| Choice { value: it.name().to_owned(), name: w.t(it.word()), chosen: form.is("level", it.name()) };
    Level::ALL.iter().filter(there).map(choice).collect()
}

/// The experts of the class, those of the difficulty's field first.
pub(super) async fn experts(ask: &Ask, it: &Difficulty, form: &Form, w: &W) -> Result<Vec<ExpertChoice>, Refused> {
    let experts = with_role(ask.db(), Role::Expert, Some(&it.class_id), Some(&it.project_id)).await?;
    let fields = expert_fields(ask.db()).await?;
    let fits = |person: &str| fields.iter().any(|(id, field)| id == person && *field == it.field);
    let typed = form.line("expert");
    let mut out: Vec<(bool, ExpertChoice)> = experts
        .into_iter()
        .map(|person| {
            let fit = fits(&person.id);
            let about = if fit { w.t("difficulty-expert-fits") } else { String::new() };
            let now = if typed.is_empty() { it.assigned_to.as_deref() == Some(person.id.as_str()) } else { typed == person.id };
            (fit, ExpertChoice { id: person.id, name: person.name, about, chosen: now })
        })
        .collect();
    out.sort_by_key(|(fit, _)| !fit);
    let mut out: Vec<ExpertChoice> = out.into_iter().map(|it| it.1).collect();
    if !out.iter().any(|it| it.chosen)
        && let Some(first) = out.first_mut()
    {
        first.chosen = true;
    }
    Ok(out)
}

/// What may be the same: for merging. Of the same project, not itself.
pub(super) async fn same(ask: &Ask, it: &Difficulty, w: &W) -> Result<Vec<NearRow>, Refused> {
    let found = near(ask.house(), &it.text, Within { class: &it.class_id, project: &it.project_id }, 6).await?;
    let others = found.iter().filter(|one| one.id != it.id && one.project_id == it.project_id && one.is_close());
    Ok(others.take(4).map(|one| NearRow::of(one, &ask.actor, w)).collect())
}
