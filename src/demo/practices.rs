//! Stories and practices of a class, step by step, by the verbs of their room. Their photos are drawings, and say so.

use super::{Stage, instant, told};
use crate::db::Deed;
use crate::ground::{Instant, Problem};
use crate::practices::{self, Adopt, Draft, Figure, Going, Kind, Moment, NewPhoto, Write};
use crate::programmes::component_id;
use bytes::Bytes;
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Practices {
    pub(super) class: String,
    pub(super) practices: Vec<Practice>,
}

#[derive(Deserialize)]
pub(super) struct Practice {
    key: String,
    kind: String,
    period: String,
    component: String,
    local_item: Option<String>,
    /// Of the register, by its code in the files.
    difficulty: Option<String>,
    title: String,
    before: String,
    after: String,
    steps: String,
    who: String,
    cost: String,
    cost_note: String,
    figures: Vec<Figure>,
    result: String,
    conditions: String,
    pub(super) steps_of_time: Vec<Step>,
}

/// What happens to it: `written`, `shown`, `released`, `adopted`, `told` (how an adoption goes).
#[derive(Deserialize)]
pub(super) struct Step {
    pub(super) at: String,
    actor: String,
    kind: String,
    #[serde(default)]
    photos: Vec<Photo>,
    #[serde(default)]
    going: String,
    #[serde(default)]
    begun_on: String,
    #[serde(default)]
    note: String,
    /// Of an adoption.
    #[serde(default)]
    key: String,
    #[serde(default)]
    of: String,
}

#[derive(Deserialize)]
struct Photo {
    file: String,
    moment: String,
    caption: String,
}

macro_rules! drawings {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_bytes!(concat!("../../demo/photos/", $name, ".jpg")))),+] };
}

const DRAWINGS: &[(&str, &[u8])] =
    drawings!["nep-truoc", "nep-sau", "duong-truoc", "duong-sau", "nuoc", "nuoc-hong", "bo", "loa", "duy-tu", "che"];

impl Practices {
    /// When each step of each is.
    pub(super) fn moments(&self) -> Result<Vec<(usize, usize, Instant)>, Problem> {
        let mut all = Vec::new();
        for (practice, it) in self.practices.iter().enumerate() {
            for (step, it) in it.steps_of_time.iter().enumerate() {
                all.push((practice, step, instant(&it.at)?));
            }
        }
        Ok(all)
    }
}

impl Stage<'_> {
    pub(super) async fn practise(&mut self, practice: usize, step: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.practices.practices.get(practice) else { return Ok(()) };
        let Some(step_of) = it.steps_of_time.get(step) else { return Ok(()) };
        let actor = self.actor(&step_of.actor)?;
        let deed = Self::deed(&format!("practice/{}/{step}", it.key), actor.person.as_deref(), at);
        let key = format!("practice/{}", it.key);
        if step_of.kind == "written" {
            let input = Write {
                class: self.made(&self.practices.class)?,
                kind: Kind::from_name(&it.kind).ok_or_else(|| Problem::new(format!("{} is no kind", it.kind)))?,
                place: None,
                draft: self.draft(it)?,
                illustration: true,
            };
            let id = practices::write(self.db, &actor, deed.clone(), input).await.map_err(told)?;
            // Some minutes later, when they have found them on the telephone.
            let deed = Deed { at: Instant(at.0 + 240_000), ..deed.part("photos") };
            let photos = step_of.photos.iter().map(photo).collect::<Result<Vec<_>, _>>()?;
            let added = practices::add_photos(self.db, self.blobs, &actor, deed, &id, photos).await.map_err(told)?;
            if !added.wrong.is_empty() {
                return Err(Problem::new(format!("drawings that are no photos: {:?}", added.wrong)));
            }
            self.made.insert(key, id);
            return Ok(());
        }
        let id = self.made(&key)?;
        let going = Going::from_name(&step_of.going);
        match step_of.kind.as_str() {
            "shown" => practices::show(self.db, &actor, deed, &id).await,
            "released" => practices::release(self.db, &actor, deed, &id).await,
            "adopted" => {
                let input = Adopt { place: None, state: going, begun_on: step_of.begun_on.clone(), note: step_of.note.clone() };
                let adoption = practices::adopt(self.db, &actor, deed, &id, input).await.map_err(told)?;
                let key = format!("adoption/{}", step_of.key);
                self.made.insert(key, adoption);
                Ok(())
            }
            "told" => {
                let adoption = self.made(&format!("adoption/{}", step_of.of))?;
                practices::report(self.db, &actor, deed, &adoption, going, &step_of.note).await.map(|_| ())
            }
            other => return Err(Problem::new(format!("{other} is no kind of step"))),
        }
        .map_err(told)
    }

    fn draft(&self, it: &Practice) -> Result<Draft, Problem> {
        Ok(Draft {
            component: Some(component_id(&it.period, &it.component)),
            local_item: it.local_item.as_ref().map(|name| self.made(name)).transpose()?,
            difficulty: it.difficulty.as_ref().map(|code| self.made(code)).transpose()?.unwrap_or_default(),
            title: it.title.clone(),
            before: it.before.clone(),
            after: it.after.clone(),
            steps: it.steps.clone(),
            who: it.who.clone(),
            cost: it.cost.clone(),
            cost_note: it.cost_note.clone(),
            result: it.result.clone(),
            conditions: it.conditions.clone(),
            figures: it.figures.clone(),
        })
    }
}

/// A drawing as a file: its name, its bytes.
pub(super) fn drawing(name: &str) -> Result<(String, Bytes), Problem> {
    let found = DRAWINGS.iter().find(|(it, _)| *it == name);
    let (name, bytes) = found.ok_or_else(|| Problem::new(format!("no drawing is called {name}")))?;
    Ok((format!("{name}.jpg"), Bytes::from_static(bytes)))
}

fn photo(it: &Photo) -> Result<NewPhoto, Problem> {
    let (name, bytes) = drawing(&it.file)?;
    Ok(NewPhoto { name, bytes, caption: it.caption.clone(), moment: Moment::from_name(&it.moment).unwrap_or_default() })
}
