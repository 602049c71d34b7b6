//! The overview: the finding in a sentence, the figures, the provinces on a map, then each part of the chain with its way to the rows.

use super::super::super::chain::atlas::Era;
use super::super::super::chain::kind::Kind;
use super::super::super::chain::sheet::{Choice, Sheet};
use super::super::super::chain::sheets::{self, View};
use super::super::results::{BarRow, Figure};
use super::sections;
use crate::classes::Project;
use crate::ground::Word;
use crate::web::picture::Picture;
use crate::web::{Shell, W};
use askama::Template;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "reports/pages/chain/overview.html")]
pub(super) struct OverviewPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    /// Where the project itself is; empty for the overview of all.
    pub(super) project: String,
    pub(super) projects: Vec<(String, String)>,
    pub(super) maps: Vec<(String, String, bool)>,
    pub(super) figures: Vec<Figure>,
    pub(super) sections: Vec<Section>,
}

/// A row of a short list.
pub(super) struct Row {
    pub(super) to: String,
    pub(super) title: String,
    pub(super) detail: Vec<String>,
    pub(super) look: &'static str,
    pub(super) state: String,
}

/// A part of the chain. What it does not have is empty.
#[derive(Default)]
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    /// The finding.
    pub(super) caption: String,
    pub(super) picture: Option<Picture>,
    /// The picture has its figures beside it.
    pub(super) beside: bool,
    pub(super) bars: Vec<BarRow>,
    pub(super) key: Vec<(Picture, String)>,
    pub(super) figures: Vec<Figure>,
    /// Clauses, with how often.
    pub(super) cites: Vec<Figure>,
    pub(super) rows: Vec<Row>,
    /// Said instead of all when there is nothing.
    pub(super) empty: String,
    pub(super) note: String,
    /// To the sheet: page, Excel, CSV; the first with its words.
    pub(super) table: String,
    pub(super) excel: String,
    pub(super) csv: String,
}

impl Section {
    /// A section of a sheet, with the ways to its rows.
    pub(super) fn of(view: &View, kind: Kind, title: &str, sheet: &Sheet) -> Self {
        let mut it = Self { id: kind.name(), title: view.w.t(title), ..Self::default() };
        if sheet.lines.is_empty() {
            it.empty.clone_from(&sheet.empty);
        } else {
            it.table = view.link(kind, &[]);
            it.excel = view.file(kind, ".xlsx", &[]);
            it.csv = view.file(kind, ".csv", &[]);
        }
        it
    }
}

pub(super) fn draw(mut s: Shell, view: &View, project: Option<&Project>, plans: bool) -> OverviewPage {
    let w = s.w.clone();
    let (classes, coverage, raised) = (view.sheet(Kind::Classes), view.sheet(Kind::Coverage), view.sheet(Kind::Difficulties));
    let heading = heading(&w, view, &classes, &coverage, &raised);
    s.title.clone_from(&heading);
    if let Some(it) = project {
        s = s.crumb("/projects", w.t("chain-crumb-projects")).crumb(format!("/projects/{}", it.id), &it.name);
    }
    let mut all = vec![sections::classes(view, &classes), sections::coverage(view, &coverage)];
    all.extend(sections::people(view));
    all.extend(sections::difficulties(view, &raised));
    all.push(sections::clauses(view));
    all.push(sections::practices(view));
    all.push(sections::plans(view));
    if plans {
        all.extend(sections::planning(view));
    }
    let projects: Vec<(String, String)> = if project.is_some() {
        Vec::new()
    } else {
        view.found.projects.iter().map(|it| (format!("/projects/{}/overview", it.id), it.name.clone())).collect()
    };
    OverviewPage {
        kicker: project.map_or_else(|| w.t("chain-kicker-all"), |it| w.x("chain-kicker", &it.name)),
        heading,
        project: project.map(|it| format!("/projects/{}", it.id)).unwrap_or_default(),
        projects: if projects.len() > 1 { projects } else { Vec::new() },
        maps: super::maps(view, &view.base, &[]),
        figures: figures(&w, view, (&classes, &coverage, &raised)),
        sections: all,
        s,
    }
}

const KEPT: Choice<'_> = &[("kept", "yes")];
const WAITS: Choice<'_> = &[("waits", "yes")];
const REACHED: Choice<'_> = &[("reached", "yes")];

fn heading(w: &W, view: &View, classes: &Sheet, coverage: &Sheet, raised: &Sheet) -> String {
    let n = classes.count(KEPT);
    if n == 0 {
        return w.t("chain-heading-none");
    }
    // The provinces of today, so that the sentence is the same by both maps.
    let today = view.found.atlas(Era::New);
    let provinces: BTreeSet<String> = view.found.classes.iter().map(|it| today.spot(&it.province_id).id).collect();
    let said = Word::new("chain-heading").with("x", n.to_string()).with("y", provinces.len().to_string());
    let said = said.with("z", coverage.sum(sheets::CAME_TO, REACHED).to_string());
    let said = said.with("a", coverage.sum(sheets::REACHED, REACHED).to_string());
    w.word(&said.with("b", raised.count(WAITS).to_string()))
}

fn figures(w: &W, view: &View, (classes, coverage, raised): (&Sheet, &Sheet, &Sheet)) -> Vec<Figure> {
    let figure = |key: &str, n: i64, to: String| Figure { name: w.t(key), number: crate::ground::numbers::grouped(n), to };
    let came = coverage.sum(sheets::CAME_TO, REACHED);
    vec![
        figure("chain-figure-classes", classes.count(KEPT), view.link(Kind::Classes, KEPT)),
        figure("chain-figure-came", came, view.link(Kind::Coverage, REACHED)),
        figure("chain-figure-communes", coverage.sum(sheets::REACHED, REACHED), view.link(Kind::Coverage, REACHED)),
        figure("chain-figure-waiting", raised.count(WAITS), view.link(Kind::Difficulties, WAITS)),
    ]
}
