//! The stories of boards, on both engines.

mod many;
mod story;
mod world;

use super::board::{Verb, Who, may};

/// Who may do what, on an open board and on a presented one.
#[test]
fn who_may_do_what() {
    let member = Who { member: true, ..Who::default() };
    let rapporteur = Who { member: true, rapporteur: true, ..Who::default() };
    let organiser = Who { runs: true, ..Who::default() };
    let reader = Who::default();
    // Write, Weigh, NameRapporteur, Present, Reopen
    let table = [
        (reader, false, [false, false, false, false, false]),
        (member, false, [true, true, true, false, false]),
        (rapporteur, false, [true, true, true, true, false]),
        (organiser, false, [true, false, true, true, false]),
        (reader, true, [false, false, false, false, false]),
        (member, true, [false, false, false, false, false]),
        (rapporteur, true, [false, false, false, false, false]),
        (organiser, true, [false, false, false, false, true]),
    ];
    for (who, presented, expected) in table {
        assert_eq!(Verb::ALL.map(|verb| may(verb, presented, who)), expected, "{who:?} {presented}");
    }
}
