//! The forms of those who keep the library: a document, a provision, a relation. One template draws all three.

use super::{eye, telling, typed};
use crate::ground::{Invalid, Refused, child_id};
use crate::policy::document::{Document, Kind, Mark, NewDocument};
use crate::policy::provision::NewProvision;
use crate::policy::relation::{Effect, Way};
use crate::policy::{actions, store};
use crate::web::{Answer, Ask, Form, Sample, Shell, W, again, draw, page, see};
use askama::Template;
use axum::extract::Path;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Line,
    Short,
    Text,
    Choice,
    Tick,
}

struct Field {
    name: &'static str,
    shape: Shape,
    label: String,
    hint: String,
    optional: bool,
    value: String,
    options: Vec<(String, String)>,
    wrong: Option<String>,
}

impl Field {
    fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// What describes it, for those who hear the page.
    fn described(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let wrong = self.wrong.is_some().then(|| format!("{}-error", self.name));
        let by: Vec<String> = hint.into_iter().chain(wrong).collect();
        let by = if by.is_empty() { String::new() } else { format!(" aria-describedby=\"{}\"", by.join(" ")) };
        let invalid = if self.wrong.is_some() { " aria-invalid=\"true\"" } else { "" };
        format!("{by}{invalid}")
    }
}

#[derive(Template)]
#[template(path = "policy/pages/form.html")]
struct FormPage {
    s: Shell,
    heading: String,
    intro: String,
    action: String,
    draft: String,
    back: String,
    button: String,
    wrong: Vec<(String, String)>,
    fields: Vec<Field>,
}

/// Makes fields from what was typed and what is wrong with it.
struct Maker<'a> {
    w: &'a W,
    form: &'a Form,
    wrong: &'a Invalid,
}

impl Maker<'_> {
    fn field(&self, name: &'static str, label: &str, shape: Shape) -> Field {
        Field {
            name,
            shape,
            label: self.w.t(label),
            hint: String::new(),
            optional: false,
            value: self.form.raw(name).to_owned(),
            options: Vec::new(),
            wrong: self.wrong.at(name).map(|word| self.w.word(word)),
        }
    }

    fn choice(&self, name: &'static str, label: &str, options: Vec<(String, String)>) -> Field {
        Field { options, ..self.field(name, label, Shape::Choice) }
    }

    fn mark(&self, name: &'static str, label: &str) -> Field {
        // Whoever says nothing has not checked.
        let order = [Mark::Memory, Mark::Partly, Mark::Checked];
        self.choice(name, label, order.map(|mark| (mark.name().to_owned(), self.w.t(&mark.word()))).to_vec())
    }

    fn day(&self, name: &'static str, label: &str) -> Field {
        self.field(name, label, Shape::Short).optional()
    }

    fn first<'b>(&self, word: &str, rest: impl Iterator<Item = (String, String)> + 'b) -> Vec<(String, String)> {
        std::iter::once((String::new(), self.w.t(word))).chain(rest).collect()
    }

    fn wrongs(&self) -> Vec<(String, String)> {
        self.wrong.fields.iter().map(|(field, word)| (field.clone(), self.w.word(word))).collect()
    }
}

fn document_page(s: Shell, known: Option<&Document>, form: &Form, wrong: &Invalid) -> FormPage {
    let w = s.w.clone();
    let it = Maker { w: &w, form, wrong };
    let kinds = it.first("policy-choose", Kind::ALL.into_iter().map(|kind| (kind.name().to_owned(), w.t(&kind.word()))));
    let fields = vec![
        it.choice("kind", "document-kind", kinds),
        it.field("number", "document-number", Shape::Short).hint(w.t("document-number-hint")),
        it.field("issuer", "document-issuer", Shape::Line),
        it.field("title", "document-title", Shape::Text).hint(w.t("document-title-hint")).optional(),
        it.day("issued_on", "document-issued-on").hint(w.t("policy-day-hint")),
        it.day("effective_on", "document-effective-on"),
        it.day("expires_on", "document-expires-on").hint(w.t("document-expires-hint")),
        it.mark("dates_mark", "document-dates-mark"),
        it.field("source", "policy-source", Shape::Line).hint(w.t("policy-source-hint")),
        it.day("checked_on", "policy-checked-on"),
        it.mark("mark", "policy-mark"),
        it.field("note", "policy-note", Shape::Text).optional(),
    ];
    let (action, back, about) = match known {
        Some(document) => (format!("/documents/{}/revision", document.id), format!("/documents/{}", document.id), document.id.as_str()),
        None => ("/documents".to_owned(), "/documents".to_owned(), "new"),
    };
    FormPage {
        heading: w.t(if known.is_some() { "document-edit-heading" } else { "document-add-heading" }),
        intro: w.t("document-add-intro"),
        action,
        back,
        draft: draft("document", about, s.actor.id()),
        button: w.t(if known.is_some() { "policy-save" } else { "document-add" }),
        wrong: it.wrongs(),
        fields,
        s,
    }
}

