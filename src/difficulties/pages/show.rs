//! One difficulty: what it is, how it stands, what is next for the reader, what was advised, all that happened.

use super::choices::{ExpertChoice, experts, levels, same, verdicts};
use super::history::{CitedRow, Happened, ReviewRow, cited, confirmed, happened, reviewed};
use super::next::Next;
use super::similar::NearRow;
use super::{Choice, Wrong, mark};
use crate::difficulties::difficulty::{Standing, Verb, Verdict, may};
use crate::difficulties::store::{self, Advice, Cited, Difficulty};
use crate::ground::dates::Date;
use crate::ground::{Invalid, Refused};
use crate::policy::Cite;
use crate::web::{Answer, Ask, Form, Shell, W, again, page};
use askama::Template;
use axum::extract::Path;

/// An advice, with its clauses.
pub(in crate::difficulties) struct AdviceView {
    pub(super) by: String,
    pub(super) when: String,
    pub(super) text: String,
    pub(super) warning: String,
    pub(super) cited: Vec<CitedRow>,
}

impl AdviceView {
    fn of(it: &Advice, citations: &[Cited], w: &W) -> Self {
        Self {
            by: if it.expert.is_empty() { w.t("difficulty-nobody") } else { it.expert.clone() },
            when: it.at.to_string(),
            text: it.text.clone(),
            warning: it.warning.clone(),
            cited: cited(citations, &it.id, w),
        }
    }
}

/// What was sent to an authority.
pub(in crate::difficulties) struct SentView {
    pub(super) sentence: String,
    pub(super) late: bool,
    pub(super) reason: String,
    pub(super) number: String,
    pub(super) answer: String,
}

/// What the reader may do, as the page asks.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one form of the page")]
pub(in crate::difficulties) struct Can {
    pub(super) leave: bool,
    pub(super) ask: bool,
    pub(super) clarify: bool,
    pub(super) merge: bool,
    pub(super) assign: bool,
    pub(super) take: bool,
    pub(super) advise: bool,
    pub(super) escalate: bool,
    pub(super) answer: bool,
    pub(super) verdict: bool,
    pub(super) reopen: bool,
    pub(super) publish: bool,
    pub(super) unpublish: bool,
    pub(super) confirm: bool,
}

impl Can {
    fn of(it: &Difficulty, who: Standing) -> Self {
        let may = |verb| may(verb, it.stands(), who);
        Self {
            leave: may(Verb::Leave),
            ask: may(Verb::AskClarification),
            clarify: may(Verb::Clarify),
            merge: may(Verb::Merge),
            assign: may(Verb::Assign),
            take: may(Verb::Take),
            advise: may(Verb::Advise),
            escalate: may(Verb::Escalate),
            answer: may(Verb::Answer),
            verdict: Verdict::ALL.iter().any(|verdict| may(Verb::GiveVerdict(*verdict))),
            reopen: may(Verb::Reopen),
            publish: may(Verb::Publish),
            unpublish: may(Verb::Unpublish),
            confirm: may(Verb::ConfirmReview),
        }
    }

    /// Every form, for drawing a sample.
    pub(super) fn everything() -> Self {
        Self {
            leave: true,
            ask: true,
            clarify: true,
            merge: true,
            assign: true,
            take: true,
            advise: true,
            escalate: true,
            answer: true,
            verdict: true,
            reopen: true,
            publish: true,
            unpublish: true,
            confirm: true,
        }
    }

    fn tools(self) -> bool {
        self.ask || self.merge || self.assign || self.take || self.escalate || self.publish || self.unpublish
    }
}

