//! The rounds of a class: opened, who has answered, closed.

use super::{Choice, Wrong, in_class, mendable};
use crate::classes::{Class, class_seen};
use crate::ground::dates::Date;
use crate::plans::actions;
use crate::plans::plan::{Standing, State};
use crate::plans::round::{self, MONTHS};
use crate::plans::store::{self, Answer as Said, Place, PlanLine, Round};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

/// A round in the list.
#[derive(Clone, Debug)]
pub(super) struct RoundRow {
    pub(super) name: String,
    /// Empty while it is not opened.
    pub(super) to: String,
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) facts: Vec<String>,
    /// Its figures in the list of steps.
    pub(super) figures: String,
}

#[derive(Template)]
#[template(path = "plans/pages/rounds.html")]
pub(super) struct RoundsPage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) about: String,
    pub(super) rows: Vec<RoundRow>,
    /// What may be opened: months and words; the first is what is due.
    pub(super) may_open: Vec<Choice>,
    pub(super) mine: Option<(String, String)>,
    pub(super) wrong: Wrong,
}

/// All that the page is drawn from.
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) ends: Date,
    pub(super) who: Standing,
    pub(super) own_place: Option<String>,
    pub(super) rounds: Vec<Round>,
    pub(super) answers: Vec<Said>,
    pub(super) places: Vec<Place>,
    pub(super) plans: Vec<PlanLine>,
    pub(super) today: Date,
}

/// `GET /classes/{class}/follow-ups`
pub(super) async fn of_class(ask: Ask, Path(class): Path<String>) -> Answer {
    let found = found(&ask, &class).await?;
    page(&draw(ask.shell(""), &found, Wrong::default()))
}

async fn found(ask: &Ask, class: &str) -> Result<Found, crate::ground::Refused> {
    let db = ask.db();
    let class = class_seen(db, &ask.actor, class).await?;
    let (who, own) = store::standing(db, &ask.actor, class.of()).await?;
    Ok(Found {
        rounds: store::rounds(db, &class.id).await?,
        answers: store::answers(db, &class.id).await?,
        places: store::places(db, &class.id).await?,
        plans: store::plans_of_class(db, &class.id).await?,
        ends: super::ends(&class)?,
        own_place: own.map(|it| it.place_id),
        today: ask.now().date(),
        class,
        who,
    })
}

/// Places of which an answer is expected: those with a presented plan, and whoever answered all the same.
pub(super) fn expected(places: &[Place], plans: &[PlanLine], answers: &[Said], round: &str) -> usize {
    let has = |place: &&Place| {
        plans.iter().any(|plan| plan.place_id == place.id && plan.state == State::Presented)
            || answers.iter().any(|it| it.round_id == round && it.place_id == place.id)
    };
    places.iter().filter(has).count()
}

pub(super) fn draw(mut s: Shell, it: &Found, wrong: Wrong) -> RoundsPage {
    let w = s.w.clone();
    let opened: Vec<i64> = it.rounds.iter().map(|it| it.months).collect();
    let open = it.rounds.iter().filter(|it| it.closed_at.is_none()).count();
    let proposed = round::proposed(it.ends, &opened, it.today);
    let heading = match (proposed, open, opened.len()) {
        (Some(months), _, _) if it.who.runs => w.n("round-heading-due", months),
        (_, 1.., _) => w.n("round-heading-open", open),
        (_, 0, 0) => w.x("round-heading-none", round::due(it.ends, 3)),
        (_, 0, 3) => w.t("round-heading-over"),
        (_, _, n) => w.n("round-heading-closed", n),
    };
    s.title.clone_from(&heading);
    let row = |months: &i64| {
        let due = round::due(it.ends, *months);
        let name = w.n("round-name", *months);
        let Some(round) = it.rounds.iter().find(|it| it.months == *months) else {
            let (look, state) = if due <= it.today { ("wait", w.t("round-not-opened")) } else { ("off", w.t("round-not-yet")) };
            return RoundRow { name, to: String::new(), look, state, facts: vec![w.x("round-due", due)], figures: String::new() };
        };
        let answered = it.answers.iter().filter(|it| it.round_id == round.id).count();
        let of = expected(&it.places, &it.plans, &it.answers, &round.id);
        let mut facts = vec![w.x("round-due", due), w.xy("round-answered-of", answered, of)];
        facts.extend(round.closed_at.map(|at| w.x("round-closed-on", at.date())));
        RoundRow {
            name,
            to: format!("/follow-ups/{}", round.id),
            look: if round.closed_at.is_some() { "off" } else { "now" },
            state: w.t(if round.closed_at.is_some() { "round-closed" } else { "round-open" }),
            facts,
            figures: format!("/classes/{}/plans?state=all&round={months}", it.class.id),
        }
    };
    let mut may_open: Vec<i64> =
        MONTHS.into_iter().filter(|months| it.who.runs && round::may_open(it.ends, *months, &opened, it.today)).collect();
    may_open.sort_by_key(|months| proposed != Some(*months));
    let unanswered = |round: &&Round| {
        it.own_place.as_ref().is_some_and(|own| !it.answers.iter().any(|it| it.round_id == round.id && it.place_id == *own))
    };
    let mine = it.rounds.iter().filter(|it| it.closed_at.is_none()).find(unanswered);
    RoundsPage {
        id: it.class.id.clone(),
        kicker: w.x("plan-kicker-class", &it.class.code),
        about: w.t("round-about"),
        rows: MONTHS.iter().map(row).collect(),
        may_open: may_open.iter().map(|it| Choice { value: it.to_string(), name: w.n("round-do-open", *it), chosen: false }).collect(),
        mine: mine.map(|it| (format!("/follow-ups/{}", it.id), w.n("round-do-answer", it.months))),
        s: in_class(s, &it.class.id, &it.class.name).crumb(format!("/classes/{}/plans", it.class.id), w.t("plan-crumb-plans")),
        heading,
        wrong,
    }
}

/// `POST /classes/{class}/follow-ups`
pub(super) async fn open(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let months = form.line("months").parse().unwrap_or_default();
    match mendable(actions::open_round(ask.db(), &ask.actor, ask.deed(&form), &class, months).await)? {
        Ok(round) => see(format!("/follow-ups/{round}?done=round-opened")),
        Err(invalid) => {
            let found = found(&ask, &class).await?;
            again(&draw(ask.shell(""), &found, Wrong::of(&invalid, &ask.w())))
        }
    }
}

/// `POST /follow-ups/{round}/closing`
pub(super) async fn close(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let class = actions::close_round(ask.db(), &ask.actor, ask.deed(&form), &id).await?;
    see(format!("/classes/{class}/follow-ups?done=round-closed"))
}