/// The name under which the browser keeps what one person began to write about one thing.
fn draft(form: &str, about: &str, person: &str) -> String {
    format!("{form}-{}", child_id(about, person))
}

fn brought(form: &Form, id: Option<String>) -> NewDocument {
    NewDocument {
        id,
        number: form.line("number"),
        kind: form.line("kind"),
        issuer: form.line("issuer"),
        title: form.line("title"),
        issued_on: form.line("issued_on"),
        effective_on: form.line("effective_on"),
        expires_on: form.line("expires_on"),
        mark: form.line("mark"),
        dates_mark: form.line("dates_mark"),
        source: form.line("source"),
        checked_on: form.line("checked_on"),
        note: form.lines("note"),
    }
}

fn within(ask: &Ask, title: &str) -> Shell {
    ask.shell(ask.w().t(title)).crumb("/documents", ask.w().t("documents-menu"))
}

fn about(ask: &Ask, title: &str, document: &Document) -> Shell {
    within(ask, title).crumb(format!("/documents/{}", document.id), document.name())
}

async fn known(ask: &Ask, id: &str) -> Result<Document, Refused> {
    store::document(ask.db(), id).await?.ok_or(Refused::Absent)
}

pub(super) async fn new(ask: Ask) -> Answer {
    let today = ask.now().date().to_string();
    let form = Form::from_pairs([("checked_on", today.as_str())]);
    page(&document_page(within(&ask, "document-add-heading"), None, &form, &Invalid::default()))
}

pub(super) async fn keep_new(ask: Ask, form: Form) -> Answer {
    match actions::add_document(ask.db(), &ask.actor, &ask.deed(&form), brought(&form, None)).await {
        Ok(id) => see(format!("/documents/{id}?done=document-kept&draft={}", draft("document", "new", ask.actor.id()))),
        Err(Refused::Invalid(wrong)) => again(&document_page(within(&ask, "document-add-heading"), None, &form, &wrong)),
        Err(refused) => Err(refused.into()),
    }
}

pub(super) async fn revision(ask: Ask, Path(id): Path<String>) -> Answer {
    let document = known(&ask, &id).await?;
    page(&document_page(about(&ask, "document-edit-heading", &document), Some(&document), &typed(&document), &Invalid::default()))
}

pub(super) async fn keep_revision(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match actions::add_document(ask.db(), &ask.actor, &ask.deed(&form), brought(&form, Some(id.clone()))).await {
        Ok(id) => see(format!("/documents/{id}?done=document-kept&draft={}", draft("document", &id, ask.actor.id()))),
        Err(Refused::Invalid(wrong)) => {
            let document = known(&ask, &id).await?;
            again(&document_page(about(&ask, "document-edit-heading", &document), Some(&document), &form, &wrong))
        }
        Err(refused) => Err(refused.into()),
    }
}

fn provision_page(s: Shell, document: &Document, form: &Form, wrong: &Invalid) -> FormPage {
    let w = s.w.clone();
    let it = Maker { w: &w, form, wrong };
    FormPage {
        heading: w.t("provision-add-heading"),
        intro: w.t("provision-add-intro"),
        action: format!("/documents/{}/provisions", document.id),
        draft: draft("provision", &document.id, s.actor.id()),
        back: format!("/documents/{}", document.id),
        button: w.t("provision-save"),
        wrong: it.wrongs(),
        fields: vec![
            it.field("article", "provision-article", Shape::Short).hint(w.t("provision-article-hint")),
            it.field("clause", "provision-clause", Shape::Short).hint(w.t("provision-clause-hint")).optional(),
            it.field("point", "provision-point", Shape::Short).hint(w.t("provision-point-hint")).optional(),
            it.field("heading", "provision-heading", Shape::Line).optional(),
            it.field("summary", "provision-summary", Shape::Text).hint(w.t("provision-summary-hint")),
            it.field("source", "policy-source", Shape::Line).hint(w.t("policy-source-hint")),
            it.day("checked_on", "policy-checked-on").hint(w.t("policy-day-hint")),
            it.mark("mark", "policy-mark"),
        ],
        s,
    }
}

pub(super) async fn provision(ask: Ask, Path(id): Path<String>) -> Answer {
    let document = known(&ask, &id).await?;
    let at = ask.query("at");
    let kept = store::provisions(ask.db(), &id).await?.into_iter().find(|it| it.id == at);
    let form = match &kept {
        Some(it) => {
            let checked = eye(it.checked_on.as_deref()).unwrap_or_default();
            Form::from_pairs([
                ("article", it.article.as_str()),
                ("clause", &it.clause),
                ("point", &it.point),
                ("heading", &it.heading),
                ("summary", &it.summary),
                ("source", &it.source),
                ("checked_on", &checked),
                ("mark", it.mark.name()),
            ])
        }
        None => Form::from_pairs([("source", document.source.as_str()), ("checked_on", &ask.now().date().to_string())]),
    };
    page(&provision_page(about(&ask, "provision-add-heading", &document), &document, &form, &Invalid::default()))
}

