//! The queries of this room. A page asks as many however much was said.

mod clauses;
mod hall;

pub(super) use clauses::{Count, Mark, Note, Reading, counts, is_material, marks_of, notes, readings};
pub(super) use hall::{HALL, Sitting, Sum, done, opinion, opinions_of_session, question, questions_of_session, sitting, sums};
pub use hall::{latest_opinions, open_question};

use crate::db::Statement;

/// Every list of statements.
pub(super) const LISTS: [&[Statement]; 2] = [hall::ALL, clauses::ALL];
