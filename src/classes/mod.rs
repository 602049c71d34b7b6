//! Classes: the training project (dự án đào tạo), its classes (lớp), their sessions (buổi), the call-up (triệu tập) with seats asked of
//! places and the people they name, the trainees (học viên) and their groups (nhóm).
//!
//! A class is *preparing*, *running*, *done*, or *cancelled*; each step can be taken back. A trainee is *named*, *withdrawn*, or *replaced*
//! by a substitute.
//!
//! A project has a roll-out (lộ trình): so many classes in a province and month, planned, or reported by the provider without a class
//! here. Those who run the whole project write it.
//!
//! Organisers and administrators run a class and change it. Sponsors and experts see the classes of their projects and change nothing
//! here. Trainees see their own class. A place names its people on its own page, `/call/{token}`, without an account: the link is made by
//! this store's key and good for one class and one place, until the class begins. To all others a class is not there.

mod actions;
pub mod attendance;
pub mod cadres;
mod class;
pub mod evaluation;
mod event;
mod group;
mod list;
mod pages;
mod project;
mod rollout;
mod seat;
mod session;
mod store;
mod trainee;

pub use actions::{
    Speaking, add_material, ask_seats, cancel_class, change_class, change_session, decline_call, dissolve_group, form_groups,
    move_trainees, name_trainee, open_class, open_project, plan_rollout, plan_session, remove_material, remove_session, remove_speaker,
    rename_group, set_speaker, set_state, trainee_id, withdraw_trainee,
};
pub use class::{Class, NewClass, State};
pub use group::Group;
pub use project::{NewProject, Project};
pub use rollout::{NewRollout, Rollout, month_shown};
pub use seat::{Asked, Reply, Seat, call_token};
pub use session::{Material, NewMaterial, Plan, PlanForm, Session, Speaker, part_of_day};
pub use store::{
    Attended, attended, called, class, class_of_code, class_run, class_seen, classes_in, groups, materials, project, project_seen, rollout,
    seats, session, sessions, speakers, trainee, trainee_of, trainees,
};
pub use trainee::{Naming, Trainee};

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "classes",
        routes: || {
            let alcoves = [attendance::routes(), evaluation::routes(), cadres::routes()];
            pages::routes().into_iter().chain(alcoves.into_iter().flatten()).collect()
        },
        // Projects are reached from the list of classes.
        menu: &[MenuItem { path: "/classes", word: "class-menu", may: May::Known }],
        texts: Texts {
            vi: concat!(
                include_str!("words/vi.ftl"),
                "\n",
                include_str!("attendance/words/vi.ftl"),
                "\n",
                include_str!("evaluation/words/vi.ftl"),
                "\n",
                include_str!("cadres/words/vi.ftl")
            ),
            en: concat!(
                include_str!("words/en.ftl"),
                "\n",
                include_str!("attendance/words/en.ftl"),
                "\n",
                include_str!("evaluation/words/en.ftl"),
                "\n",
                include_str!("cadres/words/en.ftl")
            ),
        },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &[
            "projects",
            "project_rollout",
            "classes",
            "sessions",
            "speakers",
            "materials",
            "seats",
            "groups",
            "trainees",
            "attendance",
            "doors",
            "evaluations",
            "evaluation_sums",
            "evaluation_words",
            "cadres",
        ],
        local: &["door_tickets", "urns"],
        statements: &[
            store::ALL,
            event::ALL,
            event::ALL_PEOPLE,
            event::ALL_ERASURE,
            event::ALL_REREADING,
            event::ALL_ROLLOUT,
            attendance::ASKED,
            attendance::CHANGED,
            evaluation::ASKED,
            evaluation::CHANGED,
            cadres::ASKED,
            cadres::CHANGED,
        ],
        samples: |s| {
            let alcoves = [attendance::samples(s), evaluation::samples(s), cadres::samples(s)];
            pages::samples(s).into_iter().chain(alcoves.into_iter().flatten()).collect()
        },
    }
}
