//! Line by line: what it opens, whether that may be believed where it stands, and where it hangs.

use super::front::{self, Front};
use super::{Document, Doubt, Level, Node, Wonder};
use crate::policy::law::label::{Label, POINTS, is_capitals, label, roman};
use crate::policy::law::lines::{Sort, is_row, lines, sort};
use crate::policy::law::quotes::block;
use crate::policy::law::{Span, is_blank};

/// A text with more quotations left open than this is no longer searched for their ends: each search may go through all of it.
const OPEN_QUOTES: usize = 50;

pub(super) fn build(text: &str) -> Document {
    let lines = lines(text);
    let mut left_open = 0;
    let mut builder = Builder::new(text, &lines);
    let mut at = 0;
    while let Some(&line) = lines.get(at) {
        builder.line(line);
        at += 1;
        if left_open > OPEN_QUOTES {
            continue;
        }
        match block(text, &lines, at - 1) {
            Ok(Some(block)) => {
                builder.quotes.push(block.span);
                at = block.last + 1;
            }
            Ok(None) => {}
            Err(place) => {
                left_open += 1;
                builder.doubt(Span::new(place, line.end), Wonder::OpenQuote);
            }
        }
    }
    builder.done()
}

/// A node that is still open.
struct Growing {
    node: Node,
    /// The number of its last child that is a clause or a point, for their order.
    last: Option<(u32, String)>,
}

/// Which part of the document is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Front,
    Body,
    /// Past a signature or the recipients.
    End,
    Annex,
}

