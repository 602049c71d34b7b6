//! A plan (kế hoạch) of a place out of a class: how far it reaches, its states, and who may do what with it. Pure.

use crate::ground::dates::Date;

/// How far a plan reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Horizon {
    /// Up to twelve months.
    Short,
    /// Up to five years.
    Medium,
}

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Its place writes it.
    Draft,
    /// The class has it before its eyes.
    Presented,
    /// Taken back.
    Withdrawn,
}

crate::names! { Horizon {
    Short = "short", "plan-short";
    Medium = "medium", "plan-medium";
} }
crate::names! { State {
    Draft = "draft", "plan-state-draft";
    Presented = "presented", "plan-state-presented";
    Withdrawn = "withdrawn", "plan-state-withdrawn";
} }

/// So long after its end a class's plans are followed: as far as a medium plan reaches.
pub const FOLLOWED_MONTHS: i16 = 60;
/// The longest title, and other texts, in characters.
pub const LONGEST_TITLE: usize = 200;
pub const LONGEST_AIM: usize = 2000;

impl Horizon {
    /// The last day on which a step of such a plan may be due, of a class that ended on this day.
    #[must_use]
    pub fn last_day(self, class_ends: Date) -> Date {
        class_ends.plus_months(match self {
            Self::Short => 12,
            Self::Medium => FOLLOWED_MONTHS,
        })
    }
}

impl State {
    /// The class of the look.
    #[must_use]
    pub fn look(self) -> &'static str {
        match self {
            Self::Draft => "wait",
            Self::Presented => "good",
            Self::Withdrawn => "off",
        }
    }
}

/// What can be done with plans and with the rounds after a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    See,
    /// Title, aim and steps.
    Write,
    Present,
    Withdraw,
    /// Says how a step goes.
    Report,
    /// Answers a round for the place.
    Answer,
    /// Opens and closes rounds.
    RunRounds,
}

/// What the asker is to a class and to one of its places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one person can be several of these at once")]
pub struct Standing {
    /// Runs the class: organisers (the secretary is one) and administrators.
    pub runs: bool,
    /// A trainee whom this place named.
    pub of_place: bool,
    /// An expert of the class.
    pub expert: bool,
    /// Sees the class in some way: trainees of other places and the sponsor too.
    pub sees: bool,
}

impl Standing {
    /// Does it for the place without being of it.
    #[must_use]
    pub fn on_behalf(self) -> bool {
        self.runs && !self.of_place
    }
}

/// The whole table of what is allowed: which verb, on a plan in this state, for whom. Rounds have no plan: they ask as of a presented one.
#[must_use]
pub fn may(verb: Verb, state: State, who: Standing) -> bool {
    let writes = who.runs || who.of_place;
    match verb {
        Verb::See => match state {
            State::Draft => writes || who.expert,
            State::Presented => writes || who.expert || who.sees,
            State::Withdrawn => writes,
        },
        Verb::Write | Verb::Withdraw => writes && state != State::Withdrawn,
        Verb::Present => writes && state != State::Presented,
        Verb::Report => writes && state == State::Presented,
        Verb::Answer => writes,
        Verb::RunRounds => who.runs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_what() {
        use State::{Draft, Presented, Withdrawn};
        let runs = Standing { runs: true, sees: true, ..Standing::default() };
        let place = Standing { of_place: true, sees: true, ..Standing::default() };
        let expert = Standing { expert: true, sees: true, ..Standing::default() };
        let other = Standing { sees: true, ..Standing::default() };
        let nobody = Standing::default();
        // Who, and what they may with a draft, a presented and a withdrawn plan.
        let all = [Verb::See, Verb::Write, Verb::Present, Verb::Withdraw, Verb::Report, Verb::Answer, Verb::RunRounds];
        let says = |who: Standing, state: State| -> String { all.iter().map(|it| if may(*it, state, who) { 'x' } else { '.' }).collect() };
        let table = [
            (runs, ["xxxx.xx", "xx.xxxx", "x.x..xx"]),
            (place, ["xxxx.x.", "xx.xxx.", "x.x..x."]),
            (expert, ["x......", "x......", "......."]),
            (other, [".......", "x......", "......."]),
            (nobody, [".......", ".......", "......."]),
        ];
        for (who, lines) in table {
            assert_eq!([Draft, Presented, Withdrawn].map(|it| says(who, it)), lines.map(str::to_owned), "{who:?}");
        }
    }

    #[test]
    fn a_horizon_is_counted_from_the_end_of_the_class() {
        let ends = Date::new(2018, 10, 17).unwrap();
        assert_eq!(Horizon::Short.last_day(ends).to_string(), "17/10/2019");
        assert_eq!(Horizon::Medium.last_day(ends).to_string(), "17/10/2023");
        assert_eq!(Horizon::Short.last_day(Date::new(2024, 2, 29).unwrap()).to_string(), "28/02/2025");
        for it in Horizon::ALL {
            assert_eq!(Horizon::from_name(it.name()), Some(it));
        }
    }
}
