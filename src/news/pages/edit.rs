//! The organiser's pages of an item: its parts to edit, its photo, who is named; the preview with release and taking back.

use super::super::actions::{self, Saving, check_held, check_names, edited};
use super::super::draft::draft;
use super::super::item::{Part, Piece, State, changes};
use super::super::store::{self, Item, OnRoster, Photo};
use super::public::is_public;
use super::shown::{Shown, shown};
use super::{fields, lines, vietnamese};
use crate::classes::Class;
use crate::ground::{Instant, Invalid, Problem, Refused};
use crate::web::{Answer, Ask, Form, Shell, again, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

/// One part, as its field shows it.
pub(super) struct PartField {
    pub(super) part: Part,
    pub(super) text: String,
    /// What the data had, for the first saving.
    pub(super) drawn: String,
}

impl PartField {
    /// As many rows as the text needs on a desk.
    pub(super) fn rows(&self) -> usize {
        (self.text.chars().count() / 52 + 1 + self.text.lines().count() / 2).clamp(2, 12)
    }
}

#[derive(Template)]
#[template(path = "news/pages/edit.html")]
pub(super) struct EditPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) code: String,
    /// Nothing: it was not saved yet.
    pub(super) state: Option<State>,
    pub(super) edited: Option<(Instant, String)>,
    pub(super) parts: Vec<PartField>,
    pub(super) first: bool,
    /// How many parts the data tell otherwise now.
    pub(super) changed: usize,
    pub(super) photos: Vec<Photo>,
    pub(super) photo: String,
    /// Those who agree to be named: id, line, and whether they are to be.
    pub(super) willing: Vec<(String, String, bool)>,
    /// The other trainees: id and line.
    pub(super) others: Vec<(String, String)>,
    pub(super) theirs: Option<(String, String)>,
    pub(super) against: String,
    pub(super) draft: String,
    pub(super) invalid: Invalid,
    /// What has to go before it is released.
    pub(super) warnings: Vec<(String, String)>,
}

/// What was typed, and what somebody else saved meanwhile.
#[derive(Default)]
struct Typed<'a> {
    form: Option<&'a Form>,
    theirs: Option<(String, String)>,
    invalid: Invalid,
}

/// `GET /classes/{class}/news`
pub(super) async fn form(ask: Ask, Path(class): Path<String>) -> Answer {
    page(&drawn(&ask, &class, Typed::default()).await?)
}

/// `POST /classes/{class}/news`
pub(super) async fn save(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let (found, item) = edited(ask.db(), &ask.actor, &class).await?;
    let input = read(&ask, &found, item, &form).await?;
    match actions::save(ask.db(), &ask.actor, ask.deed(&form), &class, input).await {
        Ok(()) => see(format!("/classes/{class}/news/preview?done=news-saved&draft=news-{class}")),
        Err(Refused::Invalid(invalid)) => again(&drawn(&ask, &class, Typed { form: Some(&form), invalid, ..Typed::default() }).await?),
        Err(Refused::Conflict { theirs, by }) => {
            let typed = Typed { form: Some(&form), theirs: Some((theirs, by)), ..Typed::default() };
            page_as(StatusCode::CONFLICT, &drawn(&ask, &class, typed).await?)
        }
        Err(refused) => Err(refused.into()),
    }
}

/// What the form asks to be kept. What the data had for each part is what stands; for the first saving, what the form was drawn with.
async fn read(ask: &Ask, class: &Class, item: Option<Item>, form: &Form) -> Result<Saving, Problem> {
    let (kept, figures, drawn_at) = match item {
        Some(it) => (Some(it.pieces), it.figures, it.drawn_at),
        None => (None, store::facts(ask.db(), class, fields(&vietnamese(ask))).await?.figures(), ask.now()),
    };
    let drawn = |part: Part| match &kept {
        Some(pieces) => pieces.iter().find(|it| it.part == part).map(|it| it.drawn.clone()).unwrap_or_default(),
        None => form.line(&format!("drawn-{}", part.name())),
    };
    let text = |part: Part| if part == Part::Headline { form.line(part.name()) } else { form.lines(part.name()) };
    let pieces = Part::ALL.into_iter().map(|part| Piece { part, text: text(part), drawn: drawn(part) });
    Ok(Saving {
        pieces: pieces.filter(|it| !it.text.is_empty() || !it.drawn.is_empty()).collect(),
        photo: form.some("photo"),
        persons: form.list("person"),
        figures,
        drawn_at,
        against: form.line("against").parse().unwrap_or_default(),
    })
}

