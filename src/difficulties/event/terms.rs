//! What a difficulty is found by.

use super::Published;
use crate::db::{Tx, Value, args};
use crate::ground::Problem;
use crate::ground::text::terms;

crate::statements! {
    FORGET = "delete from difficulty_terms where difficulty_id = $1";
    /// Two dozen at a time; the last group repeats its last term.
    KEEP = "insert into difficulty_terms (difficulty_id, term) values
        ($1, $2), ($1, $3), ($1, $4), ($1, $5), ($1, $6), ($1, $7), ($1, $8), ($1, $9), ($1, $10), ($1, $11), ($1, $12), ($1, $13),
        ($1, $14), ($1, $15), ($1, $16), ($1, $17), ($1, $18), ($1, $19), ($1, $20), ($1, $21), ($1, $22), ($1, $23), ($1, $24), ($1, $25)
        on conflict do nothing";
}

/// By its own text.
pub(super) async fn keep(tx: &Tx, difficulty: &str, text: &str) -> Result<(), Problem> {
    write(tx, difficulty, terms(text)).await
}

/// By its own text, by the published question, and by the numbers of the documents that the answer names.
pub(super) async fn keep_published(tx: &Tx, difficulty: &str, own: &str, it: &Published) -> Result<(), Problem> {
    let mut all = terms(own);
    all.extend(terms(&it.question));
    all.extend(terms(&it.answer).into_iter().filter(|term| term.contains('/')));
    write(tx, difficulty, all).await
}

async fn write(tx: &Tx, difficulty: &str, all: Vec<String>) -> Result<(), Problem> {
    tx.run(&FORGET, args![difficulty]).await?;
    let last = all.last().cloned().unwrap_or_default();
    for group in all.chunks(24) {
        let mut values = vec![Value::from(difficulty)];
        values.extend(group.iter().chain(std::iter::repeat(group.last().unwrap_or(&last))).take(24).map(Value::from));
        tx.run(&KEEP, &values).await?;
    }
    Ok(())
}
