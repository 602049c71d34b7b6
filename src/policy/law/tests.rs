//! Small documents for every construct, random texts, and the real ones where they are at hand.

mod amending;
mod citing;
mod random;
mod reading;
mod real;
mod trees;

use super::{Document, Level, Node, parse};

/// Reads, and holds the tree to its promise.
fn read(text: &str) -> Document {
    let document = parse(text);
    whole(text, &document);
    document
}

/// Nothing is lost, nothing twice: the leaves are the text, children lie in their parents side by side.
fn whole(text: &str, document: &Document) {
    let together: String = document.leaves().into_iter().map(|leaf| leaf.of(text)).collect();
    assert_eq!(together, text);
    nested(&document.root);
}

fn nested(node: &Node) {
    let mut at = node.own.end;
    assert_eq!(node.own.start, node.span.start);
    for child in &node.children {
        assert_eq!(child.span.start, at, "{node:?}");
        at = child.span.end;
        nested(child);
    }
    assert_eq!(at, node.span.end);
}

/// The nodes that have a number, as people say them: `D7a K2 Pđ`.
fn said(document: &Document) -> String {
    let names = document.nodes().into_iter().filter_map(|node| {
        let sign = match node.level {
            Level::Part => "Ph",
            Level::Chapter => "C",
            Level::Section => "M",
            Level::Subsection => "T",
            Level::Article => "D",
            Level::Clause => "K",
            Level::Point => "P",
            Level::Annex => "PL",
            Level::Form => "Mau",
            Level::Attached => "Kem",
            Level::Signature => "Ky",
            Level::Recipients => "Noi",
            Level::Document | Level::Heading | Level::Basis | Level::Enactment => return None,
        };
        Some(format!("{sign}{}", node.number))
    });
    names.collect::<Vec<_>>().join(" ")
}
