//! A document's page: how it stands on a day, what it does to others and others to it, its provisions with what changed them.

mod relatives;

use super::contents::Contents;
use super::{Sign, article, capital, eye};
use crate::ground::dates::Date;
use crate::ground::{Refused, Word};
use crate::policy::document::{Document, Kind, Mark, State};
use crate::policy::provision::{Cite, Provision, place_label};
use crate::policy::relation::{Effect, Touch};
use crate::policy::{may_keep, store, wording};
use crate::web::{Answer, Ask, Sample, Shell, W, draw, page};
use askama::Template;
use axum::extract::Path;
use relatives::{Relatives, relatives};

/// A clause or a point with its summary.
pub(super) struct Clause {
    pub(super) anchor: String,
    /// The anchor within its article: `k2-a`.
    pub(super) stable: String,
    /// The anchor of its clause, where only points of it are kept.
    pub(super) also: Option<String>,
    pub(super) label: String,
    pub(super) heading: String,
    pub(super) summary: String,
    pub(super) mark: Sign,
    pub(super) meta: Vec<String>,
    pub(super) warnings: Vec<String>,
    pub(super) edit: String,
}

pub(super) struct Article {
    pub(super) anchor: String,
    pub(super) label: String,
    pub(super) heading: String,
    pub(super) warnings: Vec<String>,
    /// The whole article first, where it is kept.
    pub(super) clauses: Vec<Clause>,
}

#[derive(Template)]
#[template(path = "policy/pages/document.html")]
struct DocumentPage {
    s: Shell,
    id: String,
    name: String,
    title: String,
    sign: Sign,
    on: String,
    /// A day other than today was asked for.
    another_day: bool,
    on_wrong: bool,
    notices: Vec<String>,
    may_keep: bool,
    facts: Vec<(String, String)>,
    note: String,
    mark: Sign,
    relatives: Vec<Relatives>,
    provisions: usize,
    articles: Vec<Article>,
    /// By what it was replaced, repealed or amended, in one line each.
    touched: Vec<(String, Vec<(String, String)>)>,
    /// What its text has; nothing where the library has no text.
    contents: Option<Contents>,
    cited_by: Vec<(String, String)>,
    /// Orders of this document that wait for a person.
    waiting: i64,
}

pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let document = store::document(ask.db(), &id).await?.ok_or(Refused::Absent)?;
    let touched = store::touches(ask.db(), &format!(",{id},")).await?.remove(&id).unwrap_or_default();
    let does = store::does(ask.db(), &id).await?;
    let provisions = store::provisions(ask.db(), &id).await?;
    let (on, another_day, on_wrong) = article::day_asked(&ask);
    let contents = Contents::of(&ask, &id, on, another_day, &provisions, &touched).await?;
    let citing = store::cited_by(ask.db(), &id).await?;
    let waiting = store::waiting(ask.db(), &id).await?;
    let s = ask.shell(document.name()).crumb("/documents", ask.w().t("documents-menu"));
    let mut it = drawn(s, &document, &touched, &does, &provisions, on);
    (it.another_day, it.on_wrong, it.waiting) = (another_day, on_wrong, waiting);
    it.cited_by =
        citing.iter().map(|it| (format!("/documents/{}", it.id), ask.w().nx("document-cites-times", it.times, &it.name))).collect();
    if contents.is_some() {
        // The summaries stand beside the text, at each article.
        it.articles = Vec::new();
    }
    it.contents = contents;
    it.may_keep = may_keep(&ask.actor);
    page(&it)
}

fn drawn(s: Shell, document: &Document, touched: &[Touch], does: &[Touch], provisions: &[Provision], on: Date) -> DocumentPage {
    let w = s.w.clone();
    let state = document.standing(touched.to_vec()).at(on);
    DocumentPage {
        id: document.id.clone(),
        name: document.name(),
        title: document.title.clone(),
        sign: Sign::of(&w, state),
        on: on.to_string(),
        another_day: false,
        on_wrong: false,
        notices: notices(&w, document, state, touched, on),
        may_keep: false,
        facts: facts(&w, document),
        note: document.note.clone(),
        mark: marked(&w, document.mark),
        relatives: relatives(&w, document, touched, does),
        provisions: provisions.len(),
        articles: articles(&w, document, provisions, touched, on),
        touched: relatives::touched(&w, touched),
        contents: None,
        cited_by: Vec::new(),
        waiting: 0,
        s,
    }
}

