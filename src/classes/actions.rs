//! The verbs of this room. Those that take a transaction are for other verbs, here and in rooms below.

mod calls;
mod groups;
mod projects;
mod rollout;
mod sessions;

pub use calls::{ask_seats, decline_call, name_trainee, trainee_id, withdraw_trainee};
pub use groups::{dissolve_group, form_groups, move_trainees, rename_group};
pub use projects::{cancel_class, change_class, open_class, open_project, set_state};
pub use rollout::plan_rollout;
pub use sessions::{
    Speaking, add_material, change_session, plan_session, remove_material, remove_session, remove_speaker, reread_material, set_speaker,
};
