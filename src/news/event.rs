//! What happens to an item, and what it does to the tables: the only writer of this room's.
//!
//! Two saved at once on two machines: the later (by logical time) stands as a whole. A person who asks to be erased goes out of the text
//! too, and out of the bodies of the events that carried it.

use super::item::{Figures, Part, Piece};
use super::naming::without;
use crate::args;
use crate::db::{Applying, Event, Run, Tx};
use crate::ground::{Instant, Problem};
use serde::{Deserialize, Serialize};

pub(super) const SAVED: &str = "news.saved";
pub(super) const RELEASED: &str = "news.released";
pub(super) const TAKEN_BACK: &str = "news.taken_back";
/// Of the room `people`: to it this room listens.
const ERASED: &str = "person.erased";

pub(super) const KINDS: &[&str] = &[SAVED, RELEASED, TAKEN_BACK, ERASED];

/// `news.saved`: the whole item as it reads now.
#[derive(Serialize, Deserialize)]
pub(super) struct Saved {
    pub(super) revision: i64,
    pub(super) pieces: Vec<SavedPiece>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) photo: Option<String>,
    /// Persons to be named below the text.
    pub(super) persons: Vec<String>,
    /// Trainees whom the text itself names.
    pub(super) mentions: Vec<Mention>,
    pub(super) figures: SavedFigures,
    pub(super) drawn_at: Instant,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedPiece {
    pub(super) part: String,
    pub(super) text: String,
    pub(super) drawn: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Mention {
    pub(super) person: String,
    pub(super) name: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedFigures {
    people: i64,
    communes: i64,
    raised: i64,
    advised: i64,
    resolved: i64,
    partly: i64,
    sent: i64,
    dropped: i64,
}

impl From<Figures> for SavedFigures {
    fn from(it: Figures) -> Self {
        let Figures { people, communes, raised, advised, resolved, partly, sent, dropped } = it;
        Self { people, communes, raised, advised, resolved, partly, sent, dropped }
    }
}

impl From<Piece> for SavedPiece {
    fn from(it: Piece) -> Self {
        Self { part: it.part.name().to_owned(), text: it.text, drawn: it.drawn }
    }
}

/// `news.released`, `news.taken_back`
#[derive(Serialize, Deserialize)]
pub(super) struct Turned {
    /// Of the item as whoever did it saw it.
    pub(super) revision: i64,
}

crate::statements! {
    SAVE = "insert into news_items (class_id, photo_id, state, revision, people, communes, raised, advised, resolved, partly, sent, dropped,
            drawn_at, edited_at, edited_by, changed_hlc)
        values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (class_id) do update set photo_id = excluded.photo_id, revision = excluded.revision, people = excluded.people,
            communes = excluded.communes, raised = excluded.raised, advised = excluded.advised, resolved = excluded.resolved, partly = excluded.partly,
            sent = excluded.sent, dropped = excluded.dropped, drawn_at = excluded.drawn_at, edited_at = excluded.edited_at, edited_by = excluded.edited_by,
            changed_hlc = excluded.changed_hlc";
    CHANGED = "select changed_hlc from news_items where class_id = $1";
    DROP_PIECES = "delete from news_pieces where class_id = $1";
    ADD_PIECE = "insert into news_pieces (class_id, part, text, drawn) values ($1, $2, $3, $4) on conflict (class_id, part) do nothing";
    DROP_PERSONS = "delete from news_persons where class_id = $1";
    ADD_PERSON = "insert into news_persons (class_id, person_id) values ($1, $2) on conflict (class_id, person_id) do nothing";
    DROP_MENTIONS = "delete from news_mentions where class_id = $1";
    ADD_MENTION = "insert into news_mentions (class_id, person_id, name) values ($1, $2, $3)
        on conflict (class_id, person_id) do nothing";
    RELEASE = "update news_items set state = 'released', released_at = $2, released_by = $3 where class_id = $1";
    TAKE_BACK = "update news_items set state = 'withdrawn' where class_id = $1 and state = 'released'";
    FORGET_PERSON = "delete from news_persons where person_id = $1";
    MENTIONED = "select class_id, name from news_mentions where person_id = $1 order by class_id";
    FORGET_MENTIONS = "delete from news_mentions where person_id = $1";
    PIECES_OF = "select part, text, drawn from news_pieces where class_id = $1 order by part";
    SET_PIECE = "update news_pieces set text = $3, drawn = $4 where class_id = $1 and part = $2";
    SAVED_BODIES = "select id, body from journal where about = $1 and kind = 'news.saved' order by position";
    /// Classes of the person that have an item.
    WRITTEN_OF = "select distinct t.class_id from trainees t join news_items n on n.class_id = t.class_id where t.person_id = $1
        order by t.class_id";
    REDACT = "update journal set body = $2 where id = $1";
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        match event.kind.as_str() {
            SAVED => saved(tx, event).await,
            RELEASED => {
                let _: Turned = event.body()?;
                tx.run(&RELEASE, args![&event.about, event.at, &event.actor]).await
            }
            TAKEN_BACK => {
                let _: Turned = event.body()?;
                tx.run(&TAKE_BACK, args![&event.about]).await
            }
            ERASED => erased(tx, event).await,
            _ => Ok(()),
        }
    })
}

