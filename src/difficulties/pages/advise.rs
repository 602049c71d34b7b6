//! Writing an advice: the text, what to mind, and the clauses it stands on, found without leaving what was typed.

use super::Wrong;
use super::history::{ReviewRow, reviewed};
use super::show::details;
use crate::difficulties::actions::{self, Advise, seen};
use crate::difficulties::difficulty::{Verb, may};
use crate::difficulties::store;
use crate::ground::Refused;
use crate::policy::{Cite, choices, cite_from_text, cite_to_text};
use crate::web::{Answer, Ask, Form, Shell, W, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

/// A clause to tick.
pub(in crate::difficulties) struct CiteChoice {
    pub(super) value: String,
    pub(super) label: String,
    /// The title of its article.
    pub(super) heading: String,
    pub(super) summary: String,
    /// How the document stands today: word, and the look's class for it.
    pub(super) state: String,
    pub(super) mark: &'static str,
    /// What changed this very clause, or empty.
    pub(super) changed: String,
    /// The library does not have it: said instead of how its document stands.
    pub(super) missing: String,
    pub(super) chosen: bool,
}

#[derive(Template)]
#[template(path = "difficulties/pages/advise.html")]
pub(super) struct AdvisePage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) draft: String,
    pub(super) code: String,
    pub(super) question: String,
    /// What was asked of the raiser, and their answer or nothing.
    pub(super) asked: Vec<(String, String)>,
    pub(super) facts: Vec<String>,
    pub(super) details: Vec<(String, String)>,
    pub(super) reviews: Vec<ReviewRow>,
    /// Somebody else's text and name, when they advised meanwhile.
    pub(super) theirs: Option<(String, String)>,
    pub(super) chosen: Vec<CiteChoice>,
    pub(super) found: Vec<CiteChoice>,
    /// A search was made and found nothing.
    pub(super) found_none: bool,
    pub(super) against: String,
    pub(super) text: String,
    pub(super) warning: String,
    pub(super) find: String,
    pub(super) wrong: Wrong,
}

/// `GET /difficulties/{difficulty}/advice`: what stands is there to be rewritten.
pub(super) async fn form(ask: Ask, Path(id): Path<String>) -> Answer {
    let (it, who) = seen(ask.db(), &ask.actor, &id).await?;
    if !may(Verb::Advise, it.stands(), who) {
        return Err(Refused::Denied.into());
    }
    page(&draw(&ask, &id, None, None, Wrong::default()).await?)
}

