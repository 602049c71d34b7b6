//! The programme of a class: its sessions, who speaks in them and what they give out.

use super::super::class::Class;
use super::super::event::{
    MATERIAL_ADDED, MATERIAL_REMOVED, MaterialAdded, MaterialRemoved, Nothing, SESSION_CHANGED, SESSION_PLANNED, SESSION_REMOVED,
    SPEAKER_REMOVED, SPEAKER_SET, SessionPlanned, SpeakerRemoved, SpeakerSet,
};
use super::super::session::{NewMaterial, Plan, Session};
use super::super::store;
use crate::db::{Db, Deed};
use crate::ground::{Invalid, Refused, Word, child_id, text};
use crate::people::{self, NewPerson};
use crate::policy;
use crate::web::{Actor, Role};

/// Plans a session.
pub async fn plan_session(db: &Db, actor: &Actor, deed: Deed, class: &str, plan: Plan) -> Result<String, Refused> {
    let class = store::class_run(db, actor, class).await?;
    let id = child_id(&deed.id, "session");
    let mut tx = db.begin().await?;
    let mut others = store::sessions(&tx, &class.id).await?;
    others.retain(|it| it.id != id);
    let plan = plan.checked(&class, &others)?;
    let body = SessionPlanned { class_id: class.id.clone(), plan };
    tx.record(&deed, SESSION_PLANNED, &id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a session. `base` is the version that was on the form.
pub async fn change_session(db: &Db, actor: &Actor, deed: Deed, id: &str, plan: Plan, base: Option<i64>) -> Result<(), Refused> {
    let (class, _) = seen(db, actor, id).await?;
    let mut tx = db.begin().await?;
    let mut others = store::sessions(&tx, &class.id).await?;
    let now = others.iter().find(|it| it.id == id).cloned().ok_or(Refused::Absent)?;
    others.retain(|it| it.id != id);
    let plan = plan.checked(&class, &others)?;
    if (Plan { starts_at: now.starts_at, ends_at: now.ends_at, topic: now.topic.clone(), hall: now.hall.clone() }) == plan {
        return Ok(());
    }
    if base.is_some_and(|it| it != now.changed_hlc) {
        let theirs = [now.day(), now.times(), now.topic.clone(), now.hall.clone()].join(" · ");
        return Err(Refused::Conflict { theirs, by: store::last_hand(&tx, id).await? });
    }
    let body = SessionPlanned { class_id: class.id.clone(), plan };
    tx.record(&deed, SESSION_CHANGED, id, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a session out of the programme, unless somebody has come to it.
pub async fn remove_session(db: &Db, actor: &Actor, deed: Deed, id: &str) -> Result<(), Refused> {
    let (class, _) = seen(db, actor, id).await?;
    let mut tx = db.begin().await?;
    if store::is_used(&tx, id).await? {
        return Err(Invalid::field("session", "session-used").into());
    }
    tx.record(&deed, SESSION_REMOVED, id, Some(&class.id), &Nothing {}).await?;
    tx.commit().await?;
    Ok(())
}

/// Who is to speak: somebody known here, or somebody new, who becomes an expert of the class.
#[derive(Clone, Debug)]
pub enum Speaking {
    Known(String),
    New(Box<NewPerson>),
}

/// Sets a speaker of a session, with their part in it.
pub async fn set_speaker(db: &Db, actor: &Actor, deed: Deed, session: &str, who: Speaking, part: &str) -> Result<(), Refused> {
    let (class, _) = seen(db, actor, session).await?;
    let part = text::clean(part);
    if part.chars().count() > 300 {
        let mut invalid = Invalid::default();
        invalid.add("part", Word::new("class-line-long").with("x", "300"));
        return Err(invalid.into());
    }
    let mut tx = db.begin().await?;
    let person_id = match who {
        Speaking::Known(id) => {
            // An officer of the sponsor opens a class, a core cadre of an earlier class teaches: whoever is known here may speak.
            if people::person(&tx, &id).await?.is_none() {
                return Err(Invalid::field("person", "session-speaker-unknown").into());
            }
            id
        }
        Speaking::New(new) => {
            let id = people::enter(&mut tx, &deed.part("person"), *new).await?;
            people::grant(&mut tx, &deed.part("expert"), &id, Role::Expert, Some(&class.id), None).await?;
            id
        }
    };
    let body = SpeakerSet { session_id: session.to_owned(), person_id, part };
    tx.record(&deed, SPEAKER_SET, session, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a speaker out of a session.
pub async fn remove_speaker(db: &Db, actor: &Actor, deed: Deed, session: &str, person: &str) -> Result<(), Refused> {
    let (class, _) = seen(db, actor, session).await?;
    let mut tx = db.begin().await?;
    let body = SpeakerRemoved { session_id: session.to_owned(), person_id: person.to_owned() };
    tx.record(&deed, SPEAKER_REMOVED, session, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(())
}

/// Adds material to a session.
pub async fn add_material(db: &Db, actor: &Actor, deed: Deed, session: &str, new: NewMaterial) -> Result<String, Refused> {
    let (class, _) = seen(db, actor, session).await?;
    let material = named_by_document(db, new).await?.checked()?;
    let id = child_id(&deed.id, "material");
    let mut tx = db.begin().await?;
    let body = MaterialAdded { id: id.clone(), session_id: session.to_owned(), material };
    tx.record(&deed, MATERIAL_ADDED, session, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(id)
}

/// Material without a title of its own is called as its document is.
async fn named_by_document(db: &Db, new: NewMaterial) -> Result<NewMaterial, Refused> {
    let Some(id) = new.document_id.as_deref().filter(|it| !it.is_empty()) else { return Ok(new) };
    let document = policy::document(db, id).await?.ok_or_else(|| Invalid::field("document", "session-document-unknown"))?;
    let title = if text::clean(&new.title).is_empty() { document.name() } else { new.title };
    Ok(NewMaterial { title, ..new })
}

/// Takes material out of a session.
pub async fn remove_material(db: &Db, actor: &Actor, deed: Deed, session: &str, material: &str) -> Result<(), Refused> {
    let (class, _) = seen(db, actor, session).await?;
    let mut tx = db.begin().await?;
    if !store::materials(&tx, &class.id).await?.iter().any(|it| it.id == material && it.session_id == session) {
        return Ok(());
    }
    tx.record(&deed, MATERIAL_REMOVED, session, Some(&class.id), &MaterialRemoved { id: material.to_owned() }).await?;
    tx.commit().await?;
    Ok(())
}

/// Material of a session was read against what changed in the law: it is still right.
pub async fn reread_material(db: &Db, actor: &Actor, deed: Deed, session: &str, material: &str) -> Result<(), Refused> {
    let (class, _) = seen(db, actor, session).await?;
    let mut tx = db.begin().await?;
    if !store::materials(&tx, &class.id).await?.iter().any(|it| it.id == material && it.session_id == session) {
        return Err(Refused::Absent);
    }
    policy::reread(&mut tx, &deed, &class.id, policy::Subject::Material, material).await?;
    tx.commit().await?;
    Ok(())
}

/// The session and its class, for one who runs it.
async fn seen(db: &Db, actor: &Actor, session: &str) -> Result<(Class, Session), Refused> {
    let session = store::session(db, session).await?.ok_or(Refused::Absent)?;
    Ok((store::class_run(db, actor, &session.class_id).await?, session))
}
