//! The index: tantivy finds the texts that share most with a question, [`super::ranking`] puts them in order.
//!
//! The rule: [`Engine::search`] is the one ranking; the page, the suggestions, what is like a text and `search-eval` all come by it.

mod collecting;
mod looking;
mod schema;
#[cfg(test)]
mod tests;

pub use looking::{Look, Looked};
pub use schema::VERSION;

use super::ranking::{Means, Near, Question, Term, lossy, score, terms};
use super::syllables::{Syllables, grams, number, pair};
use crate::ground::Problem;
use schema::{END, Fields, schema};
use std::path::Path;
use std::sync::{PoisonError, RwLock};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption, Term as Key, Value};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DocAddress, Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument};

/// As many texts are put in order by their passages.
const CANDIDATES: usize = 100;
/// Terms that texts are looked for by, the rarest first; the order is made by all of them.
const MOST_TERMS: usize = 40;
const FEWEST_TERMS: usize = 12;
/// Bytes that a writer may fill before it sets them down.
const WRITER_BYTES: usize = 64 * 1024 * 1024;

/// One thing that can be found.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What it is and which: `practice/0166…`. One thing may have several entries.
    pub of: String,
    pub key: String,
    /// What kind of thing, whose it is, in which province: what is asked by whole words.
    pub marks: Vec<String>,
    pub title: String,
    /// Clauses, paragraphs, sentences: what is shown as the snippet.
    pub passages: Vec<String>,
    /// What the page needs to show it.
    pub shown: String,
    /// When it was last changed, for those who look without words.
    pub at: i64,
    /// Its title is a name: looked for by two of its syllables that stand together, not by one, and found when most of it was asked for.
    pub is_name: bool,
}

/// One thing that was found.
#[derive(Clone, Debug)]
pub struct Found {
    pub key: String,
    pub shown: String,
    pub score: f32,
    /// The nearest passage, from 1; the title alone is 0.
    pub passage: usize,
    /// How much of what was asked is in it, from 0 to 1; and in its title.
    pub share: f32,
    pub title_share: f32,
}

/// What is asked: words, and marks.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub text: String,
    /// Of each of these groups one at least.
    pub within: Vec<Vec<String>>,
    /// None of these.
    pub without: Vec<String>,
    pub most: usize,
}

/// A question as the index of the moment understands it.
struct Understood {
    searcher: Searcher,
    question: Question,
    terms: Vec<Term>,
    means: Means,
}

impl Understood {
    /// The candidates put in order.
    fn ranked(&self, candidates: impl Iterator<Item = DocAddress>) -> Result<Vec<(Near, DocAddress)>, Problem> {
        let mut scored = candidates.map(|address| Ok((self.near(address)?, address))).collect::<Result<Vec<_>, Problem>>()?;
        scored.sort_by(|a, b| b.0.score.total_cmp(&a.0.score).then(a.1.cmp(&b.1)));
        Ok(scored)
    }

    /// How near a text is.
    fn near(&self, address: DocAddress) -> Result<Near, Problem> {
        let segment = self.searcher.segment_reader(address.segment_ord);
        let column = segment.fast_fields().u64("numbers")?;
        let numbers: Vec<u64> = column.values_for_doc(address.doc_id).collect();
        let rows = numbers.split(|both| *both == END);
        // The last row is ended too: what comes after it is none.
        let count = numbers.iter().filter(|both| **both == END).count();
        Ok(score(&self.question, self.means, rows.take(count)))
    }
}

/// An open index.
pub struct Engine {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    means: RwLock<Means>,
}

impl Engine {
    /// In a folder, made when it is not there.
    pub fn open(folder: &Path) -> Result<Self, Problem> {
        std::fs::create_dir_all(folder)?;
        let directory = tantivy::directory::MmapDirectory::open(folder)?;
        Self::on(Index::open_or_create(directory, schema().0)?)
    }

    /// In memory, for measuring and tests.
    pub fn in_memory() -> Result<Self, Problem> {
        Self::on(Index::create_in_ram(schema().0))
    }

