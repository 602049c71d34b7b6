//! An item as it is shown: the words of its parts without names that are not to stand there, its photo, its figures.

use super::super::item::{Figures, Part, State};
use super::super::naming::without;
use super::super::store::{self, Item, Photo};
use crate::classes::Class;
use crate::db::Run;
use crate::ground::dates::Date;
use crate::ground::numbers::{grouped, percent};
use crate::ground::{Instant, Problem};
use crate::web::W;

/// One step of the way of the difficulties.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) look: &'static str,
    pub(super) name: String,
    pub(super) path: String,
}

/// What the page `item.html` draws.
#[derive(Clone)]
pub(super) struct Shown {
    /// The item's own words are Vietnamese.
    pub(super) vi: W,
    pub(super) code: String,
    pub(super) province: String,
    pub(super) headline: String,
    pub(super) lead: String,
    pub(super) paragraphs: Vec<String>,
    /// Those who are named, as a sentence; or empty.
    pub(super) persons: String,
    pub(super) photo: Option<Photo>,
    /// What is counted, and how many.
    pub(super) figures: Vec<(String, String)>,
    pub(super) finding: String,
    pub(super) shares: Vec<Share>,
    pub(super) raised: String,
    pub(super) drawn_on: Date,
    pub(super) released_at: Option<Instant>,
    pub(super) edited_at: Instant,
    /// Was changed after its release.
    pub(super) is_revised: bool,
    pub(super) invented: bool,
}

/// Four queries, whatever the item has.
pub(super) async fn shown(run: &impl Run, vi: W, class: &Class, item: &Item) -> Result<Shown, Problem> {
    let veiled = store::veiled(run, &class.id).await?;
    let persons: Vec<String> = store::named(run, &class.id).await?.iter().map(store::Named::line).collect();
    let photos = if item.photo.is_some() { store::photos(run, &class.id).await? } else { Vec::new() };
    let invented = store::is_invented(run, &class.id).await?;
    let photo = photos.into_iter().find(|it| item.photo.as_deref() == Some(it.id.as_str()));
    Ok(draw(vi, class, item, &veiled, &persons, photo, invented))
}

pub(super) fn draw(
    vi: W,
    class: &Class,
    item: &Item,
    veiled: &[String],
    persons: &[String],
    photo: Option<Photo>,
    invented: bool,
) -> Shown {
    let veiled: Vec<&str> = veiled.iter().map(String::as_str).collect();
    let text = |part: Part| without(item.pieces.iter().find(|it| it.part == part).map_or("", |it| &it.text), &veiled);
    let body = Part::ALL.into_iter().filter(|it| !it.is_needed()).map(text);
    let paragraphs = body.flat_map(|it| it.lines().map(str::to_owned).collect::<Vec<_>>()).filter(|it| !it.trim().is_empty()).collect();
    let persons = if persons.is_empty() { String::new() } else { vi.x("news-persons", persons.join("; ")) };
    let of = item.figures;
    let released_at = item.released_at.filter(|_| item.state == State::Released);
    Shown {
        code: class.code.clone(),
        province: class.province(),
        headline: text(Part::Headline),
        lead: text(Part::Lead),
        paragraphs,
        persons,
        photo,
        figures: figures(&vi, of),
        finding: finding(&vi, of),
        shares: shares(&vi, of),
        raised: grouped(of.raised),
        drawn_on: item.drawn_at.date(),
        is_revised: released_at.is_some_and(|it| item.edited_at > it),
        released_at,
        edited_at: item.edited_at,
        invented,
        vi,
    }
}

fn figures(vi: &W, of: Figures) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        [(of.people, "news-figure-people"), (of.communes, "news-figure-communes"), (of.raised, "news-figure-raised")]
            .into_iter()
            .filter(|it| it.0 > 0)
            .map(|(n, word)| (vi.t(word), grouped(n)))
            .collect();
    match percent(of.resolved, of.raised).filter(|_| of.mostly_resolved()) {
        Some(share) => all.push((vi.t("news-figure-resolved"), share)),
        None if of.advised > 0 => all.push((vi.t("news-figure-advised"), grouped(of.advised))),
        None => {}
    }
    all
}

/// What the picture says; empty: there is none.
fn finding(vi: &W, of: Figures) -> String {
    let (resolved, raised) = (grouped(of.resolved), grouped(of.raised));
    if of.raised < 1 || of.advised < 1 {
        String::new()
    } else if of.mostly_resolved() {
        vi.xy("news-finding", resolved, raised)
    } else if of.sent * 2 >= of.raised {
        vi.xy("news-finding-sent", grouped(of.sent), raised)
    } else {
        vi.xy("news-finding-advised", grouped(of.advised), raised)
    }
}

/// The parts of one bar, from left to right.
fn shares(vi: &W, of: Figures) -> Vec<Share> {
    let parts = [
        (of.resolved, "good", "news-share-resolved"),
        (of.partly, "part", "news-share-partly"),
        (of.sent, "wait", "news-share-sent"),
        (of.dropped, "off", "news-share-dropped"),
        (of.rest(), "now", "news-share-rest"),
    ];
    let whole = parts.iter().map(|it| it.0).sum::<i64>().max(1);
    let mut from = 0;
    let mut all = Vec::new();
    for (n, look, word) in parts.into_iter().filter(|it| it.0 > 0) {
        let (start, end) = (from * 1000 / whole, (from + n) * 1000 / whole);
        from += n;
        // A little air between the parts, so that they can be told apart without colour.
        let width = if from == whole { end - start } else { (end - start - 6).max(4) };
        all.push(Share { look, name: vi.x(word, grouped(n)), path: format!("M{start} 0h{width}v10h-{width}z") });
    }
    all
}