pub(super) async fn keep_provision(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let new = NewProvision {
        article: form.line("article"),
        clause: form.line("clause"),
        point: form.line("point"),
        heading: form.line("heading"),
        summary: form.lines("summary"),
        mark: form.line("mark"),
        source: form.line("source"),
        checked_on: form.line("checked_on"),
    };
    match actions::add_provision(ask.db(), &ask.actor, &ask.deed(&form), &id, new).await {
        Ok(_) => see(format!("/documents/{id}?done=provision-kept&draft={}", draft("provision", &id, ask.actor.id()))),
        Err(Refused::Invalid(wrong)) => {
            let document = known(&ask, &id).await?;
            again(&provision_page(about(&ask, "provision-add-heading", &document), &document, &form, &wrong))
        }
        Err(refused) => Err(refused.into()),
    }
}

fn relation_page(s: Shell, document: &Document, form: &Form, wrong: &Invalid) -> FormPage {
    let w = s.w.clone();
    let it = Maker { w: &w, form, wrong };
    let ways = [true, false].into_iter().flat_map(|by_other| Effect::ALL.map(|effect| Way { effect, by_other }));
    FormPage {
        heading: w.t("relation-add-heading"),
        intro: w.t("relation-add-intro"),
        action: format!("/documents/{}/relations", document.id),
        draft: draft("relation", &document.id, s.actor.id()),
        back: format!("/documents/{}", document.id),
        button: w.t("relation-save"),
        wrong: it.wrongs(),
        fields: vec![
            it.choice("way", "relation-way", it.first("policy-choose", ways.map(|way| (way.name(), w.t(&way.word()))))),
            it.field("other", "relation-other", Shape::Line).hint(w.t("relation-other-hint")),
            it.field("place", "relation-place", Shape::Line).hint(w.t("relation-place-hint")).optional(),
            it.field("partial", "relation-partial-tick", Shape::Tick).hint(w.t("relation-partial-hint")),
            it.field("basis", "relation-basis", Shape::Line).hint(w.t("relation-basis-hint")).optional(),
            it.day("on_date", "relation-on").hint(w.t("relation-on-hint")),
            it.field("note", "policy-note", Shape::Text).optional(),
            it.mark("mark", "policy-mark"),
        ],
        s,
    }
}

pub(super) async fn relation(ask: Ask, Path(id): Path<String>) -> Answer {
    let document = known(&ask, &id).await?;
    page(&relation_page(about(&ask, "relation-add-heading", &document), &document, &Form::default(), &Invalid::default()))
}

pub(super) async fn keep_relation(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    match actions::add_relation(ask.db(), &ask.actor, &ask.deed(&form), &id, telling(&form)).await {
        Ok(_) => see(format!("/documents/{id}?done=document-related&draft={}", draft("relation", &id, ask.actor.id()))),
        Err(Refused::Invalid(wrong)) => {
            let document = known(&ask, &id).await?;
            again(&relation_page(about(&ask, "relation-add-heading", &document), &document, &form, &wrong))
        }
        Err(refused) => Err(refused.into()),
    }
}

pub(super) fn samples(s: &Shell) -> Vec<Sample> {
    let document = super::shown::sample_document();
    let wrong = |fields: &[(&str, &'static str)]| {
        let mut all = Invalid::default();
        for (field, key) in fields {
            all.add(field, crate::ground::Word::new(key).with("x", "…"));
        }
        all
    };
    let of_document = wrong(&[
        ("number", "document-number-missing"),
        ("number", "document-number-known"),
        ("kind", "document-kind-missing"),
        ("issuer", "document-issuer-missing"),
        ("source", "policy-source-missing"),
        ("issued_on", "policy-day-unreadable"),
        ("effective_on", "document-effective-before-issue"),
        ("expires_on", "document-expires-before-effect"),
        ("note", "policy-too-long"),
    ]);
    let of_provision = wrong(&[
        ("article", "provision-article-wrong"),
        ("clause", "provision-clause-wrong"),
        ("point", "provision-point-wrong"),
        ("summary", "provision-summary-missing"),
    ]);
    let of_relation = wrong(&[
        ("way", "relation-way-missing"),
        ("other", "relation-other-missing"),
        ("other", "relation-other-unknown"),
        ("other", "relation-other-several"),
        ("other", "relation-to-itself"),
        ("other", "relation-known"),
        ("place", "relation-place-unreadable"),
    ]);
    vec![
        draw("document-form", &document_page(s.clone(), None, &Form::default(), &of_document)),
        draw("document-form", &document_page(s.clone(), Some(&document), &typed(&document), &Invalid::default())),
        draw("provision-form", &provision_page(s.clone(), &document, &Form::default(), &of_provision)),
        draw("relation-form", &relation_page(s.clone(), &document, &Form::default(), &of_relation)),
    ]
}