fn marked(w: &W, mark: Mark) -> Sign {
    Sign { class: mark.class(), word: w.t(&mark.word()) }
}

/// What one should know before applying it.
fn notices(w: &W, document: &Document, state: State, touched: &[Touch], on: Date) -> Vec<String> {
    let mut out = Vec::new();
    let day = |iso: &Option<String>| eye(iso.as_deref()).unwrap_or_default();
    match state {
        State::InForce => {}
        State::Amended => out.push(w.t("document-notice-amended")),
        State::NotYet => out.push(w.x("document-notice-not-yet", day(&document.effective_on))),
        State::Unknown if document.effective_on.is_some() => out.push(w.t("document-notice-unchecked")),
        State::Unknown => out.push(w.t("document-notice-unknown")),
        State::Expired => out.push(w.x("document-notice-expired", day(&document.expires_on))),
        State::Replaced => {
            let ended = touched.iter().filter(|it| it.ends_all() && it.mark != Mark::Memory && it.since().is_none_or(|since| since <= on));
            out.extend(ended.map(|it| w.x("document-notice-replaced", with_day(w, it))));
        }
    }
    let heard = touched.iter().filter(|it| it.mark == Mark::Memory && it.effect != Effect::Guides);
    out.extend(heard.map(|it| w.x("document-notice-heard", &it.by)));
    if document.mark == Mark::Memory {
        out.push(w.t("document-notice-memory"));
    }
    out
}

/// "Nghị định 38/2023/NĐ-CP (từ ngày 24/06/2023)"
pub(super) fn with_day(w: &W, touch: &Touch) -> String {
    touch.since().map_or_else(|| touch.by.clone(), |day| w.xy("relation-with-day", &touch.by, day))
}

fn facts(w: &W, document: &Document) -> Vec<(String, String)> {
    let doubt = match document.dates_mark {
        Mark::Checked => String::new(),
        mark => format!(" ({})", w.t(&mark.word())),
    };
    let day = |iso: &Option<String>| eye(iso.as_deref()).map(|day| format!("{day}{doubt}"));
    let unknown = || w.t("document-day-unknown");
    let mut out = vec![
        (w.t("document-issuer"), document.issuer.clone()),
        (w.t("document-issued-on"), day(&document.issued_on).unwrap_or_else(unknown)),
        (w.t("document-effective-on"), day(&document.effective_on).unwrap_or_else(unknown)),
    ];
    out.extend(day(&document.expires_on).map(|day| (w.t("document-expires-on"), day)));
    out.push((w.t("policy-source"), if document.source.is_empty() { w.t("policy-source-none") } else { readable(&document.source) }));
    let checked = eye(document.checked_on.as_deref()).unwrap_or_else(|| w.t("policy-checked-never"));
    out.push((w.t("policy-checked-on"), checked));
    out
}

