//! What the secretary does: marking one, the rest, from paper, and the substitute.

use super::super::event::{self, Marked, Substituted};
use super::super::mark::{How, LONGEST_NOTE, State};
use super::super::store::{self, Meeting};
use super::meeting_run;
use crate::classes::{Naming, class, name_trainee, trainees};
use crate::db::{Db, Deed, Tx};
use crate::ground::{Invalid, Refused, child_id, text};
use crate::people::NewPerson;
use crate::web::Actor;

/// Marks one trainee at one session.
pub(in super::super) async fn mark(
    db: &Db,
    actor: &Actor,
    deed: Deed,
    session: &str,
    trainee: &str,
    (state, how): (State, How),
    note: &str,
) -> Result<(), Refused> {
    let note = text::clean(note);
    if note.chars().count() > LONGEST_NOTE {
        return Err(Invalid::field("note", "attendance-note-long").into());
    }
    if !State::CHOICES.contains(&state) {
        return Err(Invalid::field("state", "attendance-state-unknown").into());
    }
    let mut tx = db.begin().await?;
    let meeting = meeting_run(&tx, actor, session).await?;
    store::by_trainee(&tx, &meeting.class_id, session, trainee).await?.ok_or(Refused::Absent)?;
    if store::stands(&tx, session, trainee).await? != Some((state, note.clone())) {
        keep(&mut tx, &deed, &meeting, trainee, Marked { session: session.to_owned(), state, how, note }).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Keeps a mark about which somebody has decided already, as it is: for the demonstration.
pub async fn keep_mark(db: &Db, deed: &Deed, session: &str, trainee: &str, (state, how): (State, How), note: &str) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let meeting = store::meeting(&tx, session).await?.ok_or(Refused::Absent)?;
    keep(&mut tx, deed, &meeting, trainee, Marked { session: session.to_owned(), state, how, note: note.to_owned() }).await?;
    tx.commit().await?;
    Ok(())
}

/// Keeps one mark, under a name of its own: one page of many buttons offers one deed.
async fn keep(tx: &mut Tx, deed: &Deed, meeting: &Meeting, trainee: &str, body: Marked) -> Result<(), Refused> {
    let part = format!("{trainee}/{}", body.state.name());
    let own = Deed { id: child_id(&deed.id, &part), ..deed.clone() };
    tx.record(&own, event::MARKED, trainee, Some(&meeting.class_id), &body).await?;
    Ok(())
}

/// At the end of a session: whoever is expected and has no mark was absent. Says how many.
pub(in super::super) async fn mark_rest_absent(db: &Db, actor: &Actor, deed: Deed, session: &str) -> Result<usize, Refused> {
    let mut tx = db.begin().await?;
    let meeting = meeting_run(&tx, actor, session).await?;
    let expected = store::expected(&tx, &meeting.class_id, session).await?;
    let rest: Vec<String> = expected.into_iter().filter(|(_, stands)| stands.is_none()).map(|(trainee, _)| trainee).collect();
    for trainee in &rest {
        let body = Marked { session: session.to_owned(), state: State::Absent, how: How::Secretary, note: String::new() };
        keep(&mut tx, &deed, &meeting, trainee, body).await?;
    }
    tx.commit().await?;
    Ok(rest.len())
}

/// Types in a signed sheet: these have signed. Who has come by another way stays as they are; with `rest_absent` the others were absent.
pub(in super::super) async fn mark_from_paper(
    db: &Db,
    actor: &Actor,
    deed: Deed,
    session: &str,
    signed: &[String],
    rest_absent: bool,
) -> Result<usize, Refused> {
    let mut tx = db.begin().await?;
    let meeting = meeting_run(&tx, actor, session).await?;
    let mut kept = 0;
    for (trainee, stands) in store::expected(&tx, &meeting.class_id, session).await? {
        let has_signed = signed.contains(&trainee);
        let state = if has_signed { State::Present } else { State::Absent };
        let says = if has_signed { stands.is_none_or(|it| !it.came()) } else { rest_absent && stands.is_none() };
        if says {
            let body = Marked { session: session.to_owned(), state, how: How::Paper, note: String::new() };
            keep(&mut tx, &deed, &meeting, &trainee, body).await?;
            kept += 1;
        }
    }
    tx.commit().await?;
    Ok(kept)
}

/// Somebody else has come in a trainee's stead: they become a trainee of the same place, both names stay.
pub async fn substitute(db: &Db, actor: &Actor, deed: Deed, session: &str, trainee: &str, new: NewPerson) -> Result<(), Refused> {
    let mut tx = db.begin().await?;
    let meeting = meeting_run(&tx, actor, session).await?;
    let class = class(&tx, &meeting.class_id).await?.ok_or(Refused::Absent)?;
    let named = trainees(&tx, &class.id).await?;
    let original = named.iter().find(|it| it.id == trainee && it.state != "withdrawn").ok_or(Refused::Absent)?;
    if let Some(before) = named.iter().find(|it| it.is_named() && it.stands_for.as_deref() == Some(trainee)) {
        // The same form sent twice is no mistake.
        let same = text::fold(&before.name) == text::fold(&new.name);
        return if same { Ok(()) } else { Err(Invalid::field("name", "substitution-twice").into()) };
    }
    let new = NewPerson { unit: original.unit.clone(), place_id: Some(original.place_id.clone()), ..new };
    let more = Naming { stands_for: Some(trainee.to_owned()), target_group: original.target_group.clone(), ..Naming::default() };
    let substitute = name_trainee(&mut tx, &deed.part("named"), &class, &original.place_id, new, more).await?;
    // Dropped without a commit, the transaction leaves nothing of the naming behind.
    if substitute == trainee {
        return Err(Invalid::field("name", "substitution-same").into());
    }
    if named.iter().any(|it| it.id == substitute && it.is_named()) {
        return Err(Invalid::field("name", "substitution-named").into());
    }
    let body = Substituted { session: session.to_owned(), substitute, state: State::Present, how: How::Secretary };
    tx.record(&deed, event::SUBSTITUTED, trainee, Some(&class.id), &body).await?;
    tx.commit().await?;
    Ok(())
}
