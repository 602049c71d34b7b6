//! What was understood of one text: fields to correct, its tree, its citations, what it changes, what is doubtful and where.

use super::{ENCODINGS, Source};
use crate::ground::Invalid;
use crate::ground::dates::Date;
use crate::policy::bringing::{Rewrite, Understood, encoding_name, rewrites};
use crate::policy::document::{Document, Kind, Mark};
use crate::policy::law::{self, Level, Named, Target, Wonder, amendments, counts, find, oddities, parse};
use crate::policy::mention::named;
use crate::policy::pages::eye;
use crate::policy::provision::place_label;
use crate::policy::wording::{join_article, parts};
use crate::web::{Form, W};
use std::collections::HashSet;

/// So many lines of one sort are shown; the count says how many there are.
const MOST: usize = 60;

pub(super) struct Field {
    pub id: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub options: Vec<(String, String)>,
    pub wrong: Option<String>,
    pub short: bool,
}

/// A document of the library with this number.
pub(super) struct Known {
    pub id: String,
    pub path: String,
    pub says: String,
    pub confirmed: bool,
    pub wrong: Option<String>,
}

pub(super) struct Odd {
    pub name: &'static str,
    pub word: String,
    pub lines: Vec<Rewrite>,
}

/// A line of a list: where it stands, what it is, what is to be said of it.
pub(super) struct Noted {
    pub line: String,
    pub text: String,
    pub says: String,
    /// `good`, `wait`, `now`, or nothing.
    pub state: &'static str,
}

pub(super) struct Branch {
    pub text: String,
    pub meta: String,
    pub apart: bool,
}

pub(super) struct Preview {
    pub at: usize,
    pub name: String,
    pub file: String,
    pub format: String,
    pub encoding: String,
    pub counts: Vec<String>,
    pub known: Option<Known>,
    pub fields: Vec<Field>,
    pub odd: Vec<Odd>,
    pub doubts: Vec<Noted>,
    pub doubts_heading: String,
    pub tree: Vec<Branch>,
    pub cites: Vec<Noted>,
    pub cites_heading: String,
    pub orders: Vec<Noted>,
    pub orders_heading: String,
    pub carry: bool,
    pub take: bool,
    pub text: String,
    pub rows: usize,
}

impl Preview {
    pub(super) fn of(
        w: &W,
        source: &Source,
        form: &Form,
        same: Option<&Document>,
        known: &[Document],
        with_text: &[String],
        wrong: Option<&Invalid>,
    ) -> Self {
        let text = &source.text;
        let read = parse(text);
        let mut issuers: Vec<&str> = known.iter().map(|it| it.issuer.as_str()).collect();
        issuers.dedup();
        let understood = Understood::of(text, &read, &issuers);
        let seen = form.pairs().iter().any(|(name, _)| *name == format!("number-{}", source.at));
        let word = |field: &str| wrong.and_then(|it| it.at(field)).map(|it| w.word(it));
        let fields = Fields { w, form, at: source.at, seen, same, understood: &understood, word: &word };
        let orders = amendments(text, &read);
        let this = standing_for(same, &understood);
        let (cites, cites_heading) = cites(w, text, &read, &this, known, with_text);
        let it = counts(&read);
        let numbers = [
            ("import-count-chapters", it.chapters),
            ("import-count-articles", it.articles),
            ("import-count-clauses", it.clauses),
            ("import-count-points", it.points),
            ("import-count-annexes", it.annexes),
        ];
        Self {
            at: source.at,
            name: if understood.number.is_empty() { w.t("import-unnamed") } else { this.name() },
            file: source.file.clone(),
            format: source.format.clone(),
            encoding: source.encoding.clone(),
            counts: numbers.into_iter().filter(|(key, n)| *n > 0 || *key == "import-count-articles").map(|(key, n)| w.n(key, n)).collect(),
            known: same.map(|it| Known {
                path: format!("/documents/{}", it.id),
                says: w.x(if with_text.contains(&it.id) { "import-known-text" } else { "import-known" }, it.name()),
                confirmed: form.is(&format!("into-{}", source.at), &it.id),
                wrong: word("into"),
                id: it.id.clone(),
            }),
            fields: fields.all(),
            odd: odd(w, text),
            doubts_heading: w.n("import-doubts", read.doubts.len()),
            doubts: doubts(w, text, &read),
            tree: tree(w, text, &read),
            cites,
            cites_heading,
            orders_heading: w.n("import-orders", orders.len()),
            orders: orders.iter().take(MOST).map(|it| order(text, it)).collect(),
            carry: !seen || form.ticked(&format!("carry-{}", source.at)),
            take: !seen || form.ticked(&format!("take-{}", source.at)),
            rows: text.lines().count().clamp(8, 24),
            text: text.clone(),
        }
    }

