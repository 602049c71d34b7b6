//! Raising: a trainee's own, or from a paper form on a trainee's behalf. What is like it is offered before it is sent.

use super::similar::{NearRow, close};
use super::{Choice, Wrong, fields, mendable};
use crate::classes::{Class, class_run, class_seen, trainee_of, trainees};
use crate::difficulties::actions::{self, Raise};
use crate::difficulties::difficulty::LONGEST_TEXT;
use crate::discussion;
use crate::ground::{Refused, is_id};
use crate::people::Field;
use crate::programmes::{components, local_items};
use crate::web::{Answer, Ask, Form, Role, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "difficulties/pages/raise.html")]
pub(super) struct RaisePage {
    pub(super) s: Shell,
    pub(super) heading: String,
    pub(super) kicker: String,
    pub(super) action: String,
    pub(super) draft: String,
    pub(super) similar: String,
    /// Of a paper form: the trainees of the class.
    pub(super) trainees: Option<Vec<Choice>>,
    pub(super) place: String,
    /// Whose opinion it grows out of, or empty.
    pub(super) out_of: String,
    /// The paper form just entered.
    pub(super) last: Option<String>,
    pub(super) fields: Vec<Choice>,
    pub(super) components: Vec<Choice>,
    pub(super) items: Vec<Choice>,
    pub(super) form: Form,
    pub(super) wrong: Wrong,
}

/// `GET /classes/{class}/difficulties/new`
pub(super) async fn form(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    if let Some(opinion) = ask.queries().some("opinion") {
        return from_opinion(&ask, &class, &opinion).await;
    }
    let form = Form::from_pairs(ask.queries().pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())));
    page(&draw(&ask, &class, false, form, Wrong::default()).await?)
}

/// The form with what was said in a session already in it; an opinion that has become a difficulty leads there.
async fn from_opinion(ask: &Ask, class: &Class, opinion: &str) -> Answer {
    let said = discussion::opinion_to_raise(ask.db(), &ask.actor, &class.id, opinion).await?;
    if let Some(id) = said.difficulty_id {
        return see(format!("/difficulties/{id}"));
    }
    let mut pairs = vec![("opinion", said.id.as_str()), ("text", said.text.as_str())];
    if said.anonymous {
        pairs.push(("anonymous", "1"));
    }
    page(&draw(ask, class, false, Form::from_pairs(pairs), Wrong::default()).await?)
}

/// `GET /classes/{class}/difficulties/paper`
pub(super) async fn paper_form(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    page(&draw(&ask, &class, true, Form::default(), Wrong::default()).await?)
}

/// `POST /classes/{class}/difficulties`
pub(super) async fn raise(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    if form.ticked("edit") {
        return page(&draw(&ask, &class, false, form, Wrong::default()).await?);
    }
    let input = read(&class.id, &form, false);
    let well_written = !input.text.is_empty() && input.text.chars().count() <= LONGEST_TEXT && input.field.is_some();
    let deed = ask.deed(&form);
    // Only a trainee may rather join another's: whoever raises for somebody else goes on.
    let joins = ask.actor.has_in(Role::Trainee, class.of());
    if well_written && joins && !form.ticked("new") && actions::raised(ask.db(), &deed).await?.is_none() {
        let near = close(&ask, &class.id, &input.text).await?;
        if !near.is_empty() {
            return page(&offered(&ask, &class, &input.text, near, &form));
        }
    }
    match mendable(actions::raise(ask.db(), &ask.actor, deed, input).await)? {
        Ok(id) => see(format!(
            "/difficulties/{id}?done=difficulty-raised&draft={}",
            draft_key(form.some("opinion").as_deref().unwrap_or(&class.id))
        )),
        Err(invalid) => again(&draw(&ask, &class, false, form, Wrong::of(&invalid, &ask.w())).await?),
    }
}

/// `POST /classes/{class}/difficulties/paper`
pub(super) async fn from_paper(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let class = class_run(ask.db(), &ask.actor, &class).await?;
    let input = read(&class.id, &form, true);
    match mendable(actions::raise(ask.db(), &ask.actor, ask.deed(&form), input).await)? {
        // The next sheet of the pile, with what was just entered one click away.
        Ok(id) if form.ticked("more") => {
            see(format!("/classes/{}/difficulties/paper?done=difficulty-entered&last={id}&draft={}", class.id, draft_key(&class.id)))
        }
        Ok(id) => see(format!("/difficulties/{id}?done=difficulty-entered&draft={}", draft_key(&class.id))),
        Err(invalid) => again(&draw(&ask, &class, true, form, Wrong::of(&invalid, &ask.w())).await?),
    }
}

