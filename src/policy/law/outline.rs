//! A document as a person checks it by eye: its tree, its counts, its citations with what they resolved to.

use super::amendment::{Amendment, amendments};
use super::citation::{Named, Target};
use super::tree::{Document, Level, Node, Wonder, find};
use super::{Span, is_blank};
use serde::Serialize;
use std::fmt::Write as _;

/// How many of each. Annexes are whole: what they number is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub parts: usize,
    pub chapters: usize,
    pub sections: usize,
    pub subsections: usize,
    pub articles: usize,
    pub clauses: usize,
    pub points: usize,
    pub annexes: usize,
    pub bases: usize,
}

/// Counts what a document has.
#[must_use]
pub fn counts(document: &Document) -> Counts {
    let mut counts = Counts::default();
    for node in document.nodes() {
        let count = match node.level {
            Level::Part => &mut counts.parts,
            Level::Chapter => &mut counts.chapters,
            Level::Section => &mut counts.sections,
            Level::Subsection => &mut counts.subsections,
            Level::Article => &mut counts.articles,
            Level::Clause => &mut counts.clauses,
            Level::Point => &mut counts.points,
            Level::Annex => &mut counts.annexes,
            Level::Basis => &mut counts.bases,
            _ => continue,
        };
        *count += 1;
    }
    counts
}

/// The tree, the counts, what it changes, the citations, the doubts: lines of text.
#[must_use]
pub fn outline(text: &str, document: &Document) -> String {
    let mut out = String::new();
    front(text, document, &mut out);
    tree(text, &document.root, 0, &mut out);
    let it = counts(document);
    line(
        &mut out,
        &format!(
            "\n{} phần · {} chương · {} mục · {} tiểu mục · {} điều · {} khoản · {} điểm · {} phụ lục · {} căn cứ",
            it.parts, it.chapters, it.sections, it.subsections, it.articles, it.clauses, it.points, it.annexes, it.bases
        ),
    );
    for amendment in amendments(text, document) {
        line(&mut out, &change(text, &amendment));
    }
    let citations = document.citations(text);
    line(&mut out, &format!("\nViện dẫn · Citations: {}", citations.len()));
    for citation in &citations {
        let targets: Vec<String> = citation.targets.iter().map(|target| said(document, target)).collect();
        line(
            &mut out,
            &format!("  {}: {} → {}", super::line_of(text, citation.span.start), brief(citation.span.of(text), 90), targets.join(" | ")),
        );
    }
    if !document.doubts.is_empty() {
        line(&mut out, &format!("\nCần xem lại · To look at: {}", document.doubts.len()));
    }
    for doubt in &document.doubts {
        line(&mut out, &format!("  {}: {} · {}", doubt.line, wonder(doubt.what), brief(doubt.at.of(text), 70)));
    }
    out
}

fn front(text: &str, document: &Document, out: &mut String) {
    let front = &document.front;
    let mut say = |name: &str, span: Option<Span>| {
        if let Some(span) = span {
            line(out, &format!("{name}: {}", brief(span.of(text), 160)));
        }
    };
    say("Cơ quan ban hành", front.issuer);
    say("Số", front.number_at);
    say("Nơi", front.place);
    say("Tên", front.title);
    say("Chức danh người ký", document.signer.map(|it| it.role));
    say("Người ký", document.signer.and_then(|it| it.name));
    if let (Some(kind), date) = (front.kind, front.date) {
        let date = date.map_or_else(String::new, |(year, month, day)| format!(", {day}/{month}/{year}"));
        line(out, &format!("Loại: {}{date}", kind.title()));
    }
}

fn tree(text: &str, node: &Node, depth: usize, out: &mut String) {
    let name = node.label.of(text).trim_matches(is_blank);
    let said = node.title.unwrap_or_else(|| node.said(text)).of(text);
    let shown = match node.level {
        Level::Document => None,
        Level::Clause | Level::Point | Level::Basis => Some(brief(said, 60)),
        _ => Some(brief(said, 110)),
    };
    if let Some(shown) = shown {
        let name = if name.is_empty() { format!("[{}]", level_name(node.level)) } else { brief(name, 60) };
        line(out, &format!("{}{name} {shown}", "  ".repeat(depth)));
    }
    for child in &node.children {
        tree(text, child, depth + usize::from(node.level != Level::Document), out);
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Heading => "phần đầu",
        Level::Basis => "căn cứ",
        Level::Enactment => "ban hành",
        Level::Signature => "chữ ký",
        Level::Recipients => "nơi nhận",
        _ => "",
    }
}

fn change(text: &str, amendment: &Amendment) -> String {
    let mut out = format!("  ± {:?} {}", amendment.deed, label(&amendment.target));
    for (name, span) in [("cũ", amendment.old_phrase), ("mới", amendment.new_phrase), ("nội dung", amendment.new_text)] {
        if let Some(span) = span {
            let _ = write!(out, " · {name}: {}", brief(span.of(text), 60));
        }
    }
    out
}

fn wonder(what: Wonder) -> &'static str {
    match what {
        Wonder::OutOfOrder => "sai thứ tự · out of order",
        Wonder::Restarts => "đánh số lại từ đầu, để nguyên · numbering restarts, left as text",
        Wonder::SecondD => "d) lần hai, hiểu là đ) · second d) read as đ)",
        Wonder::OpenQuote => "ngoặc kép chưa đóng · quotation never closed",
    }
}

/// What a citation resolved to: a place in this document that is there or is not, or a place elsewhere.
fn said(document: &Document, target: &Target) -> String {
    let found = match target.document {
        Named::This if find(document, target).is_some() => " ✓",
        Named::This => " ✗ không có trong văn bản này",
        _ => "",
    };
    format!("{}{found}", label(target))
}

/// "điểm a khoản 2 Điều 7 27/2022/NĐ-CP"
fn label(target: &Target) -> String {
    let parts = [("điểm", &target.point), ("khoản", &target.clause), ("Điều", &target.article), ("Phụ lục", &target.annex)];
    let mut words: Vec<String> =
        parts.iter().filter_map(|(word, number)| number.as_ref().map(|number| format!("{word} {number}"))).collect();
    if target.article.is_none() {
        words.extend(target.section.iter().map(|number| format!("Mục {number}")));
        words.extend(target.chapter.iter().map(|number| format!("Chương {number}")));
    }
    words.push(match &target.document {
        Named::This => "văn bản này".to_owned(),
        Named::Number { kind, number } => format!("{} {number}", kind.map_or("Văn bản", crate::policy::document::Kind::title)),
        Named::Short { kind, number, year } => format!("{} {number}{}", kind.title(), year.map_or_else(String::new, |it| format!("/{it}"))),
        Named::Title { name, year, .. } => format!("{name}{}", year.map_or_else(String::new, |it| format!(" {it}"))),
        Named::Unknown => "?".to_owned(),
    });
    words.join(" ")
}

fn brief(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut out: String = text.chars().take(most).collect();
    out.push('…');
    out
}

fn line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
