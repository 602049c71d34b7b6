//! Forms in, views out.

mod advise;
mod answers;
mod choices;
mod history;
mod list;
mod next;
mod publish;
mod queue;
mod raise;
mod sample;
mod show;
mod similar;
mod tools;

pub(super) use sample::samples;

use super::difficulty::{State, Verdict};
use super::store::Difficulty;
use crate::people::Field;
use crate::web::{Actor, May, Role, Route, W, Wrong, get, mendable, post};

/// Those who are inside a class; the verb says what they may do there.
const INSIDE: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Sponsor, Role::Trainee]);

/// A trainee for their own place; those who run the class or advise in it only out of a trainee's opinion.
const RAISING: May = May::Roles(&[Role::Administrator, Role::Organiser, Role::Expert, Role::Trainee]);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/classes/{class}/difficulties", INSIDE, list::of_class),
        get("/classes/{class}/difficulties/new", RAISING, raise::form),
        post("/classes/{class}/difficulties", RAISING, raise::raise),
        get("/classes/{class}/difficulties/paper", May::RUNNERS, raise::paper_form),
        post("/classes/{class}/difficulties/paper", May::RUNNERS, raise::from_paper),
        get("/places/{place}/difficulties", INSIDE, list::of_place),
        get("/difficulties/similar", INSIDE, similar::fragment),
        get("/difficulties/{difficulty}", INSIDE, show::show),
        post("/difficulties/{difficulty}/me-too", May::Roles(&[Role::Trainee]), tools::join),
        post("/difficulties/{difficulty}/me-too/withdrawal", May::Roles(&[Role::Trainee]), tools::leave),
        post("/difficulties/{difficulty}/clarifications", May::STAFF, tools::ask_clarification),
        post("/difficulties/{difficulty}/clarifications/answer", INSIDE, tools::clarify),
        post("/difficulties/{difficulty}/assignment", May::STAFF, tools::assign),
        post("/difficulties/{difficulty}/merger", May::STAFF, tools::merge),
        get("/difficulties/{difficulty}/advice", May::STAFF, advise::form),
        post("/difficulties/{difficulty}/advice", May::STAFF, advise::advise),
        post("/difficulties/{difficulty}/escalations", May::STAFF, tools::escalate),
        post("/difficulties/{difficulty}/escalations/answer", May::STAFF, tools::answer),
        post("/difficulties/{difficulty}/verdict", INSIDE, tools::give_verdict),
        post("/difficulties/{difficulty}/reopening", INSIDE, tools::reopen),
        post("/difficulties/{difficulty}/review", May::STAFF, tools::confirm_review),
        get("/difficulties/{difficulty}/publication", May::STAFF, publish::form),
        post("/difficulties/{difficulty}/publication", May::STAFF, publish::publish),
        post("/difficulties/{difficulty}/publication/withdrawal", May::STAFF, publish::unpublish),
        get("/queue", May::STAFF, queue::queue),
        get("/answers", May::Anyone, answers::list),
        get("/answers/{difficulty}", May::Anyone, answers::show),
    ]
}

/// The class of the look and the word for how a difficulty stands: the verdict where there is one.
pub(crate) fn mark(state: State, verdict: Option<Verdict>) -> (&'static str, &'static str) {
    match (state, verdict) {
        (State::Closed, Some(Verdict::Resolved)) => ("good", Verdict::Resolved.word()),
        (State::Closed, Some(Verdict::Partly)) => ("part", Verdict::Partly.word()),
        (State::Closed, Some(Verdict::NoLongerNeeded)) => ("off", Verdict::NoLongerNeeded.word()),
        (State::Raised | State::Assigned, Some(Verdict::Not)) => ("now", Verdict::Not.word()),
        (State::Closed, _) => ("off", State::Closed.word()),
        (State::Merged, _) => ("moved", State::Merged.word()),
        (State::Escalated, _) => ("moved", State::Escalated.word()),
        (state, _) => ("wait", state.word()),
    }
}

/// A line of a list.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing said or not said")]
pub(super) struct Row {
    path: String,
    code: String,
    title: String,
    /// What its raiser said is still in the way, or empty.
    said: String,
    place: String,
    field: String,
    /// Words, or empty when it is only the raiser's.
    weight: String,
    urgent: bool,
    illustration: bool,
    needs_review: bool,
    mark: &'static str,
    state: String,
    with: String,
    mine: bool,
}

impl Row {
    fn of(it: &Difficulty, actor: &Actor, w: &W) -> Self {
        let (mark, state) = mark(it.state, it.verdict);
        let hidden = it.is_hidden_from(actor);
        Self {
            path: format!("/difficulties/{}", it.id),
            code: it.code.clone(),
            title: shortened(&it.text, 140),
            said: String::new(),
            place: if hidden { w.t("difficulty-somewhere") } else { it.place_name.clone() },
            field: w.t(&it.field.word()),
            weight: if it.weight > 1 { w.n("difficulty-weight", it.weight) } else { String::new() },
            urgent: it.urgent && it.state.is_open(),
            illustration: it.illustration,
            needs_review: it.needs_review,
            mark,
            state: w.t(state),
            with: it.assigned_name.clone(),
            mine: actor.is_known() && it.assigned_to.as_deref() == actor.person.as_deref(),
        }
    }
}

/// The beginning of a text, broken at a word.
fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |it| it.0);
    format!("{}…", whole.trim_end_matches([',', '.', ';', ':', ' ']))
}

/// A choice of a field: value, words, chosen.
pub(super) struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

fn fields(chosen: &str, w: &W) -> Vec<Choice> {
    let choice = |field: &Field| Choice { value: field.name().to_owned(), name: w.t(&field.word()), chosen: field.name() == chosen };
    Field::ALL.iter().map(choice).collect()
}

/// The page of a list, counted from 1 in addresses and from 0 inside.
fn page_of(typed: &str) -> i64 {
    typed.parse::<i64>().map_or(0, |it| it.clamp(1, 10_000) - 1)
}

/// Addresses of the pages before and after.
pub(super) struct Pages {
    before: Option<String>,
    after: Option<String>,
    here: String,
}

impl Pages {
    /// `rows` is cut to a page; one more than that says that there are more.
    fn cut<T>(rows: &mut Vec<T>, page: i64, w: &W, address: impl Fn(i64) -> String) -> Self {
        let most = usize::try_from(super::store::PAGE).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        Self { before: (page > 0).then(|| address(page)), after: more.then(|| address(page + 2)), here: w.n("difficulty-page", page + 1) }
    }

    fn needed(&self) -> bool {
        self.before.is_some() || self.after.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(shortened("Mua con giống", 40), "Mua con giống");
        assert_eq!(shortened("Mua con giống của dân, không có hóa đơn", 23), "Mua con giống của dân…");
        assert_eq!(page_of("0"), 0);
        assert_eq!(page_of("3"), 2);
        assert_eq!(page_of("x"), 0);
    }
}
