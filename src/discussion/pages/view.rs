//! Questions and opinions as they are drawn.

use crate::discussion::opinion::Opinion;
use crate::discussion::question::Question;
use crate::discussion::standing::{Standing, Verb, is_theirs, may};
use crate::web::W;

/// A choice of a poll with its bar, which is as long as its share of the longest.
pub(in crate::discussion) struct Bar {
    pub(super) ordinal: i64,
    pub(super) text: String,
    pub(super) votes: i64,
    pub(super) width: String,
    pub(super) mine: bool,
}

/// A question that was put to the hall.
#[expect(clippy::struct_excessive_bools, reason = "each is one part of it that is drawn or not")]
pub(in crate::discussion) struct QuestionView {
    pub(super) id: String,
    /// "Câu 2": its number within the session.
    pub(super) number: String,
    pub(super) text: String,
    pub(super) about: Vec<String>,
    pub(super) poll: bool,
    pub(super) bars: Vec<Bar>,
    pub(super) finding: String,
    /// The asker's own choice, or empty.
    pub(super) chosen: String,
    pub(super) can_vote: bool,
    pub(super) can_close: bool,
    /// Whoever has not voted yet is not told what the others chose.
    pub(super) shows_votes: bool,
}

impl QuestionView {
    pub(super) fn of(it: &Question, number: usize, who: Standing, on: bool, w: &W) -> Self {
        let most = it.choices.iter().map(|it| it.votes).max().unwrap_or_default();
        let open = it.closed_at.is_none();
        let can_vote = it.poll && open && may(Verb::Vote, who, on);
        let mut about = vec![w.xy("question-by", &it.by, it.asked_at.time())];
        if it.poll {
            about.push(if it.votes() == 0 { w.t("poll-no-votes") } else { w.n("poll-votes", it.votes()) });
        } else if it.opinions > 0 || !open {
            about.push(w.n("question-opinions", it.opinions));
        }
        Self {
            id: it.id.clone(),
            number: w.n("question-number", number),
            text: it.text.clone(),
            about,
            poll: it.poll,
            bars: it
                .choices
                .iter()
                .map(|it| Bar { ordinal: it.ordinal, text: it.text.clone(), votes: it.votes, width: width(it.votes, most), mine: it.mine })
                .collect(),
            finding: w.word(&it.finding()),
            chosen: it.choices.iter().find(|it| it.mine).map(|it| it.text.clone()).unwrap_or_default(),
            can_vote,
            can_close: open && may(Verb::Close, who, on),
            shows_votes: it.poll && (!can_vote || it.voted()),
        }
    }
}

/// The numbers of the questions of a session, in the order in which they were asked.
pub(super) fn numbers(questions: &[Question]) -> Vec<(String, usize)> {
    let mut asked: Vec<&Question> = questions.iter().collect();
    asked.sort_by_key(|it| (it.asked_at, &it.id));
    asked.into_iter().zip(1..).map(|(it, number)| (it.id.clone(), number)).collect()
}

/// The length of a bar of which the longest is 100.
pub(super) fn width(part: i64, most: i64) -> String {
    if most <= 0 {
        return "0".to_owned();
    }
    let tenths = part.saturating_mul(1000) / most;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// An opinion in the list.
pub(in crate::discussion) struct OpinionRow {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) about: Vec<String>,
    /// Hidden by who runs the class: only its author sees it.
    pub(super) hidden: bool,
    /// The difficulty that it has become: address and code.
    pub(super) became: Option<(String, String)>,
    /// Where a difficulty is raised out of it.
    pub(super) raise: Option<String>,
    pub(super) own: bool,
    /// The word of the button that takes it away.
    pub(super) take_away: Option<&'static str>,
}

impl OpinionRow {
    /// `answers`: the number of the question that it answers.
    pub(super) fn of(it: Opinion, answers: Option<usize>, who: Standing, person: &str, w: &W) -> Self {
        let who = it.standing(who, person);
        let raise = it.can_become_difficulty() && is_theirs(Verb::Raise, who);
        let it = it.seen_by(who);
        let mut about = Vec::new();
        match (it.anonymous, it.name.is_empty()) {
            (true, true) => about.push(w.t("opinion-anonymous")),
            (true, false) => about.push(w.x("opinion-anonymous-but", &it.name)),
            _ => about.push(it.name.clone()),
        }
        if !it.place.is_empty() {
            about.push(it.place.clone());
        }
        about.push(it.at.time().to_string());
        if let Some(number) = answers {
            about.push(w.n("opinion-answers", number));
        }
        if it.illustration {
            about.push(w.t("opinion-illustration"));
        }
        Self {
            raise: raise.then(|| format!("/classes/{}/difficulties/new?opinion={}", it.class_id, it.id)),
            became: it.difficulty_id.map(|id| (format!("/difficulties/{id}"), it.difficulty_code)),
            hidden: it.withdrawn_at.is_some(),
            own: who.author,
            take_away: match (it.withdrawn_at, is_theirs(Verb::Withdraw, who), is_theirs(Verb::Hide, who)) {
                (None, true, _) => Some("opinion-do-withdraw"),
                (None, false, true) => Some("opinion-do-hide"),
                _ => None,
            },
            id: it.id,
            text: it.text,
            about,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let found = [(0, 0), (0, 9), (9, 9), (1, 3), (2, 8)].map(|(part, most)| width(part, most));
        assert_eq!(found, ["0", "0", "100", "33.3", "25"]);
    }
}
