//! Write a story or a practice, change it, show it, release it, withdraw it.

use super::for_verb;
use crate::classes::{Class, Trainee, class_seen, trainee_of};
use crate::db::{Db, Deed, Run, Tx};
use crate::ground::{Instant, Invalid, Refused, Word, child_id};
use crate::practices::practice::{Draft, Kind, Text, Verb, code};
use crate::practices::store::Practice;
use crate::practices::{event, store};
use crate::programmes::{all_components, local_items};
use crate::web::{Actor, Role};

/// What is written.
#[derive(Clone, Debug)]
pub struct Write {
    pub class: String,
    pub kind: Kind,
    /// By one who runs the class: of which of its places. A trainee writes for their own.
    pub place: Option<String>,
    pub draft: Draft,
    /// Invented, and said so.
    pub illustration: bool,
}

/// Writes a draft: its id. The number within the class is chosen here, where only one writes at a time.
pub async fn write(db: &Db, actor: &Actor, deed: Deed, input: Write) -> Result<String, Refused> {
    let id = child_id(&deed.id, "practice");
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(id);
    }
    let class = class_seen(&tx, actor, &input.class).await?;
    let (text, mut invalid) = input.draft.read();
    let place = place(&tx, actor, &class, &input, &mut invalid).await?;
    let text = linked(&tx, &class.id, &place, &input.draft, text, invalid).await?;
    let number = store::next_number(&tx, &class.id, input.kind).await?;
    let body = event::Written {
        code: code(&class.code, input.kind, number),
        kind: input.kind.name().to_owned(),
        project_id: class.project_id.clone(),
        place_id: place,
        author_id: actor.person.clone(),
        illustration: input.illustration,
        text,
    };
    tx.record(&deed, event::WRITTEN, &id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Their own as a trainee; any that was asked for people, for those who run the class.
async fn place(run: &impl Run, actor: &Actor, class: &Class, input: &Write, invalid: &mut Invalid) -> Result<String, Refused> {
    if let Some(own) = trainee_of(run, &class.id, actor.id()).await?.filter(Trainee::is_named)
        && actor.has_in(Role::Trainee, class.of())
        && (input.place.is_none() || !actor.runs(class.of()))
    {
        return Ok(own.place_id);
    }
    if !actor.runs(class.of()) {
        return Err(Refused::Denied);
    }
    let places = store::places_of_class(run, &class.id).await?;
    let chosen = input.place.as_ref().filter(|it| places.iter().any(|held| held.place_id == **it));
    if chosen.is_none() {
        invalid.add("place", Word::new("practice-wrong-place"));
    }
    Ok(chosen.cloned().unwrap_or_default())
}

/// With what it hangs on: the component and the item, if there are such, and the difficulty of the class by its code.
async fn linked(run: &impl Run, class: &str, place: &str, draft: &Draft, text: Text, mut invalid: Invalid) -> Result<Text, Refused> {
    if let Some(component) = &text.component_id
        && !all_components(run).await?.iter().any(|it| it.id == *component)
    {
        invalid.add("component", Word::new("practice-wrong-component"));
    }
    if let Some(item) = &text.local_item_id
        && !local_items(run, place).await?.iter().any(|it| it.id == *item)
    {
        invalid.add("local_item", Word::new("practice-wrong-item"));
    }
    let mut difficulty_id = None;
    if !draft.difficulty.is_empty() {
        difficulty_id = store::difficulty_of_code(run, class, &draft.difficulty).await?;
        if difficulty_id.is_none() {
            invalid.add("difficulty", Word::new("practice-wrong-difficulty"));
        }
    }
    invalid.verdict()?;
    Ok(Text { difficulty_id, ..text })
}

/// Changes the text. `against` is the hybrid time of the text on which the change was typed: if somebody else changed it meanwhile, both
/// are shown.
pub async fn change(db: &Db, actor: &Actor, deed: Deed, id: &str, draft: &Draft, against: i64) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Edit).await?;
    let (text, invalid) = draft.read();
    let text = linked(&tx, &found.class_id, &found.place_id, draft, text, invalid).await?;
    if found.changed_hlc != against {
        let theirs = plain(&found, &tx).await?;
        return Err(Refused::Conflict { theirs, by: store::changed_by(&tx, id).await? });
    }
    tx.record(&deed, event::CHANGED, id, Some(&found.class_id), &event::Changed { text }).await?;
    Ok(tx.commit().await?)
}

/// The text that stands, for the one who must choose.
async fn plain(found: &Practice, tx: &Tx) -> Result<String, Refused> {
    let it = &found.text;
    let figures = store::figures(tx, &found.id).await?;
    let rows = figures.iter().map(|row| format!("{}: {} → {} {}", row.what, row.before, row.after, row.unit).trim_end().to_owned());
    let cost = it.cost.map(crate::ground::numbers::money).unwrap_or_default();
    let texts = [&it.title, &it.before, &it.after, &it.steps, &it.who, &cost, &it.cost_note, &it.result, &it.conditions];
    let all: Vec<String> = texts.into_iter().filter(|it| !it.is_empty()).cloned().chain(rows).collect();
    Ok(all.join("\n\n"))
}

/// To the class; what was released is taken back to it.
pub async fn show(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    to(db, actor, deed, id, Verb::Show, event::SHOWN).await
}

/// To everyone.
pub async fn release(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    to(db, actor, deed, id, Verb::Release, event::RELEASED).await
}

/// Out of sight.
pub async fn withdraw(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    to(db, actor, deed, id, Verb::Withdraw, event::WITHDRAWN).await
}

/// A draft again.
pub async fn restore(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    to(db, actor, deed, id, Verb::Restore, event::RESTORED).await
}

async fn to(db: &Db, actor: &Actor, deed: Deed, id: &str, verb: Verb, kind: &'static str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if store::is_done(&tx, &deed.id).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, verb).await?;
    tx.record(&deed, kind, id, Some(&found.class_id), &event::Moved {}).await?;
    Ok(tx.commit().await?)
}

/// The day on which something is said to have begun, not after the deed itself.
pub(super) fn begun(typed: &str, at: Instant, invalid: &mut Invalid) -> Option<String> {
    if typed.is_empty() {
        return None;
    }
    match crate::ground::dates::Date::read(typed) {
        Ok(day) if day <= at.date() => Some(day.iso()),
        _ => {
            invalid.add("begun_on", Word::new("adoption-wrong-day"));
            None
        }
    }
}
