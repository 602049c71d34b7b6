//! Before an answer is published: does the text tell of a person?

use crate::ground::phones::Phone;
use crate::ground::text::{accent_fold, fold};

/// What in a text points to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A telephone number, as written.
    Phone(String),
    /// The name of a person of the difficulty.
    Name(String),
}

/// What in `text` points to a person: a telephone number, or one of these names. Names are looked for with their diacritics, and
/// without them where the text itself has none.
#[must_use]
pub fn tells_of_person(text: &str, names: &[&str]) -> Option<Told> {
    if let Some(phone) = phone_in(text) {
        return Some(Told::Phone(phone));
    }
    let bare = text.is_ascii();
    names.iter().find(|name| has_name(text, name, bare)).map(|name| Told::Name((*name).to_owned()))
}

/// One-word names are words of the language as well ("Hòa", "Bình"): only names of two words or more are looked for.
fn has_name(text: &str, name: &str, bare: bool) -> bool {
    let folded = |it: &str| if bare { fold(it) } else { accent_fold(it) };
    let (words, name) = (words(&folded(text)), words(&folded(name)));
    name.len() >= 2 && words.windows(name.len()).any(|window| window == name.as_slice())
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// A run of digits with the usual separators that reads as a telephone number. Money has dots too, but no leading 0 or +84.
fn phone_in(text: &str) -> Option<String> {
    let in_run = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+' | '(' | ')');
    text.split(|c: char| !in_run(c)).map(|run| run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+')).find_map(|run| {
        let starts = run.starts_with('0') || run.starts_with("+84") || run.starts_with("84");
        // A date or an amount may stand before it in the same run: every tail that begins with a 0 is tried.
        let tails = run.match_indices([' ', '(']).filter_map(|(at, _)| run.get(at + 1..)).filter(|it| it.starts_with('0'));
        std::iter::once(run).filter(|_| starts).chain(tails).find(|it| Phone::read(it).is_ok()).map(str::to_owned)
    })
}
