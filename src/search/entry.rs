//! What is found, as the index keeps it for the page: what it is, where it stands, its passages with their own addresses. Pure.

use serde::{Deserialize, Serialize};

/// What can be found, in the order of the tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// A difficulty, with the answer to it.
    Difficulty,
    /// A document, or an article of it.
    Law,
    Practice,
    Story,
    Place,
}

crate::names! { Kind {
    Difficulty = "difficulty", "search-kind-difficulty";
    Law = "law", "search-kind-law";
    Practice = "practice", "search-kind-practice";
    Story = "story", "search-kind-story";
    Place = "place", "search-kind-place";
} }

impl Kind {
    /// As a mark.
    pub(super) fn mark(self) -> String {
        format!("kind:{}", self.name())
    }
}

/// A clause or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Passage {
    /// Where it stands; empty where that is the page itself.
    pub(super) path: String,
    /// `khoản 2`; empty where it has no name.
    pub(super) label: String,
    pub(super) text: String,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shown {
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) path: String,
    /// Where; empty where there is no place to it, or it is not to be told.
    pub(super) place: String,
    /// Numbers, dates, names of documents.
    pub(super) facts: Vec<String>,
    /// The look's class and the key of the word; none where both are empty.
    pub(super) state: (String, String),
    pub(super) needs_review: bool,
    pub(super) passages: Vec<Passage>,
}

impl Shown {
    /// As the index keeps it.
    pub(super) fn kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As read back.
    pub(super) fn read(kept: &str) -> Option<Self> {
        serde_json::from_str(kept).ok()
    }

    /// The texts of the passages, as they are indexed.
    pub(super) fn texts(&self) -> Vec<String> {
        self.passages.iter().map(|it| it.text.clone()).collect()
    }
}

/// The lines of a text as passages of the page itself.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Passage> + '_ {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| Passage { text: line.trim().to_owned(), ..Passage::default() })
}

/// So many letters of a text, cut between words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(before, _)| before);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_and_read_back() {
        let it = Shown {
            kind: Kind::Law,
            title: "Điều 14".into(),
            path: "/documents/x#d14".into(),
            place: String::new(),
            facts: vec!["Nghị định 27/2022/NĐ-CP".into()],
            state: ("good".into(), "document-state-in-force".into()),
            needs_review: false,
            passages: lines("một\n\n hai ").collect(),
        };
        assert_eq!(it.texts(), ["một", "hai"]);
        assert_eq!(Shown::read(&it.kept()), Some(it));
        assert_eq!(Shown::read("{"), None);
        assert_eq!(shortened("mua con giống, của dân", 15), "mua con giống…");
    }
}
