//! The verbs on texts: keeping one, carrying out what a document orders in others, settling by hand what could not be.
//!
//! They work inside a transaction of whoever calls. A verb parses; the events carry what was understood.

use super::{allowed, keep_document, relate};
use crate::db::{Db, Deed, Tx};
use crate::ground::{Invalid, Refused, Word, child_id};
use crate::policy::carrying::{Change, carry, merged};
use crate::policy::document::Document;
use crate::policy::event::{LEFT, Left, LeftOver, REWORDED, Reworded, SETTLED, Settled, TEXT_KEPT, TextKept};
use crate::policy::law::{self, Amendment, Named, Target, Unapplied, amendments, parse};
use crate::policy::mention::{mentions, named};
use crate::policy::provision::place_label;
use crate::policy::relation::{Effect, NewRelation};
use crate::policy::{NewDocument, store, wording};
use crate::web::Actor;
use std::collections::HashSet;

/// A text as a person or a file brings it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewText {
    pub file_name: String,
    /// `docx`, `html`, `plain`, `paste`
    pub format: String,
    pub encoding: String,
    pub text: String,
}

/// What was done with what a document orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CarriedOut {
    /// Orders carried out.
    pub done: usize,
    /// Provisions that read otherwise now.
    pub provisions: usize,
    /// Orders left for a person.
    pub left: usize,
}

/// Keeps the text of a document, with its parts and what it cites; of two texts the later one counts, and what others have reworded
/// since stays. Returns the number of articles.
pub async fn keep_text(tx: &mut Tx, deed: &Deed, document: &str, new: NewText) -> Result<usize, Refused> {
    let this = store::document(tx, document).await?.ok_or(Refused::Absent)?;
    if new.text.trim().is_empty() {
        return Err(Invalid::field("text", "text-missing").into());
    }
    let known = store::documents(tx).await?;
    let read = parse(&new.text);
    let parts = wording::parts(&new.text, &read);
    let articles = parts.iter().filter(|it| it.level == "article").count();
    let mentions = mentions(&new.text, &read, &this, &known);
    let body = TextKept { file_name: new.file_name, format: new.format, encoding: new.encoding, parts, mentions, text: new.text };
    tx.record(deed, TEXT_KEPT, document, None, &body).await?;
    Ok(articles)
}

/// Carries out what the kept text of a document orders in others, from the day it applies: the relation of each provision, and its new
/// wording where the library has the text it changes; the rest is left for a person. What was done before is not done again.
pub async fn carry_out(tx: &mut Tx, deed: &Deed, by: &str) -> Result<CarriedOut, Refused> {
    let this = store::document(tx, by).await?.ok_or(Refused::Absent)?;
    let Some(kept) = store::text(tx, by).await? else { return Err(Invalid::field("text", "text-missing").into()) };
    let read = parse(&kept.text);
    let orders = amendments(&kept.text, &read);
    if orders.is_empty() {
        return Ok(CarriedOut::default());
    }
    let Some(on) = this.effective_on.clone() else { return Err(Invalid::field("effective_on", "text-day-needed").into()) };
    let known = store::documents(tx).await?;
    let ids = format!(",{},", known.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(","));
    let with_text: HashSet<String> = store::with_text(tx, &ids).await?.into_iter().collect();
    let before = store::leftovers(tx, by).await?;
    let mut done: HashSet<Option<String>> = store::carried(tx, by).await?.into_iter().map(Some).collect();
    done.extend(before.iter().filter(|it| it.why != "no-text").map(|it| it.to_id.clone()));
    let waited: HashSet<Option<String>> = before.iter().filter(|it| it.why == "no-text").map(|it| it.to_id.clone()).collect();

    let mut of: Vec<(Option<&Document>, Vec<usize>)> = Vec::new();
    for (at, order) in orders.iter().enumerate() {
        let to = named(&order.target.document, &this, &known).filter(|it| it.id != this.id);
        match of.iter_mut().find(|(known, _)| known.map(|it| &it.id) == to.map(|it| &it.id)) {
            Some((_, all)) => all.push(at),
            None => of.push((to, vec![at])),
        }
    }
    let work = Work { deed, this: &this, text: &kept.text, orders: &orders, on: &on };
    let mut out = CarriedOut::default();
    let mut left = Vec::new();
    for (to, all) in of {
        let id = to.map(|it| it.id.clone());
        let has_text = id.as_ref().is_some_and(|id| with_text.contains(id));
        if done.contains(&id) || (waited.contains(&id) && !has_text) {
            continue;
        }
        let Some(to) = to else {
            left.extend(all.into_iter().map(|at| (at, None, "other-document")));
            continue;
        };
        for at in &all {
            work.relate(tx, to, *at).await?;
        }
        // What was left of these before is done now, or is left again for a better reason.
        let told: HashSet<&str> = all.iter().filter_map(|at| orders.get(*at)).map(|it| it.instruction.of(&kept.text)).collect();
        let waited = before.iter().filter(|it| it.settled_at.is_none() && matches!(it.why.as_str(), "no-text" | "other-document"));
        let ready: Vec<String> = waited.filter(|it| told.contains(it.told.as_str())).map(|it| it.id.clone()).collect();
        if !ready.is_empty() {
            let body = Settled { leftovers: ready, how: "carried-out".into() };
            tx.record(&deed.part(&format!("ready/{}", to.id)), SETTLED, by, None, &body).await?;
        }
        if !has_text {
            let parts = all.into_iter().filter(|at| orders.get(*at).is_some_and(|it| !is_whole(it)));
            left.extend(parts.map(|at| (at, Some(to.id.clone()), "no-text")));
            continue;
        }
        let (done, more) = work.reword(tx, to, &all).await?;
        out.done += done.done;
        out.provisions += done.provisions;
        left.extend(more.into_iter().map(|(at, why)| (at, Some(to.id.clone()), why)));
    }
    left.sort_by_key(|it| it.0);
    out.left = left.len();
    if !left.is_empty() {
        let items = left.into_iter().map(|(at, to, why)| work.left(at, to, why)).collect();
        tx.record(&deed.part("left"), LEFT, by, None, &LeftOver { items }).await?;
    }
    Ok(out)
}

