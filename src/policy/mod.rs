//! Policy: the library of documents, their provisions in our own words, what one does to another, and citing.
//!
//! A document has a number, a kind, an issuer and its days; how it stands (not yet, in force, partly amended, replaced, expired) is
//! computed for a day from those days and the relations between documents, never written down. A provision is an article, a clause or a
//! point with a summary; it is never shown as current only because it was found in a compilation: each carries its source, the day it
//! was checked and a mark of how far it was checked, and says when an amendment touched it. A relation (replaces, amends, repeals,
//! guides) is only ever added, and rooms below listen to it: `document.related`.
//!
//! Anyone may read: the public answers cite the library. Administrators and experts keep documents, provisions and relations.

mod actions;
mod bringing;
mod carrying;
mod choice;
mod citing;
pub mod compare;
mod document;
mod event;
pub mod law;
mod mention;
mod pages;
mod provision;
mod relation;
mod rereading;
mod rewording;
mod store;
#[cfg(test)]
mod tests;
mod wording;

pub use actions::{CarriedOut, NewText, Settling, carry_out, keep_text, reread, settle};
pub use actions::{Telling, add_document, add_provision, add_relation, keep_document, keep_provision, may_keep, relate};
pub use carrying::Change;
pub use choice::Choice;
pub use citing::{Wanted, fold_number, kind_of};
pub use document::{Document, Kind, Mark, NewDocument, Standing, State};
pub use event::{DOCUMENT_RELATED, REWORDED, Related, Reworded, TEXT_KEPT, close_rereading, open_rereading};
pub use mention::Mention;
pub use provision::{Cite, NewProvision, Provision, cite_from_text, cite_label, cite_to_text, place_label, sort_key};
pub use relation::{Effect, NewRelation, Touch, Way, touches};
pub(crate) use rereading::to_reread;
pub use rereading::{Subject, ToReread, path_of_change};
pub use rewording::{Reread, Rewording};
pub use store::{
    CitedAt, Citing, Text, article_cited, cited_by, mentions, text, versions_of, wording_changes, wordings, wordings_of_article,
};
pub use store::{choices, document, documents, provisions, touches as touches_of};
pub use wording::Wording;

use crate::db::Applier;
use crate::web::{May, MenuItem, Room, Texts};

/// The room, as the house sees it.
#[must_use]
pub fn room() -> Room {
    Room {
        name: "policy",
        routes: pages::routes,
        menu: &[MenuItem { path: "/documents", word: "documents-menu", may: May::Anyone }],
        texts: Texts { vi: include_str!("words/vi.ftl"), en: include_str!("words/en.ftl") },
        applier: Applier { kinds: event::KINDS, apply: event::apply },
        tables: &["documents", "provisions", "relations", "texts", "wordings", "mentions", "leftovers", "rereadings"],
        local: &[],
        statements: &[store::ALL, store::TEXTS, store::COMPARE, store::WORDS, event::ALL, event::WORDINGS, event::REREADINGS],
        samples: pages::samples,
    }
}
