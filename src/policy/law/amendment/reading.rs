//! An order as it is heard: the verb, the phrases it quotes, the provisions it names.

use super::Deed;
use crate::policy::law::Span;
use crate::policy::law::citation::{Context, Named, Target, citations};
use crate::policy::law::label::lower;
use crate::policy::law::quotes::phrases;
use crate::policy::law::tree::{find, parse};
use unicode_normalization::is_nfc;

/// A phrase and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) old: Option<Span>,
    pub(super) new: Option<Span>,
}

/// The verb and its phrases: what provisions listed below an order share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) deed: Deed,
    pub(super) words: Vec<Words>,
}

#[derive(Clone, Debug)]
pub(super) struct Heard {
    pub(super) order: Order,
    /// The provisions that change, levels that were not said left out.
    pub(super) targets: Vec<Target>,
    /// "vào sau Điều 7"
    pub(super) after: Vec<Target>,
    /// "vào Điều 10"
    pub(super) into: Vec<Target>,
    documents: Vec<Named>,
}

impl Heard {
    /// The document it names.
    pub(super) fn document(&self) -> Option<Named> {
        self.documents.first().cloned()
    }

    /// It ends a whole document, or changes words in one.
    pub(super) fn is_whole(&self) -> bool {
        self.order.deed == Deed::Repeals && self.targets.iter().any(|it| it.article.is_none() && it.annex.is_none())
    }
}

/// The document that a title names.
pub(super) fn document_named(title: &str) -> Option<Named> {
    let found = citations(title, &Context::default());
    found.into_iter().flat_map(|it| it.targets).map(|it| it.document).find(|it| !matches!(it, Named::Unknown | Named::This))
}

/// What an order says, or `None` if it orders nothing. `given`: the order of the provision that this one is listed in.
pub(super) fn hear(text: &str, span: Span, given: Option<&Order>, quotes: bool) -> Option<Heard> {
    let said = phrases(text, span);
    let masked = masked(text, span, &said);
    let low = lower(&masked);
    let listed = || given.filter(|it| it.words.is_empty()).and_then(|it| listed(text, it.deed, &said));
    let order = order(text, &low, &said).or_else(listed).or_else(|| given.filter(|it| inherits(it, &low, quotes)).cloned())?;
    let mut heard = Heard { order, targets: Vec::new(), after: Vec::new(), into: Vec::new(), documents: Vec::new() };
    for citation in citations(&masked, &Context::default()) {
        let before = lower(masked.get(..citation.span.start).unwrap_or_default());
        let before = before.trim_end();
        for target in citation.targets {
            if target.document != Named::Unknown && !heard.documents.contains(&target.document) {
                heard.documents.push(target.document.clone());
            }
            let whole = target.article.is_none() && target.clause.is_none() && target.point.is_none() && target.annex.is_none();
            if whole && (heard.order.deed != Deed::Repeals || target.chapter.is_some() || !is_meant(before, &heard)) {
                continue;
            }
            if before.ends_with("sau") || before.ends_with("liền sau") {
                heard.after.push(target);
            } else if before.ends_with("vào") && heard.order.deed == Deed::Inserts && !heard.targets.is_empty() {
                heard.into.push(target);
            } else {
                heard.targets.push(target);
            }
        }
    }
    // A repealed document beside provisions is where they are, unless it stands alone.
    if heard.targets.iter().any(|it| it.article.is_some()) && heard.order.deed == Deed::Repeals {
        let owners: Vec<Named> = heard.targets.iter().filter(|it| it.article.is_some()).map(|it| it.document.clone()).collect();
        heard.targets.retain(|it| it.article.is_some() || !owners.contains(&it.document));
    }
    Some(heard)
}

/// Is a document named here one that ends, and not one that merely says where or when? It stands right after the verb, or in a list of
/// such.
fn is_meant(before: &str, heard: &Heard) -> bool {
    let before = before.trim_end();
    let first = before.trim_start_matches(|c: char| !c.is_alphabetic()).is_empty();
    let verb = ["bãi bỏ", "hủy bỏ", "huỷ bỏ", "toàn bộ", "bãi bỏ các", "sau đây:", "sau:"].iter().any(|it| before.ends_with(it));
    let listed = before.ends_with([',', ';']) || before.ends_with(" và");
    first || verb || (listed && heard.targets.iter().any(|it| it.article.is_none()))
}

