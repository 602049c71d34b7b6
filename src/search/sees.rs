//! Who finds what: marks of what may be seen, and those of the asker. The rules are the rooms' own; here they only become marks. Pure.
//!
//! `see:all` is for anyone, `see:in:…` for who sees the class or project from the inside, `see:runs:…` for who runs it, `see:own:…` for one
//! person. `copy:…` is on what an insider finds better from the inside: the published answer beside the difficulty itself.

use super::engine::Asked;
use crate::people::Scope;
use crate::practices::{self, Standing, State};
use crate::web::Actor;

/// Everyone's.
pub(super) const ALL: &str = "see:all";

/// A class and its project.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of<'a> {
    pub(super) class: &'a str,
    pub(super) project: &'a str,
}

impl Of<'_> {
    fn marks(self, what: &'static str) -> impl Iterator<Item = String> {
        [self.class.to_owned(), self.project.to_owned(), "*".to_owned()]
            .into_iter()
            .filter(|id| !id.is_empty())
            .map(move |id| format!("{what}{id}"))
    }

    /// For those who see the class: [`Actor::sees`].
    pub(super) fn inside(self) -> Vec<String> {
        self.marks("see:in:").collect()
    }

    /// For anyone, and not for those who see the class: they have the thing itself.
    pub(super) fn copy(self) -> Vec<String> {
        std::iter::once(ALL.to_owned()).chain(self.marks("copy:")).collect()
    }

    /// A practice in a state, as [`practices::sees`] has it.
    pub(super) fn practice(self, state: State, author: &str) -> Vec<String> {
        let sees = |who: Standing| practices::sees(state, who);
        if sees(Standing::default()) {
            return vec![ALL.to_owned()];
        }
        let mut marks = Vec::new();
        if sees(Standing { inside: true, ..Standing::default() }) {
            marks.extend(self.marks("see:in:"));
        }
        if sees(Standing { runs: true, ..Standing::default() }) {
            marks.extend(self.marks("see:runs:"));
        }
        if sees(Standing { author: true, ..Standing::default() }) && !author.is_empty() {
            marks.push(format!("see:own:{author}"));
        }
        marks
    }
}

/// The ids of a scope; `*` for everything.
fn ids(scope: &Scope) -> Vec<String> {
    scope.text().split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// What the asker may find: nothing else is looked at, counted or suggested.
pub(super) fn within(actor: &Actor) -> Asked {
    let inside = ids(&Scope::of(actor));
    let mut sees = vec![ALL.to_owned()];
    sees.extend(inside.iter().map(|id| format!("see:in:{id}")));
    sees.extend(ids(&Scope::run_by(actor)).iter().map(|id| format!("see:runs:{id}")));
    sees.extend(actor.person.iter().map(|id| format!("see:own:{id}")));
    let without = inside.iter().map(|id| format!("copy:{id}")).collect();
    Asked { within: vec![sees], without, ..Asked::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::{Grant, Role};

    fn actor(role: Role, class: Option<&str>, project: Option<&str>) -> Actor {
        let grant = Grant { role, class: class.map(str::to_owned), project: project.map(str::to_owned) };
        Actor { person: Some("me".into()), grants: vec![grant], ..Actor::default() }
    }

    fn finds(actor: &Actor, marks: &[String]) -> bool {
        let asked = within(actor);
        asked.within.iter().all(|group| group.iter().any(|mark| marks.contains(mark)))
            && !asked.without.iter().any(|mark| marks.contains(mark))
    }

    /// What the marks let through is what the rooms' rules say, for every role and state.
    #[test]
    fn marks_say_what_the_rules_say() {
        let of = Of { class: "c", project: "p" };
        let mut all = vec![Actor::default()];
        for role in Role::ALL {
            for (class, project) in [(Some("c"), None), (Some("other"), None), (None, Some("p")), (None, Some("q")), (None, None)] {
                all.push(actor(role, class, project));
            }
        }
        for actor in &all {
            let class = crate::web::ClassRef { class: "c", project: "p" };
            assert_eq!(finds(actor, &of.inside()), actor.sees(class), "a difficulty: {actor:?}");
            assert_eq!(finds(actor, &of.copy()), !actor.sees(class), "its copy: {actor:?}");
            for state in State::ALL {
                for author in ["me", "she"] {
                    let who = Standing {
                        runs: actor.runs(class),
                        inside: actor.sees(class),
                        author: actor.person.as_deref() == Some(author),
                        has_places: false,
                    };
                    let rule = practices::sees(state, who);
                    assert_eq!(finds(actor, &of.practice(state, author)), rule, "{state:?} of {author}: {actor:?}");
                }
            }
        }
    }
}
