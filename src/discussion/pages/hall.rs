//! What is said in a session: the question now and the opinions, which follow the journal live; the forms beside them stay as they are.

use super::view::{OpinionRow, QuestionView, numbers};
use super::{Filled, session_within, shell};
use crate::discussion::actions;
use crate::discussion::opinion::NewOpinion;
use crate::discussion::question::{NewQuestion, Question};
use crate::discussion::standing::{Standing, Verb, may};
use crate::discussion::store::{self, HALL, Reading, Sitting};
use crate::ground::{Problem, Refused};
use crate::policy::{cite_from_text, cite_label, document};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

/// The opinions, and what was asked before.
#[derive(Default)]
pub(in crate::discussion) struct Said {
    pub(super) heading: String,
    pub(super) rows: Vec<OpinionRow>,
    /// Where more of them are.
    pub(super) more: Option<String>,
    pub(super) earlier: Vec<QuestionView>,
}

/// What follows the journal: drawn within the page, and again by itself.
#[derive(Template)]
#[template(path = "discussion/pages/fragment.html")]
pub(in crate::discussion) struct Fragment {
    pub(super) s: Shell,
    pub(super) asks: bool,
    pub(super) now: Option<QuestionView>,
    pub(super) said: Option<Said>,
}

#[derive(Template)]
#[template(path = "discussion/pages/hall.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one part of the page")]
pub(in crate::discussion) struct HallPage {
    pub(super) s: Shell,
    pub(super) topic: String,
    pub(super) heading: String,
    /// `/sessions/{session}`
    pub(super) to: String,
    pub(super) class: String,
    pub(super) since: i64,
    pub(super) shown: i64,
    pub(super) on: bool,
    pub(super) can_ask: bool,
    pub(super) can_say: bool,
    /// Trainees may leave their name out.
    pub(super) can_hide_name: bool,
    pub(super) now: Option<QuestionView>,
    pub(super) said: Option<Said>,
    pub(super) readings: Vec<(String, String, String)>,
    pub(super) draft: String,
    pub(super) asking: Filled,
    pub(super) saying: Filled,
}

/// `GET /sessions/{session}/discussion`
pub(super) async fn show(ask: Ask, Path(session): Path<String>) -> Answer {
    let (sitting, who) = actions::seen(ask.db(), &ask.actor, &session).await?;
    let asking = proposal(&ask, &sitting, who).await?;
    page(&draw(&ask, &sitting, who, asking, Filled::default()).await?)
}

/// `GET /sessions/{session}/discussion/now`: what follows the journal, or one part of it.
pub(super) async fn now(ask: Ask, Path(session): Path<String>) -> Answer {
    let (sitting, who) = actions::seen(ask.db(), &ask.actor, &session).await?;
    let part = ask.query("part");
    let (now, said) = live(&ask, &sitting, who, part != "question").await?;
    page(&Fragment { s: ask.shell(""), asks: part != "opinions", now, said: said.filter(|_| part != "question") })
}

/// `POST /sessions/{session}/opinions`
pub(super) async fn say(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    let new = NewOpinion {
        text: form.lines("text"),
        question: form.some("question").filter(|_| !form.ticked("other")),
        anonymous: form.ticked("anonymous"),
    };
    match actions::say(ask.db(), &ask.actor, ask.deed(&form), &session, new).await {
        Ok(_) => see(format!("/sessions/{session}/discussion?done=opinion-said&draft={}#said", draft_key(&ask, &session))),
        Err(refused) => {
            let saying = Filled::again(form, refused, &ask.w())?;
            let (sitting, who) = actions::seen(ask.db(), &ask.actor, &session).await?;
            again(&draw(&ask, &sitting, who, Filled::default(), saying).await?)
        }
    }
}

/// `POST /sessions/{session}/questions`
pub(super) async fn ask(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    let new = NewQuestion::read(form.raw("text"), form.raw("choices"));
    match actions::ask(ask.db(), &ask.actor, ask.deed(&form), &session, new).await {
        Ok(_) => see(format!("/sessions/{session}/discussion?done=question-asked&draft=ask-{}", draft_key(&ask, &session))),
        Err(refused) => {
            let asking = Filled::again(form, refused, &ask.w())?;
            let (sitting, who) = actions::seen(ask.db(), &ask.actor, &session).await?;
            again(&draw(&ask, &sitting, who, asking, Filled::default()).await?)
        }
    }
}

/// `POST /questions/{question}/votes`
pub(super) async fn vote(ask: Ask, Path(question): Path<String>, form: Form) -> Answer {
    let choice = form.line("choice").parse().unwrap_or_default();
    let session = actions::vote(ask.db(), &ask.actor, ask.deed(&form), &question, choice).await?;
    see(format!("/sessions/{session}/discussion?done=vote-cast"))
}

/// `POST /questions/{question}/closing`
pub(super) async fn close(ask: Ask, Path(question): Path<String>, form: Form) -> Answer {
    let session = actions::close(ask.db(), &ask.actor, ask.deed(&form), &question).await?;
    see(format!("/sessions/{session}/discussion?done=question-closed"))
}