    fn on(index: Index) -> Result<Self, Problem> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let engine = Self { index, reader, fields: schema().1, means: RwLock::default() };
        engine.refresh()?;
        Ok(engine)
    }

    /// Who writes; one at a time.
    pub fn writer(&self) -> Result<IndexWriter, Problem> {
        Ok(self.index.writer_with_num_threads(1, WRITER_BYTES)?)
    }

    /// What was said with the last commit.
    pub fn payload(&self) -> Result<Option<String>, Problem> {
        Ok(self.index.load_metas()?.payload)
    }

    /// Sets down what was written, with a word about how far it goes, and shows it.
    pub fn commit(&self, writer: &mut IndexWriter, payload: &str) -> Result<(), Problem> {
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(payload);
        prepared.commit()?;
        self.refresh()
    }

    /// Takes an entry in. What was there of the same thing is [`Self::forget`]-ten by whoever writes it anew.
    pub fn put(&self, writer: &IndexWriter, entry: &Entry) -> Result<(), Problem> {
        let fields = &self.fields;
        let mut document = TantivyDocument::default();
        document.add_text(fields.of, &entry.of);
        document.add_text(fields.key, &entry.key);
        for mark in &entry.marks {
            document.add_text(fields.marks, mark);
        }
        document.add_text(fields.shown, &entry.shown);
        document.add_i64(fields.at, entry.at);
        let (mut accented, mut folded) = (Vec::new(), Vec::new());
        for text in std::iter::once(&entry.title).chain(&entry.passages) {
            let syllables = Syllables::of(text);
            for (with, without) in syllables.accented.iter().zip(&syllables.folded) {
                document.add_u64(fields.numbers, pair(number(with), number(without)));
            }
            document.add_u64(fields.numbers, END);
            accented.extend(grams(&syllables.accented));
            folded.extend(grams(&syllables.folded));
            if entry.is_name && syllables.accented.len() > 2 {
                accented.retain(|it| it.contains('_'));
                folded.retain(|it| it.contains('_'));
            }
        }
        document.add_pre_tokenized_text(fields.accented, pre_tokenized(accented));
        document.add_pre_tokenized_text(fields.folded, pre_tokenized(folded));
        let passages = if entry.is_name { 0 } else { u64::try_from(entry.passages.len().max(1)).unwrap_or(1) };
        document.add_u64(fields.passages, passages);
        writer.add_document(document)?;
        Ok(())
    }

    /// Lets go of every entry of a thing.
    pub fn forget(&self, writer: &IndexWriter, of: &str) {
        writer.delete_term(Key::from_field_text(self.fields.of, of));
    }

    /// Lets go of every entry with a mark.
    pub fn forget_marked(&self, writer: &IndexWriter, mark: &str) {
        writer.delete_term(Key::from_field_text(self.fields.marks, mark));
    }

    /// How many entries there are.
    pub fn entries(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Shows what was committed.
    fn refresh(&self) -> Result<(), Problem> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let (mut tokens, mut passages, mut texts) = (0, 0, 0);
        for segment in searcher.segment_readers() {
            tokens += segment.inverted_index(self.fields.accented)?.total_num_tokens();
            let column = segment.fast_fields().u64("passages")?;
            passages += (0..segment.max_doc()).filter_map(|at| column.first(at)).sum::<u64>();
            texts += u64::from(segment.max_doc());
        }
        let means = Means { text: lossy(tokens) / lossy(texts.max(1)), passage: lossy(tokens) / lossy(passages.max(1)) };
        *self.means.write().unwrap_or_else(PoisonError::into_inner) = means;
        Ok(())
    }

    fn understood(&self, text: &str) -> Understood {
        let searcher = self.reader.searcher();
        let terms = terms(&Syllables::of(text), |term, folded| self.having(&searcher, term, folded));
        let question = Question::of(&terms, searcher.num_docs().max(1));
        let means = *self.means.read().unwrap_or_else(PoisonError::into_inner);
        Understood { searcher, question, terms, means }
    }

    /// What is nearest to the question, nearest first.
    pub fn search(&self, asked: &Asked) -> Result<Vec<Found>, Problem> {
        let it = self.understood(&asked.text);
        let Some(query) = self.candidates(&it, asked) else { return Ok(Vec::new()) };
        let most = CANDIDATES.max(asked.most);
        let top = it.searcher.search(&query, &TopDocs::with_limit(most).order_by_score())?;
        let mut scored = it.ranked(top.into_iter().map(|(_, address)| address))?;
        scored.truncate(asked.most);
        scored.into_iter().map(|(near, address)| self.found(&it.searcher, address, near)).collect()
    }

    fn found(&self, searcher: &Searcher, address: DocAddress, near: Near) -> Result<Found, Problem> {
        let document: TantivyDocument = searcher.doc(address)?;
        let text = |field: Field| document.get_first(field).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
        let Near { score, passage, share, title_share, .. } = near;
        Ok(Found { key: text(self.fields.key), shown: text(self.fields.shown), score, passage, share, title_share })
    }

    fn field(&self, folded: bool) -> Field {
        if folded { self.fields.folded } else { self.fields.accented }
    }

    fn having(&self, searcher: &Searcher, term: &str, folded: bool) -> u64 {
        searcher.doc_freq(&Key::from_field_text(self.field(folded), term)).unwrap_or_default()
    }

    fn candidates(&self, it: &Understood, asked: &Asked) -> Option<Box<dyn Query>> {
        let mut known: Vec<&Term> = it.terms.iter().filter(|term| term.having > 0).collect();
        known.sort_by(|a, b| a.having.cmp(&b.having).then_with(|| a.text.cmp(&b.text)));
        // What an eighth of all texts have finds nothing that rarer terms do not.
        let common = it.searcher.num_docs() / 8;
        let enough = known.iter().take_while(|term| term.having <= common).count().clamp(FEWEST_TERMS, MOST_TERMS);
        known.truncate(enough);
        if known.is_empty() {
            return None;
        }
        let any: Vec<(Occur, Box<dyn Query>)> = known
            .into_iter()
            .map(|term| Key::from_field_text(self.field(term.folded), &term.text))
            .map(|term| -> (Occur, Box<dyn Query>) { (Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))) })
            .collect();
        Some(self.with_marks(Box::new(BooleanQuery::new(any)), asked))
    }

    /// The query, narrowed to the marks that are asked.
    fn with_marks(&self, query: Box<dyn Query>, asked: &Asked) -> Box<dyn Query> {
        if asked.within.is_empty() && asked.without.is_empty() {
            return query;
        }
        let set = |marks: &[String]| -> Box<dyn Query> {
            let terms = marks.iter().map(|mark| Key::from_field_text(self.fields.marks, mark));
            Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(terms)), 0.0))
        };
        let mut must = vec![(Occur::Must, query)];
        must.extend(asked.within.iter().map(|group| (Occur::Must, set(group))));
        if !asked.without.is_empty() {
            must.push((Occur::MustNot, set(&asked.without)));
        }
        Box::new(BooleanQuery::new(must))
    }
}

fn pre_tokenized(terms: Vec<String>) -> PreTokenizedString {
    let token = |(position, text): (usize, String)| Token { offset_from: 0, offset_to: 0, position, text, position_length: 1 };
    PreTokenizedString { text: String::new(), tokens: terms.into_iter().enumerate().map(token).collect() }
}
