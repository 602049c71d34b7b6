//! The index: tantivy finds the texts that share most with a question, [`super::ranking`] puts them in order.

use super::ranking::{Means, Question, lossy, score};
use super::words::{Syllables, grams, number, pair};
use crate::ground::Problem;
use std::path::Path;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery, TermSetQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DocAddress, Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

/// As many texts are put in order by their passages.
const CANDIDATES: usize = 100;
/// Terms that texts are looked for by, the rarest first; the order is made by all of them.
const MOST_TERMS: usize = 40;
const FEWEST_TERMS: usize = 12;
/// Ends a passage among the numbers of its syllables.
const END: u64 = u64::MAX;
/// Bytes that a writer may fill before it sets them down.
const WRITER_BYTES: usize = 64 * 1024 * 1024;

/// One thing that can be found.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub key: String,
    /// What kind of thing, whose it is, in which province: only entries that have all that is asked are found.
    pub marks: Vec<String>,
    pub title: String,
    /// Clauses, paragraphs, sentences: what is shown as the snippet.
    pub passages: Vec<String>,
    /// What the page needs to show it.
    pub shown: String,
}

/// One thing that was found.
#[derive(Clone, Debug)]
pub struct Found {
    pub key: String,
    pub shown: String,
    pub score: f32,
    /// The nearest passage, from 1; the title alone is 0.
    pub passage: usize,
}

/// What is asked: words, and marks of which at least one of each group must be had.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub text: String,
    pub marks: Vec<Vec<String>>,
    pub most: usize,
}

struct Fields {
    key: Field,
    marks: Field,
    accented: Field,
    folded: Field,
    numbers: Field,
    passages: Field,
    shown: Field,
}

/// An open index.
pub struct Engine {
    index: Index,
    reader: IndexReader,
    fields: Fields,
}

fn schema() -> (Schema, Fields) {
    let mut it = Schema::builder();
    let words = || {
        let indexing =
            TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs).set_fieldnorms(true);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        key: it.add_text_field("key", STRING | STORED),
        marks: it.add_text_field("marks", STRING),
        accented: it.add_text_field("accented", words()),
        folded: it.add_text_field("folded", words()),
        numbers: it.add_u64_field("numbers", FAST),
        passages: it.add_u64_field("passages", FAST),
        shown: it.add_text_field("shown", STORED),
    };
    (it.build(), fields)
}

impl Engine {
    /// In a folder, made when it is not there.
    pub fn open(folder: &Path) -> Result<Self, Problem> {
        std::fs::create_dir_all(folder)?;
        let directory = tantivy::directory::MmapDirectory::open(folder).map_err(Problem::new)?;
        Self::on(Index::open_or_create(directory, schema().0).map_err(Problem::new)?)
    }

    /// In memory, for measuring and tests.
    pub fn in_memory() -> Result<Self, Problem> {
        Self::on(Index::create_in_ram(schema().0))
    }

