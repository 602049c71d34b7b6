//! What a practice or a story is, in which state who may do what with it, and what its form must say. Pure.

use crate::ground::numbers::read_money;
use crate::ground::{Invalid, Word};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Câu chuyện địa phương: what happened, and what it taught.
    Story,
    /// Cách làm mới: what others can do as well.
    Practice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Its author and the organisers see it.
    Draft,
    /// The class sees it.
    Shown,
    /// Everyone sees it, guests too.
    Released,
    /// Its author and the organisers see that it was there.
    Withdrawn,
}

crate::names! { Kind {
    Story = "story", "practice-kind-story";
    Practice = "practice", "practice-kind-practice";
} }
crate::names! { State {
    Draft = "draft", "practice-state-draft";
    Shown = "shown", "practice-state-shown";
    Released = "released", "practice-state-released";
    Withdrawn = "withdrawn", "practice-state-withdrawn";
} }

impl State {
    /// The look of its mark.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Draft => "wait",
            Self::Shown => "part",
            Self::Released => "good",
            Self::Withdrawn => "off",
        }
    }
}

/// What can be done to a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Text, figures, photos.
    Edit,
    /// To the class; what was released is taken back to it.
    Show,
    Release,
    Withdraw,
    /// What was withdrawn is a draft again.
    Restore,
    /// Another place takes it up.
    Adopt,
}

/// What the asker is to a practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the asker is")]
pub struct Standing {
    /// Runs its class.
    pub runs: bool,
    /// Is in its class, in whichever role.
    pub inside: bool,
    pub author: bool,
    /// Is a trainee of some class, or runs one: has places that may take it up.
    pub has_places: bool,
}

/// Whether it is there for the asker at all.
#[must_use]
pub fn sees(state: State, who: Standing) -> bool {
    match state {
        State::Draft | State::Withdrawn => who.author || who.runs,
        State::Shown => who.inside || who.author || who.runs,
        State::Released => true,
    }
}

/// Who may do what in which state.
#[must_use]
pub fn may(verb: Verb, state: State, who: Standing) -> bool {
    let young = matches!(state, State::Draft | State::Shown);
    match verb {
        Verb::Edit | Verb::Withdraw => (who.runs && state != State::Withdrawn) || (who.author && young),
        Verb::Show => who.runs && matches!(state, State::Draft | State::Released),
        Verb::Release => who.runs && state == State::Shown,
        Verb::Restore => who.runs && state == State::Withdrawn,
        Verb::Adopt => who.has_places && sees(state, who) && matches!(state, State::Shown | State::Released),
    }
}

/// Whether it could be theirs to do in another state: then it has moved on meanwhile, and that is what to say.
#[must_use]
pub fn is_theirs(verb: Verb, who: Standing) -> bool {
    State::ALL.iter().any(|state| may(verb, *state, who))
}

/// `PT18-C1` a way (*cách làm*), `PT18-T1` a tale (*chuyện*): the first, the second … of its kind in the class.
#[must_use]
pub fn code(class: &str, kind: Kind, number: i64) -> String {
    let letter = match kind {
        Kind::Practice => 'C',
        Kind::Story => 'T',
    };
    format!("{class}-{letter}{number}")
}

/// One thing that was counted, before and after. The values are as written: "12/19", "khoảng 40".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub what: String,
    pub unit: String,
    pub before: String,
    pub after: String,
}

impl Figure {
    fn is_empty(&self) -> bool {
        [&self.what, &self.unit, &self.before, &self.after].iter().all(|it| it.is_empty())
    }
}

/// What a practice says. Steps: one a line. Cost in đồng.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub component_id: Option<String>,
    pub local_item_id: Option<String>,
    pub difficulty_id: Option<String>,
    pub title: String,
    pub before: String,
    pub after: String,
    pub steps: String,
    pub who: String,
    pub cost: Option<i64>,
    pub cost_note: String,
    pub result: String,
    pub conditions: String,
    pub figures: Vec<Figure>,
}

/// The form as typed: cost in words of money, the difficulty by its code.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub component: Option<String>,
    pub local_item: Option<String>,
    pub difficulty: String,
    pub title: String,
    pub before: String,
    pub after: String,
    pub steps: String,
    pub who: String,
    pub cost: String,
    pub cost_note: String,
    pub result: String,
    pub conditions: String,
    pub figures: Vec<Figure>,
}

/// So many rows of figures at most.
pub const MOST_FIGURES: usize = 12;
/// A text shorter than this tells nothing yet.
const SHORTEST: usize = 20;

