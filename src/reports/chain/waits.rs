//! With whom a difficulty waits, and whether a step was kept. Pure.

use super::found::{Raised, Step};
use crate::ground::dates::Date;

/// With whom a difficulty waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Waits {
    /// Nobody has it yet.
    Nobody,
    Expert,
    District,
    Province,
    Ministry,
    /// The raiser is to make it clear, or to say whether the advice helped.
    Raiser,
}

impl Waits {
    /// Nothing where it waits no longer.
    pub(in super::super) fn of(it: &Raised) -> Option<Self> {
        if !it.told.waits() {
            return None;
        }
        Some(match (it.state.as_str(), it.level.as_str()) {
            ("escalated", "district") => Self::District,
            ("escalated", "ministry") => Self::Ministry,
            ("escalated", _) => Self::Province,
            ("asked" | "advised", _) => Self::Raiser,
            _ if it.expert.is_empty() => Self::Nobody,
            _ => Self::Expert,
        })
    }

    /// In an address.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Expert => "expert",
            Self::District => "district",
            Self::Province => "province",
            Self::Ministry => "ministry",
            Self::Raiser => "raiser",
        }
    }
}

/// Whether a step of a plan was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kept {
    OnTime,
    Late,
    Overdue,
    Ahead,
    Dropped,
}

impl Kept {
    pub(in super::super) const ALL: [Self; 5] = [Self::OnTime, Self::Late, Self::Overdue, Self::Ahead, Self::Dropped];

    pub(in super::super) fn of(it: &Step, today: Date) -> Self {
        let is_past = it.due_on.as_str() < today.iso().as_str();
        match (it.state.as_str(), it.done_at) {
            ("done", Some(at)) if at.date().iso() > it.due_on => Self::Late,
            ("done", _) => Self::OnTime,
            ("dropped", _) => Self::Dropped,
            _ if is_past => Self::Overdue,
            _ => Self::Ahead,
        }
    }

    /// In an address.
    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::OnTime => "on-time",
            Self::Late => "late",
            Self::Overdue => "overdue",
            Self::Ahead => "ahead",
            Self::Dropped => "dropped",
        }
    }

    pub(in super::super) fn look(self) -> &'static str {
        match self {
            Self::OnTime => "good",
            Self::Late => "part",
            Self::Overdue => "now",
            Self::Ahead => "wait",
            Self::Dropped => "off",
        }
    }
}
