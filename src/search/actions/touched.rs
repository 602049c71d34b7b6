//! Which things an event touches, as far as they can be found. Pure.

use crate::db::Event;
use std::collections::BTreeSet;

/// What is read whole when something about all of it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    Difficulty,
    Practice,
    Place,
}

impl Source {
    /// The mark of its entries.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Difficulty => "source:difficulty",
            Self::Practice => "source:practice",
            Self::Place => "source:place",
        }
    }
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) documents: BTreeSet<String>,
    /// Documents about which something was said: advice that stands on them may need review.
    pub(super) cited: BTreeSet<String>,
    pub(super) difficulties: BTreeSet<String>,
    pub(super) practices: BTreeSet<String>,
    pub(super) whole: BTreeSet<Source>,
    /// A person was erased: nothing of theirs may be left in any file of the index.
    pub(super) erased: bool,
}

impl Touched {
    /// Everything.
    pub(super) fn all(documents: Vec<String>) -> Self {
        Self {
            documents: documents.into_iter().collect(),
            whole: [Source::Difficulty, Source::Practice, Source::Place].into(),
            ..Self::default()
        }
    }

    /// Adds what an event touches.
    pub(super) fn by(&mut self, event: &Event) {
        let about = || event.about.clone();
        match event.kind.split('.').next().unwrap_or_default() {
            "document" => {
                self.documents.insert(about());
                self.cited.insert(about());
            }
            "difficulty" => {
                self.difficulties.insert(about());
            }
            "practice" => {
                self.practices.insert(about());
            }
            // Names of places, and where they lie, are shown with everything.
            "place" => self.whole.extend([Source::Place, Source::Difficulty, Source::Practice]),
            "person" => self.erased |= event.kind == "person.erased",
            // Its period is that of what has no component.
            "project" => self.whole.extend([Source::Difficulty, Source::Practice]),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Instant;

    #[test]
    fn events_touch_what_they_are_about() {
        let mut touched = Touched::default();
        for (kind, about) in [
            ("difficulty.raised", "d1"),
            ("difficulty.advised", "d1"),
            ("practice.released", "p1"),
            ("document.related", "t1"),
            ("session.planned", "s1"),
            ("person.entered", "x"),
        ] {
            let text = String::new;
            touched.by(&Event {
                position: 1,
                id: text(),
                node: text(),
                seq: 1,
                kind: kind.into(),
                about: about.into(),
                class_id: None,
                actor: None,
                on_behalf: None,
                at: Instant(0),
                hlc: 0,
                body: "{}".into(),
            });
        }
        assert_eq!((touched.difficulties.len(), touched.practices.len(), touched.documents.len(), touched.whole.len()), (1, 1, 1, 0));
        assert!(touched.cited.contains("t1") && !touched.erased);
    }
}