struct Builder<'a> {
    text: &'a str,
    open: Vec<Growing>,
    zone: Zone,
    /// It has articles; otherwise `I.` and `1.` are its structure.
    articles: bool,
    /// The number of the last article.
    article: u32,
    /// Front matter is there: a heading or bases.
    front: bool,
    quotes: Vec<Span>,
    doubts: Vec<Doubt>,
    lines_before: (usize, usize),
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, lines: &[Span]) -> Self {
        let articles = lines.iter().any(|line| label(line.of(text)).is_some_and(|it| it.level == Level::Article && it.firm));
        let front = lines
            .iter()
            .map(|line| line.of(text))
            .filter(|line| !line.trim_matches(is_blank).is_empty())
            .take(60)
            .take_while(|line| label(line).is_none_or(|it| it.level > Level::Article))
            .any(front::is_mark);
        let open = vec![Growing { node: root(text), last: None }];
        Self { text, open, zone: Zone::Front, articles, article: 0, front, quotes: Vec::new(), doubts: Vec::new(), lines_before: (0, 1) }
    }

    fn line(&mut self, line: Span) {
        let here = line.of(self.text);
        if here.trim_matches(is_blank).is_empty() {
            return;
        }
        let label = if is_row(here) { None } else { label(here).or_else(|| self.roman(here)) };
        if let Some(label) = label {
            if self.zone != Zone::Annex
                && let Some(level_and_number) = self.believe(&label, line)
            {
                let article = level_and_number.0 == Level::Article;
                let rest = Span::new(line.start + label.end, line.end);
                self.start(level_and_number, line, rest.start);
                if article {
                    self.first_clause(rest);
                }
                return;
            }
            if self.zone != Zone::Front {
                return;
            }
        }
        // A row may hold the signature; an annex begins in none.
        let sort = sort(here);
        let kept = !is_row(here) || matches!(sort, Sort::Signature | Sort::Recipients);
        self.plain(line, if kept { sort } else { Sort::Plain });
    }

    /// `Điều 2. 1. Nhà nước …`: the first clause in the line of its article.
    fn first_clause(&mut self, rest: Span) {
        let here = rest.trimmed(self.text);
        let first = label(here.of(self.text)).filter(|it| it.level == Level::Clause && it.firm && it.number == "1");
        if let Some(first) = first
            && let Some(level_and_number) = self.believe(&first, here)
        {
            self.start(level_and_number, here, here.start + first.end);
        }
    }

    /// `I. …` where there are no articles.
    fn roman(&self, line: &str) -> Option<Label> {
        if self.articles || self.zone == Zone::Annex {
            return None;
        }
        let shift = line.len() - line.trim_start_matches(is_blank).len();
        let (number, rest) = line.trim_start_matches(is_blank).split_once('.')?;
        let sound =
            number.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && roman(number).is_some() && rest.starts_with([' ', '\t', '\u{A0}']);
        sound.then(|| Label { level: Level::Section, number: number.to_owned(), end: shift + number.len() + 1, firm: true })
    }

    /// Is the label a part of the structure, here? Its level and number if so.
    fn believe(&mut self, label: &Label, line: Span) -> Option<(Level, String)> {
        let digits: u32 = label.number.trim_end_matches(char::is_alphabetic).parse().unwrap_or(0);
        let number = label.number.clone();
        match label.level {
            Level::Clause => {
                let place = self.open.iter().rposition(|it| it.node.level == Level::Article).or_else(|| self.loose_place())?;
                let last = self.open.get(place).and_then(|it| it.last.clone());
                let sound = match &last {
                    None => label.firm || digits == 1,
                    Some((before, _)) if !label.firm => digits == before + 1,
                    Some((before, name)) => (digits > *before && digits <= before + 20) || (digits == *before && number > *name),
                };
                if !sound {
                    if label.firm {
                        self.doubt(line, Wonder::Restarts);
                    }
                    return None;
                }
                let before = last.map_or(0, |(before, _)| before);
                if digits > before + 1 {
                    self.doubt(line, Wonder::OutOfOrder);
                }
                self.note(place, digits, &number);
                Some((Level::Clause, number))
            }
            Level::Point => self.believe_point(label, line),
            Level::Article => {
                if !label.firm && digits != self.article + 1 {
                    return None;
                }
                let lettered = number.ends_with(char::is_alphabetic);
                if digits != self.article + 1 && !(lettered && digits == self.article) && self.article > 0 {
                    self.doubt(line, Wonder::OutOfOrder);
                }
                self.article = digits;
                Some((Level::Article, number))
            }
            _ if label.firm || self.zone != Zone::Front => Some((label.level, number)),
            _ => None,
        }
    }

    /// Where clauses hang when there are no articles: the innermost section, or the document itself.
    fn loose_place(&self) -> Option<usize> {
        if self.articles {
            return None;
        }
        self.open.iter().rposition(|it| it.node.level <= Level::Subsection && !it.node.level.is_flat())
    }

    fn believe_point(&mut self, label: &Label, line: Span) -> Option<(Level, String)> {
        let place = self.open.iter().rposition(|it| matches!(it.node.level, Level::Clause | Level::Article))?;
        let index = |number: &str| number.chars().next().and_then(|c| POINTS.chars().position(|it| it == c)).unwrap_or(0);
        let last =
            self.open.get(place).and_then(|it| it.last.clone()).map(|(_, name)| name).filter(|it| it.starts_with(char::is_alphabetic));
        let mut number = label.number.clone();
        let next = last.as_deref().map_or_else(|| number == "a", |last| follows(last, &number));
        if !next && last.as_deref() == Some("d") && number == "d" {
            "đ".clone_into(&mut number);
            self.doubt(line, Wonder::SecondD);
        } else if !next {
            if !label.firm {
                return None;
            }
            let later =
                last.as_deref().is_some_and(|last| index(last) < index(&number) || last == number.trim_end_matches(char::is_numeric));
            if !later || last.is_none() {
                self.doubt(line, Wonder::OutOfOrder);
            }
        }
        let value = u32::try_from(index(&number)).unwrap_or(0);
        self.note(place, value, &number);
        Some((Level::Point, number))
    }

    fn note(&mut self, place: usize, value: u32, number: &str) {
        if let Some(parent) = self.open.get_mut(place) {
            parent.last = Some((value, number.to_owned()));
        }
    }

    fn start(&mut self, (level, number): (Level, String), line: Span, label_end: usize) {
        if self.zone == Zone::Front || self.zone == Zone::End {
            self.zone = Zone::Body;
        }
        let label = Span::new(line.start, label_end).trimmed(self.text);
        self.push(level, number, label, line.start);
    }

    fn push(&mut self, level: Level, number: String, label: Span, start: usize) {
        while self.open.len() > 1 && self.open.last().is_some_and(|it| it.node.level.is_flat() || it.node.level.depth() >= level.depth()) {
            self.close(start);
        }
        if let Some(parent) = self.open.last_mut()
            && parent.node.children.is_empty()
        {
            parent.node.own.end = start;
        }
        let own = Span::new(start, start);
        let node = Node { level, number, label, title: None, own, span: own, children: Vec::new() };
        self.open.push(Growing { node, last: None });
    }

    fn close(&mut self, end: usize) {
        let Some(mut done) = self.open.pop() else { return };
        done.node.span.end = end;
        if done.node.children.is_empty() {
            done.node.own.end = end;
        }
        done.node.title = front::title(self.text, &done.node);
        if let Some(parent) = self.open.last_mut() {
            parent.node.children.push(done.node);
        }
    }

    fn level(&self) -> Level {
        self.open.last().map_or(Level::Document, |it| it.node.level)
    }

    /// A line that no label opens.
    fn plain(&mut self, line: Span, sort: Sort) {
        let here = line.of(self.text);
        let empty = Span::new(line.start, line.start);
        match (self.zone, sort) {
            (Zone::Front, Sort::Annex | Sort::Form) if self.level() == Level::Document => self.annex(line, sort),
            (Zone::Front, _) if !self.front => {}
            (Zone::Front, Sort::Basis) => self.push(Level::Basis, String::new(), empty, line.start),
            (Zone::Front, _) => {
                let small = here.trim_start_matches(is_blank).starts_with(char::is_lowercase);
                match self.level() {
                    Level::Document => self.push(Level::Heading, String::new(), empty, line.start),
                    Level::Basis if !small => self.push(Level::Enactment, String::new(), empty, line.start),
                    Level::Heading if !self.articles && here.trim_end().ends_with('.') && here.len() > 150 => {
                        self.push(Level::Enactment, String::new(), empty, line.start);
                    }
                    _ => {}
                }
            }
            (Zone::Body | Zone::End, Sort::Recipients) => {
                self.zone = Zone::End;
                self.push(Level::Recipients, String::new(), empty, line.start);
            }
            (Zone::Body | Zone::End, Sort::Signature) => {
                self.zone = Zone::End;
                if self.level() != Level::Signature {
                    self.push(Level::Signature, String::new(), empty, line.start);
                }
            }
            (Zone::Body, Sort::Annex) if is_capitals(here) && here.len() < 80 => self.annex(line, sort),
            (Zone::End | Zone::Annex, Sort::Annex | Sort::Form) => self.annex(line, sort),
            (Zone::End, Sort::Attached) if self.level() != Level::Attached => {
                self.article = 0;
                let whole = line.trimmed(self.text);
                self.push(Level::Attached, String::new(), whole, line.start);
            }
            _ => {}
        }
    }

    fn annex(&mut self, line: Span, sort: Sort) {
        self.zone = Zone::Annex;
        let level = if sort == Sort::Form { Level::Form } else { Level::Annex };
        let (number, end) = front::annex_number(line.of(self.text));
        let label = Span::new(line.start, line.start + end).trimmed(self.text);
        self.push(level, number, label, line.start);
    }

    fn doubt(&mut self, at: Span, what: Wonder) {
        // Lines are counted once, going forward.
        let (from, count) = self.lines_before;
        if at.start >= from {
            let more = self.text.get(from..at.start).unwrap_or_default().bytes().filter(|&b| b == b'\n').count();
            self.lines_before = (at.start, count + more);
        }
        self.doubts.push(Doubt { line: self.lines_before.1, at: at.trimmed(self.text), what });
    }

    fn done(mut self) -> Document {
        while self.open.len() > 1 {
            self.close(self.text.len());
        }
        let mut root = self.open.pop().map_or_else(|| root(self.text), |it| it.node);
        if root.children.is_empty() {
            root.own.end = self.text.len();
        }
        let front = Front::read(self.text, &root);
        let signer = front::signer(self.text, &root);
        let recipients = front::recipients(self.text, &root);
        Document { front, root, signer, recipients, quotes: self.quotes, doubts: self.doubts }
    }
}

fn root(text: &str) -> Node {
    let (number, nothing) = (String::new(), Span::default());
    Node { level: Level::Document, number, label: nothing, title: None, own: nothing, span: Span::new(0, text.len()), children: Vec::new() }
}

fn follows(last: &str, number: &str) -> bool {
    const PLAIN: &str = "abcdđeghiklmnopqrstuvxy";
    let next = |order: &str| {
        let mut letters = order.chars().map(String::from).skip_while(|it| it != last);
        letters.next().is_some() && letters.next().is_some_and(|it| it == number)
    };
    next(PLAIN) || next(POINTS)
}
