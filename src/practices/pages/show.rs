//! One practice: what was, what is, how, what it cost and brought, its photos, and who took it up.

use super::taken::{self, AdoptForm, Taken};
use super::{Wrong, mendable};
use crate::ground::numbers::money;
use crate::ground::{Invalid, Refused};
use crate::people;
use crate::places::within_sentence;
use crate::practices::actions::{self, seen};
use crate::practices::photo::{Moment, small_sides};
use crate::practices::practice::{Figure, Kind, Standing, State, Verb, may};
use crate::practices::store::{self, Photo, Practice};
use crate::web::picture::Picture;
use crate::web::{Answer, Ask, Form, Shell, W, page, page_as, see};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

/// The one thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Show,
    Release,
    AddPhotos,
    Adopt,
    Nothing,
}

pub(super) struct PhotoView {
    pub(super) large: String,
    pub(super) small: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) moment: String,
    pub(super) caption: String,
    /// What stands in for the picture where it cannot be seen.
    pub(super) alt: String,
}

impl PhotoView {
    pub(super) fn of(it: &Photo, w: &W) -> Self {
        let (width, height) = small_sides(it.width, it.height);
        let moment = if it.moment == Moment::Any { String::new() } else { w.t(it.moment.word()) };
        Self {
            large: format!("/photos/{}", it.blob),
            small: format!("/photos/{}", it.small_blob),
            width,
            height,
            alt: match (moment.is_empty(), it.caption.is_empty()) {
                (_, false) => it.caption.clone(),
                (false, true) => moment.clone(),
                (true, true) => w.t("photo-alt"),
            },
            moment,
            caption: it.caption.clone(),
        }
    }
}

/// What the asker may do, beside the one thing.
#[expect(clippy::struct_excessive_bools, reason = "each is one verb")]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Can {
    pub(super) edit: bool,
    pub(super) show: bool,
    pub(super) withdraw: bool,
    pub(super) restore: bool,
}

#[derive(Template)]
#[template(path = "practices/pages/show.html")]
pub(super) struct ShowPage {
    pub(super) s: Shell,
    pub(super) path: String,
    pub(super) kicker: String,
    pub(super) heading: String,
    /// Of what is not released, for those who see it.
    pub(super) state: Option<(&'static str, String)>,
    pub(super) facts: Vec<String>,
    pub(super) next: Next,
    pub(super) can: Can,
    pub(super) released: bool,
    pub(super) story: bool,
    pub(super) photos: Vec<PhotoView>,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) steps: Vec<String>,
    pub(super) details: Vec<(String, String)>,
    pub(super) figures: Vec<Figure>,
    pub(super) result: String,
    pub(super) conditions: String,
    /// Address, if the asker may go there, and words.
    pub(super) difficulty: Option<(Option<String>, String)>,
    /// Finding and map.
    pub(super) spread: String,
    pub(super) map: Option<Picture>,
    pub(super) taken: Vec<Taken>,
    pub(super) adopt: Option<AdoptForm>,
    pub(super) form: Form,
    pub(super) wrong: Wrong,
    /// The adoption whose form is shown again.
    pub(super) open: String,
}

impl ShowPage {
    fn is_next(&self, next: Next) -> bool {
        self.next == next
    }

    fn word(&self, practice: &str, story: &str) -> String {
        self.s.w.t(if self.story { story } else { practice })
    }
}

/// `GET /practices/{practice}`
pub(super) async fn show(ask: Ask, Path(id): Path<String>) -> Answer {
    page(&draw(&ask, &id, Form::default(), Wrong::default(), "").await?)
}

/// A form of this page again, with what was typed.
pub(super) async fn mend(ask: &Ask, id: &str, invalid: &Invalid, open: &str, form: Form) -> Answer {
    let drawn = draw(ask, id, form, Wrong::of(invalid, &ask.w()), open).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
}

/// `POST /practices/{practice}/state`
pub(super) async fn set_state(ask: Ask, Path(id): Path<String>, form: Form) -> Answer {
    let (db, actor, deed) = (ask.db(), &ask.actor, ask.deed(&form));
    let (outcome, done) = match form.line("to").as_str() {
        "shown" => (actions::show(db, actor, deed, &id).await, "done=practice-shown"),
        "released" => (actions::release(db, actor, deed, &id).await, "done=practice-released"),
        "withdrawn" => (actions::withdraw(db, actor, deed, &id).await, "done=practice-withdrawn"),
        "draft" => (actions::restore(db, actor, deed, &id).await, "done=practice-restored"),
        _ => return Err(Refused::Absent.into()),
    };
    match mendable(outcome)? {
        Ok(()) => see(format!("/practices/{id}?{done}")),
        Err(invalid) => mend(&ask, &id, &invalid, "", form).await,
    }
}

