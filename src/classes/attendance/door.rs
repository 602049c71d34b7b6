//! The door of a session (cửa điểm danh): codes on the wall that change every half minute, tickets, personal links. Pure.
//!
//! Everything is sealed with the house's key, so nothing is kept to check a code. A code says its session and its half minute: a true
//! one that is too old can be told from one that nobody made. A good code is exchanged for a *ticket*, which leaves a slow typist ten
//! minutes and lets one person in.

use crate::ground::Instant;
use crate::ground::seal::{same_seal, seal, short_seal};
use uuid::Uuid;

/// How long a code stands on the wall.
pub const SLOT_MS: i64 = 30_000;
/// A code is good for the half minute in which it stands on the wall and for this many after it.
const SLOTS_AFTER: i64 = 2;
/// A typed code older than this is called wrong, no longer expired.
const SLOTS_REMEMBERED: i64 = 40;
/// How long a ticket leaves for typing.
pub const TICKET_MS: i64 = 10 * 60_000;
/// A door that nobody closes closes itself so long after the session's end.
const CLOSES_AFTER_MS: i64 = 60 * 60_000;

/// What became of a code that somebody brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Good,
    Expired,
    Wrong,
}

/// The half minute of an instant.
#[must_use]
pub fn slot(at: Instant) -> i64 {
    at.0.div_euclid(SLOT_MS)
}

/// Is a door that was opened then, and perhaps closed, open now?
#[must_use]
pub fn is_open(opened_at: Option<Instant>, closed_at: Option<Instant>, ends_at: Instant, now: Instant) -> bool {
    closed_at.is_none() && opened_at.is_some_and(|it| now.0 < it.0.max(ends_at.0) + CLOSES_AFTER_MS)
}

/// The code in the QR picture: digits only, which a QR code packs so tightly that its squares stay large on the wall.
#[must_use]
pub fn scanned(key: &str, session: &str, slot: i64) -> String {
    let name = Uuid::try_parse(session).map(|it| it.as_u128()).unwrap_or_default();
    format!("{name:039}{slot:010}{:020}", number(&seal(key, &["door", session, &slot.to_string()])))
}

/// Whose door a scanned code opens, and whether it still does.
#[must_use]
pub fn read_scanned(key: &str, code: &str, now: Instant) -> (Code, Option<String>) {
    let wrong = (Code::Wrong, None);
    if code.len() != 69 || !code.bytes().all(|it| it.is_ascii_digit()) {
        return wrong;
    }
    let (name, rest) = code.split_at(39);
    let (at, _) = rest.split_at(10);
    let (Ok(name), Ok(at)) = (name.parse::<u128>(), at.parse::<i64>()) else { return wrong };
    let session = Uuid::from_u128(name).hyphenated().to_string();
    if !same_seal(&scanned(key, &session, at), code) {
        return wrong;
    }
    (age(at, now), Some(session))
}

/// The code to type for a phone without a camera: six digits, for a Vietnamese keyboard would make other letters of letters.
#[must_use]
pub fn typed(key: &str, session: &str, slot: i64) -> String {
    format!("{:06}", number(&seal(key, &["door by hand", session, &slot.to_string()])) % 1_000_000)
}

/// Whether a typed code opens this session's door.
#[must_use]
pub fn read_typed(key: &str, session: &str, text: &str, now: Instant) -> Code {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let present = slot(now);
    let made = (present - SLOTS_REMEMBERED..=present).rev().find(|it| same_seal(&typed(key, session, *it), &digits));
    made.map_or(Code::Wrong, |it| age(it, now))
}

fn age(made: i64, now: Instant) -> Code {
    let present = slot(now);
    if made <= present && made + SLOTS_AFTER >= present { Code::Good } else { Code::Expired }
}

/// The first eight bytes of a seal as a number.
fn number(seal: &str) -> u64 {
    u64::from_str_radix(&seal.chars().take(16).collect::<String>(), 16).unwrap_or_default()
}

/// What a good code is exchanged for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its name: what is kept once it has let somebody in.
    pub id: String,
    pub session: String,
    pub until: Instant,
}

impl Ticket {
    /// A new ticket under a fresh id.
    #[must_use]
    pub fn new(id: String, session: &str, now: Instant) -> Self {
        Self { id, session: session.to_owned(), until: Instant(now.0 + TICKET_MS) }
    }

    /// As the form carries it.
    #[must_use]
    pub fn sealed(&self, key: &str) -> String {
        format!("{}.{}.{}.{}", self.id, self.session, self.until.0, self.own_seal(key))
    }

    /// Reads what a form brought back; nothing if this house did not make it.
    #[must_use]
    pub fn read(key: &str, text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (id, session, until, sealed) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let ticket = Self { id: id.to_owned(), session: session.to_owned(), until: Instant(until.parse().ok()?) };
        (parts.next().is_none() && same_seal(&ticket.own_seal(key), sealed)).then_some(ticket)
    }

