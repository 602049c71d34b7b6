//! Texts kept and provisions reworded. Nothing is parsed here: the events carry what was understood.

use super::super::carrying::Change;
use super::super::mention::Mention;
use super::super::wording::Part;
use crate::db::{Event, Run, Tx, args};
use crate::ground::{Problem, child_id};
use serde::{Deserialize, Serialize};

/// The text of a document was brought in, or brought in anew.
pub const TEXT_KEPT: &str = "document.text_kept";
/// Provisions of a document read otherwise from a day on. Rooms below listen to it.
pub const REWORDED: &str = "document.reworded";
/// What an amending document orders and was not carried out mechanically.
pub(in crate::policy) const LEFT: &str = "document.left_over";
/// A person has settled one of these.
pub(in crate::policy) const SETTLED: &str = "document.leftover_settled";

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::policy) struct TextKept {
    pub(in crate::policy) file_name: String,
    pub(in crate::policy) format: String,
    pub(in crate::policy) encoding: String,
    pub(in crate::policy) text: String,
    pub(in crate::policy) parts: Vec<Part>,
    pub(in crate::policy) mentions: Vec<Mention>,
}

/// The body of `document.reworded`: what one clause of the amending document did to the document that the event is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reworded {
    pub document_id: String,
    pub by_id: String,
    pub on_date: String,
    /// The clause of the amending document: "khoản 6 Điều 1".
    pub basis: String,
    pub changes: Vec<Change>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::policy) struct LeftOver {
    pub(in crate::policy) items: Vec<Left>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(in crate::policy) struct Left {
    pub(in crate::policy) id: String,
    pub(in crate::policy) to_id: Option<String>,
    pub(in crate::policy) article: String,
    pub(in crate::policy) clause: String,
    pub(in crate::policy) point: String,
    pub(in crate::policy) told: String,
    pub(in crate::policy) basis: String,
    pub(in crate::policy) why: String,
    pub(in crate::policy) sort: i64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::policy) struct Settled {
    pub(in crate::policy) leftovers: Vec<String>,
    /// `worded`, `no-change`, `carried-out`
    pub(in crate::policy) how: String,
}

crate::statements! {
    KEPT_BEFORE = "select changed_hlc from texts where document_id = $1";
    KEEP_TEXT = "insert into texts (document_id, file_name, format, encoding, text, kept_at, kept_by, changed_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (document_id) do update set file_name = excluded.file_name, format = excluded.format, encoding = excluded.encoding,
            text = excluded.text, kept_at = excluded.kept_at, kept_by = excluded.kept_by, changed_hlc = excluded.changed_hlc";
    DROP_ISSUED = "delete from wordings where document_id = $1 and by_id is null";
    DROP_MENTIONS = "delete from mentions where document_id = $1";
    ADD_WORDING = "insert into wordings (id, document_id, level, article, clause, point, label, title, body, sort, from_on, by_id, basis, change,
            since_hlc)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (id) do nothing";
    ADD_MENTION = "insert into mentions (id, document_id, article, clause, point, to_id, to_number, to_article, to_clause, to_point)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing";
    /// Each wording lasts until the next of the same part.
    UNTIL = "update wordings set until_on = (select min(n.from_on) from wordings n
            where n.document_id = wordings.document_id and n.sort = wordings.sort
                and (n.from_on > wordings.from_on or (n.from_on = wordings.from_on and n.since_hlc > wordings.since_hlc)))
        where document_id = $1";
    /// From when the text of a document counts.
    FIRST_DAY = "select coalesce(effective_on, issued_on, '0001-01-01') from documents where id = $1";
    ISSUED_FROM = "update wordings set from_on = $2 where document_id = $1 and by_id is null and from_on <> $2";
    /// The library has got a document that was cited before.
    FOUND_AT_LAST = "update mentions set to_id = $1 where to_number = $2 and to_id is null";
    LEAVE = "insert into leftovers (id, by_id, to_id, article, clause, point, told, basis, why, sort)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing";
    SETTLE = "update leftovers set settled_at = $2, settled_by = $3, how = $4 where id = $1 and settled_at is null";
}

pub(super) async fn text_kept(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: TextKept = event.body()?;
    let document = &event.about;
    if tx.one::<i64>(&KEPT_BEFORE, args![document]).await?.is_some_and(|hlc| hlc > event.hlc) {
        return Ok(());
    }
    let from_on: String = tx.the(&FIRST_DAY, args![document]).await?;
    let values = args![document, it.file_name, it.format, it.encoding, it.text, event.at, &event.actor, event.hlc];
    tx.run(&KEEP_TEXT, values).await?;
    tx.run(&DROP_ISSUED, args![document]).await?;
    tx.run(&DROP_MENTIONS, args![document]).await?;
    for (at, part) in it.parts.iter().enumerate() {
        let values = args![
            child_id(&event.id, &format!("part/{at}")),
            document,
            &part.level,
            &part.article,
            &part.clause,
            &part.point,
            &part.label,
            &part.title,
            &part.body,
            &part.sort,
            &from_on,
            None::<String>,
            "",
            "issued",
            0
        ];
        tx.run(&ADD_WORDING, values).await?;
    }
    for (at, mention) in it.mentions.iter().enumerate() {
        let values = args![
            child_id(&event.id, &format!("mention/{at}")),
            document,
            &mention.article,
            &mention.clause,
            &mention.point,
            &mention.to_id,
            &mention.to_number,
            &mention.to_article,
            &mention.to_clause,
            &mention.to_point
        ];
        tx.run(&ADD_MENTION, values).await?;
    }
    tx.run(&UNTIL, args![document]).await
}

pub(super) async fn reworded(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Reworded = event.body()?;
    for (at, change) in it.changes.iter().enumerate() {
        let values = args![
            child_id(&event.id, &format!("change/{at}")),
            &event.about,
            &change.level,
            &change.article,
            &change.clause,
            &change.point,
            &change.label,
            &change.title,
            change.body(),
            &change.sort,
            &it.on_date,
            &it.by_id,
            &it.basis,
            &change.change,
            event.hlc
        ];
        tx.run(&ADD_WORDING, values).await?;
    }
    tx.run(&UNTIL, args![&event.about]).await
}

/// A document was added or corrected: its text applies from its day, and those who cited it by number have found it.
pub(super) async fn document_kept(tx: &Tx, document: &str, number: &str) -> Result<(), Problem> {
    let from_on: String = tx.the(&FIRST_DAY, args![document]).await?;
    tx.run(&ISSUED_FROM, args![document, from_on]).await?;
    tx.run(&UNTIL, args![document]).await?;
    tx.run(&FOUND_AT_LAST, args![document, number]).await
}

pub(super) async fn left_over(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: LeftOver = event.body()?;
    for item in it.items {
        let values =
            args![item.id, &event.about, item.to_id, item.article, item.clause, item.point, item.told, item.basis, item.why, item.sort];
        tx.run(&LEAVE, values).await?;
    }
    Ok(())
}

pub(super) async fn settled(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Settled = event.body()?;
    for id in &it.leftovers {
        tx.run(&SETTLE, args![id, event.at, &event.actor, &it.how]).await?;
    }
    Ok(())
}
