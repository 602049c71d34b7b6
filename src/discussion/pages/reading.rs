//! A document as a session reads it: each clause with one press, *Tôi chưa rõ*; what is least clear, live.

use super::view::width;
use super::{Filled, session_name, shell};
use crate::discussion::actions;
use crate::discussion::standing::{Standing, Verb, is_theirs, may};
use crate::discussion::store::{self, Count, Mark, Note, Sitting};
use crate::ground::{Problem, Refused};
use crate::policy::{Cite, Document, Provision, cite_from_text, cite_to_text, document, provisions};
use crate::web::{Answer, Ask, Form, Shell, W, again, page, see};
use askama::Template;
use axum::extract::Path;

/// As many clauses the picture shows.
const HEAVIEST: usize = 12;

/// A clause that somebody has marked.
pub(in crate::discussion) struct Heavy {
    pub(super) anchor: String,
    pub(super) label: String,
    /// "8 người chưa rõ khoản 2 Điều 7"
    pub(super) sentence: String,
    pub(super) people: i64,
    pub(super) width: String,
    pub(super) notes: Vec<String>,
    /// Where a question about it is put to the hall.
    pub(super) ask: Option<String>,
}

/// What is least clear, by clause: drawn within the page, and again by itself.
#[derive(Template)]
#[template(path = "discussion/pages/unclear.html")]
pub(in crate::discussion) struct UnclearPart {
    pub(super) s: Shell,
    pub(super) finding: String,
    pub(super) heavy: Vec<Heavy>,
    /// With what was noted: for those who lead.
    pub(super) full: bool,
}

/// A clause with the asker's own mark.
pub(in crate::discussion) struct ClauseRow {
    pub(super) anchor: String,
    pub(super) label: String,
    pub(super) summary: String,
    pub(super) cite: String,
    pub(super) marked: bool,
    pub(super) note: String,
    pub(super) error: String,
}

pub(in crate::discussion) struct ArticleView {
    pub(super) label: String,
    pub(super) clauses: Vec<ClauseRow>,
}

#[derive(Template)]
#[template(path = "discussion/pages/reading.html")]
pub(in crate::discussion) struct ReadingPage {
    pub(super) s: Shell,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) title: String,
    /// `/sessions/{session}`
    pub(super) to: String,
    pub(super) document: String,
    pub(super) class: String,
    pub(super) since: i64,
    pub(super) can_mark: bool,
    pub(super) finding: String,
    pub(super) heavy: Vec<Heavy>,
    pub(super) full: bool,
    pub(super) articles: Vec<ArticleView>,
}

/// `GET /sessions/{session}/documents/{document}`
pub(super) async fn show(ask: Ask, Path((session, document)): Path<(String, String)>) -> Answer {
    let (sitting, who, document) = seen(&ask, &session, &document).await?;
    page(&draw(&ask, &sitting, who, &document, &Filled::default()).await?)
}

/// `GET /sessions/{session}/documents/{document}/now`
pub(super) async fn now(ask: Ask, Path((session, document)): Path<(String, String)>) -> Answer {
    let (sitting, who, document) = seen(&ask, &session, &document).await?;
    let (finding, heavy) = heavy(&ask, &sitting, who, &document).await?;
    page(&UnclearPart { s: ask.shell(""), finding, heavy, full: is_theirs(Verb::ReadNotes, who) })
}

/// `POST /sessions/{session}/unclear`: marks a clause, notes what is not clear, or takes the mark back.
pub(super) async fn mark(ask: Ask, Path(session): Path<String>, form: Form) -> Answer {
    let cite = cite_from_text(&form.line("cite")).ok_or(Refused::Absent)?;
    let (document, anchor) = (cite.document_id.clone(), anchor(&cite));
    let deed = ask.deed(&form);
    if form.ticked("clear") {
        actions::mark_clear(ask.db(), &ask.actor, deed, &session, cite).await?;
        return see(format!("/sessions/{session}/documents/{document}?done=unclear-withdrawn#{anchor}"));
    }
    match actions::mark_unclear(ask.db(), &ask.actor, deed, &session, cite, &form.lines("note")).await {
        Ok(()) => see(format!("/sessions/{session}/documents/{document}?done=unclear-marked#{anchor}")),
        Err(refused) => {
            let filled = Filled::again(form, refused, &ask.w())?;
            let (sitting, who, document) = seen(&ask, &session, &document).await?;
            again(&draw(&ask, &sitting, who, &document, &filled).await?)
        }
    }
}

/// The document, if it is given out in a session that the asker sees.
async fn seen(ask: &Ask, session: &str, id: &str) -> Result<(Sitting, Standing, Document), Refused> {
    let (sitting, who) = actions::seen(ask.db(), &ask.actor, session).await?;
    if !store::is_material(ask.db(), session, id).await? {
        return Err(Refused::Absent);
    }
    Ok((sitting, who, document(ask.db(), id).await?.ok_or(Refused::Absent)?))
}

/// Where a clause stands on the page; the whole document has a place too.
fn anchor(cite: &Cite) -> String {
    if cite.article.is_empty() { "whole".to_owned() } else { cite.anchor() }
}

/// "khoản 2 Điều 7", or the whole document in words.
fn label(cite: &Cite, w: &W) -> String {
    if cite.article.is_empty() { w.t("unclear-whole") } else { cite.place() }
}

