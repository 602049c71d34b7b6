//! The evaluation of the first class: opened at the last session, answered, closed.

use super::{Stage, told};
use crate::classes;
use crate::classes::evaluation::{self, Answer};
use crate::ground::{Instant, Problem};
use std::collections::HashSet;

impl Stage<'_> {
    pub(super) async fn open_evaluation(&self, at: Instant) -> Result<(), Problem> {
        let (it, deed) = (&self.evaluation, self.by(&self.evaluation.by, "evaluation/opened", at)?);
        evaluation::open(self.db, &self.actor(&it.by)?, deed, &self.made(&it.class)?).await.map_err(told)
    }

    /// Whoever came to a session gives a sheet, but for those who did not. Which sheet is whose does not matter, and is not kept.
    pub(super) async fn evaluate(&self) -> Result<(), Problem> {
        let it = &self.evaluation;
        let class = self.made(&it.class)?;
        let came: HashSet<String> = classes::attended(self.db, &class)
            .await?
            .into_iter()
            .filter(|it| matches!(it.state.as_str(), "present" | "late" | "left_early"))
            .map(|it| it.trainee_id)
            .collect();
        let silent: HashSet<String> = it.not_answered.iter().filter_map(|key| self.persons.get(key).cloned()).collect();
        let mut keys: Vec<(&String, &String)> = self.persons.iter().collect();
        keys.sort_unstable();
        let mut sheets = it.marks.iter().enumerate();
        for (key, person) in keys {
            let trainee = self.made.get(&format!("{}/{key}", it.class));
            if silent.contains(person) || trainee.is_none_or(|it| !came.contains(it)) {
                continue;
            }
            let Some((n, marks)) = sheets.next() else { break };
            let answer = self.sheet(n, marks)?;
            evaluation::answer(self.db, &self.actor(key)?, &class, &answer).await.map_err(told)?;
        }
        Ok(())
    }

    /// The sheet of this number. Words are on every second, third or fourth one, while there are some.
    fn sheet(&self, n: usize, marks: &str) -> Result<Answer, Problem> {
        let it = &self.evaluation;
        let mut answer = Answer::default();
        for (mark, digit) in answer.marks.iter_mut().zip(marks.chars()) {
            *mark = digit.to_digit(10).and_then(|it| usize::try_from(it).ok()).filter(|it| (1..=5).contains(it));
            if mark.is_none() && digit != '-' {
                return Err(Problem::new(format!("{digit} is no mark")));
            }
        }
        for (words, (said, every)) in answer.words.iter_mut().zip([(&it.useful, 3), (&it.change, 4), (&it.next, 5)]) {
            *words = Some(n).filter(|it| it % every == 0).and_then(|it| said.get(it / every)).cloned().unwrap_or_default();
        }
        Ok(answer)
    }

    pub(super) async fn close_evaluation(&self, at: Instant) -> Result<(), Problem> {
        let (it, deed) = (&self.evaluation, self.by(&self.evaluation.by, "evaluation/closed", at)?);
        evaluation::close(self.db, &self.actor(&it.by)?, deed, &self.made(&it.class)?).await.map_err(told)
    }
}
