//! What a wall can show. Pure.

/// What is on the wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shown {
    Door,
    Question,
    Opinions,
    Board,
    Practice,
    Queue,
    Difficulty,
    Result,
    /// The name of the class.
    #[default]
    Blank,
}

impl Shown {
    /// In the order of their keys, from 1.
    pub const ALL: [Self; 9] =
        [Self::Door, Self::Question, Self::Opinions, Self::Board, Self::Practice, Self::Queue, Self::Difficulty, Self::Result, Self::Blank];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Question => "question",
            Self::Opinions => "opinions",
            Self::Board => "board",
            Self::Practice => "practice",
            Self::Queue => "queue",
            Self::Difficulty => "difficulty",
            Self::Result => "result",
            Self::Blank => "blank",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The key of its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Door => "screen-door",
            Self::Question => "screen-question",
            Self::Opinions => "screen-opinions",
            Self::Board => "screen-board",
            Self::Practice => "screen-practice",
            Self::Queue => "screen-queue",
            Self::Difficulty => "screen-difficulty",
            Self::Result => "screen-result",
            Self::Blank => "screen-blank",
        }
    }

    /// It shows one of several: a board, a practice, a difficulty.
    #[must_use]
    pub fn is_one_of_several(self) -> bool {
        matches!(self, Self::Board | Self::Practice | Self::Difficulty)
    }
}

/// What the wall of a class shows: `about` is the one of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    pub shown: Shown,
    pub about: String,
}

impl Turned {
    /// As a button says it: `board:0166…`, `queue`.
    #[must_use]
    pub fn value(&self) -> String {
        if self.about.is_empty() { self.shown.name().to_owned() } else { format!("{}:{}", self.shown.name(), self.about) }
    }

    /// As read back.
    #[must_use]
    pub fn from_value(value: &str) -> Option<Self> {
        let (name, about) = value.split_once(':').unwrap_or((value, ""));
        let shown = Shown::from_name(name)?;
        (about.is_empty() || shown.is_one_of_several()).then(|| Self { shown, about: about.to_owned() })
    }

    /// Whether a button that says `wanted` puts on what is on now.
    #[must_use]
    pub fn is(&self, wanted: &str) -> bool {
        self.value() == wanted
    }
}

/// Which of several comes next: after the one that is on, or the first.
#[must_use]
pub fn next<'a>(all: &'a [String], now: &Turned, wanted: Shown) -> Option<&'a String> {
    let at = all.iter().position(|it| now.shown == wanted && *it == now.about);
    at.and_then(|at| all.get(at + 1)).or_else(|| all.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_what_it_puts_on() {
        for shown in Shown::ALL {
            assert_eq!(Shown::from_name(shown.name()), Some(shown));
            let turned = Turned { shown, about: if shown.is_one_of_several() { "x".into() } else { String::new() } };
            assert_eq!(Turned::from_value(&turned.value()), Some(turned));
        }
        assert_eq!(Turned::from_value("queue:x"), None);
        assert_eq!(Turned::from_value("film"), None);
    }

    #[test]
    fn the_same_key_again_goes_to_the_next_and_round() {
        let all = ["a".to_owned(), "b".to_owned()];
        let on = |shown, about: &str| Turned { shown, about: about.into() };
        let then = |now: Turned| next(&all, &now, Shown::Board).map(String::as_str);
        assert_eq!(then(on(Shown::Queue, "")), Some("a"));
        assert_eq!(then(on(Shown::Board, "a")), Some("b"));
        assert_eq!(then(on(Shown::Board, "b")), Some("a"));
        assert_eq!(then(on(Shown::Practice, "a")), Some("a"));
        assert_eq!(then(on(Shown::Board, "gone")), Some("a"));
        assert_eq!(next(&[], &on(Shown::Board, "a"), Shown::Board), None);
    }
}