/// What is least clear: the finding in a sentence, and the clauses, the heaviest first.
async fn heavy(ask: &Ask, sitting: &Sitting, who: Standing, document: &Document) -> Result<(String, Vec<Heavy>), Problem> {
    let counts = store::counts(ask.db(), &sitting.id, &document.id).await?;
    let full = is_theirs(Verb::ReadNotes, who);
    let notes = if full { store::notes(ask.db(), &sitting.id, &document.id).await? } else { Vec::new() };
    let can_ask = may(Verb::Ask, who, sitting.is_on());
    Ok(weighed(&counts, notes, can_ask.then_some(sitting.id.as_str()), full, &ask.w()))
}

/// `full`: for those who lead, to whom the clauses say their sentences themselves.
fn weighed(counts: &[Count], notes: Vec<Note>, ask_in: Option<&str>, full: bool, w: &W) -> (String, Vec<Heavy>) {
    let most = counts.first().map_or(0, |it| it.people);
    let mut heavy: Vec<Heavy> = counts
        .iter()
        .take(HEAVIEST)
        .map(|it| Heavy {
            anchor: anchor(&it.cite),
            label: label(&it.cite, w),
            sentence: w.nx("unclear-people", it.people, label(&it.cite, w)),
            people: it.people,
            width: width(it.people, most),
            notes: Vec::new(),
            ask: ask_in.map(|session| format!("/sessions/{session}/discussion?clause={}#ask", cite_to_text(&it.cite))),
        })
        .collect();
    for note in notes {
        if let Some(it) = heavy.iter_mut().find(|it| it.anchor == anchor(&note.cite)) {
            it.notes.push(note.text);
        }
    }
    let finding = match heavy.as_slice() {
        [] => w.t("unclear-nobody"),
        [first, ..] if !full => first.sentence.clone(),
        _ => w.n("unclear-marks", counts.iter().map(|it| it.people).sum::<i64>()),
    };
    (finding, heavy)
}

async fn draw(ask: &Ask, sitting: &Sitting, who: Standing, document: &Document, filled: &Filled) -> Result<ReadingPage, Problem> {
    let w = ask.w();
    let since = ask.db().position_of_class(&sitting.class_id).await?;
    let (finding, heavy) = heavy(ask, sitting, who, document).await?;
    let kept = provisions(ask.db(), &document.id).await?;
    let own = store::marks_of(ask.db(), &sitting.id, &document.id, ask.actor.id()).await?;
    let can_mark = may(Verb::Mark, who, sitting.is_on());
    let name = document.name();
    let heading = w.x(if can_mark { "reading-heading" } else { "reading-heading-staff" }, &name);
    Ok(ReadingPage {
        s: shell(ask, sitting, heading.clone()).crumb(format!("/sessions/{}/discussion", sitting.id), session_name(sitting, &w)),
        kicker: session_name(sitting, &w),
        heading,
        title: if document.title == name { String::new() } else { document.title.clone() },
        to: format!("/sessions/{}", sitting.id),
        document: document.id.clone(),
        class: sitting.class_id.clone(),
        since,
        can_mark,
        finding,
        heavy,
        full: is_theirs(Verb::ReadNotes, who),
        articles: articles(document, &kept, &own, filled, can_mark, &w),
    })
}

/// The clauses by article; last, for those who mark, the document as a whole.
fn articles(document: &Document, kept: &[Provision], own: &[Mark], filled: &Filled, can_mark: bool, w: &W) -> Vec<ArticleView> {
    let row = |cite: Cite, label: String, summary: &str| {
        let mine = own.iter().find(|it| it.cite == cite);
        let text = cite_to_text(&cite);
        let typed = filled.is_wrong() && filled.form.line("cite") == text;
        ClauseRow {
            anchor: anchor(&cite),
            label,
            summary: summary.to_owned(),
            marked: mine.is_some() || typed,
            note: if typed { filled.form.raw("note").to_owned() } else { mine.map(|it| it.text.clone()).unwrap_or_default() },
            error: if typed { filled.wrong.at("note").to_owned() } else { String::new() },
            cite: text,
        }
    };
    let mut all: Vec<(String, ArticleView)> = Vec::new();
    for it in kept {
        let clause = row(it.cite(), it.cite().place(), &it.summary);
        match all.last_mut() {
            Some((article, view)) if *article == it.article => view.clauses.push(clause),
            _ => {
                let label = crate::policy::place_label(&it.article, "", "");
                let label = if it.heading.is_empty() { label } else { format!("{label}. {}", it.heading) };
                all.push((it.article.clone(), ArticleView { label, clauses: vec![clause] }));
            }
        }
    }
    let whole = Cite { document_id: document.id.clone(), ..Cite::default() };
    let words = w.t(if all.is_empty() { "reading-no-clauses" } else { "reading-whole-about" });
    let whole = row(whole, String::new(), &words);
    let mut views: Vec<ArticleView> = all.into_iter().map(|it| it.1).collect();
    if can_mark {
        views.push(ArticleView { label: w.t("reading-whole"), clauses: vec![whole] });
    }
    views
}

/// What is least clear, from invented marks.
pub(super) fn sample(w: &W) -> (String, Vec<Heavy>) {
    let cite = |article: &str, clause: &str| Cite {
        document_id: "0166752b-0000-7000-8000-0000000000d1".into(),
        article: article.into(),
        clause: clause.into(),
        point: String::new(),
    };
    let counts = [Count { cite: cite("7", "2"), people: 8 }, Count { cite: cite("13", ""), people: 3 }];
    let note = Note { cite: cite("7", "2"), text: "Ai là người xác nhận khối lượng khi xã làm chủ đầu tư?".into() };
    weighed(&counts, vec![note], Some("0166752b-0000-7000-8000-0000000000a3"), true, w)
}
