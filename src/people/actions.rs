//! What is done to persons. Verbs that other rooms use inside their own transaction take it and do not commit.

mod coming_in;
mod consents;
mod persons;
mod roles;
mod sign_ins;

pub(super) use coming_in::{by_code, by_password, change_password, give_password, renew_code, set_up};
pub(super) use consents::{agree_to_publication, may_publish, withdraw_consent};
pub(super) use persons::{add, correct, erase, kept_by};
pub(super) use roles::{choose_fields, give, take};
pub(super) use sign_ins::{NO_COOKIE, revoke, revoke_others};

pub use consents::{consent, consent_to_publication};
pub use persons::enter;
pub use roles::{end_grant, grant, set_fields};
pub use sign_ins::{begin_sign_in, failed_try, new_code, set_password, token_for, too_many};
