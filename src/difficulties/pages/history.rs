//! All that happened to a difficulty, as a timeline; clauses and what changed in them.

use super::shortened;
use crate::difficulties::difficulty::{Level, Verdict};
use crate::difficulties::event;
use crate::difficulties::store::{Advice, Cited, Difficulty, Line, MergedOne, Review};
use crate::ground::Instant;
use crate::ground::dates::Date;
use crate::policy::{Cite, Reread, Rewording, path_of_change, sort_key};
use crate::web::W;
use serde::de::DeserializeOwned;

/// A clause that an advice stands on.
pub(in crate::difficulties) struct CitedRow {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) summary: String,
    /// The library does not have this clause: nobody held the advice against its text.
    pub(super) unchecked: bool,
    /// That its document is no longer in force, and what came instead; or empty.
    pub(super) ended: String,
}

/// The clauses of one advice.
pub(super) fn cited(all: &[Cited], advice: &str, w: &W) -> Vec<CitedRow> {
    let of = all.iter().filter(|it| it.of == advice);
    of.map(|it| CitedRow {
        path: it.cite.path(),
        label: it.label(),
        summary: it.summary.clone(),
        unchecked: !it.kept,
        ended: match (it.replaced_by.as_str(), it.expired) {
            ("", false) => String::new(),
            ("", true) => w.t("difficulty-cite-ended"),
            (by, _) => w.x("difficulty-cite-replaced", crate::policy::cite_label(by, "", "", "")),
        },
    })
    .collect()
}

/// What changed in a clause that an advice stands on.
pub(in crate::difficulties) struct ReviewRow {
    pub(super) sentence: String,
    pub(super) path: String,
    pub(super) note: String,
    /// The provisions that the advice stands on, before and after.
    pub(super) words: Vec<Reread>,
    /// Where all that changed can be read, when none of it is shown here.
    pub(super) changes: Option<String>,
}

/// Open reviews, the earliest change first, with the words that changed under `cites`.
pub(super) fn reviewed(all: &[Review], rewordings: &[Rewording], cites: &[Cite], w: &W) -> Vec<ReviewRow> {
    let mut all: Vec<&Review> = all.iter().collect();
    all.sort_by_key(|it| {
        let place = sort_key(&it.article, &it.clause, &it.point);
        (it.on_date.clone().unwrap_or_else(|| "9999".to_owned()), it.opened_at, it.to_number.clone(), place)
    });
    let path = |it: &Review| format!("/documents/{}", it.from_id);
    let words = |it: &Review| {
        rewordings.iter().filter(|one| one.relation_id == it.relation_id && one.is_under(cites)).map(Rewording::reread).collect::<Vec<_>>()
    };
    let changes = |it: &Review| it.shown.then(|| path_of_change(&it.kind, &it.from_id, &it.to_id, &it.article, it.on_date.as_deref()));
    all.into_iter()
        .map(|it| ReviewRow {
            sentence: change(it, w),
            path: path(it),
            note: changed_what(&it.note, w),
            words: words(it),
            changes: changes(it).filter(|_| words(it).is_empty()),
        })
        .collect()
}

/// "Sửa danh sách xã" → "Nội dung sửa: danh sách xã"
fn changed_what(note: &str, w: &W) -> String {
    let bare = ["Sửa đổi, bổ sung ", "Sửa đổi ", "Sửa "].iter().find_map(|it| note.strip_prefix(it)).unwrap_or(note);
    if bare.is_empty() { String::new() } else { w.x("difficulty-change-what", bare) }
}

/// "Lê Đình Tuệ rà soát ngày 24/11/2026: vẫn đúng": the last time that it was, of the advice that stands.
pub(super) fn confirmed(lines: &[Line], standing: Option<&Advice>, w: &W) -> String {
    let since = standing.map(|it| it.at);
    let last = lines.iter().rev().find(|it| it.kind == event::REVIEW_CONFIRMED && Some(it.at) >= since);
    last.filter(|_| since.is_some()).map(|it| w.xy("difficulty-confirmed", &it.actor_name, it.at.date())).unwrap_or_default()
}

