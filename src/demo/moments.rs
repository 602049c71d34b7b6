//! Everything that happens in the demonstration, in order of time.

use super::boards::{self, OnBoard};
use super::facts::{ClassFile, Step};
use super::{Stage, instant};
use crate::ground::{Instant, Problem};

/// One thing that happens. Numbers are places in the files' lists.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    Document(usize),
    Relation(usize),
    Project(usize),
    /// Where the project means to go.
    Planned(usize),
    /// The provider's report of what was held so far.
    Reported(usize),
    Called(usize),
    Named {
        class: usize,
        seat: usize,
    },
    Items(usize),
    Begun(usize),
    Grouped(usize),
    DoorOpened {
        class: usize,
        session: usize,
    },
    Came {
        class: usize,
        session: usize,
        row: usize,
    },
    Substituted {
        class: usize,
        row: usize,
    },
    DoorClosed {
        class: usize,
        session: usize,
    },
    Done(usize),
    Discussed(super::discussion::Deed),
    EvaluationOpened,
    /// All sheets: nothing of it is in the journal.
    Evaluated,
    EvaluationClosed,
    CadreNominated(usize),
    CadreConfirmed(usize),
    CadreEnded(usize),
    /// On a group's board, or the wall is turned.
    Board(OnBoard),
    /// Of the register of Phú Thọ, or (`of_class`) of a class's own file.
    Happened {
        of_class: Option<usize>,
        difficulty: usize,
        step: usize,
    },
    Practised {
        practice: usize,
        step: usize,
    },
    NewsSaved(usize),
    NewsReleased(usize),
    /// Of the plans of Phú Thọ.
    PlanWritten(usize),
    PlanPresented(usize),
    RoundOpened(usize),
    RoundAnswered {
        round: usize,
        answer: usize,
    },
    RoundClosed(usize),
    StepReported(usize),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) at: Instant,
    pub(super) what: What,
}

/// All moments, earliest first; what stands first in the files comes first at the same time.
pub(super) fn in_order(stage: &Stage<'_>) -> Result<Vec<Moment>, Problem> {
    let mut all = Vec::new();
    let start = instant(super::setting::START)?;
    let mut add = |at: Instant, what: What| all.push(Moment { at: at.max(start), what });
    for (i, document) in stage.library.documents.iter().enumerate() {
        add(document.issued_on.as_deref().map_or(Ok(start), instant)?, What::Document(i));
    }
    for (i, relation) in stage.library.relations.iter().enumerate() {
        // Under way once both documents are known: a relation never comes before its document.
        let issued = stage.library.documents.iter().find(|it| it.key == relation.from).and_then(|it| it.issued_on.as_deref());
        let known = issued.map_or(Ok(start), instant)?;
        add(relation.on.as_deref().map_or(Ok(known), instant)?.max(known), What::Relation(i));
    }
    for (i, class) in stage.classes.iter().enumerate() {
        class_moments(i, class, &mut add)?;
        for (difficulty, it) in class.difficulties.iter().enumerate() {
            for (step, it) in it.steps.iter().enumerate() {
                add(step_at(it)?, What::Happened { of_class: Some(i), difficulty, step });
            }
        }
    }
    for (difficulty, it) in stage.register.difficulties.iter().enumerate() {
        for (step, it) in it.steps.iter().enumerate() {
            add(step_at(it)?, What::Happened { of_class: None, difficulty, step });
        }
    }
    super::discussion::moments(&stage.discussion, &mut add)?;
    let opened = instant(&stage.evaluation.opened)?;
    add(opened, What::EvaluationOpened);
    add(Instant(opened.0 + 60_000), What::Evaluated);
    add(instant(&stage.evaluation.closed)?, What::EvaluationClosed);
    for (i, it) in stage.cadres.cadres.iter().enumerate() {
        add(instant(&it.at)?, What::CadreNominated(i));
        for (at, what) in [(&it.confirmed_at, What::CadreConfirmed(i)), (&it.ended_at, What::CadreEnded(i))] {
            if let Some(at) = at {
                add(instant(at)?, what);
            }
        }
    }
    for (practice, step, at) in stage.practices.moments()? {
        add(at, What::Practised { practice, step });
    }
    boards::moments(&stage.boards, &mut |at, what| add(at, What::Board(what)))?;
    for (i, it) in stage.news.items.iter().enumerate() {
        add(it.saved_at()?, What::NewsSaved(i));
        add(it.released_at()?, What::NewsReleased(i));
    }
    super::plans::moments(&stage.plans, &mut add)?;
    all.sort_by_key(|moment| moment.at);
    Ok(all)
}

fn step_at(step: &Step) -> Result<Instant, Problem> {
    instant(&step.at)
}

fn class_moments(class: usize, file: &ClassFile, add: &mut impl FnMut(Instant, What)) -> Result<(), Problem> {
    let called = instant(&file.class.called_up_on)?;
    let opened = instant(&file.training_project.from)?;
    add(opened, What::Project(class));
    add(Instant(opened.0 + 3_600_000), What::Planned(class));
    if file.training_project.rollout.iter().any(|it| it.status == "done") {
        add(instant(super::rollout::REPORTED)?, What::Reported(class));
    }
    add(called, What::Called(class));
    for (seat, it) in file.seats.iter().enumerate() {
        if let Some(day) = &it.answered_on {
            add(Instant(instant(day)?.0.max(called.0) + 3_600_000), What::Named { class, seat });
        }
    }
    add(Instant(called.0 + 60_000), What::Items(class));
    let lived = file.sessions.iter().any(|it| !it.attendance.is_empty());
    let (Some(first), Some(last), true) = (file.sessions.first(), file.sessions.last(), lived) else { return Ok(()) };
    add(Instant(instant(&first.doors)?.0 - 600_000), What::Begun(class));
    for (session, it) in file.sessions.iter().enumerate() {
        add(instant(&it.doors)?, What::DoorOpened { class, session });
        for (row, attended) in it.attendance.iter().enumerate() {
            let day = it.starts.split('T').next().unwrap_or_default();
            // Who never came is marked when the door closes.
            let at = attended.at.as_ref().map_or_else(|| instant(&it.ends), |time| instant(&format!("{day}T{time}")))?;
            add(at, What::Came { class, session, row });
        }
        add(Instant(instant(&it.ends)?.0 + 60_000), What::DoorClosed { class, session });
    }
    for (row, it) in file.substitutions.iter().enumerate() {
        add(instant(&it.at)?, What::Substituted { class, row });
    }
    if let Some(evening) = file.sessions.iter().find(|it| it.no == 3) {
        add(instant(&evening.starts)?, What::Grouped(class));
    }
    add(Instant(instant(&last.ends)?.0 + 3_600_000), What::Done(class));
    Ok(())
}
