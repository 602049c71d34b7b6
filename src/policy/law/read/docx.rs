//! Word: paragraphs as lines, rows of tables with their cells parted by tabs. What was deleted, footnotes and fields' codes are left out.
//!
//! The heading and the signature of a document stand in tables that nobody sees: those are read cell by cell.

use super::numbering::Numbering;
use super::{Fault, MOST, Unreadable};
use quick_xml::Reader as Xml;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let broken = |_| Unreadable::at(Fault::NotWord, 0);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let document = part(&mut archive, "word/document.xml")?.ok_or(Unreadable::at(Fault::NotWord, 0))?;
    let numbering = part(&mut archive, "word/numbering.xml")?.unwrap_or_default();
    let styles = part(&mut archive, "word/styles.xml")?.unwrap_or_default();
    let text = Body::new(Numbering::read(&numbering, &styles)).read(&document)?;
    if text.trim().is_empty() { Err(Unreadable::at(Fault::Empty, 0)) } else { Ok(text) }
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Unreadable> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::at(Fault::NotWord, 0))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST {
        return Err(Unreadable::at(Fault::TooBig, 0));
    }
    let (text, _, wrong) = encoding_rs::UTF_8.decode(&bytes);
    if wrong { Err(Unreadable::at(Fault::Broken, 0)) } else { Ok(Some(text.into_owned())) }
}

/// The events of a part up to its end or first fault.
pub(super) fn events(xml: &str) -> impl Iterator<Item = Event<'_>> {
    let mut reader = Xml::from_str(xml);
    std::iter::from_fn(move || reader.read_event().ok().filter(|event| !matches!(event, Event::Eof)))
}

/// `w:val` by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|it| it.key.local_name().into_inner() == name)?;
    Some(super::html::entities(&found.value))
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    /// Text boxes in it: lines of their own, before it.
    boxes: Vec<String>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Vec<String>>>,
}

struct Body {
    numbering: Numbering,
    /// Lines of the document, and of each cell that is open.
    sinks: Vec<Vec<String>>,
    tables: Vec<Table>,
    paragraphs: Vec<Paragraph>,
    /// How deep in what is left out.
    hidden: usize,
    in_text: bool,
}

impl Body {
    fn new(numbering: Numbering) -> Self {
        Self { numbering, sinks: vec![Vec::new()], tables: Vec::new(), paragraphs: Vec::new(), hidden: 0, in_text: false }
    }

    fn read(mut self, xml: &str) -> Result<String, Unreadable> {
        let mut reader = Xml::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(Event::Start(tag)) => self.start(&tag),
                Ok(Event::Empty(tag)) => {
                    let name = tag.local_name().into_inner().to_owned();
                    if self.hidden == 0 {
                        self.empty(&tag, &name);
                    }
                }
                Ok(Event::End(tag)) => self.end(tag.local_name().into_inner()),
                Ok(Event::Text(text)) => self.text(&text.xml10_content()),
                Ok(Event::CData(text)) => self.text(&text.xml10_content()),
                Ok(Event::GeneralRef(name)) => self.text(&super::html::entities(&format!("&{};", &*name))),
                Ok(_) => {}
                Err(_) => return Err(Unreadable::at(Fault::Broken, self.sinks.iter().map(Vec::len).sum::<usize>() + 1)),
            }
        }
        if self.sinks.len() > 1 || !self.paragraphs.is_empty() {
            return Err(Unreadable::at(Fault::Broken, self.sinks.iter().map(Vec::len).sum::<usize>() + 1));
        }
        let mut out = String::new();
        for line in self.sinks.pop().unwrap_or_default() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        Ok(out)
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name().into_inner().to_owned();
        if self.hidden > 0 || is_hidden(&name) {
            self.hidden += 1;
            return;
        }
        match name.as_str() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.in_text = true,
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(Vec::new());
                }
            }
            "tc" => self.sinks.push(Vec::new()),
            _ => self.empty(tag, &name),
        }
    }

    /// What says something by being there.
    fn empty(&mut self, tag: &BytesStart<'_>, name: &str) {
        if name == "p" {
            self.paragraphs.push(Paragraph::default());
            self.paragraph();
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "tab" if tag.attributes().with_checks(false).next().is_none() => paragraph.text.push('\t'),
            "br" | "cr" => paragraph.text.push('\n'),
            "noBreakHyphen" => paragraph.text.push('-'),
            "pStyle" => paragraph.style = attribute(tag, "val"),
            "numId" => paragraph.list = attribute(tag, "val"),
            "ilvl" => paragraph.level = attribute(tag, "val").and_then(|it| it.parse().ok()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text
            && self.hidden == 0
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.paragraph(),
            "tc" => {
                if self.sinks.len() > 1
                    && let (Some(cell), Some(row)) = (self.sinks.pop(), self.tables.last_mut().and_then(|it| it.rows.last_mut()))
                {
                    row.push(cell);
                }
            }
            "tbl" => {
                let lines = self.tables.pop().map(Table::lines).unwrap_or_default();
                if let Some(sink) = self.sinks.last_mut() {
                    sink.extend(lines);
                }
            }
            _ => {}
        }
    }

    /// A paragraph ends: its number, its text.
    fn paragraph(&mut self) {
        let Some(done) = self.paragraphs.pop() else { return };
        let blank = done.text.trim().is_empty();
        let number = self.numbering.next(done.list.as_deref(), done.level, done.style.as_deref()).filter(|_| !blank);
        let text = done.text.trim_matches(['\t', ' ']);
        let line = format!("{}{text}", number.unwrap_or_default());
        let lines = done.boxes.into_iter().chain(line.split('\n').map(str::to_owned));
        if let Some(outer) = self.paragraphs.last_mut() {
            outer.boxes.extend(lines.filter(|it| !it.trim().is_empty()));
        } else if let Some(sink) = self.sinks.last_mut() {
            sink.extend(lines);
        }
    }
}

/// Deleted text, codes of fields, the copy that old programs read, what a reader does not see.
fn is_hidden(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "instrText" | "delText" | "Fallback" | "sectPr" | "rPrChange" | "pPrChange" | "tabs" | "pict")
}

impl Table {
    fn lines(self) -> Vec<String> {
        if self.is_layout() {
            return self.rows.into_iter().flatten().flatten().collect();
        }
        let cell = |lines: Vec<String>| lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>().join(" ");
        self.rows.into_iter().map(|row| row.into_iter().map(cell).collect::<Vec<_>>().join("\t")).collect()
    }

    /// A box, or the table that the heading or the signature stands in.
    fn is_layout(&self) -> bool {
        let cells: Vec<&Vec<String>> = self.rows.iter().flatten().collect();
        if cells.len() == 1 {
            return true;
        }
        let marks = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập", "Nơi nhận", "TM. ", "KT. ", "TL. ", "TUQ. ", "(Đã ký)"];
        let marked = cells.iter().any(|cell| cell.iter().any(|line| marks.iter().any(|mark| line.contains(mark))));
        marked && self.rows.len() <= 3 && self.rows.iter().all(|row| row.len() <= 3)
    }
}
