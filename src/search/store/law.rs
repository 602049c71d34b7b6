//! Documents, and their articles with clauses and points as passages: an article is what is found, a clause is what is shown of it.
//!
//! Another source of texts is one more statement of the same columns in [`parts`].

use crate::db::{Run, args, row};
use crate::ground::Problem;
use crate::ground::dates::{Date, Instant, TimeOfDay};
use crate::policy::{Cite, Document, State, place_label, touches_of};
use crate::search::asking::{article_mark, number_marks};
use crate::search::engine::Entry;
use crate::search::entry::{Kind, Passage, Shown, shortened};
use crate::search::sees;

crate::statements! {
    DOCUMENT_IDS = "select id from documents order by id";
    DOCUMENTS = "select id, number, kind, issuer, title, issued_on, effective_on, expires_on, mark, dates_mark, source, checked_on, note
        from documents where $1 like '%,' || id || ',%' order by id";
    SUMMARIES = "select p.document_id, p.article, p.clause, p.point, p.heading, p.summary from provisions p
        where $1 like '%,' || p.document_id || ',%' order by p.document_id, p.sort";
    /// The articles, clauses and points of full texts, as they read on a day.
    WORDINGS = "select w.document_id, w.article, w.clause, w.point, case when w.level = 'article' then w.title else '' end, w.body
        from wordings w
        where $1 like '%,' || w.document_id || ',%' and w.level in ('article', 'clause', 'point')
        and w.from_on <= $2 and (w.until_on is null or w.until_on > $2) order by w.document_id, w.sort";
    /// What begins or ends between two days.
    TURNED = "select id from documents where (effective_on > $1 and effective_on <= $2) or (expires_on > $1 and expires_on <= $2)
        union
        select w.document_id from wordings w where (w.from_on > $1 and w.from_on <= $2) or (w.until_on > $1 and w.until_on <= $2)
        union
        select r.to_id from relations r join documents f on f.id = r.from_id
        where coalesce(r.on_date, f.effective_on) > $1 and coalesce(r.on_date, f.effective_on) <= $2";
}

/// What an article, a clause or a point says.
struct Part {
    document_id: String,
    article: String,
    clause: String,
    point: String,
    heading: String,
    text: String,
}
row!(Part { document_id, article, clause, point, heading, text });

/// Every document's id.
pub(crate) async fn documents(run: &impl Run) -> Result<Vec<String>, Problem> {
    run.all(&DOCUMENT_IDS, &[]).await
}

/// The documents for which a day after `from` and up to `to` changes something.
pub(crate) async fn turned(run: &impl Run, from: Date, to: Date) -> Result<Vec<String>, Problem> {
    run.all(&TURNED, args![from.iso(), to.iso()]).await
}

/// All that documents (`,id,id,`) say on a day: what was written about them in short, then their texts, each in their order.
async fn parts(run: &impl Run, ids: &str, on: Date) -> Result<Vec<Part>, Problem> {
    let mut parts: Vec<Part> = run.all(&SUMMARIES, args![ids]).await?;
    parts.extend(run.all(&WORDINGS, args![ids, on.iso()]).await?);
    Ok(parts)
}

/// The entries of documents (`,id,id,`) as they stand on a day.
pub(crate) async fn law(run: &impl Run, ids: &str, on: Date) -> Result<Vec<Entry>, Problem> {
    let documents: Vec<Document> = run.all(&DOCUMENTS, args![ids]).await?;
    let parts = parts(run, ids, on).await?;
    let mut touches = touches_of(run, ids).await?;
    let mut entries = Vec::new();
    for document in &documents {
        let state = document.standing(touches.remove(&document.id).unwrap_or_default()).at(on);
        let own: Vec<&Part> = parts.iter().filter(|it| it.document_id == document.id).collect();
        entries.push(whole(document, state));
        let mut articles: Vec<&str> = own.iter().map(|it| it.article.as_str()).collect();
        articles.dedup();
        for (at, article) in articles.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
            if articles.iter().take(at).all(|before| before != article) {
                let of_it: Vec<&Part> = own.iter().copied().filter(|it| it.article == *article).collect();
                entries.push(article_of(document, state, article, &of_it));
            }
        }
    }
    Ok(entries)
}

