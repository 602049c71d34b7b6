//! Core cadres out of the first class.

use super::facts::Cadre;
use super::setting::field;
use super::{Stage, told};
use crate::classes::cadres::{self, Nomination, cadre_id};
use crate::ground::{Instant, Problem};

/// Who confirms and ends.
const COORDINATOR: &str = "org1";

impl Stage<'_> {
    fn cadre(&self, n: usize) -> Result<(&Cadre, String), Problem> {
        let it = self.cadres.cadres.get(n).ok_or_else(|| Problem::new("no such cadre in the files"))?;
        Ok((it, cadre_id(&self.made(&it.class)?, &self.person(&it.person)?)))
    }

    pub(super) async fn nominate_cadre(&self, n: usize, at: Instant) -> Result<(), Problem> {
        let (it, _) = self.cadre(n)?;
        let nomination = Nomination {
            trainee: self.made(&format!("{}/{}", it.class, it.person))?,
            reason: it.reason.clone(),
            fields: it.fields.iter().filter_map(|it| field(it)).collect(),
        };
        let deed = self.by(&it.by, &format!("cadre/{}/{}", it.class, it.person), at)?;
        cadres::nominate(self.db, &self.actor(&it.by)?, deed, &self.made(&it.class)?, nomination).await.map_err(told)?;
        Ok(())
    }

    pub(super) async fn confirm_cadre(&self, n: usize, at: Instant) -> Result<(), Problem> {
        let (it, id) = self.cadre(n)?;
        let deed = self.by(COORDINATOR, &format!("cadre/{}/{}/confirmed", it.class, it.person), at)?;
        cadres::confirm(self.db, &self.actor(COORDINATOR)?, deed, &id).await.map_err(told)
    }

    pub(super) async fn end_cadre(&self, n: usize, at: Instant) -> Result<(), Problem> {
        let (it, id) = self.cadre(n)?;
        let deed = self.by(COORDINATOR, &format!("cadre/{}/{}/ended", it.class, it.person), at)?;
        cadres::end(self.db, &self.actor(COORDINATOR)?, deed, &id, &it.ended_why).await.map_err(told)
    }
}
