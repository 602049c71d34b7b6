//! Publish the answer for every locality, without person and place; withdraw it.

use super::{for_verb, is_done, needed};
use crate::db::{Db, Deed, Run, args};
use crate::difficulties::difficulty::{LONGEST_ADVICE, LONGEST_TEXT, Told, Verb, tells_of_person};
use crate::difficulties::store::Difficulty;
use crate::difficulties::{event, store};
use crate::ground::{Instant, Invalid, Refused, Word};
use crate::web::Actor;

/// The published text.
#[derive(Clone, Debug, Default)]
pub struct Publish {
    pub question: String,
    pub answer: String,
    /// When what stood was published as the writing began, in milliseconds; 0: nothing stood.
    pub against: i64,
}

/// Publishes. Refuses a text that tells of a person or of the place; if somebody else published meanwhile, both texts are shown.
pub async fn publish(db: &Db, actor: &Actor, deed: Deed, id: &str, input: Publish) -> Result<(), Refused> {
    let mut invalid = Invalid::default();
    needed(&mut invalid, "question", &input.question, LONGEST_TEXT, "difficulty-wrong-published-question");
    needed(&mut invalid, "answer", &input.answer, LONGEST_ADVICE, "difficulty-wrong-published-answer");
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Publish).await?;
    let names: Vec<String> = tx.all(&store::PEOPLE_OF, args![id]).await?;
    for (field, text) in [("question", &input.question), ("answer", &input.answer)] {
        if let Some(word) = told(text, &names, &found) {
            invalid.add(field, word);
        }
    }
    invalid.verdict()?;
    let standing: Option<(String, String, Instant, String)> = tx.one(&store::ANSWER, args![id]).await?;
    let at = standing.as_ref().map_or(0, |it| it.2.0);
    if let Some((question, answer, _, by)) = standing.filter(|_| at != input.against) {
        return Err(Refused::Conflict { theirs: format!("{question}\n\n{answer}"), by });
    }
    let body = event::Published { question: input.question, answer: input.answer };
    tx.record(&deed, event::PUBLISHED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}

/// What the text tells that it must not.
fn told(text: &str, names: &[String], found: &Difficulty) -> Option<Word> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match tells_of_person(text, &names) {
        Some(Told::Phone(phone)) => return Some(Word::new("difficulty-tells-phone").with("x", phone)),
        Some(Told::Name(name)) => return Some(Word::new("difficulty-tells-name").with("x", name)),
        None => {}
    }
    // With and without the word before it: "xã Mỹ Lung", "Mỹ Lung".
    let bare = found.place_name.split_once(' ').map_or("", |it| it.1);
    let (Told::Name(place) | Told::Phone(place)) = tells_of_person(text, &[&found.place_name, bare])?;
    Some(Word::new("difficulty-tells-place").with("x", place))
}

/// Takes the published answer back.
pub async fn unpublish(db: &Db, actor: &Actor, deed: Deed, id: &str, reason: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    if is_done(&tx, &deed).await? {
        return Ok(());
    }
    let (found, _) = for_verb(&tx, actor, id, Verb::Unpublish).await?;
    let body = event::Unpublished { reason: reason.to_owned() };
    tx.record(&deed, event::UNPUBLISHED, id, Some(&found.class_id), &body).await?;
    Ok(tx.commit().await?)
}