fn read(class: &str, form: &Form, paper: bool) -> Raise {
    Raise {
        for_province: false,
        class: class.to_owned(),
        trainee: paper.then(|| form.line("trainee")),
        field: Field::from_name(&form.line("field")),
        component: form.some("component"),
        local_item: form.some("local_item").filter(|_| !paper),
        text: form.lines("text"),
        tried: form.lines("tried"),
        wish: form.lines("wish"),
        urgent: form.ticked("urgent"),
        anonymous: form.ticked("anonymous"),
        opinion: form.some("opinion").filter(|_| !paper),
        board_line: form.some("line").filter(|_| !paper),
    }
}

/// As a key of the device's drafts: letters, digits and dashes; of the class, or of the opinion that a difficulty grows out of.
fn draft_key(of: &str) -> String {
    format!("raise-{of}")
}

async fn draw(ask: &Ask, class: &Class, paper: bool, form: Form, wrong: Wrong) -> Result<RaisePage, Refused> {
    let w = ask.w();
    let db = ask.db();
    let chosen = |name: &str, value: &str| form.is(name, value);
    let parts = match &class.period_id {
        Some(period) => components(db, period).await?,
        None => Vec::new(),
    };
    let components = parts.into_iter().map(|it| Choice { chosen: chosen("component", &it.id), name: it.name, value: it.id }).collect();
    let mut out_of = String::new();
    let (place, items, people) = if paper {
        let all = trainees(db, &class.id).await?;
        let named = all.into_iter().filter(crate::classes::Trainee::is_named);
        let people =
            named.map(|it| Choice { chosen: chosen("trainee", &it.id), name: format!("{}, {}", it.name, it.place_name), value: it.id });
        (String::new(), Vec::new(), Some(people.collect()))
    } else {
        let own = match form.some("opinion") {
            Some(opinion) => {
                let said = discussion::opinion_to_raise(db, &ask.actor, &class.id, &opinion).await?;
                let own = actions::author_of(db, &class.id, &said).await?;
                out_of = w.xy("difficulty-out-of-opinion", said.ordinal, &own.name);
                own
            }
            None if !ask.actor.has_in(Role::Trainee, class.of()) => return Err(Refused::Denied),
            None => trainee_of(db, &class.id, ask.actor.id()).await?.filter(crate::classes::Trainee::is_named).ok_or(Refused::Denied)?,
        };
        let items = local_items(db, &own.place_id).await?;
        let items = items.into_iter().map(|it| Choice {
            chosen: chosen("local_item", &it.id),
            name: format!("{} ({})", it.name, it.year),
            value: it.id,
        });
        (own.place_name, items.collect(), None)
    };
    let heading = w.t(if paper { "difficulty-paper-heading" } else { "difficulty-raise-heading" });
    Ok(RaisePage {
        s: crumbs(ask.shell(heading.clone()), class, &w),
        heading,
        kicker: w.x("difficulty-kicker-class", &class.code),
        action: format!("/classes/{}/difficulties{}", class.id, if paper { "/paper" } else { "" }),
        draft: draft_key(form.some("opinion").as_deref().unwrap_or(&class.id)),
        similar: format!("/difficulties/similar?class={}", class.id),
        trainees: people,
        place,
        out_of,
        last: Some(ask.query("last")).filter(|it| paper && is_id(it)).map(|it| format!("/difficulties/{it}")),
        fields: fields(form.raw("field"), &w),
        components,
        items,
        form,
        wrong,
    })
}

fn crumbs(s: Shell, class: &Class, w: &W) -> Shell {
    s.crumb(format!("/classes/{}", class.id), class.name.clone())
        .crumb(format!("/classes/{}/difficulties", class.id), w.t("difficulty-crumb-list"))
}

#[derive(Template)]
#[template(path = "difficulties/pages/offered.html")]
pub(super) struct OfferedPage {
    pub(super) s: Shell,
    pub(super) heading: String,
    pub(super) about: String,
    pub(super) text: String,
    pub(super) rows: Vec<NearRow>,
    pub(super) action: String,
    pub(super) draft: String,
    /// What was typed, carried on.
    pub(super) kept: Vec<(String, String)>,
}

fn offered(ask: &Ask, class: &Class, text: &str, rows: Vec<NearRow>, form: &Form) -> OfferedPage {
    let w = ask.w();
    let heading = w.n("difficulty-offered-heading", i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let kept = form.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "new" | "edit")).cloned().collect();
    OfferedPage {
        s: crumbs(ask.shell(heading.clone()), class, &w),
        heading,
        // Of another class there is nothing to join: only to read.
        about: w.t(if rows.iter().any(|it| it.can_join) { "difficulty-offered-about" } else { "difficulty-offered-about-read" }),
        text: text.to_owned(),
        rows,
        action: format!("/classes/{}/difficulties", class.id),
        draft: draft_key(form.some("opinion").as_deref().unwrap_or(&class.id)),
        kept,
    }
}
