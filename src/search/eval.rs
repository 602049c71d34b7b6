//! `nguon search-eval`: how well the product's own ranking finds what it should, and how fast.

use super::engine::{Asked, Engine, Entry};
use crate::ground::Problem;
use crate::ground::text::fold;
use serde::Deserialize;
use std::fmt;
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct Article {
    id: String,
    #[serde(default)]
    title: String,
    text: String,
}

#[derive(Deserialize)]
struct Query {
    text: String,
    gold: Vec<String>,
}

/// What was measured.
#[derive(Debug, Default)]
pub struct Measured {
    pub articles: usize,
    pub queries: usize,
    pub indexed_in: Duration,
    /// Recall among the first 1, 10 and 100.
    pub recall: [f64; 3],
    /// The mean reciprocal rank of the first right one among ten.
    pub mrr: f64,
    /// Milliseconds a query: half, 95 and 99 of a hundred are not slower.
    pub ms: [f64; 3],
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (articles, queries, [one, ten, hundred], [p50, p95, p99]) = (self.articles, self.queries, self.recall, self.ms);
        writeln!(f, "articles {articles}  queries {queries}  indexed in {:.2} s", self.indexed_in.as_secs_f64())?;
        writeln!(f, "recall@1 {one:.4}  recall@10 {ten:.4}  recall@100 {hundred:.4}  MRR@10 {:.4}", self.mrr)?;
        write!(f, "ms p50 {p50:.2}  p95 {p95:.2}  p99 {p99:.2}")
    }
}

fn lines<T: for<'a> Deserialize<'a>>(text: &str) -> Result<Vec<T>, Problem> {
    let read = |(at, line): (usize, &str)| serde_json::from_str(line).map_err(|error| Problem::new(format!("line {}: {error}", at + 1)));
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// Indexes the corpus in memory and asks every query.
#[expect(clippy::disallowed_methods, reason = "a stopwatch: how long it takes is what is asked")]
pub fn measure(corpus: &str, queries: &str, strip_diacritics: bool) -> Result<Measured, Problem> {
    let (articles, queries): (Vec<Article>, Vec<Query>) = (lines(corpus)?, lines(queries)?);
    let engine = Engine::in_memory()?;
    let begun = Instant::now();
    let mut writer = engine.writer()?;
    for it in &articles {
        let passages = it.text.split('\n').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        engine.put(&writer, &Entry { key: it.id.clone(), title: it.title.clone(), passages, ..Entry::default() })?;
    }
    engine.commit(&mut writer, "")?;
    let mut told = Measured { articles: articles.len(), queries: queries.len(), indexed_in: begun.elapsed(), ..Measured::default() };
    let mut times = Vec::new();
    for it in &queries {
        let text = if strip_diacritics { fold(&it.text) } else { it.text.clone() };
        let asked = Instant::now();
        let found = engine.search(&Asked { text, most: 100, ..Asked::default() })?;
        times.push(asked.elapsed());
        for (sum, most) in told.recall.iter_mut().zip([1, 10, 100]) {
            let had = it.gold.iter().filter(|gold| found.iter().take(most).any(|found| found.key == **gold)).count();
            *sum += share(had, it.gold.len());
        }
        if let Some(place) = found.iter().take(10).position(|found| it.gold.contains(&found.key)) {
            told.mrr += share(1, place + 1);
        }
    }
    told.recall.iter_mut().chain(std::iter::once(&mut told.mrr)).for_each(|sum| *sum *= share(1, queries.len()));
    told.ms = percentiles(times);
    Ok(told)
}

/// Milliseconds that half, 95 and 99 of a hundred of these took at most.
pub fn percentiles(mut times: Vec<Duration>) -> [f64; 3] {
    times.sort();
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)));
    [50, 95, 99].map(|percent| at(percent).map_or(0.0, |it| it.as_secs_f64() * 1000.0))
}

#[expect(clippy::cast_precision_loss, clippy::as_conversions, reason = "counts of queries are far below 2^52")]
fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORPUS: &str = r#"{"id":"a","title":"Duy tu","text":"Kinh phí duy tu chỉ cho sửa chữa nhỏ.\nKhông xây mới."}
        {"id":"b","title":"Mua sắm","text":"Mua con giống của dân thì lập giấy biên nhận."}
        {"id":"c","text":"Hội nghị tổng kết cuối năm."}"#;

    #[test]
    fn figures_say_what_was_found() {
        let queries = r#"{"qid":"1","text":"mua giống giấy biên nhận","gold":["b"]}
            {"qid":"2","text":"Kinh phí sửa chữa nhỏ","gold":["a","c"]}"#;
        for stripped in [false, true] {
            let it = measure(CORPUS, queries, stripped).unwrap();
            assert_eq!((it.articles, it.queries), (3, 2));
            assert!((it.recall[0] - 0.75).abs() < 1e-9 && (it.mrr - 1.0).abs() < 1e-9, "{it:?}");
            assert!(it.to_string().contains("recall@1 0.7500") && it.to_string().contains("MRR@10 1.0000"), "{it}");
        }
        assert!(measure("{", "", false).unwrap_err().to_string().contains("line 1"));
        assert!(percentiles(vec![]).iter().all(|it| it.abs() < 1e-9));
    }
}
