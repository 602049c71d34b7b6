//! What a document orders in others and was not carried out mechanically: for the librarian, one after the other.

use super::{capital, eye};
use crate::ground::{Invalid, Refused};
use crate::policy::actions::{Settling, carry_out_now, settle_now};
use crate::policy::citing::Wanted;
use crate::policy::document::Document;
use crate::policy::provision::{Cite, place_label, tidy};
use crate::policy::store::{self, Leftover};
use crate::web::{Answer, Ask, Form, Sample, Shell, W, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

struct Item {
    id: String,
    told: String,
    basis: String,
    basis_path: String,
    why: String,
    /// The provision as it reads before: address and name.
    target: Option<(String, String)>,
    /// The text it changes is in the library: it can be settled here.
    kept: bool,
    settled: Option<String>,
    place: String,
    text: String,
    open: bool,
    wrong: Vec<(&'static str, String)>,
}

impl Item {
    fn at(&self, field: &str) -> Option<&String> {
        self.wrong.iter().find(|it| it.0 == field).map(|it| &it.1)
    }
}

#[derive(Template)]
#[template(path = "policy/pages/leftovers.html")]
struct LeftoversPage {
    s: Shell,
    id: String,
    heading: String,
    wrong: Vec<(String, String)>,
    items: Vec<Item>,
    /// Some wait for a text that the library does not have.
    waits: bool,
    again_wrong: Option<String>,
}

/// What was typed for one of them, and what is wrong with it.
struct Tried<'a> {
    leftover: &'a str,
    form: &'a Form,
    wrong: &'a Invalid,
}

async fn drawn(ask: &Ask, id: &str, tried: Option<Tried<'_>>) -> Result<LeftoversPage, Refused> {
    let w = ask.w();
    let document = store::document(ask.db(), id).await?.ok_or(Refused::Absent)?;
    let all = store::leftovers(ask.db(), id).await?;
    let items: Vec<Item> = all.iter().map(|it| item(&w, &document, it, tried.as_ref())).collect();
    let waiting = items.iter().filter(|it| it.settled.is_none()).count();
    let heading = match (all.is_empty(), waiting) {
        (true, _) => w.t("leftovers-none"),
        (false, 0) => w.t("leftovers-all-settled"),
        (false, n) => w.n("leftovers-heading", n),
    };
    let s = ask.shell(w.t("leftovers-title")).crumb("/documents", w.t("documents-menu"));
    Ok(LeftoversPage {
        s: s.crumb(format!("/documents/{id}"), document.name()),
        id: id.to_owned(),
        heading,
        wrong: items.iter().flat_map(|it| it.wrong.iter().map(|(field, word)| (format!("{field}-{}", it.id), word.clone()))).collect(),
        waits: items.iter().any(|it| !it.kept && it.settled.is_none()),
        items,
        again_wrong: None,
    })
}

fn item(w: &W, by: &Document, it: &Leftover, tried: Option<&Tried<'_>>) -> Item {
    let tried = tried.filter(|tried| tried.leftover == it.id);
    let at = Wanted::read(&it.basis);
    let basis = Cite { document_id: by.id.clone(), article: at.article, clause: at.clause, point: at.point };
    let place = place_label(&it.article, &it.clause, &it.point);
    let target = it.to_id.clone().map(|to| {
        let cite = Cite { document_id: to, article: it.article.clone(), clause: it.clause.clone(), point: it.point.clone() };
        (cite.path(), capital(format!("{place} {}", it.to_name).trim()))
    });
    let mut wrong = Vec::new();
    for field in ["place", "text"] {
        wrong.extend(tried.and_then(|it| it.wrong.at(field)).map(|word| (field, said(w, word))));
    }
    if let Some(tried) = tried.filter(|_| wrong.is_empty()) {
        wrong.extend(tried.wrong.fields.first().map(|(_, word)| ("text", said(w, word))));
    }
    Item {
        id: it.id.clone(),
        told: it.told.clone(),
        basis: it.basis.clone(),
        basis_path: basis.path(),
        why: w.t(&format!("leftover-why-{}", it.why)),
        target,
        kept: it.to_kept,
        settled: it.how.as_ref().map(|how| {
            let day = it.settled_at.map(|at| at.date().to_string()).unwrap_or_default();
            w.x(&format!("leftover-how-{how}"), day)
        }),
        place: tried.map_or(place, |it| it.form.raw("place").to_owned()),
        text: tried.map_or_else(String::new, |it| it.form.raw("text").to_owned()),
        open: tried.is_some(),
        wrong,
    }
}

/// "Không đưa vào được: …", with the reason in words.
fn said(w: &W, word: &crate::ground::Word) -> String {
    match (word.key, word.args.first()) {
        ("leftover-cannot", Some((_, why))) => w.x("leftover-cannot", w.t(&format!("leftover-why-{why}"))),
        _ => w.word(word),
    }
}

pub(super) async fn list(ask: Ask, Path(id): Path<String>) -> Answer {
    page(&drawn(&ask, &id, None).await?)
}

pub(super) async fn settle(ask: Ask, Path((id, leftover)): Path<(String, String)>, form: Form) -> Answer {
    let known = store::leftover(ask.db(), &leftover).await?.filter(|it| it.by_id == id).ok_or(Refused::Absent)?;
    let outcome = match asked(&form) {
        Ok(how) => settle_now(ask.db(), &ask.actor, &ask.deed(&form), &known.id, how).await,
        Err(wrong) => Err(wrong.into()),
    };
    match outcome {
        Ok(()) => see(format!("/documents/{id}/leftovers?done=leftover-settled")),
        Err(Refused::Invalid(wrong)) => again(&drawn(&ask, &id, Some(Tried { leftover: &leftover, form: &form, wrong: &wrong })).await?),
        Err(refused) => Err(refused.into()),
    }
}

fn asked(form: &Form) -> Result<Settling, Invalid> {
    if form.is("how", "no-change") {
        return Ok(Settling::NoChange);
    }
    let at = Wanted::read(&form.line("place"));
    let place = tidy(&at.article, &at.clause, &at.point).map_err(|_| Invalid::field("place", "relation-place-unreadable"))?;
    if form.is("how", "repealed") {
        Ok(Settling::Repealed { place })
    } else {
        Ok(Settling::Worded { place, text: form.raw("text").replace("\r\n", "\n").replace('\0', "") })
    }
}

/// Carries out once more what the document orders: for texts that came later.
pub(super) async fn carry(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match carry_out_now(ask.db(), &ask.actor, &ask.deed(&form), &id).await {
        Ok(_) => see(format!("/documents/{id}/leftovers?done=amendments-carried")),
        Err(Refused::Invalid(wrong)) => {
            let mut it = drawn(&ask, &id, None).await?;
            it.again_wrong = wrong.fields.first().map(|(_, word)| ask.w().word(word));
            again(&it)
        }
        Err(refused) => Err(refused.into()),
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let item = |kept: bool, settled: Option<String>| Item {
        id: "1".into(),
        told: "…".into(),
        basis: "khoản 5 Điều 1".into(),
        basis_path: "/documents".into(),
        why: s.w.t("leftover-why-not-found"),
        target: Some(("/documents".into(), "Điều 3 Nghị định 00/2022/NĐ-CP".into())),
        kept,
        settled,
        place: "Điều 3".into(),
        text: "…".into(),
        open: true,
        wrong: vec![("text", s.w.x("leftover-cannot", s.w.t("leftover-why-other-number"))), ("place", s.w.t("relation-place-unreadable"))],
    };
    let day = eye(Some("2018-01-01")).unwrap_or_default();
    let it = LeftoversPage {
        s: s.clone(),
        id: "0166752b-1234-7000-8000-000000000001".into(),
        heading: s.w.n("leftovers-heading", 2),
        wrong: vec![("text-1".into(), "…".into())],
        items: vec![item(true, None), item(false, None), item(true, Some(s.w.x("leftover-how-worded", day)))],
        waits: true,
        again_wrong: Some(s.w.t("text-day-needed")),
    };
    vec![draw("leftovers", &it)]
}
