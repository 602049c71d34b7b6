//! Blobs: the bytes of photos and papers, beside the journal, under the SHA-256 of their content.
//!
//! A blob is written before the event that names it, and is the same for whoever brings it: writing twice does nothing. A folder of this
//! machine (written beside, brought to the disk, then renamed) or a store that speaks S3. What no table names any longer is removed by
//! the verb that takes the last name away, while it holds the writer's turn.

use super::{Db, Run};
use crate::ground::Problem;
use bytes::Bytes;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where blobs lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A store that speaks S3: bucket, prefix within it (may be empty), and its settings by their usual names (`aws_access_key_id`, …).
    S3 { bucket: String, prefix: String, settings: Vec<(String, String)> },
}

/// The open store of blobs. Cheap to clone.
#[derive(Clone)]
pub struct Blobs(Arc<dyn ObjectStore>);

impl fmt::Debug for Blobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blobs({})", self.0)
    }
}

/// The name of these bytes.
#[must_use]
pub fn blob_name(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// Whether a text from outside may be the name of a blob: 64 lower-case hexadecimal digits.
#[must_use]
pub fn is_blob(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

impl Blobs {
    /// Opens the shelf; a folder is made if there is none.
    pub fn open(shelf: &Shelf) -> Result<Self, Problem> {
        match shelf {
            Shelf::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))))
            }
            Shelf::S3 { bucket, prefix, settings } => {
                // The first one stays; whoever installed it before us chose the same.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let mut builder = AmazonS3Builder::new().with_bucket_name(bucket);
                for (name, value) in settings {
                    let key: AmazonS3ConfigKey = name.parse()?;
                    builder = builder.with_config(key, value);
                }
                Ok(Self(Arc::new(PrefixStore::new(builder.build()?, prefix.as_str()))))
            }
        }
    }

    /// Keeps the bytes; their name.
    pub async fn put(&self, bytes: Bytes) -> Result<String, Problem> {
        let name = blob_name(&bytes);
        if self.length(&name).await? != Some(bytes.len()) {
            self.0.put(&key(&name)?, PutPayload::from_bytes(bytes)).await?;
        }
        Ok(name)
    }

    /// The bytes of this name, if they are there.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, Problem> {
        match self.0.get(&key(name)?).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes the bytes away. What is not there is no fault.
    pub async fn remove(&self, name: &str) -> Result<(), Problem> {
        match self.0.delete(&key(name)?).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn length(&self, name: &str) -> Result<Option<usize>, Problem> {
        match self.0.head(&key(name)?).await {
            Ok(found) => Ok(usize::try_from(found.size).ok()),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Two letters, then the whole: no folder grows too long.
fn key(name: &str) -> Result<Key, Problem> {
    let folder = name.get(..2).filter(|_| is_blob(name)).ok_or_else(|| Problem::new(format!("{name} names no blob")))?;
    Ok(Key::from_iter([folder, name]))
}

/// Where a backup keeps its blobs: a folder beside its file, `kho.sqlite.blobs`.
#[must_use]
pub fn beside(backup: &Path) -> PathBuf {
    let mut name = backup.as_os_str().to_owned();
    name.push(".blobs");
    PathBuf::from(name)
}

impl Db {
    /// Every blob that a table names, in order.
    pub async fn blobs_named(&self) -> Result<BTreeSet<String>, Problem> {
        let mut named = BTreeSet::new();
        for statement in &self.inner().schema.blobs {
            named.extend(self.all::<String>(statement, &[]).await?);
        }
        Ok(named)
    }

    /// Blobs that a table names and that are not there, or are not what their name says.
    pub async fn blobs_missing(&self, blobs: &Blobs) -> Result<Vec<String>, Problem> {
        let mut missing = Vec::new();
        for name in self.blobs_named().await? {
            if blobs.get(&name).await?.is_none_or(|bytes| blob_name(&bytes) != name) {
                missing.push(name);
            }
        }
        Ok(missing)
    }

    /// Copies every blob that a table names from one shelf to another; those that were not there. For a backup and back.
    pub async fn copy_blobs(&self, from: &Blobs, to: &Blobs) -> Result<Vec<String>, Problem> {
        let mut missing = Vec::new();
        for name in self.blobs_named().await? {
            match from.get(&name).await? {
                Some(bytes) if blob_name(&bytes) == name => {
                    to.put(bytes).await?;
                }
                _ => missing.push(name),
            }
        }
        Ok(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> (tempfile::TempDir, Blobs) {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::open(&Shelf::Folder(folder.path().join("blobs"))).unwrap();
        (folder, blobs)
    }

    fn files(folder: &Path) -> usize {
        let inside = std::fs::read_dir(folder).unwrap().flatten();
        inside.map(|it| if it.path().is_dir() { files(&it.path()) } else { 1 }).sum()
    }

    #[tokio::test]
    async fn the_same_bytes_are_kept_once_under_their_hash() {
        let (folder, blobs) = shelf();
        let name = blobs.put(Bytes::from_static(b"abc")).await.unwrap();
        assert_eq!(name, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(blobs.put(Bytes::from_static(b"abc")).await.unwrap(), name);
        assert_eq!(blobs.get(&name).await.unwrap().unwrap(), "abc");
        assert_eq!(files(folder.path()), 1, "nothing is left beside it");
        assert!(folder.path().join("blobs/ba").join(&name).is_file());
        blobs.remove(&name).await.unwrap();
        blobs.remove(&name).await.unwrap();
        assert!(blobs.get(&name).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_name_from_outside_leads_nowhere_else() {
        let (_folder, blobs) = shelf();
        for name in ["", "../../etc/passwd", "ab", &"A".repeat(64), &"g".repeat(64), &"á".repeat(32)] {
            assert!(!is_blob(name), "{name}");
            assert!(blobs.get(name).await.is_err());
        }
    }

    #[tokio::test]
    async fn a_half_written_blob_is_written_again() {
        let (folder, blobs) = shelf();
        let name = blobs.put(Bytes::from_static(b"abc")).await.unwrap();
        std::fs::write(folder.path().join("blobs/ba").join(&name), b"a").unwrap();
        blobs.put(Bytes::from_static(b"abc")).await.unwrap();
        assert_eq!(blobs.get(&name).await.unwrap().unwrap(), "abc");
    }

    #[test]
    fn a_store_that_speaks_s3_opens_by_its_usual_settings() {
        let settings = [
            ("aws_access_key_id", "minh-hoa"),
            ("aws_secret_access_key", "minh-hoa"),
            ("aws_region", "hn"),
            ("aws_endpoint", "https://s3.example"),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        assert!(Blobs::open(&Shelf::S3 { bucket: "nguon".into(), prefix: "anh".into(), settings }).is_ok());
        let strange = vec![("aws_khong_co".to_owned(), "1".to_owned())];
        assert!(Blobs::open(&Shelf::S3 { bucket: "nguon".into(), prefix: String::new(), settings: strange }).is_err());
    }
}
