//! Plans after a class, and the rounds 3, 6 and 12 months after it, by the verbs of the room.

use super::facts::place_id;
use super::moments::What;
use super::practices::drawing;
use super::{Stage, instant, told};
use crate::ground::{Instant, Problem};
use crate::plans::{self, AnswerRound, Changed, Horizon, Link, NewPlan, StepState, Tell, Told, Typed, TypedResource};
use serde::Deserialize;

/// The shape of `demo/plans.json`.
#[derive(Deserialize)]
pub(super) struct Plans {
    pub class: String,
    #[serde(rename = "plans")]
    pub written: Vec<Plan>,
    pub rounds: Vec<Round>,
    /// What was said of steps outside the rounds.
    pub reports: Vec<Report>,
}

#[derive(Deserialize)]
pub(super) struct Plan {
    pub key: String,
    pub author: String,
    pub horizon: String,
    pub title: String,
    pub aim: String,
    pub at: String,
    pub presented_at: String,
    pub steps: Vec<Step>,
}

#[derive(Deserialize)]
pub(super) struct Step {
    pub key: String,
    pub text: String,
    pub result: String,
    pub starts: String,
    pub due: String,
    /// A person of the class's file; or `owner_words`.
    pub owner: Option<String>,
    #[serde(default)]
    pub owner_words: String,
    #[serde(default)]
    pub partners: String,
    pub difficulty: Option<String>,
    /// As `practices.json` calls it.
    pub practice: Option<String>,
    #[serde(default)]
    pub resources: Vec<Resource>,
}

#[derive(Deserialize)]
pub(super) struct Resource {
    pub source: String,
    pub amount: Option<i64>,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct Round {
    pub months: i64,
    pub opened_at: String,
    pub opened_by: String,
    pub closed_at: String,
    pub closed_by: String,
    pub answers: Vec<Answer>,
}

#[derive(Deserialize)]
pub(super) struct Answer {
    pub at: String,
    pub place: String,
    pub by: String,
    /// Who typed it in after a telephone call.
    pub through: Option<String>,
    pub changed: String,
    pub text: String,
    pub steps: Vec<Said>,
}

#[derive(Deserialize)]
pub(super) struct Said {
    pub step: String,
    pub state: String,
    pub text: String,
}

#[derive(Deserialize)]
pub(super) struct Report {
    pub at: String,
    pub step: String,
    pub by: String,
    pub state: String,
    pub text: String,
    /// A drawing.
    pub photo: Option<String>,
}

/// Its moments.
pub(super) fn moments(file: &Plans, add: &mut impl FnMut(Instant, What)) -> Result<(), Problem> {
    for (i, it) in file.written.iter().enumerate() {
        add(instant(&it.at)?, What::PlanWritten(i));
        add(instant(&it.presented_at)?, What::PlanPresented(i));
    }
    for (round, it) in file.rounds.iter().enumerate() {
        add(instant(&it.opened_at)?, What::RoundOpened(round));
        for (answer, it) in it.answers.iter().enumerate() {
            add(instant(&it.at)?, What::RoundAnswered { round, answer });
        }
        add(instant(&it.closed_at)?, What::RoundClosed(round));
    }
    for (i, it) in file.reports.iter().enumerate() {
        add(instant(&it.at)?, What::StepReported(i));
    }
    Ok(())
}

impl Stage<'_> {
    /// The plan with its steps, a minute each.
    pub(super) async fn write_plan(&mut self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.plans.written.get(i) else { return Ok(()) };
        let actor = self.actor(&it.author)?;
        let deed = Self::deed(&format!("plan/{}", it.key), actor.person.as_deref(), at);
        let new = NewPlan {
            class: self.made(&self.plans.class)?,
            place: None,
            horizon: Horizon::from_name(&it.horizon),
            title: it.title.clone(),
            aim: it.aim.clone(),
        };
        let plan = plans::write(self.db, &actor, deed, new).await.map_err(told)?;
        let mut made = vec![(format!("plan/{}", it.key), plan.clone())];
        for (n, step) in (1..).zip(&it.steps) {
            let deed = Self::deed(&format!("step/{}", step.key), actor.person.as_deref(), Instant(at.0 + n * 60_000));
            let id = plans::add_step(self.db, &actor, deed, &plan, &self.typed(step)?).await.map_err(told)?;
            made.push((format!("step/{}", step.key), id));
        }
        self.made.extend(made);
        Ok(())
    }

