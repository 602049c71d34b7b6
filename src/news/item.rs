//! The item (bản tin) of a class: its parts, its states, who may do what to it, and what drawing it anew would change. Pure.

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Draft,
    /// Anyone may read it.
    Released,
    /// Was released once, and taken back.
    Withdrawn,
}

crate::names! { State {
    Draft = "draft", "news-state-draft";
    Released = "released", "news-state-released";
    Withdrawn = "withdrawn", "news-state-withdrawn";
} }

impl State {
    /// The class under which its word is drawn.
    #[must_use]
    pub fn look(self) -> &'static str {
        match self {
            Self::Draft => "wait",
            Self::Released => "good",
            Self::Withdrawn => "off",
        }
    }
}

/// What a part tells, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Headline,
    Lead,
    People,
    Policy,
    Discussion,
    Difficulties,
    Practices,
    Plans,
    /// What no figure tells: written by hand only.
    Own,
    Closing,
}

crate::names! { Part {
    Headline = "headline", "news-part-headline";
    Lead = "lead", "news-part-lead";
    People = "people", "news-part-people";
    Policy = "policy", "news-part-policy";
    Discussion = "discussion", "news-part-discussion";
    Difficulties = "difficulties", "news-part-difficulties";
    Practices = "practices", "news-part-practices";
    Plans = "plans", "news-part-plans";
    Own = "own", "news-part-own";
    Closing = "closing", "news-part-closing";
} }

impl Part {
    /// The most letters it may have.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            Self::Headline => 200,
            Self::Lead => 1000,
            _ => 4000,
        }
    }

    /// A page cannot do without it.
    #[must_use]
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Headline | Self::Lead)
    }
}

/// A part as it reads, and as the data had it when it was last drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub part: Part,
    pub text: String,
    pub drawn: String,
}

impl Piece {
    /// Written or changed by hand?
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.text != self.drawn
    }
}

/// The figures beside the text, as they were when it was drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub people: i64,
    pub communes: i64,
    pub raised: i64,
    /// Of them, those that an expert has answered, whatever came of it.
    pub advised: i64,
    pub resolved: i64,
    pub partly: i64,
    /// With an authority above.
    pub sent: i64,
    /// No longer needed.
    pub dropped: i64,
}

impl Figures {
    /// At least half of them are resolved: worth the headline.
    #[must_use]
    pub fn mostly_resolved(self) -> bool {
        self.resolved > 0 && self.resolved * 2 >= self.raised
    }

    /// Raised, and none of the four.
    #[must_use]
    pub fn rest(self) -> i64 {
        (self.raised - self.resolved - self.partly - self.sent - self.dropped).max(0)
    }
}

/// A part that the data tell otherwise than when it was last drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub part: Part,
    /// As it reads now; empty: it is not on the page.
    pub now: String,
    /// As the data have it; empty: they have nothing to tell any more.
    pub fresh: String,
    /// Somebody wrote what stands there: taking the new text would lose it.
    pub edited: bool,
}

/// What drawing anew would change: nothing that the data tell as before, and nothing that reads so already.
#[must_use]
pub fn changes(pieces: &[Piece], fresh: &[Piece]) -> Vec<Change> {
    let of = |all: &[Piece], part: Part| all.iter().find(|it| it.part == part).cloned();
    let compare = |part: Part| {
        let fresh = of(fresh, part).map(|it| it.text).unwrap_or_default();
        let piece = of(pieces, part).unwrap_or(Piece { part, text: String::new(), drawn: String::new() });
        let news = fresh != piece.drawn && fresh != piece.text;
        news.then(|| Change { part, edited: piece.is_edited(), now: piece.text, fresh })
    };
    Part::ALL.into_iter().filter(|it| *it != Part::Own).filter_map(compare).collect()
}

/// The parts after drawing anew: those taken read as the data have them, the others as they did; all are known to have been drawn now.
#[must_use]
pub fn redrawn(pieces: &[Piece], fresh: &[Piece], taken: &[Part]) -> Vec<Piece> {
    let text = |all: &[Piece], part: Part| all.iter().find(|it| it.part == part).map(|it| it.text.clone()).unwrap_or_default();
    let draw = |part: Part| {
        let drawn = text(fresh, part);
        Piece { part, text: if taken.contains(&part) { drawn.clone() } else { text(pieces, part) }, drawn }
    };
    Part::ALL.into_iter().map(draw).filter(|it| !it.text.is_empty() || !it.drawn.is_empty()).collect()
}

/// What can be done to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Also writes the first draft (`None`).
    Save,
    Release,
    TakeBack,
    Read,
}

/// The whole table: who may do what to an item as it stands (`None`: nothing was saved yet), `runs` saying whether they run the class.
#[must_use]
pub fn may(verb: Verb, at: Option<State>, runs: bool) -> bool {
    match verb {
        Verb::Save => runs,
        Verb::Release => runs && matches!(at, Some(State::Draft | State::Withdrawn)),
        Verb::TakeBack => runs && at == Some(State::Released),
        Verb::Read => at == Some(State::Released),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(part: Part, text: &str, drawn: &str) -> Piece {
        Piece { part, text: text.into(), drawn: drawn.into() }
    }

    #[test]
    fn who_may_do_what() {
        let states = [None, Some(State::Draft), Some(State::Released), Some(State::Withdrawn)];
        let row = |verb, runs| states.map(|at| may(verb, at, runs));
        assert_eq!(row(Verb::Save, true), [true; 4]);
        assert_eq!(row(Verb::Release, true), [false, true, false, true]);
        assert_eq!(row(Verb::TakeBack, true), [false, false, true, false]);
        for verb in [Verb::Save, Verb::Release, Verb::TakeBack] {
            assert_eq!(row(verb, false), [false; 4], "{verb:?}");
        }
        for runs in [true, false] {
            assert_eq!(row(Verb::Read, runs), [false, false, true, false], "a draft has no public page, whoever asks");
        }
    }

    #[test]
    fn drawing_anew_offers_what_changed_and_overwrites_nothing_unasked() {
        let kept = [
            piece(Part::Headline, "Của tôi", "58 cán bộ"),
            piece(Part::Lead, "Như cũ.", "Như cũ."),
            piece(Part::People, "Có 58.", "Có 58."),
            piece(Part::Plans, "", "Kế hoạch."),
            piece(Part::Own, "Viết thêm.", ""),
        ];
        let fresh = [
            piece(Part::Headline, "59 cán bộ", "59 cán bộ"),
            piece(Part::Lead, "Như cũ.", "Như cũ."),
            piece(Part::People, "Có 59.", "Có 59."),
            piece(Part::Plans, "Kế hoạch.", "Kế hoạch."),
            piece(Part::Closing, "Sắp tới.", "Sắp tới."),
        ];
        let all = changes(&kept, &fresh);
        let told: Vec<_> = all.iter().map(|it| (it.part, it.edited)).collect();
        assert_eq!(told, [(Part::Headline, true), (Part::People, false), (Part::Closing, false)], "what was left out stays out");
        let after = redrawn(&kept, &fresh, &[Part::People]);
        let text = |part| after.iter().find(|it| it.part == part).map_or("", |it| it.text.as_str());
        assert_eq!((text(Part::Headline), text(Part::People), text(Part::Own)), ("Của tôi", "Có 59.", "Viết thêm."));
        assert_eq!(text(Part::Closing), "");
        assert!(changes(&after, &fresh).is_empty(), "what was seen is not offered again");
    }
}
