//! Each difficulty's history, step by step, by the verbs of the register.

use super::facts::{Difficulty, Step};
use super::library::cite;
use super::moments::{Moment, What};
use super::setting::field;
use super::{Stage, told};
use crate::classes::State;
use crate::db::Deed;
use crate::difficulties::{self, Advise, Authority, Escalate, Level, Publish, Raise, Verdict};
use crate::ground::{Instant, Problem};
use crate::programmes::component_id;

impl Stage<'_> {
    pub(super) async fn live(&mut self, moment: &Moment) -> Result<(), Problem> {
        let at = moment.at;
        match moment.what {
            What::Document(i) => self.keep_document(i, at).await,
            What::Relation(i) => self.relate(i, at).await,
            What::Project(class) => self.open_project(class, at).await,
            What::Planned(class) => self.plan_rollout(class, at).await,
            What::Reported(class) => self.report_rollout(class, at).await,
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
            What::Discussed(deed) => self.discuss(deed, at).await,
            What::EvaluationOpened => self.open_evaluation(at).await,
            What::Evaluated => self.evaluate().await,
            What::EvaluationClosed => self.close_evaluation(at).await,
            What::CadreNominated(i) => self.nominate_cadre(i, at).await,
            What::CadreConfirmed(i) => self.confirm_cadre(i, at).await,
            What::CadreEnded(i) => self.end_cadre(i, at).await,
            What::Practised { practice, step } => self.practise(practice, step, at).await,
            What::Board(what) => self.on_board(what, at).await,
            What::NewsSaved(item) => self.save_news(item, at).await,
            What::NewsReleased(item) => self.release_news(item, at).await,
            What::PlanWritten(i) => self.write_plan(i, at).await,
            What::PlanPresented(i) => self.present_plan(i, at).await,
            What::RoundOpened(i) => self.open_round(i, at).await,
            What::RoundAnswered { round, answer } => self.answer_round(round, answer, at).await,
            What::RoundClosed(i) => self.close_round(i, at).await,
            What::StepReported(i) => self.report_step(i, at).await,
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
            let raised = self.raised(it, class, step)?;
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
                let number = self.letter(step);
                let input = Authority { text: format!("Nội dung này đã được quy định tại {number}."), number };
                difficulties::answer(db, &actor, deed.clone(), id, input).await.map_err(told)?;
                // What the rule says for this case is the expert's to explain, with the clause.
                let key =
                    it.steps.iter().rev().find_map(|other| other.to.clone().or((other.kind == "advised").then(|| other.actor.clone())));
                let expert = self.actor(key.as_deref().unwrap_or("exp1"))?;
                let explained = Deed { actor: expert.person.clone(), at: Instant(deed.at.0 + 3_600_000), ..deed.part("explained") };
                difficulties::advise(db, &expert, explained, id, self.advice(step, id).await?).await
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

    fn raised(&self, it: &Difficulty, class: &str, step: &Step) -> Result<Raise, Problem> {
        Ok(Raise {
            class: self.made(class)?,
            trainee: None,
            for_province: step.actor.starts_with("org"),
            field: field(&it.field),
            component: it.component.as_ref().map(|code| component_id(&it.period, code)),
            local_item: it.local_item.as_ref().and_then(|name| self.made.get(name).cloned()),
            text: step.text.clone(),
            anonymous: it.anonymous,
            opinion: self.made.get(&super::discussion::opinion_of(&it.code)).cloned(),
            ..Raise::default()
        })
    }

    /// The document that answers, by its short name.
    fn letter(&self, step: &Step) -> String {
        let cited = step.citations.first().and_then(|it| self.library.documents.iter().find(|other| other.key == it.document));
        cited.map_or_else(|| "văn bản trả lời (minh họa)".to_owned(), |it| it.short.clone())
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