impl Draft {
    /// As it is kept, and what is wrong with it. The difficulty's id and whether item and component exist are for the verb to find.
    #[must_use]
    pub fn read(&self) -> (Text, Invalid) {
        let mut invalid = Invalid::default();
        if self.title.chars().count() < 8 {
            invalid.add("title", Word::new("practice-wrong-title"));
        }
        if [&self.before, &self.after, &self.steps].iter().all(|it| it.chars().count() < SHORTEST) {
            invalid.add("before", Word::new("practice-wrong-before"));
        }
        let longest = [
            ("title", &self.title, 200),
            ("before", &self.before, 4000),
            ("after", &self.after, 4000),
            ("steps", &self.steps, 6000),
            ("who", &self.who, 1000),
            ("cost_note", &self.cost_note, 500),
            ("result", &self.result, 2000),
            ("conditions", &self.conditions, 2000),
        ];
        for (field, text, most) in longest {
            at_most(&mut invalid, field, text, most);
        }
        let cost = if self.cost.is_empty() { None } else { read_money(&self.cost).ok().map(|it| it.value).filter(|it| *it >= 0) };
        if cost.is_none() && !self.cost.is_empty() {
            invalid.add("cost", Word::new("practice-wrong-cost"));
        }
        let text = Text {
            component_id: self.component.clone(),
            local_item_id: self.local_item.clone(),
            difficulty_id: None,
            title: self.title.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
            steps: self.steps.clone(),
            who: self.who.clone(),
            cost,
            cost_note: self.cost_note.clone(),
            result: self.result.clone(),
            conditions: self.conditions.clone(),
            figures: figures(&self.figures, &mut invalid),
        };
        (text, invalid)
    }
}

fn figures(typed: &[Figure], invalid: &mut Invalid) -> Vec<Figure> {
    let kept: Vec<Figure> = typed.iter().filter(|it| !it.is_empty()).cloned().collect();
    if kept.iter().any(|it| it.what.is_empty()) {
        invalid.add("figures", Word::new("practice-wrong-figure"));
    }
    if kept.len() > MOST_FIGURES {
        invalid.add("figures", Word::new("practice-too-many-figures").with("x", MOST_FIGURES.to_string()));
    }
    for it in &kept {
        at_most(invalid, "figures", &it.what, 200);
        for short in [&it.unit, &it.before, &it.after] {
            at_most(invalid, "figures", short, 60);
        }
    }
    kept
}

pub(super) fn at_most(invalid: &mut Invalid, field: &str, text: &str, most: usize) {
    let length = text.chars().count();
    if length > most {
        invalid.add(field, Word::new("practice-too-long").with("x", length.to_string()).with("y", most.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: Standing = Standing { runs: false, inside: false, author: false, has_places: false };

    /// The whole table: for each verb, the states in which each may.
    #[test]
    fn who_may_do_what() {
        let runs = Standing { runs: true, inside: true, has_places: true, ..NOBODY };
        let author = Standing { author: true, inside: true, has_places: true, ..NOBODY };
        let mate = Standing { inside: true, has_places: true, ..NOBODY };
        let watcher = Standing { inside: true, ..NOBODY };
        let elsewhere = Standing { has_places: true, ..NOBODY };
        let letters = |who: Standing, verb: Verb| -> String {
            State::ALL.iter().zip(["d", "s", "r", "w"]).filter(|(state, _)| may(verb, **state, who)).map(|it| it.1).collect()
        };
        let table = [
            (Verb::Edit, ["dsr", "ds", "", "", ""]),
            (Verb::Show, ["dr", "", "", "", ""]),
            (Verb::Release, ["s", "", "", "", ""]),
            (Verb::Withdraw, ["dsr", "ds", "", "", ""]),
            (Verb::Restore, ["w", "", "", "", ""]),
            (Verb::Adopt, ["sr", "sr", "sr", "", "r"]),
        ];
        for (verb, expected) in table {
            let found = [runs, author, mate, watcher, elsewhere].map(|who| letters(who, verb));
            assert_eq!(found, expected, "{verb:?}");
            assert_eq!(letters(NOBODY, verb), "", "a guest only reads: {verb:?}");
        }
        let seen = |who: Standing| -> Vec<State> { State::ALL.iter().copied().filter(|state| sees(*state, who)).collect() };
        assert_eq!(seen(NOBODY), [State::Released]);
        assert_eq!(seen(elsewhere), [State::Released]);
        assert_eq!(seen(watcher), [State::Shown, State::Released]);
        assert_eq!(seen(author).len(), 4);
        assert_eq!(seen(runs).len(), 4);
    }

    #[test]
    fn a_code_says_what_it_is() {
        assert_eq!(code("PT18", Kind::Practice, 1), "PT18-C1");
        assert_eq!(code("PT18", Kind::Story, 12), "PT18-T12");
    }

    #[test]
    fn a_form_needs_a_title_and_something_told() {
        let bare = Draft::default().read().1;
        assert!(bare.at("title").is_some() && bare.at("before").is_some());
        let told = Draft {
            title: "Đường nội thôn do dân tự làm".into(),
            after: "Cả khu đi lại được bốn mùa".into(),
            cost: "48,5 triệu".into(),
            figures: vec![Figure::default(), Figure { what: "Số hộ".into(), before: "12".into(), ..Figure::default() }],
            ..Draft::default()
        };
        let (text, invalid) = told.read();
        assert!(invalid.is_empty(), "{invalid:?}");
        assert_eq!((text.cost, text.figures.len()), (Some(48_500_000), 1));
        let strange = Draft { cost: "nhiều".into(), figures: vec![Figure { after: "3".into(), ..Figure::default() }], ..told };
        let invalid = strange.read().1;
        assert!(invalid.at("cost").is_some() && invalid.at("figures").is_some());
    }
}
