//! The story of plans and rounds, on both engines, by visitors who use only the front door.

mod bad;
mod reread;
mod rounds;
mod story;
mod world;

use world::World;
