//! What the text of a document has: its chapters and articles as a list on the document's page, and what stands outside articles on pages
//! of its own.

use super::article::day_asked;
use super::reading::{Block, Cited};
use super::{Sign, eye};
use crate::ground::Refused;
use crate::ground::dates::Date;
use crate::policy::provision::{Cite, Provision};
use crate::policy::relation::Touch;
use crate::policy::store;
use crate::policy::wording::Wording;
use crate::web::{Answer, Ask, Sample, Shell, W, draw, page};
use askama::Template;
use axum::extract::Path;

/// A chapter, an article, or a part outside articles.
pub(super) struct Line {
    /// Empty for what is only a heading.
    pub path: String,
    pub anchor: String,
    pub text: String,
    pub apart: bool,
    pub signs: Vec<Sign>,
}

pub(super) struct Contents {
    pub heading: String,
    pub lines: Vec<Line>,
    /// On another day than today: the address of the document as it is now.
    pub current: Option<String>,
    /// Before its first day.
    pub early: Option<String>,
    pub versions: Vec<(String, String)>,
}

impl Contents {
    /// Nothing where the library has no text. Four queries.
    pub(super) async fn of(
        ask: &Ask,
        id: &str,
        on: Date,
        another_day: bool,
        provisions: &[Provision],
        touched: &[Touch],
    ) -> Result<Option<Self>, Refused> {
        let w = ask.w();
        let versions = store::versions_of(ask.db(), id).await?;
        let Some(first) = versions.first() else { return Ok(None) };
        let early = on.iso() < *first;
        let day = if early { first.clone() } else { on.iso() };
        let headings = store::headings(ask.db(), id, &day).await?;
        let reworded = store::reworded(ask.db(), id, &day).await?;
        let stands = (ask.house().standing)(&ask.app, &ask.actor, id, "").await?;
        let with = if another_day { format!("?on={}", on.iso()) } else { String::new() };
        let mut lines: Vec<Line> = Vec::new();
        let mut front = false;
        let mut tail = false;
        for it in &headings {
            match it.level.as_str() {
                "article" => {
                    let mut signs = Vec::new();
                    if it.is_repealed() {
                        signs.push(Sign { class: "off", word: w.t("wording-repealed") });
                    } else if let Some((_, times)) = reworded.iter().find(|known| known.0 == it.article) {
                        signs.push(Sign { class: "part", word: w.n("contents-reworded", *times) });
                    }
                    // A relation says that it was amended, and nobody has brought the amending text.
                    let cite = Cite { document_id: id.to_owned(), article: it.article.clone(), ..Cite::default() };
                    if signs.is_empty() && touched.iter().any(|touch| touch.changes(&cite, on)) {
                        signs.push(Sign { class: "part", word: w.t("contents-touched") });
                    }
                    let mut on_it: Vec<&str> =
                        stands.iter().filter(|known| known.article == it.article).map(|it| it.path.as_str()).collect();
                    on_it.sort_unstable();
                    on_it.dedup();
                    if !on_it.is_empty() {
                        let review = stands.iter().any(|known| known.article == it.article && known.needs_review);
                        signs.push(Sign { class: if review { "now" } else { "" }, word: w.n("contents-stands", on_it.len()) });
                    }
                    if provisions.iter().any(|known| known.article == it.article) {
                        signs.push(Sign { class: "", word: w.t("contents-summary") });
                    }
                    lines.push(Line {
                        path: format!("/documents/{id}/articles/{}{with}", it.article),
                        anchor: format!("d{}", it.article),
                        text: titled(it),
                        apart: false,
                        signs,
                    });
                }
                "part" | "chapter" | "section" | "subsection" => {
                    lines.push(Line { path: String::new(), anchor: String::new(), text: titled(it), apart: true, signs: Vec::new() });
                }
                _ => {
                    let begun = lines.iter().any(|it| it.anchor.starts_with('d'));
                    let text = if alone(it) {
                        titled(it)
                    } else if !begun && !front {
                        front = true;
                        w.t("contents-front")
                    } else if begun && !tail {
                        tail = true;
                        w.t("contents-tail")
                    } else {
                        continue;
                    };
                    let path = format!("/documents/{id}/parts/{}{with}", it.sort);
                    lines.push(Line { path, anchor: String::new(), text, apart: false, signs: Vec::new() });
                }
            }
        }
        if lines.is_empty() {
            // A letter without articles: all of it is one part.
            let all = store::wordings(ask.db(), id, &day).await?;
            let first = all.first().map(|it| it.sort.clone()).unwrap_or_default();
            lines.push(Line {
                path: format!("/documents/{id}/parts/{first}{with}"),
                anchor: String::new(),
                text: w.t("contents-whole"),
                apart: false,
                signs: Vec::new(),
            });
        }
        let articles = headings.iter().filter(|it| it.level == "article").count();
        let others = versions.iter().skip(1).map(|day| (format!("/documents/{id}?on={day}"), eye(Some(day)).unwrap_or_default()));
        Ok(Some(Self {
            heading: w.n("contents-heading", articles),
            lines,
            current: another_day.then(|| format!("/documents/{id}")),
            early: early.then(|| eye(Some(first)).unwrap_or_default()),
            versions: others.collect(),
        }))
    }
}

/// Stands by itself: an annex, or the heading of what is issued with the document.
fn alone(it: &Wording) -> bool {
    matches!(it.level.as_str(), "annex" | "form" | "attached") || (it.level == "heading" && !it.sort.starts_with("00"))
}

