//! A look around: what is found as a page of a list, with how many there are of each mark.
//!
//! What counts as found does not hang on the marks chosen: it is what says at least a part of what the one says that says most of the
//! question, among all that the asker may see. So a count beside a mark is the number of things that its link shows.

use super::collecting::All;
use super::{Asked, CANDIDATES, Engine, Found, Understood};
use crate::ground::Problem;
use crate::search::ranking::{Near, idf};
use std::collections::{BTreeMap, HashMap};
use tantivy::collector::TopDocs;
use tantivy::query::{AllQuery, Query};
use tantivy::{DocAddress, Searcher};

/// The part of the best one's score that is looked at; and that counts as found where there are too many to look at each.
const PART: f32 = 0.1;
const STRONG_PART: f32 = 0.4;
/// So many are looked at.
const LOOKED_AT: usize = 600;
/// The part of the best one's share that counts as found.
const SHARE_PART: f32 = 0.3;
/// Of a name this much must have been asked for.
const NAME_PART: f32 = 0.7;
/// The best one must have this much of what was asked, or nothing was found.
const NEAR_ENOUGH: f32 = 0.2;
/// A syllable that tells less than this part of the most telling one is not marked in a snippet.
const TELLING: f32 = 0.4;

/// What was found.
#[derive(Debug, Default)]
pub struct Looked {
    pub found: Vec<Found>,
    pub all: usize,
    /// How many there are with a mark, if the mark is chosen in the stead of the one of its kind.
    pub counts: BTreeMap<String, usize>,
    /// The syllables worth marking; those with `true` are compared without diacritics.
    pub telling: Vec<(String, bool)>,
}

/// How a look is asked for.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Words, and what the asker may see. `most` is the length of a page.
    pub asked: Asked,
    /// Chosen marks (`kind:practice`), one of a kind at most.
    pub chosen: Vec<String>,
    /// Marks of the kinds that are counted: `kind:`.
    pub counted: &'static [&'static str],
    /// First of all: what has one of each of these groups (the number of a document, an article); the first list that finds anything.
    pub pinned: Vec<Vec<Vec<String>>>,
    /// From 0.
    pub page: usize,
}

/// The kind of a mark: `kind:` of `kind:practice`.
fn kind_of(mark: &str) -> &str {
    mark.split_inclusive(':').next().unwrap_or_default()
}

impl Engine {
    /// See the module. Without words: all there is, the latest first.
    pub fn look(&self, look: &Look) -> Result<Looked, Problem> {
        let it = self.understood(&look.asked.text);
        let pinned = self.pinned(&it, look)?;
        let hits = if it.terms.is_empty() { self.everything(&it, look)? } else { self.hits(&it, look, &pinned)? };
        let (mut counts, mut pins, mut rest) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut marks = Marks::default();
        for (at, address) in pinned.iter().chain(&hits).enumerate() {
            let of_it = marks.of(&it.searcher, *address)?;
            let missing: Vec<&str> = look.chosen.iter().filter(|mark| !of_it.contains(mark)).map(|mark| kind_of(mark)).collect();
            for mark in of_it.iter().filter(|mark| look.counted.contains(&kind_of(mark))) {
                // Counted with all choices but that of its own kind.
                if missing.iter().all(|kind| *kind == kind_of(mark)) {
                    *counts.entry(mark.clone()).or_default() += 1;
                }
            }
            if missing.is_empty() {
                if at < pinned.len() { pins.push(*address) } else { rest.push(*address) }
            }
        }
        let all = pins.len() + rest.len();
        let found = self.page(&it, look, &pins, &rest)?;
        Ok(Looked { found, all, counts, telling: telling(&it) })
    }

    /// One page: first what is pinned, then the best in order of their passages, then the others as they were found.
    fn page(&self, it: &Understood, look: &Look, pins: &[DocAddress], rest: &[DocAddress]) -> Result<Vec<Found>, Problem> {
        let (best, others) = rest.split_at(rest.len().min(if it.terms.is_empty() { 0 } else { CANDIDATES }));
        let first = look.page * look.asked.most;
        let mut order: Vec<(Near, DocAddress)> =
            pins.iter().map(|address| Ok((it.near(*address)?, *address))).collect::<Result<_, Problem>>()?;
        order.extend(it.ranked(best.iter().copied())?);
        let from = first.saturating_sub(order.len()).min(others.len());
        let until = (first + look.asked.most).saturating_sub(order.len()).min(others.len());
        let mut shown: Vec<(Near, DocAddress)> = order.into_iter().skip(first).take(look.asked.most).collect();
        for address in others.get(from..until).unwrap_or_default() {
            shown.push((it.near(*address)?, *address));
        }
        shown.into_iter().map(|(near, address)| self.found(&it.searcher, address, near)).collect()
    }

    fn everything(&self, it: &Understood, look: &Look) -> Result<Vec<DocAddress>, Problem> {
        it.latest(&*self.with_marks(Box::new(AllQuery), &look.asked))
    }

