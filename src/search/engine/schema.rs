//! What an index keeps of an entry. A change here is a new [`VERSION`]: an index of another version is built anew.

use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};

/// Of the schema, of the syllables and of what entries are made of.
pub const VERSION: u32 = 2;

/// Ends a passage among the numbers of its syllables.
pub(super) const END: u64 = u64::MAX;

pub(super) struct Fields {
    pub(super) of: Field,
    pub(super) key: Field,
    pub(super) marks: Field,
    pub(super) accented: Field,
    pub(super) folded: Field,
    pub(super) numbers: Field,
    pub(super) passages: Field,
    pub(super) at: Field,
    pub(super) shown: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let mut it = Schema::builder();
    let words = || {
        let indexing =
            TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs).set_fieldnorms(true);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        of: it.add_text_field("of", STRING),
        key: it.add_text_field("key", STRING | STORED),
        marks: it.add_text_field("marks", STRING | FAST),
        accented: it.add_text_field("accented", words()),
        folded: it.add_text_field("folded", words()),
        numbers: it.add_u64_field("numbers", FAST),
        passages: it.add_u64_field("passages", FAST),
        at: it.add_i64_field("at", FAST),
        shown: it.add_text_field("shown", STORED),
    };
    (it.build(), fields)
}
