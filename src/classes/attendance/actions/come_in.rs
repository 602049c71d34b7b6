//! Coming in by the door: a ticket and a phone number as in the list, or the sign-in of an earlier session.

use super::super::door::{TICKET_MS, Ticket};
use super::super::event::{self, Marked};
use super::super::mark::{How, State};
use super::super::store::{self, Guest, Meeting};
use crate::db::Deed;
use crate::ground::phones::Phone;
use crate::ground::{Problem, Refused, child_id};
use crate::people::{self, Means};
use crate::web::{Ask, House};
use axum::http::HeaderValue;

/// Wrong numbers on one ticket, and on all tickets of a session, within a ticket's time.
const MOST_A_TICKET: i64 = 8;
const MOST_A_SESSION: i64 = 400;

/// Who says they have come.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Who<'a> {
    /// A number as typed, and the one of two persons under that number whom they chose.
    Phone { typed: &'a str, chosen: &'a str },
    /// The person signed in on this phone.
    Myself(&'a str),
}

/// What the door answered.
#[derive(Debug)]
pub(in super::super) enum Entry {
    /// Marked now, as this.
    Marked(Guest, State),
    /// Was marked before; nothing changed.
    Already(Guest, State),
    /// Two persons of the list have this number.
    Choose(Vec<Guest>),
    /// No such number on the list.
    Unknown,
    /// Not a telephone number at all.
    Unreadable,
    /// The ticket has let another person in.
    Used,
    /// Ten minutes are over.
    Expired,
    Closed,
    /// Somebody stands in for this person.
    Replaced(Guest),
}

/// Lets somebody in, once a ticket.
pub(in super::super) async fn come_in(
    house: &House,
    deed: &Deed,
    meeting: &Meeting,
    ticket: &Ticket,
    who: Who<'_>,
) -> Result<Entry, Refused> {
    if !ticket.is_good(deed.at) {
        return Ok(Entry::Expired);
    }
    if !meeting.is_open(deed.at) || meeting.class_state == "cancelled" {
        return Ok(Entry::Closed);
    }
    let guest = match find(house, meeting, ticket, who).await? {
        Ok(guest) => guest,
        Err(entry) => return Ok(entry),
    };
    let mut tx = house.db.begin().await?;
    let used = store::ticket(&tx, &ticket.id).await?;
    if used.as_ref().is_some_and(|it| *it != guest.trainee_id) {
        return Ok(Entry::Used);
    }
    let stands = store::stands(&tx, &meeting.id, &guest.trainee_id).await?.map(|(state, _)| state);
    if stands == Some(State::Substituted) || guest.trainee_state == "replaced" {
        return Ok(Entry::Replaced(guest));
    }
    let state = State::at_the_door(deed.at, meeting.starts_at, meeting.late_after);
    let came = stands.filter(|it| it.came());
    if came.is_none() {
        // By themselves, whoever else may be signed in on this phone.
        let own = Deed { id: child_id(&deed.id, &guest.trainee_id), actor: Some(guest.person_id.clone()), ..deed.clone() };
        let body = Marked { session: meeting.id.clone(), state, how: How::Door, note: String::new() };
        tx.record(&own, event::MARKED, &guest.trainee_id, Some(&meeting.class_id), &body).await?;
    }
    if used.is_none() {
        store::keep_ticket(&tx, &ticket.id, &guest.trainee_id, deed.at).await?;
    }
    tx.commit().await?;
    Ok(came.map_or(Entry::Marked(guest.clone(), state), |state| Entry::Already(guest, state)))
}

/// The one person who is meant, or what to answer instead.
async fn find(house: &House, meeting: &Meeting, ticket: &Ticket, who: Who<'_>) -> Result<Result<Guest, Entry>, Refused> {
    let db = &house.db;
    let (typed, chosen) = match who {
        Who::Myself(person) => {
            let found = store::by_person(db, &meeting.class_id, &meeting.id, person).await?;
            return Ok(found.ok_or(Entry::Unknown));
        }
        Who::Phone { typed, chosen } => (typed, chosen),
    };
    let limits = [(format!("door ticket {}", ticket.id), MOST_A_TICKET), (format!("door session {}", meeting.id), MOST_A_SESSION)];
    for (what, most) in &limits {
        people::too_many(house, what, *most, TICKET_MS / 1000).await?;
    }
    let Ok(reading) = Phone::read(typed) else { return Ok(Err(Entry::Unreadable)) };
    let mut found = store::by_phone(db, &meeting.class_id, &meeting.id, reading.phone.as_str()).await?;
    if !chosen.is_empty() {
        found.retain(|it| it.trainee_id == chosen);
    }
    // One who was replaced and their substitute may share the number of their office: the one expected is meant.
    if found.len() > 1 && found.iter().filter(|it| it.trainee_state == "named").count() == 1 {
        found.retain(|it| it.trainee_state == "named");
    }
    if found.len() > 1 {
        return Ok(Err(Entry::Choose(found)));
    }
    if found.is_empty() {
        for (what, _) in &limits {
            people::failed_try(house, what).await?;
        }
    }
    Ok(found.pop().ok_or(Entry::Unknown))
}

/// Signs in somebody whom the door or a personal link has let in; nothing where they are signed in on this phone. Such a sign-in has a
/// trainee's rights only, whatever else the person may be.
pub(in super::super) async fn sign_in(ask: &Ask, person: &str, means: Means) -> Result<Option<HeaderValue>, Problem> {
    if ask.actor.person.as_deref() == Some(person) {
        return Ok(None);
    }
    people::begin_sign_in(ask, person, means).await.map(Some)
}
