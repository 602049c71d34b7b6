//! The rounds: opened and closed by who runs the class; answered by each place, or on its behalf from a telephone call.

use super::is_done;
use super::step::{Tell, reported, said_by, told};
use crate::classes::{Class, class_seen};
use crate::db::{Db, Deed, Run};
use crate::difficulties::{self, Verdict};
use crate::ground::dates::Date;
use crate::ground::{Invalid, Problem, Refused, Word, child_id};
use crate::plans::event::{self, Answered, RoundClosed, RoundOpened};
use crate::plans::plan::{Standing, State, Verb, may};
use crate::plans::round::{self, Changed};
use crate::plans::step::at_most;
use crate::plans::store::{self, Round};
use crate::web::Actor;

/// What is said of one step.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub step: String,
    pub tell: Tell,
}

/// What a raiser says of one difficulty.
#[derive(Clone, Debug)]
pub struct Spoken {
    pub difficulty: String,
    pub verdict: Option<Verdict>,
    pub reason: String,
}

/// A place's answer to a round.
#[derive(Clone, Debug, Default)]
pub struct AnswerRound {
    /// By one who runs the class: for this place. A trainee answers for their own.
    pub place: Option<String>,
    pub steps: Vec<Told>,
    pub verdicts: Vec<Spoken>,
    pub changed: Option<Changed>,
    pub text: String,
    /// By one who runs the class: the trainee who answered on the telephone.
    pub said_by: Option<String>,
}

/// The round with its class, if the asker may know of it.
pub(in crate::plans) async fn round_seen(run: &impl Run, actor: &Actor, id: &str) -> Result<(Round, Class), Refused> {
    let round = store::round(run, id).await?.ok_or(Refused::Absent)?;
    let class = class_seen(run, actor, &round.class_id).await?;
    Ok((round, class))
}

