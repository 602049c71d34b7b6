//! Forms in, views out: there are no forms here.

mod chain;
mod results;
mod sample;
mod table;
mod work;

pub(super) use sample::samples;

use crate::web::picture::Picture;
use crate::web::{May, Route, get};

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/", May::Anyone, work::show),
        get("/overview", May::OVERSEERS, chain::show),
        get("/overview/{sheet}", May::OVERSEERS, chain::sheet),
        get("/projects/{project}/overview", May::OVERSEERS, chain::show_project),
        get("/projects/{project}/overview/{sheet}", May::OVERSEERS, chain::sheet_of_project),
        get("/classes/{class}/results", May::Known, results::show),
        get("/classes/{class}/difficulty-table", May::Known, table::show),
        get("/classes/{class}/difficulties.xlsx", May::Known, table::excel),
    ]
}

/// Only the functions of the folder `picture` make one, and they escape what they are given.
impl askama::filters::HtmlSafe for Picture {}

/// The first words of a text, as a title.
fn shortened(text: &str, most: usize) -> String {
    let line = text.split('\n').next().unwrap_or_default();
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let cut: String = line.chars().take(most).collect();
    // Not in the middle of a syllable.
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn titles_end_with_a_whole_syllable() {
        assert_eq!(shortened("Mương bị lũ cuốn", 40), "Mương bị lũ cuốn");
        assert_eq!(shortened("Mương bị lũ cuốn, xin làm mới", 18), "Mương bị lũ cuốn…");
        assert_eq!(shortened("Một dòng\nhai dòng", 40), "Một dòng");
    }
}
