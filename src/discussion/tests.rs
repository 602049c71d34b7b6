//! The story of a session's discussion, on both engines.

mod clauses;
mod guards;
mod story;
pub(crate) mod world;

use world::World;
