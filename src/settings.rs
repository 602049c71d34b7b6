//! The only reader of the environment. Three settings, each also a word of the command line; and where blobs and the index lie.

use crate::db::{Shelf, Store};
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

/// Where blobs lie: `NGUON_BLOBS` names a folder or `s3://bucket/prefix`; else `blobs` in the store's folder. Beside a PostgreSQL that is
/// the folder `NGUON_DATA`, or `data`. What an S3 store needs to know is read under its usual names, `AWS_*`.
#[must_use]
pub fn shelf(store: &Store) -> Shelf {
    let Some(named) = variable("NGUON_BLOBS") else { return Shelf::Folder(beside(store).join("blobs")) };
    shelf_named(&named, AWS.iter().filter_map(|name| Some(((*name).to_owned(), variable(&name.to_uppercase())?))).collect())
}

/// Where the index lies: the folder `NGUON_INDEX`, else `index` in the store's folder. It can always be made anew: `nguon reindex`.
#[must_use]
pub fn index(store: &Store) -> PathBuf {
    variable("NGUON_INDEX").map_or_else(|| beside(store).join("index"), PathBuf::from)
}

/// The folder for what lies beside a store.
fn beside(store: &Store) -> PathBuf {
    match store {
        Store::Folder(folder) => folder.clone(),
        Store::Postgres(_) => variable("NGUON_DATA").map_or_else(|| PathBuf::from("data"), PathBuf::from),
    }
}

/// What an S3 store may need to know.
const AWS: [&str; 7] = [
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "aws_region",
    "aws_endpoint",
    "aws_allow_http",
    "aws_virtual_hosted_style_request",
];

fn shelf_named(named: &str, settings: Vec<(String, String)>) -> Shelf {
    match named.strip_prefix("s3://") {
        Some(rest) => {
            let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            Shelf::S3 { bucket: bucket.to_owned(), prefix: prefix.trim_matches('/').to_owned(), settings }
        }
        None => Shelf::Folder(PathBuf::from(named)),
    }
}

/// The address to listen on.
#[must_use]
pub fn address(given: Option<String>) -> String {
    given.or_else(|| variable("NGUON_ADDR")).unwrap_or_else(|| ADDRESS.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_is_a_folder_or_a_bucket() {
        assert_eq!(shelf_named("/srv/anh", vec![]), Shelf::Folder("/srv/anh".into()));
        let Shelf::S3 { bucket, prefix, .. } = shelf_named("s3://nguon/lop/anh/", vec![]) else { panic!("a bucket") };
        assert_eq!((bucket.as_str(), prefix.as_str()), ("nguon", "lop/anh"));
        assert!(matches!(shelf_named("s3://nguon", vec![]), Shelf::S3 { prefix, .. } if prefix.is_empty()));
    }
}