async fn draw(ask: &Ask, id: &str, form: Form, wrong: Wrong, open: &str) -> Result<ShowPage, Refused> {
    let (db, w) = (ask.db(), ask.w());
    let (it, who) = seen(db, &ask.actor, id).await?;
    let figures = store::figures(db, id).await?;
    let mut photos = store::photos(db, id).await?;
    photos.sort_by_key(|it| match it.moment {
        Moment::Before => 0,
        Moment::After => 1,
        Moment::Any => 2,
    });
    let named = who.inside || who.runs || who.author;
    let author = match &it.author_id {
        Some(author) if named || people::has_consented(db, author, &it.class_id).await? => it.author_name.clone(),
        _ => String::new(),
    };
    let spread = taken::spread(ask, &it, who, &form, open).await?;
    let next = next(&it, who, photos.is_empty(), spread.adopt.as_ref());
    let heading = it.text.title.clone();
    let mut s = ask.shell(heading.clone());
    s = if who.inside || who.runs {
        s.crumb("/classes", w.t("practice-crumb-classes"))
            .crumb(format!("/classes/{}", it.class_id), it.class_name.clone())
            .crumb(format!("/classes/{}/practices", it.class_id), w.t("practice-crumb-list"))
    } else {
        s.crumb("/practices", w.t("practice-crumb-gallery"))
    };
    let can = |verb| may(verb, it.state, who);
    Ok(ShowPage {
        s,
        path: format!("/practices/{id}"),
        kicker: format!("{} {}", w.t(it.kind.word()), it.code),
        heading,
        state: (it.state != State::Released || who.inside).then(|| (it.state.mark(), w.t(it.state.word()))),
        facts: facts(&it, &w),
        next,
        can: Can { edit: can(Verb::Edit), show: can(Verb::Show), withdraw: can(Verb::Withdraw), restore: can(Verb::Restore) },
        released: it.state == State::Released,
        story: it.kind == Kind::Story,
        photos: photos.iter().map(|it| PhotoView::of(it, &w)).collect(),
        steps: it.text.steps.lines().filter(|it| !it.is_empty()).map(without_number).collect(),
        details: details(&it, &author, &w),
        figures,
        difficulty: difficulty(&it, who, &w),
        before: it.text.before,
        after: it.text.after,
        result: it.text.result,
        conditions: it.text.conditions,
        spread: spread.finding,
        map: spread.map,
        taken: spread.taken,
        adopt: spread.adopt,
        form,
        wrong,
        open: open.to_owned(),
    })
}

fn next(it: &Practice, who: Standing, bare: bool, adopt: Option<&AdoptForm>) -> Next {
    if may(Verb::Release, it.state, who) {
        Next::Release
    } else if may(Verb::Show, it.state, who) && it.state == State::Draft {
        Next::Show
    } else if may(Verb::Edit, it.state, who) && bare && !who.runs {
        Next::AddPhotos
    } else if adopt.is_some() && !who.author && !who.runs {
        Next::Adopt
    } else {
        Next::Nothing
    }
}

fn facts(it: &Practice, w: &W) -> Vec<String> {
    let place = [it.place_name.as_str(), &it.place_parents[0], &it.place_parents[1]];
    let place = place.into_iter().filter(|it| !it.is_empty()).map(within_sentence).collect::<Vec<_>>().join(", ");
    let illustration = if it.illustration { w.t("practice-illustration") } else { String::new() };
    [place, it.component_name.clone(), illustration].into_iter().filter(|it| !it.is_empty()).collect()
}

fn details(it: &Practice, author: &str, w: &W) -> Vec<(String, String)> {
    let cost = match (it.text.cost, it.text.cost_note.is_empty()) {
        (Some(cost), true) => money(cost),
        (Some(cost), false) => format!("{}\n{}", money(cost), it.text.cost_note),
        (None, _) => it.text.cost_note.clone(),
    };
    let author = match (author.is_empty(), it.author_position.is_empty()) {
        (true, _) => String::new(),
        (false, true) => author.to_owned(),
        (false, false) => format!("{author}, {}", it.author_position),
    };
    let day = it.released_at.filter(|_| it.state == State::Released).or(it.shown_at).unwrap_or(it.written_at).date().to_string();
    let all = [
        ("practice-fact-who", it.text.who.clone()),
        ("practice-fact-cost", cost),
        ("practice-fact-item", it.local_item_name.clone()),
        ("practice-fact-author", author),
        ("practice-fact-day", day),
    ];
    all.into_iter().filter(|it| !it.1.is_empty()).map(|(key, value)| (w.t(key), value)).collect()
}

/// Its register page for the class, its published answer for all others, if there is one.
fn difficulty(it: &Practice, who: Standing, w: &W) -> Option<(Option<String>, String)> {
    let id = it.text.difficulty_id.as_ref()?;
    let inside = who.inside || who.runs;
    if !inside && !it.difficulty_published {
        return None;
    }
    let path = if inside { format!("/difficulties/{id}") } else { format!("/answers/{id}") };
    Some((Some(path), w.x("practice-of-difficulty", &it.difficulty_code)))
}

/// `1. Họp dân` as `Họp dân`: the list numbers its lines itself.
fn without_number(line: &str) -> String {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < line.len() && rest.len() + 3 > line.len();
    match rest.strip_prefix(['.', ')']) {
        Some(rest) if numbered => rest.trim_start().to_owned(),
        _ => line.trim_start_matches(['-', '–', '•']).trim_start().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_loses_the_number_that_was_typed() {
        assert_eq!(without_number("1. Họp dân"), "Họp dân");
        assert_eq!(without_number("12) Thu phí"), "Thu phí");
        assert_eq!(without_number("- Bầu tổ"), "Bầu tổ");
        assert_eq!(without_number("60 m đầu làm trước"), "60 m đầu làm trước");
        assert_eq!(without_number("2018. Năm đầu"), "2018. Năm đầu");
    }
}