/// A source as people call it: where a copy of it lies among programs is for the keepers' form only.
fn readable(source: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for part in source.split(';') {
        let name = match (part.find("(github:"), part.find(": github:")) {
            (Some(from), _) => {
                let (before, rest) = part.split_at(from);
                let after = rest.split_once(')').map_or("", |it| it.1);
                format!("{}{after}", before.trim_end())
            }
            (None, Some(from)) => part.split_at(from).0.to_owned(),
            (None, None) if part.trim_start().starts_with("github:") => String::new(),
            (None, None) => part.to_owned(),
        };
        let name = name.trim().to_owned();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

pub(super) fn articles(w: &W, document: &Document, provisions: &[Provision], touched: &[Touch], on: Date) -> Vec<Article> {
    let mut out: Vec<Article> = Vec::new();
    for it in provisions {
        let anchor = Cite { clause: String::new(), point: String::new(), ..it.cite() }.anchor();
        if out.last().is_none_or(|last| last.anchor != anchor) {
            out.push(Article {
                label: place_label(&it.article, "", "").replace(' ', "\u{a0}"),
                heading: String::new(),
                warnings: touched
                    .iter()
                    .filter(|touch| touch.clause.is_empty() && touch.changes(&it.cite(), on))
                    .map(|touch| warning(w, touch, "provision-this-article"))
                    .collect(),
                clauses: Vec::new(),
                anchor,
            });
        }
        let Some(article) = out.last_mut() else { continue };
        if it.clause.is_empty() {
            article.heading.clone_from(&it.heading);
            article.clauses.push(clause(w, document, it, Vec::new()));
            continue;
        }
        let changed = touched.iter().filter(|touch| !touch.clause.is_empty() && touch.changes(&it.cite(), on));
        let warnings = changed.map(|touch| warning(w, touch, "provision-this")).collect();
        let mut kept = clause(w, document, it, warnings);
        let of_clause = Cite { point: String::new(), ..it.cite() }.anchor();
        let stands = article.clauses.iter().any(|known| known.anchor == of_clause || known.also.as_ref() == Some(&of_clause));
        kept.also = (!it.point.is_empty() && !stands).then_some(of_clause);
        article.clauses.push(kept);
    }
    out
}

fn clause(w: &W, document: &Document, it: &Provision, warnings: Vec<String>) -> Clause {
    let mut meta = Vec::new();
    meta.extend(eye(it.checked_on.as_deref()).map(|day| w.x("policy-checked-short", day)));
    meta.extend(
        Some(&it.source)
            .filter(|source| !source.is_empty() && **source != document.source)
            .map(|source| w.x("policy-source-short", readable(source))),
    );
    Clause {
        anchor: it.cite().anchor(),
        stable: wording::anchor(&it.clause, &it.point),
        also: None,
        label: capital(&place_label("", &it.clause, &it.point)),
        heading: it.heading.clone(),
        summary: it.summary.clone(),
        mark: marked(w, it.mark),
        meta,
        warnings,
        edit: format!("/documents/{}/provisions?at={}", it.document_id, it.id),
    }
}

/// "Quy định này đã được sửa đổi bởi … từ ngày …; nội dung tóm tắt dưới đây là theo bản gốc."
fn warning(w: &W, touch: &Touch, what: &str) -> String {
    let key = match (touch.effect, touch.by_kept) {
        (Effect::Amends | Effect::Guides, false) => "provision-amended",
        (Effect::Amends | Effect::Guides, true) => "provision-amended-kept",
        (Effect::Replaces, _) => "provision-replaced",
        (Effect::Repeals, _) => "provision-repealed",
    };
    let doubt = if touch.mark == Mark::Checked { String::new() } else { format!(" ({})", w.t(&touch.mark.word())) };
    w.word(&Word::new(key).with("x", with_day(w, touch)).with("y", doubt).with("z", w.t(what)))
}

/// An invented document.
pub(super) fn sample_document() -> Document {
    Document {
        id: "0166752b-1234-7000-8000-000000000001".into(),
        number: "00/2022/NĐ-CP".into(),
        kind: Kind::Decree,
        issuer: "Chính phủ".into(),
        title: "…".into(),
        issued_on: Some("2018-01-19".into()),
        effective_on: Some("2018-02-19".into()),
        expires_on: Some("2030-01-01".into()),
        mark: Mark::Partly,
        dates_mark: Mark::Memory,
        source: "…".into(),
        checked_on: Some("2018-10-01".into()),
        note: "…".into(),
    }
}

/// An invented amendment of its Điều 14.
pub(super) fn sample_touch() -> Touch {
    Touch {
        effect: Effect::Amends,
        by: "Nghị định 01/2018/NĐ-CP".into(),
        by_id: "0166752b-1234-7000-8000-000000000002".into(),
        by_kept: false,
        article: "14".into(),
        basis: "Điều 1 khoản 6".into(),
        on_date: Some("2018-06-24".into()),
        note: "…".into(),
        mark: Mark::Partly,
        ..Touch::default()
    }
}

pub(super) fn sample_articles(w: &W, on: Date) -> Vec<Article> {
    let document = sample_document();
    let provision = Provision {
        id: "0166752b-1234-7000-8000-000000000003".into(),
        document_id: document.id.clone(),
        article: "14".into(),
        clause: "2".into(),
        point: String::new(),
        heading: String::new(),
        summary: "…".into(),
        mark: Mark::Checked,
        source: String::new(),
        checked_on: None,
    };
    articles(w, &document, &[provision], &[sample_touch()], on)
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let document = sample_document();
    let provision = |article: &str, clause: &str, point: &str| Provision {
        id: "0166752b-1234-7000-8000-000000000003".into(),
        document_id: document.id.clone(),
        article: article.into(),
        clause: clause.into(),
        point: point.into(),
        heading: "…".into(),
        summary: "…".into(),
        mark: Mark::Checked,
        source: "….".into(),
        checked_on: Some("2018-10-01".into()),
    };
    let provisions = [provision("14", "", ""), provision("14", "2", ""), provision("14", "3", "a"), provision("15", "1", "")];
    let ways = Effect::ALL.map(|effect| Touch { effect, article: String::new(), partial: true, ..sample_touch() });
    let kept = Touch { by_kept: true, clause: "2".into(), ..sample_touch() };
    let gone = Effect::ALL.map(|effect| Touch { effect, mark: Mark::Checked, ..sample_touch() });
    let touched: Vec<Touch> = [sample_touch(), kept].into_iter().chain(ways.clone()).chain(gone).collect();
    let on = s.now.date();
    let mut full = drawn(s.clone(), &document, &touched, &ways, &provisions, on);
    (full.may_keep, full.another_day, full.on_wrong, full.waiting) = (true, true, true, 2);
    full.cited_by = vec![("/documents".into(), s.w.nx("document-cites-times", 2, "Thông tư 01/2018/TT-BTC"))];
    let mut all = vec![draw("document", &full)];
    full.contents = Some(super::contents::sample(&s.w));
    full.articles = Vec::new();
    all.push(draw("document", &full));
    let ended = Touch { effect: Effect::Repeals, article: String::new(), mark: Mark::Checked, ..sample_touch() };
    let heard = Touch { effect: Effect::Repeals, article: String::new(), mark: Mark::Memory, ..sample_touch() };
    let bare = Document {
        title: String::new(),
        source: String::new(),
        checked_on: None,
        mark: Mark::Memory,
        expires_on: None,
        ..document.clone()
    };
    for (document, touched) in [
        (bare.clone(), vec![ended]),
        (bare.clone(), vec![heard]),
        (Document { effective_on: None, issued_on: None, ..bare.clone() }, vec![]),
        (Document { effective_on: Some("2040-01-01".into()), ..bare.clone() }, vec![]),
        (Document { expires_on: Some("2018-03-01".into()), ..bare }, vec![]),
    ] {
        all.push(draw("document", &drawn(s.clone(), &document, &touched, &[], &[], on)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_for_people() {
        for (source, expected) in [
            ("congbao.chinhphu.vn", "congbao.chinhphu.vn"),
            ("Bộ Pháp điển, bản chép 02/2025 (github: a/b) (NĐ 27/2022)", "Bộ Pháp điển, bản chép 02/2025 (NĐ 27/2022)"),
            ("Bộ Pháp điển, bản chép 02/2025: github:a/b, c/d.html; luatvietnam.vn", "Bộ Pháp điển, bản chép 02/2025; luatvietnam.vn"),
            ("github: a/b", ""),
        ] {
            assert_eq!(readable(source), expected);
        }
    }
}
