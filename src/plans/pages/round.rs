//! One round: for a place, the one page on which it answers; for whoever looks over the class, who has answered.

use super::rounds::expected;
use super::{Choice, StepRow, Wrong, in_class, mendable};
use crate::classes::{Class, trainees};
use crate::difficulties::Verdict;
use crate::ground::dates::Date;
use crate::ground::{Instant, Refused, Word, is_id};
use crate::places::within_sentence;
use crate::plans::actions::{self, AnswerRound, Spoken, Tell, Told};
use crate::plans::plan::{Standing, State, Verb, may};
use crate::plans::round::Changed;
use crate::plans::step::StepState;
use crate::plans::store::{self, Answer as Said, Asked, Place, PlanLine, Round, Step};
use crate::web::{Actor, Answer, Ask, ClassRef, Form, Role, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;

/// A step of which the place says how it goes.
#[derive(Clone, Debug)]
pub(super) struct AskedStep {
    pub(super) row: StepRow,
    pub(super) states: Vec<Choice>,
    pub(super) text: String,
}

/// A difficulty of which its raiser says whether it is resolved.
#[derive(Clone, Debug)]
pub(super) struct AskedVerdict {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) raiser: String,
    /// Empty where it is another's to say.
    pub(super) verdicts: Vec<Choice>,
    pub(super) reason: String,
}

#[derive(Template)]
#[template(path = "plans/pages/answer.html")]
pub(super) struct AnswerPage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) place: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) facts: Vec<String>,
    /// The answer that stands, where there is one.
    pub(super) before: String,
    pub(super) answers: bool,
    pub(super) steps: Vec<AskedStep>,
    pub(super) settled: Vec<StepRow>,
    pub(super) verdicts: Vec<AskedVerdict>,
    pub(super) changed: Vec<Choice>,
    pub(super) said: (String, String),
    pub(super) people: Vec<Choice>,
    pub(super) text: String,
    pub(super) draft: String,
    pub(super) wrong: Wrong,
}

impl AnswerPage {
    fn field(name: &str, id: &str) -> String {
        format!("{name}-{id}")
    }
}

/// A place in the overview.
#[derive(Clone, Debug)]
pub(super) struct PlaceRow {
    pub(super) name: String,
    pub(super) to: String,
    pub(super) look: &'static str,
    pub(super) state: String,
    pub(super) facts: Vec<String>,
    pub(super) text: String,
}

#[derive(Template)]
#[template(path = "plans/pages/round.html")]
pub(super) struct RoundPage {
    pub(super) s: Shell,
    pub(super) id: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) facts: Vec<String>,
    pub(super) steps: String,
    pub(super) rows: Vec<PlaceRow>,
    pub(super) closes: bool,
}

/// All that a place's page is drawn from.
pub(super) struct Found {
    pub(super) round: Round,
    pub(super) class: Class,
    pub(super) who: Standing,
    pub(super) me: String,
    pub(super) place: Place,
    pub(super) steps: Vec<Step>,
    pub(super) asked: Vec<Asked>,
    /// How many verdicts came since the round was opened.
    pub(super) given: i64,
    pub(super) answer: Option<Said>,
    pub(super) people: Vec<(String, String)>,
    pub(super) now: Instant,
}

/// `GET /follow-ups/{round}?place=`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let db = ask.db();
    let (round, class) = actions::round_seen(db, &ask.actor, &id).await?;
    let place = Some(ask.query("place")).filter(|it| !it.is_empty());
    if place.is_none() {
        let (_, own) = store::standing(db, &ask.actor, class.of()).await?;
        if own.is_none() || !ask.query("all").is_empty() {
            return overview(&ask, round, class).await;
        }
    }
    let found = found(&ask, round, class, place.as_deref()).await?;
    page(&draw(ask.shell(""), &found, &Form::default(), Wrong::default()))
}

