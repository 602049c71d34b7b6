//! Where the projects of the demonstration go: planned when the project is opened, and what the provider reports of it later.

use super::facts::{Rollout, place_id};
use super::hall::COORDINATOR;
use super::{Stage, told};
use crate::classes::{self, NewRollout};
use crate::ground::{Instant, Problem};

/// The file says what stood at the end of 2019.
pub(super) const REPORTED: &str = "2019-12-30T16:00";

impl Stage<'_> {
    pub(super) async fn plan_rollout(&self, class: usize, at: Instant) -> Result<(), Problem> {
        self.keep_rollout(class, at, "rollout", false).await
    }

    /// What the provider says it held; a class that is in the store is measured, and needs no report.
    pub(super) async fn report_rollout(&self, class: usize, at: Instant) -> Result<(), Problem> {
        self.keep_rollout(class, at, "report", true).await
    }

    async fn keep_rollout(&self, class: usize, at: Instant, deed: &str, reported: bool) -> Result<(), Problem> {
        let file = self.file(class)?;
        let project = self.made(&file.training_project.key)?;
        let counts = |it: &&Rollout| !reported || (it.status == "done" && it.province != file.class.province);
        for it in file.training_project.rollout.iter().filter(counts) {
            let deed = self.by(COORDINATOR, &format!("{deed}/{}/{}", file.training_project.key, it.province), at)?;
            let new = NewRollout {
                province_id: place_id(&it.era, &it.province),
                planned_on: it.month.clone(),
                classes: it.classes,
                reported,
                note: "minh họa".to_owned(),
            };
            classes::plan_rollout(self.db, &self.actor(COORDINATOR)?, deed, &project, new).await.map_err(told)?;
        }
        Ok(())
    }
}
