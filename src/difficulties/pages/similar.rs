//! What was raised before: while typing, and before it is sent.

use super::{mark, shortened};
use crate::difficulties::store::{Near, Within, near};
use crate::ground::Problem;
use crate::web::{Actor, Answer, Ask, ClassRef, Role, Shell, W, page};
use askama::Template;

/// As many as are offered.
pub(super) const MOST: usize = 4;

/// One that is like it.
pub(super) struct NearRow {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) code: String,
    pub(super) text: String,
    pub(super) excerpt: String,
    pub(super) mark: &'static str,
    pub(super) state: String,
    pub(super) needs_review: bool,
    /// Words, or empty.
    pub(super) weight: String,
    /// "Me too" can be said here: it is of the asker's own class, and not their own.
    pub(super) can_join: bool,
}

impl NearRow {
    pub(super) fn of(it: &Near, actor: &Actor, w: &W) -> Self {
        let class = ClassRef { class: &it.class_id, project: &it.project_id };
        let inside = actor.sees(class);
        let (mark, state) = mark(it.state, it.verdict);
        let text = if inside { &it.text } else { it.question.as_ref().unwrap_or(&it.text) };
        let excerpt = it.answer.as_ref().or(it.advice.as_ref().filter(|_| inside)).map(|it| shortened(it, 220));
        let own = it.raiser_id.as_deref() == actor.person.as_deref();
        Self {
            id: it.id.clone(),
            path: if inside { format!("/difficulties/{}", it.id) } else { format!("/answers/{}", it.id) },
            code: it.code.clone(),
            text: shortened(text, 200),
            excerpt: excerpt.unwrap_or_default(),
            mark,
            state: w.t(state),
            needs_review: it.needs_review,
            weight: if it.weight > 1 { w.n("difficulty-weight", it.weight) } else { String::new() },
            can_join: actor.has_in(Role::Trainee, class) && !own,
        }
    }
}

#[derive(Template)]
#[template(path = "difficulties/pages/similar.html")]
pub(super) struct Fragment {
    pub(super) s: Shell,
    pub(super) rows: Vec<NearRow>,
}

/// `GET /difficulties/similar?text=…&class=…`: a piece of a page; nothing at all when nothing is close.
pub(super) async fn fragment(ask: Ask) -> Answer {
    let class = ask.query("class");
    let text: String = ask.query("text").chars().take(1500).collect();
    let rows = close(&ask, &class, &text).await?;
    page(&Fragment { s: ask.shell(""), rows })
}

/// What is close to a text: published, or of this class if the asker is in it.
pub(super) async fn close(ask: &Ask, class: &str, text: &str) -> Result<Vec<NearRow>, Problem> {
    // Of a class that the asker does not see, only what is published; whether there is such a class is not said.
    let seen = ask.actor.grants.iter().any(|it| it.class.as_deref() == Some(class) || (it.class.is_none() && it.role != Role::Trainee));
    let class = if seen { class } else { "" };
    let found = near(ask.house(), text, Within { class, project: "" }, MOST).await?;
    let w = ask.w();
    let visible = |it: &&Near| it.is_published() || ask.actor.sees(ClassRef { class: &it.class_id, project: &it.project_id });
    Ok(found.iter().filter(|it| it.is_close()).filter(visible).map(|it| NearRow::of(it, &ask.actor, &w)).collect())
}
