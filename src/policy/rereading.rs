//! What stands on a provision that has changed, and is to be read again by whoever answers for it: steps of plans, material of sessions.
//! (Advice has reviews of its own, in the room `difficulties`.) Pure.
//!
//! A room below listens to `document.related` and opens a rereading for each thing of its own that stands on what was changed; one press
//! of whoever answers for it closes all that are open ([`super::reread`]).

use super::provision::cite_label;
use crate::ground::Word;
use crate::ground::dates::Date;

/// What is to be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A step of a plan that is linked to an answered difficulty.
    Step,
    /// Material of a session to come that is a document of the library.
    Material,
}

impl Subject {
    /// As stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Material => "material",
        }
    }
}

/// The columns of a [`ToReread`], of `rereadings z` joined to its relation `l` and both documents; what follows narrows them down.
macro_rules! to_reread {
    ($rest:literal) => {
        concat!(
            "select z.subject_id, l.kind, f.id, f.number, t.id, t.number, l.article, l.clause, l.point, l.on_date,
            (exists (select 1 from wordings n where n.by_id = l.from_id and n.document_id = l.to_id))
                or (l.kind = 'replaces' and exists (select 1 from texts x where x.document_id = l.from_id)
                    and exists (select 1 from texts x where x.document_id = l.to_id))
            from rereadings z join relations l on l.id = z.relation_id join documents f on f.id = l.from_id
            join documents t on t.id = l.to_id where z.closed_at is null and ",
            $rest,
            " order by z.subject_id, l.on_date nulls last, l.id"
        )
    };
}
pub(crate) use to_reread;

/// One thing that is to be read again, with what changed under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToReread {
    pub subject_id: String,
    /// `replaces`, `amends`, `repeals`
    pub kind: String,
    pub from_id: String,
    pub from_number: String,
    pub to_id: String,
    pub to_number: String,
    pub article: String,
    pub clause: String,
    pub point: String,
    pub on_date: Option<String>,
    /// Can both wordings be read?
    pub shown: bool,
}
crate::row!(ToReread { subject_id, kind, from_id, from_number, to_id, to_number, article, clause, point, on_date, shown });

impl ToReread {
    /// "Nghị định 38/2023/NĐ-CP sửa đổi, bổ sung Điều 21 Nghị định 27/2022/NĐ-CP, từ ngày 24/06/2023"
    #[must_use]
    pub fn said(&self) -> Word {
        let day = self.on_date.as_deref().and_then(|it| Date::from_iso(it).ok());
        let key = match (self.kind.as_str(), day.is_some()) {
            ("replaces", true) => "reread-replaces-since",
            ("replaces", false) => "reread-replaces",
            ("repeals", true) => "reread-repeals-since",
            ("repeals", false) => "reread-repeals",
            (_, true) => "reread-amends-since",
            (_, false) => "reread-amends",
        };
        let what = cite_label(&self.to_number, &self.article, &self.clause, &self.point);
        let word = Word::new(key).with("x", cite_label(&self.from_number, "", "", "")).with("y", what);
        day.map_or(word.clone(), |day| word.with("z", day.to_string()))
    }

    /// The key of what the link to [`Self::path`] says.
    #[must_use]
    pub fn see(&self) -> &'static str {
        if self.shown { "reread-see" } else { "reread-see-document" }
    }

    /// Where the words before and after can be read; or the document that made the change.
    #[must_use]
    pub fn path(&self) -> String {
        if self.shown {
            path_of_change(&self.kind, &self.from_id, &self.to_id, &self.article, self.on_date.as_deref())
        } else {
            format!("/documents/{}", self.from_id)
        }
    }
}

/// The page that shows what one document changed in another.
#[must_use]
pub fn path_of_change(kind: &str, from: &str, to: &str, article: &str, on: Option<&str>) -> String {
    let part = if article.is_empty() { String::new() } else { format!("article={article}") };
    if kind == "replaces" {
        return format!("/documents/{to}/compare/{from}?{part}").trim_end_matches('?').to_owned();
    }
    let parts: Vec<String> = [on.map(|on| format!("to={on}")).unwrap_or_default(), part].into_iter().filter(|it| !it.is_empty()).collect();
    format!("/documents/{to}/changes?{}", parts.join("&")).trim_end_matches('?').to_owned()
}