#[derive(Template)]
#[template(path = "difficulties/pages/show.html")]
#[expect(clippy::struct_excessive_bools, reason = "a page shows several things that are or are not so")]
pub(super) struct ShowPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    pub(super) rest: String,
    pub(super) mark: &'static str,
    pub(super) state: String,
    pub(super) facts: Vec<String>,
    pub(super) needs_review: bool,
    pub(super) next: Next,
    pub(super) next_sentence: Option<String>,
    pub(super) raiser: bool,
    pub(super) merged_into: Option<(String, String)>,
    pub(super) details: Vec<(String, String)>,
    /// Who asked what, and was not answered yet.
    pub(super) asked: Vec<(String, String)>,
    pub(super) advice: Option<AdviceView>,
    pub(super) reviews: Vec<ReviewRow>,
    /// Who last read the advice again and found it still right, and when; or empty.
    pub(super) confirmed: String,
    pub(super) sent: Vec<SentView>,
    pub(super) verdict_reason: String,
    /// Resolved only partly: what the reason says is still in the way.
    pub(super) partly: bool,
    pub(super) verdicts: Vec<Choice>,
    pub(super) levels: Vec<Choice>,
    pub(super) experts: Vec<ExpertChoice>,
    pub(super) near: Vec<NearRow>,
    pub(super) published: bool,
    pub(super) can: Can,
    pub(super) history: Vec<Happened>,
    pub(super) wrong: Wrong,
    /// Which disclosure is open: the form that came back.
    pub(super) open: &'static str,
    pub(super) form: Form,
}

/// The raiser's verdict: where it stands depends on whether it is what comes next.
#[derive(Template)]
#[template(path = "difficulties/pages/verdict.html")]
pub(super) struct VerdictForm {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) raiser: bool,
    pub(super) verdicts: Vec<Choice>,
    pub(super) wrong: Wrong,
    pub(super) wrong_reason: bool,
    pub(super) reason: String,
    pub(super) quiet: &'static str,
}

/// `GET /difficulties/{difficulty}`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    let open = match ask.query("open").as_str() {
        "assign" => "assign",
        "merge" => "merge",
        _ => "",
    };
    let view = view(&ask, &id, Wrong::default(), open, Form::default()).await?;
    page(&view)
}

/// The page again, with what was typed, after a form that the person can mend.
pub(super) async fn mend(ask: &Ask, id: &str, invalid: &Invalid, open: &'static str, form: Form) -> Answer {
    let reason = match open {
        "verdict" => "verdict-reason",
        "reopen" => "again",
        _ => "reason",
    };
    let wrong = Wrong::of(invalid, &ask.w()).anchored("reason", reason);
    again(&view(ask, id, wrong, open, form).await?)
}

