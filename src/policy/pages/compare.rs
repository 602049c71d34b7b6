//! *Có gì mới*: two documents side by side, or one document on two days; on the screen page by page, on paper as a whole.

use super::eye;
use crate::ground::Refused;
use crate::ground::dates::Date;
use crate::policy::compare::{Sides, compare, side};
use crate::policy::document::Document;
use crate::policy::relation::Effect;
use crate::policy::store::{self, ChangedOn};
use crate::policy::wording::Wording;
use crate::web::{Answer, Ask, Shell, W, page, see};
use askama::Template;
use axum::extract::Path;
pub(super) use sample::samples;
use std::collections::HashMap;
use view::{Block, Entry, Notes, Shown, page_of, shown};

mod sample;
mod view;

/// One of the two sides, named.
#[derive(Clone, Debug, Default)]
struct Head {
    name: String,
    path: String,
    /// The day whose words are shown.
    on: String,
}

/// Something to put beside it.
#[derive(Clone, Debug)]
struct Offer {
    value: String,
    label: String,
    chosen: bool,
}

/// Two days to choose, or another document.
#[derive(Clone, Debug, Default)]
struct Chooser {
    action: String,
    days: bool,
    from: Vec<Offer>,
    to: Vec<Offer>,
    /// Documents to put it beside.
    others: Vec<Offer>,
    beside: String,
    /// A day that was typed and cannot be read, or days the wrong way round.
    wrong: String,
    /// What changed the document and nobody has read the words of.
    unread: Vec<String>,
}

#[derive(Template)]
#[template(path = "policy/pages/compare.html")]
struct ComparePage {
    s: Shell,
    kicker: String,
    heading: String,
    before: Head,
    after: Head,
    counts: Vec<String>,
    same: String,
    /// Why there is nothing to compare.
    nothing: String,
    contents: Vec<Entry>,
    blocks: Vec<Block>,
    here: String,
    back: Option<String>,
    on: Option<String>,
    sheet: String,
    chooser: Chooser,
}

#[derive(Template)]
#[template(path = "policy/pages/compare_sheet.html")]
struct SheetPage {
    s: Shell,
    heading: String,
    about: String,
    counts: Vec<String>,
    same: String,
    before: Head,
    after: Head,
    blocks: Vec<Block>,
    today: String,
    back: String,
}

/// What is compared, read.
struct Both {
    before: Head,
    after: Head,
    sides: Sides,
    old: Vec<Wording>,
    new: Vec<Wording>,
    notes: Notes,
}

/// `GET /documents/{document}/compare/{other}`: the first before, the other after.
pub(super) async fn two(ask: Ask, Path((id, other)): Path<(String, String)>) -> Answer {
    if id == other {
        return see(format!("/documents/{id}/changes"));
    }
    let (both, first) = read_two(&ask, &id, &other).await?;
    let readable = store::readable(ask.db()).await?;
    let w = ask.w();
    let named = |chosen: &str| -> Vec<Offer> {
        let one = |it: &store::Readable| Offer { value: it.id.clone(), label: it.name.clone(), chosen: it.id == chosen };
        readable.iter().map(one).collect()
    };
    let chooser = Chooser { beside: format!("/documents/{id}/compare"), others: named(&other), ..Chooser::default() };
    let title = w.xy("compare-title-two", &both.before.name, &both.after.name);
    let s = ask.shell(title).wide().crumb("/documents", w.t("documents-menu")).crumb(&both.after.path, both.after.name.clone());
    let base = format!("/documents/{id}/compare/{other}");
    let kicker = w.xy("compare-kicker-two", &both.after.name, &both.before.name);
    let mut it = drawn(&ask, s, both, kicker, &base, "", chooser);
    if first.is_some_and(|first| !it.contents.is_empty() && first) {
        it.chooser.wrong = w.t("compare-turned");
    }
    page(&it)
}

