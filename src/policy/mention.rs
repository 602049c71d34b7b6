//! Who cites whom: the citations of a text, resolved to documents of the library. Pure.

use super::citing::fold_number;
use super::document::{Document, Kind};
use super::law::{self, Named, Target, same_number};
use super::wording::join_article;
use crate::ground::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A provision that cites another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mention {
    #[serde(default)]
    pub article: String,
    #[serde(default)]
    pub clause: String,
    #[serde(default)]
    pub point: String,
    /// The document cited, where the library has it.
    #[serde(default)]
    pub to_id: Option<String>,
    /// Its number as it is compared, for when the library gets it.
    #[serde(default)]
    pub to_number: String,
    #[serde(default)]
    pub to_article: String,
    #[serde(default)]
    pub to_clause: String,
    #[serde(default)]
    pub to_point: String,
}

/// What a document's text cites, each place once.
#[must_use]
pub fn mentions(text: &str, read: &law::Document, this: &Document, known: &[Document]) -> Vec<Mention> {
    let mut seen = HashSet::new();
    let places = read.provisions();
    let attached: Vec<_> = read.root.children.iter().filter(|it| it.level == law::Level::Attached).map(|it| it.span).collect();
    let mut out = Vec::new();
    for citation in read.citations(text) {
        let at = places.iter().rev().find(|(_, node)| node.span.holds(citation.span)).map(|it| &it.0);
        let part = |one: fn(&Target) -> &Option<String>| at.and_then(|it| one(it).clone()).unwrap_or_default().to_lowercase();
        let within = attached.iter().position(|it| it.holds(citation.span)).map_or(0, |at| at + 1);
        for target in &citation.targets {
            let to = if target.document == Named::This { Some(this) } else { named(&target.document, this, known) };
            let to_number = match &target.document {
                Named::Number { number, .. } => fold_number(number),
                _ => to.map(|it| fold_number(&it.number)).unwrap_or_default(),
            };
            if to_number.is_empty() {
                continue;
            }
            let of = |it: &Option<String>| it.as_deref().unwrap_or_default().to_lowercase();
            // What stands in a text issued with the document speaks of that text.
            let to_within = if target.document == Named::This { within } else { 0 };
            let mention = Mention {
                article: join_article(within, &part(|it| &it.article)),
                clause: part(|it| &it.clause),
                point: part(|it| &it.point),
                to_id: to.map(|it| it.id.clone()),
                to_number,
                to_article: join_article(to_within, &of(&target.article)),
                to_clause: of(&target.clause),
                to_point: of(&target.point),
            };
            let itself = mention.to_id.as_ref() == Some(&this.id) && (mention.to_article.is_empty() || own(&mention));
            if !itself && seen.insert(mention.clone()) {
                out.push(mention);
            }
        }
    }
    out
}

/// "khoản này", "điểm a khoản này": a provision that speaks of itself cites nobody.
fn own(it: &Mention) -> bool {
    it.article == it.to_article && (it.to_clause.is_empty() || it.clause == it.to_clause)
}

/// The document of the library that a text of `this` names; of several of one number, the last issued before it.
#[must_use]
pub fn named<'a>(named: &Named, this: &Document, known: &'a [Document]) -> Option<&'a Document> {
    let fits = |it: &&Document| match named {
        Named::This | Named::Unknown => false,
        Named::Number { kind, number } => same_number(number, &it.number) && kind.is_none_or(|kind| alike(kind, it.kind)),
        Named::Short { kind, number, year } => {
            let own = fold_number(&it.number);
            own.split('/').next() == Some(number.trim_start_matches('0')) && alike(*kind, it.kind) && same_year(*year, it)
        }
        Named::Title { kind, name, year } => {
            alike(*kind, it.kind) && same_year(*year, it) && {
                let (name, title) = (fold(name), fold(&it.title));
                let bare = name.trim_start_matches("luat ").trim_start_matches("bo luat ");
                title == name || title.trim_start_matches("luat ") == bare
            }
        }
    };
    let before = |it: &&Document| it.issued_on.is_none() || this.issued_on.is_none() || it.issued_on <= this.issued_on;
    let mut found: Vec<&Document> = known.iter().filter(fits).collect();
    if found.iter().any(before) {
        found.retain(before);
    }
    found.into_iter().max_by(|a, b| a.issued_on.cmp(&b.issued_on))
}

fn alike(wanted: Kind, is: Kind) -> bool {
    wanted == is || is == Kind::Other || wanted == Kind::Other || (wanted, is) == (Kind::Circular, Kind::JointCircular)
}

fn same_year(year: Option<u16>, it: &Document) -> bool {
    year.is_none_or(|year| {
        it.year() == i16::try_from(year).ok() || it.issued_on.as_deref().is_some_and(|day| day.starts_with(&year.to_string()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::document::Mark;
    use crate::policy::law::parse;

    fn document(id: &str, kind: Kind, number: &str, title: &str, issued_on: &str) -> Document {
        Document {
            id: id.into(),
            number: number.into(),
            kind,
            issuer: String::new(),
            title: title.into(),
            issued_on: Some(issued_on.into()),
            effective_on: None,
            expires_on: None,
            mark: Mark::Memory,
            dates_mark: Mark::Memory,
            source: String::new(),
            checked_on: None,
            note: String::new(),
        }
    }

    #[test]
    fn citations_are_resolved_to_what_was_there_when_they_were_written() {
        let this = document("this", Kind::Decision, "41/2016/QĐ-TTg", "", "2016-10-10");
        let known = [
            this.clone(),
            document("luat-2013", Kind::Law, "45/2013/QH13", "Luật Đất đai", "2013-11-29"),
            document("luat-2024", Kind::Law, "31/2024/QH15", "Luật Đất đai", "2024-01-18"),
            document("nd", Kind::Decree, "27/2014/NĐ-CP", "", "2014-04-19"),
        ];
        let text = "QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế quản lý.\nĐiều 2. Hiệu lực\n\
            1. Theo Điều 5 Luật Đất đai và khoản 2 Điều 7 Nghị định số 27/2014/NĐ-CP.\n2. Theo khoản 1 Điều này và Thông tư số 99/2016/TT-BTC.\n\
            THỦ TƯỚNG\nNguyễn Văn A\nQUY CHẾ\nQuản lý\n(Ban hành kèm theo Quyết định số 41/2016/QĐ-TTg)\nĐiều 1. Phạm vi\n1. Một theo Điều 2.\n\
            Điều 2. Đối tượng\nMọi người.\n";
        let said = |it: &Mention| {
            let from = [it.article.as_str(), &it.clause].join(".");
            format!("{from} → {} {}.{}", it.to_id.as_deref().unwrap_or(&it.to_number), it.to_article, it.to_clause)
        };
        let all: Vec<String> = mentions(text, &parse(text), &this, &known).iter().map(said).collect();
        for expected in ["2.1 → luat-2013 5.", "2.1 → nd 7.2", "2.2 → this 2.1", "2.2 → 99/2016/tt-btc .", "kt1.1 → this kt2."] {
            assert!(all.contains(&expected.to_owned()), "{expected}: {all:?}");
        }
    }
}