/// Staff and the sponsor: they read what every place answered.
fn oversees(actor: &Actor, class: ClassRef<'_>) -> bool {
    actor.runs(class) || actor.has_in(Role::Expert, class) || actor.has_in(Role::Sponsor, class)
}

async fn found(ask: &Ask, round: Round, class: Class, place: Option<&str>) -> Result<Found, Refused> {
    let db = ask.db();
    let (place, who) = actions::place_of(db, &ask.actor, &class, place).await?;
    // What another place answered is for it, for staff and for the sponsor.
    if !(who.of_place || oversees(&ask.actor, class.of())) {
        return Err(Refused::Denied);
    }
    let found = store::places(db, &class.id).await?.into_iter().find(|it| it.id == place).ok_or(Refused::Absent)?;
    let people = if who.on_behalf() {
        let all = trainees(db, &class.id).await?.into_iter();
        all.filter(|it| it.place_id == place && it.is_named()).map(|it| (it.person_id, it.name)).collect()
    } else {
        Vec::new()
    };
    let at = round.closed_at.unwrap_or(ask.now());
    Ok(Found {
        steps: store::steps_of_class(db, &class.id, at, &place).await?,
        asked: store::asked(db, &class.id, &place, ask.actor.id(), who.runs).await?,
        given: store::given(db, &class.id, &place, round.opened_at).await?,
        answer: store::answer(db, &round.id, &place).await?,
        me: ask.actor.id().to_owned(),
        place: found,
        people,
        now: ask.now(),
        round,
        class,
        who,
    })
}

pub(super) fn draw(mut s: Shell, it: &Found, form: &Form, wrong: Wrong) -> AnswerPage {
    let w = s.w.clone();
    let today = it.now.date();
    let short = within_sentence(&it.place.name);
    let open = it.round.closed_at.is_none();
    let answers = open && may(Verb::Answer, State::Presented, it.who);
    let heading = match (&it.answer, answers) {
        (_, true) if it.who.on_behalf() => w.nx("round-answer-heading-for", it.round.months, &short),
        (None, true) => w.nx("round-answer-heading", it.round.months, &short),
        (Some(_), true) => w.nx("round-answer-heading-again", it.round.months, &short),
        (Some(_), false) => w.nx("round-answer-heading-read", it.round.months, &short),
        (None, false) => w.nx("round-answer-heading-none", it.round.months, &short),
    };
    s.title.clone_from(&heading);
    let (asked, settled): (Vec<&Step>, Vec<&Step>) = it.steps.iter().partition(|step| answers && step.state.is_open());
    let step = |(n, step): (usize, &&Step)| {
        let state = format!("state-{}", step.id);
        let choice = |it: &StepState| Choice {
            value: it.name().to_owned(),
            name: w.t(it.word()),
            chosen: if form.raw(&state).is_empty() { *it == step.state } else { form.is(&state, it.name()) },
        };
        AskedStep {
            row: StepRow::of(step, n + 1, today, &w),
            states: StepState::ALL.iter().map(choice).collect(),
            text: form.raw(&format!("text-{}", step.id)).to_owned(),
        }
    };
    let changed = |value: &Changed| {
        let chosen = if form.raw("changed").is_empty() {
            it.answer.as_ref().is_some_and(|it| it.changed == value.name())
        } else {
            form.is("changed", value.name())
        };
        Choice { value: value.name().to_owned(), name: w.t(value.word()), chosen }
    };
    let said = it.answer.as_ref().filter(|_| !answers).map_or_else(<(String, String)>::default, |answer| {
        (Changed::from_name(&answer.changed).map_or_else(String::new, |it| w.t(it.word())), answer.text.clone())
    });
    let text = if form.raw("text").is_empty() {
        it.answer.as_ref().map_or_else(String::new, |it| it.text.clone())
    } else {
        form.raw("text").to_owned()
    };
    AnswerPage {
        id: it.round.id.clone(),
        place: it.place.id.clone(),
        kicker: w.nx("round-kicker", it.round.months, &it.class.code),
        facts: facts(&w, it),
        before: it.answer.as_ref().map_or_else(String::new, |it| w.xy("round-answered-by", &it.by, it.at.date())),
        steps: asked.iter().enumerate().map(step).collect(),
        settled: settled.iter().enumerate().map(|(n, it)| StepRow::of(it, n + 1, today, &w)).collect(),
        verdicts: verdicts(&w, it, form, answers),
        changed: Changed::ALL.iter().map(changed).collect(),
        said,
        people: it
            .people
            .iter()
            .map(|(id, name)| Choice { value: id.clone(), name: name.clone(), chosen: form.is("said_by", id) })
            .collect(),
        text,
        draft: format!("round-{}", it.round.id),
        s: in_class(s, &it.class.id, &it.class.name).crumb(format!("/classes/{}/follow-ups", it.class.id), w.t("round-crumb")),
        answers,
        heading,
        wrong,
    }
}

