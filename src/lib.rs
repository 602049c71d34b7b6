//! Nguồn: training classes for commune officials, whose every difficulty is untangled and found by the next commune.
//!
//! A verb decides, writes one event, and the room's `apply` changes the tables, all in one transaction; everything else only reads,
//! or follows the journal. [`house`] is the list of rooms; `HOUSE.md` has the rules.

#![cfg_attr(test, expect(clippy::string_slice, reason = "the texts that tests cut are their own"))]

pub mod classes;
pub mod db;
pub mod demo;
pub mod difficulties;
pub mod discussion;
pub mod ground;
pub mod house;
pub mod news;
pub mod people;
pub mod places;
pub mod plans;
pub mod policy;
pub mod practices;
pub mod programmes;
pub mod reports;
pub mod search;
pub mod settings;
pub mod stage;
pub mod wall;
pub mod web;
