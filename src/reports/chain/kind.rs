//! Which sheets there are. Their names stand in addresses.

/// A sheet of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    Classes,
    Coverage,
    Sexes,
    Positions,
    Peoples,
    Difficulties,
    Clauses,
    Practices,
    Adoptions,
    Plans,
    Steps,
    Overlaps,
    Doubles,
}

impl Kind {
    pub(in super::super) const ALL: [Self; 13] = [
        Self::Classes,
        Self::Coverage,
        Self::Sexes,
        Self::Positions,
        Self::Peoples,
        Self::Difficulties,
        Self::Clauses,
        Self::Practices,
        Self::Adoptions,
        Self::Plans,
        Self::Steps,
        Self::Overlaps,
        Self::Doubles,
    ];

    /// In an address.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::Classes => "classes",
            Self::Coverage => "coverage",
            Self::Sexes => "sexes",
            Self::Positions => "positions",
            Self::Peoples => "peoples",
            Self::Difficulties => "difficulties",
            Self::Clauses => "clauses",
            Self::Practices => "practices",
            Self::Adoptions => "adoptions",
            Self::Plans => "plans",
            Self::Steps => "steps",
            Self::Overlaps => "overlaps",
            Self::Doubles => "doubles",
        }
    }

    pub(in super::super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Who is where at the same time is for those who plan and who pay.
    pub(in super::super) fn is_of_planning(self) -> bool {
        matches!(self, Self::Overlaps | Self::Doubles)
    }
}