fn entry(document: &Document, state: State, article: &str, shown: &Shown, title: String) -> Entry {
    let mut marks = vec!["source:law".to_owned(), Kind::Law.mark(), sees::ALL.to_owned(), article_mark(article)];
    marks.push(format!("force:{}", if state.applies() { "yes" } else { "no" }));
    marks.extend(number_marks(document));
    Entry {
        of: format!("document/{}", document.id),
        key: format!("document/{}/{article}", document.id),
        marks,
        title,
        passages: shown.texts(),
        shown: shown.kept(),
        at: document
            .issued_on
            .as_deref()
            .and_then(|it| Date::from_iso(it).ok())
            .zip(TimeOfDay::new(0, 0))
            .map_or(0, |(day, time)| Instant::from_local(day, time).0),
        is_name: false,
    }
}

fn whole(document: &Document, state: State) -> Entry {
    let shown = Shown {
        kind: Kind::Law,
        title: document.name(),
        path: format!("/documents/{}", document.id),
        place: String::new(),
        facts: vec![document.issuer.clone()],
        state: (state.class().to_owned(), state.word()),
        needs_review: false,
        passages: vec![Passage { text: document.title.clone(), ..Passage::default() }],
    };
    entry(document, state, "", &shown, document.name())
}

fn article_of(document: &Document, state: State, article: &str, parts: &[&Part]) -> Entry {
    let heading = parts.iter().map(|it| it.heading.as_str()).find(|it| !it.is_empty()).unwrap_or_default();
    let own = place_label(article, "", "");
    let path = |clause: &str, point: &str| {
        Cite { document_id: document.id.clone(), article: article.into(), clause: clause.into(), point: point.into() }.path()
    };
    let passage =
        |it: &&Part| Passage { path: path(&it.clause, &it.point), label: place_label("", &it.clause, &it.point), text: it.text.clone() };
    let shown = Shown {
        kind: Kind::Law,
        title: if heading.is_empty() { format!("{own} {}", document.name()) } else { format!("{own} {}. {heading}", document.name()) },
        path: path("", ""),
        place: String::new(),
        facts: Some(shortened(&document.title, 90)).filter(|it| !it.is_empty()).into_iter().collect(),
        state: (state.class().to_owned(), state.word()),
        needs_review: false,
        passages: parts.iter().filter(|it| !it.text.is_empty()).map(passage).collect(),
    };
    let title = format!("{own} {heading} {} {}", document.name(), document.title);
    entry(document, state, article, &shown, title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_has_its_clauses_as_passages() {
        let document = Document {
            id: "d1".into(),
            number: "27/2022/NĐ-CP".into(),
            kind: crate::policy::Kind::Decree,
            issuer: "Chính phủ".into(),
            title: "Quy định cơ chế quản lý".into(),
            issued_on: Some("2022-04-19".into()),
            effective_on: None,
            expires_on: None,
            mark: crate::policy::Mark::Checked,
            dates_mark: crate::policy::Mark::Checked,
            source: String::new(),
            checked_on: None,
            note: String::new(),
        };
        let part = |clause: &str, point: &str| Part {
            document_id: "d1".into(),
            article: "14".into(),
            clause: clause.into(),
            point: point.into(),
            heading: if clause.is_empty() { "Duy tu".into() } else { String::new() },
            text: format!("nội dung {clause}{point}"),
        };
        let parts = [part("", ""), part("2", ""), part("2", "a")];
        let it = article_of(&document, State::Expired, "14", &parts.iter().collect::<Vec<_>>());
        let shown = Shown::read(&it.shown).unwrap();
        assert_eq!(shown.title, "Điều 14 Nghị định 27/2022/NĐ-CP. Duy tu");
        assert_eq!(
            (shown.passages[2].path.as_str(), shown.passages[2].label.as_str()),
            ("/documents/d1/articles/14#k2-a", "điểm a khoản 2")
        );
        for mark in ["no:27", "year:2022", "letters:nd-cp", "doc:decree", "art:14", "force:no", "see:all"] {
            assert!(it.marks.iter().any(|it| it == mark), "{mark}: {:?}", it.marks);
        }
        assert!(it.at > 0 && it.passages.len() == 3);
    }
}
