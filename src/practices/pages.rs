//! Forms in, views out.

mod form;
mod lists;
mod photos;
mod sample;
mod show;
mod taken;

pub(super) use sample::samples;

use super::practice::{Figure, MOST_FIGURES};
use crate::ground::text::clean;
use crate::web::{Form, May, Role, Route, Wrong, get, mendable, post};
use axum::extract::DefaultBodyLimit;

/// Those who are inside a class; the verb says what they may do there.
const INSIDE: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor, Role::Trainee]);
/// Those who write, and take up.
const WRITERS: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Trainee]);
/// Photos of one sending, as a telephone without the script sends them: larger than any other form.
const MOST_OF_PHOTOS: usize = 40 * 1024 * 1024;

pub(super) fn routes() -> Vec<Route> {
    let mut upload = post("/practices/{practice}/photos", WRITERS, photos::add);
    upload.to = upload.to.layer(DefaultBodyLimit::max(MOST_OF_PHOTOS));
    vec![
        get("/practices", May::Anyone, lists::gallery),
        get("/classes/{class}/practices", INSIDE, lists::of_class),
        post("/classes/{class}/practices", WRITERS, form::write),
        get("/classes/{class}/practices/new", WRITERS, form::new),
        get("/practices/{practice}", May::Anyone, show::show),
        get("/practices/{practice}/edit", WRITERS, form::edit),
        post("/practices/{practice}/edit", WRITERS, form::change),
        get("/practices/{practice}/photos", WRITERS, photos::page_of),
        upload,
        post("/practices/{practice}/photos/captions", WRITERS, photos::describe),
        post("/practices/{practice}/photos/removal", WRITERS, photos::remove),
        post("/practices/{practice}/state", WRITERS, show::set_state),
        post("/practices/{practice}/adoptions", WRITERS, taken::adopt),
        post("/adoptions/{adoption}/reports", WRITERS, taken::report),
        get("/photos/{blob}", May::Anyone, photos::picture),
    ]
}

/// A choice of a field: value, words, chosen.
pub(super) struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

/// The rows of figures as typed, empty ones among them: every column keeps its row.
fn figures(form: &Form) -> Vec<Figure> {
    let column = |name: &str| form.pairs().iter().filter(|it| it.0 == name).map(|it| clean(&it.1)).collect::<Vec<_>>();
    let (what, unit, before, after) = (column("figure_what"), column("figure_unit"), column("figure_before"), column("figure_after"));
    let at = |of: &[String], n: usize| of.get(n).cloned().unwrap_or_default();
    let rows = what.len().max(unit.len()).max(before.len()).max(after.len()).min(MOST_FIGURES * 2);
    (0..rows).map(|n| Figure { what: at(&what, n), unit: at(&unit, n), before: at(&before, n), after: at(&after, n) }).collect()
}

/// The end of an identity: what tells one from another in the key of a device's draft.
fn tail(id: &str) -> &str {
    id.rsplit('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_figures_keeps_its_place() {
        let typed = [
            ("figure_what", "Số hộ"),
            ("figure_before", ""),
            ("figure_after", "19"),
            ("figure_what", ""),
            ("figure_before", "4"),
            ("figure_after", ""),
        ];
        let rows = figures(&Form::from_pairs(typed));
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].what.as_str(), rows[0].after.as_str()), ("Số hộ", "19"));
        assert_eq!((rows[1].what.as_str(), rows[1].before.as_str()), ("", "4"));
    }
}
