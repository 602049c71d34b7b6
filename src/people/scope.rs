//! What a list may hold: everything, or what belongs to certain classes and projects. Only this room makes one, from who is asking.
//!
//! The rule for a store: `($1 = '*' or $1 like '%,' || c.id || ',%' or $1 like '%,' || c.project_id || ',%')`.

use crate::web::{Actor, Role};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope(String);

impl Scope {
    /// What the actor sees: the same as [`Actor::sees`] says of one class.
    #[must_use]
    pub fn of(actor: &Actor) -> Self {
        Self::by(actor, |_| true)
    }

    /// What the actor runs: the same as [`Actor::runs`] says of one class.
    #[must_use]
    pub fn run_by(actor: &Actor) -> Self {
        Self::by(actor, |role| role == Role::Organiser)
    }

    /// Everything: for what is the asker's own.
    #[must_use]
    pub(super) fn everything() -> Self {
        Self("*".to_owned())
    }

    fn by(actor: &Actor, counts: impl Fn(Role) -> bool) -> Self {
        let mut text = String::from(",");
        for grant in &actor.grants {
            if grant.role == Role::Administrator {
                return Self::everything();
            }
            if !counts(grant.role) {
                continue;
            }
            // A grant for one class is not one for its project.
            match grant.class.as_ref().or(grant.project.as_ref()) {
                None => return Self("*".to_owned()),
                Some(id) => {
                    text.push_str(id);
                    text.push(',');
                }
            }
        }
        Self(text)
    }

    /// As a statement's parameter: `*`, or `,id,id,`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Everything?
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.0 == "*"
    }

    /// Is a thing of this class and project within?
    #[must_use]
    pub fn holds(&self, class: Option<&str>, project: Option<&str>) -> bool {
        self.is_everything() || class.into_iter().chain(project).any(|id| self.0.contains(&format!(",{id},")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Grant;

    fn actor(grants: &[(Role, Option<&str>, Option<&str>)]) -> Actor {
        let grants = grants.iter().map(|(role, class, project)| Grant {
            role: *role,
            class: class.map(str::to_owned),
            project: project.map(str::to_owned),
        });
        Actor { person: Some("p".into()), grants: grants.collect(), ..Actor::default() }
    }

    #[test]
    fn a_scope_is_what_the_grants_name() {
        assert_eq!(Scope::of(&Actor::default()).text(), ",");
        assert_eq!(Scope::of(&actor(&[(Role::Administrator, None, None)])).text(), "*");
        assert_eq!(Scope::of(&actor(&[(Role::Expert, None, None)])).text(), "*");
        assert_eq!(Scope::of(&actor(&[(Role::Trainee, Some("c1"), Some("p1")), (Role::Sponsor, None, Some("p2"))])).text(), ",c1,p2,");
        let mixed = actor(&[(Role::Trainee, Some("c1"), None), (Role::Organiser, Some("c2"), None)]);
        assert_eq!(Scope::run_by(&mixed).text(), ",c2,");
        assert!(Scope::of(&mixed).holds(Some("c1"), None));
        assert!(!Scope::run_by(&mixed).holds(Some("c1"), Some("p1")));
    }
}
