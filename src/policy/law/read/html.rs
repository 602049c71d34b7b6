//! HTML as lines: blocks begin lines, rows have their cells parted by tabs, lists have the numbers a reader sees. Scripts and styles go.
//!
//! Pages of law in the wild are hardly ever well formed; this reads tags as they come and needs none to be closed.

/// Does it look like a page?
pub(super) fn is_html(text: &str) -> bool {
    let head: String = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').chars().take(1000).collect();
    let head = head.to_ascii_lowercase();
    let opens = ["<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<table", "<?xml", "<!--", "<span", "<h1"];
    opens.iter().any(|it| head.starts_with(it)) || head.contains("<html") || head.contains("<body")
}

pub(super) fn read(page: &str) -> String {
    let mut reader = Reader::default();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        reader.text(before);
        let Some(tag) = Tag::read(from) else {
            reader.text("<");
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = from.get(tag.length..).unwrap_or_default();
        if !tag.closes && matches!(tag.name.as_str(), "script" | "style" | "title" | "noscript" | "template") {
            let close = format!("</{}", tag.name);
            let end = find_ignoring_case(rest, &close).unwrap_or(rest.len());
            rest = rest.get(end..).unwrap_or_default();
            continue;
        }
        reader.tag(&tag);
    }
    reader.text(rest);
    reader.line();
    reader.out
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|&at| text.get(at..at + wanted.len()).is_some_and(|it| it.eq_ignore_ascii_case(wanted)))
}

struct Tag {
    name: String,
    closes: bool,
    /// What stands after the name.
    rest: String,
    /// In bytes, with its signs.
    length: usize,
}

impl Tag {
    /// The tag or comment that stands here.
    fn read(from: &str) -> Option<Self> {
        if from.starts_with("<!--") {
            let length = from.find("-->").map_or(from.len(), |at| at + 3);
            return Some(Self { name: String::new(), closes: false, rest: String::new(), length });
        }
        let inner = from.get(1..)?;
        let closes = inner.starts_with('/');
        let named = inner.trim_start_matches('/');
        if !named.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
            return None;
        }
        // A sign of "greater" in a quoted attribute does not end it.
        let mut quote = None;
        let length = from.char_indices().find_map(|(at, c)| {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if open == c => quote = None,
                (None, '>') => return Some(at + 1),
                _ => {}
            }
            None
        });
        let length = length.or_else(|| from.find('>').map(|at| at + 1))?;
        let whole = from.get(..length - 1)?.trim_start_matches(['<', '/']);
        let end = whole.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(whole.len());
        let (name, rest) = whole.split_at(end);
        Some(Self { name: name.to_ascii_lowercase(), closes, rest: rest.to_owned(), length })
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let at = find_word(&self.rest, name)?;
        let value = self.rest.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let end = |c: char| c.is_whitespace() || c == '/';
        match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
            _ => value.split(end).next(),
        }
    }
}

fn find_word(text: &str, word: &str) -> Option<usize> {
    text.to_ascii_lowercase()
        .match_indices(word)
        .map(|(at, _)| at)
        .find(|&at| text.get(..at).is_some_and(|it| it.ends_with(char::is_whitespace)))
}

/// A list that is open: the next number, and how it is shown.
struct List {
    next: u32,
    kind: char,
}

#[derive(Default)]
struct Reader {
    out: String,
    line: String,
    lists: Vec<List>,
    /// How many tables are open.
    tables: usize,
    /// A cell came before in this row.
    cells: usize,
}

impl Reader {
    fn text(&mut self, raw: &str) {
        let decoded = entities(raw);
        for c in decoded.chars() {
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !blank {
                self.line.push(c);
            } else if !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
                self.line.push(' ');
            }
        }
    }

    /// Ends the line.
    fn line(&mut self) {
        let line = self.line.trim_end_matches([' ', '\t']);
        if !line.is_empty() {
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.line.clear();
    }

    fn tag(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" => {
                if self.tables > 0 && self.cells > 0 {
                    self.text(" ");
                } else {
                    self.line();
                }
            }
            "table" => {
                self.line();
                self.tables = if tag.closes { self.tables.saturating_sub(1) } else { self.tables + 1 };
                self.cells = 0;
            }
            "tr" => {
                self.line();
                self.cells = 0;
            }
            "td" | "th" if !tag.closes => {
                if self.cells > 0 {
                    let kept = self.line.trim_end_matches(' ').len();
                    self.line.truncate(kept);
                    self.line.push('\t');
                }
                self.cells += 1;
            }
            "ol" | "ul" => {
                self.block();
                if tag.closes {
                    self.lists.pop();
                } else {
                    let next = tag.attribute("start").and_then(|it| it.parse().ok()).unwrap_or(1);
                    let kind = tag.attribute("type").and_then(|it| it.chars().next()).unwrap_or('1');
                    self.lists.push(List { next, kind: if tag.name == "ul" { '-' } else { kind } });
                }
            }
            "li" => {
                self.block();
                if !tag.closes
                    && let Some(list) = self.lists.last_mut()
                {
                    let number = tag.attribute("value").and_then(|it| it.parse().ok()).unwrap_or(list.next);
                    list.next = number + 1;
                    let label = match list.kind {
                        '-' => "- ".to_owned(),
                        'a' => format!("{}) ", super::numbering::letters(number)),
                        'A' => format!("{}. ", super::numbering::letters(number).to_uppercase()),
                        'i' => format!("{}. ", super::numbering::roman(number).to_lowercase()),
                        'I' => format!("{}. ", super::numbering::roman(number)),
                        _ => format!("{number}. "),
                    };
                    self.line.push_str(&label);
                }
            }
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "section" | "article" | "header" | "footer" | "blockquote" | "pre"
            | "hr" | "center" | "dd" | "dt" | "form" | "body" | "head" | "html" => self.block(),
            _ => {}
        }
    }

    /// A block begins or ends: a new line, but in a cell a blank.
    fn block(&mut self) {
        if self.tables > 0 && self.cells > 0 {
            if !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
                self.line.push(' ');
            }
        } else {
            self.line();
        }
    }
}

/// Named and numbered letters. A name that is not known stays as it is written.
pub(super) fn entities(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let name: String = from.chars().skip(1).take(10).take_while(|c| c.is_ascii_alphanumeric() || *c == '#').collect();
        if let Some(c) = entity(&name) {
            out.push(c);
            rest = from.get(name.len() + 1..).unwrap_or_default();
            rest = rest.strip_prefix(';').unwrap_or(rest);
        } else {
            out.push('&');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        return char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace());
    }
    let names = "nbsp amp lt gt quot apos ldquo rdquo lsquo rsquo ndash mdash hellip laquo raquo deg sect copy reg bull middot times shy ordm acute";
    let signs = "\u{A0}&<>\"'“”‘’–—…«»°§©®•·×\u{AD}º´";
    let latin = "Agrave Aacute Acirc Atilde Egrave Eacute Ecirc Igrave Iacute ETH Ograve Oacute Ocirc Otilde Ugrave Uacute Yacute agrave aacute acirc atilde egrave eacute ecirc igrave iacute eth ograve oacute ocirc otilde ugrave uacute yacute";
    let letters = "ÀÁÂÃÈÉÊÌÍÐÒÓÔÕÙÚÝàáâãèéêìíðòóôõùúý";
    let seek = |names: &str, signs: &str| names.split(' ').zip(signs.chars()).find_map(|(known, sign)| (known == name).then_some(sign));
    seek(names, signs).or_else(|| seek(latin, letters))
}
