//! A sheet as a page: which lines were chosen, the lines, and the same lines as Excel and CSV.

use super::super::super::chain::kind::Kind;
use super::super::super::chain::sheet::{self as sheets, Column, Line, Sheet};
use super::super::super::chain::sheets::View;
use crate::classes::Project;
use crate::ground::numbers::grouped;
use crate::web::Shell;
use askama::Template;

/// So many lines stand on a page; the files have all.
const A_PAGE: usize = 100;

/// By what lines may be chosen in an address.
const NAMES: [&str; 25] = [
    "class",
    "project",
    "province",
    "state",
    "kept",
    "reached",
    "listed",
    "kind",
    "group",
    "people",
    "outcome",
    "way",
    "field",
    "waits",
    "with",
    "who",
    "late",
    "review",
    "published",
    "clause",
    "spread",
    "practice",
    "afar",
    "horizon",
    "plan",
];

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice(Vec<(String, String)>);

impl Choice {
    pub(super) fn read(pairs: &[(String, String)]) -> Self {
        Self(pairs.iter().filter(|it| NAMES.contains(&it.0.as_str()) && !it.1.is_empty()).cloned().collect())
    }

    pub(super) fn pairs(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// The same in words, as the lines have it; what no line has is said as such.
    pub(super) fn said(&self, view: &View, whole: &Sheet) -> Vec<String> {
        let label = |(name, value): &(String, String)| {
            let tags = whole.lines.iter().flat_map(|it| &it.tags);
            let found = tags.filter(|it| it.name == name && it.value == *value).map(|it| it.label.clone()).next();
            found.filter(|it| !it.is_empty()).unwrap_or_else(|| view.w.t("chain-choice-nothing"))
        };
        self.0.iter().map(label).collect()
    }
}

#[derive(Template)]
#[template(path = "reports/pages/chain/sheet.html")]
pub(super) struct SheetPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) said: Vec<String>,
    /// Where all lines are, when some were chosen.
    pub(super) whole: String,
    pub(super) maps: Vec<(String, String, bool)>,
    pub(super) columns: Vec<Column>,
    pub(super) lines: Vec<Line>,
    pub(super) empty: String,
    pub(super) sums: Vec<(String, String)>,
    pub(super) note: String,
    pub(super) excel: String,
    pub(super) csv: String,
    /// Page before, page after, and where we are.
    pub(super) before: String,
    pub(super) after: String,
    pub(super) at: String,
}

impl SheetPage {
    /// The column of a cell that is shown.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as a template gives it")]
    fn column(&self, i: &usize) -> Option<&Column> {
        self.columns.get(*i).filter(|it| it.is_shown())
    }
}

impl Column {
    /// The class of its cells.
    pub(super) fn class(&self) -> &'static str {
        match (self.set, self.show) {
            (sheets::Set::Number | sheets::Set::Sum, sheets::Show::Desk) => "num desk",
            (sheets::Set::Number | sheets::Set::Sum, _) => "num",
            (sheets::Set::Day, sheets::Show::Desk) => "keep desk",
            (sheets::Set::Day, _) => "keep",
            (_, sheets::Show::Desk) => "desk",
            _ => "",
        }
    }

    /// Is it on the page?
    pub(super) fn is_shown(&self) -> bool {
        self.show != sheets::Show::File
    }
}

/// Of what the sheet is and what was chosen, for the head of the Excel file.
pub(super) fn about(view: &View, project: Option<&Project>, said: &[String]) -> String {
    let of = project.map_or_else(|| view.w.t("chain-kicker-all"), |it| it.name.clone());
    let map = view.w.t(&format!("chain-map-{}", view.atlas.era.name()));
    let parts: Vec<String> = [of].into_iter().chain(said.iter().cloned()).chain([map, view.w.x("chain-as-of", view.today)]).collect();
    parts.join("; ")
}

pub(super) fn draw(
    mut s: Shell,
    view: &View,
    project: Option<&Project>,
    kind: Kind,
    choice: &Choice,
    (said, sheet, all): (Vec<String>, Sheet, usize),
    page: &str,
) -> SheetPage {
    let w = s.w.clone();
    let n = sheet.lines.len();
    let heading = if n == all {
        w.nx("chain-sheet-all", n, &sheet.title)
    } else {
        w.word(&crate::ground::Word::new("chain-sheet-some").with("x", &sheet.title).with("y", n.to_string()).with("z", all.to_string()))
    };
    s.title.clone_from(&heading);
    if let Some(it) = project {
        s = s.crumb("/projects", w.t("chain-crumb-projects")).crumb(format!("/projects/{}", it.id), &it.name);
    }
    let back = if let Some(map) = view.map { format!("{}?map={map}", view.base) } else { view.base.clone() };
    let s = s.wide().crumb(back, w.t("chain-menu"));
    let pages = n.div_ceil(A_PAGE).max(1);
    let at = page.parse::<usize>().unwrap_or(1).clamp(1, pages);
    let pairs = choice.pairs();
    let to = |page: usize| {
        let page = page.to_string();
        let with: Vec<(&str, &str)> = pairs.iter().copied().chain([("page", page.as_str())]).collect();
        view.link(kind, &with)
    };
    SheetPage {
        kicker: project.map_or_else(|| w.t("chain-kicker-all"), |it| w.x("chain-kicker", &it.name)),
        whole: if pairs.is_empty() { String::new() } else { view.link(kind, &[]) },
        maps: if matches!(kind, Kind::Peoples | Kind::Clauses | Kind::Overlaps | Kind::Doubles) {
            Vec::new()
        } else {
            super::maps(view, &format!("{}/{}", view.base, kind.name()), &pairs)
        },
        sums: if n > 1 { sheet.sums().into_iter().map(|(head, n)| (head.to_owned(), grouped(n))).collect() } else { Vec::new() },
        excel: view.file(kind, ".xlsx", &pairs),
        csv: view.file(kind, ".csv", &pairs),
        before: if at > 1 { to(at - 1) } else { String::new() },
        after: if at < pages { to(at + 1) } else { String::new() },
        at: if pages > 1 { w.xy("chain-page-of", at, pages) } else { String::new() },
        lines: sheet.lines.into_iter().skip((at - 1) * A_PAGE).take(A_PAGE).collect(),
        columns: sheet.columns,
        empty: if all == 0 { sheet.empty } else { w.t("chain-choice-empty") },
        note: sheet.note,
        heading,
        said,
        s,
    }
}
