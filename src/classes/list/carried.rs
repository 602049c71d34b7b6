//! What a preview carries beside its rows, so that it can be shown again as it was: nothing of a list is kept before it is confirmed.

use super::{LeftOut, Reading, Row};
use crate::ground::Word;
use serde::{Deserialize, Serialize};

/// Everything that a row may say of itself. What comes back from a page says nothing else.
const SAID: [&str; 6] =
    ["list-said-zero", "list-said-country", "list-said-prefix", "list-said-fixed-line", "list-said-shared-phone", "list-said-old-font"];

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    header: usize,
    unused: Vec<String>,
    left_out: Vec<LeftOut>,
    said: Vec<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    at: usize,
    key: String,
    args: Vec<(String, String)>,
}

impl Carried {
    /// What a reading says beside its rows.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let said = |row: &Row| {
            let at = row.at;
            let one = move |it: &Word| {
                let args = it.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
                Said { at, key: it.key.to_owned(), args }
            };
            row.said.iter().map(one).collect::<Vec<_>>()
        };
        Self {
            header: reading.header,
            unused: reading.unused.clone(),
            left_out: reading.left_out.clone(),
            said: reading.rows.iter().flat_map(said).collect(),
        }
    }

    /// The reading again, with the rows that came back.
    #[must_use]
    pub fn with(self, mut rows: Vec<Row>) -> Reading {
        for it in self.said {
            let (Some(key), Some(row)) = (SAID.into_iter().find(|key| *key == it.key), rows.iter_mut().find(|row| row.at == it.at)) else {
                continue;
            };
            let word = it.args.into_iter().fold(Word::new(key), |word, (name, value)| match name.as_str() {
                "x" => word.with("x", value),
                "y" => word.with("y", value),
                _ => word,
            });
            row.said.push(word);
        }
        Reading { header: self.header, unused: self.unused, left_out: self.left_out, rows }
    }
}
