//! What is seen on the wall: found, and cut so that it fits.

use crate::classes::attendance::door_drawn;
use crate::classes::{Class, sessions};
use crate::discussion::boards::{self, Board, Section};
use crate::ground::{Instant, Refused};
use crate::policy::cite_label;
use crate::wall::fit::{Fit, Frame, cut};
use crate::wall::shown::{Shown, Turned};
use crate::wall::store::{self, Figure, Opinion, Photo, Practice, Tally};
use crate::web::{Ask, W};

/// A picture of the wall.
pub(super) enum Sight {
    /// Nothing of the kind is there yet: a sentence.
    Nothing(String),
    /// The door, drawn by attendance.
    Door(String),
    Question(Question),
    Opinions {
        heading: String,
        opinions: Vec<Opinion>,
        class: &'static str,
    },
    Board(BoardSight),
    Practice(PracticeSight),
    Queue(Queue),
    Difficulty(DifficultySight),
    Result {
        heading: String,
        tally: Tally,
        rest: i64,
    },
    Blank {
        name: String,
        class: &'static str,
        when: String,
        session: Option<String>,
    },
}

pub(super) struct Question {
    pub(super) text: String,
    pub(super) class: &'static str,
    pub(super) closed: bool,
    pub(super) answers: i64,
    /// Of a poll: the choice, its votes, its part of all in hundredths.
    pub(super) choices: Vec<(String, i64, i64)>,
    pub(super) choices_class: &'static str,
    pub(super) votes: i64,
    pub(super) opinions: Vec<Opinion>,
    pub(super) opinions_class: &'static str,
}

/// Lines of one section, as many as fit.
pub(super) struct Column {
    pub(super) heading: String,
    pub(super) lines: Vec<(String, i64)>,
    pub(super) class: &'static str,
    /// So many more are on the board itself.
    pub(super) more: usize,
}

pub(super) struct BoardSight {
    pub(super) name: String,
    pub(super) class: &'static str,
    pub(super) rapporteur: String,
    pub(super) presented: bool,
    pub(super) difficulties: Column,
    pub(super) others: Vec<Column>,
}

