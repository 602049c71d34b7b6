//! Search: finds the answer already given, the provision, the practice, the place; typed with diacritics or without.

mod abbreviations;
pub mod engine;
pub mod eval;
mod ranking;
mod syllables;