    /// What is wrong, by the field that has it.
    pub(super) fn wrongs(&self) -> Vec<(String, String)> {
        let fields = self.fields.iter().filter_map(|it| Some((it.id.clone(), it.wrong.clone()?)));
        let known = self.known.iter().filter_map(|it| Some((format!("into-{}", self.at), it.wrong.clone()?)));
        known.chain(fields).collect()
    }
}

/// The document that the text will be, for what it cites.
fn standing_for(same: Option<&Document>, it: &Understood) -> Document {
    same.cloned().unwrap_or_else(|| Document {
        id: String::new(),
        number: it.number.clone(),
        kind: it.kind.unwrap_or(Kind::Other),
        issuer: it.issuer.clone(),
        title: it.title.clone(),
        issued_on: it.issued_on.map(Date::iso),
        effective_on: it.effective_on.map(Date::iso),
        expires_on: None,
        mark: Mark::Memory,
        dates_mark: Mark::Memory,
        source: String::new(),
        checked_on: None,
        note: String::new(),
    })
}

struct Fields<'a> {
    w: &'a W,
    form: &'a Form,
    at: usize,
    seen: bool,
    same: Option<&'a Document>,
    understood: &'a Understood,
    word: &'a dyn Fn(&str) -> Option<String>,
}

impl Fields<'_> {
    fn all(&self) -> Vec<Field> {
        let (w, it) = (self.w, self.understood);
        let same = |of: fn(&Document) -> String| self.same.map(of).unwrap_or_default();
        let day = |day: Option<Date>| day.map(|it| it.to_string()).unwrap_or_default();
        let stored = |of: fn(&Document) -> &Option<String>| self.same.and_then(|it| eye(of(it).as_deref())).unwrap_or_default();
        let kinds = std::iter::once((String::new(), w.t("policy-choose")));
        let kinds = kinds.chain(Kind::ALL.into_iter().map(|kind| (kind.name().to_owned(), w.t(&kind.word())))).collect();
        let marks = [Mark::Memory, Mark::Partly, Mark::Checked].map(|mark| (mark.name().to_owned(), w.t(&mark.word()))).to_vec();
        vec![
            Field { options: kinds, ..self.one("kind", "document-kind", same(|it| it.kind.name().into()), it.kind.map_or("", Kind::name)) },
            self.one("number", "document-number", same(|it| it.number.clone()), &it.number),
            self.one("issuer", "document-issuer", same(|it| it.issuer.clone()), &it.issuer),
            self.one("title", "document-title", same(|it| it.title.clone()), &it.title),
            self.one("issued_on", "document-issued-on", stored(|it| &it.issued_on), &day(it.issued_on)),
            self.one("effective_on", "document-effective-on", stored(|it| &it.effective_on), &day(it.effective_on)),
            self.one("source", "policy-source", same(|it| it.source.clone()), ""),
            self.one("checked_on", "policy-checked-on", stored(|it| &it.checked_on), ""),
            Field { options: marks, ..self.one("mark", "policy-mark", same(|it| it.mark.name().into()), Mark::Memory.name()) },
        ]
    }

    /// What was typed; at first what the library has, and what the text says where it has nothing.
    fn one(&self, name: &'static str, label: &str, stored: String, read: &str) -> Field {
        let typed = self.form.raw(&format!("{name}-{}", self.at)).to_owned();
        let first = if stored.is_empty() { read.to_owned() } else { stored };
        let value = if self.seen && (!typed.is_empty() || read.is_empty()) { typed } else { first };
        let other = !read.is_empty() && value != read && !matches!(name, "mark" | "kind");
        Field {
            id: format!("{name}-{}", self.at),
            label: self.w.t(label),
            hint: if other { self.w.x("import-read-as", read) } else { String::new() },
            value,
            options: Vec::new(),
            wrong: (self.word)(name),
            short: matches!(name, "number" | "issued_on" | "effective_on" | "checked_on"),
        }
    }
}

fn odd(w: &W, text: &str) -> Vec<Odd> {
    let found = oddities(text);
    ENCODINGS
        .into_iter()
        .filter(|encoding| found.iter().any(|it| it.encoding == *encoding))
        .map(|encoding| {
            let (lines, count) = rewrites(text, encoding, 5);
            let name = encoding_name(encoding);
            Odd { name, word: w.n(&format!("import-odd-{name}"), count), lines }
        })
        .collect()
}

