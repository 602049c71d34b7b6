//! The story of a practice, on both engines, by visitors who use only the front door.

mod bad;
mod pictures;
mod story;
mod world;

use world::World;
