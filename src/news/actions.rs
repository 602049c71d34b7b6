//! The verbs: save, release, take back; record the signed paper of somebody who agrees to be named. Each is done once for one deed.

use super::event::{Mention, RELEASED, SAVED, Saved, TAKEN_BACK, Turned};
use super::item::{Figures, Part, Piece, State, Verb, may};
use super::naming::{is_named, phone_in};
use super::store::{self, Item, OnRoster};
use crate::classes::{Class, class_seen};
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::{Instant, Invalid, Problem, Refused, Word};
use crate::people;
use crate::web::Actor;

/// An item as it is to read.
#[derive(Clone, Debug)]
pub struct Saving {
    /// Every part, with what the data had for it when it was drawn.
    pub pieces: Vec<Piece>,
    pub photo: Option<String>,
    pub persons: Vec<String>,
    pub figures: Figures,
    pub drawn_at: Instant,
    /// The revision that stood when the writing began; 0: none.
    pub against: i64,
}

/// Saves; what was released reads so at once. If somebody else saved meanwhile, both texts are shown.
pub async fn save(db: &Db, actor: &Actor, deed: Deed, class: &str, input: Saving) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let (found, item) = for_verb(&tx, actor, class, Verb::Save).await?;
    let mut invalid = Invalid::default();
    check(&mut invalid, &input.pieces);
    let roster = store::roster(&tx, class).await?;
    let is_public = item.as_ref().is_some_and(|it| it.state == State::Released);
    if is_public {
        check_names(&mut invalid, &input.pieces, &roster);
    }
    if input.persons.iter().any(|id| !roster.iter().any(|it| it.person_id == *id && it.consents)) {
        invalid.add("person", Word::new("news-wrong-person"));
    }
    let photos = store::photos(&tx, class).await?;
    // A photo whose practice was taken back since may stay chosen: it is shown again when that is released again.
    let kept = item.as_ref().and_then(|it| it.photo.as_ref());
    if input.photo.as_ref().is_some_and(|id| Some(id) != kept && !photos.iter().any(|it| it.id == *id)) {
        invalid.add("photo", Word::new("news-wrong-photo"));
    }
    invalid.verdict()?;
    let revision = item.as_ref().map_or(0, |it| it.revision);
    if let Some(item) = item.filter(|it| it.revision != input.against) {
        return Err(Refused::Conflict { theirs: text_of(&item.pieces), by: item.edited_by });
    }
    let body = Saved {
        revision: revision + 1,
        mentions: mentions(&input.pieces, &roster),
        pieces: input.pieces.into_iter().map(Into::into).collect(),
        photo: input.photo,
        persons: input.persons,
        figures: input.figures.into(),
        drawn_at: input.drawn_at,
    };
    tx.record(&deed, SAVED, class, Some(&found.id), &body).await?;
    Ok(tx.commit().await?)
}

/// Anyone may read it from now on. Refuses a text that tells of a person who has not agreed to it.
pub async fn release(db: &Db, actor: &Actor, deed: Deed, class: &str, against: i64) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let (found, item) = for_verb(&tx, actor, class, Verb::Release).await?;
    let item = item.ok_or(Refused::Absent)?;
    if item.revision != against {
        return Err(Refused::Conflict { theirs: text_of(&item.pieces), by: item.edited_by });
    }
    let mut invalid = Invalid::default();
    check_names(&mut invalid, &item.pieces, &store::roster(&tx, class).await?);
    check_held(&mut invalid, &found, deed.at);
    invalid.verdict()?;
    tx.record(&deed, RELEASED, class, Some(&found.id), &Turned { revision: item.revision }).await?;
    Ok(tx.commit().await?)
}

/// It has no public page any more.
pub async fn take_back(db: &Db, actor: &Actor, deed: Deed, class: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let (found, item) = for_verb(&tx, actor, class, Verb::TakeBack).await?;
    let revision = item.map_or(0, |it| it.revision);
    tx.record(&deed, TAKEN_BACK, class, Some(&found.id), &Turned { revision }).await?;
    Ok(tx.commit().await?)
}