    /// What says enough of the question; without what is pinned.
    fn hits(&self, it: &Understood, look: &Look, pinned: &[DocAddress]) -> Result<Vec<DocAddress>, Problem> {
        let Some(query) = self.candidates(it, &look.asked) else { return Ok(Vec::new()) };
        let all = it.searcher.search(&query, &All { part: PART })?;
        let best_score = all.first().map_or(0.0, |hit| hit.0);
        let looked_at = all.iter().take(LOOKED_AT).map(|hit| hit.1).chain(pinned.iter().copied());
        let shares: HashMap<DocAddress, f32> =
            looked_at.map(|address| Ok((address, it.share(address)?))).collect::<Result<_, Problem>>()?;
        let best = shares.values().copied().fold(0.0, f32::max);
        if best < NEAR_ENOUGH {
            return Ok(Vec::new());
        }
        let enough = |score: f32, address: &DocAddress| match shares.get(address) {
            Some(share) => *share >= best * SHARE_PART,
            None => score >= best_score * STRONG_PART,
        };
        Ok(all.into_iter().filter(|(score, address)| enough(*score, address) && !pinned.contains(address)).map(|hit| hit.1).collect())
    }

    /// What has the number that was asked for, the latest first.
    fn pinned(&self, it: &Understood, look: &Look) -> Result<Vec<DocAddress>, Problem> {
        for groups in &look.pinned {
            let mut asked = look.asked.clone();
            asked.within.extend(groups.iter().cloned());
            let query = self.with_marks(Box::new(AllQuery), &asked);
            let latest = it.latest(&*query)?;
            if !latest.is_empty() {
                return Ok(latest.into_iter().take(CANDIDATES).collect());
            }
        }
        Ok(Vec::new())
    }

    /// Does anything that the asker may see have this term?
    pub fn has(&self, term: &str, folded: bool, asked: &Asked) -> Result<bool, Problem> {
        let searcher = self.reader.searcher();
        let term = tantivy::Term::from_field_text(self.field(folded), term);
        let query = tantivy::query::TermQuery::new(term, tantivy::schema::IndexRecordOption::Basic);
        let query = self.with_marks(Box::new(query), asked);
        Ok(!searcher.search(&query, &TopDocs::with_limit(1).order_by_score())?.is_empty())
    }

    /// In how many texts each term stands, with (`false`) or without diacritics.
    pub fn counting(&self) -> impl Fn(&str, bool) -> u64 + '_ {
        let searcher = self.reader.searcher();
        move |term, folded| self.having(&searcher, term, folded)
    }

    /// The most common terms without diacritics that begin so.
    pub fn completions(&self, beginning: &str, most: usize) -> Result<Vec<String>, Problem> {
        let mut counts: HashMap<String, u64> = HashMap::new();
        for segment in self.reader.searcher().segment_readers() {
            let inverted = segment.inverted_index(self.fields.folded)?;
            let mut end = beginning.as_bytes().to_vec();
            end.push(0xff);
            let mut stream = inverted.terms().range().ge(beginning).lt(end).into_stream()?;
            let mut seen = 0;
            while stream.advance() && seen < 2000 {
                seen += 1;
                if let Ok(term) = std::str::from_utf8(stream.key()) {
                    *counts.entry(term.to_owned()).or_default() += u64::from(stream.value().doc_freq);
                }
            }
        }
        let mut all: Vec<(String, u64)> = counts.into_iter().collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(all.into_iter().take(most).map(|it| it.0).collect())
    }
}

impl Understood {
    /// How much of the question a text says; a name of which only a part was asked for says nothing.
    fn share(&self, address: DocAddress) -> Result<f32, Problem> {
        let near = self.near(address)?;
        let passages = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("passages")?;
        let is_name = passages.first(address.doc_id) == Some(0);
        Ok(if is_name && near.title_asked < NAME_PART { 0.0 } else { near.share })
    }

    /// All that the query finds, the latest first.
    fn latest(&self, query: &dyn Query) -> Result<Vec<DocAddress>, Problem> {
        let most = usize::try_from(self.searcher.num_docs()).unwrap_or(usize::MAX).max(1);
        let order = TopDocs::with_limit(most).order_by_fast_field::<i64>("at", tantivy::Order::Desc);
        let all = self.searcher.search(query, &order)?;
        Ok(all.into_iter().map(|(_, address)| address).collect())
    }
}

/// The syllables that tell most.
fn telling(it: &Understood) -> Vec<(String, bool)> {
    let weight = |having: u64| idf(having, it.searcher.num_docs().max(1));
    let known = || it.terms.iter().filter(|term| term.having > 0 && !term.text.contains('_'));
    let most = known().map(|term| weight(term.having)).fold(0.0, f32::max);
    known().filter(|term| weight(term.having) >= most * TELLING).map(|term| (term.text.clone(), term.folded)).collect()
}

/// Marks of documents, each word read once a segment.
#[derive(Default)]
struct Marks {
    known: HashMap<(u32, u64), String>,
}

impl Marks {
    fn of(&mut self, searcher: &Searcher, address: DocAddress) -> Result<Vec<String>, Problem> {
        let segment = searcher.segment_reader(address.segment_ord);
        let Some(column) = segment.fast_fields().str("marks")? else { return Ok(Vec::new()) };
        let mut out = Vec::new();
        for ord in column.term_ords(address.doc_id) {
            let word = match self.known.entry((address.segment_ord, ord)) {
                std::collections::hash_map::Entry::Occupied(it) => it.get().clone(),
                std::collections::hash_map::Entry::Vacant(it) => {
                    let mut word = String::new();
                    column.ord_to_str(ord, &mut word)?;
                    it.insert(word).clone()
                }
            };
            out.push(word);
        }
        Ok(out)
    }
}
