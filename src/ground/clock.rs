//! The clock: the only place that asks what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::SystemTime;

pub use super::dates::Instant;

/// Where "now" comes from: the machine, or a time that the demonstration and the tests set.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until it is set; milliseconds UTC.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock standing at `ms` (milliseconds UTC).
    #[must_use]
    pub fn fixed(ms: i64) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(ms)))
    }

    /// Sets a fixed clock; the machine's clock is left alone.
    pub fn set(&self, ms: i64) {
        if let Self::Fixed(at) = self {
            at.store(ms, Ordering::SeqCst);
        }
    }

    /// The present instant.
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everyone else is told to take")]
    #[must_use]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => {
                let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
                Instant(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
            Self::Fixed(at) => Instant(at.load(Ordering::SeqCst)),
        }
    }
}
