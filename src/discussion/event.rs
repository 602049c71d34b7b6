//! The events of a discussion (additive only) and what takes them. [`apply`] and what it calls are the only writers of this room's
//! tables.
//!
//! A vote and a mark: the last word by logical time stands, in whatever order the words arrive. What is closed or withdrawn stays so.

use super::boards;
use crate::args;
use crate::db::{Applying, Event, Run, Tx};
use crate::ground::Problem;
use crate::policy::Cite;
use serde::{Deserialize, Serialize};

pub(super) const ASKED: &str = "question.asked";
pub(super) const CLOSED: &str = "question.closed";
pub(super) const VOTED: &str = "vote.cast";
pub(super) const SAID: &str = "opinion.said";
pub(super) const WITHDRAWN: &str = "opinion.withdrawn";
pub(super) const BECAME_DIFFICULTY: &str = "opinion.became_difficulty";
pub(super) const UNCLEAR: &str = "unclear.marked";
pub(super) const CLEAR: &str = "unclear.withdrawn";
/// Of the room `people`: to it this room listens.
const ERASED: &str = "person.erased";

const OWN: [&str; 9] = [ASKED, CLOSED, VOTED, SAID, WITHDRAWN, BECAME_DIFFICULTY, UNCLEAR, CLEAR, ERASED];

/// The kinds of the room, and those of its alcove.
pub(super) const KINDS: &[&str] = &{
    let mut all = [""; OWN.len() + boards::KINDS.len()];
    let (own, alcove) = all.split_at_mut(OWN.len());
    own.copy_from_slice(&OWN);
    alcove.copy_from_slice(boards::KINDS);
    all
};

/// About the question.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) session_id: String,
    pub(super) text: String,
    /// Of a quick poll; empty for an open question.
    pub(super) choices: Vec<String>,
}

/// About the question, or the opinion: nothing more to say.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Ended {}

/// About the question; the voter is who acts.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Voted {
    pub(super) ordinal: i64,
}

/// About the opinion; who says it is who acts.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) session_id: String,
    pub(super) question_id: Option<String>,
    pub(super) place_id: Option<String>,
    pub(super) text: String,
    pub(super) anonymous: bool,
}

/// About the opinion.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Became {
    pub(super) difficulty_id: String,
    pub(super) code: String,
    /// It was raised without a name: then the opinion no longer names anybody either.
    #[serde(default)]
    pub(super) anonymous: bool,
}

/// About the session; whose mark it is, is who acts.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Unclear {
    #[serde(flatten)]
    pub(super) cite: Cite,
    #[serde(default)]
    pub(super) note: String,
}

crate::statements! {
    ASK = "insert into questions (id, class_id, session_id, text, poll, asked_by, asked_at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing";
    CHOICE = "insert into poll_choices (question_id, ordinal, text) values ($1, $2, $3) on conflict (question_id, ordinal) do nothing";
    CLOSE = "update questions set closed_at = $2, changed_hlc = $3 where id = $1 and closed_at is null";
    VOTE = "insert into votes (question_id, person_id, ordinal, hlc) values ($1, $2, $3, $4)
        on conflict (question_id, person_id) do update set ordinal = excluded.ordinal, hlc = excluded.hlc where votes.hlc < excluded.hlc";
    SAY = "insert into opinions (id, class_id, session_id, question_id, person_id, place_id, text, anonymous, at, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing";
    WITHDRAW = "update opinions set withdrawn_at = $2, withdrawn_by = $3, changed_hlc = $4 where id = $1 and withdrawn_at is null";
    BECOME = "update opinions set difficulty_id = $2, difficulty_code = $3, anonymous = anonymous or $4, changed_hlc = $5
        where id = $1 and difficulty_id is null";
    MARK = "insert into unclear_marks (session_id, class_id, document_id, article, clause, point, person_id, note, at, withdrawn_at, hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (session_id, document_id, article, clause, point, person_id) do update
            set note = excluded.note, at = excluded.at, withdrawn_at = excluded.withdrawn_at, hlc = excluded.hlc
        where unclear_marks.hlc < excluded.hlc";
    FORGET_NOTES = "update unclear_marks set note = '' where person_id = $1";
    FORGET_OPINIONS = "update opinions set text = '…', anonymous = true, withdrawn_at = coalesce(withdrawn_at, $2),
        withdrawn_by = coalesce(withdrawn_by, $3) where person_id = $1 and difficulty_id is null";
    HIDE_OPINIONS = "update opinions set anonymous = true where person_id = $1 and difficulty_id is not null";
    WORDS = "select j.id, j.kind, j.body from journal j left join opinions o on o.id = j.about
        where j.actor = $1 and (j.kind = 'unclear.marked' or (j.kind = 'opinion.said' and o.difficulty_id is null)) order by j.position";
    REDACT = "update journal set body = $2 where id = $1";
}