async fn saved(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Saved = event.body()?;
    let class = event.about.as_str();
    let stands: Option<i64> = tx.one(&CHANGED, args![class]).await?;
    if stands.is_some_and(|hlc| hlc >= event.hlc) {
        return Ok(());
    }
    let of = &it.figures;
    let row = args![
        class,
        &it.photo,
        it.revision,
        of.people,
        of.communes,
        of.raised,
        of.advised,
        of.resolved,
        of.partly,
        of.sent,
        of.dropped,
        it.drawn_at,
        event.at,
        &event.actor,
        event.hlc
    ];
    tx.run(&SAVE, row).await?;
    for drop in [&DROP_PIECES, &DROP_PERSONS, &DROP_MENTIONS] {
        tx.run(drop, args![class]).await?;
    }
    for piece in &it.pieces {
        tx.run(&ADD_PIECE, args![class, &piece.part, &piece.text, &piece.drawn]).await?;
    }
    for person in &it.persons {
        tx.run(&ADD_PERSON, args![class, person]).await?;
    }
    for Mention { person, name } in &it.mentions {
        tx.run(&ADD_MENTION, args![class, person, name]).await?;
    }
    Ok(())
}

async fn erased(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let person = event.about.as_str();
    tx.run(&FORGET_PERSON, args![person]).await?;
    let mentioned: Vec<(String, String)> = tx.all(&MENTIONED, args![person]).await?;
    tx.run(&FORGET_MENTIONS, args![person]).await?;
    for (class, name) in mentioned {
        let pieces: Vec<(String, String, String)> = tx.all(&PIECES_OF, args![&class]).await?;
        for (part, text, drawn) in pieces {
            let left = [without(&text, &[&name]), without(&drawn, &[&name])];
            tx.run(&SET_PIECE, args![&class, part, within(&left[0]), within(&left[1])]).await?;
        }
    }
    forget_bodies(tx, person).await
}

/// A name may be shorter than what stands in its place: never longer than a piece may be.
fn within(text: &str) -> String {
    text.chars().take(Part::Own.longest()).collect()
}

/// Every version that named them, not only the one that stands.
async fn forget_bodies(tx: &Tx, person: &str) -> Result<(), Problem> {
    let classes: Vec<String> = tx.all(&WRITTEN_OF, args![person]).await?;
    for class in classes {
        let bodies: Vec<(String, String)> = tx.all(&SAVED_BODIES, args![class]).await?;
        for (id, body) in bodies {
            let mut it: Saved = serde_json::from_str(&body)?;
            let names: Vec<String> = it.mentions.iter().filter(|it| it.person == person).map(|it| it.name.clone()).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            for piece in &mut it.pieces {
                piece.text = within(&without(&piece.text, &names));
                piece.drawn = within(&without(&piece.drawn, &names));
            }
            it.mentions.retain(|it| it.person != person);
            it.persons.retain(|it| it != person);
            tx.run(&REDACT, args![id, serde_json::to_string(&it)?]).await?;
        }
    }
    Ok(())
}