/// Does a listed provision share the order above it? It names a place first, or quotes the new text.
fn inherits(order: &Order, low: &str, quotes: bool) -> bool {
    let place = ["khoản", "điểm", "điều", "các ", "chương", "mục", "phụ lục", "nghị định", "thông tư", "quyết định", "luật", "tại "];
    let named = place.iter().any(|it| low.trim_start().starts_with(it));
    named && (quotes || !matches!(order.deed, Deed::Amends | Deed::Inserts | Deed::AmendsPart | Deed::Renames))
}

/// The text with its quoted phrases blank, so that nothing in them is heard.
fn masked(text: &str, span: Span, quoted: &[Span]) -> String {
    let mut out = String::new();
    let mut at = span.start;
    for phrase in quoted {
        out.push_str(text.get(at..phrase.start).unwrap_or_default());
        out.extend(std::iter::repeat_n('_', phrase.end.saturating_sub(phrase.start)));
        at = phrase.end;
    }
    out.push_str(text.get(at..span.end).unwrap_or_default());
    out
}

/// The verb, from text in small letters.
fn order(text: &str, low: &str, quoted: &[Span]) -> Option<Order> {
    let low = low.trim_start_matches(|c: char| !c.is_alphabetic());
    let begins = |verbs: &[&str]| verbs.iter().any(|verb| low.starts_with(verb));
    let passive = low.contains("được sửa đổi") && low.ends_with(':') || low.contains("được bổ sung") && low.ends_with(':');
    let worded = !quoted.is_empty() && (low.contains("từ") || low.contains("đoạn"));
    if worded && begins(&["thay thế", "thay", "sửa", "bổ sung", "bỏ", "bãi bỏ", "xóa", "xoá", "thêm"]) && !low.ends_with("như sau:")
    {
        return words(text, low, quoted);
    }
    let plain = |deed| Some(Order { deed, words: Vec::new() });
    if low.contains("cụm từ") && low.ends_with(':') {
        // The phrases are listed below.
        if begins(&["thay thế", "thay", "sửa"]) {
            return plain(Deed::ReplacesWords);
        }
        if begins(&["bỏ", "bãi bỏ", "xóa", "xoá"]) {
            return plain(Deed::DropsWords);
        }
    }
    if begins(&["bãi bỏ", "hủy bỏ", "huỷ bỏ"]) {
        return plain(Deed::Repeals);
    }
    if begins(&["sửa đổi", "sửa", "thay thế"]) || (passive && !low.contains("được bổ sung")) || (passive && low.contains("được sửa đổi"))
    {
        let named = ["sửa đổi tên", "sửa đổi, bổ sung tên", "sửa tên", "thay thế tên"].iter().any(|it| low.starts_with(it));
        let part = ["đoạn", "câu", "tiêu đề của", "gạch đầu dòng", "dấu"].iter().any(|it| low.split(' ').take(7).any(|word| word == *it));
        return plain(if named {
            Deed::Renames
        } else if part {
            Deed::AmendsPart
        } else {
            Deed::Amends
        });
    }
    if begins(&["bổ sung", "thêm"]) || passive {
        return plain(Deed::Inserts);
    }
    None
}

fn words(text: &str, low: &str, quoted: &[Span]) -> Option<Order> {
    let between = |one: &Span, other: &Span| lower(text.get(one.end..other.start).unwrap_or_default());
    let adds = low.starts_with("bổ sung") || low.starts_with("thêm");
    let drops = low.starts_with("bỏ") || low.starts_with("bãi bỏ") || low.starts_with("xóa") || low.starts_with("xoá");
    if drops {
        let words = quoted.iter().map(|it| Words { old: Some(*it), new: None }).collect();
        return Some(Order { deed: Deed::DropsWords, words });
    }
    if adds {
        let (new, anchor) = (quoted.first()?, quoted.get(1)?);
        let place = between(new, anchor);
        let deed = if place.contains("trước") { Deed::AddsWordsBefore } else { Deed::AddsWordsAfter };
        let behind = place.contains("sau") || place.contains("trước");
        return behind.then(|| Order { deed, words: vec![Words { old: Some(*anchor), new: Some(*new) }] });
    }
    // "thay thế cụm từ A bằng cụm từ B", several times over.
    let mut words = Vec::new();
    for pair in quoted.windows(2) {
        let [old, new] = pair else { continue };
        let joint = between(old, new);
        if joint.contains("bằng") || joint.contains("thành") {
            words.push(Words { old: Some(*old), new: Some(*new) });
        }
    }
    (!words.is_empty()).then_some(Order { deed: Deed::ReplacesWords, words })
}

