//! `nguon search-eval`: how well the product's own ranking finds what it should, and how fast.

use super::engine::{Asked, Engine, Entry};
use crate::ground::Problem;
use crate::ground::text::fold;
use serde::Deserialize;
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
    pub mrr: f64,
    /// Milliseconds a query: half, 95 and 99 of a hundred are not slower.
    pub ms: [f64; 3],
}

fn lines<T: for<'a> Deserialize<'a>>(text: &str) -> Result<Vec<T>, Problem> {
    let read = |(at, line): (usize, &str)| serde_json::from_str(line).map_err(|error| Problem::new(format!("line {}: {error}", at + 1)));
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// Indexes the corpus in memory and asks every query.
pub fn measure(corpus: &str, queries: &str, strip_diacritics: bool) -> Result<Measured, Problem> {
    let (articles, queries): (Vec<Article>, Vec<Query>) = (lines(corpus)?, lines(queries)?);
    let engine = Engine::in_memory()?;
    let begun = Instant::now();
    let mut writer = engine.writer()?;
    for it in &articles {
        let passages = it.text.split('\n').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        engine.put(&writer, &Entry { key: it.id.clone(), title: it.title.clone(), passages, ..Entry::default() })?;
    }
    writer.commit().map_err(Problem::new)?;
    engine.refresh()?;
    let mut told = Measured { articles: articles.len(), queries: queries.len(), indexed_in: begun.elapsed(), ..Measured::default() };
    let mut times = Vec::new();
    for it in &queries {
        let text = if strip_diacritics { fold(&it.text) } else { it.text.clone() };
        let asked = Instant::now();
        let found = engine.search(&Asked { text, most: 100, ..Asked::default() })?;
        times.push(asked.elapsed().as_secs_f64() * 1000.0);
        for (place, most) in [1, 10, 100].into_iter().enumerate() {
            let had = it.gold.iter().filter(|gold| found.iter().take(most).any(|found| found.key == **gold)).count();
            told.recall[place] += had as f64 / it.gold.len().max(1) as f64;
        }
        if let Some(place) = found.iter().take(10).position(|found| it.gold.contains(&found.key)) {
            told.mrr += 1.0 / (place as f64 + 1.0);
        }
    }
    let n = queries.len().max(1) as f64;
    told.recall.iter_mut().for_each(|it| *it /= n);
    told.mrr /= n;
    times.sort_by(f64::total_cmp);
    let at =
        |share: f64| times.get(((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    told.ms = [at(0.5), at(0.95), at(0.99)];
    Ok(told)
}