/// `GET /documents/{document}/compare?other=…`: what the chooser asks for.
pub(super) async fn chosen(ask: Ask, Path(id): Path<String>) -> Answer {
    let other = ask.query("other");
    if other.is_empty() || other.contains(['/', '?', '#', '\\']) {
        return see(format!("/documents/{id}/changes"));
    }
    see(format!("/documents/{id}/compare/{other}"))
}

/// The same on paper, all of it.
pub(super) async fn two_sheet(ask: Ask, Path((id, other)): Path<(String, String)>) -> Answer {
    let (both, _) = read_two(&ask, &id, &other).await?;
    let about = ask.w().xy("compare-kicker-two", &both.after.name, &both.before.name);
    sheet(&ask, both, about, format!("/documents/{id}/compare/{other}"))
}

/// Both documents as they stand against each other; and whether the second is the older one, where both days are known.
async fn read_two(ask: &Ask, id: &str, other: &str) -> Result<(Both, Option<bool>), Refused> {
    let before = store::document(ask.db(), id).await?.ok_or(Refused::Absent)?;
    let after = store::document(ask.db(), other).await?.ok_or(Refused::Absent)?;
    let today = ask.now().date().iso();
    let day = |it: &Document| it.effective_on.clone().or_else(|| it.issued_on.clone());
    let (first, second) = (day(&before), day(&after));
    // The newer one as it came; the older one as it stood on the day before.
    let new_on = second.clone().unwrap_or(today);
    let old_on = Date::from_iso(&new_on).map_or_else(|_| new_on.clone(), |it| it.plus_days(-1).iso());
    let old_on = first.clone().filter(|it| *it > old_on).unwrap_or(old_on);
    let old = store::wordings(ask.db(), id, &old_on).await?;
    let new = store::wordings(ask.db(), other, &new_on).await?;
    let head =
        |it: &Document, on: &str| Head { name: it.name(), path: format!("/documents/{}", it.id), on: eye(Some(on)).unwrap_or_default() };
    let turned = first.zip(second).map(|(first, second)| second < first);
    let (before, after) = (head(&before, &old_on), head(&after, &new_on));
    Ok((Both { before, after, sides: Sides::TwoDocuments, old, new, notes: Notes::new() }, turned))
}

/// The days that are asked for: the last change, unless told otherwise.
struct Days {
    from: String,
    to: String,
    wrong: &'static str,
}

fn days_of(ask: &Ask, changes: &[ChangedOn]) -> Days {
    let mut known: Vec<&str> = changes.iter().map(|it| it.day.as_str()).collect();
    known.dedup();
    let last = known.last().map_or_else(|| ask.now().date().iso(), |it| (*it).to_owned());
    let mut wrong = "";
    let mut read = |name: &str| {
        let typed = ask.query(name);
        let day = Date::from_iso(&typed).or_else(|_| Date::read(&typed)).ok().map(Date::iso);
        if day.is_none() && !typed.is_empty() {
            wrong = "policy-day-unreadable";
        }
        day
    };
    let (from, to) = (read("from"), read("to"));
    let to = to.unwrap_or(last);
    let earlier = |to: &str| known.iter().rev().find(|day| **day < to).or(known.first()).map(|it| (*it).to_owned());
    let from = from.unwrap_or_else(|| earlier(&to).unwrap_or_else(|| to.clone()));
    if from > to {
        return Days { from: to, to: from, wrong: "compare-days-turned" };
    }
    Days { from, to, wrong }
}