/// A phrase in a list below "Thay thế các cụm từ sau:".
fn listed(text: &str, deed: Deed, quoted: &[Span]) -> Option<Order> {
    match deed {
        Deed::ReplacesWords => words(text, "thay", quoted),
        Deed::DropsWords => words(text, "bỏ", quoted),
        _ => None,
    }
}

/// Might it order anything? Most provisions do not, and are not looked at further.
pub(super) fn speaks(said: &str) -> bool {
    const VERBS: [&str; 12] =
        ["ửa đổi", "ổ sung", "ãi bỏ", "hay thế", "hay cụm", "hay từ", "ỏ cụm", "ủy bỏ", "uỷ bỏ", "óa cụm", "oá cụm", "hêm cụm"];
    VERBS.iter().any(|it| said.contains(it))
        || (!is_nfc(said) && VERBS.iter().any(|it| lower(said).contains(it)))
        || said.contains("Đ") && {
            // In capitals.
            ["ỬA ĐỔI", "Ổ SUNG", "ÃI BỎ", "HAY THẾ"].iter().any(|it| said.contains(it))
        }
}

/// Orders without a quoted text: by lines, and by semicolons after which a verb stands.
pub(super) fn sentences(text: &str, span: Span) -> Vec<Span> {
    let quoted = phrases(text, span);
    let mut out = Vec::new();
    let mut start = span.start;
    for (at, c) in span.of(text).char_indices() {
        let at = span.start + at;
        if quoted.iter().any(|it| it.start <= at && at < it.end) {
            continue;
        }
        if !matches!(c, '\n' | ';' | '.') {
            continue;
        }
        let after = text.get(at + c.len_utf8()..span.end).unwrap_or_default();
        let head: String = after.trim_start().chars().take(24).collect();
        let head = lower(&head);
        let verb = || {
            let verbs = ["sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "thay cụm", "hủy bỏ", "huỷ bỏ", "bỏ cụm", "thay từ", "bỏ từ"];
            verbs.iter().any(|it| head.starts_with(it))
        };
        if c == '\n' || verb() {
            out.push(Span::new(start, at).trimmed(text));
            start = at + c.len_utf8();
        }
    }
    out.push(Span::new(start, span.end).trimmed(text));
    out.retain(|it| !it.is_empty());
    out
}

/// What of a quoted text is for this target: all of it if it stands alone.
pub(super) fn part(text: &str, inner: Span, target: &Target, several: bool) -> Option<Span> {
    if !several {
        return Some(inner);
    }
    // Clauses and points are read below an article of their own.
    let lead = match (&target.article, &target.clause, &target.point) {
        (_, Some(_), Some(_)) => "Điều 1.\n1.\n",
        (_, Some(_), None) | (Some(_), None, Some(_)) => "Điều 1.\n",
        _ => "",
    };
    let quoted = format!("{lead}{}", inner.of(text));
    let document = parse(&quoted);
    let one = || Some("1".to_owned());
    let sought = match (&target.clause, &target.point) {
        (Some(_), Some(point)) => Target { article: one(), clause: one(), point: Some(point.clone()), ..Target::default() },
        (Some(clause), None) => Target { article: one(), clause: Some(clause.clone()), ..Target::default() },
        (None, Some(point)) => Target { article: one(), point: Some(point.clone()), ..Target::default() },
        (None, None) => Target { article: target.article.clone(), ..Target::default() },
    };
    let node = find(&document, &sought).filter(|it| it.span.start >= lead.len())?;
    Some(Span::new(inner.start + node.span.start - lead.len(), inner.start + node.span.end - lead.len()).trimmed(text))
}
