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

/// A question with a field for each mark.
struct Line {
    question: Question,
    counts: Vec<Count>,
}

struct Count {
    mark: usize,
    name: String,
    typed: String,
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
    fn lines(&self) -> Vec<Line> {
        let field = |question, mark| {
            let name = Sheets::field(question, mark);
            Count { mark, typed: self.f.raw(&name).to_owned(), name }
        };
        let line = |question| Line { question, counts: (1..=HIGHEST).map(|mark| field(question, mark)).collect() };
        Question::ALL.into_iter().map(line).collect()
    }

    #[expect(clippy::unused_self, reason = "templates call it")]
    fn opens(&self) -> [Open; 3] {
        Open::ALL
    }
}