fn doubts(w: &W, text: &str, read: &law::Document) -> Vec<Noted> {
    let word = |what| match what {
        Wonder::OutOfOrder => "import-doubt-order",
        Wonder::Restarts => "import-doubt-restarts",
        Wonder::SecondD => "import-doubt-second-d",
        Wonder::OpenQuote => "import-doubt-quote",
    };
    let noted =
        |it: &law::Doubt| Noted { line: it.line.to_string(), text: brief(it.at.of(text), 90), says: w.t(word(it.what)), state: "wait" };
    read.doubts.iter().take(MOST).map(noted).collect()
}

/// Chapters and articles, each article with how much it has.
fn tree(w: &W, text: &str, read: &law::Document) -> Vec<Branch> {
    let mut out = Vec::new();
    for node in read.nodes() {
        let apart = node.level < Level::Article;
        if !matches!(
            node.level,
            Level::Attached | Level::Annex | Level::Form | Level::Part | Level::Chapter | Level::Section | Level::Article
        ) {
            continue;
        }
        let title = node.title.map(|it| it.of(text)).unwrap_or_default();
        let clauses = node.walk().iter().filter(|it| it.level == Level::Clause).count();
        let meta = if node.level == Level::Article && clauses > 0 { w.n("import-count-clauses", clauses) } else { String::new() };
        out.push(Branch { text: brief(&format!("{} {title}", node.label.of(text)), 120), meta, apart });
    }
    out
}

/// The first citations with what they resolve to, and a heading that counts all of them.
fn cites(w: &W, text: &str, read: &law::Document, this: &Document, known: &[Document], with_text: &[String]) -> (Vec<Noted>, String) {
    let mut out = Vec::new();
    let (mut all, mut unknown) = (0, 0);
    let attached: Vec<_> = read.root.children.iter().filter(|it| it.level == Level::Attached).map(|it| it.span).collect();
    let places: HashSet<[String; 3]> = parts(text, read).into_iter().map(|it| [it.article, it.clause, it.point]).collect();
    for citation in read.citations(text) {
        let within = attached.iter().position(|it| it.holds(citation.span)).map_or(0, |at| at + 1);
        let there = |target: &Target| {
            let part = |it: &Option<String>| it.as_deref().unwrap_or_default().to_lowercase();
            let here = [join_article(within, &part(&target.article)), part(&target.clause), part(&target.point)];
            find(read, target).is_some() || places.contains(&here)
        };
        for target in &citation.targets {
            all += 1;
            let place = place_of(target);
            let (says, state) = match &target.document {
                Named::This if there(target) => (w.x("import-cite-own", place), "good"),
                Named::This => (w.x("import-cite-own-missing", place), "now"),
                Named::Unknown => (w.t("import-cite-unclear"), "wait"),
                named_so => match named(named_so, this, known) {
                    Some(it) if with_text.contains(&it.id) => (together(&place, &it.name()), "good"),
                    Some(it) => (w.x("import-cite-no-text", together(&place, &it.name())), "good"),
                    None => (w.t("import-cite-not-kept"), "wait"),
                },
            };
            unknown += usize::from(state != "good");
            // Those that a person should look at come first.
            out.push(Noted { line: line_of(text, citation.span.start), text: brief(citation.span.of(text), 90), says, state });
        }
    }
    out.sort_by_key(|it| it.state == "good");
    out.truncate(MOST);
    (out, if unknown == 0 { w.n("import-cites-all", all) } else { w.nx("import-cites", all, unknown) })
}

fn together(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place} {name}") }
}

fn place_of(target: &Target) -> String {
    let part = |it: &Option<String>| it.clone().unwrap_or_default();
    let place = place_label(&part(&target.article), &part(&target.clause), &part(&target.point));
    match &target.annex {
        Some(annex) if place.is_empty() => format!("Phụ lục {annex}"),
        _ => place,
    }
}

fn order(text: &str, it: &law::Amendment) -> Noted {
    Noted { line: place_of(&it.by), text: brief(it.instruction.of(text), 140), says: place_of(&it.target), state: "" }
}

fn line_of(text: &str, at: usize) -> String {
    (text.get(..at).unwrap_or(text).bytes().filter(|&b| b == b'\n').count() + 1).to_string()
}

fn brief(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut out: String = text.chars().take(most).collect();
    out.push('…');
    out
}