/// "Thông tư … sửa đổi khoản 2 Điều 3 Thông tư …, từ ngày 01/07/2025."
fn change(it: &Review, w: &W) -> String {
    let key = match it.kind.as_str() {
        "replaces" => "difficulty-change-replaces",
        "repeals" => "difficulty-change-repeals",
        _ => "difficulty-change-amends",
    };
    let what = w.xy(key, crate::policy::cite_label(&it.from_number, "", "", ""), it.label());
    match it.on_date.as_deref().and_then(|it| Date::from_iso(it).ok()) {
        Some(date) => w.xy("difficulty-change-since", what, date),
        None => w.x("difficulty-change-undated", what),
    }
}

/// One line of the timeline.
pub(in crate::difficulties) struct Happened {
    at: Instant,
    pub(super) mark: &'static str,
    pub(super) what: String,
    pub(super) when: String,
    pub(super) iso: String,
    pub(super) text: String,
    pub(super) is_advice: bool,
    /// Address and name of what the line speaks of.
    pub(super) link: Option<(String, String)>,
}

impl Happened {
    fn at(at: Instant, what: String) -> Self {
        let iso = format!("{}T{}", at.date().iso(), at.time());
        Self { at, mark: "", what, when: at.to_string(), iso, text: String::new(), is_advice: false, link: None }
    }
}

impl Happened {
    /// One with everything a line can have.
    pub(super) fn sample(at: Instant, what: String, text: &str) -> Self {
        let link = Some(("/documents/1".to_owned(), "PT18-02".to_owned()));
        Self { mark: "good", text: text.to_owned(), is_advice: true, link, ..Self::at(at, what) }
    }
}

/// The timeline, oldest first. Who raised what is kept from this reader is not named in any line.
pub(super) fn happened(lines: &[Line], reviews: &[Review], merged: &[MergedOne], it: &Difficulty, hidden: bool, w: &W) -> Vec<Happened> {
    let mut out: Vec<Happened> = Vec::new();
    let mut joined: Vec<&Line> = Vec::new();
    for line in lines {
        if line.kind == event::JOINED {
            joined.push(line);
            continue;
        }
        out.extend(together(&mut joined, w));
        out.extend(said(line, it, hidden, w));
    }
    out.extend(together(&mut joined, w));
    out.extend(reviews.iter().map(|review| {
        let mut line = Happened::at(review.opened_at, w.t("difficulty-said-review-opened"));
        line.mark = "now";
        line.text = change(review, w);
        line.link = Some((format!("/documents/{}", review.from_id), w.t("difficulty-see-document")));
        line
    }));
    out.extend(merged.iter().map(|one| {
        let mut line = Happened::at(one.at, w.x("difficulty-said-merged-here", &one.code));
        line.text = shortened(&one.text, 160);
        line.link = Some((format!("/difficulties/{}", one.id), one.code.clone()));
        line
    }));
    out.sort_by_key(|line| line.at);
    out
}

/// Several "me too" in a row are one line.
fn together(joined: &mut Vec<&Line>, w: &W) -> Option<Happened> {
    let last = joined.last()?;
    let line = Happened::at(last.at, w.n("difficulty-said-joined", i64::try_from(joined.len()).unwrap_or(i64::MAX)));
    joined.clear();
    Some(line)
}