    #[must_use]
    pub fn is_good(&self, now: Instant) -> bool {
        now <= self.until
    }

    fn own_seal(&self, key: &str) -> String {
        short_seal(key, &["ticket", &self.id, &self.session, &self.until.0.to_string()], 32)
    }
}

/// The personal link of a trainee: who, and a seal over who and which class.
#[must_use]
pub fn link(key: &str, class: &str, trainee: &str) -> String {
    format!("{}{}", trainee.replace('-', ""), short_seal(key, &["welcome", class, trainee], 24))
}

/// Whose link it claims to be.
#[must_use]
pub fn link_owner(text: &str) -> Option<String> {
    let name = text.get(..32)?;
    Uuid::try_parse(name).ok().map(|it| it.hyphenated().to_string())
}

/// Is it truly that person's link to that class?
#[must_use]
pub fn is_link(key: &str, class: &str, trainee: &str, text: &str) -> bool {
    same_seal(&link(key, class, trainee), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: &str = "0166752b-1234-7000-8000-000000000001";
    const OTHER: &str = "0166752b-1234-7000-8000-000000000002";
    /// The first moment of a half minute.
    const NOW: Instant = Instant(1_539_650_010_000);

    fn later(seconds: i64) -> Instant {
        Instant(NOW.0 + seconds * 1000)
    }

    #[test]
    fn a_scanned_code_is_good_for_sixty_to_ninety_seconds() {
        let code = scanned("k", SESSION, slot(NOW));
        assert_eq!(code.len(), 69);
        let read = |at| read_scanned("k", &code, at);
        assert_eq!(read(NOW), (Code::Good, Some(SESSION.to_owned())));
        assert_eq!(read(later(89)).0, Code::Good);
        assert_eq!(read(later(90)), (Code::Expired, Some(SESSION.to_owned())));
        assert_eq!(read(later(-30)).0, Code::Expired, "a clock that was set back");
    }

    #[test]
    fn a_code_that_nobody_made_opens_nothing() {
        let code = scanned("k", SESSION, slot(NOW));
        let mut forged = code.clone();
        forged.replace_range(68.., if code.ends_with('1') { "2" } else { "1" });
        let another = format!("{}{}", &scanned("k", OTHER, slot(NOW))[..39], &code[39..]);
        let nine = "9".repeat(69);
        for bad in ["", "1", "🙂", &forged, &another, &code[1..], &nine, &format!("{code}0")] {
            assert_eq!(read_scanned("k", bad, NOW), (Code::Wrong, None), "{bad}");
        }
        assert_eq!(read_scanned("another key", &code, NOW).0, Code::Wrong);
    }

    #[test]
    fn a_typed_code_may_be_typed_with_gaps() {
        let code = typed("k", SESSION, slot(NOW));
        assert_eq!(code.len(), 6);
        let gaps = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(read_typed("k", SESSION, &gaps, NOW), Code::Good);
        assert_eq!(read_typed("k", SESSION, &code, later(90)), Code::Expired);
        assert_eq!(read_typed("k", OTHER, &code, NOW), Code::Wrong);
        for bad in ["", "abc", "12345"] {
            assert_eq!(read_typed("k", SESSION, bad, NOW), Code::Wrong, "{bad}");
        }
    }

    #[test]
    fn a_ticket_is_ours_and_lasts_ten_minutes() {
        let ticket = Ticket::new(OTHER.to_owned(), SESSION, NOW);
        let text = ticket.sealed("k");
        assert_eq!(Ticket::read("k", &text), Some(ticket.clone()));
        assert!(ticket.is_good(later(600)));
        assert!(!ticket.is_good(later(601)));
        for bad in ["", "a.b.c.d", &text.replace(SESSION, OTHER), &format!("{text}.x"), &text[1..]] {
            assert_eq!(Ticket::read("k", bad), None, "{bad}");
        }
        assert_eq!(Ticket::read("l", &text), None);
    }

    #[test]
    fn a_personal_link_names_its_owner() {
        let text = link("k", "class", OTHER);
        assert_eq!(link_owner(&text).as_deref(), Some(OTHER));
        assert!(is_link("k", "class", OTHER, &text));
        assert!(!is_link("k", "another", OTHER, &text));
        assert!(!is_link("k", "class", SESSION, &text));
        assert_eq!(link_owner("ngắn"), None);
    }

    #[test]
    fn a_forgotten_door_closes_itself() {
        let (opened, ends) = (Some(NOW), later(3600));
        assert!(!is_open(None, None, ends, NOW));
        assert!(is_open(opened, None, ends, later(7199)));
        assert!(!is_open(opened, None, ends, later(7200)));
        assert!(!is_open(opened, Some(NOW), ends, NOW));
        let late = Some(later(9000));
        assert!(is_open(late, None, ends, later(9001)), "opened again after the session");
    }
}
