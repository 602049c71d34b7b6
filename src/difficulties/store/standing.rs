//! Which difficulties stand on the provisions of a document: for the library, which lies above and may not ask.

use crate::db::{Run, args};
use crate::ground::Problem;
use crate::people::Scope;
use crate::web::{Actor, App, Stands};
use std::future::Future;
use std::pin::Pin;

crate::statements! {
    /// By the standing advice: what is published, for anyone, and what lies in the asker's scope.
    STANDING = "select d.id, coalesce(an.question, d.text), d.needs_review, c.article, c.clause, c.point, an.difficulty_id
        from citations c join advices a on a.id = c.advice_id join difficulties d on d.id = a.difficulty_id
            left join answers an on an.difficulty_id = d.id and an.withdrawn_at is null
        where c.document_id = $1 and ($2 = '' or c.article = $2) and a.superseded_at is null and d.state <> 'merged'
            and (an.difficulty_id is not null or $3 = '*' or $3 like '%,' || d.class_id || ',%' or $3 like '%,' || d.project_id || ',%')
        order by d.needs_review desc, d.weight desc, d.id, c.id limit 500";
}

struct Found {
    id: String,
    title: String,
    needs_review: bool,
    article: String,
    clause: String,
    point: String,
    published: Option<String>,
}
crate::row!(Found { id, title, needs_review, article, clause, point, published });

impl Found {
    fn stands(self) -> Stands {
        let path = if self.published.is_some() { format!("/answers/{}", self.id) } else { format!("/difficulties/{}", self.id) };
        Stands { article: self.article, clause: self.clause, point: self.point, path, title: self.title, needs_review: self.needs_review }
    }
}

/// See [`crate::web::Standing`].
pub fn standing<'a>(
    app: &'a App,
    actor: &'a Actor,
    document: &'a str,
    article: &'a str,
) -> Pin<Box<dyn Future<Output = Result<Vec<Stands>, Problem>> + Send + 'a>> {
    Box::pin(async move {
        let scope = Scope::of(actor);
        let found: Vec<Found> = app.db.all(&STANDING, args![document, article, scope.text()]).await?;
        Ok(found.into_iter().map(Found::stands).collect())
    })
}
