//! Who is asking: the person behind a request and what they may do, as the `people` room found it.

use serde::{Deserialize, Serialize};

/// What a person is in the house. WORDS has the Vietnamese terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Keeps the system: persons, roles, places. May also do what an organiser may.
    Administrator,
    /// The provider's staff who run classes: one class, all classes of a project, or all.
    Organiser,
    /// Answers difficulties.
    Expert,
    /// Sees all classes of its projects, changes none.
    Sponsor,
    /// Called up to one class.
    Trainee,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Administrator, Self::Organiser, Self::Expert, Self::Sponsor, Self::Trainee];

    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Organiser => "organiser",
            Self::Expert => "expert",
            Self::Sponsor => "sponsor",
            Self::Trainee => "trainee",
        }
    }

    /// As read back.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// One role of a person and where it holds: in one class, in all classes of a project, or (neither named) everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub role: Role,
    pub class: Option<String>,
    pub project: Option<String>,
}

/// A class as access sees it.
#[derive(Clone, Copy, Debug)]
pub struct ClassRef<'a> {
    pub class: &'a str,
    pub project: &'a str,
}

/// The person behind a request. A guest has no person and no grants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    pub person: Option<String>,
    pub name: String,
    /// The sign-in in use, for signing out.
    pub sign_in: Option<String>,
    pub grants: Vec<Grant>,
}

impl Actor {
    /// Somebody who is signed in?
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.person.is_some()
    }

    /// The person's id, or nothing for a guest.
    #[must_use]
    pub fn id(&self) -> &str {
        self.person.as_deref().unwrap_or_default()
    }

    /// Has the role anywhere?
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Has the role in this class: by the class, by its project, or everywhere?
    #[must_use]
    pub fn has_in(&self, role: Role, class: ClassRef<'_>) -> bool {
        self.grants.iter().any(|grant| {
            grant.role == role
                && match (grant.class.as_deref(), grant.project.as_deref()) {
                    (Some(it), _) => it == class.class,
                    (None, Some(it)) => it == class.project,
                    (None, None) => true,
                }
        })
    }

    /// May run this class: its organisers and administrators.
    #[must_use]
    pub fn runs(&self, class: ClassRef<'_>) -> bool {
        self.has(Role::Administrator) || self.has_in(Role::Organiser, class)
    }

    /// May see this class from the inside.
    #[must_use]
    pub fn sees(&self, class: ClassRef<'_>) -> bool {
        self.has(Role::Administrator) || Role::ALL.into_iter().any(|role| self.has_in(role, class))
    }

    /// The highest role, for the line under the name.
    #[must_use]
    pub fn first_role(&self) -> Option<Role> {
        self.grants.iter().map(|grant| grant.role).min()
    }
}
