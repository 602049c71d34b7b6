//! What the full texts of the library say under an article, for citing it.

use crate::db::{Run, args, statements};
use crate::ground::Problem;
use crate::ground::dates::Date;
use crate::policy::choice::Said;
use crate::policy::citing::Wanted;

statements! {
    /// An article with its clauses and points, in documents of a number, on a day.
    SAID = "select w.document_id, w.article, w.clause, w.point, w.title, substr(w.body, 1, 400), w.change = 'repealed'
        from documents d join wordings w on w.document_id = d.id
        where (d.number_fold = $1 or d.number_fold like $1 || '/%') and w.article = $2
            and w.from_on <= $3 and (w.until_on is null or w.until_on > $3)
        order by d.issued_on desc nulls last, d.id, w.sort, w.id limit 400";
}

/// What documents of the wanted number say under the wanted article on a day.
pub(super) async fn said(run: &impl Run, wanted: &Wanted, on: Date) -> Result<Vec<Said>, Problem> {
    run.all(&SAID, args![&wanted.number, &wanted.article, on.iso()]).await
}