/// Label and title; of a part without a title the beginning of what it says.
fn titled(it: &Wording) -> String {
    let beginning = || {
        let line = it.body.lines().next().unwrap_or_default();
        let mut out: String = line.chars().take(90).collect();
        if out.len() < line.len() {
            out.push('…');
        }
        out
    };
    let title = if it.title.is_empty() && !it.is_repealed() { beginning() } else { it.title.clone() };
    let between = if it.label.ends_with(['.', ':', ')']) { " " } else { ". " };
    [it.label.as_str(), title.as_str()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between)
}

pub(super) fn sample(w: &W) -> Contents {
    let line = |apart: bool, path: &str| Line {
        path: path.into(),
        anchor: "d14".into(),
        text: "Điều 14. …".into(),
        apart,
        signs: vec![
            Sign { class: "part", word: w.n("contents-reworded", 2) },
            Sign { class: "now", word: w.n("contents-stands", 3) },
            Sign { class: "", word: w.t("contents-summary") },
        ],
    };
    Contents {
        heading: w.n("contents-heading", 1),
        lines: vec![line(true, ""), line(false, "/documents")],
        current: Some("/documents".into()),
        early: Some("01/01/2018".into()),
        versions: vec![("/documents".into(), "01/01/2018".into())],
    }
}

/// So many letters of a long annex stand on one page.
const PAGE: usize = 20_000;

#[derive(Template)]
#[template(path = "policy/pages/part.html")]
struct PartPage {
    s: Shell,
    heading: String,
    current: Option<String>,
    on: String,
    blocks: Vec<Block>,
    pages: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

/// What stands outside articles: the beginning with its bases, an annex, the signature.
pub(super) async fn part(ask: Ask, Path((id, part)): Path<(String, String)>) -> Answer {
    let w = ask.w();
    let document = store::document(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    let (on, another_day, _) = day_asked(&ask);
    let first = store::versions_of(ask.db(), &id).await?.first().cloned().unwrap_or_default();
    let all = store::wordings(ask.db(), &id, &on.iso().max(first)).await?;
    let start = all.iter().position(|it| it.sort == part && !it.is_provision()).ok_or(Refused::Absent)?;
    let rows: Vec<Wording> = all
        .iter()
        .skip(start)
        .enumerate()
        .take_while(|(n, it)| {
            *n == 0 || !(it.is_provision() || alone(it) || matches!(it.level.as_str(), "part" | "chapter" | "section" | "subsection"))
        })
        .map(|it| it.1.clone())
        .collect();
    let heading = rows.first().filter(|it| alone(it)).map(titled);
    let heading = heading.unwrap_or_else(|| {
        w.t(if all.iter().any(Wording::is_provision) {
            if start == 0 { "contents-front" } else { "contents-tail" }
        } else {
            "contents-whole"
        })
    });
    let cited = Cited::of(&ask, &id, &rows).await?;
    let asked_on = if another_day { on.iso() } else { String::new() };
    let mut sheets: Vec<Vec<Block>> = vec![Vec::new()];
    let mut letters = 0;
    for row in &rows {
        let lead = [row.label.as_str(), row.title.as_str()].join(" ");
        let blocks = cited.blocks(
            &document,
            &Wording {
                body: if alone(row) { row.body.clone() } else { format!("{} {}", lead.trim(), row.body).trim().to_owned() },
                ..row.clone()
            },
            &asked_on,
        );
        for block in blocks.into_iter().flat_map(cut) {
            letters += block.letters();
            if letters > PAGE && sheets.last().is_some_and(|it| !it.is_empty()) {
                sheets.push(Vec::new());
                letters = block.letters();
            }
            if let Some(sheet) = sheets.last_mut() {
                sheet.push(block);
            }
        }
    }
    let count = sheets.len();
    let number = ask.query("page").parse::<usize>().unwrap_or(1).clamp(1, count);
    let with = |page: usize| {
        let on = if asked_on.is_empty() { String::new() } else { format!("&on={asked_on}") };
        format!("/documents/{id}/parts/{part}?page={page}{on}")
    };
    let s = ask.shell(format!("{heading}, {}", document.name())).crumb("/documents", w.t("documents-menu"));
    let s = s.crumb(if another_day { format!("/documents/{id}?on={}", on.iso()) } else { format!("/documents/{id}") }, document.name());
    page(&PartPage {
        current: another_day.then(|| format!("/documents/{id}/parts/{part}")),
        on: on.to_string(),
        blocks: sheets.into_iter().nth(number - 1).unwrap_or_default(),
        pages: (count > 1).then(|| w.xy("contents-page", number, count)),
        before: (number > 1).then(|| with(number - 1)),
        after: (number < count).then(|| with(number + 1)),
        heading,
        s,
    })
}

/// A long table in pieces that fit on a page.
fn cut(block: Block) -> Vec<Block> {
    match block {
        Block::Table(rows) => {
            let mut out: Vec<Vec<Vec<String>>> = Vec::new();
            let mut letters = usize::MAX / 2;
            for row in rows {
                let more: usize = row.iter().map(|it| it.chars().count()).sum();
                if letters + more > PAGE / 2 {
                    out.push(Vec::new());
                    letters = 0;
                }
                letters += more;
                if let Some(last) = out.last_mut() {
                    last.push(row);
                }
            }
            out.into_iter().map(Block::Table).collect()
        }
        line @ Block::Line(_) => vec![line],
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let page = PartPage {
        s: s.clone(),
        heading: s.w.t("contents-front"),
        current: Some("/documents".into()),
        on: "01/01/2018".into(),
        blocks: super::reading::sample_blocks(),
        pages: Some(s.w.xy("contents-page", 2, 3)),
        before: Some("/documents".into()),
        after: Some("/documents".into()),
    };
    vec![draw("part", &page)]
}