pub(super) struct PracticeSight {
    pub(super) practice: Practice,
    pub(super) title: String,
    pub(super) class: &'static str,
    pub(super) photos: Vec<Photo>,
    pub(super) figures: Vec<Figure>,
    /// Before, after, result: heading key and text.
    pub(super) texts: Vec<(&'static str, String)>,
    pub(super) texts_class: &'static str,
}

pub(super) struct Queue {
    pub(super) heading: String,
    /// Code, text, place, weight.
    pub(super) waiting: Vec<(String, String, String, i64)>,
    pub(super) class: &'static str,
    pub(super) more: usize,
    /// Key of the sentence, mark of the state, code.
    pub(super) verdicts: Vec<(String, &'static str, String)>,
}

pub(super) struct DifficultySight {
    pub(super) code: String,
    pub(super) place: String,
    pub(super) weight: i64,
    pub(super) mark: &'static str,
    pub(super) state: String,
    pub(super) text: String,
    pub(super) class: &'static str,
    pub(super) advice: String,
    pub(super) advice_class: &'static str,
    pub(super) by: String,
    pub(super) cites: Vec<String>,
}

const HEADING: Frame = Frame { width: 936, height: 95, around: 0, largest: 3 };

pub(super) async fn sight(ask: &Ask, class: &Class, turned: &Turned) -> Result<Sight, Refused> {
    let (db, w) = (ask.db(), ask.w());
    let found = match turned.shown {
        Shown::Door => door_drawn(ask, &class.id, ask.actor.runs(class.of())).await?.map(Sight::Door),
        Shown::Question => question(ask, class).await?,
        Shown::Opinions => {
            let all = store::opinions(db, &class.id, "").await?;
            let frame = Frame { width: 936, height: 390, around: 14, largest: 3 };
            let (opinions, class) = heard(all, frame);
            Some(Sight::Opinions { heading: w.t("screen-opinions-heading"), opinions, class }).filter(|_| !class.is_empty())
        }
        Shown::Board => boards::board(db, &turned.about).await?.filter(|it| it.class_id == class.id).map(|it| Sight::Board(board(&w, it))),
        Shown::Practice => practice(ask, class, &turned.about).await?,
        Shown::Queue => Some(Sight::Queue(queue(ask, class).await?)),
        Shown::Difficulty => difficulty(ask, class, &turned.about).await?,
        Shown::Result => {
            let tally = store::result(db, &class.id).await?;
            Some(Sight::Result { heading: result_heading(&w, &tally), rest: tally.raised - tally.resolved - tally.partly, tally })
        }
        Shown::Blank => Some(blank(&w, class, at_hand(ask, class).await?)),
    };
    Ok(found.unwrap_or_else(|| Sight::Nothing(w.t(&format!("screen-{}-nothing", turned.shown.name())))))
}

/// What is under way, or begins within the hour.
async fn at_hand(ask: &Ask, class: &Class) -> Result<Option<String>, Refused> {
    let now = ask.now();
    let all = sessions(ask.db(), &class.id).await?;
    let here = all.into_iter().find(|it| Instant(it.starts_at.0 - 3_600_000) <= now && now < it.ends_at);
    Ok(here.map(|it| ask.w().xy("screen-session", it.ordinal, cut(&it.topic, 140))))
}

pub(super) fn blank(w: &W, class: &Class, session: Option<String>) -> Sight {
    let frame = Frame { width: 936, height: 230, around: 0, largest: 1 };
    Sight::Blank {
        class: frame.class(&class.name),
        name: class.name.clone(),
        when: w.xy("screen-when", class.dates(), &class.venue),
        session,
    }
}

/// As many opinions as fit, and their size.
pub(super) fn heard(all: Vec<Opinion>, frame: Frame) -> (Vec<Opinion>, &'static str) {
    let mut all: Vec<Opinion> = all.into_iter().map(|it| Opinion { text: cut(&it.text, 260), ..it }).collect();
    let Fit { class, texts } = frame.fit(&lengths(all.iter().map(|it| it.text.as_str())));
    all.truncate(texts);
    if all.is_empty() { (all, "") } else { (all, class) }
}

fn lengths<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    texts.map(|it| it.chars().count()).collect()
}

async fn question(ask: &Ask, class: &Class) -> Result<Option<Sight>, Refused> {
    let Some(asked) = store::question(ask.db(), &class.id).await? else { return Ok(None) };
    let (choices, opinions) = if asked.poll {
        (store::poll(ask.db(), &asked.id).await?, Vec::new())
    } else {
        (Vec::new(), store::opinions(ask.db(), &class.id, &asked.id).await?)
    };
    Ok(Some(Sight::Question(asked_now(&asked, choices, opinions))))
}

pub(super) fn asked_now(asked: &store::Question, choices: Vec<(String, i64)>, opinions: Vec<Opinion>) -> Question {
    let height = if choices.is_empty() && opinions.is_empty() { 420 } else { 170 };
    let frame = Frame { width: 936, height, around: 0, largest: 1 };
    let text = cut(&asked.text, frame.most());
    let votes: i64 = choices.iter().map(|it| it.1).sum();
    let choices: Vec<(String, i64, i64)> =
        choices.into_iter().take(8).map(|(text, n)| (cut(&text, 90), n, if votes == 0 { 0 } else { n * 100 / votes })).collect();
    let bars = Frame { width: 400, height: 260, around: 4, largest: 4 };
    let choices_class = bars.fit(&lengths(choices.iter().map(|it| it.0.as_str()))).class;
    let (opinions, opinions_class) = heard(opinions, Frame { width: 936, height: 240, around: 14, largest: 4 });
    Question {
        class: frame.class(&text),
        text,
        closed: asked.closed,
        answers: asked.answers,
        choices,
        choices_class,
        votes,
        opinions,
        opinions_class,
    }
}

pub(super) fn board(w: &W, board: Board) -> BoardSight {
    let column = |section: Section, frame: Frame, most: usize| {
        let lines = board.section(section);
        let texts: Vec<(String, i64)> = lines.iter().map(|it| (cut(&it.text, most), it.weight)).collect();
        let fit = frame.fit(&lengths(texts.iter().map(|it| it.0.as_str())));
        Column {
            heading: w.t(section.word()),
            class: fit.class,
            more: lines.len().saturating_sub(fit.texts),
            lines: texts.into_iter().take(fit.texts).collect(),
        }
    };
    let side = Frame { width: 330, height: 140, around: 4, largest: 4 };
    BoardSight {
        class: HEADING.class(&board.name),
        difficulties: column(Section::Difficulty, Frame { width: 510, height: 325, around: 5, largest: 3 }, 190),
        others: vec![column(Section::Story, side, 135), column(Section::Try, side, 135)],
        rapporteur: board.rapporteur.clone(),
        presented: board.is_presented(),
        name: board.name,
    }
}

async fn practice(ask: &Ask, class: &Class, id: &str) -> Result<Option<Sight>, Refused> {
    let Some(practice) = store::practice(ask.db(), &class.id, id).await? else { return Ok(None) };
    let photos = store::photos(ask.db(), id).await?;
    let figures = store::figures(ask.db(), id).await?;
    Ok(Some(Sight::Practice(practised(practice, photos, figures))))
}

/// One photo of before and one of after, if there are; else the first two.
pub(super) fn practised(practice: Practice, photos: Vec<Photo>, figures: Vec<Figure>) -> PracticeSight {
    let of = |moment: &str| photos.iter().find(|it| it.moment == moment).cloned();
    let photos = match (of("before"), of("after")) {
        (Some(before), Some(after)) => vec![before, after],
        _ => photos.into_iter().take(2).collect(),
    };
    let height = if photos.is_empty() { 330 } else { 130 } - if figures.is_empty() { 0 } else { 25 };
    let all = [("screen-before", &practice.before), ("screen-after", &practice.after), ("screen-outcome", &practice.result)];
    let texts: Vec<(&'static str, &String)> = all.into_iter().filter(|it| !it.1.is_empty()).collect();
    let frame = Frame { width: 900 / texts.len().max(1), height, around: 12, largest: 3 };
    let texts: Vec<(&'static str, String)> = texts.into_iter().map(|(word, text)| (word, cut(text, frame.most()))).collect();
    let longest = texts.iter().map(|it| it.1.chars().count()).max().unwrap_or_default();
    let title = cut(&practice.title, 150);
    PracticeSight {
        class: HEADING.class(&title),
        title,
        photos: photos.into_iter().map(|it| Photo { caption: cut(&it.caption, 70), ..it }).collect(),
        figures,
        texts_class: frame.fit(&[longest]).class,
        texts,
        practice,
    }
}

async fn queue(ask: &Ask, class: &Class) -> Result<Queue, Refused> {
    let (waiting, all) = store::waiting_count(ask.db(), &class.id).await?;
    let rows = store::waiting(ask.db(), &class.id, 12).await?;
    let verdicts = store::verdicts(ask.db(), &class.id, ask.now()).await?;
    Ok(waits(&ask.w(), (waiting, all), rows, verdicts))
}

pub(super) fn waits(w: &W, (waiting, all): (i64, i64), rows: Vec<store::Waiting>, verdicts: Vec<(String, String)>) -> Queue {
    let most = if waiting > 2 { 150 } else { 320 };
    let rows: Vec<(String, String, String, i64)> =
        rows.into_iter().filter(|it| it.for_expert).map(|it| (it.code, cut(&it.text, most), it.place, it.weight)).collect();
    let width = if verdicts.is_empty() { 936 } else { 640 };
    let fit = Frame { width, height: 370, around: 15, largest: 3 }.fit(&rows.iter().map(|it| it.1.chars().count() + 9).collect::<Vec<_>>());
    Queue {
        heading: match (waiting, all) {
            (0, 0) => w.t("screen-queue-none"),
            (0, all) => w.n("screen-queue-done", all),
            (n, all) => w.xy("screen-queue-heading", n, all),
        },
        more: usize::try_from(waiting).unwrap_or_default().saturating_sub(fit.texts),
        class: fit.class,
        waiting: rows.into_iter().take(fit.texts).collect(),
        verdicts: verdicts.into_iter().map(|(code, verdict)| (w.x(fell(&verdict), &code), mark(&verdict), code)).collect(),
    }
}

/// The key of the sentence for a verdict that has fallen.
fn fell(verdict: &str) -> &'static str {
    match verdict {
        "resolved" => "screen-fell-resolved",
        "partly" => "screen-fell-partly",
        "not" => "screen-fell-not",
        _ => "screen-fell-no-longer",
    }
}

fn mark(verdict: &str) -> &'static str {
    match verdict {
        "resolved" => "good",
        "partly" => "part",
        "not" => "now",
        _ => "off",
    }
}

async fn difficulty(ask: &Ask, class: &Class, id: &str) -> Result<Option<Sight>, Refused> {
    let db = ask.db();
    let Some(found) = store::difficulty(db, &class.id, id).await? else { return Ok(None) };
    let advice = store::advice(db, &found.id).await?;
    let cites = match &advice {
        Some(advice) => store::cites(db, &advice.id).await?,
        None => Vec::new(),
    };
    Ok(Some(Sight::Difficulty(untangled(&ask.w(), found, advice, &cites))))
}

pub(super) fn untangled(
    w: &W,
    found: store::Difficulty,
    advice: Option<store::Advice>,
    cites: &[(String, String, String, String)],
) -> DifficultySight {
    let frame = Frame { width: 936, height: if advice.is_some() { 170 } else { 400 }, around: 0, largest: 2 };
    let text = cut(&found.text, frame.most().min(420));
    let cites: Vec<String> =
        cites.iter().take(3).map(|(number, article, clause, point)| cite_label(number, article, clause, point)).collect();
    let below = Frame { width: 900, height: 215 - 30 * cites.len(), around: 0, largest: 3 };
    let (advice, by) = advice.map_or_else(|| (String::new(), String::new()), |it| (cut(&it.text, below.most()), it.by));
    let (key, mark) = match (found.state.as_str(), found.verdict.as_str()) {
        ("closed", "resolved") => ("verdict-resolved", "good"),
        ("closed", "partly") => ("verdict-partly", "part"),
        ("closed", _) => ("verdict-no-longer-needed", "off"),
        ("advised", _) => ("difficulty-state-advised", "wait"),
        ("escalated", _) => ("difficulty-state-escalated", "moved"),
        _ => ("screen-waits", "wait"),
    };
    DifficultySight {
        code: found.code,
        place: found.place,
        weight: found.weight,
        mark,
        state: w.t(key),
        class: frame.class(&text),
        text,
        advice_class: below.class(&advice),
        advice,
        by,
        cites,
    }
}

pub(super) fn result_heading(w: &W, tally: &Tally) -> String {
    if tally.raised == 0 { w.t("screen-result-none") } else { w.xy("screen-result-heading", tally.raised, tally.resolved) }
}
