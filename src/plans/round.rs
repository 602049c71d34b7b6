//! The rounds after a class (vòng theo dõi): 3, 6 and 12 months after it each place says what became of its plans and verdicts. Pure.

use crate::ground::dates::Date;

/// The rounds, by months after the class.
pub const MONTHS: [i64; 3] = [3, 6, 12];

/// A round may be opened so many days before its day.
const DAYS_BEFORE: i32 = 14;
/// So many months after its day a round that was never opened is no longer proposed.
const PROPOSED_MONTHS: i16 = 6;

/// What a place says has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Changed {
    Much,
    Some,
    None,
}

crate::names! { Changed {
    Much = "much", "round-changed-much";
    Some = "some", "round-changed-some";
    None = "none", "round-changed-none";
} }

impl Changed {
    /// The class of the look.
    #[must_use]
    pub fn look(self) -> &'static str {
        match self {
            Self::Much => "good",
            Self::Some => "part",
            Self::None => "off",
        }
    }
}

/// The day of a round.
#[must_use]
pub fn due(class_ends: Date, months: i64) -> Date {
    class_ends.plus_months(i16::try_from(months).unwrap_or_default())
}

/// Whether a round may be opened on this day: of those that there are, not opened before, and its day near or past.
#[must_use]
pub fn may_open(class_ends: Date, months: i64, opened: &[i64], today: Date) -> bool {
    MONTHS.contains(&months) && !opened.contains(&months) && due(class_ends, months).plus_days(-DAYS_BEFORE) <= today
}

/// The round that is due to be opened: the latest whose day has come, unless a later one was opened, or its day is long past.
#[must_use]
pub fn proposed(class_ends: Date, opened: &[i64], today: Date) -> Option<i64> {
    let come = |months: &i64| due(class_ends, *months) <= today;
    let months = MONTHS.into_iter().rev().find(come)?;
    let later = opened.iter().any(|it| *it >= months);
    (!later && today <= due(class_ends, months).plus_months(PROPOSED_MONTHS)).then_some(months)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::read(text).unwrap()
    }

    #[test]
    fn rounds_come_in_their_time() {
        let ends = day("17/10/2018");
        assert_eq!(MONTHS.map(|it| due(ends, it).to_string()), ["17/01/2019", "17/04/2019", "17/10/2019"]);
        for (today, opened, wanted) in [
            ("16/01/2019", vec![], None),
            ("17/01/2019", vec![], Some(3)),
            ("01/04/2019", vec![3], None),
            ("17/04/2019", vec![3], Some(6)),
            ("20/10/2019", vec![3], Some(12)),
            ("20/10/2019", vec![3, 6, 12], None),
            ("20/10/2019", vec![12], None),
            ("18/04/2020", vec![3, 6], None),
        ] {
            assert_eq!(proposed(ends, &opened, day(today)), wanted, "{today} {opened:?}");
        }
        assert!(may_open(ends, 3, &[], day("03/01/2019")) && !may_open(ends, 3, &[], day("02/01/2019")));
        assert!(!may_open(ends, 3, &[3], day("17/01/2019")) && !may_open(ends, 4, &[], day("17/12/2019")));
    }

    proptest::proptest! {
        /// Whatever is proposed may be opened.
        #[test]
        fn what_is_proposed_may_be_opened(offset in 0_i32..900, three: bool, six: bool) {
            let ends = day("17/10/2018");
            let today = ends.plus_days(offset);
            let opened: Vec<i64> = [(three, 3), (six, 6)].into_iter().filter(|it| it.0).map(|it| it.1).collect();
            if let Some(months) = proposed(ends, &opened, today) {
                proptest::prop_assert!(may_open(ends, months, &opened, today));
            }
        }
    }
}