fn facts(w: &W, it: &Found) -> Vec<String> {
    let open = it.steps.iter().filter(|step| step.state.is_open()).count();
    let mut facts = vec![w.n("round-open-steps", open)];
    if !it.asked.is_empty() {
        facts.push(w.n("round-open-verdicts", it.asked.len()));
    }
    if it.given > 0 {
        facts.push(w.n("round-given-verdicts", it.given));
    }
    facts
}

fn verdicts(w: &W, it: &Found, form: &Form, answers: bool) -> Vec<AskedVerdict> {
    let asked = |asked: &Asked| {
        let mine = it.who.runs || asked.raiser_id.as_deref() == Some(it.me.as_str());
        let name = format!("verdict-{}", asked.id);
        let choice = |it: &Verdict| Choice { value: it.name().to_owned(), name: w.t(it.word()), chosen: form.is(&name, it.name()) };
        AskedVerdict {
            id: asked.id.clone(),
            path: format!("/difficulties/{}", asked.id),
            code: asked.code.clone(),
            text: asked.text.clone(),
            raiser: asked.raiser.clone(),
            verdicts: if mine && answers { Verdict::ALL.iter().map(choice).collect() } else { Vec::new() },
            reason: form.raw(&format!("reason-{}", asked.id)).to_owned(),
        }
    };
    it.asked.iter().map(asked).collect()
}

/// `POST /follow-ups/{round}/answers`
pub(super) async fn answer(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let input = read(&form);
    let place = form.some("place");
    match mendable(actions::answer_round(ask.db(), &ask.actor, ask.deed(&form), &id, input).await)? {
        Ok(place) => see(format!("/follow-ups/{id}?place={place}&done=round-answered&draft=round-{id}")),
        Err(invalid) => {
            let (round, class) = actions::round_seen(ask.db(), &ask.actor, &id).await?;
            let found = found(&ask, round, class, place.as_deref()).await?;
            again(&draw(ask.shell(""), &found, &form, Wrong::of(&invalid, &ask.w())))
        }
    }
}

fn read(form: &Form) -> AnswerRound {
    let ids = |prefix: &'static str| {
        form.pairs().iter().filter_map(move |(name, _)| name.strip_prefix(prefix)).filter(|it| is_id(it)).map(str::to_owned)
    };
    let step = |id: String| Told {
        tell: Tell {
            state: StepState::from_name(&form.line(&format!("state-{id}"))),
            text: form.lines(&format!("text-{id}")),
            ..Tell::default()
        },
        step: id,
    };
    let verdict = |id: String| Spoken {
        verdict: Verdict::from_name(&form.line(&format!("verdict-{id}"))),
        reason: form.lines(&format!("reason-{id}")),
        difficulty: id,
    };
    AnswerRound {
        place: form.some("place"),
        steps: ids("state-").map(step).collect(),
        verdicts: ids("verdict-").map(verdict).filter(|it| it.verdict.is_some()).collect(),
        changed: Changed::from_name(&form.line("changed")),
        text: form.lines("text"),
        said_by: form.some("said_by"),
    }
}

