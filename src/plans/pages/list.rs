//! The plans of a class: its places with their plans, or the steps that stand in one way.

use super::{Choice, StepRow, count, figures, in_class, settled};
use crate::classes::{Class, class_seen};
use crate::ground::Word;
use crate::ground::dates::Date;
use crate::places::within_sentence;
use crate::plans::picture::{Line, Picture, Shape, sign, timeline};
use crate::plans::plan::{Standing, State, Verb, may};
use crate::plans::step::Stand;
use crate::plans::store::{self, Place, PlanLine, Step};
use crate::web::{Answer, Ask, Shell, W, page};
use askama::Template;
use axum::extract::Path;

/// Address and words.
type Way = (String, String);

/// A tab over the list.
#[derive(Clone, Debug)]
pub(super) struct Tab {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) count: usize,
    pub(super) here: bool,
}

/// A plan beneath its place.
#[derive(Clone, Debug)]
pub(super) struct PlanRow {
    pub(super) to: String,
    pub(super) horizon: String,
    pub(super) title: String,
    pub(super) facts: Vec<String>,
    pub(super) look: &'static str,
    pub(super) state: String,
}

/// A place with its plans.
#[derive(Clone, Debug)]
pub(super) struct PlaceRow {
    pub(super) name: String,
    pub(super) sheet: String,
    pub(super) plans: Vec<PlanRow>,
}

#[derive(Template)]
#[template(path = "plans/pages/list.html")]
pub(super) struct ListPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) facts: Vec<String>,
    /// Address and words of the one thing to do.
    pub(super) main: Option<Way>,
    pub(super) others: Vec<Way>,
    pub(super) tabs: Vec<Tab>,
    /// As it stood at the end of a round: a sentence.
    pub(super) as_of: String,
    pub(super) picture: Option<(String, Picture)>,
    pub(super) signs: Vec<(Picture, String)>,
    pub(super) rows: Option<Vec<StepRow>>,
    pub(super) places: Vec<PlaceRow>,
    pub(super) none: Vec<String>,
    pub(super) none_heading: String,
    pub(super) choices: Vec<Choice>,
    pub(super) path: String,
    pub(super) state: String,
}

impl ListPage {
    fn is_chosen(&self) -> bool {
        self.choices.iter().any(|it| it.chosen)
    }
}

/// All that the page is drawn from.
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) who: Standing,
    pub(super) own_place: Option<String>,
    pub(super) places: Vec<Place>,
    pub(super) plans: Vec<PlanLine>,
    pub(super) steps: Vec<Step>,
    /// The state, the place and the round asked for; empty where none.
    pub(super) state: String,
    pub(super) place: String,
    pub(super) months: Option<i64>,
    pub(super) today: Date,
    /// The day by which what is late is told.
    pub(super) day: Date,
}

/// `GET /classes/{class}/plans?state=&place=&round=`
pub(super) async fn of_class(ask: Ask, Path(class): Path<String>) -> Answer {
    let db = ask.db();
    let class = class_seen(db, &ask.actor, &class).await?;
    let (who, own) = store::standing(db, &ask.actor, class.of()).await?;
    let rounds = store::rounds(db, &class.id).await?;
    let asked = ask.query("round").parse::<i64>().ok().and_then(|months| rounds.iter().find(|it| it.months == months));
    // A past round is shown as it stood when it was closed; what was late then is told by its own day.
    let at = asked.and_then(|it| it.closed_at).unwrap_or(ask.now());
    let day = asked.and_then(|it| Date::from_iso(&it.due_on).ok()).unwrap_or_else(|| ask.now().date());
    let place = ask.query("place");
    let found = Found {
        places: store::places(db, &class.id).await?,
        plans: store::plans_of_class(db, &class.id).await?,
        steps: store::steps_of_class(db, &class.id, at, &place).await?,
        own_place: own.map(|it| it.place_id),
        state: Some(ask.query("state")).filter(|it| it == "all" || Stand::from_name(it).is_some()).unwrap_or_default(),
        months: asked.map(|it| it.months),
        today: ask.now().date(),
        place,
        day,
        class,
        who,
    };
    page(&draw(ask.shell(""), &found))
}

