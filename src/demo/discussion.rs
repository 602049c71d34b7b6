//! What was said in the sessions of the first class: questions, polls, opinions, what was not clear in its documents.

use super::facts::{Label, Spot};
use super::library::cite;
use super::moments::What;
use super::{Stage, instant, told};
use crate::discussion::{self, NewOpinion, NewQuestion};
use crate::ground::{Instant, Problem};
use crate::policy::Cite;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The class whose sessions these are.
const CLASS: &str = "PT18";
/// Between one vote and the next.
const VOTE_MS: i64 = 7000;

#[derive(Deserialize)]
pub(super) struct Discussion {
    questions: Vec<Question>,
    opinions: Vec<Opinion>,
    votes: Vec<Votes>,
    unclear: Vec<Unclear>,
}

#[derive(Deserialize)]
struct Question {
    key: String,
    session: i64,
    at: String,
    by: String,
    text: String,
    #[serde(default)]
    choices: Vec<String>,
    closed: String,
}

#[derive(Deserialize)]
struct Opinion {
    session: i64,
    at: String,
    by: String,
    text: String,
    question: Option<String>,
    #[serde(default)]
    anonymous: bool,
    /// The code of the difficulty that its author raised out of it.
    difficulty: Option<String>,
}

#[derive(Deserialize)]
struct Votes {
    question: String,
    from: String,
    /// Who chose what.
    choices: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Unclear {
    session: i64,
    at: String,
    by: String,
    document: String,
    article: Option<Label>,
    clause: Option<Label>,
    #[serde(default)]
    note: String,
}

/// One thing said. Numbers are places in the file's lists; of a vote: of the poll, and of the vote among its votes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Deed {
    Ask(usize),
    Close(usize),
    Say(usize),
    Vote(usize, usize),
    Unclear(usize),
}

impl Votes {
    /// Each vote in the order in which it is cast: the choices take turns, as people do.
    fn cast(&self) -> Vec<(&str, i64)> {
        let mut all: Vec<(usize, i64, &str)> = Vec::new();
        for (choice, people) in &self.choices {
            let ordinal = choice.parse().unwrap_or_default();
            all.extend(people.iter().enumerate().map(|(turn, person)| (turn, ordinal, person.as_str())));
        }
        all.sort_unstable();
        all.into_iter().map(|(_, ordinal, person)| (person, ordinal)).collect()
    }
}

pub(super) fn moments(it: &Discussion, add: &mut impl FnMut(Instant, What)) -> Result<(), Problem> {
    for (n, it) in it.questions.iter().enumerate() {
        add(instant(&it.at)?, What::Discussed(Deed::Ask(n)));
        add(instant(&it.closed)?, What::Discussed(Deed::Close(n)));
    }
    for (n, it) in it.opinions.iter().enumerate() {
        add(instant(&it.at)?, What::Discussed(Deed::Say(n)));
    }
    for (poll, it) in it.votes.iter().enumerate() {
        let mut at = instant(&it.from)?;
        for vote in 0..it.cast().len() {
            add(at, What::Discussed(Deed::Vote(poll, vote)));
            at = Instant(at.0 + VOTE_MS);
        }
    }
    for (n, it) in it.unclear.iter().enumerate() {
        add(instant(&it.at)?, What::Discussed(Deed::Unclear(n)));
    }
    Ok(())
}

/// Under which name the opinion is kept out of which this difficulty grew.
pub(super) fn opinion_of(code: &str) -> String {
    format!("opinion/{code}")
}

impl Stage<'_> {
    pub(super) async fn discuss(&mut self, what: Deed, at: Instant) -> Result<(), Problem> {
        match what {
            Deed::Ask(n) => self.ask(n, at).await,
            Deed::Close(n) => self.close(n, at).await,
            Deed::Say(n) => self.say(n, at).await,
            Deed::Vote(poll, vote) => self.vote(poll, vote, at).await,
            Deed::Unclear(n) => self.mark(n, at).await,
        }
    }

    fn session(&self, no: i64) -> Result<String, Problem> {
        self.made(&format!("{CLASS}/{no}"))
    }

    async fn ask(&mut self, n: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.discussion.questions.get(n) else { return Ok(()) };
        let deed = self.by(&it.by, &format!("question/{}", it.key), at)?;
        let new = NewQuestion { text: it.text.clone(), choices: it.choices.clone() };
        let key = format!("question/{}", it.key);
        let id = discussion::ask(self.db, &self.actor(&it.by)?, deed, &self.session(it.session)?, new).await.map_err(told)?;
        self.made.insert(key, id);
        Ok(())
    }

    async fn close(&self, n: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.discussion.questions.get(n) else { return Ok(()) };
        let deed = self.by(&it.by, &format!("question closed/{}", it.key), at)?;
        let question = self.made(&format!("question/{}", it.key))?;
        discussion::close(self.db, &self.actor(&it.by)?, deed, &question).await.map_err(told)?;
        Ok(())
    }

    async fn say(&mut self, n: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.discussion.opinions.get(n) else { return Ok(()) };
        let deed = self.by(&it.by, &format!("opinion/{}/{}", it.at, it.by), at)?;
        let question = it.question.as_ref().map(|key| self.made(&format!("question/{key}"))).transpose()?;
        let new = NewOpinion { text: it.text.clone(), question, anonymous: it.anonymous };
        let key = it.difficulty.as_deref().map(opinion_of);
        let id = discussion::say(self.db, &self.actor(&it.by)?, deed, &self.session(it.session)?, new).await.map_err(told)?;
        self.made.extend(key.map(|key| (key, id)));
        Ok(())
    }

    async fn vote(&self, poll: usize, vote: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.discussion.votes.get(poll) else { return Ok(()) };
        let Some((person, ordinal)) = it.cast().get(vote).copied() else { return Ok(()) };
        let deed = self.by(person, &format!("vote/{}/{person}", it.question), at)?;
        let question = self.made(&format!("question/{}", it.question))?;
        discussion::vote(self.db, &self.actor(person)?, deed, &question, ordinal).await.map_err(told)?;
        Ok(())
    }

    async fn mark(&self, n: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.discussion.unclear.get(n) else { return Ok(()) };
        let spot = Spot { article: it.article.clone(), clause: it.clause.clone(), point: None };
        let what: Cite = cite(&it.document, &spot);
        let deed = self.by(&it.by, &format!("unclear/{}/{}/{}/{}", it.document, what.article, what.clause, it.by), at)?;
        let session = self.session(it.session)?;
        discussion::mark_unclear(self.db, &self.actor(&it.by)?, deed, &session, what, &it.note).await.map_err(told)
    }
}
