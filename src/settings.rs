//! The only reader of the environment. Three settings, each also a word of the command line.

use crate::db::Store;
use std::path::PathBuf;

/// Where the program listens when nothing else is said.
pub const ADDRESS: &str = "127.0.0.1:8135";

/// The value of an environment variable, if it is set and not empty.
#[expect(clippy::disallowed_methods, reason = "this is the reader of the environment that everyone else is told to ask")]
#[must_use]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The store that the command line or, failing that, the environment names: `--database` before `--data`, else the folder `data`.
#[must_use]
pub fn store(data: Option<PathBuf>, database: Option<String>) -> Store {
    if let Some(address) = database.or_else(|| if data.is_none() { variable("NGUON_DATABASE") } else { None }) {
        return Store::Postgres(address);
    }
    Store::Folder(data.or_else(|| variable("NGUON_DATA").map(PathBuf::from)).unwrap_or_else(|| PathBuf::from("data")))
}

/// The address to listen on.
#[must_use]
pub fn address(given: Option<String>) -> String {
    given.or_else(|| variable("NGUON_ADDR")).unwrap_or_else(|| ADDRESS.to_owned())
}