/// `POST /opinions/{opinion}/withdrawal`
pub(super) async fn withdraw(ask: Ask, Path(opinion): Path<String>, form: Form) -> Answer {
    let session = actions::withdraw(ask.db(), &ask.actor, ask.deed(&form), &opinion).await?;
    see(format!("/sessions/{session}/discussion?done=opinion-withdrawn"))
}

/// `GET /opinions/{opinion}/difficulty`: the difficulty that it has become, or the form that makes it one.
pub(super) async fn to_difficulty(ask: Ask, Path(opinion): Path<String>) -> Answer {
    let found = store::opinion(ask.db(), &opinion).await?.ok_or(Refused::Absent)?;
    actions::seen(ask.db(), &ask.actor, &found.session_id).await?;
    match found.difficulty_id {
        Some(id) => see(format!("/difficulties/{id}")),
        None => see(format!("/classes/{}/difficulties/new?opinion={opinion}", found.class_id)),
    }
}

/// The form of a question as it is first shown: from a clause with marks it asks about that clause.
async fn proposal(ask: &Ask, sitting: &Sitting, who: Standing) -> Result<Filled, Problem> {
    if !may(Verb::Ask, who, sitting.is_on()) {
        return Ok(Filled::default());
    }
    let Some(cite) = cite_from_text(&ask.query("clause")) else { return Ok(Filled::default()) };
    let Some(document) = document(ask.db(), &cite.document_id).await? else { return Ok(Filled::default()) };
    let label = cite_label(&document.name(), &cite.article, &cite.clause, &cite.point);
    let text = ask.w().x("question-of-clause", label);
    Ok(Filled { form: Form::from_pairs([("text", text.as_str())]), ..Filled::default() })
}

/// The question now; and, where it is wanted, the opinions with what was asked before.
async fn live(ask: &Ask, sitting: &Sitting, who: Standing, all: bool) -> Result<(Option<QuestionView>, Option<Said>), Problem> {
    let (w, on) = (ask.w(), sitting.is_on());
    let questions = store::questions_of_session(ask.db(), &sitting.id, ask.actor.id()).await?;
    let numbers = numbers(&questions);
    let number = |id: &str| numbers.iter().find(|it| it.0 == id).map(|it| it.1);
    let view = |it: &Question| QuestionView::of(it, number(&it.id).unwrap_or_default(), who, on, &w);
    let now = questions.iter().find(|it| it.closed_at.is_none()).map(view);
    if !all {
        return Ok((now, None));
    }
    let most = shown(ask);
    let (mut found, count, people) = store::opinions_of_session(ask.db(), &sitting.id, ask.actor.id(), most).await?;
    let more = i64::try_from(found.len()).is_ok_and(|it| it > most) && most < HALL.1;
    found.truncate(usize::try_from(most).unwrap_or_default());
    let heading = if count == 0 { w.t("opinions-none") } else { w.nx("opinions-heading", count, w.n("opinions-people", people)) };
    let said = Said {
        heading,
        rows: found
            .into_iter()
            .map(|it| {
                let answers = it.question_id.as_deref().and_then(number);
                OpinionRow::of(it, answers, who, ask.actor.id(), &w)
            })
            .collect(),
        more: more.then(|| format!("/sessions/{}/discussion?shown={}#said", sitting.id, most + HALL.0)),
        earlier: questions.iter().filter(|it| it.closed_at.is_some()).map(view).collect(),
    };
    Ok((now, Some(said)))
}

/// How many opinions are shown.
fn shown(ask: &Ask) -> i64 {
    ask.query("shown").parse().map_or(HALL.0, |it: i64| it.clamp(HALL.0, HALL.1))
}

/// A key of the device's drafts, with the person in it.
fn draft_key(ask: &Ask, session: &str) -> String {
    let person = ask.actor.id().chars().rev().take(12).collect::<String>();
    format!("say-{session}-{person}").chars().take(60).collect()
}

async fn draw(ask: &Ask, sitting: &Sitting, who: Standing, asking: Filled, saying: Filled) -> Result<HallPage, Problem> {
    let w = ask.w();
    let since = ask.db().position_of_class(&sitting.class_id).await?;
    let (now, said) = live(ask, sitting, who, true).await?;
    let readings = store::readings(ask.db(), &sitting.id).await?;
    let row = |it: Reading| {
        let marks = if it.marks == 0 { w.t("unclear-none-yet") } else { w.n("unclear-marks", it.marks) };
        (format!("/sessions/{}/documents/{}", sitting.id, it.id), format!("{}: {}", it.name, it.title), marks)
    };
    let heading = w.x("discussion-heading", session_within(sitting, &w));
    let on = sitting.is_on();
    Ok(HallPage {
        s: shell(ask, sitting, heading.clone()),
        topic: sitting.topic.clone(),
        heading,
        to: format!("/sessions/{}", sitting.id),
        class: sitting.class_id.clone(),
        since,
        shown: shown(ask),
        on,
        can_ask: may(Verb::Ask, who, on),
        can_say: may(Verb::Say, who, on),
        can_hide_name: who.trainee,
        now,
        said,
        readings: readings.into_iter().map(row).collect(),
        draft: draft_key(ask, &sitting.id),
        asking,
        saying,
    })
}