    fn typed(&self, step: &Step) -> Result<Typed, Problem> {
        let link = match (&step.difficulty, &step.practice) {
            (Some(code), _) => Link::Difficulty(self.made(code)?).text(),
            (None, Some(key)) => Link::Practice(self.made(&format!("practice/{key}"))?).text(),
            (None, None) => String::new(),
        };
        let resource = |it: &Resource| TypedResource {
            source: it.source.clone(),
            amount: it.amount.map(|it| it.to_string()).unwrap_or_default(),
            note: it.note.clone(),
        };
        Ok(Typed {
            text: step.text.clone(),
            result: step.result.clone(),
            starts_on: step.starts.clone(),
            due_on: step.due.clone(),
            owner: step.owner_words.clone(),
            owner_id: step.owner.as_ref().map(|key| self.person(key)).transpose()?,
            partners: step.partners.clone(),
            link,
            resources: step.resources.iter().map(resource).collect(),
        })
    }

    pub(super) async fn present_plan(&self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.plans.written.get(i) else { return Ok(()) };
        let actor = self.actor(&it.author)?;
        let deed = Self::deed(&format!("plan/{}/presented", it.key), actor.person.as_deref(), at);
        plans::present(self.db, &actor, deed, &self.made(&format!("plan/{}", it.key))?).await.map_err(told)
    }

    pub(super) async fn open_round(&mut self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.plans.rounds.get(i) else { return Ok(()) };
        let actor = self.actor(&it.opened_by)?;
        let deed = Self::deed(&format!("round/{}/opened", it.months), actor.person.as_deref(), at);
        let id = plans::open_round(self.db, &actor, deed, &self.made(&self.plans.class)?, it.months).await.map_err(told)?;
        let key = format!("round/{}", it.months);
        self.made.insert(key, id);
        Ok(())
    }

    pub(super) async fn close_round(&self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.plans.rounds.get(i) else { return Ok(()) };
        let actor = self.actor(&it.closed_by)?;
        let deed = Self::deed(&format!("round/{}/closed", it.months), actor.person.as_deref(), at);
        plans::close_round(self.db, &actor, deed, &self.made(&format!("round/{}", it.months))?).await.map_err(told)?;
        Ok(())
    }

    pub(super) async fn answer_round(&self, round: usize, answer: usize, at: Instant) -> Result<(), Problem> {
        let Some((round, it)) = self.plans.rounds.get(round).and_then(|round| Some((round, round.answers.get(answer)?))) else {
            return Ok(());
        };
        let actor = self.actor(it.through.as_ref().unwrap_or(&it.by))?;
        let said_by = it.through.as_ref().map(|_| self.person(&it.by)).transpose()?;
        let mut steps = Vec::new();
        for said in &it.steps {
            let tell = Tell { state: StepState::from_name(&said.state), text: said.text.clone(), ..Tell::default() };
            steps.push(Told { step: self.made(&format!("step/{}", said.step))?, tell });
        }
        let deed = Self::deed(&format!("round/{}/{}", round.months, it.place), actor.person.as_deref(), at);
        let input = AnswerRound {
            place: Some(place_id("old", &it.place)),
            steps,
            verdicts: Vec::new(),
            changed: Changed::from_name(&it.changed),
            text: it.text.clone(),
            said_by,
        };
        plans::answer_round(self.db, &actor, deed, &self.made(&format!("round/{}", round.months))?, input).await.map_err(told)?;
        Ok(())
    }

    pub(super) async fn report_step(&self, i: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.plans.reports.get(i) else { return Ok(()) };
        let actor = self.actor(&it.by)?;
        let deed = Self::deed(&format!("report/{}/{i}", it.step), actor.person.as_deref(), at);
        let photo = it.photo.as_deref().map(drawing).transpose()?;
        let tell = Tell { state: StepState::from_name(&it.state), text: it.text.clone(), photo, ..Tell::default() };
        plans::report(self.db, self.blobs, &actor, deed, &self.made(&format!("step/{}", it.step))?, tell).await.map_err(told)?;
        Ok(())
    }
}