pub(super) fn apply<'a>(tx: &'a Tx, event: &'a Event) -> Applying<'a> {
    Box::pin(async move {
        let about = &event.about;
        match event.kind.as_str() {
            ASKED => asked(tx, event).await,
            CLOSED => tx.run(&CLOSE, args![about, event.at, event.hlc]).await,
            VOTED => {
                let it: Voted = event.body()?;
                tx.run(&VOTE, args![about, &event.actor, it.ordinal, event.hlc]).await
            }
            SAID => {
                let it: Said = event.body()?;
                let (class, by) = (&event.class_id, &event.actor);
                let values =
                    args![about, class, it.session_id, it.question_id, by, it.place_id, it.text, it.anonymous, event.at, event.hlc];
                tx.run(&SAY, values).await
            }
            WITHDRAWN => tx.run(&WITHDRAW, args![about, event.at, &event.actor, event.hlc]).await,
            BECAME_DIFFICULTY => {
                let it: Became = event.body()?;
                tx.run(&BECOME, args![about, it.difficulty_id, it.code, it.anonymous, event.hlc]).await
            }
            UNCLEAR => mark(tx, event, true).await,
            CLEAR => mark(tx, event, false).await,
            ERASED => erased(tx, event).await,
            kind if boards::KINDS.contains(&kind) => boards::apply(tx, event).await,
            other => Err(Problem::new(format!("{other} is no kind of a discussion"))),
        }
    })
}

async fn asked(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Asked = event.body()?;
    let poll = !it.choices.is_empty();
    let values = args![&event.about, &event.class_id, it.session_id, it.text, poll, &event.actor, event.at, event.hlc];
    tx.run(&ASK, values).await?;
    for (ordinal, text) in (1_i64..).zip(it.choices) {
        tx.run(&CHOICE, args![&event.about, ordinal, text]).await?;
    }
    Ok(())
}

async fn mark(tx: &Tx, event: &Event, unclear: bool) -> Result<(), Problem> {
    let it: Unclear = event.body()?;
    let Cite { document_id, article, clause, point } = it.cite;
    let withdrawn = (!unclear).then_some(event.at);
    let (session, class, by) = (&event.about, &event.class_id, &event.actor);
    let values = args![session, class, document_id, article, clause, point, by, it.note, event.at, withdrawn, event.hlc];
    tx.run(&MARK, values).await
}

/// Somebody's data are erased: what they said goes with them, in the journal as well. What has become a difficulty stays, without a name.
async fn erased(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let words: Vec<(String, String, String)> = tx.all(&WORDS, args![&event.about]).await?;
    for (id, kind, body) in words {
        let bare = if kind == SAID {
            serde_json::to_string(&Said { text: "…".to_owned(), anonymous: true, ..serde_json::from_str(&body)? })?
        } else {
            serde_json::to_string(&Unclear { note: String::new(), ..serde_json::from_str(&body)? })?
        };
        tx.run(&REDACT, args![id, bare]).await?;
    }
    tx.run(&FORGET_NOTES, args![&event.about]).await?;
    tx.run(&FORGET_OPINIONS, args![&event.about, event.at, &event.actor]).await?;
    tx.run(&HIDE_OPINIONS, args![&event.about]).await
}