async fn drawn(ask: &Ask, class: &str, typed: Typed<'_>) -> Result<EditPage, Refused> {
    let db = ask.db();
    let (found, item) = edited(db, &ask.actor, class).await?;
    let fresh = draft(&store::facts(db, &found, fields(&vietnamese(ask))).await?);
    let roster = store::roster(db, class).await?;
    let photos = store::photos(db, class).await?;
    Ok(of(shell(ask, &found), &found, item.as_ref(), &fresh, (roster, photos), typed))
}

fn shell(ask: &Ask, class: &Class) -> Shell {
    let w = ask.w();
    ask.shell(w.t("news-edit-title")).crumb("/classes", w.t("class-menu")).crumb(format!("/classes/{}", class.id), class.name.as_str())
}

fn of(
    s: Shell,
    class: &Class,
    item: Option<&Item>,
    fresh: &[Piece],
    (roster, photos): (Vec<OnRoster>, Vec<Photo>),
    typed: Typed<'_>,
) -> EditPage {
    let pieces: &[Piece] = item.map_or(fresh, |it| &it.pieces);
    let text = |all: &[Piece], part: Part| all.iter().find(|it| it.part == part).map(|it| it.text.clone()).unwrap_or_default();
    let field = |part: Part| PartField {
        part,
        text: typed.form.map_or_else(|| text(pieces, part), |form| form.raw(part.name()).to_owned()),
        drawn: typed.form.map_or_else(|| text(fresh, part), |form| form.raw(&format!("drawn-{}", part.name())).to_owned()),
    };
    let revision = item.map_or(0, |it| it.revision);
    let against = match (typed.form, &typed.theirs) {
        // Whoever saw both texts saves over the one that stands now.
        (Some(form), None) => form.line("against"),
        _ => revision.to_string(),
    };
    let mut warned = Invalid::default();
    if typed.form.is_none() {
        check_names(&mut warned, pieces, &roster);
    }
    let chosen = |it: &OnRoster| typed.form.map_or(it.chosen, |form| form.is("person", &it.person_id));
    let photo = match typed.form {
        Some(form) => form.line("photo"),
        None => item.and_then(|it| it.photo.clone()).unwrap_or_default(),
    };
    let (willing, others): (Vec<OnRoster>, Vec<OnRoster>) = roster.into_iter().partition(|it| it.consents);
    EditPage {
        path: format!("/classes/{}/news", class.id),
        code: class.code.clone(),
        state: item.map(|it| it.state),
        edited: item.map(|it| (it.edited_at, it.edited_by.clone())),
        parts: Part::ALL.into_iter().map(field).collect(),
        first: item.is_none(),
        changed: item.map_or(0, |it| changes(&it.pieces, fresh).len()),
        photos,
        photo,
        willing: willing.into_iter().map(|it| (it.person_id.clone(), it.named.line(), chosen(&it))).collect(),
        others: others.into_iter().map(|it| (it.person_id, it.named.line())).collect(),
        theirs: typed.theirs,
        against,
        draft: format!("news-{}", class.id),
        warnings: lines(&warned, &s.w),
        invalid: typed.invalid,
        s,
    }
}

/// `POST /classes/{class}/news/consents`: the signed paper of somebody who agrees to be named.
pub(super) async fn record_consent(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    match actions::record_consent(ask.db(), &ask.actor, ask.deed(&form), &class, &form.line("signed")).await {
        Ok(()) => see(format!("/classes/{class}/news?done=news-consent-recorded#persons")),
        Err(Refused::Invalid(invalid)) => again(&drawn(&ask, &class, Typed { invalid, ..Typed::default() }).await?),
        Err(refused) => Err(refused.into()),
    }
}

