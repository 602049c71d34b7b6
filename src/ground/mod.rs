//! What everyone stands on and what knows nobody: identities, the clock, chance, Vietnamese text, refusals. Pure.

mod chance;
mod clock;
pub mod dates;
mod ids;
mod named;
pub mod names;
pub mod numbers;
pub mod phones;
mod refusal;
pub mod seal;
pub mod sort;
pub mod text;

pub use chance::Chance;
pub use clock::{Clock, Instant};
pub use ids::{child_id, is_id, new_id};
pub use refusal::{Invalid, Problem, Refused, Word};
