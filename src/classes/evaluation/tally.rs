//! The tally: how often each mark was given, and what was said, each list in the order of the alphabet. There is no answer in it any more:
//! not even two marks of one person hang together.

use super::question::{Answer, HIGHEST, Open, Question};
use crate::ground::sort::sort_key;
use crate::ground::{Invalid, Word, text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Below so many, neither marks nor words are kept or shown.
pub(super) const FEWEST: i64 = 5;

/// May marks and words of so many answers be told? Whoever types in paper sheets knows what is on them, so the others must be five on
/// their own (or none).
pub(super) fn enough(answered: i64, papers: i64) -> bool {
    answered >= FEWEST && (answered == papers || answered - papers >= FEWEST)
}

/// See the module. Serialised it is the same whatever the order in which the answers came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tally {
    pub(super) answered: i64,
    /// Of these, from paper.
    #[serde(default)]
    pub(super) papers: i64,
    /// By question, how often each mark was given, from 1 up.
    #[serde(default)]
    pub(super) marks: BTreeMap<String, [i64; HIGHEST]>,
    #[serde(default)]
    pub(super) words: BTreeMap<String, Vec<String>>,
}

impl Tally {
    /// Takes in one answer.
    pub(super) fn take(&mut self, answer: &Answer) {
        self.answered += 1;
        for (question, mark) in Question::ALL.into_iter().zip(answer.marks) {
            let counts = self.marks.entry(question.name().to_owned()).or_default();
            if let Some(count) = mark.and_then(|it| counts.get_mut(it.wrapping_sub(1))) {
                *count += 1;
            }
        }
        for (open, words) in Open::ALL.into_iter().zip(&answer.words) {
            self.say(open, std::iter::once(words.clone()));
        }
    }

    /// Takes in so many paper sheets, which somebody has counted.
    pub(super) fn take_sheets(&mut self, sheets: Sheets) {
        self.answered += sheets.number;
        self.papers += sheets.number;
        for (question, given) in Question::ALL.into_iter().zip(sheets.marks) {
            let counts = self.marks.entry(question.name().to_owned()).or_default();
            for (count, more) in counts.iter_mut().zip(given) {
                *count += more;
            }
        }
        for (open, words) in Open::ALL.into_iter().zip(sheets.words) {
            self.say(open, words.into_iter());
        }
    }

    fn say(&mut self, open: Open, words: impl Iterator<Item = String>) {
        let said = self.words.entry(open.name().to_owned()).or_default();
        said.extend(words.filter(|it| !it.is_empty()));
        said.sort_by_cached_key(|it| (sort_key(it), it.clone()));
    }

    /// What may be told of it: of too few answers, their number alone; of a question that fewer than five gave a mark to, nothing.
    pub(super) fn told(mut self) -> Self {
        if !enough(self.answered, self.papers) {
            return Self { answered: self.answered, papers: self.papers, ..Self::default() };
        }
        self.marks.retain(|_, counts| counts.iter().sum::<i64>() >= FEWEST);
        self
    }

    /// How often each mark was given to a question.
    pub(super) fn of(&self, question: Question) -> [i64; HIGHEST] {
        self.marks.get(question.name()).copied().unwrap_or_default()
    }

    pub(super) fn said(&self, open: Open) -> &[String] {
        self.words.get(open.name()).map_or(&[], Vec::as_slice)
    }
}

/// The mean of marks in tenths, rounded: 43 is 4,3.
pub(super) fn mean(counts: [i64; HIGHEST]) -> Option<i64> {
    let given: i64 = counts.iter().sum();
    let sum: i64 = (1..).zip(counts).map(|(mark, count)| mark * count).sum();
    (given > 0).then(|| (20 * sum + given) / (2 * given))
}

/// `4,3`
pub(super) fn tenths(mean: i64) -> String {
    format!("{},{}", mean / 10, mean % 10)
}

/// About how many, for those who must not see one answer come: in fives.
pub(super) fn in_fives(answered: i64) -> i64 {
    answered - answered.rem_euclid(FEWEST)
}

/// Paper sheets, counted by hand: how many, how often each mark was given, what was written, a line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheets {
    pub(super) number: i64,
    pub(super) marks: [[i64; HIGHEST]; Question::ALL.len()],
    pub(super) words: [Vec<String>; Open::ALL.len()],
}

/// So many sheets at once.
const MOST: i64 = 300;

impl Sheets {
    /// The name of the field for a question's mark.
    pub(super) fn field(question: Question, mark: usize) -> String {
        format!("{}-{mark}", question.name())
    }

