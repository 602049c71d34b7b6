//! What a room of the house is made of. The list of rooms is `src/house.rs`.

use super::route::{May, Route};
use super::shell::Shell;
use super::words::Texts;
use crate::db::{Applier, Statement};

/// A page drawn from invented values: a test draws every sample in every language.
pub struct Sample {
    pub name: &'static str,
    pub html: String,
}

/// An entry of the menu.
#[derive(Clone, Copy, Debug)]
pub struct MenuItem {
    pub path: &'static str,
    /// The key of its word.
    pub word: &'static str,
    pub may: May,
}

/// A room, as the house sees it.
pub struct Room {
    /// As the folder and the module are called.
    pub name: &'static str,
    pub routes: fn() -> Vec<Route>,
    pub menu: &'static [MenuItem],
    pub texts: Texts,
    /// Its `apply`, with the kinds of events that it takes.
    pub applier: Applier,
    /// Tables drawn from the journal, parents before children.
    pub tables: &'static [&'static str],
    /// Tables of this store alone.
    pub local: &'static [&'static str],
    pub statements: &'static [&'static [Statement]],
    pub samples: fn(&Shell) -> Vec<Sample>,
}
