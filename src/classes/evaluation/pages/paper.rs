//! Paper sheets, counted by hand and typed in together.

use super::super::actions;
use super::super::question::{HIGHEST, Open, Question};
use super::super::store;
use super::super::tally::Sheets;
use super::{Filled, shell};
use crate::classes::{Class, class_run};
use crate::web::{Answer, Ask, Form, Shell, again, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "classes/evaluation/pages/paper.html")]
pub(super) struct PaperPage {
    pub(super) s: Shell,
    pub(super) class: Class,
    pub(super) open: bool,
    pub(super) f: Filled,
}

/// `GET /classes/{class}/evaluation/paper`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    page(&paper_page(&ask, &id, Filled::default()).await?)
}

async fn paper_page(ask: &Ask, id: &str, f: Filled) -> Result<PaperPage, crate::ground::Refused> {
    let class = class_run(ask.db(), &ask.actor, id).await?;
    let standing = store::standing(ask.db(), id, ask.actor.id()).await?;
    let s = shell(ask, &class, "evaluation-paper-title");
    let s = s.crumb(format!("/classes/{id}/evaluation"), ask.w().t("evaluation-title"));
    Ok(PaperPage { s, class, open: standing.is_open(), f })
}

/// `POST /classes/{class}/evaluation/paper`
pub(super) async fn take(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let taken = match Sheets::read(|field| form.raw(field).to_owned()) {
        Ok(sheets) => actions::take_sheets(ask.db(), &ask.actor, &ask.deed(&form), &id, sheets).await,
        Err(invalid) => Err(invalid.into()),
    };
    match taken {
        Ok(()) => see(format!("/classes/{id}/evaluation?done=evaluation-paper-taken")),
        Err(refused) => again(&paper_page(&ask, &id, Filled::again(form, refused)?).await?),
    }
}

impl PaperPage {
    /// Each question with its fields: mark, name, what was typed.
    fn lines(&self) -> Vec<(Question, Vec<(usize, String, String)>)> {
        let field = |question, mark| {
            let name = Sheets::field(question, mark);
            let typed = self.f.raw(&name).to_owned();
            (mark, name, typed)
        };
        Question::ALL.into_iter().map(|it| (it, (1..=HIGHEST).map(|mark| field(it, mark)).collect())).collect()
    }

    #[expect(clippy::unused_self, reason = "templates call it")]
    fn opens(&self) -> [Open; 3] {
        Open::ALL
    }
}