/// `GET /documents/{document}/changes?from=…&to=…`
pub(super) async fn days(ask: Ask, Path(id): Path<String>) -> Answer {
    let w = ask.w();
    let (both, days, changes) = read_days(&ask, &id).await?;
    let option = |chosen: &str, day: &str, by: &str| Offer {
        value: day.to_owned(),
        label: if by.is_empty() {
            eye(Some(day)).unwrap_or_default()
        } else {
            w.xy("compare-day-by", eye(Some(day)).unwrap_or_default(), by)
        },
        chosen: day == chosen,
    };
    let options = |chosen: &str| {
        let mut by_day: Vec<(String, Vec<String>)> = Vec::new();
        for it in &changes {
            match by_day.last_mut().filter(|(day, _)| *day == it.day) {
                Some((_, by)) => by.push(it.by.clone()),
                None => by_day.push((it.day.clone(), vec![it.by.clone()])),
            }
        }
        if !by_day.iter().any(|(day, _)| day == chosen) {
            by_day.push((chosen.to_owned(), Vec::new()));
            by_day.sort();
        }
        let said = |by: &[String]| by.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        by_day.iter().map(|(day, by)| option(chosen, day, &said(by))).collect::<Vec<_>>()
    };
    let readable = store::readable(ask.db()).await?;
    let other = |it: &store::Readable| Offer { value: it.id.clone(), label: it.name.clone(), chosen: false };
    let chooser = Chooser {
        action: format!("/documents/{id}/changes"),
        days: true,
        beside: format!("/documents/{id}/compare"),
        others: readable.iter().filter(|it| it.id != id).map(other).collect(),
        unread: unread(&ask, &id, &changes, &days).await?,
        from: options(&days.from),
        to: options(&days.to),
        wrong: if days.wrong.is_empty() { String::new() } else { w.t(days.wrong) },
    };
    let title = w.x("compare-title-days", &both.after.name);
    let s = ask.shell(title).wide().crumb("/documents", w.t("documents-menu")).crumb(&both.after.path, both.after.name.clone());
    let kicker = about_days(&w, &both);
    let query = format!("from={}&to={}", days.from, days.to);
    page(&drawn(&ask, s, both, kicker, &format!("/documents/{id}/changes"), &query, chooser))
}

/// What amended or repealed a part of the document by the second day, and has changed no words here: its text was not brought in.
async fn unread(ask: &Ask, id: &str, changes: &[ChangedOn], days: &Days) -> Result<Vec<String>, Refused> {
    let touches = store::touches(ask.db(), &format!(",{id},")).await?.remove(id).unwrap_or_default();
    let mut out: Vec<String> = Vec::new();
    for it in touches.iter().filter(|it| matches!(it.effect, Effect::Amends | Effect::Repeals) && !it.ends_all()) {
        let until = Date::from_iso(&days.to).unwrap_or_else(|_| ask.now().date()).max(ask.now().date());
        let known = changes.iter().any(|change| change.by_id == it.by_id);
        if known || it.since().is_some_and(|since| since > until) {
            continue;
        }
        let said = it.since().map_or_else(|| it.by.clone(), |day| ask.w().xy("relation-with-day", &it.by, day));
        if !out.contains(&said) {
            out.push(said);
        }
    }
    Ok(out)
}

fn about_days(w: &W, both: &Both) -> String {
    let word = crate::ground::Word::new("compare-kicker-days").with("x", &both.after.name);
    w.word(&word.with("y", &both.before.on).with("z", &both.after.on))
}

pub(super) async fn days_sheet(ask: Ask, Path(id): Path<String>) -> Answer {
    let (both, days, _) = read_days(&ask, &id).await?;
    let about = about_days(&ask.w(), &both);
    sheet(&ask, both, about, format!("/documents/{id}/changes?from={}&to={}", days.from, days.to))
}

async fn read_days(ask: &Ask, id: &str) -> Result<(Both, Days, Vec<ChangedOn>), Refused> {
    let document = store::document(ask.db(), id).await?.ok_or(Refused::Absent)?;
    let changes = store::changed_on(ask.db(), id).await?;
    let days = days_of(ask, &changes);
    let old = store::wordings(ask.db(), id, &days.from).await?;
    let new = store::wordings(ask.db(), id, &days.to).await?;
    let names: HashMap<&str, &str> = changes.iter().map(|it| (it.by_id.as_str(), it.by.as_str())).collect();
    let mut notes = Notes::new();
    for it in new.iter().filter(|it| it.from_on > days.from && !it.article.is_empty()) {
        let Some(by) = it.by_id.as_deref().and_then(|by| names.get(by)) else { continue };
        let known = notes.entry(it.article.clone()).or_default();
        let at = known.iter().position(|(name, _)| name == by).unwrap_or_else(|| {
            known.push(((*by).to_owned(), Vec::new()));
            known.len() - 1
        });
        if let Some((_, bases)) = known.get_mut(at)
            && !bases.contains(&it.basis)
        {
            bases.push(it.basis.clone());
        }
    }
    let head = |on: &str| Head { name: document.name(), path: format!("/documents/{id}"), on: eye(Some(on)).unwrap_or_default() };
    let both = Both { before: head(&days.from), after: head(&days.to), sides: Sides::OneDocument, old, new, notes };
    Ok((both, days, changes))
}

