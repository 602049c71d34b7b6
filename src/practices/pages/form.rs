//! Writing a story or a practice, and changing it: one page, of which a phone shows little at first.

use super::{Choice, Wrong, figures, mendable, tail};
use crate::classes::{Class, Trainee, class_seen, trainee_of};
use crate::ground::Refused;
use crate::ground::numbers::grouped;
use crate::places::within_sentence;
use crate::practices::actions::{self, Write, allowed, seen};
use crate::practices::practice::{Draft, Figure, Kind, MOST_FIGURES, Verb};
use crate::practices::store::{self, Practice};
use crate::programmes::{all_components, components, local_items};
use crate::web::{Answer, Ask, Form, Shell, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "practices/pages/form.html")]
pub(super) struct FormPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) about: String,
    pub(super) action: String,
    pub(super) draft: String,
    pub(super) story: bool,
    /// The hybrid time of the text that is changed; nothing of a new one.
    pub(super) against: Option<String>,
    /// What stands now and who wrote it, if that is not what the change was typed on.
    pub(super) theirs: Option<(String, String)>,
    /// For one who runs the class.
    pub(super) places: Option<Vec<Choice>>,
    pub(super) components: Vec<Choice>,
    pub(super) items: Vec<Choice>,
    pub(super) rows: Vec<Figure>,
    pub(super) form: Form,
    pub(super) wrong: Wrong,
    pub(super) back: String,
}

impl FormPage {
    /// Whether a folded part opens: something was typed there, or is wrong there.
    fn opens(&self, fields: &[&str]) -> bool {
        fields.iter().any(|it| self.wrong.has(it) || !self.form.raw(it).is_empty())
    }

    fn counted(&self) -> bool {
        self.wrong.has("figures") || self.form.ticked("more") || self.rows.iter().any(|it| *it != Figure::default())
    }

    fn word(&self, practice: &str, story: &str) -> String {
        self.s.w.t(if self.story { story } else { practice })
    }

    /// No more rows of figures.
    fn full(&self) -> bool {
        self.rows.len() >= MOST_FIGURES
    }
}

/// Who writes, for which class.
struct Desk<'a> {
    ask: &'a Ask,
    kind: Kind,
    class_id: String,
    class_name: String,
    period: Option<String>,
}

/// `GET /classes/{class}/practices/new?kind=story|practice`
pub(super) async fn new(ask: Ask, Path(class): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let kind = Kind::from_name(&ask.query("kind")).unwrap_or(Kind::Practice);
    let form = Form::from_pairs(ask.queries().pairs().iter().map(|(name, value)| (name.as_str(), value.as_str())));
    page(&draw_new(&ask, &class, kind, form, Wrong::default()).await?)
}

/// `POST /classes/{class}/practices`
pub(super) async fn write(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &class).await?;
    let kind = Kind::from_name(&form.line("kind")).unwrap_or(Kind::Practice);
    if form.ticked("more") {
        return page(&draw_new(&ask, &class, kind, form, Wrong::default()).await?);
    }
    let input = Write { class: class.id.clone(), kind, place: form.some("place"), draft: read(&form), illustration: false };
    match mendable(actions::write(ask.db(), &ask.actor, ask.deed(&form), input).await)? {
        Ok(id) => see(format!("/practices/{id}/photos?done=practice-written&draft={}", key(kind, &class.id, ask.actor.id()))),
        Err(invalid) => {
            let drawn = draw_new(&ask, &class, kind, form, Wrong::of(&invalid, &ask.w())).await?;
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
    }
}

/// `GET /practices/{practice}/edit`
pub(super) async fn edit(ask: Ask, Path(id): Path<String>) -> Answer {
    let (found, who) = seen(ask.db(), &ask.actor, &id).await?;
    allowed(&found, who, Verb::Edit)?;
    let form = typed(&ask, &found).await?;
    page(&draw_edit(&ask, &found, form, None, Wrong::default()).await?)
}

