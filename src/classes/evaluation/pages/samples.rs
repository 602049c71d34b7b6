//! Every page of this alcove from invented values.

use super::super::question::{Answer, Question};
use super::super::store::Standing;
use super::super::tally::Tally;
use super::paper::PaperPage;
use super::sheet::{self, SheetPage};
use super::{Filled, results};
use crate::classes::pages::sample_class;
use crate::classes::{Class, State};
use crate::ground::{Instant, Invalid, Word};
use crate::web::{Form, Sample, Shell, draw};

const NOW: Instant = Instant(1_539_766_800_000);

fn tally(alike: bool) -> Tally {
    let mut tally = Tally::default();
    for n in 0..12_usize {
        let mut answer = Answer { marks: [Some(if alike { 4 } else { 5 - n % 3 }); Question::ALL.len()], ..Answer::default() };
        if !alike {
            answer.marks[3] = (n > 1).then_some(1 + n % 5);
            answer.words = ["Được chuyên gia gỡ ngay việc của xã".into(), "Buổi tối nên ngắn hơn".into(), String::new()];
        }
        tally.take(&answer);
    }
    tally
}

pub(in crate::classes) fn samples(s: &Shell) -> Vec<Sample> {
    let class = |state: State| Class { state: state.name().into(), ..sample_class() };
    let open = |so_far: i64, has_answered: bool| Standing { opened_at: Some(NOW), so_far, has_answered, named: 60, ..Standing::default() };
    let closed = |answered: i64| Standing { closed_at: Some(NOW), answered, papers: 0, ..open(0, false) };
    let state =
        |name, standing: Standing, runs: bool, state: State| draw(name, &sheet::draw(s.clone(), class(state), standing, runs, None));
    let result = |name, standing: Standing, tally: &Tally| draw(name, &results::draw(s.clone(), class(State::Done), standing, tally));
    let mut invalid = Invalid::field("time", "evaluation-mark-missing");
    invalid.add("next", Word::new("evaluation-words-long"));
    let bad = Filled { form: Form::from_pairs([("content", "4"), ("untangled", "none"), ("useful", "Dễ hiểu")]), invalid };
    let mut invalid = Invalid::field("number", "evaluation-sheets-number");
    invalid.add("time", Word::new("evaluation-sheets-marks").with("x", "3"));
    let bad_paper = Filled { form: Form::from_pairs([("number", "x"), ("time-5", "4")]), invalid };
    let paper = |open, f: Filled| PaperPage { s: s.clone(), class: class(State::Running), open, f };
    vec![
        draw("evaluation-sheet", &SheetPage { s: s.clone(), class: class(State::Running), f: Filled::default() }),
        draw("evaluation-sheet-again", &SheetPage { s: s.clone(), class: class(State::Running), f: bad }),
        state("evaluation-preparing", Standing::default(), true, State::Preparing),
        state("evaluation-to-open", Standing::default(), true, State::Running),
        state("evaluation-not-open", Standing::default(), false, State::Running),
        state("evaluation-open-few", open(3, false), true, State::Running),
        state("evaluation-open-some", open(47, false), true, State::Running),
        state("evaluation-open-seen", open(47, false), false, State::Running),
        state("evaluation-thanks", open(47, true), false, State::Running),
        state("evaluation-closed", closed(52), true, State::Done),
        state("evaluation-closed-few", closed(3), true, State::Done),
        draw("evaluation-paper", &paper(true, Filled::default())),
        draw("evaluation-paper-again", &paper(true, bad_paper)),
        draw("evaluation-paper-closed", &paper(false, Filled::default())),
        result("evaluation-results", Standing { papers: 2, ..closed(12) }, &tally(false)),
        result("evaluation-results-alike", closed(12), &tally(true)),
        result("evaluation-results-few", closed(3), &Tally::default()),
        result("evaluation-results-open", open(47, false), &Tally::default()),
        result("evaluation-results-none", Standing::default(), &Tally::default()),
    ]
}