/// Why nothing can be compared, if so.
fn nothing(w: &W, both: &Both) -> String {
    match (both.old.is_empty(), both.new.is_empty()) {
        (false, false) => String::new(),
        (true, false) => w.xy("compare-no-text", &both.before.name, &both.before.on),
        _ => w.xy("compare-no-text", &both.after.name, &both.after.on),
    }
}

/// The heading: the first things worth saying.
fn heading(w: &W, it: &Shown, nothing: bool, unread: bool) -> String {
    match (it.counts.is_empty(), nothing) {
        (_, true) => w.t("compare-nothing"),
        (true, _) if unread => w.t("compare-unread-heading"),
        (true, _) => w.t("compare-unchanged"),
        _ => {
            let said = it.counts.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
            super::capital(&said)
        }
    }
}

fn drawn(ask: &Ask, s: Shell, both: Both, kicker: String, base: &str, query: &str, chooser: Chooser) -> ComparePage {
    let w = ask.w();
    let why = nothing(&w, &both);
    let (old, new) = if why.is_empty() { (side(&both.old), side(&both.new)) } else { Default::default() };
    let rows = compare(&old, &new, both.sides);
    let it = shown(&w, &rows, &both.notes, both.sides);
    let pages = it.pages();
    let asked = ask.query("article");
    let wanted = ask.query("page").parse::<usize>().ok().filter(|it| *it > 0).map(|it| it - 1);
    let at = wanted.or_else(|| page_of(&pages, &asked)).unwrap_or_default().min(pages.len().saturating_sub(1));
    let address = |n: usize| {
        let parts: Vec<String> = [query.to_owned(), format!("page={}", n + 1)].into_iter().filter(|it| !it.is_empty()).collect();
        format!("{base}?{}", parts.join("&"))
    };
    let many = pages.len() > 1;
    ComparePage {
        heading: heading(&w, &it, !why.is_empty(), !chooser.unread.is_empty()),
        contents: if at == 0 { it.contents(&pages, &address) } else { Vec::new() },
        blocks: pages.get(at).cloned().unwrap_or_default(),
        here: if many { w.nx("compare-page", at + 1, pages.len()) } else { String::new() },
        back: (many && at > 0).then(|| address(at - 1)),
        on: (many && at + 1 < pages.len()).then(|| address(at + 1)),
        sheet: if query.is_empty() { format!("{base}/sheet") } else { format!("{base}/sheet?{query}") },
        counts: it.counts,
        same: it.same,
        nothing: why,
        before: both.before,
        after: both.after,
        kicker,
        chooser,
        s,
    }
}

fn sheet(ask: &Ask, both: Both, about: String, back: String) -> Answer {
    let w = ask.w();
    let why = nothing(&w, &both);
    if !why.is_empty() {
        return see(back);
    }
    let (old, new) = (side(&both.old), side(&both.new));
    let rows = compare(&old, &new, both.sides);
    let it = shown(&w, &rows, &both.notes, both.sides);
    page(&SheetPage {
        s: ask.shell(about.clone()).wide().crumb(back.clone(), w.t("compare-crumb")),
        heading: heading(&w, &it, false, false),
        about,
        before: both.before,
        after: both.after,
        blocks: it.blocks,
        counts: it.counts,
        same: it.same,
        today: ask.now().date().to_string(),
        back,
    })
}