fn said(line: &Line, it: &Difficulty, hidden: bool, w: &W) -> Option<Happened> {
    let is_raiser = |person: Option<&String>| person.is_some() && person == it.raiser_id.as_ref();
    let named = |person: Option<&String>, name: &str| {
        if hidden && is_raiser(person) {
            w.t("difficulty-somebody")
        } else if name.is_empty() {
            w.t("difficulty-nobody")
        } else {
            name.to_owned()
        }
    };
    let actor = named(line.actor.as_ref(), &line.actor_name);
    let who = if line.on_behalf.is_some() {
        w.xy("difficulty-on-behalf", actor, named(line.on_behalf.as_ref(), &line.on_behalf_name))
    } else {
        actor
    };
    let mut out = Happened::at(line.at, String::new());
    match line.kind.as_str() {
        event::RAISED => {
            out.what = w.x("difficulty-said-raised", who);
            out.text = body::<event::Raised>(line)?.text;
        }
        event::LEFT => out.what = w.t("difficulty-said-left"),
        event::CLARIFICATION_ASKED => {
            out.what = w.x("difficulty-said-asked", who);
            out.text = body::<event::ClarificationAsked>(line)?.question;
        }
        event::CLARIFIED => {
            out.what = w.x("difficulty-said-clarified", who);
            out.text = body::<event::Clarified>(line)?.answer;
        }
        event::MERGED => {
            out.what = w.xy("difficulty-said-merged", who, &it.merged_code);
            out.link = it.merged_into.as_ref().map(|into| (format!("/difficulties/{into}"), it.merged_code.clone()));
        }
        event::ASSIGNED if Some(body::<event::Assigned>(line)?.expert_id) == line.actor => out.what = w.x("difficulty-said-taken", who),
        event::ASSIGNED => out.what = w.xy("difficulty-said-assigned", who, &line.assigned_name),
        event::ADVISED => {
            let said: event::Advised = body(line)?;
            out.what = if said.revision > 1 { w.x("difficulty-said-advised-again", who) } else { w.x("difficulty-said-advised", who) };
            out.mark = "good";
            out.is_advice = true;
            out.text = said.text;
        }
        event::ESCALATED => {
            let said: event::Escalated = body(line)?;
            let level = Level::from_name(&said.level).map(|it| w.t(it.word())).unwrap_or_default();
            let due = Date::from_iso(&said.due_on).map(|it| it.to_string()).unwrap_or_default();
            out.what = w.xy("difficulty-said-escalated", who, level);
            out.mark = "part";
            out.text = format!("{}\n{}", w.xy("difficulty-with-authority", said.owner, due), said.reason);
        }
        event::ANSWERED => {
            let said: event::Answered = body(line)?;
            out.what = w.xy("difficulty-said-answered", who, said.number);
            out.mark = "good";
            out.is_advice = true;
            out.text = said.text;
        }
        event::VERDICT_GIVEN => {
            let said: event::VerdictGiven = body(line)?;
            let verdict = Verdict::from_name(&said.verdict)?;
            out.what = w.xy("difficulty-said-verdict", who, w.t(verdict.word()).to_lowercase());
            out.mark = match verdict {
                Verdict::Resolved => "good",
                Verdict::Partly => "part",
                Verdict::Not => "now",
                Verdict::NoLongerNeeded => "",
            };
            out.text = said.reason;
        }
        event::REOPENED => {
            out.what = w.x("difficulty-said-reopened", who);
            out.mark = "now";
            out.text = body::<event::Reopened>(line)?.reason;
        }
        event::PUBLISHED => out.what = w.x("difficulty-said-published", who),
        event::UNPUBLISHED => {
            out.what = w.x("difficulty-said-unpublished", who);
            out.text = body::<event::Unpublished>(line)?.reason;
        }
        event::REVIEW_CONFIRMED => {
            out.what = w.x("difficulty-said-confirmed", who);
            out.mark = "good";
            out.text = body::<event::ReviewConfirmed>(line)?.note;
        }
        _ => return None,
    }
    Some(out)
}

/// A body of another shape (redacted at a person's asking) leaves its line out.
fn body<T: DeserializeOwned>(line: &Line) -> Option<T> {
    serde_json::from_str(&line.body).ok()
}
