//! What `boards.json` says: the boards of a class's groups, and its wall.

use serde::Deserialize;

/// The boards of a class's groups, and its wall.
#[derive(Deserialize)]
pub(in crate::demo) struct Evening {
    pub class: String,
    pub boards: Vec<BoardFacts>,
    pub wall: Vec<WallTurn>,
}

#[derive(Deserialize)]
pub(in crate::demo) struct BoardFacts {
    pub group: i64,
    pub rapporteur: String,
    pub rapporteur_by: String,
    pub rapporteur_at: String,
    pub presented_at: String,
    pub summary: String,
    pub lines: Vec<BoardLine>,
}

#[derive(Deserialize)]
pub(in crate::demo) struct BoardLine {
    pub at: String,
    pub actor: String,
    pub section: String,
    pub text: String,
    #[serde(default)]
    pub weighs: Vec<Press>,
    #[serde(default)]
    pub changes: Vec<LineChange>,
}

#[derive(Deserialize)]
pub(in crate::demo) struct Press {
    pub at: String,
    pub actor: String,
}

/// `stale`: it started from the first words, which somebody had changed already.
#[derive(Deserialize)]
pub(in crate::demo) struct LineChange {
    pub at: String,
    pub actor: String,
    pub text: String,
    #[serde(default)]
    pub stale: bool,
    pub settles: Option<Settling>,
}

#[derive(Deserialize)]
pub(in crate::demo) struct Settling {
    pub at: String,
    pub actor: String,
    pub keep: String,
}

#[derive(Deserialize)]
pub(in crate::demo) struct WallTurn {
    pub at: String,
    pub shows: String,
    pub group: Option<i64>,
    pub difficulty: Option<String>,
}
