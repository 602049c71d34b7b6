//! The news item of a class: drafted from its data on its day, edited a little by the co-ordinator, released.

use super::{Stage, instant, told};
use crate::classes;
use crate::ground::{Instant, Problem};
use crate::news::{self, Part, Piece, Saving};
use crate::people::Field;
use crate::web::{House, Lang, W};
use serde::Deserialize;
use std::sync::Arc;

/// The file `demo/news.json`.
#[derive(Deserialize)]
pub(super) struct NewsFile {
    pub(super) items: Vec<NewsItem>,
}

/// One item: what its editor writes otherwise than the data do.
#[derive(Deserialize)]
pub(super) struct NewsItem {
    pub(super) class: String,
    editor: String,
    saved: String,
    released: String,
    edits: Vec<Edit>,
}

#[derive(Deserialize)]
struct Edit {
    part: String,
    text: String,
}

impl NewsItem {
    pub(super) fn saved_at(&self) -> Result<Instant, Problem> {
        instant(&self.saved)
    }

    pub(super) fn released_at(&self) -> Result<Instant, Problem> {
        instant(&self.released)
    }
}

/// What the draft calls the fields of difficulties.
pub(super) fn field_names(house: &House) -> Vec<(Field, String)> {
    let vi = W::new(Arc::clone(&house.words), Lang::Vi);
    Field::ALL.into_iter().map(|it| (it, vi.t(&it.word()))).collect()
}

impl Stage<'_> {
    pub(super) async fn save_news(&self, item: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.news.items.get(item) else { return Ok(()) };
        let id = self.made(&it.class)?;
        let class = classes::class(self.db, &id).await?.ok_or_else(|| Problem::new("the class is not there"))?;
        let called = |field: Field| self.fields.iter().find(|it| it.0 == field).map(|it| it.1.clone()).unwrap_or_default();
        let (mut pieces, figures) = news::drafted(self.db, &class, called).await?;
        for edit in &it.edits {
            let part = Part::from_name(&edit.part).ok_or_else(|| Problem::new(format!("{} is no part", edit.part)))?;
            match pieces.iter_mut().find(|it| it.part == part) {
                Some(piece) => edit.text.clone_into(&mut piece.text),
                None => pieces.push(Piece { part, text: edit.text.clone(), drawn: String::new() }),
            }
        }
        let actor = self.actor(&it.editor)?;
        let deed = Self::deed(&format!("news/{}/saved", it.class), actor.person.as_deref(), at);
        let saving = Saving { pieces, photo: None, persons: Vec::new(), figures, drawn_at: at, against: 0 };
        news::save(self.db, &actor, deed, &id, saving).await.map_err(told)
    }

    pub(super) async fn release_news(&self, item: usize, at: Instant) -> Result<(), Problem> {
        let Some(it) = self.news.items.get(item) else { return Ok(()) };
        let actor = self.actor(&it.editor)?;
        let deed = Self::deed(&format!("news/{}/released", it.class), actor.person.as_deref(), at);
        news::release(self.db, &actor, deed, &self.made(&it.class)?, 1).await.map_err(told)
    }
}
