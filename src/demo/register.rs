//! Each difficulty's history, step by step, by the verbs of the register.

use super::facts::{Difficulty, Step, place_id};
use super::library::cite;
use super::moments::{Moment, What};
use super::setting::field;
use super::{Stage, told};
use crate::classes::State;
use crate::difficulties::{self, Advise, Authority, Escalate, Level, Publish, Raise, Verdict};
use crate::ground::Problem;
use crate::programmes::component_id;


impl Stage<'_> {
    pub(super) async fn live(&mut self, moment: &Moment) -> Result<(), Problem> {
        let at = moment.at;
        match moment.what {
            What::Document(i) => self.keep_document(i, at).await,
            What::Relation(i) => self.relate(i, at).await,
            What::Project(class) => self.open_project(class, at).await,
            What::Called(class) => self.call(class, at).await,
            What::Named { class, seat } => self.name(class, seat, at).await,
            What::Items(class) => self.keep_items(class, at).await,
            What::Begun(class) => self.set_state(class, State::Running, at).await,
            What::Grouped(class) => self.group(class, at).await,
            What::DoorOpened { class, session } => self.door(class, session, true, at).await,
            What::Came { class, session, row } => self.come(class, session, row, at).await,
            What::Substituted { class, row } => self.substitute(class, row, at).await,
            What::DoorClosed { class, session } => self.door(class, session, false, at).await,
            What::Done(class) => self.set_state(class, State::Done, at).await,
            What::Happened { of_class, difficulty, step } => self.happen(of_class, difficulty, step, moment).await,
        }
    }

    async fn happen(&mut self, of_class: Option<usize>, difficulty: usize, n: usize, moment: &Moment) -> Result<(), Problem> {
        let from = of_class.map_or(Some(&self.register.difficulties), |class| self.classes.get(class).map(|it| &it.difficulties));
        let Some((it, step)) = from.and_then(|all| all.get(difficulty)).and_then(|it| Some((it, it.steps.get(n)?))) else { return Ok(()) };
        let class = of_class.map_or("PT18", |_| "SL26");
        let (db, actor) = (self.db, self.actor(&step.actor)?);
        let deed = Self::deed(&format!("{}/{n}", it.code), actor.person.as_deref(), moment.at);
        let (text, reason) = (step.text.clone(), step.reason.clone());
        if step.kind == "raised" {
            let raised = self.raised(it, class, &step.text)?;
            let id = difficulties::raise(db, &actor, deed, raised).await.map_err(told)?;
            let code = it.code.clone();
            self.made.insert(code, id);
            return Ok(());
        }
        let id = self.made(&it.code)?;
        let id = id.as_str();
        match step.kind.as_str() {
            "me_too" => difficulties::join(db, &actor, deed, id).await,
            "clarification_asked" => difficulties::ask_clarification(db, &actor, deed, id, &text).await,
            "clarified" => difficulties::clarify(db, &actor, deed, id, &text).await,
            "assigned" => {
                let expert = self.person(step.to.as_deref().unwrap_or_default())?;
                difficulties::assign(db, &actor, deed, id, &expert).await
            }
            "merged" => {
                let into = self.made(step.into.as_deref().unwrap_or_default())?;
                difficulties::merge(db, &actor, deed, id, &into).await.map(|_| ())
            }
            "advised" => difficulties::advise(db, &actor, deed, id, self.advice(step, id).await?).await,
            "escalated" => {
                let level = if step.level.as_deref() == Some("ministry") { Level::Ministry } else { Level::Province };
                let input = Escalate {
                    level: Some(level),
                    owner: step.owner.clone().unwrap_or_default(),
                    due_on: step.due_on.clone().unwrap_or_default(),
                    reason: text,
                };
                difficulties::escalate(db, &actor, deed, id, input).await
            }
            "answered" => {
                let cites = step.citations.iter().map(|it| cite(&it.document, &it.spot)).collect();
                let input = Authority { number: String::new(), text, warning: step.warning.clone().unwrap_or_default(), cites };
                difficulties::answer(db, &actor, deed, id, input).await
            }
            "verdict" => {
                let verdict = Verdict::from_name(step.verdict.as_deref().unwrap_or_default());
                difficulties::give_verdict(db, &actor, deed, id, verdict, &reason).await
            }
            "reopened" => difficulties::reopen(db, &actor, deed, id, &text).await,
            "published" => {
                let input = Publish { question: it.title.clone(), answer: text, against: 0 };
                difficulties::publish(db, &actor, deed, id, input).await
            }
            "review_confirmed" => difficulties::confirm_review(db, &actor, deed, id, &text).await,
            other => return Err(Problem::new(format!("{other} is no kind of step"))),
        }
        .map_err(told)
    }

    fn raised(&self, it: &Difficulty, class: &str, text: &str) -> Result<Raise, Problem> {
        let _ = place_id(&it.era, &it.place);
        Ok(Raise {
            class: self.made(class)?,
            trainee: None,
            field: field(&it.field),
            component: it.component.as_ref().map(|code| component_id(&it.period, code)),
            local_item: it.local_item.as_ref().and_then(|name| self.made.get(name).cloned()),
            text: text.to_owned(),
            anonymous: it.anonymous,
            ..Raise::default()
        })
    }

    async fn advice(&self, step: &Step, id: &str) -> Result<Advise, Problem> {
        Ok(Advise {
            text: step.text.clone(),
            warning: step.warning.clone().unwrap_or_default(),
            cites: step.citations.iter().map(|it| cite(&it.document, &it.spot)).collect(),
            against: difficulties::revision(self.db, id).await?,
        })
    }
}