#[derive(Template)]
#[template(path = "news/pages/preview.html")]
pub(super) struct PreviewPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) state: State,
    pub(super) revision: i64,
    pub(super) it: Shown,
    /// What has to go before it is released: the part and the sentence.
    pub(super) warnings: Vec<(String, String)>,
}

impl PreviewPage {
    fn is_public(&self) -> bool {
        is_public(Some(self.state))
    }
}

/// `GET /classes/{class}/news/preview`
pub(super) async fn preview(ask: Ask, Path(class): Path<String>) -> Answer {
    match previewed(&ask, &class).await? {
        Some(drawn) => page(&drawn),
        None => see(format!("/classes/{class}/news")),
    }
}

async fn previewed(ask: &Ask, class: &str) -> Result<Option<PreviewPage>, Refused> {
    let db = ask.db();
    let (found, item) = edited(db, &ask.actor, class).await?;
    let Some(item) = item else { return Ok(None) };
    let mut warned = Invalid::default();
    check_names(&mut warned, &item.pieces, &store::roster(db, class).await?);
    if !is_public(Some(item.state)) {
        check_held(&mut warned, &found, ask.now());
    }
    let s = shell(ask, &found).crumb(format!("/classes/{class}/news"), ask.w().t("news-edit-title"));
    let it = shown(db, vietnamese(ask), &found, &item).await?;
    let warnings = lines(&warned, &s.w);
    Ok(Some(PreviewPage { s, path: format!("/classes/{class}/news"), state: item.state, revision: item.revision, it, warnings }))
}

/// `POST /classes/{class}/news/release`
pub(super) async fn release(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    let against = form.line("against").parse().unwrap_or_default();
    match actions::release(ask.db(), &ask.actor, ask.deed(&form), &class, against).await {
        Ok(()) => see(format!("/classes/{class}/news/preview?done=news-released")),
        // The preview says what is in the way.
        Err(Refused::Invalid(_)) => match previewed(&ask, &class).await? {
            Some(drawn) => again(&drawn),
            None => see(format!("/classes/{class}/news")),
        },
        Err(refused) => Err(refused.into()),
    }
}

/// `POST /classes/{class}/news/withdrawal`
pub(super) async fn take_back(ask: Ask, Path(class): Path<String>, form: Form) -> Answer {
    actions::take_back(ask.db(), &ask.actor, ask.deed(&form), &class).await?;
    see(format!("/classes/{class}/news/preview?done=news-taken-back"))
}

/// The pages for the samples.
pub(super) fn samples(
    s: &Shell,
    class: &Class,
    item: &Item,
    it: &Shown,
    roster: Vec<OnRoster>,
    photos: Vec<Photo>,
) -> [(EditPage, PreviewPage); 2] {
    let invalid = super::sample::wrong(&[
        ("headline", "news-wrong-headline"),
        ("lead", "news-wrong-lead"),
        ("people", "news-too-long"),
        ("people", "news-tells-phone"),
        ("people", "news-tells-name"),
        ("person", "news-wrong-person"),
        ("photo", "news-wrong-photo"),
        ("signed", "news-wrong-signed"),
        ("state", "news-moved-on"),
    ]);
    let warnings = lines(&invalid, &s.w);
    let preview = |state: State, warnings: Vec<(String, String)>| PreviewPage {
        s: s.clone(),
        path: "/classes/1/news".into(),
        state,
        revision: 2,
        it: it.clone(),
        warnings,
    };
    let typed = Typed { theirs: Some(("Bản của người kia.".into(), "Vũ Thị Thư".into())), invalid, ..Typed::default() };
    let full = of(s.clone(), class, Some(item), &[], (roster, photos), typed);
    let bare = of(s.clone(), class, None, &item.pieces, (Vec::new(), Vec::new()), Typed::default());
    [(full, preview(State::Draft, warnings)), (bare, preview(State::Released, Vec::new()))]
}
