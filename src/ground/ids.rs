//! Identities: UUID version 7 as text, made from the clock and from chance, never by the database.
//!
//! Whoever acts makes the id, so a form posted twice or an upload replayed names the same thing.

use crate::ground::{Chance, Clock};
use uuid::Uuid;

/// A new identity: 36 characters, sorted by the time it was made.
#[must_use]
pub fn new_id(clock: &Clock, chance: &Chance) -> String {
    let ms = u64::try_from(clock.now().0).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(ms, &chance.bytes::<10>()).into_uuid().to_string()
}

/// The identity of a part of something already named: the same whole and part always give the same id.
#[must_use]
pub fn child_id(whole: &str, part: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{whole}/{part}").as_bytes()).to_string()
}

/// Whether a text has the form of an identity (36 characters, lower case); anything else from outside is refused.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok_and(|id| id.hyphenated().to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_children_repeat() {
        let clock = Clock::fixed(1_539_650_000_000);
        let chance = Chance::seeded(1);
        let first = new_id(&clock, &chance);
        clock.set(1_539_650_000_001);
        let second = new_id(&clock, &chance);
        assert!(first < second);
        assert!(is_id(&first));
        assert_eq!(child_id(&first, "person"), child_id(&first, "person"));
        assert_ne!(child_id(&first, "person"), child_id(&second, "person"));
        assert!(is_id(&child_id(&first, "person")));
        for bad in ["", "abc", "0166752B-1234-7000-8000-000000000000", "../../etc/passwd"] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
