//! Pages of the library: to come with the next commits.

use crate::web::{Route, Sample, Shell};

pub(super) fn routes() -> Vec<Route> {
    Vec::new()
}

pub(super) fn samples(_: &Shell) -> Vec<Sample> {
    Vec::new()
}