/// `POST /practices/{practice}/edit`
pub(super) async fn change(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let (found, who) = seen(ask.db(), &ask.actor, &id).await?;
    if form.ticked("more") {
        allowed(&found, who, Verb::Edit)?;
        return page(&draw_edit(&ask, &found, form, None, Wrong::default()).await?);
    }
    let against = form.line("against").parse().unwrap_or_default();
    match actions::change(ask.db(), &ask.actor, ask.deed(&form), &id, &read(&form), against).await {
        Ok(()) => see(format!("/practices/{id}?done=practice-changed&draft={}", edit_key(&id, ask.actor.id()))),
        Err(Refused::Invalid(invalid)) => {
            let drawn = draw_edit(&ask, &found, form, None, Wrong::of(&invalid, &ask.w())).await?;
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
        Err(Refused::Conflict { theirs, by }) => {
            let drawn = draw_edit(&ask, &found, form, Some((theirs, by)), Wrong::default()).await?;
            page_as(StatusCode::CONFLICT, &drawn)
        }
        Err(refused) => Err(refused.into()),
    }
}

fn read(form: &Form) -> Draft {
    Draft {
        component: form.some("component"),
        local_item: form.some("local_item"),
        difficulty: form.line("difficulty"),
        title: form.line("title"),
        before: form.lines("before"),
        after: form.lines("after"),
        steps: form.lines("steps"),
        who: form.lines("who"),
        cost: form.line("cost"),
        cost_note: form.line("cost_note"),
        result: form.lines("result"),
        conditions: form.lines("conditions"),
        figures: figures(form),
    }
}

/// A text that stands, as it would have been typed.
async fn typed(ask: &Ask, found: &Practice) -> Result<Form, Refused> {
    let it = &found.text;
    let cost = it.cost.map(grouped).unwrap_or_default();
    let rows = store::figures(ask.db(), &found.id).await?;
    let mut pairs = vec![
        ("title", it.title.as_str()),
        ("before", it.before.as_str()),
        ("after", it.after.as_str()),
        ("steps", it.steps.as_str()),
        ("who", it.who.as_str()),
        ("cost", cost.as_str()),
        ("cost_note", it.cost_note.as_str()),
        ("result", it.result.as_str()),
        ("conditions", it.conditions.as_str()),
        ("component", it.component_id.as_deref().unwrap_or_default()),
        ("local_item", it.local_item_id.as_deref().unwrap_or_default()),
        ("difficulty", found.difficulty_code.as_str()),
    ];
    for row in &rows {
        pairs.extend([
            ("figure_what", row.what.as_str()),
            ("figure_unit", row.unit.as_str()),
            ("figure_before", row.before.as_str()),
            ("figure_after", row.after.as_str()),
        ]);
    }
    Ok(Form::from_pairs(pairs))
}

/// Keys of the device's drafts: letters, digits and dashes, with the person in them.
fn key(kind: Kind, class: &str, person: &str) -> String {
    format!("{}-{}-{}", kind.name(), tail(class), tail(person))
}

fn edit_key(practice: &str, person: &str) -> String {
    format!("practice-{}-{}", tail(practice), tail(person))
}

async fn draw_new(ask: &Ask, class: &Class, kind: Kind, form: Form, wrong: Wrong) -> Result<FormPage, Refused> {
    let (db, w) = (ask.db(), ask.w());
    let runs = ask.actor.runs(class.of());
    let own = trainee_of(db, &class.id, ask.actor.id()).await?.filter(Trainee::is_named);
    let (place, places, about) = if runs {
        let held = store::places_of_class(db, &class.id).await?;
        let choice = |it: store::Held| Choice { chosen: form.is("place", &it.place_id), value: it.place_id, name: it.place_name };
        (String::new(), Some(held.into_iter().map(choice).collect()), w.t("practice-write-about-runs"))
    } else {
        let own = own.ok_or(Refused::Denied)?;
        let about = w.x("practice-write-about", within_sentence(&own.place_name));
        (own.place_id, None, about)
    };
    let desk = Desk { ask, kind, class_id: class.id.clone(), class_name: class.name.clone(), period: class.period_id.clone() };
    let heading = w.t(if kind == Kind::Story { "practice-write-story" } else { "practice-write-practice" });
    let mut drawn = draw(&desk, &place, form, wrong).await?;
    drawn.kicker = w.x("practice-kicker-class", &class.code);
    drawn.s.title.clone_from(&heading);
    drawn.heading = heading;
    drawn.about = about;
    drawn.action = format!("/classes/{}/practices", class.id);
    drawn.draft = key(kind, &class.id, ask.actor.id());
    drawn.places = places;
    drawn.back = format!("/classes/{}/practices", class.id);
    Ok(drawn)
}

async fn draw_edit(ask: &Ask, found: &Practice, form: Form, theirs: Option<(String, String)>, wrong: Wrong) -> Result<FormPage, Refused> {
    let w = ask.w();
    let desk = Desk {
        ask,
        kind: found.kind,
        class_id: found.class_id.clone(),
        class_name: found.class_name.clone(),
        period: found.period_id.clone(),
    };
    // Whoever has seen what stands now and saves again means to write over it.
    let against = if theirs.is_some() { found.changed_hlc } else { form.line("against").parse().unwrap_or(found.changed_hlc) };
    let mut drawn = draw(&desk, &found.place_id, form, wrong).await?;
    let heading = w.x("practice-edit-heading", &found.code);
    drawn.s.title.clone_from(&heading);
    drawn.s = drawn.s.crumb(format!("/practices/{}", found.id), found.code.clone());
    drawn.heading = heading;
    drawn.about = w.x("practice-write-about", within_sentence(&found.place_name));
    drawn.action = format!("/practices/{}/edit", found.id);
    drawn.draft = edit_key(&found.id, ask.actor.id());
    drawn.against = Some(against.to_string());
    drawn.theirs = theirs;
    drawn.back = format!("/practices/{}", found.id);
    Ok(drawn)
}

/// What is alike in both.
async fn draw(desk: &Desk<'_>, place: &str, form: Form, wrong: Wrong) -> Result<FormPage, Refused> {
    let (db, w) = (desk.ask.db(), desk.ask.w());
    let parts = match &desk.period {
        Some(period) => components(db, period).await?,
        None => all_components(db).await?,
    };
    let components = parts.into_iter().map(|it| Choice { chosen: form.is("component", &it.id), name: it.name, value: it.id }).collect();
    let items = if place.is_empty() { Vec::new() } else { local_items(db, place).await? };
    let items = items.into_iter().map(|it| Choice {
        chosen: form.is("local_item", &it.id),
        name: format!("{} ({})", it.name, it.year),
        value: it.id,
    });
    let mut rows = figures(&form);
    let wanted = if form.ticked("more") { rows.len() + 2 } else { rows.len().max(2) };
    rows.resize(wanted.min(MOST_FIGURES), Figure::default());
    Ok(FormPage {
        s: desk
            .ask
            .shell("")
            .crumb("/classes", w.t("practice-crumb-classes"))
            .crumb(format!("/classes/{}", desk.class_id), desk.class_name.clone())
            .crumb(format!("/classes/{}/practices", desk.class_id), w.t("practice-crumb-list")),
        kicker: String::new(),
        heading: String::new(),
        about: String::new(),
        action: String::new(),
        draft: String::new(),
        story: desk.kind == Kind::Story,
        against: None,
        theirs: None,
        places: None,
        components,
        items: items.collect(),
        rows,
        form,
        wrong,
        back: String::new(),
    })
}