/// Orders that end a whole document change none of its wordings.
fn is_whole(order: &Amendment) -> bool {
    order.deed == law::Deed::Repeals && order.target.article.is_none() && order.target.annex.is_none() && order.target.chapter.is_none()
}

struct Work<'a> {
    deed: &'a Deed,
    this: &'a Document,
    text: &'a str,
    orders: &'a [Amendment],
    on: &'a str,
}

impl Work<'_> {
    fn order(&self, at: usize) -> Option<(&Amendment, String)> {
        self.orders.get(at).map(|it| (it, label(&it.by)))
    }

    /// The relation of one order, unless it is known.
    async fn relate(&self, tx: &mut Tx, to: &Document, at: usize) -> Result<(), Refused> {
        let Some((order, basis)) = self.order(at) else { return Ok(()) };
        let [article, clause, point] = place(&order.target);
        // A whole document is amended in parts that the wordings tell.
        if article.is_empty() && !is_whole(order) {
            return Ok(());
        }
        let effect = if order.deed == law::Deed::Repeals { Effect::Repeals } else { Effect::Amends };
        let new = NewRelation { article, clause, point, ..self.relation(to, effect, basis) };
        match relate(tx, &self.deed.part(&format!("relation/{}/{at}", to.id)), new).await {
            Err(Refused::Invalid(_)) => Ok(()),
            other => other.map(|_| ()),
        }
    }

    fn relation(&self, to: &Document, effect: Effect, basis: String) -> NewRelation {
        NewRelation {
            from_id: self.this.id.clone(),
            effect,
            to_id: to.id.clone(),
            basis,
            on_date: self.on.to_owned(),
            mark: "checked".into(),
            ..NewRelation::default()
        }
    }

    /// The new wordings of one document, each order's in an event of its clause.
    async fn reword(&self, tx: &mut Tx, to: &Document, all: &[usize]) -> Result<(CarriedOut, Vec<(usize, &'static str)>), Refused> {
        let now = store::wordings(tx, &to.id, self.on).await?;
        let chosen: Vec<Amendment> = all.iter().filter_map(|at| self.orders.get(*at)).cloned().collect();
        let carried = carry(&now, &chosen, self.text);
        let mut out = CarriedOut { done: carried.done.len(), ..CarriedOut::default() };
        // An older amendment that came in after a newer one: whether the newer text wants it too is for a person.
        let later: HashSet<String> = store::wording_changes(tx, &to.id, self.on, "9999-12-31")
            .await?
            .into_iter()
            .filter(|it| it.from_on.as_str() > self.on)
            .map(|it| it.sort)
            .collect();
        let mut left: Vec<(usize, &'static str)> = Vec::new();
        let mut by_basis: Vec<(String, Vec<Change>)> = Vec::new();
        for (n, changes) in carried.done {
            let Some((order, basis)) = all.get(n).and_then(|at| self.order(*at)) else { continue };
            if changes.iter().any(|it| later.contains(&it.sort)) {
                left.extend(all.get(n).map(|at| (*at, "later")));
            }
            if order.target.article.is_none() {
                self.relate_each(tx, to, &basis, &changes).await?;
            }
            match by_basis.iter_mut().find(|it| it.0 == basis) {
                Some((_, known)) => known.extend(changes),
                None => by_basis.push((basis, changes)),
            }
        }
        for (basis, changes) in by_basis {
            let changes = merged(changes);
            out.provisions += changes.len();
            let body = Reworded { document_id: to.id.clone(), by_id: self.this.id.clone(), on_date: self.on.to_owned(), basis, changes };
            tx.record(&self.deed.part(&format!("reworded/{}/{}", to.id, body.basis)), REWORDED, &to.id, None, &body).await?;
        }
        left.extend(carried.left.into_iter().filter_map(|(n, why)| all.get(n).map(|at| (*at, why_not(why)))));
        Ok((out, left))
    }

    /// An order for a whole document touches the clauses in which it changed something.
    async fn relate_each(&self, tx: &mut Tx, to: &Document, basis: &str, changes: &[Change]) -> Result<(), Refused> {
        for it in changes.iter().filter(|it| !it.article.is_empty()) {
            let (article, clause, point) = (it.article.clone(), it.clause.clone(), it.point.clone());
            let new = NewRelation { article, clause, point, ..self.relation(to, Effect::Amends, basis.to_owned()) };
            match relate(tx, &self.deed.part(&format!("relation/{}/{basis}/{}", to.id, it.sort)), new).await {
                Ok(_) | Err(Refused::Invalid(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn left(&self, at: usize, to_id: Option<String>, why: &str) -> Left {
        let (order, basis) = self.order(at).map_or((None, String::new()), |(order, basis)| (Some(order), basis));
        let [article, clause, point] = order.map(|it| place(&it.target)).unwrap_or_default();
        Left {
            id: child_id(&self.deed.id, &format!("left/{at}")),
            to_id,
            article,
            clause,
            point,
            told: order.map(|it| it.instruction.of(self.text).to_owned()).unwrap_or_default(),
            basis,
            why: why.to_owned(),
            sort: i64::try_from(at).unwrap_or_default(),
        }
    }
}

fn place(target: &Target) -> [String; 3] {
    [&target.article, &target.clause, &target.point].map(|it| it.as_deref().unwrap_or_default().to_lowercase())
}

fn label(target: &Target) -> String {
    let [article, clause, point] = place(target);
    place_label(&article, &clause, &point)
}

/// As stored.
fn why_not(why: Unapplied) -> &'static str {
    match why {
        Unapplied::OtherDocument => "other-document",
        Unapplied::NotFound => "not-found",
        Unapplied::AlreadyThere => "already-there",
        Unapplied::PhraseNotFound => "phrase-not-found",
        Unapplied::PhraseTwice => "phrase-twice",
        Unapplied::NoNewText => "no-new-text",
        Unapplied::OtherNumber => "other-number",
        Unapplied::LeavesOut => "leaves-out",
        Unapplied::ByHand => "by-hand",
    }
}

/// How a person settles what was left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settling {
    /// Nothing has to be changed in the text.
    NoChange,
    /// The provision reads so from the day the amending document applies.
    Worded { place: [String; 3], text: String },
    /// The provision is repealed.
    Repealed { place: [String; 3] },
}

/// A person settles one: by the new text of a provision, which goes the same way as a mechanical one, or by saying that none is needed.
pub async fn settle(tx: &mut Tx, deed: &Deed, leftover: &str, how: Settling) -> Result<(), Refused> {
    let it = store::leftover(tx, leftover).await?.ok_or(Refused::Absent)?;
    if it.settled_at.is_some() {
        return Ok(());
    }
    let (name, place, deed_of, text) = match how {
        Settling::NoChange => ("no-change", None, law::Deed::Amends, String::new()),
        Settling::Worded { place, text } => ("worded", Some(place), law::Deed::Amends, text),
        Settling::Repealed { place } => ("worded", Some(place), law::Deed::Repeals, String::new()),
    };
    if let Some([article, clause, point]) = place {
        let by = store::document(tx, &it.by_id).await?.ok_or(Refused::Absent)?;
        let to_id = it.to_id.clone().ok_or_else(|| Invalid::field("place", "leftover-no-document"))?;
        let to = store::document(tx, &to_id).await?.ok_or(Refused::Absent)?;
        let Some(on) = by.effective_on.clone() else { return Err(Invalid::field("effective_on", "text-day-needed").into()) };
        let some = |it: &String| Some(it.clone()).filter(|it| !it.is_empty());
        let target =
            Target { document: Named::Unknown, article: some(&article), clause: some(&clause), point: some(&point), ..Target::default() };
        let now = store::wordings(tx, &to_id, &on).await?;
        let stands = now.iter().any(|it| it.article == article && it.clause == clause && it.point == point && !it.is_repealed());
        let typed = text.trim();
        if typed.is_empty() && deed_of != law::Deed::Repeals {
            return Err(Invalid::field("text", "text-missing").into());
        }
        let order = Amendment {
            deed: if stands || deed_of == law::Deed::Repeals { deed_of } else { law::Deed::Inserts },
            target,
            after: None,
            new_text: Some(law::Span::new(0, typed.len())),
            old_phrase: None,
            new_phrase: None,
            instruction: law::Span::default(),
            by: Target::default(),
        };
        let carried = carry(&now, std::slice::from_ref(&order), typed);
        if let Some((_, why)) = carried.left.first() {
            let mut wrong = Invalid::default();
            wrong.add("text", Word::new("leftover-cannot").with("x", why_not(*why)));
            return Err(wrong.into());
        }
        let changes = merged(carried.done.into_iter().flat_map(|it| it.1).collect());
        if changes.is_empty() {
            return Err(Invalid::field("text", "leftover-same").into());
        }
        let orders = [order];
        let work = Work { deed, this: &by, text: typed, orders: &orders, on: &on };
        let effect = if deed_of == law::Deed::Repeals { Effect::Repeals } else { Effect::Amends };
        let new = NewRelation { article, clause, point, ..work.relation(&to, effect, it.basis.clone()) };
        match relate(tx, &deed.part("relation"), new).await {
            Ok(_) => {}
            // Already known: the wording is what was missing.
            Err(Refused::Invalid(wrong)) if wrong.at("other").is_some() => {}
            Err(other) => return Err(other),
        }
        let body = Reworded { document_id: to_id.clone(), by_id: by.id.clone(), on_date: on, basis: it.basis.clone(), changes };
        tx.record(&deed.part("reworded"), REWORDED, &to_id, None, &body).await?;
    }
    let body = Settled { leftovers: vec![it.id], how: name.into() };
    tx.record(deed, SETTLED, &it.by_id, None, &body).await?;
    Ok(())
}

/// A document with its text, as the librarian confirmed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    pub document: NewDocument,
    pub text: NewText,
    /// Carry out what it orders in others.
    pub carry: bool,
}

/// A person brings a document in: it is kept (or corrected, where `document.id` says which), its text, and what it orders; and what kept
/// documents order in it and could not be carried out while it was not there.
pub async fn bring(db: &Db, actor: &Actor, deed: &Deed, new: Brought) -> Result<(String, CarriedOut), Refused> {
    allowed(actor)?;
    let mut tx = db.begin().await?;
    let id = keep_document(&mut tx, deed, new.document).await?;
    keep_text(&mut tx, &deed.part("text"), &id, new.text).await?;
    let mut out = CarriedOut::default();
    if new.carry {
        out = carry_out(&mut tx, &deed.part("carry"), &id).await?;
    }
    for by in store::waiting_for(&tx, &id).await? {
        let more = carry_out(&mut tx, &deed.part(&format!("carry/{by}")), &by).await?;
        out.provisions += more.provisions;
        out.left += more.left;
    }
    tx.commit().await?;
    Ok((id, out))
}

/// A person carries out what a kept document orders.
pub async fn carry_out_now(db: &Db, actor: &Actor, deed: &Deed, by: &str) -> Result<CarriedOut, Refused> {
    allowed(actor)?;
    let mut tx = db.begin().await?;
    let out = carry_out(&mut tx, deed, by).await?;
    tx.commit().await?;
    Ok(out)
}

/// A person settles what was left over.
pub async fn settle_now(db: &Db, actor: &Actor, deed: &Deed, leftover: &str, how: Settling) -> Result<(), Refused> {
    allowed(actor)?;
    let mut tx = db.begin().await?;
    settle(&mut tx, deed, leftover, how).await?;
    tx.commit().await?;
    Ok(())
}
