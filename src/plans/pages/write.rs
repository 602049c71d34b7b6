//! A plan is begun, or its title and aim are changed.

use super::{Choice, Wrong, in_plans, mendable, proposed_title};
use crate::classes::{Class, class, class_seen};
use crate::ground::Refused;
use crate::plans::actions::{self, NewPlan};
use crate::plans::plan::{Horizon, Verb};
use crate::plans::store;
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "plans/pages/write.html")]
pub(super) struct WritePage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) action: String,
    pub(super) draft: String,
    /// Only when it is begun.
    pub(super) horizons: Vec<Choice>,
    /// For whoever runs the class: the places.
    pub(super) places: Vec<Choice>,
    /// What stood in the fields when the form was drawn: title and aim.
    pub(super) was: Option<(String, String)>,
    pub(super) form: Form,
    pub(super) wrong: Wrong,
}

/// `GET /classes/{class}/plans/new?horizon=`
pub(super) async fn form(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let horizon = ask.query("horizon");
    page(&begun(&ask, &class, Form::from_pairs([("horizon", horizon.as_str())]), Wrong::default()).await?)
}

async fn begun(ask: &Ask, class: &Class, form: Form, wrong: Wrong) -> Result<WritePage, Refused> {
    let w = ask.w();
    let (who, own) = store::standing(ask.db(), &ask.actor, class.of()).await?;
    if !who.runs && own.is_none() {
        return Err(Refused::Denied);
    }
    let places = if own.is_none() {
        let all = store::places(ask.db(), &class.id).await?.into_iter();
        all.map(|it| Choice { chosen: form.is("place", &it.id), name: it.name, value: it.id }).collect()
    } else {
        Vec::new()
    };
    // A title to begin with; who has a better one writes it.
    let form = match &own {
        Some(own) if form.raw("title").is_empty() && wrong.is_empty() => {
            let horizon = Horizon::from_name(form.raw("horizon")).unwrap_or(Horizon::Short);
            let title = proposed_title(&own.place_name, &w);
            Form::from_pairs([("horizon", horizon.name()), ("title", title.as_str())])
        }
        _ => form,
    };
    let heading = own.as_ref().map_or_else(|| w.t("plan-write-heading-for"), |it| w.x("plan-write-heading", it.place()));
    Ok(WritePage {
        s: in_plans(ask.shell(heading.clone()), &class.id, &class.name),
        kicker: w.x("plan-kicker-class", &class.code),
        heading,
        action: format!("/classes/{}/plans", class.id),
        draft: format!("plan-{}", class.id),
        horizons: horizons(&form, &w),
        places,
        was: None,
        form,
        wrong,
    })
}

fn horizons(form: &Form, w: &crate::web::W) -> Vec<Choice> {
    let choice = |it: &Horizon| Choice { value: it.name().to_owned(), name: w.t(it.word()), chosen: form.is("horizon", it.name()) };
    Horizon::ALL.iter().map(choice).collect()
}

/// `POST /classes/{class}/plans`
pub(super) async fn write(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let input = NewPlan {
        class: class.clone(),
        place: form.some("place"),
        horizon: Horizon::from_name(&form.line("horizon")),
        title: form.line("title"),
        aim: form.lines("aim"),
    };
    match mendable(actions::write(ask.db(), &ask.actor, ask.deed(&form), input).await)? {
        Ok(id) => see(format!("/plans/{id}?done=plan-written&draft=plan-{class}")),
        Err(invalid) => {
            let class = class_seen(ask.db(), &ask.actor, &class).await?;
            again(&begun(&ask, &class, form, Wrong::of(&invalid, &ask.w())).await?)
        }
    }
}

/// `GET /plans/{plan}/edit`
pub(super) async fn edit(ask: Ask, Path(id): Path<String>) -> Answer {
    page(&changed(&ask, &id, None, Wrong::default()).await?)
}

async fn changed(ask: &Ask, id: &str, form: Option<Form>, wrong: Wrong) -> Result<WritePage, Refused> {
    let w = ask.w();
    let (plan, _) = actions::for_verb(ask.db(), &ask.actor, id, Verb::Write).await?;
    let class = class(ask.db(), &plan.class_id).await?.ok_or(Refused::Absent)?;
    let was = form
        .as_ref()
        .map_or_else(|| (plan.title.clone(), plan.aim.clone()), |form| (form.raw("was-title").to_owned(), form.raw("was-aim").to_owned()));
    let form = form.unwrap_or_else(|| Form::from_pairs([("title", plan.title.as_str()), ("aim", plan.aim.as_str())]));
    let heading = w.t("plan-change-heading");
    let s = in_plans(ask.shell(heading.clone()), &class.id, &class.name).crumb(format!("/plans/{id}"), plan.title.clone());
    Ok(WritePage {
        s,
        kicker: super::kicker(&plan, &w),
        heading,
        action: format!("/plans/{id}"),
        draft: format!("plan-{id}"),
        horizons: Vec::new(),
        places: Vec::new(),
        was: Some(was),
        form,
        wrong,
    })
}

/// `POST /plans/{plan}`: only what was changed on the form.
pub(super) async fn change(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let title = Some(form.line("title")).filter(|it| *it != form.line("was-title"));
    let aim = Some(form.lines("aim")).filter(|it| *it != form.lines("was-aim"));
    match mendable(actions::change(ask.db(), &ask.actor, ask.deed(&form), &id, title, aim).await)? {
        Ok(()) => see(format!("/plans/{id}?done=plan-changed&draft=plan-{id}")),
        Err(invalid) => again(&changed(&ask, &id, Some(form), Wrong::of(&invalid, &ask.w())).await?),
    }
}
