//! Chance: the only source of random bytes, so that the demonstration and the tests can be exact.

use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Where random bytes come from.
#[derive(Clone, Debug)]
pub enum Chance {
    /// The operating system.
    System,
    /// A repeatable sequence: for demonstration and tests only, never for secrets.
    Seeded { seed: u64, drawn: Arc<AtomicU64> },
}

impl Chance {
    /// The repeatable sequence that `seed` begins.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded { seed, drawn: Arc::new(AtomicU64::new(0)) }
    }

    /// `N` random bytes, at most 32.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        match self {
            Self::System => {
                // A machine without randomness cannot make secrets: stopping is the only safe answer.
                if let Err(error) = getrandom::fill(&mut out) {
                    tracing::error!(%error, "the operating system gives no random bytes");
                    std::process::abort();
                }
            }
            Self::Seeded { seed, drawn } => {
                let n = drawn.fetch_add(1, Ordering::SeqCst);
                let digest = Sha256::new().chain_update(seed.to_le_bytes()).chain_update(n.to_le_bytes()).finalize();
                for (to, from) in out.iter_mut().zip(digest.iter().cycle()) {
                    *to = *from;
                }
            }
        }
        out
    }
}