pub(super) fn draw(mut s: Shell, it: &Found) -> ListPage {
    let w = s.w.clone();
    let path = format!("/classes/{}/plans", it.class.id);
    let with: Vec<&Place> =
        it.places.iter().filter(|place| it.plans.iter().any(|plan| plan.place_id == place.id && plan.state == State::Presented)).collect();
    let heading = heading(&w, it, with.len());
    s.title.clone_from(&heading);
    let stand = Stand::from_name(&it.state);
    let rows = (!it.state.is_empty()).then(|| {
        let chosen = it.steps.iter().filter(|step| stand.is_none_or(|stand| step.stand(it.day) == stand));
        chosen.enumerate().map(|(n, step)| StepRow::of(step, n + 1, it.day, &w)).collect()
    });
    let (main, others) = doable(&w, it, &path);
    ListPage {
        kicker: w.x("plan-kicker-class", &it.class.code),
        facts: figures(&it.steps, it.day, &w),
        main,
        others,
        tabs: tabs(&w, it, &path),
        as_of: it.months.map_or_else(String::new, |months| w.nx("plan-as-of-round", months, it.day)),
        picture: if it.state.is_empty() { picture(&w, it) } else { None },
        signs: Stand::ALL.iter().map(|it| (sign(*it), w.t(it.word()))).collect(),
        places: if rows.is_some() { Vec::new() } else { place_rows(&w, it, &path) },
        none: none(it, rows.is_some()),
        none_heading: w.n("plan-none-yet", none(it, rows.is_some()).len()),
        choices: choices(it, &with),
        state: it.state.clone(),
        rows,
        s: in_class(s, &it.class.id, &it.class.name),
        heading,
        path,
    }
}

/// `21 trên 30 xã đã có kế hoạch; 14 việc quá hạn`
fn heading(w: &W, it: &Found, with: usize) -> String {
    let late = count(&it.steps, Stand::Late, it.day);
    if let Some(stand) = Stand::from_name(&it.state) {
        let n = count(&it.steps, stand, it.day);
        return w.n(&format!("plan-steps-{}", stand.name()), n);
    }
    if it.state == "all" {
        return w.n("plan-heading-all", it.steps.len());
    }
    if let Some(place) = it.places.iter().find(|place| place.id == it.place) {
        return w.nx("plan-heading-place", it.steps.len(), within_sentence(&place.name));
    }
    let key = match (with, late) {
        (0, _) => "plan-heading-none",
        (_, 0) => "plan-heading-some",
        _ => "plan-heading-late",
    };
    w.word(&Word::new(key).with("x", with.to_string()).with("y", it.places.len().to_string()).with("z", late.to_string()))
}

/// What there is to do: a place begins its plan, who runs the class looks after the rounds.
fn doable(w: &W, it: &Found, path: &str) -> (Option<Way>, Vec<Way>) {
    let mut others = Vec::new();
    let rounds = (format!("/classes/{}/follow-ups", it.class.id), w.t("plan-see-rounds"));
    let new = (format!("{path}/new"), w.t("plan-do-write"));
    let main = if it.own_place.is_some() {
        others.push(rounds);
        Some(new)
    } else if it.who.runs {
        others.push((format!("{path}/new"), w.t("plan-do-write-for")));
        Some(rounds)
    } else {
        others.push(rounds);
        None
    };
    (main, others)
}

fn tabs(w: &W, it: &Found, path: &str) -> Vec<Tab> {
    let more = |state: &str| {
        let mut query = if state.is_empty() { String::new() } else { format!("?state={state}") };
        for (name, value) in [("place", it.place.clone()), ("round", it.months.map(|it| it.to_string()).unwrap_or_default())] {
            if !value.is_empty() {
                query.push_str(if query.is_empty() { "?" } else { "&" });
                query.extend([name, "=", &value]);
            }
        }
        format!("{path}{query}")
    };
    let mut tabs = vec![Tab {
        path: more(""),
        name: w.t("plan-tab-places"),
        count: it.plans.iter().filter(|plan| plan.state == State::Presented).count(),
        here: it.state.is_empty(),
    }];
    tabs.push(Tab { path: more("all"), name: w.t("plan-tab-all"), count: it.steps.len(), here: it.state == "all" });
    for stand in [Stand::Late, Stand::UnderWay, Stand::Planned, Stand::Done, Stand::Dropped] {
        let n = count(&it.steps, stand, it.day);
        if n > 0 || it.state == stand.name() {
            tabs.push(Tab { path: more(stand.name()), name: w.t(stand.word()), count: n, here: it.state == stand.name() });
        }
    }
    tabs
}

