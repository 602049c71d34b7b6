//! Stories across rooms, through the front door, on the demonstration.

mod demonstration;
mod doors;
mod routes;
