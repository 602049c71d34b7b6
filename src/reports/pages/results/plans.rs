//! What became of a class's plans and verdicts: in each round after it, and to this day.

use super::{Figure, Found};
use crate::ground::Word;
use crate::ground::dates::Date;
use crate::plans::{MONTHS, Stand};
use crate::web::W;
use crate::web::picture::Part;
use crate::web::picture::{Parts, Picture, bar, part_key};

/// A round with its bar.
#[derive(Clone, Debug)]
pub(in super::super) struct RoundRow {
    pub(in super::super) name: String,
    pub(in super::super) picture: Picture,
    pub(in super::super) number: i64,
    pub(in super::super) figures: Vec<Figure>,
    /// The raisers' words until then.
    pub(in super::super) verdicts: String,
}

/// The section; nothing while no plan was presented.
#[derive(Clone, Debug)]
pub(in super::super) struct PlansView {
    pub(in super::super) caption: String,
    pub(in super::super) rows: Vec<RoundRow>,
    pub(in super::super) key: Vec<(Picture, String)>,
    pub(in super::super) to: String,
}

pub(super) fn plans_view(w: &W, found: &Found) -> Option<PlansView> {
    let counts = found.counts;
    if counts.steps == 0 {
        return None;
    }
    let base = format!("/classes/{}/plans", found.class.id);
    let most = MONTHS.iter().map(|months| sum(found, *months)).max().unwrap_or_default().max(counts.steps);
    let mut rows: Vec<RoundRow> =
        MONTHS.iter().filter(|months| sum(found, **months) > 0).map(|months| round(w, found, *months, most, &base)).collect();
    let open = [(Stand::Done, counts.done), (Stand::Late, counts.overdue), (Stand::Dropped, counts.dropped)];
    let going = counts.planned + counts.under_way - counts.overdue;
    let figures =
        open.into_iter().filter(|it| it.1 > 0).map(|(stand, n)| figure(w, stand, n, format!("{base}?state={}", stand.name()))).collect();
    rows.push(row(w, w.t("results-plans-now"), [counts.done, going, counts.overdue, counts.dropped], most, figures, String::new()));
    let caption = w.word(
        &Word::new("results-plans")
            .with("x", counts.done.to_string())
            .with("y", counts.steps.to_string())
            .with("z", counts.places.to_string()),
    );
    let key = Part::ALL.into_iter().map(|it| (part_key(it), w.t(word(it)))).collect();
    Some(PlansView { caption, rows, key, to: base })
}

fn word(part: Part) -> &'static str {
    match part {
        Part::Resolved => "step-done",
        Part::Partly => "results-plans-going",
        Part::Open => "step-late",
        Part::Dropped => "step-dropped",
    }
}

fn sum(found: &Found, months: i64) -> i64 {
    found.rounds.iter().filter(|it| it.months == months).map(|it| it.count).sum()
}

fn round(w: &W, found: &Found, months: i64, most: i64, base: &str) -> RoundRow {
    let of =
        |stand: Stand| found.rounds.iter().filter(|it| it.months == months && it.stand == stand.name()).map(|it| it.count).sum::<i64>();
    let day = found.rounds.iter().find(|it| it.months == months).and_then(|it| Date::from_iso(&it.due_on).ok());
    let name = w.nx("results-plans-round", months, day.map(|it| it.to_string()).unwrap_or_default());
    let figures = Stand::ALL
        .iter()
        .map(|stand| (*stand, of(*stand)))
        .filter(|it| it.1 > 0)
        .map(|(stand, n)| figure(w, stand, n, format!("{base}?state={}&round={months}", stand.name())))
        .collect();
    let parts = [of(Stand::Done), of(Stand::UnderWay) + of(Stand::Planned), of(Stand::Late), of(Stand::Dropped)];
    row(w, name, parts, most, figures, verdicts(w, found, months))
}

fn figure(w: &W, stand: Stand, n: i64, to: String) -> Figure {
    Figure { name: w.t(stand.word()), number: n.to_string(), to }
}

fn row(w: &W, name: String, [done, going, late, dropped]: [i64; 4], most: i64, figures: Vec<Figure>, verdicts: String) -> RoundRow {
    let n = |it: i64| u32::try_from(it).unwrap_or_default();
    let title = Word::new("results-plans-bar").with("x", &name).with("a", done.to_string()).with("b", going.to_string());
    let title = w.word(&title.with("c", late.to_string()).with("d", dropped.to_string()));
    let parts = Parts { resolved: n(done), partly: n(going), open: n(late), dropped: n(dropped) };
    RoundRow { name, picture: bar(&title, parts, n(most)), number: done + going + late + dropped, figures, verdicts }
}

/// `Vướng mắc khi đó: 12 đã gỡ, 9 gỡ một phần, …`
fn verdicts(w: &W, found: &Found, months: i64) -> String {
    let words = [
        ("resolved", "results-verdicts-resolved"),
        ("partly", "results-verdicts-partly"),
        ("not", "results-verdicts-not"),
        ("no_longer_needed", "results-verdicts-no-longer"),
        ("", "results-verdicts-none"),
    ];
    let of = |verdict: &str| found.verdicts.iter().filter(|it| it.0 == months && it.1 == verdict).map(|it| it.2).sum::<i64>();
    let said: Vec<String> =
        words.iter().map(|(verdict, word)| (of(verdict), *word)).filter(|it| it.0 > 0).map(|(n, word)| w.n(word, n)).collect();
    if said.is_empty() { String::new() } else { w.x("results-verdicts", said.join(", ")) }
}
