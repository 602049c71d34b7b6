//! Marked words as a page writes them: `ins`, `del`, or plain.

use super::{Line, Part, Run};

/// A stretch of words with its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// `ins`, `del`, or nothing.
    pub mark: &'static str,
    pub text: String,
}

impl Stretch {
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { mark: "", text: text.into() }
    }
}

/// One part of both sides; an empty list is nothing on that side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    pub before: Vec<Stretch>,
    pub after: Vec<Stretch>,
}

impl Pair {
    /// The same words on both sides.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.before == self.after && self.after.iter().all(|it| it.mark.is_empty())
    }
}

/// A run in one line with the others, as both sides have it.
#[must_use]
pub fn stretches(run: &Run<'_>) -> Vec<Stretch> {
    match run {
        Run::Same(_, text) => marked("", text),
        Run::Gone(text) => marked("del", text),
        Run::Come(text) => marked("ins", text),
    }
}

/// Both sides of a line, each under its own label.
#[must_use]
pub fn pair(line: &Line<'_>) -> Pair {
    let side = |part: Option<&Part>, gone: bool| -> Vec<Stretch> {
        let Some(part) = part else { return Vec::new() };
        let label = part.label.trim();
        let label = (!label.is_empty()).then(|| Stretch::plain(format!("{label} ")));
        let said = line.runs.iter().flat_map(|run| match run {
            Run::Same(old, new) => marked("", if gone { old } else { new }),
            Run::Gone(text) if gone => marked("del", text),
            Run::Come(text) if !gone => marked("ins", text),
            _ => Vec::new(),
        });
        label.into_iter().chain(said).collect()
    };
    Pair { before: side(line.old, true), after: side(line.new, false) }
}

/// The blank at the end of a marked stretch stands outside its mark.
fn marked(mark: &'static str, text: &str) -> Vec<Stretch> {
    let bare = text.trim_end();
    if mark.is_empty() || bare.len() == text.len() {
        return vec![Stretch { mark, text: text.to_owned() }];
    }
    let blank = Stretch::plain(" ");
    if bare.is_empty() { vec![blank] } else { vec![Stretch { mark, text: bare.to_owned() }, blank] }
}
