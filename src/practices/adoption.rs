//! Taking a practice up (làm theo) at another place: the states, and who says how it goes. Pure.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Going {
    Planned,
    UnderWay,
    Done,
    Stopped,
}

crate::names! { Going {
    Planned = "planned", "adoption-planned";
    UnderWay = "under_way", "adoption-under-way";
    Done = "done", "adoption-done";
    Stopped = "stopped", "adoption-stopped";
} }

impl Going {
    /// The look of its mark.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Planned => "wait",
            Self::UnderWay => "part",
            Self::Done => "good",
            Self::Stopped => "off",
        }
    }
}

/// What the asker is to an adoption.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nearness {
    /// Took it up.
    pub took_up: bool,
    /// Is a trainee of the place that took it up.
    pub of_place: bool,
    /// Runs the class of the practice, or that of the place.
    pub runs: bool,
}

/// Who says how it goes.
#[must_use]
pub fn may_report(who: Nearness) -> bool {
    who.took_up || who.of_place || who.runs
}

/// So long may a note be.
pub const LONGEST_NOTE: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_tells_how_it_goes() {
        assert!(!may_report(Nearness::default()));
        assert!(may_report(Nearness { took_up: true, ..Nearness::default() }));
        assert!(may_report(Nearness { of_place: true, ..Nearness::default() }));
        assert!(may_report(Nearness { runs: true, ..Nearness::default() }));
    }
}