/// Opens a round: its id.
pub async fn open_round(db: &Db, actor: &Actor, deed: Deed, class: &str, months: i64) -> Result<String, Refused> {
    let id = child_id(class, &format!("round/{months}"));
    let mut tx = db.begin().await?;
    let class = class_seen(&tx, actor, class).await?;
    if !actor.runs(class.of()) {
        return Err(Refused::Denied);
    }
    let opened: Vec<i64> = store::rounds(&tx, &class.id).await?.iter().map(|it| it.months).collect();
    if opened.contains(&months) {
        return Ok(id); // pressed twice, or by two
    }
    let ends = Date::from_iso(&class.ends_on).map_err(Problem::from)?;
    if !round::may_open(ends, months, &opened, deed.at.date()) {
        return Err(Invalid::field("months", "round-wrong-early").into());
    }
    let body = RoundOpened { months, due_on: round::due(ends, months) };
    tx.record(&deed, event::ROUND_OPENED, &id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Closes a round: its figures stand.
pub async fn close_round(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let (round, class) = round_seen(&tx, actor, id).await?;
    if !actor.runs(class.of()) {
        return Err(Refused::Denied);
    }
    if round.closed_at.is_none() {
        tx.record(&deed, event::ROUND_CLOSED, id, Some(&class.id), &RoundClosed {}).await?;
        tx.commit().await?;
    }
    Ok(class.id)
}

/// For which place the asker answers, and what they are to it.
pub(in crate::plans) async fn place_of(
    run: &impl Run,
    actor: &Actor,
    class: &Class,
    place: Option<&str>,
) -> Result<(String, Standing), Refused> {
    let (who, own) = store::standing(run, actor, class.of()).await?;
    let of_place = |place: &str| own.as_ref().is_some_and(|it| it.place_id == place);
    match (place, &own) {
        (Some(place), _) => Ok((place.to_owned(), Standing { of_place: of_place(place), ..who })),
        (None, Some(own)) => Ok((own.place_id.clone(), Standing { of_place: true, ..who })),
        (None, None) => Err(Refused::Absent),
    }
}

/// Keeps a place's answer: what it says of its steps and as a whole, then its raisers' verdicts.
pub async fn answer_round(db: &Db, actor: &Actor, deed: Deed, id: &str, input: AnswerRound) -> Result<String, Refused> {
    let mut tx = db.begin().await?;
    let (round, class) = round_seen(&tx, actor, id).await?;
    let (place, who) = place_of(&tx, actor, &class, input.place.as_deref()).await?;
    if !may(Verb::Answer, State::Presented, who) {
        return Err(Refused::Denied);
    }
    if !store::places(&tx, &class.id).await?.iter().any(|it| it.id == place) {
        return Err(Refused::Absent);
    }
    let states = checked(&input)?;
    let on_behalf = if who.on_behalf() { said_by(&tx, &class.id, &place, input.said_by.as_deref()).await? } else { None };
    let person_id = if who.on_behalf() { on_behalf.clone() } else { actor.person.clone() };
    let deed = Deed { on_behalf, ..deed };
    if is_done(&tx, &deed).await? {
        drop(tx);
    } else {
        if round.closed_at.is_some() {
            return Err(Invalid::field("state", "round-wrong-closed").into());
        }
        let steps = store::steps_of_class(&tx, &class.id, deed.at, &place).await?;
        let body = Answered {
            place_id: place.clone(),
            person_id,
            text: input.text,
            changed: input.changed.map_or_else(String::new, |it| it.name().to_owned()),
        };
        tx.record(&deed, event::ANSWERED, id, Some(&class.id), &body).await?;
        for (told, state) in input.steps.into_iter().zip(states) {
            let Some(step) = steps.iter().find(|it| it.id == told.step) else { continue };
            // What has not moved and of which nothing is said needs no line of its own.
            if step.state == state && told.tell.text.is_empty() && told.tell.evidence.is_empty() {
                continue;
            }
            let part = deed.part(&told.step);
            tx.record(&part, event::REPORTED, &step.id, Some(&class.id), &reported(&part, state, told.tell, Some(id))).await?;
        }
        tx.commit().await?;
    }
    // The register has its own verb, with its own rules; it is not asked twice for the same deed.
    for it in input.verdicts {
        let given = difficulties::give_verdict(
            db,
            actor,
            Deed { on_behalf: None, ..deed.part(&it.difficulty) },
            &it.difficulty,
            it.verdict,
            &it.reason,
        );
        match given.await {
            // Somebody said so meanwhile: their word stands.
            Ok(()) | Err(Refused::Invalid(_) | Refused::Denied) => {}
            Err(refused) => return Err(refused),
        }
    }
    Ok(place)
}

/// What is wrong with an answer, field by field: `state-{step}`, `text-{step}`, `verdict-{difficulty}`, `reason-{difficulty}`.
fn checked(input: &AnswerRound) -> Result<Vec<crate::plans::step::StepState>, Invalid> {
    let mut invalid = Invalid::default();
    let mut states = Vec::new();
    for it in &input.steps {
        let names = ["state", "text", "evidence"].map(|name| format!("{name}-{}", it.step));
        match told(&it.tell, [names[0].as_str(), names[1].as_str(), names[2].as_str()]) {
            Ok(state) => states.push(state),
            Err(wrong) => invalid.fields.extend(wrong.fields),
        }
    }
    for it in &input.verdicts {
        let field = format!("reason-{}", it.difficulty);
        if it.verdict.is_some_and(Verdict::needs_reason) && it.reason.is_empty() {
            invalid.add(&field, Word::new("round-wrong-reason"));
        }
        at_most(&mut invalid, &field, &it.reason, 900);
    }
    if input.changed.is_none() {
        invalid.add("changed", Word::new("round-wrong-changed"));
    }
    at_most(&mut invalid, "text", &input.text, 4000);
    invalid.verdict()?;
    Ok(states)
}