    fn on(index: Index) -> Result<Self, Problem> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(Problem::new)?;
        Ok(Self { index, reader, fields: schema().1 })
    }

    /// Who writes; one at a time.
    pub fn writer(&self) -> Result<IndexWriter, Problem> {
        self.index.writer_with_num_threads(1, WRITER_BYTES).map_err(Problem::new)
    }

    /// Takes an entry in, in the stead of an older one of the same key.
    pub fn put(&self, writer: &IndexWriter, entry: &Entry) -> Result<(), Problem> {
        self.forget(writer, &entry.key);
        let fields = &self.fields;
        let mut document = TantivyDocument::default();
        document.add_text(fields.key, &entry.key);
        for mark in &entry.marks {
            document.add_text(fields.marks, mark);
        }
        document.add_text(fields.shown, &entry.shown);
        let (mut accented, mut folded) = (Vec::new(), Vec::new());
        for text in std::iter::once(&entry.title).chain(&entry.passages) {
            let syllables = Syllables::of(text);
            for (with, without) in syllables.accented.iter().zip(&syllables.folded) {
                document.add_u64(fields.numbers, pair(number(with), number(without)));
            }
            document.add_u64(fields.numbers, END);
            accented.extend(grams(&syllables.accented));
            folded.extend(grams(&syllables.folded));
        }
        document.add_pre_tokenized_text(fields.accented, pre_tokenized(accented));
        document.add_pre_tokenized_text(fields.folded, pre_tokenized(folded));
        document.add_u64(fields.passages, u64::try_from(entry.passages.len().max(1)).unwrap_or(1));
        writer.add_document(document).map_err(Problem::new)?;
        Ok(())
    }

    pub fn forget(&self, writer: &IndexWriter, key: &str) {
        writer.delete_term(Term::from_field_text(self.fields.key, key));
    }

    /// Shows what was committed.
    pub fn refresh(&self) -> Result<(), Problem> {
        self.reader.reload().map_err(Problem::new)
    }

    /// What is nearest to the question, nearest first.
    pub fn search(&self, asked: &Asked) -> Result<Vec<Found>, Problem> {
        let searcher = self.reader.searcher();
        let syllables = Syllables::of(&asked.text);
        let with_marks = syllables.has_marks();
        let (field, typed) = if with_marks { (self.fields.accented, &syllables.accented) } else { (self.fields.folded, &syllables.folded) };
        let all = searcher.num_docs().max(1);
        let having = |term: &str| searcher.doc_freq(&Term::from_field_text(field, term)).unwrap_or_default();
        let question = Question::of(typed, all, having);
        let Some(query) = self.candidates(&searcher, field, typed, asked) else { return Ok(Vec::new()) };
        let top = searcher.search(&query, &TopDocs::with_limit(CANDIDATES.max(asked.most)).order_by_score()).map_err(Problem::new)?;
        let means = self.means(&searcher, field)?;
        let mut scored = Vec::with_capacity(top.len());
        for (_, address) in top {
            let segment = searcher.segment_reader(address.segment_ord);
            let column = segment.fast_fields().u64("numbers").map_err(Problem::new)?;
            let rows = rows(column.values_for_doc(address.doc_id), with_marks);
            let (near, passage) = score(&question, means, rows.iter().map(Vec::as_slice));
            scored.push((near, passage, address));
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        scored.truncate(asked.most);
        scored.into_iter().map(|(score, passage, address)| self.found(&searcher, address, score, passage)).collect()
    }

    fn found(&self, searcher: &Searcher, address: DocAddress, score: f32, passage: usize) -> Result<Found, Problem> {
        let document: TantivyDocument = searcher.doc(address).map_err(Problem::new)?;
        let text = |field: Field| document.get_first(field).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
        Ok(Found { key: text(self.fields.key), shown: text(self.fields.shown), score, passage })
    }

    fn candidates(&self, searcher: &Searcher, field: Field, typed: &[String], asked: &Asked) -> Option<BooleanQuery> {
        let mut terms: Vec<String> = grams(typed).collect();
        terms.sort();
        terms.dedup();
        let mut known: Vec<(u64, Term)> = terms
            .into_iter()
            .map(|term| Term::from_field_text(field, &term))
            .filter_map(|term| searcher.doc_freq(&term).ok().filter(|having| *having > 0).map(|having| (having, term)))
            .collect();
        known.sort_by_key(|(having, _)| *having);
        // What an eighth of all texts have finds nothing that rarer terms do not.
        let common = searcher.num_docs() / 8;
        let enough = known.iter().take_while(|(having, _)| *having <= common).count().clamp(FEWEST_TERMS, MOST_TERMS);
        known.truncate(enough);
        if known.is_empty() {
            return None;
        }
        let any: Vec<(Occur, Box<dyn Query>)> = known
            .into_iter()
            .map(|(_, term)| (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) as Box<dyn Query>))
            .collect();
        let any = BooleanQuery::new(any);
        if asked.marks.is_empty() {
            return Some(any);
        }
        let mut must: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(any))];
        for group in &asked.marks {
            let terms = group.iter().map(|mark| Term::from_field_text(self.fields.marks, mark));
            let filter = tantivy::query::ConstScoreQuery::new(Box::new(TermSetQuery::new(terms)), 0.0);
            must.push((Occur::Must, Box::new(filter)));
        }
        Some(BooleanQuery::new(must))
    }

    fn means(&self, searcher: &Searcher, field: Field) -> Result<Means, Problem> {
        let (mut tokens, mut passages) = (0, 0);
        for segment in searcher.segment_readers() {
            tokens += segment.inverted_index(field).map_err(Problem::new)?.total_num_tokens();
            let column = segment.fast_fields().u64("passages").map_err(Problem::new)?;
            passages += u64::from(segment.max_doc()) * (column.min_value() + column.max_value()) / 2;
        }
        let texts: u64 = searcher.segment_readers().iter().map(|it| u64::from(it.max_doc())).sum();
        Ok(Means { text: lossy(tokens) / lossy(texts.max(1)), passage: lossy(tokens) / lossy(passages.max(1)) })
    }
}

/// The rows of numbers of an entry: its title and its passages.
fn rows(numbers: impl Iterator<Item = u64>, with_marks: bool) -> Vec<Vec<u32>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    for both in numbers {
        if both == END {
            rows.push(std::mem::take(&mut row));
        } else {
            row.push(u32::try_from(if with_marks { both >> 32 } else { both & 0xffff_ffff }).unwrap_or_default());
        }
    }
    rows
}

fn pre_tokenized(terms: Vec<String>) -> PreTokenizedString {
    let token = |(position, text): (usize, String)| Token { offset_from: 0, offset_to: 0, position, text, position_length: 1 };
    PreTokenizedString { text: String::new(), tokens: terms.into_iter().enumerate().map(token).collect() }
}