/// `POST /difficulties/{difficulty}/advice`: a search for clauses, or the advice itself.
pub(super) async fn advise(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    if form.ticked("search") {
        return page(&draw(&ask, &id, Some(&form), None, Wrong::default()).await?);
    }
    let input = Advise {
        text: form.lines("text"),
        warning: form.lines("warning"),
        cites: form.list("cite").iter().filter_map(|it| cite_from_text(it)).collect(),
        against: form.line("against").parse().unwrap_or_default(),
    };
    match actions::advise(ask.db(), &ask.actor, ask.deed(&form), &id, input).await {
        Ok(()) => see(format!("/difficulties/{id}?done=difficulty-advised&draft=advise-{id}")),
        Err(Refused::Invalid(invalid)) => {
            let drawn = draw(&ask, &id, Some(&form), None, Wrong::of(&invalid, &ask.w())).await?;
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
        Err(Refused::Conflict { theirs, by }) => {
            let drawn = draw(&ask, &id, Some(&form), Some((theirs, by)), Wrong::default()).await?;
            page_as(StatusCode::CONFLICT, &drawn)
        }
        Err(refused) => Err(refused.into()),
    }
}

async fn draw(ask: &Ask, id: &str, typed: Option<&Form>, theirs: Option<(String, String)>, wrong: Wrong) -> Result<AdvisePage, Refused> {
    let db = ask.db();
    let w = ask.w();
    let (it, _) = seen(db, &ask.actor, id).await?;
    let advices = store::advices(db, id).await?;
    let citations = store::citations(db, id, ask.now().date()).await?;
    let open: Vec<_> = store::reviews(db, id).await?.into_iter().filter(|it| it.closed_at.is_none()).collect();
    let asked = store::clarifications(db, id).await?.into_iter().map(|it| (it.question, it.answer)).collect();
    let standing = advices.first();
    let revision = standing.map_or(0, |it| it.revision);
    // Against what stood when the writing began; against what stands now, once the other text has been shown.
    let against = match (typed, &theirs) {
        (Some(form), None) => form.line("against").parse().unwrap_or(revision),
        _ => revision,
    };
    let find = typed.map(|it| it.line("find")).unwrap_or_default();
    let rewordings = if open.is_empty() { Vec::new() } else { store::rewordings(db, id).await? };
    let stands_on: Vec<Cite> = citations.iter().filter(|it| Some(&it.of) == standing.map(|it| &it.id)).map(|it| it.cite.clone()).collect();
    let kept: Vec<Cite> = match typed {
        Some(form) => form.list("cite").iter().filter_map(|it| cite_from_text(it)).collect(),
        None => stands_on.clone(),
    };
    let chosen = labelled(ask, &kept).await?;
    let found = if find.is_empty() { Vec::new() } else { choices(db, &find, 12, ask.now().date()).await? };
    let today = ask.now().date();
    let found_none = !find.is_empty() && found.is_empty();
    let found = found
        .into_iter()
        .filter(|it| !kept.contains(&it.cite))
        .map(|it| {
            let state = it.state.at(today);
            let changed = it.changed_by(today).next().map(|touch| w.x("difficulty-cite-changed", &touch.by)).unwrap_or_default();
            CiteChoice {
                value: cite_to_text(&it.cite),
                missing: if it.kept { String::new() } else { missing(&w, &it.label) },
                state: match (it.kept, it.repealed) {
                    (false, _) => String::new(),
                    (true, true) => w.t("choice-repealed"),
                    (true, false) => w.t(&state.word()),
                },
                mark: if it.repealed { "off" } else { state.class() },
                heading: it.heading,
                changed,
                label: it.label,
                summary: it.summary,
                chosen: false,
            }
        })
        .collect();
    let mut facts = vec![it.place_name.clone(), w.t(&it.field.word())];
    if it.weight > 1 {
        facts.push(w.n("difficulty-weight", it.weight));
    }
    Ok(AdvisePage {
        s: ask
            .shell(w.x("difficulty-advise-heading", &it.code))
            .crumb(format!("/classes/{}/difficulties", it.class_id), w.t("difficulty-crumb-list"))
            .crumb(format!("/difficulties/{id}"), it.code.clone()),
        path: format!("/difficulties/{id}"),
        draft: format!("advise-{id}"),
        details: details(&it, false, &w),
        code: it.code,
        question: it.text,
        asked,
        facts,
        reviews: reviewed(&open, &rewordings, &stands_on, &w),
        theirs,
        chosen,
        found,
        found_none,
        against: against.to_string(),
        text: typed.map_or_else(|| standing.map(|it| it.text.clone()).unwrap_or_default(), |it| it.raw("text").to_owned()),
        warning: typed.map_or_else(|| standing.map(|it| it.warning.clone()).unwrap_or_default(), |it| it.raw("warning").to_owned()),
        find,
        wrong,
    })
}

/// "Thư viện chưa có Điều 999 …"
fn missing(w: &W, label: &str) -> String {
    w.x("choice-not-kept", label)
}

/// The clauses already ticked, with their words.
async fn labelled(ask: &Ask, kept: &[Cite]) -> Result<Vec<CiteChoice>, Refused> {
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let w = ask.w();
    let known = store::labels(ask.db()).await?;
    let provisions = store::kept(ask.db(), kept).await?;
    Ok(kept
        .iter()
        .map(|cite| {
            let number = known.iter().find(|it| it.0 == cite.document_id).map_or("", |it| it.1.as_str());
            let label = crate::policy::cite_label(number, &cite.article, &cite.clause, &cite.point);
            let summary = provisions.iter().find(|it| it.0 == *cite).map(|it| it.1.clone());
            CiteChoice {
                value: cite_to_text(cite),
                missing: if summary.is_some() || cite.article.is_empty() { String::new() } else { missing(&w, &label) },
                label,
                heading: String::new(),
                summary: summary.unwrap_or_default(),
                state: String::new(),
                mark: "",
                changed: String::new(),
                chosen: true,
            }
        })
        .collect())
}