/// Records the signed paper of a trainee who agrees to be named.
pub async fn record_consent(db: &Db, actor: &Actor, deed: Deed, class: &str, person: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    for_verb(&tx, actor, class, Verb::Save).await?;
    if !store::roster(&tx, class).await?.iter().any(|it| it.person_id == person) {
        return Err(Invalid::field("signed", "news-wrong-signed").into());
    }
    let deed = Deed { on_behalf: Some(person.to_owned()), ..deed };
    people::consent_to_publication(&mut tx, &deed, person, class).await?;
    Ok(tx.commit().await?)
}

/// The class and its item, for a verb: absent to those who do not see the class, denied to those who do and do not run it.
/// What is told is told as past: not before the class's last day.
pub(super) fn check_held(invalid: &mut Invalid, class: &Class, now: Instant) {
    if now.date().iso() < class.ends_on {
        invalid.add("lead", Word::new("news-wrong-early").with("x", class.ends_shown()));
    }
}

async fn for_verb(tx: &Tx, actor: &Actor, class: &str, verb: Verb) -> Result<(Class, Option<Item>), Refused> {
    let (found, item) = seen(tx, actor, class).await?;
    let at = item.as_ref().map(|it| it.state);
    match (may(verb, at, true), actor.runs(found.of())) {
        (_, false) => Err(Refused::Denied),
        (false, true) => Err(Invalid::field("state", "news-moved-on").into()),
        (true, true) => Ok((found, item)),
    }
}

async fn seen(run: &impl Run, actor: &Actor, class: &str) -> Result<(Class, Option<Item>), Refused> {
    Ok((class_seen(run, actor, class).await?, store::item(run, class).await?))
}

/// The class and its item, for those who run it.
pub(super) async fn edited(run: &impl Run, actor: &Actor, class: &str) -> Result<(Class, Option<Item>), Refused> {
    let (found, item) = seen(run, actor, class).await?;
    if actor.runs(found.of()) { Ok((found, item)) } else { Err(Refused::Denied) }
}

/// Headline and lead are there, and nothing is too long.
fn check(invalid: &mut Invalid, pieces: &[Piece]) {
    for part in Part::ALL {
        let text = pieces.iter().find(|it| it.part == part).map_or("", |it| it.text.as_str());
        let length = text.chars().count();
        if text.is_empty() && part.is_needed() {
            invalid.add(part.name(), Word::new(if part == Part::Headline { "news-wrong-headline" } else { "news-wrong-lead" }));
        }
        if length > part.longest() {
            let word = Word::new("news-too-long").with("x", length.to_string()).with("y", part.longest().to_string());
            invalid.add(part.name(), word);
        }
    }
}

/// What in the parts points to a person who has not agreed to it: for each part, a telephone number or names.
pub(super) fn check_names(invalid: &mut Invalid, pieces: &[Piece], roster: &[OnRoster]) {
    for piece in pieces {
        if let Some(phone) = phone_in(&piece.text) {
            invalid.add(piece.part.name(), Word::new("news-tells-phone").with("x", phone));
        }
        for one in roster.iter().filter(|it| !it.consents && is_named(&piece.text, &it.named.name)) {
            invalid.add(piece.part.name(), Word::new("news-tells-name").with("x", &one.named.name));
        }
    }
}

/// The trainees whom the text itself names.
fn mentions(pieces: &[Piece], roster: &[OnRoster]) -> Vec<Mention> {
    let named = |it: &&OnRoster| pieces.iter().any(|piece| is_named(&piece.text, &it.named.name));
    let mention = |it: &OnRoster| Mention { person: it.person_id.clone(), name: it.named.name.clone() };
    roster.iter().filter(named).map(mention).collect()
}

/// An item as one text, for showing what somebody else saved.
pub(super) fn text_of(pieces: &[Piece]) -> String {
    pieces.iter().map(|it| it.text.as_str()).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// What the data of a class say now: its parts and figures.
pub async fn drafted(
    run: &impl Run,
    class: &Class,
    field: impl Fn(people::Field) -> String + Send,
) -> Result<(Vec<Piece>, Figures), Problem> {
    let facts = store::facts(run, class, field).await?;
    Ok((super::draft::draft(&facts), facts.figures()))
}
