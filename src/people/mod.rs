//! People: persons and what they may do, how they come in, what they agreed to.
//!
//! A person is kept once, however many classes they come to: the same folded name with the same phone number (or e-mail address) is the
//! same person. What they may do is a list of grants: a role, and where it holds (one class, all classes of a project, everywhere). A
//! grant is *held* or *ended*, a consent *given* or *withdrawn*, a sign-in *open*, *revoked* or *expired*, a person *known* or *erased*.
//!
//! Administrators keep everyone. Organisers see the persons of their classes and projects, enter new ones, correct those who hold no
//! higher role than expert, and make experts there. Everybody sees and downloads what is kept of themselves, ends their own sign-ins and
//! withdraws their own consents; a trainee may agree there to be named on the public page of their class. Phone numbers are shown to staff only.
//!
//! Two ways in: e-mail or phone with a password (staff, experts, sponsor; lasts 18 hours), and for trainees the door, a personal link,
//! or phone with the six digits on the badge (30 days, with a trainee's rights only). Passwords, sign-ins, code rounds and counts of
//! tries are of this store alone and never in the journal.

mod actions;
mod consent;
mod event;
mod field;
mod pages;
mod person;
mod power;
mod scope;
mod sign_in;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    begin_sign_in, consent, consent_to_publication, end_grant, enter, failed_try, grant, new_code, set_fields, set_password, token_for,
    too_many,
};
pub use consent::{CONSENT_WORDING, Purpose, consent_word};
pub use field::Field;
pub use person::{NewPerson, Person};
pub use scope::Scope;
pub use sign_in::Means;
pub use store::{
    ConsentState, by_phone, consent_state, expert_fields, has_consented, identify, person, personal_code, personal_codes, with_role,
};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "people",
        routes: pages::routes,
        menu: &[MenuItem { path: "/people", word: "people-name", may: May::RUNNERS }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["persons", "ethnicities", "grants", "expert_fields", "consents"],
        local: &["credentials", "sign_ins", "code_rounds", "attempts"],
        statements: &[store::ALL, store::lists::ALL, event::ALL],
        samples: pages::samples,
    }
}
