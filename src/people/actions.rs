//! What is done to persons. Verbs that other rooms use inside their own transaction take it and do not commit.

mod consents;
mod persons;
mod roles;
mod sign_ins;

pub use consents::{CONSENT_WORDING, consent, consent_word};
pub use persons::enter;
pub use roles::{end_grant, grant, set_fields};
pub use sign_ins::{begin_sign_in, failed_try, new_code, set_password, token_for, too_many};
