//! Who may do what to a person: administrators everything; organisers what their classes need.

use super::scope::Scope;
use crate::web::{Actor, Grant, Role};

/// May the actor correct this person's facts? An organiser may not those of someone who keeps or oversees.
#[must_use]
pub(super) fn may_correct(actor: &Actor, held: &[Grant]) -> bool {
    let below = held.iter().all(|it| matches!(it.role, Role::Trainee | Role::Expert));
    actor.has(Role::Administrator) || (actor.has(Role::Organiser) && below)
}

/// May the actor give or take this role there? Trainees are made by the roster of their class, not here.
#[must_use]
pub(super) fn may_grant(actor: &Actor, grant: &Grant) -> bool {
    if grant.role == Role::Trainee {
        return false;
    }
    if actor.has(Role::Administrator) {
        // An administrator keeps the whole house.
        return grant.role != Role::Administrator || (grant.class.is_none() && grant.project.is_none());
    }
    grant.role == Role::Expert && Scope::run_by(actor).holds(grant.class.as_deref(), grant.project.as_deref())
}

/// May the actor set this person's password? An organiser the first one only, of an expert whom they may correct.
#[must_use]
pub(super) fn may_set_password(actor: &Actor, held: &[Grant], has_one: bool) -> bool {
    let expert = held.iter().any(|it| it.role == Role::Expert);
    actor.has(Role::Administrator) || (may_correct(actor, held) && expert && !has_one)
}

/// May the actor see and renew the code on this trainee's badge?
#[must_use]
pub(super) fn may_see_code(actor: &Actor, held: &[Grant]) -> bool {
    let scope = Scope::run_by(actor);
    held.iter().any(|it| it.role == Role::Trainee && scope.holds(it.class.as_deref(), it.project.as_deref()))
}

/// May the actor erase this person? Whoever still keeps the house is not erased.
#[must_use]
pub(super) fn may_erase(actor: &Actor, held: &[Grant]) -> bool {
    actor.has(Role::Administrator) && !held.iter().any(|it| it.role == Role::Administrator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(role: Role, class: Option<&str>) -> Grant {
        Grant { role, class: class.map(str::to_owned), project: None }
    }

    #[test]
    fn an_organiser_serves_their_classes_and_nothing_above() {
        let organiser = Actor { person: Some("o".into()), grants: vec![grant(Role::Organiser, Some("c1"))], ..Actor::default() };
        let keeper = Actor { person: Some("a".into()), grants: vec![grant(Role::Administrator, None)], ..Actor::default() };
        assert!(may_correct(&organiser, &[grant(Role::Trainee, Some("c1"))]));
        assert!(!may_correct(&organiser, &[grant(Role::Trainee, Some("c1")), grant(Role::Administrator, None)]));
        assert!(may_grant(&organiser, &grant(Role::Expert, Some("c1"))));
        assert!(!may_grant(&organiser, &grant(Role::Expert, Some("c2"))) && !may_grant(&organiser, &grant(Role::Expert, None)));
        assert!(!may_grant(&organiser, &grant(Role::Organiser, Some("c1"))));
        assert!(may_grant(&keeper, &grant(Role::Organiser, Some("c2"))) && may_grant(&keeper, &grant(Role::Administrator, None)));
        assert!(!may_grant(&keeper, &grant(Role::Trainee, Some("c2"))) && !may_grant(&keeper, &grant(Role::Administrator, Some("c2"))));
        assert!(may_set_password(&organiser, &[grant(Role::Expert, Some("c1"))], false));
        assert!(!may_set_password(&organiser, &[grant(Role::Expert, Some("c1"))], true));
        assert!(
            may_see_code(&organiser, &[grant(Role::Trainee, Some("c1"))]) && !may_see_code(&organiser, &[grant(Role::Trainee, Some("c2"))])
        );
        assert!(!may_erase(&organiser, &[]) && may_erase(&keeper, &[]) && !may_erase(&keeper, &[grant(Role::Administrator, None)]));
    }
}
