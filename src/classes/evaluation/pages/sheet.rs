//! The evaluation's own page: for a trainee the sheet, for who runs the class its opening and closing, for the others how it stands.

use super::super::actions;
use super::super::question::{Answer as Sheet, Open, Question, Want, may};
use super::super::store::{self, Standing};
use super::super::tally::{FEWEST, in_fives};
use super::{Filled, shell};
use crate::classes::{Class, State, class_seen};
use crate::ground::Refused;
use crate::web::{Answer, Ask, Form, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/evaluation/pages/sheet.html")]
pub(super) struct SheetPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) f: Filled,
}

#[derive(Template)]
#[template(path = "classes/evaluation/pages/state.html")]
pub(super) struct StatePage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) heading: String,
    pub(super) standing: Standing,
    pub(super) runs: bool,
    /// Why it cannot be opened now, or what was wrong.
    pub(super) why_not: Option<String>,
    /// So few have answered that closing would tell nothing.
    pub(super) few: bool,
}

/// `GET /classes/{class}/evaluation`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let class = class_seen(ask.db(), &ask.actor, &id).await?;
    let standing = store::standing(ask.db(), &id, ask.actor.id()).await?;
    if standing.is_open() && !standing.has_answered && may(Want::Answer, &ask.actor, class.of(), standing.takes_part) {
        let s = shell(&ask, &class, "evaluation-title");
        return page(&SheetPage { s, class, f: Filled::default() });
    }
    page(&state_page(&ask, class, standing, None))
}

fn state_page(ask: &Ask, class: Class, standing: Standing, refused: Option<String>) -> StatePage {
    let runs = may(Want::Run, &ask.actor, class.of(), standing.takes_part);
    draw(shell(ask, &class, "evaluation-title"), class, standing, runs, refused)
}

pub(super) fn draw(s: Shell, class: Class, standing: Standing, runs: bool, refused: Option<String>) -> StatePage {
    let w = s.w.clone();
    let begun = matches!(class.state(), State::Running | State::Done);
    let why_not =
        refused.or_else(|| (runs && !begun && !standing.is_open() && !standing.has_result()).then(|| w.t("evaluation-not-begun")));
    StatePage { heading: heading(&w, &standing), few: standing.so_far < FEWEST, s, class, standing, runs, why_not }
}

fn heading(w: &W, it: &Standing) -> String {
    if it.is_open() {
        return match in_fives(it.so_far) {
            _ if it.has_answered => w.t("evaluation-thanks"),
            0 => w.t("evaluation-open-few"),
            n => w.n("evaluation-open-some", n),
        };
    }
    match it.closed_at {
        None => w.t("evaluation-not-open"),
        Some(_) if it.has_result() => w.n("evaluation-closed", it.answered),
        Some(_) => w.n("evaluation-closed-few", it.answered),
    }
}

/// `POST /classes/{class}/evaluation`: the form's deed is not even read.
pub(super) async fn answer(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let given = match Sheet::read(|field| form.raw(field).to_owned()) {
        Ok(sheet) => actions::answer(ask.db(), &ask.actor, &id, &sheet).await,
        Err(invalid) => Err(invalid.into()),
    };
    match given {
        Ok(()) => see(format!("/classes/{id}/evaluation?done=evaluation-given")),
        Err(refused) => {
            let class = class_seen(ask.db(), &ask.actor, &id).await?;
            let standing = store::standing(ask.db(), &id, ask.actor.id()).await?;
            if !may(Want::Answer, &ask.actor, class.of(), standing.takes_part) {
                return Err(Refused::Denied.into());
            }
            let f = Filled::again(form, refused)?;
            again(&SheetPage { s: shell(&ask, &class, "evaluation-title"), class, f })
        }
    }
}

/// `POST /classes/{class}/evaluation/opening`
pub(super) async fn open(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match actions::open(ask.db(), &ask.actor, ask.deed(&form), &id).await {
        Ok(()) => see(format!("/classes/{id}/evaluation?done=evaluation-opened")),
        Err(refused) => {
            let f = Filled::again(form, refused)?;
            let class = class_seen(ask.db(), &ask.actor, &id).await?;
            let standing = store::standing(ask.db(), &id, ask.actor.id()).await?;
            let why = f.bad("evaluation").map(|it| ask.w().word(it));
            again(&state_page(&ask, class, standing, why))
        }
    }
}

/// `POST /classes/{class}/evaluation/closing`
pub(super) async fn close(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    actions::close(ask.db(), &ask.actor, ask.deed(&form), &id).await?;
    see(format!("/classes/{id}/evaluation/results?done=evaluation-closed-now-done"))
}

impl SheetPage {
    #[expect(clippy::unused_self, reason = "templates call it")]
    fn questions(&self) -> [Question; 8] {
        Question::ALL
    }

    /// Each mark with the key of its word.
    #[expect(clippy::unused_self, reason = "templates call it")]
    fn marks(&self) -> [(&'static str, &'static str); 5] {
        [
            ("1", "evaluation-mark-1"),
            ("2", "evaluation-mark-2"),
            ("3", "evaluation-mark-3"),
            ("4", "evaluation-mark-4"),
            ("5", "evaluation-mark-5"),
        ]
    }

    #[expect(clippy::unused_self, reason = "templates call it")]
    fn opens(&self) -> [Open; 3] {
        Open::ALL
    }
}
