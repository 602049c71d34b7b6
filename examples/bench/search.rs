//! The search on 60,000 articles, in a process of its own: how long to index them, to ask, to open again, and how much memory.
//!
//! The articles are made from the texts of the demonstration: sentences of the library and the register put together anew, some of their
//! words exchanged, with names of places and numbers, so that words are as unevenly spread as in real ones.

use nguon::ground::Problem;
use nguon::ground::text::fold;
use nguon::search::engine::{Asked, Engine, Entry, Look};
use nguon::search::eval::percentiles;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

const ARTICLES: usize = 60_000;
const QUESTIONS: usize = 2_000;
const TEXTS: [&str; 3] = ["demo/documents.json", "demo/difficulties-phutho.json", "demo/practices.json"];

/// Repeatable chance: the same articles on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Result<&'a T, Problem> {
        of.get(self.below(of.len())).ok_or_else(|| Problem::new("nothing to choose from"))
    }
}

/// Every text of a file that is a sentence.
fn sentences(value: &Value, out: &mut Vec<Vec<String>>) {
    match value {
        Value::String(text) => {
            let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            if words.len() > 8 {
                out.extend(words.chunks(28).map(<[String]>::to_vec));
            }
        }
        Value::Array(all) => all.iter().for_each(|it| sentences(it, out)),
        Value::Object(all) => all.values().for_each(|it| sentences(it, out)),
        _ => {}
    }
}

fn sources() -> Result<(Vec<Vec<String>>, Vec<String>), Problem> {
    let mut all = Vec::new();
    for file in TEXTS {
        sentences(&serde_json::from_str(&std::fs::read_to_string(file)?)?, &mut all);
    }
    let places = std::fs::read_to_string("demo/places/units.tsv")?;
    Ok((all, places.lines().skip(2).filter_map(|line| line.split('\t').nth(3)).map(str::to_owned).collect()))
}

fn article(number: usize, dice: &mut Dice, sentences: &[Vec<String>], places: &[String]) -> Result<Entry, Problem> {
    let mut passages = Vec::new();
    for _ in 0..3 + dice.below(9) {
        let mut words = dice.one(sentences)?.clone();
        for at in 0..words.len() {
            if dice.below(100) < 12
                && let Some(other) = dice.one(sentences)?.get(at).cloned()
                && let Some(word) = words.get_mut(at)
            {
                *word = other;
            }
        }
        if dice.below(4) == 0 {
            words.push(format!("tại {} theo {}/{}/NĐ-CP", dice.one(places)?, dice.below(300), 1990 + dice.below(36)));
        }
        passages.push(words.join(" "));
    }
    let title = dice.one(sentences)?.iter().take(9).cloned().collect::<Vec<_>>().join(" ");
    let kind = ["kind:law", "kind:difficulty", "kind:practice"].get(number % 3).copied().unwrap_or_default();
    let marks = vec!["see:all".to_owned(), kind.to_owned(), format!("province:{}", number % 34)];
    let key = number.to_string();
    let shown = passages.join("\n");
    Ok(Entry { of: key.clone(), key, marks, title, passages, shown, at: i64::try_from(number)?, is_name: false })
}

/// Measures and says it as one line of JSON.
pub fn measure() -> Result<Value, Problem> {
    let (sentences, places) = sources()?;
    let folder = tempfile::tempdir()?;
    let mut dice = Dice(135);
    let before = memory("RssAnon")?;
    let begun = now();
    let mut syllables = 0;
    {
        let engine = Engine::open(folder.path())?;
        let mut writer = engine.writer()?;
        for number in 0..ARTICLES {
            let entry = article(number, &mut dice, &sentences, &places)?;
            syllables += entry.passages.iter().map(|it| it.split_whitespace().count()).sum::<usize>();
            engine.put(&writer, &entry)?;
        }
        engine.commit(&mut writer, "bench")?;
        writer.wait_merging_threads()?;
    }
    let indexed = begun.elapsed();
    let indexing = memory("VmHWM")?;
    let begun = now();
    let engine = Engine::open(folder.path())?;
    let opened = begun.elapsed();
    let within = vec![vec!["see:all".to_owned()]];
    let (mut searched, mut looked) = (Vec::new(), Vec::new());
    for at in 0..QUESTIONS {
        let sentence = dice.one(&sentences)?;
        let from = dice.below(sentence.len().saturating_sub(6));
        let most = 4 + dice.below(20);
        let text = sentence.iter().skip(from).take(most).cloned().collect::<Vec<_>>().join(" ");
        let text = if at % 2 == 0 { text } else { fold(&text) };
        let asked = Asked { text, within: within.clone(), without: Vec::new(), most: 10 };
        let begun = now();
        engine.search(&asked)?;
        searched.push(begun.elapsed());
        let begun = now();
        engine.look(&Look { asked, counted: &["kind:", "province:"], ..Look::default() })?;
        looked.push(begun.elapsed());
    }
    Ok(json!({
        "articles": engine.entries(), "syllables": syllables, "index_seconds": indexed.as_secs_f64(), "open_ms": millis(opened),
        "disk_mib": mib(size(folder.path())?), "search_ms": percentiles(searched), "page_ms": percentiles(looked),
        "indexing_peak_mib": indexing, "memory_mib": memory("RssAnon")? - before,
    }))
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch")]
fn now() -> Instant {
    Instant::now()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A line of what the system says of this process, in MiB.
fn memory(line: &str) -> Result<f64, Problem> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let kib = status.lines().find_map(|it| it.strip_prefix(line)?.trim_start_matches(':').split_whitespace().next()?.parse::<f64>().ok());
    Ok(kib.unwrap_or_default() / 1024.0)
}

fn size(folder: &Path) -> Result<u64, Problem> {
    std::fs::read_dir(folder)?.try_fold(0, |all, file| Ok(all + file?.metadata()?.len()))
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "bytes of a file are far below 2^52")]
fn mib(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