    /// From what was typed. No mark may have been given more often than there are sheets.
    pub(super) fn read(field: impl Fn(&str) -> String) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let number = field("number").trim().parse().ok().filter(|it| (1..=MOST).contains(it));
        if number.is_none() {
            invalid.add("number", Word::new("evaluation-sheets-number"));
        }
        let mut sheets = Self { number: number.unwrap_or_default(), ..Self::default() };
        for (counts, question) in sheets.marks.iter_mut().zip(Question::ALL) {
            let mut readable = true;
            for (count, mark) in counts.iter_mut().zip(1..) {
                let raw = field(&Self::field(question, mark));
                match raw.trim() {
                    "" => {}
                    raw => match raw.parse().ok().filter(|it| (0..=MOST).contains(it)) {
                        Some(it) => *count = it,
                        None => readable = false,
                    },
                }
            }
            if !readable {
                invalid.add(question.name(), Word::new("evaluation-sheets-figures"));
            } else if number.is_some() && counts.iter().sum::<i64>() > sheets.number {
                invalid.add(question.name(), Word::new("evaluation-sheets-marks").with("x", sheets.number.to_string()));
            }
        }
        for (words, open) in sheets.words.iter_mut().zip(Open::ALL) {
            *words = text::clean_lines(&field(open.name())).lines().filter(|it| !it.is_empty()).map(str::to_owned).collect();
            if words.iter().any(|it| it.chars().count() > 1000) || i64::try_from(words.len()).is_ok_and(|it| it > MOST) {
                invalid.add(open.name(), Word::new("evaluation-words-long"));
            }
        }
        invalid.verdict().map(|()| sheets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(mark: usize, words: &str) -> Answer {
        Answer { marks: [Some(mark); 8], words: [words.to_owned(), String::new(), String::new()] }
    }

    #[test]
    fn the_order_of_answers_leaves_no_trace() {
        let answers = [answer(5, "Ước gì"), answer(1, "an"), answer(3, ""), answer(5, "Ăn")];
        let json = |order: [usize; 4]| {
            let mut tally = Tally::default();
            for it in order {
                tally.take(&answers[it]);
            }
            serde_json::to_string(&tally).unwrap()
        };
        let one = json([0, 1, 2, 3]);
        for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
            assert_eq!(json(order), one);
        }
        assert!(one.contains(r#""useful":["an","Ăn","Ước gì"]"#), "{one}");
    }

    #[test]
    fn of_few_only_their_number_is_told() {
        let mut tally = Tally::default();
        for _ in 0..4 {
            tally.take(&answer(2, "x"));
        }
        assert_eq!(tally.clone().told(), Tally { answered: 4, ..Tally::default() });
        let mut left = answer(4, "y");
        left.marks[3] = None;
        tally.take(&left);
        let told = tally.told();
        assert_eq!((told.of(Question::Content), told.of(Question::Untangled)), ([0, 4, 0, 1, 0], [0; 5]));
        assert_eq!(told.said(Open::Useful).len(), 5);
    }

    #[test]
    fn means_and_fives() {
        for (counts, says) in [([0, 0, 0, 0, 3], Some(50)), ([1, 0, 0, 0, 1], Some(30)), ([0, 0, 1, 2, 0], Some(37)), ([0; 5], None)] {
            assert_eq!(mean(counts), says);
        }
        assert_eq!((tenths(47), in_fives(4), in_fives(5), in_fives(52)), ("4,7".to_owned(), 0, 5, 50));
    }

    #[test]
    fn sheets_are_counted_by_hand_and_must_add_up() {
        let field = |name: &str| match name {
            "number" => "3",
            "time-5" => "2",
            "time-1" => " 1",
            "change" => "Ngắn quá\n\n Phòng nóng ",
            _ => "",
        };
        let sheets = Sheets::read(|it| field(it).to_owned()).unwrap();
        assert_eq!((sheets.number, sheets.marks[5], sheets.words[1].len()), (3, [1, 0, 0, 0, 2], 2));
        for (bad, value, at) in [("number", "0", "number"), ("time-2", "1", "time"), ("apply-1", "x", "apply"), ("apply-1", "-1", "apply")]
        {
            let refused = Sheets::read(|it| if it == bad { value.to_owned() } else { field(it).to_owned() }).unwrap_err();
            assert!(refused.at(at).is_some(), "{bad} {value}: {refused:?}");
        }
        let mut tally = Tally::default();
        tally.take_sheets(sheets);
        assert_eq!((tally.answered, tally.papers, tally.of(Question::Time)), (3, 3, [1, 0, 0, 0, 2]));
    }

    #[test]
    fn paper_does_not_lay_bare_the_few_who_answered_themselves() {
        for (answered, papers, is) in [(4, 0, false), (5, 0, true), (50, 49, false), (50, 45, true), (5, 5, true), (4, 4, false)] {
            assert_eq!(enough(answered, papers), is, "{answered} {papers}");
        }
    }
}