/// Places to choose from: those with a presented plan.
fn choices(it: &Found, with: &[&Place]) -> Vec<Choice> {
    with.iter().map(|place| Choice { value: place.id.clone(), name: place.name.clone(), chosen: place.id == it.place }).collect()
}

/// A row for every plan, a mark for every step.
fn picture(w: &W, it: &Found) -> Option<(String, Picture)> {
    let mut lines: Vec<(String, Line)> = Vec::new();
    for step in &it.steps {
        let mark = (step.due_on, step.stand(it.day));
        match lines.last_mut().filter(|line| line.0 == step.plan_id) {
            Some((_, line)) => {
                line.from = line.from.min(step.starts_on);
                line.to = line.to.max(step.due_on);
                if let Shape::Marks(marks) = &mut line.shape {
                    marks.push(mark);
                }
            }
            None => lines.push((
                step.plan_id.clone(),
                Line {
                    name: format!("{}, {}", within_sentence(&step.place_name), w.t(step.horizon.word()).to_lowercase()),
                    word: String::new(),
                    from: step.starts_on,
                    to: step.due_on,
                    shape: Shape::Marks(vec![mark]),
                },
            )),
        }
    }
    let mut lines: Vec<Line> = lines.into_iter().map(|it| it.1).collect();
    for line in &mut lines {
        if let Shape::Marks(marks) = &line.shape {
            let done = marks.iter().filter(|it| it.1 == Stand::Done).count();
            line.word = w.xy("plan-done-of", done, marks.len());
        }
    }
    let done = count(&it.steps, Stand::Done, it.day);
    let caption = w.word(
        &Word::new("plan-timeline-class")
            .with("x", done.to_string())
            .with("y", it.steps.len().to_string())
            .with("z", count(&it.steps, Stand::Late, it.day).to_string()),
    );
    let picture = timeline("timeline", &caption, &w.t("plan-today"), &lines, it.today)?;
    Some((caption, picture))
}

fn place_rows(w: &W, it: &Found, path: &str) -> Vec<PlaceRow> {
    let mut rows = Vec::new();
    for place in it.places.iter().filter(|place| it.place.is_empty() || it.place == place.id) {
        let who = Standing { of_place: it.own_place.as_deref() == Some(place.id.as_str()), ..it.who };
        let plans: Vec<PlanRow> = it
            .plans
            .iter()
            .filter(|plan| plan.place_id == place.id && may(Verb::See, plan.state, who))
            .map(|plan| plan_row(w, it, plan))
            .collect();
        if !plans.is_empty() {
            let name =
                if place.parent.is_empty() { place.name.clone() } else { format!("{}, {}", place.name, within_sentence(&place.parent)) };
            rows.push(PlaceRow { name, sheet: format!("{path}/sheet?place={}", place.id), plans });
        }
    }
    rows
}

fn plan_row(w: &W, it: &Found, plan: &PlanLine) -> PlanRow {
    let steps: Vec<Step> = it.steps.iter().filter(|step| step.plan_id == plan.id).cloned().collect();
    let late = count(&steps, Stand::Late, it.day);
    let (look, state) = match plan.state {
        State::Presented if late > 0 => ("now", w.n("plan-count-late", late)),
        State::Presented => settled(&steps, w).unwrap_or_else(|| ("part", w.t("plan-going"))),
        other => (other.look(), w.t(other.word())),
    };
    let mut facts = if plan.state == State::Presented { vec![w.n("plan-count-steps", steps.len())] } else { Vec::new() };
    facts.extend(figures(&steps, it.day, w));
    PlanRow { to: format!("/plans/{}", plan.id), horizon: w.t(plan.horizon.word()), title: plan.title.clone(), facts, look, state }
}

/// Places without any plan of theirs that the asker sees.
fn none(it: &Found, rows: bool) -> Vec<String> {
    if rows || !it.place.is_empty() {
        return Vec::new();
    }
    let has = |place: &Place| it.plans.iter().any(|plan| plan.place_id == place.id && plan.state == State::Presented);
    it.places.iter().filter(|place| !has(place)).map(|place| within_sentence(&place.name)).collect()
}
