//! The story of the search, on both engines: who finds what, as it changes, by visitors who use only the front door.

mod keeping;
mod page;
mod world;

use world::World;
