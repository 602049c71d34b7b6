//! Load: many lines at once for a while, and what each request took.

use crate::client::Line;
use nguon::ground::Problem;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What a run of load showed.
pub struct Run {
    pub requests: usize,
    pub seconds: f64,
    /// Sorted, milliseconds.
    pub took: Vec<f64>,
}

impl Run {
    pub fn per_second(&self) -> f64 {
        count(self.requests) / self.seconds
    }

    /// The time within which this share (0 to 1) of the requests was answered, milliseconds.
    pub fn within(&self, share: f64) -> f64 {
        let last = self.took.len().saturating_sub(1);
        let at = (0..=last).find(|i| count(*i) >= share * count(last)).unwrap_or(last);
        self.took.get(at).copied().unwrap_or_default()
    }
}

/// A count as a number to divide by.
pub fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::INFINITY, f64::from)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
pub fn now() -> Instant {
    Instant::now()
}

/// `lines` connections, each sending what `ask` makes of its running number, for `length`.
pub async fn run<F, Fut>(address: &str, lines: usize, length: Duration, ask: F) -> Result<Run, Problem>
where
    F: Fn(Line, usize) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Line, Problem>> + Send,
{
    let ask = Arc::new(ask);
    let next = Arc::new(AtomicUsize::new(0));
    let start = now();
    let mut tasks = Vec::new();
    for _ in 0..lines {
        let (ask, next, mut line) = (Arc::clone(&ask), Arc::clone(&next), Line::open(address).await?);
        tasks.push(tokio::spawn(async move {
            let mut took = Vec::new();
            while start.elapsed() < length {
                let before = now();
                line = ask(line, next.fetch_add(1, Ordering::Relaxed)).await?;
                took.push(before.elapsed().as_secs_f64() * 1000.0);
            }
            Ok::<_, Problem>(took)
        }));
    }
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await??);
    }
    let seconds = start.elapsed().as_secs_f64();
    took.sort_by(f64::total_cmp);
    Ok(Run { requests: took.len(), seconds, took })
}
