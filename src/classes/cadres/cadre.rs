//! The core cadre, and who may do what with one.

use crate::ground::{Instant, Invalid, Word, child_id, text};
use crate::people::Field;
use crate::web::{Actor, ClassRef, Role};

/// Where a cadre stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Nominated,
    Confirmed,
    Ended,
}

impl State {
    pub(super) fn of(confirmed_at: Option<Instant>, ended_at: Option<Instant>) -> Self {
        match (confirmed_at, ended_at) {
            (_, Some(_)) => Self::Ended,
            (Some(_), None) => Self::Confirmed,
            (None, None) => Self::Nominated,
        }
    }

    pub(super) fn look(self) -> &'static str {
        match self {
            Self::Nominated => "wait",
            Self::Confirmed => "good",
            Self::Ended => "off",
        }
    }

    /// The key of its word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Nominated => "cadre-nominated",
            Self::Confirmed => "cadre-confirmed",
            Self::Ended => "cadre-ended",
        }
    }
}

/// The identity of a person as cadre out of a class: the same wherever and however often they are nominated.
#[must_use]
pub fn cadre_id(class: &str, person: &str) -> String {
    child_id(class, &format!("cadre/{person}"))
}

/// Letters of a reason: enough to say something, and no novel.
const SHORTEST: usize = 10;
const LONGEST: usize = 1000;

/// Why somebody should train others, and on what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nomination {
    pub trainee: String,
    pub reason: String,
    pub fields: Vec<Field>,
}

impl Nomination {
    /// With its reason cleaned, or what is wrong with it.
    pub(super) fn checked(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let reason = reason(&self.reason, "reason", &mut invalid);
        if self.fields.is_empty() {
            invalid.add("fields", Word::new("cadre-fields-missing"));
        }
        let mut fields = self.fields;
        fields.sort_unstable();
        fields.dedup();
        invalid.verdict().map(|()| Self { trainee: self.trainee, reason, fields })
    }
}

/// A reason, cleaned; what is wrong with it is added.
pub(super) fn reason(raw: &str, field: &str, invalid: &mut Invalid) -> String {
    let reason = text::clean_lines(raw);
    match reason.chars().count() {
        n if n < SHORTEST => invalid.add(field, Word::new("cadre-reason-short")),
        n if n > LONGEST => invalid.add(field, Word::new("cadre-reason-long")),
        _ => {}
    }
    reason
}

/// Fields as one column keeps them.
pub(super) fn fields_text(fields: &[Field]) -> String {
    fields.iter().map(|it| it.name()).collect::<Vec<_>>().join(",")
}

pub(super) fn fields_of(text: &str) -> Vec<Field> {
    text.split(',').filter_map(Field::from_name).collect()
}

/// What somebody may want with cadres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// See a cadre, or who came out of a class.
    See,
    Nominate,
    /// Confirm or end.
    Decide,
}

/// Is the actor more than a trainee there?
pub(super) fn oversees(actor: &Actor, class: ClassRef<'_>) -> bool {
    actor.runs(class) || actor.has_in(Role::Expert, class) || actor.has_in(Role::Sponsor, class)
}

/// Who may what. `class`: out of which the cadre came (or comes); `given`: where they speak; `own`: it is the asker.
pub(super) fn may(want: Want, actor: &Actor, class: ClassRef<'_>, given: &[ClassRef<'_>], own: bool) -> bool {
    match want {
        Want::See => (own && actor.is_known()) || oversees(actor, class) || given.iter().any(|it| oversees(actor, *it)),
        Want::Nominate => actor.runs(class) || actor.has_in(Role::Expert, class),
        Want::Decide => actor.runs(class),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Grant;

    #[test]
    fn who_may() {
        let class = ClassRef { class: "c", project: "p" };
        let given = [ClassRef { class: "g", project: "q" }];
        let one = |role, class: Option<&str>, project: Option<&str>| Actor {
            person: Some("x".into()),
            grants: vec![Grant { role, class: class.map(Into::into), project: project.map(Into::into) }],
            ..Actor::default()
        };
        // See (as another), see oneself, nominate, confirm or end.
        for (actor, sees, own, nominates, decides) in [
            (Actor::default(), false, false, false, false),
            (one(Role::Trainee, Some("c"), None), false, true, false, false),
            (one(Role::Trainee, Some("g"), None), false, true, false, false),
            (one(Role::Expert, Some("c"), None), true, true, true, false),
            (one(Role::Expert, None, Some("q")), true, true, false, false),
            (one(Role::Expert, Some("d"), None), false, true, false, false),
            (one(Role::Sponsor, None, Some("p")), true, true, false, false),
            (one(Role::Organiser, Some("c"), None), true, true, true, true),
            (one(Role::Organiser, Some("g"), None), true, true, false, false),
            (one(Role::Organiser, None, Some("r")), false, true, false, false),
            (one(Role::Administrator, None, None), true, true, true, true),
        ] {
            let found = (
                may(Want::See, &actor, class, &given, false),
                may(Want::See, &actor, class, &given, true),
                may(Want::Nominate, &actor, class, &given, false),
                may(Want::Decide, &actor, class, &given, true),
            );
            assert_eq!(found, (sees, own, nominates, decides), "{actor:?}");
        }
    }

    #[test]
    fn a_nomination_says_why_and_on_what() {
        let good =
            Nomination {
                trainee: "t".into(), reason: "  Nắm chắc hồ sơ  thanh toán ".into(), fields: vec![Field::Water, Field::Listing]
            };
        let checked = good.clone().checked().unwrap();
        assert_eq!((checked.reason.as_str(), fields_text(&checked.fields).as_str()), ("Nắm chắc hồ sơ thanh toán", "listing,water"));
        assert_eq!(fields_of("listing,water"), checked.fields);
        for (bad, at) in [
            (Nomination { reason: "Tốt".into(), ..good.clone() }, "reason"),
            (Nomination { reason: "x".repeat(1001), ..good.clone() }, "reason"),
            (Nomination { fields: Vec::new(), ..good }, "fields"),
        ] {
            assert!(bad.checked().unwrap_err().at(at).is_some(), "{at}");
        }
    }
}