/// Reads and draws: a number of queries that does not depend on how much there is. What one may do is read off the same rows.
async fn view(ask: &Ask, id: &str, wrong: Wrong, open: &'static str, form: Form) -> Result<ShowPage, Refused> {
    let db = ask.db();
    let w = ask.w();
    let it = store::difficulty(db, id).await?.filter(|it| ask.actor.sees(it.class())).ok_or(Refused::Absent)?;
    let joined = store::joined(db, id).await?;
    let who = it.standing(&ask.actor, ask.actor.is_known() && joined.iter().any(|one| one.person_id == ask.actor.id()));
    let hidden = it.is_hidden_from(&ask.actor);
    let advices = store::advices(db, id).await?;
    let (citations, reviews) = if advices.is_empty() {
        Default::default()
    } else {
        (store::citations(db, id, ask.now().date()).await?, store::reviews(db, id).await?)
    };
    let store::Beside { asked, sent, reason, merged } = store::beside(db, id).await?;
    let lines = store::history(db, id).await?;
    let verdict_reason = if it.verdict.is_some() { reason } else { String::new() };
    let can = Can::of(&it, who);
    let mut from: Vec<String> = joined.iter().filter(|_| who.staff()).map(|one| one.place.clone()).collect();
    from.dedup();
    let mut places: Vec<&str> = joined.iter().map(|one| one.place_id.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    let next = Next::of(&it, who, ask.now());
    // What is chosen from is asked for only where it is chosen.
    let experts = if can.assign && (open == "assign" || next == Next::Assign) { experts(ask, &it, &form, &w).await? } else { Vec::new() };
    let near = if can.merge && open == "merge" { same(ask, &it, &w).await? } else { Vec::new() };
    let standing = advices.iter().find(|advice| advice.superseded_at.is_none());
    let open_reviews: Vec<_> = reviews.iter().filter(|review| review.closed_at.is_none()).cloned().collect();
    let rewordings = if open_reviews.is_empty() { Vec::new() } else { store::rewordings(db, id).await? };
    let cites: Vec<Cite> = citations.iter().filter(|it| Some(&it.of) == standing.map(|it| &it.id)).map(|it| it.cite.clone()).collect();
    let (mark, state) = mark(it.state, it.verdict);
    let (heading, rest) = split(&it.text);
    Ok(ShowPage {
        s: ask
            .shell(format!("{}: {heading}", it.code))
            .crumb(format!("/classes/{}", it.class_id), it.class_name.clone())
            .crumb(format!("/classes/{}/difficulties", it.class_id), w.t("difficulty-crumb-list")),
        path: format!("/difficulties/{id}"),
        kicker: w.x("difficulty-kicker", &it.code),
        heading,
        rest,
        mark,
        state: w.t(state),
        facts: facts(&it, hidden, joined.len(), places.len(), &w),
        needs_review: it.needs_review,
        next_sentence: next.word(who.raiser).map(|word| w.t(word)),
        raiser: who.raiser,
        merged_into: it.merged_into.clone().map(|into| (format!("/difficulties/{into}"), it.merged_code.clone())),
        details: with_joined(details(&it, hidden, &w), &from, &w),
        asked,
        advice: standing.map(|advice| AdviceView::of(advice, &citations, &w)),
        confirmed: confirmed(&lines, standing, &w),
        reviews: reviewed(&open_reviews, &rewordings, &cites, &w),
        sent: sent.iter().enumerate().map(|(i, it)| sent_view(it, i == 0, ask, &w)).collect(),
        verdict_reason,
        partly: it.verdict == Some(Verdict::Partly),
        verdicts: verdicts(&it, who, &form, &w),
        levels: levels(&form, ask.now().date(), &w),
        experts,
        near,
        published: it.published_at.is_some(),
        can,
        history: happened(&lines, &reviews, &merged, &it, hidden, &w),
        next,
        wrong,
        open,
        form,
    })
}

/// The first sentence or line as the heading, the rest below it. A dot inside a figure ends no sentence.
fn split(text: &str) -> (String, String) {
    let ends =
        |at: usize, c: char| text.get(at + c.len_utf8()..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let end =
        text.char_indices().find(|(at, c)| (30..=220).contains(at) && (*c == '\n' || (matches!(c, '?' | '.' | ';') && ends(*at, *c))));
    match end {
        Some((at, c)) => {
            let (head, rest) = text.split_at(at + c.len_utf8());
            (head.trim().to_owned(), rest.trim().to_owned())
        }
        None if text.chars().count() <= 220 => (text.to_owned(), String::new()),
        None => (super::shortened(text, 140), text.to_owned()),
    }
}

fn facts(it: &Difficulty, hidden: bool, joined: usize, places: usize, w: &W) -> Vec<String> {
    let mut out = vec![if hidden {
        w.t("difficulty-somewhere")
    } else {
        [it.place_name.as_str(), it.place_parent.as_str()].join(", ").trim_end_matches(", ").to_owned()
    }];
    out.push(w.t(&it.field.word()));
    if joined > 0 {
        out.push(if places > 1 { w.nx("difficulty-joined-places", joined, places) } else { w.n("difficulty-joined", joined) });
    }
    if it.urgent {
        out.push(w.t("difficulty-urgent"));
    }
    if it.illustration {
        out.push(w.t("difficulty-illustration"));
    }
    if !it.assigned_name.is_empty() {
        out.push(w.x("difficulty-with-expert", &it.assigned_name));
    }
    out
}

pub(super) fn details(it: &Difficulty, hidden: bool, w: &W) -> Vec<(String, String)> {
    let raiser = match (hidden, it.raiser_name.is_empty()) {
        (true, _) => w.t("difficulty-raiser-hidden"),
        (false, true) => String::new(),
        (false, false) if it.anonymous => w.x("difficulty-raiser-anonymous", &it.raiser_name),
        (false, false) => it.raiser_name.clone(),
    };
    let item = if hidden { String::new() } else { it.local_item_name.clone() };
    let all = [
        ("difficulty-raiser", raiser),
        ("difficulty-how", w.xy("difficulty-how-and-when", w.t(it.how.word()), it.raised_at)),
        ("difficulty-component", it.component_name.clone()),
        ("difficulty-item", item),
        ("difficulty-fact-tried", it.tried.clone()),
        ("difficulty-fact-wish", it.wish.clone()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (w.t(key), text)).collect()
}

/// Where the others come from: those who advise or run the class see it.
fn with_joined(mut details: Vec<(String, String)>, from: &[String], w: &W) -> Vec<(String, String)> {
    if !from.is_empty() {
        details.push((w.t("difficulty-joined-from"), from.join(", ")));
    }
    details
}

/// Of several authorities the latest is asked; one asked before it has passed the matter on.
fn sent_view(it: &store::Escalation, is_latest: bool, ask: &Ask, w: &W) -> SentView {
    let due = Date::from_iso(&it.due_on).ok();
    let open = it.answered_at.is_none() && is_latest;
    let due_text = due.map(|it| it.to_string()).unwrap_or_default();
    let sentence = match it.answered_at {
        None if open => w.xy("difficulty-with-authority", &it.owner, due_text),
        None => w.x("difficulty-passed-on", &it.owner),
        Some(_) => w.x("difficulty-answered-by", &it.owner),
    };
    SentView {
        sentence: format!("{}: {sentence}", w.t(it.level.word())),
        late: open && due.is_some_and(|due| due < ask.now().date()),
        reason: it.reason.clone(),
        number: it.answer_number.clone().unwrap_or_default(),
        answer: it.answer.clone().unwrap_or_default(),
    }
}

impl ShowPage {
    /// Is this form the page's next deed? Then it has the filled button.
    fn is_next(&self, next: Next) -> bool {
        self.next == next
    }

    fn quiet(&self, next: Next) -> &'static str {
        if self.is_next(next) { "" } else { "quiet" }
    }

    /// The verdict form stands in the middle of the page when it is the next deed, and among the other deeds when it is not.
    fn verdict_is_next(&self) -> bool {
        matches!(self.next, Next::GiveVerdict | Next::GiveVerdictAgain | Next::GiveVerdictLater)
    }

    fn verdict_form(&self) -> String {
        let open = self.open == "verdict";
        let form = VerdictForm {
            s: self.s.clone(),
            path: self.path.clone(),
            raiser: self.raiser,
            verdicts: self.verdicts.iter().map(|it| Choice { value: it.value.clone(), name: it.name.clone(), chosen: it.chosen }).collect(),
            wrong: self.wrong.clone(),
            wrong_reason: open && self.wrong.has("reason"),
            reason: if open { self.form.raw("reason").to_owned() } else { String::new() },
            quiet: if self.verdict_is_next() { "" } else { "quiet" },
        };
        form.render().unwrap_or_default()
    }

    /// The next deed's form stands further down the page.
    fn anchor(&self) -> &'static str {
        match self.next {
            Next::Clarify => "clarify",
            Next::GiveVerdict | Next::GiveVerdictAgain | Next::GiveVerdictLater => "verdict",
            Next::Assign => "assign",
            Next::Answer => "letter",
            _ => "",
        }
    }

    /// What is done there.
    fn go_word(&self) -> &'static str {
        match self.next {
            Next::Clarify => "difficulty-go-clarify",
            Next::Assign => "difficulty-do-assign",
            Next::Answer => "difficulty-do-record",
            _ => "difficulty-go-verdict",
        }
    }

    fn anchored(&self) -> bool {
        !self.anchor().is_empty()
    }

    fn has_tools(&self) -> bool {
        self.can.tools()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_is_the_heading() {
        let (head, rest) =
            split("Mua con giống của người dân trong xã thì không có hóa đơn? Kho bạc trả hồ sơ 2 lần, số tiền 4.800.000 đồng.");
        assert_eq!(head, "Mua con giống của người dân trong xã thì không có hóa đơn?");
        assert!(rest.starts_with("Kho bạc"));
        assert_eq!(split("Ngắn thôi").1, "");
        let (head, _) = split("Công trình 4.800.000.000 đồng đi qua hai xã có được áp dụng cơ chế đặc thù không");
        assert!(head.ends_with("không"), "{head}");
    }
}