/// Who has answered, for those who look over the class; a trainee's place alone for them.
async fn overview(ask: &Ask, round: Round, class: Class) -> Answer {
    let db = ask.db();
    let at = round.closed_at.unwrap_or(ask.now());
    let found = Overview {
        runs: ask.actor.runs(class.of()),
        opens: oversees(&ask.actor, class.of()),
        places: store::places(db, &class.id).await?,
        plans: store::plans_of_class(db, &class.id).await?,
        answers: store::answers(db, &class.id).await?,
        steps: store::steps_of_class(db, &class.id, at, "").await?,
        round,
        class,
    };
    page(&draw_overview(ask.shell(""), &found))
}

/// All that the overview is drawn from.
pub(super) struct Overview {
    pub(super) round: Round,
    pub(super) class: Class,
    pub(super) runs: bool,
    /// May open what a place answered.
    pub(super) opens: bool,
    pub(super) places: Vec<Place>,
    pub(super) plans: Vec<PlanLine>,
    pub(super) answers: Vec<Said>,
    pub(super) steps: Vec<Step>,
}

pub(super) fn draw_overview(mut s: Shell, it: &Overview) -> RoundPage {
    let w = s.w.clone();
    let day = Date::from_iso(&it.round.due_on).unwrap_or_else(|_| it.round.opened_at.date());
    let answer = |place: &str| it.answers.iter().find(|said| said.round_id == it.round.id && said.place_id == place);
    let answered = it.answers.iter().filter(|said| said.round_id == it.round.id).count();
    let of = expected(&it.places, &it.plans, &it.answers, &it.round.id);
    let said = Word::new("round-heading-answered")
        .with("x", answered.to_string())
        .with("y", of.to_string())
        .with("z", it.round.months.to_string());
    let heading = w.word(&said);
    s.title.clone_from(&heading);
    let has_plan = |place: &Place| it.plans.iter().any(|plan| plan.place_id == place.id && plan.state == State::Presented);
    let row = |place: &Place| {
        let own: Vec<Step> = it.steps.iter().filter(|step| step.place_id == place.id).cloned().collect();
        let mut facts = super::figures(&own, day, &w);
        let said = answer(&place.id);
        let changed = said.and_then(|it| Changed::from_name(&it.changed));
        facts.extend(said.map(|it| w.xy("round-answered-by", &it.by, it.at.date())));
        PlaceRow {
            name: place.name.clone(),
            to: if it.opens { format!("/follow-ups/{}?place={}", it.round.id, place.id) } else { String::new() },
            look: changed.map_or("wait", Changed::look),
            state: w.t(changed.map_or("round-silent", Changed::word)),
            facts,
            // Another place's words are not for a trainee to read.
            text: said.filter(|_| it.opens).map_or_else(String::new, |it| it.text.clone()),
        }
    };
    let mut rows: Vec<&Place> = it.places.iter().filter(|place| has_plan(place) || answer(&place.id).is_some()).collect();
    // Who has not answered comes first, while there is still something to do about it.
    if it.round.closed_at.is_none() {
        rows.sort_by_key(|place| answer(&place.id).is_some());
    }
    let mut facts = vec![w.x("round-due", day)];
    facts.push(it.round.closed_at.map_or_else(|| w.t("round-open"), |at| w.x("round-closed-on", at.date())));
    RoundPage {
        id: it.round.id.clone(),
        kicker: w.nx("round-kicker", it.round.months, &it.class.code),
        facts,
        steps: format!("/classes/{}/plans?state=all&round={}", it.class.id, it.round.months),
        rows: rows.into_iter().map(row).collect(),
        closes: it.runs && it.round.closed_at.is_none(),
        s: in_class(s, &it.class.id, &it.class.name).crumb(format!("/classes/{}/follow-ups", it.class.id), w.t("round-crumb")),
        heading,
    }
}
