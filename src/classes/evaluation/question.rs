//! What is asked: eight marks from 1 to 5, three questions in the trainee's own words; and who may answer, open, see.

use crate::ground::{Invalid, Word, text};
use crate::web::{Actor, ClassRef};

/// A statement that a trainee gives a mark to: 1 not true at all, 5 quite true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    Content,
    Speakers,
    Material,
    Untangled,
    Groups,
    Time,
    Organisation,
    Apply,
}

impl Question {
    pub const ALL: [Self; 8] =
        [Self::Content, Self::Speakers, Self::Material, Self::Untangled, Self::Groups, Self::Time, Self::Organisation, Self::Apply];

    /// As stored, and as the form's field is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Speakers => "speakers",
            Self::Material => "material",
            Self::Untangled => "untangled",
            Self::Groups => "groups",
            Self::Time => "time",
            Self::Organisation => "organisation",
            Self::Apply => "apply",
        }
    }

    /// The key of the statement.
    #[must_use]
    pub fn word(self) -> String {
        format!("evaluation-q-{}", self.name())
    }

    /// The key of a few words for it, as within a sentence.
    #[must_use]
    pub fn short(self) -> String {
        format!("evaluation-short-{}", self.name())
    }

    /// Whoever raised no difficulty cannot say whether it was untangled.
    #[must_use]
    pub fn may_be_left(self) -> bool {
        self == Self::Untangled
    }
}

/// A question answered in one's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Open {
    Useful,
    Change,
    Next,
}

impl Open {
    pub const ALL: [Self; 3] = [Self::Useful, Self::Change, Self::Next];

    /// As stored, and as the form's field is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Useful => "useful",
            Self::Change => "change",
            Self::Next => "next",
        }
    }

    /// The key of the question.
    #[must_use]
    pub fn word(self) -> String {
        format!("evaluation-open-{}", self.name())
    }

    /// The key of what its answers are together.
    #[must_use]
    pub fn told(self) -> String {
        format!("evaluation-told-{}", self.name())
    }
}

/// The highest mark.
pub(super) const HIGHEST: usize = 5;
/// Letters of one free answer.
const LONGEST: usize = 1000;

/// One sheet, as it is given: there is nothing in it of who gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// In the order of [`Question::ALL`]; nothing where it may be left out.
    pub marks: [Option<usize>; Question::ALL.len()],
    /// In the order of [`Open::ALL`], empty where nothing was said.
    pub words: [String; Open::ALL.len()],
}

impl Answer {
    /// From what was typed: `field` gives the value of a form's field.
    pub fn read(field: impl Fn(&str) -> String) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let mut answer = Self::default();
        for (mark, question) in answer.marks.iter_mut().zip(Question::ALL) {
            let raw = field(question.name());
            *mark = raw.trim().parse().ok().filter(|it| (1..=HIGHEST).contains(it));
            let left = question.may_be_left() && raw == "none";
            if mark.is_none() && !left {
                invalid.add(question.name(), Word::new("evaluation-mark-missing"));
            }
        }
        for (words, open) in answer.words.iter_mut().zip(Open::ALL) {
            *words = text::clean_lines(&field(open.name()));
            if words.chars().count() > LONGEST {
                invalid.add(open.name(), Word::new("evaluation-words-long"));
            }
        }
        invalid.verdict().map(|()| answer)
    }
}

/// What somebody may want of an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// Know that it is open or closed; see the results once it is closed.
    See,
    /// Give an answer.
    Answer,
    /// Open it, close it, type in paper sheets.
    Run,
}

/// Who may what. `takes_part`: a trainee who is named for the class or has attended it.
pub(super) fn may(want: Want, actor: &Actor, class: ClassRef<'_>, takes_part: bool) -> bool {
    match want {
        Want::See => actor.sees(class),
        Want::Answer => actor.sees(class) && takes_part,
        Want::Run => actor.runs(class),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::{Grant, Role};

    #[test]
    fn who_may() {
        let class = ClassRef { class: "c", project: "p" };
        let one = |role, class: Option<&str>, project: Option<&str>| Actor {
            person: Some("x".into()),
            grants: vec![Grant { role, class: class.map(Into::into), project: project.map(Into::into) }],
            ..Actor::default()
        };
        // See, answer (as a trainee of the class), run.
        for (actor, sees, answers, runs) in [
            (Actor::default(), false, false, false),
            (one(Role::Trainee, Some("c"), None), true, true, false),
            (one(Role::Trainee, Some("d"), None), false, false, false),
            (one(Role::Expert, Some("c"), None), true, false, false),
            (one(Role::Expert, None, Some("q")), false, false, false),
            (one(Role::Sponsor, None, Some("p")), true, false, false),
            (one(Role::Organiser, Some("c"), None), true, false, true),
            (one(Role::Organiser, Some("d"), None), false, false, false),
            (one(Role::Administrator, None, None), true, false, true),
        ] {
            let trainee = actor.has_in(Role::Trainee, class);
            let found =
                (may(Want::See, &actor, class, trainee), may(Want::Answer, &actor, class, trainee), may(Want::Run, &actor, class, trainee));
            assert_eq!(found, (sees, answers, runs), "{actor:?}");
        }
    }

    #[test]
    fn an_answer_has_all_its_marks() {
        let all = |name: &str| if Question::ALL.iter().any(|it| it.name() == name) { "4".to_owned() } else { "  một   hai ".to_owned() };
        let answer = Answer::read(all).unwrap();
        assert_eq!((answer.marks, answer.words[0].as_str()), ([Some(4); 8], "một hai"));
        let left = Answer::read(|name| if name == "untangled" { "none".to_owned() } else { all(name) }).unwrap();
        assert_eq!(left.marks[3], None);
        for (field, value) in [("time", ""), ("time", "0"), ("time", "6"), ("time", "none"), ("untangled", ""), ("next", &"x".repeat(1001))]
        {
            let refused = Answer::read(|name| if name == field { value.to_owned() } else { all(name) }).unwrap_err();
            assert_eq!((refused.fields.len(), refused.fields[0].0.as_str()), (1, field), "{value}");
        }
    }
}
