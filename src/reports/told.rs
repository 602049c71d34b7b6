//! A difficulty as figures count it: which way it went and what came of it. Pure.
//!
//! One rule for the pictures, the table and its filters, so that a figure always opens to exactly the rows it counts.

use crate::ground::Instant;
use crate::people::Field;

/// What came of a difficulty: the raiser's last word, or none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Outcome {
    Resolved,
    Partly,
    /// Advised, and it did not help: it is with the experts again.
    Not,
    NotNeeded,
    Open,
}

crate::names! { Outcome {
    Resolved = "resolved", "results-resolved";
    Partly = "partly", "results-partly";
    Not = "not", "results-not";
    NotNeeded = "not-needed", "results-not-needed";
    Open = "open", "results-open";
} }

impl Outcome {
    /// From the verdict as stored.
    pub(super) fn of(verdict: Option<&str>) -> Self {
        match verdict {
            Some("resolved") => Self::Resolved,
            Some("partly") => Self::Partly,
            Some("not") => Self::Not,
            Some("no_longer_needed") => Self::NotNeeded,
            _ => Self::Open,
        }
    }

    /// The class of its state, as the style sheet has it.
    pub(super) fn look(self) -> &'static str {
        match self {
            Self::Resolved => "good",
            Self::Partly => "part",
            Self::Not => "now",
            Self::NotNeeded => "off",
            Self::Open => "wait",
        }
    }
}

/// Which way a difficulty went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Way {
    /// Advised by an expert, and sent to nobody.
    Advised,
    /// Sent to the province or the ministry.
    Escalated,
    /// Neither yet.
    Untouched,
}

crate::names! { Way {
    Advised = "advised", "results-advised";
    Escalated = "escalated", "results-escalated";
    Untouched = "untouched", "results-untouched";
} }

impl Way {
    pub(super) fn of(advised: bool, escalated: bool) -> Self {
        match (escalated, advised) {
            (true, _) => Self::Escalated,
            (false, true) => Self::Advised,
            (false, false) => Self::Untouched,
        }
    }

    /// The key of the short word that has room within the picture.
    pub(super) fn short_word(self) -> &'static str {
        match self {
            Self::Advised => "results-short-advised",
            Self::Escalated => "results-short-escalated",
            Self::Untouched => "results-short-untouched",
        }
    }

    pub(super) fn look(self) -> &'static str {
        match self {
            Self::Escalated => "part",
            Self::Advised | Self::Untouched => "wait",
        }
    }
}

/// What counts of a difficulty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) field: Field,
    /// Nothing when it was raised anonymously: a commune sends two people, so its name would tell who it was.
    pub(super) place: Option<String>,
    pub(super) outcome: Outcome,
    pub(super) way: Way,
    pub(super) needs_review: bool,
    pub(super) published: bool,
    /// With an authority whose date has passed without an answer.
    pub(super) late: bool,
    pub(super) raised_at: Instant,
}

impl Told {
    /// Still waits for somebody: for an expert, an authority, or the raiser's word.
    pub(super) fn waits(&self) -> bool {
        matches!(self.outcome, Outcome::Open | Outcome::Not)
    }
}

/// Which rows of the table are asked for; nothing asked for is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) outcome: Option<Outcome>,
    pub(super) way: Option<Way>,
    pub(super) field: Option<Field>,
    pub(super) place: Option<String>,
    pub(super) published: bool,
    pub(super) review: bool,
    pub(super) late: bool,
}

impl Choice {
    /// As an address asks.
    pub(super) fn read(query: impl Fn(&str) -> String) -> Self {
        Self {
            outcome: Outcome::from_name(&query("outcome")),
            way: Way::from_name(&query("way")),
            field: Field::from_name(&query("field")),
            place: Some(query("place")).filter(|it| !it.is_empty()),
            published: !query("published").is_empty(),
            review: !query("review").is_empty(),
            late: !query("late").is_empty(),
        }
    }

    pub(super) fn is_all(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn admits(&self, it: &Told) -> bool {
        self.outcome.is_none_or(|wanted| wanted == it.outcome)
            && self.way.is_none_or(|wanted| wanted == it.way)
            && self.field.is_none_or(|wanted| wanted == it.field)
            && self.place.as_ref().is_none_or(|wanted| it.place.as_ref() == Some(wanted))
            && (!self.published || it.published)
            && (!self.review || it.needs_review)
            && (!self.late || it.late)
    }

    /// The query of an address that asks so, with its question mark; empty for all.
    pub(super) fn query(&self) -> String {
        let parts = [
            self.outcome.map(|it| format!("outcome={}", it.name())),
            self.way.map(|it| format!("way={}", it.name())),
            self.field.map(|it| format!("field={}", it.name())),
            self.place.as_ref().map(|it| format!("place={it}")),
            self.published.then(|| "published=1".to_owned()),
            self.review.then(|| "review=1".to_owned()),
            self.late.then(|| "late=1".to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

/// How many of these are so.
pub(super) fn count<'a>(all: impl IntoIterator<Item = &'a Told>, so: impl Fn(&Told) -> bool) -> u32 {
    u32::try_from(all.into_iter().filter(|it| so(it)).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(outcome: Outcome, way: Way, place: Option<&str>) -> Told {
        Told {
            id: "d".into(),
            code: "PT18-01".into(),
            text: "Mương".into(),
            field: Field::Water,
            place: place.map(str::to_owned),
            outcome,
            way,
            needs_review: false,
            published: false,
            late: false,
            raised_at: Instant(0),
        }
    }

    #[test]
    fn names_are_read_back() {
        for it in Outcome::ALL {
            assert_eq!(Outcome::from_name(it.name()), Some(it));
        }
        for it in Way::ALL {
            assert_eq!(Way::from_name(it.name()), Some(it));
        }
        assert_eq!(Outcome::of(Some("no_longer_needed")), Outcome::NotNeeded);
        assert_eq!(Way::of(true, true), Way::Escalated);
    }

    #[test]
    fn a_figure_opens_to_what_it_counts() {
        let all = [told(Outcome::Resolved, Way::Advised, Some("o08293")), told(Outcome::Open, Way::Escalated, None)];
        let choice = Choice { outcome: Some(Outcome::Resolved), place: Some("o08293".into()), ..Choice::default() };
        assert_eq!(choice.query(), "?outcome=resolved&place=o08293");
        assert_eq!(count(&all, |it| choice.admits(it)), 1);
        let read = Choice::read(|name| {
            choice.query().split(['?', '&']).find_map(|it| it.strip_prefix(&format!("{name}="))).unwrap_or_default().to_owned()
        });
        assert_eq!(read, choice);
        assert_eq!(count(&all, |it| Choice::default().admits(it)), 2);
        assert!(Choice::default().is_all() && Choice::default().query().is_empty());
        assert!(all[1].waits() && !all[0].waits());
    }
}
