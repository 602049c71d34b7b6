//! The story of a difficulty, on both engines, by visitors who use only the front door.

mod answers;
mod bad;
mod review;
mod story;
mod world;

use world::World;
