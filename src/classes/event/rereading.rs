//! When a document changes: material of sessions to come that is this document is to be read again by whoever runs the class.
//!
//! Material that was added on or after the day of the change knows of it; material added before hears of a change whichever of the two
//! came to this store first.

use crate::db::{Event, Run, Tx, args};
use crate::ground::{Instant, Problem};
use crate::policy::{Related, Subject, open_rereading};

/// Of the room `policy`: to it this room listens.
pub(in crate::classes) const DOCUMENT_RELATED: &str = crate::policy::DOCUMENT_RELATED;

crate::statements! {
    MATERIALS_ON = "select m.id, m.added_at from materials m join sessions s on s.id = m.session_id join classes c on c.id = s.class_id
        where m.document_id = $1 and s.ends_at > $2 and c.state <> 'cancelled' order by m.id";
    CHANGES_AFTER = "select id from relations
        where to_id = $1 and kind in ('replaces', 'amends', 'repeals') and on_date > $2 order by id";
}

pub(super) async fn document_related(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let it: Related = event.body()?;
    if !matches!(it.kind.as_str(), "replaces" | "amends" | "repeals") {
        return Ok(());
    }
    let materials: Vec<(String, Instant)> = tx.all(&MATERIALS_ON, args![&it.to_id, event.at]).await?;
    for (material, added_at) in materials {
        let knows = it.on_date.as_ref().is_some_and(|on| on.as_str() <= added_at.date().iso().as_str());
        if !knows {
            open_rereading(tx, event, Subject::Material, &material, &it.relation_id).await?;
        }
    }
    Ok(())
}

/// What is already known to change later.
pub(super) async fn material_added(tx: &Tx, event: &Event, id: &str, document: Option<&str>) -> Result<(), Problem> {
    let Some(document) = document else { return Ok(()) };
    let changes: Vec<String> = tx.all(&CHANGES_AFTER, args![document, event.at.date().iso()]).await?;
    for relation in changes {
        open_rereading(tx, event, Subject::Material, id, &relation).await?;
    }
    Ok(())
}
